"""One sitting: where someone is in the steps, what they did last, and how many painful moments they added.

It is over when nothing happened in the steps for an hour. Kept as a draft: it is no entry, and stays
through a lock.
"""

import json
from datetime import UTC, datetime, timedelta
from typing import Any

from models.history import History
from timeline.desk import Desk

_ROW = "sitting"
_OVER_AFTER = timedelta(hours=1)
_BEFORE_A_GOOD_ONE = 2  # painful moments, after which a good one is asked for


def place(desk: Desk) -> tuple[str, str, str, str]:
    """Where someone was last: page, step, walk and entry; each "" where there is none."""
    told = _told(desk).get("place")
    found = [str(part) for part in told] if isinstance(told, list) and len(told) == 4 else [""] * 4
    return found[0], found[1], found[2], found[3]


def goes_on(desk: Desk) -> None:
    """Begin a sitting, or note that it goes on: called where moments are entered."""
    _tell(desk)


def is_at(desk: Desk, page: str, step: str, walk: str = "", of: str = "") -> None:
    """Remember where someone is."""
    _tell(desk, place=[page, step, walk, of])


def has_done(desk: Desk, step: str) -> None:
    """Remember the step that was done last."""
    _tell(desk, done=step)


def last_done(desk: Desk) -> str:
    """The step done last in this sitting, "" if none yet."""
    told = _told(desk)
    return str(told.get("done", "")) if _goes_on(told) else ""


def asks_for_a_good_one(desk: Desk) -> bool:
    """Whether two painful moments were added in this sitting, and no caring one: before the third, ask."""
    told = _told(desk)
    if not _goes_on(told):
        return False
    painful, caring = counted(desk.history)
    added = [now - then for now, then in zip((painful, caring), told.get("counted", (0, 0)), strict=False)]
    return len(added) == 2 and added[0] >= _BEFORE_A_GOOD_ONE and added[1] <= 0


def counted(history: History) -> tuple[int, int]:
    """How many moments carry a painful, and how many a caring tag."""
    sides = [history.vocabulary.sides_of(episode.tags) for episode in history.episodes]
    return sum("painful" in side for side in sides), sum("caring" in side for side in sides)


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
        told = {"place": told.get("place"), "counted": counted(desk.history)}
    desk.save_draft(_ROW, json.dumps(told | more | {"seen": datetime.now(UTC).isoformat()}))
