"""Which kinds of marks a picture has, so that a legend can name every one of them and no other."""

from collections.abc import Callable, Iterable
from typing import Final

from timeline.picture.lifeline.marks import Area, Band, Bead, Mark, Stroke


def find_mark_kinds(marks: Iterable[Mark]) -> tuple[str, ...]:
    """The keys of `KINDS` of which there is a mark, in that order; what bears its own words is none."""
    listed = list(marks)
    return tuple(kind for kind, is_one in MARK_KINDS.items() if any(is_one(mark) for mark in listed))


def _bead_predicate(shape: str, role: str) -> Callable[[Mark], bool]:
    """Whether a mark is the bead of a moment of one shape and colour."""
    return lambda mark: (
        isinstance(mark, Bead)
        and not (mark.subject or mark.number)
        and (mark.shape, mark.role) == (shape, role)
    )


def _number_predicate(role: str) -> Callable[[Mark], bool]:
    return lambda mark: isinstance(mark, Bead) and mark.number > 0 and mark.role == role


def _thread_line_predicate(role: str) -> Callable[[Mark], bool]:
    return lambda mark: isinstance(mark, Stroke) and mark.subject == "joined" and mark.role == role


def _stroke_predicate(*what: str) -> Callable[[Mark], bool]:
    return lambda mark: isinstance(mark, Stroke) and mark.subject in what


def _subject_predicate(kind: type[Mark], what: str) -> Callable[[Mark], bool]:
    return lambda mark: isinstance(mark, kind) and getattr(mark, "subject", "") == what


def _is_pin(mark: Mark) -> bool:
    return isinstance(mark, Bead) and mark.subject == "note" and not mark.relationship


def _is_ring(mark: Mark) -> bool:
    return isinstance(mark, Bead) and mark.subject == "note" and bool(mark.relationship)


MARK_KINDS: Final[dict[str, Callable[[Mark], bool]]] = {
    "care": _bead_predicate("circle", "care"),
    "hurt": _bead_predicate("circle", "hurt"),
    "neither": _bead_predicate("circle", "muted"),
    "given care": _bead_predicate("square", "care"),
    "given hurt": _bead_predicate("square", "hurt"),
    "given neither": _bead_predicate("square", "muted"),
    "number care": _number_predicate("care"),
    "number hurt": _number_predicate("hurt"),
    "joined care": _thread_line_predicate("care"),
    "joined hurt": _thread_line_predicate("hurt"),
    "ring": _is_ring,
    "pin": _is_pin,
    "check-in": _subject_predicate(Bead, "check-in"),
    "mind": _subject_predicate(Bead, "mind"),
    "going": _subject_predicate(Bead, "going"),
    "cap": _stroke_predicate("cap"),
    "whisker": _stroke_predicate("whisker"),
    "dotted": _stroke_predicate("unsure", "gap", "after"),
    "landmark": _subject_predicate(Band, "landmark"),
    "height": lambda mark: isinstance(mark, Area),
}
