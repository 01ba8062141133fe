"""What a thread of tags rests on: with whom it was tagged, where it was not, and who answered it."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from models.tags import Side, Vocabulary
from timeline.study.study import Study
from timeline.tables import WIDE, Tables, floats, rows, words


@dataclass(frozen=True)
class Counted:
    """How often one tag was entered.

    Attributes:
        tag: its key.
        label: what the person reads.
        side: painful, caring or neither.
        relationships: in how many it was received or mutual.
        of: how many have any tagged entry.
        moments: how many carry it, received or mutual.
        given: how many carry it that the person did to others.
    """

    tag: str
    label: str
    side: Side
    relationships: int
    of: int
    moments: int
    given: int


@dataclass(frozen=True)
class With:
    """One relationship in which it was tagged.

    Attributes:
        relationship: its row.
        moments: rows of the moments that carry it, in time order; those without a place last.
        wide: whether it was set on the relationship as a whole.
    """

    relationship: int
    moments: tuple[int, ...]
    wide: bool


@dataclass(frozen=True)
class Without:
    """One relationship in which it could have been tagged and was not.

    Attributes:
        relationship: its row.
        instead: labels of the tags of the other side entered there, most entered first.
    """

    relationship: int
    instead: tuple[str, ...]


@dataclass(frozen=True)
class Evidence:
    """What a thread rests on.

    Attributes:
        tags: keys of the tags followed.
        side: theirs.
        given_only: rows of moments that carry it and that the person did to others.
        happened: in the order of first time; the place in this order, from 1, is the number on the bead.
        did_not: relationships with tagged entries and none of these, in life order.
        answered: where a caring tag that answers it was entered, in life order; for a caring thread, nothing.
        invited: labels of the tags that would answer it.
    """

    tags: tuple[str, ...]
    side: Side
    given_only: tuple[int, ...]
    happened: tuple[With, ...]
    did_not: tuple[Without, ...]
    answered: tuple[With, ...]
    invited: tuple[str, ...]


def counted(study: Study) -> tuple[Counted, ...]:
    """Every tag that was entered: by relationships, then by moments, most first; then in display order."""
    tables = study.tables
    tag, rel, moment = (
        words(tables.tagged, "tag"),
        rows(tables.tagged, "rel"),
        rows(tables.tagged, "moment"),
    )
    given = words(tables.tagged, "direction") == "given"
    of = _with_entries(tables)
    found = []
    for key in dict.fromkeys(tag.tolist()):
        mine, row = tag == key, tables.vocabulary[key]
        got = mine & ~given
        found.append(
            Counted(
                key,
                row.label,
                row.side,
                len(np.unique(rel[got])),
                len(of),
                int(np.count_nonzero(got & (moment != WIDE))),
                int(np.count_nonzero(mine & given)),
            )
        )
    place = {key: n for n, key in enumerate(tables.vocabulary)}
    return tuple(sorted(found, key=lambda c: (-c.relationships, -c.moments, place[c.tag])))


def evidence(study: Study, tags: Sequence[str]) -> Evidence:
    """What the thread of `tags` rests on.

    Args:
        study: a history, read.
        tags: keys known to its vocabulary; the side of the first is the side of the thread.
    """
    tables = study.tables
    side: Side = tables.vocabulary[tags[0]].side
    answers = tuple(dict.fromkeys(key for tag in tags for key in tables.vocabulary[tag].answered_by))
    happened = _with(tables, tags)
    there = {one.relationship for one in happened}
    carried = np.isin(words(tables.tagged, "tag"), [*tags]) & (words(tables.tagged, "direction") == "given")
    return Evidence(
        tags=tuple(tags),
        side=side,
        given_only=tuple(np.unique(rows(tables.tagged, "moment")[carried]).tolist()),
        happened=happened,
        did_not=tuple(
            Without(row, _instead(tables, row, side)) for row in _with_entries(tables) if row not in there
        ),
        answered=_with(tables, answers) if answers else (),
        invited=tuple(_labels(tables.vocabulary, answers)),
    )


def _with_entries(tables: Tables) -> list[int]:
    """Rows of the relationships with at least one tagged entry of any direction, in life order."""
    return [int(row) for row in np.unique(rows(tables.tagged, "rel"))]


def _with(tables: Tables, tags: Collection[str]) -> tuple[With, ...]:
    """The relationships that carry any of `tags`, received or mutual, in the order of first time."""
    tagged = tables.tagged
    mine = np.isin(words(tagged, "tag"), [*tags]) & (words(tagged, "direction") != "given")
    rel, moment, t = rows(tagged, "rel")[mine], rows(tagged, "moment")[mine], floats(tagged, "t")[mine]

    def of(row: int) -> tuple[tuple[float, int], With]:
        here: NDArray[np.bool_] = rel == row
        listed = np.unique(moment[here & (moment != WIDE)]).tolist()
        first = np.where(np.isnan(t[here]), np.inf, t[here]).min()
        return (float(first), listed[0] if listed else WIDE), With(
            row, tuple(listed), bool((moment[here] == WIDE).any())
        )

    return tuple(
        one for _, one in sorted((of(row) for row in np.unique(rel).tolist()), key=lambda pair: pair[0])
    )


def _instead(tables: Tables, row: int, side: Side) -> tuple[str, ...]:
    """Labels of what was tagged there on the other side, most entered first."""
    other = {"painful": "caring", "caring": "painful"}.get(side, side)
    tagged = tables.tagged
    here = (
        (rows(tagged, "rel") == row)
        & (words(tagged, "side") == other)
        & (words(tagged, "direction") != "given")
    )
    keys, often = np.unique(words(tagged, "tag")[here].astype(str), return_counts=True)
    order = {key: n for n, key in enumerate(tables.vocabulary)}
    ranked = sorted(
        zip(keys.tolist(), often.tolist(), strict=True), key=lambda pair: (-pair[1], order[pair[0]])
    )
    return tuple(_labels(tables.vocabulary, [key for key, _ in ranked]))


def _labels(vocabulary: Vocabulary, keys: Sequence[str]) -> list[str]:
    return [vocabulary[key].label for key in keys]
