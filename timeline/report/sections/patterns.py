"""Patterns: the moments each rests on, where it did not happen, and the person's own word on it."""

from collections import Counter
from collections.abc import Iterable
from itertools import islice
from math import isnan

from models.entries import KINDS
from models.findings import Finding
from timeline.messages import pattern_sentences as levels
from timeline.messages import report as say
from timeline.messages import report_patterns as told
from timeline.messages.ages import label_ages
from timeline.messages.chance_sentences import chance_sentences
from timeline.messages.grammar import count_of_total, join_with_and
from timeline.messages.kinds import kind_group
from timeline.report.sections import Block, ReportContext, label_entry
from timeline.study.tag_threads import TagThread, ThreadEntry, build_finding_thread

KEY = "patterns"
_MAX_MOMENTS = 12
_MAX_PATTERNS, _MAX_RARE_PATTERNS = 4, 2
_RARE = 0.05
"""What chance shows on more pages than 1 in 20 is not chosen for a paper by itself."""


def build_blocks(printed: ReportContext) -> Iterable[Block]:
    """One block a pattern, those that stand out most first; nothing where nobody is shown."""
    if printed.history.relationships:
        patterns = [_build_pattern(printed, finding) for finding in _choose_findings(printed)]
        yield {"kind": "patterns", "title": told.PATTERNS, "patterns": patterns, "none": told.NO_PATTERN}


def _choose_findings(printed: ReportContext) -> tuple[Finding, ...]:
    """Those ticked, else what stands out most, then what runs through most people.

    Care has its place among them wherever it recurs.
    """
    plan = printed.plan
    found = [f for f in printed.study.findings if f.relationships and f.tags and f.id not in plan.not_yet]
    if plan.patterns:
        return tuple(finding for finding in found if finding.id in plan.patterns)
    rare = (f for f in printed.study.findings_standing_out if f in found and (f.p_page or 0) <= _RARE)
    claimed = [*islice(rare, _MAX_RARE_PATTERNS)]
    recurring = sorted((f for f in found if f.recurs), key=lambda f: -f.k)
    hurt = [f for f in recurring if f.side == "painful"]
    care = [f for f in recurring if f.side == "caring"]
    room = _MAX_PATTERNS - len(claimed) - bool(care)
    return (*claimed, *hurt[:room], *care[: max(1, _MAX_PATTERNS - len(claimed) - len(hurt))])


def _build_pattern(printed: ReportContext, finding: Finding) -> Block:
    thread = build_finding_thread(printed.study, finding)
    verdict = {v.pattern: v for v in printed.history.verdicts}.get(finding.id)
    firsts = thread.first_entries
    return {
        "title": told.pattern_title(_thread_label(thread)),
        "count": say.count_in_tagged(len(firsts), len(firsts) + len(thread.untouched_rows))
        if finding.finder == "recurrence"
        else say.with_people(len(firsts)),
        "ages": _format_age_range(printed, thread),
        "says": _rule_sentence(printed, finding, thread),
        "level": chance_sentences(finding) if finding.p is not None else "",
        "strip": printed.build_strip(thread, ages=True),
        "moments": [_build_moment(printed, entry) for entry in firsts[:_MAX_MOMENTS]],
        "more": say.more_names_note(len(firsts) - _MAX_MOMENTS) if len(firsts) > _MAX_MOMENTS else "",
        "continued": told.continued_title(_thread_label(thread)),
        "absent_label": told.DID_NOT_HAPPEN,
        "absent": _count_absent(printed, thread),
        "verdict_label": told.verdict(told.VERDICTS[verdict.word]) if verdict else told.NO_VERDICT,
        "verdicts": [
            [says, word == (verdict.word if verdict else "")] for word, says in told.VERDICTS.items()
        ],
        "own": verdict.note.strip() if verdict else "",
        "other_label": told.OTHER_EXPLANATIONS,
        "other": _find_other_explanations(printed, finding),
    }


def _rule_sentence(printed: ReportContext, finding: Finding, thread: TagThread) -> str:
    """Which moments are meant; what more than one tag makes of them is said as the notebook says it."""
    rule = told.tagged_moments_note(_thread_label(thread))
    if finding.finder == "recurrence":
        return rule
    return f"{told.notebook(levels.describe_finding(finding, printed.history))} {told.NUMBERING_NOTE}"


def _format_age_range(printed: ReportContext, thread: TagThread) -> str:
    """From which age to which."""
    dated = [entry for entry in thread.all_entries if entry.age_or_year]
    if not dated:
        return ""
    if ages := label_ages(entry.age for entry in thread.all_entries):
        return ages
    return told.format_age_range(
        dated[0].age_or_year, dated[-1].age_or_year, years=isnan(printed.study.birth)
    )


def _build_moment(printed: ReportContext, entry: ThreadEntry) -> Block:
    """A first moment with its headline; what is counted without words says so."""
    headline = printed.study.moments.headline[entry.row] if entry.row >= 0 else told.WHOLE
    quiet = headline in (say.COUNTED_NOTE, say.NOT_YET, told.WHOLE)
    return {
        "n": entry.number,
        "side": entry.side,
        "who": label_entry(entry),
        "text": headline,
        "quiet": quiet,
    }


def _count_absent(printed: ReportContext, thread: TagThread) -> list[Block]:
    """For each kind of bond, with how many it did not happen, and with whom."""
    kind = printed.study.relationships.kind.tolist()
    with_it = Counter(kind[first.relationship] for first in thread.first_entries)
    without = Counter(kind[row] for row in thread.untouched_rows)
    return [
        {
            "label": kind_group(one),
            "count": count_of_total(without[one], without[one] + with_it[one]),
            "names": [printed.names[row] for row in thread.untouched_rows if kind[row] == one],
            "none": told.NO_ABSENCE,
        }
        for one in KINDS
        if with_it[one] or without[one]
    ]


def _find_other_explanations(printed: ReportContext, finding: Finding) -> list[str]:
    """What the person wrote on the relationships and moments it rests on, each once, in that order."""
    history = printed.history
    by_episode: dict[str, list[str]] = {}
    for reasons in history.reasons if printed.has_part("explanations") else ():
        by_episode.setdefault(reasons.episode, []).extend(reasons.others)
    found = [text for id_ in finding.relationships for text in history.by_id[id_].other_explanations]
    found += [text for id_ in finding.episodes for text in by_episode.get(id_, ())]
    return [text for text in dict.fromkeys(found) if text.strip()]


def _thread_label(thread: TagThread) -> str:
    return join_with_and(thread.labels)
