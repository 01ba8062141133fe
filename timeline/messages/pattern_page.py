"""What the Patterns page says: counts first, what chance would do, where it was not, one's own word."""

from collections.abc import Sequence
from math import isclose
from typing import Final

from models.findings import Finding, TestedTail
from models.history import History
from timeline.messages.grammar import count_with_noun, join_with_and
from timeline.messages.kinds import many_of_kind
from timeline.messages.language import N_, _, ngettext, translate_constants
from timeline.messages.pattern_sentences import (
    describe_finding,
    describe_statement,
    describe_subject,
)
from timeline.messages.phrases import heading_with_count
from timeline.messages.tags import tag_label

TITLE = N_("Patterns")
SUBTITLE = N_(
    "What you tagged in more than one relationship, counted. Possibilities to look at, not conclusions."
)
COUNTING = N_("Counting …")
NONE_YET = N_("Nothing to count yet")
NONE_YET_SAYS = N_(
    "Patterns come with the moments you enter and tag. From three relationships on there is something to see."
)

STANDS_OUT = N_("What stands out most, and how often chance does as much")
STANDS_OUT_NOTE = N_("Counts held against histories shuffled at random from yours, the rarest first.")
NOTHING_STANDS_OUT = N_("Nothing stands out far from chance")
NOTHING_STANDS_OUT_SAYS = N_("That is common. The counts themselves are right.")
RECURRING_TAGS = N_("Tags that run through")
RECURRING_TAGS_NOTE = N_(
    "One small bar stands for each relationship you tagged, in the order they began; it is filled where the "
    "tag is."
)
SIDES = {"painful": N_("Pain"), "caring": N_("Care")}
SIDE_NOTES = {
    "painful": N_("Tags you set for what hurt."),
    "caring": N_("Tags you set for what did you good."),
}
NEITHER = N_("Neither pain nor care")
NONE_ON_SIDE = {
    "painful": N_("No painful tag entered here."),
    "caring": N_("No caring tag entered here. A good moment, however small, belongs here too."),
}
NONE_SHOWN_ON_SIDE = N_("None in what the filter shows.")
NONE_SHOWN = N_("Nothing is listed under this filter")
NONE_SHOWN_SAYS = N_("Lift the filter, or change it, to see what else is counted.")
NOT_ANSWERED_HERE = N_("Nobody in what the filter shows. Lift it to see everyone.")
LOOKED_AT = N_("What else was looked at")
LOOKED_AT_NOTE = N_("Everything else that was counted, and questions that need more relationships.")
NEEDS_MORE = N_("Questions that need more relationships")

TAGS = N_("Tags")
VIEWS = N_("Ways to look at patterns")
ALL_PATTERNS = N_("All patterns")
CHANGED_NOTE = N_("Patterns that came or went since you last looked here.")
SEE_PATTERN = N_("See it")
BACK = N_("← All patterns")
PATTERN_GONE = N_("This pattern is not in what is counted now")
PATTERN_GONE_SAYS = N_("An edit or the filter took it away. Undo, or lift the filter, and it is there again.")
NOT_THERE_NOW = N_("a pattern that is not counted now")
IN_PICTURE = N_("See it in the picture")

RESTS_ON = N_("What it rests on")
NOT_THERE = N_("Where it did not happen")
NOT_THERE_NOTE = N_("Where it could have, as far as you tagged. What you did not enter is not counted.")
NO_ABSENCE = N_("There was no relationship in which it could have and did not.")
WHO_ANSWERED = N_("Who gave you the opposite")

OWN_WORD = N_("Your own word on it")
OWN_WORD_NOTE = N_("You have the last word. It is kept beside the count, and printed with it.")
VERDICT_OPTIONS = (
    ("fits", N_("It fits")),
    ("does not fit", N_("It does not fit")),
    ("unsure", N_("I am unsure")),
)
NOTE = N_("A note, if you like")
KEEP = N_("Keep it")
WITHDRAW_VERDICT = N_("Take it away")
NOT_KEPT_YET = N_("This note was typed and is not kept yet.")
CANNOT_KEEP = N_("This note cannot be kept. Shorten it, or type it again without pasting.")
CHOOSE_FIRST = N_("Choose one of the three first.")
VERDICT_SAYS = {
    "fits": N_("you said: it fits"),
    "does not fit": N_("you said: it does not fit"),
    "unsure": N_("you are unsure"),
}

METHOD_FOLD = N_("How this was worked out")
NUMBER = N_("Number")
COUNT_LABEL = N_("Counted (k)")
TOTAL_LABEL = N_("Out of (of)")
EXPECTED_LABEL = N_("Histories shuffled at random show, on average")
P_LABELS: Final[dict[TestedTail | None, str]] = {
    None: N_("Held against chance (p)"),
    "more": N_("Share of shuffled histories with as much or more (p)"),
    "fewer": N_("Share of shuffled histories with as much or less (p)"),
    "either": N_(
        "Twice the share of shuffled histories as far out on the same side: either side would do (p)"
    ),
}
P_FAMILY = N_("The same, corrected for all this question looked at")
P_PAGE = N_("How often anything as rare stands somewhere on the page, by chance alone")
P_ASKED = N_("The same, corrected for the questions held against chance")
SHARE = N_("Share, or size of the difference")
INTERVAL_LABEL = N_("How sure that is")
REACHABLE_LABEL = N_("Could any count have passed?")
YES, NO = N_("yes"), N_("no")
DRAWS_LABEL = N_("Shuffled histories drawn")
ALL_COUNTED = N_("none: every possible one is counted")
SINCE = N_("The entry that made it a pattern")
NOT_TESTED = N_("not tested: this question only counts")

CHANGES_HEADING = N_("What changed here")
FIRST_MOMENT, STRONGEST_MOMENT, LATEST_MOMENT = N_("First"), N_("Strongest"), N_("Latest")

_SHARE_ROUNDING = 1e-6
"""A finding keeps its share to this many digits."""
_MAX_NAMES = 12
"""People named one by one in a row of text; a name takes about a tenth of a line."""

_NAMES = {
    "turning": N_("Warm first, or hard first"),
    "reciprocity": N_("Giving and coming back"),
    "overlap": N_("What ran at the same time"),
    "wish": N_("What I hope for, what comes, what I do"),
    "echo": N_("Tags of the earliest bonds, later"),
}
"""Of the finders whose patterns have one name."""


def title(finding: Finding, history: History) -> str:
    """What a pattern is called."""
    return capital(_name_pattern(finding, history))


def _name_pattern(finding: Finding, history: History) -> str:
    if finding.finder == "answers" and finding.tags:
        tag = history.vocabulary.get(finding.tags[0])
        return _("The opposite of {tag}").format(tag=tag_label(tag) if tag else finding.tags[0])
    if finding.finder == "easing":
        return _name_easing(finding.side == "caring", finding.id.endswith(":turn"))
    named = _NAMES.get(finding.finder)
    name = _(named) if named else describe_subject(finding, history) or finding.finder
    if finding.finder == "carry" and finding.tags:
        return _("{name}, in the very next relationship").format(name=name)
    if finding.finder == "fading" and finding.tags:
        return _("{name}, early and late").format(name=name)
    if len(finding.kinds) == 1 and finding.finder == "overlap":
        return _("{name}: {bonds}").format(name=name, bonds=many_of_kind(finding.kinds[0]))
    if len(finding.kinds) == 1 and finding.finder in ("kinds", "echo"):
        return _("{name}, in {bonds}").format(name=name, bonds=many_of_kind(finding.kinds[0]))
    return name


def _name_easing(is_caring: bool, is_turning_point: bool) -> str:
    if is_turning_point:
        return (
            _("Ratings over life: what cared, a turning point")
            if is_caring
            else _("Ratings over life: what hurt, a turning point")
        )
    return _("Ratings over life: what cared") if is_caring else _("Ratings over life: what hurt")


def full_sentence(finding: Finding, history: History) -> str:
    """What a pattern says, its title in it."""
    return capital(describe_finding(finding, history)).replace(" %", "\N{NO-BREAK SPACE}%")


def sentence_without_title(finding: Finding, history: History) -> str:
    """What a pattern says under its title."""
    return capital(describe_statement(finding, history)).replace(" %", "\N{NO-BREAK SPACE}%")


def capital(words: str) -> str:
    """With a capital letter."""
    return words[:1].upper() + words[1:]


def describe_date_check(share: float) -> str:
    """In how many drawings of the uncertain dates a clear pattern stays clear."""
    if share >= 1:
        return _("It stays so with all other dates your entries could mean.")
    return _("With other dates your entries could mean, it stays so in {count} of 20 tries.").format(
        count=round(20 * share)
    )


def explain_interval(finding: Finding) -> str:
    """Where the true number may lie, as its finder counts: a share, a difference of shares, or years."""
    if finding.interval is None or finding.effect is None:
        return ""
    low, high = finding.interval
    if finding.finder == "overlap":
        return _("With dates as unsure as these it could be anywhere from {low} to {high} years.").format(
            low=f"{low:.1f}", high=f"{high:.1f}"
        )
    percent = {"low": f"{100 * low:.0f}", "high": f"{100 * high:.0f}"}
    if finding.of and isclose(finding.effect, finding.k / finding.of, abs_tol=_SHARE_ROUNDING):
        return ngettext(
            "With {n} relationship the true share could be anywhere from {low}% to {high}%.",
            "With {n} relationships the true share could be anywhere from {low}% to {high}%.",
            finding.of,
        ).format(**percent)
    return _(
        "With so few relationships the true difference could be anywhere from {low} to {high} percentage "
        "points."
    ).format(**percent)


def probability(p: float) -> str:
    """A p-value."""
    return _("below 0.001") if p < 0.001 else f"{p:.3f}"


def more_of_list_note(shown: int, all_: int) -> str:
    """How many of a list are not shown."""
    return ngettext(
        "And {n} more, counted the same way.", "And {n} more, counted the same way.", all_ - shown
    )


def more_people_in_picture_note(people: Sequence[str]) -> str:
    """People that are not listed one by one."""
    return _("And with {people}. The picture shows them all.").format(
        people=join_with_and(people, _MAX_NAMES)
    )


def more_people_note(people: Sequence[str]) -> str:
    """People that are not listed one by one, where the picture shows none."""
    return _("And {people}.").format(people=join_with_and(people, _MAX_NAMES))


def other_tags_fold(count: int) -> str:
    """The fold over the other tags of a side."""
    return count_with_noun(count, "other tag")


def question_heading(question: str, count: int) -> str:
    """A question of a finder, with how many counts stand under it."""
    return heading_with_count(question, count)


def verdict_undo_name(name: str) -> str:
    """As undo names it."""
    return _("Your word on “{name}”").format(name=name)


def verdict_saved_toast(name: str) -> str:
    """Said when it is saved."""
    return _("Your word on “{name}” is kept.").format(name=name)


def verdict_withdrawn_toast(name: str) -> str:
    """Said when it is taken away."""
    return _("Your word on “{name}” is taken away.").format(name=name)


translate_constants(__name__)
