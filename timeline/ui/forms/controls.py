"""The controls every form, setting and filter is made of: one for each kind of answer, one look for each."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import dash_mantine_components as dmc
from dash import html
from dash.development.base_component import Component

from timeline.messages import steps as say

Options = Iterable[tuple[str, str] | dict[str, Any]]
"""(value, label), in order; for a select also groups of them, as Dash Mantine Components takes them."""
ComponentId = str | dict[str, str | int]

_PRIVATE_INPUT = {"autoComplete": "off", "spellCheck": "false"}  # nothing typed is remembered or sent


def text_line(label: str, id: ComponentId, value: str = "", *, hint: str = "", **more: Any) -> Component:
    """One line of text, with its label above and a hint below the label.

    Args:
        label: what is asked.
        id: of the component, as of every control here.
        value: what stands there at first.
        hint: a line under the label.
        more: further properties; `inputProps` go to the input itself.
    """
    inputs = _PRIVATE_INPUT | more.pop("inputProps", {})
    return dmc.TextInput(id=id, label=label, value=value, description=hint or None, inputProps=inputs, **more)


def text_area(
    label: str, id: ComponentId, value: str = "", *, hint: str = "", rows: int = 2, **more: Any
) -> Component:
    """Several lines of text, growing with what is written; `rows` at first."""
    return dmc.Textarea(
        id=id, label=label, value=value, description=hint or None, placeholder=" ", autosize=True,
        minRows=rows, maxRows=16,
        inputProps=_PRIVATE_INPUT | {"spellCheck": "true"}, **more,
    )  # fmt: skip


def select(
    label: str, id: ComponentId, options: Options, value: str | None = None, *, hint: str = "", **more: Any
) -> Component:
    """One of many, found by typing. `options` may be groups, as dmc takes them."""
    return dmc.Select(
        id=id, label=label, data=list_options(options), value=value, description=hint or None,
        searchable=True, nothingFoundMessage=say.NOTHING_FOUND, inputProps=_PRIVATE_INPUT,
        comboboxProps={"withinPortal": False}, **more,
    )  # fmt: skip


def multi_select(
    label: str, id: ComponentId, options: Options, value: Iterable[str] = (), *, hint: str = "", **more: Any
) -> Component:
    """Some of many, found by typing."""
    return dmc.MultiSelect(
        id=id, label=label, data=list_options(options), value=list(value), description=hint or None,
        searchable=True, hidePickedOptions=True, comboboxProps={"withinPortal": False}, **more,
    )  # fmt: skip


def list_options(options: Options) -> list[Any]:
    """Options as a select takes them; what is none of ours, such as a group, as it is."""
    return [{"value": one[0], "label": one[1]} if isinstance(one, tuple) else one for one in options]


def number(label: str, id: ComponentId, value: float | None = None, **more: Any) -> Component:
    """A whole number."""
    shown = "" if value is None else value
    return dmc.NumberInput(id=id, label=label, value=shown, allowDecimal=False, **more)


def radios(
    label: str, id: ComponentId, options: Options, value: str | None = None, *, hint: str = "", look: str = ""
) -> Component:
    """One of a few, all in sight; `look` is the class of the row they stand in."""
    rows = html.Div([dmc.Radio(label=says, value=key) for key, says in options], className=look or "radios")
    return dmc.RadioGroup(rows, id=id, label=label, description=hint or None, value=value)


def boxes(label: str, id: ComponentId, options: Options, value: Iterable[str] = ()) -> Component:
    """Some of a few, as boxes to tick."""
    rows = html.Div([dmc.Checkbox(label=says, value=key) for key, says in options], className="boxes")
    return dmc.CheckboxGroup(rows, id=id, label=label, value=list(value))


def yes_box(label: str, id: ComponentId, value: bool = False, *, hint: str = "") -> Component:
    """A yes, ticked or not; its value is ["yes"] or []."""
    box = dmc.Checkbox(label=label, value="yes", description=hint or None)
    return dmc.CheckboxGroup(box, id=id, value=["yes"] if value else [])


def chip(key: str, label: Any, group: str = "", **more: Any) -> Component:
    """A word to choose. Those of one group share its name, so that the arrow keys walk along them."""
    more = {"type": "radio", "attributes": {"input": {"name": group}}} | more if group else more
    return dmc.Chip(label, value=key, **{"variant": "outline", "size": "sm"} | more)


def chips_one(id: ComponentId, options: Options, value: str | None, group: str) -> Component:
    """One of a few words, or none: choosing it again takes it back."""
    words = html.Div([chip(key, says, group) for key, says in options], className="few")
    return dmc.ChipGroup(words, id=id, value=value, multiple=False, deselectable=True)


def chips_many(id: ComponentId, options: Options, value: Sequence[str], look: str = "few") -> Component:
    """Some of a few words."""
    words = html.Div([chip(key, says) for key, says in options], className=look)
    return dmc.ChipGroup(words, id=id, value=list(value), multiple=True)


def rating_scale(id: ComponentId, places: Mapping[str, str], value: str | None, group: str) -> Component:
    """A place on a scale, or none; each place with its number and what it is called."""
    steps = [(key, [key, html.Small(says)] if says != key else key) for key, says in places.items()]
    return html.Div(chips_one(id, steps, value, group), className="scale")  # type: ignore[arg-type]


def scale(label: str, id: ComponentId, value: str | None, low: str, high: str) -> Component:
    """0 to 5 in a row, with what its ends mean; nothing is chosen before the person does."""
    stops = [dmc.Radio(label=str(n), value=str(n), className="stop") for n in range(6)]
    ends = html.Div([html.Span(low), html.Span(high)], className="ends", **{"aria-hidden": "true"})
    return dmc.RadioGroup(
        html.Div([html.Div(stops, className="stops"), ends]), id=id, label=label, className="scale",
        description=say.describe_scale_ends(low, high), value=value,
    )  # fmt: skip
