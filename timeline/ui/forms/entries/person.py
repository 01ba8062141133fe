"""The writer: what to be called, when born, and the end of a life that is over."""

from typing import Any

from dash.development.base_component import Component

from models.history import Person
from timeline.messages import entry_forms as say
from timeline.ui.controls import fold
from timeline.ui.forms import field_values as read
from timeline.ui.forms.entry_form import EntryForm
from timeline.ui.forms.field_values import FieldValues
from timeline.ui.forms.form_fields import FormFields


def _fill(entry: Person) -> FieldValues:
    birth, until = (when.as_written if when else "" for when in (entry.birth, entry.until))
    return {"name": entry.name, "born": birth, "until": until}


def _parse(typed: FieldValues) -> dict[str, Any]:
    name, born, until = (read.get_line(typed, field) for field in ("name", "born", "until"))
    return {"name": name, "birth": born or None, "until": until or None}


def _locate(where: tuple[Any, ...], _: FieldValues) -> str:
    named = str(where[0]) if where else "until"
    return "born" if named == "birth" else named


def _draw(form: FormFields) -> list[Component | None]:
    end = form.date("until", say.PERSON_UNTIL, say.PERSON_UNTIL_HINT)
    return [
        form.line("name", say.PERSON_NAME, first=True),
        form.date("born", say.PERSON_BIRTH, say.PERSON_BIRTH_HINT),
        fold(say.PERSON_UNTIL, end, open=bool(form.get_text("until"))),
    ]


FORM = EntryForm(
    "person", "person", lambda: say.PERSON, _draw, _fill, _parse, locate=_locate,
    entry_name=lambda _: say.PERSON,
)  # fmt: skip
