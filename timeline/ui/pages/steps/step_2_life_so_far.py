"""Step 2, sort through your feelings: one good person, landmarks, the first bonds, and on to today."""

from collections import Counter
from typing import Any

from dash import html
from dash.development.base_component import Component

from models.history import History, Landmark, Relationship
from timeline.messages import steps as words
from timeline.messages.help_texts import load_text
from timeline.study.life_counts import count_moments_by_period
from timeline.ui.controls import page_button
from timeline.ui.forms.entries import landmark
from timeline.ui.forms.walk import Answers, EntryList, Question, Step, Walk, keep_form
from timeline.ui.forms.walk_buttons import QuestionForm
from timeline.ui.session import Session
from timeline.ui.similar_moments import RESEMBLE_WALK

PAGE = "steps"
_TEXT = "steps/2-sort"
_MAX_SHOWN = 10


def _draw_good_people(ask: QuestionForm) -> list[Component]:
    history = ask.session.history
    good = Counter(e.relationship for e in history.episodes if _is_caring(history, e.tags))
    good.update(r.id for r in history.relationships if _is_caring(history, [wide.tag for wide in r.tags]))
    rows = [html.Li(words.with_times(history.by_id[id_].name, n)) for id_, n in good.most_common(_MAX_SHOWN)]
    return [*_draw_rows(rows), ask.form_button(words.GOOD_PERSON, kind="relationship")]


def _draw_landmarks(ask: QuestionForm) -> list[Component]:
    rows = [
        html.Li(f"{one.label} ({one.when.as_written})") for one in ask.session.history.landmarks[-_MAX_SHOWN:]
    ]
    return [*_draw_rows(rows), ask.walk_button("landmark", words.ADD_LANDMARK)]


def _draw_earliest(ask: QuestionForm) -> list[Component]:
    rows = [html.Li(_name_and_role(one)) for one in ask.session.history.relationships if one.caregiver][
        :_MAX_SHOWN
    ]
    return [*_draw_rows(rows), ask.form_button(words.ADD_CAREGIVER, kind="relationship")]


def _draw_moments(ask: QuestionForm) -> list[Component]:
    return _draw_people(ask, [one for one in ask.session.history.relationships if one.caregiver])


def _draw_forward(ask: QuestionForm) -> list[Component]:
    others = [one for one in ask.session.history.relationships if not one.caregiver]
    return [
        *_draw_periods(ask.session),
        *_draw_people(ask, others),
        ask.form_button(words.ADD_SOMEONE, kind="relationship"),
    ]


def _draw_today(ask: QuestionForm) -> list[Component]:
    minded = [one for one in ask.session.history.relationships if one.on_my_mind]
    return [
        *_draw_people(ask, minded),
        html.Div(
            [
                page_button("begin", words.ON_MIND, where="sort-mind", focus="mind"),
                ask.walk_button("resemble", load_text(_TEXT).find_part("resemble").title),
            ],
            className="row",
        ),
    ]


def _draw_hope(ask: QuestionForm) -> list[Component]:
    hope = next((r.hope for r in reversed(ask.session.history.reflections) if r.hope), "")
    said = [html.Blockquote(hope, className="says")] if hope else []
    return [
        *said,
        html.Div(page_button(PAGE, words.MY_HOPE, where="sort-hope", focus="trust"), className="row"),
    ]


def _draw_people(ask: QuestionForm, whom: list[Relationship]) -> list[Component]:
    """People, each with a button for a moment of either kind."""
    if not whom:
        return [html.P(words.NOBODY_YET, className="note")]
    times = Counter(episode.relationship for episode in ask.session.history.episodes)
    rows = [
        html.Li(
            [
                html.P(words.with_times(_name_and_role(one), times[one.id]), className="says"),
                html.Div(
                    [
                        _moment_button(ask, one, words.A_PAINFUL_MOMENT),
                        _moment_button(ask, one, words.A_GOOD_MOMENT, good=True),
                    ],
                    className="row",
                ),
            ]
        )
        for one in whom[:_MAX_SHOWN]
    ]
    return [html.Ul(rows, className="people")]


def _moment_button(ask: QuestionForm, one: Relationship, says: str, *, good: bool = False) -> Component:
    named: dict[str, Any] = {"aria-label": words.full_button_label(says, one.name)}
    return ask.form_button(says, kind="episode", relationship=one.id, good=good, **named)


def _draw_rows(rows: list[Component]) -> list[Component]:
    if not rows:
        return [html.P(words.NOTHING_YET, className="note")]
    return [html.Div([html.P(words.THERE_ARE, className="note"), html.Ul(rows, className="there")])]


def _draw_periods(here: Session) -> list[Component]:
    """How many moments there are in each time of life, both sides."""
    rows = [
        html.Li(words.period(one.period, one.painful, one.caring))
        for one in count_moments_by_period(here.get_study())
    ]
    return [html.H3(words.PERIODS), html.Ul(rows, className="there")] if rows else []


def _is_caring(history: History, tags: Any) -> bool:
    return "caring" in history.vocabulary.sides_of(tags)


def _name_and_role(one: Relationship) -> str:
    return f"{one.name}, {one.role}" if one.role and one.role != one.name else one.name


# -- a landmark ----------------------------------------------------------------------------------------


def _describe_landmark(_: Session, entry: Landmark) -> tuple[str, str]:
    return entry.label, entry.when.as_written


def _draw_after_landmark(here: Session, said: Answers) -> list[Component]:
    return [
        html.Div(
            page_button(
                PAGE,
                words.resume_label(load_text(_TEXT).find_part("through").title),
                where="landmark",
                focus="sort/through",
            )
        )
    ]


LIFE_SO_FAR = Walk(
    "through",
    _TEXT,
    tuple(
        Question(key, draw, is_redrawn_on_change=True)
        for key, draw in (
            ("good", _draw_good_people), ("landmarks", _draw_landmarks), ("earliest", _draw_earliest),
            ("moments", _draw_moments), ("forward", _draw_forward), ("today", _draw_today),
            ("hope", _draw_hope),
        )
    ),
)  # fmt: skip
LANDMARK = Walk(
    "landmark",
    _TEXT,
    (Question("what", landmark.FORM.draw),),
    keep_form(landmark.FORM, lambda: words.LANDMARK),
    model=Landmark,
    load_answers=lambda _, entry: landmark.FORM.fill(entry),
    draw_after=_draw_after_landmark,
)
STEP = Step(
    "sort",
    2,
    _TEXT,
    walks=(LIFE_SO_FAR, RESEMBLE_WALK, LANDMARK),
    list_entry_lists=lambda: (
        EntryList("landmarks", words.LANDMARKS, "landmark", _describe_landmark, "landmark"),
    ),
    draw_extras=lambda _: [html.Div(page_button("picture", words.TO_THE_PICTURE, "link", where="sort"))],
)
