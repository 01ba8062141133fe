"""The buttons of a form, by what they do to it: some leave it, some save it."""

from typing import Any

from dash import ALL

LEAVING: dict[str, Any] = {"part": "leave", "does": ALL}
SAVING: dict[str, Any] = {"part": "save", "does": ALL}


def leaves(does: str) -> dict[str, str | int]:
    """The id of a button that leaves the form: close, let-go, take-theirs, someone, good-first."""
    return {"part": "leave", "does": does}


def saves(does: str) -> dict[str, str | int]:
    """The id of a button that saves the form: save, or mine, over what another tab saved."""
    return {"part": "save", "does": does}
