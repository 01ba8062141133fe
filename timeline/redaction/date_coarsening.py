"""Dates made as coarse as the person chose: a day, a month, a year, or an age with no calendar year at all.

As ages, a life is moved onto a calendar of its own, in which everyone is born on the first of January; so
neither a birthday nor a year can be read off a date, a distance or the picture.
"""

from datetime import date, timedelta

from models.dates import EARLIEST_YEAR, LATEST_YEAR, OLDEST_AGE, UNKNOWN_DATE, Span, When
from models.history import History, Person
from models.sharing import DateStyle

FINISHED_LIFE_BEGINS = 1900
"""The year in which a life that is over begins on a paper of ages: the same for everyone."""
NO_DAY = date.min
"""In place of a day that may leave as an age alone, in a life without a birth date."""
_LONGEST_LIFE = 199
_FIRST_DAY, _LAST_DAY = date(EARLIEST_YEAR, 1, 1), date(LATEST_YEAR, 12, 31)


def coarsen_writer(history: History, style: DateStyle, today: date) -> Person:
    """The writer's dates, coarsened; the name is left empty."""
    birth, until = history.person.birth, history.person.until
    if style != "age":
        return Person(
            birth=_coarsen_calendar_date(birth, history, style, today) if birth else None,
            until=_coarsen_calendar_date(until, history, style, today) if until else None,
        )
    if history.birth is None:
        return Person()
    begins, age = _own_calendar(history, history.birth, today)
    return Person(
        birth=When(f"{begins}-01-01"),
        until=When(f"{begins + age}-12-31") if until else None,
    )


def coarse_day(day: date, history: History, style: DateStyle, today: date) -> date:
    """The first day of the month, year or year of age that `day` is in, as it may leave.

    Args:
        day: on which something was written.
        history: whose life it is in.
        style: how coarse.
        today: the day this is read on.
    """
    if style == "day":
        return day
    if style != "age":
        return day.replace(month=1 if style == "year" else day.month, day=1)
    if history.birth is None:
        return NO_DAY
    begins, age = _own_calendar(history, history.birth, today)
    return date(begins + min(_whole_years(history.birth, day), age), 1, 1)


def coarsen_date(when: When, history: History, style: DateStyle, today: date) -> When:
    """`when` as it may leave.

    Args:
        when: as written.
        history: whose life it is in.
        style: how coarse.
        today: the day this is read on.
    """
    if when.form == "unknown":
        return When(UNKNOWN_DATE)
    if style != "age":
        return _coarsen_calendar_date(when, history, style, today)
    ages = history.age(when, today)
    if ages is None:
        return When(UNKNOWN_DATE)
    youngest, oldest = (min(max(age, 0), OLDEST_AGE) for age in ages.shown_range)
    about = "about " if ages.is_about else ""
    return When(f"{about}age {youngest}" if youngest == oldest else f"{about}age {youngest}-{oldest}")


def coarsen_moment_date(when: When, history: History, style: DateStyle, today: date) -> When:
    """The date of a moment as it may leave: one before the birth is no age, and stays before it.

    Args:
        when: as written.
        history: whose life it is in.
        style: how coarse.
        today: the day this is read on.
    """
    age = history.age(when, today)
    if style == "age" and history.birth is not None and age and age.is_before_birth:
        return When(f"before {_own_calendar(history, history.birth, today)[0]}")
    return coarsen_date(when, history, style, today)


def _coarsen_calendar_date(when: When, history: History, style: DateStyle, today: date) -> When:
    """In calendar time: the words again where they are no finer than allowed, else in the allowed unit."""
    if style == "day" or when.ages or when.form == "decade" or (when.form, style) == ("season", "month"):
        return when
    span = history.span(when, today)
    if when.form == "unknown" or span is None:
        return When(UNKNOWN_DATE)
    if when.form == "before":
        return When(f"before {_unit_from(span.last + timedelta(days=1), style)}")
    if when.form == "after":
        return When(f"after {_unit_until(span.first - timedelta(days=1), style)}")
    first, last = (_unit(day, style) for day in span)
    about = "about " if when.is_approximate else ""
    if when.form in ("year", "month", "day"):
        # The middle of what "about" widened is what was written.
        middle = span.first + (span.last - span.first) / 2
        return When(about + _unit(middle, style)[: 4 if when.form == "year" else 7])
    if first == last:
        return When(about + first)
    return When(f"between {first} and {last}")


def _unit(day: date, style: DateStyle) -> str:
    """The year or month that `day` is in, of those a date can be written with."""
    return min(max(day, _FIRST_DAY), _LAST_DAY).isoformat()[: 4 if style == "year" else 7]


def _unit_from(day: date, style: DateStyle) -> str:
    """The first unit that does not begin before `day`."""
    unit = _unit(day, style)
    if _unit(day - timedelta(days=1), style) != unit:
        return unit
    while _unit(day, style) == unit:
        day += timedelta(days=1)
    return _unit(day, style)


def _unit_until(day: date, style: DateStyle) -> str:
    """The last unit that does not end after `day`."""
    unit = _unit(day, style)
    if _unit(day + timedelta(days=1), style) != unit:
        return unit
    while _unit(day, style) == unit:
        day -= timedelta(days=1)
    return _unit(day, style)


def _own_calendar(history: History, birth: Span, today: date) -> tuple[int, int]:
    """The year a life told in ages begins in, and how many years it has."""
    end = history.last_day(today)
    age = min(_whole_years(birth, end), _LONGEST_LIFE)
    return FINISHED_LIFE_BEGINS if history.person.until else end.year - age, age


def _whole_years(birth: Span, day: date) -> int:
    """Age in whole years, going by the middle of the days of birth."""
    born = birth.first + (birth.last - birth.first) / 2
    return max(0, day.year - born.year - ((day.month, day.day) < (born.month, born.day)))
