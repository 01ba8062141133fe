"""The beads of one strand: a moment on each side it is tagged on, stacked outward where they overlap."""

from collections.abc import Iterable, Sequence
from math import hypot, isnan, sqrt
from typing import NamedTuple

from timeline.levels import UNRATED_THEN, Side
from timeline.picture.lifeline.scale import Scale
from timeline.picture.lifeline.sheet import Sheet

TOO_MANY = 2000
"""Beads on one picture, above which each stands for a half year or more."""
_NEAR, _HIDDEN, _ROWS = 24.0, 0.52, 9
_GIVEN = 0.86
_ON_BAR = 6.0
_BINS = (0.5, 1.0, 2.0, 5.0, 10.0)


class Moment(NamedTuple):
    """What a bead needs to know of a moment.

    Attributes:
        row: in the table of moments.
        rel: row of its relationship.
        t: decimal year.
        first: where its span begins.
        last: where it ends.
        weight: intensity then; `UNRATED_THEN` where not rated.
        given: whether the person did it.
        sides: on which it is tagged.
        many: how many it stands for.
    """

    row: int
    rel: int
    t: float
    first: float
    last: float
    weight: float
    given: bool
    sides: tuple[Side, ...]
    many: int = 1


class Placed(NamedTuple):
    """A bead on its strand.

    Attributes:
        moment: which.
        side: on which side of the bar; None for on it, where no tag has a side.
        x: its middle, px.
        off: its middle, px outward from the bar.
        size: across, px.
    """

    moment: Moment
    side: Side | None
    x: float
    off: float
    size: float

    @property
    def reach(self) -> float:
        """How far outward it goes, px."""
        return self.off + self.size / 2


def placed(moments: Sequence[Moment], scale: Scale, sheet: Sheet, binned: bool) -> list[Placed]:
    """The beads of one relationship's moments, given in time order."""
    lanes: dict[Side, list[Placed]] = {"care": [], "hurt": []}
    on_bar: list[Placed] = []
    for moment in moments:
        for side in moment.sides:
            size = diameter(moment, sheet, binned)
            bead = Placed(moment, side, scale.inside(scale.x(moment.t)), size / 2 + 1.2, size)
            lanes[side].append(bead if binned else _stacked(bead, lanes[side]))
        if not moment.sides:
            on_bar.append(Placed(moment, None, scale.inside(scale.x(moment.t)), 0.0, _ON_BAR))
    return on_bar + lanes["care"] + lanes["hurt"]


def diameter(moment: Moment, sheet: Sheet, binned: bool) -> float:
    """Across, px: its area grows with the intensity, or with how many it stands for."""
    if binned:
        return round(min(sheet.bead * sqrt(moment.many) + 0.4, 4 * sheet.bead), 1)
    return round((sheet.bead * sqrt(moment.weight) + 0.4) * (_GIVEN if moment.given else 1), 1)


def bin_years(moments: Iterable[Sequence[Moment]], most: int) -> float | None:
    """How many years a bead stands for, so that there are at most `most`; None: each for its own moment.

    Args:
        moments: of each relationship.
        most: beads.
    """
    listed = list(moments)
    if sum(len(moment.sides) or 1 for mine in listed for moment in mine) <= most:
        return None
    for years in _BINS:
        if sum(len({(int(m.t // years), side) for m in mine for side in m.sides}) for mine in listed) <= most:
            return years
    return _BINS[-1]


def in_bins(moments: Sequence[Moment], years: float) -> list[Moment]:
    """One for each `years` and side, of one relationship's moments in time order."""
    found: dict[tuple[int, Side | None], list[Moment]] = {}
    for moment in moments:
        for side in moment.sides or (None,):
            found.setdefault((int(moment.t // years), side), []).append(moment)
    return [
        many[0]._replace(
            t=(nth + 0.5) * years,
            first=(nth + 0.5) * years,
            last=(nth + 0.5) * years,
            given=all(one.given for one in many),
            sides=(side,) if side else (),
            many=len(many),
        )
        for (nth, side), many in sorted(found.items(), key=lambda item: (item[0][0], str(item[0][1])))
    ]


def weight(rated: float) -> float:
    """The intensity a bead is drawn with."""
    return UNRATED_THEN if isnan(rated) else rated


def _stacked(bead: Placed, before: list[Placed]) -> Placed:
    """`bead`, moved outward until most of it can be seen."""
    off = bead.off
    near = [other for other in before[-40:] if abs(other.x - bead.x) < _NEAR]
    for _ in range(_ROWS):
        hit = [
            other
            for other in near
            if hypot(bead.x - other.x, off - other.off) < _HIDDEN * (bead.size + other.size) / 2
        ]
        if not hit:
            break
        off = max(other.reach + bead.size / 2 - 0.5 for other in hit)
    else:
        off = bead.off
    return bead if off == bead.off else bead._replace(off=off)
