"""The picture of the life, from the very geometry the screen draws, in mm."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from math import ceil

from timeline.messages import report_picture as say
from timeline.messages.grammar import join_with_and
from timeline.picture.lifeline import (
    MM_PER_PX,
    Area,
    Band,
    Bead,
    Mark,
    Picture,
    Selection,
    Sheet,
    Stroke,
    TextLine,
    build_lifeline,
)
from timeline.picture.lifeline.axes import place_landmarks
from timeline.report.legend import find_mark_kinds
from timeline.report.page_pieces import VerticalRange, cut_into_pieces, mark_extent
from timeline.report.sections import PT_PER_PX, Block, ReportContext, label_entry
from timeline.study.life_counts import list_undated_moments

KEY = "lifeline"
_BACKGROUND_SUBJECTS = ("landmark", "future")
_HEADING_MM, _FIRSTS_LINE_MM, _LEGEND_LINE_MM, _NOTE_LINE_MM = 11.9, 4.3, 4.6, 4.4
"""mm: the heading with what stands free under it; a line of the list of first moments, of the legend, of the
notes."""
_TABLE_MM, _TABLE_ROW_MM = 10.2, 3.92
"""mm: the table of people without its rows, and one line of a row."""
_ROLE_WIDTH_MM = 48.0
"""mm for who someone was, in the table."""
_EMPTY_TOP_PX, _EMPTY_TOP_WITH_YEARS_PX = 24.0, 10.0
"""px over a picture without calendar years and with them; they are left out."""
_LANDMARK_INK_SHARE = 0.65
"""Ink of a landmark beside the screen's."""
_MIN_INK_SHARE = 0.42
"""Ink of a bar or a bead that stands back: paler than this a printer loses it."""


def build_blocks(printed: ReportContext) -> Iterable[Block]:
    """One picture with the first thread numbered in it; nothing where nobody is shown.

    It is as high as lets the table of people follow on its page, else as high as its page.
    """
    study = printed.study
    if not len(study.relationships):
        return
    thread = printed.threads[0] if printed.threads else None
    selection = Selection.from_tags(study.vocabulary, *thread.tags) if thread else None
    label = join_with_and(thread.labels) if thread and selection else ""
    firsts = (
        [f"{first.number} {label_entry(first)}" for first in thread.first_entries] if thread and label else []
    )
    whole, first = _find_page_heights(printed, [*say.numbering_lead(label).split(), *firsts] if label else [])
    table = _table_height(printed) if printed.has_part("people") else 0.0
    empty = _EMPTY_TOP_PX if printed.plan.dates == "age" else _EMPTY_TOP_WITH_YEARS_PX
    sheet = replace(printed.sheet, page_heights=tuple(sorted({first - table + empty, first + empty})))
    picture = build_lifeline(printed.study, sheet, selection)
    marks = [
        mark
        for mark in _adapt_marks(picture, printed.sheet)
        if not (printed.plan.dates == "age" and _is_calendar_year(mark))
    ]
    runs = cut_into_pieces(picture, marks, first, whole)
    begins, ends = printed.axis_ends
    numbered = say.numbering_sentence(label, firsts) if label else ""
    yield {
        "kind": "lifeline",
        "title": say.A_LIFE_AND_A_THREAD if numbered else say.A_LIFE,
        "numbered": say.numbering_lead(label) if label else "",
        "firsts": [f"{one}{'.' if n == len(firsts) else ';'}" for n, one in enumerate(firsts, 1)],
        "notes": _write_notes(printed, picture),
        "width": _px_to_mm(picture.width),
        "pieces": [
            {
                "parts": [_build_part(marks, run) for run in _add_foot(run, runs, picture)],
                "spoken": say.describe_lifeline_page(begins, ends)
                if n
                else say.spoken_lifeline(begins, ends, f"{numbered} " if numbered else ""),
            }
            for n, run in enumerate(runs)
        ],
        "legend": _build_legend(picture, marks),
    }


def _adapt_marks(picture: Picture, sheet: Sheet) -> Iterable[Mark]:
    """The marks of `picture`: landmarks behind all, strands strong enough to print, titles at the margin."""
    behind = [band for band in picture.bands if band.subject in _BACKGROUND_SUBJECTS]
    yield from (replace(band, strength=_LANDMARK_INK_SHARE * band.strength) for band in behind)
    for mark in picture.marks:
        if isinstance(mark, Band):
            if mark.subject not in _BACKGROUND_SUBJECTS:
                yield mark
        elif isinstance(mark, TextLine):
            if mark.subject == "number":
                continue  # the paper's bead bears its own
            in_gutter = mark.anchor == "start" and mark.x < sheet.axis_left
            yield replace(mark, x=mark.x - sheet.title_left) if in_gutter else mark
        elif (
            isinstance(mark, Stroke)
            and not mark.relationship
            and min(mark.x) < sheet.axis_left - sheet.title_left
        ):
            whole = max(mark.x) > sheet.axis_left
            x = tuple(x - sheet.title_left if not whole or x < sheet.axis_left else x for x in mark.x)
            yield replace(mark, x=x)
        elif isinstance(mark, Bead) or (isinstance(mark, Stroke) and mark.relationship):
            yield replace(mark, strength=_MIN_INK_SHARE + (1 - _MIN_INK_SHARE) * mark.strength)
        else:
            yield mark


def _find_page_heights(printed: ReportContext, heading: Sequence[str]) -> tuple[float, float]:
    """How high the picture may be on a page of its own, and under its heading, px.

    The legend and the notes stand under it; the legend has two lines at most.
    """
    marked, _ = place_landmarks(printed.study, printed.time_scale, printed.sheet)
    cut = [mark.label for mark in marked if mark.words != mark.label]
    undated = bool(list_undated_moments(printed.study))
    notes = undated + (printed.count_lines(cut, 7.8, 9.0) if cut else 0)
    whole = printed.height - 2 * _LEGEND_LINE_MM - notes * _NOTE_LINE_MM
    head = _HEADING_MM + _FIRSTS_LINE_MM * (printed.count_lines(heading, 9.2, 0.9) if heading else 0)
    return whole / MM_PER_PX, (whole - head) / MM_PER_PX


def _table_height(printed: ReportContext) -> float:
    """How high the table of people is that follows, px; 0 where it is longer than a page anyway."""
    roles = [printed.measure(one.role, 8.4 / PT_PER_PX) * MM_PER_PX for one in printed.history.relationships]
    high = _TABLE_MM + _TABLE_ROW_MM * sum(max(1, ceil(role / _ROLE_WIDTH_MM)) for role in roles)
    return high / MM_PER_PX if high < printed.height / 2 else 0.0


def _write_notes(printed: ReportContext, picture: Picture) -> list[str]:
    """What is not drawn, and what is not written out in it."""
    unsaid = [(label, printed.format_age(t)) for label, t in picture.shortened_landmarks]
    return [
        *([say.unplaced_note(picture.unplaced_count)] if picture.unplaced_count else []),
        *([say.landmarks_in_full(unsaid)] if unsaid else []),
    ]


def _build_legend(picture: Picture, marks: Sequence[Mark]) -> list[Block]:
    """Every kind of mark that is drawn, with its name, and no other."""
    there = find_mark_kinds(marks)
    named = [(tuple(kind for kind in keys if kind in there), says) for keys, says in say.LEGEND]
    sized = {mark.size for mark in marks if isinstance(mark, Bead) and mark.moment and not mark.number}
    of_all = [
        *([say.HEIGHT] if "height" in there else []),
        *([say.MANY_MOMENTS_KEY if picture.is_binned else say.LARGER] if len(sized) > 1 else []),
    ]
    return [
        *({"marks": list(drawn), "says": says} for drawn, says in named if drawn),
        *({"marks": [], "says": says} for says in of_all),
    ]


def _add_foot(run: VerticalRange, runs: Sequence[VerticalRange], picture: Picture) -> list[VerticalRange]:
    """A piece with the axis and the landmarks' words under it; the only one has them as they are."""
    if len(runs) == 1:
        return [(run[0], picture.height)]
    return [run, (picture.rows_bottom, picture.height)]


def _build_part(marks: Sequence[Mark], run: VerticalRange) -> Block:
    """What of the picture is drawn between two heights."""
    top, bottom = run
    return {
        "top": _px_to_mm(top),
        "height": _px_to_mm(bottom - top),
        "marks": [
            _mark_to_block(mark)
            for mark in marks
            if mark_extent(mark)[1] >= top and mark_extent(mark)[0] <= bottom
        ],
    }


def _is_calendar_year(mark: Mark) -> bool:
    """Whether it is a calendar year at the axis: where dates leave as ages, those are of no calendar."""
    return (
        isinstance(mark, TextLine)
        and mark.subject == "tick"
        and len(mark.words) == 4
        and mark.words.isdigit()
    )


def _mark_to_block(mark: Mark) -> Block:
    """A mark as the paper draws it."""
    if isinstance(mark, TextLine):
        return {
            "m": "text",
            "s": mark.words,
            "x": _px_to_mm(mark.x),
            "y": _px_to_mm(mark.y),
            "a": mark.anchor,
            "size": _px_to_mm(mark.size),
            "bold": mark.bold,
            "serif": mark.serif,
            "italic": mark.italic,
            "role": mark.role,
            "dim": mark.dim,
        }
    if isinstance(mark, Bead):
        return {
            "m": "bead",
            "x": _px_to_mm(mark.x),
            "y": _px_to_mm(mark.y),
            "d": _px_to_mm(mark.size),
            "shape": mark.shape,
            "filled": mark.filled,
            "role": mark.role,
            "k": round(mark.strength, 3),
            "n": mark.number,
        }
    if isinstance(mark, Stroke):
        return {
            "m": "line",
            "p": _points_to_mm(mark.x, mark.y),
            "role": mark.role,
            "w": _px_to_mm(mark.width),
            "k": round(mark.strength, 3),
            "dash": mark.dash,
        }
    if isinstance(mark, Area):
        return {
            "m": "area",
            "what": mark.subject,
            "p": _points_to_mm(mark.x, mark.y),
            "role": mark.role,
            "k": round(mark.strength, 3),
            "stops": [[_px_to_mm(x), k] for x, k in mark.stops],
        }
    return {
        "m": "band",
        "x": [_px_to_mm(mark.x0), _px_to_mm(mark.x1)],
        "y": [_px_to_mm(mark.y0), _px_to_mm(mark.y1)],
        "role": mark.role,
        "k": round(mark.strength, 3),
    }


def _points_to_mm(x: tuple[float, ...], y: tuple[float, ...]) -> list[list[float]]:
    return [[_px_to_mm(a), _px_to_mm(b)] for a, b in zip(x, y, strict=True)]


def _px_to_mm(px: float) -> float:
    return round(px * MM_PER_PX, 2)
