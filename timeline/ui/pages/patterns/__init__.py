"""The patterns: what recurs and where it did not, what chance would do, and the person's own word on it."""

from typing import Any

from dash import Dash, Input, Output, State, html, no_update
from dash.development.base_component import Component

from timeline.messages import ask_and_compare as ask_words
from timeline.messages import pattern_page as say
from timeline.study.filters import Filter
from timeline.ui import filter_bar, stores
from timeline.ui.controls import page_button
from timeline.ui.pages.patterns import (
    asked_questions as asking,
)
from timeline.ui.pages.patterns import (
    comparison as comparing,
)
from timeline.ui.pages.patterns import (
    verdict_form as own_word,
)
from timeline.ui.pages.patterns.cards import KEY, find_finding
from timeline.ui.pages.patterns.overview import overview
from timeline.ui.pages.patterns.pattern_detail import draw_missing_pattern, draw_pattern
from timeline.ui.session import WHOLE_HISTORY, Session

__all__ = ["KEY", "REDRAWS_ON_CHANGE", "add_to", "layout", "tag_filter_effect", "title"]

REDRAWS_ON_CHANGE = False


def title() -> str:
    """Its name in the way about."""
    return say.TITLE


def layout(here: Session, place: dict[str, Any]) -> Component:
    """The page as it stands before anything was counted.

    `focus` in `place` is the id of the pattern that is open, or of another way to look, or "".
    """
    focus = _read_focus(place)
    counting = html.P(say.COUNTING, className="note")
    if focus not in ("", asking.FOCUS, comparing.FOCUS):
        return html.Div(
            [
                html.H1(title(), className="vh"),
                html.Div(
                    page_button(KEY, say.BACK, "plain", where="back"), id="patterns-back", className="row"
                ),
                html.P(ask_words.ANSWERED_FROM_ALL, className="note")
                if asking.is_asked(focus)
                else filter_bar.draw_filter_notice(),
                html.Div(
                    counting,
                    id="patterns-found",
                    disable_n_clicks=True,
                    className="stack",
                    **{"aria-live": "polite"},
                ),
                own_word.verdict_form(here, focus),
            ],
            className="patterns-page one",
        )
    if focus == asking.FOCUS:
        inside = asking.draw_question_form(here.history)
    elif focus == comparing.FOCUS:
        inside = comparing.draw_comparison_form(here.get_study())
    else:
        inside = [
            filter_bar.draw_filter_bar(here.history, "choose"),
            html.Div(counting, id="patterns-found", disable_n_clicks=True, className="stack"),
        ]
    return html.Div([_head(focus), *inside], className="patterns-page")


def tag_filter_effect(place: object) -> filter_bar.TagFilterEffect:
    """What the tags of the filter do at a place: patterns are counted over every tag."""
    if not isinstance(place, dict) or place.get("page") != KEY:
        return "narrow"
    return "choose" if _read_focus(place) in ("", comparing.FOCUS) else "nothing"


def _head(focus: str) -> Component:
    ways = [("", say.ALL_PATTERNS), (asking.FOCUS, ask_words.TITLE), (comparing.FOCUS, ask_words.COMPARE)]
    buttons = []
    for key, label in ways:
        way = page_button(KEY, label, "quiet", where="ways", focus=key)
        setattr(way, "aria-current", "true" if key == focus else "false")
        buttons.append(way)
    return html.Div(
        [
            html.H1(title()),
            html.P(say.SUBTITLE, className="note"),
            html.Div(buttons, className="ways-to-look", role="group", **{"aria-label": say.VIEWS}),
        ],
        className="between",
    )


def add_to(app: Dash, here: Session) -> None:
    """Count once the page is shown, and again whenever something changes."""

    @app.callback(
        Output("patterns-found", "children"),
        Input(stores.FILTER, "data"),
        Input(stores.SEEN_VERSION, "data"),
        State(stores.PLACE, "data"),
    )
    def count(part: object, _: object, place: object) -> Any:
        chosen, pattern = filter_bar.parse_filter(part), _read_focus(place)
        if not pattern:
            notices = here.find_notices()
            study = here.get_study(filter_bar.drop_tag_filter(chosen))
            return overview(study, notices if chosen.is_empty else (), chosen)
        shown = _filter_for_pattern(pattern, part)
        study = here.get_study(shown)
        finding = find_finding(study, pattern)
        return draw_pattern(study, finding, whole=shown.is_empty) if finding else draw_missing_pattern()

    @app.callback(
        Output(stores.CHOSEN_THREAD, "data", allow_duplicate=True),
        Input(stores.PLACE, "data"),
        prevent_initial_call=True,
    )
    def choose(place: object) -> Any:
        pattern = _read_focus(place)
        finding = find_finding(here.get_study(), pattern) if pattern else None
        return {"tags": list(finding.tags), "finding": finding.id} if finding and finding.tags else no_update

    own_word.add_to(app, here)
    asking.add_to(app, here)
    comparing.add_to(app, here)


def _filter_for_pattern(pattern: str, part: object) -> Filter:
    """What one pattern is counted over; a question that was asked, over everything."""
    return (
        WHOLE_HISTORY
        if asking.is_asked(pattern)
        else filter_bar.drop_tag_filter(filter_bar.parse_filter(part))
    )


def _read_focus(place: object) -> str:
    """The id of the pattern that is open; "" for none, or on another page."""
    if not isinstance(place, dict) or place.get("page") != KEY:
        return ""
    focus = place.get("focus")
    return focus if isinstance(focus, str) else ""
