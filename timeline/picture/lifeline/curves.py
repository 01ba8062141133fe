"""A level as it is drawn: the rise ends on the date, tips are rounded, and uncertain dates give a fringe.

All numbers, peaks and names come from the formula in `timeline/levels.py`; what is here is for the eye alone.
A sudden jump would saw, and a rise that begins on the date would lose the last events of a life.
"""

from dataclasses import dataclass
from math import ceil

import numpy as np

from timeline.picture.lifeline.scale import Scale
from timeline.study.thread_levels import Floats, ThreadLevel

_FRINGE_STEP_PX = 6
_SEED = 5
_MIN_RISE_YEARS = 0.25
"""Years over which a level rises to a moment, where that is more than the brush's px."""
_SHARP_BEND_PX, _SLOW_BEND_PX = 0.15, 0.06
"""px off the straight from which the eye sees a bend: at one point, and over eight."""
_EVERY_SLOW, _EVERY = 4, 16
"""Of the points on a slow bend, and on the straight, one in so many is kept."""


@dataclass(frozen=True)
class Brush:
    """How a thread is drawn.

    Attributes:
        rise_px: px before a date in which the level comes up; also a quarter of a year or more.
        round_px: px to each side over which tips are rounded.
    """

    rise_px: float
    round_px: int


WIDE_BRUSH, PHONE_BRUSH = Brush(12.0, 6), Brush(7.0, 4)


@dataclass(frozen=True, eq=False)
class Curve:
    """A level over the years shown, one point a px.

    Attributes:
        x: px, [m].
        drawn_level: the level as drawn, [m].
        fringe_low: the fringe's lower end, never above `drawn`, [m].
        fringe_high: its upper end, never below `drawn`, [m].
    """

    x: Floats
    drawn_level: Floats
    fringe_low: Floats
    fringe_high: Floats

    @property
    def max_level(self) -> float:
        """The highest it reaches, fringe and all."""
        return float(self.fringe_high.max(initial=0.0))

    def max_level_between(self, x0: float, x1: float) -> float:
        """The highest between two px, fringe and all."""
        a, b = np.searchsorted(self.x, (x0, x1))
        return float(self.fringe_high[a : b + 1].max(initial=0.0))


def build_curve(level: ThreadLevel, scale: Scale, brush: Brush, *, vague: bool = True) -> Curve:
    """A level as drawn over the years shown.

    Args:
        level: by the formula.
        scale: the axis.
        brush: how it is drawn.
        vague: whether to work out the fringe.
    """
    x = np.append(np.arange(scale.left, scale.right), scale.right)
    rise = max(brush.rise_px, _MIN_RISE_YEARS * scale.year_length)
    before, after = (
        ceil(rise) + 2 * brush.round_px,
        0 if _is_at_last_day(scale) else ceil(rise) + 2 * brush.round_px,
    )
    wide = np.concatenate([x[0] - np.arange(before, 0, -1), x, x[-1] + np.arange(1, after + 1)])
    at = scale.x_to_years(wide)
    exact = level.level_at(at)
    drawn = _smooth_tips(exact + _add_rise_before_dates(level, at, rise), brush.round_px)
    low, high = _measure_fringe(level, exact, at, brush) if vague else (0.0, 0.0)
    shown = slice(before, before + len(x))
    kept = np.maximum(0, drawn)[shown]
    return Curve(x, kept, np.maximum(0, drawn - low)[shown], np.maximum(drawn + high, 0)[shown])


def thin_points(x: Floats, y: Floats) -> tuple[Floats, Floats]:
    """The points of a curve, one a px, that the eye needs: all at a bend, few on the straight."""
    if len(x) < 5:
        return x, y
    n = np.arange(len(x))
    sharp, slow = np.zeros(len(x)), np.zeros(len(x))
    sharp[1:-1] = np.abs(np.diff(y, 2))
    if len(x) > 8:
        slow[4:-4] = np.abs(y[:-8] - 2 * y[4:-4] + y[8:])
    keep = (sharp > _SHARP_BEND_PX) | ((n % _EVERY_SLOW == 0) & (slow > _SLOW_BEND_PX)) | (n % _EVERY == 0)
    keep[[0, -1]] = True
    flat = np.zeros(len(x), np.bool_)
    flat[1:-1] = (y[1:-1] == y[:-2]) & (y[1:-1] == y[2:])
    keep &= ~flat
    keep[[0, -1]] = True
    return x[keep], y[keep]


def _is_at_last_day(scale: Scale) -> bool:
    return scale.is_until_today or scale.is_until_death


def _add_rise_before_dates(level: ThreadLevel, at: Floats, rise: float) -> Floats:
    """What is added before each date, so that the level is up when it comes."""
    step = at[1] - at[0]
    sharp = level.is_point_in_time
    middle = (level.first + level.last) / 2
    first, last = (np.where(sharp, middle, end) for end in (level.first, level.last))
    near = (last >= at[0]) & (first <= at[-1] + step) & (level.intensity_then > 0)
    size = len(at) + 2
    a, b = (
        np.clip(np.ceil((end[near] - at[0]) / step - 1e-6).astype(np.int64), 0, size - 1)
        for end in (first, last)
    )
    a, then = np.minimum(a, b - 1), level.intensity_then[near]
    # Evenly over the cells (a, b]: as differences, then summed.
    even = np.bincount(np.maximum(a + 1, 0), then / (b - a), size + 1)
    even -= np.bincount(b + 1, then / (b - a), size + 2)[: size + 1]
    comes = np.cumsum(even)[: len(at)]
    reach = max(1, ceil(rise))
    share = 1 - np.arange(1, reach) / reach
    ahead = np.concatenate([[0.0], share * share * (3 - 2 * share)])
    return np.convolve(comes[::-1], ahead)[: len(at)][::-1]


def _smooth_tips(y: Floats, half: int) -> Floats:
    kernel = np.hanning(2 * half + 3)[1:-1]
    return np.convolve(np.pad(y, half, mode="edge"), kernel / kernel.sum(), "valid")


def _measure_fringe(level: ThreadLevel, exact: Floats, at: Floats, brush: Brush) -> tuple[Floats, Floats]:
    """How far below and above the level it may lie, smoothed; each [m]."""
    coarse = at[::_FRINGE_STEP_PX]
    low, high = level.fringe_at(coarse, _SEED)
    middle = exact[::_FRINGE_STEP_PX]
    below, above = (np.interp(at, coarse, np.maximum(0, gap)) for gap in (middle - low, high - middle))
    return _smooth_tips(below, 2 * brush.round_px), _smooth_tips(above, 2 * brush.round_px)
