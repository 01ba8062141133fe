"""What happens when a button of a form is pressed: it is saved, left, or what it shows is deleted."""

from typing import Any, NamedTuple

from dash import ALL, Dash, Input, Output, State, ctx

from models.errors import ChangedElsewhere, TimelineError
from models.history import Episode, Relationship
from timeline.messages import entry_forms as say
from timeline.messages.problem_sentences import explain_error
from timeline.ui import stores
from timeline.ui.callbacks import SAVED, Update, add_callback, is_pressed, pressed_id, show_saved
from timeline.ui.deletion import delete_entry
from timeline.ui.forms import drafts
from timeline.ui.forms.entries import BY_KIND
from timeline.ui.forms.entry_form import BaseVersion, parse_form
from timeline.ui.forms.field_values import (
    FieldValues,
    form_errors_id,
    form_fields_id,
    get_text,
    read_fields,
)
from timeline.ui.pages.entry.conflict import draw_conflict
from timeline.ui.pages.entry.form_opening import draft_key, keep_draft
from timeline.ui.pages.entry.panel import DRAFT_LINE_CLASS, EMPTY_DRAFT_LINE_CLASS, FORM_KEY
from timeline.ui.session import Session
from timeline.ui.tag_merge import merge_tag

_FIELDS = form_fields_id(FORM_KEY)
_FORM_STATE = (
    # Buttons that go tell the renderer as well, by when the form they stood in is gone.
    State("entry-base", "data", allow_optional=True),
    State(_FIELDS, "id"),
    State(_FIELDS, "value"),
)
_OPEN_FORM = Output(stores.OPEN_FORM, "data", allow_duplicate=True)
_COUNT = Output(stores.PAINFUL_COUNT, "data", allow_duplicate=True)


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
    meant = parse_form(form, typed, base, here.history, here.today())
    if meant.field_errors:
        return SaveOutcome(field_errors=meant.field_errors)
    name = form.entry_name(meant.entry)
    new = base.before is None and not form.is_single
    said = say.addition_undo_name(name) if new else say.change_undo_name(name)
    try:
        here.desk.record(said, meant.changes)
    except ChangedElsewhere as changed:
        if changed.mine != changed.theirs:
            return SaveOutcome(conflict=changed)
    except (TimelineError, ValueError) as error:  # it could not be written, or no longer fits to what is here
        return SaveOutcome(field_errors={"": explain_error(error)})
    drafts.drop_draft(here.desk, draft_key(form_request))
    return SaveOutcome(said, meant.entry)


def painful_count(sitting: object) -> int:
    """How many painful moments were saved in this sitting since the last caring one."""
    painful = sitting.get("painful") if isinstance(sitting, dict) else 0
    return painful if isinstance(painful, int) else 0


def add_to(app: Dash, here: Session) -> None:
    """Let the buttons of a form do what they say."""
    _add_draft(app, here)
    _add_save(app, here)
    _add_leave(app, here)
    _add_delete(app, here)


def _add_draft(app: Dash, here: Session) -> None:
    line = {"look": Output("entry-kept", "className"), "says": Output("entry-kept-says", "children")}

    @add_callback(app, line, Input("entry-tick", "data"), *_FORM_STATE)
    def keep_typed(tick: Any, began: Any, ids: Any, values: Any) -> Update:
        if not tick or not began:
            return {}
        if keep_draft(here, began, read_fields(ids, values, FORM_KEY)):
            return {"look": DRAFT_LINE_CLASS, "says": say.DRAFT_KEPT_NOTE}
        return {"look": EMPTY_DRAFT_LINE_CLASS, "says": ""}


def _add_save(app: Dash, here: Session) -> None:
    outputs = SAVED | {
        "form": _OPEN_FORM,
        "count": _COUNT,
        "errors": Output(form_errors_id(FORM_KEY), "children"),
        "wrong": Output("entry-wrong", "children"),
        "conflict": Output("entry-conflict", "children"),
        "theirs": Output("entry-theirs", "data"),
    }

    @add_callback(
        app, outputs, Input({"part": "save", "does": ALL}, "n_clicks"), *_FORM_STATE,
        State("entry-theirs", "data"), State(stores.PAINFUL_COUNT, "data"),
    )  # fmt: skip
    def save(_: Any, began: Any, ids: Any, values: Any, theirs: Any, sitting: Any) -> Update:
        if not (by := pressed_id()):
            return {}
        told, over = began["told"], by["does"] == "mine"
        base = BaseVersion(began["id"], theirs["text"] if over and theirs else began["before"])
        typed = read_fields(ids, values, FORM_KEY)
        came = save_form(here, told, base, typed)
        if came.undo_name:
            saved = show_saved(here, say.toast(came.undo_name)) | {
                "form": _next_form_request(told, came.entry)
            }
            return saved | _count_painful(sitting, came.entry, here, new=base.before is None)
        if came.conflict:
            of = BY_KIND[str(told["kind"])].collection
            shown = draw_conflict(here.history, of, came.conflict.mine, came.conflict.theirs)
            return {"errors": {}, "wrong": "", "conflict": shown, "theirs": {"text": came.conflict.theirs}}
        marked = [name for name in came.field_errors if name in typed]
        elsewhere = [says for name, says in came.field_errors.items() if name not in typed]
        head = say.NOT_SAVED_YET_MANY if len(marked) > 1 else say.NOT_SAVED_YET if marked else ""
        wrong = " ".join([head, *elsewhere]).strip()
        return {"errors": came.field_errors, "wrong": wrong, "conflict": [], "theirs": None}


def _next_form_request(form_request: dict[str, Any], entry: Any) -> dict[str, Any] | None:
    """What stands in the panel once this is saved: the form it was asked from, or nothing."""
    if form_request.get("then") == "episode" and isinstance(entry, Relationship):
        return {"kind": "episode", "id": "", "relationship": entry.id}
    return None


def _count_painful(sitting: object, entry: Any, here: Session, *, new: bool) -> Update:
    """The sitting, after this was saved."""
    if not new or not isinstance(entry, Episode):
        return {}
    sides = here.history.vocabulary.sides_of(entry.tags)
    painful = 0 if "caring" in sides else painful_count(sitting) + ("painful" in sides)
    return {"count": {"painful": painful}}


def _add_leave(app: Dash, here: Session) -> None:
    @add_callback(app, {"form": _OPEN_FORM}, Input({"part": "leave", "does": ALL}, "n_clicks"), *_FORM_STATE)
    def leave(_: Any, began: Any, ids: Any, values: Any) -> Update:
        if not (by := pressed_id()):
            return {}
        told, does = began["told"], by["does"]
        if does in ("let-go", "take-theirs"):
            drafts.drop_draft(here.desk, draft_key(told))
            return {"form": told | {"again": str(ctx.triggered[0]["value"])}}
        keep_draft(here, began, read_fields(ids, values, FORM_KEY))
        if does == "someone":
            return {"form": {"kind": "relationship", "id": "", "then": "episode"}}
        return {"form": {"kind": "episode", "id": "", "good": True} if does == "good-first" else None}

    offer = {"count": _COUNT, "hidden": Output("entry-good", "hidden")}

    @add_callback(app, offer, Input({"part": "pass-by", "does": ALL}, "n_clicks"))
    def pass_by(_: object) -> Update:
        return {"count": {"painful": 0}, "hidden": True} if is_pressed() else {}


def _add_delete(app: Dash, here: Session) -> None:
    outputs = SAVED | {
        "form": _OPEN_FORM, "wrong": Output("entry-wrong", "children", allow_duplicate=True),
    }  # fmt: skip

    @add_callback(
        app, outputs, Input({"part": "delete", "does": ALL}, "n_clicks"),
        Input({"part": "merge", "does": ALL}, "n_clicks"), *_FORM_STATE,
    )  # fmt: skip
    def delete_or_merge(_: Any, __: Any, began: Any, ids: Any, values: Any) -> Update:
        if not (by := pressed_id()):
            return {}
        told, typed = began["told"], read_fields(ids, values, FORM_KEY)
        try:
            if by["part"] == "merge":
                said = merge_tag(here, began["id"], get_text(typed, "merge"))
            else:
                said = delete_entry(here, BY_KIND[str(told["kind"])].collection, began["id"])
        except TimelineError as error:
            return {"wrong": explain_error(error)}
        drafts.drop_draft(here.desk, draft_key(told))
        return show_saved(here, say.toast(said)) | {"form": None}
