"""The beads of one strand: a moment on each side it is tagged on, stacked outward where they overlap."""

from collections.abc import Iterable, Sequence
from math import hypot, sqrt
from typing import NamedTuple

from models.tags import ThreadSide
from timeline.picture.lifeline.scale import Scale
from timeline.picture.lifeline.sheet import Sheet

MAX_BEADS = 2000
"""Beads on one picture, above which each stands for a half year or more."""
_NEAR_PX, _MAX_OVERLAP_SHARE, _MAX_STACK_ROWS = 24.0, 0.52, 9
_GIVEN_SIZE_SHARE = 0.86
_ON_BAR_SIZE_PX = 6.0
_BIN_YEARS = (0.5, 1.0, 2.0, 5.0, 10.0)


class BeadEpisode(NamedTuple):
    """What a bead needs to know of a moment.

    Attributes:
        row: in the table of moments.
        rel: row of its relationship.
        t: decimal year.
        first: where its span begins.
        last: where it ends.
        weight: intensity then, or what one that was not rated counts as.
        is_given: whether the person did it.
        sides: on which it is tagged.
        episode_count: how many it stands for.
    """

    row: int
    rel: int
    t: float
    first: float
    last: float
    weight: float
    is_given: bool
    sides: tuple[ThreadSide, ...]
    episode_count: int = 1


class PlacedBead(NamedTuple):
    """A bead on its strand.

    Attributes:
        moment: which.
        side: on which side of the bar; None for on it, where no tag has a side.
        x: its middle, px.
        offset: its middle, px outward from the bar.
        size: across, px.
    """

    moment: BeadEpisode
    side: ThreadSide | None
    x: float
    offset: float
    size: float

    @property
    def reach(self) -> float:
        """How far outward it goes, px."""
        return self.offset + self.size / 2


def place_beads(moments: Sequence[BeadEpisode], scale: Scale, sheet: Sheet, binned: bool) -> list[PlacedBead]:
    """The beads of one relationship's moments, given in time order."""
    lanes: dict[ThreadSide, list[PlacedBead]] = {"care": [], "hurt": []}
    on_bar: list[PlacedBead] = []
    for moment in moments:
        for side in moment.sides:
            size = bead_diameter(moment, sheet, binned)
            bead = PlacedBead(moment, side, scale.clamp_x(scale.year_to_x(moment.t)), size / 2 + 1.2, size)
            lanes[side].append(bead if binned else _stack_outward(bead, lanes[side]))
        if not moment.sides:
            on_bar.append(
                PlacedBead(moment, None, scale.clamp_x(scale.year_to_x(moment.t)), 0.0, _ON_BAR_SIZE_PX)
            )
    return on_bar + lanes["care"] + lanes["hurt"]


def bead_diameter(moment: BeadEpisode, sheet: Sheet, binned: bool) -> float:
    """Across, px: its area grows with the intensity, or with how many it stands for."""
    if binned:
        return round(min(sheet.bead_size * sqrt(moment.episode_count) + 0.4, 4 * sheet.bead_size), 1)
    return round(
        (sheet.bead_size * sqrt(moment.weight) + 0.4) * (_GIVEN_SIZE_SHARE if moment.is_given else 1), 1
    )


def choose_bin_years(moments: Iterable[Sequence[BeadEpisode]], most: int) -> float | None:
    """How many years a bead stands for, so that there are at most `most`; None: each for its own moment.

    Args:
        moments: of each relationship.
        most: beads.
    """
    listed = list(moments)
    if sum(len(moment.sides) or 1 for mine in listed for moment in mine) <= most:
        return None
    for years in _BIN_YEARS:
        if sum(len({(int(m.t // years), side) for m in mine for side in m.sides}) for mine in listed) <= most:
            return years
    return _BIN_YEARS[-1]


def merge_into_bins(moments: Sequence[BeadEpisode], years: float) -> list[BeadEpisode]:
    """One for each `years` and side, of one relationship's moments in time order."""
    found: dict[tuple[int, ThreadSide | None], list[BeadEpisode]] = {}
    for moment in moments:
        for side in moment.sides or (None,):
            found.setdefault((int(moment.t // years), side), []).append(moment)
    return [
        many[0]._replace(
            t=(nth + 0.5) * years,
            first=(nth + 0.5) * years,
            last=(nth + 0.5) * years,
            is_given=all(one.is_given for one in many),
            sides=(side,) if side else (),
            episode_count=len(many),
        )
        for (nth, side), many in sorted(found.items(), key=lambda item: (item[0][0], str(item[0][1])))
    ]


def _stack_outward(bead: PlacedBead, before: list[PlacedBead]) -> PlacedBead:
    """`bead`, moved outward until most of it can be seen."""
    off = bead.offset
    near = [other for other in before[-40:] if abs(other.x - bead.x) < _NEAR_PX]
    for _ in range(_MAX_STACK_ROWS):
        hit = [
            other
            for other in near
            if hypot(bead.x - other.x, off - other.offset) < _MAX_OVERLAP_SHARE * (bead.size + other.size) / 2
        ]
        if not hit:
            break
        off = max(other.reach + bead.size / 2 - 0.5 for other in hit)
    else:
        off = bead.offset
    return bead if off == bead.offset else bead._replace(offset=off)
