"""What a page works with: the desk, and its history read once per version, day and filter."""

import threading
from collections.abc import Callable, Iterator
from datetime import date

from models.changes import Change
from models.findings import Notice
from models.history import History, build_change
from models.settings import Settings
from timeline.storage.desk import Desk
from timeline.study.filters import Filter, apply_filter, build_notices
from timeline.study.study import Study

WHOLE_HISTORY = Filter()
MAX_CACHED_FILTERS = 8
"""So many narrowed readings are kept at a time."""


class Session:
    """The open history, as pages read it. May be used from any thread.

    Attributes:
        desk: what changes it.
        today: the day, asked anew each time.
    """

    def __init__(self, desk: Desk, today: Callable[[], date]) -> None:
        self.desk = desk
        self.today = today
        self._lock = threading.Lock()
        self._version = -1
        self._studies: dict[Filter, Study] = {}
        self._last_seen_study: Study | None = None
        self._study_before_changes: Study | None = None

    @property
    def history(self) -> History:
        """The history as it is saved."""
        return self.desk.history

    def get_study(self, chosen: Filter = WHOLE_HISTORY) -> Study:
        """The history, read. The same object for as long as nothing changes and no new day begins.

        Args:
            chosen: which part of it; without, all.
        """
        version, history = self.desk.snapshot
        today = self.today()
        with self._lock:
            whole = self._studies.get(WHOLE_HISTORY)
            if whole is None or self._version != version or whole.today != today:
                whole = Study(history, today)
                self._version, self._studies = version, {WHOLE_HISTORY: whole}
                self._last_seen_study = self._last_seen_study or whole
            if chosen not in self._studies:
                if len(self._studies) > MAX_CACHED_FILTERS:
                    self._studies = {WHOLE_HISTORY: whole}
                self._studies[chosen] = Study(
                    apply_filter(history, chosen, today), today, is_part=not chosen.is_empty
                )
            return self._studies[chosen]

    def find_notices(self) -> tuple[Notice, ...]:
        """What changes did to the patterns since the last look at them before these changes.

        Asking is a look. The first reading of all counts as one.
        """
        now = self.get_study()
        with self._lock:
            if self._last_seen_study is not None and [
                *_find_changes(self._last_seen_study.history, now.history)
            ]:
                self._study_before_changes = self._last_seen_study
            self._last_seen_study, before = now, self._study_before_changes
        if before is None:
            return ()
        return build_notices(before.findings, now.findings, _find_changes(before.history, now.history))


def _find_changes(before: History, after: History) -> Iterator[Change]:
    """What was edited between two readings of a history, of what patterns rest on."""
    then, now = (Settings(earliest_bonds=some.settings.earliest_bonds) for some in (before, after))
    for one in (build_change("person", before.person, after.person), build_change("settings", then, now)):
        if one is not None:
            yield one
    for kind in ("episodes", "relationships", "own_tags"):
        was_there, is_there = ({entry.id: entry for entry in getattr(some, kind)} for some in (before, after))
        for id_ in dict.fromkeys((*is_there, *was_there)):
            if (was := was_there.get(id_)) is not (is_now := is_there.get(id_)):
                change = build_change(kind, was, is_now)
                if change is not None:
                    yield change
