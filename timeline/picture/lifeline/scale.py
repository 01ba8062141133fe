"""Years ↔ px, and what stands at the ends of the axis."""

from dataclasses import dataclass
from functools import cached_property
from math import floor, isnan

import numpy as np

from timeline.levels import Floats
from timeline.picture.lifeline.sheet import Sheet
from timeline.tables import Tables

TAIL = 8.0
"""px past the last day: room in which a level of the last days comes down."""
GOING = 14.0
"""px past today: room for the triangles of what is still going."""
STRIP, STRIP_PHONE = 118.0, 64.0
"""px past today for a hope."""


@dataclass(frozen=True)
class Scale:
    """Where years stand.

    Attributes:
        begin: the first year shown, decimal.
        end: the last one.
        left: x of `begin`, px.
        right: x of `end`, px.
        stop: where the plot ends, px: past `right` by what stands at the end.
        strip: where the room for a hope ends, px; `stop` where there is none.
        to_today: whether `end` is today, in a life that goes on.
        to_death: whether `end` is the end of a life that is over.
        birth: decimal year, NaN if unknown.
        by_age: whether ages stand below, and calendar years above.
        year_length: px of one year.
    """

    begin: float
    end: float
    left: float
    right: float
    stop: float
    strip: float
    to_today: bool
    to_death: bool
    birth: float
    by_age: bool

    @cached_property
    def year_length(self) -> float:
        """Of one year, px."""
        return (self.right - self.left) / (self.end - self.begin)

    def x(self, t: float) -> float:
        """Where `t` stands, px."""
        return self.left + (t - self.begin) * self.year_length

    def xs(self, t: Floats) -> Floats:
        """Where each of `t`, [m], stands, px."""
        return self.left + (t - self.begin) * self.year_length

    def t(self, x: Floats) -> Floats:
        """The years that stand at `x`, [m] px."""
        return np.asarray(self.begin + (x - self.left) / self.year_length)

    def inside(self, x: float) -> float:
        """`x`, or the nearer end of the axis."""
        return min(max(x, self.left), self.right)

    def age(self, t: float) -> int | None:
        """Whole years of life at `t`; None without a birth date."""
        return None if isnan(self.birth) else max(0, floor(t - self.birth + 1e-6))

    def named(self, t: float) -> int:
        """The age at `t`, or the calendar year where years stand below."""
        age = self.age(t)
        return floor(t) if age is None or not self.by_age else age


def scale(tables: Tables, sheet: Sheet, hope: bool) -> Scale:
    """The axis of a sheet.

    Args:
        tables: the framed history.
        sheet: what is drawn on.
        hope: whether a hope stands past today.
    """
    begin, end = sheet.span or (tables.begin, tables.end)
    end = max(end, begin + 1 / 12)
    at_end = end >= tables.end - 0.02
    after = (TAIL if tables.over else GOING) if at_end else 0.0
    hoped = (STRIP_PHONE if sheet.phone else STRIP) if hope and at_end and not tables.over else 0.0
    strip = sheet.width - sheet.margin
    return Scale(
        begin=begin,
        end=end,
        left=sheet.left,
        right=strip - hoped - after,
        stop=strip - hoped,
        strip=strip,
        to_today=at_end and not tables.over,
        to_death=at_end and tables.over,
        birth=tables.birth,
        by_age=tables.settings.axis == "age" and not isnan(tables.birth),
    )
