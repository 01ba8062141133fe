"""The person's own word on a pattern: fits, does not fit or unsure, and a note; undo takes it back."""

from typing import Any

from dash import Dash, Input, Output, State, dcc, html, no_update
from dash.development.base_component import Component

from models.base import STORY_MAX
from models.errors import TimelineError
from models.history import History, build_change
from models.sharing import Verdict
from timeline.messages import pattern_page as say
from timeline.ui import stores
from timeline.ui.controls import button, card, radio_group, text_area
from timeline.ui.pages.patterns.cards import find_finding
from timeline.ui.session import Session

MAX_ID_LENGTH = 200  # an id


def verdict_form(here: Session, pattern: str) -> Component:
    """The form, as it stands now; a note that was typed and not kept is there again."""
    verdict = _verdict(here.history, pattern)
    note = verdict.note if verdict else ""
    typed = here.desk.draft(_draft_key(pattern))
    typed = None if typed == note else typed
    return card(
        html.Div(
            [
                radio_group(
                    say.OWN_WORD,
                    "verdict-word",
                    say.VERDICT_OPTIONS,
                    verdict.word if verdict else None,
                    hint=say.OWN_WORD_NOTE,
                ),
                text_area(say.NOTE, "verdict-note", note if typed is None else typed),
                html.Div(
                    [
                        button(say.KEEP, "verdict-keep", "main", **{"data-key": "save"}),
                        button(say.WITHDRAW_VERDICT, "verdict-away", "quiet", hidden=verdict is None),
                        html.Span(
                            "" if typed is None else say.NOT_KEPT_YET,
                            id="verdict-says",
                            role="status",
                            className="note",
                        ),
                    ],
                    className="row",
                ),
            ],
            className="stack",
        ),
        dcc.Store(id="verdict-typed"),
        dcc.Store(id="verdict-of", data={"pattern": pattern, "was": _serialise_verdict(verdict)}),
        id="own-word",
    )


def add_to(app: Dash, here: Session) -> None:
    """Keep it, take it away, and follow undo."""

    @app.callback(
        Output(stores.SEEN_VERSION, "data", allow_duplicate=True),
        Output(stores.TOAST, "data", allow_duplicate=True),
        Output("verdict-says", "children"),
        Input("verdict-keep", "n_clicks"),
        State("verdict-of", "data"),
        State("verdict-word", "value"),
        State("verdict-note", "value"),
        prevent_initial_call=True,
    )
    def keep(clicks: object, of: object, word: object, note: object) -> Any:
        pattern = _read_pattern_id(of)
        if not clicks or not pattern:
            return no_update, no_update, no_update
        if word not in {key for key, _ in say.VERDICT_OPTIONS}:
            return no_update, no_update, say.CHOOSE_FIRST
        was = _verdict(here.history, pattern)
        id_ = was.id if was else pattern  # a file may have given it another one
        try:
            told = Verdict(id=id_, pattern=pattern, word=word, note=note if isinstance(note, str) else "")
        except ValueError:
            return no_update, no_update, say.CANNOT_KEEP
        return _record(here, pattern, told)

    @app.callback(
        Output(stores.SEEN_VERSION, "data", allow_duplicate=True),
        Output(stores.TOAST, "data", allow_duplicate=True),
        Output("verdict-says", "children", allow_duplicate=True),
        Input("verdict-away", "n_clicks"),
        State("verdict-of", "data"),
        prevent_initial_call=True,
    )
    def withdraw_verdict(clicks: object, of: object) -> Any:
        pattern = _read_pattern_id(of)
        if not clicks or not pattern:
            return no_update, no_update, no_update
        return _record(here, pattern, None)

    # Sent by assets/js/patterns.js a moment after the last letter.
    @app.callback(Input("verdict-typed", "data"), State("verdict-of", "data"), prevent_initial_call=True)
    def keep_draft(typed: object, of: object) -> None:
        pattern = _read_pattern_id(of)
        if pattern and isinstance(typed, str) and len(typed) <= STORY_MAX:
            here.desk.save_draft(_draft_key(pattern), typed)

    @app.callback(
        Output("verdict-of", "data"),
        Output("verdict-word", "value"),
        Output("verdict-note", "value"),
        Output("verdict-away", "hidden"),
        Input(stores.SEEN_VERSION, "data"),
        State("verdict-of", "data"),
    )
    def follow(_: object, of: object) -> Any:
        pattern = _read_pattern_id(of)
        verdict = _verdict(here.history, pattern) if pattern else None
        if not isinstance(of, dict) or _serialise_verdict(verdict) == of.get("was"):
            return (no_update,) * 4
        return (
            {"pattern": pattern, "was": _serialise_verdict(verdict)},
            verdict.word if verdict else None,
            verdict.note if verdict else "",
            verdict is None,
        )


def _record(here: Session, pattern: str, told: Verdict | None) -> Any:
    """Save it, and forget the draft once it is saved, and not before."""
    change = build_change("verdicts", _verdict(here.history, pattern), told)
    if change is None:
        here.desk.drop_draft(_draft_key(pattern))
        return no_update, no_update, ""
    finding = find_finding(here.get_study(), pattern)
    name = say.title(finding, here.history) if finding else say.NOT_THERE_NOW
    try:
        here.desk.record(say.verdict_undo_name(name), [change])
    except TimelineError as error:
        return no_update, no_update, str(error)
    here.desk.drop_draft(_draft_key(pattern))
    return (
        here.desk.version,
        {"says": say.verdict_saved_toast(name) if told else say.verdict_withdrawn_toast(name), "undo": True},
        "",
    )


def _verdict(history: History, pattern: str) -> Verdict | None:
    return next((one for one in history.verdicts if one.pattern == pattern), None)


def _draft_key(pattern: str) -> str:
    return f"verdict:{pattern}"


def _serialise_verdict(verdict: Verdict | None) -> str:
    return verdict.model_dump_json() if verdict else ""


def _read_pattern_id(of: object) -> str:
    pattern = of.get("pattern") if isinstance(of, dict) else None
    return pattern if isinstance(pattern, str) and len(pattern) <= MAX_ID_LENGTH else ""
