"""A pattern as a card: what it is called, its counts, a bar for each relationship, and how sure it is."""

from typing import Any

from dash import html
from dash.development.base_component import Component

from models.findings import Finding
from timeline.messages import chance_sentences as chance
from timeline.messages import pattern_page as say
from timeline.study.study import Study
from timeline.study.tagged_relationships import list_tagged_relationships
from timeline.ui.controls import page_link_attributes

KEY = "patterns"
SIDE_CLASSES = {"painful": "hurt", "caring": "care", "both": "both", "neither": "neither"}
GAP = "3px"
MOST_BARS = 60
"""With more relationships than this, single bars could not be told apart."""


def pattern_card(study: Study, finding: Finding, *, whole: bool = True) -> Component:
    """A button that opens the pattern.

    Args:
        study: a history, read.
        finding: one of its findings.
        whole: whether a filter leaves nothing out: part of a life is never called clear.
    """
    name = say.title(finding, study.history)
    marks = _draw_marks(study, finding, whole=whole)
    inside: list[Component | None] = [
        html.Strong(name),
        html.Span(say.sentence_without_title(finding, study.history), className="says"),
        relationship_strip(study, finding),
        *_draw_chance(finding),
        html.Span(marks, className="sure") if marks else None,
    ]
    return html.Button(
        [dot(finding.side), html.Span([one for one in inside if one is not None])],
        className="pattern",
        **_pattern_button_props(finding.id, "card"),
    )


def pattern_line(study: Study, finding: Finding) -> Component:
    """The same in one line of a list."""
    entry = html.Button(
        say.full_sentence(finding, study.history),
        className="line",
        **_pattern_button_props(finding.id, "line"),
    )
    return html.Li(entry)


def _pattern_button_props(finding: str, where: str) -> dict[str, Any]:
    """What makes a button open a pattern."""
    id_ = {"kind": "go", "page": KEY, "where": where, "focus": finding}
    return {"id": id_, "type": "button", "data-pattern": finding, **page_link_attributes(KEY, finding)}


def dot(side: str) -> Component:
    """The mark of a side."""
    return html.Span(className=f"dot {SIDE_CLASSES[side]}", **{"aria-hidden": "true"})


def clear_mark() -> Component:
    """The one word there is for a pattern that chance seldom makes."""
    return html.Span(chance.CLEAR, className="level clear")


def draw_chance_numbers(finding: Finding) -> Component:
    """How often chance does as much: the page's number first and largest, the others under it."""
    below = (chance.line_sentence(finding), chance.caveat_sentence(finding))
    return html.Div(
        [
            html.P(chance.page_sentence(finding), className="page-chance"),
            html.P(" ".join(one for one in below if one), className="note"),
        ],
        className="chance",
    )


def _draw_chance(finding: Finding) -> list[Component]:
    """The same on a card, which is a button."""
    if not is_tested(finding):
        return []
    below = (chance.line_sentence(finding), chance.caveat_sentence(finding))
    return [
        html.Span(chance.page_sentence(finding), className="page-chance"),
        html.Span(" ".join(one for one in below if one), className="note"),
    ]


def relationship_strip(study: Study, finding: Finding) -> Component | None:
    """A bar for each relationship with tagged entries, in life order, filled where the pattern is."""
    tagged = study.relationships.id[list_tagged_relationships(study)].tolist()
    n, there = len(tagged), set(finding.relationships)
    if not there or not 1 < n <= MOST_BARS:
        return None
    colour = (
        "var(--care)"
        if finding.side == "caring"
        else "var(--hurt)"
        if finding.side == "painful"
        else "var(--ink)"
    )
    stops = []
    for place, one in enumerate(tagged):
        begin, end = f"{100 * place / n:.2f}%", f"{100 * (place + 1) / n:.2f}%"
        fill = colour if one in there else "var(--rule)"
        stops.append(f"{fill} {begin} calc({end} - {GAP}), transparent calc({end} - {GAP}) {end}")
    return html.Span(
        className="strip",
        style={"background": f"linear-gradient(90deg, {', '.join(stops)})"},
        **{"aria-hidden": "true"},
    )


def find_finding(study: Study, id_: str) -> Finding | None:
    """The finding of this id, searched or asked for; None if it is not there now."""
    return next((one for one in (*study.findings, *study.question_findings) if one.id == id_), None)


def is_tested(finding: Finding) -> bool:
    """Whether it was held against chance."""
    return finding.p is not None


def _draw_marks(study: Study, finding: Finding, *, whole: bool) -> list[Component | str]:
    parts: list[Component | str] = []
    if finding.is_clear and whole:
        parts.append(clear_mark())
    word = next((one.word for one in study.history.verdicts if one.pattern == finding.id), None)
    if word:
        parts.append(html.Span(say.VERDICT_SAYS[word], className="said"))
    return parts
