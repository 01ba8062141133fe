"""The marks of a strand: ridges and their tails, the bar with its ends, the name, the beads."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from math import isnan

import numpy as np

from timeline.levels import SIDES, Side
from timeline.messages import lifeline as say
from timeline.picture.lifeline.beads import Placed
from timeline.picture.lifeline.marks import Area, Band, Bead, Dash, Line, Mark, Role, Text
from timeline.picture.lifeline.room import Place
from timeline.picture.lifeline.scale import GOING, Scale
from timeline.picture.lifeline.sheet import Sheet
from timeline.picture.lifeline.strands import MIND, Strand, Stretch
from timeline.picture.lifeline.threads import FADED, FILL, UP

_TAIL = 0.55
_BAR_FADED = 0.22
_LEAST_UNSURE = 4.0


@dataclass(frozen=True)
class Lit:
    """What of a strand stands out; without a selected thread, all of it.

    Attributes:
        strand: whether the thread touches it.
        rows: of the moments that belong to the thread; None where none is selected.
        side: of the thread.
    """

    strand: bool = True
    rows: frozenset[int] | None = None
    side: Side | None = None

    @property
    def all(self) -> bool:
        """Whether no thread is selected."""
        return self.rows is None

    def bead(self, bead: Placed) -> float:
        """The strength of a bead."""
        if self.rows is None or (bead.moment.row in self.rows and bead.side == self.side):
            return 1.0
        return 0.30 if self.strand else FADED


def ridges(strand: Strand, y: float, unit: float, share: float) -> Iterator[Area]:
    """The ridges of a strand at the bar `y`, `share` as strong as they can be; past the end they fade out."""
    for side in SIDES:
        x, level = strand.ridges[side]
        if not len(x) or level.max() < 0.05:
            continue
        full = FILL[side] * 0.9 * share
        edge = y + UP[side] * level * unit
        tail = strand.stops - strand.ends > 2
        yield Area(
            tuple(np.concatenate([x, [x[-1], x[0]]]).round(1).tolist()),
            tuple(np.concatenate([edge, [y, y]]).round(1).tolist()),
            side,
            full,
            _fading(strand, float(x[0]), full) if tail else (),
            "tail" if tail else "ridge",
            strand.id,
        )


def bar(strand: Strand, y: float, scale: Scale, lit: Lit) -> Iterator[Mark]:
    """The time of a relationship, and fine dots to what lies outside it.

    Solid where sure, dotted where not, a cap at an exact end, a triangle where it still goes on.
    """
    strength = 1.0 if lit.strand else _BAR_FADED
    covered = []
    for spell in strand.stretches:
        edges = _edges(spell, strand, scale)
        yield from _stretch(spell, edges, strand, y, scale, strength)
        covered.append((edges[0], edges[3]))
    for x0, x1 in _outside(covered, strand):
        yield _stroke((x0, x1), (y, y), strand, "muted", 1.0, strength, "hair dots", "after")


def name(strand: Strand, y: float, unit: float, sheet: Sheet, lit: Lit) -> tuple[Band, Text, Place]:
    """The name of a strand, a clean place under it and its mark, and where that is."""
    bold = lit.strand and not lit.all
    before = MIND if strand.on_mind else 0.0
    width = before + sheet.measure(strand.name, sheet.size, bold=bold)
    if strand.name_above:
        left, foot = strand.name_x, y - strand.name_off(unit) - 5
    else:
        left, foot = strand.name_x - width, y + 4.5
    place = Place(left - 2, foot - 12, left + width + 2, foot + 4)
    text = Text(
        strand.name, left + (before if strand.name_above else width), foot,
        "start" if strand.name_above else "end", sheet.size,
        bold=bold, dim=not lit.strand, what="name", relationship=strand.id,
    )  # fmt: skip
    return Band(place.x0, place.x1, place.y0, place.y1, "paper", 0.88, "plate"), text, place


def on_mind(strand: Strand, place: Place) -> Iterator[Bead]:
    """The mark before the name, at `place`, of someone who is on the person's mind."""
    if strand.on_mind:
        x, y = round(place.x0 + 5, 1), round(place.y0 + 7.8, 1)
        says = say.on_mind(strand.name)
        yield Bead(x, y, 5.5, "circle", True, "muted", relationship=strand.id, says=says, what="mind")


def rings(strand: Strand, y: float, lit: Lit, noted: Collection[int]) -> Iterator[Bead]:
    """The ring of each bead whose moment has a kind note; `noted` are their rows."""
    for bead in strand.beads:
        if bead.moment.row in noted and bead.moment.many == 1:
            up, size = UP[bead.side] if bead.side else 0, min(bead.size + 7, strand.number)
            x, at = round(bead.x, 1), round(y + up * bead.off, 1)
            yield Bead(
                x, at, size, "circle", False, "muted", lit.bead(bead), relationship=strand.id, what="note"
            )


def whiskers(strand: Strand, y: float, scale: Scale, lit: Lit) -> Iterator[Line]:
    """How far an uncertain date reaches, where that is more than its bead shows."""
    for bead in strand.beads:
        moment = bead.moment
        if (moment.last - moment.first) * scale.year_length <= bead.size + 6 or moment.many > 1:
            continue
        if bead.side and lit.bead(bead) == 1:
            x0, x1 = (round(scale.inside(scale.x(t)), 1) for t in (moment.first, moment.last))
            at = round(y + UP[bead.side] * bead.off, 1)
            yield Line((x0, x1), (at, at), bead.side, 1.3, 0.75, what="whisker", relationship=strand.id)


def beads(
    strand: Strand, y: float, lit: Lit, ids: Sequence[str], said: Sequence[tuple[str, ...]]
) -> Iterator[Bead]:
    """The beads of a strand at the bar `y`; of each row of moments, `ids` and the lines `said`."""
    for bead in strand.beads:
        moment = bead.moment
        up = UP[bead.side] if bead.side else 0
        yield Bead(
            round(bead.x, 1),
            round(y + up * bead.off, 1),
            bead.size,
            "square" if moment.given else "circle",
            bead.side == "hurt" and not moment.given,
            bead.side or "muted",
            lit.bead(bead),
            ids[moment.row],
            strand.id,
            count=moment.many,
            says=said[moment.row],
        )


def _fading(strand: Strand, begin: float, full: float) -> tuple[tuple[float, float], ...]:
    return (
        (round(begin, 1), round(full, 3)),
        (round(max(strand.ends, begin + 0.1), 1), round(full, 3)),
        (round(max(strand.ends, begin + 0.1) + 0.5, 1), round(full * _TAIL, 3)),
        (round(strand.stops, 1), 0.0),
    )


def _stretch(
    spell: Stretch,
    edges: tuple[float, float, float, float],
    strand: Strand,
    y: float,
    scale: Scale,
    strength: float,
) -> Iterator[Mark]:
    a, b, c, d = edges
    if c - b > 0.5 or (b - a < _LEAST_UNSURE and d - c < _LEAST_UNSURE):
        yield _stroke((b, max(c, b + 1)), (y, y), strand, "ink", 1.5, strength, "solid", "bar")
    for x0, x1 in ((a, b), (c, d)):
        if x1 - x0 >= _LEAST_UNSURE:
            yield _stroke((x0, x1), (y, y), strand, "ink", 1.5, strength, "fine dots", "unsure")
    starts_here = spell.start_first > scale.begin + 0.02
    if b - a < _LEAST_UNSURE and starts_here and not isnan(spell.start_first):
        yield _stroke((a, a), (y - 4, y + 4), strand, "ink", 1.5, strength, "solid", "cap")
    ends_here = spell.end_last < scale.end - 0.02 or (
        not spell.going and spell.end_last <= scale.end and scale.to_today
    )
    if d - c < _LEAST_UNSURE and ends_here and not isnan(spell.end_last):
        yield _stroke((d, d), (y - 4, y + 4), strand, "ink", 1.5, strength, "solid", "cap")
    if spell.going and scale.to_today:
        x = round(scale.right + GOING / 2, 1)
        yield Bead(x, y, 8.0, "triangle", True, "ink", strength, relationship=strand.id, what="going")


def _edges(spell: Stretch, strand: Strand, scale: Scale) -> tuple[float, float, float, float]:
    """In px: may begin, has begun, may end, has ended. What is not known reaches as far as the moments do."""
    known = [
        scale.inside(scale.x(t)) if not isnan(t) else None
        for t in (spell.start_first, spell.start_last, spell.end_first, spell.end_last)
    ]
    dates = [scale.inside(bead.x) for bead in strand.beads]
    a, b, c, d = known
    if a is None or b is None:
        first = min([*dates, d if d is not None else scale.right])
        a, b = max(scale.left, first - 24), first
    if c is None or d is None:
        last = max([*dates, b])
        c, d = last, min(scale.right, last + 24)
    if c < b:
        b = c = min(max((b + c) / 2, a), d)
    if b - a < _LEAST_UNSURE:
        b = a
    if d - c < _LEAST_UNSURE:
        c = d
    return a, b, max(c, b), max(d, b)


def _outside(covered: list[tuple[float, float]], strand: Strand) -> Iterator[tuple[float, float]]:
    """The stretches between spells, and from them to the moments that lie outside."""
    dates = [bead.x for bead in strand.beads]
    if not covered:
        covered = [(dates[0], dates[0])] if dates else []
    covered.sort()
    if not covered:
        return
    begin, end = covered[0][0], covered[0][1]
    if dates and min(dates) < begin - 4:
        yield min(dates), begin
    for a, b in covered[1:]:
        if a > end + 2:
            yield end, a
        end = max(end, b)
    if dates and max(dates) > end + 4:
        yield end, max(dates)


def _stroke(
    x: tuple[float, float],
    y: tuple[float, float],
    strand: Strand,
    role: Role,
    width: float,
    strength: float,
    dash: Dash,
    what: str,
) -> Line:
    x0, x1 = (round(value, 1) for value in x)
    return Line((x0, x1), y, role, width, strength, dash, what, strand.id)
