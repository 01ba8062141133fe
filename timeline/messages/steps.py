"""The steps: what stands around their texts. The texts themselves are in `assets/help/steps`."""

from collections.abc import Sequence
from datetime import date

from pydantic import ValidationError

from timeline.messages.dates import WEEKDAYS, format_date, format_period
from timeline.messages.grammar import Noun, count_with_noun, join_with_or
from timeline.messages.language import N_, _, ngettext, translate_constants
from timeline.messages.phrases import end_sentence, heading_with_count, label_text
from timeline.messages.problem_sentences import explain_error, explain_validation_error

PAGE_TITLE = N_("Steps")
TITLE = N_("Seven steps")
NOTE = N_("A path from a hurt of today, back through your history, and on. Any order, any skip, any pause.")
ALL_STEPS = N_("All seven steps")
FIVE_MINUTES = N_("Each takes five minutes or less.")
NOT_YET = N_("Not begun")
WALK_WAITING = N_("Begun, and kept for you")
ABOUT_METHOD = N_("Where this comes from, and what is known about it")

NEXT = N_("Next")
BACK = N_("Back")
SKIP = N_("Skip this question")
STOP = N_("Stop here")
STOP_SAYS = N_("What you typed is kept. You can go on from this question another time.")
KEEP = N_("Keep this")
DONE_BUTTON = N_("Done")
BEGUN_EARLIER = N_("You began this a while ago")
BEGUN_EARLIER_SAYS = N_(
    "What you wrote then is still here. You can begin anew, and let it go, or go on with it where you were."
)
BEGIN_ANEW = N_("Begin anew")
GO_ON = N_("Go on with it")
EDIT = N_("Edit")
DELETE = N_("Delete")
SHOW_OLDER = N_("Show older ones")
NOTHING_FOUND = N_("Nothing by that name")
NOTHING_KEPT = N_("Nothing was written, so nothing was kept")
NOT_AT_ALL = N_("not at all")
VERY = N_("very strong")

FEELINGS = (
    N_("hurt"),
    N_("sad"),
    N_("lonely"),
    N_("longing"),
    N_("angry"),
    N_("afraid"),
    N_("ashamed"),
    N_("jealous"),
    N_("empty"),
    N_("confused"),
    N_("tired"),
    N_("numb"),
    N_("calm"),
    N_("hopeful"),
    N_("grateful"),
    N_("glad"),
)
FEELINGS_LABEL = N_("Words for it")
OWN_WORD = N_("Or a word of your own")
CHOOSE_A_FEELING = N_("Choose a word, or write one of your own. Or skip this whole step with “Stop here”.")
AT_MOST_THREE = N_("Choose three words at most: the three that fit best.")
NO_WORD = N_("No word was chosen, so there is nothing to give a number to.")
CHOOSE_A_STRENGTH = N_("Choose a number from 0 to 5 for each word.")
BODY = N_("Where in the body")
BODY_HINT = N_("Chest, throat, stomach, hands … or leave it empty.")
KIND_LABEL = N_("A sentence to begin from")
KIND_OWN = N_("Or in your own words")
CHECK_INS = N_("Check-ins")
CHECK_IN = N_("check-in")
ON_COMING = N_("on coming")
ON_LEAVING = N_("on leaving")
BOTH_TIMES = N_("Before and after")
ASK_AGAIN = N_("Ask me again on leaving")
TOP_OFFER = N_("This is a lot. You could stop here for today, or reach someone. You can also go on.")
ROSE_OFFER = N_(
    "It is stronger now than before. You could stop here for today, or reach someone. You can also go on."
)
SEE_HELP = N_("My people, and help lines")
PLAN_AND_HELP = N_("My plan, my people, help lines")
YOUR_PLAN = N_("Your own plan for when it gets too much")
CLOSE = N_("Close for today")

GOOD_PERSON = N_("Add someone who was good to you")
ADD_CAREGIVER = N_("Add someone who looked after you")
ADD_SOMEONE = N_("Add someone else")
ADD_LANDMARK = N_("Add a landmark")
A_PAINFUL_MOMENT = N_("A moment that hurt")
A_GOOD_MOMENT = N_("A moment that was good")
WITH_WHOM = N_("With whom")
THERE_ARE = N_("In your notebook so far")
NOBODY_YET = N_("Nobody yet. This can stay empty.")
NOTHING_YET = N_("Nothing yet. This can stay empty.")
LANDMARK = N_("landmark")
LANDMARKS = N_("Landmarks")
WHEN_HINT = N_("1994, summer 1998, age 7, about 2003, or: I don’t know when.")
PERIODS = N_("Your moments, by time of life")
NOT_PLACED = N_("without a place in time")
TO_THE_PICTURE = N_("See them in the timeline")
MY_HOPE = N_("Write one hope (step 7)")

TAGS_LABEL = N_("Words for what happened")
BOND_LABEL = N_("In what kind of bond")
RESPONSE_LABEL = N_("What you did then")
OWN_RESPONSE = N_("Or in your own words")
CHOOSE_A_TAG = N_("Choose one word or more. Or go back, or stop here.")
NOTHING_LIKE_IT = N_("You have tagged no earlier moment with these words.")
EARLIER_MOMENTS = N_("Earlier moments with the same words")
WHO_HELPED = N_("Who was there for you around that time")
WHO_ANSWERS = N_("Who gave what this lacks")
NOBODY_HELPED = N_("Nobody is set down yet for those times. That may mean it is not written yet.")

AGE_LABEL = N_("Age")
AGE_HINT = N_("In years, such as 9.")
AGE_WRONG = N_("Write the age as a number from 0 to 120, such as 9.")
MOMENT_LABEL = N_("The moment")
NO_EARLY = N_("No early moment is set down yet that this is offered for. Choose an age instead.")
CHOOSE_WHOM = N_("Choose one of the two, or stop here.")
SENTENCE_HINT = N_("As you would say it to a child you are fond of, or to a good friend.")
KIND_NOTES = N_("Kind notes")
KIND_NOTE = N_("kind note")
PATTERN_LABEL = N_("The pattern")
NO_PATTERNS = N_(
    "No tag of yours is in two relationships or more yet. You can write the move without a pattern."
)
ANY_PATTERN = N_("no pattern in particular")
MOVE_LABEL = N_("One small different next move")
MOVE_HINT = N_("Something you could do on a day like today. Small is good.")
NEXT_MOVES = N_("Next moves")
NEXT_MOVE = N_("next move")
READING_LINK = N_("Books and topics to read about")
THERAPIST = N_("How to find a therapist, and what to ask")

EPISODE_LABEL = N_("The moment")
CHOOSE_MOMENT = N_("Choose a moment, or stop here.")
NO_PAINFUL = N_("There is no moment here that this step is for. You can add one, or take another step.")
WAIT_AFTER_NAMING = N_(
    "You named what you feel a moment ago. Naming a feeling and thinking about its reasons get in each "
    "other’s way when one follows the other at once. Take another step in between, or come back in an hour."
)
NOT_FOR_HARM = N_(
    "Where you tagged abuse, trauma, fear or control, no moment with that person is listed here. A reason is "
    "never an excuse, and nobody has to look for one."
)
ABOUT_ME = N_("How far was this about me?")
ABOUT_ME_LOW = N_("not about me")
ABOUT_ME_HIGH = N_("all about me")
GROWN_LABEL = N_("Were you 18 or older then?")
YES, NO, NOT_SURE = N_("Yes"), N_("No"), N_("Not sure")
THEIR_PAST = N_("From their past")
THEIR_LIFE = N_("From their life at that time")
DIFFERENT = N_("Being two different people")
OWN_REASON = N_("In your own words")
OWN_REASON_HINT = N_("One on each line.")
REASONS_GIVEN = (
    (
        THEIR_PAST,
        (
            N_("nobody showed them closeness"),
            N_("they had been hurt before"),
            N_("they learned to hide feelings"),
        ),
    ),
    (
        THEIR_LIFE,
        (
            N_("they had no strength left"),
            N_("they were ill or in grief"),
            N_("someone else filled their mind"),
            N_("work or worries took all of them"),
        ),
    ),
    (
        DIFFERENT,
        (
            N_("we wanted different things"),
            N_("the time was wrong"),
            N_("we did not fit"),
            N_("they did not feel what I felt"),
        ),
    ),
)
SAY_A_REASON = N_("Choose a reason or write one of your own, or stop here.")
OWN_SHARE = N_("A part that was yours")
OWN_SHARE_HINT = N_("One line, or leave it empty. It can stay empty.")
REASONS = N_("Moments with reasons")
REASON = N_("moment with reasons")
RECURRING_REASONS = N_("Reasons you named more than once")

OR_SO = N_("Or")
OR_NAME = N_("Or someone who is not in your notebook")
LATER_LABEL = N_("Later")
TAKEN_IN = N_("let in")
VERY_MUCH = N_("very much")
NO_ONE_YET = N_("Nobody is set down yet. Add someone first, or write the moment without a name later.")
HEADLINE_HINT = N_("One line, such as: she rang to hear how the exam went.")
GOOD_MOMENT = N_("good moment")
GOOD_MOMENTS = N_("Moments tagged as caring")
CARING_MOMENT = N_("moment tagged as caring")
OFFERED_LABEL = N_("What was offered")
OFFERED_HINT = N_("A greeting, a seat kept free, a hand, a laugh. “Nothing today” is an answer.")
NOTHING_TODAY = N_("Nothing today")
OFFERS = N_("Things that were offered")
OFFER = N_("thing that was offered")
LET_IN = N_("Did you let it in?")
LET_IN_OPTIONS = (N_("Yes"), N_("In part"), N_("Not this time"))
PERSON_LABEL = N_("Whom")
REACH_LABEL = N_("How you could reach out")
REACH_HINT = N_("A message, a walk, a question about their day.")
PEOPLE_TO_REACH = N_("People to reach out to")
REACH = N_("person to reach out to")
DONE_ONE = N_("done")
MARK_DONE = N_("I did this")
SAY_SOMETHING = N_("Write a line, or stop here.")
ANSWERS_TITLE = N_("Who gave what was missing")
ANSWERS_NOTE = N_("For each tag of pain you use: the tags that answer it, and with whom you set them down.")
NO_ANSWERS = N_("When you have tagged a painful moment, this shows who gave its answer.")
ANSWERED_BY_NOBODY = N_("Nobody is set down for this yet. Is there someone, even in part?")

ACTIVITY_LABEL = N_("What you did")
ACTIVITY_HINT = N_("Anything: cooking, a run, helping a neighbour, an hour of music.")
ENJOYMENT = N_("How much did you enjoy it?")
SENSE_OF_DONE = N_("How much did it feel like something done?")
ACTIVITIES = N_("Activities")
ACTIVITY = N_("activity")
STRENGTH_LABEL = N_("Something you are good at")
STRENGTH_HINT = N_("In your own words. Small things count: listening, soup, directions.")
STRENGTHS = N_("Strengths")
STRENGTH = N_("strength")
WEEKS_TITLE = N_("Your weeks")
WEEKS_NOTE = N_(
    "Activities of the last twelve weeks, beside what hurt. Each bar is the mean of your numbers."
)
WEEK = N_("Week from")
HURT_COLUMN = N_("What hurt")
DID = N_("Activities")
ENJOYED_COLUMN = N_("Enjoyed")
FELT_DONE = N_("Felt done")

KNOW_NOW = N_("What I know now")
DIFFERENTLY = N_("What I would do differently")
HOPE = N_("One hope")
HOPE_HINT = N_("It will stand at the far end of your timeline.")
FROM_LATER = N_("From me in five years")
REFLECTIONS = N_("Entries on trust")
REFLECTION = N_("entry on trust")
CHANGED_TITLE = N_("What changed since last time")
CHANGED_FIRST = N_("This is the first time, so there is nothing to hold it against yet.")
COUNTS_SAME = N_("The counts are the same as last time.")

ON_MIND = N_("Is someone on your mind now?")
CHANGE_PLAN = N_("Change my plan")
MAKE_PLAN = N_("Make a plan for when it gets too much")

BREATH_IN, BREATH_OUT = N_("Breathe in"), N_("Breathe out")
BREATH_START, BREATH_STOP = N_("Start"), N_("Stop")
BREATH_STILL = N_("Breathe in for 4 counts, and out for 6. Six times.")
GROUND_BREATH = N_("Breathe with a circle")
GROUND_FIVE = N_("Name five things you see")
GROUND_FIVE_NOTE = N_("Say them, or write them. They are not kept when you are done.")
GOOD_LATER = N_("Set down a good moment")
CLOSING_ENTRIES = N_("good thing and check-in")

GOOD_THING = N_("One good thing")
GOOD_THING_HINT = N_("From today, or from before. Small is good. It can stay empty.")
GOOD_THINGS = N_("Good things named on closing")
GOOD_THING_ONE = N_("good thing named on closing")
CLOSE_NOW = N_("Close now")
CLOSE_SAYS = N_("This blanks the page at once. Everything you kept is kept.")
PAUSE = N_("You have been here for 25 minutes. A pause may do you good: some water, a window, a walk.")
PAUSE_ON = N_("Go on")
PAUSE_CLOSE = N_("Close for today")


def list_feelings() -> dict[str, str]:
    """The feelings to choose from: as they are kept, and as they are shown."""
    return {word: _(word) for word in FEELINGS}


def feeling_label(word: str) -> str:
    """A feeling as it is shown: one of those to choose from, or a word of one's own as it was written."""
    return _(word) if word in FEELINGS else word


def error_sentence(error: ValueError) -> str:
    """What an error of ours says, without what is put before it on the way."""
    if isinstance(error, ValidationError):
        return explain_validation_error(error.errors(include_url=False)[0])
    return explain_error(error)


def reach_plan_text(name: str, how: str) -> str:
    """Whom and how, where they are not in the notebook."""
    return label_text(name, how) if name else how


def check_in_strength(strength: int) -> str:
    """A check-in among what hurt."""
    return _("a check-in with {strength} of 5").format(strength=strength)


def step_of_seven(number: int) -> str:
    """Which of the seven."""
    return _("Step {number} of 7").format(number=number)


def question_position(walk: str, n: int, count: int | None) -> str:
    """Where in the questions; None where how many there are hangs on the answers."""
    if count == 1:
        return walk
    if count:
        return _("{walk} · question {n} of {count}").format(walk=walk, n=n, count=count)
    return _("{walk} · question {n}").format(walk=walk, n=n)


def resume_label(walk: str) -> str:
    """The button to a walk that was begun."""
    return _("Go on: {walk}").format(walk=walk)


def back_to_step_label(step: str) -> str:
    """The button back to the choice of a step."""
    return _("More of “{step}”").format(step=step)


def describe_scale_ends(low: str, high: str) -> str:
    """What the ends of a scale mean."""
    return _("0 {low}, 5 {high}").format(low=low, high=high)


def full_button_label(does: str, what: str) -> str:
    """What a button of a row does, in full."""
    return label_text(does, what)


def list_heading(title: str, count: int) -> str:
    """The heading of a list."""
    return heading_with_count(title, count)


def saved_toast(what: str) -> str:
    """What the toast says once it is saved."""
    return end_sentence(what)


def addition_undo_name(one: str) -> str:
    """A new entry, as undo names it."""
    return _("Kept: {one}").format(one=one)


def change_undo_name(one: str) -> str:
    """A changed entry, as undo names it."""
    return _("Changed: {one}").format(one=one)


def deletion_undo_name(one: str) -> str:
    """An entry deleted, as undo names it."""
    return _("Deleted: {one}").format(one=one)


def not_saved_sentence(why: str) -> str:
    """Why nothing was saved."""
    return _("{why} Nothing is lost: your words are still here.").format(why=why)


def today_is(day: date) -> str:
    """The day, to be said aloud."""
    return _("Today is {weekday}, {day}.").format(weekday=_(WEEKDAYS[day.weekday()]), day=format_date(day))


def last_on(n: int, noun: Noun, day: date | None) -> str:
    """How many there are, and the last day."""
    said = count_with_noun(n, noun)
    return _("{counted}, the last on {day}").format(counted=said, day=format_date(day)) if day else said


def strengths_of(feelings: Sequence[tuple[str, int]]) -> str:
    """Feelings with their numbers."""
    return ", ".join(
        _("{word} {strength} of 5").format(word=feeling_label(word), strength=strength)
        for word, strength in feelings
    )


def before_after(word: str, before: int, after: int) -> str:
    """One feeling on coming and on leaving."""
    return _("{word}: {before} on coming, {after} on leaving").format(
        word=feeling_label(word), before=before, after=after
    )


def shared_features(tags: Sequence[str], kind: str, response: str) -> str:
    """What an earlier moment has in common."""
    said = [
        ", ".join(tags),
        *([_("also in {kind}").format(kind=kind)] if kind else []),
        *([_("you also “{response}”").format(response=response)] if response else []),
    ]
    return "; ".join(part for part in said if part)


def to_age(age: int) -> str:
    """Whom a kind note is to."""
    return _("To me at {age}").format(age=age)


def to_moment(headline: str) -> str:
    """Whom a kind note is to."""
    return _("To me at: {headline}").format(headline=headline)


def tag_in(tag: str, relationships: int) -> str:
    """A pattern, counted."""
    return ngettext(
        "{tag}: you tagged it in {n} relationship", "{tag}: you tagged it in {n} relationships", relationships
    ).format(tag=tag)


def moment_with(headline: str, who: str, age: str) -> str:
    """A moment to choose."""
    if age:
        return _("{headline} ({who}, {age})").format(headline=headline, who=who, age=age)
    return _("{headline} ({who})").format(headline=headline, who=who)


def about_me(before: int | None, after: int | None) -> str:
    """The two answers to: how far was this about me."""
    if before is None or after is None:
        return ""
    return _("About me: {before} before, {after} after.").format(before=before, after=after)


def reason_times(reason: str, n: int) -> str:
    """A reason, counted."""
    return ngettext("{reason}: for {n} moment", "{reason}: for {n} moments", n).format(reason=reason)


def tag_and_answers(tag: str, by: Sequence[str]) -> str:
    """A painful tag and what answers it."""
    return _("{tag}, answered by {tags}").format(tag=tag, tags=join_with_or(by)) if by else tag


def earlier_moments_heading(n: int) -> str:
    """Over the earlier moments that are like today's, and how many there are."""
    return heading_with_count(_(EARLIER_MOMENTS), n) if n else _(EARLIER_MOMENTS)


def more_moments(n: int) -> str:
    """The fold with the earlier moments that are not among the first."""
    return ngettext("{n} more moment", "{n} more moments", n)


def giver_with_times(name: str, n: int, has_died: bool) -> str:
    """Someone who gave the opposite, how often, and whether they have died."""
    if has_died:
        return _("{name} ({count}, has died)").format(name=name, count=n)
    return with_times(name, n)


def with_times(name: str, n: int) -> str:
    """Someone, and how often."""
    return heading_with_count(name, n)


def count_change(what: str, then: int, now: int) -> str:
    """One count, then and now."""
    return _("{what}: {then} then, {now} now").format(what=what, then=then, now=now)


def since_label(day: date) -> str:
    """The last time."""
    return _("Since {day}").format(day=format_date(day))


def body(where: str) -> str:
    """Where a feeling is."""
    return _("in the body: {where}").format(where=where)


def ratings(enjoyment: int | None, done: int | None) -> str:
    """The two numbers of an activity."""
    said = [
        _("enjoyed {enjoyment} of 5").format(enjoyment=enjoyment) if enjoyment is not None else "",
        _("felt done {done} of 5").format(done=done) if done is not None else "",
    ]
    return ", ".join(part for part in said if part)


def period(key: str, painful: int, caring: int) -> str:
    """How many moments there are in a time of life, "" for none that is known."""
    name = format_period(key) if key else _(NOT_PLACED)
    return _("{name}: {painful} that hurt, {caring} that were good").format(
        name=name, painful=painful, caring=caring
    )


def thing_number(n: int) -> str:
    """One of five things."""
    return (_("One"), _("Two"), _("Three"), _("Four"), _("Five"))[n - 1]


translate_constants(__name__)
