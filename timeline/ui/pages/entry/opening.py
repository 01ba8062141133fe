"""What a form opens with: something new, an entry that is there, or what was typed and not saved."""

import json
import secrets
from typing import Any, NamedTuple

from models.history import SINGLES
from timeline.ui.forms.fields import Typed
from timeline.ui.here import Here
from timeline.ui.pages.entry.forms import BY_KIND, Form
from timeline.ui.pages.entry.saving import Base


class Opened(NamedTuple):
    """A form, open.

    Attributes:
        form: which one.
        told: what the form store holds.
        base: what it began from.
        typed: what stands in it at first.
        restored: whether that was typed earlier and not saved.
        gone: whether it was to show an entry that is no longer there.
    """

    form: Form
    told: dict[str, Any]
    base: Base
    typed: Typed
    restored: bool = False
    gone: bool = False

    @property
    def new(self) -> bool:
        """Whether the entry is not there yet."""
        return self.base.before is None

    @property
    def heading(self) -> str:
        """What stands over it: the name of what is there, or what a new one is."""
        if self.new or self.form.OF in SINGLES:
            return self.form.NEW
        return self.form.called(self.form.MODEL.model_validate_json(self.base.before or ""))


def opened(here: Here, told: dict[str, Any]) -> Opened | None:
    """The form the form store asks for, None if it asks for none of ours.

    Args:
        here: the open history.
        told: {"kind": of a form, "id": of an entry or "", …}.
    """
    form = BY_KIND.get(str(told.get("kind")))
    if form is None:
        return None
    id_ = str(told.get("id") or "")
    kept = read_draft(here.desk.draft(draft_key(told)))
    before = here.history.body(form.OF, id_)
    if form.OF in SINGLES:
        entry = getattr(here.history, form.OF)
        base, typed = Base("", before), form.typed(entry)
    elif before is not None:
        base, typed = Base(id_, before), form.typed(form.MODEL.model_validate_json(before))
    else:
        base, typed = Base(secrets.token_hex(8), None), form.first(here, told)
        if id_ and kept is None:
            return Opened(form, told, base, typed, gone=True)
    if kept is None:
        return Opened(form, told, base, typed)
    base, kept_typed = kept
    if told.get("relationship"):
        kept_typed = kept_typed | {"relationship": kept_typed.get("relationship") or told["relationship"]}
    return Opened(form, told, base, kept_typed, restored=True)


def draft_key(told: dict[str, Any]) -> str:
    """Under what the vault keeps what is typed into the form the store asks for."""
    kind = "good" if told.get("good") else str(told.get("id") or "new")
    return f"entry/{told.get('kind')}/{kind}"


def draft_of(base: Base, typed: Typed) -> str:
    """What the vault keeps of a form that is not saved; half a letter, which nothing could show, as a "?"."""
    body = json.dumps({"id": base.id, "before": base.before, "typed": typed}, ensure_ascii=False)
    return body.encode(errors="replace").decode()


def read_draft(body: str | None) -> tuple[Base, Typed] | None:
    """A form as the vault kept it, None if it kept none."""
    if body is None:
        return None
    kept = json.loads(body)
    return Base(kept["id"], kept["before"]), kept["typed"]
