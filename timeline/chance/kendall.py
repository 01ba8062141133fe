"""Kendall's S: how many more pairs rise with time than fall."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from timeline.chance.shuffles import Ranks, rank_type


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
    out = 2 * _rising(values) + alike - _pairs(places)
    # What was counted inside one time is taken back.
    begins = np.flatnonzero(np.diff(times, prepend=-1))
    for begin, end in zip(begins, [*begins[1:], places], strict=True):
        if end - begin > 1:
            together = values[begin:end]
            out -= _rising(together) - _rising(together[::-1])
    return out


def how_many(table: NDArray[np.bool_]) -> NDArray[np.unsignedinteger[Any]]:
    """How many are true in each column, [m, C] -> [C], in the smallest type that can not overflow."""
    return np.asarray(table.view(np.uint8).sum(axis=0, dtype=rank_type(len(table))))


def _rising(values: Ranks) -> NDArray[np.int64]:
    """How many pairs of places have the higher value at the later place, [m, C] -> [C]."""
    out = np.zeros(values.shape[1], np.int64)
    for place in range(len(values) - 1):
        out += how_many(values[place + 1 :] > values[place])
    return out


def _pairs(count: int) -> int:
    """How many pairs so many things have."""
    return count * (count - 1) // 2
