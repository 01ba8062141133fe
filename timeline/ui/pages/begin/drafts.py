"""What is typed under a question and not saved: kept as it is typed, and there again on coming back to it."""

import json
from typing import Any

from dash import Dash, Input, State, html

from timeline.ui.forms.fields import ALL_FIELDS, Typed, drawn_with, said, typed_in
from timeline.ui.here import Here
from timeline.ui.pages.begin.asked import NAMED, STEPS


def kept(here: Here, key: str) -> Typed:
    """What was typed under the question `key` and not saved, by its fields; nothing if nothing was."""
    draft = here.desk.draft(_name(key))
    return json.loads(draft) if draft is not None else {}


def drop(here: Here, key: str) -> None:
    """Forget it: it is saved."""
    here.desk.drop_draft(_name(key))


def add_to(app: Dash, here: Here) -> None:
    """Keep it a moment after the last key: the browser says when."""

    @app.callback(
        Input("begin-tick", "data"),
        State("begin-step", "data"),
        State(ALL_FIELDS, "id"),
        State(ALL_FIELDS, "value"),
        prevent_initial_call=True,
    )
    def keep(tick: Any, key: Any, ids: Any, values: Any) -> None:
        step = next((step for step in STEPS if step.key == key), None)
        if not tick or step is None:
            return
        typed = typed_in(ids, values, NAMED)
        if said(typed) == said(drawn_with(html.Div(step.draw(here)), NAMED)):
            here.desk.drop_draft(_name(step.key))
        else:
            here.desk.save_draft(_name(step.key), json.dumps(typed))


def _name(key: str) -> str:
    return f"begin/{key}"
