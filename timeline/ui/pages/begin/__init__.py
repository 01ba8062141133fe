"""The beginning of a history: one thing at a time, each of them to be passed by, in any order."""

from collections.abc import Iterable, Mapping
from typing import Any

from dash import ClientsideFunction, Dash, Input, Output, State, dcc, html, no_update
from dash.development.base_component import Component
from pydantic import ValidationError

from models.changes import Change
from models.errors import TimelineError
from models.future_dates import future_dates
from models.history import COLLECTIONS, SINGLES, Person
from timeline.messages import begin as say
from timeline.messages import entry_forms as form_words
from timeline.messages import shell as house
from timeline.ui import stores
from timeline.ui.controls import button, page_button
from timeline.ui.forms import fields
from timeline.ui.forms.fields import (
    ALL_ERRORS,
    ALL_FIELDS,
    FieldValues,
    explain_field_error,
    fill_fields,
    read_fields,
)
from timeline.ui.forms.fields import field_values as read
from timeline.ui.pages.begin import drafts
from timeline.ui.pages.begin.start_questions import FIELD_PREFIX, StartQuestion, list_questions
from timeline.ui.session import Session

KEY = "begin"
REDRAWS_ON_CHANGE = False

_SAVE_BUTTON_ID: dict[str, str | int] = {"part": "begin", "does": "save"}


def title() -> str:
    """None: it is reached from within other pages."""
    return ""


def layout(here: Session, place: dict[str, Any]) -> Component:
    """The question that `focus` names, the first without; while a sample is open, the start of one's own."""
    if here.desk.is_sample:
        return html.Section(_draw_start(), className="card begin")
    step = next((one for one in list_questions() if one.key == place.get("focus")), list_questions()[0])
    return html.Div(
        [_draw_question_nav(step), html.Section(_draw_question(here, step), className="card begin")],
        className="beginning",
    )


def _draw_start() -> list[Component]:
    return [
        dcc.Store(id="begin-step", data=""),
        html.H1(say.START),
        html.P(say.START_SAYS),
        html.P(say.SAMPLE_GOES, className="note"),
        html.P(house.NOT_LOCKED, className="not-locked"),
        fields.line_field(f"{FIELD_PREFIX}name", say.NAME_QUESTION, hint=say.NAME_HINT, first=True),
        html.P(id="begin-wrong", role="alert", className="says-wrong"),
        html.Div(
            [
                button(say.START_BUTTON, "begin-start", "main"),
                page_button("picture", say.LOOK_FIRST, "quiet"),
            ],
            className="row",
        ),
    ]


def _draw_question_nav(now: StartQuestion) -> Component:
    """Every step, to go to in any order."""
    ways = [
        html.Li(
            page_button(KEY, step.short_title, "quiet", where="way", focus=step.key),
            className="now" if step is now else "",
            **({"aria-current": "step"} if step is now else {}),
        )
        for step in list_questions()
    ]
    return html.Nav(html.Ol(ways), className="way", **{"aria-label": say.STEPS})


def _draw_question(here: Session, step: StartQuestion) -> list[Component | None]:
    at = list_questions().index(step)
    on, back = (
        [one.key for one in list_questions()[at + 1 :][:1]],
        [one.key for one in list_questions()[:at][-1:]],
    )
    passing = (
        page_button(KEY, say.PASS_BY if step.parse_answer else say.GO_ON, "plain", where="on", focus=on[0])
        if on
        else None
    )
    presses = [
        button(say.SAVE_ON, _SAVE_BUTTON_ID, "main", **{"data-key": "save"}) if step.parse_answer else None,
        passing or page_button("picture", say.TO_TIMELINE, "plain", where="end"),
        page_button(KEY, say.BACK, "quiet", where="back", focus=back[0]) if back else None,
    ]
    asked, typed = html.Div(step.draw(here), className="fields"), drafts.load_draft(here, step.key)
    fill_fields(asked, typed, FIELD_PREFIX)
    return [
        dcc.Store(id="begin-step", data=step.key),
        dcc.Store(id="begin-tick"),
        html.H1(step.title),
        html.P(step.note, className="note"),
        html.P(form_words.DRAFT_BACK, className="note") if typed else None,
        asked,
        html.P(id="begin-wrong", role="alert", className="says-wrong"),
        html.Div(presses, className="row"),
        html.P(say.ANY_ORDER, className="note small"),
    ]


def add_to(app: Dash, here: Session) -> None:
    """Start a notebook, and save each step."""

    @app.callback(
        Output(stores.SEEN_VERSION, "data", allow_duplicate=True),
        Output(stores.PLACE, "data", allow_duplicate=True),
        Output("begin-wrong", "children", allow_duplicate=True),
        # What was followed in the sample is nothing of one's own.
        Output(stores.CHOSEN_THREAD, "data", allow_duplicate=True),
        Output(stores.SPAN, "data", allow_duplicate=True),
        Output(stores.FILTER, "data", allow_duplicate=True),
        Input("begin-start", "n_clicks"),
        State(ALL_FIELDS, "id"),
        State(ALL_FIELDS, "value"),
        prevent_initial_call=True,
    )
    def start(clicks: int | None, ids: Any, values: Any) -> Any:
        same = (no_update,) * 5
        if not clicks:
            return no_update, *same
        try:
            here.desk.start_own(Person(name=read.get_line(read_fields(ids, values, FIELD_PREFIX), "name")))
        except ValidationError as error:
            return *same[:2], explain_field_error(error.errors(include_url=False)[0]), *same[2:]
        except TimelineError as error:
            return *same[:2], str(error), *same[2:]
        return (
            here.desk.version,
            {"page": KEY, "focus": list_questions()[0].key},
            "",
            None,
            stores.WHOLE_SPAN,
            None,
        )

    @app.callback(
        Output(stores.SEEN_VERSION, "data", allow_duplicate=True),
        Output(stores.TOAST, "data", allow_duplicate=True),
        Output(stores.PLACE, "data", allow_duplicate=True),
        Output(ALL_ERRORS, "children", allow_duplicate=True),
        Output("begin-wrong", "children"),
        Input({"part": "begin", "does": "save"}, "n_clicks"),
        State("begin-step", "data"),
        State(ALL_FIELDS, "id"),
        State(ALL_FIELDS, "value"),
        State(ALL_ERRORS, "id"),
        prevent_initial_call=True,
    )
    def save(clicks: int | None, key: Any, ids: Any, values: Any, places: Any) -> Any:
        same = [no_update] * len(places or [])
        at = next(
            (number for number, one in enumerate(list_questions()) if one.key == key and one.parse_answer),
            None,
        )
        if not clicks or at is None:
            return *[no_update] * 3, same, no_update
        meant, wrong = save_answer(here, list_questions()[at], read_fields(ids, values, FIELD_PREFIX))
        if wrong:
            told = [wrong.get(place["name"].removeprefix(FIELD_PREFIX), "") for place in places]
            return *[no_update] * 3, told, wrong.get("") or form_words.NOT_SAVED_YET
        drafts.drop_draft(here, list_questions()[at].key)
        on = list_questions()[at + 1 : at + 2]
        place = {"page": KEY, "focus": on[0].key} if on else {"page": "picture"}
        toast = {"says": form_words.toast(meant), "undo": True} if meant else no_update
        return here.desk.version, toast, place, same, ""

    drafts.add_to(app, here)
    app.clientside_callback(
        ClientsideFunction("entry", "mark"),
        Output("begin-wrong", "title"),
        Input("begin-wrong", "children"),
        Input("begin-step", "data"),  # another question in the same place: nothing is wrong yet
    )
    app.clientside_callback(
        ClientsideFunction("entry", "stepped"),
        Output("begin-step", "storage_type"),
        Input("begin-step", "data"),
    )


def save_answer(here: Session, step: StartQuestion, typed: FieldValues) -> tuple[str, Mapping[str, str]]:
    """The name of what was saved, "" if nothing was typed; and what is wrong, by field, "" for the whole."""
    assert step.parse_answer
    try:
        meant = step.parse_answer(here, typed)
        if late := _first_future_date(here, meant.changes):
            return "", {"": form_words.future_date_warning(late)}
        if meant.changes and not meant.field_errors:
            here.desk.record(meant.undo_name, meant.changes)
            return meant.undo_name, {}
    except (TimelineError, ValueError) as error:
        return "", {"": str(error)}
    return "", meant.field_errors


def _first_future_date(here: Session, changes: Iterable[Change]) -> str:
    """The first date in what is to be saved that lies after today, "" if there is none."""
    models, birth, today = COLLECTIONS | SINGLES, here.history.birth, here.today()
    told = ((one.kind, models[one.kind].model_validate_json(one.after)) for one in changes if one.after)
    return next(
        (when.as_written for kind, entry in told for _, when in future_dates(kind, entry, birth, today)), ""
    )
