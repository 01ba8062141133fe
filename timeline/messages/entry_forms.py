"""What the forms ask and say: relationships, moments, landmarks, the writer, and tags of one's own."""

from models.dates import Span, When
from timeline.messages.grammar import count_with_noun

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

# -- every form -------------------------------------------------------------------------------------------

SAVE = "Save"
CLOSE = "Close"
DELETE = "Delete"
DISCARD_DRAFT = "Let go of what I typed"
DRAFT_BACK = "This is what you typed and did not save yet."
DRAFT_KEPT_NOTE = "Kept here as a draft. It joins your history when you save."
NOT_SAVED_YET = "Not saved yet. Look at the place that is marked."
NOT_SAVED_YET_MANY = "Not saved yet. Look at the places that are marked."
MORE = "More, if you like"
OPTIONAL = "Everything else can stay empty."
OWN_WORDS = "In your own words, one on each line"
ONE_PER_LINE = "One on each line."
ENTRY_GONE = "This entry is no longer there. It may have been taken back or deleted in another tab."

CHANGED_ELSEWHERE = (
    "This was changed meanwhile, perhaps in another tab. Both texts are here; nothing is lost."
)
DELETED_ELSEWHERE = "This was deleted meanwhile, perhaps in another tab. What you typed is still here."
THEIR_TEXT = "It reads there now"
YOUR_TEXT = "Yours"
KEEP_MINE = "Keep mine"
TAKE_THEIRS = "Take the other"
NOTHING_THERE = "nothing"

# -- dates ------------------------------------------------------------------------------------------------

WHEN_HINT = "As you remember it: 1994, about 1994, summer 1998, age 7, or leave it empty."
DONT_KNOW = "I don’t know when"
NOT_PLACED = "It waits under “not placed yet”, and is counted."
NEEDS_BIRTH = "It is placed once your year of birth is known."
BIRTH_ASKED = "In which year were you born?"
BIRTH_HINT = "It turns ages into years. Left empty, the moment waits under “not placed yet”."


def future_date_warning(written: str) -> str:
    """At a date that lies after today."""
    return f"“{written.strip()}” has not come yet. Check the date."


def before_birth_note(written: str) -> str:
    """Under a date that lies before the writer was born."""
    return f"{written.strip()}: before your birth. It is kept and counted, and stands in no picture."


def format_span(span: Span) -> str:
    """A span of days in words, as coarse as it allows: "June to August 1998"."""
    first, last = span
    if first == last:
        return f"{first.day} {MONTHS[first.month - 1]} {first.year}"
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return f"{first.year}" if first.year == last.year else f"{first.year} to {last.year}"
    if first.day == 1 and (last.month, last.day) in _MONTH_ENDS:
        if (first.year, first.month) == (last.year, last.month):
            return f"{MONTHS[first.month - 1]} {first.year}"
        year = "" if first.year == last.year else f" {first.year}"
        return f"{MONTHS[first.month - 1]}{year} to {MONTHS[last.month - 1]} {last.year}"
    one, other = (f"{day.day} {MONTHS[day.month - 1]} {day.year}" for day in span)
    return f"{one} to {other}"


_MONTH_ENDS = {(month, day) for month in (1, 3, 5, 7, 8, 10, 12) for day in (31,)} | {
    *((month, 30) for month in (4, 6, 9, 11)),
    (2, 28),
    (2, 29),
}


def explain_date(when: When, span: Span | None, age: tuple[int, int] | None) -> str:
    """What the program understands by a date as written.

    Args:
        when: as written.
        span: the days it can mean, None where it cannot be placed.
        age: the youngest and oldest age then, None where it cannot be told.
    """
    if span is None:
        return NEEDS_BIRTH if when.ages else NOT_PLACED
    if when.ages:  # the birthday is within the years named; more would pretend to know it
        first, last = span.first.year, span.last.year
        return (
            f"{when.as_written.strip()}: {first}"
            if first == last
            else f"{when.as_written.strip()}: {first} to {last}"
        )
    written, meant = when.as_written.strip(), format_span(span)
    aged = f", {format_age_range(age)}" if age else ""
    return f"{meant}{aged}" if written == meant else f"{written}: {meant}{aged}"


def format_age_range(age: tuple[int, int]) -> str:
    """An age in whole years, or the two it lies between."""
    youngest, oldest = age
    return f"age {youngest}" if youngest == oldest else f"age {youngest} to {oldest}"


# -- tags -------------------------------------------------------------------------------------------------

PAINFUL_SIDE, CARING_SIDE, NEITHER_SIDE = "Painful", "Caring", "Neither"
TAGS = "What was it?"
TAGS_HINT = "Tick any that fit. What a word means is shown as you point at it or tick it."
TAGS_WHOLE = "What held for this relationship as a whole?"
HOW_STRONG = "How strong was it?"
LITTLE, VERY_MUCH = "little", "very much"


def tag_meaning(label: str, definition: str) -> str:
    """The line under the tags that says what one means."""
    return f"{label}: {definition}" if definition else label


# -- a relationship ---------------------------------------------------------------------------------------

RELATIONSHIP_NEW = "Someone in your life"
NAME = "Name, or a name you choose"
KIND = "What kind of bond?"
ROLE = "Who they were to you"
ROLE_HINT = "In your own words: mother, first boss, my M."
START_QUESTION = "When did it begin?"
STILL_GOING_QUESTION = "Is it still going?"
STILL_GOING, IT_ENDED = "Still going", "It ended"
ENDED_WHEN = "When did it end?"
ENDED_HOW = "How did it end?"
ENDINGS = {
    "they left": "they left", "I left": "I left", "mutual": "we both chose it", "faded": "it faded",
    "death": "death", "separation": "we were separated", "changed form": "it changed form",
}  # fmt: skip
ANOTHER_SPELL = "There was another time together"
ANOTHER_SPELL_TITLE = "Another time together"
REMOVE_SPELL = "Take this time out"
CAREGIVER = "They looked after me when I was a child"
ON_MY_MIND = "They are on my mind now"
BOTH_WAYS = "What went back and forth"
GAVE = "What I gave"
CAME_BACK = "What came back"
ALIAS = "Another name for them on paper"
ALIAS_HINT = "Used instead of the name where you choose so."
EXPLANATIONS = "Other explanations"
EXPLANATIONS_HINT = "What else may lie behind how they were: their past, their life then. One on each line."
NOTE = "A note"


def delete_button_label(moments: int) -> str:
    """The button that deletes a relationship."""
    if not moments:
        return "Delete"
    return f"Delete, with {count_with_noun(moments, 'moment')}"


# -- a moment ---------------------------------------------------------------------------------------------

EPISODE_NEW = "A moment"
WITH_WHOM = "With whom?"
SOMEONE_NEW = "Someone who is not here yet"
HEADLINE = "What happened, in one line"
HEADLINE_HINT = "A headline is enough."
WHEN_QUESTION = "When was it?"
DIRECTION = "Which way did it go?"
DIRECTIONS = {"received": "It came to me", "given": "It came from me", "mutual": "Both ways"}
INTENSITY_THEN_QUESTION = "How strong was it then?"
INTENSITIES = {"1": "slight", "2": "mild", "3": "moderate", "4": "strong", "5": "life-shaping"}
INTENSITY_NOW_QUESTION = "How strong is it still now?"
INTENSITIES_NOW = {"0": "no more", "1": "1", "2": "2", "3": "3", "4": "4", "5": "very"}
EXCHANGE = "What I hoped for, how they answered, what I did"
HOPED_FOR = "What I hoped for: to …"
THEY_RESPONDED = "How they responded"
I_RESPONDED = "How I responded"
STORY_FOLD = "The story"
STORY = "As you would tell it, as if watching from across the street"
STORY_HINT = "A few lines are enough. Stop whenever you like."
MEMORY_FOLD = "How I remember it"
MEMORY = "How clear is the memory?"
MEMORIES = {"clear": "clear", "hazy": "hazy", "told to me": "told to me"}
FOR_THERAPIST = "Keep this for my therapist"
FOR_THERAPIST_HINT = "A mark for yourself. What goes on paper you choose separately."
HEADLINE_ONLY = "A headline is enough here. No details are asked for, and you can stop here."
GOOD_FIRST = (
    "Two painful moments are set down. Before a third: was there someone, around then or since, who was good "
    "to you? You can pass this by."
)
GOOD_BUTTON = "A good moment first"
PASS_BY = "Not now"
CHOOSE_WHOM = "Choose who it was with."
CHOOSE = "Choose one of these."
EMPTY_ERROR = "Write something here; it cannot be saved without."

# -- the rest ---------------------------------------------------------------------------------------------

LANDMARK_NEW = "A landmark"
LANDMARK_NOTE = "A move, a school, a birth: something to remember other things by."
LANDMARK = "What was it?"
WHEN_NEEDED_HINT = "As you remember it: 1994, about 1994, summer 1998, age 7."
LANDMARK_UNTIL = "Until when?"
UNTIL_HINT = "Leave it empty if it was one moment."

PERSON = "About you"
PERSON_NAME = "What shall this notebook call you?"
PERSON_BIRTH = "When were you born?"
PERSON_BIRTH_HINT = "A year is enough. It turns ages into years."
PERSON_UNTIL = "The end of a life that is over"
PERSON_UNTIL_HINT = "For a history about someone who has died. Left empty, the timeline ends today."

OWN_TAG_NEW = "A word of your own"
OWN_TAG_NOTE = "A tag that says what happened, in your words. It is marked “mine”."
OWN_TAG_LABEL = "The word"
OWN_TAG_MEANS = "What it means"
OWN_TAG_MEANS_HINT = "What happened, for you: “I was compared with others.”"
OWN_TAG_SIDE = "Which side does it belong to?"
OWN_TAG_ANSWERED = "What would answer it?"
OWN_TAG_ANSWERED_HINT = "Caring words that give what was missing."
OWN_TAG_THERE = "There is a word like this already. Choose another, or use that one."
OWN_TAG_GROUP = "Where it is listed"
OWN_TAG_GROUP_ASKED = "Beside which others?"
MERGE = "The same as another word"
MERGE_INTO = "Use this word instead, everywhere"
MERGE_BUTTON = "Put them together"
MERGE_CHOOSE = "Choose the word that takes its place."

# -- two texts of one entry, side by side -----------------------------------------------------------------

FIELDS = {
    "name": "Name", "alias": ALIAS, "kind": KIND, "role": ROLE, "spells": "Times together",
    "caregiver": CAREGIVER, "on_my_mind": ON_MY_MIND, "gave": GAVE, "came_back": CAME_BACK, "tags": TAGS,
    "other_explanations": EXPLANATIONS, "note": NOTE, "relationship": WITH_WHOM, "when": WHEN_QUESTION,
    "headline": HEADLINE, "direction": DIRECTION, "intensity": INTENSITY_THEN_QUESTION,
    "now": INTENSITY_NOW_QUESTION, "hoped_for": HOPED_FOR,
    "they_responded": THEY_RESPONDED, "i_responded": I_RESPONDED, "story": "The story", "memory": MEMORY,
    "for_therapist": FOR_THERAPIST, "source": "Source", "certainty": "What is disputed", "label": LANDMARK,
    "until": LANDMARK_UNTIL, "birth": PERSON_BIRTH, "side": OWN_TAG_SIDE, "group": OWN_TAG_GROUP,
    "definition": OWN_TAG_MEANS, "answered_by": OWN_TAG_ANSWERED,
    "relationships.tags": TAGS_WHOLE, "person.name": PERSON_NAME, "person.until": PERSON_UNTIL,
    "own_tags.label": OWN_TAG_LABEL,
}  # fmt: skip
"""What is asked for each thing an entry can hold, by its field; first by its kind and field."""
ANSWERS = {
    "direction": DIRECTIONS, "intensity": INTENSITIES, "now": INTENSITIES_NOW,
    "memory": MEMORIES,
    "side": {"painful": PAINFUL_SIDE, "caring": CARING_SIDE, "neither": NEITHER_SIDE},
}  # fmt: skip
"""What can be answered where there is a list, by what stands in the entry."""
YES, NO = "yes", "no"


def describe_spell(start: str, end: str | None, ended: str | None) -> str:
    """One stretch of a relationship."""
    how = f" ({ENDINGS[ended]})" if ended else ""
    return f"{start} to {end}{how}" if end else f"{start}, still going{how}"


# -- toasts: each names what it undoes ----------------------------------------------------------------------


def addition_undo_name(name: str) -> str:
    """What was done, as undo names it."""
    return f"Added “{_short(name)}”"


def change_undo_name(name: str) -> str:
    """What was done, as undo names it."""
    return f"Changed “{_short(name)}”"


def deletion_undo_name(name: str, moments: int = 0) -> str:
    """What was done, as undo names it."""
    with_it = f" and {count_with_noun(moments, 'moment')}" if moments else ""
    return f"Deleted “{_short(name)}”{with_it}"


def merge_undo_name(name: str, into: str) -> str:
    """What was done, as undo names it."""
    return f"Put “{_short(name)}” together with “{_short(into)}”"


def toast(what: str) -> str:
    """A step as the toast says it."""
    return f"{what}."


def _short(name: str) -> str:
    return name if len(name) <= 60 else f"{name[:59]}…"
