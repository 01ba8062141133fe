"""What stands beside a stretch without entries, so that it is never read as no pain."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from timeline.levels import SIDES, Side
from timeline.messages import lifeline as say
from timeline.picture.lifeline.curves import Curve
from timeline.picture.lifeline.marks import Mark, Text
from timeline.picture.lifeline.room import Place, Room
from timeline.picture.lifeline.scale import Scale
from timeline.picture.lifeline.sheet import Sheet
from timeline.picture.lifeline.threads import UP, Years

SIZE = 12.0
_LINE = 15.0
_OFF = 7.0
_FARTHEST = 46.0
_APART = 10.0


@dataclass(frozen=True)
class GapWords:
    """The words of one gap, as they will stand.

    Attributes:
        side: of the line on which they stand.
        middle: px.
        base: px from the line.
        lines: one or two.
    """

    side: Side
    middle: float
    base: float
    lines: tuple[str, ...]

    @property
    def reach(self) -> float:
        """How far from the line they go, px."""
        return self.base + _LINE * len(self.lines)


def placed(
    gaps: Sequence[Years],
    curves: dict[Side, Curve],
    unit: float,
    scale: Scale,
    sheet: Sheet,
    rooms: dict[Side, Room],
) -> tuple[list[GapWords], list[Years]]:
    """The words of every gap for which there is room, and the gaps for which there is none.

    The widest gap chooses first; each takes its room.
    """
    made: list[GapWords] = []
    left: list[Years] = []
    for a, b in sorted(gaps, key=lambda gap: gap[0] - gap[1]):
        tried = (_best(a, b, lines, curves, unit, scale, sheet, rooms) for lines in _forms(a, b, scale))
        found = next((best for best in tried if best), None)
        if found:
            place, words = found
            rooms[words.side].take(place)
            made.append(words)
        else:
            left.append((a, b))
    return made, sorted(left)


def drawn(words: GapWords, y: float, dim: bool) -> Iterator[Mark]:
    """The words of a gap; `y` is the line between the threads."""
    first = y - words.reach if UP[words.side] < 0 else y + words.base
    for n, line in enumerate(words.lines):
        foot = first + _LINE * n + 11.5
        yield Text(line, words.middle, foot, "middle", SIZE, italic=True, role="muted", dim=dim, what="gap")


def left_over(gaps: Sequence[Years], scale: Scale, sheet: Sheet, foot: float) -> Iterator[Mark]:
    """One line for the gaps that have no room for words of their own, each under its gap.

    Neighbours whose words would meet are said together, under the middle of them.
    """
    groups: list[tuple[Years, ...]] = []
    for gap in gaps:
        group: tuple[Years, ...] = (gap,)
        while groups and _under(groups[-1], scale, sheet)[2] + _APART > _under(group, scale, sheet)[0]:
            group = (*groups.pop(), *group)
        groups.append(group)
    for group in groups:
        _, middle, _, said = _under(group, scale, sheet)
        yield Text(said, middle, foot, "middle", SIZE, italic=True, role="muted", what="gap")


def _under(gaps: Sequence[Years], scale: Scale, sheet: Sheet) -> tuple[float, float, float, str]:
    """The words for some gaps under the middle of them: their left end, middle and right end, px."""
    ages = [say.between(scale.named(a), scale.named(b)) for a, b in gaps]
    said = f"{say.NOTHING_ENTERED}, {say.listed(ages)}"
    half = sheet.measure(said, SIZE, italic=True) / 2
    middle = (scale.x(gaps[0][0]) + scale.x(gaps[-1][1])) / 2
    middle = round(max(scale.left + half, min(middle, scale.stop - half)), 1)
    return middle - half, middle, middle + half, said


def _forms(a: float, b: float, scale: Scale) -> Iterator[tuple[str, ...]]:
    """Ways to say it, the fullest first."""
    ages = say.between(scale.named(a), scale.named(b))
    yield (say.nothing_entered(scale.named(a), scale.named(b)),)
    yield (say.NOTHING_ENTERED + ",", ages)
    yield (say.NO_ENTRIES + ",", ages)


def _best(
    a: float,
    b: float,
    lines: tuple[str, ...],
    curves: dict[Side, Curve],
    unit: float,
    scale: Scale,
    sheet: Sheet,
    rooms: dict[Side, Room],
) -> tuple[Place, GapWords] | None:
    """The nearest free place that still belongs to this gap."""
    x0, x1 = scale.x(a), scale.x(b)
    middle, gap = (x0 + x1) / 2, x1 - x0
    width = max(sheet.measure(line, SIZE, italic=True) for line in lines)
    high = _LINE * len(lines)
    # Words may stand out of their gap a little, never so far that they could belong to another.
    if width > gap + (34.0 if len(lines) > 1 else 12.0):
        return None
    best: tuple[float, Place, GapWords] | None = None
    for side in SIDES:
        level_here = curves[side].highest(x0 + gap * 0.3, x1 - gap * 0.3) * unit
        for shift in (0.0, 0.12, -0.12, 0.25, -0.25, 0.4, -0.4):
            centre = middle + shift * max(gap, 40.0)
            centre = min(max(centre, scale.left - 4 + width / 2), scale.stop - 2 - width / 2)
            base = curves[side].highest(centre - width / 2 - 3, centre + width / 2 + 3) * unit + _OFF
            place = Place(centre - width / 2, base, centre + width / 2, base + high)
            if base - level_here > _FARTHEST or not rooms[side].free(place, 5.0):
                continue
            cost = base + abs(centre - middle) * 0.35 + (0.5 if side == "hurt" else 0)
            if best is None or cost < best[0]:
                best = cost, place, GapWords(side, centre, base, lines)
    return best[1:] if best else None
