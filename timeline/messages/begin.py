"""What a new history is asked, one thing at a time, all of it to be passed by."""

START = "A notebook of your own"
START_SAYS = (
    "Here you set down the relationships of your life, in your own words and at your own pace. "
    "It begins empty, and it is kept in one file on this computer."
)
SAMPLE_GOES = "The sample you are looking at is put away."
NAME_QUESTION = "What shall this notebook call you?"
NAME_HINT = "A name, a letter, or nothing."
START_BUTTON = "Start my notebook"
LOOK_FIRST = "Look around the sample first"

STEPS = "The beginning, step by step"
SAVE_ON = "Save and go on"
PASS_BY = "Pass this by"
GO_ON = "Go on"
BACK = "Back"
TO_TIMELINE = "Go to my timeline"
ANY_ORDER = "Any order, any skip. Everything can be changed later."

MIND = "Is someone on your mind now?"
MIND_SHORT = "On your mind"
MIND_SAYS = "They can come first, even if they came late in your life."
MIND_NAME = "Their name, or a name you choose"
UNRECIPROCATED = "unreciprocated"
MIND_MORE = "Other words for it can be ticked later, with the moments."

STOP = "If it gets too much"
STOP_SHORT = "A stop plan"
STOP_SAYS = "A plan made in a calm hour helps in a hard one. “I’m hurting now” always leads to it."
STOP_SIGNS = "How do I notice that it is too much?"
STOP_SIGNS_HINT = "My hands get cold. I read the same line again and again. One on each line."
STOP_DO = "What do I do then?"
STOP_DO_HINT = "Close this page. Put my feet on the floor. Go outside. One on each line."
STOP_CALL = "Whom do I reach?"
STOP_CALL_HINT = "A name, with a number if you like. One on each line."

GOOD = "One person who was good to you"
GOOD_SHORT = "One good person"
GOOD_SAYS = "Anyone, from any time: a grandmother, a teacher, a friend, a neighbour. Once is enough."
GOOD_TAGS = "What did they give?"

LANDMARKS = "A few landmarks"
LANDMARKS_SHORT = "Landmarks"
LANDMARKS_SAYS = "Moves, schools, births: what you remember other things by."
LANDMARK = "A move, a school, a birth"

EARLIEST = "Who looked after you as a child?"
EARLIEST_SHORT = "The earliest"
EARLIEST_SAYS = "The first people in your life, whoever they were. Moments with them come later."
EARLIEST_HINT = "Mother, grandfather, foster father, a nurse. “age 0” if they were there from the start."
EARLIEST_NAME = "Name"
EARLIEST_ROLE = "Who they were to you"
EARLIEST_SINCE = "Since when?"
FROM_THE_START = "age 0"

FORWARD = "Forward in time"
FORWARD_SHORT = "Forward"
FORWARD_SAYS = (
    "One moment with each person is plenty to begin with, painful or good. A headline and a time, as you "
    "remember it. Stop whenever you like."
)
NO_ONE_YET = "There is no one here yet."
ADD_SOMEONE = "Someone else"

TODAY = "And today"
TODAY_SHORT = "Today"
TODAY_SAYS = "You have come back to now. You can name what you feel, or leave it at that."
CHECK_IN = "Name what I feel"

HOPE = "One hope"
HOPE_SHORT = "One hope"
HOPE_SAYS = "It stands at the far end of your timeline, where nothing is written yet."
HOPE_ASKED = "What do you hope for?"

ADDED_LANDMARKS = "Added landmarks"
ADDED_EARLIEST = "Added the first people"
WROTE_STOP = "Wrote a stop plan"
WROTE_HOPE = "Wrote a hope"


def addition_undo_name(name: str) -> str:
    """What was done, as undo names it."""
    return f"Added “{name if len(name) <= 60 else f'{name[:59]}…'}”"


def number_label(number: int, label: str) -> str:
    """The label of one of several fields alike, so that each has a name of its own."""
    return label if number == 1 else f"{label} ({number})"


def moment_with(name: str) -> str:
    """The button for a moment with someone."""
    return f"A moment with {name if len(name) <= 40 else f'{name[:39]}…'}"
