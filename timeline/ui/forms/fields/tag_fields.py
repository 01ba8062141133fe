"""The tags, both sides in the same room, each with what it means at hand."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

import dash_mantine_components as dmc
from dash import html
from dash.development.base_component import Component

from models.tags import GROUPS, Side, Tag, Vocabulary
from timeline.messages import entry_forms as say
from timeline.messages.tags import group_title, tag_definition, tag_label
from timeline.ui.forms.fields.choice_fields import rating_field
from timeline.ui.forms.fields.field_values import field_id, frame_group


def tag_picker(
    name: str,
    vocabulary: Vocabulary,
    hidden: Iterable[str],
    value: Sequence[str] = (),
    *,
    label: str = "",
    sides: Sequence[Side] = ("painful", "caring"),
) -> Component:
    """Any tags that fit, in their groups.

    Args:
        name: of the field; its value is a list of keys.
        vocabulary: every tag there is.
        hidden: keys the person does not want offered; one that is ticked is shown all the same.
        value: the keys ticked at first.
        label: what is asked; "" for the question of a moment.
        sides: which sides to offer; tags of neither side are offered below, with both.
    """
    labels: tuple[tuple[Side, str], ...] = (("painful", say.PAINFUL_SIDE), ("caring", say.CARING_SIDE))
    kept = set(hidden) - set(value)
    offered = [tag for tag in vocabulary.values() if tag.key not in kept]
    columns = [
        _column(side, title, [tag for tag in offered if tag.side == side])
        for side, title in labels
        if side in sides
    ]
    neither = [_chip(tag) for tag in offered if tag.side == "neither"] if len(sides) > 1 else []
    below = [html.Div([html.Span(say.NEITHER_SIDE, className="group-name"), *neither], className="group")]
    return frame_group(
        name, label or say.TAGS, say.TAGS_HINT,
        dmc.ChipGroup(
            html.Div([html.Div(columns, className="tag-sides"), *(below if neither else [])]),
            id=field_id(name, "tags"), value=list(value), multiple=True,
        ),
        html.P(className="meaning", **{"aria-hidden": "true"}),
        kind="tags",
    )  # fmt: skip


def intensity_fields(keys: Iterable[str], vocabulary: Vocabulary, told: Mapping[str, str]) -> list[Component]:
    """How strong each ticked tag was, asked one by one.

    Args:
        keys: the ticked tags.
        vocabulary: every tag there is.
        told: what was answered already: a number as text, by key.
    """
    known = [vocabulary[key] for key in keys if key in vocabulary]
    return [
        rating_field(f"tags.{tag.key}", f"{tag_label(tag)}: {say.HOW_STRONG.lower()}", say.INTENSITIES,
               int(told[tag.key]) if told.get(tag.key, "").isdecimal() else None)
        for tag in known
    ]  # fmt: skip


def _column(side: Side, title: str, tags: list[Tag]) -> Component:
    by_group = sorted(tags, key=lambda tag: [*GROUPS].index(tag.group))
    groups = [
        html.Div(
            [html.Span(group_title(group), className="group-name"), *(_chip(tag) for tag in some)],
            className="group",
        )
        for group, some in groupby(by_group, key=lambda tag: tag.group)
    ]
    return html.Div([html.P(title, className=f"side-name {side}"), *groups], className=f"tag-side {side}")


def _chip(tag: Tag) -> Component:
    """A tag to tick. Whoever hears the page hears its meaning as part of its name; others see it below."""
    means = html.Span(f": {tag_definition(tag)}" if tag_definition(tag) else "", className="vh")
    kinds = [tag.side, *(["headline-only-tag"] if tag.headline_only else []), *(["mine"] if tag.mine else [])]
    return dmc.Chip(
        [tag_label(tag), means], value=tag.key, variant="outline", size="sm", type="checkbox",
        className=" ".join(kinds),
    )  # fmt: skip
