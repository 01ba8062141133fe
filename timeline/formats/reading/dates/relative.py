"""Dates counted from the day they are said: yesterday, two weeks ago, last summer, this year."""

import re
from datetime import date, timedelta

from models.dates import Span
from timeline.formats.reading.dates.calendar_words import FEASTS, feast_span
from timeline.formats.reading.dates.said import SaidDate, Speaker, UnclearDate, Unit, say_run, say_span
from timeline.formats.reading.dates.spans import month_span, season_span, shift_months, year_span
from timeline.formats.reading.dates.words import SEASONS, find_month, find_weekday
from timeline.messages import dates_as_said as say

_DAYS_BACK = {
    "today": 0, "this morning": 0, "this afternoon": 0, "this evening": 0, "tonight": 0, "just now": 0,
    "now": 0, "earlier today": 0, "yesterday": 1, "yesterday morning": 1, "yesterday evening": 1,
    "yesterday afternoon": 1, "the day before yesterday": 2, "day before yesterday": 2,
}  # fmt: skip
_AGO = re.compile(
    r"(?:(?P<n>\d{1,3})|an?|one) (?P<unit>day|week|month|year|decade)s? (?:ago|back|before today)"
)
_HOURS_AGO = re.compile(r"(?:an?|\d{1,2}) (?:minute|min|hour)s? (?:ago|back)")
_EITHER_AGO = re.compile(
    r"(?P<n>\d{1,3}) ?(?:or|to|-) ?(?P<m>\d{1,3}) (?P<unit>day|week|month|year)s? (?:ago|back)"
)
_THIS_OR_LAST = re.compile(
    r"(?:(?:earlier|late|early|later) )?(?P<which>this|last|the last|this past|past) (?P<what>.+)"
)
_FUTURE = re.compile(
    r"tomorrow|next [a-z]+|(?:in|within) (?:an?|\d{1,3}) (?:day|week|month|year)s?(?: time)?|.+ from"
    r" now|the day after tomorrow"
)


def read_relative(plain: str, speaker: Speaker) -> SaidDate | None:
    """A date counted from today."""
    today = speaker.today
    if _FUTURE.fullmatch(plain):
        raise UnclearDate(say.not_come_yet(plain), is_settled=True)
    if plain in _DAYS_BACK:
        day = today - timedelta(days=_DAYS_BACK[plain])
        return say_span(Span(day, day), "day")
    if plain == "last night" or _HOURS_AGO.fullmatch(plain):  # an hour ago may have been before midnight
        return say_span(Span(today - timedelta(days=1), today), "day")
    if found := _AGO.fullmatch(plain):
        return _count_back(int(found["n"] or 1), found["unit"], today)
    if found := _EITHER_AGO.fullmatch(plain):
        ends = [_count_back(int(found[n]), found["unit"], today) for n in ("n", "m")]
        spans = [end.span for end in ends if end and end.span]
        return say_run(Span(min(span.first for span in spans), max(span.last for span in spans)))
    if found := _THIS_OR_LAST.fullmatch(plain):
        is_this = found["which"] == "this"
        return _read_this(found["what"], today, plain) if is_this else _read_last(found["what"], today)
    return None


def _count_back(n: int, unit: str, today: date) -> SaidDate | None:
    """The calendar day, week, month or year so many before the present one."""
    if unit == "day":
        day = today - timedelta(days=n)
        return say_span(Span(day, day), "day")
    if unit == "week":
        return say_span(_week(today - timedelta(weeks=n)), "day")
    if unit == "month":
        back = shift_months(today.replace(day=1), -n)
        return say_span(month_span(back.year, back.month), "month")
    years = n * (10 if unit == "decade" else 1)
    if today.year - years < 1:
        return None
    return say_span(year_span(today.year - years), "year")


def _week(day: date) -> Span:
    """Monday to Sunday of the week of a day."""
    monday = day - timedelta(days=day.weekday())
    return Span(monday, monday + timedelta(days=6))


def _read_this(what: str, today: date, plain: str) -> SaidDate | None:
    """Of the present week, month or year."""
    if what == "week":
        return say_span(_week(today), "day")
    if what == "month":
        return say_span(month_span(today.year, today.month), "month")
    if what == "year":
        return say_span(year_span(today.year), "year")
    if found := _find_in_year(what, today.year):
        span, unit = found
        if span.first > today:
            raise UnclearDate(say.not_come_yet(plain), is_settled=True)
        return say_span(span, unit)
    return None


def _read_last(what: str, today: date) -> SaidDate | None:
    """The latest one that is over."""
    if what in ("week", "month", "year"):
        return _count_back(1, what, today)
    if (weekday := find_weekday(what)) is not None:
        day = today - timedelta(days=(today.weekday() - weekday - 1) % 7 + 1)
        return say_span(Span(day, day), "day")
    for year in (today.year, today.year - 1, today.year - 2):
        found = _find_in_year(what, year)
        if found and found[0].last < today:
            span, unit = found
            return say_span(span, unit)
    return None


def _find_in_year(what: str, year: int) -> tuple[Span, Unit] | None:
    """A season, month or feast of a year."""
    if what in SEASONS:
        return season_span(year, SEASONS[what]), "month"
    if what in FEASTS:
        return feast_span(what, year), "day"
    month = find_month(what)
    return (month_span(year, month), "month") if month else None
