"""What is typed and not saved: one JSON text for each form, kept in the vault beside the journal.

The browser says when (`data-draft` in assets/js/forms.js); whoever owns the form says what.
"""

import json
from typing import Any

from timeline.storage.desk import Desk


def load_draft(desk: Desk, key: str) -> dict[str, Any] | None:
    """What is kept under `key`; None if nothing is, or nothing that can be read."""
    try:
        kept = json.loads(desk.draft(key) or "null")
    except ValueError:
        return None
    return kept if isinstance(kept, dict) else None


def save_draft(desk: Desk, key: str, **kept: Any) -> None:
    """Keep it; half a letter, which nothing could show, as a "?"."""
    desk.save_draft(key, json.dumps(kept, ensure_ascii=False).encode(errors="replace").decode())


def drop_draft(desk: Desk, key: str) -> None:
    """Forget it: it is saved, or was not wanted."""
    desk.drop_draft(key)
