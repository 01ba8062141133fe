"""What a pattern says: counts first, in plain words; no claim the counts do not carry."""

from collections.abc import Sequence
from math import isnan

from models.findings import Certainty
from timeline.messages.grammar import count_with_noun, join_with_and, join_with_or
from timeline.messages.kinds import count_kind, many_of_kind

NOTHING_YET = "Nothing is tagged yet, so there is nothing to count."
CAUTION_NOTE = (
    "Nothing here says that one thing brought about another, and what one remembers is shaped by now. "
    "What was not written down is not counted as not having happened."
)
SHUFFLED_NOTE = "In histories shuffled at random, fewer than 1 report in 20 shows even one clear pattern."
LEVELS: dict[Certainty, str] = {
    "clear": "Clear: chance alone seldom makes this, even counting everything that was looked at.",
    "possible": "Possible: of histories shuffled at random, up to about 1 in 3 show one like it.",
    "counted": "Counted: true as a count, and not told from chance.",
    "too few to tell": "Too few to tell: no count could have been told from chance.",
}
ASKED_LEVELS: dict[Certainty, str] = LEVELS | {
    "clear": "Clear: at most 1 in 20 histories shuffled at random answer so, corrected for every question.",
    "possible": "Possible: at most 1 in 20 histories shuffled at random answer so, not corrected.",
}
"""A question is held against chance by itself."""

_SHARES_FROM = 10
_ABOUT_FROM_YEARS = (
    2.01  # years a date may span before it is called "about"; an age with a birth year spans two
)


def format_tag(label: str, given: bool = False) -> str:
    """A tag as spoken of."""
    return f"{label} (given by you)" if given else label


def times(count: int) -> str:
    """How often: "once", "4 times"."""
    return "once" if count == 1 else f"{count} times"


def count_in_tagged(k: int, of: int) -> str:
    """How many of those tagged: "in 4 of the 6 relationships you tagged"."""
    if of == 1:
        return "in the one relationship you tagged" if k else "not in the one relationship you tagged"
    return f"in {'all' if k == of else f'{k} of the'} {of} relationships you tagged{share(k, of)}"


def share(k: int, of: int) -> str:
    """The share in brackets, where there are enough to speak of shares."""
    return f" ({100 * k / of:.0f} %)" if of >= _SHARES_FROM else ""


def number(value: float) -> str:
    """A number as read aloud: one digit after the point, none if it is whole."""
    written = f"{value:.1f}".removesuffix(".0")
    return "0" if written == "-0" else written


def describe_moment(name: str, age: float, first: float, last: float) -> str:
    """One entry as a card says it: "Father, when you were 11".

    Args:
        name: whose relationship.
        age: whole years, or NaN.
        first: where the span of its date begins, decimal years, or NaN.
        last: where it ends.
    """
    if isnan(first):
        return f"{name}, no date yet"
    about = "about " if last - first > _ABOUT_FROM_YEARS else ""
    middle = (first + last) / 2
    return f"{name}, {about}{int(middle)}" if isnan(age) else f"{name}, when you were {about}{int(age)}"


def recurrence_sentence(label: str, k: int, of: int, first: str) -> str:
    """How far a tag runs: "rejection: in 5 of the 8 relationships you tagged, first with Father, when …"."""
    began = f", first with {first}" if first and k > 1 else f": {first}" if first else ""
    return f"{label}: {count_in_tagged(k, of)}{began}."


def too_few(has: int, needs: int, unit: str = "relationships you tagged") -> str:
    """Why a question is not answered yet."""
    return f"Too few to tell: {has} {unit} so far, and it takes {needs}."


def chance_clause(expected: float) -> str:
    """What shuffled histories show, as the end of a sentence; "" where none were made."""
    return "" if isnan(expected) else f"; shuffled at random, about {number(expected)}"


def together_sentence(
    one: str, other: str, k: int, of: int, expected: float, with_it: tuple[int, int], without: tuple[int, int]
) -> str:
    """Two tags in the same relationships, and the second where the first was not.

    Args:
        one: the first tag.
        other: the second.
        k: relationships that hold both.
        of: relationships tagged.
        expected: what shuffled histories show.
        with_it: (k, n) of the second among those that hold the first.
        without: the same among the others.
    """
    return (
        f"{one} and {other}: together {count_in_tagged(k, of)}{chance_clause(expected)}. "
        f"Where {one} was, {other} was in {with_it[0]} of {with_it[1]}; "
        f"elsewhere in {without[0]} of {without[1]}."
    )


def three_together(labels: Sequence[str], k: int, of: int) -> str:
    """Three tags each pair of which is clear."""
    return (
        f"{join_with_and(labels)}: all three {count_in_tagged(k, of)}. Each two of them are a clear pattern."
    )


def kind_sentence(
    label: str, kind: str, inside: tuple[int, int], outside: tuple[int, int], expected: float
) -> str:
    """A tag inside one kind of bond and outside it."""
    return (
        f"{label}: in {inside[0]} of your {count_kind(kind, inside[1])}{chance_clause(expected)}; "
        f"in {outside[0]} of the {outside[1]} other relationships you tagged."
    )


ONLY_A_COUNT = "No shuffle can tell what comes back from what is common, so this is a count."


def echo_sentence(early: Sequence[str], tags: int, back: Sequence[tuple[str, int]], k: int, of: int) -> str:
    """Which tags of the earliest bonds come back, and in how many later relationships.

    Args:
        early: who the earliest bonds are.
        tags: how many tags are theirs.
        back: those that came back, with the number of later relationships, the most frequent first.
        k: how many later relationships hold any of them.
        of: how many later relationships there are.
    """
    began = f"Of the {count_with_noun(tags, 'tag')} of your earliest bonds ({join_with_and(early)}), "
    if not back:
        return f"{began}none is there again in {count_with_noun(of, 'later relationship')}."
    most = join_with_and([f"{label} in {count}" for label, count in back[:3]])
    more = "most often " if len(back) > 3 else ""
    return (
        f"{began}{len(back)} {'comes' if len(back) == 1 else 'come'} back, in {k} of "
        f"{count_with_noun(of, 'later relationship')}: {more}{most}. {ONLY_A_COUNT}"
    )


def echo_in_kind_sentence(
    early: Sequence[str],
    tags: int,
    kind: str,
    inside: tuple[int, int],
    others: tuple[int, int],
    by_luck: float,
) -> str:
    """How often tags of the earliest bonds come back with one kind of bond, and with the others.

    Args:
        early: who the earliest bonds are.
        tags: how many tags are theirs.
        kind: of the later bonds meant.
        inside: how often they are there, of how often they could have been.
        others: the same in the other later bonds.
        by_luck: what shuffled histories show in this kind.
    """
    return (
        f"Of the {count_with_noun(tags, 'tag')} of your earliest bonds ({join_with_and(early)}): in later "
        f"{many_of_kind(kind)} {times(inside[0])}, of {inside[1]} it could have been"
        f"{chance_clause(by_luck)}; "
        f"in other later relationships {times(others[0])}, of {others[1]}."
    )


def carry_sentence(label: str, k: int, of: int, expected: float) -> str:
    """A tag that is there again in the very next relationship."""
    return (
        f"{label}: there again in the very next relationship {times(k)}, of {of} it could have been"
        f"{chance_clause(expected)}."
    )


EVERY_TAG = "All tags together"


def fading_sentence(label: str, before: tuple[int, int], after: tuple[int, int]) -> str:
    """A tag in the first half of the relationships and in the last half."""
    return (
        f"{label}: in {before[0]} of the first {before[1]} relationships you tagged, "
        f"and in {after[0]} of the last {after[1]}."
    )


def sequence_sentence(one: str, other: str, k: int, both: int, expected: float) -> str:
    """Which came first, of those that hold both."""
    return (
        f"{one} before {other}: in {k} of {count_with_noun(both, 'relationship')} with dated moments of "
        f"both{chance_clause(expected)}."
    )


_SIDES = {"painful": "painful", "caring": "caring"}


def easing_sentence(side: str, before: float, after: float, decade: float | None) -> str:
    """How strong one side was rated, early and late.

    Args:
        side: painful or caring.
        before: mean rating in the first half of the relationships.
        after: in the last half.
        decade: the change in ten years; None if it cannot be told.
    """
    slope = 0.0 if decade is None else round(decade, 1)
    drift = f", {number(abs(slope))} {'more' if slope > 0 else 'less'} in ten years" if slope else ""
    return (
        f"What you tagged as {_SIDES[side]} you rated {number(before)} of 5 on average in the earlier half "
        f"of your relationships, and {number(after)} in the later half{drift}."
    )


def turning_point_sentence(side: str, at: str, before: float, after: float) -> str:
    """A point from which on one side was rated otherwise."""
    return (
        f"What you tagged as {_SIDES[side]} you rated {number(before)} of 5 on average before {at}, "
        f"and {number(after)} from then on."
    )


def turning_sentence(k: int, other_way: int, of: int) -> str:
    """In which relationships warm moments came before hard ones."""
    return (
        f"In {k} of the {of} relationships with several rated and dated moments, the warmer moments "
        f"you tagged came first; in {other_way} the harder ones did."
    )


def reciprocity_sentence(more: int, less: int, of: int) -> str:
    """How giving and coming back were rated."""
    return (
        f"You rated what you gave above what came back in {more} of the {of} relationships "
        f"you rated both ways, and below it in {less}."
    )


def wish_sentence(hoped: str, they: str, mine: str, k: int, of: int, expected: float) -> str:
    """A hope, what they did, what I did."""
    return (
        f"Hoped to “{hoped}”, they “{they}”, I “{mine}”: all three in {k} of the {of} relationships "
        f"where you wrote such answers{chance_clause(expected)}."
    )


def breadth_sentence(by_period: Sequence[tuple[str, int]]) -> str:
    """How many different ways of responding each period of life shows."""
    told = [
        f"{count} different in your {period}" if period.endswith("s") else f"{count} at {period}"
        for period, count in by_period
    ]
    return f"How you responded, as you wrote it: {join_with_and(told)}."


def answer_sentence(hurt: str, answers: Sequence[str], names: Sequence[str], of: int) -> str:
    """Who gave what was lacking.

    Args:
        hurt: the painful tag.
        answers: the tags that answer it.
        names: who gave one of them, by first time.
        of: relationships tagged.
    """
    what = f"What answers {hurt} ({join_with_or(answers)})"
    if not names:
        return f"{what}: not tagged yet. Was there anyone who gave it?"
    return f"{what}: {count_in_tagged(len(names), of)}, from {join_with_and(names, _MAX_NAMES)}."


_MAX_NAMES = 6


def reason_sentence(told: str, k: int, of: int) -> str:
    """An explanation given more than once."""
    return f"“{told}”: your explanation in {k} of the {of} relationships you wrote one for."


def overlap_sentence(
    kind: str, k: int, of: int, gap: float | None, between: tuple[float, float] | None
) -> str:
    """What ran at the same time, and how soon the next began.

    Args:
        kind: of bond.
        k: how many ran at the same time as another.
        of: how many are dated.
        gap: the median of the years from an ending to the next beginning; None if none ended first.
        between: where that median lies, as far as the dates are sure.
    """
    same = f"Of your {count_kind(kind, of)} with dates, {k or 'none'} ran at the same time as another."
    if gap is None or between is None:
        return same
    low, high = (number(end) for end in between)
    sure = "" if low == high else f" ({low} to {high}, as sure as the dates are)"
    return f"{same} Where one had ended, the next began after about {number(gap)} years{sure}."


QUESTIONS = {
    "warm-unsteady-rejected": "Does it begin with care, become inconsistent, and end in rejection?",
    "close-then-left": "Am I made welcome first, and left then?",
    "neglect-from-partners": "Is neglect of my earliest bonds back with partners, more than with others?",
    "criticism-from-partners": "Is criticism of my earliest bonds back with partners, more than with others?",
    "support-from-friends": "Is support something I find with friends?",
    "criticism-quiet": "Where I am criticised, do I go quiet?",
    "rejection-harder": "Where I am rejected, do I try harder?",
    "hurt-then-repair": "Is criticism followed by repair?",
    "i-give-more": "Do I give more than comes back?",
    "after-loss-soon": "After a loss, does the next relationship begin sooner?",
}


def asked_count_sentence(count: int, tested: int) -> str:
    """How many questions were asked, and for how many each p is corrected.

    Args:
        count: how many were asked.
        tested: how many of them could be held against chance.
    """
    asked = f"You asked {count_with_noun(count, 'question')} so far"
    if not tested:
        return f"{asked}. None of them was held against chance."
    if tested == 1:
        return f"{asked}. One was held against chance, by itself."
    return f"{asked}. {tested} were held against chance, and each is corrected for these {tested}."


NOT_RATED = "No relationship is rated both ways yet: what I gave, and what came back."


NO_SUCH_TAG = "A tag this question names is not in this notebook, so it cannot be counted."


def not_tagged(missing: Sequence[str]) -> str:
    """A question about something that is nowhere yet."""
    return (
        f"Not tagged yet: {join_with_and(list(missing)) or 'one of these'}. Once tagged, this can be counted."
    )


def order_question_sentence(labels: Sequence[str], k: int, of: int, by_luck: float) -> str:
    """Tags that first came in a named order."""
    return (
        f"{', then '.join(labels)}: in {k} of {count_with_noun(of, 'relationship')} with dated moments of "
        f"{'both' if len(labels) == 2 else 'all of them'}{chance_clause(by_luck) if of else ''}."
    )


def response_sentence(label: str, response: str, k: int, of: int, by_luck: float) -> str:
    """A tag and a way of responding in the same relationships."""
    return f"{label}: in {k} of the {of} relationships with it you {response}{chance_clause(by_luck)}."


def early_return_sentence(label: str, names: Sequence[str], k: int, of: int) -> str:
    """A tag of the earliest bonds in later ones."""
    if not names:
        return f"{label}: not tagged in your earliest bonds."
    later = count_with_noun(of, "later relationship")
    return f"{label}: there with {join_with_and(names)}, and in {k} of {later}. {ONLY_A_COUNT}"


def early_return_in_kind_sentence(
    label: str,
    names: Sequence[str],
    kind: str,
    inside: tuple[int, int],
    others: tuple[int, int],
    by_luck: float,
) -> str:
    """A tag of the earliest bonds in later ones of a kind, and in the other later ones."""
    if not names:
        return f"{label}: not tagged in your earliest bonds."
    return (
        f"{label}: there with {join_with_and(names)}, and in {inside[0]} of {inside[1]} later "
        f"{many_of_kind(kind)}"
        f"{chance_clause(by_luck)}; in {others[0]} of {others[1]} other later ones."
    )


def too_few_endings_sentence(lost: int, others: int) -> str:
    """Why a loss cannot be compared with other endings."""
    return (
        f"To compare, it takes losses and other endings with dates, each with a later beginning: "
        f"{lost} and {others} so far."
    )


def after_loss_sentence(k: int, of: int, after_loss: float, usual: float) -> str:
    """How soon the next began after a loss, beside other endings."""
    return (
        f"After {k} of {of} losses the next relationship began sooner than after your other endings: "
        f"after {number(after_loss)} years, beside {number(usual)}."
    )


def notice_sentence(says: str, before: str, after: str, entry: str, changed: int) -> str:
    """What edits did to a finding.

    Args:
        says: the finding in words.
        before: its level before the edit, or "recurs"; "" if it was not shown as a pattern.
        after: the same after it.
        entry: what the one entry that did it is called; "" if that cannot be told.
        changed: how many entries were changed.
    """
    entries = f" ({count_with_noun(changed, 'entry')} changed)" if changed else ""
    cause = f" since you changed “{entry}”" if entry else f" since you last looked here{entries}"
    if before and after:
        return f"From {before} to {after}{cause}: {says}"
    return f"{'No longer a pattern' if before else 'A new pattern'}{cause}: {says}"
