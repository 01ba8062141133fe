"""What a new history is asked, one thing at a time, all of it to be passed by."""

from timeline.messages.language import N_, _, translate_constants
from timeline.messages.phrases import heading_with_count, shorten_name

START = N_("A notebook of your own")
START_SAYS = N_(
    "Here you set down the relationships of your life, in your own words and at your own pace. "
    "It begins empty, and it is kept in one file on this computer."
)
SAMPLE_GOES = N_("The sample will close; you can open it again.")
NAME_QUESTION = N_("What should this notebook call you?")
NAME_HINT = N_("A name, a letter, or nothing.")
START_BUTTON = N_("Start my notebook")
LOOK_FIRST = N_("Look around the sample first")

SAVE_ON = N_("Save and go on")
PASS_BY = N_("Skip")
GO_ON = N_("Go on")
BACK = N_("Back")
TO_TIMELINE = N_("Go to my timeline")
ANY_ORDER = N_("Go in any order, skip anything. Everything can be changed later.")

STOP_SIGNS = N_("How do I notice that it is too much?")
STOP_SIGNS_HINT = N_("My hands get cold. I read the same line again and again. One on each line.")
STOP_DO = N_("What do I do then?")
STOP_DO_HINT = N_("Close this page. Put my feet on the floor. Go outside. One on each line.")
STOP_CALL = N_("Who can I call?")
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
    return _("This adds the tag “{tag}”. You can add others later.").format(tag=tag)


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
