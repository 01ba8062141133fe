"""Two groups or two times of a life side by side: in how many relationships of each a tag was set."""

from math import isnan
from typing import Any, NamedTuple

import dash_mantine_components as dmc
from dash import Dash, Input, Output, html
from dash.development.base_component import Component

from models.entries import KINDS
from timeline.compare import Beside, Filter, beside
from timeline.pages.patterns.cards import SIDES
from timeline.parts import stores
from timeline.parts.controls import card
from timeline.parts.here import Here
from timeline.study import Study
from timeline.words import asking as say
from timeline.words import filter_bar as names
from timeline.words import patterns

FOCUS = "compare"
MOST = 24


class Part(NamedTuple):
    """A part that can be picked.

    Attributes:
        key: of the option.
        label: what it is called.
        chosen: which entries it holds.
    """

    key: str
    label: str
    chosen: Filter


def parts(study: Study) -> list[Part]:
    """What there is to compare in this history: kinds of bond, times of life, people."""
    kinds = {bond.kind for bond in study.history.relationships}
    found = [
        Part(f"kind:{kind}", names.KIND_NAMES[kind], Filter(kinds=frozenset({kind})))
        for kind in KINDS
        if kind in kinds
    ]
    found += [Part(f"time:{n}", label, Filter(years=years)) for n, (label, years) in enumerate(_times(study))]
    found += [
        Part(f"person:{bond.id}", bond.name, Filter(people=frozenset({bond.id})))
        for bond in study.history.relationships
    ]
    return found


def _times(study: Study) -> list[tuple[str, tuple[int, int]]]:
    tables = study.tables
    begin, end = int(tables.begin), int(tables.end)
    middle = (begin + end) // 2
    halves = [(say.FIRST_HALF, (begin, middle)), (say.SECOND_HALF, (middle + 1, end))]
    if isnan(tables.birth):
        return halves
    born = int(tables.birth)
    ages = [
        (say.UNTIL_12, (begin, born + 12)),
        (say.UNTIL_19, (born + 13, born + 19)),
        (say.SINCE_20, (born + 20, end)),
    ]
    return [(label, years) for label, years in ages if years[0] <= min(years[1], end)] + halves


def form(study: Study) -> list[Component]:
    """What to compare, and the place for it."""
    offered = parts(study)
    grouped = [
        {
            "group": group,
            "items": [{"value": one.key, "label": one.label} for one in offered if one.key.startswith(key)],
        }
        for group, key in ((names.KINDS, "kind:"), (say.TIMES, "time:"), (names.PEOPLE, "person:"))
    ]
    first = [one.key for one in offered if not one.key.startswith("person:")][:2]
    picked = first if len(first) == 2 else [None, None]
    return [
        card(
            html.Div(
                [
                    _pick(say.LEFT, "compare-one", grouped, picked[0]),
                    _pick(say.RIGHT, "compare-other", grouped, picked[1]),
                ],
                className="row two",
            ),
            html.Div(id="compared", **{"aria-live": "polite"}),
            title=say.COMPARE,
            note=say.COMPARE_NOTE,
        )
    ]


def add_to(app: Dash, here: Here) -> None:
    """Compare what is picked."""

    @app.callback(
        Output("compared", "children"),
        Input("compare-one", "value"),
        Input("compare-other", "value"),
        Input(stores.SEEN, "data"),
    )
    def compare(one: object, other: object, _: object) -> Any:
        return compared(here, one, other)


def compared(here: Here, one: object, other: object) -> list[Component]:
    """The two, tag by tag."""
    offered = {part.key: part for part in parts(here.study())}
    if one == other or one not in offered or other not in offered:
        return [html.P(say.SAME, className="note")]
    pair = [offered[str(key)] for key in (one, other)]
    first, second = (here.study(part.chosen).history for part in pair)
    found = beside(first, second, here.today())
    if not found:
        return [html.P(say.NO_TAG, className="note")]
    vocabulary = here.history.vocabulary
    order = {"painful": 0, "caring": 1, "neither": 2}
    ranked = sorted(found, key=lambda row: (order[vocabulary[row.tag].side], -sum(row.k)))[:MOST]
    head = [
        html.Tr(
            [html.Th(say.TAG_HEAD, scope="col")]
            + [
                html.Th(say.heading(part.label, n), scope="col")
                for part, n in zip(pair, found[0].of, strict=True)
            ]
        )
    ]
    body = [_row(vocabulary[row.tag].label, SIDES[vocabulary[row.tag].side], row) for row in ranked]
    table = html.Table([html.Thead(head), html.Tbody(body)], className="two-parts")
    return [table, html.P(say.BARS, className="note")]


def _row(label: str, side: str, row: Beside) -> Component:
    cells = [_cell(side, k, n, ends) for k, n, ends in zip(row.k, row.of, row.interval, strict=True)]
    return html.Tr([html.Th(patterns.tag(label, row.given), scope="row"), *cells])


def _cell(side: str, k: int, n: int, ends: tuple[float, float]) -> Component:
    colour = {"hurt": "var(--hurt)", "care": "var(--care)"}.get(side, "var(--ink)")
    share = 100 * k / n if n else 0
    low, high = 100 * ends[0], 100 * ends[1]
    pale = f"color-mix(in srgb, {colour} 22%, transparent)"
    share_bar = f"linear-gradient(90deg, {colour} {share:.1f}%, transparent {share:.1f}%)"
    ends_bar = (
        f"linear-gradient(90deg, transparent {low:.1f}%, "
        f"{pale} {low:.1f}% {high:.1f}%, transparent {high:.1f}%)"
    )
    rule = "linear-gradient(var(--grid), var(--grid))"
    bars = ", ".join(
        f"{one} 0 50%/100% {height} no-repeat"
        for one, height in ((share_bar, "9px"), (ends_bar, "17px"), (rule, "1px"))
    )
    bar = html.Span(className="bar", style={"background": bars}, **{"aria-hidden": "true"}) if n else None
    return html.Td([bar, html.Span(say.of(k, n), className="n")])


def _pick(label: str, id_: str, offered: list[Any], value: str | None) -> Component:
    return dmc.Select(
        id=id_, label=label, data=offered, value=value, searchable=True, allowDeselect=False,
        comboboxProps={"withinPortal": False},
    )  # fmt: skip
