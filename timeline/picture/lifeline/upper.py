"""The upper part: both threads, their peaks, the gaps, and the titles; laid out, then drawn."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from timeline.levels import SIDES, Side, gaps, pulses
from timeline.picture.lifeline import gap_words, titles
from timeline.picture.lifeline import peaks as at_peaks
from timeline.picture.lifeline.curves import PHONE_BRUSH, WIDE_BRUSH, curve
from timeline.picture.lifeline.follow import Follow
from timeline.picture.lifeline.marks import Mark, Peak
from timeline.picture.lifeline.room import Room
from timeline.picture.lifeline.scale import Scale
from timeline.picture.lifeline.sheet import Sheet
from timeline.picture.lifeline.threads import Threads, Years, drawn, exact, threads
from timeline.study.study import Study

_PEAKS, _PEAKS_PHONE = 3, 2
_LINE = 18.0


@dataclass(frozen=True, eq=False)
class Upper:
    """The upper part, laid out.

    Attributes:
        threads: both.
        top: the highest level of each, of the formula, in the years shown.
        peaks: of both, those with words first, by time.
        peak_words: where there was room.
        gap_words: where there was room.
        unsaid: the gaps without words of their own.
        reach: of each side from the line between them, words and all, px.
    """

    threads: Threads
    top: dict[Side, float]
    peaks: tuple[Peak, ...]
    peak_words: dict[Peak, at_peaks.PeakWords]
    gap_words: Sequence[gap_words.GapWords]
    unsaid: Sequence[Years]
    reach: dict[Side, float]


def laid_out(study: Study, along: Scale, sheet: Sheet) -> Upper:
    """The upper part on one axis; nothing in it depends on a selected thread."""
    tables = study.tables
    laid = threads(study.threads, tables.settings.half_life, along, sheet, gaps(tables))
    most = _PEAKS_PHONE if sheet.phone else _PEAKS
    rooms = {side: Room() for side in SIDES}
    found: list[Peak] = []
    top: dict[Side, float] = {}
    words_: dict[Peak, at_peaks.PeakWords] = {}
    for side in SIDES:
        formula = exact(study.threads[side], tables.settings.half_life, along)
        top[side] = float(formula[1].max(initial=0))
        mine = at_peaks.peaks(tables, study.threads[side], formula, side, along, most)
        found += mine
        words_ |= at_peaks.placed(mine, laid.curves[side], laid.unit, along, sheet, rooms[side])
    said, unsaid = gap_words.placed(laid.gaps, laid.curves, laid.unit, along, sheet, rooms)
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
    if unsaid:
        reach["hurt"] += _LINE
    listed = tuple(
        sorted((p._replace(shown=p in words_) for p in found), key=lambda p: (not p.shown, p.t, p.side))
    )
    return Upper(laid, top, listed, words_, said, unsaid, reach)


def _clear_of_title(
    side: Side,
    laid: Threads,
    peak_words: dict[Peak, at_peaks.PeakWords],
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


def marks(
    study: Study, upper: Upper, along: Scale, sheet: Sheet, line: float, follow: Follow | None
) -> Iterator[Mark]:
    """The marks of the upper part; `line` is the y between care and hurt."""
    half_life = study.tables.settings.half_life
    side = follow.selection.side if follow else None
    own = None
    if follow and side:
        brush = PHONE_BRUSH if sheet.phone else WIDE_BRUSH
        only = pulses(study.tables, side, follow.selection.tags)
        own = curve(only, half_life, along, brush, vague=False)
    yield from drawn(upper.threads, own, side, along, line)
    for placed in upper.peak_words.values():
        yield from at_peaks.drawn(placed, line, sheet, dim=follow is not None)
    for said in upper.gap_words:
        yield from gap_words.drawn(said, line, dim=False)
    yield from gap_words.left_over(upper.unsaid, along, sheet, line + upper.reach["hurt"] - 1)
    chosen = titles.Chosen(side, follow.selection.label(study.tables.vocabulary)) if follow and side else None
    title_reach = upper.reach | {"hurt": upper.reach["hurt"] - (_LINE if upper.unsaid else 0)}
    yield from titles.titles(along, sheet, line, title_reach, upper.threads.unit, chosen)
