"""Settings: how this notebook is read and shown, its tags and earliest bonds, and where it lies."""

from typing import Any

import dash_mantine_components as dmc
from dash import Dash, Input, Output, State, html, no_update
from dash.development.base_component import Component

from models.errors import TimelineError
from models.history import History
from models.tags import TAGS
from timeline.messages import settings as say
from timeline.messages.entry_forms import toast
from timeline.messages.tags import tag_label
from timeline.study.earliest_bonds import find_earliest_bonds
from timeline.ui import stores, whole_copy
from timeline.ui import thread_settings as reading
from timeline.ui.controls import button, card, radio_group
from timeline.ui.session import Session
from timeline.ui.tag_merge import merge_tag
from timeline.ui.thread_settings import save_settings, skip_unchanged

KEY = "settings"
REDRAWS_ON_CHANGE = False

SHIPPED_TAGS = {tag.key for tag in TAGS}


def title() -> str:
    """Its name in the way about."""
    return say.TITLE


def layout(here: Session, place: dict[str, Any]) -> Component:
    """The page, with every setting as it is."""
    history = here.history
    return html.Div(
        [
            html.Div([html.H1(title()), html.P(say.SUBTITLE, className="note")], className="between"),
            html.Div(
                [
                    html.Div([_reading(history), _tags(history)], className="stack"),
                    html.Div(
                        [_bonds(history), _draw_file_card(here), whole_copy.draw_copy_card()],
                        className="stack",
                    ),
                ],
                className="sides",
            ),
        ],
        className="settings-page",
    )


def add_to(app: Dash, here: Session) -> None:
    """Save each change at once, and follow what undo takes back."""
    whole_copy.add_to(app, here)

    def add_save(field: str, prop: str, keep_it: Any) -> None:
        @app.callback(
            Output(stores.SEEN_VERSION, "data", allow_duplicate=True),
            Output(stores.TOAST, "data", allow_duplicate=True),
            Input(field, prop),
            prevent_initial_call=True,
        )
        def save(value: object) -> Any:
            return keep_it(value)

    def filter_known(value: object, known: set[str]) -> tuple[str, ...]:
        return tuple(one for one in value if one in known) if isinstance(value, list) else ()

    def save_axis(value: object) -> Any:
        if value not in ("age", "year"):
            return no_update, no_update
        return save_settings(here, say.CHANGED_AXIS, axis=value)

    add_save("axis", "value", save_axis)
    add_save("letter-keys", "checked", lambda on: save_settings(here, say.CHANGED_KEYS, letter_keys=bool(on)))
    add_save(
        "hidden-tags", "value",
        lambda tags: save_settings(here, say.CHANGED_HIDDEN, hidden_tags=filter_known(tags, SHIPPED_TAGS)),
    )  # fmt: skip
    add_save(
        "earliest-bonds", "value",
        lambda ids: save_settings(here, say.CHANGED_BONDS, earliest_bonds=filter_known(ids,
        set(here.history.by_id))),
    )  # fmt: skip

    @app.callback(
        Output("axis", "value"),
        Output("letter-keys", "checked"),
        Output("hidden-tags", "value"),
        Output("earliest-bonds", "value"),
        Output("bonds-now", "children"),
        Input(stores.SETTLED_VERSION, "data"),
        State("axis", "value"),
        State("letter-keys", "checked"),
        State("hidden-tags", "value"),
        State("earliest-bonds", "value"),
    )
    def follow(_: object, *shown: object) -> Any:
        now = here.history.settings
        kept = (now.axis, now.letter_keys, list(now.hidden_tags), list(now.earliest_bonds))
        return *skip_unchanged(kept, shown), _bonds_now(here)

    @app.callback(Output("keys", "data-letters"), Input(stores.SETTLED_VERSION, "data"))
    def letters(_: object) -> str:
        return str(here.history.settings.letter_keys).lower()

    @app.callback(
        Output("own-tags", "children"),
        Output("merge-this", "data"),
        Output("merge-into", "data"),
        Output("merge", "hidden"),
        Input(stores.SETTLED_VERSION, "data"),
    )
    def list_own(_: object) -> Any:
        history = here.history
        return _own_tags(history), _own_tag_options(history), _all_tag_options(history), not history.own_tags

    @app.callback(
        Output(stores.SEEN_VERSION, "data", allow_duplicate=True),
        Output(stores.TOAST, "data", allow_duplicate=True),
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
                reading.draw_thread_settings(settings),
                radio_group(say.AXIS, "axis", say.AXES, settings.axis, hint=say.AXIS_HINT),
                dmc.Switch(
                    id="letter-keys", label=say.KEYS, description=say.KEYS_HINT, checked=settings.letter_keys
                ),
            ],
            className="stack",
        ),
        title=say.THREAD_SETTINGS,
        note=say.THREAD_SETTINGS_NOTE,
    )


def _bonds(history: History) -> Component:
    people = [{"value": bond.id, "label": bond.name} for bond in history.relationships]
    return card(
        _draw_multi_select(say.BONDS_FIELD, "earliest-bonds", people, history.settings.earliest_bonds),
        html.P(id="bonds-now", className="note under"),
        title=say.BONDS,
        note=say.BONDS_NOTE,
    )


def _bonds_now(here: Session) -> str:
    names = find_earliest_bonds(here.get_study())
    return say.describe_earliest_bonds(names, bool(here.history.settings.earliest_bonds))


def _tags(history: History) -> Component:
    shipped = [{"value": tag.key, "label": tag_label(tag)} for tag in TAGS]
    hidden = _draw_multi_select(
        say.HIDDEN_TAGS,
        "hidden-tags",
        shipped,
        history.settings.hidden_tags,
        description=say.HIDDEN_TAGS_HINT,
    )
    merge = html.Div(
        [
            html.P(say.MERGE_NOTE, className="note"),
            html.Div(
                [
                    _draw_select(say.MERGE_THIS, "merge-this", _own_tag_options(history)),
                    _draw_select(say.MERGE_INTO, "merge-into", _all_tag_options(history)),
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
    own = html.Div(
        [html.H3(say.OWN_TAGS), html.Div(_own_tags(history), id="own-tags", disable_n_clicks=True)]
    )
    return card(html.Div([hidden, own, merge], className="stack"), title=say.TAGS)


def _own_tags(history: History) -> list[Component]:
    if not history.own_tags:
        return [html.P(say.NO_OWN_TAGS, className="note")]
    lines = []
    for tag in history.own_tags:
        moments = sum(tag.id in moment.tags for moment in history.episodes)
        bonds = sum(any(wide.tag == tag.id for wide in bond.tags) for bond in history.relationships)
        lines.append(html.Li(say.own_tag(tag.label, tag.side, moments, bonds)))
    return [html.Ul(lines, className="lines")]


def _draw_file_card(here: Session) -> Component:
    path = here.desk.path
    if path is None:
        return card(html.P(say.IN_MEMORY), title=say.NOTEBOOK_PLACE)
    locked = say.LOCKED_SAYS if here.desk.is_locked else say.NOT_LOCKED_SAYS
    return card(
        html.P(html.Code(str(path)), className="file"),
        html.P(locked),
        html.P(say.COPY_SAYS, className="note"),
        title=say.NOTEBOOK_PLACE,
    )


def _own_tag_options(history: History) -> list[dict[str, str]]:
    return [{"value": tag.id, "label": tag.label} for tag in history.own_tags]


def _all_tag_options(history: History) -> list[dict[str, str]]:
    return [{"value": key, "label": tag_label(tag)} for key, tag in history.vocabulary.items()]


def _draw_multi_select(
    label: str, id_: str, offered: list[dict[str, str]], value: tuple[str, ...], **given: Any
) -> Component:
    return dmc.MultiSelect(
        id=id_, label=label, data=offered, value=list(value), searchable=True, clearable=False,
        hidePickedOptions=True, comboboxProps={"withinPortal": False}, **given,
    )  # fmt: skip


def _draw_select(label: str, id_: str, offered: list[dict[str, str]]) -> Component:
    return dmc.Select(
        id=id_, label=label, data=offered, value=None, searchable=True,
        comboboxProps={"withinPortal": False},
    )  # fmt: skip
