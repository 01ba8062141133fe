"""What a thread of tags rests on: with whom it was tagged, where it was not, and who answered it."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from models.tags import TAG_SIDE_OF_THREAD, THREAD_SIDES, Side, ThreadSide, Vocabulary
from timeline.messages.tags import tag_label
from timeline.study.study import Study
from timeline.tables import WHOLE_RELATIONSHIP, Tables, float_column, int_column, str_column


@dataclass(frozen=True)
class TagCount:
    """How often one tag was entered.

    Attributes:
        tag: its key.
        label: what the person reads.
        side: painful, caring or neither.
        relationships: in how many it was received or mutual.
        tagged_relationships: how many have any tagged entry.
        moments: how many carry it, received or mutual.
        given_moments: how many carry it that the person did to others.
    """

    tag: str
    label: str
    side: Side
    relationships: int
    tagged_relationships: int
    moments: int
    given_moments: int


@dataclass(frozen=True)
class RelationshipWithTag:
    """One relationship in which it was tagged.

    Attributes:
        relationship: its row.
        moments: rows of the moments that carry it, in time order; those without a place last.
        is_whole_relationship: whether it was set on the relationship as a whole.
    """

    relationship: int
    moments: tuple[int, ...]
    is_whole_relationship: bool


@dataclass(frozen=True)
class RelationshipWithoutTag:
    """One relationship in which it could have been tagged and was not.

    Attributes:
        relationship: its row.
        instead_labels: labels of the tags of the other side entered there, most entered first.
    """

    relationship: int
    instead_labels: tuple[str, ...]


@dataclass(frozen=True)
class Evidence:
    """What a thread rests on.

    Attributes:
        tags: keys of the tags followed.
        side: theirs.
        given_moments: rows of moments that carry it and that the person did to others.
        relationships_with: in the order of first time; the place in this order, from 1, is the number on the
            bead.
        relationships_without: relationships with tagged entries and none of these, in life order.
        answering_relationships: where a caring tag that answers it was entered, in life order; for a caring
            thread, nothing.
        answering_labels: labels of the tags that would answer it.
    """

    tags: tuple[str, ...]
    side: Side
    given_moments: tuple[int, ...]
    relationships_with: tuple[RelationshipWithTag, ...]
    relationships_without: tuple[RelationshipWithoutTag, ...]
    answering_relationships: tuple[RelationshipWithTag, ...]
    answering_labels: tuple[str, ...]


def count_tags(study: Study) -> tuple[TagCount, ...]:
    """Every tag that was entered: by relationships, then by moments, most first; then in display order."""
    tables = study.tables
    tag, rel, moment = (
        str_column(tables.tag_entries, "tag"),
        int_column(tables.tag_entries, "rel"),
        int_column(tables.tag_entries, "moment"),
    )
    given = str_column(tables.tag_entries, "direction") == "given"
    of = _with_entries(tables)
    found = []
    for key in dict.fromkeys(tag.tolist()):
        mine, row = tag == key, tables.vocabulary[key]
        got = mine & ~given
        found.append(
            TagCount(
                key,
                tag_label(row),
                row.side,
                len(np.unique(rel[got])),
                len(of),
                int(np.count_nonzero(got & (moment != WHOLE_RELATIONSHIP))),
                int(np.count_nonzero(mine & given)),
            )
        )
    place = {key: n for n, key in enumerate(tables.vocabulary)}
    return tuple(sorted(found, key=lambda c: (-c.relationships, -c.moments, place[c.tag])))


def gather_evidence(study: Study, tags: Sequence[str]) -> Evidence:
    """What the thread of `tags` rests on.

    Args:
        study: a history, read.
        tags: keys known to its vocabulary; the side of the first is the side of the thread.
    """
    tables = study.tables
    side: Side = tables.vocabulary[tags[0]].side
    answers = tuple(dict.fromkeys(key for tag in tags for key in tables.vocabulary[tag].answered_by))
    happened = _find_relationships_with(tables, tags)
    there = {one.relationship for one in happened}
    carried = np.isin(str_column(tables.tag_entries, "tag"), [*tags]) & (
        str_column(tables.tag_entries, "direction") == "given"
    )
    return Evidence(
        tags=tuple(tags),
        side=side,
        given_moments=tuple(np.unique(int_column(tables.tag_entries, "moment")[carried]).tolist()),
        relationships_with=happened,
        relationships_without=tuple(
            RelationshipWithoutTag(row, _labels_instead(tables, row, side))
            for row in _with_entries(tables)
            if row not in there
        ),
        answering_relationships=_find_relationships_with(tables, answers) if answers else (),
        answering_labels=tuple(_labels(tables.vocabulary, answers)),
    )


def list_tagged_relationships(study: Study) -> list[int]:
    """Rows of the relationships with at least one tagged entry of any direction, in life order."""
    return _with_entries(study.tables)


def locate_first_moment(study: Study, one: RelationshipWithTag) -> tuple[int | None, float]:
    """Where the tag begins in a relationship: the row of a moment, or None for its whole; and the time.

    A tag on the whole relationship is there from its beginning.
    """
    begins = float(study.relationships.t[one.relationship])
    if not one.moments:
        return None, begins
    first = one.moments[0]
    at = float(study.moments.t[first])
    return (None, begins) if one.is_whole_relationship and begins < at else (first, at)


def find_whole_relationship_sides(study: Study) -> dict[int, frozenset[ThreadSide]]:
    """The sides on which a relationship is tagged as a whole, by row."""
    tagged = study.tables.tag_entries
    wide = np.flatnonzero(int_column(tagged, "moment") == WHOLE_RELATIONSHIP)
    found: dict[int, frozenset[ThreadSide]] = {}
    for rel, side in zip(
        int_column(tagged, "rel")[wide].tolist(), str_column(tagged, "side")[wide], strict=True
    ):
        mine = frozenset(one for one in THREAD_SIDES if TAG_SIDE_OF_THREAD[one] == side)
        found[rel] = found.get(rel, frozenset()) | mine
    return found


def list_moment_tags(study: Study) -> dict[int, list[str]]:
    """The keys of the tags on each moment that has any, by row, in the order entered."""
    tagged = study.tables.tag_entries
    found: dict[int, list[str]] = {}
    for moment, tag in zip(
        int_column(tagged, "moment").tolist(), str_column(tagged, "tag").tolist(), strict=True
    ):
        if moment != WHOLE_RELATIONSHIP:
            found.setdefault(moment, []).append(tag)
    return found


def _with_entries(tables: Tables) -> list[int]:
    """Rows of the relationships with at least one tagged entry of any direction, in life order."""
    return [int(row) for row in np.unique(int_column(tables.tag_entries, "rel"))]


def _find_relationships_with(tables: Tables, tags: Collection[str]) -> tuple[RelationshipWithTag, ...]:
    """The relationships that carry any of `tags`, received or mutual, in the order of first time."""
    tagged = tables.tag_entries
    mine = np.isin(str_column(tagged, "tag"), [*tags]) & (str_column(tagged, "direction") != "given")
    rel, moment, t = (
        int_column(tagged, "rel")[mine],
        int_column(tagged, "moment")[mine],
        float_column(tagged, "t")[mine],
    )

    def sort_key_and_row(row: int) -> tuple[tuple[float, int], RelationshipWithTag]:
        here: NDArray[np.bool_] = rel == row
        listed = np.unique(moment[here & (moment != WHOLE_RELATIONSHIP)]).tolist()
        first = np.where(np.isnan(t[here]), np.inf, t[here]).min()
        return (float(first), listed[0] if listed else WHOLE_RELATIONSHIP), RelationshipWithTag(
            row, tuple(listed), bool((moment[here] == WHOLE_RELATIONSHIP).any())
        )

    return tuple(
        one
        for _, one in sorted(
            (sort_key_and_row(row) for row in np.unique(rel).tolist()), key=lambda pair: pair[0]
        )
    )


def _labels_instead(tables: Tables, row: int, side: Side) -> tuple[str, ...]:
    """Labels of what was tagged there on the other side, most entered first."""
    other = {"painful": "caring", "caring": "painful"}.get(side, side)
    tagged = tables.tag_entries
    here = (
        (int_column(tagged, "rel") == row)
        & (str_column(tagged, "side") == other)
        & (str_column(tagged, "direction") != "given")
    )
    keys, often = np.unique(str_column(tagged, "tag")[here].astype(str), return_counts=True)
    order = {key: n for n, key in enumerate(tables.vocabulary)}
    ranked = sorted(
        zip(keys.tolist(), often.tolist(), strict=True), key=lambda pair: (-pair[1], order[pair[0]])
    )
    return tuple(_labels(tables.vocabulary, [key for key, _ in ranked]))


def _labels(vocabulary: Vocabulary, keys: Sequence[str]) -> list[str]:
    return [tag_label(vocabulary[key]) for key in keys]
