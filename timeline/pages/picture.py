"""The picture: the threads of pain and care over a life, what to follow in it, and what it rests on."""

from typing import Any

from dash import Dash, html
from dash.development.base_component import Component

from timeline.parts.here import Here

KEY = "picture"
TITLE = "Timeline"
FOLLOWS = False


def layout(here: Here, place: dict[str, Any]) -> Component:
    """The page as it stands before the browser has said how wide it is."""
    return html.H1(here.history.person.name)


def add_to(app: Dash, here: Here) -> None:
    """Nothing yet."""
