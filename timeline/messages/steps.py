"""The steps: what stands around their texts. The texts themselves are in `assets/help/steps`."""

from collections.abc import Sequence
from datetime import date

from timeline.messages.grammar import Noun, count_with_noun, join_with_or

TITLE = "Seven steps"
NOTE = "A path from a hurt of today, back through your history, and on. Any order, any skip, any pause."
ALL_STEPS = "All seven steps"
FIVE_MINUTES = "Each takes five minutes or less."
NOT_YET = "Not begun"
WALK_WAITING = "Begun, and kept for you"
ABOUT_METHOD = "Where this comes from, and what is known about it"

NEXT = "Next"
BACK = "Back"
SKIP = "Skip this question"
STOP = "Stop here"
STOP_SAYS = "What you typed is kept. You can go on from this question another time."
KEEP = "Keep this"
DONE_BUTTON = "Done"
BEGUN_EARLIER = "You began this a while ago"
BEGUN_EARLIER_SAYS = (
    "What you wrote then is still here. You can begin anew, and let it go, or go on with it where you were."
)
BEGIN_ANEW = "Begin anew"
GO_ON = "Go on with it"
EDIT = "Edit"
DELETE = "Delete"
SHOW_OLDER = "Show older ones"
NOTHING_FOUND = "Nothing by that name"
NOTHING_KEPT = "Nothing was written, so nothing was kept"
NOT_AT_ALL = "not at all"
VERY = "very strong"

FEELINGS = (
    "hurt", "sad", "lonely", "longing", "angry", "afraid", "ashamed", "jealous", "empty", "confused", "tired",
    "numb", "calm", "hopeful", "grateful", "glad",
)  # fmt: skip
FEELINGS_LABEL = "Words for it"
OWN_WORD = "Or a word of your own"
CHOOSE_A_FEELING = "Choose a word, or write one of your own. Or skip this whole step with “Stop here”."
AT_MOST_THREE = "Choose three words at most: the three that fit best."
NO_WORD = "No word was chosen, so there is nothing to give a number to."
CHOOSE_A_STRENGTH = "Choose a number from 0 to 5 for each word."
BODY = "Where in the body"
BODY_HINT = "Chest, throat, stomach, hands … or leave it empty."
KIND_LABEL = "A sentence to begin from"
KIND_OWN = "Or in your own words"
CHECK_INS = "Check-ins"
CHECK_IN = "check-in"
ON_COMING = "on coming"
ON_LEAVING = "on leaving"
BOTH_TIMES = "Before and after"
ASK_AGAIN = "Ask me again on leaving"
TOP_OFFER = "This is a lot. You could stop here for today, or reach someone. You can also go on."
ROSE_OFFER = (
    "It is stronger now than before. You could stop here for today, or reach someone. You can also go on."
)
SEE_HELP = "My people, and help lines"
PLAN_AND_HELP = "My plan, my people, help lines"
YOUR_PLAN = "Your own plan for when it gets too much"
CLOSE = "Close for today"

GOOD_PERSON = "Add someone who was good to you"
ADD_CAREGIVER = "Add someone who looked after you"
ADD_SOMEONE = "Add someone else"
ADD_LANDMARK = "Add a landmark"
A_PAINFUL_MOMENT = "A moment that hurt"
A_GOOD_MOMENT = "A moment that was good"
WITH_WHOM = "With whom"
THERE_ARE = "In your notebook so far"
NOBODY_YET = "Nobody yet. This can stay empty."
NOTHING_YET = "Nothing yet. This can stay empty."
LANDMARK = "landmark"
LANDMARKS = "Landmarks"
LANDMARK_LABEL = "What it was"
LANDMARK_HINT = "A move, a school, a birth, a job, a long illness."
LANDMARK_WHEN = "When"
WHEN_HINT = "1994, summer 1998, age 7, about 2003, or: I don’t know when."
LANDMARK_EMPTY = "Write what it was, or stop here."
PERIODS = "Your moments, by time of life"
NOT_PLACED = "without a place in time"
TO_THE_PICTURE = "See them in the timeline"
MY_HOPE = "Write one hope (step 7)"

TAGS_LABEL = "Words for what happened"
BOND_LABEL = "In what kind of bond"
RESPONSE_LABEL = "What you did then"
OWN_RESPONSE = "Or in your own words"
CHOOSE_A_TAG = "Choose one word or more. Or go back, or stop here."
NOTHING_LIKE_IT = "You have tagged no earlier moment with these words."
EARLIER_MOMENTS = "Earlier moments with the same words"
WHO_HELPED = "Who was there for you around that time"
WHO_ANSWERS = "Who gave what this lacks"
NOBODY_HELPED = "Nobody is set down yet for those times. That may mean it is not written yet."

AGE_LABEL = "Age"
AGE_HINT = "In years, such as 9."
AGE_WRONG = "Write the age as a number from 0 to 120, such as 9."
MOMENT_LABEL = "The moment"
NO_EARLY = "No early moment is set down yet that this is offered for. Choose an age instead."
CHOOSE_WHOM = "Choose one of the two, or stop here."
SENTENCE_HINT = "As you would say it to a child you are fond of, or to a good friend."
KIND_NOTES = "Kind notes"
KIND_NOTE = "kind note"
PATTERN_LABEL = "The pattern"
NO_PATTERNS = "No tag of yours is in two relationships or more yet. You can write the move without a pattern."
ANY_PATTERN = "no pattern in particular"
MOVE_LABEL = "One small different next move"
MOVE_HINT = "Something you could do on a day like today. Small is good."
NEXT_MOVES = "Next moves"
NEXT_MOVE = "next move"
READING_LINK = "Books and topics to read about"
THERAPIST = "How to find a therapist, and what to ask"

EPISODE_LABEL = "The moment"
CHOOSE_MOMENT = "Choose a moment, or stop here."
NO_PAINFUL = "There is no moment here that this step is for. You can add one, or take another step."
WAIT_AFTER_NAMING = (
    "You named what you feel a moment ago. Naming a feeling and thinking about its reasons get in each "
    "other’s way when one follows the other at once. Take another step in between, or come back in an hour."
)
NOT_FOR_HARM = (
    "Where you tagged abuse, trauma, fear or control, no moment with that person is listed here. A reason is "
    "never an excuse, and nobody has to look for one."
)
ABOUT_ME = "How far was this about me?"
ABOUT_ME_LOW = "not about me"
ABOUT_ME_HIGH = "all about me"
GROWN_LABEL = "Were you 18 or older then?"
YES, NO, NOT_SURE = "Yes", "No", "Not sure"
THEIR_PAST = "From their past"
THEIR_LIFE = "From their life at that time"
DIFFERENT = "Being two different people"
OWN_REASON = "In your own words"
OWN_REASON_HINT = "One on each line."
REASONS_GIVEN = (
    (
        THEIR_PAST,
        ("nobody showed them closeness", "they had been hurt before", "they learned to hide feelings"),
    ),
    (THEIR_LIFE, ("they had no strength left", "they were ill or in grief", "someone else filled their mind",
                  "work or worries took all of them")),
    (DIFFERENT, ("we wanted different things", "the time was wrong", "we did not fit",
                 "they did not feel what I felt")),
)  # fmt: skip
SAY_A_REASON = "Choose a reason or write one of your own, or stop here."
OWN_SHARE = "A part that was yours"
OWN_SHARE_HINT = "One line, or leave it empty. It can stay empty."
REASONS = "Moments with reasons"
REASON = "moment with reasons"
RECURRING_REASONS = "Reasons you named more than once"

WHEN_EMPTY = "Empty means today. Else: 1994, summer 1998, age 7, about 2003."
OR_SO = "Or"
OR_NAME = "Or someone who is not in your notebook"
LATER_LABEL = "Later"
TAKEN_IN = "let in"
VERY_MUCH = "very much"
NO_ONE_YET = "Nobody is set down yet. Add someone first, or write the moment without a name later."
HEADLINE_LABEL = "What happened"
HEADLINE_HINT = "One line, such as: she rang to hear how the exam went."
WHAT_FITS = "Which words fit"
THEIR_ANSWER_LABEL = "If you told someone: what did they say?"
THEIR_ANSWER_HINT = "Leave it empty if you told nobody."
GOOD_MOMENT = "good moment"
GOOD_MOMENTS = "Moments tagged as caring"
CARING_MOMENT = "moment tagged as caring"
HEADLINE_EMPTY = "Write what happened in one line, or stop here."
HEADLINE_LONG = "This is longer than 140 letters. Shorten it; a longer story fits into the moment’s own form."
CHOOSE_WHO = "Choose with whom it was, or stop here."
OFFERED_LABEL = "What was offered"
OFFERED_HINT = "A greeting, a seat kept free, a hand, a laugh. “Nothing today” is an answer."
NOTHING_TODAY = "Nothing today"
OFFERS = "Things that were offered"
OFFER = "thing that was offered"
LET_IN = "Did you let it in?"
LET_IN_OPTIONS = ("Yes", "In part", "Not this time")
PERSON_LABEL = "Whom"
REACH_LABEL = "How you could reach out"
REACH_HINT = "A message, a walk, a question about their day."
PEOPLE_TO_REACH = "People to reach out to"
REACH = "person to reach out to"
DONE_ONE = "done"
MARK_DONE = "I did this"
SAY_SOMETHING = "Write a line, or stop here."
ANSWERS_TITLE = "Who gave what was missing"
ANSWERS_NOTE = "For each tag of pain you use: the tags that answer it, and with whom you set them down."
NO_ANSWERS = "When you have tagged a painful moment, this shows who gave its answer."
ANSWERED_BY_NOBODY = "Nobody is set down for this yet. Is there someone, even in part?"

ACTIVITY_LABEL = "What you did"
ACTIVITY_HINT = "Anything: cooking, a run, helping a neighbour, an hour of music."
ENJOYMENT = "How much did you enjoy it?"
SENSE_OF_DONE = "How much did it feel like something done?"
ACTIVITIES = "Activities"
ACTIVITY = "activity"
STRENGTH_LABEL = "Something you are good at"
STRENGTH_HINT = "In your own words. Small things count: listening, soup, directions."
STRENGTHS = "Strengths"
STRENGTH = "strength"
WEEKS_TITLE = "Your weeks"
WEEKS_NOTE = "Activities of the last twelve weeks, beside what hurt. Each bar is the mean of your numbers."
WEEK = "Week from"
HURT_COLUMN = "What hurt"
DID = "Activities"
ENJOYED_COLUMN = "Enjoyed"
FELT_DONE = "Felt done"

KNOW_NOW = "What I know now"
DIFFERENTLY = "What I would do differently"
HOPE = "One hope"
HOPE_HINT = "It will stand at the far end of your timeline."
FROM_LATER = "From me in five years"
REFLECTIONS = "Entries on trust"
REFLECTION = "entry on trust"
CHANGED_TITLE = "What changed since last time"
CHANGED_FIRST = "This is the first time, so there is nothing to hold it against yet."
COUNTS_SAME = "The counts are the same as last time."

ON_MIND = "Is someone on your mind now?"
CHANGE_PLAN = "Change my plan"
MAKE_PLAN = "Make a plan for when it gets too much"

BREATH_IN, BREATH_OUT = "Breathe in", "Breathe out"
BREATH_START, BREATH_STOP = "Start", "Stop"
BREATH_STILL = "Breathe in for 4 counts, and out for 6. Six times."
GROUND_BREATH = "Breathe with a circle"
GROUND_FIVE = "Name five things you see"
GROUND_FIVE_NOTE = "Say them, or write them. They are not kept when you are done."
GOOD_LATER = "Set down a good moment"
CLOSING_ENTRIES = "good thing and check-in"

GOOD_THING = "One good thing"
GOOD_THING_HINT = "From today, or from before. Small is good. It can stay empty."
GOOD_THINGS = "Good things named on closing"
GOOD_THING_ONE = "good thing named on closing"
CLOSE_NOW = "Close now"
CLOSE_SAYS = "This blanks the page at once. Everything you kept is kept."
PAUSE = "You have been here for 25 minutes. A pause may do you good: some water, a window, a walk."
PAUSE_ON = "Go on"
PAUSE_CLOSE = "Close for today"


def error_sentence(error: ValueError) -> str:
    """What an error of ours says, without what is put before it on the way."""
    said = str(error)
    return said.split("Value error, ", 1)[-1].split(" [type=", 1)[0]


def reach_plan_text(name: str, how: str) -> str:
    """Whom and how, where they are not in the notebook."""
    return f"{name}: {how}" if name else how


def short_day(day: date) -> str:
    """A day, short."""
    return f"{day.day} {day:%b}"


def check_in_strength(strength: int) -> str:
    """A check-in among what hurt."""
    return f"a check-in with {strength} of 5"


def step_of_seven(number: int) -> str:
    """Which of the seven."""
    return f"Step {number} of 7"


def question_position(walk: str, n: int, count: int | None) -> str:
    """Where in the questions; None where how many there are hangs on the answers."""
    if count == 1:
        return walk
    return f"{walk} · question {n} of {count}" if count else f"{walk} · question {n}"


def resume_label(walk: str) -> str:
    """The button to a walk that was begun."""
    return f"Go on: {walk}"


def back_to_step_label(step: str) -> str:
    """The button back to the choice of a step."""
    return f"More of “{step}”"


def describe_scale_ends(low: str, high: str) -> str:
    """What the ends of a scale mean."""
    return f"0 {low}, 5 {high}"


def full_button_label(does: str, what: str) -> str:
    """What a button of a row does, in full."""
    return f"{does}: {what}"


def list_heading(title: str, count: int) -> str:
    """The heading of a list."""
    return f"{title} ({count})"


def saved_toast(what: str) -> str:
    """What the toast says once it is saved."""
    return f"{what}."


def addition_undo_name(one: str) -> str:
    """A new entry, as undo names it."""
    return f"Kept: {one}"


def change_undo_name(one: str) -> str:
    """A changed entry, as undo names it."""
    return f"Changed: {one}"


def deletion_undo_name(one: str) -> str:
    """An entry deleted, as undo names it."""
    return f"Deleted: {one}"


def not_saved_sentence(why: str) -> str:
    """Why nothing was saved."""
    return f"{why} Nothing is lost: your words are still here."


def format_date(day: date) -> str:
    """A day."""
    return f"{day.day} {day:%B} {day.year}"


def today_is(day: date) -> str:
    """The day, to be said aloud."""
    return f"Today is {day:%A}, {day.day} {day:%B} {day.year}."


def last_on(n: int, noun: Noun, day: date | None) -> str:
    """How many there are, and the last day."""
    said = count_with_noun(n, noun)
    return f"{said}, the last on {format_date(day)}" if day else said


def strengths_of(feelings: Sequence[tuple[str, int]]) -> str:
    """Feelings with their numbers."""
    return ", ".join(f"{word} {strength} of 5" for word, strength in feelings)


def before_after(word: str, before: int, after: int) -> str:
    """One feeling on coming and on leaving."""
    return f"{word}: {before} on coming, {after} on leaving"


def shared_features(tags: Sequence[str], kind: str, response: str) -> str:
    """What an earlier moment has in common."""
    said = [
        ", ".join(tags),
        *([f"also in {kind}"] if kind else []),
        *([f"you also “{response}”"] if response else []),
    ]
    return "; ".join(part for part in said if part)


def at_age(age: tuple[int, int] | None) -> str:
    """How old someone was."""
    if age is None:
        return ""
    return f"at {age[0]}" if age[0] == age[1] else f"at {age[0]} to {age[1]}"


def to_age(age: int) -> str:
    """Whom a kind note is to."""
    return f"To me at {age}"


def to_moment(headline: str) -> str:
    """Whom a kind note is to."""
    return f"To me at: {headline}"


def tag_in(tag: str, relationships: int) -> str:
    """A pattern, counted."""
    return f"{tag}: you tagged it in {relationships} relationships"


def moment_with(headline: str, who: str, age: str) -> str:
    """A moment to choose."""
    return f"{headline} ({who}, {age})" if age else f"{headline} ({who})"


def about_me(before: int | None, after: int | None) -> str:
    """The two answers to: how far was this about me."""
    if before is None or after is None:
        return ""
    return f"About me: {before} before, {after} after."


def reason_times(reason: str, n: int) -> str:
    """A reason, counted."""
    return f"{reason}: for {n} moments"


def tag_and_answers(tag: str, by: Sequence[str]) -> str:
    """A painful tag and what answers it."""
    return f"{tag}, answered by {join_with_or(by)}" if by else tag


def with_times(name: str, n: int) -> str:
    """Someone, and how often."""
    return f"{name} ({n})"


def count_change(what: str, then: int, now: int) -> str:
    """One count, then and now."""
    return f"{what}: {then} then, {now} now"


def since_label(day: date) -> str:
    """The last time."""
    return f"Since {format_date(day)}"


def body(where: str) -> str:
    """Where a feeling is."""
    return f"in the body: {where}"


def ratings(enjoyment: int | None, done: int | None) -> str:
    """The two numbers of an activity."""
    said = [f"enjoyed {enjoyment} of 5" if enjoyment is not None else "",
            f"felt done {done} of 5" if done is not None else ""]  # fmt: skip
    return ", ".join(part for part in said if part)


def period(name: str, painful: int, caring: int) -> str:
    """How many moments there are in a time of life."""
    return f"{name}: {painful} that hurt, {caring} that were good"


def thing_number(n: int) -> str:
    """One of five things."""
    return ("One", "Two", "Three", "Four", "Five")[n - 1]
