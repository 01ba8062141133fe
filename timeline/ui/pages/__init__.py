"""The pages, one file each, and thin: they read through `Here`, draw, and tell the desk what to change."""

from datetime import date
from typing import Any, Protocol

from dash import Dash, Input, Output, ctx
from dash.development.base_component import Component

from timeline.storage.desk import Desk
from timeline.ui import filter_bar, stores
from timeline.ui import shell as house
from timeline.ui import thread_settings as reading
from timeline.ui.callbacks import Update, add_callback
from timeline.ui.pages import (
    begin,
    close,
    entries,
    entry,
    help,
    hurting,
    patterns,
    picture,
    settings,
    share,
    steps,
    views,
)
from timeline.ui.session import Session


class Page(Protocol):
    """A file of this folder.

    Attributes:
        KEY: what the place store calls it.
        REDRAWS_ON_CHANGE: whether it is drawn anew at each change; else its own callbacks keep it up to date.
    """

    KEY: str
    REDRAWS_ON_CHANGE: bool

    def title(self) -> str:
        """Its name in the way about; "" for a page that is reached from within others."""

    def layout(self, here: Session, place: dict[str, Any]) -> Component:
        """The page, drawn. `place` is what the place store holds."""

    def add_to(self, app: Dash, here: Session) -> None:
        """Give `app` the callbacks of this page."""


PAGES: tuple[Page, ...] = (
    picture,
    patterns,
    views,
    entries,
    entry,
    begin,
    steps,
    share,
    settings,
    hurting,
    close,
    help,
)
FIRST_PAGE = picture.KEY


def add_to(app: Dash, desk: Desk) -> None:
    """Lay out `app` over what lies on `desk`."""
    here = Session(desk, date.today)
    named = {page.KEY: page for page in PAGES}
    app.layout = lambda: house.draw_shell(here, [(page.KEY, page.title()) for page in PAGES if page.title()])
    house.add_to(app, here)
    filter_bar.add_to(app, here, patterns.tag_filter_effect)
    reading.add_to(app, here)

    shown = {"page": Output("main", "children"), "look": Output("main", "className")}

    @add_callback(app, shown, Input(stores.PLACE, "data"), Input(stores.SEEN_VERSION, "data"), at_start=True)
    def show(place: object, _: object) -> Update:
        told = place if isinstance(place, dict) else {}
        page = named.get(str(told.get("page")), named[FIRST_PAGE])
        if [*ctx.triggered_prop_ids.values()] == [stores.SEEN_VERSION] and not page.REDRAWS_ON_CHANGE:
            return {}
        return {"page": page.layout(here, told), "look": f"page-{page.KEY}"}

    for page in PAGES:
        page.add_to(app, here)
