"""A history as tables: the border below which everything is columns of numbers and words.

Times are decimal years: 1994.5 is the middle of 1994. A date is a span [first, last): `first` is the start of
the first day it can mean, `last` the end of the last one, `t` the middle between them. What has no place in
time yet carries NaN in all three. `rel` and `moment` are row numbers of `relationships` and `moments`.
"""

from calendar import isleap
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from math import floor, inf, isnan, nan
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from models.ages import Age
from models.dates import Span, When
from models.history import Episode, History, Relationship, Spell
from models.settings import Settings
from models.steps import pair_check_ins
from models.tags import Vocabulary

WHOLE_RELATIONSHIP = -1
"""In place of a moment's row: a tag set on the relationship as a whole."""

_STR, _YEARS, _SCORE, _ROW, _BOOL = "str", "float64", "float64", "int64", "bool"

RELATIONSHIPS = {
    "id": _STR, "name": _STR, "kind": _STR, "role": _STR, "caregiver": _BOOL, "on_my_mind": _BOOL,
    "gave": _SCORE, "came_back": _SCORE, "has_start": _BOOL, "t": _YEARS, "first": _YEARS, "last": _YEARS,
    "end_first": _YEARS, "end_last": _YEARS, "still_going": _BOOL, "ended": _STR, "entered": _ROW,
}  # fmt: skip
"""One row each, by beginning (middle, earliest, order of entry); those without a place go last.

`t`, `first`, `last`: the beginning of the earliest spell, or, where none is entered (then `has_start` is
false), the first moment with them that is not before the writer's birth; `end_first`, `end_last`: the end of
the one that ends latest, and `ended`: how, "" if not said; `still_going`: it has no end, in a life that goes
on (then both ends are the end of the axis); `gave`, `came_back`: 1-5 or NaN.
"""
SPELLS = {
    "rel": _ROW, "start_first": _YEARS, "start_last": _YEARS, "end_first": _YEARS, "end_last": _YEARS,
    "still_going": _BOOL, "ended": _STR, "kind": _STR,
}  # fmt: skip
"""One row for each stretch of a relationship, in the order of `relationships`, then of entry.

`kind`: of the bond then, that of the relationship where nothing else is said.
"""
MOMENTS = {
    "id": _STR, "rel": _ROW, "t": _YEARS, "first": _YEARS, "last": _YEARS, "age": _SCORE, "youngest": _SCORE,
    "oldest": _SCORE, "middle": _SCORE, "about": _BOOL, "period": _STR, "direction": _STR,
    "intensity": _SCORE, "now": _SCORE, "painful": _BOOL, "caring": _BOOL,
    "headline": _STR, "when": _STR, "entered": _ROW,
}  # fmt: skip
"""One row each, by time (middle, earliest, order of entry); those without a place go last.

`age`: as one number, or NaN; `youngest`, `oldest`, `middle`, `about`: as `models.ages` tells
it, -1 before birth, and for an undated age as well;
`period`: of life, "" without an age; `intensity`: 1-5 or NaN; `now`: 0-5
or NaN; `painful`, `caring`: whether a tag of that side is on it; `when`: as written.
"""
TAG_ENTRIES = {
    "rel": _ROW, "moment": _ROW, "tag": _STR, "side": _STR, "direction": _STR, "t": _YEARS,
    "first": _YEARS, "last": _YEARS, "age": _SCORE, "period": _STR, "intensity": _SCORE,
}  # fmt: skip
"""One row for each tag on a moment, in the order of `moments`; then those set on a relationship as a whole.

The latter have `moment` -1, count as received, and begin with the relationship.
"""
ANSWERS = {"rel": _ROW, "moment": _ROW, "asked": _STR, "words": _STR}
"""One row for each thing `hoped` for, each way `they` and each way `I` responded, as `moments` go."""
REASONS = {"rel": _ROW, "moment": _ROW, "words": _STR}
"""One row for each other explanation: those of a whole relationship (`moment` -1), then those of moments."""
LANDMARKS = {"id": _STR, "label": _STR, "first": _YEARS, "last": _YEARS}
"""One row each, in the order of entry; those without a place are left out."""
CHECK_INS = {"id": _STR, "t": _YEARS, "day": _STR, "word": _STR, "came": _SCORE, "left": _SCORE}
"""One row for each feeling named on a check-in, as they were entered.

`came`, `left`: how strong it was on coming and on leaving, 0-5, NaN where it was not named then; `id`: of the
check-in on coming, else of the one on leaving; `t`: the middle of its day; `day`: the same, year first.
"""
KIND_NOTES = {"id": _STR, "t": _YEARS, "age": _SCORE, "moment": _ROW, "text": _STR}
"""One row each, by time; those without a place are left out.

`age`: the one it is to, or NaN; `moment`: the row of the moment it is to, or -1; `t`: the middle of that year
of life, or of that moment.
"""
TEENS_FROM, TWENTIES_FROM = 13, 20
"""Ages at which a period of life begins."""


@dataclass(frozen=True, eq=False)
class Tables:
    """A history, framed. Nothing below changes a table in place.

    Attributes:
        relationships: columns of `RELATIONSHIPS`.
        spells: columns of `SPELLS`.
        moments: columns of `MOMENTS`.
        tag_entries: columns of `TAG_ENTRIES`.
        answers: columns of `ANSWERS`.
        reasons: columns of `REASONS`.
        landmarks: columns of `LANDMARKS`.
        check_ins: columns of `CHECK_INS`.
        kind_notes: columns of `KIND_NOTES`.
        vocabulary: every tag an entry may carry, in display order.
        settings: how the person wants it read.
        birth: the middle of the days the writer may have been born on, NaN if unknown.
        begin: where the axis begins: the earliest day of birth, else the first thing with a place, else a
            year before `end`.
        end: where it ends: the end of a life that is over, else the end of today.
        is_life_over: whether the life is over.
    """

    relationships: pd.DataFrame
    spells: pd.DataFrame
    moments: pd.DataFrame
    tag_entries: pd.DataFrame
    answers: pd.DataFrame
    reasons: pd.DataFrame
    landmarks: pd.DataFrame
    check_ins: pd.DataFrame
    kind_notes: pd.DataFrame
    vocabulary: Vocabulary
    settings: Settings
    birth: float
    begin: float
    end: float
    is_life_over: bool

    def age(self, t: float) -> int | None:
        """Whole years of life at `t`; None without a birth date, before it, or for a NaN."""
        known = not (isnan(self.birth) or isnan(t) or t < self.begin)
        return max(0, floor(t - self.birth)) if known else None


def build_tables(history: History, today: date, *, is_in_order: bool = False) -> Tables:
    """The tables of `history`, read on the day `today`.

    A span that reaches beyond birth or the end of the axis is cut there, unless all of it lies beyond.

    Args:
        history: what was written down.
        today: the day it is read on.
        is_in_order: whether its entries stand in their order in time already, which their dates, blurred
            since, no longer tell.
    """
    place = _DatePlacer(history, today)
    sort: Callable[[Iterable[Years | None]], list[int]] = _keep_order if is_in_order else _order_by_time
    beginnings = _place_beginnings(history, place)
    order = sort(beginnings[r.id] for r in history.relationships)
    relationships = [(history.relationships[n], n) for n in order]
    row_of = {r.id: row for row, (r, _) in enumerate(relationships)}
    spans = [place.span(e.when) for e in history.episodes]
    moments = [(history.episodes[n], spans[n], n) for n in sort(spans)]
    first_seen = min((s[0] for s in (*spans, *beginnings.values()) if s), default=nan)
    begin = place.born if not isnan(place.born) else min(first_seen, place.end - 1)
    return Tables(
        relationships=_table(
            RELATIONSHIPS, (_relationship_row(r, n, beginnings[r.id], place) for r, n in relationships)
        ),
        spells=_table(
            SPELLS, (s for row, (r, _) in enumerate(relationships) for s in _spell_rows(r, row, place))
        ),
        moments=_table(MOMENTS, (_moment_row(*m, row_of, history.vocabulary, place) for m in moments)),
        tag_entries=_table(
            TAG_ENTRIES,
            _tag_entry_rows(moments, relationships, beginnings, row_of, history.vocabulary, place),
        ),
        answers=_table(ANSWERS, _answer_rows(moments, row_of)),
        reasons=_table(REASONS, _reason_rows(history, moments, relationships)),
        landmarks=_table(LANDMARKS, _landmark_rows(history, place)),
        check_ins=_table(CHECK_INS, _check_in_rows(history)),
        kind_notes=_table(KIND_NOTES, _kind_note_rows(history, moments, place)),
        vocabulary=history.vocabulary,
        settings=history.settings,
        birth=place.birth,
        begin=begin if not isnan(begin) else place.end - 1,
        end=place.end,
        is_life_over=history.person.until is not None,
    )


def float_column(table: pd.DataFrame, column: str) -> NDArray[np.float64]:
    """A column of years or ratings."""
    return table[column].to_numpy(dtype=np.float64)


def int_column(table: pd.DataFrame, column: str) -> NDArray[np.int64]:
    """A column of row numbers."""
    return table[column].to_numpy(dtype=np.int64)


def bool_column(table: pd.DataFrame, column: str) -> NDArray[np.bool_]:
    """A column of yes and no."""
    return table[column].to_numpy(dtype=np.bool_)


def str_column(table: pd.DataFrame, column: str) -> NDArray[np.object_]:
    """A column of words."""
    return table[column].to_numpy(dtype=np.object_)


def period_of_life(age: float) -> str:
    """The period an age belongs to: "0-12", "13-19", "20s", "30s" …; "" for NaN."""
    if isnan(age):
        return ""
    return "0-12" if age < TEENS_FROM else "13-19" if age < TWENTIES_FROM else f"{int(age) // 10 * 10}s"


def decimal_year(day: date) -> float:
    """The start of `day`, in years."""
    return day.year + (day.toordinal() - _new_year(day.year)) / (366 if isleap(day.year) else 365)


@lru_cache(maxsize=512)
def _new_year(year: int) -> int:
    return date(year, 1, 1).toordinal()


Years = tuple[float, float]
"""[first, last) in decimal years."""


class _DatePlacer:
    """Dates as written → years, for one history read on one day."""

    def __init__(self, history: History, today: date) -> None:
        self._span_cache: dict[str, Years | None] = {}
        self._age_cache: dict[str, Age | None] = {}
        self._span: Callable[[When], Span | None] = lambda when: history.span(when, today)
        self._age: Callable[[When], Age | None] = lambda when: history.age(when, today)
        born = history.birth
        self.born = decimal_year(born.first) if born else nan
        self.birth = (self.born + _end_of(born.last)) / 2 if born else nan
        self.end = _end_of(history.last_day(today))
        self.is_life_over = history.person.until is not None

    def span(self, when: When) -> Years | None:
        """The years `when` can mean, None if it has no place yet."""
        written = when.root
        if written not in self._span_cache:
            days = self._span(when)
            self._span_cache[written] = (
                self._cut(decimal_year(days.first), _end_of(days.last)) if days else None
            )
        return self._span_cache[written]

    def age_at(self, when: When) -> Age | None:
        """How old the writer was then."""
        written = when.root
        if written not in self._age_cache:
            self._age_cache[written] = self._age(when)
        return self._age_cache[written]

    def age(self, t: float) -> float:
        known = not (isnan(self.birth) or isnan(t) or t < self.born)
        return float(max(0, floor(t - self.birth))) if known else nan

    def _cut(self, first: float, last: float) -> Years:
        if first < self.born < last:
            first = self.born
        return (first, self.end) if first < self.end < last else (first, last)


def _end_of(day: date) -> float:
    return decimal_year(day) + 1 / (366 if isleap(day.year) else 365)


def _order_by_time(spans: Iterable[Years | None]) -> list[int]:
    """Row numbers by middle, earliest, then as given; what has no place goes last."""
    keys = [(inf, inf, n) if s is None else ((s[0] + s[1]) / 2, s[0], n) for n, s in enumerate(spans)]
    return [n for *_, n in sorted(keys)]


def _keep_order(spans: Iterable[Years | None]) -> list[int]:
    return [n for n, _ in enumerate(spans)]


def _find_beginning(relationship: Relationship, place: _DatePlacer) -> Years | None:
    starts = [start for spell in relationship.spells if (start := place.span(spell.start))]
    return min(starts, key=lambda s: (s[0] + s[1], s[0])) if starts else None


def _place_beginnings(history: History, place: _DatePlacer) -> dict[str, Years | None]:
    """Where each relationship stands in time: its beginning, else its first moment since the birth."""
    found = {r.id: _find_beginning(r, place) for r in history.relationships}
    without = {id_ for id_, begins in found.items() if begins is None}
    firsts: dict[str, Years] = {}
    for e in history.episodes if without else ():
        span = place.span(e.when)
        if e.relationship in without and span and not span[1] <= place.born:
            firsts[e.relationship] = min(firsts.get(e.relationship, span), span, key=lambda s: (sum(s), s[0]))
    return {id_: begins or firsts.get(id_) for id_, begins in found.items()}


def _relationship_row(
    r: Relationship, entered: int, begins: Years | None, place: _DatePlacer
) -> tuple[Any, ...]:
    latest = _latest_spell(r.spells, place)
    going = not place.is_life_over and latest.end is None
    gave, came_back = (nan if rated is None else rated for rated in (r.gave, r.came_back))
    return (
        r.id, r.name, r.kind, r.role, r.caregiver, r.on_my_mind, gave, came_back,
        _find_beginning(r, place) is not None, *_mid_first_last(begins),
        *_find_ending(latest.end, place), going, latest.ended or "", entered,
    )  # fmt: skip


def _latest_spell(spells: Sequence[Spell], place: _DatePlacer) -> Spell:
    """The one that ends latest: one without an end before all others, then by middle and earliest day.

    An end that has no place yet counts from where that spell begins. Of equals, the one entered last.
    """

    def ends(n: int) -> tuple[bool, float, float, int]:
        spell = spells[n]
        span = (spell.end and place.span(spell.end)) or place.span(spell.start) or (-inf, -inf)
        return spell.end is None, span[0] + span[1], span[0], n

    return spells[max(range(len(spells)), key=ends)]


def _find_ending(end: When | None, place: _DatePlacer) -> Years:
    return (place.end, place.end) if end is None else place.span(end) or (nan, nan)


def _spell_rows(r: Relationship, row: int, place: _DatePlacer) -> Iterable[tuple[Any, ...]]:
    for spell in r.spells:
        going = spell.end is None and not place.is_life_over
        start = place.span(spell.start) or (nan, nan)
        yield row, *start, *_find_ending(spell.end, place), going, spell.ended or "", spell.kind or r.kind


def _moment_row(
    e: Episode,
    span: Years | None,
    entered: int,
    row_of: Mapping[str, int],
    vocabulary: Vocabulary,
    place: _DatePlacer,
) -> tuple[Any, ...]:
    t, first, last = _mid_first_last(span)
    aged = place.age_at(e.when)
    age = _one_number(aged, t)
    youngest, oldest, middle, about = aged or (nan, nan, nan, False)
    intensity, now = (nan if rated is None else rated for rated in (e.intensity, e.now))
    sides = vocabulary.sides_of(e.tags)
    return (
        e.id, row_of[e.relationship], t, first, last, age, youngest, oldest, middle, about,
        period_of_life(age), e.direction, intensity, now,
        "painful" in sides, "caring" in sides, e.headline, e.when.root, entered,
    )  # fmt: skip


def _tag_entry_rows(
    moments: list[tuple[Episode, Years | None, int]],
    relationships: list[tuple[Relationship, int]],
    beginnings: Mapping[str, Years | None],
    row_of: Mapping[str, int],
    vocabulary: Vocabulary,
    place: _DatePlacer,
) -> Iterable[tuple[Any, ...]]:
    for n, (e, span, _) in enumerate(moments):
        t, first, last = _mid_first_last(span)
        age = _one_number(place.age_at(e.when), t)
        rated = nan if e.intensity is None else e.intensity
        for tag in dict.fromkeys(e.tags):
            side = vocabulary[tag].side
            yield (
                row_of[e.relationship], n, tag, side, e.direction, t, first, last, age, period_of_life(age),
                rated,
            )  # fmt: skip
    for row, (r, _) in enumerate(relationships):
        t, first, last = _mid_first_last(beginnings[r.id])
        age = place.age(t)
        for wide in r.tags:
            side, rated = vocabulary[wide.tag].side, nan if wide.intensity is None else wide.intensity
            yield (
                row,
                WHOLE_RELATIONSHIP,
                wide.tag,
                side,
                "received",
                t,
                first,
                last,
                age,
                period_of_life(age),
                rated,
            )


def _answer_rows(
    moments: list[tuple[Episode, Years | None, int]], row_of: Mapping[str, int]
) -> Iterable[tuple[Any, ...]]:
    for n, (e, *_) in enumerate(moments):
        for asked, given in (("hoped", e.hoped_for), ("they", e.they_responded), ("I", e.i_responded)):
            for words in given:
                yield row_of[e.relationship], n, asked, words


def _reason_rows(
    history: History,
    moments: list[tuple[Episode, Years | None, int]],
    relationships: list[tuple[Relationship, int]],
) -> Iterable[tuple[Any, ...]]:
    row_of = {r.id: row for row, (r, _) in enumerate(relationships)}
    for row, (r, _) in enumerate(relationships):
        for told in r.other_explanations:
            yield row, WHOLE_RELATIONSHIP, told
    place_of = {e.id: (row_of[e.relationship], n) for n, (e, *_) in enumerate(moments)}
    for reasons in history.reasons:
        if reasons.episode in place_of:
            for told in reasons.others:
                yield *place_of[reasons.episode], told


def _landmark_rows(history: History, place: _DatePlacer) -> Iterable[tuple[Any, ...]]:
    for landmark in history.landmarks:
        start = place.span(landmark.when)
        if start:
            end = place.span(landmark.until) if landmark.until else None
            yield landmark.id, landmark.label, start[0], max((end or start)[1], start[1])


def _check_in_rows(history: History) -> Iterable[tuple[Any, ...]]:
    for visit in pair_check_ins(history.check_ins):
        day = visit.first.on
        t = (decimal_year(day) + _end_of(day)) / 2
        came, left = (
            {feeling.word: feeling.strength for feeling in one.feelings} if one else {}
            for one in (visit.coming_check_in, visit.leaving_check_in)
        )
        for word in dict.fromkeys((*came, *left)):
            yield visit.first.id, t, day.isoformat(), word, came.get(word, nan), left.get(word, nan)


def _kind_note_rows(
    history: History, moments: list[tuple[Episode, Years | None, int]], place: _DatePlacer
) -> Iterable[tuple[Any, ...]]:
    meant = {note.episode for note in history.kind_notes}
    placed = {e.id: (n, _mid_first_last(span)[0]) for n, (e, span, _) in enumerate(moments) if e.id in meant}
    found = []
    for note in history.kind_notes:
        age = nan if note.age is None else note.age
        row, t = placed.get(note.episode or "", (-1, place.birth + age + 0.5))
        if not isnan(t):
            found.append((note.id, t, age, row, note.text))
    return sorted(found, key=lambda note: note[1])


def _one_number(age: Age | None, t: float) -> float:
    return float(age.middle) if age and not age.is_before_birth and not isnan(t) else nan


def _mid_first_last(span: Years | None) -> tuple[float, float, float]:
    """Middle, first and last of a span; NaN three times for none."""
    return ((span[0] + span[1]) / 2, *span) if span else (nan, nan, nan)


def _table(columns: Mapping[str, str], rows: Iterable[tuple[Any, ...]]) -> pd.DataFrame:
    """A table of these columns with these types, whatever the rows hold, also if there are none."""
    listed = [*zip(*rows, strict=True)] or [()] * len(columns)
    arrays = {
        name: pd.array(values, dtype="str") if dtype == _STR else np.array(values, dtype=dtype)
        for (name, dtype), values in zip(columns.items(), listed, strict=True)
    }
    return pd.DataFrame(arrays, copy=False)
