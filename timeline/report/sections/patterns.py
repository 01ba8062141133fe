"""Patterns: the moments each rests on, where it did not happen, and the person's own word on it."""

from collections import Counter
from collections.abc import Iterable
from math import isnan

from models.entries import KINDS
from models.findings import Finding
from timeline.messages import patterns as levels
from timeline.messages import report as say
from timeline.messages import report_patterns as told
from timeline.report.sections import Block, Printed
from timeline.report.thread_entries import Entry, Followed, of_finding
from timeline.tables import words

KEY = "patterns"
_MOST_MOMENTS = 12
_MOST, _MOST_CLAIMED = 4, 2


def blocks(printed: Printed) -> Iterable[Block]:
    """One block a pattern, those that stand out most first; nothing where nobody is shown."""
    if printed.history.relationships:
        patterns = [_pattern(printed, finding) for finding in _chosen(printed)]
        yield {"kind": "patterns", "title": told.PATTERNS, "patterns": patterns, "none": told.NO_PATTERN}


def _chosen(printed: Printed) -> tuple[Finding, ...]:
    """Those ticked, else what was told from chance, then what recurs most.

    Care has its place among them wherever it recurs.
    """
    plan = printed.plan
    found = [f for f in printed.study.findings if f.relationships and f.tags and f.id not in plan.not_yet]
    if plan.patterns:
        return tuple(finding for finding in found if finding.id in plan.patterns)
    claimed = [f for f in found if f.level == "clear"][:_MOST_CLAIMED]
    recurring = sorted((f for f in found if f.recurs), key=lambda f: -f.k)
    hurt = [f for f in recurring if f.side == "painful"]
    care = [f for f in recurring if f.side == "caring"]
    room = _MOST - len(claimed) - bool(care)
    return (*claimed, *hurt[:room], *care[: max(1, _MOST - len(claimed) - len(hurt))])


def _pattern(printed: Printed, finding: Finding) -> Block:
    thread = of_finding(printed.study, finding)
    verdict = {v.pattern: v for v in printed.history.verdicts}.get(finding.id)
    firsts = thread.firsts
    return {
        "title": told.pattern_title(thread.label),
        "count": say.in_relationships(len(firsts), len(firsts) + len(thread.did_not))
        if finding.finder == "recurrence"
        else say.with_people(len(firsts)),
        "ages": _ages(printed, thread),
        "says": _says(finding, thread),
        "level": levels.LEVELS[finding.level] if finding.p is not None else "",
        "strip": printed.strip(thread, ages=True),
        "moments": [_moment(printed, entry) for entry in firsts[:_MOST_MOMENTS]],
        "more": say.more(len(firsts) - _MOST_MOMENTS) if len(firsts) > _MOST_MOMENTS else "",
        "continued": told.continued(thread.label),
        "absent_label": told.DID_NOT_HAPPEN,
        "absent": _absent(printed, thread),
        "verdict_label": told.verdict(verdict.word) if verdict else told.NO_VERDICT,
        "verdicts": [[word, word == (verdict.word if verdict else "")] for word in told.VERDICTS],
        "own": verdict.note.strip() if verdict else "",
        "other_label": told.OTHER_EXPLANATIONS,
        "other": _explanations(printed, finding),
    }


def _says(finding: Finding, thread: Followed) -> str:
    """Which moments are meant; what more than one tag makes of them is said as the notebook says it."""
    rule = told.tagged_so(thread.label)
    return rule if finding.finder == "recurrence" else f"{told.notebook(finding.says)} {told.NUMBERED}"


def _ages(printed: Printed, thread: Followed) -> str:
    """From which age to which."""
    dated = [entry for entry in thread.all if entry.when]
    if not dated:
        return ""
    return told.ages(dated[0].when, dated[-1].when, years=isnan(printed.tables.birth))


def _moment(printed: Printed, entry: Entry) -> Block:
    """A first moment with its headline; what is counted without words says so."""
    headline = words(printed.tables.moments, "headline")[entry.row] if entry.row >= 0 else told.WHOLE
    quiet = headline in (say.COUNTED, say.NOT_YET, told.WHOLE)
    return {"n": entry.number, "side": entry.side, "who": entry.says, "text": headline, "quiet": quiet}


def _absent(printed: Printed, thread: Followed) -> list[Block]:
    """For each kind of bond, with how many it did not happen, and with whom."""
    kind = words(printed.tables.relationships, "kind").tolist()
    with_it = Counter(kind[first.relationship] for first in thread.firsts)
    without = Counter(kind[row] for row in thread.did_not)
    return [
        {
            "label": told.KIND[one],
            "count": told.of_kind(without[one], without[one] + with_it[one]),
            "names": [printed.names[row] for row in thread.did_not if kind[row] == one],
            "none": told.CAME_UP_WITH_ALL,
        }
        for one in KINDS
        if with_it[one] or without[one]
    ]


def _explanations(printed: Printed, finding: Finding) -> list[str]:
    """What the person wrote on the relationships and moments it rests on, each once, in that order."""
    history = printed.history
    by_episode: dict[str, list[str]] = {}
    for reasons in history.reasons if printed.has("explanations") else ():
        by_episode.setdefault(reasons.episode, []).extend(reasons.others)
    found = [text for id_ in finding.relationships for text in history.by_id[id_].other_explanations]
    found += [text for id_ in finding.episodes for text in by_episode.get(id_, ())]
    return [text for text in dict.fromkeys(found) if text.strip()]
