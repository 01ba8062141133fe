"""What each person is called on paper, and how that is written into every text."""

from collections.abc import Callable, Collection, Mapping

from models.history import History
from models.sharing import SharePlan
from timeline.redaction.initials import initials, one_line
from timeline.redaction.name_forms import is_described
from timeline.redaction.name_replacer import build_left_out_replacer, build_shown_name_replacer

TextRewriter = Callable[[str, str | None], str]
"""From a text, and the relationship it belongs to, to a text."""


def choose_shown_names(history: History, plan: SharePlan, leaving: Collection[str]) -> dict[str, str]:
    """What each relationship of `leaving` is called, by id; two of the same initials are numbered."""
    style_of = dict(plan.names_of)
    plain = {
        r.id: one_line(r.name)
        if style_of.get(r.id, plan.names) == "real" or is_described(r.name)
        else initials(r.name)
        for r in history.relationships
        if r.id in leaving
    }
    shown: dict[str, str] = {}
    taken: dict[str, int] = {}
    for relationship in history.relationships:
        if relationship.id not in leaving:
            continue
        name = plain[relationship.id]
        if style_of.get(relationship.id, plan.names) == "alias" and relationship.alias.strip():
            others = {id_: one for id_, one in plain.items() if id_ != relationship.id}
            name = build_text_rewriter(history, plan, leaving, others)(relationship.alias, relationship.id)
        times = taken[name] = 1 if name == one_line(relationship.name) else taken.get(name, 0) + 1
        shown[relationship.id] = name if times == 1 else f"{name} ({times})"
    return shown


def build_text_rewriter(
    history: History, plan: SharePlan, leaving: Collection[str], shown: Mapping[str, str]
) -> TextRewriter:
    """A function that writes every person of `history` as they are shown, and "someone" for the rest.

    Args:
        history: everything.
        plan: what is chosen.
        leaving: ids of the relationships that leave.
        shown: what each of them is called; those missing here stay as they are.
    """
    first = build_left_out_replacer(history, plan, leaving)
    second = build_shown_name_replacer(history, plan, leaving, shown, first)
    return lambda text, about: second(first(text, about), about)
