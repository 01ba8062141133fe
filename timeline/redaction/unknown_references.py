"""What a plan names and a history does not know: such a name would be passed over without a word."""

from collections.abc import Iterable

from models.entries import KINDS
from models.history import History
from models.sharing import SharePlan
from models.tags import GROUPS
from timeline.messages import report as say
from timeline.patterns import FINDERS
from timeline.redaction.step_lines import collect_step_lines

_FINDERS_NAMED_BY_WORDS = frozenset({"easing", "reasons", "wish"})
"""Finders whose patterns are named by words of the person's or of their own."""


def find_unknown_references(history: History, plan: SharePlan) -> tuple[tuple[str, str], ...]:
    """Pairs (field of the plan, what stands there and is not known), each once.

    Args:
        history: everything that was written down.
        plan: made for it, or for another.
    """
    return tuple(dict.fromkeys(_list_unknown_references(history, plan)))


def _list_unknown_references(history: History, plan: SharePlan) -> Iterable[tuple[str, str]]:
    people = history.by_id.keys()
    moments = {moment.id for moment in history.episodes}
    written = {(line.kind, line.id) for line in collect_step_lines(history)}
    yield from (("sections", one) for one in plan.sections if one not in say.PARTS)
    yield from (("relationships", one) for one in plan.relationships if one not in people)
    for named, ids in (
        ("episodes", plan.episodes),
        ("headlines", plan.headlines),
        ("stories", plan.stories),
    ):
        yield from ((named, one) for one in ids if one not in moments)
    yield from (("steps", f"{kind} {one}") for kind, one in plan.steps if (kind, one) not in written)
    yield from (("threads", one) for one in plan.threads if one not in history.vocabulary)
    yield from (("patterns", one) for one in plan.patterns if not _is_pattern_id(history, one))
    for one in plan.not_yet:
        if one not in people and one not in moments and not _is_pattern_id(history, one):
            yield "not_yet", one
    yield from (("names_of", one) for one, _ in plan.names_of if one not in people)
    yield from (("also_called", one) for one, _ in plan.also_called if one not in people)
    contacts = {contact.id for contact in history.contacts}
    yield from (("contacts", one) for one in plan.contacts if one not in contacts)
    yield from (
        ("stop_plan", line) for part, line in plan.stop_plan if line not in getattr(history.stop_plan, part)
    )


def _is_pattern_id(history: History, id_: str) -> bool:
    """Whether a finder may call a pattern so."""
    finder, _, about = id_.partition(":")
    if finder not in {one.NAME for one in FINDERS}:
        return False
    about = f":{about}:".replace(":given ", ":").replace(":group ", ":")
    for part in sorted({*history.vocabulary, *KINDS, *GROUPS}, key=len, reverse=True):
        about = about.replace(f":{part}:", "::")
    return finder in _FINDERS_NAMED_BY_WORDS or "~" in about or not about.strip(":")
