"""The table of people: who they were, when, how it ended, and how much care and pain was entered."""

from collections.abc import Iterable
from math import isnan

from timeline.messages import report as say
from timeline.report.sections import Block, ReportContext
from timeline.study.life_counts import count_moments_by_relationship

KEY = "people"


def build_blocks(printed: ReportContext) -> Iterable[Block]:
    """One row a relationship, by beginning; the picture may have left some out, the table has all."""
    study = printed.study
    if not len(study.relationships):
        return
    thread = printed.threads[0] if printed.threads else None
    number = {first.relationship: first.number for first in thread.first_entries} if thread else {}
    counts = count_moments_by_relationship(study)
    columns = list(say.COLUMNS)
    has_given = any(one.given for one in counts)
    if has_given:
        columns.insert(-1, say.GIVEN_COLUMN)
    if isnan(study.birth):
        columns[2] = say.YEARS_COLUMN
    yield {
        "kind": "people",
        "title": say.PEOPLE,
        "columns": columns,
        "given": has_given,
        "thread": thread.side if thread else "",
        "no": say.NO_WORD,
        "none": say.NONE_WORD,
        "people": [
            {
                "name": printed.names[row],
                "role": printed.history.by_id[id_].role,
                "when": _format_age_range(printed, row),
                "ended": _format_ending(printed, row),
                "care": _format_count(counts[row].caring),
                "hurt": _format_count(counts[row].painful),
                "given": _format_count(counts[row].given),
                "n": number.get(row, 0),
            }
            for row, id_ in enumerate(study.relationships.id.tolist())
        ],
    }


def _format_count(how_many: int) -> str:
    return str(how_many) if how_many else say.NONE_WORD


def _format_age_range(printed: ReportContext, row: int) -> str:
    """From which age (or year) to which."""
    table = printed.study.relationships
    start = float(table.t[row])
    end = (float(table.end_first[row]) + float(table.end_last[row])) / 2
    if isnan(start):
        return say.NO_DATE
    first = printed.format_age(start)
    if not isnan(printed.study.birth) and start - printed.study.begin < 1:
        first = printed.axis_ends[0]
    if not table.has_start[row]:
        return say.started_by(first)
    if table.still_going[row]:
        return say.since_without_end(first)
    last = printed.format_age(min(end, printed.study.end - 1e-6)) if not isnan(end) else ""
    return first if last in ("", first) else f"{first}–{last}"


def _format_ending(printed: ReportContext, row: int) -> str:
    """How the spell ended that ended latest."""
    table = printed.study.relationships
    if table.still_going[row]:
        return say.END_NOT_SAID
    if ended := table.ended[row]:
        return say.ENDINGS[ended]
    # Without an end, in a life that is over: until the end of it.
    return say.LASTED_WORD if table.end_first[row] == printed.study.end else say.ENDED_WORD
