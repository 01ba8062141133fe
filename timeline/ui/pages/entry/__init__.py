"""Entry: a form beside the picture for whatever is to be set down, changed or deleted.

Whoever wants a form writes into the form store; this page fills the panel with it, keeps what is typed as a
draft, and saves. It has no place of its own in the way about.
"""

from typing import Any

from dash import ClientsideFunction, Dash, Input, Output, State, html
from dash.development.base_component import Component

from timeline.messages import entry_forms as say
from timeline.ui import stores
from timeline.ui.forms import date_reading
from timeline.ui.pages.entry import actions, extra_fields
from timeline.ui.pages.entry.form_opening import open_form
from timeline.ui.pages.entry.panel import draw_panel
from timeline.ui.session import Session

KEY = "entry"
REDRAWS_ON_CHANGE = False


def title() -> str:
    """None: it is reached from within other pages."""
    return ""


def layout(here: Session, place: dict[str, Any]) -> Component:
    """Nothing of its own: forms stand in the panel, beside whatever page is open."""
    return html.H1(say.EPISODE_NEW)


def add_to(app: Dash, here: Session) -> None:
    """Give `app` the forms."""

    @app.callback(
        Output("panel", "children"), Input(stores.OPEN_FORM, "data"), State(stores.PAINFUL_COUNT, "data")
    )
    def fill(form_request: object, sitting: object) -> Any:
        form = open_form(here, form_request) if isinstance(form_request, dict) else None
        # A list, never None: only for a list does the renderer forget the ids of what it takes away.
        return [] if form is None else draw_panel(here, form, actions.painful_count(sitting))

    app.clientside_callback(
        ClientsideFunction("forms", "moved"), Output("panel", "title"), Input("panel", "children")
    )
    app.clientside_callback(
        ClientsideFunction("forms", "mark"), Output("entry-wrong", "title"), Input("entry-wrong", "children")
    )
    date_reading.add_to(app, here)
    actions.add_to(app, here)
    extra_fields.add_to(app, here)
