"""The tags of a line, and the numbers behind them."""

import re
from dataclasses import dataclass, field

from models.entries import Direction
from models.errors import UnknownTag
from models.tags import Vocabulary
from timeline.formats.reading.lines.line_reading import OpenPart
from timeline.messages import entry_line as say

_TAG = re.compile(r"(?<![\w#&/])#(?=[^\W\d_])([\w'’-]+)[,;.!:]?")
_TAG_JOINED = re.compile(r"#(?=[^\W\d_])([\w'’-]+)[,;.!:]?")
"""A tag right behind another, where no space is needed."""
_NUMBER = r"-?\d+(?:[.,]\d+)?(?:\s?/\s?\d+|-\d+)?"
_STRENGTH = re.compile(rf"[\s,:;]*(?P<number>{_NUMBER})(?![\w/])(?:[,;](?=\s|$))?")
_NOW = re.compile(rf"[\s,:;]*(?:now|still)\s+(?P<number>{_NUMBER})(?![\w/])[,;]?", re.IGNORECASE)
_DIRECTIONS: dict[str, Direction] = {"given": "given", "mutual": "mutual", "received": "received"}


@dataclass
class TaggedWords:
    """A line with its tags and strengths taken out.

    Attributes:
        words: what is left.
        tags: keys of shipped tags.
        own_tags: ids of own tags.
        direction: as marked; None where it is not.
        intensity: 1 to 5.
        now: 0 to 5.
        unread: tags and numbers that mean nothing here.
        open: what has to be asked.
    """

    words: str
    tags: list[str] = field(default_factory=list)
    own_tags: list[str] = field(default_factory=list)
    direction: Direction | None = None
    intensity: int | None = None
    now: int | None = None
    unread: list[str] = field(default_factory=list)
    open: list[OpenPart] = field(default_factory=list)


def take_tags(line: str, vocabulary: Vocabulary) -> TaggedWords:
    """Takes every `#tag` out of a line, with a number right behind one, and "now 2" behind that."""
    found, kept, place = TaggedWords(""), [], 0
    while tag := _TAG.search(line, place):
        kept.append(line[place : tag.start()])
        place = tag.end()
        _take_tag(tag[1], vocabulary, found)
        while joined := _TAG_JOINED.match(line, place):
            place = joined.end()
            _take_tag(joined[1], vocabulary, found)
        place = _take_strengths(line, place, found)
    found.words = " ".join("".join([*kept, line[place:]]).split(" ")).strip(" \t,;")
    return found


def _take_tag(word: str, vocabulary: Vocabulary, found: TaggedWords) -> None:
    plain = word.replace("-", " ").replace("_", " ").rstrip("'’ ")
    if plain.casefold() in _DIRECTIONS:
        found.direction = _DIRECTIONS[plain.casefold()]
        return
    for wanted in (word, plain):
        try:
            tag = vocabulary.find_tag(wanted)
        except UnknownTag:
            continue
        kept = found.own_tags if tag.mine else found.tags
        if tag.key not in kept:
            kept.append(tag.key)
        return
    found.unread.append(f"#{word}")
    found.open.append(OpenPart("tag", say.unknown_tag(f"#{word}"), vocabulary.find_near(plain)))


def _take_strengths(line: str, place: int, found: TaggedWords) -> int:
    """Takes the numbers behind a tag; returns where the rest of the line begins."""
    if number := _STRENGTH.match(line, place):
        _set_strength(number["number"], found)
        place = number.end()
        while again := _STRENGTH.match(line, place):  # two numbers: which one is it?
            _refuse_strength(again["number"], found)
            place = again.end()
    if number := _NOW.match(line, place):
        if re.fullmatch(r"[0-5](?:\s?/\s?5)?", number["number"]) and found.now is None:
            found.now = int(number["number"][0])
        else:
            found.unread.append(number[0].strip(" ,;"))
            found.open.append(OpenPart("now", say.which_strength_now(number["number"])))
            found.now = None
        place = number.end()
    return place


def _set_strength(number: str, found: TaggedWords) -> None:
    if re.fullmatch(r"[1-5](?:\s?/\s?5)?", number) and found.intensity is None and not _is_asked(found):
        found.intensity = int(number[0])
    else:
        _refuse_strength(number, found)


def _refuse_strength(number: str, found: TaggedWords) -> None:
    found.unread.append(number)
    found.intensity = None
    if not _is_asked(found):
        found.open.append(OpenPart("intensity", say.which_strength(number)))


def _is_asked(found: TaggedWords) -> bool:
    return any(part.part == "intensity" for part in found.open)
