"""Dates said by the person's own age: when I was 8, in my late twenties, my 21st birthday."""

import re
from datetime import timedelta

from models.dates import OLDEST_AGE, Span
from timeline.formats.reading.dates.said import (
    SaidDate,
    Speaker,
    UnclearDate,
    Unit,
    say_ages,
    say_span,
    widen_about,
)
from timeline.formats.reading.dates.spans import shift_months
from timeline.formats.reading.dates.words import DECADES, find_ordinal
from timeline.messages import dates_as_said as say

_ABOUT = r"(?P<about>(?:about|around|roughly|maybe|perhaps|probably|approximately|like|nearly|almost|~) ?)?"
_RANGE = r"(?P<a>\d{1,3})(?: ?(?:-|to|or|and|until|till) ?(?P<b>\d{1,3}))?(?P<ish>ish| or so)?"
_OLD = r"(?:[ -]?(?:years?|yrs?|yo|y/o)(?:[ -]?olds?)?)"
_BEFORE_THE_NUMBER = (
    r"(?:when |while |back when |the year |at the time )?(?:i|i'd|i had) (?:was|were|am|turned|just"
    r" turned|had turned)"
    r"(?: (?:aged?|only|just))?|(?:at |from |between )?(?:the )?ages?(?: of)?|aged|at|when|as an?|when only"
)
_AGE = re.compile(rf"(?:{_BEFORE_THE_NUMBER}) {_ABOUT}{_RANGE}{_OLD}?")
_YEARS_OLD = re.compile(
    rf"{_ABOUT}(?:between |from )?{_RANGE}{_OLD.replace('(?:[ -]?olds?)?', '[ -]?olds?')}"
)
_MY_YEARS = re.compile(
    r"(?:in|during|throughout) my (?:(?P<part>early|mid|middle|late)[ -])?(?P<which>teens|\d0s|\w+ties)"
)
_BIRTHDAY = re.compile(r"(?:on |at )?my (?P<n>[\w -]+?) birthday|the day i turned (?P<m>\d{1,3})")
_STAGES = {
    "child": (0, 12), "kid": (0, 12), "girl": (0, 12), "boy": (0, 12), "little": (0, 12), "small": (0, 12),
    "young": (0, 12), "childhood": (0, 12), "baby": (0, 2), "toddler": (1, 3), "teenager": (13, 19), "teen":
    (13, 19), "growing": (0, 18), "adolescent": (13, 19),
}  # fmt: skip
_STAGE = re.compile(
    r"(?:as|when i was|while i was)(?: an?| still)?(?: very| so| really)? (\w+)(?: (?:girl|boy|child|kid))?"
    r"|(?:in|during) (?:my |early )*(childhood)|(?:when i was |while )?(growing) up"
)
_TEENS = {None: (13, 19), "early": (13, 15), "mid": (14, 16), "middle": (14, 16), "late": (17, 19)}
_PARTS = {None: (0, 9), "early": (0, 3), "mid": (4, 6), "middle": (4, 6), "late": (7, 9)}


def read_age(plain: str, speaker: Speaker) -> SaidDate | None:
    """An age, a run of ages, a decade of life, or a birthday."""
    if found := _BIRTHDAY.fullmatch(plain):
        return _read_birthday(found["n"] or f"{found['m']}th", plain, speaker)
    if found := _MY_YEARS.fullmatch(plain):
        return _read_years_of_life(found["part"], found["which"], speaker)
    if found := _STAGE.fullmatch(plain):
        stage = next(word for word in found.groups() if word)
        if stage in _STAGES:
            youngest, oldest = _STAGES[stage]
            raise UnclearDate(
                say.life_stage(plain, f"age {youngest}-{oldest}"), [say_ages(youngest, oldest, speaker)]
            )
    found = _AGE.fullmatch(plain) or _YEARS_OLD.fullmatch(plain)
    if not found:
        return None
    youngest, oldest = int(found["a"]), int(found["b"] or found["a"])
    if oldest < youngest:
        raise UnclearDate(say.runs_backwards(plain))
    if oldest > OLDEST_AGE:
        raise UnclearDate(say.age_out_of_range(OLDEST_AGE), is_settled=True)
    ages = say_ages(youngest, oldest, speaker)
    return widen_about(ages, speaker) if found["about"] or found["ish"] else ages


def _read_years_of_life(part: str | None, which: str, speaker: Speaker) -> SaidDate | None:
    """My teens, my early thirties."""
    if which == "teens":
        return say_ages(*_TEENS[part], speaker)
    decade = int(which[:2]) if which[0].isdigit() else DECADES.get(which, 0)
    if not decade:
        return None
    first, last = _PARTS[part]
    return say_ages(decade + first, decade + last, speaker)


def _read_birthday(number: str, plain: str, speaker: Speaker) -> SaidDate | None:
    """The nth birthday: one day, or as many as the birth date leaves open."""
    n = find_ordinal(number)
    if n is None or not 0 < n <= OLDEST_AGE:
        return None
    if speaker.birth is None:
        raise UnclearDate(say.birth_year_missing(plain), is_settled=True)
    first, last = (shift_months(day, 12 * n) for day in speaker.birth)
    unit: Unit = "day" if last - first < timedelta(days=27) else "year"
    return say_span(Span(first, last), unit)
