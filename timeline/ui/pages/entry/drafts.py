"""What is typed and not saved, kept in the vault as it is typed, and forgotten once saved or let go."""

import json
from typing import Any

from dash import Dash, Input, Output, State, no_update

from timeline.messages import entry as say
from timeline.ui.forms.fields import ALL_FIELDS, Typed, said, typed_in
from timeline.ui.here import Here
from timeline.ui.pages.entry.opening import draft_key, draft_of
from timeline.ui.pages.entry.panel import KEPT, NOTHING_KEPT
from timeline.ui.pages.entry.saving import Base


def keep(here: Here, began: dict[str, Any], typed: Typed, first: object) -> bool:
    """Whether there is anything to keep. If so it is kept; if not, nothing is left of an earlier draft.

    Args:
        here: the open history.
        began: what the form began from.
        typed: what stands in it.
        first: what stood in it when it opened, as JSON; None where that was a draft itself.
    """
    key = draft_key(began["told"])
    if isinstance(first, str) and said(json.loads(first)) == said(typed):
        here.desk.drop_draft(key)
        return False
    here.desk.save_draft(key, draft_of(Base(began["id"], began["before"]), typed))
    return True


def add_to(app: Dash, here: Here) -> None:
    """Keep what is typed a moment after it was typed: the browser says when."""

    @app.callback(
        Output("entry-kept", "className"),
        Output("entry-kept-says", "children"),
        Input("entry-tick", "data"),
        State("entry-base", "data"),
        State(ALL_FIELDS, "id"),
        State(ALL_FIELDS, "value"),
        State("entry-first", "data"),
        prevent_initial_call=True,
    )
    def keep_typed(tick: Any, began: Any, ids: Any, values: Any, first: Any) -> Any:
        if not tick or not began:
            return no_update, no_update
        kept = keep(here, began, typed_in(ids, values), first)
        return (KEPT, say.KEPT) if kept else (NOTHING_KEPT, "")
