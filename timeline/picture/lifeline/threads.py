"""The two threads: care up and hurt down from one line, on one scale."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from models.tags import THREAD_SIDES, ThreadSide
from timeline.picture.lifeline.curves import PHONE_BRUSH, WIDE_BRUSH, Curve, build_curve, thin_points
from timeline.picture.lifeline.marks import Area, Mark, Stroke
from timeline.picture.lifeline.scale import END_ROOM_PX, Scale
from timeline.picture.lifeline.sheet import Sheet
from timeline.study.thread_levels import Floats, ThreadLevel

FILL_STRENGTH: dict[ThreadSide, float] = {"hurt": 0.80, "care": 0.62}
"""Strength of the areas: hurt is darker also in grey."""
SIDE_SIGN: dict[ThreadSide, int] = {"care": -1, "hurt": 1}
"""Which way a side grows from its line, in y."""
FADED_STRENGTH = 0.13
"""Strength of shapes that step back for a selected thread."""
_GAP_STRENGTH = 0.34
_MIN_FULL_LEVEL = 12.0
"""The level that would fill a side: four moments of 3 at once. A quiet life is not blown up."""

YearSpan = tuple[float, float]
_FRINGE_FROM_PX = 0.5
"""px: a pale edge that is nowhere wider is not drawn."""
_OUTLINE_PX, _OUTLINE_FROM_PX, _FAINT_OUTLINE_STRENGTH = 1.3, 0.6, 0.35
"""The line along a level: its width, the height from which it is drawn (lower it only thickens the axis), and
its strength where it steps back."""
_GAP_EASE_PX = 20.0
"""px over which a level goes pale at the edge of a gap."""
_AT_END_YEARS = 0.01
"""Years: a gap that begins or ends this near to the axis' end has no edge there."""
_AXIS_PX, _AXIS_AIR_PX, _MIN_AXIS_LENGTH_PX = 2.2, 4, 0.5
"""The line between the threads: its width, the air beside its dots in a gap, the least that is drawn."""


@dataclass(frozen=True, eq=False)
class Threads:
    """Both threads, laid out.

    Attributes:
        curves: of each side, as drawn.
        unit: px of one unit of level.
        gaps: [from, to] in years within those shown.
    """

    curves: dict[ThreadSide, Curve]
    unit: float
    gaps: Sequence[YearSpan]

    def side_height(self, side: ThreadSide) -> float:
        """How far a side reaches from the line, px."""
        return self.curves[side].max_level * self.unit


def build_threads(
    levels: dict[ThreadSide, ThreadLevel],
    scale: Scale,
    sheet: Sheet,
    gaps: Iterable[YearSpan],
) -> Threads:
    """Both threads on one scale.

    Args:
        levels: of each side.
        scale: the axis.
        sheet: what is drawn on.
        gaps: where nothing was entered, in years of the whole life.
    """
    brush = PHONE_BRUSH if sheet.is_phone else WIDE_BRUSH
    curves = {side: build_curve(levels[side], scale, brush) for side in THREAD_SIDES}
    one, both = (108.0, 168.0) if sheet.for_print else (104.0, 160.0) if sheet.is_phone else (120.0, 190.0)
    tops = [curves[side].max_level for side in THREAD_SIDES]
    unit = min(one / max(*tops, _MIN_FULL_LEVEL), both / max(sum(tops), _MIN_FULL_LEVEL))
    shown = [(max(a, scale.begin), min(b, scale.end)) for a, b in gaps]
    return Threads(curves, unit, [(a, b) for a, b in shown if b - a >= 1])


def draw_threads(
    threads: Threads, selected: Curve | None, side_of: ThreadSide | None, scale: Scale, y: float
) -> list[Mark]:
    """The marks of both threads and of the line between them.

    Args:
        threads: laid out.
        selected: the curve of the thread that stands out; None for none.
        side_of: its side.
        scale: the axis.
        y: of the line.
    """
    marks: list[Mark] = []
    for side in THREAD_SIDES:
        marks += _draw_side(threads, side, scale, y, stepped_back=selected is not None)
    if selected is not None and side_of is not None:
        marks += _draw_outlined_area(selected, side_of, threads, scale, y, 1.0, "thread")
    return [*marks, *_draw_axis_line(threads.gaps, scale, y)]


def sample_exact_levels(level: ThreadLevel, scale: Scale) -> tuple[Floats, Floats]:
    """The formula where it can be highest: once a px and at every date; times and levels, each [m]."""
    ends = level.change_times
    inside = ends[(ends >= scale.begin) & (ends <= scale.end)]
    grid = np.linspace(scale.begin, scale.end, max(2, int(scale.right - scale.left)))
    at = np.unique(np.concatenate([grid, inside]))
    return at, level.level_at(at)


def _draw_side(
    threads: Threads, side: ThreadSide, scale: Scale, y: float, stepped_back: bool
) -> Iterator[Mark]:
    curve = threads.curves[side]
    if curve.max_level <= 0:
        return
    up, unit = SIDE_SIGN[side], threads.unit
    if (curve.fringe_high - curve.fringe_low).max() * unit > _FRINGE_FROM_PX:
        x, high = thin_points(curve.x, y + up * curve.fringe_high * unit)
        back, low = thin_points(curve.x, y + up * curve.fringe_low * unit)
        yield Area(
            _round_px(np.concatenate([x, back[::-1]])),
            _round_px(np.concatenate([high, low[::-1]])),
            side,
            0.28 * (FADED_STRENGTH if stepped_back else 1),
            subject="fringe",
        )
    yield from _draw_outlined_area(curve, side, threads, scale, y, 0.17 if stepped_back else 1.0, "total")


def _draw_outlined_area(
    curve: Curve, side: ThreadSide, threads: Threads, scale: Scale, y: float, share: float, what: str
) -> Iterator[Mark]:
    """An area with its outline; pale where nothing was entered."""
    height = curve.drawn_level * threads.unit
    x, edge = thin_points(curve.x, y + SIDE_SIGN[side] * height)
    if scale.is_until_today or scale.is_until_death:
        x, edge = _round_off_end(x, edge, y)
    full = FILL_STRENGTH[side] * share
    yield Area(
        _round_px(np.concatenate([x, [x[-1], x[0]]])),
        _round_px(np.concatenate([edge, [y, y]])),
        side,
        full,
        _gap_strength_stops(threads.gaps, scale, full),
        what,
    )
    strength = 1.0 if share == 1 else _FAINT_OUTLINE_STRENGTH
    for run in _find_runs(np.abs(edge - y) >= _OUTLINE_FROM_PX):
        yield Stroke(_round_px(x[run]), _round_px(edge[run]), side, _OUTLINE_PX, strength, subject="curve")


def _round_off_end(x: Floats, edge: Floats, y: float) -> tuple[Floats, Floats]:
    """A level of the last day, rounded off past it, so that no rule cuts it."""
    turn = np.linspace(0, np.pi / 2, 7)[1:]
    reach = min(END_ROOM_PX - 2, abs(edge[-1] - y) / 2)
    return (
        np.concatenate([x, x[-1] + reach * np.sin(turn)]),
        np.concatenate([edge, y + (edge[-1] - y) * np.cos(turn)]),
    )


def _gap_strength_stops(
    gaps: Sequence[YearSpan], scale: Scale, full: float
) -> tuple[tuple[float, float], ...]:
    """Strength from left to right: pale in the gaps, without a hard edge."""
    if not gaps:
        return ()
    stops: list[tuple[float, float]] = []
    for a, b in gaps:
        x0, x1 = scale.year_to_x(a), scale.year_to_x(b)
        ease = min(_GAP_EASE_PX, (x1 - x0) / 3)
        starts, ends = a > scale.begin + _AT_END_YEARS, b < scale.end - _AT_END_YEARS
        stops += [(x0, full), (x0 + ease, full * _GAP_STRENGTH)] if starts else [(x0, full * _GAP_STRENGTH)]
        stops += (
            [(x1 - ease, full * _GAP_STRENGTH), (x1 - ease / 3, full)]
            if ends
            else [(x1, full * _GAP_STRENGTH)]
        )
    return tuple((round(x, 1), round(strength, 3)) for x, strength in stops)


def _draw_axis_line(gaps: Sequence[YearSpan], scale: Scale, y: float) -> Iterator[Mark]:
    x = scale.left
    for a, b in gaps:
        x0, x1 = scale.year_to_x(a), scale.year_to_x(b)
        x0 = x0 if a <= scale.begin + _AT_END_YEARS else x0 + _AXIS_AIR_PX
        x1 = x1 if b >= scale.end - _AT_END_YEARS else x1 - _AXIS_AIR_PX
        if x0 - x > _MIN_AXIS_LENGTH_PX:
            yield Stroke((round(x, 1), round(x0, 1)), (y, y), "ink", _AXIS_PX, subject="axis")
        yield Stroke((round(x0, 1), round(x1, 1)), (y, y), "muted", _AXIS_PX, dash="dots", subject="gap")
        x = x1
    if scale.right - x > _MIN_AXIS_LENGTH_PX:
        yield Stroke((round(x, 1), round(scale.right, 1)), (y, y), "ink", _AXIS_PX, subject="axis")


def _find_runs(where: NDArray[np.bool_]) -> list[slice]:
    """The stretches of points that are true, each with the one before and after it."""
    where = where | np.append(where[1:], False) | np.append(False, where[:-1])
    edges = np.flatnonzero(np.diff(np.concatenate([[False], where, [False]]).astype(np.int8)))
    return [slice(a, b) for a, b in edges.reshape(-1, 2).tolist() if b - a > 1]


def _round_px(values: Floats) -> tuple[float, ...]:
    return tuple(values.round(1).tolist())
