"""For my therapist: the first page in own words, a named choice of what leaves, and the pages themselves.

Nothing leaves before its pages were seen: the file is made of the same plan and version as the images shown.
"""

from typing import Any

from dash import Dash, dcc, html
from dash.development.base_component import Component

from timeline.messages import share_page as say
from timeline.ui.pages.share import cover
from timeline.ui.pages.share import plan_editor as choosing
from timeline.ui.pages.share import preview as seeing
from timeline.ui.session import Session

KEY = "share"
REDRAWS_ON_CHANGE = False


def title() -> str:
    """Its name in the way about."""
    return say.TITLE


def layout(here: Session, place: dict[str, Any]) -> Component:
    """The page, with the plan used last."""
    history = here.history
    last = history.share_plans[-1].id if history.share_plans else ""
    return html.Div(
        [
            html.Div([html.H1(say.TITLE), html.P(say.INTRO, className="note")], className="heading"),
            dcc.Store(id="share-plan", data=last),
            html.Div([cover.draw_cover_form(here), choosing.card_of_plans()], className="stack"),
            seeing.pages_card(),
        ],
        className="share",
    )


def add_to(app: Dash, here: Session) -> None:
    """Keep what is typed and ticked, and show what it makes."""
    cover.add_to(app, here)
    choosing.add_to(app, here)
    seeing.add_to(app, here)
