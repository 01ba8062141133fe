"""Up to three threads: in how many relationships, first, strongest, latest, and who answered."""

from collections.abc import Iterable, Sequence

from timeline.messages import report as say
from timeline.messages import report_picture as drawn
from timeline.report.sections import Block, Printed
from timeline.report.thread_entries import Entry, Followed

KEY = "threads"
_MOST_NAMED = 3


def blocks(printed: Printed) -> Iterable[Block]:
    """One strip a thread, all on the same axis; nothing where nothing is tagged."""
    threads = printed.threads
    strips = [printed.strip(thread, ages=n == 0) for n, thread in enumerate(threads)]
    if threads:
        yield {
            "kind": "threads",
            "label": say.threads(len(threads)),
            "legend": _legend(strips),
            "threads": [_thread(*of) for of in zip(threads, strips, strict=True)],
        }


def _thread(thread: Followed, strip: Block) -> Block:
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
        "strip": strip,
        "cells": cells,
    }


def _legend(strips: Sequence[Block]) -> list[Block]:
    """Every kind of mark in them with its name, and no other."""
    marks = [mark for one in strips for mark in one["marks"]]
    firsts = {f"{'number' if mark['n'] else 'first'} {mark['side']}" for mark in marks}
    again = {f"again {one['side']}" for one in strips if one["later"]}
    after = {"after" for one in strips if one["cares"]}
    named = ((firsts, drawn.FIRST_WITH_EACH), (again, drawn.AGAIN), (after, drawn.CARE_AFTER))
    return [{"marks": sorted(these), "says": says} for these, says in named if these]


def _named(entries: Sequence[Entry]) -> list[str]:
    """Each of them, or two and how many more."""
    says = [entry.says for entry in entries]
    if len(says) <= _MOST_NAMED:
        return says
    return [*says[: _MOST_NAMED - 1], say.more(len(says) - _MOST_NAMED + 1)]
