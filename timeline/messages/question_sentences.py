"""What each question that was asked came to: one function for each form of question, made from its facts."""

from collections.abc import Callable
from typing import Any

from models.finding_facts import (
    BalanceQuestionFacts,
    EarlyQuestionFacts,
    Facts,
    GaveQuestionFacts,
    GivingQuestionFacts,
    GroupOrderQuestionFacts,
    KindQuestionFacts,
    LeftQuestionFacts,
    LossQuestionFacts,
    NotRatedFacts,
    NotTaggedFacts,
    OrderQuestionFacts,
    PairQuestionFacts,
    RecursQuestionFacts,
    ResponseQuestionFacts,
    TagPart,
    TooFewEndingsFacts,
    UnknownTagFacts,
)
from models.findings import Finding
from models.history import History
from models.sharing import TagGroup
from timeline.messages.finder_sentences import (
    ONLY_A_COUNT,
    format_order,
    kind_sentence,
    reciprocity_sentence,
    recurrence_sentence,
)
from timeline.messages.grammar import count_with_noun, join_with_and
from timeline.messages.kinds import count_kind, many_of_kind
from timeline.messages.language import N_, _, ngettext, translate_constants
from timeline.messages.pattern_terms import (
    Sentence,
    chance_clause,
    format_part,
    format_tags,
    get_label,
    get_names,
    number,
    read_facts,
)

NO_SUCH_TAG = N_("A tag this question names is not in this notebook, so it cannot be counted.")
NOT_COUNTED_YET = N_("This version does not count this question yet.")
NOT_RATED = N_("No relationship is rated both ways yet: what I gave, and what came back.")


def order_question_sentence(finding: Finding, history: History) -> Sentence:
    """Tags that first came in a named order."""
    tags = read_facts(finding, OrderQuestionFacts).tags
    what = _("all in this order")
    if len(tags) == 2:
        what = _("{tag} first").format(tag=get_label(history, tags[0]))
    says = format_order(finding, what, _("both") if len(tags) == 2 else _("all of them"))
    return Sentence(_(", then ").join(get_label(history, tag) for tag in tags), says)


def response_question_sentence(finding: Finding, history: History) -> Sentence:
    """A tag and a way of responding in the same relationships."""
    facts = read_facts(finding, ResponseQuestionFacts)
    template = _("in {k} of the {of} relationships with it you {response}{chance}.")
    says = template.format(
        k=finding.k, of=finding.of, response=facts.response, chance=chance_clause(finding.expected)
    )
    return Sentence(get_label(history, facts.tag), says)


def early_question_sentence(finding: Finding, history: History) -> Sentence:
    """A tag of the earliest bonds in later ones, or in later ones of a kind and in the other later ones."""
    facts = read_facts(finding, EarlyQuestionFacts)
    label = format_tags(history, finding)[0]
    if not facts.early:
        return Sentence(label, _("not tagged in your earliest bonds."))
    names = join_with_and(get_names(history, facts.early))
    if facts.elsewhere is None:
        template = ngettext(
            "there with {names}, and in {k} of {n} later relationship. {only_a_count}",
            "there with {names}, and in {k} of {n} later relationships. {only_a_count}",
            finding.of,
        )
        return Sentence(label, template.format(names=names, k=finding.k, only_a_count=_(ONLY_A_COUNT)))
    template = _(
        "there with {names}, and in {k} of {of} later {bonds}{chance}; "
        "in {there} of {there_of} other later ones."
    )
    says = template.format(
        names=names,
        k=finding.k,
        of=finding.of,
        bonds=many_of_kind(finding.kinds[0]),
        chance=chance_clause(finding.expected),
        there=facts.elsewhere.k,
        there_of=facts.elsewhere.of,
    )
    return Sentence(label, says)


def loss_question_sentence(finding: Finding, _history: History) -> Sentence:
    """How soon the next began after a loss, beside other endings."""
    facts = read_facts(finding, LossQuestionFacts)
    template = _(
        "After {k} of {of} losses the next relationship began sooner than after your other endings: "
        "after {years} years, beside {usual}."
    )
    says = template.format(
        k=finding.k, of=finding.of, years=number(facts.after_loss), usual=number(facts.usual)
    )
    return Sentence("", says)


def group_order_sentence(finding: Finding, history: History) -> Sentence:
    """Any of some tags, then any of others."""
    facts = read_facts(finding, GroupOrderQuestionFacts)
    label = _("{first}, then {then}").format(
        first=_format_group(facts.first, history), then=_format_group(facts.then, history)
    )
    where = count_with_noun(finding.of, "relationship")
    says = _("in this order in {k} of {relationships} with dated moments of both").format(
        k=finding.k, relationships=where
    )
    if facts.is_open:
        says += _("; in {open} the dates leave it open").format(open=facts.is_open)
    return Sentence(label, says + (chance_clause(finding.expected) if finding.of else "") + ".")


def _format_group(group: TagGroup, history: History) -> str:
    """Any of some tags, as spoken of."""
    sides = {"caring": _("any care"), "painful": _("any hurt")}
    named = [
        *([sides[group.side]] if group.side else []),
        *(format_part(history, TagPart(key, is_group=True)) for key in group.groups),
        *(get_label(history, tag) for tag in group.tags),
    ]
    return _(" or ").join(named)


def pair_question_sentence(finding: Finding, history: History) -> Sentence:
    """Two tags in one relationship, or on one moment."""
    facts = read_facts(finding, PairQuestionFacts)
    one, other = (get_label(history, tag) for tag in (facts.one, facts.other))
    if facts.at_once:
        template = _("on one moment in {k} of the {of} relationships that have both{chance}.")
    else:
        template = _("both in {k} of the {of} relationships with the first{chance}.")
    says = template.format(k=finding.k, of=finding.of, chance=chance_clause(finding.expected))
    return Sentence(_("{one} and {other}").format(one=one, other=other), says)


def left_question_sentence(finding: Finding, _history: History) -> Sentence:
    """What I left, of what ended, in a kind of bond and in the others."""
    facts = read_facts(finding, LeftQuestionFacts)
    template = _(
        "You left {k} of your {bonds} that ended{chance}; of the {there_of} others that ended, {there}."
    )
    says = template.format(
        k=facts.here.k,
        bonds=count_kind(finding.kinds[0], facts.here.of),
        chance=chance_clause(finding.expected),
        there=facts.elsewhere.k,
        there_of=facts.elsewhere.of,
    )
    return Sentence("", says)


def balance_question_sentence(finding: Finding, _history: History) -> Sentence:
    """Whether hurt gives way to care."""
    facts = read_facts(finding, BalanceQuestionFacts)
    if facts.falls:
        template = _(
            "Care outweighs hurt in {there} of the {there_of} earlier relationships, "
            "in {k} of the {of} later."
        )
    else:
        template = _(
            "Hurt outweighs care in {there} of the {there_of} earlier relationships, "
            "in {k} of the {of} later."
        )
    says = template.format(
        k=facts.here.k, of=facts.here.of, there=facts.elsewhere.k, there_of=facts.elsewhere.of
    )
    return Sentence("", says)


def too_few_endings_sentence(finding: Finding, _history: History) -> Sentence:
    """Why a loss cannot be compared with other endings."""
    facts = read_facts(finding, TooFewEndingsFacts)
    template = _(
        "To compare, it takes losses and other endings with dates, each with a later beginning: "
        "{lost} and {others} so far."
    )
    return Sentence("", template.format(lost=facts.lost, others=facts.others))


def not_tagged_sentence(finding: Finding, history: History) -> Sentence:
    """A question about something that is nowhere yet."""
    missing = [get_label(history, tag) for tag in read_facts(finding, NotTaggedFacts).missing]
    template = _("Not tagged yet: {tags}. Once tagged, this can be counted.")
    return Sentence("", template.format(tags=join_with_and(missing) or _("one of these")))


def unknown_tag_sentence(_finding: Finding, _history: History) -> Sentence:
    """A question about a tag the notebook does not have."""
    return Sentence("", _(NO_SUCH_TAG))


def not_rated_sentence(_finding: Finding, _history: History) -> Sentence:
    """A question about ratings, of which there are none."""
    return Sentence("", _(NOT_RATED))


QUESTION_SENTENCES: dict[type[Facts], Callable[[Finding, History], Sentence]] = {
    OrderQuestionFacts: order_question_sentence,
    ResponseQuestionFacts: response_question_sentence,
    KindQuestionFacts: kind_sentence,
    EarlyQuestionFacts: early_question_sentence,
    RecursQuestionFacts: recurrence_sentence,
    GivingQuestionFacts: reciprocity_sentence,
    LossQuestionFacts: loss_question_sentence,
    TooFewEndingsFacts: too_few_endings_sentence,
    GroupOrderQuestionFacts: group_order_sentence,
    PairQuestionFacts: pair_question_sentence,
    GaveQuestionFacts: kind_sentence,
    LeftQuestionFacts: left_question_sentence,
    BalanceQuestionFacts: balance_question_sentence,
    NotTaggedFacts: not_tagged_sentence,
    UnknownTagFacts: unknown_tag_sentence,
    NotRatedFacts: not_rated_sentence,
}
"""By what is known of the answer; a new form of question is its facts, its function, and a line here."""


def question_sentence(finding: Finding, history: History) -> Sentence:
    """What a question came to."""
    facts: Any = type(finding.facts)
    return QUESTION_SENTENCES[facts](finding, history)


translate_constants(__name__)
