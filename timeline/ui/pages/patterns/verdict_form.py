"""The person's own word on a pattern: fits, does not fit or unsure, and a note; undo takes it back."""

from dash import Dash, Input, Output, State, dcc, html
from dash.development.base_component import Component

from models.errors import TimelineError
from models.history import History, build_change
from models.limits import max_length
from models.sharing import Verdict
from timeline.messages import pattern_page as say
from timeline.messages.problem_sentences import explain_error
from timeline.ui import stores
from timeline.ui.callbacks import SAVED, Update, add_callback, show_saved
from timeline.ui.controls import button, card
from timeline.ui.forms import drafts
from timeline.ui.forms.controls import radios, text_area
from timeline.ui.pages.patterns.cards import find_finding
from timeline.ui.session import Session

MAX_ID_LENGTH = 200  # an id


def verdict_form(here: Session, pattern: str) -> Component:
    """The form, as it stands now; a note that was typed and not kept is there again."""
    verdict = _verdict(here.history, pattern)
    note = verdict.note if verdict else ""
    typed = (drafts.load_draft(here.desk, _draft_key(pattern)) or {}).get("note")
    typed = None if typed == note else typed
    return card(
        html.Div(
            [
                radios(
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
            className="stack fields",
            **{"data-draft": "verdict-typed"},
        ),
        dcc.Store(id="verdict-typed"),
        dcc.Store(id="verdict-of", data={"pattern": pattern, "was": _serialise_verdict(verdict)}),
        id="own-word",
    )


def add_to(app: Dash, here: Session) -> None:
    """Keep it, take it away, and follow undo."""
    said, of = Output("verdict-says", "children"), State("verdict-of", "data")
    said_too = Output("verdict-says", "children", allow_duplicate=True)
    followed = {
        "of": Output("verdict-of", "data"), "word": Output("verdict-word", "value"),
        "note": Output("verdict-note", "value"), "no_verdict": Output("verdict-away", "hidden"),
    }  # fmt: skip

    @add_callback(
        app, SAVED | {"says": said}, Input("verdict-keep", "n_clicks"), of, State("verdict-word", "value"),
        State("verdict-note", "value"),
    )  # fmt: skip
    def keep(clicks: object, of: object, word: object, note: object) -> Update:
        pattern = _read_pattern_id(of)
        if not clicks or not pattern:
            return {}
        if word not in {key for key, _ in say.VERDICT_OPTIONS}:
            return {"says": say.CHOOSE_FIRST}
        was = _verdict(here.history, pattern)
        id_ = was.id if was else pattern  # a file may have given it another one
        try:
            told = Verdict(id=id_, pattern=pattern, word=word, note=note if isinstance(note, str) else "")
        except ValueError:
            return {"says": say.CANNOT_KEEP}
        return _record(here, pattern, told)

    @add_callback(app, SAVED | {"says": said_too}, Input("verdict-away", "n_clicks"), of)
    def withdraw_verdict(clicks: object, of: object) -> Update:
        pattern = _read_pattern_id(of)
        return _record(here, pattern, None) if clicks and pattern else {}

    @app.callback(
        Input("verdict-typed", "data"), of, State("verdict-note", "value"), prevent_initial_call=True
    )
    def keep_draft(_: object, of: object, note: object) -> None:
        pattern = _read_pattern_id(of)
        if pattern and isinstance(note, str) and len(note) <= (max_length(Verdict, "note") or len(note)):
            drafts.save_draft(here.desk, _draft_key(pattern), note=note)

    @add_callback(app, followed, Input(stores.SEEN_VERSION, "data"), of, at_start=True)
    def follow(_: object, of: object) -> Update:
        pattern = _read_pattern_id(of)
        verdict = _verdict(here.history, pattern) if pattern else None
        now = _serialise_verdict(verdict)
        if not isinstance(of, dict) or now == of.get("was"):
            return {}
        word, note = (verdict.word, verdict.note) if verdict else (None, "")
        told = {"pattern": pattern, "was": now}
        return {"of": told, "word": word, "note": note, "no_verdict": verdict is None}


def _record(here: Session, pattern: str, told: Verdict | None) -> Update:
    """Save it, and forget the draft once it is saved, and not before."""
    change = build_change("verdicts", _verdict(here.history, pattern), told)
    if change is None:
        drafts.drop_draft(here.desk, _draft_key(pattern))
        return {"says": ""}
    finding = find_finding(here.get_study(), pattern)
    name = say.title(finding, here.history) if finding else say.NOT_THERE_NOW
    try:
        here.desk.record(say.verdict_undo_name(name), [change])
    except TimelineError as error:
        return {"says": explain_error(error)}
    drafts.drop_draft(here.desk, _draft_key(pattern))
    toast = say.verdict_saved_toast(name) if told else say.verdict_withdrawn_toast(name)
    return show_saved(here, toast) | {"says": ""}


def _verdict(history: History, pattern: str) -> Verdict | None:
    return next((one for one in history.verdicts if one.pattern == pattern), None)


def _draft_key(pattern: str) -> str:
    return f"verdict:{pattern}"


def _serialise_verdict(verdict: Verdict | None) -> str:
    return verdict.model_dump_json() if verdict else ""


def _read_pattern_id(of: object) -> str:
    pattern = of.get("pattern") if isinstance(of, dict) else None
    return pattern if isinstance(pattern, str) and len(pattern) <= MAX_ID_LENGTH else ""
