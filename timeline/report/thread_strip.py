"""A thread on the axis of a life as a strip of marks, in mm: numbers that would touch stand apart."""

from collections.abc import Sequence

import numpy as np

DISC_MM = 3.9
"""mm from one numbered disc to the next, where they would touch."""
MAX_NUMBERED = 30
"""More marks than this stand each on its own date, discs without a number."""
_RING_MM = 2.1


def place_discs(places: Sequence[float], axis: float) -> list[float]:
    """Where the numbered discs of `places` stand, rising, on an axis so many mm long."""
    return _spread_if_few(places, DISC_MM, DISC_MM / 2, axis - DISC_MM / 2)


def place_rings(places: Sequence[float], axis: float) -> list[float]:
    """Where the rings of `places` stand, rising, on an axis so many mm long."""
    return _spread_if_few(places, _RING_MM, 0.9, axis)


def spread_places(places: Sequence[float], gap: float, low: float, high: float) -> list[float]:
    """`places` (rising) pushed to at least `gap` from each other, each as near to its own as they allow.

    Where they do not all fit between `low` and `high`, they stand evenly from one to the other.
    """
    if not places:
        return []
    if (len(places) - 1) * gap >= high - low:
        return [float(p) for p in np.linspace(low, high, len(places))]
    # Neighbours that would touch form one block around the mean of where they want to stand.
    blocks: list[list[float]] = []
    for place in places:
        blocks.append([place])
        while (
            len(blocks) > 1
            and _block_start(blocks[-1], gap, low, high) < _block_end(blocks[-2], gap, low, high) + gap
        ):
            joined = blocks.pop()
            blocks[-1] += joined
    return [_block_start(block, gap, low, high) + n * gap for block in blocks for n in range(len(block))]


def _spread_if_few(places: Sequence[float], gap: float, low: float, high: float) -> list[float]:
    stand = spread_places(places, gap, low, high) if len(places) <= MAX_NUMBERED else places
    return [round(x, 2) for x in stand]


def _block_start(block: Sequence[float], gap: float, low: float, high: float) -> float:
    length = (len(block) - 1) * gap
    return min(max(sum(block) / len(block) - length / 2, low), high - length)


def _block_end(block: Sequence[float], gap: float, low: float, high: float) -> float:
    return _block_start(block, gap, low, high) + (len(block) - 1) * gap
