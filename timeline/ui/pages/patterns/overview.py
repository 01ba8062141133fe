"""All patterns at a glance: what stands out most, which tags run through, what else was looked at."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from models.finding_facts import TooFew
from models.findings import Finding, Notice
from timeline.messages import chance_sentences as chance
from timeline.messages import pattern_page as say
from timeline.messages import pattern_sentences as words
from timeline.study.filters import Filter
from timeline.study.questions import list_finder_questions
from timeline.study.study import Study
from timeline.ui.controls import card, fold, page_button
from timeline.ui.filter_bar import drop_tag_filter
from timeline.ui.pages.patterns.cards import KEY, pattern_card, pattern_line
from timeline.ui.session import WHOLE_HISTORY

MOST_CARDS = 6
"""On each side; the rest stand in a fold."""
MOST_LINES = 30
"""In all folds together, so that a page stays quick; what is beyond is counted."""
MOST_IN_A_FOLD = 12


class _LineBudget:
    """How many lines the folds of one page may still hold."""

    def __init__(self, study: Study) -> None:
        self.study = study
        self.lines_left = MOST_LINES

    def lines(self, found: Sequence[Finding]) -> Component:
        """These as lines, as many as there is room for; the rest is counted."""
        shown = found[: min(self.lines_left, MOST_IN_A_FOLD)]
        self.lines_left -= len(shown)
        lines = [pattern_line(self.study, one) for one in shown]
        if len(found) > len(shown):
            lines.append(html.Li(say.more_of_list_note(len(shown), len(found)), className="note"))
        return html.Ul(lines, className="lines")


def overview(study: Study, notices: Sequence[Notice] = (), chosen: Filter = WHOLE_HISTORY) -> list[Component]:
    """The page while no pattern is open.

    Args:
        study: a history, read; without what the filter leaves out by people, kinds and years.
        notices: what changes did to its patterns.
        chosen: the filter; its tags choose which patterns are listed.
    """
    found = [one for one in study.findings if _is_listed(one, chosen)]
    recurrence = [one for one in found if one.finder == "recurrence"]
    if not recurrence:
        nothing = (
            (say.NONE_YET_SAYS, say.NONE_YET) if chosen.is_empty else (say.NONE_SHOWN_SAYS, say.NONE_SHOWN)
        )
        return [card(html.P(nothing[0]), title=nothing[1])]
    changed = [_draw_changes(study, found, notices)] if notices else []
    room, whole = _LineBudget(study), drop_tag_filter(chosen).is_empty
    led = [one for one in study.findings_standing_out if one in found][:MOST_CARDS]
    return [
        *changed,
        _draw_what_stands_out(study, led, whole=whole),
        *_draw_recurrence(study, recurrence, room, whole=chosen.is_empty),
        *_draw_other_finders(study, [one for one in found if one not in led], room),
    ]


def _is_listed(finding: Finding, chosen: Filter) -> bool:
    """Whether a pattern is about the tags chosen."""
    if chosen.tags and chosen.tags.isdisjoint(finding.tags):
        return False
    # That nobody gave the answer can be said of a whole life alone.
    return finding.k > 0 or finding.finder != "answers" or drop_tag_filter(chosen).is_empty


def _draw_changes(study: Study, found: Sequence[Finding], notices: Sequence[Notice]) -> Component:
    there = {one.id for one in found}
    lines = []
    for notice in notices[:MOST_CARDS]:
        says = words.notice_sentence(notice, study.history)
        see = page_button(KEY, say.SEE_PATTERN, "link", where="notice", focus=notice.finding.id)
        lines.append(html.Li([says, " ", see if notice.finding.id in there else None]))
    if len(notices) > MOST_CARDS:
        lines.append(html.Li(say.more_of_list_note(MOST_CARDS, len(notices)), className="note"))
    return card(
        html.Ul(lines, className="lines"), title=say.CHANGES_HEADING, note=say.CHANGED_NOTE, kind="changed"
    )


def _draw_what_stands_out(study: Study, led: Sequence[Finding], *, whole: bool) -> Component:
    """The rarest lines with their numbers.

    Args:
        study: a history, read.
        led: what may stand here, the rarest first.
        whole: whether a filter leaves nothing out: part of a life is never called clear.
    """
    cards = [pattern_card(study, one, whole=whole) for one in led]
    if not cards:
        return card(html.P(say.NOTHING_STANDS_OUT_SAYS), title=say.NOTHING_STANDS_OUT)
    return card(
        html.Div(cards, className="patterns"),
        html.P(chance.CLEAR_NOTE, className="note under") if whole else None,
        title=say.STANDS_OUT,
        note=say.STANDS_OUT_NOTE,
    )


def _draw_recurrence(
    study: Study, found: Sequence[Finding], room: _LineBudget, *, whole: bool
) -> list[Component]:
    sides = [(side, [one for one in found if one.side == side]) for side in say.SIDES]
    neither = [one for one in found if one.side not in say.SIDES]
    parts = [_side(study, side, listed, room, whole=whole) for side, listed in sides]
    more = [card(room.lines(neither), title=say.NEITHER)] if neither else []
    return [
        html.Div(
            [html.H2(say.RECURRING_TAGS), html.P(say.RECURRING_TAGS_NOTE, className="note")],
            className="between",
        ),
        html.Div(parts, className="sides"),
        *more,
    ]


def _side(study: Study, side: str, found: Sequence[Finding], room: _LineBudget, *, whole: bool) -> Component:
    first = [one for one in found if one.recurs or one.k > 2][:MOST_CARDS] or list(found[:2])
    rest = [one for one in found if one not in first]
    none = say.NONE_ON_SIDE[side] if whole else say.NONE_SHOWN_ON_SIDE
    return html.Section(
        [
            html.H3(say.SIDES[side], className="hurt" if side == "painful" else "care"),
            html.P(say.SIDE_NOTES[side] if found else none, className="note"),
            html.Div([pattern_card(study, one) for one in first], className="patterns"),
            fold(say.other_tags_fold(len(rest)), room.lines(rest)) if rest else None,
        ],
        className="card side",
    )


def _draw_other_finders(study: Study, found: Sequence[Finding], room: _LineBudget) -> list[Component]:
    folds, few = [], []
    for finder, question in list_finder_questions():
        if finder == "recurrence":
            continue
        counts = [one for one in found if one.finder == finder]
        unasked = [one for one in counts if isinstance(one.facts, TooFew)]
        told = [one for one in counts if one not in unasked]
        few += [html.Li(words.describe_finding(one, study.history), className="note") for one in unasked]
        if told:
            asks = words.translate_question(question)
            folds.append(fold(say.question_heading(asks, len(told)), room.lines(told)))
    if few:
        folds.append(fold(say.question_heading(say.NEEDS_MORE, len(few)), html.Ul(few, className="lines")))
    return [card(*folds, title=say.LOOKED_AT, note=say.LOOKED_AT_NOTE)] if folds else []
