"""The threads of pain and of care: how much of what was tagged weighs at each time of a life.

The level of one side at time t, over its moments e with t_e <= t:

    L(t) = sum of  n_e + (i_e - n_e) * 2 ** (-(t - t_e) / h)

i: intensity then, 1-5 (2 where it was not rated); n: how it still is now, 0-5 (0 where not rated); h: the
half-life in years (none: nothing fades). What still hurts does not fade away. A moment counts once per side,
whatever its number of tags; one whose date is uncertain is spread evenly over its span. A tag set on a whole
relationship holds its intensity during the spells, and fades after. Received and mutual moments count, given
ones where the person wants it. Sides are never netted.
"""

from collections.abc import Collection
from dataclasses import dataclass
from itertools import pairwise
from math import isnan

import numpy as np
from numpy.typing import NDArray

from models.tags import TAG_SIDE_OF_THREAD, ThreadSide
from timeline.tables import WHOLE_RELATIONSHIP, Tables, bool_column, float_column, int_column, str_column

UNRATED_THEN, UNRATED_NOW = 2.0, 0.0
"""What counts where nothing was rated: "mild" then, gone now; both are said under the picture."""
POINT_IN_TIME_BELOW_YEARS = 0.05
"""Years: a date with a shorter span is a point in time."""

Floats = NDArray[np.float64]
Rows = NDArray[np.int64]

_DRAWS = 48
"""Draws of uncertain dates: enough for a steady pale edge, few enough for each redraw."""
_LN2 = float(np.log(2))
_MIN_GAP_YEARS, _MIN_GAP_SHARE = 5.0, 0.08
"""From how long on nothing entered is a gap: years, and a share of the life; whichever is more."""
_FRINGE_PERCENT = (10, 90)
"""Of the drawn dates: the middle eight of ten, so that one far date in 48 does not widen the edge."""


@dataclass(frozen=True, eq=False)
class Pulses:
    """What adds to a level, each field [n], in no particular order.

    A tag held through a spell is two pulses: one that stays comes at its start, and its opposite at the end.

    Attributes:
        first: where the span of its date begins, years.
        last: where it ends.
        intensity_then: what it weighs on its date.
        intensity_now: what it weighs in the end.
        rel: row of its relationship.
        moment: row of its moment, `WIDE` for a held tag.
    """

    first: Floats
    last: Floats
    intensity_then: Floats
    intensity_now: Floats
    rel: Rows
    moment: Rows

    def select_pulses(self, chosen: NDArray[np.bool_]) -> "Pulses":
        """Those where `chosen`, [n] booleans, is true."""
        return Pulses(*(getattr(self, field)[chosen] for field in self.__dataclass_fields__))

    def select_relationship(self, rel: int) -> "Pulses":
        """Those of one relationship."""
        return self.select_pulses(self.rel == rel)


def build_pulses(tables: Tables, side: ThreadSide, tags: Collection[str] | None = None) -> Pulses:
    """What adds to the level of one side; what has no place in time, or lies before the birth, is left out.

    Args:
        tables: a framed history.
        side: whose level.
        tags: with these tags alone; None for all of the side.
    """
    tagged, moments = tables.tag_entries, tables.moments
    mine = str_column(tagged, "side") == TAG_SIDE_OF_THREAD[side]
    if tags is not None:
        mine &= np.isin(str_column(tagged, "tag"), [*tags])
    on = int_column(tagged, "moment")
    counts = ~np.isnan(float_column(moments, "t"))
    if not isnan(tables.birth):
        counts &= float_column(moments, "t") >= tables.begin
    if not tables.settings.count_given:
        counts &= str_column(moments, "direction") != "given"
    chosen = np.unique(on[mine & (on != WHOLE_RELATIONSHIP)])
    chosen = chosen[counts[chosen]]
    held = _build_whole_relationship_pulses(tables, np.flatnonzero(mine & (on == WHOLE_RELATIONSHIP)))
    return Pulses(
        np.concatenate([float_column(moments, "first")[chosen], held.first]),
        np.concatenate([float_column(moments, "last")[chosen], held.last]),
        np.concatenate(
            [_fill_unrated(float_column(moments, "intensity")[chosen], UNRATED_THEN), held.intensity_then]
        ),
        np.concatenate(
            [_fill_unrated(float_column(moments, "now")[chosen], UNRATED_NOW), held.intensity_now]
        ),
        np.concatenate([int_column(moments, "rel")[chosen], held.rel]),
        np.concatenate([chosen, held.moment]),
    )


def compute_level(pulses: Pulses, at: Floats, half_life: float | None) -> Floats:
    """The level at each time of `at`, [m]; a moment is in it from its date on.

    Args:
        pulses: what adds to it.
        at: decimal years, [m], in any order.
        half_life: in years, above 0; None for nothing fades.
    """
    return build_level_changes(pulses, half_life).level_at(at)


@dataclass(frozen=True, eq=False)
class LevelChanges:
    """What changes a level, at the two ends of every pulse, in time order.

    Every pulse is, between its ends, a sum of a constant, a slope and an exponential. So three running sums
    over the ends give all levels at once, in (n + m) log n steps.

    Attributes:
        times: years since `origin`, [2n].
        sums: what is added to the constant, the slope and the exponential, [3, 2n].
        pulse: of which pulse it is an end, [2n].
        origin: decimal year.
        rate: at which the exponential fades, a year.
    """

    times: Floats
    sums: Floats
    pulse: Rows
    origin: float
    rate: float

    def level_at(self, at: Floats) -> Floats:
        """The level at each time of `at`, [m] decimal years."""
        running = np.zeros((3, len(self.times) + 1))
        np.cumsum(self.sums, axis=1, out=running[:, 1:])
        since = at - self.origin
        constant, slope, exponential = running[:, np.searchsorted(self.times, since, side="right")]
        # At a bead's own date two equal large numbers can leave a trace of rounding.
        return np.asarray(
            np.maximum(0.0, constant + slope * since + exponential * np.exp(-self.rate * since))
        )

    def select_changes(self, chosen: Rows) -> "LevelChanges":
        """Those at the places `chosen`, given in time order."""
        return LevelChanges(
            self.times[chosen], self.sums[:, chosen], self.pulse[chosen], self.origin, self.rate
        )  # fmt: skip


def build_level_changes(pulses: Pulses, half_life: float | None) -> LevelChanges:
    """What `pulses` change; `half_life` in years, None for nothing fades."""
    n = len(pulses.first)
    sharp = pulses.last - pulses.first < POINT_IN_TIME_BELOW_YEARS
    middle = (pulses.first + pulses.last) / 2
    origin = float(middle.min(initial=np.inf)) - 1 if n else 0.0
    begin, end = (np.where(sharp, middle, ends) - origin for ends in (pulses.first, pulses.last))
    fading = pulses.intensity_then - pulses.intensity_now if half_life else np.zeros(n)
    staying = pulses.intensity_now if half_life else pulses.intensity_then
    rate = _LN2 / half_life if half_life else 0.0
    width = np.where(sharp, 1.0, end - begin)

    # While the date may be passing: 0 at `begin`, growing. After: all of it, fading.
    share = np.where(sharp, 0.0, 1 / width)
    spread = fading * share / rate if rate else np.zeros(n)
    growing = np.stack([spread - staying * share * begin, staying * share, -spread * np.exp(rate * begin)])
    grown = np.where(
        sharp, fading * np.exp(rate * begin), spread * (np.exp(rate * end) - np.exp(rate * begin))
    )
    after = np.stack([staying, np.zeros(n), grown])

    times = np.concatenate([begin, end])
    order = np.argsort(times, kind="stable")
    sums = np.concatenate([growing, after - growing], axis=1)
    return LevelChanges(times[order], sums[:, order], order % max(n, 1), origin, rate)


def weigh_pulses(pulses: Pulses, t: float, half_life: float | None) -> Floats:
    """What each pulse adds to the level at one time, [n]; their sum is the level."""
    sharp = pulses.last - pulses.first < POINT_IN_TIME_BELOW_YEARS
    begin = np.where(sharp, (pulses.first + pulses.last) / 2, pulses.first)
    end = np.where(sharp, begin, pulses.last)
    width = np.where(sharp, 1.0, end - begin)
    come = np.where(sharp, t >= begin, np.clip((t - begin) / width, 0, 1))
    if not half_life:
        return np.asarray(pulses.intensity_then * come)
    rate = _LN2 / half_life
    since, after = np.maximum(t - begin, 0), np.maximum(t - end, 0)
    faded = np.where(sharp, np.exp(-rate * since), np.exp(-rate * after) - np.exp(-rate * since))
    faded = np.where(sharp, faded * (t >= begin), faded / (rate * width))
    return np.asarray(pulses.intensity_now * come + (pulses.intensity_then - pulses.intensity_now) * faded)


def compute_fringe(pulses: Pulses, at: Floats, half_life: float | None, seed: int) -> tuple[Floats, Floats]:
    """The 10 % and the 90 % end of the level when every uncertain date is drawn from its span; each [m].

    Args:
        pulses: what adds to it.
        at: decimal years, [m], rising evenly.
        half_life: in years; None for nothing fades.
        seed: of the draws: the same seed gives the same fringe.
    """
    vague = pulses.last - pulses.first >= POINT_IN_TIME_BELOW_YEARS
    sure = compute_level(pulses.select_pulses(~vague), at, half_life)
    if not vague.any() or len(at) < 2:
        return sure, sure
    drawn = pulses.select_pulses(vague)
    step = at[1] - at[0]
    dates = np.random.default_rng(seed).uniform(drawn.first, drawn.last, (_DRAWS, len(drawn.first)))
    cell = np.maximum(np.ceil((dates - at[0]) / step).astype(np.int64), 0)
    inside = cell < len(at)
    flat = (np.arange(_DRAWS)[:, None] * len(at) + cell)[inside]

    def per_cell(weight: Floats) -> Floats:
        summed = np.bincount(flat, np.broadcast_to(weight, inside.shape)[inside], _DRAWS * len(at))
        return np.asarray(summed, np.float64).reshape(_DRAWS, len(at))

    rate = _LN2 / half_life if half_life else 0.0
    growth = np.exp(rate * (at - at[0]))
    # What lies before `at` has faded a while when it begins.
    before = np.exp(-rate * np.maximum(at[0] - dates, 0))
    staying = np.cumsum(per_cell(drawn.intensity_now), axis=1)
    fading = (
        np.cumsum(per_cell((drawn.intensity_then - drawn.intensity_now) * before) * growth, axis=1) / growth
    )
    low, high = np.percentile(staying + fading, _FRINGE_PERCENT, axis=0)
    return sure + np.maximum(0, low), sure + np.maximum(0, high)


def find_gaps(tables: Tables, longest: float | None = None) -> list[tuple[float, float]]:
    """The stretches of the axis, [begin, end] in years, in which nothing was entered.

    Args:
        tables: a framed history.
        longest: in years, how long nothing may come before it is a gap; None: 5 years or 8 % of the life,
            whichever is more.
    """
    if longest is None:
        longest = max(_MIN_GAP_YEARS, _MIN_GAP_SHARE * (tables.end - tables.begin))
    times = tables.moments["t"].to_numpy()
    inside = times[(times >= tables.begin) & (times <= tables.end)]
    stops = [tables.begin, *np.sort(inside).tolist(), tables.end]
    return [(a, b) for a, b in pairwise(stops) if b - a >= longest]


def _build_whole_relationship_pulses(tables: Tables, chosen: Rows) -> Pulses:
    """The pulses of tags set on whole relationships, given as rows of `tagged`."""
    spells, tagged = tables.spells, tables.tag_entries
    starts = [float_column(spells, "start_first"), float_column(spells, "start_last")]
    ends = [float_column(spells, "end_first"), float_column(spells, "end_last")]
    of, going = int_column(spells, "rel"), bool_column(spells, "still_going")
    made: list[tuple[float, float, float, float, int, int]] = []
    for row in chosen.tolist():
        rel, rated = int(int_column(tagged, "rel")[row]), float(float_column(tagged, "intensity")[row])
        weight = UNRATED_THEN if isnan(rated) else rated
        for spell in np.flatnonzero(of == rel).tolist():
            (first, last), (until, at_last) = ((float(a[spell]), float(b[spell])) for a, b in (starts, ends))
            if isnan(first):
                continue
            made.append((first, last, weight, weight, rel, WHOLE_RELATIONSHIP))
            if not (going[spell] or isnan(until)):
                made.append((max(until, first), max(at_last, last), 0.0, -weight, rel, WHOLE_RELATIONSHIP))
    table = np.array(made, np.float64).reshape(-1, 6)
    first_, last_, then, still, rel_, moment = table.T
    return Pulses(first_, last_, then, still, rel_.astype(np.int64), moment.astype(np.int64))


def _fill_unrated(column: Floats, unrated: float) -> Floats:
    return np.where(np.isnan(column), unrated, column)
