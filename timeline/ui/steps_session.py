"""One sitting: where someone is in the steps, and which step they did last.

It is over when nothing happened in the steps for an hour. Kept as a draft: it is no entry, and stays
through a lock.
"""

from datetime import UTC, datetime, timedelta
from typing import Any

from timeline.storage.desk import Desk
from timeline.ui.forms import drafts

_DRAFT_KEY = "sitting"
_SESSION_TIMEOUT = timedelta(hours=1)


def load_place(desk: Desk) -> tuple[str, str, str, str]:
    """Where someone was last: page, step, walk and entry; each "" where there is none."""
    told = _load_session(desk).get("place")
    found = [str(part) for part in told] if isinstance(told, list) and len(told) == 4 else [""] * 4
    return found[0], found[1], found[2], found[3]


def remember_place(desk: Desk, page: str, step: str, walk: str, of: str) -> None:
    """Remember where someone is."""
    _update_session(desk, place=[page, step, walk, of])


def remember_done_step(desk: Desk, step: str) -> None:
    """Remember the step that was done last."""
    _update_session(desk, done=step)


def load_last_done_step(desk: Desk) -> str:
    """The step done last in this sitting, "" if none yet."""
    told = _load_session(desk)
    return str(told.get("done", "")) if _is_ongoing(told) else ""


def _load_session(desk: Desk) -> dict[str, Any]:
    return drafts.load_draft(desk, _DRAFT_KEY) or {}


def _is_ongoing(told: dict[str, Any]) -> bool:
    try:
        seen = datetime.fromisoformat(told["seen"])
    except (KeyError, TypeError, ValueError):
        return False
    return datetime.now(UTC) - seen < _SESSION_TIMEOUT


def _update_session(desk: Desk, **more: Any) -> None:
    told = _load_session(desk)
    if not _is_ongoing(told):
        told = {"place": told.get("place")}
    drafts.save_draft(desk, _DRAFT_KEY, **(told | more | {"seen": datetime.now(UTC).isoformat()}))
