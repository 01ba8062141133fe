"""Who answered: who gave the opposite of a painful tag, and what care was entered within a year after it.

Two readings, each with a verb of its own. *Gave the opposite* goes by the tags that answer a tag, at any
time. *Care within a year after* goes by the dates, whatever its tags; where the dates of two moments overlap,
neither came after the other.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from timeline.study.study import Study
from timeline.study.tagged_relationships import find_relationships_with

_YEARS_AFTER = 1.0


@dataclass(frozen=True)
class OppositeGiver:
    """Someone who gave the opposite of a painful tag.

    Attributes:
        relationship: row of the relationship.
        moments: rows of the moments received or shared, in time order.
        is_whole_relationship: whether it was set on the relationship as a whole.
        has_died: whether the last time together ended by death.
    """

    relationship: int
    moments: tuple[int, ...]
    is_whole_relationship: bool
    has_died: bool

    @property
    def times(self) -> int:
        """How many entries say so; a tag on the whole relationship is one."""
        return len(self.moments) + self.is_whole_relationship


class CareAfter(NamedTuple):
    """The care that came after some moments.

    Attributes:
        moments: rows of the caring moments, received or shared, in time order.
        answered: after how many of the moments looked at there was any.
    """

    moments: tuple[int, ...]
    answered: int


def find_opposite_givers(study: Study, tags: Iterable[str]) -> tuple[OppositeGiver, ...]:
    """Everyone who gave what answers one of these tags, in the order of first time; nobody is left out."""
    answers = {key for tag in tags for key in study.vocabulary[tag].answered_by}
    ended = study.relationships.ended
    return tuple(
        OppositeGiver(
            one.relationship, one.moments, one.is_whole_relationship, ended[one.relationship] == "death"
        )
        for one in find_relationships_with(study, answers)
    )


def find_care_after(study: Study, moments: Sequence[int]) -> CareAfter:
    """The care entered within a year after any of these moments.

    Args:
        study: a history, read.
        moments: rows; those without a place in time have nothing after them.
    """
    following = _list_care_after(study)
    found = [following.get(row, ()) for row in moments]
    return CareAfter(tuple(sorted({row for rows in found for row in rows})), sum(map(bool, found)))


def pair_care_after(study: Study) -> frozenset[tuple[str, str]]:
    """Every moment and every caring one within a year after it, by id."""
    id_ = study.moments.id
    return frozenset(
        (str(id_[row]), str(id_[care])) for row, cares in _list_care_after(study).items() for care in cares
    )


def _list_care_after(study: Study) -> dict[int, tuple[int, ...]]:
    """For each moment tagged as painful, the rows of the care within a year after it."""
    table = study.moments
    cares = np.flatnonzero(table.caring & (table.direction != "given"))
    if study.true_order is not None:
        pairs, ids = study.true_order.care_after, table.id
        return {
            int(row): tuple(int(care) for care in cares if (str(ids[row]), str(ids[care])) in pairs)
            for row in np.flatnonzero(table.painful)
        }
    found: dict[int, tuple[int, ...]] = {}
    for row in np.flatnonzero(table.painful & ~np.isnan(table.t)):
        is_after = table.first[cares] >= table.last[row]
        is_near = table.t[cares] - table.t[row] <= _YEARS_AFTER
        found[int(row)] = tuple(cares[is_after & is_near].tolist())
    return found
