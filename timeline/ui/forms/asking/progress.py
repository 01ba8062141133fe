"""How far someone is in a walk: kept as a draft, so that nothing typed is lost and all is found again."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any

from models.history import History
from timeline.storage.desk import Desk
from timeline.ui.forms.asking.walk import Question, Walk
from timeline.ui.here import Here

_LONGEST, _MOST = 100_000, 100
_PAUSE = timedelta(minutes=10)


@dataclass(frozen=True)
class Progress:
    """How far.

    Attributes:
        at: the key of the question being asked.
        fields: what was said so far.
        before: the JSON text of the entry edited as it stood when the edit began; None for a new one.
        given: those of the fields that the walk itself began with.
        rested: whether nothing was said for ten minutes.
    """

    at: str = ""
    fields: dict[str, Any] = field(default_factory=dict)
    before: str | None = None
    given: dict[str, Any] = field(default_factory=dict)
    rested: bool = False


def read(desk: Desk, walk: Walk, of: str) -> Progress | None:
    """How far someone is in `walk` with the entry `of` ("" for a new one), None if it was not begun."""
    kept = desk.draft(_row(walk.key, of))
    if kept is None:
        return None
    try:
        told = json.loads(kept)
        rested = datetime.now(UTC) - datetime.fromisoformat(told["seen"]) > _PAUSE
        return Progress(str(told["at"]), dict(told["fields"]), told["before"], dict(told["given"]), rested)
    except (ValueError, KeyError, TypeError):
        return None


def save(desk: Desk, walk: Walk, of: str, progress: Progress) -> None:
    """Keep how far someone is."""
    told = {
        "at": progress.at, "fields": progress.fields, "before": progress.before, "given": progress.given,
        "seen": datetime.now(UTC).isoformat(),
    }  # fmt: skip
    desk.save_draft(_row(walk.key, of), json.dumps(told, ensure_ascii=False))


def drop(desk: Desk, walk: Walk, of: str) -> None:
    """Forget it: what was said is kept as an entry, or was not wanted."""
    desk.drop_draft(_row(walk.key, of))


def begun(here: Here, walk: Walk, of: str, kind: str = "") -> Progress:
    """How far someone is, or the beginning: of a new entry, or of an edit of the one with the id `of`.

    What the walk itself began with is renewed: there may be a check-in now where there was none.

    Args:
        here: what is open.
        walk: the walk.
        of: the id of an entry, "" for a new one.
        kind: the collection that entry is in.
    """
    found = read(here.desk, walk, of)
    given = {} if of else walk.begins(here)
    if found and (walk.lasts or not found.rested or said_something(found)):
        same = {
            name: value for name, value in given.items() if found.fields.get(name) == found.given.get(name)
        }
        return replace(found, fields=found.fields | same, given=found.given | same)
    if of and walk.fields and (entry := entry_of(here.history, kind, of)) is not None:
        return Progress(fields=walk.fields(here.history, entry), before=here.history.body(kind, of))
    return Progress(fields=given, given=given)


def left_behind(walk: Walk, progress: Progress) -> bool:
    """Whether something was said a while ago in a walk for what is now: then the person says what of it."""
    return progress.rested and not walk.lasts and said_something(progress)


def entry_of(history: History, kind: str, of: str) -> Any:
    """The entry of a collection with that id, None if it is gone."""
    return next((entry for entry in getattr(history, kind, ()) if entry.id == of), None)


def asked(here: Here, walk: Walk, progress: Progress) -> list[Question]:
    """The questions that are asked, going by what was said."""
    return [question for question in walk.questions if question.asked(here, progress.fields)]


def place(questions: list[Question], at: str) -> int:
    """Where in the list the question `at` is; the first where it is not asked."""
    return next((n for n, question in enumerate(questions) if question.key == at), 0)


def said_something(progress: Progress) -> bool:
    """Whether anything was typed or chosen, beyond what the walk itself began with."""
    return any(value for name, value in progress.fields.items() if value != progress.given.get(name))


def at(progress: Progress, key: str) -> Progress:
    """The same, at another question."""
    return replace(progress, at=key)


def with_said(progress: Progress, given: Iterable[tuple[object, object]]) -> Progress:
    """The same with what stands in the controls now.

    Args:
        progress: how far.
        given: (field, value) as the browser sent them, of any type.
    """
    fields = dict(progress.fields)
    for name, value in given:
        if isinstance(name, str):
            fields[name] = _plain(value)
    return replace(progress, fields=fields)


def _plain(value: object) -> Any:
    """A value as it may be kept: a text, a list of texts, or None."""
    if isinstance(value, str):
        return value[:_LONGEST]
    if isinstance(value, list):
        return [str(one)[:_LONGEST] for one in value[:_MOST] if isinstance(one, str)]
    return None


def _row(walk: str, of: str) -> str:
    return f"walk/{walk}/{of}"
