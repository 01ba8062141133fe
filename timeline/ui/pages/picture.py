"""The picture: the threads of pain and care over a life, what to follow in it, and what it rests on."""

from typing import Any

from dash import ALL, ClientsideFunction, Dash, Input, Output, State, ctx, html, no_update
from dash.development.base_component import Component

from timeline.messages import picture as say
from timeline.picture import charts
from timeline.picture.lifeline import Choice, lifeline, spans
from timeline.ui import filter_bar, stores
from timeline.ui.controls import button, card, go_to
from timeline.ui.drawn import as_rows, pointed_at, selection, sheet_and_theme
from timeline.ui.evidence_list import evidence_list
from timeline.ui.here import Here
from timeline.ui.life_card import first_time, life_card, not_placed
from timeline.ui.thread_list import thread_list

KEY = "picture"
TITLE = say.TITLE
FOLLOWS = False
FEW = 12
"""Moments, below which a history is still at its beginning."""


def layout(here: Here, place: dict[str, Any]) -> Component:
    """The page as it stands before the browser has said how wide it is."""
    study = here.study()
    return html.Div(
        [
            html.H1(TITLE, className="vh"),
            None if study.history.relationships else first_time(),
            filter_bar.filter_bar(study.history) if study.history.relationships else None,
            life_card(study),
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


def _first_questions(here: Here) -> Component | None:
    """The way back to the questions a new history begins with, while there is little in it."""
    history = here.history
    if here.desk.is_sample or not history.relationships or len(history.episodes) >= FEW:
        return None
    return html.P([say.FIRST_QUESTIONS, go_to("begin", say.GO_ON, "link")], className="note wide")


def add_to(app: Dash, here: Here) -> None:
    """Draw the picture when the browser has a width for it, and whenever something changes."""

    @app.callback(
        Output("life", "figure"),
        Output("life-says", "children"),
        Output("life-walk", "data"),
        Output("life-not-placed", "children"),
        Input(stores.SHEET, "data"),
        State(stores.CHOSEN, "data"),
        State(stores.SPAN, "data"),
        State(stores.FILTER, "data"),
    )
    def draw(sheet: object, chosen: object, span: object, part: object) -> Any:
        if not isinstance(sheet, dict):
            return no_update
        study = here.study(filter_bar.told(part))
        followed = selection(study, chosen)
        years = {one.key: one.years for one in spans(study)}.get(str(span))
        paper, theme = sheet_and_theme(sheet, years)
        picture = lifeline(study, paper, followed)
        figure = charts.figure(picture, theme)
        return figure, charts.lifeline.words(study, Choice(followed)), list(picture.walk), not_placed(study)

    @app.callback(
        Output("threads-list", "children"),
        Output("evidence", "children"),
        Output("evidence", "hidden"),
        Output("life-whole", "hidden"),
        Input(stores.CHOSEN, "data"),
        Input(stores.FILTER, "data"),
        Input(stores.SETTLED, "data"),
    )
    def follow(chosen: object, part: object, _: object) -> Any:
        shown = filter_bar.told(part)
        study = here.study(shown)
        followed = selection(study, chosen)
        tags = followed.tags if followed else ()
        listed = evidence_list(study, tags, whole=shown.open) if tags else []
        if listed and (pattern := _came_from(chosen)):
            listed.insert(0, go_to("patterns", say.BACK_TO_PATTERN, where="evidence", focus=pattern))
        return thread_list(study, tags), listed, not tags, not tags

    @app.callback(
        Output(stores.CHOSEN, "data", allow_duplicate=True),
        Input({"kind": "thread", "tag": ALL}, "n_clicks"),
        Input("life-whole", "n_clicks"),
        State(stores.CHOSEN, "data"),
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
        Input(stores.SETTLED, "data"),
    )
    def offer_spans(span: object, part: object, _: object) -> Any:
        return [
            button(one.label, {"kind": "span", "key": one.key}, "quiet",
                   **{"aria-pressed": str(one.key == span).lower()})
            for one in spans(here.study(filter_bar.told(part)))
        ]  # fmt: skip

    app.clientside_callback(
        "function () { const at = window.dash_clientside.callback_context; const id = at.triggered_id;"
        " return id && at.triggered[0].value ? id.key : window.dash_clientside.no_update; }",
        Output(stores.SPAN, "data"),
        Input({"kind": "span", "key": ALL}, "n_clicks"),
        prevent_initial_call=True,
    )

    @app.callback(
        Output(stores.FORM, "data", allow_duplicate=True),
        Input("life", "clickData"),
        prevent_initial_call=True,
    )
    def open_bead(clicked: object) -> Any:
        moment = pointed_at(clicked)
        return {"kind": "episode", "id": moment} if moment else no_update

    # On its own: these buttons stand on pages without a picture as well.
    @app.callback(
        Output(stores.FORM, "data", allow_duplicate=True),
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
        Input(stores.SETTLED, "data"),
    )
    def fill_table(is_open: object, part: object, _: object) -> Any:
        if not is_open:
            return no_update
        study = here.study(filter_bar.told(part))
        return as_rows(study, charts.lifeline.table(study, Choice()))

    app.clientside_callback(
        ClientsideFunction("tables", "fill"), Output("life-table", "title"), Input("life-rows", "data")
    )


def _came_from(chosen: object) -> str:
    """The id of the pattern whose thread this is; "" where it was chosen here."""
    finding = chosen.get("finding") if isinstance(chosen, dict) else None
    return finding if isinstance(finding, str) else ""
