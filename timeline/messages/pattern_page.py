"""What the Patterns page says: counts first, what chance would do, where it was not, one's own word."""

from collections.abc import Sequence
from typing import Final

from models.findings import Certainty, Finding, TestedTail
from models.history import History
from timeline.messages.grammar import count_with_noun, join_with_and
from timeline.messages.kinds import many_of_kind
from timeline.messages.pattern_sentences import (
    ASKED_LEVELS,
    LEVELS,
    describe_finding,
    describe_statement,
    describe_subject,
)

TITLE = "Patterns"
SUBTITLE = (
    "What you tagged in more than one relationship, counted. Possibilities to look at, not conclusions."
)
COUNTING = "Counting …"
NONE_YET = "Nothing to count yet"
NONE_YET_SAYS = (
    "Patterns come with the moments you enter and tag. From three relationships on there is something to see."
)

CLEAR_OR_POSSIBLE = "Clear or possible"
CLEAR_OR_POSSIBLE_NOTE = "Counts held against histories shuffled at random from yours."
NONE_CLEAR_OR_POSSIBLE = "No count listed here is clear or possible. Each stays true as a count."
RECURRING_TAGS = "Tags that run through"
RECURRING_TAGS_NOTE = (
    "One small bar stands for each relationship you tagged, in the order they began; it is filled where the "
    "tag is. A tag recurs in three or more relationships, over two or more kinds of bond or periods of life."
)
SIDES = {"painful": "Pain", "caring": "Care"}
SIDE_NOTES = {"painful": "Tags you set for what hurt.", "caring": "Tags you set for what did you good."}
NEITHER = "Neither pain nor care"
NONE_ON_SIDE = {
    "painful": "No painful tag entered here.",
    "caring": "No caring tag entered here. A good moment, however small, belongs here too.",
}
NONE_SHOWN_ON_SIDE = "None in what the filter shows."
NONE_SHOWN = "Nothing is listed under this filter"
NONE_SHOWN_SAYS = "Lift the filter, or change it, to see what else is counted."
NOT_ANSWERED_HERE = "Nobody in what the filter shows. Lift it to see everyone."
RECURRING_TAGS_RULE = "In three or more relationships, over two or more kinds of bond or periods of life."
LOOKED_AT = "What else was looked at"
LOOKED_AT_NOTE = "Counts that are neither clear nor possible, and questions that need more relationships."
NEEDS_MORE = "Questions that need more relationships"

RECURS = "recurs"
MARKS: Final[dict[Certainty, str]] = {
    "clear": "clear",
    "possible": "possible",
    "counted": "a count, not told from chance",
    "too few to tell": "too few to tell",
}
COUNT_ONLY = "a count"

TAGS = "Tags"
VIEWS = "Ways to look at patterns"
ALL_PATTERNS = "All patterns"
CHANGED_NOTE = "Patterns that came, went or changed their level since you last looked here."
SEE_PATTERN = "See it"
BACK = "← All patterns"
PATTERN_GONE = "This pattern is not in what is counted now"
PATTERN_GONE_SAYS = "An edit or the filter took it away. Undo, or lift the filter, and it is there again."
NOT_THERE_NOW = "a pattern that is not counted now"
IN_PICTURE = "See it in the picture"

RESTS_ON = "What it rests on"
NOT_THERE = "Where it did not happen"
NOT_THERE_NOTE = "Where it could have, as far as you tagged. What you did not enter is not counted."
NO_ABSENCE = "There was no relationship in which it could have and did not."
WHO_ANSWERED = "Who answered it"

OWN_WORD = "Your own word on it"
OWN_WORD_NOTE = "You have the last word. It is kept beside the count, and printed with it."
VERDICT_OPTIONS = (("fits", "It fits"), ("does not fit", "It does not fit"), ("unsure", "I am unsure"))
NOTE = "A note, if you like"
KEEP = "Keep it"
WITHDRAW_VERDICT = "Take it away"
NOT_KEPT_YET = "This note was typed and is not kept yet."
CANNOT_KEEP = "This note cannot be kept. Shorten it, or type it again without pasting."
CHOOSE_FIRST = "Choose one of the three first."
VERDICT_SAYS = {
    "fits": "you said: it fits",
    "does not fit": "you said: it does not fit",
    "unsure": "you are unsure",
}

METHOD_FOLD = "How this was worked out"
NUMBER = "Number"
COUNT_LABEL = "Counted (k)"
TOTAL_LABEL = "Out of (of)"
EXPECTED_LABEL = "Histories shuffled at random show, on average"
P_LABELS: Final[dict[TestedTail | None, str]] = {
    None: "Held against chance (p)",
    "more": "Share of shuffled histories with as much or more (p)",
    "fewer": "Share of shuffled histories with as much or less (p)",
    "either": "Twice the share of shuffled histories as far out on the same side: either side would do (p)",
}
P_FAMILY = "The same, corrected for all this question looked at"
P_REPORT = "The same, corrected for the whole page"
P_ASKED = "The same, corrected for the questions held against chance"
SHARE = "Share, or size of the difference"
INTERVAL_LABEL = "95 % of what could lie behind it is between"
LEVEL = "Level"
REACHABLE_LABEL = "Could any count have passed?"
YES, NO = "yes", "no"
DRAWS_LABEL = "Shuffled histories drawn"
ALL_COUNTED = "none: every possible one is counted"
SINCE = "The entry with which it became what it is"
NOT_TESTED = "not tested: this question only counts"

DATES_TOO_MANY = "Dates not checked: with over 100 relationships it would take too long."
CHANGES_HEADING = "What changed here"
FIRST_MOMENT, STRONGEST_MOMENT, LATEST_MOMENT = "First", "Strongest", "Latest"

_MAX_NAMES = 12
"""People named one by one in a row of text; a name takes about a tenth of a line."""

_NAMES = {
    "easing": "Ratings over life",
    "turning": "Warm first, or hard first",
    "reciprocity": "Giving and coming back",
    "overlap": "What ran at the same time",
    "wish": "What I hope for, what comes, what I do",
    "echo": "Tags of the earliest bonds, later",
}
_TITLE_SUFFIXES = {"carry": "in the very next relationship", "fading": "early and late"}


def title(finding: Finding, history: History) -> str:
    """What a pattern is called."""
    if finding.finder == "answers" and finding.tags:
        tag = history.vocabulary.get(finding.tags[0])
        return f"What answers {tag.label if tag else finding.tags[0]}"
    name = _NAMES.get(finding.finder) or describe_subject(finding, history) or finding.finder
    if finding.finder == "easing":
        what = "what cared" if finding.side == "caring" else "what hurt"
        name = f"{name}: {what}{', a turning point' if finding.id.endswith(':turn') else ''}"
    if finding.finder in _TITLE_SUFFIXES and finding.tags:
        name = f"{name}, {_TITLE_SUFFIXES[finding.finder]}"
    if finding.finder in ("kinds", "echo", "overlap") and len(finding.kinds) == 1:
        kind = many_of_kind(finding.kinds[0])
        name = f"{name}: {kind}" if finding.finder == "overlap" else f"{name}, in {kind}"
    return capital(name)


def full_sentence(finding: Finding, history: History) -> str:
    """What a pattern says, its title in it."""
    return capital(describe_finding(finding, history)).replace(" %", "\N{NO-BREAK SPACE}%")


def sentence_without_title(finding: Finding, history: History) -> str:
    """What a pattern says under its title."""
    return capital(describe_statement(finding, history)).replace(" %", "\N{NO-BREAK SPACE}%")


def capital(words: str) -> str:
    """With a capital letter."""
    return words[:1].upper() + words[1:]


def explain_level(finding: Finding) -> str:
    """What the level of a pattern means, without its name; "" where the mark says it all."""
    means = ASKED_LEVELS if finding.finder == "asked" else LEVELS
    return "" if finding.level == "counted" else capital(means[finding.level].split(": ", 1)[-1])


def dates_hold(share: float | None) -> str:
    """How far the level depends on uncertain dates."""
    if share is None:
        return "Dates not checked yet."
    if share >= 1:
        return "It stays so with all other dates your entries could mean."
    return f"With other dates your entries could mean, it stays so in {round(20 * share)} of 20 tries."


def format_interval(low: float, high: float) -> str:
    """An interval."""
    return f"{low:.2f} and {high:.2f}"


def probability(p: float) -> str:
    """A p-value."""
    return "below 0.001" if p < 0.001 else f"{p:.3f}"


def more_of_list_note(shown: int, all_: int) -> str:
    """How many of a list are not shown."""
    return f"And {all_ - shown} more, counted the same way."


def more_people_in_picture_note(people: Sequence[str]) -> str:
    """People that are not listed one by one."""
    return f"And with {join_with_and(people, _MAX_NAMES)}. The picture shows them all."


def more_people_note(people: Sequence[str]) -> str:
    """People that are not listed one by one, where the picture shows none."""
    return f"And {join_with_and(people, _MAX_NAMES)}."


def other_tags_fold(count: int) -> str:
    """The fold over the other tags of a side."""
    return count_with_noun(count, "other tag")


def question_heading(question: str, count: int) -> str:
    """A question of a finder, with how many counts stand under it."""
    return f"{question} ({count})"


def verdict_undo_name(name: str) -> str:
    """As undo names it."""
    return f"Your word on “{name}”"


def verdict_saved_toast(name: str) -> str:
    """Said when it is saved."""
    return f"Your word on “{name}” is kept."


def verdict_withdrawn_toast(name: str) -> str:
    """Said when it is taken away."""
    return f"Your word on “{name}” is taken away."
