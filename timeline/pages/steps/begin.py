"""To begin with: is someone on your mind now, and a plan for when it gets too much; both may be skipped."""

from typing import Any

from dash.development.base_component import Component

from models.changes import Change
from models.history import KINDS, History, Relationship, entry_text
from models.steps import StopPlan
from timeline.parts.asking import Ask, Kept, Question, Said, Step, Walk, new_id
from timeline.parts.here import Here
from timeline.words import steps as words
from timeline.words.texts import text

_TEXT = text("steps/begin")
_LINES = ("signs", "do", "call")
_LABELS = {"signs": words.STOP_SIGNS, "do": words.STOP_DO, "call": words.STOP_CALL}


def _draw_who(ask: Ask) -> list[Component]:
    return [ask.line("name", words.ON_MIND_LABEL)]


def _wrong_who(said: Said) -> dict[str, str]:
    return {} if str(said.get("name") or "").strip() else {"name": words.NAME_EMPTY}


def _draw_kind(ask: Ask) -> list[Component]:
    return [ask.one("kind", words.ON_MIND_KIND, [(kind, words.KIND_NAMES[kind]) for kind in KINDS])]


def _wrong_kind(said: Said) -> dict[str, str]:
    return {} if said.get("kind") in KINDS else {"kind": words.KIND_EMPTY}


def _draw_between(ask: Ask) -> list[Component]:
    return [
        ask.scale("gave", words.ON_MIND_GAVE, words.LITTLE, words.MUCH, first=1),
        ask.scale("came", words.ON_MIND_CAME, words.LITTLE, words.MUCH, first=1),
    ]


def _one_to_five(said: Said, field: str) -> int | None:
    value = said.get(field)
    return int(value) if isinstance(value, str) and value in ("1", "2", "3", "4", "5") else None


def _keep(here: Here, said: Said, of: str, before: str | None) -> Kept:
    entry = Relationship.model_validate(
        {
            "id": new_id(),
            "name": str(said["name"]).strip(),
            "kind": said["kind"],
            "on_my_mind": True,
            "gave": _one_to_five(said, "gave"),
            "came_back": _one_to_five(said, "came"),
        }
    )
    return Kept(words.named(words.ON_MIND), (Change("relationships", entry.id, None, entry_text(entry)),))


def _no_fields(_: History, __: Any) -> dict[str, Any]:
    return {}


def _draw_lines(field: str) -> Any:
    def draw(ask: Ask) -> list[Component]:
        return [ask.lines(field, _LABELS[field], words.EACH_LINE)]

    return draw


def _begins_plan(here: Here) -> dict[str, Any]:
    return {field: "\n".join(getattr(here.history.stop_plan, field)) for field in _LINES}


def _keep_plan(here: Here, said: Said, of: str, before: str | None) -> Kept:
    plan = StopPlan(
        **{
            field: tuple(line.strip() for line in str(said.get(field) or "").splitlines() if line.strip())
            for field in _LINES
        }
    )
    text = None if plan == StopPlan() else entry_text(plan)
    change = Change("stop_plan", "", here.history.body("stop_plan", ""), text)
    return Kept(words.named(words.STOP_PLAN), (change,))


ON_MIND = Walk(
    key="on-mind",
    text=_TEXT,
    questions=(
        Question("who", _draw_who, _wrong_who),
        Question("what", _draw_kind, _wrong_kind),
        Question("between", _draw_between),
    ),
    keep=_keep,
    fields=_no_fields,
)
PLAN = Walk(
    key="stop-plan",
    text=_TEXT,
    questions=tuple(Question(field, _draw_lines(field)) for field in _LINES),
    keep=_keep_plan,
    fields=_no_fields,
    begins=_begins_plan,
)
STEP = Step(key="begin", number=0, text=_TEXT, walks=(ON_MIND, PLAN))
