"""The controls a question is answered with, each bound to its field and to what was said there before."""

import secrets
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import dash_mantine_components as dmc
from dash import html
from dash.development.base_component import Component

from timeline.messages import steps as words
from timeline.ui.controls import ButtonLook, button, text_area, text_field
from timeline.ui.session import Session

Answers = Mapping[str, Any]
"""What was typed or chosen so far, by field: a text, a list of texts, or None."""


def new_id() -> str:
    """An id no other entry has."""
    return secrets.token_hex(8)


class QuestionForm:
    """One question being asked.

    Attributes:
        session: what is open.
        page_key: the KEY of the page it is asked on.
        walk_key: the key of what it belongs to.
        entry_id: the id of the entry that is edited, "" for a new one.
        answers: what was said so far.
        errors: field → what cannot be kept as it stands.
    """

    def __init__(
        self, here: Session, page: str, walk: str, of: str, said: Answers, wrong: dict[str, str]
    ) -> None:
        self.session, self.page_key, self.walk_key, self.entry_id, self.answers, self.errors = (
            here,
            page,
            walk,
            of,
            said,
            wrong,
        )

    def control_id(self, field: str) -> dict[str, str | int]:
        """The id of the control of a field."""
        return {
            "kind": "said",
            "page": self.page_key,
            "walk": self.walk_key,
            "of": self.entry_id,
            "field": field,
        }

    def get_text(self, field: str) -> str:
        """What was typed there."""
        value = self.answers.get(field)
        return value if isinstance(value, str) else ""

    def get_choices(self, field: str) -> list[str]:
        """What was chosen there."""
        value = self.answers.get(field)
        return [one for one in value if isinstance(one, str)] if isinstance(value, list) else []

    def draw_line(self, field: str, label: str, hint: str = "", **given: Any) -> Component:
        """One line of text."""
        error = self.errors.get(field, "")
        return text_field(
            label, self.control_id(field), self.get_text(field), hint=hint, error=error, **given
        )

    def draw_text_area(self, field: str, label: str, hint: str = "", **given: Any) -> Component:
        """Several lines of text."""
        error = self.errors.get(field, "")
        return text_area(label, self.control_id(field), self.get_text(field), hint=hint, error=error, **given)

    def draw_scale(self, field: str, label: str, low: str = "", high: str = "") -> Component:
        """0 to 5 in a row, with what its ends mean; nothing is chosen before the person does."""
        low, high = low or words.NOT_AT_ALL, high or words.VERY
        stops = [dmc.Radio(label=str(n), value=str(n), className="stop") for n in range(6)]
        ends = html.Div([html.Span(low), html.Span(high)], className="ends", **{"aria-hidden": "true"})
        return self._add_error(
            field,
            dmc.RadioGroup(
                html.Div([html.Div(stops, className="stops"), ends]),
                id=self.control_id(field), label=label, description=words.describe_scale_ends(low, high),
                value=self.get_text(field) or None, className="scale",
            ),
        )  # fmt: skip

    def draw_chips(
        self, field: str, label: str, options: Iterable[tuple[str, str]], hint: str = ""
    ) -> Component:
        """Any of these, as words to tick."""
        chips = [dmc.Chip(says, value=key, variant="outline") for key, says in options]
        group = dmc.ChipGroup(html.Div(chips, className="chips"), id=self.control_id(field), multiple=True,
                              value=self.get_choices(field))  # fmt: skip
        return self._add_error(field, _fieldset(label, hint, group))

    def draw_radios(
        self, field: str, label: str, options: Sequence[tuple[str, str]], hint: str = ""
    ) -> Component:
        """One of these, all in sight."""
        radios = html.Div([dmc.Radio(label=says, value=key) for key, says in options], className="radios")
        return self._add_error(
            field,
            dmc.RadioGroup(radios, id=self.control_id(field), label=label, description=hint or None,
                           value=self.get_text(field) or None),
        )  # fmt: skip

    def draw_select(
        self, field: str, label: str, options: Sequence[tuple[str, str]], hint: str = "", empty: str = ""
    ) -> Component:
        """One of many, found by typing.

        Args:
            field: its field.
            label: what is asked.
            options: (value, label), in order.
            hint: a line below the label.
            empty: what stands in it before anything is chosen.
        """
        return dmc.Select(
            id=self.control_id(field), label=label, description=hint or None, placeholder=empty or None,
            data=[{"value": key, "label": says} for key, says in options], value=self.get_text(field) or None,
            searchable=True, clearable=True, limit=100, maxDropdownHeight=320,
            nothingFoundMessage=words.NOTHING_FOUND,
            error=self.errors.get(field) or None,
        )  # fmt: skip

    def draw_form_button(self, says: str, look: ButtonLook = "plain", **form: Any) -> Component:
        """A button that opens a form in the panel; `form` as of `form_button`."""
        return form_button(self.page_key, says, look, **form)

    def draw_walk_button(self, walk: str, says: str, look: ButtonLook = "plain", of: str = "") -> Component:
        """A button that begins another walk of this page."""
        return walk_button(self.page_key, "open", walk, of, says, look)

    def _add_error(self, field: str, control: Component) -> Component:
        if not (says := self.errors.get(field)):
            return control
        return html.Div([control, html.P(says, className="wrong", role="alert")])


def walk_button(
    page: str,
    do: str,
    walk: str,
    of: str,
    says: str,
    look: ButtonLook = "plain",
    *,
    at: str = "",
    **given: Any,
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
        given: as of `controls.button`.
    """
    id_: dict[str, str | int] = {
        "kind": "walk", "page": page, "do": do, "walk": walk, "of": of, "at": at,
    }  # fmt: skip
    return button(says, id_, look, **given)


def form_button(
    page: str, says: str, look: ButtonLook = "plain", *, kind: str, id: str = "", relationship: str = "",
    good: bool = False, **given: Any,
) -> Component:  # fmt: skip
    """A button that opens a form in the panel.

    Args:
        page: the KEY of the page.
        says: its label.
        look: as of `controls.button`.
        kind: relationship or episode.
        id: the entry it is about, "" for a new one.
        relationship: whom a new moment is with.
        good: whether a moment is to be one that was good.
        given: as of `controls.button`.
    """
    id_: dict[str, str | int] = {
        "kind": "form", "page": page, "form": kind, "of": id, "relationship": relationship,
        "good": "good" if good else "",
    }  # fmt: skip
    return button(says, id_, look, **given)


def _fieldset(label: str, hint: str, *children: Component) -> Component:
    said = [html.Span(hint, className="note")] if hint else []
    return html.Fieldset([html.Legend(label), *said, *children])
