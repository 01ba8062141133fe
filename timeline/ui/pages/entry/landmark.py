"""A landmark: a move, a school, a birth, to remember other things by."""

from typing import Any

from dash.development.base_component import Component

from models.history import History, Landmark
from timeline.messages import entry as say
from timeline.ui.forms import fields
from timeline.ui.forms.fields import Typed
from timeline.ui.forms.fields import typed as read
from timeline.ui.here import Here

KIND = "landmark"
OF = "landmarks"
MODEL = Landmark
NEW = say.LANDMARK_NEW
NOTE = say.LANDMARK_NOTE


def first(here: Here, told: dict[str, Any]) -> Typed:
    """What stands in a new one."""
    return {}


def typed(entry: Landmark) -> Typed:
    """What stands in the form for `entry`."""
    until = entry.until.written if entry.until else ""
    return {"label": entry.label, "when": entry.when.written, "until": until}


def fields_of(form: Typed) -> dict[str, Any]:
    """The fields of the model, from what stands in the form."""
    return {
        "label": read.one_line(form, "label"),
        "when": read.one_line(form, "when"),
        "until": read.one_line(form, "until") or None,
    }


def field_of(where: tuple[Any, ...], form: Typed) -> str:
    """The field of the form to which a place in the model belongs."""
    return str(where[0]) if where else "until"


def against(entry: Landmark, history: History) -> dict[str, str]:
    """Nothing: whatever fits the model fits the history."""
    return {}


def called(entry: Landmark) -> str:
    """What it is called in a toast."""
    return entry.label


def draw(here: Here, form: Typed, told: dict[str, Any]) -> list[Component | None]:
    """The fields."""
    return [
        fields.line(
            "label", say.LANDMARK, read.text(form, "label"), needed=True, counted=True, first=True
        ),
        fields.date_field("when", say.WHEN, read.text(form, "when"), here=here, needed=True,
                          hint=say.WHEN_NEEDED_HINT, unknown=False),
        fields.date_field("until", say.LANDMARK_UNTIL, read.text(form, "until"), here=here,
                          hint=say.UNTIL_HINT, unknown=False),
        fields.birth_asked(here, read.text(form, "birth")),
    ]  # fmt: skip
