"""What the page of everything entered says."""

from timeline.messages.grammar import count_with_noun

TITLE = "Entries"
HEADING = "Everything entered"
NOTE = "People in the order you entered them, with their moments."
SEARCH = "Search in everything you wrote"
SEARCH_HINT = "Parts of words are enough; accents and capitals make no difference."
NEW_MOMENT = "New moment"
NEW_PERSON = "New relationship"
NEW_LANDMARK = "New landmark"
NEW_TAG = "A word of your own"
YOU = "About you"
LANDMARKS = "Landmarks"
OWN_TAGS = "Your own words"
NO_ENTRIES_YET = "Nothing is entered yet."
EDIT = "Edit"
OPEN_BUTTON = "Open"
DELETE = "Delete"
WHEN_COLUMN, WHAT_COLUMN, TAGS_COLUMN = "When", "What happened", "What you tagged"
EXCERPT_LENGTH = 60

KINDS = {
    "person": "About you",
    "stop_plan": "What I do if it gets too much",
    "cover": "The cover for my therapist",
    "sources": "A source",
    "own_tags": "A word of your own",
    "landmarks": "A landmark",
    "relationships": "Someone",
    "episodes": "A moment",
    "check_ins": "A check-in",
    "kind_notes": "A kind sentence",
    "next_moves": "A next move",
    "reasons": "Other reasons",
    "intentions": "An intention",
    "activities": "Something done",
    "strengths": "Something I am good at",
    "reflections": "A reflection",
    "contacts": "One of my own people",
    "questions": "A question",
    "asked": "Something asked of the patterns",
    "verdicts": "My word on a pattern",
    "share_plans": "A plan for what to share",
    "mappings": "How a table was read",
    "settings": "Settings",
}


def hit_count_sentence(count: int) -> str:
    """How many entries hold what was looked for."""
    return f"Found in {count_with_noun(count, 'entry')}." if count else "Nothing found."


def new_moment_with(name: str) -> str:
    """The button for a moment with someone."""
    return f"New moment with {name}"


def excerpt(text: str, start: int, end: int) -> tuple[str, str, str]:
    """What stands before what was found, what was found, and what stands after it, cut to a line."""
    before, after = text[:start], text[end:]
    if len(before) > EXCERPT_LENGTH:
        before = f"…{before[-EXCERPT_LENGTH:]}"
    if len(after) > EXCERPT_LENGTH:
        after = f"{after[:EXCERPT_LENGTH]}…"
    return before, text[start:end], after
