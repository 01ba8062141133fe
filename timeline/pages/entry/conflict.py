"""Two texts of one entry that another tab changed meanwhile: both shown, field by field, neither lost."""

import json
from typing import Any

from dash import html
from dash.development.base_component import Component

from timeline.pages.entry.presses import leaves, saves
from timeline.parts.controls import button
from timeline.words import entry as say


def both_texts(mine: str | None, theirs: str | None) -> Component:
    """What differs between what was to be saved and what is saved now, and the choice between them.

    Args:
        mine: the JSON text that was to be saved.
        theirs: the JSON text that is saved now; None if the entry is gone.
    """
    rows = [
        html.Div([html.Dt(name.replace("_", " ")), html.Dd(there), html.Dd(here)])
        for name, here, there in differing(mine, theirs)
    ]
    head = html.Div([html.Dt(""), html.Dd(say.THERE), html.Dd(say.HERE)], className="head")
    choices = [button(say.KEEP_MINE, saves("mine"), "plain")]
    if theirs is not None:
        choices.append(button(say.TAKE_THEIRS, leaves("take-theirs"), "plain"))
    return html.Div(
        [
            html.P(say.CHANGED if theirs is not None else say.DELETED_THERE),
            html.Dl([head, *rows]) if theirs is not None else None,
            html.Div(choices, className="row"),
        ],
        className="aside both", role="alert",
    )  # fmt: skip


def differing(mine: str | None, theirs: str | None) -> list[tuple[str, str, str]]:
    """(field, mine, theirs) in plain words, for every field that differs."""
    here, there = (json.loads(text) if text else {} for text in (mine, theirs))
    names = [*here, *(name for name in there if name not in here)]
    return [
        (name, plainly(here.get(name)), plainly(there.get(name)))
        for name in names
        if here.get(name) != there.get(name)
    ]


def plainly(value: Any) -> str:
    """A value of an entry as text."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, dict):
        return ", ".join(plainly(one) for one in value.values())
    if isinstance(value, list):
        return "; ".join(plainly(one) for one in value)
    return say.NOTHING_THERE if value in (None, "") else str(value)
