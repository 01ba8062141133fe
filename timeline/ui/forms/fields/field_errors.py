"""The sentence that stands at a field when what is typed in it cannot be taken."""

from collections.abc import Mapping
from typing import Any

from timeline.messages import entry_forms as say
from timeline.messages import problem_sentences as says


def explain_field_error(error: Mapping[str, Any]) -> str:
    """What stands at a field, for one error as pydantic reports it."""
    if error["input"] is None:
        return say.CHOOSE
    if error["input"] == "" and error["type"] in ("too_short", "string_too_short"):
        return say.EMPTY_ERROR
    return says.explain_validation_error(error)
