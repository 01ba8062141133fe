"""Days, months and spans of time in words."""

from datetime import date

from models.dates import Span
from timeline.messages.language import N_, _, translate_constants

MONTHS = (
    N_("January"),
    N_("February"),
    N_("March"),
    N_("April"),
    N_("May"),
    N_("June"),
    N_("July"),
    N_("August"),
    N_("September"),
    N_("October"),
    N_("November"),
    N_("December"),
)
SHORT_MONTHS = (
    N_("Jan"),
    N_("Feb"),
    N_("Mar"),
    N_("Apr"),
    N_("May"),
    N_("Jun"),
    N_("Jul"),
    N_("Aug"),
    N_("Sep"),
    N_("Oct"),
    N_("Nov"),
    N_("Dec"),
)
WEEKDAYS = (
    N_("Monday"),
    N_("Tuesday"),
    N_("Wednesday"),
    N_("Thursday"),
    N_("Friday"),
    N_("Saturday"),
    N_("Sunday"),
)
_LAST_DAYS_OF_MONTHS = {
    *((month, 31) for month in (1, 3, 5, 7, 8, 10, 12)),
    *((month, 30) for month in (4, 6, 9, 11)),
    (2, 28),
    (2, 29),
}


def format_date(day: date) -> str:
    """A day: "31 May 2024"."""
    return _("{day} {month} {year}").format(day=day.day, month=_(MONTHS[day.month - 1]), year=day.year)


def format_short_date(day: date) -> str:
    """A day without its year: "31 May"."""
    return _("{day} {month}").format(day=day.day, month=_(SHORT_MONTHS[day.month - 1]))


def format_month(day: date) -> str:
    """The month of a day: "May 2024"."""
    return _("{month} {year}").format(month=_(MONTHS[day.month - 1]), year=day.year)


def format_range(first: object, last: object) -> str:
    """From one to the other: "1994 to 1996"."""
    return _("{first} to {last}").format(first=first, last=last)


def format_decade(first: int) -> str:
    """Ten years of a life, or of a century: "20s", "1990s"."""
    return _("{first}s").format(first=first)


def format_period(period: str) -> str:
    """A period of life by its key in the tables: "13-19", "20s"."""
    return format_decade(int(period[:-1])) if period.endswith("s") else period


def format_span(span: Span) -> str:
    """A span of days in words, as coarse as it allows: "June to August 1998"."""
    first, last = span
    if first == last:
        return format_date(first)
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return str(first.year) if first.year == last.year else format_range(first.year, last.year)
    if first.day != 1 or (last.month, last.day) not in _LAST_DAYS_OF_MONTHS:
        return format_range(format_date(first), format_date(last))
    if (first.year, first.month) == (last.year, last.month):
        return format_month(first)
    if first.year != last.year:
        return format_range(format_month(first), format_month(last))
    return _("{first} to {last} {year}").format(
        first=_(MONTHS[first.month - 1]), last=_(MONTHS[last.month - 1]), year=first.year
    )


translate_constants(__name__)
