"""What was done, step by step, and how it is taken back and done again.

Rows are only added: undoing a step writes the opposite step, so the journal always tells how the documents
came to be as they are. Every function works inside the transaction that is open, and raises before it ends.
"""

from typing import Any, Literal

from models.changes import Change, UndoStep
from models.errors import ChangedElsewhere

State = Literal["done", "undone"]


def record(connection: Any, step: UndoStep, at: str) -> int:
    """The number of `step`, carried out and written down. What was undone before can no longer be redone.

    Args:
        connection: with a transaction open.
        step: at least one change, each beginning from what is stored.
        at: when, as UTC in ISO form.

    Raises:
        ChangedElsewhere: a change begins from a text that is no longer stored.
    """
    if not step.changes:
        raise ValueError("a step without a change is none")
    connection.execute("UPDATE steps SET state = 'abandoned' WHERE state = 'undone'")
    number = _insert_step(connection, "do", None, step.label, at)
    for nth, change in enumerate(step.changes):
        _carry_out(connection, number, nth, change, None)
    return number


def undo(connection: Any, at: str) -> UndoStep | None:
    """The last step taken back, as the changes that were made for it; None if there is none."""
    return _replay_step(connection, "undo", at)


def redo(connection: Any, at: str) -> UndoStep | None:
    """The step undone last, done again, as the changes that were made for it; None if there is none."""
    return _replay_step(connection, "redo", at)


def next_undo(connection: Any) -> str | None:
    """The name of the step that `undo` would take back."""
    found = _find_next_step(connection, "undo")
    return found[1] if found else None


def next_redo(connection: Any) -> str | None:
    """The name of the step that `redo` would do again."""
    found = _find_next_step(connection, "redo")
    return found[1] if found else None


def read_last_step_time(connection: Any) -> str | None:
    """When the newest step was written, as UTC in ISO form."""
    row = connection.execute("SELECT at FROM steps ORDER BY number DESC LIMIT 1").fetchone()
    return str(row[0]) if row else None


def read_last_step(connection: Any) -> int:
    """The number of the newest step, 0 if there is none."""
    row = connection.execute("SELECT max(number) FROM steps").fetchone()
    return int(row[0] or 0)


def list_changes_since(connection: Any, step: int) -> list[Change]:
    """Every change of the steps after `step`, in the order made."""
    asked = "SELECT kind, id, before, after FROM changes WHERE step > ? ORDER BY step, nth"
    return [Change(*row) for row in connection.execute(asked, (step,))]


def _replay_step(connection: Any, does: Literal["undo", "redo"], at: str) -> UndoStep | None:
    found = _find_next_step(connection, does)
    if found is None:
        return None
    number, what = found
    rows = connection.execute(
        "SELECT kind, id, before, after, seq FROM changes WHERE step = ? ORDER BY nth", (number,)
    ).fetchall()
    made = [(Change(*row[:4]), row[4]) for row in rows]
    if does == "undo":
        made = [(change.inverse(), seq) for change, seq in reversed(made)]
    written = _insert_step(connection, does, number, what, at)
    for nth, (change, seq) in enumerate(made):
        _carry_out(connection, written, nth, change, seq)
    state = "undone" if does == "undo" else "done"
    connection.execute("UPDATE steps SET state = ? WHERE number = ?", (state, number))
    return UndoStep(what, tuple(change for change, _ in made))


def _find_next_step(connection: Any, does: Literal["undo", "redo"]) -> tuple[int, str] | None:
    """The number and name of the step that is next to be undone or redone."""
    state, order = ("done", "DESC") if does == "undo" else ("undone", "ASC")
    asked = f"SELECT number, what FROM steps WHERE state = ? ORDER BY number {order} LIMIT 1"
    row = connection.execute(asked, (state,)).fetchone()
    return (row[0], row[1]) if row else None


def _insert_step(connection: Any, does: str, of: int | None, what: str, at: str) -> int:
    """The number of a step, written down without its changes."""
    state = "done" if of is None else None
    row = connection.execute(
        "INSERT INTO steps (at, what, does, of, state) VALUES (?, ?, ?, ?, ?)", (at, what, does, of, state)
    )
    return int(row.lastrowid)


def _carry_out(connection: Any, step: int, nth: int, change: Change, seq: int | None) -> None:
    """Make one change and write it down.

    Args:
        connection: with a transaction open.
        step: the number of the step it belongs to.
        nth: its place in the step, from 0.
        change: what to make.
        seq: the place an entry had that is put back; None for one that is new.
    """
    kind, id_, before, after = change
    row = connection.execute(
        "SELECT seq, body FROM documents WHERE kind = ? AND id = ?", (kind, id_)
    ).fetchone()
    stored = row[1] if row else None
    if stored != before:
        raise ChangedElsewhere(
            "This was changed meanwhile, perhaps in another tab. Nothing was saved; both texts are kept.",
            mine=after,
            theirs=stored,
        )
    if row:
        seq = row[0]
        if after is None:
            connection.execute("DELETE FROM documents WHERE seq = ?", (seq,))
        else:
            connection.execute("UPDATE documents SET body = ? WHERE seq = ?", (after, seq))
    elif after is None:
        raise ValueError("a change from nothing to nothing is none")
    else:
        added = "INSERT INTO documents (seq, kind, id, body) VALUES (?, ?, ?, ?)"
        seq = int(connection.execute(added, (seq, kind, id_, after)).lastrowid)
    connection.execute(
        "INSERT INTO changes (step, nth, kind, id, seq, before, after) VALUES (?, ?, ?, ?, ?, ?, ?)",
        (step, nth, kind, id_, seq, before, after),
    )
