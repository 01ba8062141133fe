"""What stands with the picture and the strips on paper: titles, legends, and what is heard in their place."""

from collections.abc import Sequence
from typing import Final

from timeline.messages.grammar import count_with_noun
from timeline.messages.language import N_, _, translate_constants
from timeline.messages.report import name_with_date

A_LIFE, A_LIFE_AND_A_THREAD = N_("A life, as I remember it"), N_("A life, and one thread in it")
Entry = tuple[tuple[str, ...], str]
"""Of a legend: the keys of the marks it is about, and what they are."""
LEGEND: Final[tuple[Entry, ...]] = (
    (("care",), N_("care")),
    (("hurt",), N_("pain")),
    (("neither",), N_("tagged as neither")),
    (("given care", "given hurt", "given neither"), N_("given by me")),
    (("number care", "number hurt"), N_("first in the thread")),
    (("joined care", "joined hurt"), N_("to the next")),
    (("ring",), N_("kind note to a moment")),
    (("pin",), N_("kind note to an age")),
    (("check-in",), N_("check-in, on coming and on leaving")),
    (("mind",), N_("on my mind")),
    (("going",), N_("no end entered")),
    (("cap",), N_("begun or ended then")),
    (("whisker",), N_("when it may have been")),
    (("dotted",), N_("uncertain, or nothing shown")),
    (("landmark",), N_("landmark")),
)
"""By the kinds of `timeline.report.report.legend`, in that order."""
LARGER = N_("larger: rated higher")
MANY_MOMENTS_KEY = N_("one mark for all of a half year or more")
HEIGHT = N_("height: what was still felt")
FIRST_WITH_EACH, AGAIN_WITH_EACH, CARE_AFTER = (
    N_("first time with each person"),
    N_("again with them"),
    N_("care entered within a year after"),
)


def numbering_lead(label: str) -> str:
    """What the numbers in the picture mean, before they are listed."""
    return _("{tag} is numbered by its first time with each person:").format(
        tag=f"{label[:1].upper()}{label[1:]}"
    )


def numbering_sentence(label: str, firsts: Sequence[str]) -> str:
    """The same with its list, to be heard."""
    return _("{lead} {firsts}.").format(lead=numbering_lead(label), firsts="; ".join(firsts))


def unplaced_note(count: int) -> str:
    """Entries without a date are counted and not drawn."""
    return _("{entries} without a date in this life: counted and not drawn.").format(
        entries=count_with_noun(count, "entry")
    )


def spoken_lifeline(first: str, last: str, thread: str) -> str:
    """The picture, for whoever hears it."""
    return _(
        "A line of a life, {first} to {last}. Care is drawn above the line, pain below it. {thread}"
        "Under it, one bar for each person shows when they were part of it. Every person and every count is "
        "in words in the tables of this document."
    ).format(first=first, last=last, thread=thread)


def describe_lifeline_page(first: str, last: str) -> str:
    """A further page of the picture, for whoever hears it."""
    return _("The same line of a life, {first} to {last}, continued: the bars of more people.").format(
        first=first, last=last
    )


def tick(place: int, *, age: bool, first: bool) -> str:
    """A labelled place of an axis; the first one says what is counted."""
    return _("age {years}").format(years=place) if age and first else str(place)


def landmarks_in_full(landmarks: Sequence[tuple[str, str]]) -> str:
    """The landmarks the picture has no room for, each with the age or year it begins."""
    return _("Landmarks in full: {landmarks}.").format(
        landmarks="; ".join(name_with_date(label, when) for label, when in landmarks)
    )


def spoken_strip(first: str, last: str, firsts: Sequence[str], cares: Sequence[str], *, painful: bool) -> str:
    """A strip, for whoever hears it."""
    said = [
        _("A line from {first} to {last}. First times: {firsts}.").format(
            first=first, last=last, firsts="; ".join(firsts)
        )
    ]
    if painful and cares:
        said.append(_("Care within a year after: {cares}.").format(cares="; ".join(cares)))
    elif painful:
        said.append(_("No care was entered within a year after."))
    return " ".join(said)


translate_constants(__name__)
