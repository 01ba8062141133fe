"""What a page works with: the desk, and its history read once per version, day and filter."""

import threading
from collections.abc import Callable, Iterator
from datetime import date

from models.changes import Change
from models.findings import Notice
from models.history import History, edited
from models.settings import Settings
from timeline.storage.desk import Desk
from timeline.study.filters import Filter, narrowed, notices
from timeline.study.study import Study

ALL = Filter()
MOST_FILTERS = 8
"""So many narrowed readings are kept at a time."""


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
        self._version = -1
        self._read: dict[Filter, Study] = {}
        self._looked: Study | None = None
        self._before: Study | None = None

    @property
    def history(self) -> History:
        """The history as it is saved."""
        return self.desk.history

    def study(self, chosen: Filter = ALL) -> Study:
        """The history, read. The same object for as long as nothing changes and no new day begins.

        Args:
            chosen: which part of it; without, all.
        """
        version, history = self.desk.seen
        today = self.today()
        with self._turn:
            whole = self._read.get(ALL)
            if whole is None or self._version != version or whole.today != today:
                whole = Study(history, today)
                self._version, self._read = version, {ALL: whole}
                self._looked = self._looked or whole
            if chosen not in self._read:
                if len(self._read) > MOST_FILTERS:
                    self._read = {ALL: whole}
                self._read[chosen] = Study(narrowed(history, chosen, today), today)
            return self._read[chosen]

    def notices(self) -> tuple[Notice, ...]:
        """What changes did to the patterns since the last look at them before these changes.

        Asking is a look. The first reading of all counts as one.
        """
        now = self.study()
        with self._turn:
            if self._looked is not None and [*_changes(self._looked.history, now.history)]:
                self._before = self._looked
            self._looked, before = now, self._before
        if before is None:
            return ()
        return notices(before.findings, now.findings, _changes(before.history, now.history))


def _changes(before: History, after: History) -> Iterator[Change]:
    """What was edited between two readings of a history, of what patterns rest on."""
    then, now = (Settings(earliest_bonds=some.settings.earliest_bonds) for some in (before, after))
    for one in (edited("person", before.person, after.person), edited("settings", then, now)):
        if one is not None:
            yield one
    for kind in ("episodes", "relationships", "own_tags"):
        was_there, is_there = ({entry.id: entry for entry in getattr(some, kind)} for some in (before, after))
        for id_ in dict.fromkeys((*is_there, *was_there)):
            if (was := was_there.get(id_)) is not (is_now := is_there.get(id_)):
                change = edited(kind, was, is_now)
                if change is not None:
                    yield change
