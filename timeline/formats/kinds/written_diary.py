"""A diary as text or Markdown, one file or a folder in a zip: each entry's words and its day, to be placed.

A day stands in a heading, alone on a line, before the words of a line (`2001-03-20: the letter`), in the
front matter of a Markdown file, or in its name. A date in the middle of a sentence is no day of an entry, and
neither is the date of a file. Front matter is read as Jekyll describes it (jekyllrb.com/docs/front-matter); a
list of `- 2018-11-01: …` is that of github.com/JacobEvelyn/friends.
"""

import re
from datetime import date
from pathlib import PurePosixPath

from models.dates import When
from models.history import History
from models.reading import FileQuestion, Reading
from timeline.formats.reading.dated_text import (
    TextEntry,
    has_dated_entry,
    read_plain_date,
    split_entries,
    split_front_matter,
)
from timeline.formats.reading.dates.said import Speaker
from timeline.formats.reading.diary import DiaryBuilder, stop_reading
from timeline.formats.reading.input_file import InputFile
from timeline.messages import diaries as say
from timeline.messages import formats as words

NAME = "a diary"
FILE_EXTENSION = "md"
write = None
_TEXTS = (".md", ".markdown", ".txt")
_OF_ANOTHER_KIND = re.compile(r"\s*(?:[{<]|\[\s*[\[{\"\]]|0 HEAD\b|BEGIN:)")
_DAY_IN_NAME = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?![0-9])")
_FAR_FUTURE = date(9999, 1, 1)  # a day that has not come is a day all the same; it is told when it is read


def is_of_format(given: InputFile) -> bool:
    """Whether it is text with a day over an entry, or a folder of texts one of which has a day."""
    texts = _list_texts(given)
    return any(_has_day(part) for part in texts)


def _list_texts(given: InputFile) -> list[InputFile]:
    if given.zip_contents is None:
        return [given]
    return [part for part in given.parts if part.name.lower().endswith(_TEXTS)]


def _has_day(part: InputFile) -> bool:
    if not part.text or part.is_large or _OF_ANOTHER_KIND.match(part.text):
        return False
    front = split_front_matter(part.text)
    return bool(front.day or _day_in_name(part.name)) or has_dated_entry(front.rest, _FAR_FUTURE)


def read(given: InputFile, today: date) -> Reading:
    """The entries in it."""
    diary = DiaryBuilder(given.name, NAME)
    for part in _list_texts(given):
        is_whole = part is given
        if part.unreadable_reason or part.is_large:
            reason = part.unreadable_reason or words.TOO_LARGE
            if is_whole:
                return stop_reading(given.name, "", reason)
            diary.say_problem(part.name, "", f"“{part.name}” {reason}" if part.unreadable_reason else reason)
            continue
        _read_text(diary, part, today, "" if is_whole else part.name)
    if given.zip_contents:
        others = len(given.parts) - len(_list_texts(given)) + given.zip_contents.others
        diary.count_left_behind("file", others)
    return diary.build_reading(today)


def _read_text(diary: DiaryBuilder, part: InputFile, today: date, file: str) -> None:
    front = split_front_matter(part.text)
    diary.count_left_behind("heading line", front.others)
    own_day = _read_own_day(diary, part, front.day, today, file)
    entries = split_entries(front.rest, today, part.answers.day_first)
    if not entries:
        diary.add_entry(file, "", None)
    for entry in entries:
        line = str(entry.line + front.length)
        place = f"{file}: {line}" if file else line
        if entry.open_reading:
            _say_open_date(diary, place, entry)
        when = entry.when if entry.when is not None or entry.open_reading else own_day
        diary.add_entry(place, entry.words, when)


def _read_own_day(diary: DiaryBuilder, part: InputFile, front: str, today: date, file: str) -> str | None:
    """The day of a file as a whole: that of its front matter, else that in its name."""
    if front:
        reading = read_plain_date(front, Speaker(today, day_first=part.answers.day_first))
        if reading and reading.when is not None:
            return reading.when.as_written
        diary.say_problem(file, "date", say.NO_DAY)
        return None
    return _day_in_name(part.name) or None


def _day_in_name(name: str) -> str:
    found = _DAY_IN_NAME.match(PurePosixPath(name).name)
    if not found:
        return ""
    try:
        return When(found[1]).as_written
    except ValueError:
        return ""


def _say_open_date(diary: DiaryBuilder, place: str, entry: TextEntry) -> None:
    """Say why the date above an entry is open, and what could be answered."""
    assert entry.open_reading is not None
    choices = tuple(choice.as_written for choice in entry.open_reading.choices)
    question = FileQuestion("day_first", choices) if len(choices) == 2 else None
    diary.say_problem(place, "", say.date_kept_in_words(entry.open_reading.reason), question)


def describe_left_out(_: History) -> str:
    """Nothing: it is only read."""
    return ""
