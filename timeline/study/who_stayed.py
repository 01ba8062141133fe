"""Who stayed: with whom care came again over the years. A count without a test; nobody is left out."""

from typing import NamedTuple

import numpy as np

from timeline.tables import Tables, bool_column, float_column, int_column, str_column

MIN_CARING_MOMENTS = 2
MIN_YEARS = 2.0


class StayedPerson(NamedTuple):
    """One person with whom care came again.

    Attributes:
        relationship: id.
        years: from the first caring moment to the last, by the middles of their dates.
        caring: dated caring moments received or shared.
        painful: painful moments received or shared, dated or not, with the same person.
        died: whether the last stretch ended by death.
    """

    relationship: str
    years: float
    caring: int
    painful: int
    died: bool


def list_who_stayed(tables: Tables) -> tuple[StayedPerson, ...]:
    """Those with two caring moments or more, two years or more apart; the longest first.

    Args:
        tables: the history, framed.
    """
    moments, people = tables.moments, tables.relationships
    received = str_column(moments, "direction") != "given"
    caring, painful = (received & bool_column(moments, side) for side in ("caring", "painful"))
    rel, when = int_column(moments, "rel"), float_column(moments, "t")
    found = []
    for row, (id_, ended) in enumerate(zip(people["id"], people["ended"], strict=True)):
        own = when[caring & (rel == row) & ~np.isnan(when)]
        years = float(np.ptp(own)) if own.size else 0.0
        if own.size >= MIN_CARING_MOMENTS and years >= MIN_YEARS:
            hurt = int((painful & (rel == row)).sum())
            found.append(StayedPerson(str(id_), years, int(own.size), hurt, ended == "death"))
    return tuple(sorted(found, key=lambda one: (-one.years, -one.caring, one.relationship)))
