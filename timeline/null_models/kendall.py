"""Kendall's S: how many more pairs rise with time than fall."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from timeline.null_models.first_occurrences import find_group_starts
from timeline.null_models.shuffles import Ranks, rank_type

_ROWS_AT_ONCE = 255  # as many ones as a byte can count
_COMPARED_AT_ONCE = 1 << 19  # 512 kB


def kendall_s(times: NDArray[np.intp], values: Ranks) -> NDArray[np.int64]:
    """Rising pairs minus falling pairs, [C]; pairs of one time or one value count for neither.

    Args:
        times: ranks in time [m], never falling; equal ones happened together.
        values: [m, C], ranks of the values at these times, one column per history; in every column the
            same values in some order.
    """
    places = len(times)
    if places < 2:
        return np.zeros(values.shape[1], np.int64)
    # First as if no two shared a time: then all pairs count, and what neither rises nor falls is alike.
    alike = sum(_pairs(count) for count in np.bincount(values[:, 0]).tolist())
    out = 2 * _count_rising_pairs(values) + alike - _pairs(places)
    # What was counted inside one time is taken back.
    begins = find_group_starts(times).tolist()
    for begin, end in zip(begins, [*begins[1:], places], strict=True):
        if end - begin > 1:
            together = values[begin:end]
            out -= _count_rising_pairs(together) - _count_rising_pairs(together[::-1])
    return out


def count_true(table: NDArray[np.bool_]) -> NDArray[np.unsignedinteger[Any]]:
    """How many are true in each column, [m, C] -> [C], in the smallest type that can not overflow."""
    ones = table.view(np.uint8)
    out = np.zeros(table.shape[1], rank_type(len(table)))
    for first in range(0, len(table), _ROWS_AT_ONCE):  # added up in bytes, which is quickest by far
        out += np.add.reduce(ones[first : first + _ROWS_AT_ONCE], axis=0, dtype=np.uint8)
    return out


def _count_rising_pairs(values: Ranks) -> NDArray[np.int64]:
    """How many pairs of places have the higher value at the later place, [m, C] -> [C].

    Each two neighbouring places are compared, then each two neighbouring twos, fours, and so on: few
    comparisons of many at once.
    """
    places, columns = values.shape
    out = np.zeros(columns, np.int64)
    half = 1
    while half < places:
        whole = places - places % (2 * half)
        for blocks in (values[:whole].reshape(-1, 2 * half, columns), values[None, whole:]):
            earlier, later = blocks[:, :half, None], blocks[:, None, half:]
            if later.size:
                at_once = max(1, _COMPARED_AT_ONCE // later.size)
                for first in range(0, half, at_once):
                    higher = later > earlier[:, first : first + at_once]
                    out += count_true(higher.reshape(-1, columns))
        half *= 2
    return out


def _pairs(count: int) -> int:
    """How many pairs so many things have."""
    return count * (count - 1) // 2
