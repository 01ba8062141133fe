"""What the page for the therapist says: what can be chosen, what leaves, when the file may be taken."""

from timeline.messages import report, share_steps
from timeline.messages.language import N_, _, ngettext, translate_constants

TITLE = N_("For my therapist")
INTRO = N_("Choose what goes on paper. You will see every page before you save the PDF.")

COVER = N_("The first page, in your own words")
COVER_NOTE = N_("Each of these can stay empty. They are kept as soon as you leave a field.")
COVER_FIELDS = {
    "title": (N_("Title"), N_("A few words, such as: always the one who waits.")),
    "summary": (N_("In my own words"), N_("What you would say if you had one minute.")),
    "hope": (N_("What I hope for"), ""),
    "helped": (N_("What helped"), N_("Left empty, the people with most care entered are named.")),
    "questions": (N_("Questions to bring"), N_("One on each line. The first stands on the first page.")),
    "not_yet": (N_("What I do not want to discuss yet"), ""),
}
CHANGED_COVER = N_("Changed the first page")
COVER_NOT_KEPT = N_("This is what you typed last. It is kept once you go into a field and leave it.")

PLANS = N_("What goes into the PDF")
PLANS_NOTE = N_(
    "Your choices are saved under a name so you can reuse them. A new plan starts with nothing selected."
)
PLAN_NAME = N_("Name of the plan")
PLAN_NAME_HINT = N_("For you alone, such as: for Dr. H.")
NEW_PLAN = N_("New plan")
DELETE_PLAN = N_("Delete this plan")
UNNAMED_PLAN = N_("My plan")
NO_PLAN = N_("No plan yet. Begin with one of these, or with an empty one.")

SECTIONS = N_("Pages")
NAMES = N_("Names")
NAME_STYLES = (
    ("initials", N_("initials")),
    ("alias", N_("the alias I gave them")),
    ("real", N_("real names")),
)
OWN_STYLE = N_("as above")
ME = N_("My own name")
ME_STYLES = (("initials", N_("initials")), ("real", N_("my name")), ("none", N_("none")))
DATE_STYLE = N_("Show dates as")
DATE_STYLES = (
    ("age", N_("ages")),
    ("year", N_("years")),
    ("month", N_("months")),
    ("day", N_("days, as entered")),
)
PAPER = N_("Paper")
PAPERS = (("a4", N_("A4")), ("letter", N_("Letter")))
KINDS = N_("Kinds of relationship")
YEARS_FROM, YEARS_TO = N_("From the year"), N_("To the year")
THREADS = N_("Threads on the first page")
THREADS_HINT = N_("Up to three. None chosen: those in most relationships.")
HOLD_BACK = N_("Count these people, but don’t show what happened")
HOLD_BACK_HINT = N_("People whose moments are counted and drawn, and not put into words.")

PEOPLE = N_("People and moments")
PEOPLE_NOTE = N_(
    "For each moment, choose: only counted, with its headline, or with its story. Anyone you leave unticked "
    "is left out; where others mention them, it says “someone”."
)
STEPS_NOTE = N_(
    "Each line is ticked by itself; none leaves without that. What you wrote about a moment, a person or a "
    "pattern leaves where that does. Your stop plan and your own people never leave."
)
TREE = {
    "all": N_("Everyone"),
    "none": N_("No one"),
    "counted": N_("counted"),
    "words": N_("in words"),
    "story": N_("with its story"),
    "named": N_("named"),
    "also": N_("Nicknames and other spellings to take out, with commas"),
    "one": N_("1 moment"),
    "moments": N_("moments"),
    "no_moments": N_("no moments"),
    "steps": share_steps.TITLE,
    "steps_note": STEPS_NOTE,
}

SUMMARY_TITLE = N_("In the PDF")
NOTHING_YET = N_("nothing yet")
WORDS_WITHOUT_PAGE = N_(
    "You ticked moments in words. The page “Moments one by one” is not ticked, so their words stay here."
)
LEAVES_NAMES = N_("Names, as they will stand")
LEAVES_TAGS = N_("Tags")
LEAVES_NOTES = N_("Words of yours")
LEFTOVERS = N_("These words might be names. Please check")
DATES_IN_WORDS = N_("Dates inside your own sentences are not changed. Please check them")
NONE_WORD = N_("none")

PREVIEW = N_("The pages")
ENLARGE = N_("Press to see it larger, press again to close it")
PASSWORD = N_("Password for the file")
PASSWORD_HINT = N_("If you like. Without one, whoever gets the file can read it. Nobody can reset it.")
TAKE = N_("Save the PDF")
LOOK_FIRST = N_(
    "Something changed since these pages were set. Look at the new ones first, then save the PDF."
)
FILE_TAKEN_TOAST = N_("The file is in your downloads, named notes.pdf.")
FILE = "notes.pdf"

STRENGTHS = (
    N_("It needs at least 8 characters."),
    N_("Short: a few words in a row are harder to guess."),
    N_("Longer than most."),
    N_("Long."),
)


def filter_note() -> str:
    """Beside the plans, while the filter narrows what is looked at."""
    return _(
        "What you look at is narrowed. “{one_page}” and “{everything}” begin with the people, moments, kinds "
        "and years that are shown; a plan made before stays as it is."
    ).format(one_page=report.ONE_PAGE, everything=report.EVERYTHING_BUT_STORIES)


def changed_elsewhere_note(text: str) -> str:
    """Beside a field that another tab changed meanwhile."""
    if not text:
        return _(
            "Another tab changed this meanwhile. It is empty there now. Leave this field once more to keep "
            "what stands here."
        )
    return _(
        "Another tab changed this meanwhile. It reads there now: “{text}”. Leave this field once more to "
        "keep what stands here."
    ).format(text=text)


def page_alt_text(number: int, of: int) -> str:
    """The alternative text of a page image."""
    return _("Page {number} of {of}, as it will be printed. Everything on it stands in the list.").format(
        number=number, of=of
    )


def more_pages(count: int) -> str:
    """The button that shows the pages which were not shown yet."""
    return (
        _("Show the last page as well")
        if count == 1
        else ngettext("Show the other {n} page as well", "Show the other {n} pages as well", count)
    )


def creation_undo_name(name: str) -> str:
    """The name of the step that made a plan."""
    return _("Made the plan “{name}”").format(name=name)


def change_undo_name(name: str) -> str:
    """The name of the step that changed a plan."""
    return _("Changed the plan “{name}”").format(name=name)


def deletion_undo_name(name: str) -> str:
    """The name of the step that deleted a plan."""
    return _("Deleted the plan “{name}”").format(name=name)


def counted_moments_note(count: int) -> str:
    """How many are counted on paper."""
    return (
        _("one moment is counted")
        if count == 1
        else ngettext("{n} moment is counted", "{n} moments are counted", count)
    )


def password_strength_note(password: str) -> str:
    """How hard a password is to guess, by its length alone; "" for none."""
    if not password:
        return ""
    return _(STRENGTHS[sum(len(password) >= length for length in (8, 14, 20))])


translate_constants(__name__)
