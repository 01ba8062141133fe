"""The filter: people, kinds, tags and years; one for the picture, the patterns and the views.

study = here.study(filter_bar.told(data_of_the_filter_store))

Patterns are counted over all tags: without the others, one would be in all relationships, and nobody would
have answered it. There the tags of the filter choose what is listed:
study = here.study(filter_bar.every_tag(filter_bar.told(data_of_the_filter_store)))
"""

from collections.abc import Callable
from dataclasses import replace
from typing import Literal

from dash import Dash, Input, Output, State, ctx, html
from dash.development.base_component import Component

from models.entries import KINDS
from models.history import History
from timeline.messages import filter_bar as say
from timeline.messages.kinds import kind_label, kind_labels
from timeline.messages.tags import tag_label
from timeline.study.filters import Filter
from timeline.ui import stores
from timeline.ui.callbacks import Update, add_callback
from timeline.ui.controls import button, fold
from timeline.ui.forms.controls import boxes, list_options, multi_select, number
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
        multi_select(say.PEOPLE, "filter-people", people),
        multi_select(say.TAGS if tags_do == "narrow" else say.ABOUT_TAGS, "filter-tags", tags),
        boxes(say.KINDS, "filter-kinds", list(kind_labels().items())),
        html.Div(
            [_draw_year(say.YEAR_FROM, "filter-from"), _draw_year(say.YEAR_TO, "filter-to")],
            className="row years",
        ),
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
    fields = {name: Output(name, "value") for name in _FIELD_IDS}
    lifted = {"filter": Output(stores.FILTER, "data", allow_duplicate=True)}
    applied = {"filter": Output(stores.FILTER, "data"), "wrong": Output("filter-trouble", "children")}
    told = {"says": Output("filter-says", "children"), "hidden": Output("filter-told", "hidden")}
    offers = {"people": Output("filter-people", "data"), "tags": Output("filter-tags", "data")}
    seen = Input(stores.FILTER, "data"), Input(stores.SETTLED_VERSION, "data")

    @add_callback(
        app, applied, Input("filter-apply", "n_clicks"), *(State(name, "value") for name in _FIELD_IDS)
    )
    def set_filter(apply: object, *fields: object) -> Update:
        # A page that is shown again brings its buttons anew: only a click counts.
        if not apply:
            return {}
        people, kinds, tags, first, last = fields
        years = [_parse_year(first), _parse_year(last)]
        if years[0] is not None and years[1] is not None and years[0] > years[1]:
            return {"wrong": say.NOT_A_TIME}
        data = {"people": people, "kinds": kinds, "tags": tags, "years": years if any(years) else None}
        return {"filter": None if parse_filter(data).is_empty else data, "wrong": ""}

    @add_callback(app, lifted, Input("filter-lift", "n_clicks"))
    def lift_filter(clicks: object) -> Update:
        return {"filter": None} if clicks else {}

    @add_callback(app, told, *seen, State(stores.PLACE, "data"), at_start=True)
    def show_filter(data: object, _: object, place: object) -> Update:
        says = describe_filter(here, parse_filter(data), tags_do(place))
        return {"says": says, "hidden": not says}

    @add_callback(app, offers | fields, *seen, at_start=True)
    def offer_choices(data: object, _: object) -> Update:
        chosen = parse_filter(data)
        people, tags = _list_choices(here.history)
        offered = {"people": list_options(people), "tags": list_options(tags)}
        if ctx.triggered_id == stores.SETTLED_VERSION:
            return offered
        first, last = _year_ends(chosen)
        return offered | {
            "filter-people": [key for key, _ in people if key in chosen.people],
            "filter-kinds": [kind for kind in KINDS if kind in chosen.kinds],
            "filter-tags": [key for key, _ in tags if key in chosen.tags],
            "filter-from": first or "",
            "filter-to": last or "",
        }


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


def _draw_year(label: str, id_: str) -> Component:
    return number(
        label, id_, min=FIRST_YEAR, max=LAST_YEAR, hideControls=True, clampBehavior="none",
        thousandSeparator="", w=130,
    )  # fmt: skip
