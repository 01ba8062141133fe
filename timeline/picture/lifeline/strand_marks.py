"""The marks of a strand: ridges and their tails, the bar with its ends, the name, the beads."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from math import isnan

import numpy as np

from models.tags import THREAD_SIDES, ThreadSide
from timeline.messages import lifeline as say
from timeline.picture.lifeline.beads import PlacedBead
from timeline.picture.lifeline.marks import Area, Band, Bead, Dash, Mark, Role, Stroke, TextLine
from timeline.picture.lifeline.scale import SAME_TIME_YEARS, STILL_GOING_ROOM_PX, Scale
from timeline.picture.lifeline.sheet import Sheet
from timeline.picture.lifeline.strands import MIND_MARK_PX, DrawnSpell, Strand
from timeline.picture.lifeline.text_layout import Rectangle
from timeline.picture.lifeline.threads import FADED_STRENGTH, FILL_STRENGTH, SIDE_SIGN

_TAIL_STRENGTH = 0.55
_FADED_BAR_STRENGTH = 0.22
_MIN_UNSURE_PX = 4.0
_BAR_PX, _CAP_HALF_PX, _GOING_PX = 1.5, 4, 8.0
"""px: the width of a bar and its caps, half the height of a cap, the triangle of what still goes on."""
_UNKNOWN_END_PX = 24
"""px that a bar runs on, dotted, where its end is not known."""
_OUTSIDE_PX, _SAME_SPELL_PX = 4, 2
"""px: a moment lies outside its spells from here on; two spells with less between them are drawn as one."""


@dataclass(frozen=True)
class Highlight:
    """What of a strand stands out; without a selected thread, all of it.

    Attributes:
        touches_strand: whether the thread touches it.
        moment_rows: of the moments that belong to the thread; None where none is selected.
        side: of the thread.
    """

    touches_strand: bool = True
    moment_rows: frozenset[int] | None = None
    side: ThreadSide | None = None

    @property
    def has_no_thread(self) -> bool:
        """Whether no thread is selected."""
        return self.moment_rows is None

    def bead_strength(self, bead: PlacedBead) -> float:
        """The strength of a bead."""
        if self.moment_rows is None or (bead.moment.row in self.moment_rows and bead.side == self.side):
            return 1.0
        return 0.30 if self.touches_strand else FADED_STRENGTH


def draw_ridges(strand: Strand, y: float, unit: float, share: float) -> Iterator[Area]:
    """The ridges of a strand at the bar `y`, `share` as strong as they can be; past the end they fade out."""
    for side in THREAD_SIDES:
        x, level = strand.ridges[side]
        if not len(x) or level.max() < 0.05:
            continue
        full = FILL_STRENGTH[side] * 0.9 * share
        edge = y + SIDE_SIGN[side] * level * unit
        tail = strand.tail_end_x - strand.end_x > 2
        yield Area(
            tuple(np.concatenate([x, [x[-1], x[0]]]).round(1).tolist()),
            tuple(np.concatenate([edge, [y, y]]).round(1).tolist()),
            side,
            full,
            _fade_stops(strand, float(x[0]), full) if tail else (),
            "tail" if tail else "ridge",
            strand.id,
        )


def draw_bar(strand: Strand, y: float, scale: Scale, lit: Highlight) -> Iterator[Mark]:
    """The time of a relationship, and fine dots to what lies outside it.

    Solid where sure, dotted where not, a cap at an exact end, a triangle where it still goes on.
    """
    strength = 1.0 if lit.touches_strand else _FADED_BAR_STRENGTH
    covered = []
    for spell in strand.spells:
        edges = _spell_edges(spell, strand, scale)
        yield from _draw_spell(spell, edges, strand, y, scale, strength)
        covered.append((edges[0], edges[3]))
    for x0, x1 in _find_stretches_outside(covered, strand):
        yield _make_stroke((x0, x1), (y, y), strand, "muted", 1.0, strength, "hair dots", "after")


def draw_name(
    strand: Strand, y: float, unit: float, sheet: Sheet, lit: Highlight
) -> tuple[Band, TextLine, Rectangle]:
    """The name of a strand, a clean place under it and its mark, and where that is."""
    bold = lit.touches_strand and not lit.has_no_thread
    before = MIND_MARK_PX if strand.is_on_mind else 0.0
    width = before + sheet.measure(strand.name, sheet.name_size, bold=bold)
    if strand.is_name_above:
        left, foot = strand.name_x, y - strand.measure_name_offset(unit) - 5
    else:
        left, foot = strand.name_x - width, y + 4.5
    place = Rectangle(left - 2, foot - 12, left + width + 2, foot + 4)
    text = TextLine(
        strand.name, left + (before if strand.is_name_above else width), foot,
        "start" if strand.is_name_above else "end", sheet.name_size,
        bold=bold, dim=not lit.touches_strand, subject="name", relationship=strand.id,
    )  # fmt: skip
    return Band(place.x0, place.x1, place.y0, place.y1, "paper", 0.88, "plate"), text, place


def draw_on_mind_mark(strand: Strand, place: Rectangle) -> Iterator[Bead]:
    """The mark before the name, at `place`, of someone who is on the person's mind."""
    if strand.is_on_mind:
        x, y = round(place.x0 + 5, 1), round(place.y0 + 7.8, 1)
        says = say.on_mind_lines(strand.name)
        yield Bead(
            x, y, 5.5, "circle", True, "muted", relationship=strand.id, hover_lines=says, subject="mind"
        )


def draw_note_rings(strand: Strand, y: float, lit: Highlight, noted: Collection[int]) -> Iterator[Bead]:
    """The ring of each bead whose moment has a kind note; `noted` are their rows."""
    for bead in strand.beads:
        if bead.moment.row in noted and bead.moment.episode_count == 1:
            up, size = SIDE_SIGN[bead.side] if bead.side else 0, min(bead.size + 7, strand.number_size)
            x, at = round(bead.x, 1), round(y + up * bead.offset, 1)
            yield Bead(
                x,
                at,
                size,
                "circle",
                False,
                "muted",
                lit.bead_strength(bead),
                relationship=strand.id,
                subject="note",
            )


def draw_whiskers(strand: Strand, y: float, scale: Scale, lit: Highlight) -> Iterator[Stroke]:
    """How far an uncertain date reaches, where that is more than its bead shows."""
    for bead in strand.beads:
        moment = bead.moment
        if (moment.last - moment.first) * scale.year_length <= bead.size + 6 or moment.episode_count > 1:
            continue
        if bead.side and lit.bead_strength(bead) == 1:
            x0, x1 = (round(scale.clamp_x(scale.year_to_x(t)), 1) for t in (moment.first, moment.last))
            at = round(y + SIDE_SIGN[bead.side] * bead.offset, 1)
            yield Stroke((x0, x1), (at, at), bead.side, 1.3, 0.75, subject="whisker", relationship=strand.id)


def draw_beads(
    strand: Strand, y: float, lit: Highlight, ids: Sequence[str], said: Sequence[tuple[str, ...]]
) -> Iterator[Bead]:
    """The beads of a strand at the bar `y`; of each row of moments, `ids` and the lines `said`."""
    for bead in strand.beads:
        moment = bead.moment
        up = SIDE_SIGN[bead.side] if bead.side else 0
        yield Bead(
            round(bead.x, 1),
            round(y + up * bead.offset, 1),
            bead.size,
            "square" if moment.is_given else "circle",
            bead.side == "hurt" and not moment.is_given,
            bead.side or "muted",
            lit.bead_strength(bead),
            ids[moment.row],
            strand.id,
            count=moment.episode_count,
            hover_lines=said[moment.row],
        )


def _fade_stops(strand: Strand, begin: float, full: float) -> tuple[tuple[float, float], ...]:
    return (
        (round(begin, 1), round(full, 3)),
        (round(max(strand.end_x, begin + 0.1), 1), round(full, 3)),
        (round(max(strand.end_x, begin + 0.1) + 0.5, 1), round(full * _TAIL_STRENGTH, 3)),
        (round(strand.tail_end_x, 1), 0.0),
    )


def _draw_spell(
    spell: DrawnSpell,
    edges: tuple[float, float, float, float],
    strand: Strand,
    y: float,
    scale: Scale,
    strength: float,
) -> Iterator[Mark]:
    a, b, c, d = edges
    if c - b > 0.5 or (b - a < _MIN_UNSURE_PX and d - c < _MIN_UNSURE_PX):
        yield _make_stroke((b, max(c, b + 1)), (y, y), strand, "ink", _BAR_PX, strength, "solid", "bar")
    for x0, x1 in ((a, b), (c, d)):
        if x1 - x0 >= _MIN_UNSURE_PX:
            yield _make_stroke((x0, x1), (y, y), strand, "ink", _BAR_PX, strength, "fine dots", "unsure")
    starts_here = spell.start_first > scale.begin + SAME_TIME_YEARS
    if b - a < _MIN_UNSURE_PX and starts_here and not isnan(spell.start_first):
        yield _make_stroke(
            (a, a), (y - _CAP_HALF_PX, y + _CAP_HALF_PX), strand, "ink", _BAR_PX, strength, "solid", "cap"
        )
    ends_here = spell.end_last < scale.end - SAME_TIME_YEARS or (
        not spell.is_going and spell.end_last <= scale.end and scale.is_until_today
    )
    if d - c < _MIN_UNSURE_PX and ends_here and not isnan(spell.end_last):
        yield _make_stroke(
            (d, d), (y - _CAP_HALF_PX, y + _CAP_HALF_PX), strand, "ink", _BAR_PX, strength, "solid", "cap"
        )
    if spell.is_going and scale.is_until_today:
        x = round(scale.right + STILL_GOING_ROOM_PX / 2, 1)
        yield Bead(
            x, y, _GOING_PX, "triangle", True, "ink", strength, relationship=strand.id, subject="going"
        )


def _spell_edges(spell: DrawnSpell, strand: Strand, scale: Scale) -> tuple[float, float, float, float]:
    """In px: may begin, has begun, may end, has ended. What is not known reaches as far as the moments do."""
    known = [
        scale.clamp_x(scale.year_to_x(t)) if not isnan(t) else None
        for t in (spell.start_first, spell.start_last, spell.end_first, spell.end_last)
    ]
    dates = [scale.clamp_x(bead.x) for bead in strand.beads]
    a, b, c, d = known
    if a is None or b is None:
        first = min([*dates, d if d is not None else scale.right])
        a, b = max(scale.left, first - _UNKNOWN_END_PX), first
    if c is None or d is None:
        last = max([*dates, b])
        c, d = last, min(scale.right, last + _UNKNOWN_END_PX)
    if c < b:
        b = c = min(max((b + c) / 2, a), d)
    if b - a < _MIN_UNSURE_PX:
        b = a
    if d - c < _MIN_UNSURE_PX:
        c = d
    return a, b, max(c, b), max(d, b)


def _find_stretches_outside(
    covered: list[tuple[float, float]], strand: Strand
) -> Iterator[tuple[float, float]]:
    """The stretches between spells, and from them to the moments that lie outside."""
    dates = [bead.x for bead in strand.beads]
    if not covered:
        covered = [(dates[0], dates[0])] if dates else []
    covered.sort()
    if not covered:
        return
    begin, end = covered[0][0], covered[0][1]
    if dates and min(dates) < begin - _OUTSIDE_PX:
        yield min(dates), begin
    for a, b in covered[1:]:
        if a > end + _SAME_SPELL_PX:
            yield end, a
        end = max(end, b)
    if dates and max(dates) > end + _OUTSIDE_PX:
        yield end, max(dates)


def _make_stroke(
    x: tuple[float, float],
    y: tuple[float, float],
    strand: Strand,
    role: Role,
    width: float,
    strength: float,
    dash: Dash,
    what: str,
) -> Stroke:
    x0, x1 = (round(value, 1) for value in x)
    return Stroke((x0, x1), y, role, width, strength, dash, what, strand.id)
