"""Where something stands for the first time, in a row of numbers."""

import numpy as np
from numpy.typing import NDArray


def find_group_starts(groups: NDArray[np.intp]) -> NDArray[np.intp]:
    """Where a new group begins, in numbers [m] whose groups lie together."""
    new = np.ones(groups.size, bool)
    new[1:] = groups[1:] != groups[:-1]
    return np.flatnonzero(new)


def first_occurrence_mask(numbers: NDArray[np.intp]) -> NDArray[np.bool_]:
    """Which of some numbers >= 0 were not there before, [m]."""
    places = np.arange(numbers.size)
    first = np.empty(numbers.max(initial=0) + 1, np.intp)
    first[numbers[::-1]] = places[::-1]  # of several that go to one place, the last one stays
    return np.asarray(first[numbers] == places, bool)
