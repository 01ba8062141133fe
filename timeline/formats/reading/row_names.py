"""Whom a row of a table names: by an id, else by a name or alias that only one of the people there has."""

import unicodedata
from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from timeline.formats.reading.lines.names import fold_name, strip_accents


class NamedRow(NamedTuple):
    """Whom a row means.

    Attributes:
        id: the relationship's; "" where nobody there is meant, or several could be.
        is_of_several: whether the name is that of more than one.
        near: the name that was taken for it where it differs by an accent; "" where it is the same.
    """

    id: str
    is_of_several: bool = False
    near: str = ""


class RowNames:
    """The ids, names and aliases of a table's relationships."""

    def __init__(self, known: Iterable[tuple[str, str, Iterable[str]]]) -> None:
        """Take them in.

        Args:
            known: for each relationship the id its row gives ("" if it gives none), the id it is kept
                under, and the names it goes by.
        """
        self._given_ids: set[str] = set()
        self._carriers: dict[str, dict[str, str]] = {}  # folded name -> id -> the name as written
        self._near: dict[str, dict[str, str]] = {}  # the same without accents
        for given, kept, names in known:
            self._given_ids |= {given} - {""}
            for name in (*names, given):
                if key := _fold(name):
                    self._carriers.setdefault(key, {})[kept] = name
                    self._near.setdefault(strip_accents(key), {})[kept] = name

    def find_relationship(self, written: str) -> NamedRow:
        """Whom `written` means."""
        if written in self._given_ids:
            return NamedRow(written)
        key = _fold(written)
        if carriers := self._carriers.get(key):
            return NamedRow(next(iter(carriers))) if len(carriers) == 1 else NamedRow("", is_of_several=True)
        near = self._near.get(strip_accents(key), {})
        if key and len(near) == 1:
            ((id_, name),) = near.items()
            return NamedRow(id_, near=name)
        return NamedRow("")


def find_shared_names(names: Iterable[str]) -> set[str]:
    """Those of these names, folded, that come more than once."""
    counts = Counter(filter(None, map(_fold, names)))
    return {name for name, count in counts.items() if count > 1}


def is_shared(name: str, shared: set[str]) -> bool:
    """Whether a name is among those that come more than once."""
    return _fold(name) in shared


def _fold(name: str) -> str:
    """A name as it is compared: composed, in one case, without spaces around it."""
    return " ".join(fold_name(unicodedata.normalize("NFC", name)).split())
