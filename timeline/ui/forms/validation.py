"""What the models say against what was typed, as the sentence that stands at each field."""

from collections.abc import Callable, Mapping
from typing import Any

from pydantic import ValidationError

from timeline.messages import entry_forms as say
from timeline.messages import problem_sentences as says


def find_field_errors(
    error: ValidationError,
    locate: Callable[[tuple[Any, ...]], str] = lambda where: str(where[0]) if where else "",
) -> dict[str, str]:
    """Field → a sentence, for everything the models refused: the first of each field.

    Args:
        error: as pydantic raised it.
        locate: a place in the model → the name of the field it was typed in.
    """
    errors = error.errors(include_url=False)
    found: dict[str, str] = {}
    for one in errors:
        # A list is told to be too short when what stands in it is wrong: that is told already.
        if not any(other["loc"][: len(one["loc"])] == one["loc"] for other in errors if other is not one):
            found.setdefault(locate(one["loc"]), explain_field_error(one))
    return found


def explain_field_error(error: Mapping[str, Any]) -> str:
    """What stands at a field, for one error as pydantic reports it."""
    if error["input"] is None:
        return say.CHOOSE
    if error["input"] == "" and error["type"] in ("too_short", "string_too_short"):
        return say.EMPTY_ERROR
    return says.explain_validation_error(error)
