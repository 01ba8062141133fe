"""The axes: age below, calendar year above; landmarks as bands; the end of the axis, and a hope past it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import ceil, floor

from timeline.messages import lifeline as say
from timeline.picture.lifeline.marks import Band, Mark, Stroke, TextLine
from timeline.picture.lifeline.scale import SAME_TIME_YEARS, STILL_GOING_ROOM_PX, Scale
from timeline.picture.lifeline.sheet import Sheet
from timeline.picture.lifeline.text_layout import OccupiedSpace, Rectangle, shorten_to_letters, wrap_words
from timeline.study.study import Study

TOP_MARGIN_PX, BOTTOM_MARGIN_PX = 28.0, 32.0
"""px above and below the plot, for the two rows of ticks."""
_UPPER_TICK_PX, _SMALL_TEXT_PX = 12.5, 12.0
_STRIP_ROW_PX = 16.0
_MAX_HOPE_LINES = 4
_TICK_FOOT_PX, _UPPER_TICK_FOOT_PX, _UPPER_TICK_FOOT_PHONE_PX = 22, 25.0, 24.5
"""px: the feet of the labels below the plot, and of those above it."""
_LANDMARK_STRENGTH, _FUTURE_STRENGTH, _END_STRENGTH = 0.085, 0.06, 0.55
"""So pale that words stay readable over them; the line at the end of a life."""
_LANDMARK_ROWS, _LANDMARK_ROWS_PHONE = 3, 4
_LABEL_AIR_PX, _TICK_AIR_PX = 4.0, 9.0
"""px between two words of landmarks, and between two ticks."""
_TICK_STEPS_YEARS = (1, 2, 5, 10, 20, 50, 100)
_MIN_TICK_GAP_PX = 34
_FINE_TICKS_BELOW_YEARS = 20
"""Years shown, below which ticks may stand closer than every five."""


@dataclass(frozen=True)
class LandmarkLabel:
    """A landmark as it will stand.

    Attributes:
        label: of it, whole.
        t: where it begins, decimal year.
        x0: of its band, px.
        x1: its other side.
        words: what is written, "" where there is no room.
        middle: of the words.
        row: in the strip, from the top.
    """

    label: str
    t: float
    x0: float
    x1: float
    words: str = ""
    middle: float = 0.0
    row: int = 0


def place_landmarks(study: Study, scale: Scale, sheet: Sheet) -> tuple[list[LandmarkLabel], int]:
    """The landmarks in the years shown, and how many rows their words need."""
    made: list[LandmarkLabel] = []
    room = OccupiedSpace()
    listed = study.landmarks
    for label, first, last in sorted(
        zip(listed.label.tolist(), listed.first.tolist(), listed.last.tolist(), strict=True),
        key=lambda one: one[1:],
    ):
        if last < scale.begin or first > scale.end:
            continue
        x0, x1 = scale.clamp_x(scale.year_to_x(first)), scale.clamp_x(scale.year_to_x(last))
        bare = LandmarkLabel(" ".join(label.split()), first, x0, max(x1, x0 + 2))
        made.append(_place_label(bare, shorten_to_letters(label), room, scale, sheet) or bare)
    # Once each has its words, those that were cut take the room beside them that is left.
    for n, mark in enumerate(made):
        if mark.words and mark.words != mark.label:
            room.rectangles.remove(_label_rectangle(mark, sheet))
            made[n] = whole = _place_label(mark, mark.label, room, scale, sheet) or mark
            if whole is mark:
                room.occupy(_label_rectangle(mark, sheet))
    return made, max((mark.row + 1 for mark in made if mark.words), default=0)


def _place_label(
    mark: LandmarkLabel, words: str, room: OccupiedSpace, scale: Scale, sheet: Sheet
) -> LandmarkLabel | None:
    """`mark` with these words in the first row that has room for them, which they take."""
    width = sheet.measure(words, _SMALL_TEXT_PX)
    if width > scale.plot_end - scale.left:
        return None
    low, high = scale.left + width / 2, scale.plot_end - width / 2
    # Under the middle of its band, else from where that begins, or up to where it ends.
    for middle in ((mark.x0 + mark.x1) / 2, mark.x0 + width / 2 - 2, mark.x1 - width / 2 + 2):
        for row in range(_LANDMARK_ROWS_PHONE if sheet.is_phone else _LANDMARK_ROWS):
            said = replace(mark, words=words, middle=min(max(middle, low), high), row=row)
            if room.is_free(_label_rectangle(said, sheet), _LABEL_AIR_PX):
                room.occupy(_label_rectangle(said, sheet))
                return said
    return None


def _label_rectangle(mark: LandmarkLabel, sheet: Sheet) -> Rectangle:
    half, top = sheet.measure(mark.words, _SMALL_TEXT_PX) / 2, mark.row * _STRIP_ROW_PX
    return Rectangle(mark.middle - half, top, mark.middle + half, top + _STRIP_ROW_PX - 4)


def landmark_strip_height(rows: int) -> float:
    """Of the strip with the words of landmarks, px."""
    return rows * _STRIP_ROW_PX + 4 if rows else 0.0


def draw_landmark_bands(found: Sequence[LandmarkLabel], bottom: float) -> Iterator[Mark]:
    """The landmarks' bands: so pale that they lie over the strands, and over clean places under names."""
    for mark in found:
        yield Band(
            round(mark.x0, 1),
            round(mark.x1, 1),
            TOP_MARGIN_PX,
            bottom,
            "muted",
            _LANDMARK_STRENGTH,
            "landmark",
        )


def draw_landmark_labels(found: Sequence[LandmarkLabel], top: float) -> Iterator[Mark]:
    """The landmarks' words, in their strip from `top` down."""
    for mark in found:
        if mark.words:
            foot = top + (mark.row + 1) * _STRIP_ROW_PX - 4
            yield TextLine(
                mark.words, mark.middle, foot, "middle", _SMALL_TEXT_PX, role="muted", subject="landmark"
            )


def draw_axes(study: Study, scale: Scale, sheet: Sheet, bottom: float) -> Iterator[Mark]:
    """Grid, ticks and the end of the axis; the plot ends at `bottom`."""
    step = _tick_step_years(scale, sheet)
    size = sheet.name_size
    ending = (
        say.axis_end_label(study.is_life_over, scale.age(study.end))
        if scale.is_until_today or scale.is_until_death
        else ""
    )
    room = OccupiedSpace()
    if ending:
        at = scale.plot_end if scale.is_until_death else scale.right
        width = sheet.measure(ending, size)
        middle = min(max(at, 2 + width / 2), sheet.width - 2 - width / 2)
        room.occupy(Rectangle(middle - width / 2, 0, middle + width / 2, 1))
        if scale.is_until_death:
            yield Stroke((at, at), (TOP_MARGIN_PX, bottom), "ink", 1.0, _END_STRENGTH, subject="end")
        yield TextLine(ending, middle, bottom + _TICK_FOOT_PX, "middle", size, subject="tick")
    years = _find_year_ticks(scale, step)
    ages = _find_age_ticks(scale, step)
    below, above = (ages, years) if scale.is_by_age else (years, ages)
    for n, (x, words) in enumerate(below):
        if scale.left + 1 < x < scale.right - 1:
            yield Stroke((x, x), (TOP_MARGIN_PX, bottom), "grid", 1.0, subject="grid")
        first = scale.is_by_age and words.isdecimal() and n == (below[0][1] == say.BORN)
        shown = say.format_age(int(words)) if first else words
        yield from _draw_tick(shown, x, bottom + _TICK_FOOT_PX, size, sheet, room)
    high = OccupiedSpace()
    for x, words in above:
        if scale.left + 12 < x < sheet.width - sheet.right_margin - 12:
            yield from _draw_tick(
                words,
                x,
                _UPPER_TICK_FOOT_PHONE_PX if sheet.is_phone else _UPPER_TICK_FOOT_PX,
                _UPPER_TICK_PX,
                sheet,
                high,
                muted=True,
            )


def draw_hope(words: str, scale: Scale, sheet: Sheet, y: float, top: float) -> Iterator[Mark]:
    """What the person hopes for, past today; `y` is the line between the threads."""
    x0, x1 = scale.plot_end, scale.hope_end
    if not words or x1 - x0 < 20:
        return
    yield Band(x0, sheet.width - 4, top, y + 30, "muted", _FUTURE_STRENGTH, "future")
    yield Stroke((x0 - STILL_GOING_ROOM_PX + 4, x1), (y, y), "muted", 2.0, dash="dots", subject="future")
    size = _SMALL_TEXT_PX if sheet.is_phone else 13.0
    room = sheet.width - 8 - x0

    def line_width(line: str) -> float:
        return sheet.measure(line, size, serif=True, italic=True)

    lines = wrap_words(words.split(), room, line_width, _MAX_HOPE_LINES)
    foot = y - 12 - (len(lines) - 1) * 16
    yield TextLine(say.HOPE, x0 + 4, foot - 18, "start", _SMALL_TEXT_PX, role="muted", subject="future")
    for n, line in enumerate(lines):
        yield TextLine(line, x0 + 4, foot + n * 16, "start", size, serif=True, italic=True, subject="future")


def _draw_tick(
    words: str, x: float, foot: float, size: float, sheet: Sheet, room: OccupiedSpace, muted: bool = False
) -> Iterator[Mark]:
    width = sheet.measure(words, size)
    middle = min(max(x, 2 + width / 2), sheet.width - 2 - width / 2)
    place = Rectangle(middle - width / 2, 0, middle + width / 2, 1)
    if room.is_free(place, _TICK_AIR_PX):
        room.occupy(place)
        yield TextLine(
            words, round(middle, 1), foot, "middle", size, role="muted" if muted else "ink", subject="tick"
        )


def _tick_step_years(scale: Scale, sheet: Sheet) -> int:
    """Years between two ticks: 5 on a life, 10 on a phone; fewer where few years are shown."""
    shown = scale.end - scale.begin
    least = 1 if shown < _FINE_TICKS_BELOW_YEARS else 10 if sheet.is_phone else 5
    return next(
        (s for s in _TICK_STEPS_YEARS if s >= least and s * scale.year_length >= _MIN_TICK_GAP_PX),
        _TICK_STEPS_YEARS[-1],
    )


def _find_year_ticks(scale: Scale, step: int) -> list[tuple[float, str]]:
    first, last = ceil(scale.begin / step) * step, floor(scale.end)
    return [(scale.year_to_x(year), str(year)) for year in range(first, last + 1, step)]


def _find_age_ticks(scale: Scale, step: int) -> list[tuple[float, str]]:
    if scale.birth != scale.birth:
        return []
    first = max(0, ceil((scale.begin - scale.birth - SAME_TIME_YEARS) / step) * step)
    last = floor(scale.end - scale.birth)
    return [
        (scale.year_to_x(scale.birth + age), say.BORN if age == 0 else str(age))
        for age in range(first, last + 1, step)
    ]
