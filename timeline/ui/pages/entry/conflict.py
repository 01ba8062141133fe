"""Two texts of one entry that another tab changed meanwhile: both shown, field by field, neither lost."""

from typing import Any

from dash import html
from dash.development.base_component import Component

from models.dates import When
from models.history import COLLECTIONS, SINGLES, History, RelationshipTag, Spell
from timeline.messages import entry_forms as say
from timeline.messages.kinds import kind_labels
from timeline.messages.tags import tag_label
from timeline.ui.controls import button
from timeline.ui.pages.entry.panel import leave_button_id, save_button_id

_MODELS = COLLECTIONS | SINGLES


def draw_conflict(history: History, of: str, mine: str | None, theirs: str | None) -> Component:
    """What differs between what was to be saved and what is saved now, and the choice between them.

    Args:
        history: as it is now; it knows what people and tags are called.
        of: the collection the entry stands in, or the name of the one of its kind.
        mine: the JSON text that was to be saved.
        theirs: the JSON text that is saved now; None if the entry is gone.
    """
    rows = [
        html.Div([html.Dt(asked), html.Dd(there), html.Dd(here)])
        for asked, here, there in list_differences(history, of, mine, theirs)
    ]
    head = html.Div([html.Dt(""), html.Dd(say.THEIR_TEXT), html.Dd(say.YOUR_TEXT)], className="head")
    choices = [button(say.KEEP_MINE, save_button_id("mine"), "plain")]
    if theirs is not None:
        choices.append(button(say.TAKE_THEIRS, leave_button_id("take-theirs"), "plain"))
    return html.Div(
        [
            html.P(say.CHANGED_ELSEWHERE if theirs is not None else say.DELETED_ELSEWHERE),
            html.Dl([head, *rows]) if theirs is not None else None,
            html.Div(choices, className="row"),
        ],
        className="aside both", role="alert",
    )  # fmt: skip


def list_differences(
    history: History, of: str, mine: str | None, theirs: str | None
) -> list[tuple[str, str, str]]:
    """(what is asked, mine, theirs) in plain words, for every field that differs.

    Args:
        history: as of `draw_conflict`.
        of: likewise.
        mine: likewise.
        theirs: likewise.
    """
    model = _MODELS[of]
    here, there = (model.model_validate_json(text) if text else None for text in (mine, theirs))
    pairs = ((name, getattr(here, name, None), getattr(there, name, None)) for name in model.model_fields)
    return [
        (_field_label(of, name), _format_value(history, name, one), _format_value(history, name, other))
        for name, one, other in pairs
        if name != "id" and one != other
    ]


def _field_label(of: str, name: str) -> str:
    return say.FIELDS.get(f"{of}.{name}") or say.FIELDS[name]


def _format_value(history: History, name: str, value: Any) -> str:
    """A value of an entry as its form would say it."""
    if isinstance(value, bool):
        return say.YES if value else say.NO
    if value in (None, "", ()):
        return say.NOTHING_THERE
    if isinstance(value, tuple):
        return "; ".join(_format_item(history, name, one) for one in value)
    if isinstance(value, When):
        return value.as_written
    if name == "relationship":
        return history.by_id[value].name if value in history.by_id else say.NOTHING_THERE
    if name == "kind":
        return kind_labels()[value]
    return say.ANSWERS.get(name, {}).get(str(value), str(value))


def _format_item(history: History, name: str, one: Any) -> str:
    """One of several in a field."""
    if isinstance(one, Spell):
        return say.describe_spell(one.start.as_written, one.end.as_written if one.end else None, one.ended)
    if isinstance(one, RelationshipTag):
        strong = f", {say.INTENSITIES[str(one.intensity)]}" if one.intensity else ""
        return f"{_label(history, one.tag)}{strong}"
    return _label(history, one) if name in ("tags", "answered_by") else str(one)


def _label(history: History, tag: str) -> str:
    return tag_label(history.vocabulary[tag]) if tag in history.vocabulary else tag
