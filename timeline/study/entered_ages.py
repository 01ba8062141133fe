"""How many moments are entered for each year of age: where a life is thick with entries, and where bare."""

from collections import Counter
from typing import NamedTuple

import numpy as np

from timeline.tables import Tables, float_column


class EnteredAges(NamedTuple):
    """The moments by the age at the middle of their date.

    Attributes:
        by_age: (age, moments) for every year of age from 0 to the last of the life, those without any at 0;
            () without a birth date.
        before_birth: those dated before the birth.
        undated: those without a place in time, and without a birth date all others as well.
    """

    by_age: tuple[tuple[int, int], ...]
    before_birth: int
    undated: int


def count_entered_ages(tables: Tables) -> EnteredAges:
    """Every moment once, of any direction.

    Args:
        tables: the history, framed.
    """
    ages = np.floor(float_column(tables.moments, "t") - tables.birth)
    known = ages[~np.isnan(ages)]
    after = Counter(known[known >= 0].astype(int).tolist())
    last = tables.age(tables.end)
    oldest = max([*after, -1 if last is None else last], default=-1)
    return EnteredAges(
        by_age=tuple((age, after[age]) for age in range(oldest + 1)),
        before_birth=int((known < 0).sum()),
        undated=len(ages) - known.size,
    )
