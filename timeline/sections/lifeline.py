"""The picture of the life, from the very geometry the screen draws, in mm."""

from collections.abc import Iterable

from timeline.lifeline import (
    MM_PER_PX,
    Area,
    Band,
    Bead,
    Line,
    Mark,
    Selection,
    Text,
    lifeline,
)
from timeline.sections import Block, Printed
from timeline.words import report as say

KEY = "lifeline"


def blocks(printed: Printed) -> Iterable[Block]:
    """One picture with the first thread numbered in it; nothing where nobody is shown."""
    tables = printed.tables
    if not len(tables.relationships):
        return
    thread = printed.threads[0] if printed.threads else None
    selection = Selection.of(tables.vocabulary, *thread.tags) if thread else None
    picture = lifeline(printed.study, printed.sheet, selection)
    firsts = [f"{first.number} {first.says}" for first in thread.firsts] if thread else []
    numbered = say.numbered_by(thread.label, firsts) if thread and selection else ""
    first, last = printed.ends
    yield {
        "kind": "lifeline",
        "title": say.A_LIFE_AND_A_THREAD if numbered else say.A_LIFE,
        "numbered": numbered,
        "notes": [say.not_placed(picture.not_placed)] if picture.not_placed else [],
        "width": _mm(picture.width),
        "height": _mm(picture.height),
        "marks": [drawn for mark in picture.marks for drawn in _drawn(mark)],
        "spoken": say.spoken_lifeline(first, last, f"{numbered} " if numbered else ""),
        "legend": [list(entry) for entry in say.LEGEND],
    }


def _drawn(mark: Mark) -> Iterable[Block]:
    """A mark as the paper draws it."""
    if isinstance(mark, Text):
        yield {
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
    elif isinstance(mark, Bead):
        yield {
            "m": "bead",
            "x": _mm(mark.x),
            "y": _mm(mark.y),
            "d": _mm(mark.size),
            "shape": mark.shape,
            "filled": mark.filled,
            "role": mark.role,
            "k": mark.strength,
            "n": mark.number,
        }
    elif isinstance(mark, Line):
        yield {
            "m": "line",
            "p": _points(mark.x, mark.y),
            "role": mark.role,
            "w": _mm(mark.width),
            "k": mark.strength,
            "dash": mark.dash,
        }
    elif isinstance(mark, Area):
        yield {
            "m": "area",
            "p": _points(mark.x, mark.y),
            "role": mark.role,
            "k": mark.strength,
            "stops": [[_mm(x), k] for x, k in mark.stops],
        }
    elif isinstance(mark, Band):
        yield {
            "m": "band",
            "x": [_mm(mark.x0), _mm(mark.x1)],
            "y": [_mm(mark.y0), _mm(mark.y1)],
            "role": mark.role,
            "k": mark.strength,
        }


def _points(x: tuple[float, ...], y: tuple[float, ...]) -> list[list[float]]:
    return [[_mm(a), _mm(b)] for a, b in zip(x, y, strict=True)]


def _mm(px: float) -> float:
    return round(px * MM_PER_PX, 2)
