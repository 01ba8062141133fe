"""What a page may ask of a callback: only one that exists, from the fields it was written for.

Dash itself passes on whatever names and shapes a request holds. The types of the values are for each
callback to check.
"""

import json
from collections.abc import Mapping
from typing import Any

from flask import Flask, Response, abort, request

_PATH = "/_dash-update-component"
_LISTS = ("inputs", "state", "changedPropIds")
_WILDCARDS = (["ALL"], ["MATCH"], ["ALLSMALLER"])


def check_callbacks(server: Flask, known: Mapping[str, Any]) -> None:
    """Refuse, before Dash sees it, every request that does not fit a callback in `known`.

    Args:
        server: the app's server.
        known: Dash's callbacks by their output; read at each request, so that those added later count.
    """

    def check() -> None:
        if request.path != _PATH or request.method != "POST":
            return
        body = request.get_json()
        if not isinstance(body, dict) or not isinstance(body.get("output"), str):
            abort(400)
        if body["output"] not in known:
            abort(404)
        if wrong := wrong_field(body, known[body["output"]]):
            abort(_name_wrong_part(wrong))

    server.before_request(check)


def wrong_field(body: Mapping[str, Any], callback: Mapping[str, Any]) -> str | None:
    """The part of a request that does not fit its callback, or None.

    Args:
        body: the request, a JSON object.
        callback: Dash's own description: `inputs` and `state`, each a list of `id` and `property`.
    """
    for name in _LISTS:
        if not isinstance(body.get(name, []), list):
            return name
    if not all(isinstance(prop, str) for prop in body.get("changedPropIds", [])):
        return "changedPropIds"
    if not isinstance(body.get("outputs", []), dict | list):
        return "outputs"
    for name in ("inputs", "state"):
        given, expected = body.get(name, []), callback[name]
        if len(given) != len(expected):
            return name
        for item, field in zip(given, expected, strict=True):
            if not _fits(item, field):
                return f"{field['id']}.{field['property']}"
    return None


def _fits(item: Any, field: Mapping[str, str]) -> bool:
    """Whether an input is the `field` a callback asks for, or, for a pattern, a list of such fields."""
    if isinstance(item, list):
        return field["id"].startswith("{") and all(
            isinstance(one, dict) and _fits(one, field) for one in item
        )
    if not isinstance(item, dict) or item.get("property") != field["property"]:
        return False
    if not field["id"].startswith("{"):
        return bool(item.get("id") == field["id"])
    pattern, given = json.loads(field["id"]), item.get("id")
    return (
        isinstance(given, dict)
        and given.keys() == pattern.keys()
        and all(value in _WILDCARDS or given[key] == value for key, value in pattern.items())
        and all(isinstance(value, str | int | float) for value in given.values())
    )


def _name_wrong_part(wrong: str) -> Response:
    says = f"{wrong[:80]}: this part of the request does not fit. Nothing was saved."
    return Response(says, 400, content_type="text/plain; charset=utf-8")
