"""The form of one question, and the buttons of a walk: each says which question it was pressed on."""

import json
import secrets
from collections.abc import Mapping
from typing import Any

from dash.development.base_component import Component
from pydantic import BaseModel

from timeline.ui.controls import ButtonLook, button
from timeline.ui.forms.field_values import FieldValues
from timeline.ui.forms.form_fields import FormFields
from timeline.ui.session import Session


def new_id() -> str:
    """An id no other entry has."""
    return secrets.token_hex(8)


class QuestionForm(FormFields):
    """One question being asked.

    Attributes:
        page_key: the KEY of the page it is asked on.
        entry_id: the id of the entry that is edited, "" for a new one.
    """

    def __init__(
        self,
        session: Session,
        page: str,
        walk: str,
        of: str,
        question: str,
        said: FieldValues,
        wrong: Mapping[str, str],
        model: type[BaseModel] | None = None,
    ) -> None:
        super().__init__(session, question_form_key(page, walk, of, question), said, wrong, model)
        self.page_key, self.entry_id = page, of

    def form_button(self, says: str, look: ButtonLook = "plain", **form: Any) -> Component:
        """A button that opens a form in the panel; `form` as of `form_button`."""
        return form_button(says, look, **form)

    def walk_button(self, walk: str, says: str, look: ButtonLook = "plain") -> Component:
        """A button that begins another walk of this page."""
        return walk_button(self.page_key, "open", walk, "", says, look)


def question_form_key(page: str, walk: str, of: str, question: str) -> str:
    """The key of the form of a question: letters typed belong to the question they were typed under."""
    return "/".join((page, walk, of, question))


def parse_question_form_key(key: str) -> tuple[str, str, str, str] | None:
    """(page, walk, entry, question) of the form of a question; None for another form."""
    parts = key.split("/")
    return (parts[0], parts[1], "/".join(parts[2:-1]), parts[-1]) if len(parts) >= 4 else None


def walk_button(
    page: str,
    do: str,
    walk: str,
    of: str,
    says: str,
    look: ButtonLook = "plain",
    *,
    at: str = "",
    **more: Any,
) -> Component:
    """A button of a walk.

    Args:
        page: the KEY of the page.
        do: next, back, skip, stop, open, edit, anew, go-on, choose, delete or older.
        walk: the walk it is about; for a list, its kind.
        of: the entry it is about, "" for none.
        says: its label.
        look: as of `controls.button`.
        at: the question it was pressed on: pressed twice in haste, the second is for a question already left.
        more: as of `controls.button`.
    """
    id_: dict[str, str | int] = {
        "kind": "walk", "page": page, "do": do, "walk": walk, "of": of, "at": at,
    }  # fmt: skip
    return button(says, id_, look, **more)


def form_button(
    says: str, look: ButtonLook = "plain", *, kind: str, id: str = "", relationship: str = "",
    good: bool = False, **more: Any,
) -> Component:  # fmt: skip
    """A button that opens a form in the panel; `assets/js/forms.js` reads which.

    Args:
        says: its label.
        look: as of `controls.button`.
        kind: of the form.
        id: the entry it is about, "" for a new one.
        relationship: whom a new moment is with.
        good: whether a moment is to be one that was good.
        more: as of `controls.button`.
    """
    form: dict[str, Any] = {"kind": kind, "id": id}
    form |= {"relationship": relationship} if relationship else {}
    form |= {"good": True} if good else {}
    id_: dict[str, str | int] = {
        "kind": "form",
        "form": kind,
        "of": id,
        "with": relationship,
        "good": int(good),
    }
    return button(says, id_, look, **{"data-form": json.dumps(form)}, **more)
