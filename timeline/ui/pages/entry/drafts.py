"""What is typed and not saved, kept in the vault as it is typed, and forgotten once saved or let go."""

import json
from typing import Any

from dash import Dash, Input, Output, State, no_update

from timeline.messages import entry_forms as say
from timeline.ui.forms.fields import ALL_FIELDS, FieldValues, drop_empty_values, read_fields
from timeline.ui.pages.entry.form_opening import draft_key, serialise_draft
from timeline.ui.pages.entry.form_result import BaseVersion
from timeline.ui.pages.entry.panel import DRAFT_LINE_CLASS, EMPTY_DRAFT_LINE_CLASS
from timeline.ui.session import Session


def keep_draft(here: Session, began: dict[str, Any], typed: FieldValues, first: object) -> bool:
    """Whether there is anything to keep. If so it is kept; if not, nothing is left of an earlier draft.

    Args:
        here: the open history.
        began: what the form began from.
        typed: what stands in it.
        first: what stood in it when it opened, as JSON; None where that was a draft itself.
    """
    key = draft_key(began["told"])
    if isinstance(first, str) and drop_empty_values(json.loads(first)) == drop_empty_values(typed):
        here.desk.drop_draft(key)
        return False
    here.desk.save_draft(key, serialise_draft(BaseVersion(began["id"], began["before"]), typed))
    return True


def add_to(app: Dash, here: Session) -> None:
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
        kept = keep_draft(here, began, read_fields(ids, values), first)
        return (DRAFT_LINE_CLASS, say.DRAFT_KEPT_NOTE) if kept else (EMPTY_DRAFT_LINE_CLASS, "")
