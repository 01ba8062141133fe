"""What the page of everything entered says."""

from timeline.messages.language import N_, _, ngettext, translate_constants

TITLE = N_("Entries")
HEADING = N_("Everything entered")
NOTE = N_("People in the order you entered them, with their moments.")
SEARCH = N_("Search in everything you wrote")
SEARCH_HINT = N_("Parts of words are enough; accents and capitals make no difference.")
NEW_MOMENT = N_("New moment")
NEW_PERSON = N_("New relationship")
NEW_LANDMARK = N_("New landmark")
NEW_TAG = N_("New tag")
YOU = N_("About you")
LANDMARKS = N_("Landmarks")
OWN_TAGS = N_("Your own words")
NO_ENTRIES_YET = N_("Nothing is entered yet.")
EDIT = N_("Edit")
OPEN_BUTTON = N_("Open")
DELETE = N_("Delete")
WHEN_COLUMN, WHAT_COLUMN, TAGS_COLUMN = N_("When"), N_("What happened"), N_("What you tagged")
EXCERPT_LENGTH = 60

KINDS = {
    "person": N_("About you"),
    "stop_plan": N_("What I do if it gets too much"),
    "cover": N_("The cover for my therapist"),
    "sources": N_("A source"),
    "own_tags": N_("A word of your own"),
    "landmarks": N_("A landmark"),
    "relationships": N_("Someone"),
    "episodes": N_("A moment"),
    "to_place": N_("Words still to be placed"),
    "check_ins": N_("A check-in"),
    "kind_notes": N_("A kind sentence"),
    "next_moves": N_("A next move"),
    "reasons": N_("Other reasons"),
    "intentions": N_("An intention"),
    "activities": N_("Something done"),
    "strengths": N_("Something I am good at"),
    "reflections": N_("A reflection"),
    "contacts": N_("One of my own people"),
    "questions": N_("A question"),
    "asked": N_("Something asked of the patterns"),
    "verdicts": N_("My word on a pattern"),
    "share_plans": N_("A plan for what to share"),
    "mappings": N_("How a table was read"),
    "settings": N_("Settings"),
}


def hit_count_sentence(count: int) -> str:
    """How many entries hold what was looked for."""
    found = ngettext("Found in {n} entry.", "Found in {n} entries.", count)
    return found if count else _("Nothing found.")


def new_moment_with(name: str) -> str:
    """The button for a moment with someone."""
    return _("New moment with {name}").format(name=name)


def excerpt(text: str, start: int, end: int) -> tuple[str, str, str]:
    """What stands before what was found, what was found, and what stands after it, cut to a line."""
    before, after = text[:start], text[end:]
    if len(before) > EXCERPT_LENGTH:
        before = f"…{before[-EXCERPT_LENGTH:]}"
    if len(after) > EXCERPT_LENGTH:
        after = f"{after[:EXCERPT_LENGTH]}…"
    return before, text[start:end], after


translate_constants(__name__)
