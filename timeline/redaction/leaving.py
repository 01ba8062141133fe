"""Everything that will leave, to be read before it does: each name, text and tag, and what looks odd."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from models.history import History, Relationship
from models.sharing import SharePlan
from timeline.messages import report as say
from timeline.messages import share_steps
from timeline.redaction.called import Called, called, is_pronoun
from timeline.redaction.leftovers import also_words, unknown_capitals
from timeline.redaction.lines import Line, lines
from timeline.redaction.mentions import Names
from timeline.redaction.redact import redact
from timeline.redaction.spelling import is_spaced, key
from timeline.redaction.told_dates import dates_in


@dataclass(frozen=True)
class Leaves:
    """What leaves under one plan, as it will stand on paper.

    Attributes:
        names: the writer first, then each relationship in order of entry.
        tags: labels, in display order.
        notes: pairs (where it stands, the text).
        leftovers: words that may be names: of nobody who was entered, or of somebody hidden whose name is a
            word as well.
        dates: dates in the texts that are finer than those that leave.
        notices: sentences about what the person may not expect.
        moments: how many are counted.
    """

    names: tuple[str, ...]
    tags: tuple[str, ...]
    notes: tuple[tuple[str, str], ...]
    leftovers: tuple[str, ...]
    dates: tuple[str, ...]
    notices: tuple[str, ...]
    moments: int


def leaves(history: History, plan: SharePlan, today: date) -> Leaves:
    """The list of what `plan` lets out.

    Args:
        history: everything that was written down.
        plan: what the person ticked.
        today: the day it is read on.
    """
    smaller = redact(history, plan, today)
    notes = tuple(_notes(smaller))
    bonds = smaller.relationships
    names = tuple(name for name in (smaller.person.name, *(bond.name for bond in bonds)) if name)
    used = {wide.tag for bond in bonds for wide in bond.tags} | {t for m in smaller.episodes for t in m.tags}
    known = [*names, *(own.label for own in smaller.own_tags)]
    texts = tuple(text for _, text in notes)
    in_doubt = unknown_capitals(texts, known, _everything_written(history))
    return Leaves(
        names=names,
        tags=tuple(tag.label for key, tag in smaller.vocabulary.items() if key in used),
        notes=notes,
        leftovers=tuple(dict.fromkeys((*in_doubt, *also_words(texts, _words_too(history, plan))))),
        dates=dates_in(texts, plan.dates),
        notices=tuple(_notices(history, plan, smaller)),
        moments=len(smaller.episodes),
    )


def _notes(smaller: History) -> Iterable[tuple[str, str]]:
    """Each text of the person's own that leaves, with where it stands."""
    cover, name_of = smaller.cover, {bond.id: bond.name for bond in smaller.relationships}
    listed = [
        (say.TITLE, cover.title),
        (say.IN_MY_OWN_WORDS, cover.summary),
        (say.HOPE, cover.hope),
        (say.HELPED, cover.helped),
        (say.NOT_YET_LABEL, cover.not_yet),
        *((say.QUESTIONS, question) for question in cover.questions),
        *((say.QUESTIONS, question.text) for question in smaller.questions),
        *((say.LANDMARK, mark.label) for mark in smaller.landmarks),
        *(
            (say.OWN_TAG, f"{own.label}: {own.definition}" if own.definition else own.label)
            for own in smaller.own_tags
        ),
        *((say.VERDICT, verdict.note) for verdict in smaller.verdicts),
    ]
    for bond in smaller.relationships:
        listed += [(bond.name, text) for text in (bond.role, *bond.other_explanations)]
    reasons: dict[str, list[str]] = {}
    for found in smaller.reasons:
        reasons.setdefault(found.episode, []).extend(found.others)
    for moment in smaller.episodes:
        if moment.headline not in (say.COUNTED, say.NOT_YET):
            texts = (
                moment.headline,
                *moment.hoped_for,
                *moment.they_responded,
                *moment.i_responded,
                moment.story,
            )
            listed += [(name_of[moment.relationship], text) for text in texts]
        listed += [(name_of[moment.relationship], text) for text in reasons.get(moment.id, ())]
    for line in lines_leaving(smaller):
        listed += [(line.heading, text) for _, text in line.says]
    return ((where, text) for where, text in listed if text.strip())


def lines_leaving(smaller: History) -> tuple[Line, ...]:
    """The lines of the steps that leave; reasons that leave as explanations alone are none."""
    ticked = set(smaller.share_plans[0].steps)
    return tuple(line for line in lines(smaller) if (line.kind, line.id) in ticked)


def _notices(history: History, plan: SharePlan, smaller: History) -> Iterable[str]:
    ticked = {(line.kind, line.id) for line in lines(history)} & set(plan.steps)
    if ticked and "steps" not in plan.sections:
        yield share_steps.NOT_PRINTED
    elif len(ticked) > len(smaller.share_plans[0].steps):
        yield share_steps.staying(len(ticked) - len(smaller.share_plans[0].steps))
    if plan.dates == "age" and history.birth is None and (history.episodes or history.relationships):
        yield say.NO_BIRTH_SO_NO_DATES
    leaving, style_of = set(plan.relationships), dict(plan.names_of)
    hidden = _hidden(history, plan)
    if any(not is_spaced(bond.name) for bond in hidden):
        yield say.NAMES_WITHOUT_CAPITALS
    left_out = [bond for bond in history.relationships if bond.id not in leaving]
    for bond in smaller.relationships:
        for other in left_out:
            if any(Names((other.id, one) for one in called(other.name)).mentions(bond.name)):
                yield say.name_holds_one_left_out(bond.name, other.name)
    for bond in history.relationships:
        if bond.id in leaving and style_of.get(bond.id, plan.names) == "alias" and not bond.alias.strip():
            yield say.no_alias(bond.name)


def _hidden(history: History, plan: SharePlan) -> list[Relationship]:
    """Those whose name does not leave."""
    leaving, style_of = set(plan.relationships), dict(plan.names_of)
    return [
        b for b in history.relationships if b.id not in leaving or style_of.get(b.id, plan.names) != "real"
    ]


def _words_too(history: History, plan: SharePlan) -> frozenset[str]:
    """Names, folded, of those who are hidden that are words of the language as well."""
    hidden = _hidden(history, plan)
    ids = {bond.id for bond in hidden}
    spelled = [bond.name for bond in hidden] + [also for id_, also in plan.also_called if id_ in ids]
    if plan.me != "real" and not is_pronoun(history.person.name):
        spelled.append(history.person.name)
    every = [one for name in spelled for one in called(name)]
    every += [Called(bond.alias, whole=True) for bond in hidden]
    return frozenset(key(one.text) for one in every if one.only_with_a_capital)


def _everything_written(history: History) -> Iterable[str]:
    cover = history.cover
    yield from (cover.title, cover.summary, cover.hope, cover.helped, cover.not_yet, *cover.questions)
    for moment in history.episodes:
        yield moment.headline
        yield moment.story
    for bond in history.relationships:
        yield bond.role
        yield bond.note
