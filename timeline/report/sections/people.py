"""The table of people: who they were, when, how it ended, and how much care and pain was entered."""

from collections.abc import Iterable
from math import isnan

import numpy as np

from timeline.messages import report as say
from timeline.report.sections import Block, Printed
from timeline.tables import flags, floats, rows, words

KEY = "people"


def blocks(printed: Printed) -> Iterable[Block]:
    """One row a relationship, by beginning; the picture may have left some out, the table has all."""
    tables = printed.tables
    if not len(tables.relationships):
        return
    thread = printed.threads[0] if printed.threads else None
    number = {first.relationship: first.number for first in thread.firsts} if thread else {}
    of = rows(tables.moments, "rel")
    columns = list(say.COLUMNS)
    if isnan(tables.birth):
        columns[2] = say.YEARS_COLUMN
    yield {
        "kind": "people",
        "title": say.PEOPLE,
        "columns": columns,
        "thread": thread.side if thread else "",
        "people": [
            {
                "name": printed.names[row],
                "role": printed.history.by_id[id_].role,
                "when": _when(printed, row),
                "ended": _ended(printed, row),
                "care": _count(int(np.count_nonzero(flags(tables.moments, "caring") & (of == row)))),
                "hurt": _count(int(np.count_nonzero(flags(tables.moments, "painful") & (of == row)))),
                "n": number.get(row, 0),
            }
            for row, id_ in enumerate(words(tables.relationships, "id").tolist())
        ],
    }


def _count(how_many: int) -> str:
    return str(how_many) if how_many else say.NONE


def _when(printed: Printed, row: int) -> str:
    """From which age (or year) to which."""
    table = printed.tables.relationships
    start = float(floats(table, "t")[row])
    end = (float(floats(table, "end_first")[row]) + float(floats(table, "end_last")[row])) / 2
    if isnan(start):
        return say.NO_DATE
    first = printed.age(start)
    if not isnan(printed.tables.birth) and start - printed.tables.begin < 1:
        first = printed.ends[0]
    if flags(table, "still_going")[row]:
        return say.still(first)
    last = printed.age(min(end, printed.tables.end - 1e-6)) if not isnan(end) else ""
    return first if last in ("", first) else f"{first}–{last}"


def _ended(printed: Printed, row: int) -> str:
    """How the spell ended that ended latest."""
    table = printed.tables.relationships
    if flags(table, "still_going")[row]:
        return say.GOING_ON
    if ended := words(table, "ended")[row]:
        return say.ENDED[ended]
    # Without an end, in a life that is over: until the end of it.
    return say.LASTED if floats(table, "end_first")[row] == printed.tables.end else say.ENDED_UNSAID
