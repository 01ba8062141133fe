"""The titles of the threads with their literal meaning, and the key to their height."""

from collections.abc import Iterator
from dataclasses import dataclass

from timeline.levels import Side
from timeline.messages import lifeline as say
from timeline.picture.lifeline.marks import Line, Mark, Text
from timeline.picture.lifeline.room import fitted, wrapped
from timeline.picture.lifeline.scale import Scale
from timeline.picture.lifeline.sheet import Sheet

BOX_WIDE, BOX_HIGH = 236.0, 44.0
"""On a phone: the room kept for a title and its meaning, px."""
_SMALL, _LINE = 12.5, 16.0
_TITLE: dict[Side, str] = {"care": say.CARE_TITLE, "hurt": say.HURT_TITLE}
_MEANS: dict[Side, str] = {"care": say.CARE_MEANS, "hurt": say.HURT_MEANS}
_MEANS_YEARS: dict[Side, str] = {"care": say.CARE_MEANS_YEARS, "hurt": say.HURT_MEANS_YEARS}


@dataclass(frozen=True)
class Chosen:
    """What the titles say of a selected thread.

    Attributes:
        side: its side.
        label: what the person calls it.
    """

    side: Side
    label: str


def least_height(side: Side, unit: float, sheet: Sheet) -> float:
    """The room a side's title needs beside it, px; the same with and without a selected thread."""
    if sheet.phone:
        return 0.0
    return 98.0 if side == "care" else 106.0 + 5 * unit * _in_key(unit)


def titles(
    scale: Scale, sheet: Sheet, y: float, reach: dict[Side, float], unit: float, chosen: Chosen | None
) -> Iterator[Mark]:
    """The titles of both threads.

    Args:
        scale: the axis.
        sheet: what is drawn on.
        y: of the line between the threads.
        reach: of each side from there, px.
        unit: px of one unit of level.
        chosen: the selected thread.
    """
    for side in ("care", "hurt"):
        lines = _meaning(side, scale, sheet, chosen)
        if sheet.phone:
            top = y - reach["care"] if side == "care" else y + reach["hurt"] - BOX_HIGH
            feet = [top + 17, *(top + 36 + n * _LINE for n in range(len(lines)))]
        elif side == "care":
            last = y - 17.0
            feet = [
                last - 18 - _LINE * (len(lines) - 1),
                *(last - _LINE * n for n in range(len(lines) - 1, -1, -1)),
            ]
        else:
            feet = [y + 24.0, *(y + 42 + _LINE * n for n in range(len(lines)))]
        size = 17.0 if sheet.phone else 18.0
        yield Text(
            _TITLE[side], sheet.edge, feet[0], size=size, bold=True, serif=True, role=side, what="title"
        )
        for n, (line, foot) in enumerate(zip(lines, feet[1:], strict=True)):
            bold = n == 0 and chosen is not None and chosen.side == side
            yield Text(
                line,
                sheet.edge,
                foot,
                size=_SMALL,
                bold=bold,
                role="ink" if bold else "muted",
                what="subtitle",
            )
        if side == "hurt" and not sheet.phone:
            yield from _key(sheet, feet[-1] + 12, unit)


def _in_key(unit: float) -> int:
    """How many moments rated 5 the key is high: one, or as many as can be seen."""
    return next((many for many in (1, 10, 100, 1000) if 5 * unit * many >= 6), 10_000)


def _key(sheet: Sheet, top: float, unit: float) -> Iterator[Mark]:
    many = _in_key(unit)
    x, bottom = sheet.edge + 3, top + 5 * unit * many
    yield Line((x, x), (top, bottom), "muted", 3.0, what="key")
    foot = (top + bottom) / 2 + 4
    yield Text(say.scale_key(many), x + 9, foot, size=12.0, role="muted", what="key")


def _meaning(side: Side, scale: Scale, sheet: Sheet, chosen: Chosen | None) -> list[str]:
    room = BOX_WIDE - 8 if sheet.phone else sheet.left - sheet.edge - 26

    def plain(line: str) -> float:
        return sheet.measure(line, _SMALL)

    def bold(line: str) -> float:
        return sheet.measure(line, _SMALL, bold=True)

    if chosen is None or chosen.side != side:
        means = (_MEANS if scale.by_age else _MEANS_YEARS)[side]
        return wrapped(means.split(), room, plain, 1 if sheet.phone else 2)
    if sheet.phone:
        return [fitted(f"{say.quoted(chosen.label)} {say.STRONG_SHORT}", room, bold)]
    return [fitted(say.quoted(chosen.label), room, bold), *wrapped(say.STRONG.split(), room, plain, 2)]
