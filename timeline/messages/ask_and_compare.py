"""What “Ask one thing” and “Compare two” say on the Patterns page."""

from collections.abc import Mapping

from models.sharing import PatternQuestion
from timeline.messages.grammar import join_with_and

TITLE = "Ask one thing"
QUESTION_FIRST_NOTE = (
    "Write the question down before you look. A question that was asked first is tested alone, so it can be "
    "told from chance with fewer relationships than when everything is searched. In made-up histories of 12 "
    "relationships, where one tag came before another in 8 of 10 and the two hardly met in the rest, the "
    "order was clear in nearly all when it was asked about, and in 54 of 100 when everything was searched. "
    "Where the two met in all 12, and came the other way round in 2 of 10, it was clear in 56 and in 8 of "
    "100. Each further question asks more of all of them, so they are counted, and kept with their day."
)
OFFERED_QUESTIONS = "Questions to pick from"
PICK = "Pick one"
OWN_QUESTION = "Or your own"
QUESTION_FORM = "What do you want to know?"
QUESTION_FORMS = (
    ("sequence", "whether one thing comes before another, in one relationship"),
    ("in_kind", "whether a tag belongs to one kind of bond"),
    ("early_back", "whether a tag of my earliest bonds comes back later"),
)
FIRST_TAG, NEXT_TAG, LAST_TAG = "First", "then", "then (you may leave this out)"
RESPONSES = "How I responded"
TAG = "The tag"
KIND = "Kind of bond"
OWN_WORDS = "The question in your own words, if you like"
ASK_OFFERED = "Ask this"
ASK_OWN = "Ask my own"
QUESTION_INCOMPLETE = "Choose what the question is about first."
QUESTION_UNDO_NAME = "Asked one thing"
ASKED_QUESTIONS = "What you asked"
NO_QUESTIONS_YET = "Nothing asked yet."
ANSWERED_FROM_ALL = "Answered from everything you entered, whatever the filter on the other pages leaves out."
SEE_EVIDENCE = "See what it rests on"

COMPARE = "Compare two"
COMPARE_NOTE = (
    "Two groups or two times of your life, beside each other on one scale: in how many relationships of each "
    "you set a tag. With few relationships a difference means little; the pale part of a bar shows how far "
    "the share behind it could lie."
)
LEFT_PART, RIGHT_PART = "One", "The other"
TIMES = "Times of life"
UNTIL_12, UNTIL_19, SINCE_20 = "Up to age 12", "Age 13 to 19", "From age 20 on"
FIRST_HALF, SECOND_HALF = "First half of the years", "Second half of the years"
NO_TAG = "No tag was set in either of the two."
TAG_HEAD = "Tag"
BARS = "Bar from 0 to all relationships of the part; pale: 95 % range of the share."


def question_date_note(asked: PatternQuestion) -> str:
    """When a question was asked; whether before or after looking is not known."""
    return f"asked on {asked.on.isoformat()}"


def sequence_question(labels: list[str]) -> str:
    """A question of a person's own about an order, in words."""
    return f"Does {', then '.join(labels)} come in this order?"


def kind_question(label: str, kind: str) -> str:
    """A question about a kind of bond, in words."""
    return f"Does {label} belong to my {kind} bonds?"


def early_return_question(label: str, kind: str) -> str:
    """A question about the earliest bonds, in words."""
    where = f"in {kind} bonds" if kind else "later"
    return f"Does {label} of my earliest bonds come back {where}?"


def omitted_rows_note(left_out: Mapping[str, int]) -> str:
    """That rows are left out of a long comparison, and where they stand.

    Args:
        left_out: how many of each side.
    """
    rows = join_with_and([f"{count} more {_ROWS[side]}" for side, count in left_out.items()])
    return (
        f"Not listed: {rows}, those in the fewest relationships. Views, Side by side, has them in its table."
    )


_ROWS = {"painful": "for pain", "caring": "for care", "neither": "for neither"}
