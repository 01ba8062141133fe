"""What a form opens with: something new, an entry that is there, or what was typed and not saved."""

import json
import secrets
from typing import Any, NamedTuple

from models.history import SINGLES
from timeline.ui.forms.fields import FieldValues
from timeline.ui.pages.entry.form_result import BaseVersion
from timeline.ui.pages.entry.forms import BY_KIND, Form
from timeline.ui.session import Session


class OpenForm(NamedTuple):
    """A form, open.

    Attributes:
        form: which one.
        form_request: what the form store holds.
        base: what it began from.
        values: what stands in it at first.
        is_restored: whether that was typed earlier and not saved.
        is_gone: whether it was to show an entry that is no longer there.
    """

    form: Form
    form_request: dict[str, Any]
    base: BaseVersion
    values: FieldValues
    is_restored: bool = False
    is_gone: bool = False

    @property
    def is_new(self) -> bool:
        """Whether the entry is not there yet."""
        return self.base.before is None

    @property
    def heading(self) -> str:
        """What stands over it: the name of what is there, or what a new one is."""
        if self.is_new or self.form.COLLECTION in SINGLES:
            return self.form.new_heading()
        return self.form.entry_name(self.form.MODEL.model_validate_json(self.base.before or ""))


def open_form(here: Session, form_request: dict[str, Any]) -> OpenForm | None:
    """The form the form store asks for, None if it asks for none of ours.

    Args:
        here: the open history.
        form_request: {"kind": of a form, "id": of an entry or "", …}.
    """
    form = BY_KIND.get(str(form_request.get("kind")))
    if form is None:
        return None
    id_ = str(form_request.get("id") or "")
    kept = read_draft(here.desk.draft(draft_key(form_request)))
    before = here.history.document_text(form.COLLECTION, id_)
    if form.COLLECTION in SINGLES:
        entry = getattr(here.history, form.COLLECTION)
        base, typed = BaseVersion("", before), form.fill_form(entry)
    elif before is not None:
        base, typed = BaseVersion(id_, before), form.fill_form(form.MODEL.model_validate_json(before))
    else:
        base, typed = BaseVersion(secrets.token_hex(8), None), form.fill_new_form(here, form_request)
        if id_ and kept is None:
            return OpenForm(form, form_request, base, typed, is_gone=True)
    if kept is None:
        return OpenForm(form, form_request, base, typed)
    base, kept_typed = kept
    if form_request.get("relationship"):
        kept_typed = kept_typed | {
            "relationship": kept_typed.get("relationship") or form_request["relationship"]
        }
    return OpenForm(form, form_request, base, kept_typed, is_restored=True)


def draft_key(form_request: dict[str, Any]) -> str:
    """Under what the vault keeps what is typed into the form the store asks for."""
    kind = "good" if form_request.get("good") else str(form_request.get("id") or "new")
    return f"entry/{form_request.get('kind')}/{kind}"


def serialise_draft(base: BaseVersion, typed: FieldValues) -> str:
    """What the vault keeps of a form that is not saved; half a letter, which nothing could show, as a "?"."""
    body = json.dumps({"id": base.id, "before": base.before, "typed": typed}, ensure_ascii=False)
    return body.encode(errors="replace").decode()


def read_draft(body: str | None) -> tuple[BaseVersion, FieldValues] | None:
    """A form as the vault kept it, None if it kept none."""
    if body is None:
        return None
    kept = json.loads(body)
    return BaseVersion(kept["id"], kept["before"]), kept["typed"]
