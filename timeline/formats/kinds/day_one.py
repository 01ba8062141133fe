"""Day One: its JSON, alone or in its zip; each entry's words and the writer's own day, to be placed.

A journal is `{"metadata": …, "entries": [{"uuid", "creationDate", "timeZone", "text", …}]}`, the day in
universal time beside the name of a time zone, the text in Markdown with escaped signs. Read against the
public converter github.com/alxhslm/journey2dayone and the importer of github.com/jrnl-org/jrnl.
"""

import json
import re
from datetime import UTC, date, datetime
from typing import Any

from models.history import History
from models.reading import Reading
from timeline.formats.reading import strict_json
from timeline.formats.reading.diary import DiaryBuilder, find_local_day, stop_reading
from timeline.formats.reading.input_file import InputFile
from timeline.messages import diaries as say

NAME = "Day One"
FILE_EXTENSION = "json"
write = None
_MARKS = re.compile(r'"entries"\s*:'), re.compile(r'"creationDate"\s*:')
_ATTACHED = re.compile(r"!\[[^\[\]()]*\]\(dayone-moment:[^()\s]*\)")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+\-.!~>|])")
_LISTS: tuple[tuple[str, say.LeftBehind], ...] = (
    ("photos", "photo"),
    ("videos", "video"),
    ("audios", "recording"),
    ("pdfAttachments", "attachment"),
)
_SINGLES: tuple[tuple[str, say.LeftBehind], ...] = (
    ("location", "location"),
    ("weather", "weather"),
    ("music", "music"),
    ("userActivity", "movement"),
    ("starred", "star"),
)


def is_of_format(given: InputFile) -> bool:
    """Whether one of its files is a journal of Day One."""
    return any(map(_is_journal, given.parts))


def _is_journal(part: InputFile) -> bool:
    return part.text.lstrip()[:1] == "{" and all(mark.search(part.text) for mark in _MARKS)


def read(given: InputFile, today: date) -> Reading:
    """The entries of every journal in it."""
    diary = DiaryBuilder(given.name, NAME)
    for part in filter(_is_journal, given.parts):
        prefix = "" if part is given else f"{part.name}: "
        try:
            tree = strict_json.loads(part.text)
        except strict_json.JsonError as error:
            return stop_reading(given.name, "" if part is given else part.name, str(error))
        entries = tree.get("entries") if isinstance(tree, dict) else None
        if not isinstance(entries, list):
            return stop_reading(given.name, f"{prefix}entries", say.ENTRIES_MISSING)
        for number, entry in enumerate(entries):
            _add_entry(diary, f"{prefix}entries[{number}]", entry)
    return diary.build_reading(today)


def _add_entry(diary: DiaryBuilder, place: str, entry: Any) -> None:
    if not isinstance(entry, dict):
        diary.say_problem(place, "", say.NOT_AN_ENTRY)
        return
    for field, what in _LISTS:
        if isinstance(entry.get(field), list):
            diary.count_left_behind(what, len(entry[field]))
    for field, what in _SINGLES:
        if entry.get(field):
            diary.count_left_behind(what)
    listed = entry.get("tags")
    tags = [tag for tag in listed if isinstance(tag, str)] if isinstance(listed, list) else []
    diary.count_labels("tag", tags)
    words = _read_words(entry)
    when = _read_day(diary, place, entry) if words.strip() else None
    uuid = entry.get("uuid")
    diary.add_entry(place, words, when, tags, uuid if isinstance(uuid, str) else "")


def _read_words(entry: dict[str, Any]) -> str:
    """The text without its attachments; where there is none, that of the rich text."""
    text = entry.get("text")
    if isinstance(text, str):
        return _ESCAPED.sub(r"\1", _ATTACHED.sub("", text))
    try:
        rich = json.loads(entry.get("richText", ""))
        pieces = [piece.get("text") for piece in rich["contents"]]
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return ""
    return "".join(piece for piece in pieces if isinstance(piece, str))


def _read_day(diary: DiaryBuilder, place: str, entry: dict[str, Any]) -> str | None:
    """The writer's own day; None where there is none."""
    written, zone = entry.get("creationDate"), entry.get("timeZone")
    try:
        moment = datetime.fromisoformat(str(written))
    except ValueError:
        diary.say_problem(place, "creationDate", say.NO_DAY)
        return None
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    day = find_local_day(moment, zone if isinstance(zone, str) else "")
    if not day.is_sure:
        diary.say_problem(place, "timeZone", say.zone_not_known(str(zone or "")))
    return day.when or None


def describe_left_out(_: History) -> str:
    """Nothing: it is only read."""
    return ""
