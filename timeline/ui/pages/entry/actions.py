"""What happens when a button of a form is pressed: it is saved, left, or what it shows is deleted."""

from typing import Any, NamedTuple

from dash import ALL, Dash, Input, Output, State, ctx, no_update

from models.errors import ChangedElsewhere, TimelineError
from models.history import SINGLES, Episode, Relationship
from timeline.messages import entry_forms as say
from timeline.ui import stores
from timeline.ui.deletion import delete_entry
from timeline.ui.forms.fields import ALL_ERRORS, ALL_FIELDS, FieldValues, read_fields
from timeline.ui.forms.fields.field_values import get_text
from timeline.ui.pages.entry import drafts
from timeline.ui.pages.entry.button_ids import LEAVE_BUTTONS, SAVE_BUTTONS
from timeline.ui.pages.entry.conflict import draw_conflict
from timeline.ui.pages.entry.form_opening import draft_key
from timeline.ui.pages.entry.form_result import WHOLE_FORM, BaseVersion, FormResult, parse_form
from timeline.ui.pages.entry.forms import BY_KIND
from timeline.ui.session import Session
from timeline.ui.tag_merge import merge_tag

_FORM_STATE = (
    # Buttons that go tell the renderer as well, by when the form they stood in is gone.
    State("entry-base", "data", allow_optional=True),
    State(ALL_FIELDS, "id"),
    State(ALL_FIELDS, "value"),
)


class SaveOutcome(NamedTuple):
    """What came of saving.

    Attributes:
        undo_name: what the toast says; "" where nothing was saved.
        entry: the entry as saved.
        field_errors: a sentence for each field that is wrong.
        conflict: what another tab saved meanwhile, and what was to be saved; None if none did.
    """

    undo_name: str = ""
    entry: Any = None
    field_errors: dict[str, str] = {}  # noqa: RUF012  never changed
    conflict: ChangedElsewhere | None = None


def save_form(
    here: Session, form_request: dict[str, Any], base: BaseVersion, typed: FieldValues
) -> SaveOutcome:
    """What came of saving a form. Its draft is forgotten once it is saved, and not before.

    Args:
        here: the open history.
        form_request: what the form store holds.
        base: what the form began from.
        typed: what stands in it.
    """
    form = BY_KIND[str(form_request["kind"])]
    meant: FormResult = parse_form(form, typed, base, here.history, here.today())
    if meant.field_errors:
        return SaveOutcome(field_errors=meant.field_errors)
    name = form.entry_name(meant.entry)
    new = base.before is None and form.COLLECTION not in SINGLES
    said = say.addition_undo_name(name) if new else say.change_undo_name(name)
    try:
        here.desk.record(said, meant.changes)
    except ChangedElsewhere as changed:
        if changed.mine != changed.theirs:
            return SaveOutcome(conflict=changed)
    except TimelineError as error:
        return SaveOutcome(field_errors={WHOLE_FORM: str(error)})
    except ValueError as error:  # it no longer fits to what is here now
        return SaveOutcome(field_errors={WHOLE_FORM: str(error)})
    here.desk.drop_draft(draft_key(form_request))
    return SaveOutcome(said, meant.entry)


def painful_count(sitting: object) -> int:
    """How many painful moments were saved in this sitting since the last caring one."""
    painful = sitting.get("painful") if isinstance(sitting, dict) else 0
    return painful if isinstance(painful, int) else 0


def add_to(app: Dash, here: Session) -> None:
    """Let the buttons of a form do what they say."""
    _add_save(app, here)
    _add_leave(app, here)
    _add_delete(app, here)


def _add_save(app: Dash, here: Session) -> None:
    @app.callback(
        Output(stores.SEEN_VERSION, "data", allow_duplicate=True),
        Output(stores.TOAST, "data", allow_duplicate=True),
        Output(stores.OPEN_FORM, "data", allow_duplicate=True),
        Output(stores.PAINFUL_COUNT, "data", allow_duplicate=True),
        Output(ALL_ERRORS, "children"),
        Output("entry-wrong", "children"),
        Output("entry-conflict", "children"),
        Output("entry-theirs", "data"),
        Input(SAVE_BUTTONS, "n_clicks"),
        *_FORM_STATE,
        State(ALL_ERRORS, "id"),
        State("entry-theirs", "data"),
        State(stores.PAINFUL_COUNT, "data"),
        prevent_initial_call=True,
    )
    def press(_: Any, began: Any, ids: Any, values: Any, places: Any, theirs: Any, sitting: Any) -> Any:
        same = [no_update] * len(places or [])
        if not ctx.triggered[0]["value"]:
            return *[no_update] * 4, same, *[no_update] * 3
        told, over = began["told"], ctx.triggered_id["does"] == "mine"
        base = BaseVersion(began["id"], theirs["text"] if over and theirs else began["before"])
        came = save_form(here, told, base, read_fields(ids, values))
        if came.undo_name:
            next_form = _next_form_request(told, came.entry)
            counted = _count_painful(sitting, came.entry, here, new=base.before is None)
            toast = {"says": say.toast(came.undo_name), "undo": True}
            return here.desk.version, toast, next_form, counted, same, *[no_update] * 3
        if came.conflict:
            of = BY_KIND[str(told["kind"])].COLLECTION
            shown = draw_conflict(here.history, of, came.conflict.mine, came.conflict.theirs)
            nothing = [""] * len(same)
            return *[no_update] * 4, nothing, "", shown, {"text": came.conflict.theirs}
        at = [came.field_errors.get(place["name"], "") for place in places]
        elsewhere = [
            says for name, says in came.field_errors.items() if name not in {one["name"] for one in places}
        ]
        marked = sum(map(bool, at))
        head = say.NOT_SAVED_YET_MANY if marked > 1 else say.NOT_SAVED_YET if marked else ""
        return *[no_update] * 4, at, " ".join([head, *elsewhere]).strip(), [], None


def _next_form_request(form_request: dict[str, Any], entry: Any) -> dict[str, Any] | None:
    """What stands in the panel once this is saved: the form it was asked from, or nothing."""
    if form_request.get("then") == "episode" and isinstance(entry, Relationship):
        return {"kind": "episode", "id": "", "relationship": entry.id}
    return None


def _count_painful(sitting: object, entry: Any, here: Session, *, new: bool) -> Any:
    """The sitting, after this was saved."""
    if not new or not isinstance(entry, Episode):
        return no_update
    sides = here.history.vocabulary.sides_of(entry.tags)
    if "caring" in sides:
        return {"painful": 0}
    return {"painful": painful_count(sitting) + ("painful" in sides)}


def _add_leave(app: Dash, here: Session) -> None:
    @app.callback(
        Output(stores.OPEN_FORM, "data", allow_duplicate=True),
        Input(LEAVE_BUTTONS, "n_clicks"),
        *_FORM_STATE,
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
        drafts.keep_draft(here, began, read_fields(ids, values), first)
        if does == "someone":
            return {"kind": "relationship", "id": "", "then": "episode"}
        if does == "good-first":
            return {"kind": "episode", "id": "", "good": True}
        return None

    @app.callback(
        Output(stores.PAINFUL_COUNT, "data", allow_duplicate=True),
        Output("entry-good", "hidden"),
        Input({"part": "pass-by", "does": ALL}, "n_clicks"),
        prevent_initial_call=True,
    )
    def pass_by(clicks: list[int | None]) -> Any:
        return ({"painful": 0}, True) if any(clicks) else (no_update, no_update)


def _add_delete(app: Dash, here: Session) -> None:
    @app.callback(
        Output(stores.SEEN_VERSION, "data", allow_duplicate=True),
        Output(stores.TOAST, "data", allow_duplicate=True),
        Output(stores.OPEN_FORM, "data", allow_duplicate=True),
        Output("entry-wrong", "children", allow_duplicate=True),
        Input({"part": "delete", "does": ALL}, "n_clicks"),
        Input({"part": "merge", "does": ALL}, "n_clicks"),
        *_FORM_STATE,
        prevent_initial_call=True,
    )
    def press(_: Any, __: Any, began: Any, ids: Any, values: Any) -> Any:
        if not ctx.triggered[0]["value"]:
            return (*[no_update] * 4,)
        told = began["told"]
        try:
            if ctx.triggered_id["part"] == "merge":
                said = merge_tag(here, began["id"], get_text(read_fields(ids, values), "merge"))
            else:
                said = delete_entry(here, BY_KIND[str(told["kind"])].COLLECTION, began["id"])
        except TimelineError as error:
            return *[no_update] * 3, str(error)
        here.desk.drop_draft(draft_key(told))
        return here.desk.version, {"says": say.toast(said), "undo": True}, None, no_update
