"""The fields of a form. Each has a name and one `value`, so that a form is read as names and what is typed.

A field's id is {"part": "field", "name": its name, "is": its kind}; the line under it that says what is
wrong is {"part": "error", "name": its name}.
"""

from timeline.ui.forms.fields.dates import add_to, birth_asked, date_field
from timeline.ui.forms.fields.picks import pick, picks, rating, yes
from timeline.ui.forms.fields.tagging import intensities, tag_picker
from timeline.ui.forms.fields.texts import area, choose, line, own_words
from timeline.ui.forms.fields.typed import (
    ALL_ERRORS,
    ALL_FIELDS,
    BESIDE,
    Typed,
    drawn_with,
    fill,
    said,
    typed_in,
)
from timeline.ui.forms.fields.wrong import sentence

__all__ = [
    "ALL_ERRORS",
    "ALL_FIELDS",
    "BESIDE",
    "Typed",
    "add_to",
    "area",
    "birth_asked",
    "choose",
    "date_field",
    "drawn_with",
    "fill",
    "intensities",
    "line",
    "own_words",
    "pick",
    "picks",
    "rating",
    "said",
    "sentence",
    "tag_picker",
    "typed_in",
    "yes",
]
