"""One entry checked by its model: what fits is taken, what does not is left blank and said."""

import json
from collections.abc import Mapping
from typing import Any, NamedTuple, TypeVar

from pydantic import ValidationError

from models.base import Frozen, require_storable
from timeline.messages import problem_sentences as says

Entry = TypeVar("Entry", bound=Frozen)
FieldPath = tuple[str | int, ...]

_DROPPED_VALUE: Any = object()
_ENDS = ("end", "until")  # what gives way where the fields of an entry contradict each other


class FieldProblem(NamedTuple):
    """What is wrong inside one entry.

    Attributes:
        path: the field, and the way to it; () for the entry as a whole.
        says: the sentence.
    """

    path: FieldPath
    says: str


def validate_partially(
    model: type[Entry], fields: Mapping[str, Any], instead: Mapping[str, Any]
) -> tuple[Entry | None, list[FieldProblem]]:
    """The entry that `fields` tell of, and what of them could not be taken.

    Args:
        model: what the entry must be.
        fields: as found, JSON values.
        instead: what a field becomes where the entry needs it and it cannot be taken.

    Returns:
        The entry, None where it lacks what it stands on; and the troubles.
    """
    known = model.model_fields
    troubles: list[FieldProblem] = []
    if unknown := [name for name in fields if name not in known]:
        path = (unknown[0],) if len(unknown) == 1 else ()
        troubles.append(FieldProblem(path, says.unknown_fields(unknown, known)))
    value: Any = _drop_unstorable_texts(
        {name: fields[name] for name in fields if name in known}, (), troubles
    )
    while True:
        value = _remove_dropped(value)
        try:
            return model.model_validate_json(json.dumps(value), strict=True), troubles
        except ValidationError as error:
            errors = _keep_innermost_errors(error.errors(include_url=False))
            can_do_without = [_drop_invalid_field(value, each, instead, troubles) for each in errors]
            if not all(can_do_without):
                last = troubles.pop()
                return None, [*troubles, last._replace(says=f"{last.says} {says.ENTRY_LEFT_OUT}")]


def _keep_innermost_errors(errors: list[Any]) -> list[Any]:
    """The errors without those that follow from another one further inside."""
    around = {error["loc"][:length] for error in errors for length in range(len(error["loc"]))}
    return [error for error in errors if error["loc"] not in around]


def _drop_invalid_field(
    value: Any, error: Any, instead: Mapping[str, Any], troubles: list[FieldProblem]
) -> bool:
    """Take out of `value` what the error names; False if the entry cannot do without it."""
    path: FieldPath = error["loc"]
    missing = error["type"] == "missing"
    if not (missing and any(trouble.path == path for trouble in troubles)):  # else said when it was dropped
        troubles.append(FieldProblem(path, says.explain_validation_error(error)))
    if len(path) == 1 and path[0] in instead:
        other = instead[str(path[0])]
        troubles[-1] = troubles[-1]._replace(says=f"{troubles[-1].says} {says.explain_default(other)}")
        value[path[0]] = other
        return True
    if missing:
        path = path[:-1]
    elif error["type"] == "value_error" and isinstance(error["input"], dict):
        path = next(((*path, end) for end in _ENDS if end in error["input"]), path)
    if not path:
        return False
    holder = value
    for step in path[:-1]:
        holder = holder[step]
        if holder is _DROPPED_VALUE:
            return True
    holder[path[-1]] = _DROPPED_VALUE
    return True


def _drop_unstorable_texts(value: Any, path: FieldPath, troubles: list[FieldProblem]) -> Any:
    """`value` without texts that no file can carry."""
    if isinstance(value, dict):
        return {key: _drop_unstorable_texts(inner, (*path, key), troubles) for key, inner in value.items()}
    if isinstance(value, list):
        return [_drop_unstorable_texts(inner, (*path, place), troubles) for place, inner in enumerate(value)]
    if isinstance(value, str):
        try:
            return require_storable(value)
        except ValueError as error:
            troubles.append(FieldProblem(path, str(error)))
            return _DROPPED_VALUE
    return value


def _remove_dropped(value: Any) -> Any:
    """`value` without what has been dropped from it."""
    if isinstance(value, dict):
        return {key: _remove_dropped(inner) for key, inner in value.items() if inner is not _DROPPED_VALUE}
    if isinstance(value, list):
        return [_remove_dropped(inner) for inner in value if inner is not _DROPPED_VALUE]
    return value
