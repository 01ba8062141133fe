"""The lower part: every strand in its lane, and the selected thread that joins some of them."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np

from models.tags import THREAD_SIDES, ThreadSide
from timeline.messages import lifeline as say
from timeline.messages.ages import label_age
from timeline.picture.lifeline import lanes, strand_marks
from timeline.picture.lifeline import thread_line as joined
from timeline.picture.lifeline.lanes import Lane
from timeline.picture.lifeline.marks import Bead, Mark, NumberedEpisode, Stroke, TextLine
from timeline.picture.lifeline.scale import ROUNDING_YEARS, Scale
from timeline.picture.lifeline.selected_thread import SelectedThread
from timeline.picture.lifeline.sheet import Sheet
from timeline.picture.lifeline.strand_marks import Highlight
from timeline.picture.lifeline.strands import Ridge, Strand, build_ridge
from timeline.picture.lifeline.text_layout import Rectangle
from timeline.picture.lifeline.threads import FADED_STRENGTH, SIDE_SIGN
from timeline.study.ages import read_moment_age
from timeline.study.study import Study

_TITLE_FOOT_PX = 16
"""px from the rule of a lane down to the foot of its title."""
_OTHER_RIDGE_STRENGTH = 0.25
"""Of the ridges of a relationship that holds the thread, beside the thread's own."""
_BADGE_OVERLAP_PX = 1.5
"""px by which a numbered bead laps over its bar."""


def draw_strands_panel(
    study: Study,
    laid: Sequence[Lane],
    unit: float,
    along: Scale,
    sheet: Sheet,
    follow: SelectedThread | None,
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
    placed = [(s, y) for lane in laid for row, y in zip(lane.rows, lane.bar_y, strict=True) for s in row]
    lit = {s.rel: follow.strand_highlight(s.rel) if follow else Highlight() for s, _ in placed}
    made: list[Mark] = []
    for lane in laid:
        top = round(lane.top, 1)
        made.append(Stroke((sheet.title_left, along.hope_end), (top, top), "rule", 1.0, subject="lane"))
        title = lanes.TITLE_SIZE
        made.append(
            TextLine(
                lane.title,
                sheet.title_left,
                lane.top + _TITLE_FOOT_PX,
                size=title,
                bold=True,
                role="muted",
                subject="lane",
            )
        )
    for strand, y in placed:
        share = (
            1.0
            if follow is None
            else _OTHER_RIDGE_STRENGTH
            if lit[strand.rel].touches_strand
            else FADED_STRENGTH
        )
        made += strand_marks.draw_ridges(strand, y, unit, share)
    if follow:
        made += _draw_thread_ridges(study, placed, unit, along, follow)
    bars = [mark for s, y in placed for mark in strand_marks.draw_bar(s, y, along, lit[s.rel])]
    made += sorted(bars, key=lambda mark: isinstance(mark, Bead))
    named = [strand_marks.draw_name(s, y, unit, sheet, lit[s.rel]) for s, y in placed]
    ids, said = study.moments.id.tolist(), _bead_hover_lines(study)
    beads = [b for s, y in placed for b in strand_marks.draw_beads(s, y, lit[s.rel], ids, said)]
    numbers: list[Mark] = []
    if follow:
        spots = _find_number_spots(placed, along, sheet, follow)
        made += _draw_line_through_numbers(spots, beads, [place for *_, place in named], follow, along)
        numbers = _draw_numbers(spots, follow, sheet, {b.moment: b.hover_lines for b in beads})
    made += [plate for plate, *_ in named]
    made += veils
    for strand, y in placed:
        made += strand_marks.draw_whiskers(strand, y, along, lit[strand.rel])
    noted = {row for row in study.kind_notes.moment.tolist() if row >= 0}
    made += [ring for s, y in placed for ring in strand_marks.draw_note_rings(s, y, lit[s.rel], noted)]
    made += beads
    made += numbers
    for (strand, _), (*_, place) in zip(placed, named, strict=True):
        made += strand_marks.draw_on_mind_mark(strand, place)
    made += [text for _, text, _ in named]
    return made


def _draw_thread_ridges(
    study: Study, placed: Sequence[tuple[Strand, float]], unit: float, along: Scale, follow: SelectedThread
) -> Iterator[Mark]:
    """The selected thread's own ridges inside the pale ones."""
    side = follow.selection.side
    half_life = study.settings.half_life
    own = study.build_tag_level(side, follow.selection.tags).split_by_relationship()
    for strand, y in placed:
        if strand.rel in follow.relationship_rows:
            x = strand.ridges[side][0]
            if not len(x):
                continue
            mine = build_ridge(own.get(strand.rel), half_life, along, float(x[0]), strand.tail_end_x)
            yield from strand_marks.draw_ridges(
                replace(strand, ridges=_ridge_on_side(side, mine)), y, unit, 1.0
            )


def _ridge_on_side(side: ThreadSide, ridge: Ridge) -> dict[ThreadSide, Ridge]:
    return {one: ridge if one == side else (np.zeros(0), np.zeros(0)) for one in THREAD_SIDES}


def _find_number_spots(
    placed: Sequence[tuple[Strand, float]], along: Scale, sheet: Sheet, follow: SelectedThread
) -> list[tuple[NumberedEpisode, float, float]]:
    """Each numbered moment in the years shown, and where its bead stands."""
    where = {s.id: (s, y) for s, y in placed}
    side = follow.selection.side
    found = []
    for first in follow.numbered_episodes:
        if (
            first.relationship not in where
            or not along.begin - ROUNDING_YEARS <= first.t <= along.end + ROUNDING_YEARS
        ):
            continue
        strand, y = where[first.relationship]
        x, off = along.clamp_x(along.year_to_x(first.t)), sheet.numbered_bead_size / 2 - _BADGE_OVERLAP_PX
        for bead in strand.beads:
            if (
                first.moment
                and bead.side == side
                and bead.moment.episode_count == 1
                and bead.moment.t == first.t
            ):
                x, off = bead.x, bead.offset
                break
        found.append((first, x, y + SIDE_SIGN[side] * off))
    return found


def _draw_line_through_numbers(
    spots: Sequence[tuple[NumberedEpisode, float, float]],
    beads: Sequence[Bead],
    names: Sequence[Rectangle],
    follow: SelectedThread,
    along: Scale,
) -> Iterator[Mark]:
    ends = [(x, y) for _, x, y in spots]
    at = {(round(x, 1), round(y, 1)) for x, y in ends}
    others = np.array([(b.x, b.y, b.size / 2) for b in beads if (b.x, b.y) not in at]).reshape(-1, 3)
    return joined.draw_thread_line(ends, others, names, follow.selection.side, along.plot_end)


def _draw_numbers(
    spots: Sequence[tuple[NumberedEpisode, float, float]],
    follow: SelectedThread,
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
                sheet.numbered_bead_size,
                "circle",
                True,
                side,
                1.0,
                first.moment,
                first.relationship,
                first.number,
                hover_lines=said.get(first.moment, ()),
            )
        )
        marks.append(
            TextLine(
                str(first.number),
                round(x, 1),
                round(y + 4.2, 1),
                "middle",
                12.0,
                bold=True,
                role="paper",
                subject="number",
            )
        )
    return marks


def _bead_hover_lines(study: Study) -> list[tuple[str, ...]]:
    """For each moment what its bead says: with whom, at what age, what, and the kind notes to it."""
    names = study.relationships.name
    moments = study.moments
    said: list[tuple[str, ...]] = [
        (say.bead(str(names[rel]), label_age(read_moment_age(study, n)), when), headline)
        for n, (rel, when, headline) in enumerate(
            zip(
                moments.rel.tolist(),
                moments.when.tolist(),
                moments.headline.tolist(),
                strict=True,
            )
        )
    ]
    notes = study.kind_notes
    for row, text in zip(notes.moment.tolist(), notes.text.tolist(), strict=True):
        if row >= 0:
            said[row] += say.kind_note(text, None)
    return said
