"""Whose moment a line is: a name at its beginning, one inside it, or a question."""

import re
import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

from models.entries import Relationship
from timeline.formats.reading.lines.line_reading import OpenPart
from timeline.messages import entry_line as say
from timeline.messages.english_words import COMMON, NAMES_AND_WORDS, PRONOUNS

_SHORTEST_PART = 3
"""From so many letters on, the beginning of a name is taken for a question about it."""
_NEW_NAME = re.compile(
    r"(?P<name>[^\W\d_][\w'’.-]*(?: [^\W\d_][\w'’.-]*){0,2})\s*:\s*(?P<rest>.*)", re.DOTALL
)
_NO_NAMES = frozenset(
    {
        "note", "notes", "update", "ps", "edit", "lesson", "reminder", "question", "answer", "idea",
        "thought",
        "dream", "result", "summary", "todo", "warning", "fact", "example", "quote", "memory",
    }
)  # fmt: skip
"""What people write before a colon that is nobody's name."""
_AFTER_A_NOUN = frozenset({"with", "from", "by", "at", "to", "of", "in", "on", "and"})
_FIRST_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_OWNS = re.compile(r"['’](?:s\b|(?=\s))")
_WITH = re.compile(r"(?:with|from|by) ", re.IGNORECASE)
_SEPARATOR = re.compile(r"\s*[,:;\t–—-]+\s*")
_AND_SOMEBODY = re.compile(r"\s*(?:\s(?:and|&|\+|or)|,)\s+([A-ZÀ-ÖØ-Þ][\w'’-]*)")


class NameFound(NamedTuple):
    """Somebody's name in a line.

    Attributes:
        people: who carries it.
        start: where it begins.
        end: where it ends.
    """

    people: tuple[str, ...]
    start: int
    end: int


class PersonReading(NamedTuple):
    """Whose moment it is.

    Attributes:
        person: an id, "" if it is nobody known.
        new_person: a name, "" if nobody is new.
        words: what is left of the line.
        open: what has to be asked.
        behind_name: what follows the name where nothing parts them, so that a date may stand there.
    """

    person: str
    new_person: str
    words: str
    open: tuple[OpenPart, ...]
    behind_name: str = ""


def fold_name(text: str) -> str:
    """A text as names are compared: composed, without case, with straight apostrophes; as long as it was."""
    return "".join(fold if len(fold := one.casefold()) == 1 else one for one in text.replace("’", "'"))


def strip_accents(text: str) -> str:
    """A folded text without accents: only to find whom somebody may mean, never to decide it."""
    return "".join(c for c in unicodedata.normalize("NFD", fold_name(text)) if not unicodedata.combining(c))


class NameTable:
    """The names and aliases of the people of a history."""

    def __init__(self, relationships: Sequence[Relationship]) -> None:
        self._carriers: dict[str, list[str]] = {}
        for one in relationships:
            for name in {unicodedata.normalize("NFC", name.strip()) for name in (one.name, one.alias)} - {""}:
                carriers = self._carriers.setdefault(fold_name(name), [])
                if one.id not in carriers:
                    carriers.append(one.id)
        names = sorted(self._carriers, key=len, reverse=True)
        self._names = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w)") if names else None

    def find_names(self, words: str) -> list[NameFound]:
        """Every name in the words, in order. A name that is a word needs its capital."""
        if not self._names:
            return []
        return [
            NameFound(tuple(self._carriers[one[0]]), *one.span())
            for one in self._names.finditer(fold_name(words))
            if not (one[0] in NAMES_AND_WORDS and words[one.start()].islower())
        ]

    def find_by_part(self, word: str) -> tuple[str, ...]:
        """Ids of those whose name begins with the word, or holds it as one of its words."""
        part = strip_accents(word)
        if len(part) < _SHORTEST_PART:
            return ()
        found = [
            carrier
            for name, carriers in self._carriers.items()
            if strip_accents(name).startswith(part) or part in re.split(r"[\s.]+", strip_accents(name))
            for carrier in carriers
        ]
        return tuple(dict.fromkeys(found))


def read_person(words: str, names: NameTable) -> PersonReading:
    """Whose moment the words tell of.

    Args:
        words: a line without its date, tags and strengths.
        names: who is known.
    """
    lead = _WITH.match(words)
    found = names.find_names(words)
    start = lead.end() if lead else 0
    if found and found[0].start == start and _is_leading(words, found):
        return _read_leading(words, found)
    if (new := _NEW_NAME.fullmatch(words)) and _can_be_name(new["name"]):
        return _read_new(new["name"], new["rest"], names)
    return _read_inside(words, found, names)


def _is_leading(words: str, found: list[NameFound]) -> bool:
    return not _OWNS.match(words, found[0].end)


def _read_leading(words: str, found: list[NameFound]) -> PersonReading:
    """A name at the beginning; with a second one joined to it, or several who carry it, it is asked."""
    first, people = found[0], list(found[0].people)
    if joined := _AND_SOMEBODY.match(words, first.end):
        others = [other for other in found[1:] if other.start == joined.start(1)]
        people += [person for other in others for person in other.people if person not in people]
        if not others and joined[1].casefold() not in PRONOUNS:
            people.append(f"+{joined[1]}")
    if len(people) > 1:
        return PersonReading(
            "", "", words, (OpenPart("who", say.which_person(words[first.start : first.end]), tuple(people)),)
        )
    separator = _SEPARATOR.match(words, first.end)
    is_name_alone = not words[first.end :].strip(" .!?…")
    rest = "" if is_name_alone else words[separator.end() :] if separator else words
    behind_name = "" if separator else words[first.end :].lstrip()
    return PersonReading(people[0], "", rest, (), behind_name)


def _can_be_name(name: str) -> bool:
    """Whether what stands before a colon can be what somebody is called."""
    words = [word.casefold().strip(".") for word in name.split()]
    return name[0].isupper() and words[0] not in COMMON and not (PRONOUNS | _NO_NAMES) & set(words)


def _read_new(name: str, rest: str, names: NameTable) -> PersonReading:
    near = names.find_by_part(name)
    if near:
        return PersonReading("", "", rest, (OpenPart("who", say.which_person(name), (*near, f"+{name}")),))
    return PersonReading("", name, rest, ())


def _read_inside(words: str, found: list[NameFound], names: NameTable) -> PersonReading:
    """A known name somewhere in the sentence, if it is the only one and nobody else can be meant."""
    owners = [one for one in found if _OWNS.match(words, one.end)]
    people = tuple(dict.fromkeys(person for one in found if one not in owners for person in one.people))
    stranger = _find_stranger(words)
    near = names.find_by_part(stranger) if stranger else ()
    if len(people) == 1 and not owners and not near and not (stranger and _is_subject(words, stranger)):
        return PersonReading(people[0], "", words, ())
    asked = [*people, *near]
    if stranger and not near:
        asked.append(f"+{stranger}")
    says = say.which_person(stranger) if stranger else say.who_missing()
    return PersonReading("", "", words, (OpenPart("who", says, tuple(dict.fromkeys(asked))),))


def _find_stranger(words: str) -> str:
    """The first word, where it may be the name of somebody not entered yet; else ""."""
    first = _FIRST_WORD.match(words)
    if not first or not first[0][0].isupper() or re.search(r"['’]", first[0]):
        return ""
    return "" if fold_name(first[0]) in COMMON | PRONOUNS else first[0]


def _is_subject(words: str, first: str) -> bool:
    """Whether the first word is followed as a subject is: "Viola laughed", not "Walk with"."""
    follows = re.match(r"\s+([^\W\d_]+)", words[len(first) :])
    return follows is not None and follows[1].islower() and follows[1] not in _AFTER_A_NOUN
