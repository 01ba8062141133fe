"""Where a thread is highest for years around, and the words that stand there: the age and whose it is."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from models.tags import ThreadSide
from timeline.messages import lifeline as say
from timeline.picture.lifeline.curves import Curve
from timeline.picture.lifeline.marks import Mark, Peak, Stroke, TextLine
from timeline.picture.lifeline.scale import Scale
from timeline.picture.lifeline.sheet import Sheet
from timeline.picture.lifeline.text_layout import OccupiedSpace, Rectangle, shorten_to_letters
from timeline.picture.lifeline.threads import SIDE_SIGN
from timeline.study.study import Study
from timeline.study.thread_levels import Floats

PEAK_WINDOW_YEARS, MIN_PEAK_DISTANCE_YEARS = 2.5, 5.0
"""Years: a peak is the highest of those around it, and so far from the next one."""
_MIN_SHARE_OF_TOP, _MIN_PEAK_LEVEL = 0.30, 3.0
_MIN_NAMED_SHARE = 0.17
_MAX_LIFT_PX, _LEADER_FROM_PX = 34.0, 12.0
_LINE_HEIGHT_PX = 15.5


@dataclass(frozen=True)
class PeakLabel:
    """The words of one peak, as they will stand.

    Attributes:
        side: of which thread.
        x: of the peak, px.
        middle: of the words, px.
        tip: of the curve there, px from the line.
        base: of the words, px from the line.
        lines: the age, then the names.
    """

    side: ThreadSide
    x: float
    middle: float
    tip: float
    base: float
    lines: tuple[str, ...]

    @property
    def reach(self) -> float:
        """How far from the line they go, px."""
        return self.base + _LINE_HEIGHT_PX * len(self.lines)


def find_peaks(
    study: Study, level: tuple[Floats, Floats], side: ThreadSide, scale: Scale, most: int
) -> list[Peak]:
    """The peaks of one thread in the years shown, tallest first; by the formula, not by what is drawn.

    Args:
        study: the history, read.
        level: times and levels where it can be highest, both [m].
        side: of the thread.
        scale: the axis.
        most: how many to find.
    """
    at, height = level
    top = float(height.max(initial=0.0))
    found: list[Peak] = []
    for n in _summits_by_height(at, height, scale):
        if height[n] < max(_MIN_SHARE_OF_TOP * top, _MIN_PEAK_LEVEL) or len(found) == most:
            break
        a, b = np.searchsorted(at, (at[n] - PEAK_WINDOW_YEARS, at[n] + PEAK_WINDOW_YEARS))
        if height[n] < height[a:b].max() - 1e-9 or any(
            abs(at[n] - peak.t) < MIN_PEAK_DISTANCE_YEARS for peak in found
        ):
            continue
        named = _find_main_names(study, side, float(at[n]))
        found.append(Peak(side, float(at[n]), float(height[n]), named, has_label=False))
    return found


def place_peak_labels(
    found: list[Peak], curve: Curve, unit: float, scale: Scale, sheet: Sheet, room: OccupiedSpace
) -> dict[Peak, PeakLabel]:
    """The words of the peaks for which there is room; `room` is in px from the line, outward.

    Args:
        found: tallest first.
        curve: of their side.
        unit: px of one unit of level.
        scale: the axis.
        sheet: what is drawn on.
        room: what is taken on this side; the words take theirs.
    """
    made: dict[Peak, PeakLabel] = {}
    for peak in found:
        age = say.format_age(scale.age_or_year(peak.t)) if scale.is_by_age else str(scale.age_or_year(peak.t))
        lines = (age, *(shorten_to_letters(name) for name in peak.names))
        size = sheet.name_size - 0.5
        width = 6 + max(sheet.measure(line, size, bold=n == 0) for n, line in enumerate(lines))
        x, high = scale.year_to_x(peak.t), _LINE_HEIGHT_PX * len(lines)
        tip = float(np.interp(x, curve.x, curve.drawn_level)) * unit
        best: tuple[float, Rectangle] | None = None
        for shift in (0.0, -0.25, 0.25, -0.5, 0.5):
            left = min(max(x - width / 2 + shift * width, scale.left - 10), scale.plot_end - 2 - width)
            if not left - 6 <= x <= left + width + 6:
                continue
            base = curve.max_level_between(left - 4, left + width + 4) * unit + 5
            place = Rectangle(left, base, left + width, base + high)
            lift = base - tip
            if (
                lift <= _MAX_LIFT_PX
                and room.is_free(place, 5.0)
                and (best is None or lift + abs(shift) * 14 < best[0])
            ):
                best = lift + abs(shift) * 14, place
        if best:
            room.occupy(best[1])
            middle = (best[1].x0 + best[1].x1) / 2
            made[peak] = PeakLabel(peak.side, x, middle, tip, best[1].y0, lines)
    return made


def draw_peak_label(peak: PeakLabel, y: float, sheet: Sheet, dim: bool) -> Iterator[Mark]:
    """The words of a peak, and a thin line to its tip where they stand off.

    Args:
        peak: placed.
        y: of the line between the threads.
        sheet: what is drawn on.
        dim: whether they step back.
    """
    up = SIDE_SIGN[peak.side]
    if peak.base - peak.tip > _LEADER_FROM_PX:
        yield Stroke(
            (peak.x, peak.x),
            (y + up * (peak.tip + 2), y + up * (peak.base + 1)),
            "muted",
            1.0,
            0.2 if dim else 0.55,
            subject="leader",
        )
    # The age always stands on top.
    first = y - peak.reach if up < 0 else y + peak.base
    for n, line in enumerate(peak.lines):
        foot = first + _LINE_HEIGHT_PX * n + 12
        size = sheet.name_size - 0.5
        yield TextLine(line, peak.middle, foot, "middle", size, bold=n == 0, dim=dim, subject="peak")


def _summits_by_height(at: Floats, height: Floats, scale: Scale) -> list[int]:
    """The highest time of each px that is no lower than the px beside it; tallest first, then earliest."""
    pixel = scale.years_to_x(at).astype(np.int64)
    starts = np.flatnonzero(np.diff(pixel, prepend=pixel[0] - 1))
    best = np.maximum.reduceat(height, starts)
    beside = np.pad(best, 1)
    summit = (best > 0) & (best >= beside[:-2]) & (best >= beside[2:])
    ends = np.append(starts[1:], len(at))
    tops = [a + int(height[a:b].argmax()) for a, b in zip(starts[summit], ends[summit], strict=True)]
    return sorted(tops, key=lambda n: -height[n])


def _find_main_names(study: Study, side: ThreadSide, t: float) -> tuple[str, ...]:
    """Who most of the level comes from: at most two, each with more than a sixth of it."""
    by_rel = study.thread_levels[side].weigh_relationships(t)
    order = np.argsort(-by_rel, kind="stable")[:2]
    names = study.relationships.name
    return tuple(str(names[rel]) for rel in order.tolist() if by_rel[rel] > _MIN_NAMED_SHARE * by_rel.sum())
