"""The card that holds the picture: spans, new entries, how it is worked out, and all of it as a table."""

from dash import dcc, html
from dash.development.base_component import Component

from timeline.messages import picture as say
from timeline.study.study import Study
from timeline.study.unplaced_entries import find_unplaced_people, mask_unplaced_moments
from timeline.ui.chart_wiring import empty_graph
from timeline.ui.controls import ButtonLook, button, card, fold, page_button
from timeline.ui.thread_settings import draw_thread_settings

MAX_NAMED_PEOPLE = 12
"""People named at once; the rest are counted."""


def draw_life_card(study: Study) -> Component:
    """The card with the picture in it, still undrawn."""
    return card(
        html.Div(
            [
                html.Div(
                    id="life-spans", disable_n_clicks=True, className="spans", role="group",
                    **{"aria-label": say.SPANS},
                ),
                html.Div(
                    [
                        button(say.WHOLE, "life-whole", "plain", hidden=True, **{"data-key": "escape"}),
                        _new_entry_button(say.NEW_LANDMARK, "landmark", "quiet"),
                        _new_entry_button(say.NEW_RELATIONSHIP, "relationship"),
                        _new_entry_button(say.NEW_MOMENT, "episode", "main", **{"data-key": "n"}),
                    ],
                    className="row new",
                ),
            ],
            className="over",
        ),
        html.Div(
            [
                html.Div(empty_graph("life"), **{"aria-hidden": "true"}),
                html.P(id="life-walked", role="status", className="walked"),
            ],
            id="picture-box", role="group", tabIndex=0, **{"aria-label": say.WALK},
        ),
        dcc.Store(id="life-walk"), dcc.Store(id="life-rows"), dcc.Store(id="life-table-open"),
        html.P(id="life-says", className="says"),
        html.Div(id="life-not-placed", disable_n_clicks=True, className="note"),
        html.P(say.AS_REMEMBERED, className="note"),
        _draw_method_fold(study),
        html.Details(
            [html.Summary(say.TABLE), html.Div(className="scroll", tabIndex=0, role="region",
            **{"aria-label": say.TABLE})],
            id="life-table", n_clicks=0, className="fold",
        ),
        kind="life",
    )  # fmt: skip


def draw_unplaced(study: Study) -> list[Component]:
    """Who and what has no place in the picture: people by name, to give them a date; moments counted."""
    told = []
    people = find_unplaced_people(study)
    if people:
        known = study.history.by_id
        to_form: dict[str, str | int] = {"kind": "entry", "of": "relationship", "where": "unplaced"}
        names = [button(known[id_].name, to_form | {"id": id_}, "link") for id_ in people[:MAX_NAMED_PEOPLE]]
        more = (
            [say.more_people_note(len(people) - MAX_NAMED_PEOPLE)] if len(people) > MAX_NAMED_PEOPLE else []
        )
        told.append(html.P([say.NOT_PLACED, *names, *more]))
    if moments := int(mask_unplaced_moments(study).sum()):
        told.append(html.P(say.unplaced_note(moments)))
    return told


def _draw_method_fold(study: Study) -> Component:
    return fold(
        say.METHOD_FOLD,
        html.Div([
            html.P(say.FORMULA), html.P(say.ASSUMPTIONS_NOTE),
            draw_thread_settings(study.history.settings),
        ], className="stack"),
    )  # fmt: skip


def draw_empty_card() -> Component:
    """What stands in place of a picture while nothing is entered."""
    return card(
        html.P(say.EMPTY_SAYS), html.Div(page_button("begin", say.BEGIN, "main", where="empty"),
        className="row"),
        title=say.EMPTY, kind="wide",
    )  # fmt: skip


def _new_entry_button(says: str, of: str, look: ButtonLook = "plain", **given: str) -> Component:
    """A button that opens the form for a new entry of the kind `of`."""
    return button(says, {"kind": "new", "of": of, "where": "picture"}, look, **given)
