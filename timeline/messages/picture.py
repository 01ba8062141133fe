"""What the picture page says: what can be followed, what it rests on, and how the threads are worked out."""

from collections.abc import Sequence

from timeline.messages.grammar import count_with_noun, join_with_or
from timeline.messages.language import ngettext

TITLE = "Timeline"
AS_REMEMBERED = "As you remember it, and as you tagged it."
SPANS = "Part of life shown"
NEW_MOMENT = "New moment"
NEW_RELATIONSHIP = "New relationship"
NEW_LANDMARK = "New landmark"
WHOLE = "Show the whole again"
WALK = "Left and right arrows walk through the moments in time order. Enter opens one. Esc lets go."

FOLLOW = "Threads to follow"
FOLLOW_NOTE = "Choose a tag: its first moment with each person is numbered in the picture, in time order."
SIDES = {"painful": "Pain", "caring": "Care", "neither": "Neither"}
NO_TAGS_YET = "No tags yet. They come with the moments you enter."

EMPTY = "Nothing entered yet"
EMPTY_SAYS = (
    "The picture grows with what you enter. Begin with anyone, in any order; every question can be left out."
)
BEGIN = "Begin"

TABLE = "All moments as a table"

METHOD_FOLD = "How the threads are worked out"
FORMULA = (
    "Each moment adds its intensity (1 to 5) to the thread of its side on its date, and from then on weighs "
    "less: half as much after each half-life, down to how much you say it is still there now (0 to 5). What "
    "still hurts does not fade away on paper."
)
ASSUMPTIONS_NOTE = (
    "A moment without a rating counts as 2. Where you did not say how it is now, it is taken as 0. A moment "
    "counts once for each side, whatever its number of tags. An uncertain date is spread evenly over the "
    "days it can mean; the pale edge shows how far the thread can lie with other dates. The two sides are "
    "never set off against each other."
)
HALF_LIFE = "Half-life in years"
NEVER_FADES = "Nothing fades"
COUNT_GIVEN = "Add what I did to others"
CHANGED_READING = "Changed how the threads are worked out"

NOT_THERE = "Where it did not happen"
NOT_THERE_NOTE = "Relationships with tagged entries and not this tag. What you did not enter is not counted."
IN_ALL = "It was tagged in every relationship you tagged."
WHO_ANSWERED = "Who answered it"
BACK_TO_PATTERN = "← Back to the pattern"


def evidence_heading(label: str) -> str:
    """The heading of the list below the picture."""
    return f"{label[:1].upper()}{label[1:]}, in the order you met it"


def count_in_tagged(count: int, of: int) -> str:
    """In how many of the relationships with tags: counts, and no share."""
    return (
        f"in {count} of the {of} relationships you tagged"
        if of != 1
        else f"in {count} of 1 relationship you tagged"
    )


def format_age_range(first: int | None, last: int | None) -> str:
    """When, in ages; "" where there is none."""
    if first is None or last is None:
        return ""
    return f"age {first}" if first == last else f"age {first} to {last}"


def format_age(years: int | None) -> str:
    """An age; "" where it is not known."""
    return "" if years is None else f"age {years}"


def more_people_note(count: int) -> str:
    """People that are not listed here."""
    return f"And {count} more: all of them stand in the table."


def more_moments_fold(count: int, name: str) -> str:
    """The fold under the first moment with someone."""
    return f"{count} more with {name}"


def whole_relationship(name: str) -> str:
    """A tag that was set on the relationship, not on a moment."""
    return f"Set on the relationship with {name} as a whole"


def tagged_instead_note(labels: Sequence[str]) -> str:
    """What was tagged there in its place."""
    return "there: " + ", ".join(labels[:4]) if labels else "nothing of the other side entered"


def no_answer_note(labels: Sequence[str]) -> str:
    """Said where nobody is entered who gave the answer."""
    return (
        f"Nobody entered yet who gave you {join_with_or(labels)}. If someone did, their moment "
        f"belongs here too."
    )


def no_answer_shown_note(labels: Sequence[str]) -> str:
    """The same while a filter leaves others out."""
    return (
        f"In what is shown no moment is tagged {join_with_or(labels)}. What the filter leaves "
        f"out may hold some."
    )


def answer_tags_note(labels: Sequence[str]) -> str:
    """What the answer to this thread is, by its tags."""
    return f"Moments you tagged {join_with_or(labels)}."


def given_moments_note(count: int) -> str:
    """What the person did to others is counted apart."""
    return (
        f"{count_with_noun(count, 'moment')} with this tag went from you to someone else: drawn as squares, "
        "counted apart."
    )


FIRST_QUESTIONS = "The questions a new history begins with are still there: "
GO_ON = "go on with them"

NOT_PLACED = "Not in the picture yet, for want of a date: "
"""Before the names of people."""


def unplaced_note(count: int) -> str:
    """Moments that stand in no picture, counted."""
    return ngettext(
        "One moment has no date, or one from before your birth, so it is only in the table.",
        "{n} moments have no date, or one from before your birth, so they are only in the table.",
        count,
    )
