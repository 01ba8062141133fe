"""What stands with the picture and the strips on paper: titles, legends, and what is heard in their place."""

from collections.abc import Sequence
from typing import Final

from timeline.messages.grammar import count_with_noun
from timeline.messages.report import name_with_date

A_LIFE, A_LIFE_AND_A_THREAD = "A life, as I remember it", "A life, and one thread in it"
Entry = tuple[tuple[str, ...], str]
"""Of a legend: the keys of the marks it is about, and what they are."""
LEGEND: Final[tuple[Entry, ...]] = (
    (("care",), "care"),
    (("hurt",), "pain"),
    (("neither",), "tagged as neither"),
    (("given care", "given hurt", "given neither"), "given by me"),
    (("number care", "number hurt"), "first in the thread"),
    (("joined care", "joined hurt"), "to the next"),
    (("ring",), "kind note to a moment"),
    (("pin",), "kind note to an age"),
    (("check-in",), "check-in, on coming and on leaving"),
    (("mind",), "on my mind"),
    (("going",), "goes on"),
    (("cap",), "begun or ended then"),
    (("whisker",), "when it may have been"),
    (("dotted",), "uncertain, or nothing entered"),
    (("landmark",), "landmark"),
)
"""By the kinds of `timeline.report.report.legend`, in that order."""
LARGER = "larger: rated higher"
MANY_MOMENTS_KEY = "one mark for all of a half year or more"
HEIGHT = "height: what was still felt"
FIRST_WITH_EACH, AGAIN_WITH_EACH, CARE_AFTER = (
    "first time with each person",
    "again with them",
    "care entered within a year after",
)


def numbering_lead(label: str) -> str:
    """What the numbers in the picture mean, before they are listed."""
    return f"{label[:1].upper()}{label[1:]} is numbered by its first time with each person:"


def numbering_sentence(label: str, firsts: Sequence[str]) -> str:
    """The same with its list, to be heard."""
    return f"{numbering_lead(label)} {'; '.join(firsts)}."


def unplaced_note(count: int) -> str:
    """Entries without a date are counted and not drawn."""
    entries = count_with_noun(count, "entry")
    return f"{entries} without a date in this life: counted and not drawn."


def spoken_lifeline(first: str, last: str, thread: str) -> str:
    """The picture, for whoever hears it."""
    return (
        f"A line of a life, {first} to {last}. Care is drawn above the line, pain below it. {thread}"
        "Under it, one bar for each person shows when they were part of it. Every person and every count is "
        "in words in the tables of this document."
    )


def describe_lifeline_page(first: str, last: str) -> str:
    """A further page of the picture, for whoever hears it."""
    return f"The same line of a life, {first} to {last}, continued: the bars of more people."


def tick(place: int, *, age: bool, first: bool) -> str:
    """A labelled place of an axis; the first one says what is counted."""
    return f"age {place}" if age and first else str(place)


def landmarks_in_full(landmarks: Sequence[tuple[str, str]]) -> str:
    """The landmarks the picture has no room for, each with the age or year it begins."""
    return f"Landmarks in full: {'; '.join(name_with_date(label, when) for label, when in landmarks)}."


def spoken_strip(first: str, last: str, firsts: Sequence[str], cares: Sequence[str], *, painful: bool) -> str:
    """A strip, for whoever hears it."""
    after = (
        f"Care within a year after: {'; '.join(cares)}."
        if cares
        else "No care was entered within a year after."
    )
    said = f"A line from {first} to {last}. First times: {'; '.join(firsts)}."
    return f"{said} {after}" if painful else said
