"""The house around every page: the way about, hiding, undo, the sample's banner, the panel and the toast."""

from typing import Any

import dash_mantine_components as dmc
from dash import ClientsideFunction, Dash, Input, Output, State, ctx, dcc, html, no_update
from dash.development.base_component import Component

from timeline.messages import house as words
from timeline.ui import stores
from timeline.ui.controls import button, go_to
from timeline.ui.here import Here

_LOOKS = {"primaryColor": "dark", "fontFamily": "var(--sans)", "headings": {"fontFamily": "var(--serif)"}}


def house(here: Here, pages: list[tuple[str, str]]) -> Component:
    """The whole document of a tab, still without a page in it.

    Args:
        here: what is open.
        pages: (KEY, title) of those in the way about, in order.
    """
    return dmc.MantineProvider(
        [
            *stores.stores(here.desk.version),
            dcc.Store(id="colours-named", data={"dark": words.DARK, "light": words.LIGHT}),
            button(words.HIDE, "hide", "plain", title=words.HIDE_SAYS),
            html.A(words.SKIP, href="#main", className="skip"),
            html.Header([_name(), _way_about(pages), _tools()], id="top"),
            html.Section(
                _banner(here), id="banner", disable_n_clicks=True, **{"aria-label": words.THIS_NOTEBOOK}
            ),
            html.Div(
                [
                    html.Main(id="main", tabIndex=-1, disable_n_clicks=True),
                    html.Aside(id="panel", disable_n_clicks=True, **{"aria-label": words.ENTRY}),
                ],
                id="house",
                **{"data-silent": words.SILENT, "data-shut": words.SHUT},
            ),
            html.Footer([html.P(words.STAYS_HERE), html.P(words.PURPOSE)]),
            _toast(),
            _keys(here),
        ],
        id="look",
        theme=_LOOKS,
        forceColorScheme="light",
    )


def add_to(app: Dash, here: Here) -> None:
    """Let the house follow what happens in it."""
    house = "house"  # the namespace in assets/js/house.js
    app.clientside_callback(
        ClientsideFunction(house, "here"), Output("top", "title"), Input(stores.PLACE, "data")
    )
    app.clientside_callback(
        ClientsideFunction(house, "colours"),
        Output("look", "forceColorScheme"),
        Output("colours", "children"),
        Input("colours", "n_clicks"),
        State("look", "forceColorScheme"),
        State("colours-named", "data"),
    )
    follow = (stores.CHOSEN, stores.SPAN, stores.FILTER)
    app.clientside_callback(
        ClientsideFunction(house, "seen"), Input(stores.SEEN, "data"), Input("look", "forceColorScheme")
    )
    app.clientside_callback(ClientsideFunction(house, "follow"), *(Input(store, "data") for store in follow))
    app.clientside_callback(ClientsideFunction(house, "panel"), Input(stores.FORM, "data"))
    app.clientside_callback(
        ClientsideFunction(house, "say"),
        Output("toast-words", "children"),
        Output("toast", "className"),
        Input(stores.SAID, "data"),
        Input("toast-close", "n_clicks"),
    )

    @app.callback(
        Output(stores.SEEN, "data", allow_duplicate=True),
        Output(stores.SAID, "data", allow_duplicate=True),
        Input("undo", "n_clicks"),
        Input("redo", "n_clicks"),
        Input("toast-undo", "n_clicks"),
        prevent_initial_call=True,
    )
    def back_and_forth(undos: int | None, redos: int | None, toasts: int | None) -> Any:
        if not (undos or redos or toasts):
            return no_update, no_update
        redo = ctx.triggered_id == "redo"
        what = here.desk.redo() if redo else here.desk.undo()
        if what is None:
            return no_update, {"says": words.NOTHING_TO_REDO if redo else words.NOTHING_TO_UNDO}
        return here.desk.version, {"says": (words.redone if redo else words.undone)(what)}

    @app.callback(
        Output("undo", "disabled"), Output("undo", "title"),
        Output("redo", "disabled"), Output("redo", "title"),
        Output("banner", "children"),
        Input(stores.SEEN, "data"),
    )  # fmt: skip
    def name_them(_: int) -> Any:
        undo, redo = here.desk.undo_name, here.desk.redo_name
        return (
            undo is None, words.undo(undo) if undo else words.NOTHING_TO_UNDO,
            redo is None, words.redo(redo) if redo else words.NOTHING_TO_REDO,
            _banner(here),
        )  # fmt: skip


def _name() -> Component:
    return html.Div(
        [html.P(words.NAME, className="name"), html.P(words.SUBTITLE, className="note")], className="names"
    )


def _way_about(pages: list[tuple[str, str]]) -> Component:
    ways = [go_to(key, title, "quiet", where="nav") for key, title in pages]
    return html.Nav(ways, **{"aria-label": words.PAGES})


def _tools() -> Component:
    tools = [
        button(words.UNDO, "undo", "quiet", disabled=True, **{"data-key": "undo"}),
        button(words.REDO, "redo", "quiet", disabled=True, **{"data-key": "redo"}),
        button(words.DARK, "colours", "quiet"),
        button(words.KEYS, "keys-button", "quiet", **{"data-key": "?"}),
        go_to("hurting", words.HURTING, where="top"),
        go_to("close", words.CLOSE, where="top"),
    ]
    return html.Div(tools, className="tools")


def _banner(here: Here) -> list[Component]:
    gone = here.desk.missing
    notice = [html.P(words.missing_notebook(str(gone)), className="banner", role="alert")] if gone else []
    if here.desk.is_sample:
        sample = [
            html.P(words.sample_of(here.history.person.name)),
            go_to("begin", words.START_OWN, "main", where="banner"),
        ]
        return [*notice, html.Div(sample, className="banner")]
    return [*notice, html.Div(html.P(here.desk.locked_label, title=words.NOT_LOCKED), className="kept")]


def _toast() -> Component:
    says = html.P(id="toast-words", role="status", **{"aria-live": "polite"})
    undo = button(words.UNDO, "toast-undo", "plain")
    return html.Div(
        [says, undo, button("×", "toast-close", "quiet", **{"aria-label": words.DISMISS})], id="toast"
    )


def _keys(here: Here) -> Component:
    rows = [html.Div([html.Dt(html.Kbd(key)), html.Dd(does)]) for key, does in words.KEY_LIST]
    listed = html.Div([html.H2(words.KEYS), html.Dl(rows), html.P(words.KEYS_NOTE, className="note")])
    return html.Dialog(
        [listed, button("×", "keys-close", "quiet", **{"aria-label": words.DISMISS})],
        id="keys", **{"data-letters": str(here.history.settings.letter_keys).lower()},
    )  # fmt: skip
