"""Daylio's table (CSV): the words and the day of each entry, to be placed; mood and activities stand beside.

Its columns are `full_date, date, weekday, time, mood, activities, note_title, note`, activities with `|`
between them; older ones have `year` and `date`. Read against the public parser
github.com/MichaelCurrin/daylio-csv-parser, whose samples the tests read too.
"""

from datetime import date

from models.history import History
from models.reading import Reading
from timeline.formats.reading import csv_rows as table
from timeline.formats.reading.diary import DiaryBuilder, stop_reading, strip_rich_text
from timeline.formats.reading.input_file import InputFile
from timeline.messages import formats as words
from timeline.messages import problem_sentences as says

NAME = "Daylio"
FILE_EXTENSION = "csv"
write = None
_TOLD = {"mood", "activities", "note", "note_title"}
_COLUMNS = {*_TOLD, "full_date", "date", "year", "weekday", "time"}
_DATES = ({"full_date"}, {"date", "year"})


def is_of_format(given: InputFile) -> bool:
    """Whether the first row of one of its files names Daylio's columns."""
    return any(map(_is_table, given.parts))


def _is_table(part: InputFile) -> bool:
    names = {table.column_name(name) for name in table.first_row(part.text)}
    return "type" not in names and len(names & _TOLD) > 1 and any(dates <= names for dates in _DATES)


def read(given: InputFile, today: date) -> Reading:
    """The entries in it."""
    diary = DiaryBuilder(given.name, NAME)
    for part in filter(_is_table, given.parts):
        if part.is_large:
            return stop_reading(given.name, "", words.TOO_LARGE)
        _read_table(diary, part, "" if part is given else f"{part.name}: ")
    return diary.build_reading(today)


def _read_table(diary: DiaryBuilder, part: InputFile, prefix: str) -> None:
    rows = table.read_rows(part.text)
    names = [table.column_name(name) for name in next(rows).cells]
    if unknown := [name for name in names if name and name not in _COLUMNS]:
        diary.say_problem(f"{prefix}1", "", says.unknown_fields(unknown, _COLUMNS))
    for row in rows:
        place = f"{prefix}{row.number}"
        if row.number > table.MAX_ROWS + 1:
            diary.say_problem(place, "", words.TOO_MANY_ROWS.format(most=table.MAX_ROWS))
            return
        if row.broken:
            diary.say_problem(place, "", words.LONG_CELL if row.broken == "long" else words.OPEN_QUOTE)
            continue
        _add_row(diary, place, dict(zip(names, row.cells, strict=False)))


def _add_row(diary: DiaryBuilder, place: str, cells: dict[str, str]) -> None:
    mood = [cells["mood"].strip()] if cells.get("mood", "").strip() else []
    activities = [one.strip() for one in cells.get("activities", "").split("|") if one.strip()]
    diary.count_labels("mood", mood)
    diary.count_labels("activity", activities)
    told = (strip_rich_text(cells.get(name, "")) for name in ("note_title", "note"))
    when = cells.get("full_date", "").strip() or f"{cells.get('date', '')} {cells.get('year', '')}".strip()
    written_at = repr((when, cells.get("time", ""))) + "\n".join(
        cells.get(n, "") for n in ("note_title", "note")
    )
    diary.add_entry(place, "\n\n".join(filter(None, told)), when or None, [*mood, *activities], written_at)


def describe_left_out(_: History) -> str:
    """Nothing: it is only read."""
    return ""
