"""What stands around every page: the name, the way about, the sample's banner, the toasts and the keys."""

from timeline.messages.language import N_, _, translate_constants

NAME = N_("Attachment timeline")
SUBTITLE = N_("Your relationships, set down in your own words.")
PURPOSE = N_(
    "A private notebook that helps you set down your relationship history in your own words and see which of "
    "your own tags recur, for reflection and, if you choose, for a talk with a professional. It is not meant "
    "to diagnose, screen for, monitor, predict, prevent, treat or ease any illness, and gives no clinical "
    "advice."
)
STAYS_HERE = N_("Everything stays on this computer.")

SKIP = N_("Skip to the page")
PAGES = N_("Pages")
HIDE = N_("Hide")
HIDE_SAYS = N_("Hide this page at once. Three taps of Shift do the same.")
HURTING_BUTTON = N_("I’m hurting now")
CLOSE = N_("Close for today")
UNDO = N_("Undo")
REDO = N_("Redo")
NOTHING_TO_UNDO = N_("Nothing to undo")
NOTHING_TO_REDO = N_("Nothing to redo")
DARK = N_("Dark colours")
LIGHT = N_("Light colours")
KEYS = N_("Keys")
DISMISS = N_("Close this message")

ENTRY = N_("Entry")
PROGRAM_SILENT = N_(
    "Not saved. The program is no longer running. Copy what you typed last, start the program again, and go "
    "on in its new page: a draft of what you typed before is there."
)
PAGE_SHUT = N_("This page is no longer let in. Open the notebook again from the program.")
THIS_NOTEBOOK = N_("This notebook")
START_OWN = N_("Start my own")
NOT_LOCKED = N_("Not locked: whoever can use this computer can read this notebook.")


def missing_notebook(path: str) -> str:
    """Where the notebook used last is not where it was."""
    return _(
        "The notebook opened last is not in its folder any more: {path}. Nothing was "
        "changed. If it was moved, or its disk is not connected, close this, put it "
        "back, and open it again."
    ).format(path=path)


def sample_banner(who: str) -> str:
    """The banner over every page while a sample is open."""
    return _("A sample: the life of {who}, a real person who died long ago, as biographers tell it.").format(
        who=who
    )


def undo_button_title(what: str) -> str:
    """What the undo button says it takes back."""
    return _("Undo: {what}").format(what=what)


def redo_button_title(what: str) -> str:
    """What the redo button says it does again."""
    return _("Redo: {what}").format(what=what)


def undo_toast(what: str) -> str:
    """What the toast says after undo."""
    return _("Taken back: {what}.").format(what=what)


def redo_toast(what: str) -> str:
    """What the toast says after redo."""
    return _("Done again: {what}.").format(what=what)


KEY_LIST = (
    (N_("?"), N_("these keys")),
    (N_("/"), N_("search")),
    (N_("n"), N_("a new moment")),
    (N_("e"), N_("edit what is chosen")),
    (N_("← →"), N_("walk from moment to moment in the picture; Home and End for the first and last")),
    (N_("+ −"), N_("the next part of life in the picture, and all of it again")),
    (N_("Enter"), N_("open the moment")),
    (N_("Ctrl + Z"), N_("undo; with Shift: redo. Inside a field, the field’s own undo")),
    (N_("Ctrl + Enter"), N_("save the form")),
    (N_("Esc"), N_("close the form or this list")),
    (N_("Shift, three times"), N_("hide the page")),
)
KEYS_NOTE = N_("Single letters do nothing while you type, and can be switched off under Settings.")


translate_constants(__name__)
