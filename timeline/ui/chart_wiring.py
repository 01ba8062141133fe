"""What every drawn chart on a page shares: its frame, its sheet, the thread followed, what was clicked."""

from typing import Any

from dash import dcc
from dash.development.base_component import Component

from timeline.messages import lifeline as say
from timeline.picture.lifeline import ChartTable, Selection, Sheet
from timeline.picture.theme import DARK, LIGHT, Theme, load_measure
from timeline.study.study import Study

MIN_WIDTH_PX, MAX_WIDTH_PX = 280, 4000  # px
_GRAPH = {"displayModeBar": False, "displaylogo": False, "showSendToCloud": False, "doubleClick": False}


def empty_graph(id_: str) -> Component:
    """A chart, still undrawn."""
    return dcc.Graph(id=id_, config=_GRAPH, style={"width": "100%"}, responsive=False)


def read_sheet_and_theme(
    told: dict[str, Any], years: tuple[float, float] | None = None
) -> tuple[Sheet, Theme]:
    """What is drawn on, and in which colours.

    Args:
        told: what the store SHEET holds.
        years: the part of life that is shown; None for all of it.
    """
    width = told.get("width")
    wide = float(width) if isinstance(width, int | float) else 0.0
    sheet = Sheet(width=min(max(wide, MIN_WIDTH_PX), MAX_WIDTH_PX), measure=load_measure(), span=years)
    return sheet, DARK if told.get("dark") else LIGHT


def read_selection(study: Study, chosen: object) -> Selection | None:
    """The thread that is followed; None for the whole.

    Args:
        study: a history, read.
        chosen: what the store CHOSEN holds.
    """
    tags = chosen.get("tags") if isinstance(chosen, dict) else None
    if not isinstance(tags, list):
        return None
    return Selection.from_tags(study.vocabulary, *(tag for tag in tags if isinstance(tag, str)))


def build_table_data(study: Study, listed: ChartTable) -> dict[str, Any]:
    """A chart as a table, for `study.fill` in assets/js/study.js: each row opens the entry it is about.

    Args:
        study: a history, read.
        listed: the table.
    """
    moments = {moment.id for moment in study.history.episodes}
    forms = [
        "episode" if id_ in moments else "relationship" if id_ in study.history.by_id else ""
        for id_ in listed.ids
    ]
    what = say.WHAT_HAPPENED
    opens = listed.columns.index(what) if what in listed.columns else 0
    return {
        "columns": listed.columns,
        "rows": listed.rows,
        "ids": listed.ids,
        "forms": forms,
        "opens": opens,
    }


def find_clicked_moment(clicked: object) -> str:
    """The id of the moment whose bead was clicked; "" for anything else.

    Args:
        clicked: the chart's `clickData`.
    """
    points = clicked.get("points") if isinstance(clicked, dict) else None
    first = points[0] if isinstance(points, list) and points and isinstance(points[0], dict) else {}
    told = first.get("customdata")
    told = told[0] if isinstance(told, list) and told else told
    return told if isinstance(told, str) else ""
