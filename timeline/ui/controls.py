"""What every page is built from: one look for each kind of button, card and fold."""

import json
from typing import Any, Literal

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


def fold(summary: str, *children: Any, id: str = "", open: bool = False) -> Component:
    """Something that can be unfolded."""
    named: dict[str, Any] = {"id": id} if id else {}
    return html.Details([html.Summary(summary), *children], open=open, className="fold", **named)
