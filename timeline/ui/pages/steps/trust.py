"""Step 7, trust: three lines, a hope for the far end of the axis, and what changed since last time."""

from typing import Any

from dash import html
from dash.development.base_component import Component

from models import counts
from models.changes import Change
from models.history import History, entry_text
from models.steps import Reflection
from timeline.messages import steps as words
from timeline.messages.texts import text
from timeline.ui.forms.asking import Ask, Kept, Listed, Question, Said, Step, Walk, new_id
from timeline.ui.here import Here

_TEXT = text("steps/7-trust")
_FIELDS = ("know_now", "differently", "hope", "from_later")


def _draw(field: str, label: str, hint: str = "") -> Any:
    def draw(ask: Ask) -> list[Component]:
        return [ask.lines(field, label, hint)]

    return draw


def _keep(here: Here, said: Said, of: str, before: str | None) -> Kept:
    lines = {field: str(said.get(field) or "").strip() for field in _FIELDS}
    if not any(lines.values()) and not of:
        return Kept(words.named(words.REFLECTION), ())
    was = next((r for r in here.history.reflections if r.id == of), None)
    entry = Reflection(
        id=of or new_id(),
        on=was.on if was else here.today(),
        counted=was.counted if was else tuple(counts.counted(here.history).items()),
        **lines,
    )
    what = words.edited(words.REFLECTION) if of else words.named(words.REFLECTION)
    return Kept(what, (Change("reflections", entry.id, before, entry_text(entry)),))


def _fields(_: History, entry: Reflection) -> dict[str, Any]:
    return {field: getattr(entry, field) for field in _FIELDS}


def _line(_: Here, entry: Reflection) -> tuple[str, str]:
    said = [getattr(entry, field) for field in _FIELDS]
    return " · ".join(line for line in said if line), words.on(entry.on)


def _changed(here: Here) -> list[Component]:
    """What changed since the last lines were written, in counts."""
    last = next((r for r in reversed(here.history.reflections) if r.counted), None)
    if last is None:
        told: list[Component] = [html.P(words.CHANGED_FIRST, className="note")]
    else:
        changes = counts.changed(dict(last.counted), counts.counted(here.history))
        rows = [html.Li(words.changed(what, then, now)) for what, then, now in changes]
        told = [
            html.P(words.since(last.on), className="note"),
            html.Ul(rows, className="counts") if rows else html.P(words.SAME),
        ]
    return [html.Section([html.H2(words.CHANGED_TITLE), *told], className="card aside-of-step")]


TRUST = Walk(
    key="trust",
    text=_TEXT,
    questions=(
        Question("know", _draw("know_now", words.KNOW_NOW)),
        Question("differently", _draw("differently", words.DIFFERENTLY)),
        Question("hope", _draw("hope", words.HOPE, words.HOPE_HINT)),
        Question("later", _draw("from_later", words.FROM_LATER)),
    ),
    keep=_keep,
    fields=_fields,
    after=lambda here, _: _changed_after(here),
)


def _changed_after(here: Here) -> list[Component]:
    """Beside what was written before this one, what changed."""
    written = [r for r in here.history.reflections if r.counted]
    if len(written) < 2:
        return []
    changes = counts.changed(dict(written[-2].counted), dict(written[-1].counted))
    rows = [html.Li(words.changed(*change)) for change in changes] or [html.Li(words.SAME)]
    heading = html.H3(f"{words.CHANGED_TITLE}: {words.since(written[-2].on)}")
    return [heading, html.Ul(rows, className="counts")]


STEP = Step(
    key="trust",
    number=7,
    text=_TEXT,
    walks=(TRUST,),
    lists=(Listed("reflections", words.REFLECTIONS, words.REFLECTION, _line, "trust"),),
    beside=_changed,
)
