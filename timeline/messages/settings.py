"""What the Settings page says."""

from collections.abc import Sequence

from timeline.messages.grammar import count_with_noun

TITLE = "Settings"
SUBTITLE = "Kept in this notebook, so that the screen and the paper agree. Each change can be undone."

THREAD_SETTINGS = "How the threads are worked out"
THREAD_SETTINGS_NOTE = (
    "For the picture and for the paper. The patterns count moments and do not use these two."
)
AXIS = "What stands below the picture"
AXES = (("age", "Your age"), ("year", "The year"))
AXIS_HINT = "Without a birth date it is the year in any case."
KEYS = "Single-letter keys"
KEYS_HINT = "Keys such as n for a new moment. They never do anything while you type."

BONDS = "Your earliest bonds"
BONDS_NOTE = "Patterns that ask what comes back later begin with these people."
BONDS_FIELD = "Earliest bonds"

TAGS = "Tags"
HIDDEN_TAGS = "Shipped tags you do not want offered"
HIDDEN_TAGS_HINT = "What already carries them keeps them, and they are counted as before."
OWN_TAGS = "Your own tags"
NO_OWN_TAGS = "None yet. You can add your own wherever you set tags."
MERGE_NOTE = (
    "Put one of your own tags into another: everything that carried it carries the other from then on."
)
MERGE = "Merge"
MERGE_THIS, MERGE_INTO = "This tag", "into this one"
CHOOSE_BOTH = "Choose both tags first."

NOTEBOOK_PLACE = "Where this notebook lies"
IN_MEMORY = "Nowhere: this is a sample, kept in memory and gone when you close it."
LOCKED_SAYS = "It is locked: without the passphrase nobody can read it, and nobody can restore a lost one."
NOT_LOCKED_SAYS = "It is not locked: whoever can use this computer can read it."
COPY_SAYS = "It is one file. A copy of it is a copy of everything, as readable as the file itself."

COPY = "A copy of everything, as a file"
COPY_NOTE = "To keep, to move to another machine, or to read without this program."
COPY_PLAIN = "The file is not locked and hides nothing: whoever has it can read every name and every word."
COPY_WHOLE, COPY_TABLE = "All of it (JSON)", "As a table (CSV)"

CHANGED_AXIS = "Changed what stands below the picture"
CHANGED_KEYS = "Changed the single-letter keys"
CHANGED_HIDDEN = "Changed which tags are offered"
CHANGED_BONDS = "Changed your earliest bonds"


def describe_earliest_bonds(names: Sequence[str], chosen: bool) -> str:
    """Who they are at the moment, and why."""
    who = ", ".join(names) if names else "nobody yet"
    if chosen:
        return f"Your choice: {who}."
    return (
        "Without a choice of yours: those who looked after you; if none, family from before you were twelve; "
        f"if none, the first three. Now: {who}."
    )


def copy_toast(name: str) -> str:
    """Once the file is there."""
    return f"The file is in your downloads, named {name}."


def own_tag(label: str, side: str, moments: int, relationships: int) -> str:
    """One of one's own tags and where it is."""
    whole = f", {count_with_noun(relationships, 'whole relationship')}" if relationships else ""
    return f"{label} ({side}): {count_with_noun(moments, 'moment')}{whole}"
