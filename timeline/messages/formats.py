"""What is said of files: those that are read, and those that are written."""

from collections.abc import Iterable, Sequence

from timeline.messages.grammar import count_with_noun

OTHER_VERSION = (
    "This was written by another version of this program. Open it with that version, or get the newest one."
)
NOT_A_LIST = "A list of entries belongs here. Nothing was taken from it."
TOO_LARGE = "This is larger than 20 MB. Split it into smaller files."
NO_SCHEMA = (
    'is JSON of another program, or its version is missing: a history begins with "schema": '
    '"attachment-timeline/1".'
)
NOT_KNOWN = (
    "is of no format that can be read here. A table (CSV) needs a first row with the names of its columns, "
    "among them “type”."
)
TOO_LARGE_JSON = "is larger than 20 MB, and JSON of another program or of none."
BROKEN_JSON = "looks like JSON, and cannot be read."

TOO_MANY_ROWS = "This table has more than {most:,} rows. Split it into smaller files."
NO_ROWS = "Under the names of the columns there is no row, so there is nothing to take."
ROW_OF_ANOTHER_TYPE = "Each row begins with its type."
OPEN_QUOTE = (
    "A quotation mark in this row is not closed, or one stands in the middle of a cell. The row is left out. "
    'Inside a cell in quotation marks, write each one twice: "".'
)
LONG_CELL = "A cell in this row is longer than 100,000 characters. The row is left out."
LIST_QUOTE = "The quotation marks in this list do not match. Nothing was taken from the cell."
NAMED_SPELL = "A spell needs the id of its relationship here, and a row of that relationship above it."


def columns_found(names: Sequence[str]) -> str:
    """The sentence for a first row that is not ours, "" where it is no row of a table."""
    if len(names) < 2:
        return ""
    shown = ", ".join(f"“{name.strip()[:40]}”" for name in names[:6])
    return f" This one begins with {shown}{' and more' if len(names) > 6 else ''}."


def short_row(cells: int, columns: int) -> str:
    """The sentence for a row with fewer cells than there are columns."""
    return (
        f"This row has {count_with_noun(cells, 'cell')}, and the table {columns} columns. "
        "What is missing is taken as empty."
    )


def long_row(cells: int, columns: int) -> str:
    """The sentence for a row with more cells than there are columns."""
    return (
        f"This row has {cells} cells, and the table {columns} columns. It is left out. "
        "Put quotation marks around a text with a comma in it."
    )


def doubled_column(name: str) -> str:
    """The sentence for a column that is named twice."""
    return f"Two columns are called “{name[:80]}”. Rename one of them; nothing was read."


def nothing_in_column(name: str, type_: str) -> str:
    """The sentence for a value in a column that rows of its type do not use."""
    return f"A row of type {type_} has nothing in the column “{name}”. What stands there is left out."


def cannot_write(ending: str, endings: Iterable[str]) -> str:
    """The sentence for an ending that no format writes."""
    there_are = ", ".join(endings)
    if not ending:
        return f"The name of the new file has to end with its format. There are: {there_are}."
    return f"There is no format “{ending[:80]}” to write. There are: {there_are}."


def not_in_a_table(kinds: Iterable[tuple[str, int]]) -> str:
    """The sentence for what a table does not hold, "" if the history has none of it."""
    parts = [f"{name} ({count})" if count > 1 else name for name, count in kinds]
    if not parts:
        return ""
    return f"A table does not hold everything. Left out of it: {', '.join(parts)}. A .json file holds it all."
