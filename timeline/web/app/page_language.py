"""Every answer comes in the language of the notebook, which the page's first line names too."""

from collections.abc import Callable
from typing import Any

from dash import Dash

from timeline.messages.language import ENGLISH, is_installed, load_catalogue, use_catalogue

_ENGLISH_PAGE = f'<html lang="{ENGLISH}">'


def answer_in_language(app: Dash, read_language: Callable[[], str], folder: str) -> None:
    """Let `app` answer in the language its notebook is set to, from the next request on.

    Args:
        app: the app; its index says that it is English.
        read_language: the notebook's setting, asked at each request.
        folder: where the catalogues are.
    """

    def use_language_of_notebook() -> None:
        use_catalogue(load_catalogue(folder, read_language()))

    def name_language(**parts: Any) -> str:
        language = read_language()
        told = language if is_installed(folder, language) else ENGLISH
        return str(draw_index(**parts)).replace(_ENGLISH_PAGE, f'<html lang="{told}">', 1)

    draw_index = app.interpolate_index
    app.interpolate_index = name_language
    app.server.before_request(use_language_of_notebook)
