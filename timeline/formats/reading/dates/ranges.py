"""Runs from one date to another, and dates with one end open: since, until, before, after."""

import re
from collections.abc import Callable
from datetime import date, timedelta

from models.dates import YEARS_BEFORE_UNKNOWN_BIRTH, Span
from timeline.formats.reading.dates.said import SaidDate, Speaker, UnclearDate, need_span, say_ages, say_run
from timeline.formats.reading.dates.spans import shift_months
from timeline.messages import dates_as_said as say

PhraseReading = Callable[[str, Speaker], SaidDate]

_RANGES = (
    re.compile(r"from (?P<a>.+?) (?:to|until|till|through|-) (?P<b>.+)"),
    re.compile(r"between (?P<a>.+?) (?:and|to|-) (?P<b>.+)"),
    re.compile(r"after (?P<after>.+?),? (?:and |but )?before (?P<before>.+)"),
    re.compile(r"(?P<a>\d{4}) ?[-/] ?(?P<b>\d{4})"),
    re.compile(r"(?P<a>\d{4}) ?- ?(?P<b>\d{2})"),
    re.compile(r"(?P<a>.+?) (?:to|until|till|thru|through|or|-|/) (?P<b>.+)"),
)
_DAYS = (
    re.compile(
        r"(?P<a>\d{1,2})(?:st|nd|rd|th)? ?(?:-|to|or|and) ?(?P<b>\d{1,2})(?:st|nd|rd|th)? (?:of"
        r" )?(?P<rest>[a-z]{3,9}\.?,? \d{4})"
    ),
    re.compile(r"(?P<month>[a-z]{3,9})\.? (?P<a>\d{1,2}) ?(?:-|to|or|and) ?(?P<b>\d{1,2}),? (?P<year>\d{4})"),
)  # fmt: skip
_ONE_OF_TWO = re.compile(r"(?P<what>[a-z][a-z .]+?) (?P<a>\d{4}) ?(?:/|or) ?(?P<b>\d{4}|\d{2})")
_NOW = frozenset({"now", "today", "present", "the present", "date", "this day"})
_BARE = re.compile(r"\d{1,3}")
_SHORT_YEAR = re.compile(r"'?(\d{2})")


def read_range(plain: str, speaker: Speaker, read: PhraseReading) -> SaidDate | None:
    """From one date to another; each end is a phrase of its own."""
    for pattern in _DAYS:
        if found := pattern.fullmatch(plain):
            rest = found["rest"] if "rest" in found.groupdict() else f"{found['month']} {found['year']}"
            return _join(f"{found['a']} {rest}", f"{found['b']} {rest}", plain, speaker, read)
    if found := _ONE_OF_TWO.fullmatch(plain):
        second = found["b"] if len(found["b"]) == 4 else f"{found['a'][:2]}{found['b']}"
        both = [read(f"{found['what']} {year}", speaker) for year in (found["a"], second)]
        raise UnclearDate(say.which_of(plain, [choice.text for choice in both]), both)
    for pattern in _RANGES:
        found = pattern.fullmatch(plain)
        if not found:
            continue
        if "after" in found.groupdict():
            return _read_between_open_ends(found["after"], found["before"], plain, speaker, read)
        if pattern is _RANGES[-1] and (_BARE.fullmatch(found["a"]) or _BARE.fullmatch(found["b"])):
            return None  # "2001 - 3 times"
        if found["b"] in _NOW:
            return _read_since(found["a"], speaker, read)
        try:
            return _join(found["a"], found["b"], plain, speaker, read)
        except UnclearDate as unclear:
            if (unclear.is_settled and not unclear.lacks_year) or pattern is not _RANGES[-1]:
                raise
    return None


def _join(a: str, b: str, plain: str, speaker: Speaker, read: PhraseReading) -> SaidDate:
    """From the first day of one end to the last of the other."""
    if (short := _SHORT_YEAR.fullmatch(b)) and re.fullmatch(r"\d{4}", a):
        b = f"{a[:2]}{short[1]}"
    last = read(b, speaker)
    try:
        first = read(a, speaker)
    except UnclearDate as unclear:
        year = re.search(r"\d{4}$", b)
        if not (unclear.lacks_year and year):
            raise
        first = read(f"{a} {year[0]}", speaker)
    if first.ages and last.ages:
        if last.ages[1] < first.ages[0]:
            raise UnclearDate(say.runs_backwards(plain), is_settled=True)
        return say_ages(first.ages[0], last.ages[1], speaker)
    begin, end = need_span(first, a).first, need_span(last, b).last
    if end < begin:
        raise UnclearDate(say.runs_backwards(plain), is_settled=True)
    return say_run(Span(begin, end))


def _read_between_open_ends(
    after: str, before: str, plain: str, speaker: Speaker, read: PhraseReading
) -> SaidDate:
    first = need_span(read(after, speaker), after).last + timedelta(days=1)
    last = need_span(read(before, speaker), before).first - timedelta(days=1)
    if last < first:
        raise UnclearDate(say.runs_backwards(plain), is_settled=True)
    return say_run(Span(first, last))


def _read_since(phrase: str, speaker: Speaker, read: PhraseReading) -> SaidDate:
    first = need_span(read(phrase, speaker), phrase).first
    if first > speaker.today:
        raise UnclearDate(say.not_come_yet(phrase), is_settled=True)
    return _open_after((first - timedelta(days=1)).isoformat(), Span(first, speaker.today))


def _open_after(text: str, span: Span) -> SaidDate:
    return SaidDate(f"after {text}", span, "open")


def read_open(plain: str, speaker: Speaker, read: PhraseReading) -> SaidDate | None:
    """Since, until, before or after a date."""
    found = re.fullmatch(
        r"(?:some ?time |shortly |long |just |right |not long |soon )?"
        r"(?P<how>ever since|since|until|till|up to|up until|by|before|after) (?P<rest>.+)",
        plain,
    )
    if not found:
        return None
    how, rest = found["how"], found["rest"]
    rest = re.sub(r"^(?:i was|i turned|i'd turned|age) (?=\d)", "age ", rest)
    try:
        base = read(rest, speaker)
    except UnclearDate as unclear:
        if unclear.is_settled:
            raise
        raise UnclearDate(say.own_landmark(plain)) from None
    span = need_span(base, plain)
    if how in ("since", "ever since"):
        return _read_since(rest, speaker, read)
    if how == "after":
        if span.last >= speaker.today:
            raise UnclearDate(say.not_come_yet(plain), is_settled=True)
        first = span.last + timedelta(days=1)
        return _open_after(span.last.isoformat(), Span(first, speaker.today))
    last = span.first - timedelta(days=1) if how == "before" else span.last
    if speaker.birth and last < speaker.birth.first:
        raise UnclearDate(say.before_birth(plain, speaker.birth.first))
    return _read_before(last, speaker)


def _read_before(last: date, speaker: Speaker) -> SaidDate:
    """From birth, or from 30 years earlier where that is not known (as `When` has it), to a day."""
    first = speaker.birth.first if speaker.birth else shift_months(last, -12 * YEARS_BEFORE_UNKNOWN_BIRTH)
    return SaidDate(f"before {(last + timedelta(days=1)).isoformat()}", Span(first, last), "open")
