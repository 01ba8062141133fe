"""One relationship: its own threads, its time, and its moments with what happened written beside them."""

from dataclasses import replace
from math import isnan

import numpy as np

from models.tags import THREAD_SIDES
from timeline.messages import charts as say
from timeline.messages.ages import list_age
from timeline.picture.lifeline import Band, ChartTable, Choice, Mark, Picture, Sheet, Stroke, TextLine
from timeline.picture.lifeline.axes import BOTTOM_MARGIN_PX, TOP_MARGIN_PX, draw_axes
from timeline.picture.lifeline.marks import Bead
from timeline.picture.lifeline.scale import Scale, build_scale
from timeline.picture.lifeline.strand_marks import Highlight, draw_bar, draw_beads, draw_whiskers
from timeline.picture.lifeline.strands import Strand, build_strands
from timeline.picture.lifeline.text_layout import OccupiedSpace, Rectangle, shorten_to_width
from timeline.picture.lifeline.threads import SIDE_SIGN, build_threads, draw_threads
from timeline.picture.lifeline.titles import TITLE_BOX_HEIGHT_PX, draw_titles, min_title_height
from timeline.study.ages import read_moment_age
from timeline.study.life_counts import count_moments_by_relationship
from timeline.study.study import Study
from timeline.study.tagged_relationships import list_moment_tags

KEY = "relationship"

_BEAD_LIMIT, _NOTE_GAP_PX, _LINE_HEIGHT_PX = 10_000, 16.0, 17.0
_MAX_NOTES = 14


def title() -> str:
    """What it is called."""
    return say.RELATIONSHIP_TITLE


def subtitle() -> str:
    """What it literally shows."""
    return say.RELATIONSHIP_SUBTITLE


def build_picture(study: Study, sheet: Sheet, choice: Choice) -> Picture:
    """The chosen relationship over its own years; the curve is what it alone adds to the threads."""
    rel = _find_row(study, choice)
    if rel is None:
        said = TextLine(say.NO_RELATIONSHIP, sheet.title_left, 34, role="muted", subject="empty")
        return Picture(sheet.width, 60.0, (said,))
    sheet = replace(sheet, span=sheet.span or _find_years(study, rel))
    along = build_scale(study, sheet, hope=False)
    own = {side: study.thread_levels[side].select_relationship(rel) for side in THREAD_SIDES}
    laid = build_threads(own, along, sheet, ())
    reach = {
        side: max(
            laid.side_height(side) + (TITLE_BOX_HEIGHT_PX + 14 if sheet.is_phone else 8),
            min_title_height(side, laid.unit, sheet),
        )
        for side in THREAD_SIDES
    }
    line = TOP_MARGIN_PX + 14 + reach["care"]
    found, _ = build_strands(study, own, along, sheet, _BEAD_LIMIT)
    strand = next((one for one in found if one.rel == rel), None)
    marks: list[Mark] = [*draw_threads(laid, None, None, along, line)]
    marks += draw_titles(along, sheet, line, reach, laid.unit, None)
    bottom = line + reach["hurt"] + 10
    if strand:
        more, bottom = _draw_moments(study, strand, bottom, along, sheet)
        marks += more
    marks = [*draw_axes(study, along, sheet, bottom), *marks]
    return Picture(
        sheet.width,
        round(bottom + BOTTOM_MARGIN_PX, 1),
        tuple(marks),
        begin=along.begin,
        end=along.end,
        left=along.left,
        right=along.right,
        line_y=line,
        px_per_level=laid.unit,
        moment_ids=tuple(str(id_) for id_ in study.moments.id[_moment_mask(study, rel)]),
    )


def describe_in_words(study: Study, choice: Choice) -> str:
    """What it shows, in one spoken sentence."""
    rel = _find_row(study, choice)
    if rel is None:
        return say.NO_RELATIONSHIP
    counts = count_moments_by_relationship(study)[rel]
    name = str(study.relationships.name[rel])
    return say.relationship_spoken(name, *counts)


def build_table(study: Study, choice: Choice) -> ChartTable:
    """Its moments in time order, with what was hoped for and how both responded."""
    rel = _find_row(study, choice)
    if rel is None:
        return ChartTable(say.RELATIONSHIP_COLUMNS, (), ())
    moments, tags, labels = study.moments, list_moment_tags(study), study.vocabulary
    written = {moment.id: moment for moment in study.history.episodes}
    listed, ids = [], []
    for n in np.flatnonzero(_moment_mask(study, rel)).tolist():
        moment = written[moments.id[n]]
        said = (moment.hoped_for, moment.they_responded, moment.i_responded)
        then, now = (
            "" if isnan(column[n]) else f"{column[n]:g}" for column in (moments.intensity, moments.now)
        )
        listed.append(
            (
                str(moments.when[n]),
                list_age(read_moment_age(study, n)),
                str(moments.headline[n]),
                ", ".join(labels[tag].label for tag in tags.get(n, ())),
                *(", ".join(words) for words in said),
                then,
                now,
            )
        )
        ids.append(str(moments.id[n]))
    return ChartTable(say.RELATIONSHIP_COLUMNS, tuple(listed), tuple(ids))


def _find_row(study: Study, choice: Choice) -> int | None:
    ids = study.relationships.id.tolist()
    return ids.index(choice.relationship) if choice.relationship in ids else None


def _moment_mask(study: Study, rel: int) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    return np.asarray(study.moments.rel == rel)


def _find_years(study: Study, rel: int) -> tuple[float, float]:
    """From a little before it began until its last moments have faded, in whole on the axis."""
    people, t = study.relationships, study.moments.t[_moment_mask(study, rel)]
    ends = (float(people.first[rel]), float(people.end_last[rel]))
    known = [v for v in (*t.tolist(), *ends) if not isnan(v)]
    if not known:
        return study.begin, study.end
    begin, end = min(known), max(known) + (study.settings.half_life or 3.0)
    spare = max(0.5, (end - begin) * 0.04)
    return max(study.begin, begin - spare), min(study.end, max(end, begin + 2))


def _draw_moments(
    study: Study, strand: Strand, top: float, along: Scale, sheet: Sheet
) -> tuple[list[Mark], float]:
    """The bar with its beads, and below it a note for each moment there is room for; and where they end."""
    headlines = study.moments.headline
    y = top + max([12.0, *(bead.reach for bead in strand.beads if bead.side == "care")]) + 4
    said = [(str(line),) for line in headlines]
    dots = [*draw_beads(strand, y, Highlight(), study.moments.id.tolist(), said)]
    marks: list[Mark] = [
        Stroke((sheet.title_left, along.hope_end), (top - 6, top - 6), "rule", 1.0, subject="lane"),
        *sorted(draw_bar(strand, y, along, Highlight()), key=lambda mark: isinstance(mark, Bead)),
        *draw_whiskers(strand, y, along, Highlight()),
    ]
    start = y + max([10.0, *(bead.reach for bead in strand.beads if bead.side == "hurt")]) + _NOTE_GAP_PX
    notes, rows_ = _place_notes(strand, [str(line) for line in headlines], sheet)
    marks += [
        Stroke((x, x), (y + off, start + row * _LINE_HEIGHT_PX - 11), "muted", 1.0, 0.35, subject="leader")
        for x, off, row, _, _ in notes
    ]
    for _, _, row, left, words_ in notes:
        foot = start + row * _LINE_HEIGHT_PX
        end = left + sheet.measure(words_, 12.5)
        # A clean place, so that no line down to a later note runs through the words.
        marks.append(Band(left - 2, end + 2, foot - 11, foot + 4, "paper", 1.0, "plate"))
        marks.append(TextLine(words_, left, foot, size=12.5, subject="note", relationship=strand.id))
    return [*marks, *dots], start + rows_ * _LINE_HEIGHT_PX


def _place_notes(
    strand: Strand, headlines: list[str], sheet: Sheet
) -> tuple[list[tuple[float, float, int, float, str]], int]:
    """For each note: x of its moment, where its line begins, its row, where its words begin, and they."""
    room = OccupiedSpace()
    found: list[tuple[float, float, int, float, str]] = []
    seen: set[int] = set()
    for bead in sorted(strand.beads, key=lambda bead: -bead.x):
        row_of = bead.moment.row
        if row_of in seen or len(seen) == _MAX_NOTES:
            continue
        seen.add(row_of)
        words_ = shorten_to_width(
            " ".join(headlines[row_of].split()),
            min(330.0, sheet.width - 2 * sheet.title_left),
            lambda line: sheet.measure(line, 12.5),
        )
        width = sheet.measure(words_, 12.5)
        left = min(bead.x - 2, sheet.width - sheet.title_left - width)
        for row in range(_MAX_NOTES):
            place = Rectangle(left - 6, row, left + width + 6, row + 0.9)
            if room.is_free(place, 0):
                break
        room.occupy(place)
        off = (SIDE_SIGN[bead.side] * bead.offset if bead.side else 0.0) + (
            bead.size / 2 if bead.side == "hurt" else 0
        )
        found.append((round(bead.x, 1), off, row, round(left, 1), words_))
    return found, max((row for _, _, row, _, _ in found), default=-1) + 1
