"""Up to three threads: in how many relationships, first, strongest, latest, and who answered."""

from collections.abc import Iterable, Sequence

from timeline.messages import report as say
from timeline.messages import report_picture as drawn
from timeline.messages.grammar import count_with_noun, join_with_and
from timeline.report.sections import Block, ReportContext, label_entry
from timeline.study.tag_threads import TagThread, ThreadEntry

KEY = "threads"
_MAX_NAMES = 3


def build_blocks(printed: ReportContext) -> Iterable[Block]:
    """One strip a thread, all on the same axis; nothing where nothing is tagged."""
    threads = printed.threads
    strips = [printed.build_strip(thread, ages=n == 0) for n, thread in enumerate(threads)]
    if threads:
        yield {
            "kind": "threads",
            "label": say.threads(len(threads)),
            "legend": _build_legend(strips),
            "threads": [_build_thread(*of) for of in zip(threads, strips, strict=True)],
        }


def _build_thread(thread: TagThread, strip: Block) -> Block:
    relationships = len(thread.first_entries)
    rated = [entry.rating for entry in thread.all_entries if entry.rating is not None]
    top = max(rated, default=None)
    dated = [entry for entry in thread.all_entries if entry.age_or_year] or list(thread.all_entries)
    cells = [
        [say.FIRST_LABEL, _shorten_entry_list(dated[:1])],
        [say.strongest(top), _shorten_entry_list([e for e in thread.all_entries if top and e.rating == top])],
        [say.LATEST_LABEL, _shorten_entry_list(dated[-1:])],
    ]
    if thread.side == "hurt":
        answers = _shorten_entry_list(thread.care_after) or [say.NO_ANSWER]
        cells.append([say.answered_by_label(thread.answered_count, thread.moment_count), answers])
    return {
        "label": join_with_and(thread.labels),
        "count": say.count_in_tagged(relationships, relationships + len(thread.untouched_rows)),
        "moments": count_with_noun(thread.moment_count, "moment"),
        "strip": strip,
        "cells": cells,
    }


def _build_legend(strips: Sequence[Block]) -> list[Block]:
    """Every kind of mark in them with its name, and no other."""
    marks = [mark for one in strips for mark in one["marks"]]
    firsts = {f"{'number' if mark['n'] else 'first'} {mark['side']}" for mark in marks}
    again = {f"again {one['side']}" for one in strips if one["later"]}
    after = {"after" for one in strips if one["cares"]}
    named = ((firsts, drawn.FIRST_WITH_EACH), (again, drawn.AGAIN_WITH_EACH), (after, drawn.CARE_AFTER))
    return [{"marks": sorted(these), "says": says} for these, says in named if these]


def _shorten_entry_list(entries: Sequence[ThreadEntry]) -> list[str]:
    """Each of them, or two and how many more."""
    says = [label_entry(entry) for entry in entries]
    if len(says) <= _MAX_NAMES:
        return says
    return [*says[: _MAX_NAMES - 1], say.more_names_note(len(says) - _MAX_NAMES + 1)]
