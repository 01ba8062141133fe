"""In which order uncertain dates fell: each is drawn several times from the days it can mean.

Every other drawing is the mirror image of the one before (what was drawn early in its span lies as late), so
that of two moments of one span each comes first in exactly half of them. The drawings hang on nothing but the
moments: they are part of what is counted, and other coins of the null model leave the count as it is.
"""

import numpy as np
from numpy.typing import NDArray

from timeline.null_models.first_occurrences import find_group_starts
from timeline.null_models.shuffles import Ranks, rank_type

Floats = NDArray[np.float64]

DRAWINGS = 20
"""How often the dates are drawn; an even number."""
FEWER_DRAWINGS = 2
"""How often in a life of very many moments: one alone says little there, and time is short."""
MANY_MOMENTS = 2_000
_SEED = 20


def count_drawings(moments: int) -> int:
    """How often the dates of so many moments are drawn."""
    return DRAWINGS if moments <= MANY_MOMENTS else FEWER_DRAWINGS


def rank_spans(owner: NDArray[np.intp], spans: Floats, drawings: int) -> Ranks:
    """The rank of each moment among those of its owner, as the dates were drawn, [E, drawings].

    Moments of one and the same instant share a rank; spans of any length hardly ever do.

    Args:
        owner: whole numbers [E]; those of one owner lie together.
        spans: [E, 2], the first and the last each can mean.
        drawings: an even number.
    """
    early = np.random.default_rng(_SEED).random((drawings // 2, len(owner)))
    place = np.stack([early, 1 - early], axis=1).reshape(drawings, len(owner))
    times = spans[:, 0] + place * (spans[:, 1] - spans[:, 0])
    order = np.lexsort((times, np.broadcast_to(owner, times.shape)), axis=1)
    in_order = np.take_along_axis(times, order, axis=1)
    later = np.zeros(times.shape, np.intp)
    later[:, 1:] = in_order[:, 1:] > in_order[:, :-1] + 1e-9
    starts = find_group_starts(owner)
    later[:, starts] = 0
    above = later.cumsum(axis=1)
    sizes = np.diff(starts, append=len(owner))
    above -= np.repeat(above[:, starts], sizes, axis=1)
    ranks = np.empty(times.shape, rank_type(int(sizes.max(initial=1)) - 1))
    np.put_along_axis(ranks, order, above.astype(ranks.dtype), axis=1)
    return np.ascontiguousarray(ranks.T)
