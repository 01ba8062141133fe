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
_QUOTED_TEXT = re.compile(r'"[^"]*"')


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


def read_rows(text: str) -> Iterator[Row]:
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
    return next((row.cells for row in read_rows(text[:_LONGEST_CELL])), [])


def column_name(written: str) -> str:
    """A column's name as it is compared: "On my mind " and "on_my_mind" are one."""
    return "_".join(written.casefold().replace("-", " ").replace("_", " ").split())


def _separator(line: str) -> str:
    bare = _QUOTED_TEXT.sub("", line)
    return max(_SEPARATORS, key=bare.count)
