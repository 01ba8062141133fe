"""From what is typed to the changes it means, or to the sentence that stands at each field that is wrong."""

from datetime import date
from typing import Any, NamedTuple, Protocol

from pydantic import ValidationError

from models.changes import Change
from models.dates import Span
from models.future_dates import future_dates
from models.history import SINGLES, History, Person, entry_text
from timeline.messages import entry_forms as say
from timeline.ui.forms.fields import FieldValues, explain_field_error
from timeline.ui.forms.fields.field_values import get_line

WHOLE_FORM = "form"  # where a sentence stands that belongs to no field


class BaseVersion(NamedTuple):
    """What a form began from.

    Attributes:
        id: of the entry, given when the form opened, also to one that is not saved yet.
        before: its JSON text as it stood then, None if it did not exist.
    """

    id: str
    before: str | None


class SavableForm(Protocol):
    """What saving asks of a form."""

    COLLECTION: str
    MODEL: Any

    def fill_form(self, entry: Any) -> FieldValues:
        """What stands in the form for `entry`."""

    def parse_fields(self, form: FieldValues) -> dict[str, Any]:
        """The fields of the model, from what stands in the form."""

    def locate_field(self, where: tuple[Any, ...], form: FieldValues) -> str:
        """The field of the form to which a place in the model belongs."""

    def find_problems(self, entry: Any, history: History) -> dict[str, str]:
        """What else there is against `entry`: a sentence for each field of the form."""


class FormResult(NamedTuple):
    """What came of a form.

    Attributes:
        entry: the entry as it will be, None if it cannot be.
        changes: what to record.
        field_errors: a sentence for each field that is wrong; nothing may be recorded while there is any.
    """

    entry: Any
    changes: tuple[Change, ...]
    field_errors: dict[str, str]


def parse_form(
    form: SavableForm, typed: FieldValues, base: BaseVersion, history: History, today: date
) -> FormResult:
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
        entry = form.MODEL.model_validate(_merge_fields(form, typed, base))
        wrong |= form.find_problems(entry, history) | _find_future_dates(
            form, entry, typed, base, history.birth, today
        )
    except ValidationError as error:
        errors = error.errors(include_url=False)
        for one in errors:
            # A list is told to be too short when what stands in it is wrong: that is told already.
            if not any(other["loc"][: len(one["loc"])] == one["loc"] for other in errors if other is not one):
                wrong.setdefault(form.locate_field(one["loc"], typed), explain_field_error(one))
    person, wrong_birth = _parse_birth(typed, history, today)
    wrong |= wrong_birth
    if wrong or entry is None:
        return FormResult(None, (), wrong)
    after = None if form.COLLECTION in SINGLES and entry == SINGLES[form.COLLECTION]() else entry_text(entry)
    return FormResult(entry, (Change(form.COLLECTION, base.id, base.before, after), *person), {})


def _merge_fields(form: SavableForm, typed: FieldValues, base: BaseVersion) -> dict[str, Any]:
    """The fields of the entry: what was typed over what was there."""
    new = form.parse_fields(typed)
    if base.before is None:
        return new | ({} if form.COLLECTION in SINGLES else {"id": base.id})
    there = form.MODEL.model_validate_json(base.before)
    old = form.parse_fields(form.fill_form(there))
    stored: dict[str, Any] = there.model_dump()
    return stored | {
        name: _keep_unasked_fields(stored[name], old[name], value)
        for name, value in new.items()
        if value != old[name]
    }


def _keep_unasked_fields(stored: Any, old: Any, new: Any) -> Any:
    """`new`, where it is a list of groups of fields with what is stored in each and not asked for here.

    What reads as before is what it was; what reads otherwise follows the first that is left over.
    """
    if not (isinstance(new, list) and isinstance(old, list) and all(isinstance(one, dict) for one in new)):
        return new
    left = list(zip(old, stored, strict=True))
    paired: list[Any] = []
    for one in new:
        same = next((pair for pair in left if pair[0] == one), None)
        paired.append(same)
        if same:
            left.remove(same)
    kept = []
    for one, pair in zip(new, paired, strict=True):
        was = pair or (left.pop(0) if left else ({}, {}))
        kept.append({name: value for name, value in was[1].items() if name not in was[0]} | one)
    return kept


def _find_future_dates(
    form: SavableForm, entry: Any, typed: FieldValues, base: BaseVersion, birth: Span | None, today: date
) -> dict[str, str]:
    """A sentence at each date that was typed now and has not come yet."""
    there = form.MODEL.model_validate_json(base.before) if base.before is not None else None
    old = {when for _, when in future_dates(form.COLLECTION, there, birth, today)} if there else set()
    found = future_dates(form.COLLECTION, entry, birth, today)
    return {
        form.locate_field(at, typed): say.future_date_warning(when.as_written)
        for at, when in found
        if when not in old
    }


def _parse_birth(
    typed: FieldValues, history: History, today: date
) -> tuple[tuple[Change, ...], dict[str, str]]:
    """The year of birth that was asked on the way: the change it means, or what is wrong with it."""
    written = get_line(typed, "birth")
    if not written or history.person.birth is not None:
        return (), {}
    try:
        person = Person.model_validate(history.person.model_dump() | {"birth": written})
    except ValidationError as error:
        return (), {"birth": explain_field_error(error.errors(include_url=False)[0])}
    if any(True for _ in future_dates("person", person, None, today)):
        return (), {"birth": say.future_date_warning(written)}
    return (Change("person", "", history.document_text("person", ""), entry_text(person)),), {}
