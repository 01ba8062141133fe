"""A text cut into entries at the days above or before them; a date inside a sentence cuts nothing."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from models.dates import When
from timeline.formats.reading.date_order import settle_date_order
from timeline.formats.reading.dates.reader import DateReading, read_said_date
from timeline.formats.reading.dates.said import Speaker

_LONGEST_DATE = 40
_INLINE_LEVEL = 7  # any heading ends what follows a date on its own line
_HEADING = re.compile(r"(#{1,6})[ \t]+(\S.*)")
_INLINE = re.compile(r"(?:[-*•][ \t]+)?([^:\t–—]{6,40}?)[ \t]*(?::[ \t]|\t|[ \t][-–—][ \t])[ \t]*(\S.*)")
_LOOKS_LIKE_DATE = re.compile(r"(?=.{4,40}$)(?=.*[0-9]{4}).*")
_NAMES_A_DAY = re.compile(r"[0-9]{4}.*[0-9]|[0-9].*[0-9]{4}")
_FRONT_MATTER = re.compile(r"---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_FRONT_DATES = ("date", "created", "day")
_WITH_TIME = re.compile(
    r"\[?([0-9]{4}-[0-9]{2}-[0-9]{2})[T ][0-9:.]{4,15}(?:[+-][0-9:]{4,5}|Z| ?[ap]\.?m\.?)?\]?", re.I
)


@dataclass
class TextEntry:
    """One entry of a text.

    Attributes:
        line: the line it begins on, from 1.
        when: the date as it is kept; None where there is none, or it is open.
        lines: its words.
        level: the level of the heading it stands under; 0 under none.
        open_reading: the date above it that cannot be taken as it stands.
    """

    line: int
    when: str | None = None
    lines: list[str] = field(default_factory=list)
    level: int = 0
    open_reading: DateReading | None = None

    @property
    def words(self) -> str:
        """Its words, with the lines as they were."""
        return "\n".join(self.lines).strip()

    @property
    def is_bare(self) -> bool:
        """Whether it has no words: under a day none at all, elsewhere nothing but headings."""
        lines = [line.strip() for line in self.lines if line.strip()]
        if self.open_reading is not None:
            return len(lines) < 2  # the date that is open stands among them
        return not lines if self.when is not None else all(map(_HEADING.fullmatch, lines))


class FrontMatter(NamedTuple):
    """What stands above the words of a Markdown file, between lines of three dashes.

    Attributes:
        day: the date in it, "" where there is none.
        others: how many other lines it has.
        length: how many lines it takes up.
        rest: the words below it.
    """

    day: str
    others: int
    length: int
    rest: str


def split_front_matter(text: str) -> FrontMatter:
    """The front matter of a text, and what stands below it."""
    found = _FRONT_MATTER.match(text) if text.startswith("---") else None
    if not found:
        return FrontMatter("", 0, 0, text)
    lines = [line.partition(":") for line in found[1].splitlines() if line.strip()]
    days = [value.strip(" \t\"'") for key, _, value in lines if key.strip().lower() in _FRONT_DATES]
    day = next(filter(None, days), "")
    return FrontMatter(day, len(lines) - bool(day), found[0].count("\n"), text[found.end() :])


def split_entries(text: str, today: date, day_first: bool | None) -> list[TextEntry]:
    """The entries of a text, in its order; what stands above the first day is one without a day.

    Args:
        text: the whole.
        today: the last day anything can have happened on.
        day_first: whether the person said that the day comes first.
    """
    lines = text.splitlines()
    order = settle_date_order(_list_date_texts(lines), day_first)
    speaker = Speaker(today, day_first=order.day_first)
    entries = [TextEntry(1)]
    blank = True
    for number, line in enumerate(lines, 1):
        begun = _begin_entry(number, line.strip(), speaker, after_blank=blank)
        heading = _HEADING.fullmatch(line.strip())
        if begun:
            entries.append(begun)
        elif heading and len(heading[1]) <= entries[-1].level:
            entries.append(TextEntry(number, lines=[line]))
        else:
            entries[-1].lines.append(line)
        blank = not line.strip()
    return [entry for entry in entries if not entry.is_bare]


def has_dated_entry(text: str, today: date) -> bool:
    """Whether a text has a day above or before an entry; read no further than the first."""
    lines = text.splitlines()
    blank_before = (not line.strip() for line in ["", *lines])
    return any(
        _begin_entry(number, line.strip(), Speaker(today), after_blank=blank)
        for number, (line, blank) in enumerate(zip(lines, blank_before, strict=False), 1)
    )


@lru_cache(maxsize=4096)
def read_plain_date(phrase: str, speaker: Speaker) -> DateReading | None:
    """The date a phrase is, kept or open; None where it is none, or needs to know who speaks when."""
    phrase = phrase.strip().rstrip(":").strip()
    if timed := _WITH_TIME.fullmatch(phrase):
        phrase = timed[1]
    if not _LOOKS_LIKE_DATE.fullmatch(phrase):
        return None
    reading = read_said_date(phrase, speaker)
    return reading if reading.is_date or reading.choices else None


def _begin_entry(number: int, line: str, speaker: Speaker, *, after_blank: bool) -> TextEntry | None:
    """The entry that begins on this line; None where it goes on with what is there."""
    if not line or not any(one.isdigit() for one in line[: _LONGEST_DATE + 10]):
        return None
    if heading := _HEADING.fullmatch(line):
        if reading := read_plain_date(heading[2].rstrip("# "), speaker):
            return _make_entry(number, reading, line, [], len(heading[1]))
        return None
    if after_blank and (reading := read_plain_date(line, speaker)):
        return _make_entry(number, reading, line, [], 0)
    inline = _INLINE.fullmatch(line)
    if inline and _NAMES_A_DAY.search(inline[1]) and (reading := read_plain_date(inline[1], speaker)):
        if reading.when is not None and When(reading.when.as_written).form != "day":
            return None
        return _make_entry(number, reading, line, [inline[2]], _INLINE_LEVEL)
    return None


def _make_entry(number: int, reading: DateReading, line: str, words: list[str], level: int) -> TextEntry:
    if reading.when is not None:
        return TextEntry(number, reading.when.as_written, words, level)
    return TextEntry(number, None, [line.lstrip("# ")], level, reading)  # what is open stays with the words


def _list_date_texts(lines: list[str]) -> Iterator[str]:
    """What stands where dates may, so that one of them can settle the order of day and month."""
    for line in lines:
        plain = line.strip().lstrip("# ").strip()
        inline = _INLINE.fullmatch(plain) if len(plain) > _LONGEST_DATE or ":" in plain else None
        yield inline[1] if inline else plain[:_LONGEST_DATE]
