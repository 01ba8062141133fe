"""A tag of one's own: the word, what it means, which side, and what would answer it."""

from typing import Any

from dash import html
from dash.development.base_component import Component

from models.errors import UnknownTag
from models.history import History, OwnTag
from models.tags import GROUPS
from timeline.messages import entry as say
from timeline.ui.controls import button, fold
from timeline.ui.forms import fields
from timeline.ui.forms.fields import Typed
from timeline.ui.forms.fields import typed as read
from timeline.ui.here import Here

KIND = "own_tag"
OF = "own_tags"
MODEL = OwnTag
NEW = say.OWN_TAG_NEW
NOTE = say.OWN_TAG_NOTE

_SIDES = {"painful": say.PAINFUL, "caring": say.CARING, "neither": say.NEITHER}


def first(here: Here, told: dict[str, Any]) -> Typed:
    """What stands in a new one."""
    return {"group": "own"}


def typed(entry: OwnTag) -> Typed:
    """What stands in the form for `entry`."""
    return {
        "label": entry.label,
        "definition": entry.definition,
        "side": entry.side,
        "group": entry.group,
        "answered_by": list(entry.answered_by),
    }


def fields_of(form: Typed) -> dict[str, Any]:
    """The fields of the model, from what stands in the form."""
    return {
        "label": read.one_line(form, "label"),
        "definition": read.one_line(form, "definition"),
        "side": read.one(form, "side"),
        "group": read.one(form, "group") or "own",
        "answered_by": read.many(form, "answered_by") if form.get("side") == "painful" else (),
    }


def field_of(where: tuple[Any, ...], form: Typed) -> str:
    """The field of the form to which a place in the model belongs."""
    return str(where[0]) if where else ""


def against(entry: OwnTag, history: History) -> dict[str, str]:
    """A sentence, if another tag goes by the same word."""
    try:
        found = history.vocabulary.find(entry.label)
    except UnknownTag:
        return {}
    return {} if found.key == entry.id else {"label": say.OWN_TAG_THERE}


def called(entry: OwnTag) -> str:
    """What it is called in a toast."""
    return entry.label


def draw(here: Here, form: Typed, told: dict[str, Any]) -> list[Component | None]:
    """The fields."""
    history, id_ = here.history, str(told.get("id") or "")
    caring = {key: history.vocabulary[key].label for key in history.vocabulary.side("caring")}
    others = [(tag.key, tag.label) for tag in history.vocabulary.values() if tag.key != id_]
    kept = any(tag.id == id_ for tag in history.own_tags)
    return [
        fields.line(
            "label", say.OWN_TAG_LABEL, read.text(form, "label"), needed=True, counted=True, first=True
        ),
        fields.line(
            "definition",
            say.OWN_TAG_MEANS,
            read.text(form, "definition"),
            hint=say.OWN_TAG_MEANS_HINT,
            counted=True,
        ),
        fields.pick("side", say.OWN_TAG_SIDE, _SIDES, read.one(form, "side")),
        html.Div(
            fields.picks(
                "answered_by",
                say.OWN_TAG_ANSWERED,
                caring,
                read.many(form, "answered_by"),
                hint=say.OWN_TAG_ANSWERED_HINT,
            ),
            className="if-painful",
        ),
        fold(
            say.OWN_TAG_GROUP,
            fields.pick(
                "group",
                say.OWN_TAG_GROUP_ASKED,
                {str(key): says for key, says in GROUPS.items()},
                read.one(form, "group"),
            ),
        ),
        fold(
            say.MERGE,
            fields.choose("merge", say.MERGE_INTO, others),
            button(say.MERGE_BUTTON, {"part": "merge", "does": "merge"}),
        )
        if kept
        else None,
    ]
