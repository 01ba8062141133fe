"""What a page works with: the desk, and its history read once per version and day."""

import threading
from collections.abc import Callable
from datetime import date

from models.history import History
from timeline.desk import Desk
from timeline.study import Study


class Here:
    """The open history, as pages read it. May be used from any thread.

    Attributes:
        desk: what changes it.
        today: the day, asked anew each time.
    """

    def __init__(self, desk: Desk, today: Callable[[], date]) -> None:
        self.desk = desk
        self.today = today
        self._turn = threading.Lock()
        self._read: tuple[int, Study] | None = None

    @property
    def history(self) -> History:
        """The history as it is saved."""
        return self.desk.history

    def study(self) -> Study:
        """The history, read. The same object for as long as nothing changes and no new day begins."""
        version, history = self.desk.seen
        today = self.today()
        with self._turn:
            if self._read is None or self._read[0] != version or self._read[1].today != today:
                self._read = version, Study(history, today)
            return self._read[1]
