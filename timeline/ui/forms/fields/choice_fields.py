"""Fields for choosing among a few, all in sight: one, some, a place on a scale, a yes."""

from collections.abc import Mapping, Sequence
from typing import Any

import dash_mantine_components as dmc
from dash import html
from dash.development.base_component import Component

from timeline.ui.forms.fields.field_values import field_id, frame_field, frame_group


def choice_field(
    name: str, label: str, options: Mapping[str, str], value: str | None = None, *, hint: str = ""
) -> Component:
    """One of a few, or none: choosing it again takes it back.

    Args:
        name: of the field.
        label: what is asked.
        options: what each is called, by value, in order.
        value: the one chosen at first.
        hint: a line under the label.
    """
    chips = html.Div([_chip(name, key, words) for key, words in options.items()], className="few")
    one = dmc.ChipGroup(chips, id=field_id(name, "pick"), value=value, multiple=False, deselectable=True)
    return frame_group(name, label, hint, one)


def choices_field(
    name: str, label: str, options: Mapping[str, str], value: Sequence[str] = (), *, hint: str = ""
) -> Component:
    """Some of a few."""
    chips = html.Div([_chip(name, key, words, many=True) for key, words in options.items()], className="few")
    some = dmc.ChipGroup(chips, id=field_id(name, "picks"), value=list(value), multiple=True)
    return frame_group(name, label, hint, some)


def rating_field(
    name: str, label: str, words: Mapping[str, str], value: int | None = None, *, hint: str = ""
) -> Component:
    """A place on a scale, or none.

    Args:
        name: of the field.
        label: what is asked.
        words: what each place is called, by its number as text, in order.
        value: the place chosen at first.
        hint: a line under the label.
    """
    steps = [_chip(name, key, [key, html.Small(said)] if said != key else key) for key, said in words.items()]
    one = dmc.ChipGroup(
        html.Div(steps, className="few"),
        id=field_id(name, "pick"),
        value=None if value is None else str(value),
        multiple=False,
        deselectable=True,
    )
    return frame_group(name, label, hint, html.Div(one, className="scale"))


def yes_field(name: str, label: str, value: bool = False, *, hint: str = "") -> Component:
    """A yes, ticked or not; its value is ["yes"] or []."""
    box = dmc.CheckboxGroup(
        dmc.Checkbox(label=label, value="yes", description=hint or None),
        id=field_id(name, "yes"), value=["yes"] if value else [],
    )  # fmt: skip
    return frame_field(name, box, kind="yes")


def _chip(name: str, key: str, words: Any, *, many: bool = False) -> Component:
    """One to choose. Those of one field share its name, so that the arrow keys walk along them."""
    kind: dict[str, Any] = {"type": "checkbox" if many else "radio", "attributes": {"input": {"name": name}}}
    return dmc.Chip(words, value=key, variant="outline", size="sm", **kind)
