"""What a finder hands over: what it counted, and what it held against chance."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from models.finding_facts import TooFew
from models.findings import Caveat, Finding, TestedTail
from timeline.null_models.families import Floats, Tail, can_pass, correct_family

Rows = NDArray[np.intp]
FindingBuilder = Callable[[int], Finding]

TESTED_TAILS: dict[Tail, TestedTail] = {"more": "more", "less": "fewer", "either": "either"}
"""Which way is asked about, as a finding says it."""


@dataclass(frozen=True, eq=False)
class TestFamily:
    """Some counts looked at together, and how far chance reaches; every field is [H].

    Attributes:
        p: of each count alone.
        p_family: corrected for all H.
        p_family_error: of `p_family`, that comes of drawing only so many; 0 where all outcomes were counted.
        mean_of_draws: what shuffled histories show on average; NaN where nothing is drawn.
        score: which to show first, the highest.
        reachable: whether the most extreme count possible would reach a level, for some of the rows.
        build_finding: the finding of one row, without what chance says of it.
        tail: which way from chance is asked about.
        draws: how many shuffled histories there were; 0 where all outcomes were counted.
        find_caveat: why a row that is rare is not to be called clear, or None; asked of few rows.
        can_lead: whether its rows may stand among what stands out most.
    """

    p: Floats
    p_family: Floats
    p_family_error: Floats
    mean_of_draws: Floats
    score: Floats
    reachable: Callable[[Rows, float], NDArray[np.bool_]]
    build_finding: FindingBuilder
    tail: Tail
    draws: int
    find_caveat: Callable[[int], Caveat | None] = lambda _: None
    can_lead: bool = True

    @classmethod
    def from_counts(
        cls,
        counts: NDArray[Any],
        finding: FindingBuilder,
        most: ArrayLike,
        least: ArrayLike = 0,
        *,
        side: Tail = "more",
        unit: float = 1,
    ) -> "TestFamily":
        """Counts beside those of shuffled histories.

        Args:
            counts: [H, 1 + B], column 0 the history.
            finding: the finding of a row.
            most: [H] or one number, the highest count possible.
            least: [H] or one number, the lowest.
            side: which way from chance is asked about.
            unit: what a relationship adds to a count, where that is not 1.
        """
        beside = correct_family(counts, side)
        ends = [np.broadcast_to(np.asarray(end), (len(counts),)) for end in (most, least)]

        def could(rows: Rows, level: float) -> NDArray[np.bool_]:
            return can_pass(
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
            beside.p_family_error,
            beside.mean_of_draws / unit,
            beside.score,
            could,
            finding,
            side,
            draws,
        )


@dataclass(frozen=True, eq=False)
class FinderResult:
    """What one finder saw in one history.

    Attributes:
        too_few: why nothing could be asked yet; None where something was.
        counted_findings: findings that are counts and nothing else.
        test_families: what was held against chance; each corrected for itself, all of them together by their
            number.
        derive_findings: given the clear findings of this finder, those that follow only from clear ones.
    """

    too_few: TooFew | None = None
    counted_findings: tuple[Finding, ...] = ()
    test_families: tuple[TestFamily, ...] = ()
    derive_findings: Callable[[tuple[Finding, ...]], tuple[Finding, ...]] = lambda _: ()
