"""Deleting an entry, with whatever cannot be without it, as one step that one undo takes back."""

from models.errors import TimelineError
from models.joint_changes import build_deletion
from timeline.messages import entry_forms as say
from timeline.ui.session import Session

_NAME_FIELDS = ("name", "headline", "label")  # what an entry is called, whichever of these it has


def delete_entry(here: Session, of: str, id_: str) -> str:
    """What was deleted, as undo names it.

    Args:
        here: the open history.
        of: the entry's collection: relationships, episodes, landmarks or own_tags.
        id_: its id.

    Raises:
        TimelineError: it is not there, has changed meanwhile, or that could not be saved.
    """
    history = here.history
    entry = next((one for one in getattr(history, of, ()) if one.id == id_), None)
    if entry is None:
        raise TimelineError(say.ENTRY_GONE)
    changes = build_deletion(history, of, id_)
    moments = sum(change.kind == "episodes" and change.after is None for change in changes)
    name = next(getattr(entry, field) for field in _NAME_FIELDS if hasattr(entry, field))
    said = say.deletion_undo_name(name, moments if of == "relationships" else 0)
    here.desk.record(said, changes)
    return said
