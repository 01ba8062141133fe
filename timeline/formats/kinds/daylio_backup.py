"""Daylio's backup: base64 of JSON, in a zip or (older) alone; words and day of each entry, to be placed.

`dayEntries` have `year`, `month` (from 0), `day`, `note_title`, `note`, `mood` and `tags` by number;
`customMoods` and `tags` name those. The code that locks Daylio (`pin`) and its settings are never looked at.
Read against the public tools github.com/charistas/daylio-scribe and github.com/chgio/femto-hopper, and the
description at joelotter.com/2022/01/30/daylio.html.
"""

import base64
import binascii
import re
from datetime import date
from typing import Any

from models.history import History
from models.reading import Reading
from timeline.formats.reading import strict_json
from timeline.formats.reading.diary import DiaryBuilder, stop_reading, strip_rich_text
from timeline.formats.reading.input_file import InputFile
from timeline.messages import diaries as say

NAME = "Daylio"
FILE_EXTENSION = "daylio"
write = None
_MOODS = {1: "rad", 2: "good", 3: "meh", 4: "bad", 5: "awful"}
"""What Daylio calls the moods it comes with, by `predefined_name_id`."""
_BASE64_OF_OBJECT = re.compile(r"\s*e[wyA]")
_LONG_BASE64 = re.compile(r"\s*ey[A-Za-z0-9+/]{60}")
_MARK = re.compile(r'"dayEntries"\s*:')


def is_of_format(given: InputFile) -> bool:
    """Whether it holds a backup: JSON in base64, as it is or in a zip, or that JSON itself."""
    return any(map(_is_backup, given.parts))


def _is_backup(part: InputFile) -> bool:
    if part.text.lstrip()[:1] == "{":
        return bool(_MARK.search(part.text))
    begins = _BASE64_OF_OBJECT if part.name.lower().endswith(".daylio") else _LONG_BASE64
    return bool(begins.match(part.text))


def read(given: InputFile, today: date) -> Reading:
    """The entries in it."""
    backup = next(filter(_is_backup, given.parts))
    try:
        is_json = backup.text.lstrip()[:1] == "{"
        text = backup.text if is_json else base64.b64decode(backup.text).decode("utf-8")
        tree = strict_json.loads(text)
    except strict_json.JsonError as error:
        return stop_reading(given.name, "", str(error))
    except (binascii.Error, ValueError):
        return stop_reading(given.name, "", say.NOT_DECODED)
    entries = tree.get("dayEntries") if isinstance(tree, dict) else None
    if not isinstance(tree, dict) or not isinstance(entries, list):
        return stop_reading(given.name, "dayEntries", say.ENTRIES_MISSING)
    moods, activities = _name_moods(tree.get("customMoods")), _name_activities(tree.get("tags"))
    diary = DiaryBuilder(given.name, NAME)
    for number, entry in enumerate(entries):
        _add_entry(diary, f"dayEntries[{number}]", entry, moods, activities)
    if given.zip_contents:
        diary.count_left_behind("file", given.zip_contents.others)
    return diary.build_reading(today)


def _name_moods(listed: Any) -> dict[int, str]:
    """What each mood is called, by its number."""
    names = {}
    for mood in _list_objects(listed):
        name, standard = mood.get("custom_name"), mood.get("predefined_name_id")
        called = name if isinstance(name, str) and name.strip() else _MOODS.get(_whole(standard), "")
        if called:
            names[_whole(mood.get("id"))] = called
    return names


def _name_activities(listed: Any) -> dict[int, str]:
    return {
        _whole(tag.get("id")): tag["name"]
        for tag in _list_objects(listed)
        if isinstance(tag.get("name"), str)
    }


def _add_entry(
    diary: DiaryBuilder, place: str, entry: Any, moods: dict[int, str], activities: dict[int, str]
) -> None:
    if not isinstance(entry, dict):
        diary.say_problem(place, "", say.NOT_AN_ENTRY)
        return
    mood = [moods.get(number, str(number))] if (number := _whole(entry.get("mood"))) > 0 else []
    listed = entry.get("tags") if isinstance(entry.get("tags"), list) else []
    done = [activities[number] for one in listed or () if (number := _whole(one)) in activities]
    diary.count_labels("mood", mood)
    diary.count_labels("activity", done)
    if isinstance(entry.get("assets"), list):
        diary.count_left_behind("attachment", len(entry["assets"]))
    told = [
        strip_rich_text(text) for name in ("note_title", "note") if isinstance(text := entry.get(name), str)
    ]
    words = "\n\n".join(filter(None, told))
    when = _read_day(entry)
    if words and when is None:
        diary.say_problem(place, "day", say.NO_DAY)
    own_id = repr((entry.get("id"), entry.get("datetime"), words))
    diary.add_entry(place, words, when, [*mood, *done], own_id)


def _read_day(entry: dict[str, Any]) -> str | None:
    """The day; None where there is none that can be."""
    year, month, day = (_whole(entry.get(name)) for name in ("year", "month", "day"))
    try:
        return date(year, month + 1, day).isoformat()
    except (ValueError, OverflowError):
        return None


def _whole(value: Any) -> int:
    """A whole number; -1 where it is none."""
    return value if isinstance(value, int) and not isinstance(value, bool) else -1


def _list_objects(listed: Any) -> list[dict[str, Any]]:
    return [one for one in listed if isinstance(one, dict)] if isinstance(listed, list) else []


def describe_left_out(_: History) -> str:
    """Nothing: it is only read."""
    return ""
