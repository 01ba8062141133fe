"""CSV as people and spreadsheets write it; rows are counted as they are shown there."""

import csv
import io
import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

MAX_ROWS = 20_000
_LONGEST_CELL = 100_000
_BROKEN_ROWS = 20  # more, and it is no table

_HINT = re.compile(r"\s*sep=(.)[ \t]*(?:\r\n|\r|\n)", re.IGNORECASE)
_SEPARATORS = ",;\t|"
_QUOTED = re.compile(r'"[^"]*"')
_FORMULA = re.compile(r"'*[=+\-@＝＋－＠\t\r\n]")
_GUARDED = re.compile(r"'+[=+\-@＝＋－＠\t\r\n]")


class Row(NamedTuple):
    """One row.

    Attributes:
        number: as a spreadsheet shows it; the names of the columns are 1.
        cells: as written.
        broken: "quote" or "long" where it cannot be read; "" where it can.
    """

    number: int
    cells: list[str]
    broken: str = ""


def rows(text: str) -> Iterator[Row]:
    """The rows of `text`, blank ones left out; a broken one costs only the line it begins on."""
    hint = _HINT.match(text)
    if hint:
        text = text[hint.end() :]
    lines = list(io.StringIO(text, newline=""))
    separator = hint[1] if hint else _separator(next((line for line in lines if line.strip()), ""))
    number = start = broken = 0
    while start < len(lines):
        reader = csv.reader(islice(lines, start, None), delimiter=separator, strict=True)
        read = 0
        try:
            for cells in reader:
                number, read = number + 1, reader.line_num
                if any(map(str.strip, cells)):
                    yield Row(number, cells)
            return
        except csv.Error:
            number, broken = number + 1, broken + 1
            bad = lines[start + read]
            yield Row(number, [], "long" if len(bad) > _LONGEST_CELL else "quote")
            if broken > _BROKEN_ROWS:
                return
            start += read + 1


def first_row(text: str) -> list[str]:
    """The names of the columns as written; [] if there is no row."""
    return next((row.cells for row in rows(text[:_LONGEST_CELL])), [])


def column_name(written: str) -> str:
    """A column's name as it is compared: "On my mind " and "on_my_mind" are one."""
    return "_".join(written.casefold().replace("-", " ").replace("_", " ").split())


def _separator(line: str) -> str:
    bare = _QUOTED.sub("", line)
    return max(_SEPARATORS, key=bare.count)


# -- cells -----------------------------------------------------------------------------------------------


def guarded(text: str) -> str:
    """`text` as a cell that no spreadsheet takes for a formula: with ' before it where it begins like one."""
    return f"'{text}" if _FORMULA.match(text) else text


def unguarded(cell: str) -> str:
    """The text of a cell: exactly what `guarded` put before it taken away."""
    return cell[1:] if _GUARDED.match(cell) else cell


class Item(NamedTuple):
    """One item of a list in a cell.

    Attributes:
        text: what it says.
        after: what stands behind its closing quotation mark; None if it has no quotation marks.
    """

    text: str
    after: str | None = None


def items(cell: str, separators: str = ";") -> list[Item]:
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
            found.append(Item(quoted.replace('""', '"'), after.strip()))
        elif bare.strip():
            found.append(Item(bare.strip()))
        at = match.end()
    return found


def quoted(text: str) -> str:
    """`text` as an item in quotation marks."""
    return '"' + text.replace('"', '""') + '"'


def item(text: str, special: str = ";") -> str:
    """`text` as an item: in quotation marks only where it would be read as something else without."""
    plain = text and text == text.strip() and not text.startswith('"') and not any(c in text for c in special)
    return text if plain else quoted(text)
