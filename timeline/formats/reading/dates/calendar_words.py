"""Dates by the calendar: a day, month or year in any order, seasons, feasts, decades, parts of a year."""

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

from models.dates import Span
from timeline.formats.reading.dates.said import SaidDate, Speaker, UnclearDate, say_ages, say_span
from timeline.formats.reading.dates.spans import easter_sunday, month_span, season_span, year_span
from timeline.formats.reading.dates.words import (
    DECADES,
    MONTHS,
    SEASONS,
    find_month,
    find_ordinal,
    find_weekday,
)
from timeline.messages import dates_as_said as say

EARLIEST_YEAR, LATEST_YEAR = 1000, 2199

FEASTS: dict[str, Callable[[int], Span]] = {
    "christmas": lambda year: Span(date(year, 12, 24), date(year, 12, 26)),
    "xmas": lambda year: Span(date(year, 12, 24), date(year, 12, 26)),
    "christmas eve": lambda year: Span(date(year, 12, 24), date(year, 12, 24)),
    "christmas day": lambda year: Span(date(year, 12, 25), date(year, 12, 25)),
    "boxing day": lambda year: Span(date(year, 12, 26), date(year, 12, 26)),
    "new year's eve": lambda year: Span(date(year, 12, 31), date(year, 12, 31)),
    "new years eve": lambda year: Span(date(year, 12, 31), date(year, 12, 31)),
    "new year's day": lambda year: Span(date(year, 1, 1), date(year, 1, 1)),
    "new years day": lambda year: Span(date(year, 1, 1), date(year, 1, 1)),
    "valentine's day": lambda year: Span(date(year, 2, 14), date(year, 2, 14)),
    "valentines day": lambda year: Span(date(year, 2, 14), date(year, 2, 14)),
    "valentine's": lambda year: Span(date(year, 2, 14), date(year, 2, 14)),
    "halloween": lambda year: Span(date(year, 10, 31), date(year, 10, 31)),
    "easter": lambda year: Span(
        easter_sunday(year) - timedelta(days=2), easter_sunday(year) + timedelta(days=1)
    ),
    "easter sunday": lambda year: Span(easter_sunday(year), easter_sunday(year)),
    "good friday": lambda year: Span(
        easter_sunday(year) - timedelta(days=2), easter_sunday(year) - timedelta(days=2)
    ),
}
"""Feasts that stand on the same day wherever they are kept."""

_YEAR = r"(?P<year>\d{4}|'\d\d)"
_PART = r"(?:the )?(?P<part>early|start|beginning|mid|middle|late|end)(?: in| of|-| of the| in the)?"
_SEASON = re.compile(
    rf"(?:(?:early|mid|late)[ -])?(?:the )?(?P<season>{'|'.join(SEASONS)})(?: of| in)?(?: {_YEAR}(?:"
    rf" ?[/-] ?(?P<second>\d{{4}}|\d\d))?)?"
)
_FEAST = re.compile(rf"(?P<feast>{'|'.join(sorted(FEASTS, key=len, reverse=True))})(?: of| in)?(?: {_YEAR})?")
_PART_OF_YEAR = re.compile(rf"{_PART} ?{_YEAR}")
_PART_OF_MONTH = re.compile(rf"{_PART} ?(?P<month>[a-z]{{3,9}})\.?(?: of)? {_YEAR}")
_HALF = re.compile(rf"(?:the )?(?P<which>first|1st|second|2nd|last) half(?: of| in)? {_YEAR}")
_QUARTER = re.compile(
    rf"(?:the )?(?:(?P<which>first|second|third|fourth|last|1st|2nd|3rd|4th) quarter(?: of)?"
    rf"|q(?P<n>[1-4])) {_YEAR}"
)
_DECADE = re.compile(
    r"(?P<the>the )?(?:(?P<part>early|start of|beginning of|mid|middle of|late|end of)(?: in)?[ -])?(?:the )?"
    rf"(?P<decade>\d{{3}}0'?s|'?\d0'?s|{'|'.join(DECADES)}|noughties|aughts)"
)
_NUMBERS = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4})")
_YEAR_FIRST = re.compile(r"(\d{4})([./-])(\d{1,2})(?:\2(\d{1,2}))?")
_MONTH_YEAR = re.compile(r"(\d{1,2})[./-](\d{4})")
_OLDEST_IN_DECADES = 80
"""Somebody may be in their eighties; "nineties" alone means the years."""
_FILLERS = frozenset({"of", "the", "on", "in", "day"})

_YEAR_PARTS = {"early": (1, 4), "start": (1, 4), "beginning": (1, 4), "mid": (5, 8), "middle": (5, 8),
"late": (9, 12),
               "end": (9, 12)}  # fmt: skip
_MONTH_PARTS = {"early": (1, 10), "start": (1, 10), "beginning": (1, 10), "mid": (11, 20), "middle": (11, 20),
                "late": (21, 31), "end": (21, 31)}  # fmt: skip
_DECADE_PARTS = {None: (0, 9), "early": (0, 3), "start of": (0, 3), "beginning of": (0, 3), "mid": (4, 6),
                 "middle of": (4, 6), "late": (7, 9), "end of": (7, 9)}  # fmt: skip


def feast_span(name: str, year: int) -> Span:
    """The days of a feast."""
    return FEASTS[name](year)


def read_year(word: str, speaker: Speaker) -> int:
    """A year of four digits, or of two with an apostrophe: the latest such year that has come.

    Raises:
        UnclearDate: it cannot be meant, or it would lie before the person was born.
    """
    if word.startswith("'"):
        today, short = speaker.today.year, int(word[1:])
        year = today - (today - short) % 100
        if speaker.birth and year < speaker.birth.first.year:
            raise UnclearDate(
                say.before_birth(word, speaker.birth.first), [say_span(year_span(year), "year")]
            )
        return year
    year = int(word)
    if not EARLIEST_YEAR <= year <= LATEST_YEAR:
        raise UnclearDate(say.year_out_of_range(year, EARLIEST_YEAR, LATEST_YEAR), is_settled=True)
    return year


def read_calendar(plain: str, speaker: Speaker) -> SaidDate | None:
    """A date by the calendar."""
    if re.fullmatch(r"\d{4}|'\d\d", plain):
        return say_span(year_span(read_year(plain, speaker)), "year")
    return (
        _read_numbers(plain, speaker)
        or _read_season(plain, speaker)
        or _read_feast(plain, speaker)
        or _read_decade(plain, speaker)
        or _read_part(plain, speaker)
        or _read_words(plain, speaker)
    )


def _day(year: int, month: int, day: int) -> Span:
    """One day.

    Raises:
        UnclearDate: there is no such month or day.
    """
    if not 1 <= month <= 12:
        raise UnclearDate(say.no_such_month(month), is_settled=True)
    length = monthrange(year, month)[1]
    if not 1 <= day <= length:
        raise UnclearDate(say.month_length(MONTHS[month - 1].title(), year, length), is_settled=True)
    return Span(date(year, month, day), date(year, month, day))


def _month(year: int, month: int) -> Span:
    if not 1 <= month <= 12:
        raise UnclearDate(say.no_such_month(month), is_settled=True)
    return month_span(year, month)


def _read_numbers(plain: str, speaker: Speaker) -> SaidDate | None:
    """2001/03/04, 25.12.1999, 05/04/1997, 09/1988."""
    if found := _YEAR_FIRST.fullmatch(plain):
        year = read_year(found[1], speaker)
        if found[4]:
            return say_span(_day(year, int(found[3]), int(found[4])), "day")
        if found[2] == "-" and not 1 <= int(found[3]) <= 12:
            return None  # 1988-91 is a range
        return say_span(_month(year, int(found[3])), "month")
    if found := _MONTH_YEAR.fullmatch(plain):
        return say_span(_month(read_year(found[2], speaker), int(found[1])), "month")
    if found := _NUMBERS.fullmatch(plain):
        one, two, year = int(found[1]), int(found[3]), read_year(found[4], speaker)
        day_first = True if found[2] == "." else speaker.day_first
        if one > 12 or two > 12 or one == two:
            day_first = one > 12 or one == two
        if day_first is None:
            both = [say_span(_day(year, two, one), "day"), say_span(_day(year, one, two), "day")]
            raise UnclearDate(say.which_of(plain, [_spell_out(choice) for choice in both]), both)
        return say_span(_day(year, two, one) if day_first else _day(year, one, two), "day")
    return None


def _spell_out(choice: SaidDate) -> str:
    assert choice.span is not None
    day = choice.span.first
    return f"{day.day} {MONTHS[day.month - 1].title()} {day.year}"


def _read_season(plain: str, speaker: Speaker) -> SaidDate | None:
    """Summer 1998, the winter of 2000/01: a season over two years is one season."""
    found = _SEASON.fullmatch(plain)
    if not found:
        return None
    if not found["year"]:
        raise UnclearDate(say.year_missing(plain), lacks_year=True, is_settled=True)
    year, first_month = read_year(found["year"], speaker), SEASONS[found["season"]]
    if found["second"]:
        second = (
            int(found["second"]) if len(found["second"]) == 4 else year // 100 * 100 + int(found["second"])
        )
        second += 100 if second < year and len(found["second"]) == 2 else 0
        if second != year + 1:
            return None
        if first_month != 12:
            both = [say_span(season_span(one, first_month), "month") for one in (year, second)]
            raise UnclearDate(say.which_of(plain, [choice.text for choice in both]), both)
    return say_span(season_span(year, first_month), "month")


def _read_feast(plain: str, speaker: Speaker) -> SaidDate | None:
    found = _FEAST.fullmatch(plain)
    if not found:
        return None
    if not found["year"]:
        raise UnclearDate(say.year_missing(plain), lacks_year=True, is_settled=True)
    return say_span(feast_span(found["feast"], read_year(found["year"], speaker)), "day")


def _read_decade(plain: str, speaker: Speaker) -> SaidDate | None:
    """The 1980s, the late 80s, the nineties: the latest such decade that has begun."""
    found = _DECADE.fullmatch(plain)
    if not found:
        return None
    word = found["decade"].replace("'", "").removesuffix("s")
    first, last = _DECADE_PARTS[found["part"]]
    if word.isdigit() and len(word) == 4:
        decade = read_year(word, speaker)
    else:
        named = {"noughtie": 0, "aught": 0}
        short = (
            int(word) if word.isdigit() else named.get(word, DECADES.get(word.removesuffix("ie") + "ies", 0))
        )
        if found["decade"] in DECADES and not found["the"] and short <= _OLDEST_IN_DECADES:
            _ask_age_or_decade(plain, short, first, last, speaker)
        today = speaker.today.year // 10 * 10
        decade = today - (today - short) % 100
    span = Span(date(decade + first, 1, 1), date(decade + last, 12, 31))
    if speaker.birth and span.last < speaker.birth.first and len(word) != 4:
        raise UnclearDate(say.before_birth(plain, speaker.birth.first), [say_span(span, "year")])
    return say_span(span, "year")


def _ask_age_or_decade(plain: str, short: int, first: int, last: int, speaker: Speaker) -> None:
    """Late twenties can be an age or a decade.

    Raises:
        UnclearDate: always, with both.
    """
    today = speaker.today.year // 10 * 10
    decade = today - (today - short) % 100
    both = [
        say_ages(short + first, short + last, speaker),
        say_span(Span(date(decade + first, 1, 1), date(decade + last, 12, 31)), "year"),
    ]
    raise UnclearDate(say.which_of(plain, [choice.text for choice in both]), both)


def _read_part(plain: str, speaker: Speaker) -> SaidDate | None:
    """The end of 1994, mid-June 2003, the second half of 2002, Q3 2004."""
    if found := _PART_OF_YEAR.fullmatch(plain):
        return _months_of(read_year(found["year"], speaker), *_YEAR_PARTS[found["part"]])
    if found := _HALF.fullmatch(plain):
        first = 1 if found["which"] in ("first", "1st") else 7
        return _months_of(read_year(found["year"], speaker), first, first + 5)
    if found := _QUARTER.fullmatch(plain):
        which = found["which"]
        n = int(found["n"] or which[0]) if not which or which[0].isdigit() else _quarter_of(which)
        return _months_of(read_year(found["year"], speaker), 3 * n - 2, 3 * n)
    if (found := _PART_OF_MONTH.fullmatch(plain)) and (month := find_month(found["month"])):
        year = read_year(found["year"], speaker)
        first, last = _MONTH_PARTS[found["part"]]
        return say_span(
            Span(date(year, month, first), date(year, month, min(last, monthrange(year, month)[1]))), "day"
        )
    return None


def _quarter_of(word: str) -> int:
    return {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4}[word]


def _months_of(year: int, first: int, last: int) -> SaidDate:
    """A run of months of one year."""
    return say_span(Span(date(year, first, 1), month_span(year, last).last), "month")


def _read_words(plain: str, speaker: Speaker) -> SaidDate | None:
    """Day, month and year in words and in any order: March 4, 2001; the 21st of July 1987; Oct. '93."""
    months, years, days, weekdays = [], [], [], []
    for word in plain.replace(",", " ").split():
        ordinal = find_ordinal(word)
        if (month := find_month(word)) is not None:
            months.append(month)
        elif re.fullmatch(r"\d{4}|'\d\d", word):
            years.append(word)
        elif ordinal is not None or re.fullmatch(r"\d{1,2}\.?", word):
            days.append(ordinal if ordinal is not None else int(word.rstrip(".")))
        elif (weekday := find_weekday(word)) is not None:
            weekdays.append(weekday)
        elif word not in _FILLERS:
            return None
    if len(months) != 1 or len(years) > 1 or len(days) > 1 or len(weekdays) > 1:
        return None
    if not years:
        if days and days[0] > 31:  # June 98: no day, so it is the year
            years, days = [f"'{days[0]:02}"] if days[0] < 100 else [], []
        if not years:
            raise UnclearDate(say.year_missing(plain), lacks_year=True, is_settled=True)
    year = read_year(years[0], speaker)
    if not days:
        return say_span(_month(year, months[0]), "month") if not weekdays else None
    day = _day(year, months[0], days[0])
    if weekdays and day.first.weekday() != weekdays[0]:
        raise UnclearDate(say.other_weekday(plain, day.first), is_settled=True)
    return say_span(day, "day")
