"""Why a value was not taken, in plain words: what it is, what was expected, and the nearest that is known."""

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from typing import Any

from models.reading import quote_value

ENTRY_LEFT_OUT = "This entry is left out."
TAG_SET_TWICE = "This tag is set twice here. The first one is kept."
TAKEN_WITHOUT_TAG = "The entry is taken without it."
_MAX_NAMES_SHOWN = 3


def explain_validation_error(error: Mapping[str, Any]) -> str:
    """The sentence for one error as pydantic reports it.

    Args:
        error: an item of `ValidationError.errors()`.
    """
    kind, value, told = error["type"], error["input"], error.get("ctx", {})
    match kind:
        case "missing":
            return "This is missing, and the entry needs it."
        case "value_error":
            return str(told["error"])
        case "literal_error":
            return not_one_of(value, _split_choices(str(told["expected"])))
        case "greater_than_equal":
            return f"{_show_value(value)} is below {_number(told['ge'])}, where this scale begins."
        case "less_than_equal":
            return f"{_show_value(value)} is above {_number(told['le'])}, where this scale ends."
        case "too_long" | "string_too_long" if isinstance(value, str):
            return f"This is {len(value):,} characters long; it can have at most {told['max_length']:,}."
        case "too_long":
            return (
                f"This list has {told['actual_length']:,} items; it can have at most {told['max_length']:,}."
            )
        case "too_short" | "string_too_short":
            return "This is empty, and the entry needs it."
        case "extra_forbidden":
            return "This field is not known here. It is left out."
        case _:
            return f"{_show_value(value)} {_what_it_is_not(kind)}"


def unknown_fields(names: Iterable[str], known: Iterable[str]) -> str:
    """The sentence for fields that an entry, a file or a table does not have."""
    names = sorted(names)
    shown = ", ".join(quote_value(name) for name in names[:_MAX_NAMES_SHOWN])
    more = f" and {len(names) - _MAX_NAMES_SHOWN:,} more" if len(names) > _MAX_NAMES_SHOWN else ""
    if len(names) > 1:
        return f"{shown}{more} are not known here. What stands there is left out."
    return f"{shown} is not known here.{_nearest(names[0], known)} What stands there is left out."


def not_one_of(value: object, known: Iterable[str]) -> str:
    """The sentence for a word that is none of those expected."""
    known = [*known]
    return f"{_show_value(value)} is not one of: {', '.join(known)}.{_nearest(value, known)}"


def explain_duplicate_id(id_: str, first: str) -> str:
    """The sentence for an id that another entry has already."""
    return (
        f"The id {quote_value(id_)} belongs to {_name_place(first)} already. {ENTRY_LEFT_OUT} "
        f"Give it another id."
    )


def explain_second_single(first: str) -> str:
    """The sentence for a second entry where a history has one."""
    return f"There is one already: {_name_place(first)}. {ENTRY_LEFT_OUT}"


def explain_default(other: str) -> str:
    """The sentence for what stands in for a value the entry needs."""
    return f"It is taken as {quote_value(other)} for now."


def explain_stand_in(id_: str, moments: int) -> str:
    """The sentence for a relationship that moments name and the file does not have."""
    kept = "this moment is" if moments == 1 else f"{moments:,} moments that name it are"
    return (
        f"No relationship in this file has the id {quote_value(id_)}; {kept} kept under that "
        f"name, as “other”."
    )


def too_long_for_a_headline(length: int, limit: int) -> str:
    """The sentence for a headline whose first words are kept as headline, and all of it as story."""
    return (
        f"This is {length:,} characters long; a headline has at most {limit}. Its first words are the "
        "headline now, and all of it begins the story."
    )


def in_the_future(written: str) -> str:
    """The sentence for a date that has not come yet."""
    return f"{quote_value(written)} has not come yet. Check the year."


def _name_place(place: str) -> str:
    return f"row {place}" if place.isdigit() else place


def _what_it_is_not(kind: str) -> str:
    if kind.startswith(("int", "float")):
        return "is not a whole number written with the digits 0 to 9."
    if kind.startswith("bool"):
        return "is neither yes nor no (true or false)."
    if kind.startswith("date"):
        return "is not a day. Write it like 2024-05-31."
    if kind.startswith("string"):
        return "is not text."
    if kind.startswith(("tuple", "list")):
        return "is not a list."
    if kind.startswith(("model", "dict")):
        return "is not an entry with named fields."
    return "does not fit here."


def _show_value(value: object) -> str:
    if isinstance(value, dict):
        return "A group of fields"
    if isinstance(value, list):
        return "A list"
    if value is None:
        return "An empty value"
    return quote_value({True: "true", False: "false"}[value] if isinstance(value, bool) else value)


def _number(bound: float) -> str:
    return f"{bound:g}"


def _split_choices(listed: str) -> list[str]:
    """The words in pydantic's list: 'a', 'b' or 'c'."""
    return listed.strip("'").replace("' or '", "', '").split("', '")


def _nearest(value: object, known: Iterable[str]) -> str:
    near = get_close_matches(str(value)[:200].casefold(), [*known], n=1, cutoff=0.6)
    return f" Nearest: {near[0]}." if near else ""
