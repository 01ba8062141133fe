"""The axes: age below, calendar year above; landmarks as bands; the end of the axis, and a hope past it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import ceil, floor

from timeline.messages import lifeline as say
from timeline.picture.lifeline.marks import Band, Line, Mark, Text
from timeline.picture.lifeline.room import Place, Room, cut, wrapped
from timeline.picture.lifeline.scale import GOING, Scale
from timeline.picture.lifeline.sheet import Sheet
from timeline.tables import Tables

TOP, BELOW = 28.0, 32.0
"""px above and below the plot, for the two rows of ticks."""
_SMALL, _QUIET = 12.5, 12.0
_STRIP_ROW = 16.0
_HOPE_LINES = 4


@dataclass(frozen=True)
class LandmarkWords:
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


def landmarks(tables: Tables, scale: Scale, sheet: Sheet) -> tuple[list[LandmarkWords], int]:
    """The landmarks in the years shown, and how many rows their words need."""
    made: list[LandmarkWords] = []
    room = Room()
    listed = tables.landmarks.sort_values(["first", "last"], kind="stable")
    for label, first, last in zip(listed["label"], listed["first"], listed["last"], strict=True):
        if last < scale.begin or first > scale.end:
            continue
        x0, x1 = scale.inside(scale.x(first)), scale.inside(scale.x(last))
        bare = LandmarkWords(" ".join(label.split()), first, x0, max(x1, x0 + 2))
        made.append(_said(bare, cut(label), room, scale, sheet) or bare)
    # Once each has its words, those that were cut take the room beside them that is left.
    for n, mark in enumerate(made):
        if mark.words and mark.words != mark.label:
            room.taken.remove(_place(mark, sheet))
            made[n] = whole = _said(mark, mark.label, room, scale, sheet) or mark
            if whole is mark:
                room.take(_place(mark, sheet))
    return made, max((mark.row + 1 for mark in made if mark.words), default=0)


def _said(mark: LandmarkWords, words: str, room: Room, scale: Scale, sheet: Sheet) -> LandmarkWords | None:
    """`mark` with these words in the first row that has room for them, which they take."""
    width = sheet.measure(words, _QUIET)
    if width > scale.stop - scale.left:
        return None
    low, high = scale.left + width / 2, scale.stop - width / 2
    # Under the middle of its band, else from where that begins, or up to where it ends.
    for middle in ((mark.x0 + mark.x1) / 2, mark.x0 + width / 2 - 2, mark.x1 - width / 2 + 2):
        for row in range(4 if sheet.phone else 3):
            said = replace(mark, words=words, middle=min(max(middle, low), high), row=row)
            if room.free(_place(said, sheet), 4.0):
                room.take(_place(said, sheet))
                return said
    return None


def _place(mark: LandmarkWords, sheet: Sheet) -> Place:
    half, top = sheet.measure(mark.words, _QUIET) / 2, mark.row * _STRIP_ROW
    return Place(mark.middle - half, top, mark.middle + half, top + _STRIP_ROW - 4)


def strip_height(rows: int) -> float:
    """Of the strip with the words of landmarks, px."""
    return rows * _STRIP_ROW + 4 if rows else 0.0


def bands(found: Sequence[LandmarkWords], bottom: float) -> Iterator[Mark]:
    """The landmarks' bands: so pale that they lie over the strands, and over clean places under names."""
    for mark in found:
        yield Band(round(mark.x0, 1), round(mark.x1, 1), TOP, bottom, "muted", 0.085, "landmark")


def band_words(found: Sequence[LandmarkWords], top: float) -> Iterator[Mark]:
    """The landmarks' words, in their strip from `top` down."""
    for mark in found:
        if mark.words:
            foot = top + (mark.row + 1) * _STRIP_ROW - 4
            yield Text(mark.words, mark.middle, foot, "middle", _QUIET, role="muted", what="landmark")


def axes(tables: Tables, scale: Scale, sheet: Sheet, bottom: float) -> Iterator[Mark]:
    """Grid, ticks and the end of the axis; the plot ends at `bottom`."""
    step = _step(scale, sheet)
    size = sheet.size
    ending = say.ending(tables.over, scale.age(tables.end)) if scale.to_today or scale.to_death else ""
    room = Room()
    if ending:
        at = scale.stop if scale.to_death else scale.right
        width = sheet.measure(ending, size)
        middle = min(max(at, 2 + width / 2), sheet.width - 2 - width / 2)
        room.take(Place(middle - width / 2, 0, middle + width / 2, 1))
        if scale.to_death:
            yield Line((at, at), (TOP, bottom), "ink", 1.0, 0.55, what="end")
        yield Text(ending, middle, bottom + 22, "middle", size, what="tick")
    years = _years(scale, step)
    ages = _ages(scale, step)
    below, above = (ages, years) if scale.by_age else (years, ages)
    for n, (x, words) in enumerate(below):
        if scale.left + 1 < x < scale.right - 1:
            yield Line((x, x), (TOP, bottom), "grid", 1.0, what="grid")
        first = scale.by_age and words.isdecimal() and n == (below[0][1] == say.BORN)
        shown = say.age(int(words)) if first else words
        yield from _tick(shown, x, bottom + 22, size, sheet, room)
    high = Room()
    for x, words in above:
        if scale.left + 12 < x < sheet.width - sheet.margin - 12:
            yield from _tick(words, x, 24.5 if sheet.phone else 25.0, _SMALL, sheet, high, muted=True)


def hope(words: str, scale: Scale, sheet: Sheet, y: float, top: float) -> Iterator[Mark]:
    """What the person hopes for, past today; `y` is the line between the threads."""
    x0, x1 = scale.stop, scale.strip
    if not words or x1 - x0 < 20:
        return
    yield Band(x0, sheet.width - 4, top, y + 30, "muted", 0.06, "future")
    yield Line((x0 - GOING + 4, x1), (y, y), "muted", 2.0, dash="dots", what="future")
    size = _QUIET if sheet.phone else 13.0
    room = sheet.width - 8 - x0

    def measured(line: str) -> float:
        return sheet.measure(line, size, serif=True, italic=True)

    lines = wrapped(words.split(), room, measured, _HOPE_LINES)
    foot = y - 12 - (len(lines) - 1) * 16
    yield Text(say.HOPE, x0 + 4, foot - 18, "start", _QUIET, role="muted", what="future")
    for n, line in enumerate(lines):
        yield Text(line, x0 + 4, foot + n * 16, "start", size, serif=True, italic=True, what="future")


def _tick(
    words: str, x: float, foot: float, size: float, sheet: Sheet, room: Room, muted: bool = False
) -> Iterator[Mark]:
    width = sheet.measure(words, size)
    middle = min(max(x, 2 + width / 2), sheet.width - 2 - width / 2)
    place = Place(middle - width / 2, 0, middle + width / 2, 1)
    if room.free(place, 9.0):
        room.take(place)
        yield Text(
            words, round(middle, 1), foot, "middle", size, role="muted" if muted else "ink", what="tick"
        )


def _step(scale: Scale, sheet: Sheet) -> int:
    """Years between two ticks: 5 on a life, 10 on a phone; fewer where few years are shown."""
    steps = (1, 2, 5, 10, 20, 50, 100)
    shown = scale.end - scale.begin
    least = 1 if shown < 20 else 10 if sheet.phone else 5
    return next((s for s in steps if s >= least and s * scale.year_length >= 34), steps[-1])


def _years(scale: Scale, step: int) -> list[tuple[float, str]]:
    first, last = ceil(scale.begin / step) * step, floor(scale.end)
    return [(scale.x(year), str(year)) for year in range(first, last + 1, step)]


def _ages(scale: Scale, step: int) -> list[tuple[float, str]]:
    if scale.birth != scale.birth:
        return []
    first = max(0, ceil((scale.begin - scale.birth - 0.02) / step) * step)
    last = floor(scale.end - scale.birth)
    return [
        (scale.x(scale.birth + age), say.BORN if age == 0 else str(age))
        for age in range(first, last + 1, step)
    ]
