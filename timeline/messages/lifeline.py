"""What the picture says: titles with their literal meaning under them, labels, and what is said aloud."""

from collections.abc import Sequence
from datetime import date
from math import isnan

from timeline.messages.grammar import count_with_noun, join_with_and, quote_text

CARE_TITLE = "Thread of care"
HURT_TITLE = "Thread of pain"
CARE_MEANS = "moments you tagged as caring, by age"
HURT_MEANS = "moments you tagged as painful, by age"
CARE_MEANS_YEARS = "moments you tagged as caring, by year"
HURT_MEANS_YEARS = "moments you tagged as painful, by year"
STRONG = "in strong colour; first time in each one numbered"
STRONG_SHORT = "in strong colour"

WHOLE_LIFE = "Whole life"
FROM_FIRST_ENTRY = "From first entry"
CHILD = "Child"
TEENS = "Teens"

BORN = "born"
NOTHING_ENTERED = "nothing entered"
NO_ENTRIES = "no entries"
HOPE = "a hope"
KIND_NOTES = "KIND NOTES"
CHECK_INS = "CHECK-INS"
NOTES_AND_CHECK_INS = "KIND NOTES AND CHECK-INS"
CHECK_IN_KEY = "open on coming, filled on leaving"
NOTHING_YET = "Nothing is set down yet."


def format_age(years: int) -> str:
    """An age as it stands at a peak and on the axis."""
    return f"age {years}"


def axis_end_label(over: bool, years: int | None) -> str:
    """What stands at the end of the axis."""
    word = "died" if over else "now"
    return word if years is None else f"{word}, {years}"


def scale_key(moments: int) -> str:
    """What the key bar is as high as."""
    return "one moment rated 5" if moments == 1 else f"{moments:,} moments rated 5"


def format_range(first: int, last: int) -> str:
    """A run of ages or years."""
    return f"{first}–{last}" if last > first else f"{first}"


def nothing_entered(first: int, last: int) -> str:
    """A stretch without entries; never that nothing hurt."""
    return f"{NOTHING_ENTERED}, {format_range(first, last)}"


def unplaced_count(count: int) -> str:
    """How many entries have no place in time."""
    return f"{count} not placed yet" if count else ""


def bead(name: str, age: int | None, when: str) -> str:
    """Whose moment a bead is, and when."""
    return f"{name}, {when}" if age is None else f"{name}, age {age}"


def on_mind_lines(name: str) -> tuple[str, ...]:
    """Who is on the person's mind."""
    return (f"{name}: on your mind now",)


def steps_strip_title(notes: bool, check_ins: bool) -> str:
    """Of the strip with what the steps keep."""
    return NOTES_AND_CHECK_INS if notes and check_ins else KIND_NOTES if notes else CHECK_INS


def kind_note(text: str, to: int | None) -> tuple[str, ...]:
    """A kind note, and the age it is to; None for a moment's."""
    return ("A kind note to this moment" if to is None else f"A kind note to me at {to}", text)


def check_in(day: date, felt: Sequence[tuple[str, float, float]], earlier: int) -> tuple[str, ...]:
    """What was named on a day.

    Args:
        day: of it.
        felt: each feeling, how strong it was on coming and on leaving; NaN where it was not named then.
        earlier: how many check-ins stand behind this one.
    """
    named = [
        f"{word} "
        + ", ".join(
            f"{strength:g} of 5 {when}"
            for strength, when in ((came, "on coming"), (left, "on leaving"))
            if not isnan(strength)
        )
        for word, came, left in felt
    ]
    behind = [f"and {count_with_noun(earlier, 'earlier check-in')} close to it"] if earlier else []
    return (f"Check-in, {day.day} {day:%B} {day.year}", "; ".join([*named, *behind]))


COLUMNS = ("When", "Age", "With", "What happened", "Tags", "Direction", "Then, 1-5", "Still now, 0-5")
"""Of the table with all moments."""


def describe_picture(
    relationships: int,
    caring: int,
    painful: int,
    empty: Sequence[tuple[int | None, int | None]],
    highest: Sequence[tuple[str, int]],
    kept: tuple[int, int] = (0, 0),
) -> str:
    """The picture in one sentence.

    Args:
        relationships: how many.
        caring: how many moments are tagged as caring.
        painful: how many are tagged as painful.
        empty: ages between which nothing is entered.
        highest: the title of each thread and the age, or year, at which it is highest.
        kept: how many kind notes and how many check-ins stand over the axis.
    """
    if not relationships:
        return NOTHING_YET
    said = (
        f"{count_with_noun(relationships, 'relationship')}, {count_with_noun(caring, 'moment')} you "
        f"tagged as caring, "
        f"{count_with_noun(painful, 'moment')} you tagged as painful"
    )
    if highest:
        said += "; " + ", ".join(
            f"the {title[0].lower()}{title[1:]} is highest at {at}" for title, at in highest
        )
    notes, check_ins = kept
    steps = [
        *([count_with_noun(notes, "kind note")] if notes else []),
        *([count_with_noun(check_ins, "check-in")] if check_ins else []),
    ]
    if steps:
        said += f"; {join_with_and(steps)}"
    ages = [format_range(a, b) for a, b in empty if a is not None and b is not None]
    return said + (f"; nothing is entered at {join_with_and(ages)}." if ages else ".")


def describe_selected_thread(label: str, names: Sequence[str], of: int) -> str:
    """A selected thread in one sentence."""
    if not names:
        return f"You did not tag {quote_text(label)} in any relationship."
    order = names[0] if len(names) == 1 else f"{names[0]}, then {', then '.join(names[1:])}"
    return (
        f"{quote_text(label)}: in {len(names)} of your {count_with_noun(of, 'relationship')}; "
        f"first with {order}."
    )
