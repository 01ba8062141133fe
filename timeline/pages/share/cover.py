"""The first page in the person's own words, kept field by field."""

from typing import Any

from dash import Dash, Input, Output, no_update
from dash.development.base_component import Component
from pydantic import ValidationError

from models.changes import Change
from models.history import entry_text
from models.sharing import Cover
from timeline.parts import stores
from timeline.parts.controls import card, text_area, text_field
from timeline.parts.here import Here
from timeline.words import share_page as say

_FIELDS = tuple(say.COVER_FIELDS)


def form(cover: Cover) -> Component:
    """The fields, as they are kept."""
    fields = []
    for field, (label, hint) in say.COVER_FIELDS.items():
        kept = getattr(cover, field)
        value = "\n".join(kept) if isinstance(kept, tuple) else kept
        make = text_field if field == "title" else text_area
        fields.append(make(label, _id(field), value, hint=hint, debounce=True))
    return card(*fields, title=say.COVER, note=say.COVER_NOTE, kind="form")


def add_to(app: Dash, here: Here) -> None:
    """Save a field when it is left; what cannot be saved stays, with the sentence below it."""

    @app.callback(
        Output(stores.SEEN, "data", allow_duplicate=True),
        Output(stores.SAID, "data", allow_duplicate=True),
        *(Output(_id(field), "error") for field in _FIELDS),
        *(Input(_id(field), "value") for field in _FIELDS),
        prevent_initial_call=True,
    )
    def save(*values: object) -> Any:
        told = dict(zip(_FIELDS, (value if isinstance(value, str) else "" for value in values), strict=True))
        lines = tuple(line.strip() for line in told["questions"].splitlines() if line.strip())
        try:
            wanted = Cover.model_validate(told | {"questions": lines})
        except ValidationError as error:
            wrong = {str(one["loc"][0]): one["msg"] for one in error.errors(include_url=False)}
            return no_update, no_update, *(wrong.get(field) for field in _FIELDS)
        before = here.history.body("cover", "")
        after = None if wanted == Cover() else entry_text(wanted)
        fine = [None] * len(_FIELDS)
        if not here.desk.record(say.CHANGED_COVER, [Change("cover", "", before, after)]):
            return no_update, no_update, *fine
        return here.desk.version, {"says": say.CHANGED_COVER + ".", "undo": True}, *fine


def _id(field: str) -> str:
    return f"cover-{field}"
