"""What stands in a form, by the names of its fields, and how a page reads it.

A field's id is {"part": "field", "form": the key of its form, "name": its name, "is": its kind}; the line
under it that says what is wrong is {"part": "error", "form": …, "name": …}.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from dash import ALL

FieldValues = Mapping[str, Any]
"""Field name -> what is typed or ticked in it: a text, a list of texts, or nothing."""

ALL_FIELDS: dict[str, Any] = {"part": "field", "form": ALL, "name": ALL, "is": ALL}


def form_fields_id(form: str) -> dict[str, Any]:
    """The pattern of the fields of one form."""
    return ALL_FIELDS | {"form": form}


def form_errors_id(form: str) -> dict[str, Any]:
    """The pattern of the lines that say what is wrong in one form."""
    return {"part": "error", "form": form, "name": ALL}


def read_fields(ids: object, values: object, form: str) -> dict[str, Any]:
    """What stands in a form.

    Args:
        ids: of fields, as Dash gives them; those of other forms are passed over.
        values: of the same fields, in the same order.
        form: its key.
    """
    return read_forms(ids, values).get(form, {})


def read_forms(ids: object, values: object) -> dict[str, dict[str, Any]]:
    """What stands in every form of the page, by its key."""
    forms: dict[str, dict[str, Any]] = {}
    if isinstance(ids, Sequence) and isinstance(values, Sequence):
        for id_, value in zip(ids, values, strict=False):
            if isinstance(id_, Mapping):
                forms.setdefault(str(id_.get("form")), {})[str(id_.get("name"))] = value
    return forms


def drop_empty_values(typed: FieldValues) -> dict[str, Any]:
    """The fields in which anything stands."""
    return {name: value for name, value in typed.items() if value not in ("", None, [])}


def get_text(typed: FieldValues, name: str) -> str:
    """A text exactly as typed."""
    value = typed.get(name)
    return value if isinstance(value, str) else ""


def get_line(typed: FieldValues, name: str) -> str:
    """A text without the spaces around it."""
    return get_text(typed, name).strip()


def get_choice(typed: FieldValues, name: str) -> str | None:
    """The one that is chosen, if any."""
    return get_text(typed, name) or None


def get_choices(typed: FieldValues, name: str) -> tuple[str, ...]:
    """Those that are ticked, in the order they were."""
    value = typed.get(name)
    return tuple(one for one in value if isinstance(one, str)) if isinstance(value, list | tuple) else ()


def get_lines(typed: FieldValues, name: str) -> tuple[str, ...]:
    """The lines of a text that say something."""
    return tuple(line.strip() for line in get_text(typed, name).splitlines() if line.strip())


def get_number(typed: FieldValues, name: str) -> int | None:
    """A place on a scale, or a whole number as typed, if one is."""
    written = get_line(typed, name)
    return int(written) if written.isascii() and written.isdigit() and len(written) <= 3 else None


def is_ticked(typed: FieldValues, name: str) -> bool:
    """Whether a yes is ticked."""
    return bool(get_choices(typed, name))


def text_of_number(number: int | None) -> str | None:
    """A number as its field holds it."""
    return None if number is None else str(number)
