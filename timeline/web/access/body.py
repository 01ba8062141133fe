"""The JSON of a request, read once and strictly, before any other code sees it."""

from typing import Any

import orjson

from timeline.system.json_depth import is_nested_deeper

MAX_DEPTH = 64  # levels; a page's own requests have about ten


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
    if is_nested_deeper(value, MAX_DEPTH):
        raise ValueError("nested too deeply")
    return value
