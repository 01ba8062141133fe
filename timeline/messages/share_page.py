"""What the page for the therapist says: what can be chosen, what leaves, when the file may be taken."""

from timeline.messages import share_steps
from timeline.messages.report import EVERYTHING_BUT_STORIES, ONE_PAGE

TITLE = "For my therapist"
INTRO = "Choose what goes on paper. The pages you see are the ones that leave, once you take the file."

COVER = "The first page, in your own words"
COVER_NOTE = "Each of these can stay empty. They are kept as soon as you leave a field."
COVER_FIELDS = {
    "title": ("Title", "A few words, such as: always the one who waits."),
    "summary": ("In my own words", "What you would say if you had one minute."),
    "hope": ("What I hope for", ""),
    "helped": ("What helped", "Left empty, the people with most care entered are named."),
    "questions": ("Questions to bring", "One on each line. The first stands on the first page."),
    "not_yet": ("What I do not want to discuss yet", ""),
}
CHANGED_COVER = "Changed the first page"
COVER_NOT_KEPT = "This is what you typed last. It is kept once you go into a field and leave it."

PLANS = "What leaves"
PLANS_NOTE = "A plan is a named choice. It is kept, so the next time asks nothing. A new one ticks nothing."
PLAN_NAME = "Name of the plan"
PLAN_NAME_HINT = "For you alone, such as: for Dr. H."
NEW_PLAN = "New plan"
DELETE_PLAN = "Delete this plan"
UNNAMED_PLAN = "My plan"
NO_PLAN = "No plan yet. Begin with one of these, or with an empty one."
FILTER_NOTE = (
    f"What you look at is narrowed. “{ONE_PAGE}” and “{EVERYTHING_BUT_STORIES}” begin with the people, "
    "moments, kinds and years that are shown; a plan made before stays as it is."
)

SECTIONS = "Pages"
NAMES = "Names"
NAME_STYLES = (("initials", "initials"), ("alias", "the alias I gave them"), ("real", "real names"))
OWN_STYLE = "as above"
ME = "My own name"
ME_STYLES = (("initials", "initials"), ("real", "my name"), ("none", "none"))
DATE_STYLE = "Dates"
DATE_STYLES = (("age", "ages"), ("year", "years"), ("month", "months"), ("day", "days, as entered"))
PAPER = "Paper"
PAPERS = (("a4", "A4"), ("letter", "Letter"))
KINDS = "Kinds of relationship"
YEARS_FROM, YEARS_TO = "From the year", "To the year"
THREADS = "Threads on the first page"
THREADS_HINT = "Up to three. None chosen: those in most relationships."
HOLD_BACK = "Counted, not yet to be talked about"
HOLD_BACK_HINT = "People whose moments are counted and drawn, and not put into words."

PEOPLE = "People and moments"
PEOPLE_NOTE = (
    "A moment leaves in three steps: counted and drawn, in words, with its story. Who is not ticked is left "
    "out everywhere, and stands as “someone” in the words of others."
)
STEPS_NOTE = (
    "Each line is ticked by itself; none leaves without that. What you wrote about a moment, a person or a "
    "pattern leaves where that does. Your stop plan and your own people never leave."
)
TREE = {
    "all": "Everyone", "none": "No one", "counted": "counted", "words": "in words", "story": "with its story",
    "named": "named", "also": "Nicknames and other spellings to take out, with commas",
    "one": "1 moment", "moments": "moments", "no_moments": "no moments",
    "steps": share_steps.TITLE, "steps_note": STEPS_NOTE,
}  # fmt: skip

SUMMARY_TITLE = "Everything that will leave"
WORDS_WITHOUT_PAGE = (
    "You ticked moments in words. The page “Moments one by one” is not ticked, so their words stay here."
)
LEAVES_NAMES = "Names, as they will stand"
LEAVES_TAGS = "Tags"
LEAVES_NOTES = "Words of yours"
LEFTOVERS = "Words that stay and may be names. Please look at them yourself"
DATES_IN_WORDS = "Dates in your words, which stay as you wrote them. Please look at them yourself"
NONE_WORD = "none"

PREVIEW = "The pages"
ENLARGE = "Press to see it larger, press again to close it"
PASSWORD = "Password for the file"
PASSWORD_HINT = "If you like. Without one, whoever gets the file can read it. Nobody can reset it."
TAKE = "Take the file"
LOOK_FIRST = "Something changed since these pages were set. Look at the new ones first, then take the file."
FILE_TAKEN_TOAST = "The file is in your downloads, named notes.pdf."
FILE = "notes.pdf"

STRENGTHS = (
    "It needs at least 8 characters.",
    "Short: a few words in a row are harder to guess.",
    "Longer than most.",
    "Long.",
)


def changed_elsewhere_note(text: str) -> str:
    """Beside a field that another tab changed meanwhile."""
    now = f"It reads there now: “{text}”." if text else "It is empty there now."
    return f"Another tab changed this meanwhile. {now} Leave this field once more to keep what stands here."


def page_alt_text(number: int, of: int) -> str:
    """The alternative text of a page image."""
    return f"Page {number} of {of}, as it will be printed. Everything on it stands in the list."


def more_pages(count: int) -> str:
    """The button that shows the pages which were not shown yet."""
    return "Show the last page as well" if count == 1 else f"Show the other {count} pages as well"


def creation_undo_name(name: str) -> str:
    """The name of the step that made a plan."""
    return f"Made the plan “{name}”"


def change_undo_name(name: str) -> str:
    """The name of the step that changed a plan."""
    return f"Changed the plan “{name}”"


def deletion_undo_name(name: str) -> str:
    """The name of the step that deleted a plan."""
    return f"Deleted the plan “{name}”"


def counted_moments_note(count: int) -> str:
    """How many are counted on paper."""
    return "one moment is counted" if count == 1 else f"{count} moments are counted"


def password_strength_note(password: str) -> str:
    """How hard a password is to guess, by its length alone; "" for none."""
    if not password:
        return ""
    return STRENGTHS[sum(len(password) >= length for length in (8, 14, 20))]
