"""The seven steps: a path that forces nothing, and a place for each, resumed exactly where one was."""

import json
from typing import Any

from dash import Dash, Input, Output
from dash.development.base_component import Component

from timeline.messages import steps as words
from timeline.ui import stores
from timeline.ui.controls import go_to
from timeline.ui.forms.asking import Asking
from timeline.ui.here import Here
from timeline.ui.pages.steps import able, allow, connect, fair, heal, path, sort, trust

KEY = "steps"
TITLE = "Steps"
FOLLOWS = False

STEPS = (allow.STEP, sort.STEP, heal.STEP, fair.STEP, connect.STEP, able.STEP, trust.STEP)
_ASKING = Asking(KEY, STEPS)


def layout(here: Here, place: dict[str, Any]) -> Component:
    """The path, or the step, walk and entry that `focus` names: "heal", "step-3", "heal/kind-note/ID"."""
    name, walk, of = (*str(place.get("focus") or "").split("/", 2), "", "", "")[:3]
    step = next((one for one in STEPS if name and name in (one.key, f"step-{one.number}")), None)
    if step is None:
        return path.draw(here, STEPS)
    way_back = go_to(KEY, words.ALL_STEPS, "link", where="path")
    return _ASKING.place(here, step, walk, of, way_back=way_back)


def add_to(app: Dash, here: Here) -> None:
    """Give `app` the moves of the steps."""
    _ASKING.add_to(app, here)
    pause = {"says": words.PAUSE, "on": words.PAUSE_ON, "close": words.PAUSE_CLOSE}
    app.clientside_callback(
        f"function (place) {{ return window.steps.pauseWords({json.dumps(pause)}); }}",
        Output("house", "title"),
        Input(stores.PLACE, "data"),
    )
