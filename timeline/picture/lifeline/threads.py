"""The two threads: care up and hurt down from one line, on one scale."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from timeline.levels import SIDES, Floats, Pulses, Side, level
from timeline.picture.lifeline.curves import PHONE_BRUSH, WIDE_BRUSH, Curve, curve, thinned
from timeline.picture.lifeline.marks import Area, Line, Mark
from timeline.picture.lifeline.scale import TAIL, Scale
from timeline.picture.lifeline.sheet import Sheet

FILL: dict[Side, float] = {"hurt": 0.80, "care": 0.62}
"""Strength of the areas: hurt is darker also in grey."""
UP: dict[Side, int] = {"care": -1, "hurt": 1}
"""Which way a side grows from its line, in y."""
FADED = 0.13
"""Strength of shapes that step back for a selected thread."""
_PALE = 0.34
_LOWEST = 12.0
"""The level that would fill a side: four moments of 3 at once. A quiet life is not blown up."""

Years = tuple[float, float]


@dataclass(frozen=True, eq=False)
class Threads:
    """Both threads, laid out.

    Attributes:
        curves: of each side, as drawn.
        unit: px of one unit of level.
        gaps: [from, to] in years within those shown.
    """

    curves: dict[Side, Curve]
    unit: float
    gaps: Sequence[Years]

    def height(self, side: Side) -> float:
        """How far a side reaches from the line, px."""
        return self.curves[side].top * self.unit


def threads(
    pulses: dict[Side, Pulses], half_life: float | None, scale: Scale, sheet: Sheet, gaps: Iterable[Years]
) -> Threads:
    """Both threads on one scale.

    Args:
        pulses: what adds to each side.
        half_life: in years; None for nothing fades.
        scale: the axis.
        sheet: what is drawn on.
        gaps: where nothing was entered, in years of the whole life.
    """
    brush = PHONE_BRUSH if sheet.phone else WIDE_BRUSH
    curves = {side: curve(pulses[side], half_life, scale, brush) for side in SIDES}
    one, both = (108.0, 168.0) if sheet.still else (104.0, 160.0) if sheet.phone else (120.0, 190.0)
    tops = [curves[side].top for side in SIDES]
    unit = min(one / max(*tops, _LOWEST), both / max(sum(tops), _LOWEST))
    shown = [(max(a, scale.begin), min(b, scale.end)) for a, b in gaps]
    return Threads(curves, unit, [(a, b) for a, b in shown if b - a >= 1])


def drawn(
    threads: Threads, selected: Curve | None, side_of: Side | None, scale: Scale, y: float
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
    for side in SIDES:
        marks += _side(threads, side, scale, y, stepped_back=selected is not None)
    if selected is not None and side_of is not None:
        marks += _outlined(selected, side_of, threads, scale, y, 1.0, "thread")
    return [*marks, *_line(threads.gaps, scale, y)]


def exact(pulses: Pulses, half_life: float | None, scale: Scale) -> tuple[Floats, Floats]:
    """The formula where it can be highest: once a px and at every date; times and levels, each [m]."""
    ends = np.concatenate([(pulses.first + pulses.last) / 2, pulses.last])
    inside = ends[(ends >= scale.begin) & (ends <= scale.end)]
    grid = np.linspace(scale.begin, scale.end, max(2, int(scale.right - scale.left)))
    at = np.unique(np.concatenate([grid, inside]))
    return at, level(pulses, at, half_life)


def _side(threads: Threads, side: Side, scale: Scale, y: float, stepped_back: bool) -> Iterator[Mark]:
    curve = threads.curves[side]
    if curve.top <= 0:
        return
    up, unit = UP[side], threads.unit
    if (curve.high - curve.low).max() * unit > 0.5:
        x, high = thinned(curve.x, y + up * curve.high * unit)
        back, low = thinned(curve.x, y + up * curve.low * unit)
        yield Area(
            _px(np.concatenate([x, back[::-1]])),
            _px(np.concatenate([high, low[::-1]])),
            side,
            0.28 * (FADED if stepped_back else 1),
            what="fringe",
        )
    yield from _outlined(curve, side, threads, scale, y, 0.17 if stepped_back else 1.0, "total")


def _outlined(
    curve: Curve, side: Side, threads: Threads, scale: Scale, y: float, share: float, what: str
) -> Iterator[Mark]:
    """An area with its outline; pale where nothing was entered."""
    height = curve.drawn * threads.unit
    x, edge = thinned(curve.x, y + UP[side] * height)
    if scale.to_today or scale.to_death:
        x, edge = _come_down(x, edge, y)
    full = FILL[side] * share
    yield Area(
        _px(np.concatenate([x, [x[-1], x[0]]])),
        _px(np.concatenate([edge, [y, y]])),
        side,
        full,
        _veil(threads.gaps, scale, full),
        what,
    )
    strength = 1.0 if share == 1 else 0.35
    for run in _runs(np.abs(edge - y) >= 0.6):
        yield Line(_px(x[run]), _px(edge[run]), side, 1.3, strength, what="curve")


def _come_down(x: Floats, edge: Floats, y: float) -> tuple[Floats, Floats]:
    """A level of the last day, rounded off past it, so that no rule cuts it."""
    turn = np.linspace(0, np.pi / 2, 7)[1:]
    reach = min(TAIL - 2, abs(edge[-1] - y) / 2)
    return (
        np.concatenate([x, x[-1] + reach * np.sin(turn)]),
        np.concatenate([edge, y + (edge[-1] - y) * np.cos(turn)]),
    )


def _veil(gaps: Sequence[Years], scale: Scale, full: float) -> tuple[tuple[float, float], ...]:
    """Strength from left to right: pale in the gaps, without a hard edge."""
    if not gaps:
        return ()
    stops: list[tuple[float, float]] = []
    for a, b in gaps:
        x0, x1 = scale.x(a), scale.x(b)
        ease = min(20.0, (x1 - x0) / 3)
        starts, ends = a > scale.begin + 0.01, b < scale.end - 0.01
        stops += [(x0, full), (x0 + ease, full * _PALE)] if starts else [(x0, full * _PALE)]
        stops += [(x1 - ease, full * _PALE), (x1 - ease / 3, full)] if ends else [(x1, full * _PALE)]
    return tuple((round(x, 1), round(strength, 3)) for x, strength in stops)


def _line(gaps: Sequence[Years], scale: Scale, y: float) -> Iterator[Mark]:
    x = scale.left
    for a, b in gaps:
        x0, x1 = scale.x(a), scale.x(b)
        x0 = x0 if a <= scale.begin + 0.01 else x0 + 4
        x1 = x1 if b >= scale.end - 0.01 else x1 - 4
        if x0 - x > 0.5:
            yield Line((round(x, 1), round(x0, 1)), (y, y), "ink", 2.2, what="axis")
        yield Line((round(x0, 1), round(x1, 1)), (y, y), "muted", 2.2, dash="dots", what="gap")
        x = x1
    if scale.right - x > 0.5:
        yield Line((round(x, 1), round(scale.right, 1)), (y, y), "ink", 2.2, what="axis")


def _runs(where: NDArray[np.bool_]) -> list[slice]:
    """The stretches of points that are true, each with the one before and after it."""
    where = where | np.append(where[1:], False) | np.append(False, where[:-1])
    edges = np.flatnonzero(np.diff(np.concatenate([[False], where, [False]]).astype(np.int8)))
    return [slice(a, b) for a, b in edges.reshape(-1, 2).tolist() if b - a > 1]


def _px(values: Floats) -> tuple[float, ...]:
    return tuple(values.round(1).tolist())
