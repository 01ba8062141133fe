"""JSON read strictly: no doubled keys, no NaN, nothing endlessly nested, and a place for every mistake."""

import json
import math
from typing import NoReturn

from timeline.system.json_depth import is_nested_deeper

MAX_DEPTH = 32
_MAX_DIGITS = 30


class JsonError(ValueError):
    """JSON that cannot be taken; the message is a sentence for the person."""


def loads(text: str) -> object:
    """The value `text` stands for.

    Raises:
        JsonError: it is no JSON, or JSON that programs read in different ways.
    """
    try:
        value: object = json.loads(
            text,
            object_pairs_hook=_each_key_once,
            parse_constant=_no_constant,
            parse_int=_parse_int,
            parse_float=_parse_float,
        )
    except json.JSONDecodeError as error:
        raise JsonError(_explain_decode_error(error, text)) from None
    except RecursionError:
        raise JsonError(_TOO_DEEP) from None
    if is_nested_deeper(value, MAX_DEPTH + 1):  # the outermost stands inside none
        raise JsonError(_TOO_DEEP)
    return value


_TOO_DEEP = f"This JSON is nested too deeply: more than {MAX_DEPTH} lists or objects inside each other."


def _explain_decode_error(error: json.JSONDecodeError, text: str) -> str:
    if error.pos >= len(text.rstrip()) or error.msg.startswith("Unterminated string"):
        return "This file ends too early: the last part of it is missing. Save or copy it again."
    if error.msg.startswith("Extra data"):
        return f"Line {error.lineno}, column {error.colno}: something stands after the end of the JSON."
    return (
        f"Line {error.lineno}, column {error.colno}: this is not JSON. Often a comma or a quotation mark "
        "is missing or too many just before."
    )


def _each_key_once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    told = dict(pairs)
    if len(told) < len(pairs):
        seen: set[str] = set()
        for key, _ in pairs:
            if key in seen:
                where = told.get("id")
                entry = f" of the entry “{where[:80]}”" if isinstance(where, str) else ""
                raise JsonError(f"The field “{key[:80]}”{entry} stands there twice. Keep one of them.")
            seen.add(key)
    return told


def _no_constant(word: str) -> NoReturn:
    raise JsonError(f"“{word}” stands where a number should. Write a number, or leave the field out.")


def _parse_int(digits: str) -> int:
    if len(digits) > _MAX_DIGITS:
        raise JsonError(
            f"A number of {len(digits):,} digits stands in it. No field here holds such a number."
        )
    return int(digits)


def _parse_float(digits: str) -> float:
    number = float(digits)
    if not math.isfinite(number):
        raise JsonError(f"The number “{digits[:80]}” is larger than any number here can be.")
    return number
