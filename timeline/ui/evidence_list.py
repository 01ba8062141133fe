"""What a thread rests on, as a list below the picture: numbered as its beads are, with who answered it."""

from dash import html
from dash.development.base_component import Component

from timeline.messages import picture as say
from timeline.study.evidence import Evidence, With, Without, evidence
from timeline.study.study import Study
from timeline.tables import floats, words
from timeline.ui.controls import fold

MOST = 24
"""People listed at once; the rest are counted, and stand in the table."""


def evidence_list(study: Study, tags: tuple[str, ...], *, whole: bool = True) -> list[Component]:
    """The list for the thread of `tags`: where it happened, where it did not, who answered it.

    Args:
        study: a history, read.
        tags: at least one key its vocabulary knows.
        whole: whether `study` is of everything entered, and not of a part that a filter left.
    """
    found = evidence(study, tags)
    label = ", ".join(study.tables.vocabulary[tag].label for tag in found.tags)
    side = "care" if found.side == "caring" else "hurt"
    happened = [_with(study, one, n, side) for n, one in enumerate(found.happened[:MOST], 1)]
    parts: list[Component] = [html.H2(say.in_order(label)), html.Ol(happened, className="evidence")]
    if len(found.happened) > MOST:
        parts.append(html.P(say.and_more(len(found.happened) - MOST), className="note"))
    if found.given_only:
        parts.append(html.P(say.given_apart(len(found.given_only)), className="note"))
    return [
        html.Div(parts),
        html.Div([_not_there(study, found), *_answers(study, found, whole)], className="beside"),
    ]


def _with(study: Study, one: With, number: int, side: str) -> Component:
    name = _name(study, one.relationship)
    first, *others = [_moment(study, row) for row in one.moments] or [None]
    told: list[Component] = [
        html.P([html.Strong(name), " ", html.Span(_counts(study, one), className="note")], className="who")
    ]
    told.append(first if first else html.P(say.whole_relationship(name), className="note"))
    if others:
        told.append(fold(say.more_with(len(others), name), *others))
    return html.Li(
        [html.Span(str(number), className=f"badge {side}", **{"aria-hidden": "true"}), html.Div(told)]
    )


def _moment(study: Study, row: int) -> Component:
    moments = study.tables.moments
    entry = html.Button(
        words(moments, "headline")[row],
        id={"kind": "entry", "of": "episode", "id": words(moments, "id")[row], "where": "evidence"},
        n_clicks=0, className="quoted", type="button",
    )  # fmt: skip
    return html.Blockquote([entry, html.Span(_when(study, row), className="note")])


def _when(study: Study, row: int) -> str:
    moments = study.tables.moments
    age = say.age(study.tables.age(float(floats(moments, "t")[row])))
    written = str(words(moments, "when")[row])
    return f"{written}, {age}" if age and not written.lower().startswith("age") else written


def _counts(study: Study, one: With) -> str:
    times = [t for t in floats(study.tables.moments, "t")[list(one.moments)] if t == t]
    ages = say.ages(study.tables.age(times[0]), study.tables.age(times[-1])) if times else ""
    return ", ".join(part for part in (say.moments(len(one.moments)) if one.moments else "", ages) if part)


def _not_there(study: Study, found: Evidence) -> Component:
    listed = [_without(study, one) for one in found.did_not[:MOST]]
    return html.Div([
        html.H3(say.NOT_THERE), html.P(say.NOT_THERE_NOTE, className="note"),
        html.Ul(listed, className="lines") if listed else html.P(say.IN_ALL),
    ])  # fmt: skip


def _without(study: Study, one: Without) -> Component:
    return html.Li(
        [
            html.Strong(_name(study, one.relationship)),
            " ",
            html.Span(say.instead(one.instead), className="note"),
        ]
    )


def _answers(study: Study, found: Evidence, whole: bool) -> list[Component]:
    if not found.invited:
        return []
    head: list[Component] = [html.H3(say.ANSWERED)]
    if not found.answered:
        says = say.invites(found.invited) if whole else say.none_shown(found.invited)
        return [html.Div([*head, html.P(says)])]
    listed = [
        html.Li(
            [
                html.Strong(_name(study, one.relationship)),
                " ",
                html.Span(_counts(study, one), className="note"),
            ]
        )
        for one in found.answered[:MOST]
    ]
    return [
        html.Div(
            [*head, html.P(say.gave(found.invited), className="note"), html.Ul(listed, className="lines")]
        )
    ]


def _name(study: Study, row: int) -> str:
    return str(words(study.tables.relationships, "name")[row])
