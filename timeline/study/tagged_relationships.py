"""Where tags stand: in which relationships and on which moments, in the order of first time."""

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from models.tags import TAG_SIDE_OF_THREAD, THREAD_SIDES, ThreadSide
from timeline.study.study import Study
from timeline.tables import WHOLE_RELATIONSHIP, int_column, str_column


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
    """The relationships that carry any of `tags`, received or mutual, in the order of first time.

    The order is that of the finders, so that page, command and JSON name people alike.
    """
    matrix = study.tag_matrix
    wanted = np.array([column.tag in tags and not column.is_given for column in matrix.columns], bool)
    mine = wanted[matrix.entries.column] if len(wanted) else np.zeros(0, bool)
    rel, moment = matrix.rows[matrix.entries.row[mine]], matrix.entries.moment[mine]

    def gather(row: int) -> RelationshipWithTag:
        here: NDArray[np.bool_] = rel == row
        listed = np.unique(moment[here & (moment != WHOLE_RELATIONSHIP)]).tolist()
        return RelationshipWithTag(row, tuple(listed), bool((moment[here] == WHOLE_RELATIONSHIP).any()))

    return tuple(gather(row) for row in dict.fromkeys(rel.tolist()))
