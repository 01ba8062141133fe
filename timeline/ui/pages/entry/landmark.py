"""A landmark: a move, a school, a birth, to remember other things by."""

from typing import Any

from dash.development.base_component import Component

from models.history import History, Landmark
from timeline.messages import entry_forms as say
from timeline.ui.forms import fields
from timeline.ui.forms.fields import FieldValues
from timeline.ui.forms.fields import field_values as read
from timeline.ui.session import Session

KIND = "landmark"
COLLECTION = "landmarks"
MODEL = Landmark


def new_heading() -> str:
    """The heading over a new one."""
    return say.LANDMARK_NEW


def note() -> str:
    """A line under the heading; "" for none."""
    return say.LANDMARK_NOTE


def fill_new_form(here: Session, form_request: dict[str, Any]) -> FieldValues:
    """What stands in a new one."""
    return {}


def fill_form(entry: Landmark) -> FieldValues:
    """What stands in the form for `entry`."""
    until = entry.until.as_written if entry.until else ""
    return {"label": entry.label, "when": entry.when.as_written, "until": until}


def parse_fields(form: FieldValues) -> dict[str, Any]:
    """The fields of the model, from what stands in the form."""
    return {
        "label": read.get_line(form, "label"),
        "when": read.get_line(form, "when"),
        "until": read.get_line(form, "until") or None,
    }


def locate_field(where: tuple[Any, ...], form: FieldValues) -> str:
    """The field of the form to which a place in the model belongs."""
    return str(where[0]) if where else "until"


def find_problems(entry: Landmark, history: History) -> dict[str, str]:
    """Nothing: whatever fits the model fits the history."""
    return {}


def entry_name(entry: Landmark) -> str:
    """What it is called in a toast."""
    return entry.label


def draw(here: Session, form: FieldValues, form_request: dict[str, Any]) -> list[Component | None]:
    """The fields."""
    return [
        fields.line_field(
            "label", say.LANDMARK, read.get_text(form, "label"), needed=True, counted=True, first=True
        ),
        fields.date_field("when", say.WHEN_QUESTION, read.get_text(form, "when"), here=here, needed=True,
                          hint=say.WHEN_NEEDED_HINT, unknown=False),
        fields.date_field("until", say.LANDMARK_UNTIL, read.get_text(form, "until"), here=here,
                          hint=say.UNTIL_HINT, unknown=False),
        fields.birth_year_field(here, read.get_text(form, "birth")),
    ]  # fmt: skip
