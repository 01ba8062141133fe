"""Which kinds of marks a picture has, so that a legend can name every one of them and no other."""

from collections.abc import Callable, Iterable
from typing import Final

from timeline.picture.lifeline.marks import Area, Band, Bead, Line, Mark


def kinds(marks: Iterable[Mark]) -> tuple[str, ...]:
    """The keys of `KINDS` of which there is a mark, in that order; what bears its own words is none."""
    listed = list(marks)
    return tuple(kind for kind, is_one in KINDS.items() if any(is_one(mark) for mark in listed))


def _bead(shape: str, role: str) -> Callable[[Mark], bool]:
    """Whether a mark is the bead of a moment of one shape and colour."""
    return lambda mark: (
        isinstance(mark, Bead) and not (mark.what or mark.number) and (mark.shape, mark.role) == (shape, role)
    )


def _numbered(role: str) -> Callable[[Mark], bool]:
    return lambda mark: isinstance(mark, Bead) and mark.number > 0 and mark.role == role


def _joined(role: str) -> Callable[[Mark], bool]:
    return lambda mark: isinstance(mark, Line) and mark.what == "joined" and mark.role == role


def _line(*what: str) -> Callable[[Mark], bool]:
    return lambda mark: isinstance(mark, Line) and mark.what in what


def _what(kind: type[Mark], what: str) -> Callable[[Mark], bool]:
    return lambda mark: isinstance(mark, kind) and getattr(mark, "what", "") == what


def _pinned(mark: Mark) -> bool:
    return isinstance(mark, Bead) and mark.what == "note" and not mark.relationship


def _ring(mark: Mark) -> bool:
    return isinstance(mark, Bead) and mark.what == "note" and bool(mark.relationship)


KINDS: Final[dict[str, Callable[[Mark], bool]]] = {
    "care": _bead("circle", "care"),
    "hurt": _bead("circle", "hurt"),
    "neither": _bead("circle", "muted"),
    "given care": _bead("square", "care"),
    "given hurt": _bead("square", "hurt"),
    "given neither": _bead("square", "muted"),
    "number care": _numbered("care"),
    "number hurt": _numbered("hurt"),
    "joined care": _joined("care"),
    "joined hurt": _joined("hurt"),
    "ring": _ring,
    "pin": _pinned,
    "check-in": _what(Bead, "check-in"),
    "mind": _what(Bead, "mind"),
    "going": _what(Bead, "going"),
    "cap": _line("cap"),
    "whisker": _line("whisker"),
    "dotted": _line("unsure", "gap", "after"),
    "landmark": _what(Band, "landmark"),
    "height": lambda mark: isinstance(mark, Area),
}
