"""The JSON of a request, read once and strictly, before any other code sees it."""

from typing import Any

import orjson

MAX_DEPTH = 64


def read_json(body: bytes) -> Any:
    """What `body` says.

    Args:
        body: UTF-8 text holding one JSON value.

    Returns:
        Its value: dict, list, str, int, float, bool or None.

    Raises:
        ValueError: not UTF-8, not JSON (NaN and lone surrogates are not), or nested deeper than `MAX_DEPTH`.
    """
    value = orjson.loads(body)
    level = [value]
    for _ in range(MAX_DEPTH):
        level = [inner for outer in level for inner in _inside(outer) if isinstance(inner, dict | list)]
        if not level:
            return value
    raise ValueError("nested too deeply")


def _inside(value: Any) -> Any:
    """The values directly inside a dict or list; nothing for anything else."""
    if isinstance(value, dict):
        return value.values()
    return value if isinstance(value, list) else ()
