"""The controls a question is answered with, each bound to its field and to what was said there before."""

import secrets
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import dash_mantine_components as dmc
from dash import html
from dash.development.base_component import Component

from timeline.messages import steps as words
from timeline.ui.controls import Look, button, text_area, text_field
from timeline.ui.here import Here

Said = Mapping[str, Any]
"""What was typed or chosen so far, by field: a text, a list of texts, or None."""


def new_id() -> str:
    """An id no other entry has."""
    return secrets.token_hex(8)


class Ask:
    """One question being asked.

    Attributes:
        here: what is open.
        page: the KEY of the page it is asked on.
        walk: the key of what it belongs to.
        of: the id of the entry that is edited, "" for a new one.
        said: what was said so far.
        wrong: field → what cannot be kept as it stands.
    """

    def __init__(self, here: Here, page: str, walk: str, of: str, said: Said, wrong: dict[str, str]) -> None:
        self.here, self.page, self.walk, self.of, self.said, self.wrong = here, page, walk, of, said, wrong

    def id(self, field: str) -> dict[str, str | int]:
        """The id of the control of a field."""
        return {"kind": "said", "page": self.page, "walk": self.walk, "of": self.of, "field": field}

    def text(self, field: str) -> str:
        """What was typed there."""
        value = self.said.get(field)
        return value if isinstance(value, str) else ""

    def many(self, field: str) -> list[str]:
        """What was chosen there."""
        value = self.said.get(field)
        return [one for one in value if isinstance(one, str)] if isinstance(value, list) else []

    def line(self, field: str, label: str, hint: str = "", **given: Any) -> Component:
        """One line of text."""
        error = self.wrong.get(field, "")
        return text_field(label, self.id(field), self.text(field), hint=hint, error=error, **given)

    def lines(self, field: str, label: str, hint: str = "", **given: Any) -> Component:
        """Several lines of text."""
        error = self.wrong.get(field, "")
        return text_area(label, self.id(field), self.text(field), hint=hint, error=error, **given)

    def scale(self, field: str, label: str, low: str = words.NOT_AT_ALL, high: str = words.VERY) -> Component:
        """0 to 5 in a row, with what its ends mean; nothing is chosen before the person does."""
        stops = [dmc.Radio(label=str(n), value=str(n), className="stop") for n in range(6)]
        ends = html.Div([html.Span(low), html.Span(high)], className="ends", **{"aria-hidden": "true"})
        return self._with_error(
            field,
            dmc.RadioGroup(
                html.Div([html.Div(stops, className="stops"), ends]),
                id=self.id(field), label=label, description=words.ends(low, high),
                value=self.text(field) or None, className="scale",
            ),
        )  # fmt: skip

    def some(self, field: str, label: str, options: Iterable[tuple[str, str]], hint: str = "") -> Component:
        """Any of these, as words to tick."""
        chips = [dmc.Chip(says, value=key, variant="outline") for key, says in options]
        group = dmc.ChipGroup(html.Div(chips, className="chips"), id=self.id(field), multiple=True,
                              value=self.many(field))  # fmt: skip
        return self._with_error(field, _fieldset(label, hint, group))

    def one(self, field: str, label: str, options: Sequence[tuple[str, str]], hint: str = "") -> Component:
        """One of these, all in sight."""
        radios = html.Div([dmc.Radio(label=says, value=key) for key, says in options], className="radios")
        return self._with_error(
            field,
            dmc.RadioGroup(radios, id=self.id(field), label=label, description=hint or None,
                           value=self.text(field) or None),
        )  # fmt: skip

    def pick(
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
            id=self.id(field), label=label, description=hint or None, placeholder=empty or None,
            data=[{"value": key, "label": says} for key, says in options], value=self.text(field) or None,
            searchable=True, clearable=True, limit=100, maxDropdownHeight=320,
            nothingFoundMessage=words.NOTHING_FOUND,
            error=self.wrong.get(field) or None,
        )  # fmt: skip

    def form(self, says: str, look: Look = "plain", **form: Any) -> Component:
        """A button that opens a form in the panel; `form` as of `form_button`."""
        return form_button(self.page, says, look, **form)

    def walk_to(self, walk: str, says: str, look: Look = "plain", of: str = "") -> Component:
        """A button that begins another walk of this page."""
        return move(self.page, "open", walk, of, says, look)

    def _with_error(self, field: str, control: Component) -> Component:
        if not (says := self.wrong.get(field)):
            return control
        return html.Div([control, html.P(says, className="wrong", role="alert")])


def move(
    page: str, do: str, walk: str, of: str, says: str, look: Look = "plain", *, at: str = "", **given: Any
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
    page: str, says: str, look: Look = "plain", *, kind: str, id: str = "", relationship: str = "",
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
