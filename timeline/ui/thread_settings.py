"""How the threads are worked out, to be changed: half-life, and whether what was given is added.

The same fields stand below the picture and under Settings, one of the two at a time.
"""

from typing import Any

import dash_mantine_components as dmc
from dash import Dash, Input, Output, State, html, no_update
from dash.development.base_component import Component

from models.history import build_change
from models.settings import Settings
from timeline.messages import picture as say
from timeline.ui import stores
from timeline.ui.session import Session

USUAL_HALF_LIFE = 3.0


def draw_thread_settings(settings: Settings) -> Component:
    """The fields, as it is read now."""
    return html.Div(
        [
            dmc.NumberInput(
                id="half-life", label=say.HALF_LIFE, value=settings.half_life or USUAL_HALF_LIFE, min=1,
                max=10, step=1,
                clampBehavior="strict", debounce=400,
            ),
            dmc.Switch(id="never-fades", label=say.NEVER_FADES, checked=settings.half_life is None),
            dmc.Switch(id="count-given", label=say.COUNT_GIVEN, checked=settings.count_given),
        ],
        className="row settings",
    )  # fmt: skip


def add_to(app: Dash, here: Session) -> None:
    """Save what is changed, and follow what was changed elsewhere."""

    @app.callback(
        Output(stores.SEEN_VERSION, "data", allow_duplicate=True),
        Output(stores.TOAST, "data", allow_duplicate=True),
        Input("half-life", "value"),
        Input("never-fades", "checked"),
        Input("count-given", "checked"),
        prevent_initial_call=True,
    )
    def save_thread_settings(half_life: object, never: object, given: object) -> Any:
        if not isinstance(half_life, int | float) or isinstance(half_life, bool) or not 1 <= half_life <= 10:
            return no_update, no_update
        fades = None if never else float(half_life)
        return save_settings(here, say.CHANGED_READING, half_life=fades, count_given=bool(given))

    @app.callback(
        Output("half-life", "value"),
        Output("never-fades", "checked"),
        Output("count-given", "checked"),
        Input(stores.SETTLED_VERSION, "data"),
        State("half-life", "value"),
        State("never-fades", "checked"),
        State("count-given", "checked"),
    )
    def show_saved_settings(_: object, *shown: object) -> Any:
        settings = here.history.settings
        kept = (settings.half_life or shown[0], settings.half_life is None, settings.count_given)
        return skip_unchanged(kept, shown)


def save_settings(here: Session, what: str, **fields: object) -> Any:
    """What goes into the stores SEEN and SAID after these settings were saved.

    Args:
        here: what is open.
        what: as undo names it.
        fields: of `Settings`, as they are to be.
    """
    now = here.history.settings
    wanted = Settings.model_validate(now.model_dump() | fields)
    change = build_change("settings", now, wanted)
    if change is None or not here.desk.record(what, [change]):
        return no_update, no_update
    return here.desk.version, {"says": f"{what}.", "undo": True}


def skip_unchanged(kept: tuple[object, ...], shown: tuple[object, ...]) -> list[Any]:
    """What each field is to show: nothing new where it shows what is kept, so that no typing is lost."""
    return [
        no_update if one == now or (not one and not now) else one
        for one, now in zip(kept, shown, strict=True)
    ]
