"""Settings: how this notebook is read and shown, its tags and earliest bonds, and where it lies."""

from collections.abc import Callable
from typing import Any

import dash_mantine_components as dmc
from dash import Dash, Input, Output, State, html
from dash.development.base_component import Component

from models.errors import TimelineError
from models.history import History
from models.tags import TAGS
from timeline.messages import settings as say
from timeline.messages.entry_forms import toast
from timeline.messages.problem_sentences import explain_error
from timeline.messages.tags import tag_label
from timeline.study.earliest_bonds import find_earliest_bonds
from timeline.ui import stores, whole_copy
from timeline.ui import thread_settings as reading
from timeline.ui.callbacks import SAVED, Update, add_callback, show_saved
from timeline.ui.controls import button, card
from timeline.ui.forms.controls import list_options, multi_select, radios, select
from timeline.ui.session import Session
from timeline.ui.tag_merge import merge_tag
from timeline.ui.thread_settings import find_changed, save_settings

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

    def add_save(field: str, prop: str, keep_it: Callable[[object], Update]) -> None:
        @add_callback(app, SAVED, Input(field, prop))
        def save(value: object) -> Update:
            return keep_it(value)

    def filter_known(value: object, known: set[str]) -> tuple[str, ...]:
        return tuple(one for one in value if one in known) if isinstance(value, list) else ()

    def save_axis(value: object) -> Update:
        return save_settings(here, say.CHANGED_AXIS, axis=value) if value in ("age", "year") else {}

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

    shown = {"axis": "value", "letter-keys": "checked", "hidden-tags": "value", "earliest-bonds": "value"}
    fields = {field: Output(field, prop) for field, prop in shown.items()}
    now = Output("bonds-now", "children")
    states = (State(field, prop) for field, prop in shown.items())

    @add_callback(app, fields | {"now": now}, Input(stores.SETTLED_VERSION, "data"), *states, at_start=True)
    def follow(_: object, *values: object) -> Update:
        kept = here.history.settings
        wanted = (kept.axis, kept.letter_keys, list(kept.hidden_tags), list(kept.earliest_bonds))
        return find_changed(shown, wanted, values) | {"now": _bonds_now(here)}

    @app.callback(Output("keys", "data-letters"), Input(stores.SETTLED_VERSION, "data"))
    def letters(_: object) -> str:
        return str(here.history.settings.letter_keys).lower()

    own = {
        "tags": Output("own-tags", "children"), "this": Output("merge-this", "data"),
        "into": Output("merge-into", "data"), "hidden": Output("merge", "hidden"),
    }  # fmt: skip

    @add_callback(app, own, Input(stores.SETTLED_VERSION, "data"), at_start=True)
    def list_own(_: object) -> Update:
        history = here.history
        this, into = (list_options(some(history)) for some in (_own_tag_options, _all_tag_options))
        return {"tags": _own_tags(history), "this": this, "into": into, "hidden": not history.own_tags}

    merged = SAVED | {"says": Output("merge-says", "children"), "this": Output("merge-this", "value")}
    chosen = State("merge-this", "value"), State("merge-into", "value")

    @add_callback(app, merged, Input("merge-it", "n_clicks"), *chosen)
    def merge(clicks: object, this: object, into: object) -> Update:
        if not clicks:
            return {}
        if not this or not into:
            return {"says": say.CHOOSE_BOTH}
        try:
            said = merge_tag(here, str(this), str(into))
        except TimelineError as error:
            return {"says": explain_error(error)}
        return show_saved(here, toast(said)) | {"says": "", "this": None}


def _reading(history: History) -> Component:
    settings = history.settings
    return card(
        html.Div(
            [
                reading.draw_thread_settings(settings),
                radios(say.AXIS, "axis", say.AXES, settings.axis, hint=say.AXIS_HINT),
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
    people = [(bond.id, bond.name) for bond in history.relationships]
    return card(
        multi_select(say.BONDS_FIELD, "earliest-bonds", people, history.settings.earliest_bonds),
        html.P(id="bonds-now", className="note under"),
        title=say.BONDS,
        note=say.BONDS_NOTE,
    )


def _bonds_now(here: Session) -> str:
    names = find_earliest_bonds(here.get_study())
    return say.describe_earliest_bonds(names, bool(here.history.settings.earliest_bonds))


def _tags(history: History) -> Component:
    shipped = [(tag.key, tag_label(tag)) for tag in TAGS]
    hidden = multi_select(
        say.HIDDEN_TAGS, "hidden-tags", shipped, history.settings.hidden_tags, hint=say.HIDDEN_TAGS_HINT
    )
    merge = html.Div(
        [
            html.P(say.MERGE_NOTE, className="note"),
            html.Div(
                [
                    select(say.MERGE_THIS, "merge-this", _own_tag_options(history)),
                    select(say.MERGE_INTO, "merge-into", _all_tag_options(history)),
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


def _own_tag_options(history: History) -> list[tuple[str, str]]:
    return [(tag.id, tag.label) for tag in history.own_tags]


def _all_tag_options(history: History) -> list[tuple[str, str]]:
    return [(key, tag_label(tag)) for key, tag in history.vocabulary.items()]
