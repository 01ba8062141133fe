"""Ask one thing: a question from the list or one's own, written before looking, and what each one came to."""

from typing import Any
from uuid import uuid4

from dash import Dash, Input, Output, State, ctx, html
from dash.development.base_component import Component

from models.entries import I_RESPONDED
from models.findings import Finding
from models.history import History, build_change
from models.sharing import PatternQuestion
from timeline.messages import ask_and_compare as say
from timeline.messages import pattern_page
from timeline.messages import pattern_sentences as patterns
from timeline.messages.kinds import kind_labels
from timeline.messages.tags import tag_label
from timeline.study.questions import ask_offered_question, is_answer_id, list_offered_questions
from timeline.study.study import Study
from timeline.ui import stores
from timeline.ui.callbacks import SAVED, Update, add_callback, show_saved
from timeline.ui.controls import button, card, page_button
from timeline.ui.forms.controls import radios, select, text_line
from timeline.ui.pages.patterns.cards import (
    KEY,
    clear_mark,
    dot,
    draw_chance_numbers,
    is_tested,
    relationship_strip,
)
from timeline.ui.session import Session

FOCUS = "ask"
_FIELDS = ("ask-form", "ask-first", "ask-then", "ask-last", "ask-tag", "ask-kind", "ask-words")
MAX_ANSWERS = 20


def draw_question_form(history: History) -> list[Component]:
    """The two ways to ask, and the place for what was asked."""
    library = [(key, patterns.QUESTIONS[key]) for key in list_offered_questions()]
    offered = radios(say.PICK, "ask-offered", library, look="choices")
    return [
        card(html.P(say.QUESTION_FIRST_NOTE, className="why"), title=say.TITLE),
        html.Div(
            [
                card(
                    html.Div(
                        [offered, html.Div(button(say.ASK_OFFERED, "ask-it", "main"), className="row")],
                        className="stack",
                    ),
                    title=say.OFFERED_QUESTIONS,
                ),
                card(_draw_own_question(history), title=say.OWN_QUESTION, id="ask-own"),
            ],
            className="sides",
        ),
        html.P(id="ask-says", role="status", className="note"),
        html.Div(id="asked-list", disable_n_clicks=True, className="stack", **{"aria-live": "polite"}),
    ]


def _draw_own_question(history: History) -> Component:
    hidden = history.settings.hidden_tags
    tags = [
        {"value": key, "label": tag_label(tag)}
        for key, tag in history.vocabulary.items()
        if key not in hidden
    ]
    grouped = [
        {"group": pattern_page.TAGS, "items": tags},
        {"group": say.RESPONSES, "items": [{"value": one, "label": one} for one in I_RESPONDED]},
    ]
    kinds = list(kind_labels().items())
    return html.Div(
        [
            radios(say.QUESTION_FORM, "ask-form", say.QUESTION_FORMS, "sequence"),
            html.Div(
                [
                    select(say.FIRST_TAG, "ask-first", tags),
                    select(say.NEXT_TAG, "ask-then", grouped),
                    select(say.LAST_TAG, "ask-last", grouped),
                ],
                className="in-order",
            ),
            html.Div(
                [select(say.TAG, "ask-tag", tags), select(say.KIND, "ask-kind", kinds)],
                className="in-kind",
            ),
            text_line(say.OWN_WORDS, "ask-words"),
            html.Div(button(say.ASK_OWN, "ask-own-it", "main"), className="row"),
        ],
        className="stack",
    )


def add_to(app: Dash, here: Session) -> None:
    """Write a question down, then answer it; answer all of them again whenever something changes."""

    @add_callback(
        app, SAVED | {"says": Output("ask-says", "children")}, Input("ask-it", "n_clicks"),
        Input("ask-own-it", "n_clicks"), State("ask-offered", "value"),
        *(State(name, "value") for name in _FIELDS),
    )  # fmt: skip
    def ask(offered_clicks: object, own_clicks: object, offered: object, *own: object) -> Update:
        if not (own_clicks if ctx.triggered_id == "ask-own-it" else offered_clicks):
            return {}
        try:
            if ctx.triggered_id == "ask-own-it":
                asked = build_own_question(here, *own)
            else:
                key = str(offered)
                written = patterns.QUESTIONS[key]
                asked = ask_offered_question(key, uuid4().hex, here.today(), written)
        except (KeyError, ValueError):
            return {"says": say.QUESTION_INCOMPLETE}
        change = build_change("asked", None, asked)
        if change is None or not here.desk.record(say.QUESTION_UNDO_NAME, [change]):
            return {}
        return show_saved(here, say.QUESTION_TOAST) | {"says": ""}

    @app.callback(Output("asked-list", "children"), Input(stores.SEEN_VERSION, "data"))
    def answer_questions(_: object) -> Any:
        return draw_answers(here.get_study())


def is_asked(pattern: str) -> bool:
    """Whether this is the id of what a question came to."""
    return is_answer_id(pattern)


def draw_answers(study: Study) -> list[Component]:
    """What each question came to in all of a history, the newest first."""
    asked = study.history.asked
    if not asked:
        return [card(html.P(say.NO_QUESTIONS_YET), title=say.ASKED_QUESTIONS)]
    pairs = [*zip(asked, study.question_findings, strict=True)][::-1]
    lines = [_answer(study, one, finding) for one, finding in pairs[:MAX_ANSWERS]]
    more = (
        [html.P(pattern_page.more_of_list_note(MAX_ANSWERS, len(pairs)), className="note")]
        if len(pairs) > MAX_ANSWERS
        else []
    )
    tested = sum(is_tested(finding) for finding in study.question_findings)
    count = patterns.asked_count_sentence(len(asked), tested)
    return [
        card(
            html.P(say.ANSWERED_FROM_ALL, className="note"),
            html.Ul(lines, className="asked"),
            *more,
            title=say.ASKED_QUESTIONS,
            note=count,
        )
    ]


def _answer(study: Study, asked: PatternQuestion, finding: Finding) -> Component:
    says = patterns.describe_finding(finding, study.history)
    see = page_button(KEY, say.SEE_EVIDENCE, "link", where="asked", focus=finding.id)
    return html.Li(
        [
            html.P([dot(finding.side), html.Strong(asked.words or says)]),
            html.P(pattern_page.capital(says)),
            relationship_strip(study, finding),
            draw_chance_numbers(finding) if is_tested(finding) else None,
            html.P(
                [
                    clear_mark() if finding.is_clear else None,
                    html.Span(say.question_date_note(asked), className="note"),
                    see if finding.relationships or finding.breaks else None,
                ],
                className="sure",
            ),
        ]
    )


def build_own_question(here: Session, *fields: object) -> PatternQuestion:
    """The question as put together.

    Raises:
        ValueError: something of it is missing, or is there twice.
    """
    form, first, then, last, tag, kind, typed = (one if isinstance(one, str) else "" for one in fields)
    vocabulary = here.history.vocabulary
    if form == "sequence":
        tags = [one for one in (first, then, last) if one]
        labels = [tag_label(vocabulary[one]) if one in vocabulary else one for one in tags]
        if len(tags) < 2 or not first or not then or len(set(tags)) < len(tags) or first not in vocabulary:
            raise ValueError(say.QUESTION_INCOMPLETE)
        written, kind = say.sequence_question(labels), ""
    else:
        if tag not in vocabulary or (form == "in_kind" and not kind):
            raise ValueError(say.QUESTION_INCOMPLETE)
        tags = [tag]
        label = tag_label(vocabulary[tag])
        written = (
            say.kind_question(label, kind) if form == "in_kind" else say.early_return_question(label, kind)
        )
    return PatternQuestion.model_validate(
        {
            "id": uuid4().hex,
            "on": here.today(),
            "form": form,
            "tags": tuple(tags),
            "kind": kind or None,
            "words": typed.strip() or written,
        }
    )
