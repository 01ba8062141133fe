"""The forms, one file each, in the order they are offered."""

from typing import Any, Protocol

from dash.development.base_component import Component

from models.history import History
from timeline.ui.forms.fields import Typed
from timeline.ui.here import Here
from timeline.ui.pages.entry import episode, landmark, own_tag, person, relationship


class Form(Protocol):
    """A file of this folder that asks for one kind of entry.

    Attributes:
        KIND: what the form store calls it.
        OF: the collection of a history its entries stand in, or the name of the one of its kind.
        MODEL: the model of its entries.
        NEW: the heading over a new one.
        NOTE: a line under the heading; "" for none.
    """

    KIND: str
    OF: str
    MODEL: Any
    NEW: str
    NOTE: str

    def first(self, here: Here, told: dict[str, Any]) -> Typed:
        """What stands in a new one; `told` is what the form store holds."""

    def typed(self, entry: Any) -> Typed:
        """What stands in the form for `entry`."""

    def fields_of(self, form: Typed) -> dict[str, Any]:
        """The fields of the model, from what stands in the form."""

    def field_of(self, where: tuple[Any, ...], form: Typed) -> str:
        """The field of the form to which a place in the model belongs."""

    def against(self, entry: Any, history: History) -> dict[str, str]:
        """What else there is against `entry`: a sentence for each field of the form."""

    def called(self, entry: Any) -> str:
        """What it is called in a toast."""

    def draw(self, here: Here, form: Typed, told: dict[str, Any]) -> list[Component | None]:
        """The fields, with what is typed in them."""


FORMS: tuple[Form, ...] = (relationship, episode, landmark, person, own_tag)
BY_KIND: dict[str, Form] = {form.KIND: form for form in FORMS}
