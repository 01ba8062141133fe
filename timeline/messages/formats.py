"""What is said of files: those that are read, and those that are written."""

from collections.abc import Iterable, Sequence

from timeline.messages.grammar import quote_text
from timeline.messages.language import N_, _, ngettext, translate_constants
from timeline.messages.phrases import heading_with_count

NOT_A_LIST = N_("A list of entries belongs here. Nothing was taken from it.")
TOO_LARGE = N_("This is larger than 20 MB. Split it into smaller files.")
NO_SCHEMA = N_(
    'is JSON of another program, or its version is missing: a history begins with "schema": '
    '"attachment-timeline/2".'
)
NOT_KNOWN = N_(
    "is of no format that can be read here. A table (CSV) needs a first row with the names of its columns, "
    "among them “type”."
)
TOO_LARGE_JSON = N_("is larger than 20 MB, and JSON of another program or of none.")
BROKEN_JSON = N_("looks like JSON, and cannot be read.")

TOO_MANY_ROWS = N_("This table has more than {most:,} rows. Split it into smaller files.")
NO_ROWS = N_("Under the names of the columns there is no row, so there is nothing to take.")
ROW_OF_ANOTHER_TYPE = N_("Each row begins with its type.")
OPEN_QUOTE = N_(
    "A quotation mark in this row is not closed, or one stands in the middle of a cell. The row is left out. "
    'Inside a cell in quotation marks, write each one twice: "".'
)
LONG_CELL = N_("A cell in this row is longer than 100,000 characters. The row is left out.")
LIST_QUOTE = N_("The quotation marks in this list do not match. Nothing was taken from the cell.")
NAMED_SPELL = N_("A spell needs the id of its relationship here, and a row of that relationship above it.")


def columns_found(names: Sequence[str]) -> str:
    """The sentence for a first row that is not ours, "" where it is no row of a table."""
    if len(names) < 2:
        return ""
    shown = ", ".join(quote_text(name.strip()[:40]) for name in names[:6])
    if len(names) > 6:
        return _(" This one begins with {names} and more.").format(names=shown)
    return _(" This one begins with {names}.").format(names=shown)


def explain_other_version(version: str, ours: str, *, is_newer: bool) -> str:
    """The sentence for a history of our own in a version that is not read here."""
    says = (
        _(
            "This was written by a newer version of this program: it is {version}, and this one reads up to "
            "{ours}. Nothing was taken from it. Get the newest version of the program, and open it there."
        )
        if is_newer
        else _(
            "This is {version}, which this program does not know; it reads {ours} and what came before it. "
            "Nothing was taken from it. Save it again with the program that wrote it."
        )
    )
    return says.format(version=version[:80], ours=ours)


def short_row(cells: int, columns: int) -> str:
    """The sentence for a row with fewer cells than there are columns."""
    return ngettext(
        "This row has {n} cell, and the table {columns} columns. What is missing is taken as empty.",
        "This row has {n} cells, and the table {columns} columns. What is missing is taken as empty.",
        cells,
    ).format(columns=columns)


def long_row(cells: int, columns: int) -> str:
    """The sentence for a row with more cells than there are columns."""
    return _(
        "This row has {cells} cells, and the table {columns} columns. It is left "
        "out. Put quotation marks around a text with a comma in it."
    ).format(cells=cells, columns=columns)


def doubled_column(name: str) -> str:
    """The sentence for a column that is named twice."""
    return _("Two columns are called “{name}”. Rename one of them; nothing was read.").format(name=name[:80])


def nothing_in_column(name: str, type_: str) -> str:
    """The sentence for a value in a column that rows of its type do not use."""
    return _(
        "A row of type {type_} has nothing in the column “{name}”. What stands there is left out."
    ).format(type_=type_, name=name)


def cannot_write(ending: str, endings: Iterable[str]) -> str:
    """The sentence for an ending that no format writes."""
    there_are = ", ".join(endings)
    if not ending:
        return _("The name of the new file has to end with its format. There are: {endings}.").format(
            endings=there_are
        )
    return _("There is no format “{ending}” to write. There are: {endings}.").format(
        ending=ending[:80], endings=there_are
    )


def not_in_a_table(kinds: Iterable[tuple[str, int]]) -> str:
    """The sentence for what a table does not hold, "" if the history has none of it."""
    parts = [heading_with_count(name, count) if count > 1 else name for name, count in kinds]
    if not parts:
        return ""
    return _("A table does not hold everything. Left out of it: {kinds}. A .json file holds it all.").format(
        kinds=", ".join(parts)
    )


translate_constants(__name__)
