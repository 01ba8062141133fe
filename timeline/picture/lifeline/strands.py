"""One relationship as a strand: what it holds, how far it reaches, and where its name stands."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import isnan, nan
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from models.entries import Kind
from timeline.levels import SHARP, SIDES, TAGGED_AS, Changes, Floats, Pulses, Rows, Side, changes
from timeline.picture.lifeline.beads import Moment, Placed, bin_years, in_bins, placed, weight
from timeline.picture.lifeline.marks import Numbered
from timeline.picture.lifeline.room import cut
from timeline.picture.lifeline.scale import Scale
from timeline.picture.lifeline.sheet import Sheet
from timeline.tables import WIDE, Tables, flags, floats, rows, words

MIND = 10.0
"""px before a name for the mark of who is on the person's mind."""
_LOWEST = 8.0
"""The level that would fill a ridge."""
_TAIL_WITHOUT_FADING = 3.0
_RISE = 3.0
_GAP = 10.0
Ridge = tuple[Floats, Floats]
"""x and level of each point, both [m]."""
_NO_RIDGE: Ridge = (np.zeros(0), np.zeros(0))


@dataclass(frozen=True)
class Stretch:
    """One spell, in years; NaN where not known.

    Attributes:
        start_first: it began then at the earliest.
        start_last: and at the latest.
        end_first: it ended then at the earliest.
        end_last: and at the latest.
        going: whether it still goes on.
    """

    start_first: float
    start_last: float
    end_first: float
    end_last: float
    going: bool


@dataclass(frozen=True, eq=False)
class Strand:
    """A relationship, measured for drawing; all in px but the ridges' levels.

    Attributes:
        rel: its row.
        id: its id.
        name: as it is shown.
        on_mind: whether a small mark stands before it: someone on the person's mind.
        kind: of relationship.
        stretches: its spells within reach.
        beads: of its moments.
        held: the sides on which it is tagged as a whole; such a tag is numbered at its beginning.
        ridges: of each side.
        ends: where its bar and moments end.
        stops: where its tails have faded.
        x0: where bar or beads begin.
        x1: where bar and beads end.
        name_above: whether its name stands above, not to the left.
        name_x: where the name begins (above) or ends (left).
        name_width: in bold, with the mark before it, so that nothing moves when it is selected.
        number: across a bead with a number.
        carries: side and time of the moment that carries one, if any does; None: any may come to, and
            nothing may move when it does.
    """

    rel: int
    id: str
    name: str
    on_mind: bool
    kind: Kind
    stretches: Sequence[Stretch]
    beads: Sequence[Placed]
    held: frozenset[Side]
    ridges: dict[Side, Ridge]
    ends: float
    stops: float
    x0: float
    x1: float
    name_above: bool
    name_x: float
    name_width: float
    number: float
    carries: tuple[Side | None, float] | None

    @property
    def taken(self) -> tuple[float, float]:
        """From where to where nothing else may stand in its row, px."""
        left = self.name_x - self.name_width if not self.name_above else min(self.x0, self.name_x)
        right = self.x1 if not self.name_above else max(self.x1, self.name_x + self.name_width)
        return left, max(right, (self.ends + self.stops) / 2)

    def reach(self, side: Side, unit: float) -> float:
        """How far it goes on one side, px; `unit` of the ridges."""
        beads = [self._reach(bead) for bead in self.beads if bead.side == side]
        held = [self.number] if side in self.held else []
        return max([6.0, float(self.ridges[side][1].max(initial=0)) * unit, *beads, *held])

    def name_off(self, unit: float) -> float:
        """How far above the bar the name clears what lies under it, px."""
        a, b = self.name_x - 4, self.name_x + self.name_width + 4
        x, height = self.ridges["care"]
        under = [
            self._reach(bead)
            for bead in self.beads
            if bead.side == "care" and a < bead.x + self.number / 2 and bead.x - self.number / 2 < b
        ]
        ridge = float(height[(x > a) & (x < b)].max(initial=0)) * unit
        return max([4.0, ridge, *under, self.number if "care" in self.held else 0.0])

    def _reach(self, bead: Placed) -> float:
        may = self.carries is None or self.carries == (bead.side, bead.moment.t)
        return max(bead.reach, bead.off + self.number / 2) if may else bead.reach


def strands(
    tables: Tables,
    pulses: dict[Side, Pulses],
    scale: Scale,
    sheet: Sheet,
    most: int,
    numbered: tuple[Side, Sequence[Numbered]] | None = None,
) -> tuple[list[Strand], bool]:
    """Every relationship with something in the years shown, by beginning; and whether beads are half years.

    Args:
        tables: the framed history.
        pulses: what adds to each side.
        scale: the axis.
        sheet: what is drawn on.
        most: beads, above which each stands for all of a half year, or of more years where that is too many.
        numbered: the side and the moments that carry a number; needed where the sheet stays as it is.
    """
    moments = _moments(tables, scale)
    bin_ = bin_years(moments.values(), most)
    stretches = _stretches(tables)
    of_side = {side: sources(pulses[side], tables.settings.half_life, scale) for side in SIDES}
    found = []
    held = _held(tables)
    thread, firsts = numbered or (None, ())
    first = {one.relationship: one for one in firsts}
    names, kinds, ids = (words(tables.relationships, column) for column in ("name", "kind", "id"))
    minded = flags(tables.relationships, "on_my_mind")
    for rel in range(len(tables.relationships)):
        mine = moments.get(rel, [])
        spells = [spell for spell in stretches.get(rel, []) if _within(spell, scale)]
        if not mine and not spells:
            continue
        beads = placed(mine if bin_ is None else in_bins(mine, bin_), scale, sheet, bin_ is not None)
        wide, carries = held.get(rel, frozenset()), None
        if sheet.still:
            carried = first.get(str(ids[rel]))
            wide = frozenset([thread] if thread and carried and not carried.moment else [])
            carries = (thread, carried.t) if carried and carried.moment else (None, nan)
        found.append(
            _strand(
                rel, str(ids[rel]), str(names[rel]), bool(minded[rel]), kinds[rel], spells, mine, beads,
                wide, carries,
                {side: of_side[side].get(rel) for side in SIDES}, tables.settings.half_life, scale, sheet,
            )
        )  # fmt: skip
    return sorted(found, key=lambda strand: (strand.x0, strand.ends)), bin_ is not None


def unit(found: Sequence[Strand], sheet: Sheet) -> float:
    """Height of one unit of level in every ridge, px."""
    top = max((float(height.max(initial=0)) for s in found for _, height in s.ridges.values()), default=0.0)
    return sheet.ridge / max(top, _LOWEST)


class Source(NamedTuple):
    """What adds to one side of one relationship.

    Attributes:
        first: where the span of each date begins, [n] px.
        last: where it ends.
        sharp: whether it is a point in time, [n].
        changes: of its level.
    """

    first: Floats
    last: Floats
    sharp: NDArray[np.bool_]
    changes: Changes


def sources(pulses: Pulses, half_life: float | None, scale: Scale) -> dict[int, Source]:
    """What adds to a side, by relationship."""
    first, last = scale.xs(pulses.first), scale.xs(pulses.last)
    sharp = pulses.last - pulses.first < SHARP
    all_ = changes(pulses, half_life)
    of_changes = _by(pulses.rel[all_.pulse])
    return {
        rel: Source(first[mine], last[mine], sharp[mine], all_.only(of_changes[rel]))
        for rel, mine in _by(pulses.rel).items()
    }


def ridge(source: Source | None, half_life: float | None, scale: Scale, begin: float, end: float) -> Ridge:
    """The level of one relationship from `begin` to `end`, px: straight up over 3 px, then by the formula."""
    if source is None or end <= begin:
        return _NO_RIDGE
    x0, x1, sharp, _ = source
    dates = (x0 + x1) / 2
    # Between dates a fading level is nearly straight over this many px.
    step = min(16.0, max(4.0, 0.36 * (half_life or 50) * scale.year_length))
    grid = np.arange(max(begin, x0.min()), end, step)
    x = np.sort(np.concatenate([grid, dates, dates - _RISE, x0, x1, [begin, end]]))
    rises = np.sort(dates[sharp])
    rising = np.searchsorted(rises - _RISE, x, side="left") > np.searchsorted(rises, x, side="right")
    x = x[(x >= begin) & (x <= end) & ~rising]
    x = x[np.append(True, x[1:] > x[:-1])]
    return x, source.changes.level(scale.t(x) + 1e-9)


def _strand(
    rel: int,
    id_: str,
    name: str,
    on_mind: bool,
    kind: Kind,
    spells: list[Stretch],
    mine: list[Moment],
    beads: list[Placed],
    held: frozenset[Side],
    carries: tuple[Side | None, float] | None,
    from_: dict[Side, Source | None],
    half_life: float | None,
    scale: Scale,
    sheet: Sheet,
) -> Strand:
    starts = [spell.start_first for spell in spells if not isnan(spell.start_first)]
    ends = [spell.end_last for spell in spells if not isnan(spell.end_last)]
    firsts = [*starts, *(moment.first for moment in mine), *(ends if not starts else [])]
    begin = scale.inside(scale.x(min(firsts)))
    end = max(begin, scale.inside(scale.x(max([*ends, *(moment.last for moment in mine), min(firsts)]))))
    fade = (half_life or _TAIL_WITHOUT_FADING) * scale.year_length
    stops = scale.right if any(spell.going for spell in spells) else min(scale.right, end + fade)
    x0 = min([begin, *(bead.x - bead.size / 2 for bead in beads)])
    x1 = max([end, *(bead.x + bead.size / 2 for bead in beads)])
    shown = cut(name)
    width = sheet.measure(shown, sheet.size, bold=True) + (MIND if on_mind else 0)
    above = x0 - _GAP - width < (4.0 if sheet.phone else 6.0)
    return Strand(
        rel=rel,
        id=id_,
        name=shown,
        on_mind=on_mind,
        kind=kind,
        stretches=spells,
        beads=beads,
        held=held,
        ridges={side: ridge(from_[side], half_life, scale, begin, stops) for side in SIDES},
        ends=end,
        stops=stops,
        x0=x0,
        x1=x1,
        name_above=above,
        name_x=max(2.0, min(max(x0, scale.left), scale.strip - width)) if above else x0 - _GAP,
        name_width=width,
        number=sheet.numbered,
        carries=carries,
    )


def _moments(tables: Tables, scale: Scale) -> dict[int, list[Moment]]:
    """The moments in the years shown, by relationship, in time order."""
    table = tables.moments
    t, first, last = (floats(table, column) for column in ("t", "first", "last"))
    given = words(table, "direction") == "given"
    on = {side: flags(table, TAGGED_AS[side]) for side in SIDES}
    shown = (t >= scale.begin - 1e-6) & (t <= scale.end + 1e-6)
    found: dict[int, list[Moment]] = {}
    picked = np.flatnonzero(shown)
    columns = (rows(table, "rel"), t, first, last, floats(table, "intensity"), given, on["care"], on["hurt"])
    for row, rel, at, a, b, rated, mine, care, hurt in zip(
        picked.tolist(), *(column[picked].tolist() for column in columns), strict=True
    ):
        sides = tuple(side for side, tagged in zip(SIDES, (care, hurt), strict=True) if tagged)
        found.setdefault(rel, []).append(Moment(row, rel, at, a, b, weight(rated), mine, sides))
    return found


def _held(tables: Tables) -> dict[int, frozenset[Side]]:
    """The sides on which a relationship is tagged as a whole."""
    tagged = tables.tagged
    wide = np.flatnonzero(rows(tagged, "moment") == WIDE)
    found: dict[int, frozenset[Side]] = {}
    for rel, side in zip(rows(tagged, "rel")[wide].tolist(), words(tagged, "side")[wide], strict=True):
        mine = frozenset(one for one in SIDES if TAGGED_AS[one] == side)
        found[rel] = found.get(rel, frozenset()) | mine
    return found


def _stretches(tables: Tables) -> dict[int, list[Stretch]]:
    spells = tables.spells
    columns = [
        floats(spells, name).tolist() for name in ("start_first", "start_last", "end_first", "end_last")
    ]
    found: dict[int, list[Stretch]] = {}
    for rel, a, b, c, d, going in zip(
        rows(spells, "rel").tolist(), *columns, flags(spells, "still_going").tolist(), strict=True
    ):
        found.setdefault(rel, []).append(Stretch(a, b, c, d, going))
    for of in found.values():
        of.sort(key=lambda s: (isnan(s.start_first), s.start_first))
    return found


def _within(spell: Stretch, scale: Scale) -> bool:
    """Whether it reaches into the years shown; one without any date is nowhere."""
    start = spell.start_first if not isnan(spell.start_first) else spell.end_first
    end = spell.end_last if not isnan(spell.end_last) else spell.start_last
    return bool(start <= scale.end and end >= scale.begin) and not (isnan(spell.start_first) and spell.going)


def _by(rel: Rows) -> dict[int, Rows]:
    """The places of each value, in order."""
    order = np.argsort(rel, kind="stable")
    starts = np.flatnonzero(np.diff(rel[order], prepend=-1))
    return {int(rel[mine[0]]): mine for mine in np.split(order, starts[1:]) if len(mine)}
