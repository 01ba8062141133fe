"""What a finder hands over: what it counted, and what it held against chance."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from models.findings import Finding, SideTested
from timeline.null_models.families import Floats, Side, could_pass, family

Rows = NDArray[np.intp]
Said = Callable[[int, float], Finding]

SIDES: dict[Side, SideTested] = {"more": "more", "less": "fewer", "either": "either"}
"""Which way is asked about, as a finding says it."""


@dataclass(frozen=True, eq=False)
class Tested:
    """Some counts looked at together, and how far chance reaches; every field is [H].

    Attributes:
        p: of each count alone.
        p_family: corrected for all H.
        error: of `p_family`, that comes of drawing only so many; 0 where all outcomes were counted.
        expected: what shuffled histories show on average; NaN where nothing is drawn.
        score: which to show first, the highest.
        could: whether the most extreme count possible would reach a level, for some of the rows.
        finding: the finding of one row, given what is expected of it, without what chance says of it.
        side: which way from chance is asked about.
        draws: how many shuffled histories there were; 0 where all outcomes were counted.
    """

    p: Floats
    p_family: Floats
    error: Floats
    expected: Floats
    score: Floats
    could: Callable[[Rows, float], NDArray[np.bool_]]
    finding: Said
    side: Side
    draws: int

    @classmethod
    def against(
        cls,
        counts: NDArray[Any],
        finding: Said,
        most: ArrayLike,
        least: ArrayLike = 0,
        *,
        side: Side = "more",
    ) -> "Tested":
        """Counts beside those of shuffled histories.

        Args:
            counts: [H, 1 + B], column 0 the history.
            finding: what a row says, given what is expected.
            most: [H] or one number, the highest count possible.
            least: [H] or one number, the lowest.
            side: which way from chance is asked about.
        """
        beside = family(counts, side)
        ends = [np.broadcast_to(np.asarray(end), (len(counts),)) for end in (most, least)]

        def could(rows: Rows, level: float) -> NDArray[np.bool_]:
            return could_pass(
                counts[rows],
                ends[0][rows],
                ends[1][rows],
                side=side,
                level=level,
                furthest=beside.furthest,
            )

        draws = counts.shape[1] - 1
        return cls(
            beside.p,
            beside.p_family,
            beside.error,
            beside.expected,
            beside.score,
            could,
            finding,
            side,
            draws,
        )


@dataclass(frozen=True, eq=False)
class Look:
    """What one finder saw in one history.

    Attributes:
        few: why nothing could be asked yet, in a sentence; "" where something was.
        counted: findings that are counts and nothing else.
        tested: what was held against chance; each corrected for itself, all of them together by their number.
        then: given the clear findings of this finder, those that follow only from clear ones.
    """

    few: str = ""
    counted: tuple[Finding, ...] = ()
    tested: tuple[Tested, ...] = ()
    then: Callable[[tuple[Finding, ...]], tuple[Finding, ...]] = lambda _: ()
