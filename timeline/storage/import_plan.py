"""What a file would add to a history: what is new, what is there already, and what reads otherwise."""

from collections.abc import Collection
from typing import NamedTuple

from models.changes import Change
from models.history import SINGLES, History, entry_text

EntryKey = tuple[str, str]
"""A collection and an id; of what a history holds one of, its name and ""."""
EVERYTHING = "all"
"""In place of ids: whatever reads otherwise is taken from the file."""


class Conflict(NamedTuple):
    """An entry that reads one way in the notebook and another way in the file.

    Attributes:
        kind: its collection, or the name of the one of its kind.
        id: its id; of the one of its kind, its name.
        name: what it is called in the notebook.
    """

    kind: str
    id: str
    name: str


class ImportPlan(NamedTuple):
    """What bringing in a file would do.

    Attributes:
        changes: in order, to be recorded as one step; () where nothing is new.
        new: how many entries of each collection are new, or are taken from the file.
        same: how many are there already, just so.
        conflicts: what reads otherwise and was not answered; nothing may be written while there are any.
    """

    changes: tuple[Change, ...]
    new: dict[str, int]
    same: dict[str, int]
    conflicts: tuple[Conflict, ...]


def build_import_plan(here: History, file: History, take: Collection[str] | None = None) -> ImportPlan:
    """What bringing `file` into `here` does.

    An entry belongs to the one with its id. What the notebook does not say at all comes from the file. The
    day an entry was entered here is no difference.

    Args:
        here: the notebook's history.
        file: the history in the file.
        take: ids of entries to be taken as the file has them, `EVERYTHING` for all; what is not among them
            stays as it is here. None: nothing was said, so each is a conflict.
    """
    there = {(kind, id_): text for kind, id_, text in here.documents()}
    comparable = {(kind, id_): text for kind, id_, text in _without_days(here).documents()}
    changes: list[Change] = []
    new: dict[str, int] = {}
    same: dict[str, int] = {}
    conflicts: list[Conflict] = []
    coming = _without_days(file)
    for (kind, id_, text), (_, _, as_compared) in zip(file.documents(), coming.documents(), strict=True):
        before = there.get((kind, id_))
        name = id_ or kind
        if before is not None and comparable[kind, id_] == as_compared:
            same[kind] = same.get(kind, 0) + 1
        elif before is None or (take is not None and (name in take or EVERYTHING in take)):
            changes.append(Change(kind, id_, before, text))
            new[kind] = new.get(kind, 0) + 1
        elif take is None:
            conflicts.append(Conflict(kind, name, _find_name(here, kind, id_)))
    return ImportPlan(tuple(changes), new, same, tuple(conflicts))


def _without_days(history: History) -> History:
    """A history in which no entry carries the day it was entered."""
    return history.model_copy(
        update={
            kind: tuple(entry.model_copy(update={"day_entered": None}) for entry in getattr(history, kind))
            for kind in ("relationships", "episodes")
        }
    )


def _find_name(history: History, kind: str, id_: str) -> str:
    """What an entry is called where a person reads it."""
    if kind in SINGLES:
        return ""
    entry = next(one for one in getattr(history, kind) if one.id == id_)
    for field in ("name", "headline", "label", "title", "text", "words"):
        if isinstance(name := getattr(entry, field, None), str) and name:
            return name[:80]
    return entry_text(entry)[:80]
