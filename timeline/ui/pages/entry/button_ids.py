"""The buttons of a form, by what they do to it: some leave it, some save it."""

from typing import Any

from dash import ALL

LEAVE_BUTTONS: dict[str, Any] = {"part": "leave", "does": ALL}
SAVE_BUTTONS: dict[str, Any] = {"part": "save", "does": ALL}


def leave_button_id(does: str) -> dict[str, str | int]:
    """The id of a button that leaves the form: close, let-go, take-theirs, someone, good-first."""
    return {"part": "leave", "does": does}


def save_button_id(does: str) -> dict[str, str | int]:
    """The id of a button that saves the form: save, or mine, over what another tab saved."""
    return {"part": "save", "does": does}
