"""What has no place in the picture: people and moments without a date, or before the birth it begins with."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from timeline.tables import Tables, bool_column, float_column, int_column, str_column

BoolArray = NDArray[np.bool_]

_TOLERANCE_YEARS = 1e-6  # years


def find_unplaced_people(tables: Tables) -> tuple[str, ...]:
    """The ids of those who stand nowhere: neither a moment nor a stretch of time with them can be drawn."""
    there = {int(rel) for rel in int_column(tables.moments, "rel")[~mask_unplaced_moments(tables)]}
    there.update(_find_rows_with_spell(tables))
    ids = str_column(tables.relationships, "id")
    return tuple(str(id_) for rel, id_ in enumerate(ids) if rel not in there)


def mask_unplaced_moments(tables: Tables) -> BoolArray:
    """Of each moment, whether it stands nowhere."""
    return ~_mask_in_range(float_column(tables.moments, "t"), tables)


def _find_rows_with_spell(tables: Tables) -> Iterator[int]:
    """The rows of those with a stretch that has a beginning, or an end, within the picture."""
    spells = tables.spells
    starts, ends = float_column(spells, "start_first"), float_column(spells, "end_last")
    known = ~np.isnan(starts) | ~bool_column(spells, "still_going")
    begin = np.where(np.isnan(starts), float_column(spells, "end_first"), starts)
    end = np.where(np.isnan(ends), float_column(spells, "start_last"), ends)
    inside = known & (begin <= tables.end + _TOLERANCE_YEARS) & (end >= tables.begin - _TOLERANCE_YEARS)
    yield from int_column(spells, "rel")[inside].tolist()


def _mask_in_range(t: NDArray[np.float64], tables: Tables) -> BoolArray:
    return (t >= tables.begin - _TOLERANCE_YEARS) & (t <= tables.end + _TOLERANCE_YEARS)
