"""What stands on paper for the therapist: headings, sentences and counts, none of the person's own words."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from models.dates import UNKNOWN
from models.entries import Ended, Kind, Memory

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
COUNTED = "counted; not put into words here"
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


def name_holds_one_left_out(name: str, part: str) -> str:
    """A shown name has someone left out in it."""
    return f"The name “{name}” holds “{part}”, which is also the name of someone you left out."


def no_alias(name: str) -> str:
    """Someone is to be shown by alias and has none."""
    return f"“{name}” has no alias yet, so initials stand there."


# -- the first page ----------------------------------------------------------------------------------------
NO_TITLE = "A relationship history"
IN_MY_OWN_WORDS = "In my own words"
HOPE = "What I hope for"
HELPED = "What helped"
MY_QUESTION = "My question"
NOT_YET_LABEL = "Not yet"
WHAT_THIS_IS = "What this is"
WHAT_THIS_IS_SAYS = (
    "A self-report. These are moments as I remember them, looking back; I dated and rated them myself "
    "(1 to 5) and chose what is here and what is left out. It is not a diagnosis, a test result or a full "
    "record."
)
FIRST, LATEST = "First", "Latest"
NO_ANSWER = "no care entered then"
FIRST_WITH_EACH, AGAIN, CARE_AFTER = (
    "first time with each person",
    "again with them",
    "care entered within a year after",
)


def told_by(name: str, words: bool) -> str:
    """The line under the title."""
    if not name:
        return "As I tell it" if words else "As I entered it"
    return f"As told by {name}" if words else f"As entered by {name}"


def threads(count: int) -> str:
    """Over the strips of the first page."""
    return {1: "One thread", 2: "Two threads"}.get(count, "Three threads")


def in_relationships(k: int, of: int) -> str:
    """The count every thread and pattern begins with."""
    if of == 1:
        return "in the one relationship tagged"
    return f"in {'all' if k == of else f'{k} of the'} {of} relationships tagged"


def with_people(count: int) -> str:
    """With how many, where a pattern is about more than one tag."""
    return f"with {people(count)}"


def moments(count: int) -> str:
    """So many moments."""
    return f"{count} moment{'s' * (count != 1)}"


def people(count: int) -> str:
    """So many people."""
    return "1 person" if count == 1 else f"{count} people"


def strongest(rating: int | None) -> str:
    """Over those that were rated highest."""
    return f"Strongest, rated {rating}" if rating else "Strongest, not rated"


def answered(hit: int, of: int) -> str:
    """Over the care that was entered within a year after."""
    return f"Answered by, after {hit} of {of}"


def more(count: int) -> str:
    """Names there is no room for."""
    return f"and {count} more"


LEFT_TO_RIGHT = "\u200e"


def with_age(name: str, when: str) -> str:
    """Someone, and when it was; the age stands behind the name also where that runs from the right."""
    return f"{name}{LEFT_TO_RIGHT * (not name.isascii())}, {when}" if when else name


def care_was_with(names: Sequence[tuple[str, int]]) -> str:
    """Who answered, counted, where the person wrote nothing about what helped."""
    if not names:
        return ""
    return f"Moments I tagged as caring: {listed([f'{count} with {name}' for name, count in names])}."


def listed(words: Sequence[str]) -> str:
    """Several things in one sentence: "a, b and c"."""
    return f"{', '.join(words[:-1])} and {words[-1]}" if len(words) > 1 else "".join(words)


# -- the picture and the people ----------------------------------------------------------------------------
A_LIFE, A_LIFE_AND_A_THREAD = "A life, as I remember it", "A life, and one thread in it"
PEOPLE = "The people in it"
COLUMNS = ("Person", "Who they were", "My age", "How it ended", "Care", "Pain", "Thread")
YEARS_COLUMN = "Years"
KIND: Final[dict[Kind, str]] = {
    "family": "Family",
    "friendship": "Friends",
    "romantic": "Romantic",
    "mentor": "Mentors",
    "other": "Others",
}
ENDED: Final[dict[Ended, str]] = {
    "they left": "they ended it",
    "I left": "I ended it",
    "mutual": "we both ended it",
    "faded": "it faded",
    "death": "died",
    "separation": "separated",
    "changed form": "changed form",
}
LASTED, GOING_ON, ENDED_UNSAID = "lasted", "goes on", "ended"
NONE, NO = "none", "no"
LEGEND: Final[tuple[tuple[str, str], ...]] = (
    ("care", "care"),
    ("hurt", "pain"),
    ("number", "first in the thread"),
    ("given", "given by me"),
    ("", "larger: rated higher"),
    ("", "dotted: uncertain, or nothing entered"),
    ("", "height: what was still felt"),
)


def numbered_so(label: str) -> str:
    """What the numbers in the picture mean, before they are listed."""
    return f"{label[:1].upper()}{label[1:]} is numbered by its first time with each person:"


def numbered_by(label: str, firsts: Sequence[str]) -> str:
    """The same with its list, to be heard."""
    return f"{numbered_so(label)} {'; '.join(firsts)}."


def not_placed(count: int) -> str:
    """Entries without a date are counted and not drawn."""
    return f"{moments(count)} without a date {'is' if count == 1 else 'are'} counted and not drawn."


def spoken_lifeline(first: str, last: str, thread: str) -> str:
    """The picture, for whoever hears it."""
    return (
        f"A line of a life, {first} to {last}. Care is drawn above the line, pain below it. {thread}"
        "Under it, one bar for each person shows when they were part of it. Every person and every count is "
        "in words in the tables of this document."
    )


def spoken_more(first: str, last: str) -> str:
    """A further page of the picture, for whoever hears it."""
    return f"The same line of a life, {first} to {last}, continued: the bars of more people."


def tick(place: int, *, age: bool, first: bool) -> str:
    """A labelled place of an axis; the first one says what is counted."""
    return f"age {place}" if age and first else str(place)


def still(since: str) -> str:
    """Of someone who is still there."""
    return f"{since}–now"


def spoken_strip(first: str, last: str, firsts: Sequence[str], cares: Sequence[str], *, painful: bool) -> str:
    """A strip, for whoever hears it."""
    after = (
        f"Care within a year after: {'; '.join(cares)}."
        if cares
        else "No care was entered within a year after."
    )
    said = f"A line from {first} to {last}. First times: {'; '.join(firsts)}."
    return f"{said} {after}" if painful else said


# -- patterns ----------------------------------------------------------------------------------------------
PATTERNS = "What seems to repeat"
DID_NOT_HAPPEN = "Where it did not happen"
CAME_UP_WITH_ALL = "it came up with every one of them"
OTHER_EXPLANATIONS = "Other explanations"
VERDICTS = ("fits", "unsure", "does not fit")
NO_VERDICT = "My verdict: not given yet"
NUMBERED = "The first time with each person is numbered."
NO_PATTERN = (
    "No pattern was found in what is shown here. That is a count, and says nothing against what was felt."
)


def tagged_so(label: str) -> str:
    """Which moments a pattern is about."""
    return f"Moments tagged {label}. {NUMBERED}"


def notebook(says: str) -> str:
    """What the notebook says to the person; "you" is the person."""
    return f"The notebook says to me: “{says}”"


WHOLE = "the relationship as a whole"


def pattern_title(label: str) -> str:
    """The heading of a pattern: its tag."""
    return f"{label[:1].upper()}{label[1:]}"


def ages(first: str, last: str, *, years: bool) -> str:
    """From which age, or year, to which."""
    word = "year" if years else "age"
    return f"{word} {first}" if first == last else f"{word}s {first}–{last}"


def verdict(word: str) -> str:
    """The person's own word on a pattern, also for whoever hears it."""
    return f"My verdict: {word}"


def of_kind(without: int, all_: int) -> str:
    """How many of a kind it did not happen with."""
    return f"{without} of {all_}"


# -- questions, limits, moments ----------------------------------------------------------------------------
QUESTIONS = "Questions to bring"
CANNOT_SAY = "What this cannot say"
CANNOT_SAY_SAYS = (
    "How often something happened: what was not entered cannot be counted. Why it happened, or what the "
    "other person felt. Whether one thing led to another: near in time is not a cause. Nothing here is "
    "compared with other people."
)
MOMENTS = "Moments, in order"
NO_DATE = "no date"
HOPED, THEY, I_DID = "I hoped to", "They", "I"
GIVEN, MUTUAL = "from me to them", "both ways"


MEMORY: Final[dict[Memory, str]] = {
    "clear": "remembered clearly",
    "hazy": "remembered hazily",
    "told to me": "told to me",
}


def as_dated(written: str) -> str:
    """A date as it was written."""
    return NO_DATE if written == UNKNOWN else written


def rated(then: int | None, now: int | None) -> str:
    """How strong it was, and how it still is."""
    parts = [f"{then} of 5 then" if then else "", f"{now} of 5 now" if now is not None else ""]
    return ", ".join(part for part in parts if part)


PATTERNS_SAY = (
    "A tag recurs if it is in three or more relationships, over two or more kinds of bond or periods of "
    "life. Where more is claimed, the same history was shuffled many times and counted again; the claim "
    "stands if chance alone seldom makes as much, even counting everything that was looked at."
)

# -- methods -----------------------------------------------------------------------------------------------
METHODS = "How each number is worked out"
FOR_THE_READER = "For the reader"
READER_SAYS = (
    "The counts are of what was entered and then chosen for this paper; a relationship or a moment that is "
    "not here may exist. They are counts of relationships first, so fifty moments with one person weigh as "
    "one.",
    "Memory is not a recording. What hurts now brings like moments to mind, and early dates are often "
    "estimates. Ratings were made looking back, in one or a few sittings.",
    "A count that is high is an invitation to ask, and the person’s own word beside it comes first. Where "
    "it did not happen is as much a part of the pattern as where it did.",
)
COUNTS, ORDER = "How many", "First, strongest, latest"
ANSWERS, HEIGHT = "Answered by", "Height of the threads"
COUNTS_SAY = (
    "In so many relationships: those with at least one entry carrying the tag that was received or mutual, "
    "of those with any tagged entry. What was given by me is drawn as a square and counted apart."
)
FIRST_SAYS = (
    "By the middle of the days a date can mean; equal ones in order of entry. All "
    "that tie for strongest are named."
)
ANSWERED_SAYS = (
    "Care entered within a year after a painful moment, with anyone, the moment itself left "
    "out. Near in time is not a cause."
)


def level_says(half_life: float | None, given: bool) -> str:
    """How high the threads of pain and care are drawn."""
    fades = (
        f"Its weight fades with a half-life of {half_life:g} years down to how it still is now (0 where that "
        "was not rated)."
        if half_life
        else "Nothing fades."
    )
    counted_too = (
        "What was given by me is added too." if given else "What was given by me is drawn, not added."
    )
    return (
        "Every moment adds its rating (2 where it was not rated) on its date. "
        f"{fades} A tag set on a whole relationship holds during its time. An uncertain date is spread over "
        "the days it can mean. A moment counts once a side, whatever its number of tags. Pain and care are "
        f"never set off against each other. {counted_too}"
    )


# -- the foot of every page --------------------------------------------------------------------------------
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def on(day: date) -> str:
    """A day in words."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def shown(day: date, version: str, persons: int, episodes: int) -> str:
    """Date, version and what is shown."""
    return f"{on(day)}, attachment-timeline {version}, {people(persons)} and {moments(episodes)} shown."


OF = "of"
"""Between a page's number and how many there are."""
NOT_SET = "The paper could not be made from this choice. Nothing was written. Leave out a part and try again."
SUBJECT = "A relationship history, written by the person it is about"
"""What the file is called when it is handed over: it says nothing about whose it is."""
