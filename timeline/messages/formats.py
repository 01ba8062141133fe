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
    "among them “type”, and a diary as text a day above its entries."
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


def unknown_encoding(encoding: str) -> str:
    """The sentence, without its subject, for letters no computer knows."""
    return _(
        "is to be read in the letters “{encoding}”, which are not known here. Try utf-8 or cp1252."
    ).format(encoding=encoding[:40])


def not_in_encoding(encoding: str) -> str:
    """The sentence, without its subject, for letters the file is not written in."""
    return _("is not written in the letters “{encoding}”. Try utf-8 or cp1252.").format(
        encoding=encoding[:40]
    )


def ask_about_letters(line: int, example: str) -> str:
    """The sentence for a table in letters that do not name themselves."""
    return _(
        "This is not in UTF-8: line {line} holds a letter in another encoding. In the letters of Windows "
        "(cp1252) it says {example}. If that is right, say so (--encoding cp1252); if not, save it again as "
        "“CSV UTF-8”. Nothing was taken from it yet."
    ).format(line=line, example=quote_text(example))


def settled_date_order(proof: str, *, day_first: bool) -> str:
    """How the dates of a table are read where one of them settles it."""
    says = (
        _(
            "{proof} can be one day only, so every date of this table is read day first. "
            "If not: --month-first."
        )
        if day_first
        else _(
            "{proof} can be one day only, so every date of this table is read month first. "
            "If not: --day-first."
        )
    )
    return says.format(proof=quote_text(proof))


def dotted_date_order(example: str, day: str) -> str:
    """How dates with dots are read where nothing else settles it."""
    return _(
        "Dates with dots are read day first: {example} is {day}. If that is wrong: --month-first."
    ).format(example=quote_text(example), day=day)


def two_date_orders(day_first: str, month_first: str) -> str:
    """The sentence for a table in which dates stand in two orders."""
    return _(
        "In this table {day_first} can only be day first and {month_first} only month first. A date that can "
        "be two days is left open: write the year first."
    ).format(day_first=quote_text(day_first), month_first=quote_text(month_first))


def excel_day_number(number: str, day: str) -> str:
    """The sentence for a date that a spreadsheet turned into its own count of days."""
    return _(
        "“{number}” looks like the number Excel keeps for a day, which would be {day}. It is left empty: "
        "show the column as dates there, or write {day}."
    ).format(number=number, day=day)


def two_of_one_name(name: str, left_out: Sequence[str]) -> str:
    """The sentence for a moment that names somebody by a name two people have."""
    says = _(
        "{name} is the name of more than one here, so this moment is kept among the entries still to be "
        "placed. To say whom you mean, give each an id and write that."
    ).format(name=quote_text(name[:80]))
    if not left_out:
        return says
    return _("{says} It is kept there without: {columns}.").format(says=says, columns=", ".join(left_out))


def near_name(name: str, other: str) -> str:
    """How a name was read that differs from the only one like it by an accent."""
    return _("{name} is read as {other}, who is the only one with a name like it.").format(
        name=quote_text(name[:80]), other=quote_text(other[:80])
    )


def count_to_place(count: int) -> str:
    """How many entries wait to be given a person."""
    return ngettext("To be placed: {n} entry.", "To be placed: {n} entries.", count)


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


EMPTY_FILE = N_("is empty.")
NO_TEXT = N_("holds neither text nor a table that can be read. A notebook is opened with --vault.")
UNMARKED_UTF16 = N_("is in UTF-16 without a mark that says so. Save it again with the encoding UTF-8.")
OTHER_KINDS = {
    "excel": N_("is an Excel workbook. Open it there, save it as “CSV UTF-8”, and give that file."),
    "zip": N_("is a zip archive. Take out the file you mean, and give that."),
    "gzip": N_("is compressed (gzip). Unpack it, and give the file inside."),
    "pdf": N_("is a PDF. There is no history to be read from it."),
    "database": N_("is a database of another program."),
}
"""Files that are known by their first bytes and hold no history, without the subject of the sentence."""
ENDS_TOO_EARLY = N_("This file ends too early: the last part of it is missing. Save or copy it again.")


def not_in_utf8(line: int) -> str:
    """The sentence, without its subject, for a letter in another encoding."""
    return _(
        "is not in UTF-8: line {line} holds a letter in another encoding. "
        "Save it again as “CSV UTF-8” or with the encoding UTF-8."
    ).format(line=line)


def json_too_deep(most: int) -> str:
    """The sentence for lists in lists without end."""
    return _("This JSON is nested too deeply: more than {most} lists or objects inside each other.").format(
        most=most
    )


def after_the_json(line: int, column: int) -> str:
    """The sentence for JSON with something behind it."""
    return _("Line {line}, column {column}: something stands after the end of the JSON.").format(
        line=line, column=column
    )


def not_json(line: int, column: int) -> str:
    """The sentence for what is no JSON."""
    return _(
        "Line {line}, column {column}: this is not JSON. Often a comma or a quotation mark "
        "is missing or too many just before."
    ).format(line=line, column=column)


def doubled_field(name: str, entry: str | None) -> str:
    """The sentence for a field that stands twice in an entry, which has an id or none."""
    if entry is None:
        return _("The field “{name}” stands there twice. Keep one of them.").format(name=name[:80])
    return _("The field “{name}” of the entry “{entry}” stands there twice. Keep one of them.").format(
        name=name[:80], entry=entry[:80]
    )


def no_number(word: str) -> str:
    """The sentence for NaN and infinity."""
    return _("“{word}” stands where a number should. Write a number, or leave the field out.").format(
        word=word
    )


def long_number(digits: int) -> str:
    """The sentence for a whole number of very many digits."""
    return _("A number of {digits:,} digits stands in it. No field here holds such a number.").format(
        digits=digits
    )


def huge_number(digits: str) -> str:
    """The sentence for a number that is as good as infinite."""
    return _("The number “{digits}” is larger than any number here can be.").format(digits=digits[:80])


translate_constants(__name__)
