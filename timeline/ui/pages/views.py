"""Views: the same entries in other charts, each with a sentence that says what it shows, and as a table."""

from typing import Any

from dash import ClientsideFunction, Dash, Input, Output, State, dcc, html, no_update
from dash.development.base_component import Component

from timeline.messages import views as say
from timeline.picture import charts
from timeline.picture.lifeline import Choice
from timeline.study.study import Study
from timeline.ui import filter_bar, stores
from timeline.ui.callbacks import Update, add_callback
from timeline.ui.chart_wiring import (
    build_table_data,
    empty_graph,
    find_clicked_moment,
    read_selection,
    read_sheet_and_theme,
)
from timeline.ui.controls import button, card, page_button
from timeline.ui.forms.controls import list_options, select
from timeline.ui.part_pickers import build_picked_panels, draw_part_pickers
from timeline.ui.session import Session

KEY = "views"
REDRAWS_ON_CHANGE = False

VIEWS = tuple(chart for chart in charts.CHARTS if chart is not charts.lifeline)
ONE_RELATIONSHIP_CHARTS = {"relationship"}
"""Charts of one relationship."""
TWO_PART_CHARTS = {"compare"}
"""Charts of two parts beside each other."""


def title() -> str:
    """Its name in the way about."""
    return say.TITLE


def layout(here: Session, place: dict[str, Any]) -> Component:
    """The page with the chart that is chosen, still undrawn."""
    chart, study = _chart(place), here.get_study()
    table = html.Details(
        [
            html.Summary(say.TABLE),
            html.Div(className="scroll", tabIndex=0, role="region", **{"aria-label": say.TABLE}),
        ],
        id="view-table",
        className="fold",
    )
    two = html.Div(
        draw_part_pickers(study, "view-one", "view-other"), hidden=chart.KEY not in TWO_PART_CHARTS
    )
    return html.Div(
        [
            _head(chart),
            filter_bar.draw_filter_bar(study.history),
            card(
                html.Div(
                    [_draw_person_select(study), html.Div(id="view-open", disable_n_clicks=True)],
                    hidden=chart.KEY not in ONE_RELATIONSHIP_CHARTS,
                ),
                two,
                html.Div(
                    [
                        html.Div(empty_graph("view"), **{"aria-hidden": "true"}),
                        html.P(id="view-walked", role="status", className="walked"),
                    ],
                    id="picture-box",
                    role="group",
                    tabIndex=0,
                    **{"aria-label": say.WALK},
                ),
                html.P(id="view-says", className="says"),
                table,
                dcc.Store(id="view-rows"),
                title=chart.title(),
                note=chart.subtitle(),
            ),
        ],
        className="views-page",
    )


def add_to(app: Dash, here: Session) -> None:
    """Draw the chart when the browser has a width for it, and whenever something changes."""
    drawn = {
        "figure": Output("view", "figure"), "says": Output("view-says", "children"),
        "rows": Output("view-rows", "data"),
    }  # fmt: skip
    picked = (Input(id_, "value") for id_ in ("view-person", "view-one", "view-other"))
    states = (State(store, "data") for store in (stores.FILTER, stores.CHOSEN_THREAD, stores.PLACE))

    @add_callback(app, drawn, Input(stores.SHEET, "data"), *picked, *states, at_start=True)
    def draw(
        sheet: object, person: object, one: object, other: object, part: object, *state: object
    ) -> Update:
        if not isinstance(sheet, dict):
            return {}
        followed, place = state
        shown, chart = filter_bar.parse_filter(part), _chart(place)
        study = here.get_study(shown)
        choice = Choice(
            read_selection(study, followed),
            str(person or "") if chart.KEY in ONE_RELATIONSHIP_CHARTS else "",
            build_picked_panels(here, one, other, shown) if chart.KEY in TWO_PART_CHARTS else None,
        )
        paper, theme = read_sheet_and_theme(sheet)
        return {
            "figure": charts.draw_chart(chart, study, paper, theme, choice),
            "says": chart.describe_in_words(study, choice),
            "rows": build_table_data(study, chart.build_table(study, choice)),
        }

    app.clientside_callback(
        ClientsideFunction("tables", "fill"), Output("view-table", "title"), Input("view-rows", "data")
    )

    @app.callback(
        Output(stores.OPEN_FORM, "data", allow_duplicate=True),
        Input("view", "clickData"),
        prevent_initial_call=True,
    )
    def open_bead(clicked: object) -> Any:
        moment = find_clicked_moment(clicked)
        known = any(one.id == moment for one in here.history.episodes)
        return {"kind": "episode", "id": moment} if known else no_update

    @app.callback(Output("view-open", "children"), Input("view-person", "value"))
    def offer_to_open(person: object) -> Any:
        bond = here.history.by_id.get(str(person))
        if bond is None:
            return []
        return button(
            say.open_person(bond.name),
            {"kind": "entry", "of": "relationship", "id": bond.id, "where": "view"},
            "link",
        )

    @app.callback(Output("view-person", "data"), Input(stores.SEEN_VERSION, "data"))
    def offer(_: object) -> Any:
        return list_options(_people(here.get_study()))


def _chart(place: object) -> charts.Chart:
    """The chart that is chosen; the first one where none is."""
    focus = place.get("focus") if isinstance(place, dict) and place.get("page") == KEY else None
    return next((chart for chart in VIEWS if focus == chart.KEY), VIEWS[0])


def _head(chart: charts.Chart) -> Component:
    buttons = []
    for one in VIEWS:
        way = page_button(KEY, one.title(), "quiet", where="ways", focus=one.KEY)
        setattr(way, "aria-current", "true" if one is chart else "false")
        buttons.append(way)
    return html.Div(
        [
            html.H1(title()),
            html.P(say.SUBTITLE, className="note"),
            html.Div(buttons, className="ways-to-look", role="group", **{"aria-label": say.WAYS}),
        ],
        className="between",
    )


def _draw_person_select(study: Study) -> Component:
    people = _people(study)
    first = people[0][0] if people else None
    return select(say.PERSON, "view-person", people, first, allowDeselect=False)


def _people(study: Study) -> list[tuple[str, str]]:
    return [(bond.id, bond.name) for bond in study.history.relationships]
