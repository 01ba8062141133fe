"""One relationship: its own threads, its time, and its moments with what happened written beside them."""

from dataclasses import replace
from math import isnan

import numpy as np

from timeline.levels import SIDES
from timeline.messages import charts as say
from timeline.picture.lifeline import Band, Choice, Line, Listing, Mark, Picture, Sheet, Text
from timeline.picture.lifeline.axes import BELOW, TOP, axes
from timeline.picture.lifeline.marks import Bead
from timeline.picture.lifeline.room import Place, Room, fitted
from timeline.picture.lifeline.scale import Scale, scale
from timeline.picture.lifeline.strand_marks import Lit, bar, beads, whiskers
from timeline.picture.lifeline.strands import Strand, strands
from timeline.picture.lifeline.threads import UP, drawn, threads
from timeline.picture.lifeline.titles import BOX_HIGH, least_height, titles
from timeline.study.study import Study
from timeline.tables import floats, rows
from timeline.tables import words as frame_words

KEY = "relationship"
TITLE = say.RELATIONSHIP_TITLE
SUBTITLE = say.RELATIONSHIP_SUBTITLE

_MANY, _NOTE, _LINE = 10_000, 16.0, 17.0
_MOST_NOTES = 14


def picture(study: Study, sheet: Sheet, choice: Choice) -> Picture:
    """The chosen relationship over its own years; the curve is what it alone adds to the threads."""
    rel = _row(study, choice)
    if rel is None:
        said = Text(say.NO_RELATIONSHIP, sheet.edge, 34, role="muted", what="empty")
        return Picture(sheet.width, 60.0, (said,))
    tables = study.tables
    sheet = replace(sheet, span=sheet.span or _years(study, rel))
    along = scale(tables, sheet, hope=False)
    own = {side: study.threads[side].of(rel) for side in SIDES}
    laid = threads(own, tables.settings.half_life, along, sheet, ())
    reach = {
        side: max(
            laid.height(side) + (BOX_HIGH + 14 if sheet.phone else 8), least_height(side, laid.unit, sheet)
        )
        for side in SIDES
    }
    line = TOP + 14 + reach["care"]
    found, _ = strands(tables, own, along, sheet, _MANY)
    strand = next((one for one in found if one.rel == rel), None)
    marks: list[Mark] = [*drawn(laid, None, None, along, line)]
    marks += titles(along, sheet, line, reach, laid.unit, None)
    bottom = line + reach["hurt"] + 10
    if strand:
        more, bottom = _moments(study, strand, bottom, along, sheet)
        marks += more
    marks = [*axes(tables, along, sheet, bottom), *marks]
    return Picture(
        sheet.width,
        round(bottom + BELOW, 1),
        tuple(marks),
        begin=along.begin,
        end=along.end,
        left=along.left,
        right=along.right,
        line=line,
        unit=laid.unit,
        walk=tuple(str(id_) for id_ in frame_words(tables.moments, "id")[_of(study, rel)]),
    )


def words(study: Study, choice: Choice) -> str:
    """What it shows, in one spoken sentence."""
    rel = _row(study, choice)
    if rel is None:
        return say.NO_RELATIONSHIP
    mine = study.tables.moments.loc[_of(study, rel)]
    name = str(frame_words(study.tables.relationships, "name")[rel])
    return say.relationship_spoken(name, int(mine["caring"].sum()), int(mine["painful"].sum()), len(mine))


def table(study: Study, choice: Choice) -> Listing:
    """Its moments in time order, with what was hoped for and how both responded."""
    rel = _row(study, choice)
    if rel is None:
        return Listing(say.RELATIONSHIP_COLUMNS, (), ())
    tables = study.tables
    tagged, answers, labels = tables.tagged, tables.answers, tables.vocabulary
    listed, ids = [], []
    of_tag, of_answer = rows(tagged, "moment"), rows(answers, "moment")
    for n in np.flatnonzero(_of(study, rel)).tolist():
        row = tables.moments.iloc[n]
        tags = ", ".join(labels[tag].label for tag in frame_words(tagged, "tag")[of_tag == n])
        mine = answers[of_answer == n]
        hoped, they, i = (
            ", ".join(mine.loc[mine["asked"] == who, "words"]) for who in ("hoped", "they", "I")
        )
        numbers = ("" if isnan(row[name]) else f"{row[name]:g}" for name in ("age", "intensity", "now"))
        age, then, now = numbers
        listed.append((str(row["when"]), age, str(row["headline"]), tags, hoped, they, i, then, now))
        ids.append(str(row["id"]))
    return Listing(say.RELATIONSHIP_COLUMNS, tuple(listed), tuple(ids))


def _row(study: Study, choice: Choice) -> int | None:
    ids = frame_words(study.tables.relationships, "id").tolist()
    return ids.index(choice.relationship) if choice.relationship in ids else None


def _of(study: Study, rel: int) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    return np.asarray(rows(study.tables.moments, "rel") == rel)


def _years(study: Study, rel: int) -> tuple[float, float]:
    """From a little before it began until its last moments have faded, in whole on the axis."""
    tables = study.tables
    person = tables.relationships.iloc[rel]
    t = floats(tables.moments, "t")[_of(study, rel)]
    known = [v for v in (*t.tolist(), float(person["first"]), float(person["end_last"])) if not isnan(v)]
    if not known:
        return tables.begin, tables.end
    begin, end = min(known), max(known) + (tables.settings.half_life or 3.0)
    spare = max(0.5, (end - begin) * 0.04)
    return max(tables.begin, begin - spare), min(tables.end, max(end, begin + 2))


def _moments(
    study: Study, strand: Strand, top: float, along: Scale, sheet: Sheet
) -> tuple[list[Mark], float]:
    """The bar with its beads, and below it a note for each moment there is room for; and where they end."""
    tables = study.tables
    headlines = frame_words(tables.moments, "headline")
    y = top + max([12.0, *(bead.reach for bead in strand.beads if bead.side == "care")]) + 4
    said = [(str(line),) for line in headlines]
    dots = [*beads(strand, y, Lit(), frame_words(tables.moments, "id").tolist(), said)]
    marks: list[Mark] = [
        Line((sheet.edge, along.strip), (top - 6, top - 6), "rule", 1.0, what="lane"),
        *sorted(bar(strand, y, along, Lit()), key=lambda mark: isinstance(mark, Bead)),
        *whiskers(strand, y, along, Lit()),
    ]
    start = y + max([10.0, *(bead.reach for bead in strand.beads if bead.side == "hurt")]) + _NOTE
    notes, rows_ = _notes(strand, [str(line) for line in headlines], sheet)
    marks += [
        Line((x, x), (y + off, start + row * _LINE - 11), "muted", 1.0, 0.35, what="leader")
        for x, off, row, _, _ in notes
    ]
    for _, _, row, left, words_ in notes:
        foot = start + row * _LINE
        end = left + sheet.measure(words_, 12.5)
        # A clean place, so that no line down to a later note runs through the words.
        marks.append(Band(left - 2, end + 2, foot - 11, foot + 4, "paper", 1.0, "plate"))
        marks.append(Text(words_, left, foot, size=12.5, what="note", relationship=strand.id))
    return [*marks, *dots], start + rows_ * _LINE


def _notes(
    strand: Strand, headlines: list[str], sheet: Sheet
) -> tuple[list[tuple[float, float, int, float, str]], int]:
    """For each note: x of its moment, where its line begins, its row, where its words begin, and they."""
    room = Room()
    found: list[tuple[float, float, int, float, str]] = []
    seen: set[int] = set()
    for bead in sorted(strand.beads, key=lambda bead: -bead.x):
        row_of = bead.moment.row
        if row_of in seen or len(seen) == _MOST_NOTES:
            continue
        seen.add(row_of)
        words_ = fitted(
            " ".join(headlines[row_of].split()),
            min(330.0, sheet.width - 2 * sheet.edge),
            lambda line: sheet.measure(line, 12.5),
        )
        width = sheet.measure(words_, 12.5)
        left = min(bead.x - 2, sheet.width - sheet.edge - width)
        for row in range(_MOST_NOTES):
            place = Place(left - 6, row, left + width + 6, row + 0.9)
            if room.free(place, 0):
                break
        room.take(place)
        off = (UP[bead.side] * bead.off if bead.side else 0.0) + (bead.size / 2 if bead.side == "hurt" else 0)
        found.append((round(bead.x, 1), off, row, round(left, 1), words_))
    return found, max((row for _, _, row, _, _ in found), default=-1) + 1
