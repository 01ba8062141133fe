"""The picture of the life, from the very geometry the screen draws, in mm."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from timeline.lifeline import (
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
from timeline.sections import Block, Printed
from timeline.words import report as say

KEY = "lifeline"
_BEHIND = ("landmark", "future")
_HEAD, _FOOT, _LINE, _ON_A_LINE = 19.0, 9.0, 4.1, 6
"""mm for the heading, for what is under the picture, and for a line of the list of first moments, which holds
so many."""
_PALER = 0.65
"""Ink of a landmark beside the screen's."""
_FAINTEST = 0.42
"""Ink of a bar or a bead that stands back: paler than this a printer loses it."""


def blocks(printed: Printed) -> Iterable[Block]:
    """One picture with the first thread numbered in it; nothing where nobody is shown."""
    tables = printed.tables
    if not len(tables.relationships):
        return
    thread = printed.threads[0] if printed.threads else None
    selection = Selection.of(tables.vocabulary, *thread.tags) if thread else None
    picture = lifeline(printed.study, printed.sheet, selection)
    firsts = [f"{first.number} {first.says}" for first in thread.firsts] if thread else []
    label = thread.label if thread and selection else ""
    numbered = say.numbered_by(label, firsts) if label else ""
    first, last = printed.ends
    spoken = say.spoken_lifeline(first, last, f"{numbered} " if numbered else "")
    marks = [
        mark
        for mark in _on_paper(picture, printed.sheet)
        if not (printed.plan.dates == "age" and _is_a_year(mark))
    ]
    yield {
        "kind": "lifeline",
        "title": say.A_LIFE_AND_A_THREAD if numbered else say.A_LIFE,
        "numbered": say.numbered_so(label) if label else "",
        "firsts": firsts if label else [],
        "notes": [say.not_placed(picture.not_placed)] if picture.not_placed else [],
        "width": _mm(picture.width),
        "pieces": [
            {
                "top": _mm(top),
                "height": _mm(bottom - top),
                "marks": [_drawn(mark) for mark in marks if _touches(mark, top, bottom)],
                "spoken": spoken if top == 0 else say.spoken_more(first, last),
            }
            for top, bottom in _pages(marks, picture.height, _room(printed, firsts))
        ],
        "legend": [list(entry) for entry in say.LEGEND],
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


def _room(printed: Printed, firsts: Sequence[str]) -> tuple[float, float]:
    """How high the picture may be on its first page, and on every one after it, px."""
    whole = printed.height - _FOOT
    listed = _LINE * (1 + len(firsts) // _ON_A_LINE)
    return (whole - _HEAD - listed) / MM_PER_PX, whole / MM_PER_PX


def _pages(marks: Sequence[Mark], height: float, room: tuple[float, float]) -> list[tuple[float, float]]:
    """From where to where the picture goes on each page: whole if it can be, else cut between its rows."""
    taken = sorted(_extent(mark) for mark in marks if _is_solid(mark))
    pieces: list[tuple[float, float]] = []
    top, most = 0.0, room[0]
    while height - top > most:
        cut, covered = top + most, 0.0
        for low, high in taken:
            between = min((covered + low) / 2, top + most)
            if covered < low and top + most / 2 < between:
                cut = between if between < top + most or covered < top + most else cut
            covered = max(covered, high)
            if covered >= top + most:
                break
        pieces.append((top, cut))
        top, most = cut, room[1]
    return [*pieces, (top, height)]


def _is_solid(mark: Mark) -> bool:
    """Whether a page may not end within it."""
    if isinstance(mark, Text):
        return True
    return not isinstance(mark, Band) and bool(mark.relationship) and getattr(mark, "what", "") != "joined"


def _extent(mark: Mark) -> tuple[float, float]:
    """From where to where a mark goes, px down the page."""
    if isinstance(mark, Band):
        return mark.y0, mark.y1
    if isinstance(mark, Text):
        return mark.y - mark.size, mark.y + mark.size / 3
    if isinstance(mark, Bead):
        return mark.y - mark.size / 2, mark.y + mark.size / 2
    return min(mark.y), max(mark.y)


def _touches(mark: Mark, top: float, bottom: float) -> bool:
    low, high = _extent(mark)
    return high >= top and low <= bottom


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
