"""One Dash app per call, behind the guard, from this machine's own files and nothing from anywhere else."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

from dash import Dash

from timeline.system.paths import ASSETS, CATALOGUES
from timeline.web.access import Guard
from timeline.web.app.callbacks import check_callbacks
from timeline.web.app.compression import compress_answers
from timeline.web.app.error_answers import register_error_answers
from timeline.web.app.page_language import answer_in_language

if TYPE_CHECKING:
    from timeline.storage.desk import Desk

__all__ = ["create_app", "create_empty_app", "install_guard"]

INDEX = """<!doctype html>
<html lang="en">
  <head>
    {%metas%}
    <meta name="color-scheme" content="light dark">
    <title>{%title%}</title>
    {%favicon%}
    {%css%}
  </head>
  <body>
    <noscript>This notebook needs JavaScript. It runs on this machine and sends nothing anywhere.</noscript>
    {%app_entry%}
    {%config%}
    {%scripts%}
    {%renderer%}
  </body>
</html>"""


def create_app(desk: "Desk", guard: Guard, catalogues: Path = CATALOGUES) -> Dash:
    """A new app showing what lies on `desk`, with `guard` at its door.

    Args:
        desk: the open history.
        guard: who may talk to it.
        catalogues: the folder of the languages there are beside English.

    Returns:
        The Dash app; its `server` is the WSGI application to serve.
    """
    from timeline.ui import pages

    app = create_empty_app()
    answer_in_language(app, lambda: desk.history.settings.language, str(catalogues))
    pages.add_to(app, desk)
    install_guard(app, guard)
    return app


def create_empty_app() -> Dash:
    """A Dash app without a layout: set up so that nothing in the environment can change how it behaves."""
    _forget_environment()
    app = Dash(
        "timeline",
        title="Notes",
        update_title=None,
        index_string=INDEX,
        assets_folder=str(ASSETS),
        use_pages=False,
        pages_folder="",
        serve_locally=True,
        compress=False,
        # Otherwise Dash writes the whole layout into the page a second time, to check it for mistakes.
        suppress_callback_exceptions=True,
        add_log_handler=False,
    )
    app.server.debug = False
    return app


def install_guard(app: Dash, guard: Guard) -> None:
    """Put `guard` in front of `app`, once its layout and callbacks are there."""
    register_error_answers(app.server)
    check_callbacks(app.server, app.callback_map)
    compress_answers(app.server)
    app.server.wsgi_app = guard.wrap(app.server.wsgi_app, app.csp_hashes())


def _forget_environment() -> None:
    """Drop the variables by which Dash can be told to debug, reload, or load its code from elsewhere."""
    for name in [name for name in os.environ if name.upper().startswith("DASH_")]:
        del os.environ[name]
