"""Dates that have not come yet: most often a slip of the pen, which would put a moment where nobody looks."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from models.dates import Span, When

FieldPath = tuple[str | int, ...]


def future_dates(kind: str, entry: Any, birth: Span | None, today: date) -> Iterator[tuple[FieldPath, When]]:
    """(place in the entry, date) of all in it that began or was on a day after `today`.

    Args:
        kind: the entry's collection in a history, or the name of the one of its kind.
        entry: the entry.
        birth: the days the writer may have been born on; without, ages are not looked at.
        today: the last day anything can have happened on.
    """
    for where, when in _begin_dates(kind, entry):
        days = when.days(birth, today)
        if days and days.first > today and when.form != "before":  # that may still have been long ago
            yield where, when


def _begin_dates(kind: str, entry: Any) -> Iterator[tuple[FieldPath, When]]:
    """The dates on which something in the entry began or was."""
    if kind in ("episodes", "landmarks"):
        yield ("when",), entry.when
    elif kind == "relationships":
        for place, spell in enumerate(entry.spells):
            yield ("spells", place, "start"), spell.start
    elif kind == "person" and entry.birth:
        yield ("birth",), entry.birth
