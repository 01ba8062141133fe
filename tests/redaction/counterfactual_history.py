"""The history in which whoever a plan leaves out never was, and every mention of them reads "someone"."""

from typing import Any

from models.history import History
from models.sharing import SharePlan
from models.steps import StopPlan
from tests.redaction.lives import rebuild_history
from timeline.redaction.name_replacer import NameReplacer, build_left_out_replacer


def build_counterfactual(history: History, plan: SharePlan) -> tuple[History, SharePlan]:
    """Such a history and, over what is left of it, the plan."""
    staying = {
        bond.id
        for bond in history.relationships
        if bond.id in plan.relationships and (plan.kinds is None or bond.kind in plan.kinds)
    }
    mention = build_left_out_replacer(history, plan, staying)
    with_whom = {moment.id: moment.relationship for moment in history.episodes}
    bonds = tuple(bond for bond in history.relationships if bond.id in staying)
    moments = tuple(moment for moment in history.episodes if moment.relationship in staying)
    kept = {moment.id for moment in moments}
    ticked = set(plan.stop_plan)
    texts: dict[str, Any] = {
        name: tuple(_scrub_entry(entry, mention) for entry in getattr(history, name))
        for name in ("own_tags", "landmarks", "questions", "verdicts")
    }
    # Lines are ticked by what they say, so those that are not ticked are left out before they read alike.
    stop_plan = {
        part: tuple(
            mention(line, None) for line in getattr(history.stop_plan, part) if (part, line) in ticked
        )
        for part in StopPlan.model_fields
    }
    never = rebuild_history(
        history,
        **texts
        | {
            "relationships": tuple(_scrub_entry(bond, mention, bond.id) for bond in bonds),
            "episodes": tuple(_scrub_entry(moment, mention, moment.relationship) for moment in moments),
            "reasons": tuple(
                _scrub_entry(r, mention, with_whom[r.episode]) for r in history.reasons if r.episode in kept
            ),
            "cover": _scrub_entry(history.cover, mention),
            "check_ins": tuple(_scrub_entry(one, mention) for one in history.check_ins),
            "kind_notes": tuple(
                _scrub_entry(note, mention, with_whom.get(note.episode or ""))
                for note in history.kind_notes
                if note.episode is None or note.episode in kept
            ),
            "next_moves": tuple(_scrub_entry(one, mention) for one in history.next_moves),
            "intentions": tuple(
                _scrub_entry(one, mention, one.relationship)
                for one in history.intentions
                if one.relationship is None or one.relationship in staying
            ),
            "activities": tuple(_scrub_entry(one, mention) for one in history.activities),
            "strengths": tuple(_scrub_entry(one, mention) for one in history.strengths),
            "reflections": tuple(_scrub_entry(one, mention) for one in history.reflections),
            "contacts": tuple(
                contact.model_copy(
                    update={"name": mention(contact.name, None), "how": mention(contact.how, None)}
                )
                for contact in history.contacts
            ),
            "stop_plan": StopPlan(**stop_plan),
            "settings": history.settings.model_copy(
                update={"earliest_bonds": tuple(b for b in history.settings.earliest_bonds if b in staying)}
            ),
        },
    )
    fewer = plan.model_copy(
        update={
            "relationships": tuple(b for b in plan.relationships if b in staying),
            "episodes": tuple(m for m in plan.episodes if m in kept),
            "headlines": tuple(m for m in plan.headlines if m in kept),
            "stories": tuple(m for m in plan.stories if m in kept),
            "not_yet": tuple(one for one in plan.not_yet if one in staying | kept),
            "stop_plan": tuple((part, line) for part, lines in stop_plan.items() for line in lines),
        }
    )
    return never, fewer


_FREE_TEXT = {
    "title", "summary", "hope", "helped", "questions", "not_yet", "label", "definition", "role", "alias",
    "note", "other_explanations", "headline", "hoped_for", "they_responded", "i_responded", "story", "others",
    "text", "word", "body", "kind_sentence", "move", "own_share", "know_now", "differently", "from_later",
    "why_now", "now",
}  # fmt: skip


def _scrub_entry(entry: Any, mention: NameReplacer, about: str | None = None) -> Any:
    """An entry with its free texts as they read where nobody left out was ever named."""
    changed: dict[str, Any] = {}
    for name in type(entry).model_fields:
        value = getattr(entry, name)
        if name in _FREE_TEXT and not isinstance(value, int | None):  # a moment's `now` is a number
            texts = (value,) if isinstance(value, str) else value
            said = tuple(mention(text, about) for text in texts)
            changed[name] = said[0] if isinstance(value, str) else said
        elif name == "feelings":
            changed[name] = tuple(_scrub_entry(feeling, mention) for feeling in value)
    return entry.model_copy(update=changed)
