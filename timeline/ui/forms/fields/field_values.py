"""What stands in a form, by the names of its fields, and how a page reads it."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from dash import ALL, html
from dash.development.base_component import Component

FieldValues = dict[str, Any]
"""Field name -> what is typed or ticked in it: a text, a list of texts, or nothing."""

PAGE_FORM_PREFIX = "beside:"
"""How names of fields begin that stand in a page: another form may be open in the panel beside it."""
ALL_FIELDS: dict[str, Any] = {"part": "field", "name": ALL, "is": ALL}
ALL_ERRORS: dict[str, Any] = {"part": "error", "name": ALL}


def field_id(name: str, kind: str) -> dict[str, str | int]:
    """The id of the control of a field."""
    return {"part": "field", "name": name, "is": kind}


def frame_field(name: str, *control: Any, kind: str = "", first: bool = False) -> Component:
    """A control with the line under it that says what is wrong, empty as long as nothing is.

    Args:
        name: of the field.
        control: what it is made of.
        kind: further classes.
        first: whether a form that opens begins here.
    """
    wrong = html.P(id={"part": "error", "name": name}, className="says-wrong")
    return html.Div([*control, wrong], className=f"field {kind} {'first' if first else ''}".strip())


def frame_group(name: str, label: str, hint: str, *controls: Any, kind: str = "") -> Component:
    """Several small controls under one question."""
    asked: list[Any] = [html.Legend(label)]
    if hint:
        asked.append(html.P(hint, className="hint"))
    return frame_field(name, html.Fieldset([*asked, *controls]), kind=kind)


def read_fields(ids: object, values: object, of: str = "") -> FieldValues:
    """What stands in a form.

    Args:
        ids: of the fields of the whole page, as Dash gives them for `ALL_FIELDS`.
        values: of the same fields, in the same order.
        of: what the names of its fields begin with, where it stands in a page beside the panel.
    """
    if not isinstance(ids, Sequence) or not isinstance(values, Sequence):
        return {}
    named = [str(id_.get("name")) for id_ in ids if isinstance(id_, Mapping)]
    typed = dict(zip(named, values, strict=False))
    if of:
        return {name.removeprefix(of): value for name, value in typed.items() if name.startswith(of)}
    return {name: value for name, value in typed.items() if not name.startswith(PAGE_FORM_PREFIX)}


def fill_fields(drawn: Component, typed: Mapping[str, Any], of: str = "") -> None:
    """Let the fields within `drawn` show what was typed in them.

    Args:
        drawn: not shown yet.
        typed: by the names of the fields; a field without one stays as it is drawn.
        of: as of `read_fields`.
    """
    for name, field in _find_fields(drawn, of):
        if name in typed:
            field.value = typed[name]


def read_drawn_values(drawn: Component, of: str = "") -> FieldValues:
    """What stands in the fields within `drawn` before anyone types; `of` as of `read_fields`."""
    return {name: getattr(field, "value", None) for name, field in _find_fields(drawn, of)}


def drop_empty_values(typed: FieldValues) -> FieldValues:
    """The fields in which anything stands."""
    return {name: value for name, value in typed.items() if value not in ("", None, [])}


def _find_fields(drawn: Component, of: str) -> Iterator[tuple[str, Any]]:
    for one in drawn._traverse():
        id_ = getattr(one, "id", None)
        if isinstance(id_, dict) and id_.get("part") == "field":
            yield id_["name"].removeprefix(of), one


def get_text(typed: Mapping[str, Any], name: str) -> str:
    """A text exactly as typed."""
    value = typed.get(name)
    return value if isinstance(value, str) else ""


def get_line(typed: Mapping[str, Any], name: str) -> str:
    """A text without the spaces around it."""
    return get_text(typed, name).strip()


def get_choice(typed: Mapping[str, Any], name: str) -> str | None:
    """The one that is chosen, if any."""
    return get_text(typed, name) or None


def get_choices(typed: Mapping[str, Any], name: str) -> tuple[str, ...]:
    """Those that are ticked, in the order they were."""
    value = typed.get(name)
    return tuple(one for one in value if isinstance(one, str)) if isinstance(value, list | tuple) else ()


def get_lines(typed: Mapping[str, Any], name: str) -> tuple[str, ...]:
    """The lines of a text that say something."""
    return tuple(line.strip() for line in get_text(typed, name).splitlines() if line.strip())


def get_number(typed: Mapping[str, Any], name: str) -> int | None:
    """A place on a scale, if one is chosen."""
    value = typed.get(name)
    return int(value) if isinstance(value, str) and value.isascii() and value.isdigit() else None


def is_ticked(typed: Mapping[str, Any], name: str) -> bool:
    """Whether a yes is ticked."""
    return bool(get_choices(typed, name))
