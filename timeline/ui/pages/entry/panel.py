"""A form as it stands in the panel: its heading, its fields, and what can be done with it."""

import json
import secrets

from dash import dcc, html
from dash.development.base_component import Component

from models.history import COLLECTIONS
from timeline.messages import entry as say
from timeline.ui.controls import button
from timeline.ui.here import Here
from timeline.ui.pages.entry.opening import Opened
from timeline.ui.pages.entry.presses import leaves, saves

KEPT, NOTHING_KEPT = "kept-line note", "kept-line note empty"
GOOD_AFTER = 2  # painful moments saved in a sitting


def panel(here: Here, opened: Opened, painful: int) -> Component:
    """The form, drawn.

    Args:
        here: the open history.
        opened: what it opens with.
        painful: how many painful moments were saved in this sitting since the last caring one.
    """
    if opened.gone:
        close = html.Div(_close(), className="presses")
        says = [*_remembered(opened), html.H2(opened.form.NEW), html.P(say.GONE), close]
        return html.Div(says, className="card entry-form")
    ask_good = opened.form.KIND == "episode" and opened.new and not opened.told.get("good")
    return html.Div(
        [
            *_remembered(opened),
            html.H2(opened.heading),
            html.P(opened.form.NOTE, className="note") if opened.new and opened.form.NOTE else None,
            _kept_line(opened),
            _good_first() if ask_good and painful >= GOOD_AFTER else None,
            html.Div(id="entry-conflict", disable_n_clicks=True),
            html.Div(opened.form.draw(here, opened.typed, opened.told), className="fields"),
            html.P(id="entry-wrong", role="alert", className="says-wrong"),
            html.Div(_delete(here, opened), className="ending"),
            html.Div([_save(), _close()], className="presses"),
        ],
        className=f"card entry-form of-{opened.form.KIND}",
        key=secrets.token_hex(4),  # drawn anew each time
    )


def _remembered(opened: Opened) -> list[Component]:
    """What the form knows and does not show."""
    began = {"told": opened.told, "id": opened.base.id, "before": opened.base.before}
    return [
        dcc.Store(id="entry-base", data=began),
        dcc.Store(id="entry-first", data=json.dumps(opened.typed) if not opened.restored else None),
        dcc.Store(id="entry-theirs", data=None),
        dcc.Store(id="entry-tick", data=0),
    ]


def _kept_line(opened: Opened) -> Component:
    """What is said about what is typed and not saved."""
    says = html.Span(say.DRAFT_BACK if opened.restored else "", id="entry-kept-says", role="status")
    go = button(say.STARTED_OVER, leaves("let-go"), "link")
    return html.P([says, " ", go], id="entry-kept", className=KEPT if opened.restored else NOTHING_KEPT)


def _good_first() -> Component:
    presses = [
        button(say.GOOD_BUTTON, leaves("good-first"), "plain"),
        button(say.PASS_BY, {"part": "pass-by", "does": "good"}, "quiet"),
    ]
    return html.Div(
        [html.P(say.GOOD_FIRST), html.Div(presses, className="row")], id="entry-good", className="aside"
    )


def _delete(here: Here, opened: Opened) -> Component | None:
    """The button that deletes what is there, and says what goes with it."""
    if opened.new or opened.form.OF not in COLLECTIONS:
        return None
    moments = 0
    if opened.form.OF == "relationships":
        moments = sum(episode.relationship == opened.base.id for episode in here.history.episodes)
    return button(say.delete(moments), {"part": "delete", "does": "delete"}, "quiet", className="delete")


def _save() -> Component:
    return button(say.SAVE, saves("save"), "main", **{"data-key": "save"})


def _close() -> Component:
    return button(say.CLOSE, leaves("close"), "plain", **{"data-key": "escape"})
