"""Two parts of a history on one scale, each narrowed and then drawn and counted as any history is."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from math import isnan

import numpy as np

from models.tags import THREAD_SIDES, ThreadSide
from timeline.messages import charts as say
from timeline.messages.grammar import count_of_total
from timeline.messages.lifeline import format_age, format_range
from timeline.messages.pattern_terms import format_tag as tag_words
from timeline.messages.tags import tag_label
from timeline.picture.lifeline import ChartTable, Choice, Mark, Panel, Picture, Sheet, Stroke, TextLine
from timeline.picture.lifeline.curves import PHONE_BRUSH, WIDE_BRUSH, Curve, build_curve
from timeline.picture.lifeline.scale import Scale, build_scale
from timeline.picture.lifeline.text_layout import shorten_to_width, wrap_words
from timeline.picture.lifeline.threads import Threads, draw_threads
from timeline.study.filters import compare_tags, count_part
from timeline.study.life_counts import list_undated_moments
from timeline.study.study import Study

KEY = "compare"

_MAX_PX_PER_LEVEL, _SIDE_HEIGHT_PX = 12.0, 62.0
_HEAD_PX, _FOOT_PX, _PANEL_GAP_PX = 30.0, 26.0, 18.0
_LINE_HEIGHT_PX, _MAX_LINES = 16.0, 8


@dataclass(frozen=True, eq=False)
class _PanelLayout:
    panel: Panel
    along: Scale
    curves: dict[ThreadSide, Curve]
    count_lines: list[str]

    @property
    def head_height(self) -> float:
        """How much room the words above it take, px."""
        return _HEAD_PX + _LINE_HEIGHT_PX * len(self.count_lines)


def title() -> str:
    """What it is called."""
    return say.COMPARE_TITLE


def subtitle() -> str:
    """What it literally shows."""
    return say.COMPARE_SUBTITLE


def build_picture(study: Study, sheet: Sheet, choice: Choice) -> Picture:
    """Two panels, one below the other: years of the same length, levels of the same height."""
    if choice.panels is None:
        said = TextLine(say.NOT_TWO, sheet.title_left, 34, role="muted", subject="empty")
        return Picture(sheet.width, 60.0, (said,))
    whole = study.begin, study.end
    spans = [panel.years or whole for panel in choice.panels]
    longest = max(end - begin for begin, end in spans)
    laid = [
        _lay_out_panel(panel, sheet, span, longest) for panel, span in zip(choice.panels, spans, strict=True)
    ]
    tops = {side: max(one.curves[side].max_level for one in laid) for side in THREAD_SIDES}
    unit = min(_SIDE_HEIGHT_PX / max(*tops.values(), 5.0), _MAX_PX_PER_LEVEL)
    marks: list[Mark] = []
    y = 0.0
    for one in laid:
        line = y + one.head_height + max(24.0, tops["care"] * unit) + 6
        foot = line + max(24.0, tops["hurt"] * unit) + 8
        marks += _draw_panel(one, unit, y, line, foot, sheet)
        y = foot + _FOOT_PX + _PANEL_GAP_PX
    return Picture(sheet.width, round(y - _PANEL_GAP_PX + 6, 1), tuple(marks), px_per_level=unit)


def describe_in_words(study: Study, choice: Choice) -> str:
    """What it counts, received and given apart, each with its number."""
    if choice.panels is None:
        return say.NOT_TWO
    found = [(panel.label, count_part(panel.study)) for panel in choice.panels]
    said = [f"{label}: {say.part_counts(*part)}" for label, part in found]
    if any(part.given_counts.relationships for _, part in found):
        said.append(say.given_drawn(study.history.settings.count_given))
    if undated := {id_ for panel in choice.panels for id_ in list_undated_moments(panel.study)}:
        said.append(say.undated_moments_note(len(undated)))
    return " ".join(said)


def build_table(study: Study, choice: Choice) -> ChartTable:
    """A row for each thing counted, a column for each part."""
    if choice.panels is None:
        return ChartTable((say.COUNTS_HEADING,), (), ())
    one, other = (panel.study for panel in choice.panels)
    parts = [count_part(one), count_part(other)]
    heads = [
        say.part_head(panel.label, part.tagged_relationships)
        for panel, part in zip(choice.panels, parts, strict=True)
    ]
    listed = [*zip(say.COUNTED_ROWS, *(say.part_column(*part) for part in parts), strict=True)]
    listed += [
        (
            tag_words(tag_label(study.history.vocabulary[row.tag]), row.is_given),
            *(count_of_total(k, n) for k, n in zip(row.holding_counts, row.tagged_counts, strict=True)),
        )
        for row in compare_tags(one, other)
    ]
    return ChartTable((say.COUNTS_HEADING, *heads), tuple(listed), ("",) * len(listed))


def _lay_out_panel(panel: Panel, sheet: Sheet, span: tuple[float, float], longest: float) -> _PanelLayout:
    """A part on its own axis; `longest` years would fill the sheet."""
    study, (begin, end) = panel.study, span
    full = build_scale(study, replace(sheet, span=(begin, begin + longest)), hope=False)
    # Up to `strip`, not `right`: that lies further in where it stands for today, and a year would be shorter.
    right = full.left + (end - begin) / longest * (full.hope_end - full.left)
    along = replace(full, end=end, right=right, is_until_today=False, is_until_death=False)
    brush = PHONE_BRUSH if sheet.is_phone else WIDE_BRUSH
    curves = {side: build_curve(study.thread_levels[side], along, brush) for side in THREAD_SIDES}
    room = sheet.width - 2 * sheet.title_left
    said = say.part_counts(*count_part(study)).split()
    lines = wrap_words(said, room, lambda line: sheet.measure(line, 12.5), _MAX_LINES)
    return _PanelLayout(panel, along, curves, lines)


def _draw_panel(
    one: _PanelLayout, unit: float, top: float, line: float, foot: float, sheet: Sheet
) -> Iterator[Mark]:
    along = one.along
    label = shorten_to_width(
        one.panel.label,
        sheet.width - 2 * sheet.title_left,
        lambda words: sheet.measure(words, 17.0, bold=True, serif=True),
    )
    yield TextLine(label, sheet.title_left, top + 24, size=17.0, bold=True, serif=True, subject="title")
    for n, said in enumerate(one.count_lines, 1):
        below = top + 26 + _LINE_HEIGHT_PX * n
        yield TextLine(said, sheet.title_left, below, size=12.5, role="muted", subject="subtitle")
    for x, words in _find_ticks(along, sheet):
        yield Stroke((x, x), (top + one.head_height, foot), "grid", 1.0, subject="grid")
        middle = max(x, 3 + sheet.measure(words, 12.5) / 2)
        yield TextLine(words, middle, foot + 18, "middle", 12.5, role="muted", subject="tick")
    yield from draw_threads(Threads(one.curves, unit, ()), None, None, along, line)


def _find_ticks(along: Scale, sheet: Sheet) -> list[tuple[float, str]]:
    steps = (1, 2, 5, 10, 20, 50)
    step = next((s for s in steps if s * along.year_length >= (64 if sheet.is_phone else 48)), 50)
    zero = 0.0 if isnan(along.birth) or not along.is_by_age else along.birth
    first = int(np.ceil((along.begin - zero - 0.02) / step)) * step
    found: list[tuple[float, str]] = []
    for n in range(first, int(np.floor(along.end - zero + 0.02)) + 1, step):
        found.append(
            (
                along.clamp_x(along.year_to_x(zero + n)),
                format_age(n) if zero and not found else format_range(n, n),
            )
        )
    return found
