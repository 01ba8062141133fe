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
from timeline.messages.kinds import kind_label
from timeline.messages.tags import tag_label
from timeline.study.filters import Filter
from timeline.ui import stores
from timeline.ui.controls import button, fold
from timeline.ui.session import Session

FIRST_YEAR, LAST_YEAR = 1000, 9999
_FIELD_IDS = ("filter-people", "filter-kinds", "filter-tags", "filter-from", "filter-to")


TagFilterEffect = Literal["narrow", "choose", "nothing"]
"""What its tags do on a page: leave the other moments out, choose what is listed, or neither."""


def draw_filter_bar(history: History, tags_do: TagFilterEffect = "narrow") -> Component:
    """The bar above a page: folded, and with what is left out said plainly where something is.

    Args:
        history: the history open.
        tags_do: what the tags of the filter do on this page.
    """
    people, tags = _list_choices(history)
    fields = [
        _draw_multi_select(say.PEOPLE, "filter-people", people),
        _draw_multi_select(say.TAGS if tags_do == "narrow" else say.ABOUT_TAGS, "filter-tags", tags),
        dmc.CheckboxGroup(
            dmc.Group([dmc.Checkbox(label=kind_label(kind), value=kind) for kind in KINDS], gap="md"),
            id="filter-kinds", label=say.KINDS, value=[],
        ),
        html.Div([_draw_year_field(say.YEAR_FROM, "filter-from"), _draw_year_field(say.YEAR_TO,
        "filter-to")], className="row years"),
        html.Div(
            [
                button(say.APPLY, "filter-apply", "plain"),
                html.Span(id="filter-trouble", role="status", className="note"),
            ],
            className="row",
        ),
    ]  # fmt: skip
    inside = html.Div([html.P(say.NOTE, className="note"), *fields], className="fields")
    return html.Div(
        [draw_filter_notice(), fold(say.SUMMARY, inside, id="filter-fold")], className="filter wide"
    )


def draw_filter_notice() -> Component:
    """What the filter leaves out, and the button to lift it; hidden while there is none."""
    return html.Div(
        [html.P(id="filter-says", role="status"), button(say.LIFT, "filter-lift", "plain")],
        id="filter-told", className="narrowed", hidden=True,
    )  # fmt: skip


def add_to(app: Dash, here: Session, tags_do: Callable[[object], TagFilterEffect]) -> None:
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
        *(State(name, "value") for name in _FIELD_IDS),
        prevent_initial_call=True,
    )
    def set_filter(apply: object, *fields: object) -> Any:
        # A page that is shown again brings its buttons anew: only a click counts.
        if not apply:
            return no_update, no_update
        people, kinds, tags, first, last = fields
        years = [_parse_year(first), _parse_year(last)]
        if years[0] is not None and years[1] is not None and years[0] > years[1]:
            return no_update, say.NOT_A_TIME
        data = {"people": people, "kinds": kinds, "tags": tags, "years": years if any(years) else None}
        return (None if parse_filter(data).is_empty else data), ""

    @app.callback(
        Output(stores.FILTER, "data", allow_duplicate=True),
        Input("filter-lift", "n_clicks"),
        prevent_initial_call=True,
    )
    def lift_filter(clicks: object) -> Any:
        return None if clicks else no_update

    @app.callback(
        Output("filter-says", "children"),
        Output("filter-told", "hidden"),
        Input(stores.FILTER, "data"),
        Input(stores.SETTLED_VERSION, "data"),
        State(stores.PLACE, "data"),
    )
    def show_filter(data: object, _: object, place: object) -> Any:
        says = describe_filter(here, parse_filter(data), tags_do(place))
        return says, not says

    @app.callback(
        Output("filter-people", "data"),
        Output("filter-tags", "data"),
        *(Output(name, "value") for name in _FIELD_IDS),
        Input(stores.FILTER, "data"),
        Input(stores.SETTLED_VERSION, "data"),
    )
    def offer_choices(data: object, _: object) -> Any:
        chosen = parse_filter(data)
        people, tags = _list_choices(here.history)
        offered = [[{"value": key, "label": label} for key, label in some] for some in (people, tags)]
        if ctx.triggered_id == stores.SETTLED_VERSION:
            return *offered, *(no_update for _ in _FIELD_IDS)
        first, last = _year_ends(chosen)
        return (
            *offered,
            [key for key, _ in people if key in chosen.people],
            [kind for kind in KINDS if kind in chosen.kinds],
            [key for key, _ in tags if key in chosen.tags],
            first or "",
            last or "",
        )


def parse_filter(data: object) -> Filter:
    """The filter that the store holds; one that leaves nothing out where it holds none."""
    if not isinstance(data, dict):
        return Filter()
    years = data.get("years")
    first, last = (
        (_parse_year(one) for one in years) if isinstance(years, list) and len(years) == 2 else (None, None)
    )
    return Filter(
        people=_parse_keys(data.get("people")),
        kinds=_parse_keys(data.get("kinds")),
        tags=_parse_keys(data.get("tags")),
        years=None if first is None and last is None else (first or FIRST_YEAR, last or LAST_YEAR),
    )


def drop_tag_filter(chosen: Filter) -> Filter:
    """The same part of the history with all its tags."""
    return replace(chosen, tags=frozenset())


def describe_filter(here: Session, chosen: Filter, tags_do: TagFilterEffect = "narrow") -> str:
    """What a page says of the filter; "" where it leaves nothing out there.

    Args:
        here: the history open.
        chosen: the filter.
        tags_do: what its tags do on this page.
    """
    if tags_do == "narrow":
        return "" if chosen.is_empty else _describe_narrowing(here, chosen)
    counted = describe_filter(here, drop_tag_filter(chosen))
    if tags_do == "nothing" or not chosen.tags:
        return counted
    return say.describe_listed_tags(
        [label for key, label in _list_choices(here.history)[1] if key in chosen.tags], counted
    )


def _parse_keys(some: object) -> frozenset[str]:
    return frozenset(one for one in some if isinstance(one, str)) if isinstance(some, list) else frozenset()


def _parse_year(year: object) -> int | None:
    """A year as typed; None for none."""
    if isinstance(year, bool) or not isinstance(year, int | float) or not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    return int(year)


def _year_ends(chosen: Filter) -> tuple[int | None, int | None]:
    if chosen.years is None:
        return None, None
    first, last = chosen.years
    return (None if first == FIRST_YEAR else first), (None if last == LAST_YEAR else last)


def _describe_narrowing(here: Session, chosen: Filter) -> str:
    whole, part = here.history, here.get_study(chosen).history
    people, tags = (dict(some) for some in _list_choices(whole))
    return say.describe_filter(
        (
            [name for id_, name in people.items() if id_ in chosen.people],
            [kind_label(kind) for kind in KINDS if kind in chosen.kinds],
            [label for key, label in tags.items() if key in chosen.tags],
        ),
        say.format_years(*_year_ends(chosen)) if chosen.years else "",
        (len(part.relationships), len(whole.relationships)),
        (len(part.episodes), len(whole.episodes)),
    )


def _list_choices(history: History) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """People and tags to choose from, as (key, label): the tags that were entered."""
    entered = {tag for moment in history.episodes for tag in moment.tags}
    entered |= {wide.tag for bond in history.relationships for wide in bond.tags}
    people = [(bond.id, bond.name) for bond in history.relationships]
    return people, [(key, tag_label(tag)) for key, tag in history.vocabulary.items() if key in entered]


def _draw_multi_select(label: str, id_: str, offered: list[tuple[str, str]]) -> Component:
    return dmc.MultiSelect(
        id=id_, label=label, data=[{"value": key, "label": words} for key, words in offered], value=[],
        searchable=True, clearable=False, hidePickedOptions=True, comboboxProps={"withinPortal": False},
    )  # fmt: skip


def _draw_year_field(label: str, id_: str) -> Component:
    return dmc.NumberInput(
        id=id_, label=label, value="", min=FIRST_YEAR, max=LAST_YEAR, allowDecimal=False, hideControls=True,
        clampBehavior="none", thousandSeparator="", w=130,
    )  # fmt: skip
