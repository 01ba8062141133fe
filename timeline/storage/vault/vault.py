"""One history file, open: its documents, the steps that change them, and the drafts of forms."""

import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple, Self

from models.changes import Change, UndoStep
from models.errors import VaultError
from timeline.storage.vault import journal, schema
from timeline.storage.vault.connection import MEMORY, connect, keep_one_file
from timeline.storage.vault.database_errors import translate_database_errors
from timeline.storage.vault.held_file import HeldFile
from timeline.storage.vault.key import NOT_LOCKED, Key

Document = tuple[str, str, str]


class _FileState(NamedTuple):
    """By what is known that the file is as this program left it.

    Attributes:
        data_version: SQLite's own mark, which changes whenever another one has written into the file.
        last_step: the number of the newest step.
    """

    data_version: int
    last_step: int

    @classmethod
    def read(cls, connection: Any) -> "_FileState":
        """As it is now."""
        exists = connection.execute("SELECT 1 FROM sqlite_schema WHERE name = 'steps'").fetchone()
        version = connection.execute("PRAGMA data_version").fetchone()[0]
        return cls(int(version), journal.read_last_step(connection) if exists else 0)


class Vault:
    """An open history file. What a method has returned from is on the disk; what raised was not done at all.

    It may be used from any thread. Make one with `create`, `open` or `in_memory`.

    Attributes:
        path: the file, or None in memory.
        key: what opens it.
    """

    def __init__(self, connection: Any, file: HeldFile | None, key: Key) -> None:
        self._connection: Any | None = connection
        self._file = file
        self._turn = threading.RLock()
        self._depth = 0
        self.path = file.path if file else None
        self.key = key
        self._as_left = _FileState.read(connection) if file else None

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
    def open(
        cls, path: Path, key: Key = NOT_LOCKED, before_update: Callable[[Self], object] | None = None
    ) -> Self:
        """The history file at `path`, open, every page of it checked.

        Args:
            path: the file itself; links are not followed.
            key: what opens it; without, one that is not locked.
            before_update: called before the file of an older version is brought up to this one.

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
                vault = cls(connection, file, key)
            if version < schema.VERSION:
                if before_update:
                    before_update(vault)
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
            vault = cls(connection, file, key or NOT_LOCKED)
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

    @classmethod
    def inspect(cls, path: Path, key: Key = NOT_LOCKED) -> tuple[int, int, datetime | None]:
        """How many relationships and moments the file at `path` holds, and when it was last changed.

        Every page of it is checked, and nothing is written, whatever its version.

        Raises:
            WrongKey: this key does not open it.
            VaultError: it is no notebook, damaged, open already or from a newer version.
        """
        file = HeldFile.open(path)
        connection = None
        try:
            file.refuse_what_is_no_vault()
            connection = connect(str(file.path), key)
            with translate_database_errors(str(file.path)):
                version = schema.read_version(connection, str(file.path))
                schema.refuse_damage(connection, str(file.path), version)
                asked = "SELECT count(*) FROM documents WHERE kind = ?"
                people, moments = (
                    int(connection.execute(asked, (kind,)).fetchone()[0])
                    for kind in ("relationships", "episodes")
                )
                at = journal.read_last_step_time(connection)
                return people, moments, datetime.fromisoformat(at) if at else None
        finally:
            if connection:
                connection.close()
            file.close()

    # -- reading ---------------------------------------------------------------------------------------

    @property
    def is_locked(self) -> bool:
        """Whether a passphrase keeps others out; without, it is *Not locked*."""
        return self.key.is_locked

    def read_file(self) -> Iterator[bytes]:
        """The bytes of the file as it is saved, block by block; no save comes between two of them.

        Raises:
            VaultError: the vault is closed or in memory, or the file is not as this program left it.
        """
        with self._hold_connection() as connection:
            if self._file is None:
                raise VaultError("A sample is kept in memory, so there is nothing to copy.")
            self._file.refuse_if_moved()
            self._refuse_if_overwritten(connection)
            yield from self._file.read_blocks()

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
                if self._depth == 1:
                    self._refuse_if_overwritten(connection)
                yield
                as_left = _FileState.read(connection) if self._as_left and self._depth == 1 else None
                connection.execute(commit)
                self._as_left = as_left or self._as_left
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

    def _refuse_if_overwritten(self, connection: Any) -> None:
        """Nothing, if the file is as this program left it.

        Raises:
            VaultError: another program wrote into it, and a save now would mix both or lose one.
        """
        if self._as_left and self._as_left != _FileState.read(connection):
            raise VaultError(
                f"“{self.name}” was overwritten by another program while it was open, perhaps by one that "
                "keeps files in step. Nothing was saved, and all you see is still here. Save it as a new "
                "notebook, or open what is there now."
            )

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
