"""A line as it was typed → what it says, part by part."""

import re
import unicodedata
from typing import NamedTuple

from models.base import HEADLINE_MAX
from models.history import History
from timeline.formats.reading.dates.reader import DateReading, read_said_date
from timeline.formats.reading.dates.said import Speaker
from timeline.formats.reading.lines.line_reading import LineReading, OpenPart
from timeline.formats.reading.lines.names import NameTable, read_person
from timeline.formats.reading.lines.tags_and_strengths import take_tags
from timeline.messages import dates_as_said, entry_line

_BULLET = re.compile(r"\s*(?:[-*•–—>]+\s+(?:\[[ xX]?\]\s+)?|\d{1,3}[.)]\s+)")
_NUMBER_AND_MONTH = re.compile(r"\s*\d{1,2}\.\s+[^\W\d_]{3,9}\.?\s+\d{4}\b")
_HEADING = re.compile(r"\s*#{1,6}\s")
_SEPARATOR = re.compile(r"[\s,:;\t–—-]+")
_MAX_DATE_WORDS = 9
"""No date is said in more words: "from the beginning of June 2003 to August 2004"."""
_UNKNOWN_WHEN = re.compile(r"(?:.*\bwhen|unknown|no date|\?)", re.IGNORECASE)
_NOT_DATES = frozenset(
    {"once", "always", "never", "sometimes", "often", "then", "may", "march", "now", "one day"}
)
"""Words a sentence begins with; alone they are no date."""
_ALSO_WORDS = frozenset({"may", "march", "mar", "jan"})
"""Months that are words or names as well."""
_OWN_TIME = re.compile(r"(?:before|after|since|until|till|during|when|while|as an?)\b", re.IGNORECASE)
_DATE_INSIDE = re.compile(
    r"\b(?:(?:in|since|until|before|after|about|around|during) )?(?:(?:spring|summer|autumn|fall"
    r"|winter|january|february"
    r"|march|april|may|june|july|august|september|october|november|december),? (?:of )?)?(?:1[0-9]|20)\d\d\b"
    r"|\bwhen i was (?:about )?(?:\d{1,2}|[a-z]+teen|six|seven|eight|nine|ten|eleven|twelve|five|four"
    r"|three)\b"
    r"|\b(?:at )?age \d{1,2}\b|\b(?:yesterday|last (?:night|week|month|year|spring|summer|autumn|winter))\b"
    r"|\b(?:\d{1,2}|an?) (?:day|week|month|year)s? ago\b",
    re.IGNORECASE,
)
_I = re.compile(r"i(?:['’](?:d|ve|m|ll))?\b", re.IGNORECASE)


def read_lines(text: str, history: History, speaker: Speaker) -> tuple[LineReading, ...]:
    """Every line of a text that is a moment, in order; headings and empty lines are none."""
    names = NameTable(history.relationships)
    readings = (_read(line, history, speaker, names) for line in text.splitlines())
    return tuple(reading for reading in readings if reading is not None)


def read_line(line: str, history: History, speaker: Speaker) -> LineReading | None:
    """One line; None where it says nothing.

    Args:
        line: as it was typed.
        history: whose people and tags are meant.
        speaker: the day it is typed on, and what is known of who types it.
    """
    return _read(line, history, speaker, NameTable(history.relationships))


def _read(line: str, history: History, speaker: Speaker, names: NameTable) -> LineReading | None:
    line = unicodedata.normalize("NFC", line.replace("\ufeff", "")).strip()
    if _HEADING.match(line) or not re.search(r"\w|[^\x00-\x7f]", line):
        return None
    line, asked = _take_bullet(line, speaker)
    tagged = take_tags(line, history.vocabulary)
    date = _take_date(tagged.words, speaker, names)
    person = read_person(date.rest, names)
    words = person.words
    if date.reading is None and not asked and person.person:  # the name may stand before the date
        behind = _take_date(person.behind_name or words, speaker, names)
        if behind.reading and (behind.words or not person.behind_name):
            date, words = behind, behind.rest if behind.words else words
    asked += _ask_about_date(date.reading, words, speaker, has_date=bool(date.words or asked))
    headline, story = _cut_headline(words)
    if not headline:
        asked.append(OpenPart("headline", entry_line.headline_missing()))
    asked += [*person.open, *tagged.open]
    direction = tagged.direction or "received"
    if tagged.direction is None and _I.match(headline):
        asked.append(OpenPart("direction", entry_line.which_direction(), ("received", "given", "mutual")))
    parts = {part.part for part in asked}
    when = date.reading if date.reading and "when" not in parts else None
    chosen = [history.vocabulary[key] for key in (*tagged.tags, *tagged.own_tags)]
    return LineReading(
        line_text=line,
        when=when.when if when else None,
        span=when.span if when else None,
        when_words=date.words if when else "",
        person=person.person,
        new_person=person.new_person,
        headline=headline,
        story=story,
        tags=tuple(tagged.tags),
        own_tags=tuple(tagged.own_tags),
        unread=tuple(tagged.unread),
        intensity=tagged.intensity,
        intensity_now=tagged.now,
        direction=None if "direction" in parts else direction,
        is_headline_only=any(tag.headline_only for tag in chosen),
        open=tuple(asked),
    )


def _take_bullet(line: str, speaker: Speaker) -> tuple[str, list[OpenPart]]:
    """The line without a bullet or its number in a list; "7. June 2004" may be either, and is asked."""
    bullet = _BULLET.match(line)
    if not bullet:
        return line, []
    rest = line[bullet.end() :]
    day = _NUMBER_AND_MONTH.match(line)
    if not day:
        return rest, []
    words = day[0].strip()
    both = [read_said_date(one, speaker) for one in (words.replace(".", "", 1), words.partition(".")[2])]
    choices = tuple(one.when.as_written for one in both if one.when)
    return rest, [OpenPart("when", entry_line.list_or_day(words), choices)]


class _DateTaken(NamedTuple):
    """A date at the beginning of some words.

    Attributes:
        reading: what it says; None where no date stands there.
        words: the words that say it, "" where they are left in the line.
        rest: what is left.
    """

    reading: DateReading | None
    words: str
    rest: str


def _take_date(words: str, speaker: Speaker, names: NameTable) -> _DateTaken:
    """The longest beginning that is a date. One that cannot be kept stays where it stands, to be asked."""
    for one in reversed([*re.finditer(r"\S+", words)][:_MAX_DATE_WORDS]):
        beginning = words[: one.end()].rstrip(",:;–—-").strip()
        separator = _SEPARATOR.match(words, one.end())
        rest = words[separator.end() :] if separator else words[one.end() :]
        reading = read_said_date(beginning, speaker)
        if not reading.is_date or not _is_meant_as_date(beginning, rest, reading, names):
            continue
        if reading.when is None and not reading.choices:
            return _DateTaken(reading, "", words)
        return _ask_month_or_person(_DateTaken(reading, beginning, rest), speaker, names)
    return _DateTaken(_find_own_time(words), "", words)


def _is_meant_as_date(beginning: str, rest: str, reading: DateReading, names: NameTable) -> bool:
    """Whether what can be read as a date is meant as one: not "12 people", "June did not write", "may he"."""
    if beginning.isdigit() and len(beginning) < 4:
        return len(beginning) < 3 and rest[:1].isupper()
    if reading.when and reading.when.form == "unknown":
        return bool(_UNKNOWN_WHEN.fullmatch(beginning))
    return beginning.casefold() not in _NOT_DATES and not _is_name(beginning, names)


def _is_name(words: str, names: NameTable) -> bool:
    found = names.find_names(words)
    return len(found) == 1 and (found[0].start, found[0].end) == (0, len(words))


def _ask_month_or_person(taken: _DateTaken, speaker: Speaker, names: NameTable) -> _DateTaken:
    """The same; to be asked where its last word may belong to the sentence, as in "2006 June left"."""
    shorter, _, last = taken.words.rpartition(" ")
    if not shorter or not (_is_name(last, names) or last.casefold() in _ALSO_WORDS):
        return taken
    alone = read_said_date(shorter, speaker)
    if alone.when is None or taken.reading is None or taken.reading.when is None:
        return taken
    both = (taken.reading.when, alone.when)
    return _DateTaken(DateReading(None, choices=both, reason=entry_line.day_or_person(last)), "", taken.rest)


def _find_own_time(words: str) -> DateReading | None:
    """A beginning that tells a time only the person knows, or in a way that cannot be read."""
    if _OWN_TIME.match(words):
        return DateReading(None, reason=entry_line.when_only_you_know())
    segment = re.match(r"[^,:\t]{2,40}(?=[,:\t])", words)
    if segment and re.search(r"\d", segment[0]):
        return DateReading(None, reason=dates_as_said.no_date_words(segment[0]))
    return None


def _ask_about_date(date: DateReading | None, words: str, speaker: Speaker, has_date: bool) -> list[OpenPart]:
    """What is asked about the date: it cannot be read, can be several, or stands inside the sentence."""
    if date is not None and date.when is None:
        return [OpenPart("when", date.reason, tuple(one.as_written for one in date.choices))]
    if has_date:
        return []
    inside = _DATE_INSIDE.search(words)
    reading = read_said_date(inside[0], speaker) if inside else None
    if inside and reading and reading.when:
        return [OpenPart("when", entry_line.when_was_that(inside[0]), (reading.when.as_written,))]
    return []


def _cut_headline(words: str) -> tuple[str, str]:
    """The words as a headline; where they are too long, the first of them, and all of it as the story."""
    words = " ".join(words.replace("\t", " ").split())
    if len(words) <= HEADLINE_MAX:
        return words, ""
    cut = words[: HEADLINE_MAX - 1]
    return f"{cut[: cut.rfind(' ')] if ' ' in cut else cut}…", words
