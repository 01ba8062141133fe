"""One history file, open: its documents, the steps that change them, and the drafts of forms."""

import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Self

from models.changes import Change, UndoStep
from models.errors import VaultError
from timeline.storage.vault import journal, schema
from timeline.storage.vault.connection import MEMORY, connect, keep_one_file
from timeline.storage.vault.database_errors import translate_database_errors
from timeline.storage.vault.held_file import HeldFile
from timeline.storage.vault.key import NOT_LOCKED, Key

Document = tuple[str, str, str]


class Vault:
    """An open history file. What a method has returned from is on the disk; what raised was not done at all.

    It may be used from any thread. Make one with `create`, `open` or `in_memory`.

    Attributes:
        path: the file, or None in memory.
        locked: whether a passphrase keeps others out; without, it is *Not locked*.
    """

    def __init__(self, connection: Any, file: HeldFile | None, *, locked: bool) -> None:
        self._connection: Any | None = connection
        self._file = file
        self._turn = threading.RLock()
        self._depth = 0
        self.path = file.path if file else None
        self.locked = locked

    # -- opening and closing -------------------------------------------------------------------------

    @classmethod
    def create(cls, path: Path, key: Key = NOT_LOCKED, documents: Iterable[Document] = ()) -> Self:
        """A new history file at `path`, open.

        Args:
            path: where there is nothing yet; a missing folder is made.
            key: what will open it.
            documents: what it holds from the start, as (kind, id, JSON text) in order; no step undoes them.

        Raises:
            VaultError: it cannot be made there. Nothing is left behind.
        """
        file = HeldFile.create(path)
        try:
            return cls._initialise(file, key, documents)
        except BaseException:
            file.remove()
            file.close()
            raise

    @classmethod
    def open(cls, path: Path, key: Key = NOT_LOCKED) -> Self:
        """The history file at `path`, open, every page of it checked.

        Args:
            path: the file itself; links are not followed.
            key: what opens it; without, one that is not locked.

        Raises:
            WrongKey: this key does not open it; one with a passphrase may.
            VaultError: it is no notebook, damaged, open already or from a newer version; it is as it was.
        """
        file = HeldFile.open(path)
        connection = None
        try:
            file.refuse_what_is_no_vault()
            connection = connect(str(file.path), key)
            file.refuse_what_is_no_vault()  # an interrupted save was taken back, perhaps the first of all
            with translate_database_errors(str(file.path)):
                file.refuse_if_moved()
                version = schema.read_version(connection, str(file.path))
                schema.refuse_damage(connection, str(file.path), version)
                keep_one_file(connection, in_memory=False)
            vault = cls(connection, file, locked=key.is_locked)
            if version < schema.VERSION:
                with vault.transaction():
                    schema.bring_up_to_date(connection, version)
        except BaseException:
            if connection:
                connection.close()
            file.close()
            raise
        return vault

    @classmethod
    def in_memory(cls, documents: Iterable[Document] = ()) -> Self:
        """A vault that is nowhere on the disk and is gone when closed, for the sample.

        Args:
            documents: what it holds from the start, as (kind, id, JSON text) in order; no step undoes them.
        """
        return cls._initialise(None, None, documents)

    @classmethod
    def _initialise(cls, file: HeldFile | None, key: Key | None, documents: Iterable[Document]) -> Self:
        """An empty database made into a vault, in one transaction."""
        connection = connect(str(file.path) if file else MEMORY, key)
        try:
            vault = cls(connection, file, locked=bool(key and key.is_locked))
            with translate_database_errors(vault.name):
                keep_one_file(connection, in_memory=file is None)
            with vault.transaction():
                schema.create_tables(connection)
                connection.executemany("INSERT INTO documents (kind, id, body) VALUES (?, ?, ?)", documents)
        except BaseException:
            connection.close()
            raise
        return vault

    def close(self) -> None:
        """Let go of the file. Nothing is pending; closing again does nothing."""
        with self._turn:
            if self._connection:
                self._connection.close()
                self._connection = None
            if self._file:
                self._file.close()
                self._file = None

    # -- reading ---------------------------------------------------------------------------------------

    @property
    def name(self) -> str:
        """What to call it in a sentence."""
        return str(self.path) if self.path else "The sample"

    def documents(self) -> list[Document]:
        """Every document as (kind, id, JSON text), in the order of entry."""
        with self._hold_connection() as connection:
            found = connection.execute("SELECT kind, id, body FROM documents ORDER BY seq").fetchall()
            return [(kind, id_, body) for kind, id_, body in found]

    def list_entry_keys(self, kinds: Iterable[str]) -> list[tuple[str, str]]:
        """Every document of these kinds as (kind, id), in the order of entry."""
        asked = "SELECT kind, id FROM documents WHERE kind = ? ORDER BY seq"
        with self._hold_connection() as connection:
            return [(kind, id_) for of in kinds for kind, id_ in connection.execute(asked, (of,))]

    @property
    def next_undo(self) -> str | None:
        """The name of the step that `undo` would take back, None if there is none."""
        with self._hold_connection() as connection:
            return journal.next_undo(connection)

    @property
    def next_redo(self) -> str | None:
        """The name of the step that `redo` would do again, None if there is none."""
        with self._hold_connection() as connection:
            return journal.next_redo(connection)

    @property
    def last_step(self) -> int:
        """The number of the newest step, undone and redone ones counted; 0 if there is none."""
        with self._hold_connection() as connection:
            return journal.read_last_step(connection)

    def list_changes_since(self, step: int) -> list[Change]:
        """Every change made after the step of that number, in order."""
        with self._hold_connection() as connection:
            return journal.list_changes_since(connection, step)

    @property
    def last_change(self) -> datetime | None:
        """When it was last changed, by the clock of that moment, in UTC; None if never."""
        with self._hold_connection() as connection:
            at = journal.read_last_step_time(connection)
            return datetime.fromisoformat(at) if at else None

    # -- changing --------------------------------------------------------------------------------------

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Whatever is changed in here is saved when it ends, or, if anything raises, not at all.

        One within another belongs to the outer one, and can fail by itself.

        Raises:
            VaultError: it could not be saved, and nothing was.
        """
        with self._hold_connection() as connection:
            begin, commit, back = ("BEGIN IMMEDIATE", "COMMIT", "ROLLBACK")
            if self._depth:
                begin, commit, back = ("SAVEPOINT inner", "RELEASE inner", "ROLLBACK TO inner")
            elif self._file:
                self._file.refuse_if_moved()
            connection.execute(begin)
            self._depth += 1
            try:
                yield
                connection.execute(commit)
            except BaseException:
                # A full disk can end the transaction by itself.
                if connection.in_transaction:
                    connection.execute(back)
                raise
            finally:
                self._depth -= 1

    def record(self, step: UndoStep) -> int:
        """The number of `step`, once it is saved. What was undone before can no longer be redone.

        Args:
            step: at least one change, each beginning from what is stored.

        Raises:
            ChangedElsewhere: a change begins from a text that is no longer stored; nothing was saved.
            VaultError: it could not be saved, and nothing was.
        """
        with self.transaction():
            return journal.record(self._connection, step, _utc_now())

    def undo(self) -> UndoStep | None:
        """The last step taken back, as the changes made for it; None if there is none.

        Raises:
            VaultError: it could not be saved, and nothing was.
        """
        with self.transaction():
            return journal.undo(self._connection, _utc_now())

    def redo(self) -> UndoStep | None:
        """The step undone last, done again, as the changes made for it; None if there is none.

        Raises:
            VaultError: it could not be saved, and nothing was.
        """
        with self.transaction():
            return journal.redo(self._connection, _utc_now())

    # -- drafts: one row per form, overwritten, outside the journal ------------------------------------

    def draft(self, key: str) -> str | None:
        """What was typed into the form `key` and not saved, None if nothing."""
        with self._hold_connection() as connection:
            row = connection.execute("SELECT body FROM drafts WHERE key = ?", (key,)).fetchone()
            return str(row[0]) if row else None

    def save_draft(self, key: str, body: str) -> None:
        """Keep `body` as what stands in the form `key`, in place of what stood there.

        Raises:
            VaultError: it could not be saved; the draft is as it was.
        """
        with self.transaction():
            row = (key, _utc_now(), body)
            self._connection.execute("INSERT OR REPLACE INTO drafts (key, at, body) VALUES (?, ?, ?)", row)  # type: ignore[union-attr]

    def drop_draft(self, key: str) -> None:
        """Forget what stands in the form `key`.

        Raises:
            VaultError: it could not be saved; the draft is as it was.
        """
        with self.transaction():
            self._connection.execute("DELETE FROM drafts WHERE key = ?", (key,))  # type: ignore[union-attr]

    # -- beside the history: what is remembered about it, outside the journal --------------------------

    def recall(self, key: str) -> str | None:
        """What is remembered under `key`, None if nothing."""
        with self._hold_connection() as connection:
            row = connection.execute("SELECT value FROM beside WHERE key = ?", (key,)).fetchone()
            return str(row[0]) if row else None

    def remember(self, key: str, value: str) -> None:
        """Keep `value` under `key`, in place of what was there; no step, and nothing that undo takes back.

        Raises:
            VaultError: it could not be saved; what was remembered is as it was.
        """
        with self.transaction():
            self._connection.execute("INSERT OR REPLACE INTO beside (key, value) VALUES (?, ?)", (key, value))  # type: ignore[union-attr]

    @contextmanager
    def _hold_connection(self) -> Iterator[Any]:
        """The connection, for this thread alone.

        Raises:
            VaultError: the vault is closed, or the database cannot do what it is asked.
        """
        with self._turn:
            if self._connection is None:
                raise VaultError("This notebook is closed. Open it again.")
            with translate_database_errors(self.name):
                yield self._connection


def _utc_now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
