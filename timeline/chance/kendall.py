"""Kendall's S: how many more pairs rise with time than fall."""

import numpy as np
from numpy.typing import NDArray

from timeline.chance.shuffles import Ranks


def kendall_s(times: NDArray[np.intp], values: Ranks) -> NDArray[np.int64]:
    """Rising pairs minus falling pairs, [C]; pairs of one time or one value count for neither.

    Args:
        times: ranks in time [m], never falling; equal ones happened together.
        values: [m, C], the values at these times, one column per history.
    """
    places, columns = values.shape
    out = np.zeros(columns, np.int64)
    later_from = np.searchsorted(times, times, side="right")
    kind = np.uint8 if places < 1 << 8 else np.uint16 if places < 1 << 16 else np.uint32
    for place, first_later in enumerate(later_from):
        later = values[first_later:]
        out += (later > values[place]).sum(axis=0, dtype=kind)
        out -= (later < values[place]).sum(axis=0, dtype=kind)
    return out
