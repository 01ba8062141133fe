"""The writer: what to be called, when born, and the end of a life that is over."""

from typing import Any

from dash.development.base_component import Component

from models.history import History, Person
from timeline.messages import entry_forms as say
from timeline.ui.controls import fold
from timeline.ui.forms import fields
from timeline.ui.forms.fields import FieldValues
from timeline.ui.forms.fields import field_values as read
from timeline.ui.session import Session

KIND = "person"
COLLECTION = "person"
MODEL = Person


def new_heading() -> str:
    """The heading over a new one."""
    return say.PERSON


def note() -> str:
    """A line under the heading; "" for none."""
    return ""


def fill_new_form(here: Session, form_request: dict[str, Any]) -> FieldValues:
    """What stands in it where nothing is known yet."""
    return {}


def fill_form(entry: Person) -> FieldValues:
    """What stands in the form for `entry`."""
    birth, until = (when.as_written if when else "" for when in (entry.birth, entry.until))
    return {"name": entry.name, "born": birth, "until": until}


def parse_fields(form: FieldValues) -> dict[str, Any]:
    """The fields of the model, from what stands in the form."""
    return {
        "name": read.get_line(form, "name"),
        "birth": read.get_line(form, "born") or None,
        "until": read.get_line(form, "until") or None,
    }


def locate_field(where: tuple[Any, ...], form: FieldValues) -> str:
    """The field of the form to which a place in the model belongs."""
    named = str(where[0]) if where else "until"
    return "born" if named == "birth" else named


def find_problems(entry: Person, history: History) -> dict[str, str]:
    """Nothing: whatever fits the model fits the history."""
    return {}


def entry_name(entry: Person) -> str:
    """What it is called in a toast."""
    return say.PERSON


def draw(here: Session, form: FieldValues, form_request: dict[str, Any]) -> list[Component | None]:
    """The fields."""
    born, until = read.get_text(form, "born"), read.get_text(form, "until")
    return [
        fields.line_field("name", say.PERSON_NAME, read.get_text(form, "name"), first=True),
        fields.date_field(
            "born", say.PERSON_BIRTH, born, here=here, hint=say.PERSON_BIRTH_HINT, unknown=False
        ),
        fold(
            say.PERSON_UNTIL,
            fields.date_field(
                "until", say.PERSON_UNTIL, until, here=here, hint=say.PERSON_UNTIL_HINT, unknown=False
            ),
            open=bool(until),
        ),
    ]
