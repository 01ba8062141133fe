"""What a picture is drawn on: how wide, which years, and how wide words come out on it."""

from dataclasses import dataclass
from math import floor, isnan
from typing import NamedTuple, Protocol

import numpy as np

from timeline.messages import lifeline as say
from timeline.messages.dates import format_decade
from timeline.study.study import Study

PHONE_BELOW_PX = 640.0
"""px: narrower than this, names and titles stand above what they name, not to the left."""
MM_PER_PX = 0.2
"""On paper: 13 px letters come out at 7.4 pt, and the 180 px gutter as 36 mm."""
_ENTERED_FROM_YEARS, _ENTERED_REST_YEARS = 2, 1
"""Years: the span from the first entry is offered where so long was empty before it, and so much is left."""
_BEFORE_FIRST_YEARS = 0.5
"""Years shown before the first entry, and that a period must have of this life to be offered."""


class Measure(Protocol):
    """How wide words come out, px."""

    def __call__(
        self, words: str, size: float, *, bold: bool = False, serif: bool = False, italic: bool = False
    ) -> float:
        """The width of one line of `words` in letters of `size` px."""


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """What a picture is drawn on.

    Attributes:
        width: px, 280 or more.
        measure: how wide words come out.
        span: [from, to] in decimal years; None for the whole life.
        for_print: whether nothing in it is ever pointed at or picked: beads are small, and room for a number
            is kept where one stands.
        page_heights: heights the picture may have, px, rising; in the first that holds it, its rows stand as
            far apart as that allows. None: it is as high as it comes out.
    """

    width: float
    measure: Measure
    span: tuple[float, float] | None = None
    for_print: bool = False
    page_heights: tuple[float, ...] = ()

    @classmethod
    def for_paper(cls, measure: Measure, mm: float = 166.0, rooms: tuple[float, ...] = ()) -> "Sheet":
        """A sheet `mm` wide: the screen's px, drawn at `MM_PER_PX` each.

        Args:
            measure: how wide words come out.
            mm: its width.
            rooms: heights the picture may have, px.
        """
        return cls(width=mm / MM_PER_PX, measure=measure, for_print=True, page_heights=rooms)

    @property
    def is_phone(self) -> bool:
        """Whether there is no room for a gutter."""
        return self.width < PHONE_BELOW_PX

    @property
    def axis_left(self) -> float:
        """Where the axis begins: right of the gutter."""
        return 14.0 if self.is_phone else 178.0

    @property
    def right_margin(self) -> float:
        """What stays free on the right of the axis."""
        return 26.0 if self.is_phone else 34.0

    @property
    def title_left(self) -> float:
        """Where titles begin."""
        return 12.0 if self.is_phone else 16.0

    @property
    def name_size(self) -> float:
        """Of the letters of names, px."""
        return 12.5 if self.is_phone else 13.0

    @property
    def bead_size(self) -> float:
        """Across a bead of intensity 1, px."""
        return 4.0 if self.for_print else 4.6 if self.is_phone else 5.6

    @property
    def numbered_bead_size(self) -> float:
        """Across a bead with a number, px."""
        return 15.0 if self.for_print else 18.0 if self.is_phone else 19.0

    @property
    def ridge_height(self) -> float:
        """Height of the highest ridge, px."""
        return 14.0 if self.for_print else 17.0 if self.is_phone else 22.0


class SpanOfLife(NamedTuple):
    """Some years to look at.

    Attributes:
        key: "whole", "entered", "child", "teens", "20s" …; a calendar decade where no birth is known.
        label: on its button.
        years: [from, to], decimal years.
    """

    key: str
    label: str
    years: tuple[float, float]


def find_life_spans(study: Study) -> list[SpanOfLife]:
    """The spans there are in this life: the whole first, then from the first entry, then each period."""
    found = [SpanOfLife("whole", say.WHOLE_LIFE, (study.begin, study.end))]
    first = _first_entry_year(study)
    if first - study.begin > _ENTERED_FROM_YEARS and study.end - first > _ENTERED_REST_YEARS:
        found.append(SpanOfLife("entered", say.FROM_FIRST_ENTRY, (first - _BEFORE_FIRST_YEARS, study.end)))
    return found + _find_periods(study)


def _find_periods(study: Study) -> list[SpanOfLife]:
    if isnan(study.birth):
        decades = range(floor(study.begin) // 10 * 10, floor(study.end) + 1, 10)
        named = [(f"{year}s", format_decade(year), float(year), float(year + 10)) for year in decades]
    else:
        born = study.birth
        named = [("child", say.CHILD, born, born + 13), ("teens", say.TEENS, born + 13, born + 20)]
        ages = range(20, max(20, floor(study.end - born)) + 1, 10)
        named += [(f"{age}s", format_decade(age), born + age, born + age + 10) for age in ages]
    cut = [(key, label, max(a, study.begin), min(b, study.end)) for key, label, a, b in named]
    kept = [SpanOfLife(key, label, (a, b)) for key, label, a, b in cut if b - a >= _BEFORE_FIRST_YEARS]
    return kept if len(kept) > 1 else []


def _first_entry_year(study: Study) -> float:
    times = study.moments.first
    return max(study.begin, float(np.nanmin(times))) if np.isfinite(times).any() else study.begin
