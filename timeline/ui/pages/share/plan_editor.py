"""A plan: chosen, named, made from a beginning, ticked line by line, deleted; each change can be undone.

The paper follows its plan alone. The filter of the tab is where a new plan begins: with what is looked at.
"""

import secrets
from collections.abc import Callable

from dash import ALL, ClientsideFunction, Dash, Input, Output, State, ctx, dcc, html
from dash.development.base_component import Component
from pydantic import ValidationError

from models.changes import Change
from models.history import History, entry_text
from models.sharing import SharePlan
from timeline import redaction as share
from timeline.messages import report as report_words
from timeline.messages import share_page as say
from timeline.study.filters import Filter, apply_filter
from timeline.ui import filter_bar, stores
from timeline.ui.callbacks import SAVED, Update, add_callback, pressed_id, show_saved
from timeline.ui.controls import button, card, wrap_with_own_id
from timeline.ui.forms.validation import find_field_errors
from timeline.ui.pages.share.ticks import apply_ticks, build_tree, draw_choices
from timeline.ui.session import Session


def list_beginnings() -> dict[str, tuple[str, str, Callable[[History, str], SharePlan]]]:
    """What a new plan can begin as: its name, what it holds, and how it is made."""
    return {
        "one": (report_words.ONE_PAGE, report_words.ONE_PAGE_SAYS, share.one_page),
        "all": (
            report_words.EVERYTHING_BUT_STORIES,
            report_words.EVERYTHING_BUT_STORIES_SAYS,
            share.everything_but_stories,
        ),
    }


def card_of_plans() -> Component:
    """The card with the plans; what is in it follows the plan that is chosen."""
    return card(
        html.Div(id="share-plans", disable_n_clicks=True, className="row"),
        html.Div(id="share-choices", disable_n_clicks=True, className="stack"),
        html.Div(id="share-tree", disable_n_clicks=True),
        dcc.Store(id="share-tree-data"),
        dcc.Store(id="share-ticks"),
        dcc.Store(id="share-own"),
        title=say.PLANS, note=say.PLANS_NOTE, kind="plans",
    )  # fmt: skip


def find_plan(history: History, id_: object) -> SharePlan | None:
    """The plan with this id."""
    return next((plan for plan in history.share_plans if plan.id == id_), None)


def add_to(app: Dash, here: Session) -> None:
    """Let plans be chosen, made, changed and deleted."""
    drawn = {
        "plans": Output("share-plans", "children"), "choices": Output("share-choices", "children"),
        "tree": Output("share-tree-data", "data"),
    }  # fmt: skip

    @add_callback(
        app, drawn, Input("share-plan", "data"), Input(stores.SEEN_VERSION, "data"),
        State("share-own", "data"), State(stores.FILTER, "data"), at_start=True,
    )  # fmt: skip
    def show(id_: object, version: object, own: object, part: object) -> Update:
        history = here.history
        plan = find_plan(history, id_)
        plans = {"plans": _plans(history, plan.id if plan else "", filter_bar.parse_filter(part))}
        if plan is None:
            return plans | {"choices": [], "tree": None}
        if ctx.triggered_id == stores.SEEN_VERSION and version == own:
            return plans  # the controls show what they just said
        choices = wrap_with_own_id(draw_choices(here.get_study(), plan), f"{plan.id}-{version}")
        return plans | {"choices": choices, "tree": build_tree(history, plan)}

    app.clientside_callback(
        ClientsideFunction("share", "tree"), Output("share-tree", "title"), Input("share-tree-data", "data")
    )

    @add_callback(
        app, SAVED | {"plan": Output("share-plan", "data")},
        *(Input({"kind": kind, "id": ALL}, "n_clicks") for kind in ("plan", "beginning", "plan-delete")),
        State(stores.FILTER, "data"),
    )  # fmt: skip
    def choose(*told: object) -> Update:
        if not (pressed := pressed_id()):
            return {}
        id_ = str(pressed["id"])
        if pressed["kind"] == "plan":
            return {"plan": id_}
        if pressed["kind"] == "beginning":
            plan = begin_plan(here, id_, filter_bar.parse_filter(told[-1]))
            change = Change("share_plans", plan.id, None, entry_text(plan))
            return {"plan": plan.id} | _record_change(here, say.creation_undo_name(plan.name), change)
        old = find_plan(here.history, id_)
        if old is None:
            return {"plan": ""}
        change = Change("share_plans", old.id, entry_text(old), None)
        return {"plan": ""} | _record_change(here, say.deletion_undo_name(old.name), change)

    @add_callback(
        app, SAVED | {"own": Output("share-own", "data")},
        Input({"kind": "plan-choice", "field": ALL}, "value"), Input("share-ticks", "data"),
        State("share-plan", "data"), State(stores.SEEN_VERSION, "data"),
    )  # fmt: skip
    def change(_: list[object], ticks: object, id_: object, seen: object) -> Update:
        plan = find_plan(here.history, id_)
        if plan is None:
            return {}
        told = {one["id"]["field"]: one.get("value") for one in ctx.inputs_list[0]}
        own = ticks if isinstance(ticks, dict) and ticks.get("plan") == plan.id else None
        try:
            wanted = apply_ticks(here.history, plan, told, own)
        except ValidationError as error:
            return {"toast": {"says": next(iter(find_field_errors(error).values()))}}
        before, after = entry_text(plan), entry_text(wanted)
        changed = here.desk.record(
            say.change_undo_name(wanted.name), [Change("share_plans", plan.id, before, after)]
        )
        # Of two ticks at once the page hears the second answer alone, which may have changed nothing.
        if not changed and here.desk.version == seen:
            return {}
        return {"seen": here.desk.version, "own": here.desk.version}


def begin_plan(here: Session, key: str, chosen: Filter) -> SharePlan:
    """A new plan from one of the beginnings, or an empty one, which ticks nothing.

    Args:
        here: the history open.
        key: of the beginning.
        chosen: what is looked at: a beginning ticks that.
    """
    id_ = secrets.token_hex(8)
    if key in list_beginnings():
        shown = apply_filter(here.history, chosen, here.today())
        return share.limit_to_filter(list_beginnings()[key][2](shown, id_), chosen)
    return SharePlan(id=id_, name=say.UNNAMED_PLAN)


def _record_change(here: Session, what: str, change: Change) -> Update:
    here.desk.record(what, [change])
    return show_saved(here, f"{what}.")


def _plans(history: History, chosen: str, looked_at: Filter) -> list[Component]:
    """A button for each plan, and the ways to begin another, with what they begin from."""
    plans = [
        button(
            plan.name,
            {"kind": "plan", "id": plan.id},
            "plain",
            **{"aria-pressed": str(plan.id == chosen).lower()},
        )
        for plan in history.share_plans
    ]
    begin = [
        button(title, {"kind": "beginning", "id": key}, "quiet" if plans else "plain", title=says)
        for key, (title, says, _) in list_beginnings().items()
    ]
    empty = button(say.NEW_PLAN, {"kind": "beginning", "id": "empty"}, "quiet")
    narrow = [] if looked_at.is_empty else [html.P(say.filter_note(), className="note")]
    return [*([] if plans else [html.P(say.NO_PLAN)]), *plans, *begin, empty, *narrow]
