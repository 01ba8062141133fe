"""The entries of a diary on their way to being placed: own words and a day; what stays behind is counted."""

import re
from collections import Counter
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta, timezone
from hashlib import sha256
from html import unescape
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from models.reading import FileQuestion, Problem, Reading
from timeline.formats.reading.history_builder import RawEntry, build_history
from timeline.messages import diaries as say

_MOST_EMPTY_SHOWN = 20
_HEADING_MARK = re.compile(r"#{1,6}[ \t]+")
_LINE_ENDS = re.compile(r"(?i)<br\s*/?>|</(?:p|div|li|h[1-6]|ul|ol|blockquote)\s*>")
_LIST_ITEM = re.compile(r"(?i)<li\b[^<>]*>")
_RICH_TEXT_TAG = re.compile(
    r"(?i)</?(?:p|div|span|b|i|u|s|a|em|strong|font|ul|ol|h[1-6]|blockquote)\b[^<>]*>"
)
_ANY_TAG = re.compile(r"</?[A-Za-z][^<>]*>|<!--[^<>]*-->")
_OFFSET = re.compile(r"(?:GMT|UTC)([+-])([0-9]{1,2}):?([0-9]{2})?")
_WIDEST_ZONES = (timezone(timedelta(hours=-12)), timezone(timedelta(hours=14)))


class DiaryDay(NamedTuple):
    """The day something was written.

    Attributes:
        when: the date as it is kept.
        is_sure: whether the time zone was known.
    """

    when: str
    is_sure: bool = True


class DiaryBuilder:
    """One diary on its way to a history."""

    def __init__(self, source: str, program: str) -> None:
        """Begin.

        Args:
            source: the file's name.
            program: what the words come from, in English: Daylio, a diary.
        """
        self._source, self._program = source, program
        self._found: list[RawEntry] = []
        self._ids: Counter[str] = Counter()
        self._problems: list[Problem] = []
        self._left: Counter[say.LeftBehind] = Counter()
        self._labelled: Counter[say.LeftBehind] = Counter()
        self._label_names: dict[str, None] = {}
        self._empty = 0

    def add_entry(
        self, place: str, words: str, when: str | None, labels: Iterable[str] = (), own_id: str = ""
    ) -> None:
        """Take an entry; without words it is left out and said.

        Args:
            place: where it stands in the file.
            words: the person's own.
            when: the day or the words for it; None where there is none.
            labels: moods, activities and tags, in the words of the other program.
            own_id: what the other program knows it by; "" where it has no such thing.
        """
        words = _HEADING_MARK.sub("", words.strip(), count=1) if words.lstrip()[:1] == "#" else words.strip()
        if not words:
            self._empty += 1
            if self._empty <= _MOST_EMPTY_SHOWN:
                self.say_problem(place, "", say.NO_WORDS)
            return
        told = repr((self._program, own_id or (when, words)))
        id_ = f"diary-{sha256(told.encode('utf-8', 'replace')).hexdigest()[:16]}"
        self._ids[id_] += 1
        if self._ids[id_] > 1:
            id_ = f"{id_}-{self._ids[id_]}"
        fields: dict[str, Any] = {"id": id_, "words": words, "source": self._program}
        if kept := [label for label in dict.fromkeys(one.strip() for one in labels) if label]:
            fields["labels"] = kept
        if when is not None:
            fields["when"] = when
        self._found.append(RawEntry("to_place", place, fields))

    def count_left_behind(self, what: say.LeftBehind, count: int = 1) -> None:
        """Count what does not come with the words."""
        if count:
            self._left[what] += count

    def count_labels(self, what: say.LeftBehind, names: Iterable[str]) -> None:
        """Count moods, activities or tags, which are never more than words beside an entry."""
        for name in names:
            self._labelled[what] += 1
            self._label_names.setdefault(name.strip())

    def say_problem(
        self, place: str, field: str, sentence: str, question: FileQuestion | None = None
    ) -> None:
        """Say what could not be taken."""
        self._problems.append(Problem(self._source, place, field, sentence, question=question))

    def build_reading(self, today: date) -> Reading:
        """The history of these entries, and all that is to be said of the file."""
        reading = build_history(self._source, self._found, today)
        if self._empty > _MOST_EMPTY_SHOWN:
            self.say_problem("", "", say.more_without_words(self._empty - _MOST_EMPTY_SHOWN))
        if not self._found:
            self.say_problem("", "", say.NO_ENTRIES)
        notices = []
        if self._labelled:
            notices.append(say.labels_only(self._labelled, [*self._label_names]))
        if self._left:
            notices.append(say.left_behind(self._left))
        said = (Problem(self._source, "", "", sentence, is_notice=True) for sentence in notices)
        return reading._replace(problems=(*self._problems, *reading.problems, *said))


def stop_reading(source: str, place: str, sentence: str) -> Reading:
    """A diary of which nothing can be taken."""
    return Reading(None, (Problem(source, place, "", sentence, stops=True),))


def find_local_day(moment: datetime, zone: str) -> DiaryDay:
    """The writer's own day at a moment.

    Args:
        moment: in universal time.
        zone: the name of the writer's time zone.
    """
    try:
        return DiaryDay(moment.astimezone(_read_zone(zone)).date().isoformat())
    except (KeyError, ValueError, OSError, OverflowError):
        pass
    try:
        first, last = (moment.astimezone(widest).date().isoformat() for widest in _WIDEST_ZONES)
    except OverflowError:
        return DiaryDay("", is_sure=False)
    return DiaryDay(first) if first == last else DiaryDay(f"between {first} and {last}", is_sure=False)


def _read_zone(zone: str) -> ZoneInfo | timezone:
    if found := _OFFSET.fullmatch(zone.strip()):
        sign = -1 if found[1] == "-" else 1
        return timezone(sign * timedelta(hours=int(found[2]), minutes=int(found[3] or 0)))
    return ZoneInfo(zone.strip())


def read_milliseconds(value: object) -> datetime | None:
    """A moment counted in thousandths of a second since 1970; None where it is none."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    try:
        return datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=value)
    except (OverflowError, ValueError):
        return None


def strip_rich_text(text: str, *, is_html: bool = False) -> str:
    """Rich text as plain words: line ends kept, tags gone; what only looks like one stays.

    Args:
        text: as the other program kept it.
        is_html: whether it says it is HTML, so that every tag in it is one.
    """
    tags = _ANY_TAG if is_html else _RICH_TEXT_TAG
    lines = _LINE_ENDS.sub("\n", text)
    plain = tags.sub("", _LIST_ITEM.sub("- ", lines))
    plain = unescape(plain) if is_html or plain != text else plain
    return re.sub(r"\n{3,}", "\n\n", plain.replace("\xa0", " ")).strip()
