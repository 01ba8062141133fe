"""What is chosen for the paper and said before it leaves; its first page, people, moments and foot."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Final

from models.dates import UNKNOWN_DATE
from models.entries import EndingKind, Memory
from timeline.messages.dates import format_date
from timeline.messages.grammar import count_with_noun, join_with_and, quote_text
from timeline.messages.language import N_, _, ngettext, translate_constants

# -- what can be ticked ------------------------------------------------------------------------------------
PARTS: Final[dict[str, str]] = {
    "cover": N_("The first page in my own words: title, summary, hope, what helped, a question, not yet"),
    "threads": N_("Up to three threads with their counts"),
    "lifeline": N_("The picture of my life"),
    "landmarks": N_("Landmarks in the picture: moves, schools, births"),
    "people": N_("The table of people, with who they were"),
    "patterns": N_("Patterns, with where they did not happen and my own word on each"),
    "explanations": N_("Other explanations I wrote down"),
    "questions": N_("Questions to bring, with lines to write on"),
    "moments": N_("Moments one by one"),
    "steps": N_("What I wrote in the steps, line by line as ticked"),
    "methods": N_("How each number is worked out, and a note for the reader"),
}
"""Keys a plan's `sections` may hold, with what the person reads beside the box to tick."""
ONE_PAGE = N_("One page")
ONE_PAGE_SAYS = N_("Threads and counts, people by their initials, no moment in words.")
EVERYTHING_BUT_STORIES = N_("Everything except the stories")
EVERYTHING_BUT_STORIES_SAYS = N_("Every page and every headline, people by their initials, no story.")

# -- in place of what does not leave -----------------------------------------------------------------------
SOMEONE = N_("someone")
ME = N_("me")
WITHOUT_LETTERS = "–"
"""The initials of a name without letters; the same in every language."""
COUNTED_NOTE = N_("counted; not put into words here")
NOT_YET = N_("counted; not yet to be talked about")
NOTHING_CHOSEN = N_(
    "Nothing is chosen yet, so there is nothing to print. Choose at least one person, or write a few words "
    "for the first page."
)

# -- before it leaves --------------------------------------------------------------------------------------
TITLE = N_("Title")
LANDMARK = N_("Landmark")
OWN_TAG = N_("Tag of your own")
VERDICT = N_("Your word on a pattern")
NO_BIRTH_SO_NO_DATES = N_(
    "Without your year of birth there are no ages, so no dates leave. Enter it, or choose years instead."
)
NAMES_WITHOUT_CAPITALS = N_(
    "Some names are in a script without capital letters. They are taken out wherever they stand, and other "
    "spellings of them cannot be looked for: please read those texts yourself."
)


def unprintable(signs: str) -> str:
    """Signs no font has; they are said before the file is made."""
    return _("These signs are in none of the fonts and will stand as a box: {signs}").format(
        signs=" ".join(signs)
    )


def hidden_name_warning(name: str, part: str) -> str:
    """A shown name has someone left out in it."""
    return _("The name {name} holds {part}, which is also the name of someone you left out.").format(
        name=quote_text(name), part=quote_text(part)
    )


def no_alias(name: str) -> str:
    """Someone is to be shown by alias and has none."""
    return _("{name} has no alias yet, so initials stand there.").format(name=quote_text(name))


# -- the first page ----------------------------------------------------------------------------------------
NO_TITLE = N_("A relationship history")
IN_MY_OWN_WORDS = N_("In my own words")
HOPE = N_("What I hope for")
WHAT_HELPED = N_("What helped")
MY_QUESTION = N_("My question")
NOT_YET_LABEL = N_("Not yet")
WHAT_THIS_IS = N_("What this is")
WHAT_THIS_IS_SAYS = N_(
    "A self-report. These are moments as I remember them, looking back; I dated and rated them myself "
    "(1 to 5) and chose what is here and what is left out. It is not a diagnosis, a test result or a full "
    "record."
)
FIRST_LABEL, LATEST_LABEL = N_("First"), N_("Latest")
NO_ANSWER = N_("none entered")


def title_byline(name: str, words: bool) -> str:
    """The line under the title."""
    if not name:
        return _("As I tell it") if words else _("As I entered it")
    return (_("As told by {name}") if words else _("As entered by {name}")).format(name=name)


def threads(count: int) -> str:
    """Over the strips of the first page."""
    return {1: _("One thread"), 2: _("Two threads")}.get(count) or _("Three threads")


def count_in_tagged(k: int, of: int) -> str:
    """The count every thread and pattern begins with."""
    if of == 1:
        return _("in the one relationship tagged")
    if k == of:
        return ngettext("in all {n} relationships tagged", "in all {n} relationships tagged", of)
    return ngettext(
        "in {k} of the {n} relationships tagged", "in {k} of the {n} relationships tagged", of
    ).format(k=k)


def with_people(count: int) -> str:
    """With how many, where a pattern is about more than one tag."""
    return ngettext("with {n} person", "with {n} people", count)


def strongest(rating: int | None) -> str:
    """Over those that were rated highest."""
    return _("Strongest, rated {rating}").format(rating=rating) if rating else _("Strongest, not rated")


def answered_by_label(hit: int, of: int) -> str:
    """Over the care that was entered within a year after."""
    return _("Care within a year: after {count} of {total}").format(count=hit, total=of)


def more_names_note(count: int) -> str:
    """Names there is no room for."""
    return ngettext("and {n} more", "and {n} more", count)


LEFT_TO_RIGHT = "\u200e"


def name_with_date(name: str, when: str) -> str:
    """Someone, and when it was; the age stands behind the name also where that runs from the right."""
    if not when:
        return name
    return _("{name}, {when}").format(name=f"{name}{LEFT_TO_RIGHT * (not name.isascii())}", when=when)


def care_givers_sentence(names: Sequence[tuple[str, int]]) -> str:
    """Who gave care, counted, where the person wrote nothing about what helped."""
    if not names:
        return ""
    return _("Moments I tagged as caring: {counts}.").format(
        counts=join_with_and([_("{count} with {name}").format(count=n, name=name) for name, n in names])
    )


# -- the people --------------------------------------------------------------------------------------------
PEOPLE = N_("The people in it")
COLUMNS = (
    N_("Person"), N_("Who they were"), N_("My age"), N_("How it ended"), N_("Care"), N_("Pain"), N_("Thread"),
)  # fmt: skip
YEARS_COLUMN = N_("Years")
GIVEN_COLUMN = N_("By me")
ENDINGS: Final[dict[EndingKind, str]] = {
    "they left": N_("they ended it"),
    "I left": N_("I ended it"),
    "mutual": N_("we both ended it"),
    "faded": N_("it faded"),
    "death": N_("died"),
    "separation": N_("separated"),
    "changed form": N_("changed form"),
}
LASTED_WORD, END_NOT_SAID, ENDED_WORD = N_("lasted"), N_("not said"), N_("ended")
NONE_WORD, NO_WORD = N_("none"), N_("no")


def since_without_end(since: str) -> str:
    """When it began, where no end is entered; that it still goes on is not said."""
    return _("since {since}").format(since=since)


def started_by(first: str) -> str:
    """Of someone without a start: from their first moment on."""
    return _("first moment {when}").format(when=first)


# -- questions and moments ---------------------------------------------------------------------------------
QUESTIONS = N_("Questions to bring")
MOMENTS = N_("Moments, in order")
NO_DATE = N_("no date")
HOPED_LABEL, THEY, I_DID = N_("Hoped for:"), N_("They:"), N_("I:")
GIVEN_LABEL, MUTUAL_LABEL = N_("from me to them"), N_("both ways")

MEMORY: Final[dict[Memory, str]] = {
    "clear": N_("remembered clearly"),
    "hazy": N_("remembered hazily"),
    "told to me": N_("told to me"),
}


_FROM_AGE = re.compile(r"(aged? ?\d+) ?- ?(?=\d)", re.IGNORECASE)


def format_written_date(written: str) -> str:
    """A date as it was written; from one age to another with the dash that stands everywhere between two."""
    return _(NO_DATE) if written == UNKNOWN_DATE else _FROM_AGE.sub(r"\1–", written)


def format_ratings(then: int | None, now: int | None) -> str:
    """How strong it was, and how it still is."""
    parts = [
        _("{rating} of 5 then").format(rating=then) if then else "",
        _("{rating} of 5 now").format(rating=now) if now is not None else "",
    ]
    return ", ".join(part for part in parts if part)


# -- the foot of every page --------------------------------------------------------------------------------
def page_foot(day: date, version: str, persons: int, episodes: int) -> str:
    """Date, version and what is shown, where people or moments are."""
    made = _("{date}, attachment-timeline {version}").format(date=format_date(day), version=version)
    what = [
        *([count_with_noun(persons, "person")] if persons else []),
        *([count_with_noun(episodes, "moment")] if episodes else []),
    ]
    if not what:
        return _("{made}.").format(made=made)
    return _("{made}, {counts} shown.").format(made=made, counts=join_with_and(what))


def drop_double_stop(text: str) -> str:
    """`text` without the second full stop of a sentence that ends with an initial: "Death of B. S. I."."""
    return _TWO_STOPS.sub(r"\1", text)


_TWO_STOPS = re.compile(r"(?<!\w)([^\W\d_]\.)\.(?!\.)")
OF_WORD = N_("of")
"""Between a page's number and how many there are."""
PAPER_FAILED = N_(
    "The paper could not be made from this choice. Nothing was written. Leave out a part and try again."
)
SUBJECT = N_("A relationship history, written by the person it is about")
"""What the file is called when it is handed over: it says nothing about whose it is."""

HALF_A_CHARACTER = N_("This password holds half of a character. Type that character again.")


def password_too_short(least: int) -> str:
    """A password for the file with too few characters."""
    return _("A password for the file needs at least {least} characters. Type a longer one.").format(
        least=least
    )


def password_too_long(most: int) -> str:
    """A password for the file that is longer than the format looks at."""
    return _(
        "A password for the file has at most {most} bytes and no NUL: about that many plain "
        "letters, fewer others. Type a shorter one."
    ).format(most=most)


translate_constants(__name__)
