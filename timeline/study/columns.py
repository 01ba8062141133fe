"""The entries of a history as columns, each with a name: what pages, pictures and paper read row by row.

One class for each table, with the columns they show; times are decimal years, and a number that is not known
is NaN, as `timeline.tables` says of each column. Nothing is worked out here.
"""

from dataclasses import dataclass, fields
from functools import cached_property
from typing import Any, TypeVar

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from timeline.levels import UNRATED_THEN
from timeline.tables import Tables

Floats = NDArray[np.float64]
Rows = NDArray[np.int64]
Texts = NDArray[np.object_]
Marks = NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class RelationshipColumns:
    """One row a relationship, by beginning; those without a place in time last."""

    id: Texts
    name: Texts
    kind: Texts
    on_my_mind: Marks
    gave: Floats
    came_back: Floats
    has_start: Marks
    t: Floats
    first: Floats
    end_first: Floats
    end_last: Floats
    still_going: Marks
    ended: Texts

    def __len__(self) -> int:
        return len(self.id)


@dataclass(frozen=True, eq=False)
class SpellColumns:
    """One row a stretch of a relationship."""

    rel: Rows
    start_first: Floats
    start_last: Floats
    end_first: Floats
    end_last: Floats
    still_going: Marks


@dataclass(frozen=True, eq=False)
class MomentColumns:
    """One row a moment, in time order; those without a place in time last."""

    id: Texts
    rel: Rows
    t: Floats
    first: Floats
    last: Floats
    age: Floats
    youngest: Floats
    oldest: Floats
    middle: Floats
    about: Marks
    direction: Texts
    intensity: Floats
    now: Floats
    painful: Marks
    caring: Marks
    headline: Texts
    when: Texts

    @cached_property
    def weight(self) -> Floats:
        """How much each weighs on its date: its intensity, or what one that was not rated counts as."""
        return np.where(np.isnan(self.intensity), UNRATED_THEN, self.intensity)

    def __len__(self) -> int:
        return len(self.id)


@dataclass(frozen=True, eq=False)
class LandmarkColumns:
    """One row a landmark that has a place in time."""

    label: Texts
    first: Floats
    last: Floats


@dataclass(frozen=True, eq=False)
class CheckInColumns:
    """One row a feeling named on a check-in."""

    id: Texts
    t: Floats
    day: Texts
    word: Texts
    came: Floats
    left: Floats


@dataclass(frozen=True, eq=False)
class KindNoteColumns:
    """One row a kind note that has a place in time."""

    t: Floats
    age: Floats
    moment: Rows
    text: Texts


@dataclass(frozen=True, eq=False)
class EntryColumns:
    """All of them, of one history."""

    relationships: RelationshipColumns
    spells: SpellColumns
    moments: MomentColumns
    landmarks: LandmarkColumns
    check_ins: CheckInColumns
    kind_notes: KindNoteColumns


def read_entry_columns(tables: Tables) -> EntryColumns:
    """The columns of a history's tables."""
    return EntryColumns(
        relationships=_read_columns(RelationshipColumns, tables.relationships),
        spells=_read_columns(SpellColumns, tables.spells),
        moments=_read_columns(MomentColumns, tables.moments),
        landmarks=_read_columns(LandmarkColumns, tables.landmarks),
        check_ins=_read_columns(CheckInColumns, tables.check_ins),
        kind_notes=_read_columns(KindNoteColumns, tables.kind_notes),
    )


_Columns = TypeVar("_Columns", bound=Any)
_DTYPES: dict[Any, Any] = {Floats: np.float64, Rows: np.int64, Texts: np.object_, Marks: np.bool_}


def _read_columns(kind: type[_Columns], table: pd.DataFrame) -> _Columns:
    columns: _Columns = kind(
        **{field.name: table[field.name].to_numpy(dtype=_DTYPES[field.type]) for field in fields(kind)}
    )
    return columns
