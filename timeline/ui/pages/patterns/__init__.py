"""The patterns: what recurs and where it did not, what chance would do, and the person's own word on it."""

from typing import Any

from dash import Dash, Input, Output, State, html, no_update
from dash.development.base_component import Component

from timeline.messages import asking as ask_words
from timeline.messages import pattern_page as say
from timeline.study.filters import Filter
from timeline.ui import filter_bar, stores
from timeline.ui.controls import go_to
from timeline.ui.here import ALL, Here
from timeline.ui.pages.patterns import asking, comparing, own_word
from timeline.ui.pages.patterns.cards import KEY, found
from timeline.ui.pages.patterns.opened import gone, opened
from timeline.ui.pages.patterns.overview import overview

__all__ = ["FOLLOWS", "KEY", "TITLE", "add_to", "layout", "tags_do"]

TITLE = say.TITLE
FOLLOWS = False

MOST_WITH_DATES = 100
"""Relationships up to which other dates are tried while the person waits: a second or a few."""


def layout(here: Here, place: dict[str, Any]) -> Component:
    """The page as it stands before anything was counted.

    `focus` in `place` is the id of the pattern that is open, or of another way to look, or "".
    """
    focus = _focus(place)
    counting = html.P(say.COUNTING, className="note")
    if focus not in ("", asking.FOCUS, comparing.FOCUS):
        return html.Div(
            [
                html.H1(TITLE, className="vh"),
                html.Div(go_to(KEY, say.BACK, "plain", where="back"), id="patterns-back", className="row"),
                html.P(ask_words.WHOLE, className="note")
                if asking.is_asked(focus)
                else filter_bar.filter_told(),
                html.Div(
                    counting,
                    id="patterns-found",
                    disable_n_clicks=True,
                    className="stack",
                    **{"aria-live": "polite"},
                ),
                own_word.own_word(here, focus),
            ],
            className="patterns-page one",
        )
    if focus == asking.FOCUS:
        inside = asking.form(here.history)
    elif focus == comparing.FOCUS:
        inside = comparing.form(here.study())
    else:
        inside = [
            filter_bar.filter_bar(here.history, "choose"),
            html.Div(counting, id="patterns-found", disable_n_clicks=True, className="stack"),
        ]
    return html.Div([_head(focus), *inside], className="patterns-page")


def tags_do(place: object) -> filter_bar.Tags:
    """What the tags of the filter do at a place: patterns are counted over every tag."""
    if not isinstance(place, dict) or place.get("page") != KEY:
        return "narrow"
    return "choose" if _focus(place) in ("", comparing.FOCUS) else "nothing"


def _head(focus: str) -> Component:
    ways = [("", say.ALL), (asking.FOCUS, ask_words.TITLE), (comparing.FOCUS, ask_words.COMPARE)]
    buttons = []
    for key, label in ways:
        way = go_to(KEY, label, "quiet", where="ways", focus=key)
        setattr(way, "aria-current", "true" if key == focus else "false")
        buttons.append(way)
    return html.Div(
        [
            html.H1(TITLE),
            html.P(say.SUBTITLE, className="note"),
            html.Div(buttons, className="ways-to-look", role="group", **{"aria-label": say.VIEWS}),
        ],
        className="between",
    )


def add_to(app: Dash, here: Here) -> None:
    """Count once the page is shown, and again whenever something changes."""

    @app.callback(
        Output("patterns-found", "children"),
        Input(stores.FILTER, "data"),
        Input(stores.SEEN, "data"),
        State(stores.PLACE, "data"),
    )
    def count(part: object, _: object, place: object) -> Any:
        chosen, pattern = filter_bar.told(part), _focus(place)
        if not pattern:
            notices = here.notices()
            study = here.study(filter_bar.every_tag(chosen))
            return overview(study, notices if chosen.open else (), chosen)
        shown = _counted(pattern, part)
        study = here.study(shown)
        finding = found(study, pattern)
        return opened(study, finding, whole=shown.open) if finding else gone()

    # The last of three steps: the page, its counts, and what other dates would do to them.
    @app.callback(
        Output("dates-hold", "children"),
        Input("dates-of", "data"),
        State(stores.FILTER, "data"),
    )
    def check_dates(pattern: object, part: object) -> str:
        study = here.study(_counted(str(pattern), part))
        if len(study.history.relationships) > MOST_WITH_DATES:
            return say.DATES_TOO_MANY
        return say.dates_hold(study.dates_hold.get(str(pattern)))

    @app.callback(
        Output(stores.CHOSEN, "data", allow_duplicate=True),
        Input(stores.PLACE, "data"),
        prevent_initial_call=True,
    )
    def choose(place: object) -> Any:
        pattern = _focus(place)
        finding = found(here.study(), pattern) if pattern else None
        return {"tags": list(finding.tags), "finding": finding.id} if finding and finding.tags else no_update

    own_word.add_to(app, here)
    asking.add_to(app, here)
    comparing.add_to(app, here)


def _counted(pattern: str, part: object) -> Filter:
    """What one pattern is counted over; a question that was asked, over everything."""
    return ALL if asking.is_asked(pattern) else filter_bar.every_tag(filter_bar.told(part))


def _focus(place: object) -> str:
    """The id of the pattern that is open; "" for none, or on another page."""
    if not isinstance(place, dict) or place.get("page") != KEY:
        return ""
    focus = place.get("focus")
    return focus if isinstance(focus, str) else ""
