"""Two parts of a history on one scale, each narrowed and then drawn and counted as any history is."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from math import isnan

import numpy as np

from timeline.levels import SIDES, Side
from timeline.messages import charts as say
from timeline.messages.lifeline import age, between
from timeline.messages.patterns import tag as tag_words
from timeline.picture.lifeline import Choice, Line, Listing, Mark, Panel, Picture, Sheet, Text
from timeline.picture.lifeline.curves import PHONE_BRUSH, WIDE_BRUSH, Curve, curve
from timeline.picture.lifeline.room import fitted, wrapped
from timeline.picture.lifeline.scale import Scale, scale
from timeline.picture.lifeline.threads import Threads, drawn
from timeline.study.filters import beside, counts
from timeline.study.study import Study

KEY = "compare"
TITLE = say.COMPARE_TITLE
SUBTITLE = say.COMPARE_SUBTITLE

_UNIT, _ROOM = 12.0, 62.0
_HEAD, _FOOT, _BETWEEN = 30.0, 26.0, 18.0
_LINE, _LINES = 16.0, 8


@dataclass(frozen=True, eq=False)
class _Laid:
    panel: Panel
    along: Scale
    curves: dict[Side, Curve]
    said: list[str]

    @property
    def head(self) -> float:
        """How much room the words above it take, px."""
        return _HEAD + _LINE * len(self.said)


def picture(study: Study, sheet: Sheet, choice: Choice) -> Picture:
    """Two panels, one below the other: years of the same length, levels of the same height."""
    if choice.panels is None:
        said = Text(say.NOT_TWO, sheet.edge, 34, role="muted", what="empty")
        return Picture(sheet.width, 60.0, (said,))
    whole = study.tables.begin, study.tables.end
    spans = [panel.years or whole for panel in choice.panels]
    longest = max(end - begin for begin, end in spans)
    laid = [_laid(panel, sheet, span, longest) for panel, span in zip(choice.panels, spans, strict=True)]
    tops = {side: max(one.curves[side].top for one in laid) for side in SIDES}
    unit = min(_ROOM / max(*tops.values(), 5.0), _UNIT)
    marks: list[Mark] = []
    y = 0.0
    for one in laid:
        line = y + one.head + max(24.0, tops["care"] * unit) + 6
        foot = line + max(24.0, tops["hurt"] * unit) + 8
        marks += _panel(one, unit, y, line, foot, sheet)
        y = foot + _FOOT + _BETWEEN
    return Picture(sheet.width, round(y - _BETWEEN + 6, 1), tuple(marks), unit=unit)


def words(study: Study, choice: Choice) -> str:
    """What it counts, received and given apart, each with its number."""
    if choice.panels is None:
        return say.NOT_TWO
    found = [(panel.label, counts(panel.study.tables)) for panel in choice.panels]
    said = [f"{label}: {say.part_counts(*part)}" for label, part in found]
    if any(part.given.relationships for _, part in found):
        said.append(say.given_drawn(study.history.settings.count_given))
    moments = [panel.study.tables.moments for panel in choice.panels]
    if undated := {id_ for some in moments for id_ in some.loc[some["t"].isna(), "id"]}:
        said.append(say.undated(len(undated)))
    return " ".join(said)


def table(study: Study, choice: Choice) -> Listing:
    """A row for each thing counted, a column for each part."""
    if choice.panels is None:
        return Listing((say.COUNTED,), (), ())
    one, other = (panel.study.tables for panel in choice.panels)
    parts = [counts(one), counts(other)]
    heads = [
        say.part_head(panel.label, part.tagged) for panel, part in zip(choice.panels, parts, strict=True)
    ]
    listed = [*zip(say.COUNTED_ROWS, *(say.part_column(*part) for part in parts), strict=True)]
    listed += [
        (
            tag_words(study.history.vocabulary[row.tag].label, row.given),
            *(say.of(k, n) for k, n in zip(row.k, row.of, strict=True)),
        )
        for row in beside(one, other)
    ]
    return Listing((say.COUNTED, *heads), tuple(listed), ("",) * len(listed))


def _laid(panel: Panel, sheet: Sheet, span: tuple[float, float], longest: float) -> _Laid:
    """A part on its own axis; `longest` years would fill the sheet."""
    tables, (begin, end) = panel.study.tables, span
    full = scale(tables, replace(sheet, span=(begin, begin + longest)), hope=False)
    # Up to `strip`, not `right`: that lies further in where it stands for today, and a year would be shorter.
    right = full.left + (end - begin) / longest * (full.strip - full.left)
    along = replace(full, end=end, right=right, to_today=False, to_death=False)
    brush = PHONE_BRUSH if sheet.phone else WIDE_BRUSH
    curves = {
        side: curve(panel.study.threads[side], tables.settings.half_life, along, brush) for side in SIDES
    }
    room = sheet.width - 2 * sheet.edge
    said = say.part_counts(*counts(tables)).split()
    lines = wrapped(said, room, lambda line: sheet.measure(line, 12.5), _LINES)
    return _Laid(panel, along, curves, lines)


def _panel(one: _Laid, unit: float, top: float, line: float, foot: float, sheet: Sheet) -> Iterator[Mark]:
    along = one.along
    label = fitted(
        one.panel.label,
        sheet.width - 2 * sheet.edge,
        lambda words: sheet.measure(words, 17.0, bold=True, serif=True),
    )
    yield Text(label, sheet.edge, top + 24, size=17.0, bold=True, serif=True, what="title")
    for n, said in enumerate(one.said, 1):
        below = top + 26 + _LINE * n
        yield Text(said, sheet.edge, below, size=12.5, role="muted", what="subtitle")
    for x, words in _ticks(along, sheet):
        yield Line((x, x), (top + one.head, foot), "grid", 1.0, what="grid")
        middle = max(x, 3 + sheet.measure(words, 12.5) / 2)
        yield Text(words, middle, foot + 18, "middle", 12.5, role="muted", what="tick")
    yield from drawn(Threads(one.curves, unit, ()), None, None, along, line)


def _ticks(along: Scale, sheet: Sheet) -> list[tuple[float, str]]:
    steps = (1, 2, 5, 10, 20, 50)
    step = next((s for s in steps if s * along.year_length >= (64 if sheet.phone else 48)), 50)
    zero = 0.0 if isnan(along.birth) or not along.by_age else along.birth
    first = int(np.ceil((along.begin - zero - 0.02) / step)) * step
    found: list[tuple[float, str]] = []
    for n in range(first, int(np.floor(along.end - zero + 0.02)) + 1, step):
        found.append((along.inside(along.x(zero + n)), age(n) if zero and not found else between(n, n)))
    return found
