"""One sitting: where someone is in the steps, and which step they did last.

It is over when nothing happened in the steps for an hour. Kept as a draft: it is no entry, and stays
through a lock.
"""

import json
from datetime import UTC, datetime, timedelta
from typing import Any

from timeline.storage.desk import Desk

_ROW = "sitting"
_OVER_AFTER = timedelta(hours=1)


def place(desk: Desk) -> tuple[str, str, str, str]:
    """Where someone was last: page, step, walk and entry; each "" where there is none."""
    told = _told(desk).get("place")
    found = [str(part) for part in told] if isinstance(told, list) and len(told) == 4 else [""] * 4
    return found[0], found[1], found[2], found[3]


def is_at(desk: Desk, page: str, step: str, walk: str, of: str) -> None:
    """Remember where someone is."""
    _tell(desk, place=[page, step, walk, of])


def has_done(desk: Desk, step: str) -> None:
    """Remember the step that was done last."""
    _tell(desk, done=step)


def last_done(desk: Desk) -> str:
    """The step done last in this sitting, "" if none yet."""
    told = _told(desk)
    return str(told.get("done", "")) if _goes_on(told) else ""


def _told(desk: Desk) -> dict[str, Any]:
    try:
        told = json.loads(desk.draft(_ROW) or "{}")
    except ValueError:
        return {}
    return told if isinstance(told, dict) else {}


def _goes_on(told: dict[str, Any]) -> bool:
    try:
        seen = datetime.fromisoformat(told["seen"])
    except (KeyError, TypeError, ValueError):
        return False
    return datetime.now(UTC) - seen < _OVER_AFTER


def _tell(desk: Desk, **more: Any) -> None:
    told = _told(desk)
    if not _goes_on(told):
        told = {"place": told.get("place")}
    desk.save_draft(_ROW, json.dumps(told | more | {"seen": datetime.now(UTC).isoformat()}))
