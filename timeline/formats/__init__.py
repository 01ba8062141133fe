"""Files people bring and take away: one file per format, each told by its content, never by its ending."""

from collections.abc import Callable
from datetime import date
from typing import Protocol

from models.errors import UnknownFormat
from models.history import History
from models.reading import FileAnswers, Reading
from timeline.formats.kinds import (
    csv,
    day_one,
    daylio_backup,
    daylio_table,
    history_1,
    journey,
    own_json,
    written_diary,
)
from timeline.formats.reading import csv_rows as table
from timeline.formats.reading import strict_json
from timeline.formats.reading.input_file import InputFile
from timeline.messages import diaries as diary_words
from timeline.messages import formats as words


class Format(Protocol):
    """A file of this folder.

    Attributes:
        NAME: what it is called.
        FILE_EXTENSION: what a file in it ends with, without the dot.
    """

    @property
    def NAME(self) -> str: ...  # noqa: D102, N802

    @property
    def FILE_EXTENSION(self) -> str: ...  # noqa: D102, N802

    @property
    def write(self) -> Callable[[History], bytes] | None:
        """Makes the file of a history; None where the format is only read."""

    def is_of_format(self, given: InputFile) -> bool:
        """Whether the content is of this format, good or bad."""

    def read(self, given: InputFile, today: date) -> Reading:
        """The history in it, and every problem; never raises for what the file says."""

    def describe_left_out(self, history: History) -> str:
        """A sentence naming what of `history` the format does not hold; "" if it holds it all."""


FORMATS: tuple[Format, ...] = (
    own_json,
    history_1,
    csv,
    day_one,
    journey,
    daylio_table,
    daylio_backup,
    written_diary,
)


def read(name: str, content: bytes, today: date, answers: FileAnswers = FileAnswers()) -> Reading:  # noqa: B008 - a frozen value
    """What a file holds.

    Args:
        name: the file's name, for its problems.
        content: its bytes, which alone tell its format.
        today: the last day anything in it can have happened on.
        answers: what the person said of it.

    Raises:
        UnknownFormat: no format recognises it; the sentence says what it seems to be.
    """
    given = InputFile(name, content, answers)
    packed = [part for part in given.parts if part is not given and own_json.is_of_format(part)]
    if len(packed) > 1:
        raise UnknownFormat(f"“{name}” {diary_words.several_histories(len(packed))}")
    given = packed[0] if packed else given
    for form in FORMATS:
        if form.is_of_format(given):
            return form.read(given, today)
    raise UnknownFormat(f"“{name}” {_describe_unrecognised(given)}")


def name_format(name: str, content: bytes, answers: FileAnswers = FileAnswers()) -> str:  # noqa: B008 - a frozen value
    """What the format of a file is called; "" where none recognises it."""
    given = InputFile(name, content, answers)
    return next((form.NAME for form in FORMATS if form.is_of_format(given)), "")


def write(history: History, ending: str) -> bytes:
    """The history as a file with this ending.

    Raises:
        UnknownFormat: no format with that ending is written; the sentence names those that are.
    """
    made = _find_written_format(ending).write
    assert made is not None
    return made(history)


def describe_left_out(history: History, ending: str) -> str:
    """A sentence naming what of `history` a file with this ending does not hold; "" if it holds it all.

    Raises:
        UnknownFormat: as `write`.
    """
    return _find_written_format(ending).describe_left_out(history)


def _find_written_format(ending: str) -> Format:
    endings = {form.FILE_EXTENSION: form for form in reversed(FORMATS) if form.write}
    if ending not in endings:
        raise UnknownFormat(words.cannot_write(ending, reversed(endings)))
    return endings[ending]


def _describe_unrecognised(given: InputFile) -> str:
    """Why no format recognised it: a sentence without its subject."""
    if given.zip_contents and given.zip_contents.refusal:
        return given.zip_contents.refusal
    if given.unreadable_reason:
        return given.unreadable_reason
    if given.text.lstrip()[:1] in ("{", "["):
        if given.is_large:
            return words.TOO_LARGE_JSON
        try:
            strict_json.loads(given.text)
        except strict_json.JsonError as error:
            return f"{words.BROKEN_JSON} {error}"
        return words.NO_SCHEMA
    columns = [column for column in table.first_row(given.text) if column.strip()]
    return f"{words.NOT_KNOWN}{words.columns_found(columns)}"
