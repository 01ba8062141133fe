"""What a file tells, entry by entry, put together as a history; one bad entry costs no other."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Any, NamedTuple

from pydantic import ValidationError

from models.base import HEADLINE_MAX
from models.dates import UNKNOWN_DATE
from models.errors import UnknownTag
from models.future_dates import future_dates
from models.history import COLLECTIONS, SINGLES, History
from models.reading import Problem, Reading
from models.tags import Vocabulary
from timeline.formats.reading.partial_validation import FieldPath, validate_partially
from timeline.messages import problem_sentences as says


class RawEntry(NamedTuple):
    """An entry as a file tells it.

    Attributes:
        kind: the collection in `History` it belongs to, or the single entry it is.
        place: where it stands, as a problem names it: "12", "episodes[3]".
        fields: its fields by the model's names, as JSON values.
    """

    kind: str
    place: str
    fields: Any


FieldLocator = Callable[[RawEntry, FieldPath], tuple[str, str]]


def format_json_path(path: FieldPath) -> str:
    """The way to a field as JSON tools write it: spells[0].end."""
    steps = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)
    return steps.removeprefix(".")


def build_history(
    source: str,
    found: Iterable[RawEntry],
    today: date,
    where: FieldLocator = lambda found, path: (found.place, format_json_path(path)),
) -> Reading:
    """The history those entries make up, and every problem in the order of the file.

    Args:
        source: the file's name.
        found: its entries, in its order.
        today: the last day anything can have happened on.
        where: the row and the column of the field at a path inside an entry.
    """
    return HistoryBuilder(source, [*found], today, where).build_reading()


class HistoryBuilder:
    """One file on its way to a history."""

    def __init__(self, source: str, found: list[RawEntry], today: date, where: FieldLocator) -> None:
        self._source, self._found, self._today, self._where = source, found, today, where
        self._problems: list[list[Problem]] = [[] for _ in found]
        self._singles: dict[str, Any] = {}
        self._entries: dict[str, dict[str, Any]] = {kind: {} for kind in COLLECTIONS}
        self._places: dict[tuple[str, str], str] = {}
        self._words: dict[str, str | UnknownTag] = {}

    def build_reading(self) -> Reading:
        """The history of all that fits the models, and every problem with what does not."""
        for number in self._numbers_of_kind("own_tags"):
            self._add_entry(number)
        self._vocabulary = Vocabulary.from_own_tags(
            own.as_tag() for own in self._entries["own_tags"].values()
        )
        for number, found in enumerate(self._found):
            if found.kind != "own_tags":
                self._add_entry(number)
        self._add_missing_relationships()
        fields = self._singles | {kind: tuple(entries.values()) for kind, entries in self._entries.items()}
        problems = tuple(problem for listed in self._problems for problem in listed)
        try:
            return Reading(History(**fields), problems)
        except ValidationError as error:  # entries that are good each for itself and do not fit together
            whole = "; ".join(says.explain_validation_error(each) for each in error.errors(include_url=False))
            return Reading(None, (*problems, Problem(self._source, "", "", whole, stops=True)))

    def _numbers_of_kind(self, kind: str) -> Iterator[int]:
        return (number for number, found in enumerate(self._found) if found.kind == kind)

    def _say(self, number: int, path: FieldPath, sentence: str) -> None:
        found = self._found[number]
        row, column = self._where(found, path) if path else (found.place, "")
        self._problems[number].append(Problem(self._source, row, column, sentence))

    def _add_entry(self, number: int) -> None:
        """Take the entry found as `number`, if it can be, and say what cannot."""
        kind, place, fields = self._found[number]
        if not isinstance(fields, dict):
            self._say(number, (), f"This is not an entry with named fields. {says.ENTRY_LEFT_OUT}")
            return
        if kind in ("relationships", "episodes"):
            fields = (
                fields | {"tags": self._resolve_tags(number, fields["tags"])} if "tags" in fields else fields
            )
        if kind == "episodes":
            fields = self._with_a_short_headline(number, fields)
        entry, troubles = validate_partially(
            SINGLES.get(kind) or COLLECTIONS[kind], fields, _default_fields(kind, fields.get("id"))
        )
        for path, sentence in troubles:
            self._say(number, path, sentence)
        if entry is not None:
            self._store_entry(number, kind, place, entry)

    def _store_entry(self, number: int, kind: str, place: str, entry: Any) -> None:
        """Put the entry with the others of its kind, unless one with its id is there."""
        id_ = "" if kind in SINGLES else entry.id
        if first := self._places.get((kind, id_)):
            self._say(
                number,
                ("id",),
                says.explain_duplicate_id(id_, first) if id_ else says.explain_second_single(first),
            )
            return
        self._places[kind, id_] = place
        if kind in SINGLES:
            self._singles[kind] = entry
        else:
            self._entries[kind][id_] = entry
        for path, when in future_dates(kind, entry, None, self._today):
            self._say(number, path, says.in_the_future(when.as_written))

    def _resolve_tags(self, number: int, tags: Any) -> Any:
        """The tags of an entry that are known, by their keys; each of the others is said."""
        if not isinstance(tags, list):
            return tags
        known: list[Any] = []
        seen: dict[str, str] = {}
        for place, tag in enumerate(tags):
            word = tag.get("tag") if isinstance(tag, dict) else tag
            if not isinstance(word, str):
                known.append(tag)
                continue
            key = self._find_tag_key(word)
            if isinstance(key, UnknownTag):
                self._say(number, ("tags", place), f"{key} {says.TAKEN_WITHOUT_TAG}")
            elif key in seen and seen[key] != word:
                continue  # two words for one tag, like warmth and care
            elif key in seen and isinstance(tag, dict):
                self._say(number, ("tags", place), says.TAG_SET_TWICE)
            else:
                known.append({**tag, "tag": key} if isinstance(tag, dict) else key)
                seen[key] = word
        return known

    def _find_tag_key(self, word: str) -> str | UnknownTag:
        if word in self._vocabulary:
            return word
        if word not in self._words:
            try:
                self._words[word] = self._vocabulary.find_tag(word).key
            except UnknownTag as unknown:
                self._words[word] = unknown
        return self._words[word]

    def _with_a_short_headline(self, number: int, fields: dict[str, Any]) -> dict[str, Any]:
        headline, story = fields.get("headline"), fields.get("story", "")
        if not isinstance(headline, str) or not isinstance(story, str) or len(headline) <= HEADLINE_MAX:
            return fields
        self._say(number, ("headline",), says.too_long_for_a_headline(len(headline), HEADLINE_MAX))
        whole = f"{headline}\n\n{story}" if story else headline
        return fields | {"headline": first_words(headline), "story": whole}

    def _add_missing_relationships(self) -> None:
        """Where moments name a relationship that is not there, one by that name, so that they are kept."""
        bonds, moments = self._entries["relationships"], self._entries["episodes"]
        missing: dict[str, int] = {}
        for moment in moments.values():
            if moment.relationship not in bonds:
                missing[moment.relationship] = missing.get(moment.relationship, 0) + 1
        for number in self._numbers_of_kind("episodes"):
            named = self._found[number].fields
            id_ = named.get("relationship") if isinstance(named, dict) else None
            if isinstance(id_, str) and (count := missing.pop(id_, 0)):
                self._say(number, ("relationship",), says.explain_stand_in(id_, count))
                bonds[id_] = COLLECTIONS["relationships"](id=id_, name=id_, kind="other")


def first_words(text: str) -> str:
    """As many of the first words as a headline holds, with an ellipsis."""
    start = " ".join(text[: HEADLINE_MAX * 4].split())[: HEADLINE_MAX - 1]
    whole_words = start.rpartition(" ")[0]
    return f"{whole_words if len(whole_words) > HEADLINE_MAX // 2 else start}…"


def _default_fields(kind: str, id_: Any) -> dict[str, Any]:
    """What stands in for fields an entry needs, so that it is not lost with all that hangs on it."""
    if kind == "relationships":
        return {"kind": "other", **({"name": id_} if isinstance(id_, str) and id_ else {})}
    return {"when": UNKNOWN_DATE} if kind == "landmarks" else {}
