"""What a walk is made of: questions, what is kept of the answers, and where what was kept is listed."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from dash.development.base_component import Component

from models.changes import Change
from models.history import History
from timeline.messages.texts import Text
from timeline.ui.forms.asking.ask import Ask, Said
from timeline.ui.here import Here


class Kept(NamedTuple):
    """What a finished walk leaves.

    Attributes:
        what: its name as a toast says it.
        changes: none where nothing was said; then nothing is saved.
    """

    what: str
    changes: tuple[Change, ...]


def _nothing_wrong(_: Said) -> dict[str, str]:
    return {}


def _always(_: Here, __: Said) -> bool:
    return True


@dataclass(frozen=True)
class Question:
    """One question.

    Attributes:
        key: its part in the walk's text is `walk.key`.
        draw: what is answered with.
        wrong: field → a sentence, for every answer that cannot be kept.
        asked: whether it is asked at all, going by what was said before.
        follows: whether it is drawn anew whenever the history changes; such a question has nothing typed.
    """

    key: str
    draw: Callable[[Ask], list[Component]]
    wrong: Callable[[Said], dict[str, str]] = _nothing_wrong
    asked: Callable[[Here, Said], bool] = _always
    follows: bool = False


@dataclass(frozen=True)
class Walk:
    """Some questions in a row.

    Attributes:
        key: what it is called in buttons, drafts and texts.
        text: where its words are; `key` is a part with its name and what it is for.
        questions: in order.
        keep: what is kept: from what was said, and the id and JSON text of the entry edited ("" and None for
            a new one).
        fields: an entry of this walk → what was said when it was made; None where it cannot be edited here.
        after: what is shown when it is done.
        begins: what is known before the first question.
        closed: why it cannot be walked now, "" if it can.
        offered: whether it is among those to choose from.
        lasts: whether what was begun a while ago is gone on with, unasked.
        ends_well: whether it is done also where nothing was said; its part `key.unkept` is shown then.
    """

    key: str
    text: Text
    questions: tuple[Question, ...]
    keep: Callable[[Here, Said, str, str | None], Kept]
    fields: Callable[[History, Any], dict[str, Any]] | None = None
    after: Callable[[Here, Said], list[Component]] = lambda *_: []
    begins: Callable[[Here], dict[str, Any]] = lambda _: {}
    closed: Callable[[Here], str] = lambda _: ""
    offered: Callable[[Here], bool] = lambda _: True
    lasts: bool = True
    ends_well: bool = False

    @property
    def same_for_all(self) -> bool:
        """Whether every question is asked whatever was said."""
        return all(question.asked is _always for question in self.questions)

    @property
    def name(self) -> str:
        """What it is called on the way in."""
        return self.text.part(self.key).title

    @property
    def hint(self) -> str:
        """What it is for, in a line."""
        return self.text.part(self.key).hint


@dataclass(frozen=True)
class Listed:
    """One list of what was written before.

    Attributes:
        kind: the collection of the history.
        title: its heading.
        one: one of its entries, as undo names it.
        line: an entry → (what it says, when or about what).
        walk: the walk by which an entry is edited; "" where the panel does it.
        among: which entries of the collection belong here, newest last.
        order: sorts those in sight, highest first; equals stay newest first.
    """

    kind: str
    title: str
    one: str
    line: Callable[[Here, Any], tuple[str, str]]
    walk: str
    among: Callable[[History, Any], bool] = lambda *_: True
    order: Callable[[Any], int] = lambda _: 0


@dataclass(frozen=True)
class Step:
    """A place with one walk or several.

    Attributes:
        key: what it is called in buttons and drafts.
        number: of the seven; 0 for a place that is not one of them.
        text: its title, its literal line and its lead.
        walks: in the order offered.
        lists: what was written here before.
        beside: what is shown under the choice of walks.
        first: the walk that begins at once, with the lead above all its questions; "" for the choice.
    """

    key: str
    number: int
    text: Text
    walks: tuple[Walk, ...]
    lists: tuple[Listed, ...] = field(default=())
    beside: Callable[[Here], list[Component]] = lambda _: []
    first: str = ""

    def walk(self, key: str) -> Walk | None:
        """The walk called `key`, None if there is none here."""
        return next((walk for walk in self.walks if walk.key == key), None)
