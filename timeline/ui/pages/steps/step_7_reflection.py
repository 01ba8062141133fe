"""Step 7, trust: three lines, a hope for the far end of the axis, and what changed since last time."""

from collections.abc import Callable
from typing import Any

from dash import html
from dash.development.base_component import Component

from models import notebook_counts as counts
from models.history import History
from models.steps import Reflection
from timeline.messages import dates
from timeline.messages import steps as words
from timeline.ui.forms.field_values import get_line
from timeline.ui.forms.walk import Answers, EntryList, Question, Step, Walk, WalkResult, keep_entry
from timeline.ui.forms.walk_buttons import QuestionForm, new_id
from timeline.ui.session import Session

_TEXT = "steps/7-trust"
_FIELDS = ("know_now", "differently", "hope", "from_later")


def _make_lines_drawing(field: str, ask_for: Callable[[], tuple[str, str]]) -> Any:
    """What draws some lines of text; `ask_for` gives what is asked and a hint, when it is drawn."""

    def draw(ask: QuestionForm) -> list[Component | None]:
        return [ask.area(field, *ask_for())]

    return draw


def _build_reflection(here: Session, said: Answers, of: str, before: str | None) -> WalkResult:
    lines = {field: get_line(said, field) for field in _FIELDS}
    if not any(lines.values()) and not of:
        return WalkResult()
    was = next((r for r in here.history.reflections if r.id == of), None)
    entry = Reflection(
        id=of or new_id(),
        on=was.on if was else here.today(),
        counted=was.counted if was else tuple(counts.count_notebook(here.history).items()),
        **lines,
    )
    return keep_entry(entry, words.REFLECTION, of, before)


def _reflection_answers(_: History, entry: Reflection) -> dict[str, Any]:
    return {field: getattr(entry, field) for field in _FIELDS}


def _describe_reflection(_: Session, entry: Reflection) -> tuple[str, str]:
    said = [getattr(entry, field) for field in _FIELDS]
    return " · ".join(line for line in said if line), dates.format_date(entry.on)


def _draw_changes(here: Session) -> list[Component]:
    """What changed since the last lines were written, in counts."""
    last = next((r for r in reversed(here.history.reflections) if r.counted), None)
    if last is None:
        told: list[Component] = [html.P(words.CHANGED_FIRST, className="note")]
    else:
        changes = counts.compare_counts(dict(last.counted), counts.count_notebook(here.history))
        rows = [html.Li(words.count_change(what, then, now)) for what, then, now in changes]
        told = [
            html.P(words.since_label(last.on), className="note"),
            html.Ul(rows, className="counts") if rows else html.P(words.COUNTS_SAME),
        ]
    return [html.Section([html.H2(words.CHANGED_TITLE), *told], className="card aside-of-step")]


TRUST = Walk(
    "trust",
    _TEXT,
    (
        Question("know", _make_lines_drawing("know_now", lambda: (words.KNOW_NOW, ""))),
        Question("differently", _make_lines_drawing("differently", lambda: (words.DIFFERENTLY, ""))),
        Question("hope", _make_lines_drawing("hope", lambda: (words.HOPE, words.HOPE_HINT))),
        Question("later", _make_lines_drawing("from_later", lambda: (words.FROM_LATER, ""))),
    ),
    _build_reflection,
    model=Reflection,
    load_answers=_reflection_answers,
    draw_after=lambda here, _: _draw_changes_after(here),
)


def _draw_changes_after(here: Session) -> list[Component]:
    """Beside what was written before this one, what changed."""
    written = [r for r in here.history.reflections if r.counted]
    if len(written) < 2:
        return []
    changes = counts.compare_counts(dict(written[-2].counted), dict(written[-1].counted))
    rows = [html.Li(words.count_change(*change)) for change in changes] or [html.Li(words.COUNTS_SAME)]
    heading = html.H3(f"{words.CHANGED_TITLE}: {words.since_label(written[-2].on)}")
    return [heading, html.Ul(rows, className="counts")]


STEP = Step(
    "trust",
    7,
    _TEXT,
    walks=(TRUST,),
    list_entry_lists=lambda: (
        EntryList("reflections", words.REFLECTIONS, "entry on trust", _describe_reflection, "trust"),
    ),
    draw_extras=_draw_changes,
)
