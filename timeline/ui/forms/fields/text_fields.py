"""Fields for words: one line, several lines, one of a list, words of one's own."""

from collections.abc import Sequence

import dash_mantine_components as dmc
from dash import html
from dash.development.base_component import Component

from models.base import HEADLINE_MAX
from timeline.messages import entry_forms as say
from timeline.ui.forms.fields.field_values import field_id, frame_field

_PLAIN_INPUT = {"autoComplete": "off", "spellCheck": "false"}


def line_field(
    name: str,
    label: str,
    value: str = "",
    *,
    hint: str = "",
    needed: bool = False,
    counted: bool = False,
    first: bool = False,
) -> Component:
    """One line of text.

    Args:
        name: of the field.
        label: what is asked.
        value: what stands there at first.
        hint: a line under the label.
        needed: whether the form cannot be saved without it.
        counted: whether its letters are counted, up to the length of a headline.
        first: whether a form that opens begins here.
    """
    told: dict[str, str] = dict(_PLAIN_INPUT)
    counter: list[Component] = []
    if counted:
        told["data-count"] = str(HEADLINE_MAX)
        counter = [html.Span(className="counter", **{"aria-hidden": "true"})]
    given = dmc.TextInput(
        id=field_id(name, "line"), label=label, value=value, description=hint or None, inputProps=told,
        withAsterisk=needed,
    )  # fmt: skip
    return frame_field(name, given, *counter, kind="counted" if counted else "", first=first)


def area_field(
    name: str, label: str, value: str = "", *, hint: str = "", rows: int = 3, first: bool = False
) -> Component:
    """Several lines of text, growing with what is written."""
    told = {**_PLAIN_INPUT, "spellCheck": "true"}
    given = dmc.Textarea(
        id=field_id(name, "area"), label=label, value=value, description=hint or None, placeholder=" ",
        autosize=True, minRows=rows, maxRows=16, inputProps=told,
    )  # fmt: skip
    return frame_field(name, given, first=first)


def own_words_field(name: str, value: Sequence[str] = (), label: str = "") -> Component:
    """Words of one's own, one on each line."""
    return area_field(name, label or say.OWN_WORDS, "\n".join(value), rows=1)


def select_field(
    name: str,
    label: str,
    options: Sequence[tuple[str, str]],
    value: str | None = None,
    *,
    hint: str = "",
    needed: bool = False,
    first: bool = False,
) -> Component:
    """One of many, found by typing.

    Args:
        name: of the field.
        label: what is asked.
        options: (value, label), in order.
        value: the one chosen at first.
        hint: a line under the label.
        needed: whether the form cannot be saved without it.
        first: whether a form that opens begins here.
    """
    given = dmc.Select(
        id=field_id(name, "choose"), label=label, value=value, description=hint or None, searchable=True,
        data=[{"value": key, "label": words} for key, words in options], inputProps=_PLAIN_INPUT,
        withAsterisk=needed, allowDeselect=not needed, openOnFocus=False,
        comboboxProps={"withinPortal": False},
    )  # fmt: skip
    return frame_field(name, given, first=first)
