"""Histories in which the moments of each relationship come in another order.

Inside a relationship its own dates are dealt anew to its moments: every relationship keeps its moments and
its dates, tags of one moment stay together, moments without a date are left out. If the order of moments
meant nothing, the history would be one of these.

Three questions are put to them: does tag A come before tag B; do some tags come in a named order; do
relationships begin warm and turn. The unit is the relationship. For an order each says in what share of the
drawings of its uncertain dates it is so (`span_ranks`): dates that overlap are neither before nor after. What
is dealt is the span, with its drawings. For the last question each adds the rising pairs of its moments less
the falling ones, Kendall's S, by the middles of the spans.

The coins are dealt to the relationships by what is in them, never by the order in which they were entered.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from timeline.null_models.draws import DRAWS
from timeline.null_models.first_occurrences import find_group_starts
from timeline.null_models.kendall import count_true, kendall_s
from timeline.null_models.shuffles import Ranks, batches, rank_values, shuffles
from timeline.null_models.span_ranks import count_drawings, rank_spans

Floats = NDArray[np.float64]
Rows = NDArray[np.intp]
Mask = NDArray[np.bool_]
DrawingCounts = NDArray[np.int32]
"""[H, 1 + B]: over the relationships, in how many drawings of their dates it is so; column 0 the history."""

_RANKS_AT_ONCE = 1 << 24  # 16 MB of first ranks held together
_KEYS_AT_ONCE = 1 << 20  # 8 MB of random keys
_NO_CELL = -1  # no row of any table: a relationship without a dated moment of the tag


@dataclass(frozen=True, eq=False)
class SequenceCounts:
    """How much speaks for the one tag having come first, for all pairs and both directions.

    Attributes:
        pairs: [H, 2] tag numbers (A, B), read "A before B"; (A, B) and (B, A) are two rows.
        holding_both: [H] relationships that hold both A and B among their dated moments.
        counts: [H, 1 + B] drawings in which the first A lies before the first B.
        drawings: how many each relationship has: a relationship in which the order is sure adds so many.
    """

    pairs: Rows
    holding_both: Rows
    counts: DrawingCounts
    drawings: int


@dataclass(frozen=True, eq=False)
class NamedOrderCounts:
    """How much speaks for some tags having come in a named order.

    Attributes:
        holding_all: relationships that hold all of the tags among their dated moments.
        counts: [1 + B] drawings in which the first moments follow each other in that order.
        drawings: how many each relationship has.
    """

    holding_all: int
    counts: DrawingCounts
    drawings: int


def count_sequences(
    relationship: Rows, spans: Floats, holds: Mask, rng: Generator, *, draws: int = DRAWS, least: int = 3
) -> SequenceCounts:
    """Which tag came first, in all pairs.

    Args:
        relationship: whole numbers >= 0 [E], whose moment it is; in any order.
        spans: [E, 2], any unit, the first and the last its date can mean; NaN where there is no date.
        holds: bool [E, T], tags of each moment (or groups of tags).
        rng: where the orders come from.
        draws: B.
        least: pairs that fewer relationships hold both of are left out.

    Returns:
        H rows; H = 0 where no pair is held often enough.
    """
    cells = _Cells(relationship, spans, holds)
    pairs, both, sides = _pairs(cells, least)
    counts = np.zeros((2 * len(pairs), 1 + draws), np.int32)
    asked = (cells.cell_numbers[:, np.unique(pairs)] >= 0).sum(axis=1) > 1
    for place, first in cells.first_ranks(rng, draws, asked):
        _count_ahead(first, sides, cells.drawings, counts[:, place])
    return SequenceCounts(
        pairs=np.concatenate([pairs, pairs[:, ::-1]]),
        holding_both=np.concatenate([both, both]),
        counts=counts,
        drawings=cells.drawings,
    )


def count_named_order(
    relationship: Rows,
    spans: Floats,
    holds: Mask,
    rng: Generator,
    *,
    draws: int = DRAWS,
) -> NamedOrderCounts:
    """How much speaks for the first A, the first B, the first C ... following each other.

    Args:
        relationship: [E] as for `count_sequences`.
        spans: [E, 2] as for `count_sequences`.
        holds: bool [E, S], which step of the order each moment holds, in the order asked about.
        rng: where the orders come from.
        draws: B.

    Raises:
        ValueError: fewer than two steps.
    """
    if holds.shape[1] < 2:
        raise ValueError("an order needs two or more steps")
    cells = _Cells(relationship, spans, holds)
    whole = np.asarray((cells.cell_numbers >= 0).all(axis=1))
    counts = np.zeros(1 + draws, np.int32)
    for place, first in cells.first_ranks(rng, draws, whole):
        in_order = np.ones((int(whole.sum()), first.shape[1]), bool)
        for one, following in pairwise(cells.cell_numbers[whole].T):
            in_order &= first[one] < first[following]
        counts[place] = _sum_drawings(count_true(in_order), cells.drawings)
    return NamedOrderCounts(int(whole.sum()), counts, cells.drawings)


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
    for own in _moments_of(relationship, when, intensity[:, None]):
        times, values = rank_values(when[own]), rank_values(intensity[own])
        for columns in batches(draws, _KEYS_AT_ONCE // own.size):
            out[columns.start : columns.stop] += kendall_s(times, shuffles(values, rng, columns))
    return out


def _moments_of(relationship: Rows, when: Floats, content: Floats) -> list[Rows]:
    """The dated moments of each relationship in the order of time, one array of row numbers each.

    Args:
        relationship: [E].
        when: [E], NaN where there is no date.
        content: [E, any], what else is in a moment. Relationships, and moments of one time, are put in order
            by what is in them, so that no order of entry can change the coins they get.
    """
    dated = np.flatnonzero(~np.isnan(when))
    by_time = dated[np.lexsort((*content[dated].T, when[dated], relationship[dated]))]
    parts = np.split(by_time, find_group_starts(relationship[by_time])[1:])
    every = [own for own in parts if own.size]
    return sorted(every, key=lambda own: (own.size, content[own].tobytes(), when[own].tobytes()))


class _Cells:
    """The pairs of relationship and tag that have a dated moment, and when each was first.

    Attributes:
        cell_numbers: [n, T] the number of the cell, or -1; a relationship without a dated moment is left out.
        drawings: how often the dates are drawn.
    """

    def __init__(self, relationship: Rows, spans: Floats, holds: Mask) -> None:
        relationship, spans = np.asarray(relationship), np.asarray(spans, float).reshape(-1, 2)
        parts = _moments_of(relationship, spans.mean(axis=1), np.concatenate([holds, spans], axis=1))
        self._holds = [holds[own] for own in parts]
        every = np.concatenate([np.zeros(0, np.intp), *parts])
        owner = np.repeat(np.arange(len(parts)), [own.size for own in parts])
        self.drawings = count_drawings(every.size)
        ranks = rank_spans(owner, spans[every], self.drawings)
        self._ranks = np.split(ranks, find_group_starts(owner)[1:]) if parts else []
        self.cell_numbers = np.full((len(parts), holds.shape[1]), _NO_CELL)
        held = np.array([table.any(axis=0) for table in self._holds], bool).reshape(self.cell_numbers.shape)
        self.cell_numbers[held] = np.arange(held.sum())
        self._size = int(held.sum())

    def find_possible_ties(self) -> Mask:
        """In which relationships two tags can be first at one time, [n, T, T].

        Those with a moment that holds both, and those in which two moments are of one instant.
        """
        on_one_moment = np.array([table.T @ table for table in self._holds], bool)
        at_one_instant = np.array([ranks.max() + 1 < len(ranks) for ranks in self._ranks], bool)
        return np.asarray(on_one_moment | at_one_instant[:, None, None], bool)

    def first_ranks(self, rng: Generator, draws: int, asked: Mask) -> Iterator[tuple[slice, Ranks]]:
        """When each cell is first, some draws at a time: which columns, and ranks [cells, columns drawings].

        Args:
            rng: where the orders come from.
            draws: B.
            asked: bool [n]; the cells of the other relationships are left empty.
        """
        wanted = np.flatnonzero(asked)
        if wanted.size == 0:
            return
        kind = self._ranks[0].dtype
        sought = {own: _find_tagged_moments(self._holds[own]) for own in wanted.tolist()}
        for columns in batches(draws, _RANKS_AT_ONCE // max(1, self._size * self.drawings)):
            first = np.empty((self._size, len(columns), self.drawings), kind)
            for own, (tags, moments) in sought.items():
                ranks = self._ranks[own]
                dealt = ranks.take(shuffles(np.arange(len(ranks)), rng, columns), axis=0)
                first[self.cell_numbers[own, tags]] = _find_lowest_ranks(dealt, moments)
            yield slice(columns.start, columns.stop), first.reshape(self._size, -1)


def _find_tagged_moments(table: Mask) -> tuple[Rows, list[Rows]]:
    """The tags that are held, those of most moments first; and of each its first moment, its second ...

    Args:
        table: bool [m, T], the tags of each moment.

    Returns:
        The tags, and for each place in that row of moments the moments of as many tags as have one.
    """
    often = table.sum(axis=0)
    tags = np.argsort(-often, kind="stable")[: np.count_nonzero(often)]
    moments = [np.flatnonzero(table[:, tag]) for tag in tags]
    most = int(often.max(initial=0))
    return tags, [np.array([own[place] for own in moments if place < own.size]) for place in range(most)]


def _find_lowest_ranks(dealt: Ranks, moments: list[Rows]) -> Ranks:
    """The lowest rank of each tag, [tags held, C, drawings].

    Args:
        dealt: the ranks of the date that each moment was dealt, [m, C, drawings].
        moments: as `_find_tagged_moments` gives them.
    """
    lowest = dealt[moments[0]]
    for further in moments[1:]:
        some = lowest[: len(further)]
        np.minimum(some, dealt[further], out=some)
    return lowest


def _pairs(cells: _Cells, least: int) -> tuple[Rows, Rows, list[tuple[Rows, Rows, Rows]]]:
    """The pairs held often enough, by how many relationships, and their cells in these.

    Of each pair the cells of the one, those of the other, and in which of them the two can tie.
    """
    held = cells.cell_numbers >= 0
    often = held.T.astype(np.intp) @ held.astype(np.intp)
    pairs = np.argwhere(np.triu(often >= max(1, least), k=1))
    pairs = pairs[np.argsort(often[pairs[:, 0], pairs[:, 1]], kind="stable")]  # alike ones are scored faster
    can_tie, sides = cells.find_possible_ties(), []
    for one, other in pairs.tolist():
        both = np.flatnonzero(held[:, one] & held[:, other])
        tying = np.flatnonzero(can_tie[both, one, other])
        sides.append((cells.cell_numbers[both, one], cells.cell_numbers[both, other], tying))
    return pairs, often[pairs[:, 0], pairs[:, 1]], sides


def _count_ahead(
    first: Ranks, sides: list[tuple[Rows, Rows, Rows]], drawings: int, counts: DrawingCounts
) -> None:
    """Add up, for each pair, where the one came first (upper half of `counts`) and where the other did."""
    for row, (one, other, tying) in enumerate(sides):
        left, right = first.take(one, axis=0), first.take(other, axis=0)
        counts[row] = ahead = _sum_drawings(count_true(left < right), drawings)
        counts[len(sides) + row] = drawings * len(one) - ahead
        if tying.size:
            alike = first.take(one[tying], axis=0) == first.take(other[tying], axis=0)
            counts[len(sides) + row] -= _sum_drawings(count_true(alike), drawings)


def _sum_drawings(in_each: NDArray[np.unsignedinteger[Any]], drawings: int) -> NDArray[np.int32]:
    """The counts of single drawings, [C drawings], added up over the drawings, [C]."""
    ones = np.ones(drawings, np.float32)
    return np.asarray(in_each.reshape(-1, drawings).astype(np.float32) @ ones, np.int32)
