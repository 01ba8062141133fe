"""The seven steps: a path that forces nothing, and a place for each, resumed exactly where one was."""

import json
from typing import Any

from dash import Dash, Input, Output
from dash.development.base_component import Component

from timeline.messages import steps as words
from timeline.ui import stores
from timeline.ui.controls import page_button
from timeline.ui.forms.walk_driver import WalkDriver
from timeline.ui.pages.steps import (
    step_1_check_in,
    step_2_life_so_far,
    step_3_kind_notes,
    step_4_reasons,
    step_5_connection,
    step_6_confidence,
    step_7_reflection,
    steps_path,
)
from timeline.ui.session import Session

KEY = "steps"
REDRAWS_ON_CHANGE = False

STEPS = tuple(
    one.STEP
    for one in (
        step_1_check_in, step_2_life_so_far, step_3_kind_notes, step_4_reasons, step_5_connection,
        step_6_confidence, step_7_reflection,
    )
)  # fmt: skip
_WALK_DRIVER = WalkDriver(KEY, STEPS)


def title() -> str:
    """Its name in the way about."""
    return words.PAGE_TITLE


def layout(here: Session, place: dict[str, Any]) -> Component:
    """The path, or the step, walk and entry that `focus` names: "heal", "step-3", "heal/kind-note/ID"."""
    name, walk, of = (*str(place.get("focus") or "").split("/", 2), "", "", "")[:3]
    step = next((one for one in STEPS if name and name in (one.key, f"step-{one.number}")), None)
    if step is None:
        return steps_path.draw_path(here, STEPS)
    way_back = page_button(KEY, words.ALL_STEPS, "link", where="path")
    return _WALK_DRIVER.draw_step(here, step, walk, of, way_back=way_back)


def add_to(app: Dash, here: Session) -> None:
    """Give `app` the moves of the steps."""
    _WALK_DRIVER.add_to(app, here)
    pause = {"says": words.PAUSE, "on": words.PAUSE_ON, "close": words.PAUSE_CLOSE}
    app.clientside_callback(
        f"function (place) {{ return window.steps.pauseWords({json.dumps(pause)}); }}",
        Output("house", "title"),
        Input(stores.PLACE, "data"),
    )
