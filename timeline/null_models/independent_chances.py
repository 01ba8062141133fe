"""How many of some things happen, each with a chance of its own: exact, nothing is drawn."""

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray


def sum_of_chances(chances: Iterable[float]) -> NDArray[np.float64]:
    """The chance of each number of them happening, [1 + how many].

    Args:
        chances: of each, independent of the others.
    """
    law = np.ones(1)
    for chance in chances:
        law = np.append(law * (1 - chance), 0.0) + np.append(0.0, law * chance)
    return law


def p_at_least(law: NDArray[np.float64], count: int) -> float:
    """The chance of so many or more.

    Args:
        law: the chance of each number, from 0 on.
        count: so many.
    """
    return min(1.0, float(law[max(0, count) :].sum()))
