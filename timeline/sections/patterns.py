"""Patterns: the moments each rests on, where it did not happen, and the person's own word on it."""

from collections import Counter
from collections.abc import Iterable
from math import isnan

from models.entries import KINDS
from models.findings import Finding
from timeline.frame import words
from timeline.sections import Block, Entry, Followed, Printed
from timeline.words import patterns as levels
from timeline.words import report as say

KEY = "patterns"
_MOST_MOMENTS = 12


def blocks(printed: Printed) -> Iterable[Block]:
    """One block a pattern, those that stand out most first."""
    told = [_pattern(printed, finding) for finding in printed.patterns]
    yield {"kind": "patterns", "title": say.PATTERNS, "patterns": told, "none": say.NO_PATTERN}


def _pattern(printed: Printed, finding: Finding) -> Block:
    thread = printed.of(finding)
    verdict = {v.pattern: v for v in printed.history.verdicts}.get(finding.id)
    firsts = thread.firsts
    return {
        "title": say.pattern_title(thread.label),
        "count": say.in_relationships(len(firsts), len(firsts) + len(thread.did_not))
        if finding.finder == "recurrence"
        else say.with_people(len(firsts)),
        "ages": _ages(printed, thread),
        "says": _says(finding, thread),
        "level": levels.LEVELS[finding.level] if finding.p is not None else "",
        "strip": printed.strip(thread, ages=True),
        "moments": [_moment(printed, entry) for entry in firsts[:_MOST_MOMENTS]],
        "more": say.more(len(firsts) - _MOST_MOMENTS) if len(firsts) > _MOST_MOMENTS else "",
        "absent_label": say.DID_NOT_HAPPEN,
        "absent": _absent(printed, thread),
        "verdict_label": say.verdict(verdict.word) if verdict else say.NO_VERDICT,
        "verdicts": [[word, word == (verdict.word if verdict else "")] for word in say.VERDICTS],
        "own": verdict.note.strip() if verdict else "",
        "other_label": say.OTHER_EXPLANATIONS,
        "other": _explanations(printed, finding),
    }


def _says(finding: Finding, thread: Followed) -> str:
    """Which moments are meant; what more than one tag makes of them is said as the notebook says it."""
    rule = say.tagged_so(thread.label)
    return rule if finding.finder == "recurrence" else f"{say.notebook(finding.says)} {say.NUMBERED}"


def _ages(printed: Printed, thread: Followed) -> str:
    """From which age to which."""
    dated = [entry for entry in thread.all if entry.when]
    if not dated:
        return ""
    return say.ages(dated[0].when, dated[-1].when, years=isnan(printed.tables.birth))


def _moment(printed: Printed, entry: Entry) -> Block:
    """A first moment with its headline; what is counted without words says so."""
    headline = words(printed.tables.moments, "headline")[entry.row] if entry.row >= 0 else say.WHOLE
    quiet = headline in (say.COUNTED, say.NOT_YET, say.WHOLE)
    return {"n": entry.number, "side": entry.side, "who": entry.says, "text": headline, "quiet": quiet}


def _absent(printed: Printed, thread: Followed) -> list[Block]:
    """For each kind of bond, with how many it did not happen, and with whom."""
    kind = words(printed.tables.relationships, "kind").tolist()
    with_it = Counter(kind[first.relationship] for first in thread.firsts)
    without = Counter(kind[row] for row in thread.did_not)
    return [
        {
            "label": say.KIND[one],
            "count": say.of_kind(without[one], without[one] + with_it[one]),
            "names": [printed.names[row] for row in thread.did_not if kind[row] == one],
            "none": say.CAME_UP_WITH_ALL,
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
