"""The open history kept in step with its vault: the one thing here that changes."""

import threading
from collections.abc import Callable, Iterable
from datetime import date, datetime
from pathlib import Path
from typing import Self

from models.changes import Change, UndoStep
from models.entries import Episode, Relationship
from models.errors import VaultError
from models.history import History, Person, entry_text, normalise_entry_text
from timeline.messages import notebooks as say
from timeline.storage.vault import NOT_LOCKED, Key, Vault
from timeline.storage.vault import notebook_folder as place

_TESTED_SHOWN, _VERSION_SEEN = "tested lines shown", "version seen"
"""What is remembered beside a history."""
BIG_STEP = 10
"""Entries: before a step that changes or deletes so many, a merging or a big deletion, a copy is made."""
_DATED: dict[str, type[Relationship] | type[Episode]] = {"relationships": Relationship, "episodes": Episode}
"""The kinds of entry that carry the day they were entered."""


class Desk:
    """What lies open, for every tab of one person at once. It may be used from any thread.

    A change is checked first, saved then, and seen last; one that fails at any point leaves the history, the
    vault and the version as they were.

    Attributes:
        version: rises with every change of what is seen; a page drawn from a lower one is old.
        epoch: rises whenever what lay open is put away; nothing handed out before is good afterwards.
        missing: where the notebook opened last was, if another one or a sample lies here because it is gone.
        today: what day it is, asked anew each time.
    """

    def __init__(self, vault: Vault, history: History, *, sample: bool, home: Path | None = None) -> None:
        self._turn = threading.RLock()
        self._vault = vault
        self._history: History | None = history
        self._sample = sample
        self._home = home
        self._tell: Callable[[Path], None] | None = None
        self._tell_saved: Callable[[], object] = lambda: None
        self._copy_first: Callable[[], object] = lambda: None
        self.today: Callable[[], date] = date.today
        self.version = 0
        self.epoch = 0
        self.missing: Path | None = None

    @classmethod
    def open(cls, vault: Vault) -> Self:
        """A desk with the history of `vault` on it. From now on the desk closes the vault.

        Raises:
            VaultError: an entry in it is not one this version can read; the vault is closed, as it was found.
        """
        return cls(vault, _read_or_close(vault), sample=False)

    @classmethod
    def of_sample(cls, history: History, home: Path | None = None) -> Self:
        """A desk with a history to look at, and to try things on, kept in memory and gone when left.

        Args:
            history: the sample.
            home: the folder for notebooks, where `start_own` makes one; None where nobody starts their own.
        """
        return cls(Vault.in_memory(history.documents()), history, sample=True, home=home)

    def start_own(self, person: Person, key: Key = NOT_LOCKED) -> None:
        """Lay a new notebook of the person's own here, in place of the sample.

        It is made in the folder for notebooks, opens by itself at the next start, and a second start finds
        it. A page offers this while `is_sample`, calls it with what the person entered, shows the sentence
        of a `TimelineError`, and draws itself anew otherwise: `version` has risen, `epoch` has not.

        Args:
            person: the writer, as far as known: nothing is asked.
            key: what will open it; without, it is labelled *Not locked*.

        Raises:
            TimelineError: none can be made there; the sample still lies here, and nothing is left behind.
        """
        with self._turn:
            if not self._sample:
                raise VaultError("Your own notebook is open already. Go on in it.")
            if self._home is None:
                raise VaultError("This sample is for looking at. Start the program without it for your own.")
            path = place.new_file(self._home)
            self.switch_to(Vault.create(path, key, History(person=person).documents()))
            place.remember_last_used(path)

    def switch_to(self, vault: Vault) -> None:
        """Lay the history of `vault` on this desk, in place of what lay there, which is put away.

        The same person goes on in the same browser, so the epoch stays.

        Raises:
            VaultError: an entry in it is not one this version can read; what lay here still does.
        """
        with self._turn:
            history = _read_or_close(vault)
            self._vault.close()
            self._vault, self._history, self._sample, self.missing = vault, history, False, None
            self.version += 1
            self._tell_where()

    def on_notebook_change(self, tell: Callable[[Path], None]) -> None:
        """Have `tell` called with the file of each notebook that lies here from now on, this one first."""
        with self._turn:
            self._tell = tell
            self._tell_where()

    def on_save(self, tell: Callable[[], object]) -> None:
        """Have `tell` called after each step that was saved."""
        self._tell_saved = tell

    def before_big_step(self, copy: Callable[[], object]) -> None:
        """Have `copy` called before each step that changes or deletes much of what is there."""
        self._copy_first = copy

    def save_as_new(self, path: Path, key: Key = NOT_LOCKED) -> None:
        """Lay what is seen here as a new notebook at `path`, in place of the file it was in.

        For a file that was overwritten, moved or damaged while it was open: all of it is still in memory. The
        steps taken so far stay behind in the old file, and nothing undoes what the new one begins with.

        Raises:
            VaultError: it cannot be made there; what lay here still does.
        """
        with self._turn:
            self.switch_to(Vault.create(path, key, self.history.documents()))

    def close(self) -> None:
        """Put away what lies open: its file is closed, and a sample is gone. Doing so again does nothing."""
        with self._turn:
            if self._history is None:
                return
            self._history = None
            self.version += 1
            self.epoch += 1
            self._vault.close()

    close = close  # what `contextlib.closing` asks for

    # -- what lies there -----------------------------------------------------------------------------

    @property
    def is_open(self) -> bool:
        """Whether anything lies there."""
        return self._history is not None

    @property
    def history(self) -> History:
        """The history as it is saved.

        Raises:
            VaultError: nothing lies open.
        """
        history = self._history
        if history is None:
            raise VaultError("This notebook is closed. Open it again.")
        return history

    @property
    def snapshot(self) -> tuple[int, History]:
        """The version and the history that belong together, however many tabs are saving.

        Raises:
            VaultError: nothing lies open.
        """
        with self._turn:
            return self.version, self.history

    @property
    def is_sample(self) -> bool:
        """Whether this is a sample, in memory only."""
        return self._sample

    @property
    def locked_label(self) -> str:
        """How it is kept, in the words shown: a sample, locked, or not."""
        if self._sample:
            return say.SAMPLE_IN_MEMORY
        return say.LOCKED if self._vault.is_locked else say.NOT_LOCKED

    @property
    def is_locked(self) -> bool:
        """Whether it takes a passphrase to open it."""
        return self._vault.is_locked

    @property
    def path(self) -> Path | None:
        """The file it is kept in; None for what is in memory only."""
        return self._vault.path

    @property
    def open_vault(self) -> Vault | None:
        """The vault of the notebook that lies here; None for a sample, and when nothing does."""
        with self._turn:
            return None if self._history is None or self._sample else self._vault

    @property
    def undo_name(self) -> str | None:
        """The name of the step that undo takes back, None if there is none."""
        return self._vault.next_undo

    @property
    def redo_name(self) -> str | None:
        """The name of the step that redo does again, None if there is none."""
        return self._vault.next_redo

    @property
    def last_change(self) -> datetime | None:
        """When it was last changed, in UTC; None if never."""
        return self._vault.last_change

    # -- changing it ---------------------------------------------------------------------------------

    def record(self, what: str, changes: Iterable[Change], *, dated: bool = True) -> bool:
        """Whether anything changed. If so it is saved, and can be undone under the name `what`.

        Args:
            what: as a toast says it: 'Added "Riborg Voigt"'.
            changes: as made, in order; each begins from the text its form began from.
            dated: whether what is new is given the day it was entered; not where it was entered elsewhere.

        Raises:
            ValueError: the history would not hold together; the sentence says why (pydantic's or ours).
            ChangedElsewhere: a change begins from a text that is no longer there.
            VaultError: it could not be saved.
        """
        made = tuple(change for change in changes if change.before != change.after)
        if not made:
            return False
        for kind, id_, _, after in made:
            # The next edit begins from what is read, so it must read just as it is stored.
            if after is not None and normalise_entry_text(kind, id_, after) != after:
                raise ValueError(f"An entry of {kind} is not in the form in which it is stored.")
        if sum(change.before is not None for change in made) >= BIG_STEP:
            self._copy_first()
        if dated:
            made = tuple(self._date_new_entry(change) for change in made)
        with self._turn:
            with self._vault.transaction():
                self._vault.record(UndoStep(what, made))
                history = self.history.with_changes(made)
            self._show(history)
        return True

    def _date_new_entry(self, change: Change) -> Change:
        """The change, with the day of today on an entry that is new and has none."""
        model = _DATED.get(change.kind)
        if model is None or change.before is not None or change.after is None:
            return change
        entry = model.model_validate_json(change.after)
        if entry.day_entered is None:
            entry = entry.model_copy(update={"day_entered": self.today()})
        return change._replace(after=entry_text(entry))

    def undo(self) -> str | None:
        """The name of the step that was taken back, None if there was none.

        Raises:
            VaultError: it could not be saved, or the history as it was then no longer holds together.
        """
        return self._move_along_journal(self._vault.undo)

    def redo(self) -> str | None:
        """The name of the step that was done again, None if there was none.

        Raises:
            VaultError: it could not be saved, or the history as it was then no longer holds together.
        """
        return self._move_along_journal(self._vault.redo)

    # -- what is typed and not saved yet -------------------------------------------------------------

    def draft(self, key: str) -> str | None:
        """What was typed into the form `key` and not saved, None if nothing."""
        return self._vault.draft(key)

    def save_draft(self, key: str, body: str) -> None:
        """Keep `body` as what stands in the form `key`; no step, and no new version."""
        self._vault.save_draft(key, body)

    def drop_draft(self, key: str) -> None:
        """Forget what stands in the form `key`."""
        self._vault.drop_draft(key)

    # -- what is remembered beside the history: not in it, never undone, never exported -----------------

    @property
    def tested_shown_on(self) -> date | None:
        """The day tested lines were first shown here or the invitation to ask was put aside; None: never."""
        day = self._vault.recall(_TESTED_SHOWN)
        return date.fromisoformat(day) if day else None

    def remember_tested_shown(self) -> None:
        """Keep today as the day tested lines were first shown, unless an earlier one is kept."""
        if self.tested_shown_on is None:
            self._vault.remember(_TESTED_SHOWN, self.today().isoformat())

    @property
    def history_seen(self) -> History | None:
        """The history as it was when `remember_history_seen` was last called; None if it never was."""
        with self._turn:
            step = self._vault.recall(_VERSION_SEEN)
            if step is None:
                return None
            backwards = [change.inverse() for change in reversed(self._vault.list_changes_since(int(step)))]
            try:
                return self.history.with_changes(backwards)
            except ValueError:
                return None

    def remember_history_seen(self) -> None:
        """Keep the history as it is now as the one last seen."""
        with self._turn:
            self._vault.remember(_VERSION_SEEN, str(self._vault.last_step))

    def _move_along_journal(self, along: Callable[[], UndoStep | None]) -> str | None:
        """Undo or redo one step, and its name."""
        with self._turn:
            with self._vault.transaction():
                step = along()
                if step is None:
                    return None
                history = self._replay_on_history(step)
            self._show(history)
        return step.label

    def _replay_on_history(self, step: UndoStep) -> History:
        """The history after a step along the journal, which the vault has made already."""
        back = {change.kind for change in step.changes if change.before is None}
        try:
            return self.history.with_changes(step.changes, self._vault.list_entry_keys(back))
        except ValueError:
            raise _unreadable(self._vault) from None

    def _tell_where(self) -> None:
        if self._tell and self._vault.path:
            self._tell(self._vault.path)

    def _show(self, history: History) -> None:
        self._history = history
        self.version += 1
        self._tell_saved()


def _read_or_close(vault: Vault) -> History:
    """The history of `vault`; where that cannot be, the vault is closed."""
    try:
        return _read(vault)
    except BaseException:
        vault.close()
        raise


def _read(vault: Vault) -> History:
    try:
        return History.from_documents(vault.documents())
    except (ValueError, KeyError):
        raise _unreadable(vault) from None


def _unreadable(vault: Vault) -> VaultError:
    return VaultError(
        f"“{vault.name}” holds an entry that this version cannot read. It was left as it is. "
        "Open it with the newest version."
    )
