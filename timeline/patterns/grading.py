"""What chance makes of the counts: the three numbers of each tested line, and whether it may be called clear.

- p: of the line alone;
- p_family: corrected for all that its finder looked at, times the finder's parts;
- p_page: how often *anything* as rare stands somewhere on the page, 1 - (1 - p_family)^F for F finders that
  tested something. Lines are ranked by it, and it is said first.

*Clear* is what Holm's step-down over the finders leaves at or below 1 in 100, twice the error of the draws
included. One look at a page could be judged by 1 in 20; but people look again after each entry, and then 16
of 100 lives of nothing but chance would see the word some day. Held to 1 in 100 at every look, with twice the
error of the draws, fewer than 1 in 50 do.
What is clear follows from the history alone: nothing is kept of what was shown before.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from models.findings import Finding
from timeline.null_models import correct_holm, is_below_line, is_near_line
from timeline.null_models.finder_result import TESTED_TAILS, FinderResult, TestFamily

CLEAR = 0.01
"""The corrected p that a clear line lies below at every look."""
LISTED = 0.05
"""All lines whose corrected p lies below this are listed."""
LISTED_AT_LEAST = 3
"""So many lines are listed of a finder of which none does."""
LED_BELOW = 0.5
"""A line as rare as what half of all pages show by chance may be listed, never led with."""


@dataclass(frozen=True)
class PageCorrection:
    """What it costs each finder that others looked too.

    Attributes:
        finders: how many tested something.
        factors: for each of them, by name, what Holm's step-down multiplies its p by.
        floors: for each of them, below what no corrected p of it can lie.
    """

    finders: int
    factors: Mapping[str, float]
    floors: Mapping[str, float]

    @classmethod
    def from_results(cls, results: Mapping[str, FinderResult]) -> "PageCorrection":
        """The correction of a page.

        Args:
            results: what each finder saw, by name.
        """
        smallest = {name: _find_smallest_p(one) for name, one in results.items() if is_testing(one)}
        corrected = dict(zip(smallest, correct_holm([*smallest.values()]).tolist(), strict=True))
        factors = {name: corrected[name] / smallest[name] for name in smallest}
        return cls(len(smallest), factors, corrected)

    def page_p(self, p_family: float) -> float:
        """How often something as rare stands anywhere on the page."""
        return 1 - (1 - p_family) ** self.finders

    def clear_line(self, finder: str, parts: int) -> float:
        """What the corrected p of one part of a finder must lie below to be clear."""
        return CLEAR / (parts * self.factors[finder])


def is_testing(result: FinderResult) -> bool:
    """Whether a finder held anything against chance."""
    return any(family.p.size for family in result.test_families)


def is_undecided(name: str, result: FinderResult, correction: PageCorrection) -> bool:
    """Whether more draws could make a line clear, or no longer clear."""
    parts = len(result.test_families)
    return any(
        is_near_line(family.p_family, family.p_family_error, correction.clear_line(name, parts)).any()
        for family in result.test_families
    )


def grade_findings(name: str, result: FinderResult, correction: PageCorrection) -> list[Finding]:
    """The tested lines that are listed, each with its numbers; the furthest from chance first.

    Args:
        name: of the finder.
        result: what it saw.
        correction: what it costs that others looked too.
    """
    listed: list[tuple[float, float, Finding]] = []
    parts = len(result.test_families)
    for family in result.test_families:
        inside = np.minimum(1.0, family.p_family * parts)
        rows = _select_rows(family, inside)
        seen = family.reachable(rows, LISTED / parts) if rows.size else np.zeros(0, bool)
        for row, could in zip(rows.tolist(), seen.tolist(), strict=True):
            told = _grade_row(name, family, row, parts, correction)
            told["could_be_seen"] = could or told["p_family"] <= LISTED
            finding = family.build_finding(row).model_copy(update=told)
            listed.append((told["p_page"], -float(family.score[row]), finding))
    return [finding for *_, finding in sorted(listed, key=lambda one: (*one[:2], one[2].id))]


def _grade_row(
    name: str, family: TestFamily, row: int, parts: int, correction: PageCorrection
) -> dict[str, Any]:
    """The fields of one line that say what chance makes of it."""
    p_family = min(1.0, float(family.p_family[row]) * parts)
    page = correction.page_p(p_family)
    expected = float(family.mean_of_draws[row])
    caveat = family.find_caveat(row) if page < LED_BELOW else None
    line = correction.clear_line(name, parts)
    is_rare = bool(is_below_line(family.p_family[row], family.p_family_error[row], line))
    return {
        "expected": None if np.isnan(expected) else expected,
        "p": float(family.p[row]),
        "p_family": p_family,
        "p_page": max(page, p_family),
        "side_tested": TESTED_TAILS[family.tail],
        "draws": family.draws,
        "caveat": caveat,
        "is_clear": is_rare and correction.floors[name] <= CLEAR and caveat is None,
        "can_lead": family.can_lead and page < LED_BELOW and caveat is None,
    }


def _find_smallest_p(result: FinderResult) -> float:
    """The smallest p of a finder, corrected for all it looked at."""
    smallest = min((float(part.p_family.min(initial=1.0)) for part in result.test_families), default=1.0)
    return min(1.0, smallest * len(result.test_families))


def _select_rows(family: TestFamily, inside: NDArray[np.float64]) -> NDArray[np.intp]:
    """The rows that are listed: all that are rare, or else the strongest few."""
    order = np.argsort(-family.score, kind="stable")
    rare = order[inside[order] <= LISTED]
    return rare if len(rare) >= LISTED_AT_LEAST else order[:LISTED_AT_LEAST]
