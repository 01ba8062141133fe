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
from timeline.picture.lifeline.marks import Bead, Mark, Stroke, TextLine
from timeline.picture.lifeline.scale import Scale
from timeline.picture.lifeline.sheet import Sheet
from timeline.picture.lifeline.text_layout import wrap_words
from timeline.study.study import Study

_RATING_STEP_PX = 5.2
"""px of one step of the numbers 0-5."""
_DOT_PX, _DOT_OFFSET_PX, _MIN_CHECK_IN_GAP_PX = 5.5, 6.0, 24.0
_PIN_PX, _MIN_PIN_GAP_PX, _STEM_PX = 9.0, 12.0, 15.0
_TITLE_LINE_PX, _LEGEND_TEXT_PX = 15.0, 12.0


class _NotePin(NamedTuple):
    x: float
    hover_lines: tuple[str, ...]


class _CheckInMark(NamedTuple):
    x: float
    day: date
    feelings: tuple[tuple[str, float, float], ...]
    earlier_count: int = 0


def build_steps_strip(
    study: Study, scale: Scale, sheet: Sheet, top: float, binned: bool
) -> tuple[list[Mark], float]:
    """The marks of the strip from `top` down, and how high it is; 0 where there is nothing to show.

    Args:
        study: the history, read.
        scale: the axis.
        sheet: what is drawn on.
        top: y of the rule above it.
        binned: whether moments have no bead of their own, so that notes to them stand here too.
    """
    notes, visits = _find_note_pins(study, scale, binned), _find_check_ins(study, scale)
    if not notes and not visits:
        return [], 0.0
    zero = round(top + (54 if sheet.is_phone else 35), 1)
    marks: list[Mark] = [
        Stroke((sheet.title_left, scale.hope_end), (round(top, 1),) * 2, "rule", 1.0, subject="lane")
    ]
    marks += _draw_title(say.steps_strip_title(bool(notes), bool(visits)), sheet, top)
    marks += _draw_legend(notes, visits, scale, sheet, zero, top)
    marks += [mark for note in notes for mark in _draw_note_pin(note, zero)]
    marks += [mark for visit in visits for mark in _draw_check_in(visit, zero)]
    return marks, zero - top + 11


def _find_note_pins(study: Study, scale: Scale, binned: bool) -> list[_NotePin]:
    """The kind notes in the years shown; those that would overlap share a pin."""
    table = study.kind_notes
    found: list[_NotePin] = []
    for t, age, moment, text in zip(
        table.t.tolist(), table.age.tolist(), table.moment.tolist(),
        table.text.tolist(), strict=True,
    ):  # fmt: skip
        if not scale.begin <= t <= scale.end or (moment >= 0 and not binned):
            continue
        x, says = scale.year_to_x(t), say.kind_note(text, None if isnan(age) else int(age))
        if found and x - found[-1].x < _MIN_PIN_GAP_PX:
            found[-1] = _NotePin(found[-1].x, (*found[-1].hover_lines, *says))
        else:
            found.append(_NotePin(x, says))
    return found


def _find_check_ins(study: Study, scale: Scale) -> list[_CheckInMark]:
    """The check-ins in the years shown, the latest first; none on a life that is over."""
    table = study.check_ins
    felt: dict[tuple[float, str, str], list[tuple[str, float, float]]] = {}
    for id_, t, day, *feeling in zip(
        table.id, table.t.tolist(), table.day,
        table.word,
        table.came.tolist(), table.left.tolist(), strict=True,
    ):  # fmt: skip
        if scale.begin <= t <= scale.end and not study.is_life_over:
            felt.setdefault((t, id_, day), []).append(tuple(feeling))
    found: list[_CheckInMark] = []
    in_order = sorted(felt.items(), key=lambda item: item[0][0])
    for (t, _, day), feelings in in_order[::-1]:
        x = scale.year_to_x(t)
        if found and found[-1].x - x < _MIN_CHECK_IN_GAP_PX:
            found[-1] = found[-1]._replace(earlier_count=found[-1].earlier_count + 1)
        else:
            found.append(_CheckInMark(x, date.fromisoformat(day), tuple(feelings)))
    return found


def _draw_title(words: str, sheet: Sheet, top: float) -> Iterator[TextLine]:
    room = sheet.width if sheet.is_phone else sheet.axis_left - sheet.title_left - 8

    def line_width(line: str) -> float:
        return sheet.measure(line, TITLE_SIZE, bold=True)

    for n, line in enumerate(wrap_words(words.split(), room, line_width, 2)):
        foot = top + 16 + n * _TITLE_LINE_PX
        yield TextLine(line, sheet.title_left, foot, size=TITLE_SIZE, bold=True, role="muted", subject="lane")


def _draw_legend(
    notes: Sequence[_NotePin],
    visits: Sequence[_CheckInMark],
    scale: Scale,
    sheet: Sheet,
    zero: float,
    top: float,
) -> Iterator[TextLine]:
    """What the two dots are, left of the first ones (on a phone beside the title), where there is room."""
    if not any(not isnan(came) and not isnan(left) for visit in visits for _, came, left in visit.feelings):
        return
    width = sheet.measure(say.CHECK_IN_KEY, _LEGEND_TEXT_PX)
    if sheet.is_phone:
        right, foot = sheet.width - sheet.right_margin, top + 16
        taken = sheet.title_left + sheet.measure(
            say.steps_strip_title(bool(notes), True), TITLE_SIZE, bold=True
        )
    else:
        right, foot = visits[-1].x - _MIN_CHECK_IN_GAP_PX, zero - 2.5 * _RATING_STEP_PX + 4
        taken = max([scale.left, *(note.x + _PIN_PX for note in notes if note.x < right)])
        taken = right if any(right <= note.x < right + _MIN_CHECK_IN_GAP_PX for note in notes) else taken
    if right - width > taken + 8:
        yield TextLine(
            say.CHECK_IN_KEY, right, foot, "end", _LEGEND_TEXT_PX, role="muted", subject="check-in"
        )


def _draw_note_pin(note: _NotePin, zero: float) -> Iterator[Mark]:
    x, y = round(note.x, 1), round(zero - 2.5 * _RATING_STEP_PX, 1)
    yield Stroke((x, x), (y, y + _STEM_PX), "muted", 1.0, subject="note")
    yield Bead(x, y, _PIN_PX, "circle", False, "muted", hover_lines=note.hover_lines, subject="note")


def _draw_check_in(visit: _CheckInMark, zero: float) -> Iterator[Mark]:
    says = say.check_in(visit.day, visit.feelings, visit.earlier_count)

    def dot(beside: float, strength: float, filled: bool) -> Bead:
        at = round(visit.x + beside, 1), round(zero - strength * _RATING_STEP_PX, 1)
        return Bead(*at, _DOT_PX + filled, "circle", filled, "muted", hover_lines=says, subject="check-in")

    for came, left in dict.fromkeys((came, left) for _, came, left in visit.feelings):
        if isnan(came) or isnan(left):
            yield dot(0.0, left if isnan(came) else came, filled=isnan(came))
            continue
        first, second = dot(-_DOT_OFFSET_PX, came, filled=False), dot(_DOT_OFFSET_PX, left, filled=True)
        yield Stroke((first.x, second.x), (first.y, second.y), "muted", 1.0, subject="check-in")
        yield first
        yield second
