"""What “Ask one thing” and “Compare two” say on the Patterns page."""

from collections.abc import Mapping, Sequence

from models.sharing import PatternQuestion
from timeline.messages.grammar import join_in_order, join_with_and
from timeline.messages.kinds import many_of_kind
from timeline.messages.language import N_, _, ngettext, translate_constants

TITLE = N_("Ask one thing")
QUESTION_FIRST_NOTE = N_(
    "Ask before you look. One question asked first needs fewer relationships for an answer. Each extra "
    "question makes the test stricter."
)
OFFERED_QUESTIONS = N_("Questions to pick from")
PICK = N_("Pick one")
OWN_QUESTION = N_("Or your own")
QUESTION_FORM = N_("What do you want to know?")
QUESTION_FORMS = (
    ("sequence", N_("whether one thing comes before another, in one relationship")),
    ("in_kind", N_("whether a tag belongs to one kind of bond")),
    ("early_back", N_("whether a tag of my earliest bonds comes back later")),
)
FIRST_TAG, NEXT_TAG, LAST_TAG = N_("First"), N_("then"), N_("then (you may leave this out)")
RESPONSES = N_("How I responded")
TAG = N_("The tag")
KIND = N_("Kind of bond")
OWN_WORDS = N_("The question in your own words, if you like")
ASK_OFFERED = N_("Ask this")
ASK_OWN = N_("Ask my own")
QUESTION_INCOMPLETE = N_("Choose what the question is about first.")
QUESTION_UNDO_NAME = N_("Asked one thing")
QUESTION_TOAST = N_("Your question is answered below.")
ASKED_QUESTIONS = N_("What you asked")
NO_QUESTIONS_YET = N_("Nothing asked yet.")
ANSWERED_FROM_ALL = N_(
    "Answered from everything you entered, whatever the filter on the other pages leaves out."
)
SEE_EVIDENCE = N_("See what it rests on")

COMPARE = N_("Compare two")
COMPARE_NOTE = N_(
    "Two groups or two times of your life, beside each other on one scale: in how many relationships of each "
    "you set a tag. With few relationships a difference means little; the pale bar shows how uncertain it is."
)
LEFT_PART, RIGHT_PART = N_("One"), N_("The other")
TIMES = N_("Times of life")
UNTIL_12, UNTIL_19, SINCE_20 = N_("Up to age 12"), N_("Age 13 to 19"), N_("From age 20 on")
FIRST_HALF, SECOND_HALF = N_("First half of the years"), N_("Second half of the years")
NO_TAG = N_("No tag was set in either of the two.")
TAG_HEAD = N_("Tag")
BARS = N_("Bar from 0 to all relationships of the part; pale: 95% range of the share.")


def question_date_note(asked: PatternQuestion) -> str:
    """When a question was asked; whether before or after looking is not known."""
    return _("asked on {day}").format(day=asked.on.isoformat())


def sequence_question(labels: Sequence[str]) -> str:
    """A question of a person's own about an order, in words."""
    return _("Does {tags} come in this order?").format(tags=join_in_order(labels))


def kind_question(label: str, kind: str) -> str:
    """A question about a kind of bond, in words."""
    return _("Does {tag} belong to my {bonds}?").format(tag=label, bonds=many_of_kind(kind))


def early_return_question(label: str, kind: str) -> str:
    """A question about the earliest bonds, in words."""
    if not kind:
        return _("Does {tag} of my earliest bonds come back later?").format(tag=label)
    return _("Does {tag} of my earliest bonds come back in {bonds}?").format(
        tag=label, bonds=many_of_kind(kind)
    )


def omitted_rows_note(left_out: Mapping[str, int]) -> str:
    """That rows are left out of a long comparison, and where they stand.

    Args:
        left_out: how many of each side.
    """
    return _(
        "Not listed: {rows}, those in the fewest relationships. Views, Side by side, has them in its table."
    ).format(rows=join_with_and([_count_more_rows(side, count) for side, count in left_out.items()]))


def _count_more_rows(side: str, n: int) -> str:
    match side:
        case "painful":
            return ngettext("{n} more for pain", "{n} more for pain", n)
        case "caring":
            return ngettext("{n} more for care", "{n} more for care", n)
        case _neither:
            return ngettext("{n} more for neither", "{n} more for neither", n)


translate_constants(__name__)
