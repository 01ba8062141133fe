"""Two parts of a history to hold beside each other: kinds of bond, times of life, people."""

from math import ceil, isnan
from typing import Any, NamedTuple

import dash_mantine_components as dmc
from dash import html
from dash.development.base_component import Component

from models.entries import KINDS
from timeline.messages import asking as say
from timeline.messages import filter_bar as names
from timeline.picture.lifeline import Panel
from timeline.study.filters import Filter, narrowed
from timeline.study.study import Study
from timeline.ui.here import ALL, Here


class Part(NamedTuple):
    """A part that can be picked.

    Attributes:
        key: of the option: "kind:…", "time:…" or "person:…".
        label: what it is called.
        chosen: which entries it holds.
    """

    key: str
    label: str
    chosen: Filter


def parts(study: Study) -> dict[str, Part]:
    """What there is to compare in this history, by key."""
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
    return {part.key: part for part in found}


def pickers(study: Study, one: str, other: str) -> Component:
    """Two fields to pick the parts with; the first two that are no people are picked at first.

    Args:
        study: a history, read.
        one: the id of the first field.
        other: the id of the second.
    """
    offered = parts(study)
    groups = ((names.KINDS, "kind:"), (say.TIMES, "time:"), (names.PEOPLE, "person:"))
    grouped = [
        {"group": group, "items": [_option(part) for key, part in offered.items() if key.startswith(start)]}
        for group, start in groups
    ]
    first = [key for key in offered if not key.startswith("person:")]
    return html.Div(
        [
            _pick(say.LEFT, one, grouped, first[0] if first else None),
            _pick(say.RIGHT, other, grouped, first[1] if len(first) > 1 else None),
        ],
        className="row two",
    )


def picked(here: Here, one: object, other: object, within: Filter = ALL) -> tuple[Panel, Panel] | None:
    """The two parts that are picked, each read as a history of its own; None where they are no two.

    Args:
        here: the history open.
        one: what the first field holds.
        other: what the second holds.
        within: what is looked at; both are parts of that.
    """
    whole, shown = here.study(), here.study(within)
    offered = parts(whole)
    first, second = offered.get(str(one)), offered.get(str(other))
    if first is None or second is None or first == second:
        return None
    return _panel(first, whole, shown), _panel(second, whole, shown)


def _panel(part: Part, whole: Study, shown: Study) -> Panel:
    """A part as a history of its own, drawn over its years if it has some."""
    first_last, axis = part.chosen.years, whole.tables
    years = (max(axis.begin, first_last[0]), min(axis.end, first_last[1] + 1)) if first_last else None
    inside = narrowed(shown.history, part.chosen, shown.today)
    return Panel(part.label, Study(inside, shown.today), years)


def _times(study: Study) -> list[tuple[str, tuple[int, int]]]:
    """Times of this life, each with its first and last year."""
    tables = study.tables
    # The axis ends where the last day does: at midnight into the next year, if that day is its year's last.
    begin, end = int(tables.begin), ceil(tables.end) - 1
    middle = (begin + end) // 2
    times = [(say.FIRST_HALF, (begin, middle)), (say.SECOND_HALF, (middle + 1, end))]
    if not isnan(tables.birth):
        born = int(tables.birth)
        ages = [
            (say.UNTIL_12, (begin, born + 12)),
            (say.UNTIL_19, (born + 13, born + 19)),
            (say.SINCE_20, (born + 20, end)),
        ]
        times = ages + times
    return [(label, years) for label, years in times if years[0] <= min(years[1], end)]


def _option(part: Part) -> dict[str, str]:
    return {"value": part.key, "label": part.label}


def _pick(label: str, id_: str, offered: list[Any], value: str | None) -> Component:
    return dmc.Select(
        id=id_, label=label, data=offered, value=value, searchable=True, allowDeselect=False,
        comboboxProps={"withinPortal": False},
    )  # fmt: skip
