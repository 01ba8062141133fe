"""What was written in the steps, as it stands on paper: headings and labels, in the first person."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from timeline.messages.grammar import count_with_noun, join_with_and

TITLE = "What I wrote in the steps"
STEPS: Final[dict[int, str]] = {
    1: "Allow your feelings",
    3: "Heal the root",
    4: "Don’t take it personally",
    5: "Focus on positive connection",
    6: "Confidence building",
    7: "Trust",
}
"""Those in which something is written that stands for itself; step 2 is the picture."""

CHECK_INS = "Check-ins"
KIND_NOTES = "Kind notes to myself"
NEXT_MOVES = "Small next moves"
REASONS = "Other reasons"
OFFERS = "What was offered"
PEOPLE_TO_REACH = "People to reach out to"
GOOD_THINGS = "Good things named on closing"
ACTIVITIES = "Things I did"
STRENGTHS = "What I am good at"
REFLECTIONS = "Lines on trust"

ON_COMING, ON_LEAVING = "on coming", "on leaving"
BODY = "In the body"
KIND_SENTENCE = "A kind sentence to myself"
OWN_SHARE = "A part that was mine"
DONE_MARK, LET_IN = "done", "let in"
KNOW_NOW = "What I know now"
DIFFERENTLY = "What I would do differently"
HOPE = "One hope"
FROM_LATER = "From me in five years"


def strengths_of(feelings: Sequence[tuple[str, int]]) -> str:
    """Feelings with their numbers."""
    return ", ".join(f"{word} {strength} of 5" for word, strength in feelings)


def to_age(age: int | None) -> str:
    """Whom a kind note is to, by age."""
    return "" if age is None else f"to me at {age}"


def to_moment(what: str) -> str:
    """Whom a kind note is to, by the moment."""
    return f"to me then: {what}"


def pattern(labels: Sequence[str]) -> str:
    """The pattern a next move is for."""
    return f"where I tagged {join_with_and(labels)}" if labels else ""


def about_me(before: int | None, after: int | None) -> str:
    """The answers to: how far was this about me; "" where none was given."""
    said = [
        f"{before} of 5 before" if before is not None else "",
        f"{after} of 5 after" if after is not None else "",
    ]
    told = ", ".join(part for part in said if part)
    return f"how far about me: {told}" if told else ""


def ratings(enjoyment: int | None, done: int | None) -> str:
    """The two numbers of something done."""
    said = [
        f"enjoyed {enjoyment} of 5" if enjoyment is not None else "",
        f"felt done {done} of 5" if done is not None else "",
    ]
    return ", ".join(part for part in said if part)


def step(number: int) -> str:
    """A step by its place and name."""
    return f"Step {number}: {STEPS[number]}"


def line_context(*parts: str) -> str:
    """Under what, about whom and when a line was written."""
    return ", ".join(part for part in parts if part)


def label_text(label: str, text: str) -> str:
    """A text with what it answers."""
    return f"{label}: {text}" if label else text


def count_lines(lines: int) -> str:
    """How many lines there are to tick."""
    return count_with_noun(lines, "line")


def format_day(day: date, style: str, birth: int | None) -> str:
    """A day as coarse as it was made, in the words of the other dates.

    Args:
        day: the first day of what it stands for.
        style: day, month, year or age.
        birth: the year a life told in ages begins in.
    """
    if style == "age":
        return "" if birth is None else f"age {day.year - birth}"
    return day.isoformat()[: {"day": 10, "month": 7, "year": 4}[style]]


NOT_PRINTED = (
    "You ticked lines of the steps. The page “What I wrote in the steps” is not ticked, so they stay here."
)


def unshared_lines_note(count: int) -> str:
    """Lines that were ticked and hang on something that does not leave."""
    lines = (
        "1 line you ticked in the steps hangs"
        if count == 1
        else f"{count} lines you ticked in the steps hang"
    )
    return f"{lines} on a moment, a person, a pattern or a year that does not leave, and so stays here."
