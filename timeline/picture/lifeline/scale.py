"""Years ↔ px, and what stands at the ends of the axis."""

from dataclasses import dataclass
from functools import cached_property
from math import floor, isnan

import numpy as np

from timeline.picture.lifeline.sheet import Sheet
from timeline.study.study import Study
from timeline.study.thread_levels import Floats

END_ROOM_PX = 8.0
"""px past the last day: room in which a level of the last days comes down."""
STILL_GOING_ROOM_PX = 14.0
"""px past today: room for the triangles of what is still going."""
HOPE_ROOM_PX, HOPE_ROOM_PHONE_PX = 118.0, 64.0
"""px past today for a hope."""
ROUNDING_YEARS = 1e-6
"""Years by which reckoning in decimal years may be off: half a minute."""
SAME_TIME_YEARS = 0.02
"""Years: times nearer than this, a week, are one place on the axis."""
_MIN_AXIS_YEARS = 1 / 12
"""Years an axis is long at the least: a month."""


@dataclass(frozen=True)
class Scale:
    """Where years stand.

    Attributes:
        begin: the first year shown, decimal.
        end: the last one.
        left: x of `begin`, px.
        right: x of `end`, px.
        plot_end: where the plot ends, px: past `right` by what stands at the end.
        hope_end: where the room for a hope ends, px; `stop` where there is none.
        is_until_today: whether `end` is today, in a life that goes on.
        is_until_death: whether `end` is the end of a life that is over.
        birth: decimal year, NaN if unknown.
        is_by_age: whether ages stand below, and calendar years above.
        year_length: px of one year.
    """

    begin: float
    end: float
    left: float
    right: float
    plot_end: float
    hope_end: float
    is_until_today: bool
    is_until_death: bool
    birth: float
    is_by_age: bool

    @cached_property
    def year_length(self) -> float:
        """Of one year, px."""
        return (self.right - self.left) / (self.end - self.begin)

    def year_to_x(self, t: float) -> float:
        """Where `t` stands, px."""
        return self.left + (t - self.begin) * self.year_length

    def years_to_x(self, t: Floats) -> Floats:
        """Where each of `t`, [m], stands, px."""
        return self.left + (t - self.begin) * self.year_length

    def x_to_years(self, x: Floats) -> Floats:
        """The years that stand at `x`, [m] px."""
        return np.asarray(self.begin + (x - self.left) / self.year_length)

    def clamp_x(self, x: float) -> float:
        """`x`, or the nearer end of the axis."""
        return min(max(x, self.left), self.right)

    def age(self, t: float) -> int | None:
        """Whole years of life at `t`; None without a birth date."""
        return None if isnan(self.birth) else max(0, floor(t - self.birth + ROUNDING_YEARS))

    def age_or_year(self, t: float) -> int:
        """The age at `t`, or the calendar year where years stand below."""
        age = self.age(t)
        return floor(t) if age is None or not self.is_by_age else age


def build_scale(study: Study, sheet: Sheet, hope: bool) -> Scale:
    """The axis of a sheet.

    Args:
        study: the history, read.
        sheet: what is drawn on.
        hope: whether a hope stands past today.
    """
    begin, end = sheet.span or (study.begin, study.end)
    end = max(end, begin + _MIN_AXIS_YEARS)
    at_end = end >= study.end - SAME_TIME_YEARS
    after = (END_ROOM_PX if study.is_life_over else STILL_GOING_ROOM_PX) if at_end else 0.0
    hoped = (
        (HOPE_ROOM_PHONE_PX if sheet.is_phone else HOPE_ROOM_PX)
        if hope and at_end and not study.is_life_over
        else 0.0
    )
    strip = sheet.width - sheet.right_margin
    return Scale(
        begin=begin,
        end=end,
        left=sheet.axis_left,
        right=strip - hoped - after,
        plot_end=strip - hoped,
        hope_end=strip,
        is_until_today=at_end and not study.is_life_over,
        is_until_death=at_end and study.is_life_over,
        birth=study.birth,
        is_by_age=study.settings.axis == "age" and not isnan(study.birth),
    )
