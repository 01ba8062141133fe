"""The tags to choose from, both sides in the same room, each with what it means at hand."""

from collections.abc import Iterable, Sequence
from itertools import groupby

import dash_mantine_components as dmc
from dash import html
from dash.development.base_component import Component

from models.tags import GROUPS, Side, Tag, Vocabulary
from timeline.messages import entry_forms as say
from timeline.messages.tags import group_title, tag_definition, tag_label
from timeline.ui.forms.controls import ComponentId, chip


def draw_tag_picker(
    id_: ComponentId,
    vocabulary: Vocabulary,
    hidden: Iterable[str],
    value: Sequence[str],
    sides: Sequence[Side],
) -> Component:
    """The tags that are offered, in their groups.

    Args:
        id_: of the component; its value is a list of keys.
        vocabulary: every tag there is.
        hidden: keys the person does not want offered; one that is ticked is shown all the same.
        value: the keys ticked at first.
        sides: which sides to offer; tags of neither side are offered below, with both.
    """
    kept = set(hidden) - set(value)
    offered = [tag for tag in vocabulary.values() if tag.key not in kept]
    titles: dict[Side, str] = {"painful": say.PAINFUL_SIDE, "caring": say.CARING_SIDE}
    columns = [_column(side, titles[side], [tag for tag in offered if tag.side == side]) for side in sides]
    neither = [_chip(tag) for tag in offered if tag.side == "neither"] if len(sides) > 1 else []
    below = [html.Div([html.Span(say.NEITHER_SIDE, className="group-name"), *neither], className="group")]
    shown = html.Div([html.Div(columns, className="tag-sides"), *(below if neither else [])])
    return dmc.ChipGroup(shown, id=id_, value=list(value), multiple=True)


def _column(side: Side, title: str, tags: list[Tag]) -> Component:
    by_group = sorted(tags, key=lambda tag: [*GROUPS].index(tag.group))
    groups = [
        html.Div(
            [html.Span(group_title(group), className="group-name"), *map(_chip, some)], className="group"
        )
        for group, some in groupby(by_group, key=lambda tag: tag.group)
    ]
    return html.Div([html.P(title, className=f"side-name {side}"), *groups], className=f"tag-side {side}")


def _chip(tag: Tag) -> Component:
    """A tag to tick. Whoever hears the page hears its meaning as part of its name; others see it below."""
    means = html.Span(f": {tag_definition(tag)}" if tag_definition(tag) else "", className="vh")
    kinds = [tag.side, *(["headline-only-tag"] if tag.headline_only else []), *(["mine"] if tag.mine else [])]
    return chip(tag.key, [tag_label(tag), means], type="checkbox", className=" ".join(kinds))
