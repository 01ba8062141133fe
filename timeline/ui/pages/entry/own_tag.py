"""A tag of one's own: the word, what it means, which side, and what would answer it."""

from typing import Any

from dash import html
from dash.development.base_component import Component

from models.errors import UnknownTag
from models.history import History, OwnTag
from models.tags import GROUPS
from timeline.messages import entry_forms as say
from timeline.messages.tags import group_title, tag_label
from timeline.ui.controls import button, fold
from timeline.ui.forms import fields
from timeline.ui.forms.fields import FieldValues
from timeline.ui.forms.fields import field_values as read
from timeline.ui.session import Session

KIND = "own_tag"
COLLECTION = "own_tags"
MODEL = OwnTag


def new_heading() -> str:
    """The heading over a new one."""
    return say.OWN_TAG_NEW


def note() -> str:
    """A line under the heading; "" for none."""
    return say.OWN_TAG_NOTE


def fill_new_form(here: Session, form_request: dict[str, Any]) -> FieldValues:
    """What stands in a new one."""
    return {"group": "own"}


def fill_form(entry: OwnTag) -> FieldValues:
    """What stands in the form for `entry`."""
    return {
        "label": entry.label,
        "definition": entry.definition,
        "side": entry.side,
        "group": entry.group,
        "answered_by": list(entry.answered_by),
    }


def parse_fields(form: FieldValues) -> dict[str, Any]:
    """The fields of the model, from what stands in the form."""
    return {
        "label": read.get_line(form, "label"),
        "definition": read.get_line(form, "definition"),
        "side": read.get_choice(form, "side"),
        "group": read.get_choice(form, "group") or "own",
        "answered_by": read.get_choices(form, "answered_by") if form.get("side") == "painful" else (),
    }


def locate_field(where: tuple[Any, ...], form: FieldValues) -> str:
    """The field of the form to which a place in the model belongs."""
    return str(where[0]) if where else ""


def find_problems(entry: OwnTag, history: History) -> dict[str, str]:
    """A sentence, if another tag goes by the same word."""
    try:
        found = history.vocabulary.find_tag(entry.label)
    except UnknownTag:
        return {}
    return {} if found.key == entry.id else {"label": say.OWN_TAG_THERE}


def entry_name(entry: OwnTag) -> str:
    """What it is called in a toast."""
    return entry.label


def draw(here: Session, form: FieldValues, form_request: dict[str, Any]) -> list[Component | None]:
    """The fields."""
    history, id_ = here.history, str(form_request.get("id") or "")
    caring = {key: tag_label(history.vocabulary[key]) for key in history.vocabulary.keys_on_side("caring")}
    others = [(tag.key, tag_label(tag)) for tag in history.vocabulary.values() if tag.key != id_]
    kept = any(tag.id == id_ for tag in history.own_tags)
    return [
        fields.line_field(
            "label", say.OWN_TAG_LABEL, read.get_text(form, "label"), needed=True, counted=True, first=True
        ),
        fields.line_field(
            "definition",
            say.OWN_TAG_MEANS,
            read.get_text(form, "definition"),
            hint=say.OWN_TAG_MEANS_HINT,
            counted=True,
        ),
        fields.choice_field("side", say.OWN_TAG_SIDE, _list_sides(), read.get_choice(form, "side")),
        html.Div(
            fields.choices_field(
                "answered_by",
                say.OWN_TAG_ANSWERED,
                caring,
                read.get_choices(form, "answered_by"),
                hint=say.OWN_TAG_ANSWERED_HINT,
            ),
            className="if-painful",
        ),
        fold(
            say.OWN_TAG_GROUP,
            fields.choice_field(
                "group",
                say.OWN_TAG_GROUP_ASKED,
                {str(key): group_title(key) for key in GROUPS},
                read.get_choice(form, "group"),
            ),
        ),
        fold(
            say.MERGE,
            fields.select_field("merge", say.MERGE_INTO, others),
            button(say.MERGE_BUTTON, {"part": "merge", "does": "merge"}),
        )
        if kept
        else None,
    ]


def _list_sides() -> dict[str, str]:
    return {"painful": say.PAINFUL_SIDE, "caring": say.CARING_SIDE, "neither": say.NEITHER_SIDE}
