"""What a walk is made of: questions, what is kept of the answers, and where what was kept is listed."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from dash.development.base_component import Component
from pydantic import BaseModel, ValidationError

from models.changes import Change
from models.history import COLLECTIONS, History, entry_text
from timeline.messages import steps as words
from timeline.messages.grammar import Noun
from timeline.messages.help_texts import HelpText, load_text
from timeline.ui.forms.entry_form import BaseVersion, EntryForm, parse_form
from timeline.ui.forms.field_values import FieldValues
from timeline.ui.forms.validation import find_field_errors
from timeline.ui.forms.walk_buttons import QuestionForm, new_id
from timeline.ui.session import Session

Answers = FieldValues
"""What was typed or chosen so far, by field."""


class WalkResult(NamedTuple):
    """What a finished walk leaves.

    Attributes:
        undo_name: its name as a toast says it.
        changes: none where nothing was said; then nothing is saved.
        field_errors: field → a sentence, for what cannot be kept; then nothing is saved either.
    """

    undo_name: str = ""
    changes: tuple[Change, ...] = ()
    field_errors: Mapping[str, str] = {}


def _find_no_errors(_: Answers) -> dict[str, str]:
    return {}


def _is_always_asked(_: Session, __: Answers) -> bool:
    return True


def _build_nothing(*_: object) -> WalkResult:
    return WalkResult()


@dataclass(frozen=True)
class Question:
    """One question.

    Attributes:
        key: its part in the walk's text is `walk.key`.
        draw: what is answered with.
        find_errors: field → a sentence, for every answer that cannot be kept, beside what the models refuse.
        is_asked: whether it is asked at all, going by what was said before.
        is_redrawn_on_change: whether it is drawn anew whenever the history changes; such a question has
            nothing typed.
    """

    key: str
    draw: Callable[[QuestionForm], list[Component | None]]
    find_errors: Callable[[Answers], dict[str, str]] = _find_no_errors
    is_asked: Callable[[Session, Answers], bool] = _is_always_asked
    is_redrawn_on_change: bool = False


@dataclass(frozen=True)
class Walk:
    """Some questions in a row.

    Attributes:
        key: what it is called in buttons, drafts and texts.
        text: the name of the text where its words are; `key` is a part with its name and what it is for.
        questions: in order.
        build_result: what is kept: from what was said, and the id and JSON text of the entry edited ("" and
            None for a new one).
        model: of what is kept: its limits are those of the fields by the same names.
        fields_of: a field of the model → the field it was typed in, where that is called otherwise.
        load_answers: an entry of this walk → what was said when it was made; None where it cannot be edited
            here.
        draw_after: what is shown when it is done.
        initial_answers: what is known before the first question.
        closed_reason: why it cannot be walked now, "" if it can.
        is_offered: whether it is among those to choose from.
        can_resume_unasked: whether what was begun a while ago is gone on with, unasked.
        can_end_empty: whether it is done also where nothing was said; its part `key.unkept` is shown then.
    """

    key: str
    text: str
    questions: tuple[Question, ...]
    build_result: Callable[[Session, Answers, str, str | None], WalkResult] = _build_nothing
    model: type[BaseModel] | None = None
    fields_of: Mapping[str, str] | None = None
    load_answers: Callable[[History, Any], FieldValues] | None = None
    draw_after: Callable[[Session, Answers], list[Component]] = lambda *_: []
    initial_answers: Callable[[Session], FieldValues] = lambda _: {}
    closed_reason: Callable[[Session], str] = lambda _: ""
    is_offered: Callable[[Session], bool] = lambda _: True
    can_resume_unasked: bool = True
    can_end_empty: bool = False

    @property
    def has_fixed_questions(self) -> bool:
        """Whether every question is asked whatever was said."""
        return all(question.is_asked is _is_always_asked for question in self.questions)

    @property
    def is_kept(self) -> bool:
        """Whether anything comes of it."""
        return self.build_result is not _build_nothing

    @property
    def name(self) -> str:
        """What it is called on the way in."""
        return load_text(self.text).find_part(self.key).title

    @property
    def hint(self) -> str:
        """What it is for, in a line."""
        return load_text(self.text).find_part(self.key).hint

    def ask(
        self, here: Session, page: str, question: Question, of: str, said: Answers, wrong: Mapping[str, str]
    ) -> QuestionForm:
        """The form of one question, for its fields to be drawn in."""
        return QuestionForm(here, page, self.key, of, question.key, said, wrong, self.model)

    def build(self, here: Session, said: Answers, of: str, before: str | None) -> WalkResult:
        """What is kept, or the sentences at the fields that cannot be."""
        try:
            return self.build_result(here, said, of, before)
        except ValidationError as error:
            known = self.fields_of or {}
            return WalkResult(
                field_errors=find_field_errors(
                    error, lambda at: known.get(str(at[0]), str(at[0])) if at else ""
                )
            )

    def find_errors(
        self, here: Session, question: Question, said: Answers, of: str, before: str | None
    ) -> dict[str, str]:
        """Field → a sentence, against the answers of one question, by its own rule and the models'."""
        fields = self.ask(here, "", question, of, said, {})
        question.draw(fields)
        refused = self.build(here, said, of, before).field_errors
        asked = {name: says for name, says in refused.items() if name in fields.drawn_names}
        return asked | question.find_errors(said)


def keep_entry(entry: Any, name: str, of: str, before: str | None) -> WalkResult:
    """The result that keeps one entry.

    Args:
        entry: as it is to be.
        name: what undo calls it.
        of: the id of the entry edited, "" for a new one.
        before: the JSON text it had when the edit began.
    """
    collection = next(key for key, model in COLLECTIONS.items() if model is type(entry))
    undo_name = (words.change_undo_name if of else words.addition_undo_name)(name)
    return WalkResult(undo_name, (Change(collection, entry.id, before, entry_text(entry)),))


def keep_form(form: EntryForm, name: Callable[[], str]) -> Callable[..., WalkResult]:
    """What is kept of a walk that asks what `form` asks; `name` is what undo calls an entry of it."""

    def build(here: Session, said: Answers, of: str, before: str | None) -> WalkResult:
        meant = parse_form(form, said, BaseVersion(of or new_id(), before), here.history, here.today())
        if meant.field_errors:
            return WalkResult(field_errors=meant.field_errors)
        undo_name = (words.change_undo_name if of else words.addition_undo_name)(name())
        return WalkResult(undo_name, meant.changes)

    return build


@dataclass(frozen=True)
class EntryList:
    """One list of what was written before.

    Attributes:
        collection: the collection of the history.
        title: its heading.
        entry_name: one of its entries, as undo names it.
        describe_entry: an entry → (what it says, when or about what).
        edit_walk: the walk by which an entry is edited; "" where the panel does it.
        is_listed: which entries of the collection belong here, newest last.
        sort_key: sorts those in sight, highest first; equals stay newest first.
    """

    collection: str
    title: str
    entry_name: Noun
    describe_entry: Callable[[Session, Any], tuple[str, str]]
    edit_walk: str
    is_listed: Callable[[History, Any], bool] = lambda *_: True
    sort_key: Callable[[Any], int] = lambda _: 0

    def list_entries(self, history: History) -> list[Any]:
        """Its entries, newest last."""
        return [one for one in getattr(history, self.collection) if self.is_listed(history, one)]


@dataclass(frozen=True)
class Step:
    """A place with one walk or several.

    Attributes:
        key: what it is called in buttons and drafts.
        number: of the seven; 0 for a place that is not one of them.
        text_name: of the text with its title, its literal line and its lead.
        walks: in the order offered.
        list_entry_lists: what was written here before.
        draw_extras: what is shown under the choice of walks.
        first_walk: the walk that begins at once, with the lead above all its questions; "" for the choice.
        is_path: whether one walk follows another, each to be passed by, with the way to all of them beside.
        page_after: the KEY of the page the last walk of a path leads to.
    """

    key: str
    number: int
    text_name: str
    walks: tuple[Walk, ...]
    list_entry_lists: Callable[[], tuple[EntryList, ...]] = lambda: ()
    draw_extras: Callable[[Session], list[Component]] = lambda _: []
    first_walk: str = ""
    is_path: bool = False
    page_after: str = ""

    @property
    def text(self) -> HelpText:
        """Its words."""
        return load_text(self.text_name)

    def find_walk(self, key: str) -> Walk | None:
        """The walk called `key`, None if there is none here."""
        return next((walk for walk in self.walks if walk.key == key), None)

    def next_walk(self, walk: Walk, steps: int = 1) -> Walk | None:
        """The walk so many after this one, None past either end."""
        at = self.walks.index(walk) + steps
        return self.walks[at] if 0 <= at < len(self.walks) else None
