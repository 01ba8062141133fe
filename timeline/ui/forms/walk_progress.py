"""How far someone is in a walk: kept as a draft, so that nothing typed is lost and all is found again."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any

from models.history import History
from timeline.storage.desk import Desk
from timeline.ui.forms import drafts
from timeline.ui.forms.walk import Question, Walk
from timeline.ui.session import Session

_MAX_TEXT_LENGTH, _MAX_CHOICES = 100_000, 100
_STALE_AFTER = timedelta(minutes=10)


@dataclass(frozen=True)
class Progress:
    """How far.

    Attributes:
        question_key: the key of the question being asked.
        answers: what was said so far.
        entry_before: the JSON text of the entry edited as it stood when the edit began; None for a new one.
        initial_answers: those of the fields that the walk itself began with.
        is_stale: whether nothing was said for ten minutes.
    """

    question_key: str = ""
    answers: dict[str, Any] = field(default_factory=dict)
    entry_before: str | None = None
    initial_answers: dict[str, Any] = field(default_factory=dict)
    is_stale: bool = False


def load_progress(desk: Desk, walk: Walk, of: str) -> Progress | None:
    """How far someone is in `walk` with the entry `of` ("" for a new one), None if it was not begun."""
    kept = drafts.load_draft(desk, _draft_key(walk.key, of)) or {}
    try:
        rested = datetime.now(UTC) - datetime.fromisoformat(kept["seen"]) > _STALE_AFTER
        return Progress(str(kept["at"]), dict(kept["fields"]), kept["before"], dict(kept["given"]), rested)
    except (ValueError, KeyError, TypeError):
        return None


def save_progress(desk: Desk, walk: Walk, of: str, progress: Progress) -> None:
    """Keep how far someone is."""
    drafts.save_draft(
        desk, _draft_key(walk.key, of), at=progress.question_key, fields=progress.answers,
        before=progress.entry_before, given=progress.initial_answers, seen=datetime.now(UTC).isoformat(),
    )  # fmt: skip


def drop_progress(desk: Desk, walk: Walk, of: str) -> None:
    """Forget it: what was said is kept as an entry, or was not wanted."""
    drafts.drop_draft(desk, _draft_key(walk.key, of))


def resume_or_begin(here: Session, walk: Walk, of: str, kind: str = "") -> Progress:
    """How far someone is, or the beginning: of a new entry, or of an edit of the one with the id `of`.

    What the walk itself began with is renewed: there may be a check-in now where there was none.

    Args:
        here: what is open.
        walk: the walk.
        of: the id of an entry, "" for a new one.
        kind: the collection that entry is in.
    """
    found = load_progress(here.desk, walk, of)
    given = {} if of else dict(walk.initial_answers(here))
    if found and (walk.can_resume_unasked or not found.is_stale or has_new_answers(found)):
        same = {
            name: value
            for name, value in given.items()
            if found.answers.get(name) == found.initial_answers.get(name)
        }
        return replace(found, answers=found.answers | same, initial_answers=found.initial_answers | same)
    if of and walk.load_answers and (entry := find_entry(here.history, kind, of)) is not None:
        answers = dict(walk.load_answers(here.history, entry))
        return Progress(answers=answers, entry_before=here.history.document_text(kind, of))
    return Progress(answers=given, initial_answers=given)


def is_left_behind(walk: Walk, progress: Progress) -> bool:
    """Whether something was said a while ago in a walk for what is now: then the person says what of it."""
    return progress.is_stale and not walk.can_resume_unasked and has_new_answers(progress)


def find_entry(history: History, kind: str, of: str) -> Any:
    """The entry of a collection with that id, None if it is gone."""
    return next((entry for entry in getattr(history, kind, ()) if entry.id == of), None)


def list_asked_questions(here: Session, walk: Walk, progress: Progress) -> list[Question]:
    """The questions that are asked, going by what was said."""
    return [question for question in walk.questions if question.is_asked(here, progress.answers)]


def question_index(questions: list[Question], at: str) -> int:
    """Where in the list the question `at` is; the first where it is not asked."""
    return next((n for n, question in enumerate(questions) if question.key == at), 0)


def has_new_answers(progress: Progress) -> bool:
    """Whether anything was typed or chosen, beyond what the walk itself began with."""
    return any(
        value for name, value in progress.answers.items() if value != progress.initial_answers.get(name)
    )


def move_to_question(progress: Progress, key: str) -> Progress:
    """The same, at another question."""
    return replace(progress, question_key=key)


def merge_answers(progress: Progress, given: Iterable[tuple[object, object]]) -> Progress:
    """The same with what stands in the controls now.

    Args:
        progress: how far.
        given: (field, value) as the browser sent them, of any type.
    """
    fields = dict(progress.answers)
    for name, value in given:
        if isinstance(name, str):
            fields[name] = _clean_value(value)
    return replace(progress, answers=fields)


def _clean_value(value: object) -> Any:
    """A value as it may be kept: a text, a list of texts, or None."""
    if isinstance(value, str):
        return value[:_MAX_TEXT_LENGTH]
    if isinstance(value, list):
        return [str(one)[:_MAX_TEXT_LENGTH] for one in value[:_MAX_CHOICES] if isinstance(one, str)]
    return None


def _draft_key(walk: str, of: str) -> str:
    return f"walk/{walk}/{of}"
