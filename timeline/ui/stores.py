"""What a browser tab remembers while it is open: names of the stores, all in the page's memory alone."""

from typing import Any

from dash import dcc
from dash.development.base_component import Component

PLACE = "place"
"""{"page": KEY of a page, and what that page wants to know}."""
SEEN_VERSION = "seen"
"""The desk's version as last shown; whoever saves writes the new one here, and what is drawn follows."""
SHEET = "sheet"
"""{"width": px the picture may take, "dark": whether the dark colours are on, "version": the desk's, …}.

What is drawn follows this one alone, and assets/js/house.js alone writes it; the thread, the span and the
filter are in it as a count. A store that callbacks write would let the picture wait for all of them."""
SETTLED_VERSION = "settled"
"""The same as SEEN a moment later, when the picture has been asked for: what can wait follows this one."""
OPEN_FORM = "form"
"""What stands in the panel: {"kind": "relationship", "id": "" for a new one, …}, or None."""
CHOSEN_THREAD = "chosen"
"""What the picture follows: {"tags": [keys], "finding": id of the pattern they came from}, or None."""
SPAN = "span"
"""The KEY of the part of life that is shown."""
WHOLE_SPAN = "whole"
"""The one that is all of it."""
FILTER = "filter"
"""What the picture, the patterns and the views are narrowed to, or None; a new plan begins there."""
TOAST = "said"
"""{"says": a sentence for the toast, "undo": whether it can be taken back}."""
PAINFUL_COUNT = "sitting"
"""{"painful": how many painful moments were saved in this tab since the last caring one}."""

_INITIAL_DATA: dict[str, Any] = {
    PLACE: {"page": "picture"},
    SHEET: None,
    SETTLED_VERSION: None,
    OPEN_FORM: None,
    CHOSEN_THREAD: None,
    SPAN: WHOLE_SPAN,
    FILTER: None,
    TOAST: None,
    PAINFUL_COUNT: None,
}


def create_stores(version: int) -> list[Component]:
    """Every store, as it is when a tab opens.

    Args:
        version: the desk's, at this moment.
    """
    return [dcc.Store(id=name, data=data) for name, data in (*_INITIAL_DATA.items(), (SEEN_VERSION, version))]
