"""What a new history is asked, one thing at a time, all of it to be passed by."""

from timeline.messages.language import N_, _, translate_constants
from timeline.messages.phrases import heading_with_count, shorten_name

START = N_("A notebook of your own")
START_SAYS = N_(
    "Here you set down the relationships of your life, in your own words and at your own pace. "
    "It begins empty, and it is kept in one file on this computer."
)
SAMPLE_GOES = N_("The sample you are looking at is put away.")
NAME_QUESTION = N_("What shall this notebook call you?")
NAME_HINT = N_("A name, a letter, or nothing.")
START_BUTTON = N_("Start my notebook")
LOOK_FIRST = N_("Look around the sample first")

SAVE_ON = N_("Save and go on")
PASS_BY = N_("Pass this by")
GO_ON = N_("Go on")
BACK = N_("Back")
TO_TIMELINE = N_("Go to my timeline")
ANY_ORDER = N_("Any order, any skip. Everything can be changed later.")

MIND_MORE = N_("Other words for it can be ticked later, with the moments.")

STOP_SIGNS = N_("How do I notice that it is too much?")
STOP_SIGNS_HINT = N_("My hands get cold. I read the same line again and again. One on each line.")
STOP_DO = N_("What do I do then?")
STOP_DO_HINT = N_("Close this page. Put my feet on the floor. Go outside. One on each line.")
STOP_CALL = N_("Whom do I reach?")
STOP_CALL_HINT = N_("A name, with a number if you like. One on each line.")

GOOD_TAGS = N_("What did they give?")

EARLIEST_HINT = N_("Mother, grandfather, foster father, a nurse. “age 0” if they were there from the start.")
EARLIEST_NAME = N_("Name")
EARLIEST_ROLE = N_("Who they were to you")
EARLIEST_SINCE = N_("Since when?")
FROM_THE_START = N_("age 0")

NO_ONE_YET = N_("There is no one here yet.")
ADD_SOMEONE = N_("Someone else")

CHECK_IN = N_("Name what I feel")

HOPE_ASKED = N_("What do you hope for?")

ADDED_LANDMARKS = N_("Added landmarks")
ADDED_EARLIEST = N_("Added the first people")
WROTE_STOP = N_("Wrote a stop plan")
WROTE_HOPE = N_("Wrote a hope")


def mind_hint(tag: str) -> str:
    """Under the tag that is offered for whom one has in mind."""
    return _("{tag}. {more}").format(tag=tag, more=_(MIND_MORE))


def addition_undo_name(name: str) -> str:
    """What was done, as undo names it."""
    return _("Added “{name}”").format(name=shorten_name(name))


def number_label(number: int, label: str) -> str:
    """The label of one of several fields alike, so that each has a name of its own."""
    return label if number == 1 else heading_with_count(label, number)


def moment_with(name: str) -> str:
    """The button for a moment with someone."""
    return _("A moment with {name}").format(name=shorten_name(name, 40))


translate_constants(__name__)
