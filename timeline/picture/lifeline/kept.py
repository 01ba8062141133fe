"""What the steps keep, in a strip over the axis: kind notes pinned at their age, check-ins toward today.

A check-in is as high as a feeling was rated, 0-5: an open dot on coming, a filled one on leaving, and a line
between the two. Those too close to be told apart stand as the latest of them.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from math import isnan
from typing import NamedTuple

from timeline.messages import lifeline as say
from timeline.picture.lifeline.lanes import TITLE_SIZE
from timeline.picture.lifeline.marks import Bead, Line, Mark, Text
from timeline.picture.lifeline.room import wrapped
from timeline.picture.lifeline.scale import Scale
from timeline.picture.lifeline.sheet import Sheet
from timeline.tables import Tables, floats, rows, words

_UNIT = 5.2
"""px of one step of the numbers 0-5."""
_DOT, _BESIDE, _APART = 5.5, 6.0, 24.0
_PIN, _PIN_APART, _STEM = 9.0, 12.0, 15.0
_TITLE_LINE, _QUIET = 15.0, 12.0


class _Note(NamedTuple):
    x: float
    says: tuple[str, ...]


class _Visit(NamedTuple):
    x: float
    day: date
    felt: tuple[tuple[str, float, float], ...]
    earlier: int = 0


def kept(tables: Tables, scale: Scale, sheet: Sheet, top: float, binned: bool) -> tuple[list[Mark], float]:
    """The marks of the strip from `top` down, and how high it is; 0 where there is nothing to show.

    Args:
        tables: the framed history.
        scale: the axis.
        sheet: what is drawn on.
        top: y of the rule above it.
        binned: whether moments have no bead of their own, so that notes to them stand here too.
    """
    notes, visits = _notes(tables, scale, binned), _visits(tables, scale)
    if not notes and not visits:
        return [], 0.0
    zero = round(top + (54 if sheet.phone else 35), 1)
    marks: list[Mark] = [Line((sheet.edge, scale.strip), (round(top, 1),) * 2, "rule", 1.0, what="lane")]
    marks += _title(say.kept_title(bool(notes), bool(visits)), sheet, top)
    marks += _legend(notes, visits, scale, sheet, zero, top)
    marks += [mark for note in notes for mark in _pin(note, zero)]
    marks += [mark for visit in visits for mark in _dots(visit, zero)]
    return marks, zero - top + 11


def _notes(tables: Tables, scale: Scale, binned: bool) -> list[_Note]:
    """The kind notes in the years shown; those that would overlap share a pin."""
    table = tables.kind_notes
    found: list[_Note] = []
    for t, age, moment, text in zip(
        floats(table, "t").tolist(), floats(table, "age").tolist(), rows(table, "moment").tolist(),
        words(table, "text").tolist(), strict=True,
    ):  # fmt: skip
        if not scale.begin <= t <= scale.end or (moment >= 0 and not binned):
            continue
        x, says = scale.x(t), say.kind_note(text, None if isnan(age) else int(age))
        if found and x - found[-1].x < _PIN_APART:
            found[-1] = _Note(found[-1].x, (*found[-1].says, *says))
        else:
            found.append(_Note(x, says))
    return found


def _visits(tables: Tables, scale: Scale) -> list[_Visit]:
    """The check-ins in the years shown, the latest first; none on a life that is over."""
    table = tables.check_ins
    felt: dict[tuple[float, str, str], list[tuple[str, float, float]]] = {}
    for id_, t, day, *feeling in zip(
        words(table, "id"), floats(table, "t").tolist(), words(table, "day"), words(table, "word"),
        floats(table, "came").tolist(), floats(table, "left").tolist(), strict=True,
    ):  # fmt: skip
        if scale.begin <= t <= scale.end and not tables.over:
            felt.setdefault((t, id_, day), []).append(tuple(feeling))
    found: list[_Visit] = []
    in_order = sorted(felt.items(), key=lambda item: item[0][0])
    for (t, _, day), feelings in in_order[::-1]:
        x = scale.x(t)
        if found and found[-1].x - x < _APART:
            found[-1] = found[-1]._replace(earlier=found[-1].earlier + 1)
        else:
            found.append(_Visit(x, date.fromisoformat(day), tuple(feelings)))
    return found


def _title(words: str, sheet: Sheet, top: float) -> Iterator[Text]:
    room = sheet.width if sheet.phone else sheet.left - sheet.edge - 8

    def measured(line: str) -> float:
        return sheet.measure(line, TITLE_SIZE, bold=True)

    for n, line in enumerate(wrapped(words.split(), room, measured, 2)):
        foot = top + 16 + n * _TITLE_LINE
        yield Text(line, sheet.edge, foot, size=TITLE_SIZE, bold=True, role="muted", what="lane")


def _legend(
    notes: Sequence[_Note], visits: Sequence[_Visit], scale: Scale, sheet: Sheet, zero: float, top: float
) -> Iterator[Text]:
    """What the two dots are, left of the first ones (on a phone beside the title), where there is room."""
    if not any(not isnan(came) and not isnan(left) for visit in visits for _, came, left in visit.felt):
        return
    width = sheet.measure(say.COMING_LEAVING, _QUIET)
    if sheet.phone:
        right, foot = sheet.width - sheet.margin, top + 16
        taken = sheet.edge + sheet.measure(say.kept_title(bool(notes), True), TITLE_SIZE, bold=True)
    else:
        right, foot = visits[-1].x - _APART, zero - 2.5 * _UNIT + 4
        taken = max([scale.left, *(note.x + _PIN for note in notes if note.x < right)])
        taken = right if any(right <= note.x < right + _APART for note in notes) else taken
    if right - width > taken + 8:
        yield Text(say.COMING_LEAVING, right, foot, "end", _QUIET, role="muted", what="check-in")


def _pin(note: _Note, zero: float) -> Iterator[Mark]:
    x, y = round(note.x, 1), round(zero - 2.5 * _UNIT, 1)
    yield Line((x, x), (y, y + _STEM), "muted", 1.0, what="note")
    yield Bead(x, y, _PIN, "circle", False, "muted", says=note.says, what="note")


def _dots(visit: _Visit, zero: float) -> Iterator[Mark]:
    says = say.check_in(visit.day, visit.felt, visit.earlier)

    def dot(beside: float, strength: float, filled: bool) -> Bead:
        at = round(visit.x + beside, 1), round(zero - strength * _UNIT, 1)
        return Bead(*at, _DOT + filled, "circle", filled, "muted", says=says, what="check-in")

    for came, left in dict.fromkeys((came, left) for _, came, left in visit.felt):
        if isnan(came) or isnan(left):
            yield dot(0.0, left if isnan(came) else came, filled=isnan(came))
            continue
        first, second = dot(-_BESIDE, came, filled=False), dot(_BESIDE, left, filled=True)
        yield Line((first.x, second.x), (first.y, second.y), "muted", 1.0, what="check-in")
        yield first
        yield second
