"""The forms, one file each, in the order they are offered."""

from typing import Any, Protocol

from dash.development.base_component import Component

from models.history import History
from timeline.ui.forms.fields import FieldValues
from timeline.ui.pages.entry import episode, landmark, own_tag, person, relationship
from timeline.ui.session import Session


class Form(Protocol):
    """A file of this folder that asks for one kind of entry.

    Attributes:
        KIND: what the form store calls it.
        COLLECTION: the collection of a history its entries stand in, or the name of the one of its kind.
        MODEL: the model of its entries.
    """

    KIND: str
    COLLECTION: str
    MODEL: Any

    def new_heading(self) -> str:
        """The heading over a new one."""

    def note(self) -> str:
        """A line under the heading; "" for none."""

    def fill_new_form(self, here: Session, form_request: dict[str, Any]) -> FieldValues:
        """What stands in a new one; `told` is what the form store holds."""

    def fill_form(self, entry: Any) -> FieldValues:
        """What stands in the form for `entry`."""

    def parse_fields(self, form: FieldValues) -> dict[str, Any]:
        """The fields of the model, from what stands in the form."""

    def locate_field(self, where: tuple[Any, ...], form: FieldValues) -> str:
        """The field of the form to which a place in the model belongs."""

    def find_problems(self, entry: Any, history: History) -> dict[str, str]:
        """What else there is against `entry`: a sentence for each field of the form."""

    def entry_name(self, entry: Any) -> str:
        """What it is called in a toast."""

    def draw(self, here: Session, form: FieldValues, form_request: dict[str, Any]) -> list[Component | None]:
        """The fields, with what is typed in them."""


FORMS: tuple[Form, ...] = (relationship, episode, landmark, person, own_tag)
BY_KIND: dict[str, Form] = {form.KIND: form for form in FORMS}
