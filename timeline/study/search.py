"""Where something stands in a history: words looked for in every entry, without regard to accents or case."""

import unicodedata
from collections.abc import Callable, Iterator
from functools import cache
from typing import Annotated, Any, NamedTuple, get_args, get_origin, get_type_hints

from models.base import Frozen, Id
from models.dates import When
from models.history import COLLECTIONS, SINGLES, History
from models.settings import LanguageCode
from models.tags import Vocabulary
from timeline.messages.tags import tag_label

FieldTexts = Iterator[tuple[str, str]]
"""Pairs: where inside a field, "" for the field itself; and what stands there."""
TextReader = Callable[[Any, Vocabulary], FieldTexts]
"""A value → the words in it."""

_TAGS = ("tag", "tags")
"""Fields of ids that are looked for all the same, by the words that are shown for them."""


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


def search_history(history: History, looked_for: str) -> tuple[Hit, ...]:
    """Every entry that holds all the words, kind by kind, in the order entered.

    Args:
        history: where to look.
        looked_for: one or more words, or parts of words; nothing is found for none.
    """
    words = [word for word in (fold_text(part) for part in looked_for.split()) if word]
    if not words:
        return ()
    hits = (
        _hit(kind, entry, words, history.vocabulary)
        for kind in (*SINGLES, *COLLECTIONS)
        for entry in ([getattr(history, kind)] if kind in SINGLES else getattr(history, kind))
    )
    return tuple(hit for hit in hits if hit)


def fold_text(text: str) -> str:
    """`text` as it is compared: small letters, no accents. Letter by letter or as a whole, it is the same."""
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFKD", text.casefold())
    accents = {ord(letter): None for letter in set(apart) if unicodedata.combining(letter)}
    return apart.translate(accents) if accents else apart


def _hit(kind: str, entry: Frozen, words: list[str], vocabulary: Vocabulary) -> Hit | None:
    """The entry, if it holds all the words, and where it holds the first."""
    texts = [(field, text, fold_text(text)) for field, text in _texts(entry, vocabulary)]
    if not all(any(word in compared for _, _, compared in texts) for word in words):
        return None
    field, text = next((field, text) for field, text, compared in texts if words[0] in compared)
    return Hit(kind, getattr(entry, "id", ""), field, text, *_place(text, words[0]))


def _texts(entry: Frozen, vocabulary: Vocabulary) -> FieldTexts:
    """Everything a person wrote in an entry; tags by the words that are shown."""
    for name, reads in _fields(type(entry)):
        for inside, text in reads(getattr(entry, name), vocabulary):
            yield f"{name}{inside}", text


@cache
def _fields(model: type[Frozen]) -> tuple[tuple[str, TextReader], ...]:
    """The fields of a model that hold words, and how they are read."""
    types = get_type_hints(model, include_extras=True)
    found = ((name, _choose_reader(types[name], tag=name in _TAGS)) for name in model.model_fields)
    return tuple((name, reads) for name, reads in found if reads)


def _choose_reader(of: Any, *, tag: bool) -> TextReader | None:
    """How the words in a value of this type are read; None where it holds none.

    An `Id` tells one entry from another, and what is a `Literal` or a `LanguageCode` was chosen from a list:
    none of them was written.
    """
    if of in (Id, LanguageCode):
        return _label if tag else None
    if get_origin(of) is Annotated:
        return _choose_reader(get_args(of)[0], tag=tag)
    if of is str:
        return lambda value, _: iter([("", value)])
    if of is When:
        return lambda value, _: iter([("", value.as_written)])
    if isinstance(of, type) and issubclass(of, Frozen):
        return lambda value, known: ((f".{field}", text) for field, text in _texts(value, known))
    parts = [_choose_reader(part, tag=tag) for part in get_args(of)]
    if not any(parts):
        return None
    if get_origin(of) is tuple and get_args(of)[-1] is not Ellipsis:  # a pair
        return lambda value, known: (
            found for reads, one in zip(parts, value, strict=True) if reads for found in reads(one, known)
        )
    [reads] = filter(None, parts)
    if get_origin(of) is tuple:
        return lambda value, known: (found for one in value for found in reads(one, known))
    return lambda value, known: iter(()) if value is None else reads(value, known)  # as `When | None`


def _label(key: str, vocabulary: Vocabulary) -> FieldTexts:
    if key in vocabulary:
        yield "", tag_label(vocabulary[key])


def _place(text: str, word: str) -> tuple[int, int]:
    """Where `word` stands in `text`, counted in the letters of `text` as written."""
    come_from: list[int] = []  # for each compared letter, the letter as written
    for number, letter in enumerate(text):
        come_from += [number] * len(fold_text(letter))
    start = fold_text(text).index(word)
    end = come_from[start + len(word) - 1] + 1
    while end < len(text) and not fold_text(text[end]) and text[end].strip():
        end += 1  # accents that stand by themselves belong to the letter before
    return come_from[start], end
