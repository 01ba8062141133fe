"""Everything entered: people with their moments, landmarks and own words, to be found, edited and deleted."""

import json
from typing import Any

import dash_mantine_components as dmc
from dash import ClientsideFunction, Dash, Input, Output, ctx, dcc, html
from dash.development.base_component import Component

from models.errors import TimelineError
from models.history import History
from timeline.messages import entries_page as say
from timeline.messages import entry_forms as form_words
from timeline.messages.grammar import count_moments
from timeline.messages.kinds import kind_label
from timeline.messages.problem_sentences import explain_error
from timeline.messages.tags import tag_label
from timeline.study.search import Hit, search_history
from timeline.ui import stores
from timeline.ui.callbacks import SAVED, Update, add_callback, show_saved
from timeline.ui.controls import ButtonLook, button
from timeline.ui.deletion import delete_entry
from timeline.ui.session import Session

KEY = "entries"
REDRAWS_ON_CHANGE = False

_FORM_OF_COLLECTION = {
    "relationships": "relationship", "episodes": "episode", "landmarks": "landmark", "own_tags": "own_tag",
    "person": "person",
}  # fmt: skip
_COLLECTION_OF_FORM = {form: of for of, form in _FORM_OF_COLLECTION.items() if form != "person"}
_STEP_PLACES = {
    "check_ins": ("steps", "allow/check-in/"), "kind_notes": ("steps", "heal/kind-note/"),
    "next_moves": ("steps", "heal/next-move/"), "reasons": ("steps", "fair/reasons/"),
    "activities": ("steps", "able/activity/"), "strengths": ("steps", "able/strength/"),
    "reflections": ("steps", "trust/trust/"),
}  # fmt: skip
"""Where an entry of the steps was written and is edited; its id follows."""
_PAGE_PLACES = {
    "contacts": ("help", ""), "stop_plan": ("begin", "stop"), "cover": ("share", ""),
    "questions": ("share", ""), "share_plans": ("share", ""), "asked": ("patterns", ""),
    "settings": ("settings", ""),
}  # fmt: skip
"""Where what is no single entry of the steps was written."""
_MAX_HITS = 200  # hits shown


def title() -> str:
    """Its name in the way about."""
    return say.TITLE


def layout(here: Session, place: dict[str, Any]) -> Component:
    """The page; the browser fills in the lists."""
    return html.Div(
        [
            dcc.Store(id="entries-data", data=build_lists(here.history)),
            dcc.Store(id="entries-hits", data=None),
            dcc.Store(id="entries-delete", data=None),
            html.Section(
                [
                    html.H1(say.HEADING),
                    html.P(say.NOTE, className="note"),
                    html.Div([_draw_new_button(*one) for one in _list_new_buttons()], className="row"),
                    dmc.TextInput(
                        id="entries-search", label=say.SEARCH, description=say.SEARCH_HINT, value="",
                        inputProps={"autoComplete": "off", "spellCheck": "false", "data-key": "/"},
                    ),
                    html.P(id="entries-found", role="status", className="note"),
                    html.Div(id="entries-list"),
                ],
                className="card all-entries",
            ),
        ]
    )  # fmt: skip


def _list_new_buttons() -> tuple[tuple[str, str, ButtonLook], ...]:
    return (
        (say.NEW_MOMENT, "episode", "main"),
        (say.NEW_PERSON, "relationship", "plain"),
        (say.NEW_LANDMARK, "landmark", "plain"),
        (say.NEW_TAG, "own_tag", "plain"),
        (say.YOU, "person", "quiet"),
    )


def _draw_new_button(says: str, kind: str, look: Any) -> Component:
    keyed = {"data-key": "n"} if kind == "episode" else {}
    form = json.dumps({"kind": kind, "id": ""})
    return button(says, f"entries-new-{kind}", look, **{"data-form": form}, **keyed)


def build_lists(history: History) -> dict[str, Any]:
    """What the lists show: plain data for the browser to fill in as text."""
    moments: dict[str, list[list[str]]] = {id_: [] for id_ in history.by_id}
    for episode in history.episodes:
        tags = ", ".join(tag_label(history.vocabulary[key]) for key in episode.tags)
        moments[episode.relationship].append([episode.id, episode.when.as_written, episode.headline, tags])
    return {
        "words": {
            "edit": say.EDIT, "open": say.OPEN_BUTTON, "delete": say.DELETE, "nothing": say.NO_ENTRIES_YET,
            "columns": [say.WHEN_COLUMN, say.WHAT_COLUMN, say.TAGS_COLUMN],
        },
        "people": [
            {
                "id": one.id,
                "name": one.name,
                "role": one.role or kind_label(one.kind),
                "count": count_moments(len(moments[one.id])),
                "new": say.new_moment_with(one.name),
                "delete": form_words.delete_button_label(one.name, len(moments[one.id])),
                "moments": moments[one.id],
            }
            for one in history.relationships
        ],
        "rest": [
            {
                "kind": "landmark",
                "title": say.LANDMARKS,
                "rows": [[one.id, one.label, one.when.as_written] for one in history.landmarks],
            },
            {
                "kind": "own_tag",
                "title": say.OWN_TAGS,
                "rows": [[one.id, one.label, one.definition] for one in history.own_tags],
            },
        ],
    }  # fmt: skip


def build_search_results(history: History, looked_for: str) -> dict[str, Any]:
    """What the browser shows of a search: at most `_MOST` places, and how many there are."""
    hits = search_history(history, looked_for)
    return {
        "says": say.hit_count_sentence(len(hits)),
        "rows": [
            {
                "kind": say.KINDS[hit.kind],
                "form": {"kind": _FORM_OF_COLLECTION[hit.kind], "id": hit.id}
                if hit.kind in _FORM_OF_COLLECTION
                else None,
                "place": _find_place(history, hit),
                "excerpt": say.excerpt(hit.text, hit.start, hit.end),
            }
            for hit in hits[:_MAX_HITS]
        ],
    }


def _find_place(history: History, hit: Hit) -> dict[str, str] | None:
    """The place where what was found was written, if that is a page and not a form."""
    page, focus = _PAGE_PLACES.get(hit.kind, ("", ""))
    if hit.kind in _STEP_PLACES:
        page, focus = _STEP_PLACES[hit.kind][0], _STEP_PLACES[hit.kind][1] + hit.id
    elif hit.kind == "intentions":
        about = next(one.about for one in history.intentions if one.id == hit.id)
        page, focus = "steps", f"connect/{'reach' if about == 'reach out' else 'offered'}/{hit.id}"
    elif hit.kind == "verdicts":
        page, focus = "patterns", next(one.pattern for one in history.verdicts if one.id == hit.id)
    return {"page": page, "focus": focus} if page else None


def add_to(app: Dash, here: Session) -> None:
    """Keep the lists in step, search, and delete."""
    app.clientside_callback(
        ClientsideFunction("entries", "list"),
        Output("entries-list", "title"),
        Output("entries-found", "children"),
        Input("entries-data", "data"),
        Input("entries-hits", "data"),
    )

    lists = {"lists": Output("entries-data", "data"), "hits": Output("entries-hits", "data")}

    @add_callback(app, lists, Input(stores.SEEN_VERSION, "data"), Input("entries-search", "value"))
    def follow(_: object, looked_for: object) -> Update:
        words = looked_for if isinstance(looked_for, str) else ""
        hits = {"hits": build_search_results(here.history, words) if words.strip() else None}
        return hits if ctx.triggered_id == "entries-search" else hits | {"lists": build_lists(here.history)}

    @add_callback(app, SAVED, Input("entries-delete", "data"))
    def delete(which: object) -> Update:
        if not isinstance(which, dict) or which.get("kind") not in _COLLECTION_OF_FORM:
            return {}
        try:
            said = delete_entry(here, _COLLECTION_OF_FORM[str(which.get("kind"))], str(which.get("id")))
        except TimelineError as error:
            return {"seen": here.desk.version, "toast": {"says": explain_error(error)}}
        return show_saved(here, form_words.toast(said))
