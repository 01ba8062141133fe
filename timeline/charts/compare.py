"""Two parts of a history on one scale: childhood and since, two kinds of bond, or two people."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from math import isnan

import numpy as np
from numpy.typing import NDArray

from timeline.frame import WIDE, Tables, flags, floats, rows
from timeline.frame import words as frame_words
from timeline.lifeline import Choice, Line, Listing, Mark, Part, Picture, Sheet, Text
from timeline.lifeline.curves import PHONE_BRUSH, WIDE_BRUSH, Curve, curve
from timeline.lifeline.room import fitted
from timeline.lifeline.scale import Scale, scale
from timeline.lifeline.threads import Threads, drawn
from timeline.study import Study
from timeline.thread import SIDES, TAGGED_AS, Pulses, Side
from timeline.words import charts as say
from timeline.words.lifeline import age, between

KEY = "compare"
TITLE = say.COMPARE_TITLE
SUBTITLE = say.COMPARE_SUBTITLE

_UNIT, _ROOM = 12.0, 62.0
_HEAD, _FOOT, _BETWEEN = 46.0, 26.0, 18.0
_GROWN_UP = 18


@dataclass(frozen=True, eq=False)
class _Laid:
    part: Part
    along: Scale
    curves: dict[Side, Curve]
    counts: tuple[int, int, int]


def picture(study: Study, sheet: Sheet, choice: Choice) -> Picture:
    """Two panels, one below the other: years of the same length, levels of the same height."""
    parts = _parts(study, choice)
    longest = max(end - begin for begin, end in (_years(study.tables, part) for part in parts))
    laid = [_laid(study, sheet, part, longest) for part in parts]
    tops = {side: max(one.curves[side].top for one in laid) for side in SIDES}
    unit = min(_ROOM / max(*tops.values(), 5.0), _UNIT)
    marks: list[Mark] = []
    y = 0.0
    for one in laid:
        line = y + _HEAD + max(24.0, tops["care"] * unit) + 6
        foot = line + max(24.0, tops["hurt"] * unit) + 8
        marks += _panel(one, unit, y, line, foot, sheet)
        y = foot + _FOOT + _BETWEEN
    return Picture(sheet.width, round(y - _BETWEEN + 6, 1), tuple(marks), unit=unit)


def words(study: Study, choice: Choice) -> str:
    """What it shows, in one spoken sentence."""
    return say.compare_spoken([(part.label, *_counts(study.tables, part)) for part in _parts(study, choice)])


def table(study: Study, choice: Choice) -> Listing:
    """A row for each part."""
    listed = []
    for part in _parts(study, choice):
        relationships, caring, painful = _counts(study.tables, part)
        tags = ", ".join(f"{label} {count}" for label, count in _tags(study.tables, part)[:8])
        mine = int(_moments_of(study.tables, part).sum())
        listed.append((part.label, str(relationships), str(mine), str(caring), str(painful), tags))
    return Listing(say.COMPARE_COLUMNS, tuple(listed), ("", ""))


def _parts(study: Study, choice: Choice) -> tuple[Part, Part]:
    """What was chosen; else childhood and the years since, or two halves where no birth is known."""
    if choice.parts:
        return choice.parts
    tables = study.tables
    grown = tables.birth + _GROWN_UP
    if isnan(grown) or not tables.begin < grown < tables.end:
        half = (tables.begin + tables.end) / 2
        return Part(say.EARLIER, years=(tables.begin, half)), Part(say.LATER, years=(half, tables.end))
    return Part(say.UP_TO_17, years=(tables.begin, grown)), Part(say.FROM_18, years=(grown, tables.end))


def _laid(study: Study, sheet: Sheet, part: Part, longest: float) -> _Laid:
    """A part on its own axis; `longest` years would fill the sheet."""
    tables = study.tables
    begin, end = _years(tables, part)
    full = scale(tables, replace(sheet, span=(begin, begin + longest)), hope=False)
    right = full.left + (end - begin) / longest * (full.right - full.left)
    along = replace(full, end=end, right=right, to_today=False, to_death=False)
    chosen = _relationships(tables, part)
    brush = PHONE_BRUSH if sheet.phone else WIDE_BRUSH
    curves = {
        side: curve(
            _inside(study.threads[side], chosen, (begin, end)), tables.settings.half_life, along, brush
        )
        for side in SIDES
    }
    return _Laid(part, along, curves, _counts(tables, part))


def _years(tables: Tables, part: Part) -> tuple[float, float]:
    return part.years or (tables.begin, tables.end)


def _inside(pulses: Pulses, rels: NDArray[np.bool_], years: tuple[float, float]) -> Pulses:
    """What belongs to a part: its relationships; and of moments, those of its years."""
    middle = (pulses.first + pulses.last) / 2
    held = pulses.moment == WIDE
    return pulses.only(rels[pulses.rel] & (held | ((middle >= years[0]) & (middle < years[1]))))


def _relationships(tables: Tables, part: Part) -> NDArray[np.bool_]:
    """Which rows of the relationships can be in a part."""
    people = tables.relationships
    chosen = np.ones(len(people), np.bool_)
    if part.relationship:
        chosen &= frame_words(people, "id") == part.relationship
    if part.kind:
        chosen &= frame_words(people, "kind") == part.kind
    return chosen


def _moments_of(tables: Tables, part: Part) -> NDArray[np.bool_]:
    mine = _relationships(tables, part)[rows(tables.moments, "rel")]
    mine &= frame_words(tables.moments, "direction") != "given"
    if part.years:
        t = floats(tables.moments, "t")
        mine &= (t >= part.years[0]) & (t < part.years[1])
    return np.asarray(mine)


def _counts(tables: Tables, part: Part) -> tuple[int, int, int]:
    """Relationships with a moment in it, caring moments, painful moments."""
    mine = _moments_of(tables, part)
    care, hurt = (int((mine & flags(tables.moments, TAGGED_AS[side])).sum()) for side in SIDES)
    return len(np.unique(rows(tables.moments, "rel")[mine])), care, hurt


def _tags(tables: Tables, part: Part) -> list[tuple[str, int]]:
    """Labels and how many moments carry them, most first."""
    mine, on = _moments_of(tables, part), rows(tables.tagged, "moment")
    chosen = np.isin(on, np.flatnonzero(mine))
    tags = frame_words(tables.tagged, "tag")[chosen].tolist()
    order = sorted(dict.fromkeys(tags), key=lambda tag: -tags.count(tag))
    return [(tables.vocabulary[tag].label, tags.count(tag)) for tag in order]


def _panel(one: _Laid, unit: float, top: float, line: float, foot: float, sheet: Sheet) -> Iterator[Mark]:
    along = one.along
    label = fitted(
        one.part.label, sheet.width * 0.5, lambda words: sheet.measure(words, 17.0, bold=True, serif=True)
    )
    yield Text(label, sheet.edge, top + 24, size=17.0, bold=True, serif=True, what="title")
    yield Text(say.part_counts(*one.counts), sheet.edge, top + 42, size=12.5, role="muted", what="subtitle")
    for x, words in _ticks(along, sheet):
        yield Line((x, x), (top + _HEAD, foot), "grid", 1.0, what="grid")
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
