"""One relationship as a strand: what it holds, how far it reaches, and where its name stands."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import isnan, nan

import numpy as np

from models.entries import Kind
from models.tags import THREAD_SIDES, ThreadSide
from timeline.picture.lifeline.beads import (
    BeadEpisode,
    PlacedBead,
    choose_bin_years,
    merge_into_bins,
    place_beads,
)
from timeline.picture.lifeline.marks import NumberedEpisode
from timeline.picture.lifeline.scale import ROUNDING_YEARS, Scale
from timeline.picture.lifeline.sheet import Sheet
from timeline.picture.lifeline.text_layout import shorten_to_letters
from timeline.study.study import Study
from timeline.study.tagged_relationships import find_whole_relationship_sides
from timeline.study.thread_levels import Floats, RelationshipLevel, ThreadLevel

MIND_MARK_PX = 10.0
"""px before a name for the mark of who is on the person's mind."""
_MIN_FULL_LEVEL = 8.0
"""The level that would fill a ridge."""
_TAIL_WITHOUT_FADING_YEARS = 3.0
_RISE_PX = 3.0
_NAME_GAP_PX = 10.0
Ridge = tuple[Floats, Floats]
"""x and level of each point, both [m]."""
_NO_RIDGE: Ridge = (np.zeros(0), np.zeros(0))
_MIN_REACH_PX, _MIN_NAME_OFFSET_PX, _NAME_AIR_PX = 6.0, 4.0, 4
"""px: what a strand reaches at the least, what its name stands above the bar, and the air beside a name."""
_STEP_MIN_PX, _STEP_MAX_PX, _STEP_HALF_LIFE_SHARE = 4.0, 16.0, 0.36
"""Between two points of a fading ridge: px, and the share of a half-life over which it is nearly straight."""
_HALF_LIFE_WHERE_NOTHING_FADES = 50
"""Years that stand for a half-life where nothing fades."""
_JUST_AFTER_YEARS = 1e-9
"""Years: a level is read just after its dates, not on them."""


@dataclass(frozen=True)
class DrawnSpell:
    """One spell, in years; NaN where not known.

    Attributes:
        start_first: it began then at the earliest.
        start_last: and at the latest.
        end_first: it ended then at the earliest.
        end_last: and at the latest.
        is_going: whether it still goes on.
    """

    start_first: float
    start_last: float
    end_first: float
    end_last: float
    is_going: bool


@dataclass(frozen=True, eq=False)
class Strand:
    """A relationship, measured for drawing; all in px but the ridges' levels.

    Attributes:
        rel: its row.
        id: its id.
        name: as it is shown.
        is_on_mind: whether a small mark stands before it: someone on the person's mind.
        kind: of relationship.
        spells: its spells within reach.
        beads: of its moments.
        tagged_sides: the sides on which it is tagged as a whole; such a tag is numbered at its beginning.
        ridges: of each side.
        end_x: where its bar and moments end.
        tail_end_x: where its tails have faded.
        x0: where bar or beads begin.
        x1: where bar and beads end.
        is_name_above: whether its name stands above, not to the left.
        name_x: where the name begins (above) or ends (left).
        name_width: in bold, with the mark before it, so that nothing moves when it is selected.
        number_size: across a bead with a number.
        numbered_spot: side and time of the moment that carries one, if any does; None: any may come to, and
            nothing may move when it does.
    """

    rel: int
    id: str
    name: str
    is_on_mind: bool
    kind: Kind
    spells: Sequence[DrawnSpell]
    beads: Sequence[PlacedBead]
    tagged_sides: frozenset[ThreadSide]
    ridges: dict[ThreadSide, Ridge]
    end_x: float
    tail_end_x: float
    x0: float
    x1: float
    is_name_above: bool
    name_x: float
    name_width: float
    number_size: float
    numbered_spot: tuple[ThreadSide | None, float] | None

    @property
    def occupied_x(self) -> tuple[float, float]:
        """From where to where nothing else may stand in its row, px."""
        left = self.name_x - self.name_width if not self.is_name_above else min(self.x0, self.name_x)
        right = self.x1 if not self.is_name_above else max(self.x1, self.name_x + self.name_width)
        return left, max(right, (self.end_x + self.tail_end_x) / 2)

    def measure_reach(self, side: ThreadSide, unit: float) -> float:
        """How far it goes on one side, px; `unit` of the ridges."""
        beads = [self._measure_bead_reach(bead) for bead in self.beads if bead.side == side]
        held = [self.number_size] if side in self.tagged_sides else []
        return max([_MIN_REACH_PX, float(self.ridges[side][1].max(initial=0)) * unit, *beads, *held])

    def measure_name_offset(self, unit: float) -> float:
        """How far above the bar the name clears what lies under it, px."""
        a, b = self.name_x - _NAME_AIR_PX, self.name_x + self.name_width + _NAME_AIR_PX
        x, height = self.ridges["care"]
        under = [
            self._measure_bead_reach(bead)
            for bead in self.beads
            if bead.side == "care" and a < bead.x + self.number_size / 2 and bead.x - self.number_size / 2 < b
        ]
        ridge = float(height[(x > a) & (x < b)].max(initial=0)) * unit
        return max(
            [_MIN_NAME_OFFSET_PX, ridge, *under, self.number_size if "care" in self.tagged_sides else 0.0]
        )

    def _measure_bead_reach(self, bead: PlacedBead) -> float:
        may = self.numbered_spot is None or self.numbered_spot == (bead.side, bead.moment.t)
        return max(bead.reach, bead.offset + self.number_size / 2) if may else bead.reach


def build_strands(
    study: Study,
    levels: dict[ThreadSide, ThreadLevel],
    scale: Scale,
    sheet: Sheet,
    most: int,
    numbered: tuple[ThreadSide, Sequence[NumberedEpisode]] | None = None,
) -> tuple[list[Strand], bool]:
    """Every relationship with something in the years shown, by beginning; and whether beads are half years.

    Args:
        study: the history, read.
        levels: of each side.
        scale: the axis.
        sheet: what is drawn on.
        most: beads, above which each stands for all of a half year, or of more years where that is too many.
        numbered: the side and the moments that carry a number; needed where the sheet stays as it is.
    """
    moments = _find_shown_episodes(study, scale)
    bin_ = choose_bin_years(moments.values(), most)
    stretches = _find_spells(study)
    of_side = {side: levels[side].split_by_relationship() for side in THREAD_SIDES}
    found = []
    held = find_whole_relationship_sides(study)
    thread, firsts = numbered or (None, ())
    first = {one.relationship: one for one in firsts}
    people = study.relationships
    names, kinds, ids = people.name, people.kind, people.id
    minded = study.relationships.on_my_mind
    for rel in range(len(study.relationships)):
        mine = moments.get(rel, [])
        spells = [spell for spell in stretches.get(rel, []) if _is_in_view(spell, scale)]
        if not mine and not spells:
            continue
        beads = place_beads(
            mine if bin_ is None else merge_into_bins(mine, bin_), scale, sheet, bin_ is not None
        )
        wide, carries = held.get(rel, frozenset()), None
        if sheet.for_print:
            carried = first.get(str(ids[rel]))
            wide = frozenset([thread] if thread and carried and not carried.moment else [])
            carries = (thread, carried.t) if carried and carried.moment else (None, nan)
        found.append(
            _build_strand(
                rel, str(ids[rel]), str(names[rel]), bool(minded[rel]), kinds[rel], spells, mine, beads,
                wide, carries,
                {side: of_side[side].get(rel) for side in THREAD_SIDES}, study.settings.half_life,
                scale, sheet,
            )
        )  # fmt: skip
    return sorted(found, key=lambda strand: (strand.x0, strand.end_x)), bin_ is not None


def px_per_ridge_level(found: Sequence[Strand], sheet: Sheet) -> float:
    """Height of one unit of level in every ridge, px."""
    top = max((float(height.max(initial=0)) for s in found for _, height in s.ridges.values()), default=0.0)
    return sheet.ridge_height / max(top, _MIN_FULL_LEVEL)


def build_ridge(
    source: RelationshipLevel | None, half_life: float | None, scale: Scale, begin: float, end: float
) -> Ridge:
    """The level of one relationship from `begin` to `end`, px: straight up over 3 px, then by the formula."""
    if source is None or end <= begin:
        return _NO_RIDGE
    x0, x1 = scale.years_to_x(source.first), scale.years_to_x(source.last)
    dates = (x0 + x1) / 2
    # Between dates a fading level is nearly straight over this many px.
    step = min(
        _STEP_MAX_PX,
        max(
            _STEP_MIN_PX,
            _STEP_HALF_LIFE_SHARE * (half_life or _HALF_LIFE_WHERE_NOTHING_FADES) * scale.year_length,
        ),
    )
    grid = np.arange(max(begin, x0.min()), end, step)
    x = np.sort(np.concatenate([grid, dates, dates - _RISE_PX, x0, x1, [begin, end]]))
    rises = np.sort(dates[source.is_point_in_time])
    rising = np.searchsorted(rises - _RISE_PX, x, side="left") > np.searchsorted(rises, x, side="right")
    x = x[(x >= begin) & (x <= end) & ~rising]
    x = x[np.append(True, x[1:] > x[:-1])]
    return x, source.level_at(scale.x_to_years(x) + _JUST_AFTER_YEARS)


def _build_strand(
    rel: int,
    id_: str,
    name: str,
    on_mind: bool,
    kind: Kind,
    spells: list[DrawnSpell],
    mine: list[BeadEpisode],
    beads: list[PlacedBead],
    held: frozenset[ThreadSide],
    carries: tuple[ThreadSide | None, float] | None,
    from_: dict[ThreadSide, RelationshipLevel | None],
    half_life: float | None,
    scale: Scale,
    sheet: Sheet,
) -> Strand:
    starts = [spell.start_first for spell in spells if not isnan(spell.start_first)]
    ends = [spell.end_last for spell in spells if not isnan(spell.end_last)]
    firsts = [*starts, *(moment.first for moment in mine), *(ends if not starts else [])]
    begin = scale.clamp_x(scale.year_to_x(min(firsts)))
    end = max(
        begin, scale.clamp_x(scale.year_to_x(max([*ends, *(moment.last for moment in mine), min(firsts)])))
    )
    fade = (half_life or _TAIL_WITHOUT_FADING_YEARS) * scale.year_length
    stops = scale.right if any(spell.is_going for spell in spells) else min(scale.right, end + fade)
    x0 = min([begin, *(bead.x - bead.size / 2 for bead in beads)])
    x1 = max([end, *(bead.x + bead.size / 2 for bead in beads)])
    shown = shorten_to_letters(name)
    width = sheet.measure(shown, sheet.name_size, bold=True) + (MIND_MARK_PX if on_mind else 0)
    above = x0 - _NAME_GAP_PX - width < (4.0 if sheet.is_phone else 6.0)
    return Strand(
        rel=rel,
        id=id_,
        name=shown,
        is_on_mind=on_mind,
        kind=kind,
        spells=spells,
        beads=beads,
        tagged_sides=held,
        ridges={side: build_ridge(from_[side], half_life, scale, begin, stops) for side in THREAD_SIDES},
        end_x=end,
        tail_end_x=stops,
        x0=x0,
        x1=x1,
        is_name_above=above,
        name_x=max(2.0, min(max(x0, scale.left), scale.hope_end - width)) if above else x0 - _NAME_GAP_PX,
        name_width=width,
        number_size=sheet.numbered_bead_size,
        numbered_spot=carries,
    )


def _find_shown_episodes(study: Study, scale: Scale) -> dict[int, list[BeadEpisode]]:
    """The moments in the years shown, by relationship, in time order."""
    table = study.moments
    t = table.t
    given = table.direction == "given"
    shown = (t >= scale.begin - ROUNDING_YEARS) & (t <= scale.end + ROUNDING_YEARS)
    found: dict[int, list[BeadEpisode]] = {}
    picked = np.flatnonzero(shown)
    columns = (
        table.rel,
        t,
        table.first,
        table.last,
        table.weight,
        given,
        table.caring,
        table.painful,
    )
    for row, rel, at, a, b, weight, mine, care, hurt in zip(
        picked.tolist(), *(column[picked].tolist() for column in columns), strict=True
    ):
        sides = tuple(side for side, tagged in zip(THREAD_SIDES, (care, hurt), strict=True) if tagged)
        found.setdefault(rel, []).append(BeadEpisode(row, rel, at, a, b, weight, mine, sides))
    return found


def _find_spells(study: Study) -> dict[int, list[DrawnSpell]]:
    spells = study.spells
    ends = (spells.start_first, spells.start_last, spells.end_first, spells.end_last)
    columns = [column.tolist() for column in ends]
    found: dict[int, list[DrawnSpell]] = {}
    for rel, a, b, c, d, going in zip(
        spells.rel.tolist(), *columns, spells.still_going.tolist(), strict=True
    ):
        found.setdefault(rel, []).append(DrawnSpell(a, b, c, d, going))
    for of in found.values():
        of.sort(key=lambda s: (isnan(s.start_first), s.start_first))
    return found


def _is_in_view(spell: DrawnSpell, scale: Scale) -> bool:
    """Whether it reaches into the years shown; one without any date is nowhere."""
    start = spell.start_first if not isnan(spell.start_first) else spell.end_first
    end = spell.end_last if not isnan(spell.end_last) else spell.start_last
    return bool(start <= scale.end and end >= scale.begin) and not (
        isnan(spell.start_first) and spell.is_going
    )
