"""One pattern: the moments it rests on, where it did not happen, who answered it, and every number of it."""

from collections.abc import Sequence

from dash import dcc, html
from dash.development.base_component import Component

from models.findings import Finding, Moment
from timeline.messages import pattern_page as say
from timeline.messages import patterns as counts
from timeline.messages import picture as told
from timeline.study.evidence import evidence
from timeline.study.study import Study
from timeline.tables import floats, rows, words
from timeline.ui.controls import card, fold, go_to
from timeline.ui.pages.patterns.cards import dot, is_tested, level_mark, strip

MOST_PEOPLE = 10
MOST_LINES = 8
MOST_FOLDED = 8
"""Further moments shown, over all people; the picture and the table hold them all."""


def opened(study: Study, finding: Finding, *, whole: bool = True) -> list[Component]:
    """What is said of one pattern, without the person's own word.

    Args:
        study: a history, read.
        finding: one of its findings.
        whole: whether a filter leaves nothing out: then that nobody gave an answer can be said.
    """
    return [
        _head(study, finding),
        *_evidence(study, finding),
        _beside(study, finding, whole=whole),
        _how(study, finding),
    ]


def gone() -> list[Component]:
    """What stands in its place once it is not counted any more."""
    return [card(html.P(say.GONE_SAYS), title=say.GONE)]


def _head(study: Study, finding: Finding) -> Component:
    tested = is_tested(finding)
    sure: list[Component] = []
    if finding.finder != "recurrence" or finding.level == "too few to tell":
        sure.append(
            html.P(
                [level_mark(finding.level, tested), " ", html.Span(_level_says(finding), className="note")]
            )
        )
    elif finding.recurs:
        sure.append(
            html.P(
                [
                    html.Span(say.RECURS, className="level recurs"),
                    " ",
                    html.Span(say.THROUGH_RECURS, className="note"),
                ]
            )
        )
    if tested:
        sure.append(html.P(say.dates_hold(None), id="dates-hold", className="note"))
        sure.append(dcc.Store(id="dates-of", data=finding.id))
    key = (
        (say.FIRST, (finding.first,) if finding.first else ()),
        (say.STRONGEST, finding.strongest),
        (say.LATEST, (finding.latest,) if finding.latest else ()),
    )
    moments = [row for label, some in key if (row := _key_moment(label, some))]
    return card(
        html.Div(
            [dot(finding.side), html.H2(say.title(finding, study.tables.vocabulary))], className="named"
        ),
        html.P(say.says(finding), className="count"),
        strip(study, finding),
        *sure,
        html.Dl(moments, className="facts") if moments else None,
        html.Div(go_to("picture", say.IN_PICTURE, "main", where="pattern"), className="row")
        if finding.tags
        else None,
        kind="opened",
    )


def _level_says(finding: Finding) -> str:
    if is_tested(finding) or finding.level != "counted":
        return say.level_means(finding)
    return say.capital(say.NOT_TESTED)


def _key_moment(label: str, some: Sequence[Moment]) -> Component | None:
    if not some:
        return None
    return html.Div([html.Dt(label), html.Dd(say.names([one.words for one in some], 2))])


def _evidence(study: Study, finding: Finding) -> list[Component]:
    if not finding.relationships:
        return []
    moments = study.tables.moments
    row_of = {id_: row for row, id_ in enumerate(words(moments, "id").tolist())}
    bonds = words(study.tables.relationships, "id").tolist()
    with_: dict[str, list[int]] = {id_: [] for id_ in finding.relationships}
    for episode in finding.episodes:
        row = row_of[episode]
        with_.setdefault(bonds[int(moments["rel"].iloc[row])], []).append(row)
    listed, folded = [], MOST_FOLDED
    for number, (id_, rows_) in enumerate([*with_.items()][:MOST_PEOPLE], 1):
        listed.append(_person(study, finding, id_, rows_, number, folded))
        folded -= min(folded, max(0, len(rows_) - 1))
    rest = [study.history.by_id[id_].name for id_ in [*with_][MOST_PEOPLE:]]
    more = html.P(say.and_with(rest), className="note under") if rest else None
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
    count = told.moments(len(moments)) if moments else told.whole_relationship(name)
    inside: list[Component] = [
        html.P([html.Strong(name), " ", html.Span(count, className="note")], className="who"),
        *(_moment(study, finding, row) for row in moments[:1]),
    ]
    if len(moments) > 1 and most:
        rest = [_moment(study, finding, row) for row in moments[1 : 1 + most]]
        if len(moments) > 1 + most:
            rest.append(html.P(say.shown_of(1 + most, len(moments)), className="note"))
        inside.append(fold(told.more_with(len(moments) - 1, name), *rest))
    return html.Li(
        [html.Span(str(number), className=f"badge {side}", **{"aria-hidden": "true"}), html.Div(inside)]
    )


def _moment(study: Study, finding: Finding, row: int) -> Component:
    moments = study.tables.moments
    written = str(words(moments, "when")[row])
    age = told.age(study.tables.age(float(floats(moments, "t")[row])))
    when = f"{written}, {age}" if age and not written.lower().startswith("age") else written
    entry = html.Button(
        words(moments, "headline")[row],
        id={"kind": "entry", "of": "episode", "id": words(moments, "id")[row], "where": "pattern"},
        n_clicks=0,
        className="quoted",
        type="button",
    )
    return html.Blockquote([entry, html.Span(f"{when}{_which(study, finding, row)}", className="note")])


def _which(study: Study, finding: Finding, row: int) -> str:
    """Which of several tags a moment carries."""
    if len(finding.tags) < 2:
        return ""
    tagged = study.tables.tagged
    here = words(tagged, "tag")[rows(tagged, "moment") == row].tolist()
    return "".join(f", {study.tables.vocabulary[tag].label}" for tag in finding.tags if tag in here)


def _beside(study: Study, finding: Finding, *, whole: bool) -> Component:
    vocabulary = study.tables.vocabulary
    lines = [
        html.Li(
            [
                html.Strong(study.history.by_id[one.relationship].name),
                " ",
                html.Span(told.instead([vocabulary[tag].label for tag in one.instead]), className="note"),
            ]
        )
        for one in finding.breaks[:MOST_LINES]
    ]
    rest = [study.history.by_id[one.relationship].name for one in finding.breaks[MOST_LINES:]]
    if rest:
        lines.append(html.Li(say.and_also(rest), className="note"))
    not_there = html.Div(
        [
            html.H3(say.NOT_THERE),
            html.P(say.NOT_THERE_NOTE, className="note"),
            html.Ul(lines, className="lines") if lines else html.P(say.EVERYWHERE),
        ]
    )
    return card(html.Div([not_there, *_answers(study, finding, whole=whole)], className="beside plain"))


def _answers(study: Study, finding: Finding, *, whole: bool) -> list[Component]:
    hurt = [tag for tag in finding.tags if study.tables.vocabulary[tag].side == "painful"]
    if not hurt or finding.finder == "answers":
        return []
    found = evidence(study, hurt)
    if not found.invited:
        return []
    if not found.answered:
        nobody = told.invites(found.invited) if whole else say.NOT_ANSWERED_HERE
        return [html.Div([html.H3(say.ANSWERED), html.P(nobody)])]
    names = words(study.tables.relationships, "name")
    lines = [
        html.Li(
            [
                html.Strong(names[one.relationship]),
                " ",
                html.Span(told.moments(len(one.moments)), className="note"),
            ]
        )
        for one in found.answered[:MOST_LINES]
    ]
    return [
        html.Div(
            [
                html.H3(say.ANSWERED),
                html.P(told.gave(found.invited), className="note"),
                html.Ul(lines, className="lines"),
            ]
        )
    ]


def _how(study: Study, finding: Finding) -> Component:
    tested, asked = is_tested(finding), finding.finder == "asked"
    since = _entry_words(study, finding.since)
    rows = (
        (say.K, str(finding.k)),
        (say.OF, str(finding.of)),
        (say.EXPECTED, "" if finding.expected is None else f"{finding.expected:g}"),
        (say.SHARE, "" if finding.effect is None else f"{finding.effect:.2f}"),
        (say.BETWEEN, say.between(*finding.interval) if finding.interval else ""),
        (say.P[finding.side_tested], say.NOT_TESTED if finding.p is None else say.probability(finding.p)),
        (say.P_FAMILY, "" if asked or finding.p_family is None else say.probability(finding.p_family)),
        (
            say.P_ASKED if asked else say.P_REPORT,
            "" if finding.p_report is None else say.probability(finding.p_report),
        ),
        (say.LEVEL, finding.level if tested else ""),
        (say.COULD, (say.YES if finding.could_be_seen else say.NO) if tested else ""),
        (say.DRAWN, (f"{finding.draws:,}" if finding.draws else say.ALL_COUNTED) if tested else ""),
        (say.SINCE, since),
    )
    body = [html.Tr([html.Th(label, scope="row"), html.Td(value)]) for label, value in rows if value]
    return card(
        fold(
            say.HOW, html.Table(html.Tbody(body), className="numbers"), html.P(counts.ALSO, className="note")
        )
    )


def _entry_words(study: Study, id_: str | None) -> str:
    if id_ is None:
        return ""
    if id_ in study.history.by_id:
        return study.history.by_id[id_].name
    return next((one.headline for one in study.history.episodes if one.id == id_), "")
