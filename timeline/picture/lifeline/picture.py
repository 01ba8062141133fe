"""The whole picture: threads above, strands in lanes below, axes around."""

import numpy as np

from timeline.picture.lifeline import axes, lanes
from timeline.picture.lifeline import strands_panel as lower
from timeline.picture.lifeline import threads_panel as upper
from timeline.picture.lifeline.axes import BOTTOM_MARGIN_PX, TOP_MARGIN_PX
from timeline.picture.lifeline.beads import MAX_BEADS
from timeline.picture.lifeline.marks import Mark, Picture
from timeline.picture.lifeline.scale import ROUNDING_YEARS, Scale, build_scale
from timeline.picture.lifeline.selected_thread import find_selected_thread
from timeline.picture.lifeline.selection import Selection
from timeline.picture.lifeline.sheet import Sheet
from timeline.picture.lifeline.steps_strip import build_steps_strip
from timeline.picture.lifeline.strands import build_strands, px_per_ridge_level
from timeline.study.study import Study
from timeline.study.unplaced_entries import find_unplaced_people, mask_unplaced_moments

_PADDING_PX, _PADDING_PRINT_PX = 14.0, 5.0


def build_lifeline(study: Study, sheet: Sheet, selection: Selection | None = None) -> Picture:
    """The picture of a history; it is as high with a selected thread as without.

    Args:
        study: the history, read on one day.
        sheet: what it is drawn on.
        selection: the thread that stands out; None for all alike.
    """
    hope = _latest_hope(study)
    along = build_scale(study, sheet, bool(hope))
    chosen = find_selected_thread(study, selection) if selection else None
    threads = upper.lay_out_threads_panel(study, along, sheet)
    pad = _PADDING_PRINT_PX if sheet.for_print else _PADDING_PX
    line = round(TOP_MARGIN_PX + pad + threads.reach["care"], 1)
    numbered = (chosen.selection.side, chosen.numbered_episodes) if chosen else None
    found, binned = build_strands(study, study.thread_levels, along, sheet, MAX_BEADS, numbered)
    ridge_unit = px_per_ridge_level(found, sheet)
    below = line + threads.reach["hurt"] + pad
    laid, foot = lanes.build_lanes(found, ridge_unit, below, sheet)
    steps, high = build_steps_strip(study, along, sheet, foot, binned)
    marked, strip = axes.place_landmarks(study, along, sheet)
    more = lanes.extra_row_gap(
        laid, foot + high + axes.landmark_strip_height(strip) + BOTTOM_MARGIN_PX, sheet.page_heights
    )
    if more > 0:
        laid, foot = lanes.build_lanes(found, ridge_unit, below, sheet, more)
        steps, high = build_steps_strip(study, along, sheet, foot, binned)
    foot += high
    bottom = round(foot + axes.landmark_strip_height(strip), 1)

    marks: list[Mark] = [*axes.draw_axes(study, along, sheet, bottom)]
    marks += upper.draw_threads_panel(study, threads, along, sheet, line, chosen)
    marks += axes.draw_hope(hope, along, sheet, line, TOP_MARGIN_PX)
    marks += axes.draw_landmark_labels(marked, foot)
    veils = [*axes.draw_landmark_bands(marked, bottom)]
    marks += lower.draw_strands_panel(study, laid, ridge_unit, along, sheet, chosen, veils)
    marks += steps
    return Picture(
        width=sheet.width,
        height=bottom + BOTTOM_MARGIN_PX,
        marks=tuple(marks),
        begin=along.begin,
        end=along.end,
        left=along.left,
        right=along.right,
        line_y=line,
        px_per_level=threads.threads.unit,
        max_levels=tuple(threads.max_levels.items()),
        peaks=threads.peaks,
        gaps=tuple(threads.threads.gaps),
        lane_rows=tuple((lane.title, tuple(tuple(s.id for s in row) for row in lane.rows)) for lane in laid),
        unplaced_count=len(find_unplaced_people(study)) + int(mask_unplaced_moments(study).sum()),
        numbered_episodes=chosen.numbered_episodes if chosen else (),
        untouched_relationships=chosen.untouched_relationships if chosen else (),
        is_binned=binned,
        rows_bottom=foot,
        shortened_landmarks=tuple((mark.label, mark.t) for mark in marked if mark.words != mark.label),
        moment_ids=_shown_moment_ids(study, along),
    )


def _latest_hope(study: Study) -> str:
    """The latest hope written down."""
    hopes = [one.hope for one in study.history.reflections if one.hope.strip()]
    return hopes[-1] if hopes else ""


def _shown_moment_ids(study: Study, along: Scale) -> tuple[str, ...]:
    t = study.moments.t
    shown = np.flatnonzero((t >= along.begin - ROUNDING_YEARS) & (t <= along.end + ROUNDING_YEARS))
    return tuple(str(id_) for id_ in study.moments.id[shown])
