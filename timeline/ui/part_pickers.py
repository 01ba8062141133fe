"""Two parts of a history to hold beside each other: kinds of bond, times of life, people."""

from math import ceil, isnan
from typing import NamedTuple

from dash import html
from dash.development.base_component import Component

from models.entries import KINDS
from timeline.messages import ask_and_compare as say
from timeline.messages import filter_bar as names
from timeline.messages.kinds import kind_label
from timeline.picture.lifeline import Panel
from timeline.study.filters import Filter, apply_filter
from timeline.study.study import Study
from timeline.ui.forms.controls import select
from timeline.ui.session import WHOLE_HISTORY, Session


class ComparablePart(NamedTuple):
    """A part that can be picked.

    Attributes:
        key: of the option: "kind:…", "time:…" or "person:…".
        label: what it is called.
        part_filter: which entries it holds.
    """

    key: str
    label: str
    part_filter: Filter


def list_comparable_parts(study: Study) -> dict[str, ComparablePart]:
    """What there is to compare in this history, by key."""
    kinds = {bond.kind for bond in study.history.relationships}
    found = [
        ComparablePart(f"kind:{kind}", kind_label(kind), Filter(kinds=frozenset({kind})))
        for kind in KINDS
        if kind in kinds
    ]
    found += [
        ComparablePart(f"time:{n}", label, Filter(years=years))
        for n, (label, years) in enumerate(_list_life_times(study))
    ]
    found += [
        ComparablePart(f"person:{bond.id}", bond.name, Filter(people=frozenset({bond.id})))
        for bond in study.history.relationships
    ]
    return {part.key: part for part in found}


def draw_part_pickers(study: Study, one: str, other: str) -> Component:
    """Two fields to pick the parts with; the first two that are no people are picked at first.

    Args:
        study: a history, read.
        one: the id of the first field.
        other: the id of the second.
    """
    offered = list_comparable_parts(study)
    groups = ((names.KINDS, "kind:"), (say.TIMES, "time:"), (names.PEOPLE, "person:"))
    grouped = [
        {
            "group": group,
            "items": [
                {"value": part.key, "label": part.label}
                for key, part in offered.items()
                if key.startswith(start)
            ],
        }
        for group, start in groups
    ]
    first = [key for key in offered if not key.startswith("person:")]
    return html.Div(
        [
            select(say.LEFT_PART, one, grouped, first[0] if first else None, allowDeselect=False),
            select(say.RIGHT_PART, other, grouped, first[1] if len(first) > 1 else None, allowDeselect=False),
        ],
        className="row two",
    )


def build_picked_panels(
    here: Session, one: object, other: object, within: Filter = WHOLE_HISTORY
) -> tuple[Panel, Panel] | None:
    """The two parts that are picked, each read as a history of its own; None where they are no two.

    Args:
        here: the history open.
        one: what the first field holds.
        other: what the second holds.
        within: what is looked at; both are parts of that.
    """
    whole, shown = here.get_study(), here.get_study(within)
    offered = list_comparable_parts(whole)
    first, second = offered.get(str(one)), offered.get(str(other))
    if first is None or second is None or first == second:
        return None
    return _build_panel(first, whole, shown), _build_panel(second, whole, shown)


def _build_panel(part: ComparablePart, whole: Study, shown: Study) -> Panel:
    """A part as a history of its own, drawn over its years if it has some."""
    first_last, axis = part.part_filter.years, whole
    years = (max(axis.begin, first_last[0]), min(axis.end, first_last[1] + 1)) if first_last else None
    inside = apply_filter(shown.history, part.part_filter, shown.today)
    return Panel(part.label, Study(inside, shown.today), years)


def _list_life_times(study: Study) -> list[tuple[str, tuple[int, int]]]:
    """Times of this life, each with its first and last year."""
    # The axis ends where the last day does: at midnight into the next year, if that day is its year's last.
    begin, end = int(study.begin), ceil(study.end) - 1
    middle = (begin + end) // 2
    times = [(say.FIRST_HALF, (begin, middle)), (say.SECOND_HALF, (middle + 1, end))]
    if not isnan(study.birth):
        born = int(study.birth)
        ages = [
            (say.UNTIL_12, (begin, born + 12)),
            (say.UNTIL_19, (born + 13, born + 19)),
            (say.SINCE_20, (born + 20, end)),
        ]
        times = ages + times
    return [(label, years) for label, years in times if years[0] <= min(years[1], end)]
