"""The titles of the threads with their literal meaning, and the key to their height."""

from collections.abc import Iterator
from dataclasses import dataclass

from models.tags import ThreadSide
from timeline.messages import lifeline as say
from timeline.messages.grammar import quote_text
from timeline.picture.lifeline.marks import Mark, Stroke, TextLine
from timeline.picture.lifeline.scale import Scale
from timeline.picture.lifeline.sheet import Sheet
from timeline.picture.lifeline.text_layout import shorten_to_width, wrap_words

TITLE_BOX_WIDTH_PX, TITLE_BOX_HEIGHT_PX = 236.0, 44.0
"""On a phone: the room kept for a title and its meaning, px."""
_SUBTITLE_PX, _LINE_HEIGHT_PX = 12.5, 16.0
_CARE_TITLE_HEIGHT_PX, _HURT_TITLE_HEIGHT_PX = 98.0, 106.0
"""px a title needs beside its side: with its meaning, and below the line without its key."""
_KEY_RATING, _MIN_KEY_PX = 5, 6
"""The key is as high as moments of this rating, and px at the least."""


@dataclass(frozen=True)
class SelectedTitle:
    """What the titles say of a selected thread.

    Attributes:
        side: its side.
        label: what the person calls it.
    """

    side: ThreadSide
    label: str


def min_title_height(side: ThreadSide, unit: float, sheet: Sheet) -> float:
    """The room a side's title needs beside it, px; the same with and without a selected thread."""
    if sheet.is_phone:
        return 0.0
    return (
        _CARE_TITLE_HEIGHT_PX
        if side == "care"
        else _HURT_TITLE_HEIGHT_PX + _KEY_RATING * unit * _moments_in_key(unit)
    )


def draw_titles(
    scale: Scale,
    sheet: Sheet,
    y: float,
    reach: dict[ThreadSide, float],
    unit: float,
    chosen: SelectedTitle | None,
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
        lines = _meaning_lines(side, scale, sheet, chosen)
        if sheet.is_phone:
            top = y - reach["care"] if side == "care" else y + reach["hurt"] - TITLE_BOX_HEIGHT_PX
            feet = [top + 17, *(top + 36 + n * _LINE_HEIGHT_PX for n in range(len(lines)))]
        elif side == "care":
            last = y - 17.0
            feet = [
                last - 18 - _LINE_HEIGHT_PX * (len(lines) - 1),
                *(last - _LINE_HEIGHT_PX * n for n in range(len(lines) - 1, -1, -1)),
            ]
        else:
            feet = [y + 24.0, *(y + 42 + _LINE_HEIGHT_PX * n for n in range(len(lines)))]
        size = 17.0 if sheet.is_phone else 18.0
        yield TextLine(
            say.TITLES[side],
            sheet.title_left,
            feet[0],
            size=size,
            bold=True,
            serif=True,
            role=side,
            subject="title",
        )
        for n, (line, foot) in enumerate(zip(lines, feet[1:], strict=True)):
            bold = n == 0 and chosen is not None and chosen.side == side
            yield TextLine(
                line,
                sheet.title_left,
                foot,
                size=_SUBTITLE_PX,
                bold=bold,
                role="ink" if bold else "muted",
                subject="subtitle",
            )
        if side == "hurt" and not sheet.is_phone:
            yield from _draw_key(sheet, feet[-1] + 12, unit)


def _moments_in_key(unit: float) -> int:
    """How many moments rated 5 the key is high: one, or as many as can be seen."""
    return next((many for many in (1, 10, 100, 1000) if _KEY_RATING * unit * many >= _MIN_KEY_PX), 10_000)


def _draw_key(sheet: Sheet, top: float, unit: float) -> Iterator[Mark]:
    many = _moments_in_key(unit)
    x, bottom = sheet.title_left + 3, top + _KEY_RATING * unit * many
    yield Stroke((x, x), (top, bottom), "muted", 3.0, subject="key")
    foot = (top + bottom) / 2 + 4
    yield TextLine(say.scale_key(many), x + 9, foot, size=12.0, role="muted", subject="key")


def _meaning_lines(side: ThreadSide, scale: Scale, sheet: Sheet, chosen: SelectedTitle | None) -> list[str]:
    room = TITLE_BOX_WIDTH_PX - 8 if sheet.is_phone else sheet.axis_left - sheet.title_left - 26

    def plain_width(line: str) -> float:
        return sheet.measure(line, _SUBTITLE_PX)

    def bold_width(line: str) -> float:
        return sheet.measure(line, _SUBTITLE_PX, bold=True)

    if chosen is None or chosen.side != side:
        means = (say.MEANINGS if scale.is_by_age else say.MEANINGS_BY_YEAR)[side]
        return wrap_words(means.split(), room, plain_width, 1 if sheet.is_phone else 2)
    if sheet.is_phone:
        return [shorten_to_width(f"{quote_text(chosen.label)} {say.STRONG_SHORT}", room, bold_width)]
    return [
        shorten_to_width(quote_text(chosen.label), room, bold_width),
        *wrap_words(say.STRONG.split(), room, plain_width, 2),
    ]
