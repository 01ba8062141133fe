"""What is chosen for the paper and said before it leaves; its first page, people, moments and foot."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Final

from models.dates import UNKNOWN_DATE
from models.entries import EndingKind, Memory
from timeline.messages.grammar import count_with_noun, join_with_and

# -- what can be ticked ------------------------------------------------------------------------------------
PARTS: Final[dict[str, str]] = {
    "cover": "The first page in my own words: title, summary, hope, what helped, a question, not yet",
    "threads": "Up to three threads with their counts",
    "lifeline": "The picture of my life",
    "landmarks": "Landmarks in the picture: moves, schools, births",
    "people": "The table of people, with who they were",
    "patterns": "Patterns, with where they did not happen and my own word on each",
    "explanations": "Other explanations I wrote down",
    "questions": "Questions to bring, with lines to write on",
    "moments": "Moments one by one",
    "steps": "What I wrote in the steps, line by line as ticked",
    "methods": "How each number is worked out, and a note for the reader",
}
"""Keys a plan's `sections` may hold, with what the person reads beside the box to tick."""
ONE_PAGE = "One page"
ONE_PAGE_SAYS = "Threads and counts, people by their initials, no moment in words."
EVERYTHING_BUT_STORIES = "Everything but stories"
EVERYTHING_BUT_STORIES_SAYS = "Every page and every headline, people by their initials, no story."

# -- in place of what does not leave -----------------------------------------------------------------------
SOMEONE = "someone"
ME = "me"
WITHOUT_LETTERS = "–"
COUNTED_NOTE = "counted; not put into words here"
NOT_YET = "counted; not yet to be talked about"
NOTHING_CHOSEN = (
    "Nothing is chosen yet, so there is nothing to print. Choose at least one person, or write a few words "
    "for the first page."
)

# -- before it leaves --------------------------------------------------------------------------------------
TITLE = "Title"
LANDMARK = "Landmark"
OWN_TAG = "Tag of your own"
VERDICT = "Your word on a pattern"
NO_BIRTH_SO_NO_DATES = (
    "Without your year of birth there are no ages, so no dates leave. Enter it, or choose years instead."
)
NAMES_WITHOUT_CAPITALS = (
    "Some names are in a script without capital letters. They are taken out wherever they stand, and other "
    "spellings of them cannot be looked for: please read those texts yourself."
)


def unprintable(signs: str) -> str:
    """Signs no font has; they are said before the file is made."""
    return f"These signs are in none of the fonts and will stand as a box: {' '.join(signs)}"


def hidden_name_warning(name: str, part: str) -> str:
    """A shown name has someone left out in it."""
    return f"The name “{name}” holds “{part}”, which is also the name of someone you left out."


def no_alias(name: str) -> str:
    """Someone is to be shown by alias and has none."""
    return f"“{name}” has no alias yet, so initials stand there."


# -- the first page ----------------------------------------------------------------------------------------
NO_TITLE = "A relationship history"
IN_MY_OWN_WORDS = "In my own words"
HOPE = "What I hope for"
WHAT_HELPED = "What helped"
MY_QUESTION = "My question"
NOT_YET_LABEL = "Not yet"
WHAT_THIS_IS = "What this is"
WHAT_THIS_IS_SAYS = (
    "A self-report. These are moments as I remember them, looking back; I dated and rated them myself "
    "(1 to 5) and chose what is here and what is left out. It is not a diagnosis, a test result or a full "
    "record."
)
FIRST_LABEL, LATEST_LABEL = "First", "Latest"
NO_ANSWER = "no care entered then"


def title_byline(name: str, words: bool) -> str:
    """The line under the title."""
    if not name:
        return "As I tell it" if words else "As I entered it"
    return f"As told by {name}" if words else f"As entered by {name}"


def threads(count: int) -> str:
    """Over the strips of the first page."""
    return {1: "One thread", 2: "Two threads"}.get(count, "Three threads")


def count_in_tagged(k: int, of: int) -> str:
    """The count every thread and pattern begins with."""
    if of == 1:
        return "in the one relationship tagged"
    return f"in {'all' if k == of else f'{k} of the'} {of} relationships tagged"


def with_people(count: int) -> str:
    """With how many, where a pattern is about more than one tag."""
    return f"with {count_with_noun(count, 'person')}"


def strongest(rating: int | None) -> str:
    """Over those that were rated highest."""
    return f"Strongest, rated {rating}" if rating else "Strongest, not rated"


def answered_by_label(hit: int, of: int) -> str:
    """Over the care that was entered within a year after."""
    return f"Answered by, after {hit} of {of}"


def more_names_note(count: int) -> str:
    """Names there is no room for."""
    return f"and {count} more"


LEFT_TO_RIGHT = "\u200e"


def name_with_date(name: str, when: str) -> str:
    """Someone, and when it was; the age stands behind the name also where that runs from the right."""
    return f"{name}{LEFT_TO_RIGHT * (not name.isascii())}, {when}" if when else name


def care_givers_sentence(names: Sequence[tuple[str, int]]) -> str:
    """Who answered, counted, where the person wrote nothing about what helped."""
    if not names:
        return ""
    return f"Moments I tagged as caring: {join_with_and([f'{count} with {name}' for name, count in names])}."


# -- the people --------------------------------------------------------------------------------------------
PEOPLE = "The people in it"
COLUMNS = ("Person", "Who they were", "My age", "How it ended", "Care", "Pain", "Thread")
YEARS_COLUMN = "Years"
ENDINGS: Final[dict[EndingKind, str]] = {
    "they left": "they ended it",
    "I left": "I ended it",
    "mutual": "we both ended it",
    "faded": "it faded",
    "death": "died",
    "separation": "separated",
    "changed form": "changed form",
}
LASTED_WORD, GOING_ON, ENDED_WORD = "lasted", "goes on", "ended"
NONE_WORD, NO_WORD = "none", "no"


def ongoing_since(since: str) -> str:
    """Of someone who is still there."""
    return f"{since}–now"


# -- questions and moments ---------------------------------------------------------------------------------
QUESTIONS = "Questions to bring"
MOMENTS = "Moments, in order"
NO_DATE = "no date"
HOPED_LABEL, THEY, I_DID = "I hoped to", "They", "I"
GIVEN_LABEL, MUTUAL_LABEL = "from me to them", "both ways"

MEMORY: Final[dict[Memory, str]] = {
    "clear": "remembered clearly",
    "hazy": "remembered hazily",
    "told to me": "told to me",
}


_FROM_AGE = re.compile(r"(aged? ?\d+) ?- ?(?=\d)", re.IGNORECASE)


def format_written_date(written: str) -> str:
    """A date as it was written; from one age to another with the dash that stands everywhere between two."""
    return NO_DATE if written == UNKNOWN_DATE else _FROM_AGE.sub(r"\1–", written)


def format_ratings(then: int | None, now: int | None) -> str:
    """How strong it was, and how it still is."""
    parts = [f"{then} of 5 then" if then else "", f"{now} of 5 now" if now is not None else ""]
    return ", ".join(part for part in parts if part)


# -- the foot of every page --------------------------------------------------------------------------------
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def format_date(day: date) -> str:
    """A day in words."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def page_foot(day: date, version: str, persons: int, episodes: int) -> str:
    """Date, version and what is shown, where people or moments are."""
    made = f"{format_date(day)}, attachment-timeline {version}"
    what = [
        say
        for say, count in (
            (count_with_noun(persons, "person"), persons),
            (count_with_noun(episodes, "moment"), episodes),
        )
        if count
    ]
    return f"{made}, {join_with_and(what)} shown." if what else f"{made}."


def drop_double_stop(text: str) -> str:
    """`text` without the second full stop of a sentence that ends with an initial: "Death of B. S. I."."""
    return _TWO_STOPS.sub(r"\1", text)


_TWO_STOPS = re.compile(r"(?<!\w)([^\W\d_]\.)\.(?!\.)")
OF_WORD = "of"
"""Between a page's number and how many there are."""
PAPER_FAILED = (
    "The paper could not be made from this choice. Nothing was written. Leave out a part and try again."
)
SUBJECT = "A relationship history, written by the person it is about"
"""What the file is called when it is handed over: it says nothing about whose it is."""
