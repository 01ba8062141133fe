"""The controls every page is built from: one look for each kind of button, heading, card and field."""

import json
from collections.abc import Sequence
from typing import Any, Literal

import dash_mantine_components as dmc
from dash import html
from dash.development.base_component import Component

ComponentId = str | dict[str, str | int]
ButtonLook = Literal["main", "plain", "quiet", "link"]


def button(says: str, id: ComponentId, look: ButtonLook = "plain", **given: Any) -> Component:
    """A button.

    Args:
        says: its label.
        id: of the component.
        look: main (one on a page), plain, quiet (without a frame), link (as a word in a sentence).
        given: further attributes; names with a dash as `**{"aria-pressed": "true"}`.
    """
    extra = given.pop("className", "")
    return html.Button(
        says, id=id, n_clicks=0, type="button", className=f"button {look} {extra}".strip(), **given
    )


def page_button(
    page: str, says: str, look: ButtonLook = "plain", *, where: str = "", focus: str = ""
) -> Component:
    """A button that leads to another page of this notebook.

    Args:
        page: the KEY of the page.
        says: its label.
        look: as of `button`.
        where: tells two buttons to the same page apart, such as "nav" or "evidence-3".
        focus: what that page is told beside its name: the id of a step, a finding, an entry.
    """
    id_: dict[str, str | int] = {"kind": "go", "page": page, "where": where or says, "focus": focus}
    return button(says, id_, look, **page_link_attributes(page, focus))


def page_link_attributes(page: str, focus: str = "") -> dict[str, str]:
    """What makes anything that is pressed lead to a page; `assets/js/house.js` reads it."""
    return {"data-place": json.dumps({"page": page, "focus": focus})}


def wrap_with_own_id(children: list[Component], what: str) -> Component:
    """What takes another's place, with an id of its own: else the other's fields could be drawn for it.

    Args:
        children: what stands there now.
        what: tells it from what stood there before.
    """
    return html.Div(children, id={"kind": "anew", "what": what}, disable_n_clicks=True, className="anew")


def card(*children: Any, title: str = "", note: str = "", id: str = "", kind: str = "") -> Component:
    """A sheet of paper on the desk, with a heading and a literal line under it."""
    head = [html.H2(title)] if title else []
    if note:
        head.append(html.P(note, className="note"))
    named: dict[str, Any] = {"id": id} if id else {}
    return html.Section([*head, *children], className=f"card {kind}".strip(), **named)


def text_field(
    label: str,
    id: ComponentId,
    value: str = "",
    *,
    hint: str = "",
    error: str = "",
    required: bool = False,
    **given: Any,
) -> Component:
    """One line of text, with its label above, a hint below the label and an error below the field."""
    return dmc.TextInput(
        id=id, label=label, value=value, description=hint or None, error=error or None, withAsterisk=required,
        inputProps={"autoComplete": "off", "spellCheck": "false"}, **given,
    )  # fmt: skip


def text_area(
    label: str, id: ComponentId, value: str = "", *, hint: str = "", error: str = "", **given: Any
) -> Component:
    """Several lines of text, growing with what is written."""
    return dmc.Textarea(
        id=id, label=label, value=value, description=hint or None, error=error or None, autosize=True,
        minRows=given.pop("minRows", 2), maxRows=given.pop("maxRows", 14),
        inputProps={"autoComplete": "off", "spellCheck": "false"}, **given,
    )  # fmt: skip


def radio_group(
    label: str,
    id: ComponentId,
    options: Sequence[tuple[str, str]],
    value: str | None = None,
    *,
    hint: str = "",
) -> Component:
    """One of a few, all in sight.

    Args:
        label: the question.
        id: of the component; its `value` is the one chosen.
        options: (value, label), in order.
        value: the one chosen at first.
        hint: a line under the label.
    """
    radios = dmc.Group([dmc.Radio(label=words, value=key) for key, words in options], gap="md")
    return dmc.RadioGroup(radios, id=id, label=label, value=value, description=hint or None)


def fold(summary: str, *children: Any, id: str = "", open: bool = False) -> Component:
    """Something that can be unfolded."""
    named: dict[str, Any] = {"id": id} if id else {}
    return html.Details([html.Summary(summary), *children], open=open, className="fold", **named)
