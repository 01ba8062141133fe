"""Where a thread is highest for years around, and the words that stand there: the age and whose it is."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from timeline.levels import Floats, Pulses, Side, weights
from timeline.messages import lifeline as say
from timeline.picture.lifeline.curves import Curve
from timeline.picture.lifeline.marks import Line, Mark, Peak, Text
from timeline.picture.lifeline.room import Place, Room, cut
from timeline.picture.lifeline.scale import Scale
from timeline.picture.lifeline.sheet import Sheet
from timeline.picture.lifeline.threads import UP
from timeline.tables import Tables, words

AROUND, APART = 2.5, 5.0
"""Years: a peak is the highest of those around it, and so far from the next one."""
_PART, _LEAST = 0.30, 3.0
_NAMED_FROM = 0.17
_LIFT, _LEADER_FROM = 34.0, 12.0
_LINE = 15.5


@dataclass(frozen=True)
class PeakWords:
    """The words of one peak, as they will stand.

    Attributes:
        side: of which thread.
        x: of the peak, px.
        middle: of the words, px.
        tip: of the curve there, px from the line.
        base: of the words, px from the line.
        lines: the age, then the names.
    """

    side: Side
    x: float
    middle: float
    tip: float
    base: float
    lines: tuple[str, ...]

    @property
    def reach(self) -> float:
        """How far from the line they go, px."""
        return self.base + _LINE * len(self.lines)


def peaks(
    tables: Tables, pulses: Pulses, level: tuple[Floats, Floats], side: Side, scale: Scale, most: int
) -> list[Peak]:
    """The peaks of one thread in the years shown, tallest first; by the formula, not by what is drawn.

    Args:
        tables: the framed history.
        pulses: what adds to the thread.
        level: times and levels where it can be highest, both [m].
        side: of the thread.
        scale: the axis.
        most: how many to find.
    """
    at, height = level
    half_life = tables.settings.half_life
    top = float(height.max(initial=0.0))
    found: list[Peak] = []
    for n in _tallest_first(at, height, scale):
        if height[n] < max(_PART * top, _LEAST) or len(found) == most:
            break
        a, b = np.searchsorted(at, (at[n] - AROUND, at[n] + AROUND))
        if height[n] < height[a:b].max() - 1e-9 or any(abs(at[n] - peak.t) < APART for peak in found):
            continue
        named = _names(tables, pulses, float(at[n]), half_life)
        found.append(Peak(side, float(at[n]), float(height[n]), named, shown=False))
    return found


def placed(
    found: list[Peak], curve: Curve, unit: float, scale: Scale, sheet: Sheet, room: Room
) -> dict[Peak, PeakWords]:
    """The words of the peaks for which there is room; `room` is in px from the line, outward.

    Args:
        found: tallest first.
        curve: of their side.
        unit: px of one unit of level.
        scale: the axis.
        sheet: what is drawn on.
        room: what is taken on this side; the words take theirs.
    """
    made: dict[Peak, PeakWords] = {}
    for peak in found:
        age = say.age(scale.named(peak.t)) if scale.by_age else str(scale.named(peak.t))
        lines = (age, *(cut(name) for name in peak.names))
        size = sheet.size - 0.5
        width = 6 + max(sheet.measure(line, size, bold=n == 0) for n, line in enumerate(lines))
        x, high = scale.x(peak.t), _LINE * len(lines)
        tip = float(np.interp(x, curve.x, curve.drawn)) * unit
        best: tuple[float, Place] | None = None
        for shift in (0.0, -0.25, 0.25, -0.5, 0.5):
            left = min(max(x - width / 2 + shift * width, scale.left - 10), scale.stop - 2 - width)
            if not left - 6 <= x <= left + width + 6:
                continue
            base = curve.highest(left - 4, left + width + 4) * unit + 5
            place = Place(left, base, left + width, base + high)
            lift = base - tip
            if lift <= _LIFT and room.free(place, 5.0) and (best is None or lift + abs(shift) * 14 < best[0]):
                best = lift + abs(shift) * 14, place
        if best:
            room.take(best[1])
            middle = (best[1].x0 + best[1].x1) / 2
            made[peak] = PeakWords(peak.side, x, middle, tip, best[1].y0, lines)
    return made


def drawn(peak: PeakWords, y: float, sheet: Sheet, dim: bool) -> Iterator[Mark]:
    """The words of a peak, and a thin line to its tip where they stand off.

    Args:
        peak: placed.
        y: of the line between the threads.
        sheet: what is drawn on.
        dim: whether they step back.
    """
    up = UP[peak.side]
    if peak.base - peak.tip > _LEADER_FROM:
        yield Line(
            (peak.x, peak.x),
            (y + up * (peak.tip + 2), y + up * (peak.base + 1)),
            "muted",
            1.0,
            0.2 if dim else 0.55,
            what="leader",
        )
    # The age always stands on top.
    first = y - peak.reach if up < 0 else y + peak.base
    for n, line in enumerate(peak.lines):
        foot = first + _LINE * n + 12
        size = sheet.size - 0.5
        yield Text(line, peak.middle, foot, "middle", size, bold=n == 0, dim=dim, what="peak")


def _tallest_first(at: Floats, height: Floats, scale: Scale) -> list[int]:
    """The highest time of each px that is no lower than the px beside it; tallest first, then earliest."""
    pixel = scale.xs(at).astype(np.int64)
    starts = np.flatnonzero(np.diff(pixel, prepend=pixel[0] - 1))
    best = np.maximum.reduceat(height, starts)
    beside = np.pad(best, 1)
    summit = (best > 0) & (best >= beside[:-2]) & (best >= beside[2:])
    ends = np.append(starts[1:], len(at))
    tops = [a + int(height[a:b].argmax()) for a, b in zip(starts[summit], ends[summit], strict=True)]
    return sorted(tops, key=lambda n: -height[n])


def _names(tables: Tables, pulses: Pulses, t: float, half_life: float | None) -> tuple[str, ...]:
    """Who most of the level comes from: at most two, each with more than a sixth of it."""
    by_rel = np.bincount(pulses.rel, np.maximum(weights(pulses, t, half_life), 0))
    order = np.argsort(-by_rel, kind="stable")[:2]
    names = words(tables.relationships, "name")
    return tuple(str(names[rel]) for rel in order.tolist() if by_rel[rel] > _NAMED_FROM * by_rel.sum())
