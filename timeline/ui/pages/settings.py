"""Settings: how this notebook is read and shown, its tags and earliest bonds, and where it lies."""

from typing import Any

import dash_mantine_components as dmc
from dash import Dash, Input, Output, State, html, no_update
from dash.development.base_component import Component

from models.errors import TimelineError
from models.history import History
from models.tags import TAGS
from timeline.messages import settings as say
from timeline.messages.entry import toast
from timeline.null_models.ground import Ground
from timeline.ui import reading, stores, whole_copy
from timeline.ui.controls import button, card, choice
from timeline.ui.here import Here
from timeline.ui.merging import merge_tag
from timeline.ui.reading import keep, unless_shown

KEY = "settings"
TITLE = say.TITLE
FOLLOWS = False

SHIPPED = {tag.key for tag in TAGS}


def layout(here: Here, place: dict[str, Any]) -> Component:
    """The page, with every setting as it is."""
    history = here.history
    return html.Div(
        [
            html.Div([html.H1(TITLE), html.P(say.SUBTITLE, className="note")], className="between"),
            html.Div(
                [
                    html.Div([_reading(history), _tags(history)], className="stack"),
                    html.Div([_bonds(history), _where(here), whole_copy.whole_copy()], className="stack"),
                ],
                className="sides",
            ),
        ],
        className="settings-page",
    )


def add_to(app: Dash, here: Here) -> None:
    """Save each change at once, and follow what undo takes back."""
    whole_copy.add_to(app, here)

    def saves(field: str, prop: str, keep_it: Any) -> None:
        @app.callback(
            Output(stores.SEEN, "data", allow_duplicate=True),
            Output(stores.SAID, "data", allow_duplicate=True),
            Input(field, prop),
            prevent_initial_call=True,
        )
        def save(value: object) -> Any:
            return keep_it(value)

    def chosen(value: object, known: set[str]) -> tuple[str, ...]:
        return tuple(one for one in value if one in known) if isinstance(value, list) else ()

    def axis(value: object) -> Any:
        if value not in ("age", "year"):
            return no_update, no_update
        return keep(here, say.CHANGED_AXIS, axis=value)

    saves("axis", "value", axis)
    saves("letter-keys", "checked", lambda on: keep(here, say.CHANGED_KEYS, letter_keys=bool(on)))
    saves(
        "hidden-tags", "value",
        lambda tags: keep(here, say.CHANGED_HIDDEN, hidden_tags=chosen(tags, SHIPPED)),
    )  # fmt: skip
    saves(
        "earliest-bonds", "value",
        lambda ids: keep(here, say.CHANGED_BONDS, earliest_bonds=chosen(ids, set(here.history.by_id))),
    )  # fmt: skip

    @app.callback(
        Output("axis", "value"),
        Output("letter-keys", "checked"),
        Output("hidden-tags", "value"),
        Output("earliest-bonds", "value"),
        Output("bonds-now", "children"),
        Input(stores.SETTLED, "data"),
        State("axis", "value"),
        State("letter-keys", "checked"),
        State("hidden-tags", "value"),
        State("earliest-bonds", "value"),
    )
    def follow(_: object, *shown: object) -> Any:
        now = here.history.settings
        kept = (now.axis, now.letter_keys, list(now.hidden_tags), list(now.earliest_bonds))
        return *unless_shown(kept, shown), _bonds_now(here)

    @app.callback(Output("keys", "data-letters"), Input(stores.SETTLED, "data"))
    def letters(_: object) -> str:
        return str(here.history.settings.letter_keys).lower()

    @app.callback(
        Output("own-tags", "children"),
        Output("merge-this", "data"),
        Output("merge-into", "data"),
        Output("merge", "hidden"),
        Input(stores.SETTLED, "data"),
    )
    def list_own(_: object) -> Any:
        history = here.history
        return _own_tags(history), _own(history), _all(history), not history.own_tags

    @app.callback(
        Output(stores.SEEN, "data", allow_duplicate=True),
        Output(stores.SAID, "data", allow_duplicate=True),
        Output("merge-says", "children"),
        Output("merge-this", "value"),
        Input("merge-it", "n_clicks"),
        State("merge-this", "value"),
        State("merge-into", "value"),
        prevent_initial_call=True,
    )
    def merge(clicks: object, this: object, into: object) -> Any:
        if not clicks:
            return (no_update,) * 4
        if not this or not into:
            return no_update, no_update, say.CHOOSE_BOTH, no_update
        try:
            said = merge_tag(here, str(this), str(into))
        except TimelineError as error:
            return no_update, no_update, str(error), no_update
        return here.desk.version, {"says": toast(said), "undo": True}, "", None


def _reading(history: History) -> Component:
    settings = history.settings
    return card(
        html.Div(
            [
                reading.reading_fields(settings),
                choice(say.AXIS, "axis", say.AXES, settings.axis, hint=say.AXIS_HINT),
                dmc.Switch(
                    id="letter-keys", label=say.KEYS, description=say.KEYS_HINT, checked=settings.letter_keys
                ),
            ],
            className="stack",
        ),
        title=say.READING,
        note=say.READING_NOTE,
    )


def _bonds(history: History) -> Component:
    people = [{"value": bond.id, "label": bond.name} for bond in history.relationships]
    return card(
        _several(say.BONDS_FIELD, "earliest-bonds", people, history.settings.earliest_bonds),
        html.P(id="bonds-now", className="note under"),
        title=say.BONDS,
        note=say.BONDS_NOTE,
    )


def _bonds_now(here: Here) -> str:
    ground = Ground(here.study().tables)
    names = [name for name, early in zip(ground.names, ground.early.tolist(), strict=True) if early]
    return say.bonds_now(names, bool(here.history.settings.earliest_bonds))


def _tags(history: History) -> Component:
    shipped = [{"value": tag.key, "label": tag.label} for tag in TAGS]
    hidden = _several(
        say.HIDDEN, "hidden-tags", shipped, history.settings.hidden_tags, description=say.HIDDEN_HINT
    )
    merge = html.Div(
        [
            html.P(say.MERGE_NOTE, className="note"),
            html.Div(
                [
                    _one(say.MERGE_THIS, "merge-this", _own(history)),
                    _one(say.INTO, "merge-into", _all(history)),
                ],
                className="row two",
            ),
            html.Div(
                [
                    button(say.MERGE, "merge-it"),
                    html.Span(id="merge-says", role="status", className="note"),
                ],
                className="row",
            ),
        ],
        id="merge",
        className="stack",
        hidden=not history.own_tags,
    )
    own = html.Div([html.H3(say.OWN), html.Div(_own_tags(history), id="own-tags", disable_n_clicks=True)])
    return card(html.Div([hidden, own, merge], className="stack"), title=say.TAGS)


def _own_tags(history: History) -> list[Component]:
    if not history.own_tags:
        return [html.P(say.NO_OWN, className="note")]
    lines = []
    for tag in history.own_tags:
        moments = sum(tag.id in moment.tags for moment in history.episodes)
        bonds = sum(any(wide.tag == tag.id for wide in bond.tags) for bond in history.relationships)
        lines.append(html.Li(say.own_tag(tag.label, tag.side, moments, bonds)))
    return [html.Ul(lines, className="lines")]


def _where(here: Here) -> Component:
    path = here.desk.path
    if path is None:
        return card(html.P(say.IN_MEMORY), title=say.WHERE)
    locked = say.LOCKED_SAYS if here.desk.is_locked else say.NOT_LOCKED_SAYS
    return card(
        html.P(html.Code(str(path)), className="file"),
        html.P(locked),
        html.P(say.COPY_SAYS, className="note"),
        title=say.WHERE,
    )


def _own(history: History) -> list[dict[str, str]]:
    return [{"value": tag.id, "label": tag.label} for tag in history.own_tags]


def _all(history: History) -> list[dict[str, str]]:
    return [{"value": key, "label": tag.label} for key, tag in history.vocabulary.items()]


def _several(
    label: str, id_: str, offered: list[dict[str, str]], value: tuple[str, ...], **given: Any
) -> Component:
    return dmc.MultiSelect(
        id=id_, label=label, data=offered, value=list(value), searchable=True, clearable=False,
        hidePickedOptions=True, comboboxProps={"withinPortal": False}, **given,
    )  # fmt: skip


def _one(label: str, id_: str, offered: list[dict[str, str]]) -> Component:
    return dmc.Select(
        id=id_, label=label, data=offered, value=None, searchable=True,
        comboboxProps={"withinPortal": False},
    )  # fmt: skip
