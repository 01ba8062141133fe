"""Makes the copies nobody asks for: one after the first save of a day; and checks the newest once a week."""

import threading
from datetime import UTC, datetime, timedelta

from models.errors import TimelineError
from timeline.storage.copies.copy_folder import CopyFolder
from timeline.storage.copies.copying import check_copy, make_copy
from timeline.storage.desk import Desk
from timeline.system import log

CHECK_AFTER = timedelta(days=7)
_LOOK_EVERY_SECONDS = 3600.0


class CopyKeeper:
    """Keeps copies of what lies on a desk, on a thread of its own, so that no save waits for one.

    Args:
        desk: whose notebook it is; a sample is never copied.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._wake = threading.Event()
        self._ends = threading.Event()
        self._thread = threading.Thread(target=self._keep_copies, name="copies", daemon=True)
        self._saved = threading.Event()
        desk.on_save(self._hear_of_save)
        desk.before_big_step(self._copy_now)
        self._thread.start()

    def close(self) -> None:
        """Make the copy that is due and end."""
        self._ends.set()
        self._wake.set()
        self._thread.join(timeout=30)

    def _hear_of_save(self) -> None:
        self._saved.set()
        self._wake.set()

    def _copy_now(self) -> None:
        """A copy before much is changed. Where none can be made, undo still takes the change back."""
        vault = self._desk.open_vault
        try:
            if vault is not None:
                make_copy(vault)
        except TimelineError as error:
            log.log_failure(error)

    def _keep_copies(self) -> None:
        while True:
            self._wake.wait(_LOOK_EVERY_SECONDS)
            self._wake.clear()
            saved = self._saved.is_set()
            self._saved.clear()
            try:
                self._look(saved=saved)
            except TimelineError as error:  # the disk is full, or the notebook was closed meanwhile
                log.log_failure(error)
            if self._ends.is_set():
                return

    def _look(self, *, saved: bool) -> None:
        """Make a copy if one is due, else check the newest if that is."""
        vault = self._desk.open_vault
        if vault is None or vault.path is None:
            return
        copies = CopyFolder(vault.path).list_copies()
        now = datetime.now(UTC)
        if (not copies and vault.last_change) or (saved and copies[0].made.date() != now.date()):
            make_copy(vault)
        elif copies and now - copies[0].check_time > CHECK_AFTER:
            check_copy(copies[0], vault.key)
