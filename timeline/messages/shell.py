"""What stands around every page: the name, the way about, the sample's banner, the toasts and the keys."""

NAME = "Attachment timeline"
SUBTITLE = "Your relationships, set down in your own words."
PURPOSE = (
    "A private notebook that helps you set down your relationship history in your own words and see which of "
    "your own tags recur, for reflection and, if you choose, for a talk with a professional. It is not meant "
    "to diagnose, screen for, monitor, predict, prevent, treat or ease any illness, and gives no clinical "
    "advice."
)
STAYS_HERE = "Everything stays on this computer."

SKIP = "Skip to the page"
PAGES = "Pages"
HIDE = "Hide"
HIDE_SAYS = "Hide this page at once. Three taps of Shift do the same."
HURTING_BUTTON = "I’m hurting now"
CLOSE = "Close for today"
UNDO = "Undo"
REDO = "Redo"
NOTHING_TO_UNDO = "Nothing to undo"
NOTHING_TO_REDO = "Nothing to redo"
DARK = "Dark colours"
LIGHT = "Light colours"
KEYS = "Keys"
DISMISS = "Close this message"

ENTRY = "Entry"
PROGRAM_SILENT = (
    "Not saved. The program is no longer running. Copy what you typed last, start the program again, and go "
    "on in its new page: a draft of what you typed before is there."
)
PAGE_SHUT = "This page is no longer let in. Open the notebook again from the program."
THIS_NOTEBOOK = "This notebook"
START_OWN = "Start my own"
NOT_LOCKED = "Not locked: whoever can use this computer can read this notebook."


def missing_notebook(path: str) -> str:
    """Where the notebook used last is not where it was."""
    return (
        f"The notebook opened last is not in its folder any more: {path}. Nothing was changed. If it was "
        "moved, or its disk is not connected, close this, put it back, and open it again."
    )


def sample_banner(who: str) -> str:
    """The banner over every page while a sample is open."""
    return f"A sample: the life of {who}, a real person who died long ago, as biographers tell it."


def undo_button_title(what: str) -> str:
    """What the undo button says it takes back."""
    return f"Undo: {what}"


def redo_button_title(what: str) -> str:
    """What the redo button says it does again."""
    return f"Redo: {what}"


def undo_toast(what: str) -> str:
    """What the toast says after undo."""
    return f"Taken back: {what}."


def redo_toast(what: str) -> str:
    """What the toast says after redo."""
    return f"Done again: {what}."


KEY_LIST = (
    ("?", "these keys"),
    ("/", "search"),
    ("n", "a new moment"),
    ("e", "edit what is chosen"),
    ("← →", "walk from moment to moment in the picture; Home and End for the first and last"),
    ("+ −", "the next part of life in the picture, and all of it again"),
    ("Enter", "open the moment"),
    ("Ctrl + Z", "undo; with Shift: redo. Inside a field, the field’s own undo"),
    ("Ctrl + Enter", "save the form"),
    ("Esc", "close the form or this list"),
    ("Shift, three times", "hide the page"),
)
KEYS_NOTE = "Single letters do nothing while you type, and can be switched off under Settings."
