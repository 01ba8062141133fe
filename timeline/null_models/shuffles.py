"""Random orders of a few whole numbers, many at once."""

from collections.abc import Iterator
from typing import Any

import numpy as np
from numpy.random import Generator
from numpy.typing import ArrayLike, NDArray

Ranks = NDArray[np.unsignedinteger[Any]]
"""Whole numbers >= 0 in the smallest type that holds them: compare, but do not subtract."""


def split_halves(times: NDArray[np.float64]) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Which of some times lie in the earlier half and which in the later, [m] each.

    Those of one time stay together: where they lie on both sides of the middle they are in neither half, as
    long as each half has some.

    Args:
        times: [m], never falling.
    """
    half = len(times) // 2
    early, late = times < times[half], times > times[len(times) - half - 1]
    if not early.any():
        early = ~late
    elif not late.any():
        late = ~early
    return early, late


def rank_values(values: ArrayLike) -> NDArray[np.intp]:
    """The rank of each value, [m]: 0 for the smallest; equal values share a rank, and no rank is left out.

    Values that agree to nine decimals are equal: two means may differ in their last binary digit only
    because they were added up in another order.
    """
    values = np.round(np.asarray(values, float).reshape(-1), 9)
    order = values.argsort(kind="stable")
    in_order = values[order]
    ranks = np.zeros(values.size, np.intp)
    ranks[order[1:]] = (in_order[1:] != in_order[:-1]).cumsum()
    return ranks


def batches(draws: int, at_once: int) -> Iterator[range]:
    """The columns 0, 1, ... B, some at a time, in order."""
    at_once = max(1, at_once)
    for first in range(0, 1 + draws, at_once):
        yield range(first, min(first + at_once, 1 + draws))


def shuffles(ranks: NDArray[np.intp], rng: Generator, columns: range) -> Ranks:
    """The ranks in random orders, [m, len(columns)]; column 0 of all is as it was given.

    Every order of the m places is equally likely; equal ranks stay equal.

    Args:
        ranks: whole numbers >= 0 [m].
        rng: where the orders come from.
        columns: which columns these are. The first keeps the order given if it is number 0.
    """
    ranks = np.asarray(ranks)
    kind = rank_type(int(ranks.max(initial=0)))
    # Each row is sorted by random high digits and carries the rank along in its low ones.
    keys = rng.integers(0, np.iinfo(np.uint64).max, (len(columns), ranks.size), np.uint64, endpoint=True)
    keys &= ~np.uint64(np.iinfo(kind).max)
    keys |= ranks.astype(np.uint64)
    keys.sort(axis=1)
    out = np.ascontiguousarray(keys.astype(kind).T)  # what is left are the low digits
    if columns and columns[0] == 0:
        out[:, 0] = ranks
    return out


def rank_type(top: int) -> type[np.uint8] | type[np.uint16] | type[np.uint32]:
    """The smallest type that holds ranks up to `top`."""
    if top < 1 << 8:
        return np.uint8
    return np.uint16 if top < 1 << 16 else np.uint32
