"""A form as it stands in the panel: its heading, its fields, and what can be done with it."""

import json
import secrets

from dash import dcc, html
from dash.development.base_component import Component

from models.history import COLLECTIONS
from timeline.messages import entry_forms as say
from timeline.ui.controls import button
from timeline.ui.pages.entry.button_ids import leave_button_id, save_button_id
from timeline.ui.pages.entry.form_opening import OpenForm
from timeline.ui.session import Session

DRAFT_LINE_CLASS, EMPTY_DRAFT_LINE_CLASS = "kept-line note", "kept-line note empty"
OFFER_GOOD_AFTER = 2  # painful moments saved in a sitting


def draw_panel(here: Session, opened: OpenForm, painful: int) -> Component:
    """The form, drawn.

    Args:
        here: the open history.
        opened: what it opens with.
        painful: how many painful moments were saved in this sitting since the last caring one.
    """
    if opened.is_gone:
        close = html.Div(_draw_close(), className="presses")
        says = [*_draw_stores(opened), html.H2(opened.form.new_heading()), html.P(say.ENTRY_GONE), close]
        return html.Div(says, className="card entry-form")
    ask_good = opened.form.KIND == "episode" and opened.is_new and not opened.form_request.get("good")
    return html.Div(
        [
            *_draw_stores(opened),
            html.H2(opened.heading),
            html.P(opened.form.note(), className="note") if opened.is_new and opened.form.note() else None,
            _draw_draft_line(opened),
            _draw_good_offer() if ask_good and painful >= OFFER_GOOD_AFTER else None,
            html.Div(id="entry-conflict", disable_n_clicks=True),
            html.Div(opened.form.draw(here, opened.values, opened.form_request), className="fields"),
            html.P(id="entry-wrong", role="alert", className="says-wrong"),
            html.Div(_draw_delete(here, opened), className="ending"),
            html.Div([_draw_save(), _draw_close()], className="presses"),
        ],
        className=f"card entry-form of-{opened.form.KIND}",
        key=secrets.token_hex(4),  # drawn anew each time
    )


def _draw_stores(opened: OpenForm) -> list[Component]:
    """What the form knows and does not show."""
    began = {"told": opened.form_request, "id": opened.base.id, "before": opened.base.before}
    return [
        dcc.Store(id="entry-base", data=began),
        dcc.Store(id="entry-first", data=json.dumps(opened.values) if not opened.is_restored else None),
        dcc.Store(id="entry-theirs", data=None),
        dcc.Store(id="entry-tick", data=0),
    ]


def _draw_draft_line(opened: OpenForm) -> Component:
    """What is said about what is typed and not saved."""
    says = html.Span(say.DRAFT_BACK if opened.is_restored else "", id="entry-kept-says", role="status")
    go = button(say.DISCARD_DRAFT, leave_button_id("let-go"), "link")
    return html.P(
        [says, " ", go],
        id="entry-kept",
        className=DRAFT_LINE_CLASS if opened.is_restored else EMPTY_DRAFT_LINE_CLASS,
    )


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
    if opened.is_new or opened.form.COLLECTION not in COLLECTIONS:
        return None
    moments = 0
    if opened.form.COLLECTION == "relationships":
        moments = sum(episode.relationship == opened.base.id for episode in here.history.episodes)
    return button(
        say.delete_button_label(moments), {"part": "delete", "does": "delete"}, "quiet", className="delete"
    )


def _draw_save() -> Component:
    return button(say.SAVE, save_button_id("save"), "main", **{"data-key": "save"})


def _draw_close() -> Component:
    return button(say.CLOSE, leave_button_id("close"), "plain", **{"data-key": "escape"})
