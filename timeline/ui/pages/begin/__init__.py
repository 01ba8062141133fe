"""The beginning of a history: one thing at a time, each of them to be passed by, in any order."""

from collections.abc import Iterable, Mapping
from typing import Any

from dash import ClientsideFunction, Dash, Input, Output, State, dcc, html, no_update
from dash.development.base_component import Component
from pydantic import ValidationError

from models.changes import Change
from models.coming import not_come
from models.errors import TimelineError
from models.history import COLLECTIONS, SINGLES, Person
from timeline.messages import begin as say
from timeline.messages import entry as form_words
from timeline.messages import house
from timeline.ui import stores
from timeline.ui.controls import button, go_to
from timeline.ui.forms import fields
from timeline.ui.forms.fields import ALL_ERRORS, ALL_FIELDS, Typed, fill, sentence, typed_in
from timeline.ui.forms.fields import typed as read
from timeline.ui.here import Here
from timeline.ui.pages.begin import drafts
from timeline.ui.pages.begin.asked import NAMED, STEPS, Step

KEY = "begin"
TITLE = ""
FOLLOWS = False

_PRESS: dict[str, str | int] = {"part": "begin", "does": "save"}


def layout(here: Here, place: dict[str, Any]) -> Component:
    """The question that `focus` names, the first without; while a sample is open, the start of one's own."""
    if here.desk.is_sample:
        return html.Section(_start(), className="card begin")
    step = next((one for one in STEPS if one.key == place.get("focus")), STEPS[0])
    return html.Div(
        [_way(step), html.Section(_asked(here, step), className="card begin")], className="beginning"
    )


def _start() -> list[Component]:
    return [
        dcc.Store(id="begin-step", data=""),
        html.H1(say.START),
        html.P(say.START_SAYS),
        html.P(say.SAMPLE_GOES, className="note"),
        html.P(house.NOT_LOCKED, className="not-locked"),
        fields.line(f"{NAMED}name", say.CALLED, hint=say.CALLED_HINT, first=True),
        html.P(id="begin-wrong", role="alert", className="says-wrong"),
        html.Div(
            [button(say.START_BUTTON, "begin-start", "main"), go_to("picture", say.LOOK_FIRST, "quiet")],
            className="row",
        ),
    ]


def _way(now: Step) -> Component:
    """Every step, to go to in any order."""
    ways = [
        html.Li(
            go_to(KEY, step.short, "quiet", where="way", focus=step.key),
            className="now" if step is now else "",
            **({"aria-current": "step"} if step is now else {}),
        )
        for step in STEPS
    ]
    return html.Nav(html.Ol(ways), className="way", **{"aria-label": say.STEPS})


def _asked(here: Here, step: Step) -> list[Component | None]:
    at = STEPS.index(step)
    on, back = [one.key for one in STEPS[at + 1 :][:1]], [one.key for one in STEPS[:at][-1:]]
    passing = (
        go_to(KEY, say.PASS_BY if step.means else say.GO_ON, "plain", where="on", focus=on[0]) if on else None
    )
    presses = [
        button(say.SAVE_ON, _PRESS, "main", **{"data-key": "save"}) if step.means else None,
        passing or go_to("picture", say.TO_TIMELINE, "plain", where="end"),
        go_to(KEY, say.BACK, "quiet", where="back", focus=back[0]) if back else None,
    ]
    asked, typed = html.Div(step.draw(here), className="fields"), drafts.kept(here, step.key)
    fill(asked, typed, NAMED)
    return [
        dcc.Store(id="begin-step", data=step.key),
        dcc.Store(id="begin-tick"),
        html.H1(step.title),
        html.P(step.says, className="note"),
        html.P(form_words.DRAFT_BACK, className="note") if typed else None,
        asked,
        html.P(id="begin-wrong", role="alert", className="says-wrong"),
        html.Div(presses, className="row"),
        html.P(say.ANY_ORDER, className="note small"),
    ]


def add_to(app: Dash, here: Here) -> None:
    """Start a notebook, and save each step."""

    @app.callback(
        Output(stores.SEEN, "data", allow_duplicate=True),
        Output(stores.PLACE, "data", allow_duplicate=True),
        Output("begin-wrong", "children", allow_duplicate=True),
        # What was followed in the sample is nothing of one's own.
        Output(stores.CHOSEN, "data", allow_duplicate=True),
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
            here.desk.start_own(Person(name=read.one_line(typed_in(ids, values, NAMED), "name")))
        except ValidationError as error:
            return *same[:2], sentence(error.errors(include_url=False)[0]), *same[2:]
        except TimelineError as error:
            return *same[:2], str(error), *same[2:]
        return here.desk.version, {"page": KEY, "focus": STEPS[0].key}, "", None, stores.WHOLE, None

    @app.callback(
        Output(stores.SEEN, "data", allow_duplicate=True),
        Output(stores.SAID, "data", allow_duplicate=True),
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
        at = next((number for number, one in enumerate(STEPS) if one.key == key and one.means), None)
        if not clicks or at is None:
            return *[no_update] * 3, same, no_update
        meant, wrong = record(here, STEPS[at], typed_in(ids, values, NAMED))
        if wrong:
            told = [wrong.get(place["name"].removeprefix(NAMED), "") for place in places]
            return *[no_update] * 3, told, wrong.get("") or form_words.NOT_SAVED_YET
        drafts.drop(here, STEPS[at].key)
        on = STEPS[at + 1 : at + 2]
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


def record(here: Here, step: Step, typed: Typed) -> tuple[str, Mapping[str, str]]:
    """The name of what was saved, "" if nothing was typed; and what is wrong, by field, "" for the whole."""
    assert step.means
    try:
        meant = step.means(here, typed)
        if late := _not_come(here, meant.changes):
            return "", {"": form_words.not_come(late)}
        if meant.changes and not meant.wrong:
            here.desk.record(meant.what, meant.changes)
            return meant.what, {}
    except (TimelineError, ValueError) as error:
        return "", {"": str(error)}
    return "", meant.wrong


def _not_come(here: Here, changes: Iterable[Change]) -> str:
    """The first date in what is to be saved that lies after today, "" if there is none."""
    models, birth, today = COLLECTIONS | SINGLES, here.history.birth, here.today()
    told = ((one.kind, models[one.kind].model_validate_json(one.after)) for one in changes if one.after)
    return next((when.written for kind, entry in told for _, when in not_come(kind, entry, birth, today)), "")
