"""What the picture says: titles with their literal meaning under them, labels, and what is said aloud."""

from models.entries import Kind

CARE_TITLE = "Thread of care"
HURT_TITLE = "Thread of pain"
CARE_MEANS = "moments you tagged as caring, by age"
HURT_MEANS = "moments you tagged as painful, by age"
CARE_MEANS_YEARS = "moments you tagged as caring, by year"
HURT_MEANS_YEARS = "moments you tagged as painful, by year"
SCALE_KEY = "one moment rated 5"
STRONG = "in strong colour; the first time in each one numbered"
STRONG_SHORT = "in strong colour"

LANES: dict[Kind, str] = {
    "family": "FAMILY",
    "friendship": "FRIENDS",
    "romantic": "ROMANTIC",
    "mentor": "MENTORS AND OTHERS",
    "other": "MENTORS AND OTHERS",
}
"""The lane of each kind, top to bottom."""

WHOLE_LIFE = "Whole life"
FROM_FIRST_ENTRY = "From first entry"
CHILD = "Child"
TEENS = "Teens"

BORN = "born"
NOTHING_ENTERED = "nothing entered"
NO_ENTRIES = "no entries"
HOPE = "a hope"
NOTHING_YET = "Nothing is set down yet."


def age(years: int) -> str:
    """An age as it stands at a peak and on the axis."""
    return f"age {years}"


def ending(over: bool, years: int | None) -> str:
    """What stands at the end of the axis."""
    word = "died" if over else "now"
    return word if years is None else f"{word}, {years}"


def between(first: int, last: int) -> str:
    """A run of ages or years."""
    return f"{first}–{last}" if last > first else f"{first}"


def nothing_entered(first: int, last: int) -> str:
    """A stretch without entries; never that nothing hurt."""
    return f"{NOTHING_ENTERED}, {between(first, last)}"


def quoted(label: str) -> str:
    """A tag in the person's words."""
    return f"“{label}”"


def not_placed(count: int) -> str:
    """How many entries have no place in time."""
    return f"{count} not placed yet" if count else ""
