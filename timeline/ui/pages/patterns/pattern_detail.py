"""One pattern: the moments it rests on, where it did not happen, who answered it, and every number of it."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from models.findings import EntryReference, Finding
from timeline.messages import chance_sentences as chance
from timeline.messages import pattern_page as say
from timeline.messages import pattern_sentences as counts
from timeline.messages import picture as told
from timeline.messages.ages import date_with_age
from timeline.messages.grammar import count_with_noun, join_with_and
from timeline.messages.pattern_terms import describe_reference
from timeline.messages.tags import tag_label
from timeline.study.ages import read_moment_age
from timeline.study.evidence import gather_evidence
from timeline.study.study import Study
from timeline.study.tag_threads import group_finding_moments
from timeline.study.tagged_relationships import list_moment_tags
from timeline.ui.controls import card, fold, page_button
from timeline.ui.pages.patterns.cards import (
    clear_mark,
    dot,
    draw_chance_numbers,
    is_tested,
    relationship_strip,
)

MOST_PEOPLE = 10
MOST_LINES = 8
MOST_FOLDED = 8
"""Further moments shown, over all people; the picture and the table hold them all."""


def draw_pattern(study: Study, finding: Finding, *, whole: bool = True) -> list[Component]:
    """What is said of one pattern, without the person's own word.

    Args:
        study: a history, read.
        finding: one of its findings.
        whole: whether a filter leaves nothing out: then that nobody gave an answer can be said.
    """
    return [
        _head(study, finding, whole=whole),
        *_evidence(study, finding),
        _draw_absences(study, finding, whole=whole),
        _draw_numbers(study, finding),
    ]


def draw_missing_pattern() -> list[Component]:
    """What stands in its place once it is not counted any more."""
    return [card(html.P(say.PATTERN_GONE_SAYS), title=say.PATTERN_GONE)]


def _head(study: Study, finding: Finding, *, whole: bool) -> Component:
    sure: list[Component] = []
    if is_tested(finding):
        sure.append(draw_chance_numbers(finding))
        if finding.is_clear and whole:
            sure.append(html.P([clear_mark(), " ", html.Span(chance.CLEAR_NOTE, className="note")]))
        if finding.dates_hold is not None and finding.caveat is None:
            sure.append(html.P(say.describe_date_check(finding.dates_hold), className="note"))
    elif finding.finder != "recurrence":
        sure.append(html.P(say.capital(say.NOT_TESTED), className="note"))
    key = (
        (say.FIRST_MOMENT, (finding.first,) if finding.first else ()),
        (say.STRONGEST_MOMENT, finding.strongest),
        (say.LATEST_MOMENT, (finding.latest,) if finding.latest else ()),
    )
    moments = [row for label, some in key if (row := _key_moment(study, label, some))]
    return card(
        html.Div([dot(finding.side), html.H2(say.title(finding, study.history))], className="named"),
        html.P(say.sentence_without_title(finding, study.history), className="count"),
        relationship_strip(study, finding),
        *sure,
        html.Dl(moments, className="facts") if moments else None,
        html.Div(page_button("picture", say.IN_PICTURE, "main", where="pattern"), className="row")
        if finding.tags
        else None,
        kind="opened",
    )


def _key_moment(study: Study, label: str, some: Sequence[EntryReference]) -> Component | None:
    if not some:
        return None
    told = [describe_reference(one, study.history) for one in some]
    return html.Div([html.Dt(label), html.Dd(join_with_and(told, 2))])


def _evidence(study: Study, finding: Finding) -> list[Component]:
    if not finding.relationships:
        return []
    with_ = dict(group_finding_moments(study, finding))
    listed, folded = [], MOST_FOLDED
    for number, (id_, rows_) in enumerate([*with_.items()][:MOST_PEOPLE], 1):
        listed.append(_person(study, finding, id_, rows_, number, folded))
        folded -= min(folded, max(0, len(rows_) - 1))
    rest = [study.history.by_id[id_].name for id_ in [*with_][MOST_PEOPLE:]]
    more = html.P(say.more_people_in_picture_note(rest), className="note under") if rest else None
    return [card(html.Ol(listed, className="evidence"), more, title=say.RESTS_ON)]


def _person(
    study: Study, finding: Finding, id_: str, moments: Sequence[int], number: int, most: int
) -> Component:
    """One person and the moments with them.

    Args:
        study: a history, read.
        finding: the pattern.
        id_: of the relationship.
        moments: rows of the moments it rests on, in time order.
        number: as on the bead.
        most: so many further moments may be listed in a fold.
    """
    side = "care" if finding.side == "caring" else "hurt" if finding.side == "painful" else "ink"
    name = study.history.by_id[id_].name
    count = count_with_noun(len(moments), "moment") if moments else told.whole_relationship(name)
    inside: list[Component] = [
        html.P([html.Strong(name), " ", html.Span(count, className="note")], className="who"),
        *(_moment(study, finding, row) for row in moments[:1]),
    ]
    if len(moments) > 1 and most:
        rest = [_moment(study, finding, row) for row in moments[1 : 1 + most]]
        if len(moments) > 1 + most:
            rest.append(html.P(say.more_of_list_note(1 + most, len(moments)), className="note"))
        inside.append(fold(told.more_moments_fold(len(moments) - 1, name), *rest))
    return html.Li(
        [html.Span(str(number), className=f"badge {side}", **{"aria-hidden": "true"}), html.Div(inside)]
    )


def _moment(study: Study, finding: Finding, row: int) -> Component:
    moments = study.moments
    when = date_with_age(str(moments.when[row]), read_moment_age(study, row))
    entry = html.Button(
        moments.headline[row],
        id={"kind": "entry", "of": "episode", "id": moments.id[row], "where": "pattern"},
        n_clicks=0,
        className="quoted",
        type="button",
    )
    return html.Blockquote([entry, html.Span(f"{when}{_format_tags(study, finding, row)}", className="note")])


def _format_tags(study: Study, finding: Finding, row: int) -> str:
    """Which of several tags a moment carries."""
    if len(finding.tags) < 2:
        return ""
    here = list_moment_tags(study).get(row, [])
    return "".join(f", {tag_label(study.vocabulary[tag])}" for tag in finding.tags if tag in here)


def _draw_absences(study: Study, finding: Finding, *, whole: bool) -> Component:
    vocabulary = study.vocabulary
    lines = [
        html.Li(
            [
                html.Strong(study.history.by_id[one.relationship].name),
                " ",
                html.Span(
                    told.tagged_instead_note(
                        [tag_label(vocabulary[tag]) for tag in one.instead], finding.side
                    ),
                    className="note",
                ),
            ]
        )
        for one in finding.breaks[:MOST_LINES]
    ]
    rest = [study.history.by_id[one.relationship].name for one in finding.breaks[MOST_LINES:]]
    if rest:
        lines.append(html.Li(say.more_people_note(rest), className="note"))
    not_there = html.Div(
        [
            html.H3(say.NOT_THERE),
            html.P(say.NOT_THERE_NOTE, className="note"),
            html.Ul(lines, className="lines") if lines else html.P(say.NO_ABSENCE),
        ]
    )
    return card(html.Div([not_there, *_answers(study, finding, whole=whole)], className="beside plain"))


def _answers(study: Study, finding: Finding, *, whole: bool) -> list[Component]:
    hurt = [tag for tag in finding.tags if study.vocabulary[tag].side == "painful"]
    if not hurt or finding.finder == "answers":
        return []
    found = gather_evidence(study, hurt)
    if not found.answering_labels:
        return []
    if not found.opposite_givers:
        nobody = told.no_answer_note(found.answering_labels) if whole else say.NOT_ANSWERED_HERE
        return [html.Div([html.H3(say.WHO_ANSWERED), html.P(nobody)])]
    names = study.relationships.name
    lines = [
        html.Li(
            [
                html.Strong(told.name_giver(str(names[one.relationship]), one.has_died)),
                " ",
                html.Span(
                    count_with_noun(len(one.moments), "moment") if one.moments else "", className="note"
                ),
            ]
        )
        for one in found.opposite_givers[:MOST_LINES]
    ]
    return [
        html.Div(
            [
                html.H3(say.WHO_ANSWERED),
                html.P(told.answer_tags_note(found.answering_labels), className="note"),
                html.Ul(lines, className="lines"),
            ]
        )
    ]


def _count_moments(rows: Sequence[int]) -> str:
    return count_with_noun(len(rows), "moment") if rows else ""


def _draw_numbers(study: Study, finding: Finding) -> Component:
    tested, asked = is_tested(finding), finding.finder == "asked"
    since = _entry_title(study, finding.since)
    rows = (
        (say.COUNT_LABEL, str(finding.k)),
        (say.TOTAL_LABEL, str(finding.of)),
        (say.EXPECTED_LABEL, "" if finding.expected is None else f"{round(finding.expected, 2):g}"),
        (say.SHARE, "" if finding.effect is None else f"{finding.effect:.2f}"),
        (say.INTERVAL_LABEL, say.explain_interval(finding)),
        (
            say.P_LABELS[finding.side_tested],
            say.NOT_TESTED if finding.p is None else say.probability(finding.p),
        ),
        (say.P_FAMILY, "" if asked or finding.p_family is None else say.probability(finding.p_family)),
        (
            say.P_ASKED if asked else say.P_PAGE,
            "" if finding.p_page is None else say.probability(finding.p_page),
        ),
        (say.REACHABLE_LABEL, (say.YES if finding.could_be_seen else say.NO) if tested else ""),
        (say.DRAWS_LABEL, (f"{finding.draws:,}" if finding.draws else say.ALL_COUNTED) if tested else ""),
        (say.SINCE, since),
    )
    body = [html.Tr([html.Th(label, scope="row"), html.Td(value)]) for label, value in rows if value]
    return card(
        fold(
            say.METHOD_FOLD,
            html.Table(html.Tbody(body), className="numbers"),
            html.P(counts.CAUTION_NOTE, className="note"),
        )
    )


def _entry_title(study: Study, id_: str | None) -> str:
    if id_ is None:
        return ""
    if id_ in study.history.by_id:
        return study.history.by_id[id_].name
    return next((one.headline for one in study.history.episodes if one.id == id_), "")
