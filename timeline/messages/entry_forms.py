"""What the forms ask and say: relationships, moments, landmarks, the writer, and tags of one's own."""

from models.ages import Age
from models.dates import Span, When
from timeline.messages.ages import label_age
from timeline.messages.dates import format_range, format_span
from timeline.messages.language import N_, _, ngettext, translate_constants
from timeline.messages.phrases import end_sentence, label_text, shorten_name

# -- every form -------------------------------------------------------------------------------------------

SAVE = N_("Save")
CLOSE = N_("Close")
DELETE = N_("Delete")
DISCARD_DRAFT = N_("Discard")
DRAFT_BACK = N_("This is what you typed and did not save yet.")
DRAFT_KEPT_NOTE = N_("Draft saved. Press Save to add it.")
NOT_SAVED_YET = N_("Not saved yet. Look at the place that is marked.")
NOT_SAVED_YET_MANY = N_("Not saved yet. Look at the places that are marked.")
MORE = N_("More, if you like")
OPTIONAL = N_("Only a name is needed.")
OWN_WORDS = N_("In your own words, one on each line")
ONE_PER_LINE = N_("One on each line.")
ENTRY_GONE = N_("This entry is no longer there. It may have been taken back or deleted in another tab.")

CHANGED_ELSEWHERE = N_(
    "This was changed meanwhile, perhaps in another tab. Both texts are here; nothing is lost."
)
DELETED_ELSEWHERE = N_("This was deleted meanwhile, perhaps in another tab. What you typed is still here.")
THEIR_TEXT = N_("It reads there now")
YOUR_TEXT = N_("Yours")
KEEP_MINE = N_("Keep mine")
TAKE_THEIRS = N_("Take the other")
NOTHING_THERE = N_("nothing")

# -- dates ------------------------------------------------------------------------------------------------

WHEN_HINT = N_("As you remember it: 1994, about 1994, summer 1998, age 7, or leave it empty.")
DONT_KNOW = N_("I don’t know when")
NOT_PLACED = N_("It waits under “not placed yet”, and is counted.")
NEEDS_BIRTH = N_("It is placed once your year of birth is known.")
BIRTH_ASKED = N_("In which year were you born?")
BIRTH_HINT = N_("It turns ages into years. Left empty, the moment waits under “not placed yet”.")


def future_date_warning(written: str) -> str:
    """At a date that lies after today."""
    return _("“{written}” has not come yet. Check the date.").format(written=written.strip())


def before_birth_note(written: str) -> str:
    """Under a date that lies before the writer was born."""
    return _("{written}: before your birth. It is kept and counted, and stands in no picture.").format(
        written=written.strip()
    )


def explain_date(when: When, span: Span | None, age: Age | None) -> str:
    """What the program understands by a date as written.

    Args:
        when: as written.
        span: the days it can mean, None where it cannot be placed.
        age: how old the writer was then, None where it cannot be told.
    """
    written = when.as_written.strip()
    if span is None:
        return _(NEEDS_BIRTH) if when.ages else _(NOT_PLACED)
    if when.ages:  # the birthday is within the years named; more would pretend to know it
        first, last = str(span.first.year), str(span.last.year)
        return label_text(written, first if first == last else format_range(first, last))
    meant = format_span(span)
    aged = _("{meant}, {age}").format(meant=meant, age=label_age(age)) if age else meant
    return aged if written == meant else label_text(written, aged)


# -- tags -------------------------------------------------------------------------------------------------

PAINFUL_SIDE, CARING_SIDE, NEITHER_SIDE = N_("Painful"), N_("Caring"), N_("Neither")
TAGS = N_("What was it?")
TAGS_HINT = N_("Tick any that fit. What a word means is shown as you point at it or tick it.")
TAGS_WHOLE = N_("What held for this relationship as a whole?")
HOW_STRONG = N_("How strong was it?")
LITTLE, VERY_MUCH = N_("little"), N_("very much")


def tag_meaning(label: str, definition: str) -> str:
    """The line under the tags that says what one means."""
    return label_text(label, definition) if definition else label


# -- a relationship ---------------------------------------------------------------------------------------

RELATIONSHIP_NEW = N_("Someone in your life")
NAME = N_("Name, or a name you choose")
KIND = N_("What kind of bond?")
ROLE = N_("Who they were to you")
ROLE_HINT = N_("In your own words: mother, first boss, my M.")
START_QUESTION = N_("When did it begin?")
STILL_GOING_QUESTION = N_("Is it still going?")
STILL_GOING, IT_ENDED = N_("Still going"), N_("It ended")
ENDED_WHEN = N_("When did it end?")
ENDED_HOW = N_("How did it end?")
ENDINGS = {
    "they left": N_("they left"),
    "I left": N_("I left"),
    "mutual": N_("we both chose it"),
    "faded": N_("it faded"),
    "death": N_("death"),
    "separation": N_("we were separated"),
    "changed form": N_("it changed form"),
}
ANOTHER_SPELL = N_("We had another time together")
ANOTHER_SPELL_TITLE = N_("Another time together")
REMOVE_SPELL = N_("Take this time out")
CAREGIVER = N_("They looked after me when I was a child")
ON_MY_MIND = N_("They are on my mind now")
BOTH_WAYS = N_("What went back and forth")
GAVE = N_("What I gave")
CAME_BACK = N_("What came back")
ALIAS = N_("Another name for them on paper")
ALIAS_HINT = N_("Used instead of the name where you choose so.")
EXPLANATIONS = N_("Other explanations")
EXPLANATIONS_HINT = N_(
    "What else may lie behind how they were: their past, their life then. One on each line."
)
NOTE = N_("A note")


def delete_button_label(name: str, moments: int) -> str:
    """The button that deletes someone, with what goes along; for what has no name, the word alone."""
    if not name:
        return _(DELETE)
    if not moments:
        return _("Delete {name}").format(name=shorten_name(name, 40))
    return ngettext("Delete {name} and {n} moment", "Delete {name} and {n} moments", moments).format(
        name=shorten_name(name, 40)
    )


# -- a moment ---------------------------------------------------------------------------------------------

EPISODE_NEW = N_("A moment")
WITH_WHOM = N_("With whom?")
SOMEONE_NEW = N_("Someone who is not here yet")
HEADLINE = N_("What happened, in one line")
HEADLINE_HINT = N_("A headline is enough.")
WHEN_QUESTION = N_("When was it?")
DIRECTION = N_("Who did it?")
DIRECTIONS = {"received": N_("They did, to me"), "given": N_("I did, to them"), "mutual": N_("Both of us")}
INTENSITY_THEN_QUESTION = N_("How strong was it then?")
INTENSITIES = {
    "1": N_("slight"),
    "2": N_("mild"),
    "3": N_("moderate"),
    "4": N_("strong"),
    "5": N_("life-shaping"),
}
INTENSITY_NOW_QUESTION = N_("How strong is it now?")
INTENSITIES_NOW = {"0": N_("gone"), "1": "1", "2": "2", "3": "3", "4": "4", "5": N_("very")}
EXCHANGE = N_("What I hoped for, how they answered, what I did")
HOPED_FOR = N_("What I hoped for: to …")
THEY_RESPONDED = N_("How they responded")
I_RESPONDED = N_("How I responded")
STORY_FOLD = N_("The story")
STORY = N_("As you would tell it, as if watching from across the street")
STORY_HINT = N_("A few lines are enough. Stop whenever you like.")
MEMORY_FOLD = N_("How I remember it")
MEMORY = N_("How clear is the memory?")
MEMORIES = {"clear": N_("clear"), "hazy": N_("hazy"), "told to me": N_("told to me")}
FOR_THERAPIST = N_("Keep this for my therapist")
FOR_THERAPIST_HINT = N_("A mark for yourself. What goes on paper you choose separately.")
HEADLINE_ONLY = N_("A headline is enough here. No details are asked for, and you can stop here.")
GOOD_FIRST = N_(
    "Two painful moments are set down. Before a third: was there someone, around then or since, who was good "
    "to you? You can pass this by."
)
GOOD_BUTTON = N_("A good moment first")
PASS_BY = N_("Not now")
CHOOSE_WHOM = N_("Choose who it was with.")
CHOOSE = N_("Choose one of these.")
EMPTY_ERROR = N_("Write something here; it cannot be saved without.")

# -- the rest ---------------------------------------------------------------------------------------------

LANDMARK_NEW = N_("A landmark")
LANDMARK_NOTE = N_("A move, a school, a birth: something to remember other things by.")
LANDMARK = N_("What was it?")
WHEN_NEEDED_HINT = N_("As you remember it: 1994, about 1994, summer 1998, age 7.")
LANDMARK_UNTIL = N_("Until when?")
UNTIL_HINT = N_("Leave it empty if it was one moment.")

PERSON = N_("About you")
PERSON_NAME = N_("What should this notebook call you?")
PERSON_BIRTH = N_("When were you born?")
PERSON_BIRTH_HINT = N_("A year is enough. It turns ages into years.")
PERSON_UNTIL = N_("The end of a life that is over")
PERSON_UNTIL_HINT = N_("For a history about someone who has died. Left empty, the timeline ends today.")

OWN_TAG_NEW = N_("New tag")
OWN_TAG_NOTE = N_("A tag that says what happened, in your words. It is marked “mine”.")
OWN_TAG_LABEL = N_("The word")
OWN_TAG_MEANS = N_("What it means")
OWN_TAG_MEANS_HINT = N_("What happened, for you: “I was compared with others.”")
OWN_TAG_SIDE = N_("Which side does it belong to?")
OWN_TAG_ANSWERED = N_("What would answer it?")
OWN_TAG_ANSWERED_HINT = N_("Caring words that give what was missing.")
OWN_TAG_THERE = N_("There is a word like this already. Choose another, or use that one.")
OWN_TAG_GROUP = N_("Where it is listed")
OWN_TAG_GROUP_ASKED = N_("Beside which others?")
MERGE = N_("The same as another word")
MERGE_INTO = N_("Use this word instead, everywhere")
MERGE_BUTTON = N_("Put them together")
MERGE_CHOOSE = N_("Choose the word that takes its place.")

# -- two texts of one entry, side by side -----------------------------------------------------------------

FIELDS = {
    "name": N_("Name"),
    "alias": ALIAS,
    "kind": KIND,
    "role": ROLE,
    "spells": N_("Times together"),
    "caregiver": CAREGIVER,
    "on_my_mind": ON_MY_MIND,
    "gave": GAVE,
    "came_back": CAME_BACK,
    "tags": TAGS,
    "other_explanations": EXPLANATIONS,
    "note": NOTE,
    "relationship": WITH_WHOM,
    "when": WHEN_QUESTION,
    "headline": HEADLINE,
    "direction": DIRECTION,
    "intensity": INTENSITY_THEN_QUESTION,
    "now": INTENSITY_NOW_QUESTION,
    "hoped_for": HOPED_FOR,
    "they_responded": THEY_RESPONDED,
    "i_responded": I_RESPONDED,
    "story": N_("The story"),
    "memory": MEMORY,
    "for_therapist": FOR_THERAPIST,
    "source": N_("Source"),
    "certainty": N_("What is disputed"),
    "label": LANDMARK,
    "until": LANDMARK_UNTIL,
    "birth": PERSON_BIRTH,
    "side": OWN_TAG_SIDE,
    "group": OWN_TAG_GROUP,
    "definition": OWN_TAG_MEANS,
    "answered_by": OWN_TAG_ANSWERED,
    "relationships.tags": TAGS_WHOLE,
    "person.name": PERSON_NAME,
    "person.until": PERSON_UNTIL,
    "own_tags.label": OWN_TAG_LABEL,
    "relationships.now": N_("Are you still in touch?"),
    "out_of_sight": N_("Out of sight for now"),
    "never_as_help": N_("Never offer as someone to turn to"),
    "day_entered": N_("Entered on"),
}
"""What is asked for each thing an entry can hold, by its field; first by its kind and field."""
ANSWERS = {
    "direction": DIRECTIONS,
    "intensity": INTENSITIES,
    "now": INTENSITIES_NOW,
    "memory": MEMORIES,
    "side": {"painful": PAINFUL_SIDE, "caring": CARING_SIDE, "neither": NEITHER_SIDE},
}
"""What can be answered where there is a list, by what stands in the entry."""
YES, NO = N_("yes"), N_("no")


def describe_spell(start: str, end: str | None, ended: str | None) -> str:
    """One stretch of a relationship."""
    told = (
        _("{start} to {end}").format(start=start, end=end)
        if end
        else _("{start}, still going").format(start=start)
    )
    return _("{spell} ({ending})").format(spell=told, ending=_(ENDINGS[ended])) if ended else told


# -- toasts: each names what it undoes ----------------------------------------------------------------------


def addition_undo_name(name: str) -> str:
    """What was done, as undo names it."""
    return _("Added “{name}”").format(name=shorten_name(name))


def change_undo_name(name: str) -> str:
    """What was done, as undo names it."""
    return _("Changed “{name}”").format(name=shorten_name(name))


def deletion_undo_name(name: str, moments: int = 0) -> str:
    """What was done, as undo names it."""
    short = shorten_name(name)
    if not moments:
        return _("Deleted “{name}”").format(name=short)
    return ngettext("Deleted “{name}” and {n} moment", "Deleted “{name}” and {n} moments", moments).format(
        name=short
    )


def merge_undo_name(name: str, into: str) -> str:
    """What was done, as undo names it."""
    return _("Put “{name}” together with “{into}”").format(name=shorten_name(name), into=shorten_name(into))


def toast(what: str) -> str:
    """A step as the toast says it."""
    return end_sentence(what)


translate_constants(__name__)
