"""Everything that will leave, to be read before it does: each name, text and tag, and what looks odd."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from models.history import History, Relationship
from models.sharing import SharePlan
from timeline.messages import private_lines, share_steps
from timeline.messages import report as say
from timeline.messages.tags import tag_label
from timeline.redaction.dates_in_text import find_finer_dates
from timeline.redaction.mentions import NameFinder
from timeline.redaction.name_forms import NameForm, is_pronoun, name_forms
from timeline.redaction.possible_names import find_ambiguous_names, unknown_capitals
from timeline.redaction.redact import redact
from timeline.redaction.spelling import fold_to_key, is_spaced
from timeline.redaction.step_lines import StepLine, collect_step_lines


@dataclass(frozen=True)
class ShareSummary:
    """What leaves under one plan, as it will stand on paper.

    Attributes:
        names: the writer first, then each relationship in order of entry.
        tags: labels, in display order.
        notes: pairs (where it stands, the text).
        possible_names: words that may be names: of nobody who was entered, or of somebody hidden whose name
            is a word as well.
        dates: dates in the texts that are finer than those that leave.
        notices: sentences about what the person may not expect.
        moments: how many are counted.
    """

    names: tuple[str, ...]
    tags: tuple[str, ...]
    notes: tuple[tuple[str, str], ...]
    possible_names: tuple[str, ...]
    dates: tuple[str, ...]
    notices: tuple[str, ...]
    moments: int


def summarise_share(history: History, plan: SharePlan, today: date) -> ShareSummary:
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
    in_doubt = unknown_capitals(texts, known, _all_texts(history))
    return ShareSummary(
        names=names,
        tags=tuple(tag_label(tag) for key, tag in smaller.vocabulary.items() if key in used),
        notes=notes,
        possible_names=tuple(
            dict.fromkeys(
                (*in_doubt, *find_ambiguous_names(texts, _hidden_names_that_are_words(history, plan)))
            )
        ),
        dates=find_finer_dates(texts, plan.dates),
        notices=tuple(_notices(history, plan, smaller)),
        moments=len(smaller.episodes),
    )


def _notes(smaller: History) -> Iterable[tuple[str, str]]:
    """Each text of the person's own that leaves, with where it stands."""
    cover, plan = smaller.cover, smaller.stop_plan
    name_of = {bond.id: bond.name for bond in smaller.relationships}
    listed = [
        (say.TITLE, cover.title),
        (private_lines.WHY_NOW, cover.why_now),
        (say.IN_MY_OWN_WORDS, cover.summary),
        (say.HOPE, cover.hope),
        (say.WHAT_HELPED, cover.helped),
        (say.NOT_YET_LABEL, cover.not_yet),
        *((say.QUESTIONS, question) for question in cover.questions),
        *((say.QUESTIONS, question.text) for question in smaller.questions),
        *((say.LANDMARK, mark.label) for mark in smaller.landmarks),
        *(
            (say.OWN_TAG, f"{own.label}: {own.definition}" if own.definition else own.label)
            for own in smaller.own_tags
        ),
        *((say.VERDICT, verdict.note) for verdict in smaller.verdicts),
        *((private_lines.WHOM_TO_CALL, text) for one in smaller.contacts for text in (one.name, one.how)),
        *((private_lines.STOP_PLAN, line) for line in (*plan.signs, *plan.do, *plan.call)),
    ]
    for bond in smaller.relationships:
        listed += [(bond.name, text) for text in (bond.role, bond.now, *bond.other_explanations)]
    reasons: dict[str, list[str]] = {}
    for found in smaller.reasons:
        reasons.setdefault(found.episode, []).extend(found.others)
    for moment in smaller.episodes:
        if moment.headline not in (say.COUNTED_NOTE, say.NOT_YET):
            texts = (
                moment.headline,
                *moment.hoped_for,
                *moment.they_responded,
                *moment.i_responded,
                moment.story,
            )
            listed += [(name_of[moment.relationship], text) for text in texts]
        listed += [(name_of[moment.relationship], text) for text in reasons.get(moment.id, ())]
    for line in shared_step_lines(smaller):
        listed += [(line.heading, text) for _, text in line.texts]
    return ((where, text) for where, text in listed if text.strip())


def shared_step_lines(smaller: History) -> tuple[StepLine, ...]:
    """The lines of the steps that leave; reasons that leave as explanations alone are none."""
    ticked = set(smaller.share_plans[0].steps)
    return tuple(line for line in collect_step_lines(smaller) if (line.kind, line.id) in ticked)


def _notices(history: History, plan: SharePlan, smaller: History) -> Iterable[str]:
    ticked = {(line.kind, line.id) for line in collect_step_lines(history)} & set(plan.steps)
    if ticked and "steps" not in plan.sections:
        yield share_steps.NOT_PRINTED
    elif len(ticked) > len(smaller.share_plans[0].steps):
        yield share_steps.unshared_lines_note(len(ticked) - len(smaller.share_plans[0].steps))
    if plan.dates == "age" and history.birth is None and (history.episodes or history.relationships):
        yield say.NO_BIRTH_SO_NO_DATES
    leaving, style_of = set(plan.relationships), dict(plan.names_of)
    hidden = _hidden_relationships(history, plan)
    if any(not is_spaced(bond.name) for bond in hidden):
        yield say.NAMES_WITHOUT_CAPITALS
    left_out = [bond for bond in history.relationships if bond.id not in leaving]
    for bond in smaller.relationships:
        for other in left_out:
            if any(NameFinder((other.id, one) for one in name_forms(other.name)).mentions(bond.name)):
                yield say.hidden_name_warning(bond.name, other.name)
    for bond in history.relationships:
        if bond.id in leaving and style_of.get(bond.id, plan.names) == "alias" and not bond.alias.strip():
            yield say.no_alias(bond.name)


def _hidden_relationships(history: History, plan: SharePlan) -> list[Relationship]:
    """Those whose name does not leave."""
    leaving, style_of = set(plan.relationships), dict(plan.names_of)
    return [
        b for b in history.relationships if b.id not in leaving or style_of.get(b.id, plan.names) != "real"
    ]


def _hidden_names_that_are_words(history: History, plan: SharePlan) -> frozenset[str]:
    """Names, folded, of those who are hidden that are words of the language as well."""
    hidden = _hidden_relationships(history, plan)
    ids = {bond.id for bond in hidden}
    spelled = [bond.name for bond in hidden] + [also for id_, also in plan.also_called if id_ in ids]
    if plan.me != "real" and not is_pronoun(history.person.name):
        spelled.append(history.person.name)
    every = [one for name in spelled for one in name_forms(name)]
    every += [NameForm(bond.alias, whole=True) for bond in hidden]
    return frozenset(fold_to_key(one.text) for one in every if one.is_name_only_capitalised)


def _all_texts(history: History) -> Iterable[str]:
    cover = history.cover
    yield from (cover.title, cover.summary, cover.hope, cover.helped, cover.not_yet, *cover.questions)
    yield cover.why_now
    for moment in history.episodes:
        yield moment.headline
        yield moment.story
    for bond in history.relationships:
        yield bond.role
        yield bond.now
        yield bond.note
