"""Histories in which the relationships come in another order: does something ease, and is there a turn?

One number per relationship (how much it hurt on average, say) is kept, and the order in which the
relationships came is dealt anew. Two statistics are read from each order: Kendall's S, pairs that rise with
time less pairs that fall (Mann 1945), and the largest standardised CUSUM, how far the mean before some
relationship lies from the mean after it, at the place where that is most (Page 1954). Theil and Sen's slope
(the median over all pairs) says how much changes per unit of time.
"""

from dataclasses import dataclass

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from timeline.null_models.draws import DRAWS
from timeline.null_models.kendall import kendall_s
from timeline.null_models.shuffles import batches, rank_values, shuffles

Floats = NDArray[np.float64]

_VALUES_AT_ONCE = 1 << 19  # 4 MB


@dataclass(frozen=True, eq=False)
class TrendDraws:
    """One number per relationship, over time, beside the same in random orders.

    Attributes:
        rises: [1 + B] Kendall's S; above 0 the number rises over time. Column 0 the history.
        turns: [1 + B] the largest standardised CUSUM, >= 0, in the unit of the values. All 0 with fewer than
            four relationships: none can lie two from either end. Relationships of one time are one place.
        turn: how many relationships lie before the turn in the history; 0 where there is none.
        slope: Theil and Sen's, in units of value per unit of time; None where all happened at one time.
    """

    rises: NDArray[np.int64]
    turns: Floats
    turn: int
    slope: float | None


def draw_trends(times: Floats, values: Floats, rng: Generator, *, draws: int = DRAWS) -> TrendDraws:
    """The rise, the turn and the slope of one number per relationship, beside random orders of them.

    Args:
        times: [m] when each relationship started, in any order and unit; no NaN.
        values: [m] the number of each, no NaN.
        rng: where the orders come from.
        draws: B.
    """
    in_time = np.lexsort((values, times))  # equal times by value: no order of entry changes the coins
    times, values = np.asarray(times, float)[in_time], np.asarray(values, float)[in_time]
    when, ranks = rank_values(times), rank_values(values)
    levels = np.unique(np.round(values, 9))
    rises, turns = np.zeros(1 + draws, np.int64), np.zeros(1 + draws)
    for some in batches(draws, _VALUES_AT_ONCE // max(1, values.size)):
        order = shuffles(ranks, rng, some)
        rises[some.start : some.stop] = kendall_s(when, order)
        turns[some.start : some.stop] = cusums(levels[order], when).max(axis=0, initial=0.0)
    return TrendDraws(
        rises=rises, turns=turns, turn=turning_point(values, when), slope=theil_sen(times, values)
    )


def cusums(values: Floats, times: NDArray[np.intp] | None = None) -> Floats:
    """How far the mean before each place lies from the mean after it, standardised, [places, C].

    At place k of m it is |sum of the first k, less k times the mean| times sqrt(m / (k (m - k))).

    Args:
        values: [m, C] in the order of time.
        times: as for `find_turn_places`.
    """
    m, before = len(values), find_turn_places(len(values), times)
    if not before.size:
        return np.zeros((0, *values.shape[1:]))
    away = np.cumsum(values - values.mean(axis=0), axis=0)[before - 1]
    standard = np.sqrt(m / (before * (m - before)))
    return np.asarray(np.abs(away) * standard[:, None])


def find_turn_places(m: int, times: NDArray[np.intp] | None = None) -> NDArray[np.intp]:
    """After how many of m values there can be a turn: two lie on either side at least, [places].

    Args:
        m: how many.
        times: ranks in time [m], never falling. Of values of one time none lies before another, so that no
            turn falls between them. By default all times differ.
    """
    before = np.arange(2, m - 1)
    return before if times is None else before[times[before] != times[before - 1]]


def turning_point(values: Floats, times: NDArray[np.intp] | None = None) -> int:
    """How many values lie before the largest standardised CUSUM (the first, if several); 0 for none.

    Args:
        values: [m] in the order of time.
        times: as for `find_turn_places`.
    """
    found = cusums(np.asarray(values, float)[:, None], times)[:, 0]
    most = found.max(initial=0.0)
    # What is equal in writing differs in the last digits as computed.
    place = int((found > most - 1e-9).argmax()) if most > 1e-9 else None
    return 0 if place is None else int(find_turn_places(len(values), times)[place])


def theil_sen(times: Floats, values: Floats) -> float | None:
    """The median of the slopes of all pairs of different times; None where there is no such pair."""
    one, other = np.triu_indices(len(times), k=1)
    apart = times[other] - times[one]
    differ = apart != 0
    if not differ.any():
        return None
    return float(np.median((values[other] - values[one])[differ] / apart[differ]))
