"""How long what is typed may be, read from the models themselves: the one place that knows is the field."""

from collections.abc import Iterable
from typing import Any, get_args

from pydantic import BaseModel


def max_length(model: type[BaseModel], field: str) -> int | None:
    """The most letters a text field of `model` takes, or each line of a list of texts; None for no limit.

    Args:
        model: the model.
        field: the name of one of its fields; for any other name there is no limit.
    """
    known = model.model_fields.get(field)
    if known is None:
        return None
    if known.annotation is str:
        return _find_max_length(known.metadata)
    items = [of for of in get_args(known.annotation) if of is not Ellipsis]
    return _find_max_length(items[0].__metadata__) if items and hasattr(items[0], "__metadata__") else None


def _find_max_length(metadata: Iterable[Any]) -> int | None:
    for one in metadata:
        # A constraint, or the field within an `Annotated` that holds its constraints.
        for rule in (one, *getattr(one, "metadata", ())):
            if isinstance(length := getattr(rule, "max_length", None), int):
                return length
    return None
