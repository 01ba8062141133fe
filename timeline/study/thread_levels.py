"""The level of a thread as it is handed to whoever draws it: its value at any time, and whose it is."""

from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from models.tags import ThreadSide
from timeline.levels import (
    POINT_IN_TIME_BELOW_YEARS,
    LevelChanges,
    Pulses,
    build_level_changes,
    build_pulses,
    compute_fringe,
    compute_level,
    weigh_pulses,
)
from timeline.tables import Tables

Floats = NDArray[np.float64]
Rows = NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class ThreadLevel:
    """The level of one side of a life, or of some tags or of one relationship of it.

    Attributes:
        pulses: what adds to it.
        half_life: in years; None for nothing fades.
    """

    pulses: Pulses
    half_life: float | None

    @property
    def first(self) -> Floats:
        """Where the span of each date begins, [n] decimal years."""
        return self.pulses.first

    @property
    def last(self) -> Floats:
        """Where it ends, [n]."""
        return self.pulses.last

    @property
    def intensity_then(self) -> Floats:
        """What each weighs on its date, [n]."""
        return self.pulses.intensity_then

    @cached_property
    def is_point_in_time(self) -> NDArray[np.bool_]:
        """Whether each date is a point in time, not a span to draw, [n]."""
        return np.asarray(self.last - self.first < POINT_IN_TIME_BELOW_YEARS)

    @cached_property
    def change_times(self) -> Floats:
        """Every time at which it can be highest: the middles and the ends of the dates, [2n]."""
        return np.concatenate([(self.first + self.last) / 2, self.last])

    def level_at(self, at: Floats) -> Floats:
        """The level at each time of `at`, [m] decimal years."""
        return compute_level(self.pulses, at, self.half_life)

    def fringe_at(self, at: Floats, seed: int) -> tuple[Floats, Floats]:
        """Its 10 % and 90 % end where every uncertain date is drawn from its span; `at` rises evenly."""
        return compute_fringe(self.pulses, at, self.half_life, seed)

    def weigh_relationships(self, t: float) -> Floats:
        """What each relationship adds to it at one time, by row."""
        weights = np.maximum(weigh_pulses(self.pulses, t, self.half_life), 0)
        return np.bincount(self.pulses.rel, weights).astype(np.float64)

    def select_relationship(self, rel: int) -> "ThreadLevel":
        """The level that one relationship alone adds."""
        return ThreadLevel(self.pulses.select_relationship(rel), self.half_life)

    def split_by_relationship(self) -> dict[int, "RelationshipLevel"]:
        """What each relationship that adds to it adds, by row."""
        changes = build_level_changes(self.pulses, self.half_life)
        of_changes = _group_rows_by_value(self.pulses.rel[changes.pulse])
        return {
            rel: RelationshipLevel(
                self.first[mine],
                self.last[mine],
                self.is_point_in_time[mine],
                changes.select_changes(of_changes[rel]),
            )
            for rel, mine in _group_rows_by_value(self.pulses.rel).items()
        }


@dataclass(frozen=True, eq=False)
class RelationshipLevel:
    """What one relationship adds to a level.

    Attributes:
        first: where the span of each date begins, [n] decimal years.
        last: where it ends.
        is_point_in_time: whether it is a point in time, [n].
        changes: of its level.
    """

    first: Floats
    last: Floats
    is_point_in_time: NDArray[np.bool_]
    changes: LevelChanges

    def level_at(self, at: Floats) -> Floats:
        """The level at each time of `at`, [m] decimal years."""
        return self.changes.level_at(at)


def build_thread_level(tables: Tables, side: ThreadSide, tags: Collection[str] | None = None) -> ThreadLevel:
    """The level of one side; with `tags`, of these alone."""
    return ThreadLevel(build_pulses(tables, side, tags), tables.settings.half_life)


def _group_rows_by_value(values: Rows) -> dict[int, Rows]:
    """The rows at which each value stands, in order."""
    order = np.argsort(values, kind="stable")
    starts = np.flatnonzero(np.diff(values[order], prepend=-1))
    return {int(values[mine[0]]): mine for mine in np.split(order, starts[1:]) if len(mine)}
