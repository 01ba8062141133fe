"""Callbacks that answer by name: a function returns what changes, and all else stays as it is."""

from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any

from dash import Dash, Input, Output, State, ctx, no_update

from timeline.ui import stores
from timeline.ui.session import Session

Update = dict[str, Any]
"""What changes, by the names of a callback's outputs; {} where nothing does."""

SAVED: dict[str, Output] = {
    "seen": Output(stores.SEEN_VERSION, "data", allow_duplicate=True),
    "toast": Output(stores.TOAST, "data", allow_duplicate=True),
}
"""The outputs of whoever saves: the version to be shown, and what the toast says."""


def add_callback(
    app: Dash, outputs: Mapping[str, Output], *sources: Input | State, at_start: bool = False
) -> Callable[[Callable[..., Update]], Callable[..., Update]]:
    """Give `app` a callback that answers by name.

    Args:
        app: the application.
        outputs: where each named value goes; that of a pattern is a mapping by the `name` of each id, and
            empties those it leaves out.
        sources: what it is handed, in this order.
        at_start: whether it is called when a page is drawn, too.
    """

    def decorate(function: Callable[..., Update]) -> Callable[..., Update]:
        @app.callback(output=dict(outputs), inputs=list(sources), prevent_initial_call=not at_start)
        @wraps(function)
        def answer(*values: Any) -> Update:
            changed = function(*values)
            return {
                name: _spread(changed.get(name, no_update), ctx.outputs_grouping[name]) for name in outputs
            }

        return function

    return decorate


def _spread(value: Any, place: Any) -> Any:
    """A value for one output, or for each that a pattern found."""
    if not isinstance(place, list):
        return value
    if value is no_update:
        return [no_update] * len(place)
    return [value.get(one["id"]["name"], "") for one in place]


def is_pressed() -> bool:
    """Whether a button was pressed: a page that is shown again brings its buttons anew, which is no press."""
    return bool(ctx.triggered and ctx.triggered[0]["value"])


def pressed_id() -> dict[str, Any]:
    """The id of the button of a pattern that was pressed; {} where none was."""
    return ctx.triggered_id if is_pressed() and isinstance(ctx.triggered_id, dict) else {}


def show_saved(here: Session, says: str) -> Update:
    """What follows once something is saved: all is drawn anew, and the toast says what was done."""
    return {"seen": here.desk.version, "toast": {"says": says, "undo": True}}
