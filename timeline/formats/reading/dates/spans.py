"""Runs of days, and the plainest words in which `When` reads one back."""

from calendar import monthrange
from datetime import date, timedelta

from models.dates import Span

SEASON_NAMES = {3: "spring", 6: "summer", 9: "autumn", 12: "winter"}


def shift_months(day: date, months: int) -> date:
    """The same day of the month so many months later, or that month's last day where it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def month_span(year: int, month: int) -> Span:
    """All days of a month."""
    return Span(date(year, month, 1), date(year, month, monthrange(year, month)[1]))


def year_span(year: int) -> Span:
    """All days of a year."""
    return Span(date(year, 1, 1), date(year, 12, 31))


def season_span(year: int, first_month: int) -> Span:
    """The three months of a season that begins in this year."""
    first = date(year, first_month, 1)
    return Span(first, shift_months(first, 3) - timedelta(days=1))


def easter_sunday(year: int) -> date:
    """Easter Sunday, by the anonymous Gregorian rule (Meeus, Astronomical Algorithms, 1991, chapter 8)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    month, day = divmod(h + m - 7 * ((a + 11 * h + 19 * m) // 433) + 114, 31)
    return date(year, month, day + 1)


def describe_run(span: Span) -> str:
    """The span by its two ends, in words `When` reads as exactly these days."""
    first, last = span
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return str(first.year) if first.year == last.year else f"between {first.year} and {last.year}"
    return f"between {first.isoformat()} and {last.isoformat()}"


def describe_span(span: Span) -> str:
    """The span in the plainest words `When` reads as exactly these days: a month, a season, a decade."""
    first, last = span
    if first == last:
        return first.isoformat()
    if first.day == 1 and span == month_span(first.year, first.month):
        return f"{first.year}-{first.month:02}"
    if span == year_span(first.year):
        return str(first.year)
    if first.day == 1 and first.month in SEASON_NAMES and span == season_span(first.year, first.month):
        return f"{SEASON_NAMES[first.month]} {first.year}"
    decade = first.year // 10 * 10
    for part, (begin, end) in (("", (0, 9)), ("early ", (0, 3)), ("mid ", (4, 6)), ("late ", (7, 9))):
        if span == Span(date(decade + begin, 1, 1), date(decade + end, 12, 31)):
            return f"{part}{decade}s"
    return describe_run(span)
