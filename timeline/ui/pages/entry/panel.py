"""A form as it stands in the panel: its heading, its fields, and what can be done with it."""

import secrets
from typing import Any

from dash import dcc, html
from dash.development.base_component import Component

from models.history import COLLECTIONS
from timeline.messages import entry_forms as say
from timeline.ui.controls import button
from timeline.ui.forms.form_fields import FormFields
from timeline.ui.pages.entry.form_opening import OpenForm
from timeline.ui.session import Session

FORM_KEY = "panel"
"""The key of the form in the panel, whichever it is."""
DRAFT_LINE_CLASS, EMPTY_DRAFT_LINE_CLASS = "kept-line note", "kept-line note empty"
OFFER_GOOD_AFTER = 2  # painful moments saved in a sitting


def draw_panel(here: Session, opened: OpenForm, painful: int) -> Component:
    """The form, drawn.

    Args:
        here: the open history.
        opened: what it opens with.
        painful: how many painful moments were saved in this sitting since the last caring one.
    """
    close = button(say.CLOSE, leave_button_id("close"), "plain", **{"data-key": "escape"})
    if opened.is_gone:
        says = [html.H2(opened.form.heading()), html.P(say.ENTRY_GONE), html.Div(close, className="presses")]
        return html.Div([*_draw_stores(opened), *says], className="card entry-form")
    is_good = bool(opened.form_request.get("good"))
    ask_good = opened.form.kind == "episode" and opened.is_new and not is_good
    values = {**opened.values, "good": ["yes"] if is_good else []}
    fields = opened.form.draw(FormFields(here, FORM_KEY, values, model=opened.form.model))
    more = [] if opened.is_new else opened.form.draw_more(here, opened.base.id)
    save = button(say.SAVE, save_button_id("save"), "main", **{"data-key": "save"})
    return html.Div(
        [
            *_draw_stores(opened),
            html.H2(opened.heading),
            html.P(opened.form.note(), className="note") if opened.is_new and opened.form.note() else None,
            _draw_draft_line(opened),
            _draw_good_offer() if ask_good and painful >= OFFER_GOOD_AFTER else None,
            html.Div(id="entry-conflict", disable_n_clicks=True),
            html.Div([*fields, *more], className="fields", **{"data-draft": "entry-tick"}),
            html.P(id="entry-wrong", role="alert", className="says-wrong"),
            html.Div(_draw_delete(here, opened), className="ending"),
            html.Div([save, close], className="presses"),
        ],
        className=f"card entry-form of-{opened.form.kind}",
        key=secrets.token_hex(4),  # drawn anew each time
    )


def leave_button_id(does: str) -> dict[str, str | int]:
    """The id of a button that leaves the form: close, let-go, take-theirs, someone, good-first."""
    return {"part": "leave", "does": does}


def save_button_id(does: str) -> dict[str, str | int]:
    """The id of a button that saves the form: save, or mine, over what another tab saved."""
    return {"part": "save", "does": does}


def _draw_stores(opened: OpenForm) -> list[Component]:
    """What the form knows and does not show."""
    began: dict[str, Any] = {"told": opened.form_request, "id": opened.base.id, "before": opened.base.before}
    began["first"] = None if opened.is_restored else dict(opened.values)
    return [
        dcc.Store(id="entry-base", data=began),
        dcc.Store(id="entry-theirs", data=None),
        dcc.Store(id="entry-tick", data=0),
    ]


def _draw_draft_line(opened: OpenForm) -> Component:
    """What is said about what is typed and not saved."""
    says = html.Span(say.DRAFT_BACK if opened.is_restored else "", id="entry-kept-says", role="status")
    go = button(say.DISCARD_DRAFT, leave_button_id("let-go"), "link")
    look = DRAFT_LINE_CLASS if opened.is_restored else EMPTY_DRAFT_LINE_CLASS
    return html.P([says, " ", go], id="entry-kept", className=look)


def _draw_good_offer() -> Component:
    presses = [
        button(say.GOOD_BUTTON, leave_button_id("good-first"), "plain"),
        button(say.PASS_BY, {"part": "pass-by", "does": "good"}, "quiet"),
    ]
    return html.Div(
        [html.P(say.GOOD_FIRST), html.Div(presses, className="row")], id="entry-good", className="aside"
    )


def _draw_delete(here: Session, opened: OpenForm) -> Component | None:
    """The button that deletes what is there, and says what goes with it."""
    if opened.is_new or opened.form.collection not in COLLECTIONS:
        return None
    name, moments = "", 0
    if opened.form.collection == "relationships":
        name = next((one.name for one in here.history.relationships if one.id == opened.base.id), "")
        moments = sum(episode.relationship == opened.base.id for episode in here.history.episodes)
    return button(
        say.delete_button_label(name, moments),
        {"part": "delete", "does": "delete"},
        "quiet",
        className="delete",
    )
