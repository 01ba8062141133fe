"""Two groups or two times of a life side by side: in how many relationships of each a tag was set."""

from typing import Any

from dash import Dash, Input, Output, html
from dash.development.base_component import Component

from timeline.messages import ask_and_compare as say
from timeline.messages import charts as chart_words
from timeline.messages import pattern_page as page
from timeline.messages.grammar import count_of_total
from timeline.messages.pattern_terms import format_tag
from timeline.messages.tags import tag_label
from timeline.study.filters import Filter, TagComparison, compare_tags
from timeline.study.study import Study
from timeline.ui import filter_bar, stores
from timeline.ui.controls import card
from timeline.ui.pages.patterns.cards import SIDE_CLASSES
from timeline.ui.part_pickers import build_picked_panels, draw_part_pickers
from timeline.ui.session import WHOLE_HISTORY, Session

FOCUS = "compare"
MAX_ROWS = {"painful": 11, "caring": 11, "neither": 2}
"""Rows, as many for care as for hurt: a page stays small. The table on the Views page has all of them."""


def draw_comparison_form(study: Study) -> list[Component]:
    """What to compare, and the place for it."""
    return [
        filter_bar.draw_filter_bar(study.history, "choose"),
        card(
            draw_part_pickers(study, "compare-one", "compare-other"),
            html.Div(id="compared", disable_n_clicks=True, **{"aria-live": "polite"}),
            title=say.COMPARE,
            note=say.COMPARE_NOTE,
        ),
    ]


def add_to(app: Dash, here: Session) -> None:
    """Compare what is picked."""

    @app.callback(
        Output("compared", "children"),
        Input("compare-one", "value"),
        Input("compare-other", "value"),
        Input(stores.FILTER, "data"),
        Input(stores.SEEN_VERSION, "data"),
    )
    def compare(one: object, other: object, part: object, _: object) -> Any:
        return draw_comparison(here, one, other, filter_bar.parse_filter(part))


def draw_comparison(
    here: Session, one: object, other: object, within: Filter = WHOLE_HISTORY
) -> list[Component]:
    """The two, tag by tag.

    Args:
        here: the history open.
        one: the key of the first part.
        other: the key of the second.
        within: what is looked at; both are parts of that, and its tags choose the rows.
    """
    panels = build_picked_panels(here, one, other, filter_bar.drop_tag_filter(within))
    if panels is None:
        return [html.P(chart_words.NOT_TWO, className="note")]
    first, second = (panel.study for panel in panels)
    found = [row for row in compare_tags(first, second) if not within.tags or row.tag in within.tags]
    if not found:
        return [html.P(f"{page.NONE_SHOWN}." if within.tags else say.NO_TAG, className="note")]
    vocabulary = here.history.vocabulary
    most_used = sorted(found, key=lambda row: -sum(row.holding_counts))
    sides = {side: [row for row in most_used if vocabulary[row.tag].side == side] for side in MAX_ROWS}
    left_out = {
        side: len(rows) - MAX_ROWS[side] for side, rows in sides.items() if len(rows) > MAX_ROWS[side]
    }
    head = [
        html.Tr(
            [html.Th(say.TAG_HEAD, scope="col")]
            + [
                html.Th(chart_words.part_head(panel.label, n), scope="col")
                for panel, n in zip(panels, found[0].tagged_counts, strict=True)
            ]
        )
    ]
    body = [
        _row(tag_label(vocabulary[row.tag]), SIDE_CLASSES[side], row)
        for side, rows in sides.items()
        for row in rows[: MAX_ROWS[side]]
    ]
    table = html.Table([html.Thead(head), html.Tbody(body)], className="two-parts")
    rest = [html.P(say.omitted_rows_note(left_out), className="note")] if left_out else []
    return [table, html.P(say.BARS, className="note"), *rest]


def _row(label: str, side: str, row: TagComparison) -> Component:
    cells = [
        _cell(side, k, n, ends)
        for k, n, ends in zip(row.holding_counts, row.tagged_counts, row.interval, strict=True)
    ]
    return html.Tr([html.Th(format_tag(label, row.is_given), scope="row"), *cells])


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
    return html.Td([bar, html.Span(count_of_total(k, n), className="n")])
