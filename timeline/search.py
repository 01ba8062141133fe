"""Where something stands in a history: words looked for in every entry, without regard to accents or case."""

import unicodedata
from collections.abc import Iterator
from typing import Any, NamedTuple

from models.base import Frozen
from models.dates import When
from models.history import COLLECTIONS, SINGLES, History
from models.tags import Vocabulary

# Fields that hold what the program needs to know one entry from another, or a choice from a list of ours.
_NOT_WORDS = frozenset(
    (
        "id", "relationship", "relationships", "episode", "episodes", "pattern", "schema_", "language",
        "axis", "hidden_tags", "earliest_bonds", "answered_by", "group", "side", "direction", "names",
        "dates", "form", "sections", "columns", "counted", "about",
    )
)  # fmt: skip
_TAGS = ("tag", "tags")


class Hit(NamedTuple):
    """An entry in which every word that was looked for occurs.

    Attributes:
        kind: its collection in the history.
        id: its id, "" where a history holds one of its kind.
        field: where the first word stands: a field, and with dots a field within it.
        text: what stands there.
        start: where in `text` the first word begins.
        end: where it ends; the letter at `end` no longer belongs to it.
    """

    kind: str
    id: str
    field: str
    text: str
    start: int
    end: int


def search(history: History, looked_for: str) -> tuple[Hit, ...]:
    """Every entry that holds all the words, kind by kind, in the order entered.

    Args:
        history: where to look.
        looked_for: one or more words, or parts of words; nothing is found for none.
    """
    words = [word for word in (plain(part) for part in looked_for.split()) if word]
    if not words:
        return ()
    hits = (
        _hit(kind, entry, words, history.vocabulary)
        for kind in (*SINGLES, *COLLECTIONS)
        for entry in ([getattr(history, kind)] if kind in SINGLES else getattr(history, kind))
    )
    return tuple(hit for hit in hits if hit)


def plain(text: str) -> str:
    """`text` as it is compared: small letters, no accents. Letter by letter or as a whole, it is the same."""
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFKD", text.casefold())
    accents = {ord(letter): None for letter in set(apart) if unicodedata.combining(letter)}
    return apart.translate(accents) if accents else apart


def _hit(kind: str, entry: Frozen, words: list[str], vocabulary: Vocabulary) -> Hit | None:
    """The entry, if it holds all the words, and where it holds the first."""
    texts = [(field, text, plain(text)) for field, text in _texts(entry, vocabulary)]
    if not all(any(word in compared for _, _, compared in texts) for word in words):
        return None
    field, text = next((field, text) for field, text, compared in texts if words[0] in compared)
    return Hit(kind, getattr(entry, "id", ""), field, text, *_place(text, words[0]))


def _texts(entry: Frozen, vocabulary: Vocabulary, within: str = "") -> Iterator[tuple[str, str]]:
    """(field, text) of everything a person wrote or chose in an entry; tags by the words that are shown."""
    for name, value in entry:
        if name not in _NOT_WORDS:
            yield from _words_in(f"{within}{name}", value, vocabulary, tag=name in _TAGS)


def _words_in(field: str, value: Any, vocabulary: Vocabulary, *, tag: bool) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield field, vocabulary[value].label if tag and value in vocabulary else value
    elif isinstance(value, When):
        yield field, value.written
    elif isinstance(value, Frozen):
        yield from _texts(value, vocabulary, f"{field}.")
    elif isinstance(value, tuple):
        for one in value:
            yield from _words_in(field, one, vocabulary, tag=tag)


def _place(text: str, word: str) -> tuple[int, int]:
    """Where `word` stands in `text`, counted in the letters of `text` as written."""
    come_from: list[int] = []  # for each compared letter, the letter as written
    for number, letter in enumerate(text):
        come_from += [number] * len(plain(letter))
    start = plain(text).index(word)
    end = come_from[start + len(word) - 1] + 1
    while end < len(text) and not plain(text[end]) and text[end].strip():
        end += 1  # accents that stand by themselves belong to the letter before
    return come_from[start], end
