"""Ask one thing: a question from the list or one's own, written before looking, and what each one came to."""

from typing import Any
from uuid import uuid4

import dash_mantine_components as dmc
from dash import Dash, Input, Output, State, ctx, html, no_update
from dash.development.base_component import Component

from models.entries import I_RESPONDED, KINDS
from models.findings import Finding
from models.history import History, edited
from models.sharing import Asked
from timeline.messages import asking as say
from timeline.messages import pattern_page, patterns
from timeline.patterns.ask import LIBRARY, from_library
from timeline.patterns.ask.forms import NAME as ASKED
from timeline.study.study import Study
from timeline.ui import stores
from timeline.ui.controls import button, card, choice, go_to, text_field
from timeline.ui.here import Here
from timeline.ui.pages.patterns.cards import KEY, dot, is_tested, level_mark, strip

FOCUS = "ask"
_FIELDS = ("ask-form", "ask-first", "ask-then", "ask-last", "ask-tag", "ask-kind", "ask-words")
MOST = 20


def form(history: History) -> list[Component]:
    """The two ways to ask, and the place for what was asked."""
    offered = dmc.RadioGroup(
        html.Div(
            [dmc.Radio(label=patterns.QUESTIONS[one.key], value=one.key) for one in LIBRARY],
            className="choices",
        ),
        id="ask-offered",
        label=say.PICK,
    )
    return [
        card(html.P(say.WHY, className="why"), title=say.TITLE),
        html.Div(
            [
                card(
                    html.Div(
                        [offered, html.Div(button(say.ASK_OFFERED, "ask-it", "main"), className="row")],
                        className="stack",
                    ),
                    title=say.OFFERED,
                ),
                card(_own(history), title=say.OWN, id="ask-own"),
            ],
            className="sides",
        ),
        html.P(id="ask-says", role="status", className="note"),
        html.Div(id="asked-list", disable_n_clicks=True, className="stack", **{"aria-live": "polite"}),
    ]


def _own(history: History) -> Component:
    hidden = history.settings.hidden_tags
    tags = [
        {"value": key, "label": tag.label} for key, tag in history.vocabulary.items() if key not in hidden
    ]
    grouped = [
        {"group": pattern_page.TAGS, "items": tags},
        {"group": say.RESPONSES, "items": [{"value": one, "label": one} for one in I_RESPONDED]},
    ]
    kinds = [{"value": kind, "label": kind} for kind in KINDS]
    return html.Div(
        [
            choice(say.FORM, "ask-form", say.FORMS, "sequence"),
            html.Div(
                [
                    _one(say.FIRST, "ask-first", tags),
                    _one(say.THEN, "ask-then", grouped),
                    _one(say.LAST, "ask-last", grouped),
                ],
                className="in-order",
            ),
            html.Div(
                [_one(say.TAG, "ask-tag", tags), _one(say.KIND, "ask-kind", kinds)], className="in-kind"
            ),
            text_field(say.OWN_WORDS, "ask-words"),
            html.Div(button(say.ASK_OWN, "ask-own-it", "main"), className="row"),
        ],
        className="stack",
    )


def add_to(app: Dash, here: Here) -> None:
    """Write a question down, then answer it; answer all of them again whenever something changes."""

    @app.callback(
        Output(stores.SEEN, "data", allow_duplicate=True),
        Output(stores.SAID, "data", allow_duplicate=True),
        Output("ask-says", "children"),
        Input("ask-it", "n_clicks"),
        Input("ask-own-it", "n_clicks"),
        State("ask-offered", "value"),
        *(State(name, "value") for name in _FIELDS),
        prevent_initial_call=True,
    )
    def ask(offered_clicks: object, own_clicks: object, offered: object, *own: object) -> Any:
        if not (own_clicks if ctx.triggered_id == "ask-own-it" else offered_clicks):
            return no_update, no_update, no_update
        try:
            if ctx.triggered_id == "ask-own-it":
                asked = of_own(here, *own)
            else:
                asked = from_library(str(offered), uuid4().hex, here.today())
        except (KeyError, ValueError):
            return no_update, no_update, say.NOT_WHOLE
        change = edited("asked", None, asked)
        if change is None or not here.desk.record(say.SAVED, [change]):
            return no_update, no_update, no_update
        return here.desk.version, {"says": f"{say.SAVED}.", "undo": True}, ""

    @app.callback(Output("asked-list", "children"), Input(stores.SEEN, "data"))
    def tell(_: object) -> Any:
        return told(here.study())


def is_asked(pattern: str) -> bool:
    """Whether this is the id of what a question came to."""
    return pattern.startswith(f"{ASKED}:")


def told(study: Study) -> list[Component]:
    """What each question came to in all of a history, the newest first."""
    asked = study.history.asked
    if not asked:
        return [card(html.P(say.NONE_YET), title=say.ASKED)]
    pairs = [*zip(asked, study.asked, strict=True)][::-1]
    lines = [_answer(study, one, finding) for one, finding in pairs[:MOST]]
    more = [html.P(pattern_page.shown_of(MOST, len(pairs)), className="note")] if len(pairs) > MOST else []
    tested = sum(is_tested(finding) for finding in study.asked)
    count = patterns.asked_so_far(len(asked), tested)
    levels = {finding.level for finding in study.asked}
    means = [
        words for level, words in patterns.ASKED_LEVELS.items() if level in levels & {"clear", "possible"}
    ]
    return [
        card(
            html.P(say.WHOLE, className="note"),
            html.Ul(lines, className="asked"),
            *more,
            html.P(" ".join(means), className="note under") if means else None,
            title=say.ASKED,
            note=count,
        )
    ]


def _answer(study: Study, asked: Asked, finding: Finding) -> Component:
    see = go_to(KEY, say.SEE, "link", where="asked", focus=finding.id)
    return html.Li(
        [
            html.P([dot(finding.side), html.Strong(asked.words or finding.says)]),
            html.P(pattern_page.capital(finding.says)),
            strip(study, finding),
            html.P(
                [
                    level_mark(finding.level, is_tested(finding)),
                    html.Span(say.asked_on(asked), className="note"),
                    see if finding.relationships or finding.breaks else None,
                ],
                className="sure",
            ),
        ]
    )


def of_own(here: Here, *fields: object) -> Asked:
    """The question as put together.

    Raises:
        ValueError: something of it is missing, or is there twice.
    """
    form, first, then, last, tag, kind, typed = (one if isinstance(one, str) else "" for one in fields)
    vocabulary = here.history.vocabulary
    if form == "sequence":
        tags = [one for one in (first, then, last) if one]
        labels = [vocabulary[one].label if one in vocabulary else one for one in tags]
        if len(tags) < 2 or not first or not then or len(set(tags)) < len(tags) or first not in vocabulary:
            raise ValueError(say.NOT_WHOLE)
        written, kind = say.sequence(labels), ""
    else:
        if tag not in vocabulary or (form == "in_kind" and not kind):
            raise ValueError(say.NOT_WHOLE)
        tags = [tag]
        label = vocabulary[tag].label
        written = say.in_kind(label, kind) if form == "in_kind" else say.early_back(label, kind)
    return Asked.model_validate(
        {
            "id": uuid4().hex,
            "on": here.today(),
            "form": form,
            "tags": tuple(tags),
            "kind": kind or None,
            "words": typed.strip() or written,
        }
    )


def _one(label: str, id_: str, offered: list[Any]) -> Component:
    return dmc.Select(
        id=id_, label=label, data=offered, value=None, searchable=True, clearable=False,
        comboboxProps={"withinPortal": False},
    )  # fmt: skip
