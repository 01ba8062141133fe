"""What each finder's findings say, counts first: one function a finder, from the facts of the finding."""

from collections.abc import Callable

from models.finding_facts import (
    BothWaysFacts,
    BreadthFacts,
    ComparedFacts,
    EchoFacts,
    RatingFacts,
    ReasonFacts,
    TogetherFacts,
    TurningFacts,
    WishFacts,
)
from models.findings import Finding
from models.history import History
from timeline.messages.grammar import count_with_noun, join_with_and, join_with_or, quote_text
from timeline.messages.kinds import count_kind, many_of_kind
from timeline.messages.language import N_, _, ngettext, translate_constants
from timeline.messages.pattern_terms import (
    Sentence,
    chance_clause,
    count_in_tagged,
    describe_reference,
    format_part,
    format_tags,
    get_label,
    get_names,
    number,
    read_facts,
    times,
)
from timeline.messages.tags import tag_label

ONLY_A_COUNT = N_("No shuffle can tell what comes back from what is common, so this is a count.")
EVERY_TAG = N_("All tags together")
_MAX_NAMES = 6
"""So many people are named in a sentence; the rest are counted."""
_MAX_TAGS = 3
"""So many tags that came back are named in a sentence."""


def recurrence_sentence(finding: Finding, history: History) -> Sentence:
    """How far a tag runs: "rejection: in 5 of the 8 relationships you tagged, first with Father, when …"."""
    first = describe_reference(finding.first, history) if finding.first else ""
    template = _("{count}.")
    if first:
        template = _("{count}, first with {first}.") if finding.k > 1 else _("{count}: {first}.")
    count = count_in_tagged(finding.k, finding.of)
    return Sentence(format_tags(history, finding)[0], template.format(count=count, first=first))


def answer_sentence(finding: Finding, history: History) -> Sentence:
    """Who gave what was lacking."""
    hurt = history.vocabulary[finding.tags[0]]
    answers = join_with_or([get_label(history, answer) for answer in hurt.answered_by])
    what = _("What answers {tag} ({answers})").format(tag=tag_label(hurt), answers=answers)
    names = get_names(history, finding.relationships)
    if not names:
        return Sentence("", _("{what}: not tagged yet. Was there anyone who gave it?").format(what=what))
    count = count_in_tagged(finding.k, finding.of)
    template = _("{what}: {count}, from {names}.")
    return Sentence("", template.format(what=what, count=count, names=join_with_and(names, _MAX_NAMES)))


def echo_sentence(finding: Finding, history: History) -> Sentence:
    """Which tags of the earliest bonds come back; or how often they do with one kind of bond."""
    facts = read_facts(finding, EchoFacts)
    names = join_with_and(get_names(history, facts.early))
    if facts.elsewhere is not None:
        template = ngettext(
            "You used {n} tag for {names}. In later {bonds} it came up {here} of the {of} times it "
            "could{chance}; in other later relationships {there} of {there_of}.",
            "You used {n} tags for {names}. In later {bonds} they came up {here} of the {of} times they "
            "could{chance}; in other later relationships {there} of {there_of}.",
            facts.early_tags,
        )
        says = template.format(
            names=names,
            bonds=many_of_kind(finding.kinds[0]),
            here=finding.k,
            of=finding.of,
            chance=chance_clause(finding.expected),
            there=facts.elsewhere.k,
            there_of=facts.elsewhere.of,
        )
        return Sentence("", says)
    began = ngettext(
        "Of the {n} tag of your earliest bonds ({names}), ",
        "Of the {n} tags of your earliest bonds ({names}), ",
        facts.early_tags,
    ).format(names=names)
    if not facts.returned:
        none = ngettext(
            "none is there again in {n} later relationship.",
            "none is there again in {n} later relationships.",
            finding.of,
        )
        return Sentence("", began + none)
    return Sentence("", f"{began}{_describe_return(facts, finding, history)} {_(ONLY_A_COUNT)}")


def _describe_return(facts: EchoFacts, finding: Finding, history: History) -> str:
    """How many tags came back, in how many later relationships, and the most frequent of them."""
    came = ngettext("{n} comes back", "{n} come back", len(facts.returned))
    later = count_with_noun(finding.of, "later relationship")
    most = join_with_and(
        [
            _("{tag} in {count}").format(tag=format_part(history, part), count=count)
            for part, count in facts.returned[:_MAX_TAGS]
        ]
    )
    if len(facts.returned) > _MAX_TAGS:
        template = _("{came}, in {k} of {later}: most often {tags}.")
    else:
        template = _("{came}, in {k} of {later}: {tags}.")
    return template.format(came=came, k=finding.k, later=later, tags=most)


def sequence_sentence(finding: Finding, history: History) -> Sentence:
    """Which came first, of those that hold both."""
    one, other = format_tags(history, finding)
    says = format_order(finding, _("{tag} first").format(tag=one), _("both"))
    return Sentence(_("{first} before {second}").format(first=one, second=other), says)


def format_order(finding: Finding, what: str, held: str) -> str:
    """In how many the one came first, and in how many the dates leave it open."""
    template = ngettext(
        "{what} in {k} of {n} relationship with dated moments of {held}{open}{chance}.",
        "{what} in {k} of {n} relationships with dated moments of {held}{open}{chance}.",
        finding.of,
    )
    is_open = finding.order.open if finding.order else 0
    return template.format(
        what=what,
        k=finding.k,
        held=held,
        open=_("; in {n} the dates leave it open").format(n=is_open) if is_open else "",
        chance=chance_clause(finding.expected) if finding.of else "",
    )


def reciprocity_sentence(finding: Finding, _history: History) -> Sentence:
    """How giving and coming back were rated."""
    facts = read_facts(finding, BothWaysFacts)
    template = _(
        "You rated what you gave above what came back in {more} of the {of} relationships "
        "you rated both ways, and below it in {less}."
    )
    return Sentence("", template.format(more=facts.one_way, of=finding.of, less=facts.other_way))


def together_sentence(finding: Finding, history: History) -> Sentence:
    """Two tags in the same relationships, and the second where the first was not; or three."""
    facts = read_facts(finding, TogetherFacts)
    labels = [format_part(history, part) for part in facts.parts]
    count = count_in_tagged(finding.k, finding.of)
    if facts.with_first is None or facts.without_first is None:
        says = _("all three {count}. Each two of them are a clear pattern.").format(count=count)
        return Sentence(join_with_and(labels), says)
    template = _(
        "together {count}{chance}. Where {first} was, {second} was in {with_k} of {with_of}; "
        "elsewhere in {without_k} of {without_of}."
    )
    says = template.format(
        count=count,
        chance=chance_clause(finding.expected),
        first=labels[0],
        second=labels[1],
        with_k=facts.with_first.k,
        with_of=facts.with_first.of,
        without_k=facts.without_first.k,
        without_of=facts.without_first.of,
    )
    return Sentence(join_with_and(labels), says)


def kind_sentence(finding: Finding, history: History) -> Sentence:
    """A tag inside one kind of bond and outside it."""
    facts = read_facts(finding, ComparedFacts)
    says = _("in {k} of your {bonds}{chance}; in {there} of the {there_of} other relationships you tagged.")
    says = says.format(
        k=facts.here.k,
        bonds=count_kind(finding.kinds[0], facts.here.of),
        chance=chance_clause(finding.expected),
        there=facts.elsewhere.k,
        there_of=facts.elsewhere.of,
    )
    return Sentence(format_tags(history, finding)[0], says)


def carry_sentence(finding: Finding, history: History) -> Sentence:
    """A tag that is there again in the very next relationship."""
    label = format_tags(history, finding)[0] if finding.tags else _(EVERY_TAG)
    template = _("there again in the very next relationship {times}, of {of} it could have been{chance}.")
    says = template.format(times=times(finding.k), of=finding.of, chance=chance_clause(finding.expected))
    return Sentence(label, says)


def fading_sentence(finding: Finding, history: History) -> Sentence:
    """A tag in the first half of the relationships and in the last half."""
    facts = read_facts(finding, ComparedFacts)
    template = _("in {k} of the first {of} relationships you tagged, and in {last_k} of the last {last_of}.")
    says = template.format(
        k=facts.here.k, of=facts.here.of, last_k=facts.elsewhere.k, last_of=facts.elsewhere.of
    )
    return Sentence(format_tags(history, finding)[0], says)


def easing_sentence(finding: Finding, history: History) -> Sentence:
    """How strong one side was rated, earlier and later, or before and from a turning point on."""
    facts = read_facts(finding, RatingFacts)
    before, after = number(facts.before), number(facts.after)
    if facts.turn:
        at = join_with_and(get_names(history, facts.turn))
        template = (
            _(
                "What you tagged as painful you rated {before} of 5 on average before {name}, "
                "and {after} from then on."
            )
            if finding.side == "painful"
            else _(
                "What you tagged as caring you rated {before} of 5 on average before {name}, "
                "and {after} from then on."
            )
        )
        return Sentence("", template.format(before=before, after=after, name=at))
    slope = 0.0 if facts.per_decade is None else round(facts.per_decade, 1)
    drift = ""
    if slope:
        drift = _(", {points} more in ten years") if slope > 0 else _(", {points} less in ten years")
        drift = drift.format(points=number(abs(slope)))
    template = (
        _(
            "What you tagged as painful you rated {before} of 5 on average in the earlier half "
            "of your relationships, and {after} in the later half{drift}."
        )
        if finding.side == "painful"
        else _(
            "What you tagged as caring you rated {before} of 5 on average in the earlier half "
            "of your relationships, and {after} in the later half{drift}."
        )
    )
    return Sentence("", template.format(before=before, after=after, drift=drift))


def turning_sentence(finding: Finding, _history: History) -> Sentence:
    """In which relationships warm moments came before hard ones."""
    facts = read_facts(finding, TurningFacts)
    template = _(
        "In {k} of the {of} relationships with rated and dated moments of care and of hurt, the warmer "
        "moments you tagged came first; in {other_way} the harder ones did."
    )
    says = template.format(k=facts.one_way, of=finding.of, other_way=facts.other_way)
    if facts.losses:
        says = _("{says} Loss, and what is dated at a death, is left out.").format(says=says)
    return Sentence("", says)


def wish_sentence(finding: Finding, _history: History) -> Sentence:
    """A hope, what they did, what I did; or how broad the responses are."""
    if isinstance(finding.facts, BreadthFacts):
        told = [_describe_breadth(period, count) for period, count in finding.facts.by_period]
        says = _("How you responded, as you wrote it: {by_period}.").format(by_period=join_with_and(told))
        return Sentence("", says)
    facts = read_facts(finding, WishFacts)
    template = _(
        "Hoped to “{hoped}”, they “{they}”, I “{mine}”: all three in {k} of the {of} relationships "
        "where you wrote such answers{chance}."
    )
    says = template.format(
        hoped=facts.hoped,
        they=facts.they,
        mine=facts.mine,
        k=finding.k,
        of=finding.of,
        chance=chance_clause(finding.expected),
    )
    return Sentence("", says)


def _describe_breadth(period: str, count: int) -> str:
    template = _("{count} different in your {period}") if period.endswith("s") else _("{count} at {period}")
    return template.format(count=count, period=period)


def reason_sentence(finding: Finding, _history: History) -> Sentence:
    """An explanation given more than once."""
    says = _("your explanation in {k} of the {of} relationships you wrote one for.")
    words = read_facts(finding, ReasonFacts).words
    return Sentence(quote_text(words), says.format(k=finding.k, of=finding.of))


_BOTH = 2


def overlap_sentence(finding: Finding, _history: History) -> Sentence:
    """What ran at the same time, and how soon the next began."""
    if finding.k == finding.of == _BOTH:
        same = _("Your two {bonds} with dates overlapped.")
    elif finding.k:
        same = _("Of your {bonds} with dates, {k} overlapped with another.")
    else:
        same = _("Of your {bonds} with dates, none overlapped with another.")
    kind = finding.kinds[0]
    bonds = many_of_kind(kind) if finding.k == finding.of == _BOTH else count_kind(kind, finding.of)
    same = same.format(bonds=bonds, k=finding.k)
    if finding.effect is None or finding.interval is None:
        return Sentence("", same)
    low, high = (number(end) for end in finding.interval)
    sure = ""
    if low != high:
        sure = _(" ({low} to {high}, as sure as the dates are)").format(low=low, high=high)
    template = _("{same} Where one had ended, the next began after about {years} years{sure}.")
    return Sentence("", template.format(same=same, years=number(finding.effect), sure=sure))


FINDER_SENTENCES: dict[str, Callable[[Finding, History], Sentence]] = {
    "recurrence": recurrence_sentence,
    "answers": answer_sentence,
    "echo": echo_sentence,
    "sequence": sequence_sentence,
    "reciprocity": reciprocity_sentence,
    "together": together_sentence,
    "kinds": kind_sentence,
    "carry": carry_sentence,
    "fading": fading_sentence,
    "easing": easing_sentence,
    "turning": turning_sentence,
    "wish": wish_sentence,
    "reasons": reason_sentence,
    "overlap": overlap_sentence,
}
"""By the name of the finder."""

translate_constants(__name__)
