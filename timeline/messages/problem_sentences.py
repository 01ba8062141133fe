"""Why a value was not taken, in plain words: what it is, what was expected, and the nearest that is known."""

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from typing import Any

from models.errors import TimelineError
from models.reading import quote_value
from timeline.messages.language import N_, _, ngettext, translate_constants

ENTRY_LEFT_OUT = N_("This entry is left out.")
TAG_SET_TWICE = N_("This tag is set twice here. The first one is kept.")
TAKEN_WITHOUT_TAG = N_("The entry is taken without it.")
_MAX_NAMES_SHOWN = 3
_OUR_WORDS = ("how", "what", "name")
"""What is filled into an error in words of ours, not of the person."""


def explain_validation_error(error: Mapping[str, Any]) -> str:
    """The sentence for one error as pydantic reports it.

    Args:
        error: an item of `ValidationError.errors()`.
    """
    kind, value, told = error["type"], error["input"], error.get("ctx", {})
    match kind:
        case "missing":
            return _("This is missing, and the entry needs it.")
        case "value_error":
            return explain_error(told["error"])
        case "literal_error":
            return not_one_of(value, _split_choices(str(told["expected"])))
        case "greater_than_equal":
            return _("{value} is below {bound}, where this scale begins.").format(
                value=_show_value(value), bound=_number(told["ge"])
            )
        case "less_than_equal":
            return _("{value} is above {bound}, where this scale ends.").format(
                value=_show_value(value), bound=_number(told["le"])
            )
        case "too_long" | "string_too_long" if isinstance(value, str):
            return _("This is {length:,} characters long; it can have at most {limit:,}.").format(
                length=len(value), limit=told["max_length"]
            )
        case "too_long":
            return _("This list has {length:,} items; it can have at most {limit:,}.").format(
                length=told["actual_length"], limit=told["max_length"]
            )
        case "too_short" | "string_too_short":
            return _("This is empty, and the entry needs it.")
        case "extra_forbidden":
            return _("This field is not known here. It is left out.")
        case _:
            return _what_it_is_not(kind).format(value=_show_value(value))


def explain_error(error: Exception) -> str:
    """The sentence of an error of ours; of another, its own words."""
    if not isinstance(error, TimelineError):
        return str(error)
    ours = {name: _(str(value)) for name, value in error.values.items() if name in _OUR_WORDS}
    return _(error.key).format(**error.values | ours) if error.values else _(error.key)


def unknown_fields(names: Iterable[str], known: Iterable[str]) -> str:
    """The sentence for fields that an entry, a file or a table does not have."""
    names = sorted(names)
    shown = ", ".join(quote_value(name) for name in names[:_MAX_NAMES_SHOWN])
    if len(names) > _MAX_NAMES_SHOWN:
        shown = _("{names} and {count:,} more").format(names=shown, count=len(names) - _MAX_NAMES_SHOWN)
    if len(names) > 1:
        return _("{names} are not known here. What stands there is left out.").format(names=shown)
    return _("{name} is not known here.{nearest} What stands there is left out.").format(
        name=shown, nearest=_nearest(names[0], known)
    )


def not_one_of(value: object, known: Iterable[str]) -> str:
    """The sentence for a word that is none of those expected."""
    known = [*known]
    return _("{value} is not one of: {known}.{nearest}").format(
        value=_show_value(value), known=", ".join(known), nearest=_nearest(value, known)
    )


def explain_duplicate_id(id_: str, first: str) -> str:
    """The sentence for an id that another entry has already."""
    return _("The id {id} belongs to {place} already. {left_out} Give it another id.").format(
        id=quote_value(id_), place=_name_place(first), left_out=_(ENTRY_LEFT_OUT)
    )


def explain_second_single(first: str) -> str:
    """The sentence for a second entry where a history has one."""
    return _("There is one already: {place}. {left_out}").format(
        place=_name_place(first), left_out=_(ENTRY_LEFT_OUT)
    )


def explain_default(other: str) -> str:
    """The sentence for what stands in for a value the entry needs."""
    return _("It is taken as {value} for now.").format(value=quote_value(other))


def explain_stand_in(id_: str, moments: int) -> str:
    """The sentence for a relationship that moments name and the file does not have."""
    if moments == 1:
        return _(
            "No relationship in this file has the id {id}; this moment is kept under that name, as “other”."
        ).format(id=quote_value(id_))
    return ngettext(
        "No relationship in this file has the id {id}; {n} moment that names it is kept under that "
        "name, as “other”.",
        "No relationship in this file has the id {id}; {n} moments that name it are kept under that "
        "name, as “other”.",
        moments,
    ).format(id=quote_value(id_))


def too_long_for_a_headline(length: int, limit: int) -> str:
    """The sentence for a headline whose first words are kept as headline, and all of it as story."""
    return _(
        "This is {length:,} characters long; a headline has at most {limit}. Its "
        "first words are the headline now, and all of it begins the story."
    ).format(length=length, limit=limit)


def in_the_future(written: str) -> str:
    """The sentence for a date that has not come yet."""
    return _("{written} has not come yet. Check the year.").format(written=quote_value(written))


def _name_place(place: str) -> str:
    return _("row {place}").format(place=place) if place.isdigit() else place


def _what_it_is_not(kind: str) -> str:
    if kind.startswith(("int", "float")):
        return _("{value} is not a whole number written with the digits 0 to 9.")
    if kind.startswith("bool"):
        return _("{value} is neither yes nor no (true or false).")
    if kind.startswith("date"):
        return _("{value} is not a day. Write it like 2024-05-31.")
    if kind.startswith("string"):
        return _("{value} is not text.")
    if kind.startswith(("tuple", "list")):
        return _("{value} is not a list.")
    if kind.startswith(("model", "dict")):
        return _("{value} is not an entry with named fields.")
    return _("{value} does not fit here.")


def _show_value(value: object) -> str:
    if isinstance(value, dict):
        return _("A group of fields")
    if isinstance(value, list):
        return _("A list")
    if value is None:
        return _("An empty value")
    return quote_value({True: "true", False: "false"}[value] if isinstance(value, bool) else value)


def _number(bound: float) -> str:
    return f"{bound:g}"


def _split_choices(listed: str) -> list[str]:
    """The words in pydantic's list: 'a', 'b' or 'c'."""
    return listed.strip("'").replace("' or '", "', '").split("', '")


def before_birth_notice(headline: str, when: str) -> str:
    """A moment that is dated before the writer's birth."""
    return _(
        "Notice: “{headline}” ({when}) lies before the birth date, so it is in no picture. "
        "If one of the two dates is a slip, correct it."
    ).format(headline=headline, when=when)


def _nearest(value: object, known: Iterable[str]) -> str:
    near = get_close_matches(str(value)[:200].casefold(), [*known], n=1, cutoff=0.6)
    return _(" Nearest: {word}.").format(word=near[0]) if near else ""


translate_constants(__name__)
