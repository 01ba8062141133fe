"""The upper part: both threads, their peaks, the gaps, and the titles; laid out, then drawn."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from models.tags import THREAD_SIDES, ThreadSide
from timeline.picture.lifeline import gap_labels as gap_words
from timeline.picture.lifeline import peaks as at_peaks
from timeline.picture.lifeline import titles
from timeline.picture.lifeline.curves import PHONE_BRUSH, WIDE_BRUSH, build_curve
from timeline.picture.lifeline.marks import Mark, Peak
from timeline.picture.lifeline.scale import Scale
from timeline.picture.lifeline.selected_thread import SelectedThread
from timeline.picture.lifeline.sheet import Sheet
from timeline.picture.lifeline.text_layout import OccupiedSpace
from timeline.picture.lifeline.threads import (
    Threads,
    YearSpan,
    build_threads,
    draw_threads,
    sample_exact_levels,
)
from timeline.study.study import Study

_MAX_PEAKS, _MAX_PEAKS_PHONE = 3, 2
_GAP_LINE_PX = 18.0


@dataclass(frozen=True, eq=False)
class ThreadsPanel:
    """The upper part, laid out.

    Attributes:
        threads: both.
        max_levels: the highest level of each, of the formula, in the years shown.
        peaks: of both, those with words first, by time.
        peak_labels: where there was room.
        gap_labels: where there was room.
        unlabelled_gaps: the gaps without words of their own.
        reach: of each side from the line between them, words and all, px.
    """

    threads: Threads
    max_levels: dict[ThreadSide, float]
    peaks: tuple[Peak, ...]
    peak_labels: dict[Peak, at_peaks.PeakLabel]
    gap_labels: Sequence[gap_words.GapLabel]
    unlabelled_gaps: Sequence[YearSpan]
    reach: dict[ThreadSide, float]


def lay_out_threads_panel(study: Study, along: Scale, sheet: Sheet) -> ThreadsPanel:
    """The upper part on one axis; nothing in it depends on a selected thread."""
    laid = build_threads(study.thread_levels, along, sheet, study.gaps)
    most = _MAX_PEAKS_PHONE if sheet.is_phone else _MAX_PEAKS
    rooms = {side: OccupiedSpace() for side in THREAD_SIDES}
    found: list[Peak] = []
    top: dict[ThreadSide, float] = {}
    words_: dict[Peak, at_peaks.PeakLabel] = {}
    for side in THREAD_SIDES:
        formula = sample_exact_levels(study.thread_levels[side], along)
        top[side] = float(formula[1].max(initial=0))
        mine = at_peaks.find_peaks(study, formula, side, along, most)
        found += mine
        words_ |= at_peaks.place_peak_labels(mine, laid.curves[side], laid.unit, along, sheet, rooms[side])
    said, unsaid = gap_words.place_gap_labels(
        laid.gaps, laid.curves, laid.unit, along, sheet, rooms, study.is_part
    )
    reach = {
        side: max(
            laid.side_height(side) + 8,
            titles.min_title_height(side, laid.unit, sheet),
            *(w.reach for w in words_.values() if w.side == side),
            *(w.reach for w in said if w.side == side),
            _reach_past_title(side, laid, words_, said, along, sheet),
        )
        for side in THREAD_SIDES
    }
    if unsaid:
        reach["hurt"] += _GAP_LINE_PX
    listed = tuple(
        sorted(
            (p._replace(has_label=p in words_) for p in found), key=lambda p: (not p.has_label, p.t, p.side)
        )
    )
    return ThreadsPanel(laid, top, listed, words_, said, unsaid, reach)


def _reach_past_title(
    side: ThreadSide,
    laid: Threads,
    peak_words: dict[Peak, at_peaks.PeakLabel],
    said: Sequence[gap_words.GapLabel],
    along: Scale,
    sheet: Sheet,
) -> float:
    """On a phone the title has a box of its own past everything that stands in its columns."""
    if not sheet.is_phone:
        return 0.0
    right = sheet.title_left + titles.TITLE_BOX_WIDTH_PX
    under = [laid.curves[side].max_level_between(along.left, right) * laid.unit, 20.0]
    under += [w.reach for w in peak_words.values() if w.side == side and w.middle < right + 70]
    under += [w.reach for w in said if w.side == side and w.middle < right + 50]
    return max(under) + titles.TITLE_BOX_HEIGHT_PX + 6


def draw_threads_panel(
    study: Study, upper: ThreadsPanel, along: Scale, sheet: Sheet, line: float, follow: SelectedThread | None
) -> Iterator[Mark]:
    """The marks of the upper part; `line` is the y between care and hurt."""
    side = follow.selection.side if follow else None
    own = None
    if follow and side:
        brush = PHONE_BRUSH if sheet.is_phone else WIDE_BRUSH
        only = study.build_tag_level(side, follow.selection.tags)
        own = build_curve(only, along, brush, vague=False)
    yield from draw_threads(upper.threads, own, side, along, line)
    for placed in upper.peak_labels.values():
        yield from at_peaks.draw_peak_label(placed, line, sheet, dim=follow is not None)
    for said in upper.gap_labels:
        yield from gap_words.draw_gap_label(said, line, dim=False)
    yield from gap_words.draw_remaining_gaps(
        upper.unlabelled_gaps, along, sheet, line + upper.reach["hurt"] - 1, study.is_part
    )
    chosen = titles.SelectedTitle(side, follow.selection.label(study.vocabulary)) if follow and side else None
    title_reach = upper.reach | {"hurt": upper.reach["hurt"] - (_GAP_LINE_PX if upper.unlabelled_gaps else 0)}
    yield from titles.draw_titles(along, sheet, line, title_reach, upper.threads.unit, chosen)
