"""The beginning of a history: one thing at a time, each of them to be passed by, in any order."""

from typing import Any

from dash import Dash, Input, Output, State, html
from dash.development.base_component import Component
from pydantic import ValidationError

from models.errors import TimelineError
from models.history import Person
from timeline.messages import begin as say
from timeline.messages import shell as house
from timeline.messages.problem_sentences import explain_error
from timeline.ui import stores
from timeline.ui.callbacks import Update, add_callback
from timeline.ui.controls import button, page_button
from timeline.ui.forms.field_values import form_errors_id, form_fields_id, get_line, read_fields
from timeline.ui.forms.form_fields import FormFields
from timeline.ui.forms.validation import find_field_errors
from timeline.ui.forms.walk_driver import WalkDriver
from timeline.ui.pages.begin.start_questions import START
from timeline.ui.session import Session

KEY = "begin"
REDRAWS_ON_CHANGE = False

_START_FORM = "start"
_WALK_DRIVER = WalkDriver(KEY, (START,))


def title() -> str:
    """None: it is reached from within other pages."""
    return ""


def layout(here: Session, place: dict[str, Any]) -> Component:
    """The question that `focus` names, the first without; while a sample is open, the start of one's own."""
    if here.desk.is_sample:
        return html.Section(_draw_start(here), className="card begin")
    return html.Div(_WALK_DRIVER.draw_step(here, START, str(place.get("focus") or "")), className="begin")


def _draw_start(here: Session) -> list[Component]:
    fields = FormFields(here, _START_FORM, model=Person)
    start = button(say.START_BUTTON, "begin-start", "main", **{"data-key": "save"})
    return [
        html.H1(say.START),
        html.P(say.START_SAYS),
        html.P(say.SAMPLE_GOES, className="note"),
        html.P(house.NOT_LOCKED, className="not-locked"),
        fields.line("name", say.NAME_QUESTION, say.NAME_HINT, first=True),
        html.P(id="begin-wrong", role="alert", className="says-wrong"),
        html.Div([start, page_button("picture", say.LOOK_FIRST, "quiet")], className="row"),
    ]


def add_to(app: Dash, here: Session) -> None:
    """Start a notebook, and ask what it begins with."""
    _WALK_DRIVER.add_to(app, here)
    # What was followed in the sample is nothing of one's own.
    put_away = {"thread": stores.CHOSEN_THREAD, "span": stores.SPAN, "filter": stores.FILTER}
    written = put_away | {"seen": stores.SEEN_VERSION, "place": stores.PLACE}
    outputs = {name: Output(store, "data", allow_duplicate=True) for name, store in written.items()}
    outputs |= {
        "wrong": Output("begin-wrong", "children"),
        "errors": Output(form_errors_id(_START_FORM), "children"),
    }
    fields = form_fields_id(_START_FORM)

    @add_callback(app, outputs, Input("begin-start", "n_clicks"), State(fields, "id"), State(fields, "value"))
    def start(clicks: int | None, ids: Any, values: Any) -> Update:
        if not clicks:
            return {}
        try:
            here.desk.start_own(Person(name=get_line(read_fields(ids, values, _START_FORM), "name")))
        except ValidationError as error:
            return {"errors": find_field_errors(error)}
        except TimelineError as error:
            return {"wrong": explain_error(error)}
        place = {"page": KEY, "focus": START.first_walk}
        return {
            "seen": here.desk.version,
            "place": place,
            "thread": None,
            "span": stores.WHOLE_SPAN,
            "filter": None,
        }
