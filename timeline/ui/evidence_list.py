"""What a thread rests on, as a list below the picture: numbered as its beads are, with who answered it."""

from dash import html
from dash.development.base_component import Component

from timeline.messages import picture as say
from timeline.messages.ages import date_with_age, label_ages
from timeline.messages.grammar import count_with_noun
from timeline.messages.tags import tag_label
from timeline.study.ages import read_moment_age
from timeline.study.answers import OppositeGiver
from timeline.study.evidence import Evidence, RelationshipWithoutTag, gather_evidence
from timeline.study.study import Study
from timeline.study.tagged_relationships import RelationshipWithTag
from timeline.ui.controls import fold

MAX_PEOPLE = 24
"""People listed at once; the rest are counted, and stand in the table."""


def draw_evidence_list(study: Study, tags: tuple[str, ...], *, whole: bool = True) -> list[Component]:
    """The list for the thread of `tags`: where it happened, where it did not, who answered it.

    Args:
        study: a history, read.
        tags: at least one key its vocabulary knows.
        whole: whether `study` is of everything entered, and not of a part that a filter left.
    """
    found = gather_evidence(study, tags)
    label = ", ".join(tag_label(study.vocabulary[tag]) for tag in found.tags)
    side = "care" if found.side == "caring" else "hurt"
    happened = [
        _draw_person_with(study, one, n, side)
        for n, one in enumerate(found.relationships_with[:MAX_PEOPLE], 1)
    ]
    parts: list[Component] = [html.H2(say.evidence_heading(label)), html.Ol(happened, className="evidence")]
    if len(found.relationships_with) > MAX_PEOPLE:
        parts.append(
            html.P(say.more_people_note(len(found.relationships_with) - MAX_PEOPLE), className="note")
        )
    if found.given_moments:
        parts.append(html.P(say.given_moments_note(len(found.given_moments)), className="note"))
    return [
        html.Div(parts),
        html.Div(
            [_draw_people_without(study, found), *_draw_answers(study, found, whole)], className="beside"
        ),
    ]


def _draw_person_with(study: Study, one: RelationshipWithTag, number: int, side: str) -> Component:
    name = _relationship_name(study, one.relationship)
    first, *others = [_draw_moment(study, row) for row in one.moments] or [None]
    told: list[Component] = [
        html.P(
            [html.Strong(name), " ", html.Span(_describe_counts(study, one), className="note")],
            className="who",
        )
    ]
    told.append(first if first else html.P(say.whole_relationship(name), className="note"))
    if others:
        told.append(fold(say.more_moments_fold(len(others), name), *others))
    return html.Li(
        [html.Span(str(number), className=f"badge {side}", **{"aria-hidden": "true"}), html.Div(told)]
    )


def _draw_moment(study: Study, row: int) -> Component:
    moments = study.moments
    entry = html.Button(
        moments.headline[row],
        id={"kind": "entry", "of": "episode", "id": moments.id[row], "where": "evidence"},
        n_clicks=0, className="quoted", type="button",
    )  # fmt: skip
    return html.Blockquote([entry, html.Span(_describe_date(study, row), className="note")])


def _describe_date(study: Study, row: int) -> str:
    return date_with_age(str(study.moments.when[row]), read_moment_age(study, row))


def _describe_counts(study: Study, one: RelationshipWithTag | OppositeGiver) -> str:
    ages = label_ages(read_moment_age(study, row) for row in one.moments)
    return ", ".join(
        part for part in (count_with_noun(len(one.moments), "moment") if one.moments else "", ages) if part
    )


def _draw_people_without(study: Study, found: Evidence) -> Component:
    listed = [
        _draw_person_without(study, one, found.side) for one in found.relationships_without[:MAX_PEOPLE]
    ]
    return html.Div([
        html.H3(say.NOT_THERE), html.P(say.NOT_THERE_NOTE, className="note"),
        html.Ul(listed, className="lines") if listed else html.P(say.IN_ALL),
    ])  # fmt: skip


def _draw_person_without(study: Study, one: RelationshipWithoutTag, side: str) -> Component:
    return html.Li(
        [
            html.Strong(_relationship_name(study, one.relationship)),
            " ",
            html.Span(say.tagged_instead_note(one.instead_labels, side), className="note"),
        ]
    )


def _draw_answers(study: Study, found: Evidence, whole: bool) -> list[Component]:
    if not found.answering_labels:
        return []
    head: list[Component] = [html.H3(say.WHO_ANSWERED)]
    if not found.opposite_givers:
        says = (
            say.no_answer_note(found.answering_labels)
            if whole
            else say.no_answer_shown_note(found.answering_labels)
        )
        return [html.Div([*head, html.P(says)])]
    listed = [
        html.Li(
            [
                html.Strong(say.name_giver(_relationship_name(study, one.relationship), one.has_died)),
                " ",
                html.Span(_describe_counts(study, one), className="note"),
            ]
        )
        for one in found.opposite_givers[:MAX_PEOPLE]
    ]
    return [
        html.Div(
            [
                *head,
                html.P(say.answer_tags_note(found.answering_labels), className="note"),
                html.Ul(listed, className="lines"),
            ]
        )
    ]


def _relationship_name(study: Study, row: int) -> str:
    return str(study.relationships.name[row])
