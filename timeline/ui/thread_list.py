"""The tags that were entered, as threads to follow: pain and care side by side, counts first."""

from dash import html
from dash.development.base_component import Component

from timeline.messages import picture as say
from timeline.study.evidence import TagCount, count_tags
from timeline.study.study import Study

_SIDE_CLASSES = {"painful": "hurt", "caring": "care", "neither": "neither"}


def draw_thread_list(study: Study, chosen: tuple[str, ...]) -> list[Component]:
    """A button for every tag that was entered, by side.

    Args:
        study: a history, read.
        chosen: the keys followed now.
    """
    found = count_tags(study)
    if not found:
        return [html.P(say.NO_TAGS_YET, className="note")]
    return [
        html.Div(
            [html.H3(say.SIDES[side], className=_SIDE_CLASSES[side]), html.Div(buttons, className="threads")]
        )
        for side in say.SIDES
        if (buttons := [_draw_thread_button(one, one.tag in chosen) for one in found if one.side == side])
    ]


def _draw_thread_button(one: TagCount, chosen: bool) -> Component:
    return html.Button(
        [
            html.Span(className=f"dot {_SIDE_CLASSES[one.side]}", **{"aria-hidden": "true"}),
            html.Span([html.Strong(one.label), html.Small(_describe_counts(one))]),
        ],
        id={"kind": "thread", "tag": one.tag},
        n_clicks=0, type="button", className="thread", **{"aria-pressed": str(chosen).lower()},
    )  # fmt: skip


def _describe_counts(one: TagCount) -> str:
    return say.describe_tag_counts(one.moments, one.relationships, one.tagged_relationships)
