"""The picture of the life, from the very geometry the screen draws, in mm."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from math import ceil

import numpy as np

from timeline.messages import report_picture as say
from timeline.picture.lifeline import (
    MM_PER_PX,
    Area,
    Band,
    Bead,
    Line,
    Mark,
    Picture,
    Selection,
    Sheet,
    Text,
    lifeline,
)
from timeline.picture.lifeline.axes import landmarks
from timeline.report.legend import kinds
from timeline.report.page_breaks import Run, extent, pieces
from timeline.report.sections import PT_PER_PX, Block, Printed
from timeline.tables import floats

KEY = "lifeline"
_BEHIND = ("landmark", "future")
_HEAD, _FIRSTS, _LEGEND, _NOTE = 11.9, 4.3, 4.6, 4.4
"""mm: the heading with what stands free under it; a line of the list of first moments, of the legend, of the
notes."""
_TABLE, _ROW = 10.2, 3.92
"""mm: the table of people without its rows, and one line of a row."""
_ROLE = 48.0
"""mm for who someone was, in the table."""
_EMPTY, _EMPTY_OVER_YEARS = 24.0, 10.0
"""px over a picture without calendar years and with them; they are left out."""
_PALER = 0.65
"""Ink of a landmark beside the screen's."""
_FAINTEST = 0.42
"""Ink of a bar or a bead that stands back: paler than this a printer loses it."""


def blocks(printed: Printed) -> Iterable[Block]:
    """One picture with the first thread numbered in it; nothing where nobody is shown.

    It is as high as lets the table of people follow on its page, else as high as its page.
    """
    tables = printed.tables
    if not len(tables.relationships):
        return
    thread = printed.threads[0] if printed.threads else None
    selection = Selection.of(tables.vocabulary, *thread.tags) if thread else None
    label = thread.label if thread and selection else ""
    firsts = [f"{first.number} {first.says}" for first in thread.firsts] if thread and label else []
    whole, first = _rooms(printed, [*say.numbered_so(label).split(), *firsts] if label else [])
    table = _table(printed) if printed.has("people") else 0.0
    empty = _EMPTY if printed.plan.dates == "age" else _EMPTY_OVER_YEARS
    sheet = replace(printed.sheet, rooms=tuple(sorted({first - table + empty, first + empty})))
    picture = lifeline(printed.study, sheet, selection)
    marks = [
        mark
        for mark in _on_paper(picture, printed.sheet)
        if not (printed.plan.dates == "age" and _is_a_year(mark))
    ]
    runs = pieces(picture, marks, first, whole)
    begins, ends = printed.ends
    numbered = say.numbered_by(label, firsts) if label else ""
    yield {
        "kind": "lifeline",
        "title": say.A_LIFE_AND_A_THREAD if numbered else say.A_LIFE,
        "numbered": say.numbered_so(label) if label else "",
        "firsts": [f"{one}{'.' if n == len(firsts) else ';'}" for n, one in enumerate(firsts, 1)],
        "notes": _notes(printed, picture),
        "width": _mm(picture.width),
        "pieces": [
            {
                "parts": [_part(marks, run) for run in _with_foot(run, runs, picture)],
                "spoken": say.spoken_more(begins, ends)
                if n
                else say.spoken_lifeline(begins, ends, f"{numbered} " if numbered else ""),
            }
            for n, run in enumerate(runs)
        ],
        "legend": _legend(picture, marks),
    }


def _on_paper(picture: Picture, sheet: Sheet) -> Iterable[Mark]:
    """The marks of `picture`: landmarks behind all, strands strong enough to print, titles at the margin."""
    behind = [band for band in picture.bands if band.what in _BEHIND]
    yield from (replace(band, strength=_PALER * band.strength) for band in behind)
    for mark in picture.marks:
        if isinstance(mark, Band):
            if mark.what not in _BEHIND:
                yield mark
        elif isinstance(mark, Text):
            if mark.what == "number":
                continue  # the paper's bead bears its own
            in_gutter = mark.anchor == "start" and mark.x < sheet.left
            yield replace(mark, x=mark.x - sheet.edge) if in_gutter else mark
        elif isinstance(mark, Line) and not mark.relationship and min(mark.x) < sheet.left - sheet.edge:
            whole = max(mark.x) > sheet.left
            x = tuple(x - sheet.edge if not whole or x < sheet.left else x for x in mark.x)
            yield replace(mark, x=x)
        elif isinstance(mark, Bead) or (isinstance(mark, Line) and mark.relationship):
            yield replace(mark, strength=_FAINTEST + (1 - _FAINTEST) * mark.strength)
        else:
            yield mark


def _rooms(printed: Printed, heading: Sequence[str]) -> tuple[float, float]:
    """How high the picture may be on a page of its own, and under its heading, px.

    The legend and the notes stand under it; the legend has two lines at most.
    """
    marked, _ = landmarks(printed.tables, printed.along, printed.sheet)
    cut = [mark.label for mark in marked if mark.words != mark.label]
    undated = bool(np.isnan(floats(printed.tables.moments, "t")).any())
    notes = undated + (printed.lines(cut, 7.8, 9.0) if cut else 0)
    whole = printed.height - 2 * _LEGEND - notes * _NOTE
    head = _HEAD + _FIRSTS * (printed.lines(heading, 9.2, 0.9) if heading else 0)
    return whole / MM_PER_PX, (whole - head) / MM_PER_PX


def _table(printed: Printed) -> float:
    """How high the table of people is that follows, px; 0 where it is longer than a page anyway."""
    roles = [printed.measure(one.role, 8.4 / PT_PER_PX) * MM_PER_PX for one in printed.history.relationships]
    high = _TABLE + _ROW * sum(max(1, ceil(role / _ROLE)) for role in roles)
    return high / MM_PER_PX if high < printed.height / 2 else 0.0


def _notes(printed: Printed, picture: Picture) -> list[str]:
    """What is not drawn, and what is not written out in it."""
    unsaid = [(label, printed.age(t)) for label, t in picture.unsaid]
    return [
        *([say.not_placed(picture.not_placed)] if picture.not_placed else []),
        *([say.landmarks_in_full(unsaid)] if unsaid else []),
    ]


def _legend(picture: Picture, marks: Sequence[Mark]) -> list[Block]:
    """Every kind of mark that is drawn, with its name, and no other."""
    there = kinds(marks)
    named = [(tuple(kind for kind in keys if kind in there), says) for keys, says in say.LEGEND]
    sized = {mark.size for mark in marks if isinstance(mark, Bead) and mark.moment and not mark.number}
    of_all = [
        *([say.HEIGHT] if "height" in there else []),
        *([say.MANY if picture.binned else say.LARGER] if len(sized) > 1 else []),
    ]
    return [
        *({"marks": list(drawn), "says": says} for drawn, says in named if drawn),
        *({"marks": [], "says": says} for says in of_all),
    ]


def _with_foot(run: Run, runs: Sequence[Run], picture: Picture) -> list[Run]:
    """A piece with the axis and the landmarks' words under it; the only one has them as they are."""
    if len(runs) == 1:
        return [(run[0], picture.height)]
    return [run, (picture.foot, picture.height)]


def _part(marks: Sequence[Mark], run: Run) -> Block:
    """What of the picture is drawn between two heights."""
    top, bottom = run
    return {
        "top": _mm(top),
        "height": _mm(bottom - top),
        "marks": [_drawn(mark) for mark in marks if extent(mark)[1] >= top and extent(mark)[0] <= bottom],
    }


def _is_a_year(mark: Mark) -> bool:
    """Whether it is a calendar year at the axis: where dates leave as ages, those are of no calendar."""
    return isinstance(mark, Text) and mark.what == "tick" and len(mark.words) == 4 and mark.words.isdigit()


def _drawn(mark: Mark) -> Block:
    """A mark as the paper draws it."""
    if isinstance(mark, Text):
        return {
            "m": "text",
            "s": mark.words,
            "x": _mm(mark.x),
            "y": _mm(mark.y),
            "a": mark.anchor,
            "size": _mm(mark.size),
            "bold": mark.bold,
            "serif": mark.serif,
            "italic": mark.italic,
            "role": mark.role,
            "dim": mark.dim,
        }
    if isinstance(mark, Bead):
        return {
            "m": "bead",
            "x": _mm(mark.x),
            "y": _mm(mark.y),
            "d": _mm(mark.size),
            "shape": mark.shape,
            "filled": mark.filled,
            "role": mark.role,
            "k": round(mark.strength, 3),
            "n": mark.number,
        }
    if isinstance(mark, Line):
        return {
            "m": "line",
            "p": _points(mark.x, mark.y),
            "role": mark.role,
            "w": _mm(mark.width),
            "k": round(mark.strength, 3),
            "dash": mark.dash,
        }
    if isinstance(mark, Area):
        return {
            "m": "area",
            "what": mark.what,
            "p": _points(mark.x, mark.y),
            "role": mark.role,
            "k": round(mark.strength, 3),
            "stops": [[_mm(x), k] for x, k in mark.stops],
        }
    return {
        "m": "band",
        "x": [_mm(mark.x0), _mm(mark.x1)],
        "y": [_mm(mark.y0), _mm(mark.y1)],
        "role": mark.role,
        "k": round(mark.strength, 3),
    }


def _points(x: tuple[float, ...], y: tuple[float, ...]) -> list[list[float]]:
    return [[_mm(a), _mm(b)] for a, b in zip(x, y, strict=True)]


def _mm(px: float) -> float:
    return round(px * MM_PER_PX, 2)
