"""The house around every page: the way about, hiding, undo, the sample's banner, the panel and the toast."""

import dash_mantine_components as dmc
from dash import ClientsideFunction, Dash, Input, Output, State, ctx, dcc, html
from dash.development.base_component import Component

from timeline.messages import shell as words
from timeline.ui import stores
from timeline.ui.callbacks import SAVED, Update, add_callback
from timeline.ui.controls import button, page_button
from timeline.ui.session import Session

_THEME = {"primaryColor": "dark", "fontFamily": "var(--sans)", "headings": {"fontFamily": "var(--serif)"}}

_RENDERER = """var renderer = new DashRenderer({callback_resolved: function (callback, answer) {
  window.house.answered(callback, answer);
  window.forms.answered(callback);
}});"""
"""The renderer's own hook hears every answer: what failed is said, and a question may be pressed again."""


def draw_shell(here: Session, pages: list[tuple[str, str]]) -> Component:
    """The whole document of a tab, still without a page in it.

    Args:
        here: what is open.
        pages: (KEY, title) of those in the way about, in order.
    """
    return dmc.MantineProvider(
        [
            *stores.create_stores(here.desk.version),
            dcc.Store(id="colours-named", data={"dark": words.DARK, "light": words.LIGHT}),
            button(words.HIDE, "hide", "plain", title=words.HIDE_SAYS),
            html.A(words.SKIP, href="#main", className="skip"),
            html.Header([_draw_title(), _draw_navigation(pages), _draw_tools()], id="top"),
            html.Section(
                _draw_banner(here), id="banner", disable_n_clicks=True, **{"aria-label": words.THIS_NOTEBOOK}
            ),
            html.Div(
                [
                    html.Main(id="main", tabIndex=-1, disable_n_clicks=True),
                    html.Aside(id="panel", disable_n_clicks=True, **{"aria-label": words.ENTRY}),
                ],
                id="house",
                **{"data-silent": words.PROGRAM_SILENT, "data-shut": words.PAGE_SHUT},
            ),
            html.Footer([html.P(words.STAYS_HERE), html.P(words.PURPOSE)]),
            _draw_toast(),
            _draw_key_list(here),
        ],
        id="look",
        theme=_THEME,
        forceColorScheme="light",
    )


def add_to(app: Dash, here: Session) -> None:
    """Let the house follow what happens in it."""
    app.renderer = _RENDERER
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
    follow = (stores.CHOSEN_THREAD, stores.SPAN, stores.FILTER)
    app.clientside_callback(
        ClientsideFunction(house, "seen"),
        Input(stores.SEEN_VERSION, "data"),
        Input("look", "forceColorScheme"),
    )
    app.clientside_callback(ClientsideFunction(house, "follow"), *(Input(store, "data") for store in follow))
    app.clientside_callback(ClientsideFunction(house, "panel"), Input(stores.OPEN_FORM, "data"))
    app.clientside_callback(
        ClientsideFunction(house, "say"),
        Output("toast-words", "children"),
        Output("toast", "className"),
        Input(stores.TOAST, "data"),
        Input("toast-close", "n_clicks"),
    )

    undoing = (Input(id_, "n_clicks") for id_ in ("undo", "redo", "toast-undo"))

    @add_callback(app, SAVED, *undoing)
    def undo_or_redo(*clicks: int | None) -> Update:
        if not any(clicks):
            return {}
        redo = ctx.triggered_id == "redo"
        what = here.desk.redo() if redo else here.desk.undo()
        if what is None:
            return {"toast": {"says": words.NOTHING_TO_REDO if redo else words.NOTHING_TO_UNDO}}
        says = (words.redo_toast if redo else words.undo_toast)(what)
        return {"seen": here.desk.version, "toast": {"says": says}}

    names = {f"{one}_{prop}": Output(one, prop) for one in ("undo", "redo") for prop in ("disabled", "title")}

    @add_callback(
        app,
        names | {"banner": Output("banner", "children")},
        Input(stores.SEEN_VERSION, "data"),
        at_start=True,
    )
    def show_undo_names(_: int) -> Update:
        undo, redo = here.desk.undo_name, here.desk.redo_name
        return {
            "undo_disabled": undo is None,
            "undo_title": words.undo_button_title(undo) if undo else words.NOTHING_TO_UNDO,
            "redo_disabled": redo is None,
            "redo_title": words.redo_button_title(redo) if redo else words.NOTHING_TO_REDO,
            "banner": _draw_banner(here),
        }


def _draw_title() -> Component:
    return html.Div(
        [html.P(words.NAME, className="name"), html.P(words.SUBTITLE, className="note")], className="names"
    )


def _draw_navigation(pages: list[tuple[str, str]]) -> Component:
    ways = [page_button(key, title, "quiet", where="nav") for key, title in pages]
    return html.Nav(ways, **{"aria-label": words.PAGES})


def _draw_tools() -> Component:
    tools = [
        button(words.UNDO, "undo", "quiet", disabled=True, **{"data-key": "undo"}),
        button(words.REDO, "redo", "quiet", disabled=True, **{"data-key": "redo"}),
        button(words.DARK, "colours", "quiet"),
        button(words.KEYS, "keys-button", "quiet", **{"data-key": "?"}),
        page_button("hurting", words.HURTING_BUTTON, where="top"),
        page_button("close", words.CLOSE, where="top"),
    ]
    return html.Div(tools, className="tools")


def _draw_banner(here: Session) -> list[Component]:
    gone = here.desk.missing
    notice = [html.P(words.missing_notebook(str(gone)), className="banner", role="alert")] if gone else []
    if here.desk.is_sample:
        sample = [
            html.P(words.sample_banner(here.history.person.name)),
            page_button("begin", words.START_OWN, "main", where="banner"),
        ]
        return [*notice, html.Div(sample, className="banner")]
    return [*notice, html.Div(html.P(here.desk.locked_label, title=words.NOT_LOCKED), className="kept")]


def _draw_toast() -> Component:
    says = html.P(id="toast-words", role="status", **{"aria-live": "polite"})
    undo = button(words.UNDO, "toast-undo", "plain")
    return html.Div(
        [says, undo, button("×", "toast-close", "quiet", **{"aria-label": words.DISMISS})], id="toast"
    )


def _draw_key_list(here: Session) -> Component:
    rows = [html.Div([html.Dt(html.Kbd(key)), html.Dd(does)]) for key, does in words.KEY_LIST]
    listed = html.Div([html.H2(words.KEYS), html.Dl(rows), html.P(words.KEYS_NOTE, className="note")])
    return html.Dialog(
        [listed, button("×", "keys-close", "quiet", **{"aria-label": words.DISMISS})],
        id="keys", **{"data-letters": str(here.history.settings.letter_keys).lower()},
    )  # fmt: skip
