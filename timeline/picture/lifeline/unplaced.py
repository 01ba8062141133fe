"""What has no place in the picture: people and moments without a date, or before the birth it begins with."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from timeline.tables import Tables, flags, floats, rows, words

Flags = NDArray[np.bool_]

_HAIR = 1e-6  # years


def people_without(tables: Tables) -> tuple[str, ...]:
    """The ids of those who stand nowhere: neither a moment nor a stretch of time with them can be drawn."""
    there = {int(rel) for rel in rows(tables.moments, "rel")[~moments_without(tables)]}
    there.update(_with_a_stretch(tables))
    ids = words(tables.relationships, "id")
    return tuple(str(id_) for rel, id_ in enumerate(ids) if rel not in there)


def moments_without(tables: Tables) -> Flags:
    """Of each moment, whether it stands nowhere."""
    return ~_shown(floats(tables.moments, "t"), tables)


def _with_a_stretch(tables: Tables) -> Iterator[int]:
    """The rows of those with a stretch that has a beginning, or an end, within the picture."""
    spells = tables.spells
    starts, ends = floats(spells, "start_first"), floats(spells, "end_last")
    known = ~np.isnan(starts) | ~flags(spells, "still_going")
    begin = np.where(np.isnan(starts), floats(spells, "end_first"), starts)
    end = np.where(np.isnan(ends), floats(spells, "start_last"), ends)
    inside = known & (begin <= tables.end + _HAIR) & (end >= tables.begin - _HAIR)
    yield from rows(spells, "rel")[inside].tolist()


def _shown(t: NDArray[np.float64], tables: Tables) -> Flags:
    return (t >= tables.begin - _HAIR) & (t <= tables.end + _HAIR)
