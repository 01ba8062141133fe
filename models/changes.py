"""One thing the person did, as the documents before and after it: what undo, redo and the vault work with."""

from typing import NamedTuple


class Change(NamedTuple):
    """One document before and after.

    Attributes:
        kind: the collection in `History` it belongs to ("relationships", "episodes", "person" ...).
        id: the entry's id; "" where a history holds one of its kind (person, settings, stop_plan, cover).
        before: its JSON text as it stood, None if it did not exist.
        after: its JSON text afterwards, None if it is gone.
    """

    kind: str
    id: str
    before: str | None
    after: str | None

    def inverse(self) -> "Change":
        """The change that takes this one back."""
        return Change(self.kind, self.id, self.after, self.before)


class UndoStep(NamedTuple):
    """One action of the person, taken back or done again as a whole.

    Attributes:
        label: its name as a toast says it: 'Added "Riborg Voigt"'.
        changes: in the order they are made; undo walks them backwards.
    """

    label: str
    changes: tuple[Change, ...]

    def inverse(self) -> "UndoStep":
        """The same action, backwards."""
        return UndoStep(self.label, tuple(change.inverse() for change in reversed(self.changes)))
