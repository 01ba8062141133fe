"""What is typed under a question and not saved: kept as it is typed, and there again on coming back to it."""

import json
from typing import Any

from dash import Dash, Input, State, html

from timeline.ui.forms.fields import (
    ALL_FIELDS,
    FieldValues,
    drop_empty_values,
    read_drawn_values,
    read_fields,
)
from timeline.ui.pages.begin.start_questions import FIELD_PREFIX, list_questions
from timeline.ui.session import Session


def load_draft(here: Session, key: str) -> FieldValues:
    """What was typed under the question `key` and not saved, by its fields; nothing if nothing was."""
    draft = here.desk.draft(_draft_key(key))
    return json.loads(draft) if draft is not None else {}


def drop_draft(here: Session, key: str) -> None:
    """Forget it: it is saved."""
    here.desk.drop_draft(_draft_key(key))


def add_to(app: Dash, here: Session) -> None:
    """Keep it a moment after the last key: the browser says when."""

    @app.callback(
        Input("begin-tick", "data"),
        State("begin-step", "data"),
        State(ALL_FIELDS, "id"),
        State(ALL_FIELDS, "value"),
        prevent_initial_call=True,
    )
    def keep_draft(tick: Any, key: Any, ids: Any, values: Any) -> None:
        step = next((step for step in list_questions() if step.key == key), None)
        if not tick or step is None:
            return
        typed = read_fields(ids, values, FIELD_PREFIX)
        if drop_empty_values(typed) == drop_empty_values(
            read_drawn_values(html.Div(step.draw(here)), FIELD_PREFIX)
        ):
            here.desk.drop_draft(_draft_key(step.key))
        else:
            here.desk.save_draft(_draft_key(step.key), json.dumps(typed))


def _draft_key(key: str) -> str:
    return f"begin/{key}"
