"""What the Settings page says."""

from collections.abc import Sequence

from timeline.messages.language import N_, _, ngettext, translate_constants

TITLE = N_("Settings")
SUBTITLE = N_("Kept in this notebook, so that the screen and the paper agree. Each change can be undone.")

THREAD_SETTINGS = N_("How the threads are worked out")
THREAD_SETTINGS_NOTE = N_(
    "For the picture and for the paper. The patterns count moments and do not use these two."
)
AXIS = N_("What stands below the picture")
AXES = (("age", N_("Your age")), ("year", N_("The year")))
AXIS_HINT = N_("Without a birth date it is the year in any case.")
KEYS = N_("Single-letter keys")
KEYS_HINT = N_("Keys such as n for a new moment. They never do anything while you type.")

BONDS = N_("Your earliest bonds")
BONDS_NOTE = N_("Patterns that ask what comes back later begin with these people.")
BONDS_FIELD = N_("Earliest bonds")

TAGS = N_("Tags")
HIDDEN_TAGS = N_("Hide built-in tags")
HIDDEN_TAGS_HINT = N_("Entries that have them keep them, and they are counted as before.")
OWN_TAGS = N_("Your own tags")
NO_OWN_TAGS = N_("None yet. You can add your own wherever you set tags.")
MERGE_NOTE = N_(
    "Put one of your own tags into another: everything that carried it carries the other from then on."
)
MERGE = N_("Merge")
MERGE_THIS, MERGE_INTO = N_("This tag"), N_("into this one")
CHOOSE_BOTH = N_("Choose both tags first.")

NOTEBOOK_PLACE = N_("Where this notebook is saved")
IN_MEMORY = N_("Nowhere: this is a sample, kept in memory and gone when you close it.")
LOCKED_SAYS = N_(
    "It is locked: without the passphrase nobody can read it, and nobody can restore a lost one."
)
NOT_LOCKED_SAYS = N_("It is not locked: whoever can use this computer can read it.")
COPY_SAYS = N_("It is one file. A copy of it is a copy of everything, as readable as the file itself.")

COPY = N_("A copy of everything, as a file")
COPY_NOTE = N_("To keep, to move to another machine, or to read without this program.")
COPY_PLAIN = N_(
    "The file is not locked and hides nothing: whoever has it can read every name and every word."
)
COPY_WHOLE, COPY_TABLE = N_("All of it (JSON)"), N_("As a table (CSV)")

CHANGED_AXIS = N_("Changed what stands below the picture")
CHANGED_KEYS = N_("Changed the single-letter keys")
CHANGED_HIDDEN = N_("Changed which tags are offered")
CHANGED_BONDS = N_("Changed your earliest bonds")


def describe_earliest_bonds(names: Sequence[str], chosen: bool) -> str:
    """Who they are at the moment, and why."""
    who = ", ".join(names) if names else _("nobody yet")
    if chosen:
        return _("Your choice: {who}.").format(who=who)
    return _(
        "Without a choice of yours: those who looked after you; if none, family from before you were twelve; "
        "if none, the first three. Now: {who}."
    ).format(who=who)


def copy_toast(name: str) -> str:
    """Once the file is there."""
    return _("The file is in your downloads, named {name}.").format(name=name)


def own_tag(label: str, side: str, moments: int, relationships: int) -> str:
    """One of one's own tags and where it is."""
    whole = ngettext(", {n} whole relationship", ", {n} whole relationships", relationships)
    counted = ngettext("{n} moment", "{n} moments", moments)
    return _("{label} ({side}): {counted}").format(label=label, side=side, counted=counted) + (
        whole if relationships else ""
    )


translate_constants(__name__)
