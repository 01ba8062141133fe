"""What has no place in the picture: people and moments without a date, or before the birth it begins with."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from timeline.study.study import Study

BoolArray = NDArray[np.bool_]

_TOLERANCE_YEARS = 1e-6  # years


def find_unplaced_people(study: Study) -> tuple[str, ...]:
    """The ids of those who stand nowhere: neither a moment nor a stretch of time with them can be drawn."""
    there = {int(rel) for rel in study.moments.rel[~mask_unplaced_moments(study)]}
    there.update(_find_rows_with_spell(study))
    ids = study.relationships.id
    return tuple(str(id_) for rel, id_ in enumerate(ids) if rel not in there)


def mask_unplaced_moments(study: Study) -> BoolArray:
    """Of each moment, whether it stands nowhere."""
    return ~_mask_in_range(study.moments.t, study)


def _find_rows_with_spell(study: Study) -> Iterator[int]:
    """The rows of those with a stretch that has a beginning, or an end, within the picture."""
    spells = study.spells
    starts, ends = spells.start_first, spells.end_last
    known = ~np.isnan(starts) | ~spells.still_going
    begin = np.where(np.isnan(starts), spells.end_first, starts)
    end = np.where(np.isnan(ends), spells.start_last, ends)
    inside = known & (begin <= study.end + _TOLERANCE_YEARS) & (end >= study.begin - _TOLERANCE_YEARS)
    yield from spells.rel[inside].tolist()


def _mask_in_range(t: NDArray[np.float64], study: Study) -> BoolArray:
    return (t >= study.begin - _TOLERANCE_YEARS) & (t <= study.end + _TOLERANCE_YEARS)
