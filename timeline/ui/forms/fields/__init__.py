"""The fields of a form. Each has a name and one `value`, so that a form is read as names and what is typed.

A field's id is {"part": "field", "name": its name, "is": its kind}; the line under it that says what is
wrong is {"part": "error", "name": its name}.
"""

from timeline.ui.forms.fields.choice_fields import choice_field, choices_field, rating_field, yes_field
from timeline.ui.forms.fields.dates import add_to, birth_year_field, date_field
from timeline.ui.forms.fields.field_errors import explain_field_error
from timeline.ui.forms.fields.field_values import (
    ALL_ERRORS,
    ALL_FIELDS,
    PAGE_FORM_PREFIX,
    FieldValues,
    drop_empty_values,
    fill_fields,
    read_drawn_values,
    read_fields,
)
from timeline.ui.forms.fields.tag_fields import intensity_fields, tag_picker
from timeline.ui.forms.fields.text_fields import area_field, line_field, own_words_field, select_field

__all__ = [
    "ALL_ERRORS",
    "ALL_FIELDS",
    "PAGE_FORM_PREFIX",
    "FieldValues",
    "add_to",
    "area_field",
    "birth_year_field",
    "choice_field",
    "choices_field",
    "date_field",
    "drop_empty_values",
    "explain_field_error",
    "fill_fields",
    "intensity_fields",
    "line_field",
    "own_words_field",
    "rating_field",
    "read_drawn_values",
    "read_fields",
    "select_field",
    "tag_picker",
    "yes_field",
]
