"""All patterns at a glance: what is clear or possible, which tags run through, what else was looked at."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from models.findings import Finding, Notice
from timeline.messages import pattern_page as say
from timeline.messages import patterns as words
from timeline.patterns import FINDERS
from timeline.study.filters import Filter
from timeline.study.study import Study
from timeline.ui.controls import card, fold, go_to
from timeline.ui.filter_bar import every_tag
from timeline.ui.here import ALL
from timeline.ui.pages.patterns.cards import KEY, is_tested, pattern_card, pattern_line

MOST_CARDS = 6
"""On each side; the rest stand in a fold."""
MOST_LINES = 30
"""In all folds together, so that a page stays quick; what is beyond is counted."""
MOST_IN_A_FOLD = 12


class _Room:
    """How many lines the folds of one page may still hold."""

    def __init__(self) -> None:
        self.left = MOST_LINES

    def lines(self, found: Sequence[Finding]) -> Component:
        """These as lines, as many as there is room for; the rest is counted."""
        shown = found[: min(self.left, MOST_IN_A_FOLD)]
        self.left -= len(shown)
        lines = [pattern_line(one) for one in shown]
        if len(found) > len(shown):
            lines.append(html.Li(say.shown_of(len(shown), len(found)), className="note"))
        return html.Ul(lines, className="lines")


def overview(study: Study, notices: Sequence[Notice] = (), chosen: Filter = ALL) -> list[Component]:
    """The page while no pattern is open.

    Args:
        study: a history, read; without what the filter leaves out by people, kinds and years.
        notices: what changes did to its patterns.
        chosen: the filter; its tags choose which patterns are listed.
    """
    found = [one for one in study.findings if _listed(one, chosen)]
    recurrence = [one for one in found if one.finder == "recurrence"]
    if not recurrence:
        nothing = (say.NONE_YET_SAYS, say.NONE_YET) if chosen.open else (say.NONE_SHOWN_SAYS, say.NONE_SHOWN)
        return [card(html.P(nothing[0]), title=nothing[1])]
    changed = [_changed(found, notices)] if notices else []
    room = _Room()
    return [
        *changed,
        _sure(study, found),
        *_through(study, recurrence, room, whole=chosen.open),
        *_looked_at(found, room),
    ]


def _listed(finding: Finding, chosen: Filter) -> bool:
    """Whether a pattern is about the tags chosen."""
    if chosen.tags and chosen.tags.isdisjoint(finding.tags):
        return False
    # That nobody gave the answer can be said of a whole life alone.
    return finding.k > 0 or finding.finder != "answers" or every_tag(chosen).open


def _changed(found: Sequence[Finding], notices: Sequence[Notice]) -> Component:
    there = {one.id for one in found}
    lines = []
    for notice in notices[:MOST_CARDS]:
        see = go_to(KEY, say.SEE, "link", where="notice", focus=notice.finding)
        lines.append(html.Li([notice.says, " ", see if notice.finding in there else None]))
    if len(notices) > MOST_CARDS:
        lines.append(html.Li(say.shown_of(MOST_CARDS, len(notices)), className="note"))
    return card(html.Ul(lines, className="lines"), title=say.CHANGED, note=say.CHANGED_NOTE, kind="changed")


def _sure(study: Study, found: Sequence[Finding]) -> Component:
    sure = [one for one in found if one.level in ("clear", "possible")]
    sure.sort(key=lambda one: one.level != "clear")
    cards = [pattern_card(study, one) for one in sure[:MOST_CARDS]]
    inside = html.Div(cards, className="patterns") if cards else html.P(say.NONE_SURE)
    return card(
        inside,
        html.P([words.LEVELS["clear"], " ", words.SHUFFLED], className="note under"),
        html.P(words.LEVELS["possible"], className="note"),
        title=say.SURE,
        note=say.SURE_NOTE,
    )


def _through(study: Study, found: Sequence[Finding], room: _Room, *, whole: bool) -> list[Component]:
    sides = [(side, [one for one in found if one.side == side]) for side in say.SIDES]
    neither = [one for one in found if one.side not in say.SIDES]
    parts = [_side(study, side, listed, room, whole=whole) for side, listed in sides]
    more = [card(room.lines(neither), title=say.NEITHER)] if neither else []
    return [
        html.Div([html.H2(say.THROUGH), html.P(say.THROUGH_NOTE, className="note")], className="between"),
        html.Div(parts, className="sides"),
        *more,
    ]


def _side(study: Study, side: str, found: Sequence[Finding], room: _Room, *, whole: bool) -> Component:
    first = [one for one in found if one.recurs or one.k > 2][:MOST_CARDS] or list(found[:2])
    rest = [one for one in found if one not in first]
    none = say.NONE_ON_SIDE[side] if whole else say.NONE_SHOWN_ON_SIDE
    return html.Section(
        [
            html.H3(say.SIDES[side], className="hurt" if side == "painful" else "care"),
            html.P(say.SIDE_NOTES[side] if found else none, className="note"),
            html.Div([pattern_card(study, one) for one in first], className="patterns"),
            fold(say.others(len(rest)), room.lines(rest)) if rest else None,
        ],
        className="card side",
    )


def _looked_at(found: Sequence[Finding], room: _Room) -> list[Component]:
    folds, few = [], []
    for finder in FINDERS:
        if finder.NAME == "recurrence":
            continue
        counts = [
            one for one in found if one.finder == finder.NAME and one.level not in ("clear", "possible")
        ]
        unasked = [one for one in counts if one.level == "too few to tell" and not is_tested(one)]
        told = [one for one in counts if one not in unasked]
        few += [html.Li(one.says, className="note") for one in unasked]
        if told:
            folds.append(fold(say.listed(finder.QUESTION, len(told)), room.lines(told)))
    if few:
        folds.append(fold(say.listed(say.NEEDS_MORE, len(few)), html.Ul(few, className="lines")))
    return [card(*folds, title=say.LOOKED_AT, note=say.LOOKED_AT_NOTE)] if folds else []
