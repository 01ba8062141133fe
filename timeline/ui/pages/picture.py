"""The picture: the threads of pain and care over a life, what to follow in it, and what it rests on."""

from typing import Any

from dash import ALL, ClientsideFunction, Dash, Input, Output, State, ctx, html, no_update
from dash.development.base_component import Component

from timeline.messages import picture as say
from timeline.picture import charts
from timeline.picture.lifeline import Choice, build_lifeline, find_life_spans
from timeline.ui import filter_bar, stores
from timeline.ui.callbacks import Update, add_callback
from timeline.ui.chart_wiring import (
    build_table_data,
    find_clicked_moment,
    read_selection,
    read_sheet_and_theme,
)
from timeline.ui.controls import button, card, page_button
from timeline.ui.evidence_list import draw_evidence_list
from timeline.ui.life_card import draw_empty_card, draw_life_card, draw_unplaced
from timeline.ui.session import Session
from timeline.ui.thread_list import draw_thread_list

KEY = "picture"
REDRAWS_ON_CHANGE = False
FEW_MOMENTS = 12
"""Moments, below which a history is still at its beginning."""


def title() -> str:
    """Its name in the way about."""
    return say.TITLE


def layout(here: Session, place: dict[str, Any]) -> Component:
    """The page as it stands before the browser has said how wide it is."""
    study = here.get_study()
    return html.Div(
        [
            html.H1(title(), className="vh"),
            None if study.history.relationships else draw_empty_card(),
            filter_bar.draw_filter_bar(study.history) if study.history.relationships else None,
            draw_life_card(study),
            _first_questions(here),
            card(
                html.Div(id="threads-list", disable_n_clicks=True),
                title=say.FOLLOW,
                note=say.FOLLOW_NOTE,
                kind="side",
            ),
            html.Section(
                id="evidence",
                disable_n_clicks=True,
                className="card wide",
                hidden=True,
                **{"aria-live": "polite"},
            ),
        ],
        className="picture",
    )


def _first_questions(here: Session) -> Component | None:
    """The way back to the questions a new history begins with, while there is little in it."""
    history = here.history
    if here.desk.is_sample or not history.relationships or len(history.episodes) >= FEW_MOMENTS:
        return None
    return html.P(page_button("begin", say.STARTING_QUESTIONS, "link"), className="note wide")


def add_to(app: Dash, here: Session) -> None:
    """Draw the picture when the browser has a width for it, and whenever something changes."""
    drawn = {
        "figure": Output("life", "figure"), "says": Output("life-says", "children"),
        "walk": Output("life-walk", "data"), "not_placed": Output("life-not-placed", "children"),
    }  # fmt: skip
    followed = {
        "threads": Output("threads-list", "children"), "evidence": Output("evidence", "children"),
        "no_evidence": Output("evidence", "hidden"), "no_way_back": Output("life-whole", "hidden"),
    }  # fmt: skip

    @add_callback(
        app, drawn, Input(stores.SHEET, "data"), State(stores.CHOSEN_THREAD, "data"),
        State(stores.SPAN, "data"), State(stores.FILTER, "data"), at_start=True,
    )  # fmt: skip
    def draw(sheet: object, chosen: object, span: object, part: object) -> Update:
        if not isinstance(sheet, dict):
            return {}
        study = here.get_study(filter_bar.parse_filter(part))
        followed = read_selection(study, chosen)
        years = {one.key: one.years for one in find_life_spans(study)}.get(str(span))
        paper, theme = read_sheet_and_theme(sheet, years)
        picture = build_lifeline(study, paper, followed)
        return {
            "figure": charts.build_figure(picture, theme),
            "says": charts.lifeline.describe_in_words(study, Choice(followed)),
            "walk": list(picture.moment_ids),
            "not_placed": draw_unplaced(study),
        }

    @add_callback(
        app, followed, Input(stores.CHOSEN_THREAD, "data"), Input(stores.FILTER, "data"),
        Input(stores.SETTLED_VERSION, "data"), at_start=True,
    )  # fmt: skip
    def follow(chosen: object, part: object, _: object) -> Update:
        shown = filter_bar.parse_filter(part)
        study = here.get_study(shown)
        followed = read_selection(study, chosen)
        tags = followed.tags if followed else ()
        listed = draw_evidence_list(study, tags, whole=shown.is_empty) if tags else []
        if listed and (pattern := _source_pattern_id(chosen)):
            listed.insert(0, page_button("patterns", say.BACK_TO_PATTERN, where="evidence", focus=pattern))
        threads = draw_thread_list(study, tags)
        return {"threads": threads, "evidence": listed, "no_evidence": not tags, "no_way_back": not tags}

    @app.callback(
        Output(stores.CHOSEN_THREAD, "data", allow_duplicate=True),
        Input({"kind": "thread", "tag": ALL}, "n_clicks"),
        Input("life-whole", "n_clicks"),
        State(stores.CHOSEN_THREAD, "data"),
        prevent_initial_call=True,
    )
    def choose(clicks: list[int | None], whole: int | None, chosen: object) -> Any:
        # A page that is shown again brings its buttons anew: only a click counts.
        if ctx.triggered_id == "life-whole":
            return None if whole else no_update
        if not any(clicks) or not isinstance(ctx.triggered_id, dict):
            return no_update
        tag = str(ctx.triggered_id["tag"])
        now = chosen.get("tags") if isinstance(chosen, dict) else None
        return None if now == [tag] else {"tags": [tag]}

    @app.callback(
        Output("life-spans", "children"),
        Input(stores.SPAN, "data"),
        Input(stores.FILTER, "data"),
        Input(stores.SETTLED_VERSION, "data"),
    )
    def offer_spans(span: object, part: object, _: object) -> Any:
        return [
            button(one.label, {"kind": "span", "key": one.key}, "quiet",
                   **{"aria-pressed": str(one.key == span).lower()})
            for one in find_life_spans(here.get_study(filter_bar.parse_filter(part)))
        ]  # fmt: skip

    app.clientside_callback(
        "function () { const at = window.dash_clientside.callback_context; const id = at.triggered_id;"
        " return id && at.triggered[0].value ? id.key : window.dash_clientside.no_update; }",
        Output(stores.SPAN, "data"),
        Input({"kind": "span", "key": ALL}, "n_clicks"),
        prevent_initial_call=True,
    )

    @app.callback(
        Output(stores.OPEN_FORM, "data", allow_duplicate=True),
        Input("life", "clickData"),
        prevent_initial_call=True,
    )
    def open_bead(clicked: object) -> Any:
        moment = find_clicked_moment(clicked)
        return {"kind": "episode", "id": moment} if moment else no_update

    # On its own: these buttons stand on pages without a picture as well.
    @app.callback(
        Output(stores.OPEN_FORM, "data", allow_duplicate=True),
        Input({"kind": "entry", "of": ALL, "id": ALL, "where": ALL}, "n_clicks"),
        Input({"kind": "new", "of": ALL, "where": ALL}, "n_clicks"),
        prevent_initial_call=True,
    )
    def open_entry(entries: list[int | None], new: list[int | None]) -> Any:
        if not isinstance(ctx.triggered_id, dict) or not ctx.triggered[0]["value"]:
            return no_update
        return {"kind": str(ctx.triggered_id["of"]), "id": str(ctx.triggered_id.get("id", ""))}

    @app.callback(
        Output("life-rows", "data"),
        Input("life-table-open", "data"),
        Input(stores.FILTER, "data"),
        Input(stores.SETTLED_VERSION, "data"),
    )
    def fill_table(is_open: object, part: object, _: object) -> Any:
        if not is_open:
            return no_update
        study = here.get_study(filter_bar.parse_filter(part))
        return build_table_data(study, charts.lifeline.build_table(study, Choice()))

    app.clientside_callback(
        ClientsideFunction("tables", "fill"), Output("life-table", "title"), Input("life-rows", "data")
    )


def _source_pattern_id(chosen: object) -> str:
    """The id of the pattern whose thread this is; "" where it was chosen here."""
    finding = chosen.get("finding") if isinstance(chosen, dict) else None
    return finding if isinstance(finding, str) else ""
