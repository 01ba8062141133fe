"""A date as remembered, read back at once in plain days; a birth year is asked when an age needs it."""

from typing import Any

import dash_mantine_components as dmc
from dash import MATCH, Dash, Input, Output, html
from dash.development.base_component import Component

from models.dates import UNKNOWN_DATE, When
from models.errors import UnreadableDate
from timeline.messages import entry_forms as say
from timeline.ui.controls import button
from timeline.ui.forms.fields.field_values import field_id, frame_field
from timeline.ui.forms.fields.text_fields import line_field
from timeline.ui.session import Session


def date_field(
    name: str,
    label: str,
    value: str = "",
    *,
    here: Session,
    hint: str | None = None,
    needed: bool = False,
    unknown: bool = True,
) -> Component:
    """A date as written, with what is understood by it underneath.

    Args:
        name: of the field.
        label: what is asked.
        value: what stands there at first.
        here: whose birth turns ages into years.
        hint: a line under the label, "" for none; None for the forms a date can have.
        needed: whether the form cannot be saved without it.
        unknown: whether "I don't know when" is offered.
    """
    hint = say.WHEN_HINT if hint is None else hint
    given = dmc.TextInput(
        id=field_id(name, "when"), label=label, value=value, description=hint or None,
        inputProps={"autoComplete": "off", "spellCheck": "false"}, withAsterisk=needed,
    )  # fmt: skip
    says, kind = explain_typed_date(here, value)
    below: list[Component] = [html.P(says, id={"part": "reading", "name": name}, className=kind)]
    if unknown:
        below.append(button(say.DONT_KNOW, {"part": "unknown", "name": name}, "link"))
    return frame_field(name, given, html.Div(below, className="read-back"), kind="when")


def birth_year_field(here: Session, value: str = "") -> Component | None:
    """The question for the year of birth: in sight once an age is typed, and gone once it is known."""
    if here.history.person.birth is not None:
        return None
    return html.Div(line_field("birth", say.BIRTH_ASKED, value, hint=say.BIRTH_HINT), className="birth-asked")


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
    """Read dates back as they are typed, on every page that has any."""

    @app.callback(
        Output({"part": "reading", "name": MATCH}, "children"),
        Output({"part": "reading", "name": MATCH}, "className"),
        Input({"part": "field", "name": MATCH, "is": "when"}, "value"),
        prevent_initial_call=True,
    )
    def explain_date(written: object) -> Any:
        return explain_typed_date(here, written)

    app.clientside_callback(
        f"function (clicks) {{ return clicks ? {UNKNOWN_DATE!r} : window.dash_clientside.no_update; }}",
        Output({"part": "field", "name": MATCH, "is": "when"}, "value"),
        Input({"part": "unknown", "name": MATCH}, "n_clicks"),
        prevent_initial_call=True,
    )
