"""How old the writer was on a date: the one rule for screen, paper and command."""

from datetime import date, timedelta
from typing import NamedTuple

from models.dates import Span, When

ABOUT_FROM_YEARS = 2.01
"""Years a beginning may span before it is called "about"; an age with a birth year spans two."""
_WIDEST_ABOUT = 4
"""Years: ages from "about" that lie no further apart are said as one, the middle."""


class Age(NamedTuple):
    """Whole years of life on a date; which of those from `youngest` to `oldest` it was is not known.

    Attributes:
        youngest: the least it can have been; -1 before every day the writer may have been born on.
        oldest: the most; -1 there too.
        middle: as one number: the middle of the date minus the middle of the birth; -1 there too.
        is_about: whether the date was written with "about": it is said, never dropped.
    """

    youngest: int
    oldest: int
    middle: int
    is_about: bool = False

    @property
    def is_before_birth(self) -> bool:
        """Whether it is no age at all."""
        return self.oldest < 0

    @property
    def shown_range(self) -> tuple[int, int]:
        """The ages that are said; what "about" widened is said as it was before."""
        if self.is_about and self.oldest - self.youngest <= _WIDEST_ABOUT:
            return self.middle, self.middle
        return self.youngest, self.oldest


BEFORE_BIRTH = Age(-1, -1, -1)


def find_age(when: When, days: Span | None, birth: Span | None, last_day: date) -> Age | None:
    """How old the writer was at `when`; None where it cannot be told.

    An age as written is that age, however uncertain the birth date. No other is over the age at `last_day`.

    Args:
        when: as written.
        days: it can mean.
        birth: the days the writer may have been born on.
        last_day: of the life so far.
    """
    if when.ages:
        youngest, oldest = when.ages
        is_one = when.is_approximate and oldest - youngest <= 2
        middle = oldest - 1 if is_one else (youngest + oldest + 1) // 2
        return Age(youngest, oldest, middle, when.is_approximate)
    if days is None or birth is None:
        return None
    if days.last < birth.first:
        return BEFORE_BIRTH
    end = count_whole_years(birth.first, last_day)
    youngest = min(count_whole_years(birth.last, days.first), end)
    oldest = min(count_whole_years(birth.first, days.last), end)
    # Half a day counts as reached: of two ages as likely as each other it is the older one.
    half = (days.last - days.first + timedelta(days=1)) // 2
    middle = count_whole_years(birth.first + (birth.last - birth.first) // 2, days.first + half)
    return Age(youngest, oldest, min(max(middle, youngest), oldest), when.is_approximate)


def count_whole_years(born: date, day: date) -> int:
    """Birthdays had on `day` by someone born on `born`; 0 before."""
    return max(0, day.year - born.year - ((day.month, day.day) < (born.month, born.day)))
