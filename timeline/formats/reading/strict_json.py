"""JSON read strictly: no doubled keys, no NaN, nothing endlessly nested, and a place for every mistake."""

import json
import math
from typing import NoReturn

from timeline.messages import formats as words
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
        raise JsonError(words.json_too_deep(MAX_DEPTH)) from None
    if is_nested_deeper(value, MAX_DEPTH + 1):  # the outermost stands inside none
        raise JsonError(words.json_too_deep(MAX_DEPTH))
    return value


def _explain_decode_error(error: json.JSONDecodeError, text: str) -> str:
    if error.pos >= len(text.rstrip()) or error.msg.startswith("Unterminated string"):
        return words.ENDS_TOO_EARLY
    if error.msg.startswith("Extra data"):
        return words.after_the_json(error.lineno, error.colno)
    return words.not_json(error.lineno, error.colno)


def _each_key_once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    told = dict(pairs)
    if len(told) < len(pairs):
        seen: set[str] = set()
        for key, _ in pairs:
            if key in seen:
                where = told.get("id")
                raise JsonError(words.doubled_field(key, where if isinstance(where, str) else None))
            seen.add(key)
    return told


def _no_constant(word: str) -> NoReturn:
    raise JsonError(words.no_number(word))


def _parse_int(digits: str) -> int:
    if len(digits) > _MAX_DIGITS:
        raise JsonError(words.long_number(len(digits)))
    return int(digits)


def _parse_float(digits: str) -> float:
    number = float(digits)
    if not math.isfinite(number):
        raise JsonError(words.huge_number(digits))
    return number
