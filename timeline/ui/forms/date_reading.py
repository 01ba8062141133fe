"""A date as remembered, read back at once in plain days, on every page that has any."""

from typing import Any

from dash import MATCH, Dash, Input, Output

from models.dates import UNKNOWN_DATE, When
from models.errors import UnreadableDate
from timeline.messages import entry_forms as say
from timeline.ui.session import Session


def explain_typed_date(here: Session, written: object) -> tuple[str, str]:
    """What the program understands by a date, and the class of the line that says so."""
    if not isinstance(written, str) or not written.strip():
        return "", "reading"
    try:
        when = When(written.strip())
    except (UnreadableDate, ValueError):
        return "", "reading"
    span = here.history.span(when, here.today())
    birth = here.history.birth
    if span and birth and span.last < birth.first:
        return say.before_birth_note(when.as_written), "reading"
    if span and span.first > here.today():
        return say.future_date_warning(when.as_written), "reading"
    asks = " needs-birth" if when.ages and span is None else ""
    return say.explain_date(when, span, here.history.age(when, here.today())), f"reading{asks}"


def add_to(app: Dash, here: Session) -> None:
    """Read dates back as they are typed."""
    reading = {"part": "reading", "form": MATCH, "name": MATCH}
    typed = {"part": "field", "form": MATCH, "name": MATCH, "is": "when"}

    @app.callback(
        output={"says": Output(reading, "children"), "look": Output(reading, "className")},
        inputs=[Input(typed, "value")],
        prevent_initial_call=True,
    )
    def explain_date(written: object) -> Any:
        says, look = explain_typed_date(here, written)
        return {"says": says, "look": look}

    app.clientside_callback(
        f"function (clicks) {{ return clicks ? {UNKNOWN_DATE!r} : window.dash_clientside.no_update; }}",
        Output(typed, "value"),
        Input({"part": "unknown", "form": MATCH, "name": MATCH}, "n_clicks"),
        prevent_initial_call=True,
    )
