"""What happens when a button of a form is pressed: it is saved, left, or what it shows is deleted."""

from typing import Any, NamedTuple

from dash import ALL, Dash, Input, Output, State, ctx, no_update

from models.errors import ChangedElsewhere, TimelineError
from models.history import SINGLES, Episode, Relationship
from timeline.messages import entry as say
from timeline.ui import stores
from timeline.ui.deletion import delete_entry
from timeline.ui.forms.fields import ALL_ERRORS, ALL_FIELDS, Typed, typed_in
from timeline.ui.forms.fields.typed import text
from timeline.ui.here import Here
from timeline.ui.merging import merge_tag
from timeline.ui.pages.entry import drafts
from timeline.ui.pages.entry.conflict import both_texts
from timeline.ui.pages.entry.forms import BY_KIND
from timeline.ui.pages.entry.opening import draft_key
from timeline.ui.pages.entry.presses import LEAVING, SAVING
from timeline.ui.pages.entry.saving import AT_THE_FORM, Base, Told, told_by

_AS_TYPED = (
    # Buttons that go tell the renderer as well, by when the form they stood in is gone.
    State("entry-base", "data", allow_optional=True),
    State(ALL_FIELDS, "id"),
    State(ALL_FIELDS, "value"),
)


class Outcome(NamedTuple):
    """What came of saving.

    Attributes:
        said: what the toast says; "" where nothing was saved.
        entry: the entry as saved.
        wrong: a sentence for each field that is wrong.
        conflict: what another tab saved meanwhile, and what was to be saved; None if none did.
    """

    said: str = ""
    entry: Any = None
    wrong: dict[str, str] = {}  # noqa: RUF012  never changed
    conflict: ChangedElsewhere | None = None


def save(here: Here, told: dict[str, Any], base: Base, typed: Typed) -> Outcome:
    """What came of saving a form. Its draft is forgotten once it is saved, and not before.

    Args:
        here: the open history.
        told: what the form store holds.
        base: what the form began from.
        typed: what stands in it.
    """
    form = BY_KIND[str(told["kind"])]
    meant: Told = told_by(form, typed, base, here.history, here.today())
    if meant.wrong:
        return Outcome(wrong=meant.wrong)
    name = form.called(meant.entry)
    new = base.before is None and form.OF not in SINGLES
    said = say.added(name) if new else say.changed(name)
    try:
        here.desk.record(said, meant.changes)
    except ChangedElsewhere as changed:
        if changed.mine != changed.theirs:
            return Outcome(conflict=changed)
    except TimelineError as error:
        return Outcome(wrong={AT_THE_FORM: str(error)})
    except ValueError as error:  # it no longer fits to what is here now
        return Outcome(wrong={AT_THE_FORM: str(error)})
    here.desk.drop_draft(draft_key(told))
    return Outcome(said, meant.entry)


def painful_in(sitting: object) -> int:
    """How many painful moments were saved in this sitting since the last caring one."""
    painful = sitting.get("painful") if isinstance(sitting, dict) else 0
    return painful if isinstance(painful, int) else 0


def add_to(app: Dash, here: Here) -> None:
    """Let the buttons of a form do what they say."""
    _saving(app, here)
    _leaving(app, here)
    _deleting(app, here)


def _saving(app: Dash, here: Here) -> None:
    @app.callback(
        Output(stores.SEEN, "data", allow_duplicate=True),
        Output(stores.SAID, "data", allow_duplicate=True),
        Output(stores.FORM, "data", allow_duplicate=True),
        Output(stores.SITTING, "data", allow_duplicate=True),
        Output(ALL_ERRORS, "children"),
        Output("entry-wrong", "children"),
        Output("entry-conflict", "children"),
        Output("entry-theirs", "data"),
        Input(SAVING, "n_clicks"),
        *_AS_TYPED,
        State(ALL_ERRORS, "id"),
        State("entry-theirs", "data"),
        State(stores.SITTING, "data"),
        prevent_initial_call=True,
    )
    def press(_: Any, began: Any, ids: Any, values: Any, places: Any, theirs: Any, sitting: Any) -> Any:
        same = [no_update] * len(places or [])
        if not ctx.triggered[0]["value"]:
            return *[no_update] * 4, same, *[no_update] * 3
        told, over = began["told"], ctx.triggered_id["does"] == "mine"
        base = Base(began["id"], theirs["text"] if over and theirs else began["before"])
        came = save(here, told, base, typed_in(ids, values))
        if came.said:
            next_form = _after(told, came.entry)
            counted = _counted(sitting, came.entry, here, new=base.before is None)
            toast = {"says": say.toast(came.said), "undo": True}
            return here.desk.version, toast, next_form, counted, same, *[no_update] * 3
        if came.conflict:
            of = BY_KIND[str(told["kind"])].OF
            shown = both_texts(here.history, of, came.conflict.mine, came.conflict.theirs)
            nothing = [""] * len(same)
            return *[no_update] * 4, nothing, "", shown, {"text": came.conflict.theirs}
        at = [came.wrong.get(place["name"], "") for place in places]
        elsewhere = [says for name, says in came.wrong.items() if name not in {one["name"] for one in places}]
        marked = sum(map(bool, at))
        head = say.NOT_SAVED_YET_MANY if marked > 1 else say.NOT_SAVED_YET if marked else ""
        return *[no_update] * 4, at, " ".join([head, *elsewhere]).strip(), [], None


def _after(told: dict[str, Any], entry: Any) -> dict[str, Any] | None:
    """What stands in the panel once this is saved: the form it was asked from, or nothing."""
    if told.get("then") == "episode" and isinstance(entry, Relationship):
        return {"kind": "episode", "id": "", "relationship": entry.id}
    return None


def _counted(sitting: object, entry: Any, here: Here, *, new: bool) -> Any:
    """The sitting, after this was saved."""
    if not new or not isinstance(entry, Episode):
        return no_update
    sides = here.history.vocabulary.sides_of(entry.tags)
    if "caring" in sides:
        return {"painful": 0}
    return {"painful": painful_in(sitting) + ("painful" in sides)}


def _leaving(app: Dash, here: Here) -> None:
    @app.callback(
        Output(stores.FORM, "data", allow_duplicate=True),
        Input(LEAVING, "n_clicks"),
        *_AS_TYPED,
        State("entry-first", "data", allow_optional=True),
        prevent_initial_call=True,
    )
    def press(_: Any, began: Any, ids: Any, values: Any, first: Any) -> Any:
        if not ctx.triggered[0]["value"]:
            return no_update
        told, does = began["told"], ctx.triggered_id["does"]
        if does in ("let-go", "take-theirs"):
            here.desk.drop_draft(draft_key(told))
            return told | {"again": str(ctx.triggered[0]["value"])}
        drafts.keep(here, began, typed_in(ids, values), first)
        if does == "someone":
            return {"kind": "relationship", "id": "", "then": "episode"}
        if does == "good-first":
            return {"kind": "episode", "id": "", "good": True}
        return None

    @app.callback(
        Output(stores.SITTING, "data", allow_duplicate=True),
        Output("entry-good", "hidden"),
        Input({"part": "pass-by", "does": ALL}, "n_clicks"),
        prevent_initial_call=True,
    )
    def pass_by(clicks: list[int | None]) -> Any:
        return ({"painful": 0}, True) if any(clicks) else (no_update, no_update)


def _deleting(app: Dash, here: Here) -> None:
    @app.callback(
        Output(stores.SEEN, "data", allow_duplicate=True),
        Output(stores.SAID, "data", allow_duplicate=True),
        Output(stores.FORM, "data", allow_duplicate=True),
        Output("entry-wrong", "children", allow_duplicate=True),
        Input({"part": "delete", "does": ALL}, "n_clicks"),
        Input({"part": "merge", "does": ALL}, "n_clicks"),
        *_AS_TYPED,
        prevent_initial_call=True,
    )
    def press(_: Any, __: Any, began: Any, ids: Any, values: Any) -> Any:
        if not ctx.triggered[0]["value"]:
            return (*[no_update] * 4,)
        told = began["told"]
        try:
            if ctx.triggered_id["part"] == "merge":
                said = merge_tag(here, began["id"], text(typed_in(ids, values), "merge"))
            else:
                said = delete_entry(here, BY_KIND[str(told["kind"])].OF, began["id"])
        except TimelineError as error:
            return *[no_update] * 3, str(error)
        here.desk.drop_draft(draft_key(told))
        return here.desk.version, {"says": say.toast(said), "undo": True}, None, no_update
