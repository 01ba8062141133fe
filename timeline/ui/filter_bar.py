"""The filter: people, kinds, tags and years; one for the picture, the patterns and the views.

study = here.study(filter_bar.told(data_of_the_filter_store))

Patterns are counted over all tags: without the others, one would be in all relationships, and nobody would
have answered it. There the tags of the filter choose what is listed:
study = here.study(filter_bar.every_tag(filter_bar.told(data_of_the_filter_store)))
"""

from collections.abc import Callable
from dataclasses import replace
from typing import Any, Literal

import dash_mantine_components as dmc
from dash import Dash, Input, Output, State, ctx, html, no_update
from dash.development.base_component import Component

from models.entries import KINDS
from models.history import History
from timeline.messages import filter_bar as say
from timeline.study.filters import Filter
from timeline.ui import stores
from timeline.ui.controls import button, fold
from timeline.ui.here import Here

FIRST_YEAR, LAST_YEAR = 1000, 9999
_FIELDS = ("filter-people", "filter-kinds", "filter-tags", "filter-from", "filter-to")


Tags = Literal["narrow", "choose", "nothing"]
"""What its tags do on a page: leave the other moments out, choose what is listed, or neither."""


def filter_bar(history: History, tags_do: Tags = "narrow") -> Component:
    """The bar above a page: folded, and with what is left out said plainly where something is.

    Args:
        history: the history open.
        tags_do: what the tags of the filter do on this page.
    """
    people, tags = _offered(history)
    fields = [
        _several(say.PEOPLE, "filter-people", people),
        _several(say.TAGS if tags_do == "narrow" else say.ABOUT_TAGS, "filter-tags", tags),
        dmc.CheckboxGroup(
            dmc.Group([dmc.Checkbox(label=say.KIND_NAMES[kind], value=kind) for kind in KINDS], gap="md"),
            id="filter-kinds", label=say.KINDS, value=[],
        ),
        html.Div([_year(say.FROM, "filter-from"), _year(say.TO, "filter-to")], className="row years"),
        html.Div(
            [
                button(say.APPLY, "filter-apply", "plain"),
                html.Span(id="filter-trouble", role="status", className="note"),
            ],
            className="row",
        ),
    ]  # fmt: skip
    inside = html.Div([html.P(say.NOTE, className="note"), *fields], className="fields")
    return html.Div([filter_told(), fold(say.SUMMARY, inside, id="filter-fold")], className="filter wide")


def filter_told() -> Component:
    """What the filter leaves out, and the button to lift it; hidden while there is none."""
    return html.Div(
        [html.P(id="filter-says", role="status"), button(say.LIFT, "filter-lift", "plain")],
        id="filter-told", className="narrowed", hidden=True,
    )  # fmt: skip


def add_to(app: Dash, here: Here, tags_do: Callable[[object], Tags]) -> None:
    """Set the filter, lift it, and say what it leaves out.

    Args:
        app: the application.
        here: the history open.
        tags_do: what its tags do at a place.
    """

    @app.callback(
        Output(stores.FILTER, "data"),
        Output("filter-trouble", "children"),
        Input("filter-apply", "n_clicks"),
        *(State(name, "value") for name in _FIELDS),
        prevent_initial_call=True,
    )
    def narrow(apply: object, *fields: object) -> Any:
        # A page that is shown again brings its buttons anew: only a click counts.
        if not apply:
            return no_update, no_update
        people, kinds, tags, first, last = fields
        years = [_whole(first), _whole(last)]
        if years[0] is not None and years[1] is not None and years[0] > years[1]:
            return no_update, say.NOT_A_TIME
        data = {"people": people, "kinds": kinds, "tags": tags, "years": years if any(years) else None}
        return (None if told(data).open else data), ""

    @app.callback(
        Output(stores.FILTER, "data", allow_duplicate=True),
        Input("filter-lift", "n_clicks"),
        prevent_initial_call=True,
    )
    def lift(clicks: object) -> Any:
        return None if clicks else no_update

    @app.callback(
        Output("filter-says", "children"),
        Output("filter-told", "hidden"),
        Input(stores.FILTER, "data"),
        Input(stores.SETTLED, "data"),
        State(stores.PLACE, "data"),
    )
    def tell(data: object, _: object, place: object) -> Any:
        says = said(here, told(data), tags_do(place))
        return says, not says

    @app.callback(
        Output("filter-people", "data"),
        Output("filter-tags", "data"),
        *(Output(name, "value") for name in _FIELDS),
        Input(stores.FILTER, "data"),
        Input(stores.SETTLED, "data"),
    )
    def offer(data: object, _: object) -> Any:
        chosen = told(data)
        people, tags = _offered(here.history)
        offered = [[{"value": key, "label": label} for key, label in some] for some in (people, tags)]
        if ctx.triggered_id == stores.SETTLED:
            return *offered, *(no_update for _ in _FIELDS)
        first, last = _ends(chosen)
        return (
            *offered,
            [key for key, _ in people if key in chosen.people],
            [kind for kind in KINDS if kind in chosen.kinds],
            [key for key, _ in tags if key in chosen.tags],
            first or "",
            last or "",
        )


def told(data: object) -> Filter:
    """The filter that the store holds; one that leaves nothing out where it holds none."""
    if not isinstance(data, dict):
        return Filter()
    years = data.get("years")
    first, last = (
        (_whole(one) for one in years) if isinstance(years, list) and len(years) == 2 else (None, None)
    )
    return Filter(
        people=_keys(data.get("people")),
        kinds=_keys(data.get("kinds")),
        tags=_keys(data.get("tags")),
        years=None if first is None and last is None else (first or FIRST_YEAR, last or LAST_YEAR),
    )


def every_tag(chosen: Filter) -> Filter:
    """The same part of the history with all its tags."""
    return replace(chosen, tags=frozenset())


def said(here: Here, chosen: Filter, tags_do: Tags = "narrow") -> str:
    """What a page says of the filter; "" where it leaves nothing out there.

    Args:
        here: the history open.
        chosen: the filter.
        tags_do: what its tags do on this page.
    """
    if tags_do == "narrow":
        return "" if chosen.open else _says(here, chosen)
    counted = said(here, every_tag(chosen))
    if tags_do == "nothing" or not chosen.tags:
        return counted
    return say.about([label for key, label in _offered(here.history)[1] if key in chosen.tags], counted)


def _keys(some: object) -> frozenset[str]:
    return frozenset(one for one in some if isinstance(one, str)) if isinstance(some, list) else frozenset()


def _whole(year: object) -> int | None:
    """A year as typed; None for none."""
    if isinstance(year, bool) or not isinstance(year, int | float) or not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    return int(year)


def _ends(chosen: Filter) -> tuple[int | None, int | None]:
    if chosen.years is None:
        return None, None
    first, last = chosen.years
    return (None if first == FIRST_YEAR else first), (None if last == LAST_YEAR else last)


def _says(here: Here, chosen: Filter) -> str:
    whole, part = here.history, here.study(chosen).history
    people, tags = (dict(some) for some in _offered(whole))
    return say.narrowed(
        (
            [name for id_, name in people.items() if id_ in chosen.people],
            [say.KIND_NAMES[kind] for kind in KINDS if kind in chosen.kinds],
            [label for key, label in tags.items() if key in chosen.tags],
        ),
        say.years(*_ends(chosen)) if chosen.years else "",
        (len(part.relationships), len(whole.relationships)),
        (len(part.episodes), len(whole.episodes)),
    )


def _offered(history: History) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """People and tags to choose from, as (key, label): the tags that were entered."""
    entered = {tag for moment in history.episodes for tag in moment.tags}
    entered |= {wide.tag for bond in history.relationships for wide in bond.tags}
    people = [(bond.id, bond.name) for bond in history.relationships]
    return people, [(key, tag.label) for key, tag in history.vocabulary.items() if key in entered]


def _several(label: str, id_: str, offered: list[tuple[str, str]]) -> Component:
    return dmc.MultiSelect(
        id=id_, label=label, data=[{"value": key, "label": words} for key, words in offered], value=[],
        searchable=True, clearable=False, hidePickedOptions=True, comboboxProps={"withinPortal": False},
    )  # fmt: skip


def _year(label: str, id_: str) -> Component:
    return dmc.NumberInput(
        id=id_, label=label, value="", min=FIRST_YEAR, max=LAST_YEAR, allowDecimal=False, hideControls=True,
        clampBehavior="none", thousandSeparator="", w=130,
    )  # fmt: skip
