"""From what is typed to the changes it means, or to the sentence that stands at each field that is wrong."""

from datetime import date
from typing import Any, NamedTuple, Protocol

from pydantic import ValidationError

from models.changes import Change
from models.coming import not_come
from models.dates import Span
from models.history import SINGLES, History, Person, entry_text
from timeline.messages import entry as say
from timeline.ui.forms.fields import Typed, sentence
from timeline.ui.forms.fields.typed import one_line

AT_THE_FORM = "form"  # where a sentence stands that belongs to no field


class Base(NamedTuple):
    """What a form began from.

    Attributes:
        id: of the entry, given when the form opened, also to one that is not saved yet.
        before: its JSON text as it stood then, None if it did not exist.
    """

    id: str
    before: str | None


class Shape(Protocol):
    """What saving asks of a form."""

    OF: str
    MODEL: Any

    def typed(self, entry: Any) -> Typed:
        """What stands in the form for `entry`."""

    def fields_of(self, form: Typed) -> dict[str, Any]:
        """The fields of the model, from what stands in the form."""

    def field_of(self, where: tuple[Any, ...], form: Typed) -> str:
        """The field of the form to which a place in the model belongs."""

    def against(self, entry: Any, history: History) -> dict[str, str]:
        """What else there is against `entry`: a sentence for each field of the form."""


class Told(NamedTuple):
    """What came of a form.

    Attributes:
        entry: the entry as it will be, None if it cannot be.
        changes: what to record.
        wrong: a sentence for each field that is wrong; nothing may be recorded while there is any.
    """

    entry: Any
    changes: tuple[Change, ...]
    wrong: dict[str, str]


def told_by(form: Shape, typed: Typed, base: Base, history: History, today: date) -> Told:
    """What a form means for `history`.

    What was not touched stays as it is stored, even where the form would write it otherwise.

    Args:
        form: which one.
        typed: what stands in it.
        base: what it began from.
        history: as it is now.
        today: the last day anything can have happened on.
    """
    wrong: dict[str, str] = {}
    entry = None
    try:
        entry = form.MODEL.model_validate(_meant(form, typed, base))
        wrong |= form.against(entry, history) | _not_come(form, entry, typed, base, history.birth, today)
    except ValidationError as error:
        errors = error.errors(include_url=False)
        for one in errors:
            # A list is told to be too short when what stands in it is wrong: that is told already.
            if not any(other["loc"][: len(one["loc"])] == one["loc"] for other in errors if other is not one):
                wrong.setdefault(form.field_of(one["loc"], typed), sentence(one))
    person, wrong_birth = _birth(typed, history, today)
    wrong |= wrong_birth
    if wrong or entry is None:
        return Told(None, (), wrong)
    after = None if form.OF in SINGLES and entry == SINGLES[form.OF]() else entry_text(entry)
    return Told(entry, (Change(form.OF, base.id, base.before, after), *person), {})


def _meant(form: Shape, typed: Typed, base: Base) -> dict[str, Any]:
    """The fields of the entry: what was typed over what was there."""
    new = form.fields_of(typed)
    if base.before is None:
        return new | ({} if form.OF in SINGLES else {"id": base.id})
    there = form.MODEL.model_validate_json(base.before)
    old = form.fields_of(form.typed(there))
    touched = {name: value for name, value in new.items() if value != old[name]}
    return there.model_dump() | touched  # type: ignore[no-any-return]


def _not_come(
    form: Shape, entry: Any, typed: Typed, base: Base, birth: Span | None, today: date
) -> dict[str, str]:
    """A sentence at each date that was typed now and has not come yet."""
    there = form.MODEL.model_validate_json(base.before) if base.before is not None else None
    old = {when for _, when in not_come(form.OF, there, birth, today)} if there else set()
    found = not_come(form.OF, entry, birth, today)
    return {form.field_of(at, typed): say.not_come(when.written) for at, when in found if when not in old}


def _birth(typed: Typed, history: History, today: date) -> tuple[tuple[Change, ...], dict[str, str]]:
    """The year of birth that was asked on the way: the change it means, or what is wrong with it."""
    written = one_line(typed, "birth")
    if not written or history.person.birth is not None:
        return (), {}
    try:
        person = Person.model_validate(history.person.model_dump() | {"birth": written})
    except ValidationError as error:
        return (), {"birth": sentence(error.errors(include_url=False)[0])}
    if any(True for _ in not_come("person", person, None, today)):
        return (), {"birth": say.not_come(written)}
    return (Change("person", "", history.body("person", ""), entry_text(person)),), {}
