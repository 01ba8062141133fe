"""Where there is still room: the places words have taken, and words cut to a length."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

MeasureLine = Callable[[str], float]
"""How wide a line comes out in one face and size."""

MAX_NAME_LETTERS = 24


class Rectangle(NamedTuple):
    """A rectangle from (x0, y0) to (x1, y1), px."""

    x0: float
    y0: float
    x1: float
    y1: float

    def overlaps(self, other: "Rectangle", apart: float = 0.0) -> bool:
        """Whether the two overlap, or come nearer than `apart` px."""
        return (
            self.x0 < other.x1 + apart
            and other.x0 < self.x1 + apart
            and self.y0 < other.y1 + apart
            and other.y0 < self.y1 + apart
        )


@dataclass
class OccupiedSpace:
    """Places taken so far, on one picture being laid out."""

    rectangles: list[Rectangle] = field(default_factory=list)

    def is_free(self, place: Rectangle, apart: float = 3.0) -> bool:
        """Whether nothing stands in `place`."""
        return not any(place.overlaps(other, apart) for other in self.rectangles)

    def occupy(self, place: Rectangle) -> None:
        """Keep `place` for what stands there."""
        self.rectangles.append(place)


def shorten_to_letters(words: str, longest: int = MAX_NAME_LETTERS) -> str:
    """`words` on one line of at most `longest` letters; what stands in brackets goes first."""
    line = " ".join(words.split())
    if len(line) > longest:
        line = re.sub(r"\s*\([^)]*\)", "", line[:1000]).strip() or line
    return line if len(line) <= longest else line[: longest - 1].rstrip(" -,.") + "…"


def wrap_words(words: Iterable[str], width: float, measured: MeasureLine, most: int) -> list[str]:
    """Words set in lines no wider than `width`; at most `most` lines, then an ellipsis."""
    lines: list[str] = []
    for word in words:
        joined = f"{lines[-1]} {word}" if lines else word
        if lines and measured(joined) <= width:
            lines[-1] = joined
        elif len(lines) < most:
            lines.append(shorten_to_width(word, width, measured))
        else:
            lines[-1] = shorten_to_width(f"{lines[-1]} …", width, measured)
            break
    return lines


def shorten_to_width(line: str, width: float, measured: MeasureLine) -> str:
    """`line`, cut so that it is no wider than `width`."""
    if measured(line) <= width:
        return line
    line = line[:400]
    while len(line) > 1 and measured(line + "…") > width:
        line = line[:-1].rstrip(" …-,.")
    return line + "…"
