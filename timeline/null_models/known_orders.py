"""What the dates leave no doubt about: which came first, and where they leave it open.

Two dates whose spans overlap are neither before nor after. So the first A surely lies before the first B only
where the earliest end of an A is no later than the earliest beginning of a B.

A share of drawings alone can be lopsided by the shape of the dates: "1994" lies before "summer 1994" in .54
of them, in every relationship alike, and fourteen of those would look rare. So a line of order can be led
with only where known orders carry it: see `KnownOrder.holds`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from timeline.null_models.draws import DRAWS
from timeline.null_models.families import p_value
from timeline.null_models.moment_order import count_named_order
from timeline.null_models.tag_matrix import TaggedMoments

Mask = NDArray[np.bool_]
Floats = NDArray[np.float64]

MIN_KNOWN = 3
KNOWN_SIGNIFICANCE = 0.05


@dataclass(frozen=True, eq=False)
class OrderReading:
    """Some steps in a named order, relationship by relationship; each field is bool [n].

    Attributes:
        every: those with dated moments of all steps.
        in_order: those in which the first moments surely follow each other in that order.
        against: those in which they surely do not: another came first, or two came on one moment.
    """

    every: Mask
    in_order: Mask
    against: Mask

    @property
    def is_open(self) -> Mask:
        """Those in which the dates leave it open, [n]."""
        return self.every & ~self.in_order & ~self.against

    @property
    def counts(self) -> tuple[int, int, int]:
        """(first, of, open): "A first in 7 of 9; in 2 the dates leave it open"."""
        return int(self.in_order.sum()), int(self.every.sum()), int(self.is_open.sum())


@dataclass(frozen=True)
class KnownOrder:
    """An order over the relationships in which it is sure.

    Attributes:
        first: in how many it is the one asked about.
        p: how often chance does as much there, 1 where no order is sure.
    """

    first: int
    p: float

    @property
    def holds(self) -> bool:
        """Whether a line of order may be clear, or be led with."""
        return self.first >= MIN_KNOWN and self.p <= KNOWN_SIGNIFICANCE


def mark_steps(moments: TaggedMoments, steps: Sequence[Sequence[int]]) -> Mask:
    """Which moment holds which step, [M, S]; a step is any of some columns.

    Args:
        moments: the tagged moments.
        steps: for each step its columns.
    """
    return np.stack([moments.holds[:, list(columns)].any(axis=1) for columns in steps], axis=1)


def read_order(moments: TaggedMoments, n: int, marked: Mask) -> OrderReading:
    """What the dates say of the order of some steps.

    Args:
        moments: the tagged moments.
        n: how many relationships there are.
        marked: [M, S], as `mark_steps` gives them.
    """
    begins, ends = (_find_earliest(moments, n, marked, place) for place in (0, 1))
    every = np.asarray(np.isfinite(ends).all(axis=1), bool)
    in_order, against = every.copy(), np.zeros(n, np.bool_)
    for one, other in combinations(range(marked.shape[1]), 2):
        in_order &= ends[:, one] <= begins[:, other]
        against |= ends[:, other] <= begins[:, one]
        against |= _are_on_one_moment(moments, n, marked[:, [one, other]])
    return OrderReading(every, np.asarray(in_order & ~against), np.asarray(every & against))


def measure_known_order(
    moments: TaggedMoments, reading: OrderReading, marked: Mask, rng: Generator, *, draws: int = DRAWS
) -> KnownOrder:
    """An order among the relationships in which it is sure, beside their dates dealt anew.

    Args:
        moments: the tagged moments.
        reading: what their dates say of the order.
        marked: [M, S], as `mark_steps` gives them.
        rng: where the orders come from.
        draws: B.
    """
    first = int(reading.in_order.sum())
    if not first:
        return KnownOrder(0, 1.0)
    among = (reading.in_order | reading.against)[moments.row]
    drawn = count_named_order(moments.row[among], moments.spans[among], marked[among], rng, draws=draws)
    return KnownOrder(first, float(p_value(drawn.counts)))


def _find_earliest(moments: TaggedMoments, n: int, marked: Mask, place: int) -> Floats:
    """The earliest beginning (place 0) or end (1) of each step in each relationship, [n, S]; inf for none."""
    out = np.full((n, marked.shape[1]), np.inf)
    moment, step = np.nonzero(marked & ~np.isnan(moments.t)[:, None])
    np.minimum.at(out, (moments.row[moment], step), moments.spans[moment, place])
    return out


def _are_on_one_moment(moments: TaggedMoments, n: int, marked: Mask) -> Mask:
    """In which relationships one moment is surely the first of both steps, [n]."""
    out = np.zeros(n, bool)
    dated = ~np.isnan(moments.t)
    shared = np.flatnonzero(dated & marked.all(axis=1))
    either = np.flatnonzero(dated & marked.any(axis=1))
    for moment in shared.tolist():
        row, end = moments.row[moment], moments.spans[moment, 1]
        others = either[(moments.row[either] == row) & (either != moment)]
        out[row] |= bool((moments.spans[others, 0] >= end).all())
    return out
