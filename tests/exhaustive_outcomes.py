"""Every table, every order: what a null model is held against where all of it can be listed."""

import math
from collections import Counter
from collections.abc import Hashable, Iterable
from itertools import combinations, permutations, product

import numpy as np
from numpy.typing import NDArray

Table = NDArray[np.bool_]


def enumerate_tables(has: Table) -> list[Table]:
    """All tables with the row and column sums of this one."""
    n, tags = has.shape
    wanted = has.sum(axis=0)
    rows = [
        [np.isin(np.arange(tags), held) for held in combinations(range(tags), int(count))]
        for count in has.sum(axis=1)
    ]
    tables = (np.array(choice, bool).reshape(n, tags) for choice in product(*rows))
    return [table for table in tables if (table.sum(axis=0) == wanted).all()]


def enumerate_orders(values: Iterable[float]) -> list[tuple[float, ...]]:
    """All orders of some values, equal ones told apart: each is equally likely."""
    return list(permutations(values))


def chi_square(seen: Counter[Hashable], expected: dict[Hashable, float]) -> float:
    """Pearson's sum over all outcomes that can be; infinite where one came that can not."""
    if set(seen) - set(expected):
        return math.inf
    return sum((seen[key] - should) ** 2 / should for key, should in expected.items())


def chi_square_bound(outcomes: int, *, one_in: float = 1e6) -> float:
    """What Pearson's sum exceeds once in a million, were all as expected (Wilson and Hilferty)."""
    degrees = outcomes - 1
    z = math.sqrt(2 * math.log(one_in))  # above the normal quantile, by 0.5
    return degrees * (1 - 2 / (9 * degrees) + z * math.sqrt(2 / (9 * degrees))) ** 3


def is_beyond_luck(share: float, chance: float, tries: int) -> bool:
    """Whether a share lies further from its chance than luck takes it once in 15,000 (four deviations)."""
    return abs(share - chance) > 4 * math.sqrt(max(chance * (1 - chance), 1 / tries) / tries)
