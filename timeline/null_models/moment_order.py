"""Histories in which the moments of each relationship come in another order.

Inside a relationship its own dates are dealt anew to its moments: every relationship keeps its moments and
its dates, tags of one moment stay together, moments of one date stay together, moments without a date are
left out. If the order of moments meant nothing, the history would be one of these.

Three questions are put to them: does tag A come before tag B; do three tags come in a named order; do
relationships begin warm and turn. The unit is the relationship: each says yes or no once (the last
question: each adds the rising pairs of its moments less the falling ones, Kendall's S).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from timeline.null_models.draws import DRAWS
from timeline.null_models.first_occurrences import find_group_starts
from timeline.null_models.kendall import count_true, kendall_s
from timeline.null_models.shuffles import Ranks, batches, rank_type, rank_values, shuffles
from timeline.null_models.tag_counts import Counts

_PLACES_AT_ONCE = 1 << 25  # first places held together: 32 MB
_KEYS_AT_ONCE = 1 << 20  # 8 MB of random keys
_NO_CELL = -1


@dataclass(frozen=True, eq=False)
class SequenceCounts:
    """In how many relationships the one tag came first, for all pairs and both directions.

    Attributes:
        pairs: [H, 2] tag numbers (A, B), read "A before B"; (A, B) and (B, A) are two rows.
        holding_both: [H] relationships that hold both A and B among their dated moments.
        counts: [H, 1 + B] relationships in which the first A lies before the first B; column 0 the history.
    """

    pairs: NDArray[np.intp]
    holding_both: NDArray[np.intp]
    counts: Counts


@dataclass(frozen=True, eq=False)
class NamedOrderCounts:
    """In how many relationships some tags first came in a named order.

    Attributes:
        holding_all: relationships that hold all of the tags among their dated moments.
        counts: [1 + B] relationships in which the first moments follow each other in that order.
    """

    holding_all: int
    counts: Counts


def count_sequences(
    relationship: NDArray[np.intp],
    when: NDArray[np.float64],
    holds: NDArray[np.bool_],
    rng: Generator,
    *,
    draws: int = DRAWS,
    least: int = 3,
) -> SequenceCounts:
    """Which tag came first, "first A before first B in x of y relationships", in all pairs.

    Args:
        relationship: whole numbers >= 0 [E], whose moment it is; in any order.
        when: [E], any unit; NaN where there is no date. Equal numbers are one date: neither is first.
        holds: bool [E, T], tags of each moment (or groups of tags).
        rng: where the orders come from.
        draws: B.
        least: pairs that fewer relationships hold both of are left out.

    Returns:
        H rows; H = 0 where no pair is held often enough.
    """
    cells = _Cells(relationship, when, holds)
    pairs, both, sides = _pairs(cells, least)
    counts = np.zeros((2 * len(pairs), 1 + draws), np.int16)
    asked = (cells.cell_numbers[:, np.unique(pairs)] >= 0).sum(axis=1) > 1
    for place, first in cells.first_places(rng, draws, asked):
        _count_ahead(first, sides, counts[:, place])
    return SequenceCounts(
        pairs=np.concatenate([pairs, pairs[:, ::-1]]),
        holding_both=np.concatenate([both, both]),
        counts=counts,
    )


def count_named_order(
    relationship: NDArray[np.intp],
    when: NDArray[np.float64],
    holds: NDArray[np.bool_],
    steps: Sequence[int],
    rng: Generator,
    *,
    draws: int = DRAWS,
) -> NamedOrderCounts:
    """In how many relationships the first A, the first B, the first C ... follow each other.

    Args:
        relationship: [E] as for `count_sequences`.
        when: [E] as for `count_sequences`.
        holds: bool [E, T] as for `count_sequences`.
        steps: two or more different tag numbers, in the order asked about.
        rng: where the orders come from.
        draws: B.

    Raises:
        ValueError: fewer than two steps, or one named twice.
    """
    if len(steps) < 2 or len(set(steps)) < len(steps):
        raise ValueError("an order needs two or more different steps")
    cells = _Cells(relationship, when, holds[:, list(steps)])
    whole = np.asarray((cells.cell_numbers >= 0).all(axis=1))
    counts = np.zeros(1 + draws, np.int16)
    for place, first in cells.first_places(rng, draws, whole):
        in_order = np.ones((whole.sum(), first.shape[1]), bool)
        for one, following in pairwise(cells.cell_numbers[whole].T):
            in_order &= first[one] < first[following]
        counts[place] = count_true(in_order)
    return NamedOrderCounts(holding_all=int(whole.sum()), counts=counts)


def sum_moment_trends(
    relationship: NDArray[np.intp],
    when: NDArray[np.float64],
    intensity: NDArray[np.float64],
    rng: Generator,
    *,
    draws: int = DRAWS,
) -> NDArray[np.int64]:
    """Rising less falling pairs of moments, summed over relationships, [1 + B]; column 0 the history.

    Args:
        relationship: [E] as for `count_sequences`.
        when: [E] as for `count_sequences`.
        intensity: [E] with a sign: care above 0, hurt below (or the other way round); NaN is left out.
        rng: where the orders come from.
        draws: B.
    """
    out = np.zeros(1 + draws, np.int64)
    known = ~np.isnan(intensity)
    relationship, when, intensity = relationship[known], when[known], intensity[known]
    for own in _moments_of(relationship, when):
        times, values = rank_values(when[own]), rank_values(intensity[own])
        for columns in batches(draws, _KEYS_AT_ONCE // own.size):
            out[columns.start : columns.stop] += kendall_s(times, shuffles(values, rng, columns))
    return out


def _moments_of(relationship: NDArray[np.intp], when: NDArray[np.float64]) -> Iterator[NDArray[np.intp]]:
    """The dated moments of each relationship in the order of time, one array of row numbers each."""
    dated = np.flatnonzero(~np.isnan(when))
    by_time = dated[np.lexsort((when[dated], relationship[dated]))]
    yield from (own for own in np.split(by_time, find_group_starts(relationship[by_time])[1:]) if own.size)


class _Cells:
    """The pairs of relationship and tag that have a dated moment, and when each was first.

    Attributes:
        cell_numbers: [n, T] the number of the cell, or -1; a relationship without a dated moment is left out.
    """

    def __init__(
        self, relationship: NDArray[np.intp], when: NDArray[np.float64], holds: NDArray[np.bool_]
    ) -> None:
        self._moments_by_relationship = list(_moments_of(np.asarray(relationship), np.asarray(when, float)))
        self._times = [rank_values(when[own]) for own in self._moments_by_relationship]
        self._holds = [holds[own] for own in self._moments_by_relationship]
        self.cell_numbers = np.full((len(self._moments_by_relationship), holds.shape[1]), _NO_CELL)
        held = np.array([table.any(axis=0) for table in self._holds], bool).reshape(self.cell_numbers.shape)
        self.cell_numbers[held] = np.arange(held.sum())
        self.size = int(held.sum())

    def first_places(
        self, rng: Generator, draws: int, asked: NDArray[np.bool_]
    ) -> Iterator[tuple[slice, Ranks]]:
        """When each cell is first, some draws at a time: which columns, and date ranks [cells, columns].

        Args:
            rng: where the orders come from.
            draws: B.
            asked: bool [n]; the cells of the other relationships are left empty.
        """
        wanted = np.flatnonzero(asked)
        if wanted.size == 0:
            return
        kind = rank_type(max((int(times[-1]) for times in self._times), default=0))
        for columns in batches(draws, _PLACES_AT_ONCE // max(1, self.size)):
            places = np.empty((self.size, len(columns)), kind)
            for own in wanted:
                times, cells = self._times[own], self.cell_numbers[own]
                for some in batches(len(columns) - 1, _KEYS_AT_ONCE // times.size):
                    order = shuffles(times, rng, columns[some.start : some.stop])
                    places[cells[cells >= 0], some.start : some.stop] = _find_lowest_ranks(
                        order, self._holds[own]
                    )
            yield slice(columns.start, columns.stop), places


def _find_lowest_ranks(order: Ranks, table: NDArray[np.bool_]) -> Ranks:
    """The lowest rank of each tag that is held, [tags held, C].

    Args:
        order: date ranks of the moments, [m, C].
        table: bool [m, T], the tags of each moment.
    """
    tags, moments = np.nonzero(table.T)
    first = find_group_starts(tags)
    often = np.bincount(tags)[tags[first]]
    lowest = order[moments[first]]
    for further in range(1, int(often.max())):
        more = np.flatnonzero(often > further)
        lowest[more] = np.minimum(lowest[more], order[moments[first[more] + further]])
    return lowest


def _pairs(
    cells: _Cells, least: int
) -> tuple[NDArray[np.intp], NDArray[np.intp], list[tuple[NDArray[np.intp], NDArray[np.intp]]]]:
    """The pairs held often enough, by how many relationships, and their cells in these."""
    held = cells.cell_numbers >= 0
    often = held.T.astype(np.intp) @ held.astype(np.intp)
    pairs = np.argwhere(np.triu(often >= max(1, least), k=1))
    sides = []
    for one, other in pairs:
        shared = held[:, one] & held[:, other]
        sides.append((cells.cell_numbers[shared, one], cells.cell_numbers[shared, other]))
    return pairs, often[pairs[:, 0], pairs[:, 1]], sides


def _count_ahead(
    first: Ranks, sides: list[tuple[NDArray[np.intp], NDArray[np.intp]]], counts: Counts
) -> None:
    """Add up, for each pair, where the one came first (upper half of `counts`) and where the other did."""
    for row, (one, other) in enumerate(sides):
        left, right = first.take(one, axis=0), first.take(other, axis=0)
        counts[row] = count_true(left < right)
        counts[len(sides) + row] = count_true(left > right)
