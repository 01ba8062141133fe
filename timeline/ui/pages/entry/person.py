"""The writer: what to be called, when born, and the end of a life that is over."""

from typing import Any

from dash.development.base_component import Component

from models.history import History, Person
from timeline.messages import entry as say
from timeline.ui.controls import fold
from timeline.ui.forms import fields
from timeline.ui.forms.fields import Typed
from timeline.ui.forms.fields import typed as read
from timeline.ui.here import Here

KIND = "person"
OF = "person"
MODEL = Person
NEW = say.PERSON
NOTE = ""


def first(here: Here, told: dict[str, Any]) -> Typed:
    """What stands in it where nothing is known yet."""
    return {}


def typed(entry: Person) -> Typed:
    """What stands in the form for `entry`."""
    birth, until = (when.written if when else "" for when in (entry.birth, entry.until))
    return {"name": entry.name, "born": birth, "until": until}


def fields_of(form: Typed) -> dict[str, Any]:
    """The fields of the model, from what stands in the form."""
    return {
        "name": read.one_line(form, "name"),
        "birth": read.one_line(form, "born") or None,
        "until": read.one_line(form, "until") or None,
    }


def field_of(where: tuple[Any, ...], form: Typed) -> str:
    """The field of the form to which a place in the model belongs."""
    named = str(where[0]) if where else "until"
    return "born" if named == "birth" else named


def against(entry: Person, history: History) -> dict[str, str]:
    """Nothing: whatever fits the model fits the history."""
    return {}


def called(entry: Person) -> str:
    """What it is called in a toast."""
    return say.PERSON


def draw(here: Here, form: Typed, told: dict[str, Any]) -> list[Component | None]:
    """The fields."""
    born, until = read.text(form, "born"), read.text(form, "until")
    return [
        fields.line("name", say.PERSON_NAME, read.text(form, "name"), first=True),
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
