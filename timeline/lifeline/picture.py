"""The whole picture: threads above, strands in lanes below, axes around."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from timeline.evidence import evidence
from timeline.frame import WIDE, Tables, floats, rows, words
from timeline.lifeline import axes, gap_words, joined, lanes, strand_marks, titles
from timeline.lifeline.axes import BELOW, TOP
from timeline.lifeline.beads import NUMBERED, NUMBERED_PHONE, TOO_MANY
from timeline.lifeline.curves import PHONE_BRUSH, WIDE_BRUSH, curve
from timeline.lifeline.lanes import Lane
from timeline.lifeline.marks import Bead, Line, Mark, Numbered, Peak, Picture, Text
from timeline.lifeline.peaks import PeakWords
from timeline.lifeline.peaks import drawn as peak_drawn
from timeline.lifeline.peaks import peaks as find_peaks
from timeline.lifeline.peaks import placed as place_peaks
from timeline.lifeline.room import Place, Room
from timeline.lifeline.scale import Scale, scale
from timeline.lifeline.selection import Selection
from timeline.lifeline.sheet import Sheet
from timeline.lifeline.strand_marks import Lit
from timeline.lifeline.strands import Ridge, Strand, ridge, strands, unit
from timeline.lifeline.threads import FADED, UP, Threads, drawn, exact, threads
from timeline.study import Study
from timeline.thread import SIDES, Side, gaps, pulses
from timeline.words import lifeline as say

_PEAKS, _PEAKS_PHONE = 3, 2
_PAD = 14.0


@dataclass(frozen=True)
class _Follow:
    """A selected thread, looked up: its order, its moments, and whom it does not touch."""

    selection: Selection
    numbered: tuple[Numbered, ...]
    did_not: tuple[str, ...]
    rows: frozenset[int]
    rels: frozenset[int]


@dataclass(frozen=True, eq=False)
class _Upper:
    """The upper part of the picture, laid out: the threads and the words at them."""

    threads: Threads
    peaks: tuple[Peak, ...]
    peak_words: dict[Peak, PeakWords]
    gap_words: Sequence[gap_words.GapWords]
    reach: dict[Side, float]


def lifeline(study: Study, sheet: Sheet, selection: Selection | None = None) -> Picture:
    """The picture of a history; it is as high with a selected thread as without.

    Args:
        study: the history, read on one day.
        sheet: what it is drawn on.
        selection: the thread that stands out; None for all alike.
    """
    tables = study.tables
    hope = _hope(study)
    along = scale(tables, sheet, bool(hope))
    follow = _follow(study, selection) if selection else None
    upper = _upper(study, along, sheet)
    line = round(TOP + _PAD + upper.reach["care"], 1)
    found, binned = strands(tables, study.threads, along, sheet, TOO_MANY)
    ridge_unit = unit(found, sheet)
    below = line + upper.reach["hurt"] + _PAD
    laid, foot = lanes.lanes(found, ridge_unit, below, sheet)
    marked, strip = axes.landmarks(tables, along, sheet)
    bottom = round(foot + axes.strip_height(strip), 1)

    marks: list[Mark] = [*axes.bands(marked, bottom), *axes.axes(tables, along, sheet, bottom)]
    marks += _upper_marks(study, upper, along, sheet, line, follow)
    marks += axes.hope(hope, along, sheet, line, TOP)
    marks += axes.band_words(marked, foot)
    lower, numbered = _lower_marks(study, laid, ridge_unit, along, sheet, follow)
    marks += lower
    return Picture(
        width=sheet.width,
        height=bottom + BELOW,
        marks=tuple(marks),
        begin=along.begin,
        end=along.end,
        left=along.left,
        right=along.right,
        line=line,
        unit=upper.threads.unit,
        top=tuple((side, _top(study, side, along)) for side in SIDES),
        peaks=upper.peaks,
        gaps=tuple(upper.threads.gaps),
        rows=tuple((lane.title, tuple(tuple(s.id for s in row) for row in lane.rows)) for lane in laid),
        not_placed=_not_placed(tables),
        numbered=numbered,
        did_not_happen=follow.did_not if follow else (),
        binned=binned,
        walk=_walk(tables, along),
    )


# -- the upper part --------------------------------------------------------------------------------------


def _upper(study: Study, along: Scale, sheet: Sheet) -> _Upper:
    tables = study.tables
    laid = threads(study.threads, tables.settings.half_life, along, sheet, gaps(tables))
    most = _PEAKS_PHONE if sheet.phone else _PEAKS
    rooms = {side: Room() for side in SIDES}
    found: list[Peak] = []
    words_: dict[Peak, PeakWords] = {}
    for side in SIDES:
        mine = find_peaks(tables, study.threads[side], side, along, most)
        found += mine
        words_ |= place_peaks(mine, laid.curves[side], laid.unit, along, sheet, rooms[side])
    said = gap_words.placed(laid.gaps, laid.curves, laid.unit, along, sheet, rooms)
    reach = {
        side: max(
            laid.height(side) + 8,
            titles.least_height(side, laid.unit, sheet),
            *(w.reach for w in words_.values() if w.side == side),
            *(w.reach for w in said if w.side == side),
            _clear_of_title(side, laid, words_, said, along, sheet),
        )
        for side in SIDES
    }
    listed = tuple(
        sorted((p._replace(shown=p in words_) for p in found), key=lambda p: (not p.shown, p.t, p.side))
    )
    return _Upper(laid, listed, words_, said, reach)


def _clear_of_title(
    side: Side,
    laid: Threads,
    peak_words: dict[Peak, PeakWords],
    said: Sequence[gap_words.GapWords],
    along: Scale,
    sheet: Sheet,
) -> float:
    """On a phone the title has a box of its own past everything that stands in its columns."""
    if not sheet.phone:
        return 0.0
    right = sheet.edge + titles.BOX_WIDE
    under = [laid.curves[side].highest(along.left, right) * laid.unit, 20.0]
    under += [w.reach for w in peak_words.values() if w.side == side and w.middle < right + 70]
    under += [w.reach for w in said if w.side == side and w.middle < right + 50]
    return max(under) + titles.BOX_HIGH + 6


def _upper_marks(
    study: Study, upper: _Upper, along: Scale, sheet: Sheet, line: float, follow: _Follow | None
) -> Iterator[Mark]:
    half_life = study.tables.settings.half_life
    side = follow.selection.side if follow else None
    own = None
    if follow and side:
        brush = PHONE_BRUSH if sheet.phone else WIDE_BRUSH
        only = pulses(study.tables, side, follow.selection.tags)
        own = curve(only, half_life, along, brush, vague=False)
    yield from drawn(upper.threads, own, side, along, line)
    for placed in upper.peak_words.values():
        yield from peak_drawn(placed, line, sheet, dim=follow is not None)
    for said in upper.gap_words:
        yield from gap_words.drawn(said, line, dim=False)
    chosen = titles.Chosen(side, follow.selection.label(study.tables.vocabulary)) if follow and side else None
    yield from titles.titles(along, sheet, line, upper.reach, upper.threads.unit, chosen)


# -- the lower part --------------------------------------------------------------------------------------


def _lower_marks(
    study: Study, laid: Sequence[Lane], unit: float, along: Scale, sheet: Sheet, follow: _Follow | None
) -> tuple[list[Mark], tuple[Numbered, ...]]:
    tables = study.tables
    placed = [(s, y) for lane in laid for row, y in zip(lane.rows, lane.y, strict=True) for s in row]
    lit = {s.rel: _lit(s.rel, follow) for s, _ in placed}
    marks: list[Mark] = []
    for lane in laid:
        top = round(lane.top, 1)
        marks.append(Line((sheet.edge, along.strip), (top, top), "rule", 1.0, what="lane"))
        title = lanes.TITLE_SIZE
        marks.append(
            Text(lane.title, sheet.edge, lane.top + 16, size=title, bold=True, role="muted", what="lane")
        )
    for strand, y in placed:
        share = 1.0 if follow is None else 0.25 if lit[strand.rel].strand else FADED
        marks += strand_marks.ridges(strand, y, unit, share)
    if follow:
        marks += _own_ridges(study, placed, unit, along, follow)
    bars = [mark for s, y in placed for mark in strand_marks.bar(s, y, along, lit[s.rel])]
    marks += sorted(bars, key=lambda mark: isinstance(mark, Bead))
    named = [strand_marks.name(s, y, unit, sheet, lit[s.rel]) for s, y in placed]
    said = _said(tables)
    beads = [b for s, y in placed for b in strand_marks.beads(s, y, tables, lit[s.rel], said)]
    numbers: list[Mark] = []
    if follow:
        spots = _spots(placed, along, follow)
        marks += _joined(spots, beads, [place for *_, place in named], follow, along)
        numbers = _numbers(spots, follow, sheet, {b.moment: b.says for b in beads})
    marks += [plate for plate, *_ in named]
    for strand, y in placed:
        marks += strand_marks.whiskers(strand, y, along, lit[strand.rel])
    marks += beads
    marks += numbers
    marks += [text for _, text, _ in named]
    return marks, follow.numbered if follow else ()


def _lit(rel: int, follow: _Follow | None) -> Lit:
    return Lit(rel in follow.rels, follow.rows, follow.selection.side) if follow else Lit()


def _own_ridges(
    study: Study, placed: Sequence[tuple[Strand, float]], unit: float, along: Scale, follow: _Follow
) -> Iterator[Mark]:
    """The selected thread's own ridges inside the pale ones."""
    side = follow.selection.side
    tables = study.tables
    own = pulses(tables, side, follow.selection.tags)
    for strand, y in placed:
        if strand.rel in follow.rels:
            x = strand.ridges[side][0]
            if not len(x):
                continue
            mine = ridge(own.of(strand.rel), tables.settings.half_life, along, float(x[0]), strand.stops)
            yield from strand_marks.ridges(replace(strand, ridges=_only(side, mine)), y, unit, 1.0)


def _only(side: Side, ridge: Ridge) -> dict[Side, Ridge]:
    return {one: ridge if one == side else (np.zeros(0), np.zeros(0)) for one in SIDES}


def _spots(
    placed: Sequence[tuple[Strand, float]], along: Scale, follow: _Follow
) -> list[tuple[Numbered, float, float]]:
    """Each numbered moment in the years shown, and where its bead stands."""
    where = {s.id: (s, y) for s, y in placed}
    side = follow.selection.side
    found = []
    for first in follow.numbered:
        if first.relationship not in where or not along.begin - 1e-6 <= first.t <= along.end + 1e-6:
            continue
        strand, y = where[first.relationship]
        x, off = along.inside(along.x(first.t)), NUMBERED / 2 - 1.5
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
    follow: _Follow,
    along: Scale,
) -> Iterator[Mark]:
    ends = [(x, y) for _, x, y in spots]
    others = np.array(
        [(b.x, b.y, b.size / 2) for b in beads if all(abs(b.x - x) + abs(b.y - y) > 1 for x, y in ends)]
    ).reshape(-1, 3)
    return joined.joined(ends, others, names, follow.selection.side, along.stop)


def _numbers(
    spots: Sequence[tuple[Numbered, float, float]],
    follow: _Follow,
    sheet: Sheet,
    said: dict[str, tuple[str, ...]],
) -> list[Mark]:
    size = NUMBERED_PHONE if sheet.phone else NUMBERED
    side = follow.selection.side
    marks: list[Mark] = []
    for first, x, y in spots:
        marks.append(
            Bead(
                round(x, 1),
                round(y, 1),
                size,
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


# -- what is looked up -----------------------------------------------------------------------------------


def _follow(study: Study, selection: Selection) -> _Follow:
    tables = study.tables
    rests_on = evidence(study, selection.tags)
    ids, t = words(tables.relationships, "id"), floats(tables.relationships, "t")
    moment_ids, at = words(tables.moments, "id"), floats(tables.moments, "t")
    numbered = []
    for n, one in enumerate(rests_on.happened, 1):
        first = one.moments[0] if one.moments else WIDE
        # A tag on the whole relationship is there from its beginning.
        if first == WIDE or (one.wide and t[one.relationship] < at[first]):
            where = ("", float(t[one.relationship]))
        else:
            where = (str(moment_ids[first]), float(at[first]))
        numbered.append(Numbered(n, where[0], str(ids[one.relationship]), where[1]))
    return _Follow(
        selection,
        tuple(numbered),
        tuple(str(ids[one.relationship]) for one in rests_on.did_not),
        frozenset(row for one in rests_on.happened for row in one.moments),
        frozenset(one.relationship for one in rests_on.happened),
    )


def _top(study: Study, side: Side, along: Scale) -> float:
    return float(exact(study.threads[side], study.tables.settings.half_life, along)[1].max(initial=0))


def _hope(study: Study) -> str:
    """The latest hope written down."""
    hopes = [one.hope for one in study.history.reflections if one.hope.strip()]
    return hopes[-1] if hopes else ""


def _not_placed(tables: Tables) -> int:
    moments = int(np.isnan(floats(tables.moments, "t")).sum())
    has_moment = np.isin(np.arange(len(tables.relationships)), rows(tables.moments, "rel"))
    nowhere = np.isnan(floats(tables.relationships, "t")) & np.isnan(floats(tables.relationships, "end_last"))
    return moments + int((nowhere & ~has_moment).sum())


def _walk(tables: Tables, along: Scale) -> tuple[str, ...]:
    t = floats(tables.moments, "t")
    shown = np.flatnonzero((t >= along.begin - 1e-6) & (t <= along.end + 1e-6))
    return tuple(str(id_) for id_ in words(tables.moments, "id")[shown])


def _said(tables: Tables) -> list[tuple[str, ...]]:
    """For each moment what its bead says: with whom, at what age, and what."""
    names = words(tables.relationships, "name")
    moments = tables.moments
    return [
        (say.bead(str(names[rel]), None if age != age else int(age), when), headline)
        for rel, age, when, headline in zip(
            rows(moments, "rel").tolist(),
            floats(moments, "age").tolist(),
            words(moments, "when").tolist(),
            words(moments, "headline").tolist(),
            strict=True,
        )
    ]
