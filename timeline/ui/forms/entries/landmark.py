"""A landmark: a move, a school, a birth, to remember other things by."""

from typing import Any

from dash.development.base_component import Component

from models.history import Landmark
from timeline.messages import entry_forms as say
from timeline.messages.begin import number_label
from timeline.ui.forms import field_values as read
from timeline.ui.forms.entry_form import EntryForm
from timeline.ui.forms.field_values import FieldValues
from timeline.ui.forms.form_fields import FormFields


def _fill(entry: Landmark) -> FieldValues:
    until = entry.until.as_written if entry.until else ""
    return {"label": entry.label, "when": entry.when.as_written, "until": until}


def _parse(typed: FieldValues) -> dict[str, Any]:
    fields = {name: read.get_line(typed, name) for name in ("label", "when", "until")}
    return fields | {"until": fields["until"] or None}


def _locate(where: tuple[Any, ...], _: FieldValues) -> str:
    return str(where[0]) if where else "until"  # as a whole it ends before it begins


def draw_name_and_date(form: FormFields, number: int = 0) -> list[Component]:
    """What it is and when it was: alone, or as one of several of which each may stay empty, from 1."""
    alone, first = number == 0, number <= 1
    label, when = (number_label(max(number, 1), asked) for asked in (say.LANDMARK, say.WHEN_QUESTION))
    hint = say.WHEN_NEEDED_HINT if first else ""
    return [form.line("label", label, needed=alone, first=first), form.date("when", when, hint, needed=alone)]


def _draw(form: FormFields) -> list[Component | None]:
    return [
        *draw_name_and_date(form),
        form.date("until", say.LANDMARK_UNTIL, say.UNTIL_HINT),
        form.birth_year(),
    ]


FORM = EntryForm(
    "landmark", "landmarks", lambda: say.LANDMARK_NEW, _draw, _fill, _parse, note=lambda: say.LANDMARK_NOTE,
    locate=_locate,
)  # fmt: skip
