"""What was written in the steps, as it stands on paper: headings and labels, in the first person."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from timeline.messages import phrases
from timeline.messages.grammar import count_with_noun, join_with_and
from timeline.messages.language import N_, _, ngettext, translate_constants

TITLE = N_("What I wrote in the steps")
STEPS: Final[dict[int, str]] = {
    1: N_("Allow your feelings"),
    3: N_("Heal the root"),
    4: N_("Don’t take it personally"),
    5: N_("Focus on positive connection"),
    6: N_("Confidence building"),
    7: N_("Trust"),
}
"""Those in which something is written that stands for itself; step 2 is the picture."""

CHECK_INS = N_("Check-ins")
KIND_NOTES = N_("Kind notes to myself")
NEXT_MOVES = N_("Small next moves")
REASONS = N_("Other reasons")
OFFERS = N_("What was offered")
PEOPLE_TO_REACH = N_("People to reach out to")
GOOD_THINGS = N_("Good things named on closing")
ACTIVITIES = N_("Things I did")
STRENGTHS = N_("What I am good at")
REFLECTIONS = N_("Lines on trust")

ON_COMING, ON_LEAVING = N_("on coming"), N_("on leaving")
BODY = N_("In the body")
KIND_SENTENCE = N_("A kind sentence to myself")
OWN_SHARE = N_("A part that was mine")
DONE_MARK, LET_IN = N_("done"), N_("let in")
KNOW_NOW = N_("What I know now")
DIFFERENTLY = N_("What I would do differently")
HOPE = N_("One hope")
FROM_LATER = N_("From me in five years")


def strengths_of(feelings: Sequence[tuple[str, int]]) -> str:
    """Feelings with their numbers."""
    return ", ".join(
        _("{word} {strength} of 5").format(word=word, strength=strength) for word, strength in feelings
    )


def to_age(age: int | None) -> str:
    """Whom a kind note is to, by age."""
    return "" if age is None else _("to me at {age}").format(age=age)


def to_moment(what: str) -> str:
    """Whom a kind note is to, by the moment."""
    return _("to me then: {what}").format(what=what)


def pattern(labels: Sequence[str]) -> str:
    """The pattern a next move is for."""
    return _("where I tagged {tags}").format(tags=join_with_and(labels)) if labels else ""


def about_me(before: int | None, after: int | None) -> str:
    """The answers to: how far was this about me; "" where none was given."""
    said = [
        _("{before} of 5 before").format(before=before) if before is not None else "",
        _("{after} of 5 after").format(after=after) if after is not None else "",
    ]
    told = ", ".join(part for part in said if part)
    return _("how far about me: {told}").format(told=told) if told else ""


def ratings(enjoyment: int | None, done: int | None) -> str:
    """The two numbers of something done."""
    said = [
        _("enjoyed {enjoyment} of 5").format(enjoyment=enjoyment) if enjoyment is not None else "",
        _("felt done {done} of 5").format(done=done) if done is not None else "",
    ]
    return ", ".join(part for part in said if part)


def step(number: int) -> str:
    """A step by its place and name."""
    return _("Step {number}: {name}").format(number=number, name=_(STEPS[number]))


def line_context(*parts: str) -> str:
    """Under what, about whom and when a line was written."""
    return ", ".join(part for part in parts if part)


def label_text(label: str, text: str) -> str:
    """A text with what it answers."""
    return phrases.label_text(label, text) if label else text


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
        return "" if birth is None else _("age {age}").format(age=day.year - birth)
    return day.isoformat()[: {"day": 10, "month": 7, "year": 4}[style]]


NOT_PRINTED = N_(
    "You ticked lines of the steps. The page “What I wrote in the steps” is not ticked, so they stay here."
)


def unshared_lines_note(count: int) -> str:
    """Lines that were ticked and hang on something that does not leave."""
    return ngettext(
        "{n} line you ticked in the steps hangs on a moment, a person, a pattern or a year that does not "
        "leave, and so stays here.",
        "{n} lines you ticked in the steps hang on a moment, a person, a pattern or a year that does not "
        "leave, and so stays here.",
        count,
    )


translate_constants(__name__)
