"""The whole picture: threads above, strands in lanes below, axes around."""

import numpy as np

from timeline.picture.lifeline import axes, lanes, lower, upper
from timeline.picture.lifeline.axes import BELOW, TOP
from timeline.picture.lifeline.beads import TOO_MANY
from timeline.picture.lifeline.follow import follow
from timeline.picture.lifeline.kept import kept
from timeline.picture.lifeline.marks import Mark, Picture
from timeline.picture.lifeline.scale import Scale, scale
from timeline.picture.lifeline.selection import Selection
from timeline.picture.lifeline.sheet import Sheet
from timeline.picture.lifeline.strands import strands, unit
from timeline.picture.lifeline.unplaced import moments_without, people_without
from timeline.study.study import Study
from timeline.tables import Tables, floats, words

_PAD, _PAD_STILL = 14.0, 5.0


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
    chosen = follow(study, selection) if selection else None
    threads = upper.laid_out(study, along, sheet)
    pad = _PAD_STILL if sheet.still else _PAD
    line = round(TOP + pad + threads.reach["care"], 1)
    numbered = (chosen.selection.side, chosen.numbered) if chosen else None
    found, binned = strands(tables, study.threads, along, sheet, TOO_MANY, numbered)
    ridge_unit = unit(found, sheet)
    below = line + threads.reach["hurt"] + pad
    laid, foot = lanes.lanes(found, ridge_unit, below, sheet)
    steps, high = kept(tables, along, sheet, foot, binned)
    marked, strip = axes.landmarks(tables, along, sheet)
    more = lanes.room_left(laid, foot + high + axes.strip_height(strip) + BELOW, sheet.rooms)
    if more > 0:
        laid, foot = lanes.lanes(found, ridge_unit, below, sheet, more)
        steps, high = kept(tables, along, sheet, foot, binned)
    foot += high
    bottom = round(foot + axes.strip_height(strip), 1)

    marks: list[Mark] = [*axes.axes(tables, along, sheet, bottom)]
    marks += upper.marks(study, threads, along, sheet, line, chosen)
    marks += axes.hope(hope, along, sheet, line, TOP)
    marks += axes.band_words(marked, foot)
    veils = [*axes.bands(marked, bottom)]
    marks += lower.marks(study, laid, ridge_unit, along, sheet, chosen, veils)
    marks += steps
    return Picture(
        width=sheet.width,
        height=bottom + BELOW,
        marks=tuple(marks),
        begin=along.begin,
        end=along.end,
        left=along.left,
        right=along.right,
        line=line,
        unit=threads.threads.unit,
        top=tuple(threads.top.items()),
        peaks=threads.peaks,
        gaps=tuple(threads.threads.gaps),
        rows=tuple((lane.title, tuple(tuple(s.id for s in row) for row in lane.rows)) for lane in laid),
        not_placed=len(people_without(tables)) + int(moments_without(tables).sum()),
        numbered=chosen.numbered if chosen else (),
        did_not_happen=chosen.did_not if chosen else (),
        binned=binned,
        foot=foot,
        unsaid=tuple((mark.label, mark.t) for mark in marked if mark.words != mark.label),
        walk=_walk(tables, along),
    )


def _hope(study: Study) -> str:
    """The latest hope written down."""
    hopes = [one.hope for one in study.history.reflections if one.hope.strip()]
    return hopes[-1] if hopes else ""


def _walk(tables: Tables, along: Scale) -> tuple[str, ...]:
    t = floats(tables.moments, "t")
    shown = np.flatnonzero((t >= along.begin - 1e-6) & (t <= along.end + 1e-6))
    return tuple(str(id_) for id_ in words(tables.moments, "id")[shown])
