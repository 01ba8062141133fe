"""When something was, as the person wrote it, and the days it can mean."""

import re
import unicodedata
from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal, NamedTuple

from pydantic import ConfigDict, RootModel, field_validator

from models.base import Text, require_storable
from models.errors import UnreadableDate

EARLIEST_YEAR, LATEST_YEAR = 1000, 2199
OLDEST_AGE = 120
YEARS_BEFORE_UNKNOWN_BIRTH = 30

DateForm = Literal["year", "month", "day", "season", "decade", "age", "before", "after", "between", "unknown"]

UNKNOWN_DATE = "I don't know when"
HOW_TO_WRITE = (
    "Write a year (1994), a month (1994-06), a day (1994-06-12), about 1994, before 1994, "
    "between 1990 and 1994, early 1990s, summer 1998, age 7, age 7-9, or: I don't know when."
)


class Span(NamedTuple):
    """A closed run of days: both ends belong to it."""

    first: date
    last: date


class _ParsedDate(NamedTuple):
    """What the written words mean before a birth date or today is known."""

    form: DateForm
    first: date | None = None
    last: date | None = None
    ages: tuple[int, int] | None = None
    approximate: bool = False


class When(RootModel[Text]):
    """A date as remembered: the words as written are what is stored; everything else follows from them.

    "about", "~" and "?" widen by one unit as written: a year by 1 year, a season or month by 3 months,
    a day by 1 month, an age by 1 year. Winter 1998 runs from December 1998 to February 1999, and so does
    winter 1998/1999.
    """

    model_config = ConfigDict(frozen=True)

    @field_validator("root")
    @classmethod
    def _must_be_readable(cls, written: str) -> str:
        _parse_date(written)
        return written

    @property
    def as_written(self) -> str:
        """The words exactly as the person wrote them."""
        return self.root

    @property
    def form(self) -> DateForm:
        """Which of the known forms the words have, apart from "about"."""
        return _parse_date(self.root).form

    @property
    def is_approximate(self) -> bool:
        """Whether the words carry "about", "~" or "?"."""
        return _parse_date(self.root).approximate

    @property
    def ages(self) -> tuple[int, int] | None:
        """The youngest and oldest age the words name, "about" taken in; None for every other form."""
        return _parse_date(self.root).ages

    def days(self, birth: Span | None, today: date) -> Span | None:
        """The closed span of days the words can mean.

        Args:
            birth: the days the writer may have been born on; ages need it, "before" begins there.
            today: the last day anything entered can have happened on; "after" ends there.

        Returns:
            The span, first day to last day inclusive, or None for "I don't know when" and for an age
            without a birth date.
        """
        read = _parse_date(self.root)
        if read.ages is not None:
            return _days_at_age(read, birth)
        if read.form == "unknown":
            return None
        if read.first is None and read.last is not None:  # before
            born = birth.first if birth and birth.first <= read.last else None
            return Span(born or _plus_months(read.last, -12 * YEARS_BEFORE_UNKNOWN_BIRTH), read.last)
        if read.last is None and read.first is not None:  # after
            return Span(read.first, max(read.first, today))
        assert read.first is not None
        assert read.last is not None
        return Span(read.first, read.last)


def _days_at_age(read: _ParsedDate, birth: Span | None) -> Span | None:
    if birth is None or read.ages is None:
        return None
    youngest, oldest = read.ages
    return Span(
        _plus_months(birth.first, 12 * youngest),
        _plus_months(birth.last, 12 * (oldest + 1)) - timedelta(days=1),
    )


def _plus_months(day: date, months: int) -> date:
    """The same day of the month `months` later, or that month's last day where it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


_INVISIBLE = re.compile("[\u200b\u200c\u200d\u2060\ufeff\u200e\u200f\u202a-\u202e\u2066-\u2069\u00ad]")
_DASHES = re.compile("[\u2010-\u2015\u2212]")
_ABOUT = re.compile(r"^(?:about|around|circa|roughly|ca\.?|c\.|~)\s*")
_MONTH_NAMES = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
_DECADE_PART = {None: (0, 9), "early": (0, 3), "mid": (4, 6), "late": (7, 9)}
_UNKNOWN_WORDS = {"i don't know when", "i dont know when", "don't know", "dont know", "unknown", "?"}

_WORDS_BEHIND = re.compile(r"(?<=\S) \([^()]*\)$")
"""The words a date was said in, kept behind it: 2026-11-09 (three weeks ago)."""

_YEAR = re.compile(r"([0-9]{4})")
_MONTH = re.compile(r"([0-9]{4})-([0-9]{1,2})")
_DAY = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?:[t ]([0-9]{2}):[0-9]{2}.*)?")
_SLASHED_DAY = re.compile(r"([0-9]{1,2})[/.]([0-9]{1,2})[/.]([0-9]{4})")
_NAMED_MONTH = re.compile(r"([a-z]{3,9})\.? ([0-9]{4})")
_NAMED_DAY = re.compile(r"([0-9]{1,2})\.? ([a-z]{3,9})\.? ([0-9]{4})")
_SEASON = re.compile(r"(spring|summer|autumn|fall|winter),? ([0-9]{4})")
_WINTER = re.compile(r"winter,? ([0-9]{4})/([0-9]{4}|[0-9]{2})(?![0-9])")
_DECADE = re.compile(r"(?:(early|mid|late)[ -])?(?:the )?([0-9]{3}0)'?s")
_AGE = re.compile(r"(?:at )?(?:the )?aged? ?([0-9]{1,3})(?: ?(?:-|to) ?([0-9]{1,3}))?")
_BETWEEN = re.compile(r"between (.+) and (.+)")


@lru_cache(maxsize=4096)
def _parse_date(written: str) -> _ParsedDate:
    """What `written` means.

    Raises:
        UnreadableWhen: one sentence naming what is wrong and the forms that can be read.
    """
    require_storable(written)
    words = unicodedata.normalize("NFC", written).lower().replace("\u2019", "'")
    words = " ".join(_DASHES.sub("-", _INVISIBLE.sub("", words)).split())
    words = _WORDS_BEHIND.sub("", words)
    if words in _UNKNOWN_WORDS:
        return _ParsedDate("unknown")
    if not words:
        raise UnreadableDate(
            "This date is empty. {how}",
            how=HOW_TO_WRITE,
        )

    for word, form in (("before ", "before"), ("after ", "after")):
        if words.startswith(word):
            base = _parse_plain_date(words.removeprefix(word), written)
            if base.first is None or base.last is None:
                raise _unreadable(written)
            if form == "before":
                return _ParsedDate(
                    "before", last=base.first - timedelta(days=1), approximate=base.approximate
                )
            return _ParsedDate("after", first=base.last + timedelta(days=1), approximate=base.approximate)

    between = _BETWEEN.fullmatch(words)
    ends = between.groups() if between else tuple(words.split("/")) if _is_range(words) else None
    if ends:
        first, last = (_parse_plain_date(end.strip(), written) for end in ends)
        if first.first is None or last.last is None:
            raise _unreadable(written)
        if last.last < first.first:
            raise UnreadableDate(
                "“{written}” ends before it begins. Write the earlier date first.",
                written=written[:80],
            )
        about = first.approximate or last.approximate
        return _ParsedDate("between", first=first.first, last=last.last, approximate=about)
    return _parse_plain_date(words, written)


def _is_range(words: str) -> bool:
    slashed = words.count("/") == 1 and not re.fullmatch(r"[0-9]{1,2}/[0-9]{4}", words)
    return slashed and _one_winter(words) is None


def _one_winter(words: str) -> str | None:
    """The year in which a winter named by two began, "winter 2010/2011"; None for all else."""
    found = _WINTER.search(words)
    return found[1] if found and str(int(found[1]) + 1).endswith(found[2]) else None


def _parse_plain_date(words: str, written: str) -> _ParsedDate:
    """A date without before, after or between; "about" widens what it stands on."""
    approximate = False
    if _ABOUT.match(words):
        words, approximate = _ABOUT.sub("", words), True
    if words.endswith(("~", "?")):
        words, approximate = words[:-1].rstrip(), True
    exact = _parse_exact_date(words, written)
    return _widen_span(exact) if approximate else exact


def _widen_span(read: _ParsedDate) -> _ParsedDate:
    if read.ages is not None:
        youngest, oldest = read.ages
        return read._replace(ages=(max(0, youngest - 1), oldest + 1), approximate=True)
    months = {"day": 1, "month": 3, "season": 3}.get(read.form, 12)
    if read.first is None or read.last is None:
        return read
    first, last = _plus_months(read.first, -months), read.last + timedelta(days=1)
    return read._replace(first=first, last=_plus_months(last, months) - timedelta(days=1), approximate=True)


def _parse_exact_date(words: str, written: str) -> _ParsedDate:
    if found := _YEAR.fullmatch(words):
        year = _year(found[1], written)
        return _ParsedDate("year", date(year, 1, 1), date(year, 12, 31))
    if found := _MONTH.fullmatch(words):
        return _month(_year(found[1], written), int(found[2]), written)
    if found := _DAY.fullmatch(words):
        if found[4] and int(found[4]) > 23:
            raise UnreadableDate(
                "“{written}”: a day has no hour {hour}. Write the day: 1994-06-12.",
                written=written[:80],
                hour=found[4],
            )
        return _day(_year(found[1], written), int(found[2]), int(found[3]), written)
    if found := _SLASHED_DAY.fullmatch(words):
        return _parse_slashed_day(int(found[1]), int(found[2]), _year(found[3], written), written)
    if (began := _one_winter(words)) and _WINTER.fullmatch(words):
        words = f"winter {began}"
    if found := _SEASON.fullmatch(words):
        start = date(_year(found[2], written), _SEASONS[found[1]], 1)
        return _ParsedDate("season", start, _plus_months(start, 3) - timedelta(days=1))
    if (found := _NAMED_MONTH.fullmatch(words)) and (month := _month_named(found[1])):
        return _month(_year(found[2], written), month, written)
    if (found := _NAMED_DAY.fullmatch(words)) and (month := _month_named(found[2])):
        return _day(_year(found[3], written), month, int(found[1]), written)
    if found := _DECADE.fullmatch(words):
        decade, (first, last) = _year(found[2], written), _DECADE_PART[found[1]]
        return _ParsedDate("decade", date(decade + first, 1, 1), date(decade + last, 12, 31))
    if found := _AGE.fullmatch(words):
        return _age(int(found[1]), int(found[2] or found[1]), written)
    raise _unreadable(written)


def _month_named(word: str) -> int | None:
    matches = [n for n, name in enumerate(_MONTH_NAMES, 1) if len(word) >= 3 and name.startswith(word)]
    return matches[0] if len(matches) == 1 else None


def _year(digits: str, written: str) -> int:
    year = int(digits)
    if not EARLIEST_YEAR <= year <= LATEST_YEAR:
        raise UnreadableDate(
            "“{written}”: the year {year} is not in {earliest_year} to {latest_year}. Check its digits.",
            written=written[:80],
            year=year,
            earliest_year=EARLIEST_YEAR,
            latest_year=LATEST_YEAR,
        )
    return year


def _month(year: int, month: int, written: str) -> _ParsedDate:
    if not 1 <= month <= 12:
        raise UnreadableDate(
            "“{written}”: there is no month {month}. Months run from 01 to 12.",
            written=written[:80],
            month=month,
        )
    return _ParsedDate("month", date(year, month, 1), date(year, month, monthrange(year, month)[1]))


def _day(year: int, month: int, day: int, written: str) -> _ParsedDate:
    _month(year, month, written)
    length = monthrange(year, month)[1]
    if not 1 <= day <= length:
        raise UnreadableDate(
            "“{written}”: {name} {year} has {length} days.",
            written=written[:80],
            name=_MONTH_NAMES[month - 1].title(),
            year=year,
            length=length,
        )
    return _ParsedDate("day", date(year, month, day), date(year, month, day))


def _parse_slashed_day(one: int, two: int, year: int, written: str) -> _ParsedDate:
    """A day written with slashes: taken only where a single reading is possible."""
    if one <= 12 and two <= 12 and one != two:
        raise UnreadableDate(
            "“{written}” can be {year}-{one:02}-{two:02} or {year}-{two:02}-{one:02}. Write "
            "the year first, then the month.",
            written=written[:80],
            year=year,
            one=one,
            two=two,
        )
    month, day = (two, one) if one > 12 else (one, two)
    return _day(year, month, day, written)


def _age(youngest: int, oldest: int, written: str) -> _ParsedDate:
    if oldest < youngest:
        raise UnreadableDate(
            "“{written}” runs backwards. Write the younger age first: age 7-9.",
            written=written[:80],
        )
    if oldest > OLDEST_AGE:
        raise UnreadableDate(
            "“{written}”: ages run from 0 to {oldest_age}.",
            written=written[:80],
            oldest_age=OLDEST_AGE,
        )
    return _ParsedDate("age", ages=(youngest, oldest))


def _unreadable(written: str) -> UnreadableDate:
    return UnreadableDate(
        "“{written}” is not a date this program can read. {how}", written=written[:80], how=HOW_TO_WRITE
    )
