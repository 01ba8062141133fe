"""What a thread of tags rests on: with whom it was tagged, where it was not, and who answered it."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from models.tags import Side, Vocabulary
from timeline.messages.tags import tag_label
from timeline.study.answers import OppositeGiver, find_opposite_givers
from timeline.study.study import Study
from timeline.study.tagged_relationships import (
    RelationshipWithTag,
    find_relationships_with,
    list_tagged_relationships,
)
from timeline.tables import WHOLE_RELATIONSHIP, Tables, int_column, str_column


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
        opposite_givers: who gave the opposite; for a caring thread, nobody.
        answering_labels: labels of the tags that would answer it.
    """

    tags: tuple[str, ...]
    side: Side
    given_moments: tuple[int, ...]
    relationships_with: tuple[RelationshipWithTag, ...]
    relationships_without: tuple[RelationshipWithoutTag, ...]
    opposite_givers: tuple[OppositeGiver, ...]
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
    of = list_tagged_relationships(study)
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
    happened = find_relationships_with(study, tags)
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
            for row in list_tagged_relationships(study)
            if row not in there
        ),
        opposite_givers=find_opposite_givers(study, tags),
        answering_labels=tuple(_labels(tables.vocabulary, answers)),
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
