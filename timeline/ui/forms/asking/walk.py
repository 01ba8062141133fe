"""What a walk is made of: questions, what is kept of the answers, and where what was kept is listed."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, NamedTuple

from dash.development.base_component import Component

from models.changes import Change
from models.history import History
from timeline.messages.grammar import Noun
from timeline.messages.help_texts import HelpText
from timeline.ui.forms.asking.question_form import Answers, QuestionForm
from timeline.ui.session import Session


class WalkResult(NamedTuple):
    """What a finished walk leaves.

    Attributes:
        undo_name: its name as a toast says it.
        changes: none where nothing was said; then nothing is saved.
    """

    undo_name: str
    changes: tuple[Change, ...]


def _find_no_errors(_: Answers) -> dict[str, str]:
    return {}


def _is_always_asked(_: Session, __: Answers) -> bool:
    return True


@dataclass(frozen=True)
class Question:
    """One question.

    Attributes:
        key: its part in the walk's text is `walk.fold_to_key`.
        draw_controls: what is answered with.
        find_errors: field → a sentence, for every answer that cannot be kept.
        is_asked: whether it is asked at all, going by what was said before.
        is_redrawn_on_change: whether it is drawn anew whenever the history changes; such a question has
            nothing typed.
    """

    key: str
    draw_controls: Callable[[QuestionForm], list[Component]]
    find_errors: Callable[[Answers], dict[str, str]] = _find_no_errors
    is_asked: Callable[[Session, Answers], bool] = _is_always_asked
    is_redrawn_on_change: bool = False


@dataclass(frozen=True)
class Walk:
    """Some questions in a row.

    Attributes:
        key: what it is called in buttons, drafts and texts.
        text: where its words are; `key` is a part with its name and what it is for.
        questions: in order.
        build_result: what is kept: from what was said, and the id and JSON text of the entry edited ("" and
            None for a new one).
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
    text: HelpText
    questions: tuple[Question, ...]
    build_result: Callable[[Session, Answers, str, str | None], WalkResult]
    load_answers: Callable[[History, Any], dict[str, Any]] | None = None
    draw_after: Callable[[Session, Answers], list[Component]] = lambda *_: []
    initial_answers: Callable[[Session], dict[str, Any]] = lambda _: {}
    closed_reason: Callable[[Session], str] = lambda _: ""
    is_offered: Callable[[Session], bool] = lambda _: True
    can_resume_unasked: bool = True
    can_end_empty: bool = False

    @property
    def has_fixed_questions(self) -> bool:
        """Whether every question is asked whatever was said."""
        return all(question.is_asked is _is_always_asked for question in self.questions)

    @property
    def name(self) -> str:
        """What it is called on the way in."""
        return self.text.find_part(self.key).title

    @property
    def hint(self) -> str:
        """What it is for, in a line."""
        return self.text.find_part(self.key).hint


@dataclass(frozen=True)
class EntryList:
    """One list of what was written before.

    Attributes:
        collection: the collection of the history.
        title: its heading.
        entry_name: what one of its entries is, for a count and for undo.
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


@dataclass(frozen=True)
class Step:
    """A place with one walk or several.

    Attributes:
        key: what it is called in buttons and drafts.
        number: of the seven; 0 for a place that is not one of them.
        text: its title, its literal line and its lead.
        walks: in the order offered.
        list_entry_lists: what was written here before.
        draw_extras: what is shown under the choice of walks.
        first_walk: the walk that begins at once, with the lead above all its questions; "" for the choice.
    """

    key: str
    number: int
    text: HelpText
    walks: tuple[Walk, ...]
    list_entry_lists: Callable[[], tuple[EntryList, ...]] = lambda: ()
    draw_extras: Callable[[Session], list[Component]] = lambda _: []
    first_walk: str = ""

    def find_walk(self, key: str) -> Walk | None:
        """The walk called `key`, None if there is none here."""
        return next((walk for walk in self.walks if walk.key == key), None)
