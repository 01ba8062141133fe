"""Up to three threads: in how many relationships, first, strongest, latest, and who answered."""

from collections.abc import Iterable, Sequence

from timeline.sections import Block, Entry, Followed, Printed
from timeline.words import report as say

KEY = "threads"
_MOST_NAMED = 3


def blocks(printed: Printed) -> Iterable[Block]:
    """One strip a thread, all on the same axis; nothing where nothing is tagged."""
    threads = printed.threads
    if threads:
        yield {
            "kind": "threads",
            "label": say.threads(len(threads)),
            "legend": [
                ["number", say.FIRST_WITH_EACH],
                ["hurt", say.AGAIN],
                ["care", say.CARE_AFTER],
            ],
            "threads": [_thread(printed, thread, n) for n, thread in enumerate(threads)],
        }


def _thread(printed: Printed, thread: Followed, place: int) -> Block:
    relationships = len(thread.firsts)
    rated = [entry.rating for entry in thread.all if entry.rating is not None]
    top = max(rated, default=None)
    dated = [entry for entry in thread.all if entry.when] or list(thread.all)
    cells = [
        [say.FIRST, _named(dated[:1])],
        [say.strongest(top), _named([e for e in thread.all if top and e.rating == top])],
        [say.LATEST, _named(dated[-1:])],
    ]
    if thread.side == "hurt":
        answers = _named(thread.cares) or [say.NO_ANSWER]
        cells.append([say.answered(thread.answered, thread.moments), answers])
    return {
        "label": thread.label,
        "count": say.in_relationships(relationships, relationships + len(thread.did_not)),
        "moments": say.moments(thread.moments),
        "strip": printed.strip(thread, ages=place == 0),
        "cells": cells,
    }


def _named(entries: Sequence[Entry]) -> list[str]:
    """Each of them, or two and how many more."""
    says = [entry.says for entry in entries]
    if len(says) <= _MOST_NAMED:
        return says
    return [*says[: _MOST_NAMED - 1], say.more(len(says) - _MOST_NAMED + 1)]
