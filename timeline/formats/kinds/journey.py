"""Journey: one JSON an entry, alone or in its zip; each entry's words and the writer's own day, to be placed.

An entry is `{"id", "date_journal", "timezone", "text", "type", "photos", …}`; the day counts thousandths
of a second, 1.797e308 stands for no place, and the text is HTML where `type` says so. Read against the public
readers github.com/k-robertson/journey-to-evernote and github.com/alxhslm/journey2dayone.
"""

import re
from datetime import date
from typing import Any

from models.history import History
from models.reading import Reading
from timeline.formats.reading import strict_json
from timeline.formats.reading.diary import (
    DiaryBuilder,
    find_local_day,
    read_milliseconds,
    stop_reading,
    strip_rich_text,
)
from timeline.formats.reading.input_file import InputFile
from timeline.messages import diaries as say

NAME = "Journey"
FILE_EXTENSION = "json"
write = None
_MARK = re.compile(r'"date_journal"\s*:')
_HIGHEST_LATITUDE = 90


def is_of_format(given: InputFile) -> bool:
    """Whether one of its files is an entry of Journey."""
    return any(map(_is_entry, given.parts))


def _is_entry(part: InputFile) -> bool:
    return part.text.lstrip()[:1] == "{" and bool(_MARK.search(part.text))


def read(given: InputFile, today: date) -> Reading:
    """Every entry in it; one that is damaged costs no other."""
    diary = DiaryBuilder(given.name, NAME)
    for part in filter(_is_entry, given.parts):
        place = "" if part is given else part.name
        try:
            entry = strict_json.loads(part.text)
        except strict_json.JsonError as error:
            if part is given:
                return stop_reading(given.name, "", str(error))
            diary.say_problem(place, "", str(error))
            continue
        _add_entry(diary, place, entry)
    return diary.build_reading(today)


def _add_entry(diary: DiaryBuilder, place: str, entry: Any) -> None:
    if not isinstance(entry, dict):
        diary.say_problem(place, "", say.NOT_AN_ENTRY)
        return
    if isinstance(entry.get("photos"), list):
        diary.count_left_behind("photo", len(entry["photos"]))
    if isinstance(entry.get("mood"), int | float) and entry["mood"]:
        diary.count_left_behind("mood")
    if isinstance(entry.get("sentiment"), int | float) and entry["sentiment"]:
        diary.count_left_behind("sentiment")
    latitude = entry.get("lat")
    if entry.get("address") or (isinstance(latitude, int | float) and abs(latitude) <= _HIGHEST_LATITUDE):
        diary.count_left_behind("location")
    weather = entry.get("weather")
    if isinstance(weather, dict) and weather.get("description"):
        diary.count_left_behind("weather")
    if entry.get("music_title"):
        diary.count_left_behind("music")
    if entry.get("favourite") is True:
        diary.count_left_behind("star")
    listed = entry.get("tags")
    tags = [tag for tag in listed if isinstance(tag, str)] if isinstance(listed, list) else []
    diary.count_labels("tag", tags)
    text = entry.get("text")
    is_html = entry.get("type") == "html"
    words = strip_rich_text(text, is_html=is_html) if isinstance(text, str) else ""
    when = _read_day(diary, place, entry) if words else None
    own_id = entry.get("id")
    diary.add_entry(place, words, when, tags, own_id if isinstance(own_id, str) else "")


def _read_day(diary: DiaryBuilder, place: str, entry: dict[str, Any]) -> str | None:
    """The writer's own day; None where there is none."""
    moment, zone = read_milliseconds(entry.get("date_journal")), entry.get("timezone")
    if moment is None:
        diary.say_problem(place, "date_journal", say.NO_DAY)
        return None
    day = find_local_day(moment, zone if isinstance(zone, str) else "")
    if not day.is_sure:
        diary.say_problem(place, "timezone", say.zone_not_known(str(zone or "")))
    return day.when or None


def describe_left_out(_: History) -> str:
    """Nothing: it is only read."""
    return ""
