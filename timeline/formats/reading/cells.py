"""What a cell of a table says: text, a date, a word, a number, a list; and how each is written into one."""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple

_FORMULA = re.compile(r"'*[=+\-@＝＋－＠\t\r\n]")
_GUARDED_FORMULA = re.compile(r"'+[=+\-@＝＋－＠\t\r\n]")
_YES = ("yes", "true", "x", "1", "ja", "oui", "sí", "si", "sim", "wahr", "vrai", "verdadero", "vero")
_NO = ("no", "false", "0", "nein", "non", "falsch", "faux", "falso")
_DIGITS = re.compile("[0-9]{1,4}")
_WITH_STRENGTH = re.compile(r"(.*\S)\s+([0-9]+)", re.DOTALL)


class CellFormat(NamedTuple):
    """How one field stands in a cell.

    Attributes:
        field: its name in the model.
        read: what the cell says, as a JSON value; None for nothing. Raises ValueError on a list whose
            quotation marks do not fit.
        write: the cell for a JSON value.
    """

    field: str
    read: Callable[[str], Any]
    write: Callable[[Any], str] = str


def text_cell(field: str) -> CellFormat:
    """Text as it was typed, spaces and all."""
    return CellFormat(field, unguard_formula, guard_formula)


def date_cell(field: str) -> CellFormat:
    """A date in the words it was written in."""

    def read(cell: str) -> Any:
        return unguard_formula(cell) if cell.strip() else None

    return CellFormat(field, read, guard_formula)


def day_cell(field: str) -> CellFormat:
    """A day of the calendar, year first; anything else is left for the model to refuse."""
    return CellFormat(field, lambda cell: unguard_formula(cell).strip() or None)


def choice_cell(field: str, known: Iterable[str]) -> CellFormat:
    """One of a few words, in any case; another one is left for the model to refuse."""
    by_folded = {word.casefold(): word for word in known}

    def read(cell: str) -> Any:
        said = " ".join(cell.replace("_", " ").split())
        return by_folded.get(said.casefold(), said) or None

    return CellFormat(field, read)


def number_cell(field: str) -> CellFormat:
    """A whole number in plain digits; anything else is left for the model to refuse."""
    return CellFormat(field, _number)


def yes_no_cell(field: str) -> CellFormat:
    """Yes or no; anything else is left for the model to refuse."""

    def read(cell: str) -> Any:
        said = cell.strip()
        return True if said.casefold() in _YES else False if said.casefold() in _NO else said or None

    return CellFormat(field, read, lambda value: "yes" if value else "")


def list_cell(field: str, separators: str = ";") -> CellFormat:
    """Several texts: one; two; "three; with a semicolon"."""

    def read(cell: str) -> Any:
        found = split_items(unguard_formula(cell), separators)
        if any(one.trailing_text for one in found):
            raise ValueError
        return [one.text for one in found] or None

    def write(value: Any) -> str:
        return guard_formula("; ".join(format_item(one, separators) for one in value))

    return CellFormat(field, read, write)


def wide_tags_cell(field: str) -> CellFormat:
    """Tags, each with its strength behind it: neglect 4; care."""

    def read(cell: str) -> Any:
        return [_wide_tag(one) for one in split_items(unguard_formula(cell), ";,")] or None

    def write(value: Any) -> str:
        return guard_formula("; ".join(map(_wide_item, value)))

    return CellFormat(field, read, write)


def _wide_tag(one: "ListItem") -> dict[str, Any]:
    tag, strength = one.text, one.trailing_text
    if strength is None and (found := _WITH_STRENGTH.fullmatch(one.text)):
        tag, strength = found.groups()
    return {"tag": tag, "intensity": _number(strength)} if strength else {"tag": tag}


def _wide_item(wide: Mapping[str, Any]) -> str:
    tag, strength = wide["tag"], wide.get("intensity")
    as_item = quote_item(tag) if _WITH_STRENGTH.fullmatch(tag) else format_item(tag, ";,")
    return f"{as_item} {strength}" if strength else as_item


def _number(cell: str) -> Any:
    digits = cell.strip()
    return int(digits) if _DIGITS.fullmatch(digits) else digits or None


def guard_formula(text: str) -> str:
    """`text` as a cell that no spreadsheet takes for a formula: with ' before it where it begins like one."""
    return f"'{text}" if _FORMULA.match(text) else text


def unguard_formula(cell: str) -> str:
    """The text of a cell: exactly what `guarded` put before it taken away."""
    return cell[1:] if _GUARDED_FORMULA.match(cell) else cell


class ListItem(NamedTuple):
    """One item of a list in a cell.

    Attributes:
        text: what it says.
        trailing_text: what stands behind its closing quotation mark; None if it has no quotation marks.
    """

    text: str
    trailing_text: str | None = None


def split_items(cell: str, separators: str = ";") -> list[ListItem]:
    """The list in a cell: one; two; "three; with a semicolon".

    Raises:
        ValueError: a quotation mark is not closed.
    """
    item = re.compile(
        rf'\s*+(?:"((?:[^"]|"")*)"([^{separators}"]*)|((?!")[^{separators}]*))(?:[{separators}]|\Z)'
    )
    found, at = [], 0
    while at < len(cell):
        match = item.match(cell, at)
        if not match:
            raise ValueError
        quoted, after, bare = match.groups()
        if quoted is not None:
            found.append(ListItem(quoted.replace('""', '"'), after.strip()))
        elif bare.strip():
            found.append(ListItem(bare.strip()))
        at = match.end()
    return found


def quote_item(text: str) -> str:
    """`text` as an item in quotation marks."""
    return '"' + text.replace('"', '""') + '"'


def format_item(text: str, special: str = ";") -> str:
    """`text` as an item: in quotation marks only where it would be read as something else without."""
    plain = text and text == text.strip() and not text.startswith('"') and not any(c in text for c in special)
    return text if plain else quote_item(text)
