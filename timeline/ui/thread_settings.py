"""How the threads are worked out, to be changed: half-life, and whether what was given is added.

The same fields stand below the picture and under Settings, one of the two at a time.
"""

from collections.abc import Iterable

import dash_mantine_components as dmc
from dash import Dash, Input, Output, State, html
from dash.development.base_component import Component

from models.history import build_change
from models.settings import Settings
from timeline.messages import picture as say
from timeline.ui import stores
from timeline.ui.callbacks import SAVED, Update, add_callback, show_saved
from timeline.ui.forms.controls import number
from timeline.ui.session import Session

USUAL_HALF_LIFE = 3.0


def draw_thread_settings(settings: Settings) -> Component:
    """The fields, as it is read now."""
    return html.Div(
        [
            number(
                say.HALF_LIFE, "half-life", settings.half_life or USUAL_HALF_LIFE, min=1, max=10, step=1,
                clampBehavior="strict", debounce=400,
            ),
            dmc.Switch(id="never-fades", label=say.NEVER_FADES, checked=settings.half_life is None),
            dmc.Switch(id="count-given", label=say.COUNT_GIVEN, checked=settings.count_given),
        ],
        className="row settings",
    )  # fmt: skip


def add_to(app: Dash, here: Session) -> None:
    """Save what is changed, and follow what was changed elsewhere."""
    fields = {"half-life": "value", "never-fades": "checked", "count-given": "checked"}
    inputs = (Input(field, prop) for field, prop in fields.items())
    states = (State(field, prop) for field, prop in fields.items())
    outputs = {field: Output(field, prop) for field, prop in fields.items()}

    @add_callback(app, SAVED, *inputs)
    def save_thread_settings(half_life: object, never: object, given: object) -> Update:
        if not isinstance(half_life, int | float) or isinstance(half_life, bool) or not 1 <= half_life <= 10:
            return {}
        fades = None if never else float(half_life)
        return save_settings(here, say.CHANGED_READING, half_life=fades, count_given=bool(given))

    @add_callback(app, outputs, Input(stores.SETTLED_VERSION, "data"), *states, at_start=True)
    def show_saved_settings(_: object, *shown: object) -> Update:
        kept = here.history.settings
        wanted = (kept.half_life or shown[0], kept.half_life is None, kept.count_given)
        return find_changed(fields, wanted, shown)


def save_settings(here: Session, what: str, **fields: object) -> Update:
    """What follows once these settings were saved.

    Args:
        here: what is open.
        what: as undo names it.
        fields: of `Settings`, as they are to be.
    """
    now = here.history.settings
    wanted = Settings.model_validate(now.model_dump() | fields)
    change = build_change("settings", now, wanted)
    saved = change is not None and here.desk.record(what, [change])
    return show_saved(here, f"{what}.") if saved else {}


def find_changed(fields: Iterable[str], kept: Iterable[object], shown: Iterable[object]) -> Update:
    """What is kept, for each field that shows something else; the others stay, so that no typing is lost."""
    each = zip(fields, kept, shown, strict=True)
    return {field: one for field, one, now in each if one != now and (one or now)}
