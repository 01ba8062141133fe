"""What stands beside a stretch without entries, so that it is never read as no pain."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from models.tags import THREAD_SIDES, ThreadSide
from timeline.messages import lifeline as say
from timeline.picture.lifeline.curves import Curve
from timeline.picture.lifeline.marks import Mark, TextLine
from timeline.picture.lifeline.scale import Scale
from timeline.picture.lifeline.sheet import Sheet
from timeline.picture.lifeline.text_layout import OccupiedSpace, Rectangle
from timeline.picture.lifeline.threads import SIDE_SIGN, YearSpan

GAP_TEXT_PX = 12.0
_LINE_HEIGHT_PX = 15.0
_CURVE_DISTANCE_PX = 7.0
_MAX_DISTANCE_PX = 46.0
_MIN_LABEL_GAP_PX = 10.0
_FIRST_FOOT_PX = 11.5
"""px from the top of the words to the foot of their first line."""
_MAX_OVERHANG_PX = {1: 12.0, 2: 34.0}
"""px that one line, or two, may stand out of their gap: never so far that they could belong to another."""
_MIDDLE_SHARE = 0.3
"""The middle of a gap, where its level is read, begins at this share of it."""
_SHIFTS = (0.0, 0.12, -0.12, 0.25, -0.25, 0.4, -0.4)
"""Places that are tried, as shares of the gap from its middle."""
_MIN_SHIFT_WIDTH_PX = 40.0
"""px a gap counts as wide at the least when words are shifted in it."""
_SIDE_AIR_PX, _LABEL_AIR_PX = 3, 5.0
"""px of air: beside the words over a level, and to other words."""
_SHIFT_COST, _HURT_COST = 0.35, 0.5
"""What a px off the middle costs against a px off the line; and the lower side, so that ties go up."""


@dataclass(frozen=True)
class GapLabel:
    """The words of one gap, as they will stand.

    Attributes:
        side: of the line on which they stand.
        middle: px.
        base: px from the line.
        lines: one or two.
    """

    side: ThreadSide
    middle: float
    base: float
    lines: tuple[str, ...]

    @property
    def reach(self) -> float:
        """How far from the line they go, px."""
        return self.base + _LINE_HEIGHT_PX * len(self.lines)


def place_gap_labels(
    gaps: Sequence[YearSpan],
    curves: dict[ThreadSide, Curve],
    unit: float,
    scale: Scale,
    sheet: Sheet,
    rooms: dict[ThreadSide, OccupiedSpace],
    is_part: bool,
) -> tuple[list[GapLabel], list[YearSpan]]:
    """The words of every gap for which there is room, and the gaps for which there is none.

    The widest gap chooses first; each takes its room. `is_part`: whether a filter or a plan hides some.
    """
    made: list[GapLabel] = []
    left: list[YearSpan] = []
    for a, b in sorted(gaps, key=lambda gap: gap[0] - gap[1]):
        tried = (
            _find_best_place(a, b, lines, curves, unit, scale, sheet, rooms)
            for lines in _phrase_variants(a, b, scale, is_part)
        )
        found = next((best for best in tried if best), None)
        if found:
            place, words = found
            rooms[words.side].occupy(place)
            made.append(words)
        else:
            left.append((a, b))
    return made, sorted(left)


def draw_gap_label(words: GapLabel, y: float, dim: bool) -> Iterator[Mark]:
    """The words of a gap; `y` is the line between the threads."""
    first = y - words.reach if SIDE_SIGN[words.side] < 0 else y + words.base
    for n, line in enumerate(words.lines):
        foot = first + _LINE_HEIGHT_PX * n + _FIRST_FOOT_PX
        yield TextLine(
            line, words.middle, foot, "middle", GAP_TEXT_PX, italic=True, role="muted", dim=dim, subject="gap"
        )


def draw_remaining_gaps(
    gaps: Sequence[YearSpan], scale: Scale, sheet: Sheet, foot: float, is_part: bool
) -> Iterator[Mark]:
    """One line for the gaps that have no room for words of their own, each under its gap.

    Neighbours whose words would meet are said together, under the middle of them.
    """
    groups: list[tuple[YearSpan, ...]] = []
    for gap in gaps:
        group: tuple[YearSpan, ...] = (gap,)
        while (
            groups
            and _label_under_gaps(groups[-1], scale, sheet, is_part)[2] + _MIN_LABEL_GAP_PX
            > _label_under_gaps(group, scale, sheet, is_part)[0]
        ):
            group = (*groups.pop(), *group)
        groups.append(group)
    for group in groups:
        _, middle, _, said = _label_under_gaps(group, scale, sheet, is_part)
        yield TextLine(said, middle, foot, "middle", GAP_TEXT_PX, italic=True, role="muted", subject="gap")


def _label_under_gaps(
    gaps: Sequence[YearSpan], scale: Scale, sheet: Sheet, is_part: bool
) -> tuple[float, float, float, str]:
    """The words for some gaps under the middle of them: their left end, middle and right end, px."""
    ages = [say.format_range(scale.age_or_year(a), scale.age_or_year(b)) for a, b in gaps]
    said = say.describe_gaps(ages, is_part=is_part)
    half = sheet.measure(said, GAP_TEXT_PX, italic=True) / 2
    middle = (scale.year_to_x(gaps[0][0]) + scale.year_to_x(gaps[-1][1])) / 2
    middle = round(max(scale.left + half, min(middle, scale.plot_end - half)), 1)
    return middle - half, middle, middle + half, said


def _phrase_variants(a: float, b: float, scale: Scale, is_part: bool) -> Iterator[tuple[str, ...]]:
    """Ways to say it, the fullest first."""
    ages = say.format_range(scale.age_or_year(a), scale.age_or_year(b))
    yield (say.describe_gaps([ages], is_part=is_part),)
    for lead in say.list_gap_leads(is_part=is_part):
        yield (lead, ages)


def _find_best_place(
    a: float,
    b: float,
    lines: tuple[str, ...],
    curves: dict[ThreadSide, Curve],
    unit: float,
    scale: Scale,
    sheet: Sheet,
    rooms: dict[ThreadSide, OccupiedSpace],
) -> tuple[Rectangle, GapLabel] | None:
    """The nearest free place that still belongs to this gap."""
    x0, x1 = scale.year_to_x(a), scale.year_to_x(b)
    middle, gap = (x0 + x1) / 2, x1 - x0
    width = max(sheet.measure(line, GAP_TEXT_PX, italic=True) for line in lines)
    high = _LINE_HEIGHT_PX * len(lines)
    if width > gap + _MAX_OVERHANG_PX[len(lines)]:
        return None
    best: tuple[float, Rectangle, GapLabel] | None = None
    for side in THREAD_SIDES:
        level_here = curves[side].max_level_between(x0 + gap * _MIDDLE_SHARE, x1 - gap * _MIDDLE_SHARE) * unit
        for shift in _SHIFTS:
            centre = middle + shift * max(gap, _MIN_SHIFT_WIDTH_PX)
            centre = min(max(centre, scale.left - 4 + width / 2), scale.plot_end - 2 - width / 2)
            base = (
                curves[side].max_level_between(
                    centre - width / 2 - _SIDE_AIR_PX, centre + width / 2 + _SIDE_AIR_PX
                )
                * unit
                + _CURVE_DISTANCE_PX
            )
            place = Rectangle(centre - width / 2, base, centre + width / 2, base + high)
            if base - level_here > _MAX_DISTANCE_PX or not rooms[side].is_free(place, _LABEL_AIR_PX):
                continue
            cost = base + abs(centre - middle) * _SHIFT_COST + (_HURT_COST if side == "hurt" else 0)
            if best is None or cost < best[0]:
                best = cost, place, GapLabel(side, centre, base, lines)
    return best[1:] if best else None
