"""Why a date as somebody said it was not read, and what to write instead."""

from collections.abc import Sequence
from datetime import date

from timeline.messages.language import _


def no_date_words(words: str) -> str:
    """Nothing in the words is a date."""
    return _(
        "“{words}” is not a date this program can read. Try 2003, June 2003, age 7 or about 1998."
    ).format(words=words)


def no_bounds(words: str, year: int) -> str:
    """The words have no beginning and no end."""
    return _("“{words}” can be almost any time. If you can, write about when: about {year}.").format(
        words=words, year=year
    )


def life_stage(words: str, ages: str) -> str:
    """The words name a stage of life, which has different years for everyone."""
    return _("“{words}” can be many years. If it fits, write {ages}.").format(words=words, ages=ages)


def own_landmark(words: str) -> str:
    """Only the person knows when that was."""
    return _("Only you know when “{words}” was. Write the year, or your age then.").format(words=words)


def year_missing(words: str) -> str:
    """A month or a feast without a year."""
    return _("“{words}” of which year?").format(words=words)


def not_come_yet(words: str) -> str:
    """The date lies ahead."""
    return _("“{words}” has not come yet.").format(words=words)


def month_length(month: str, year: int, days: int) -> str:
    """A day that its month does not have."""
    return _("{month} {year} has {days} days.").format(month=month, year=year, days=days)


def no_such_month(number: int) -> str:
    """A number that is no month."""
    return _("There is no month {number}. Months run from 1 to 12.").format(number=number)


def runs_backwards(words: str) -> str:
    """The end lies before the beginning."""
    return _("“{words}” ends before it begins. Write the earlier date first.").format(words=words)


def year_out_of_range(year: int, first: int, last: int) -> str:
    """A year that cannot be meant."""
    return _("The year {year} is not between {first} and {last}. Check its digits.").format(
        year=year, first=first, last=last
    )


def age_out_of_range(oldest: int) -> str:
    """An age nobody reaches."""
    return _("Ages run from 0 to {oldest}.").format(oldest=oldest)


def birth_year_missing(words: str) -> str:
    """An age without a birth date says no year."""
    return _("“{words}” can be placed once your year of birth is entered. The words are kept.").format(
        words=words
    )


def which_of(words: str, choices: Sequence[str]) -> str:
    """Several readings are possible."""
    return _("“{words}” can be {choices}. Which one?").format(words=words, choices=_(" or ").join(choices))


def before_birth(words: str, born: date) -> str:
    """The nearest reading lies before the person was born."""
    return _("“{words}” would be before you were born ({year}). Write all four digits of the year.").format(
        words=words, year=born.year
    )


def other_weekday(words: str, day: date) -> str:
    """The day named was another day of the week."""
    return _("“{words}”: {day} was a different day of the week. Please check it.").format(
        words=words, day=day.isoformat()
    )


def bare_number(digits: str) -> str:
    """A number alone can be an age or many other things."""
    return _(
        "“{digits}” alone can be an age or a year. Write age {digits}, or the year with four digits."
    ).format(digits=digits)
