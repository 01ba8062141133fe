"""Which tags the forms offer: a shipped tag can be put out of sight, never deleted."""

from typing import Any

from dash.development.base_component import Component

from models.history import History
from models.settings import Settings
from models.tags import TAGS, Vocabulary
from timeline.parts import fields
from timeline.parts.fields import Typed
from timeline.parts.fields import typed as read
from timeline.parts.here import Here
from timeline.words import entry as say

KIND = "offered"
OF = "settings"
MODEL = Settings
NEW = say.OFFERED
NOTE = say.OFFERED_NOTE

_SHIPPED = tuple(tag.key for tag in TAGS)


def first(here: Here, told: dict[str, Any]) -> Typed:
    """What stands in it where nothing is set."""
    return typed(Settings())


def typed(entry: Settings) -> Typed:
    """What stands in the form for `entry`."""
    return {"offered": [key for key in _SHIPPED if key not in entry.hidden_tags]}


def fields_of(form: Typed) -> dict[str, Any]:
    """The fields of the model, from what stands in the form."""
    offered = read.many(form, "offered")
    return {"hidden_tags": tuple(key for key in _SHIPPED if key not in offered)}


def field_of(where: tuple[Any, ...], form: Typed) -> str:
    """The field of the form to which a place in the model belongs."""
    return "offered"


def against(entry: Settings, history: History) -> dict[str, str]:
    """Nothing: whatever fits the model fits the history."""
    return {}


def called(entry: Settings) -> str:
    """What it is called in a toast."""
    return say.OFFERED


def draw(here: Here, form: Typed, told: dict[str, Any]) -> list[Component | None]:
    """The fields."""
    asked = fields.tag_picker(
        "offered",
        Vocabulary.of(),
        (),
        read.many(form, "offered"),
        label=say.OFFERED_ASKED,
        hint=say.TAGS_MEANING,
    )
    return [asked]
