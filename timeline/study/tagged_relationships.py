"""Where tags stand: in which relationships and on which moments, in the order of first time."""

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from models.tags import TAG_SIDE_OF_THREAD, THREAD_SIDES, ThreadSide
from timeline.study.study import Study
from timeline.tables import WHOLE_RELATIONSHIP, float_column, int_column, str_column


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


def list_tagged_relationships(study: Study) -> list[int]:
    """Rows of the relationships with at least one tagged entry of any direction, in life order."""
    return [int(row) for row in np.unique(int_column(study.tables.tag_entries, "rel"))]


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


def find_relationships_with(study: Study, tags: Collection[str]) -> tuple[RelationshipWithTag, ...]:
    """The relationships that carry any of `tags`, received or mutual, in the order of first time."""
    tagged = study.tables.tag_entries
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
