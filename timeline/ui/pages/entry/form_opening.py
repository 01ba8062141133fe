"""What a form opens with: something new, an entry that is there, or what was typed and not saved."""

import secrets
from typing import Any, NamedTuple

from timeline.ui.forms import drafts
from timeline.ui.forms.entries import BY_KIND
from timeline.ui.forms.entry_form import BaseVersion, EntryForm
from timeline.ui.forms.field_values import FieldValues, drop_empty_values
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

    form: EntryForm
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
        if self.is_new or self.form.is_single:
            return self.form.heading()
        return self.form.entry_name(self.form.model.model_validate_json(self.base.before or ""))


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
    kept = drafts.load_draft(here.desk, draft_key(form_request))
    before = here.history.document_text(form.collection, id_)
    if form.is_single:
        base, typed = BaseVersion("", before), form.fill(getattr(here.history, form.collection))
    elif before is not None:
        base, typed = BaseVersion(id_, before), form.fill(form.model.model_validate_json(before))
    else:
        base, typed = BaseVersion(secrets.token_hex(8), None), form.fill_new(here, form_request)
        if id_ and kept is None:
            return OpenForm(form, form_request, base, typed, is_gone=True)
    if kept is None:
        return OpenForm(form, form_request, base, typed)
    whom = kept["typed"].get("relationship") or form_request.get("relationship")
    typed = kept["typed"] | ({"relationship": whom} if whom else {})
    return OpenForm(form, form_request, BaseVersion(kept["id"], kept["before"]), typed, is_restored=True)


def draft_key(form_request: dict[str, Any]) -> str:
    """Under what the vault keeps what is typed into the form the store asks for."""
    kind = "good" if form_request.get("good") else str(form_request.get("id") or "new")
    return f"entry/{form_request.get('kind')}/{kind}"


def keep_draft(here: Session, began: dict[str, Any], typed: FieldValues) -> bool:
    """Whether there is anything to keep. If so it is kept; if not, nothing is left of an earlier draft.

    Args:
        here: the open history.
        began: what the form began from: {"told": what the form store held, "id", "before", "first": what
            stood in it when it opened; None where that was a draft itself}.
        typed: what stands in it.
    """
    key, first = draft_key(began["told"]), began["first"]
    if isinstance(first, dict) and drop_empty_values(first) == drop_empty_values(typed):
        drafts.drop_draft(here.desk, key)
        return False
    drafts.save_draft(here.desk, key, id=began["id"], before=began["before"], typed=dict(typed))
    return True
