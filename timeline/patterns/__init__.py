"""Patterns: what recurs in a history, told from chance where it can be.

A finder is a file of this folder and its line in `FINDERS`. Its docstring is its page in the method, and
`look` turns a history into counts. What chance makes of the counts is said here, in the same way for all of
them:

- inside a finder, every count is corrected for all that were looked at (`timeline.null_models`, max-T);
- across the finders that tested something, Holm's step-down on the smallest of each;
- *clear* is what passes both at 1 in 20, *possible* what passes inside its finder, *counted* what passes
  neither, *too few to tell* what could not have passed, whatever the history said;
- what lies near a line is looked at again with more shuffled histories, and passes only where it lies beyond
  the line by twice the error that so many leave: no level is the luck of the draws.

A finder that found something keeps its strongest few other counts, so that what was not told from chance is
seen as well.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from models.finding_facts import TooFew
from models.findings import Certainty, Finding, pattern_id
from timeline.null_models import DRAWS, MORE_DRAWS, correct_holm, is_below_line, is_near_line
from timeline.null_models.date_draws import DATE_DRAWS, redraw_dates
from timeline.null_models.finder_result import TESTED_TAILS, FinderResult, TestFamily
from timeline.null_models.tag_matrix import TagMatrix
from timeline.patterns import (
    answers,
    carry,
    easing,
    echo,
    fading,
    kinds,
    overlap,
    reasons,
    reciprocity,
    recurrence,
    sequence,
    turning,
    wish,
)
from timeline.patterns import (
    tag_pairs as together,
)
from timeline.tables import Tables


class Finder(Protocol):
    """A file of this folder.

    Attributes:
        NAME: as findings carry it.
        QUESTION: what it asks, in the person's words.
        MIN_RELATIONSHIPS: from how many relationships on it is tested; 0 for a finder that only counts.
    """

    NAME: str
    QUESTION: str
    MIN_RELATIONSHIPS: int

    def find(self, ground: TagMatrix) -> FinderResult:
        """What it sees; called with `FROM` relationships or more."""


FINDERS: tuple[Finder, ...] = (
    recurrence,
    answers,
    echo,
    sequence,
    reciprocity,
    together,
    kinds,
    carry,
    fading,
    easing,
    turning,
    wish,
    reasons,
    overlap,
)
"""In the order in which they are shown."""

SIGNIFICANCE = 0.05
TOO_FEW_SAID_FROM = 5
"""From how many relationships on it is said what could not be told yet."""
SHOWN_WITHOUT_PASSING = 3
"""So many counts are shown of a finder that did not pass."""
DATE_FINDERS = (recurrence, echo, carry, fading, easing, turning)
"""Those that a redrawn date can change; `sequence` draws its dates itself."""
DATELESS_FINDERS = tuple(finder for finder in FINDERS if finder not in DATE_FINDERS)


def find_patterns(
    tables: Tables, *, draws: int = DRAWS, more: int = MORE_DRAWS, finders: Sequence[Finder] = FINDERS
) -> tuple[Finding, ...]:
    """Every pattern of a history, finder by finder, what stands out most first.

    The same tables always give the same findings.

    Args:
        tables: the history, framed.
        draws: how many shuffled histories each finder looks at.
        more: how many where the first answer lay near a line; no more than `draws` for never.
        finders: what is asked.
    """
    ground = TagMatrix(tables, draws)
    return _collect_findings(ground, finders, _run_finders(ground, finders, more))


def _run_finders(
    ground: TagMatrix, finders: Sequence[Finder], more: int, others: dict[str, FinderResult] | None = None
) -> dict[str, FinderResult]:
    """What each finder that can ask saw, after a second look at more draws where the first was too near.

    Args:
        ground: the history.
        finders: who looks.
        more: how many draws the second look has.
        others: what other finders saw already; theirs stays as it is.
    """
    ready = [finder for finder in finders if ground.n >= finder.MIN_RELATIONSHIPS]
    looks = (others or {}) | {finder.NAME: finder.find(ground) for finder in ready}
    if more <= ground.draws:
        return looks
    smallest = {name: _smallest_p(look) for name, look in looks.items() if look.test_families}
    corrected, wider = _correct_across_finders(smallest), replace(ground, draws=more)
    again = [
        finder
        for finder in ready
        if finder.NAME in smallest
        and _is_undecided(looks[finder.NAME], corrected[finder.NAME] / smallest[finder.NAME])
    ]
    return looks | {finder.NAME: finder.find(wider) for finder in again}


def _is_undecided(look: FinderResult, factor: float) -> bool:
    """Whether more draws could change a level: one of *possible*, or one of *clear*."""
    lines = (
        [SIGNIFICANCE / len(look.test_families), SIGNIFICANCE / (len(look.test_families) * factor)]
        if look.test_families
        else []
    )
    return any(
        is_near_line(part.p_family, part.p_family_error, line).any()
        for part in look.test_families
        for line in lines
    )


def _collect_findings(
    ground: TagMatrix, finders: Sequence[Finder], looks: dict[str, FinderResult]
) -> tuple[Finding, ...]:
    """The findings of some finders, each with its level.

    Args:
        ground: the history.
        finders: whose findings.
        looks: what all of them saw, and others whose number counts.
    """
    smallest = {name: _smallest_p(look) for name, look in looks.items() if look.test_families}
    corrected = _correct_across_finders(smallest)
    found: list[Finding] = []
    for finder in finders:
        look = looks.get(finder.NAME) or FinderResult(
            too_few=TooFew(has=ground.n, needs=finder.MIN_RELATIONSHIPS)
        )
        if look.too_few and ground.n >= TOO_FEW_SAID_FROM:
            found.append(_build_too_few_finding(finder, look.too_few, ground.n))
        tested = _grade_findings(look, smallest.get(finder.NAME, 1.0), corrected.get(finder.NAME, 1.0))
        clear = tuple(finding for finding in tested if finding.level == "clear")
        found += [*tested, *look.derive_findings(clear), *look.counted_findings]
    return tuple(found)


def _build_too_few_finding(finder: Finder, why: TooFew, n: int) -> Finding:
    """What is said of a finder that could not ask."""
    return Finding(
        id=pattern_id(finder.NAME),
        finder=finder.NAME,
        tags=(),
        facts=why.model_copy(update={"question": finder.QUESTION}),
        k=n,
        of=n,
        level="too few to tell",
        could_be_seen=False,
    )


def _smallest_p(look: FinderResult) -> float:
    """The smallest p of a finder, corrected for all it looked at."""
    smallest = min((float(part.p_family.min(initial=1.0)) for part in look.test_families), default=1.0)
    return min(1.0, smallest * len(look.test_families))


def _correct_across_finders(smallest: dict[str, float]) -> dict[str, float]:
    """The smallest p of each finder, corrected for all finders."""
    return dict(zip(smallest, correct_holm([*smallest.values()]).tolist(), strict=True))


def _grade_findings(look: FinderResult, smallest: float, corrected: float) -> list[Finding]:
    """The tested findings that are shown, each with its level; the furthest from chance first.

    Args:
        look: what the finder saw.
        smallest: its smallest p, corrected inside the finder.
        corrected: the same, corrected across finders.
    """
    factor = corrected / smallest
    parts = len(look.test_families)
    shown: list[tuple[float, Finding]] = []
    for part in look.test_families:
        inside = np.minimum(1.0, part.p_family * parts)
        possible = is_below_line(part.p_family, part.p_family_error, SIGNIFICANCE / parts)
        clear = is_below_line(part.p_family, part.p_family_error, SIGNIFICANCE / (parts * factor))
        rows = _select_rows(part, possible)
        could = part.reachable(rows, SIGNIFICANCE / parts) if rows.size else np.zeros(0, bool)
        for row, seen in zip(rows.tolist(), could.tolist(), strict=True):
            report = min(1.0, max(corrected, float(inside[row]) * factor))
            expected = float(part.mean_of_draws[row])
            passed = bool(possible[row])
            sure = passed and report <= SIGNIFICANCE and bool(clear[row])
            added = {
                "expected": None if np.isnan(expected) else expected,
                "p": float(part.p[row]),
                "side_tested": TESTED_TAILS[part.tail],
                "draws": part.draws,
                "p_family": float(inside[row]),
                "p_report": report,
                "level": _grade_certainty(sure, passed, seen),
                "could_be_seen": seen or passed,
            }
            shown.append((-float(part.score[row]), part.build_finding(row).model_copy(update=added)))
    return [finding for _, finding in sorted(shown, key=lambda one: (one[0], one[1].id))]


def _select_rows(part: TestFamily, possible: NDArray[np.bool_]) -> NDArray[np.intp]:
    """The rows that are shown: all that passed, or else the strongest few."""
    order = np.argsort(-part.score, kind="stable")
    passed = order[possible[order]]
    return passed if len(passed) >= SHOWN_WITHOUT_PASSING else order[:SHOWN_WITHOUT_PASSING]


def _grade_certainty(clear: bool, possible: bool, seen: bool) -> Certainty:
    if clear:
        return "clear"
    if possible:
        return "possible"
    return "counted" if seen else "too few to tell"


def measure_date_stability(
    tables: Tables,
    findings: Sequence[Finding],
    *,
    times: int = DATE_DRAWS,
    draws: int = DRAWS,
    more: int = MORE_DRAWS,
) -> dict[str, float]:
    """For each finding, the share of draws of the uncertain dates in which its level stands.

    It takes nearly `times` as long as `find`, so it is asked for once the findings are shown. For a finder
    that uses no dates there is nothing to check: 1.

    Args:
        tables: the history, framed.
        findings: what `find` said of it.
        times: how often the dates are drawn.
        draws: how many shuffled histories each finder looks at.
        more: how many where the first answer lay near a line.
    """
    ground, moved = TagMatrix(tables, draws), {finder.NAME for finder in DATE_FINDERS}
    rng, others = ground.rng("dates"), _run_finders(ground, DATELESS_FINDERS, more)
    stands = {finding.id: 0 if finding.finder in moved else times for finding in findings}
    for _ in range(times):
        drawn = TagMatrix(redraw_dates(tables, rng), draws)
        told = _collect_findings(drawn, DATE_FINDERS, _run_finders(drawn, DATE_FINDERS, more, others))
        again = {finding.id: finding for finding in told}
        for finding in findings:
            if finding.finder in moved:
                stands[finding.id] += _is_unchanged(finding, again.get(finding.id))
    return {name: count / times for name, count in stands.items()}


def _is_unchanged(finding: Finding, again: Finding | None) -> bool:
    """Whether a finding is what it was; one that is no longer shown passed nothing."""
    if again is None:
        return finding.level not in _PASSED_GRADES and not finding.recurs
    return (
        _PASSED_GRADES.get(finding.level) == _PASSED_GRADES.get(again.level)
        and finding.recurs == again.recurs
    )


_PASSED_GRADES: dict[Certainty, int] = {"clear": 1, "possible": 2}


def get_finder(name: str, finders: Sequence[Finder] = FINDERS) -> Finder:
    """The finder of this name.

    Raises:
        KeyError: there is none.
    """
    return {finder.NAME: finder for finder in finders}[name]
