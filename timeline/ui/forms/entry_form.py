"""One form for each kind of entry, wherever it stands: what it asks, and what that means for the history."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from dash.development.base_component import Component
from pydantic import ValidationError

from models.base import Frozen
from models.changes import Change
from models.dates import Span
from models.future_dates import future_dates
from models.history import COLLECTIONS, SINGLES, History, Person, entry_text
from timeline.messages import entry_forms as say
from timeline.ui.forms.field_values import FieldValues, get_line
from timeline.ui.forms.form_fields import FormFields
from timeline.ui.forms.validation import find_field_errors
from timeline.ui.session import Session

WHOLE_FORM = ""  # where a sentence stands that belongs to no field


def _fill_nothing(_: Session, __: Mapping[str, Any]) -> FieldValues:
    return {}


def _locate_by_name(where: tuple[Any, ...], _: FieldValues) -> str:
    return str(where[0]) if where else WHOLE_FORM


def _find_nothing(_: Any, __: History) -> dict[str, str]:
    return {}


def _read_name(entry: Any) -> str:
    return next(
        str(getattr(entry, field)) for field in ("name", "headline", "label") if hasattr(entry, field)
    )


@dataclass(frozen=True)
class EntryForm:
    """A file of `entries/`: a form that asks for one kind of entry.

    Attributes:
        kind: what the form store calls it.
        collection: of a history, where its entries stand, or the name of the one of its kind.
        heading: stands over a new one.
        draw: its fields.
        fill: an entry → what stands in its form.
        parse: what stands in the form → the fields of the model.
        note: a line under the heading; "" for none.
        fill_new: what stands in a new one, by what the form store holds.
        locate: a place in the model, and what is typed → the field it was typed in.
        find_problems: what the history has against an entry that fits the model, by field.
        entry_name: what a toast calls it.
        draw_more: what can be done with an entry that is there, by its id.
    """

    kind: str
    collection: str
    heading: Callable[[], str]
    draw: Callable[[FormFields], list[Component | None]]
    fill: Callable[[Any], FieldValues]
    parse: Callable[[FieldValues], dict[str, Any]]
    note: Callable[[], str] = lambda: ""
    fill_new: Callable[[Session, Mapping[str, Any]], FieldValues] = _fill_nothing
    locate: Callable[[tuple[Any, ...], FieldValues], str] = _locate_by_name
    find_problems: Callable[[Any, History], dict[str, str]] = _find_nothing
    entry_name: Callable[[Any], str] = _read_name
    draw_more: Callable[[Session, str], list[Component]] = lambda *_: []

    @property
    def model(self) -> type[Frozen]:
        """The model of its entries."""
        return (COLLECTIONS | SINGLES)[self.collection]

    @property
    def is_single(self) -> bool:
        """Whether a history has exactly one."""
        return self.collection in SINGLES


class BaseVersion(NamedTuple):
    """What a form began from.

    Attributes:
        id: of the entry, given when the form opened, also to one that is not saved yet.
        before: its JSON text as it stood then, None if it did not exist.
    """

    id: str
    before: str | None


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
    form: EntryForm, typed: FieldValues, base: BaseVersion, history: History, today: date
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
        entry = form.model.model_validate(_merge_fields(form, typed, base))
        wrong |= form.find_problems(entry, history)
        wrong |= _find_future_dates(form, entry, typed, base, history.birth, today)
    except ValidationError as error:
        wrong |= find_field_errors(error, lambda where: form.locate(where, typed))
    person, wrong_birth = parse_birth(typed, history, today)
    wrong |= wrong_birth
    if wrong or entry is None:
        return FormResult(None, (), wrong)
    after = None if form.is_single and entry == form.model() else entry_text(entry)
    return FormResult(entry, (Change(form.collection, base.id, base.before, after), *person), {})


def parse_birth(
    typed: FieldValues, history: History, today: date
) -> tuple[tuple[Change, ...], dict[str, str]]:
    """The year of birth that was asked on the way: the change it means, or what is wrong with it."""
    written = get_line(typed, "birth")
    if not written or history.person.birth is not None:
        return (), {}
    try:
        person = Person.model_validate(history.person.model_dump() | {"birth": written})
    except ValidationError as error:
        return (), find_field_errors(error, lambda _: "birth")
    if any(True for _ in future_dates("person", person, None, today)):
        return (), {"birth": say.future_date_warning(written)}
    return (Change("person", "", history.document_text("person", ""), entry_text(person)),), {}


def _merge_fields(form: EntryForm, typed: FieldValues, base: BaseVersion) -> dict[str, Any]:
    """The fields of the entry: what was typed over what was there."""
    new = form.parse(typed)
    if base.before is None:
        return new | ({} if form.is_single else {"id": base.id})
    there = form.model.model_validate_json(base.before)
    old = form.parse(form.fill(there))
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
    form: EntryForm, entry: Any, typed: FieldValues, base: BaseVersion, birth: Span | None, today: date
) -> dict[str, str]:
    """A sentence at each date that was typed now and has not come yet."""
    there = form.model.model_validate_json(base.before) if base.before is not None else None
    old = {when for _, when in future_dates(form.collection, there, birth, today)} if there else set()
    return {
        form.locate(at, typed): say.future_date_warning(when.as_written)
        for at, when in future_dates(form.collection, entry, birth, today)
        if when not in old
    }
