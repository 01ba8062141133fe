"""The lower part: every strand in its lane, and the selected thread that joins some of them."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np

from timeline.levels import SIDES, Side, pulses
from timeline.messages import lifeline as say
from timeline.picture.lifeline import joined, lanes, strand_marks
from timeline.picture.lifeline.follow import Follow
from timeline.picture.lifeline.lanes import Lane
from timeline.picture.lifeline.marks import Bead, Line, Mark, Numbered, Text
from timeline.picture.lifeline.room import Place
from timeline.picture.lifeline.scale import Scale
from timeline.picture.lifeline.sheet import Sheet
from timeline.picture.lifeline.strand_marks import Lit
from timeline.picture.lifeline.strands import Ridge, Strand, ridge, sources
from timeline.picture.lifeline.threads import FADED, UP
from timeline.study.study import Study
from timeline.tables import Tables, floats, rows, words


def marks(
    study: Study,
    laid: Sequence[Lane],
    unit: float,
    along: Scale,
    sheet: Sheet,
    follow: Follow | None,
    veils: Sequence[Mark],
) -> list[Mark]:
    """The marks of the lower part.

    Args:
        study: the history.
        laid: its strands in lanes.
        unit: px of one unit of level in the ridges.
        along: the axis.
        sheet: what is drawn on.
        follow: the selected thread.
        veils: what lies over strands and clean places, under beads and words.
    """
    tables = study.tables
    placed = [(s, y) for lane in laid for row, y in zip(lane.rows, lane.y, strict=True) for s in row]
    lit = {s.rel: follow.lit(s.rel) if follow else Lit() for s, _ in placed}
    made: list[Mark] = []
    for lane in laid:
        top = round(lane.top, 1)
        made.append(Line((sheet.edge, along.strip), (top, top), "rule", 1.0, what="lane"))
        title = lanes.TITLE_SIZE
        made.append(
            Text(lane.title, sheet.edge, lane.top + 16, size=title, bold=True, role="muted", what="lane")
        )
    for strand, y in placed:
        share = 1.0 if follow is None else 0.25 if lit[strand.rel].strand else FADED
        made += strand_marks.ridges(strand, y, unit, share)
    if follow:
        made += _own_ridges(study, placed, unit, along, follow)
    bars = [mark for s, y in placed for mark in strand_marks.bar(s, y, along, lit[s.rel])]
    made += sorted(bars, key=lambda mark: isinstance(mark, Bead))
    named = [strand_marks.name(s, y, unit, sheet, lit[s.rel]) for s, y in placed]
    ids, said = words(tables.moments, "id").tolist(), _said(tables)
    beads = [b for s, y in placed for b in strand_marks.beads(s, y, lit[s.rel], ids, said)]
    numbers: list[Mark] = []
    if follow:
        spots = _spots(placed, along, sheet, follow)
        made += _joined(spots, beads, [place for *_, place in named], follow, along)
        numbers = _numbers(spots, follow, sheet, {b.moment: b.says for b in beads})
    made += [plate for plate, *_ in named]
    made += veils
    for strand, y in placed:
        made += strand_marks.whiskers(strand, y, along, lit[strand.rel])
    noted = {row for row in rows(tables.kind_notes, "moment").tolist() if row >= 0}
    made += [ring for s, y in placed for ring in strand_marks.rings(s, y, lit[s.rel], noted)]
    made += beads
    made += numbers
    for (strand, _), (*_, place) in zip(placed, named, strict=True):
        made += strand_marks.on_mind(strand, place)
    made += [text for _, text, _ in named]
    return made


def _own_ridges(
    study: Study, placed: Sequence[tuple[Strand, float]], unit: float, along: Scale, follow: Follow
) -> Iterator[Mark]:
    """The selected thread's own ridges inside the pale ones."""
    side = follow.selection.side
    tables = study.tables
    half_life = tables.settings.half_life
    own = sources(pulses(tables, side, follow.selection.tags), half_life, along)
    for strand, y in placed:
        if strand.rel in follow.rels:
            x = strand.ridges[side][0]
            if not len(x):
                continue
            mine = ridge(own.get(strand.rel), half_life, along, float(x[0]), strand.stops)
            yield from strand_marks.ridges(replace(strand, ridges=_only(side, mine)), y, unit, 1.0)


def _only(side: Side, ridge: Ridge) -> dict[Side, Ridge]:
    return {one: ridge if one == side else (np.zeros(0), np.zeros(0)) for one in SIDES}


def _spots(
    placed: Sequence[tuple[Strand, float]], along: Scale, sheet: Sheet, follow: Follow
) -> list[tuple[Numbered, float, float]]:
    """Each numbered moment in the years shown, and where its bead stands."""
    where = {s.id: (s, y) for s, y in placed}
    side = follow.selection.side
    found = []
    for first in follow.numbered:
        if first.relationship not in where or not along.begin - 1e-6 <= first.t <= along.end + 1e-6:
            continue
        strand, y = where[first.relationship]
        x, off = along.inside(along.x(first.t)), sheet.numbered / 2 - 1.5
        for bead in strand.beads:
            if first.moment and bead.side == side and bead.moment.many == 1 and bead.moment.t == first.t:
                x, off = bead.x, bead.off
                break
        found.append((first, x, y + UP[side] * off))
    return found


def _joined(
    spots: Sequence[tuple[Numbered, float, float]],
    beads: Sequence[Bead],
    names: Sequence[Place],
    follow: Follow,
    along: Scale,
) -> Iterator[Mark]:
    ends = [(x, y) for _, x, y in spots]
    at = {(round(x, 1), round(y, 1)) for x, y in ends}
    others = np.array([(b.x, b.y, b.size / 2) for b in beads if (b.x, b.y) not in at]).reshape(-1, 3)
    return joined.joined(ends, others, names, follow.selection.side, along.stop)


def _numbers(
    spots: Sequence[tuple[Numbered, float, float]],
    follow: Follow,
    sheet: Sheet,
    said: dict[str, tuple[str, ...]],
) -> list[Mark]:
    side = follow.selection.side
    marks: list[Mark] = []
    for first, x, y in spots:
        marks.append(
            Bead(
                round(x, 1),
                round(y, 1),
                sheet.numbered,
                "circle",
                True,
                side,
                1.0,
                first.moment,
                first.relationship,
                first.number,
                says=said.get(first.moment, ()),
            )
        )
        marks.append(
            Text(
                str(first.number),
                round(x, 1),
                round(y + 4.2, 1),
                "middle",
                12.0,
                bold=True,
                role="paper",
                what="number",
            )
        )
    return marks


def _said(tables: Tables) -> list[tuple[str, ...]]:
    """For each moment what its bead says: with whom, at what age, what, and the kind notes to it."""
    names = words(tables.relationships, "name")
    moments = tables.moments
    said: list[tuple[str, ...]] = [
        (say.bead(str(names[rel]), None if age != age else int(age), when), headline)
        for rel, age, when, headline in zip(
            rows(moments, "rel").tolist(),
            floats(moments, "age").tolist(),
            words(moments, "when").tolist(),
            words(moments, "headline").tolist(),
            strict=True,
        )
    ]
    notes = tables.kind_notes
    for row, text in zip(rows(notes, "moment").tolist(), words(notes, "text").tolist(), strict=True):
        if row >= 0:
            said[row] += say.kind_note(text, None)
    return said
