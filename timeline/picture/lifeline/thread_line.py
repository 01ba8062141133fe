"""The selected thread: its numbered beads joined in time order, past what does not belong to it."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from models.tags import ThreadSide
from timeline.picture.lifeline.marks import Mark, Stroke
from timeline.picture.lifeline.text_layout import Rectangle
from timeline.study.thread_levels import Floats

_POINTS_PER_PATH = 25
_SWING_FACTORS = (1.0, 0.5, 1.8)
"""How wide to swing round, in parts of what is usual for the height."""
_BEAD_CLEARANCE_PX, _OWN_PATH_CLEARANCE_PX, _SEARCH_MARGIN_PX = 3.0, 9.0, 60.0

BeadSpots = NDArray[np.float64]
"""x, y and radius of each bead, [n, 3]."""
_LINE_PX = 1.7
_SEARCH_HEIGHT_PX = 20
"""px above and below two beads in which their line may meet others."""
_SWING_PX, _MAX_SWING_PX, _SWING_SHARE = 18, 64.0, 0.25
"""How far a line swings out: px, px at the most, and the share of the height it crosses."""
_BEAD_COST, _NAME_COST, _OWN_COST, _PX_A_COST = 3.0, 0.5, 0.25, 300
"""What a line pays: a bead it touches, a point in a name or near its own way; and how many px cost 1."""


def draw_thread_line(
    beads: Sequence[tuple[float, float]],
    others: BeadSpots,
    names: Sequence[Rectangle],
    role: ThreadSide,
    right: float,
) -> Iterator[Mark]:
    """The dashed line from each numbered bead to the next.

    It leaves to the right and arrives from the left, since time runs right; so between beads of nearly the
    same time it swings round instead of standing up as a spike. Of some swings the one is taken that meets
    the fewest unrelated beads, names and pieces of its own way so far.

    Args:
        beads: x and y of the numbered beads, in time order.
        others: the beads that do not belong to the thread.
        names: where names stand.
        role: of its colour.
        right: x it may not pass.
    """
    boxes = np.array(names, np.float64).reshape(-1, 4)
    before = np.zeros((0, 2))
    for a, b in pairwise(beads):
        near = others[_mask_near_path(others, a, b)]
        behind = before[_mask_near_path(before, a, b)]
        x, y = min(_candidate_paths(a, b, right), key=lambda path: _path_cost(path, near, boxes, behind))
        before = np.concatenate([before, np.stack([x, y], axis=1)[3:-3]])
        yield Stroke(
            tuple(x.round(1).tolist()),
            tuple(y.round(1).tolist()),
            role,
            _LINE_PX,
            dash="dashes",
            subject="joined",
        )


def _mask_near_path(spots: Floats, a: tuple[float, float], b: tuple[float, float]) -> NDArray[np.bool_]:
    """Which of the spots, [n, 2 or more], a way from `a` to `b` may meet."""
    (x0, x1), (y0, y1) = sorted((a[0], b[0])), sorted((a[1], b[1]))
    across = (spots[:, 0] > x0 - _SEARCH_MARGIN_PX) & (spots[:, 0] < x1 + _SEARCH_MARGIN_PX)
    return np.asarray(
        across & (spots[:, 1] > y0 - _SEARCH_HEIGHT_PX) & (spots[:, 1] < y1 + _SEARCH_HEIGHT_PX)
    )


def _candidate_paths(
    a: tuple[float, float], b: tuple[float, float], right: float
) -> Iterator[tuple[Floats, Floats]]:
    """Curves from `a` to `b`, the calmest first."""
    (x0, y0), (x1, y1) = a, b
    far = (x1 - x0) / 2
    usual = min(_MAX_SWING_PX, _SWING_PX + abs(y1 - y0) * _SWING_SHARE)
    s = np.linspace(0, 1, _POINTS_PER_PATH)
    u = 1 - s
    for out in (usual * swing for swing in _SWING_FACTORS):
        for back in (usual * swing for swing in _SWING_FACTORS):
            p1, p2 = x0 + max(far, out), x1 - max(far, back)
            x = u**3 * x0 + 3 * u * u * s * p1 + 3 * u * s * s * p2 + s**3 * x1
            y = u**3 * y0 + 3 * u * u * s * y0 + 3 * u * s * s * y1 + s**3 * y1
            yield np.minimum(x, right), y


def _path_cost(path: tuple[Floats, Floats], others: BeadSpots, boxes: BeadSpots, before: Floats) -> float:
    x, y = path
    through = 0.0
    if len(others):
        away = np.hypot(x[:, None] - others[:, 0], y[:, None] - others[:, 1]) - others[:, 2]
        through += _BEAD_COST * float(np.count_nonzero(away.min(axis=0) < _BEAD_CLEARANCE_PX))
    if len(boxes):
        inside = (
            (x[:, None] > boxes[:, 0])
            & (y[:, None] > boxes[:, 1])
            & (x[:, None] < boxes[:, 2])
            & (y[:, None] < boxes[:, 3])
        )
        through += float(np.count_nonzero(inside)) * _NAME_COST
    if len(before):
        away = np.abs(x[:, None] - before[:, 0]) + np.abs(y[:, None] - before[:, 1])
        through += _OWN_COST * float(np.count_nonzero(away.min(axis=1) < _OWN_PATH_CLEARANCE_PX))
    length = float(np.hypot(np.diff(x), np.diff(y)).sum())
    return through + length / _PX_A_COST
