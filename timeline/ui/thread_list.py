"""The tags that were entered, as threads to follow: pain and care side by side, counts first."""

from dash import html
from dash.development.base_component import Component

from timeline.messages import picture as say
from timeline.study.evidence import Counted, counted
from timeline.study.study import Study

_SIDES = {"painful": "hurt", "caring": "care", "neither": "neither"}


def thread_list(study: Study, chosen: tuple[str, ...]) -> list[Component]:
    """A button for every tag that was entered, by side.

    Args:
        study: a history, read.
        chosen: the keys followed now.
    """
    found = counted(study)
    if not found:
        return [html.P(say.NO_TAGS_YET, className="note")]
    return [
        html.Div([html.H3(say.SIDES[side], className=_SIDES[side]), html.Div(buttons, className="threads")])
        for side in say.SIDES
        if (buttons := [_thread(one, one.tag in chosen) for one in found if one.side == side])
    ]


def _thread(one: Counted, chosen: bool) -> Component:
    return html.Button(
        [
            html.Span(className=f"dot {_SIDES[one.side]}", **{"aria-hidden": "true"}),
            html.Span([html.Strong(one.label), html.Small(_says(one))]),
        ],
        id={"kind": "thread", "tag": one.tag},
        n_clicks=0, type="button", className="thread", **{"aria-pressed": str(chosen).lower()},
    )  # fmt: skip


def _says(one: Counted) -> str:
    counts = say.of_relationships(one.relationships, one.of)
    return f"{counts}, {say.moments(one.moments)}" if one.moments else counts
