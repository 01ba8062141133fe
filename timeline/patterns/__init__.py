"""Patterns: what recurs in a history, told from chance where it can be.

A finder is a file of this folder and its line in `FINDERS`. Its docstring is its page in the method, and
`find` turns a history into counts. What chance makes of the counts is said in the same way for all of them
(`timeline.patterns.grading`): three numbers on every tested line, and one word, *clear*.

What lies near the line of that word is looked at again with more shuffled histories, and passes only where it
lies beyond it by twice the error that so many leave: no word is the luck of the draws. What uses the middle
of an uncertain date is clear only if it stays so in half of 20 drawings of the dates.

A finder that found something keeps its strongest few other counts, so that what chance does as often is seen
as well.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Protocol

from models.finding_facts import TooFew
from models.findings import Finding, pattern_id
from timeline.null_models import DRAWS, MORE_DRAWS
from timeline.null_models.date_draws import DATE_DRAWS, redraw_dates
from timeline.null_models.finder_result import FinderResult
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
from timeline.patterns.grading import PageCorrection, grade_findings, is_testing, is_undecided
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
        """What it sees; called with `MIN_RELATIONSHIPS` or more."""


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

TOO_FEW_SAID_FROM = 5
"""From how many relationships on it is said what could not be told yet."""
DATED_FINDERS = (echo, carry, fading, easing, turning)
"""Those that test by the middle of uncertain dates; an order is tested by its share of drawings instead."""
HOLDS_FROM = 0.5
"""Share of drawings of the dates in which what is clear must be so."""


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
    results = _run_finders(ground, finders, more)
    found = _collect_findings(ground, finders, results)
    vague = [one for one in finders if one in DATED_FINDERS and _has_clear_finding(one, found)]
    return _check_dates(ground, vague, results, found, more) if vague else found


def rank_findings(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """What may stand among what stands out most, the rarest first.

    Args:
        findings: what was found.
    """
    led = [one for one in findings if one.can_lead]
    return tuple(sorted(led, key=lambda one: (one.p_page, one.p_family, one.p, one.id)))


def _run_finders(
    ground: TagMatrix,
    finders: Sequence[Finder],
    more: int,
    others: Mapping[str, FinderResult] | None = None,
) -> dict[str, FinderResult]:
    """What each finder that can ask saw, after a second look at more draws where the first was too near.

    Args:
        ground: the history.
        finders: who looks.
        more: how many draws the second look has.
        others: what other finders saw already; theirs stays as it is.
    """
    ready = [finder for finder in finders if ground.n >= finder.MIN_RELATIONSHIPS]
    results = dict(others or {}) | {finder.NAME: finder.find(ground) for finder in ready}
    if more <= ground.draws:
        return results
    correction, wider = PageCorrection.from_results(results), replace(ground, draws=more)
    again = [
        finder
        for finder in ready
        if is_testing(results[finder.NAME]) and is_undecided(finder.NAME, results[finder.NAME], correction)
    ]
    return results | {finder.NAME: finder.find(wider) for finder in again}


def _collect_findings(
    ground: TagMatrix, finders: Sequence[Finder], results: Mapping[str, FinderResult]
) -> tuple[Finding, ...]:
    """The findings of some finders, each with its numbers.

    Args:
        ground: the history.
        finders: whose findings.
        results: what all of them saw, and others whose number counts.
    """
    correction = PageCorrection.from_results(results)
    found: list[Finding] = []
    for finder in finders:
        result = results.get(finder.NAME) or FinderResult(
            too_few=TooFew(has=ground.n, needs=finder.MIN_RELATIONSHIPS)
        )
        if result.too_few and ground.n >= TOO_FEW_SAID_FROM:
            found.append(_build_too_few_finding(finder, result.too_few, ground.n))
        tested = grade_findings(finder.NAME, result, correction) if is_testing(result) else []
        clear = tuple(finding for finding in tested if finding.is_clear)
        found += [*tested, *result.derive_findings(clear), *result.counted_findings]
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
        could_be_seen=False,
    )


def _has_clear_finding(finder: Finder, found: Sequence[Finding]) -> bool:
    return any(one.is_clear for one in found if one.finder == finder.NAME)


def _check_dates(
    ground: TagMatrix,
    finders: Sequence[Finder],
    results: Mapping[str, FinderResult],
    found: Sequence[Finding],
    more: int,
) -> tuple[Finding, ...]:
    """The findings, clear where they stay so in enough drawings of the uncertain dates.

    Args:
        ground: the history.
        finders: those that use the middle of a date and found something clear.
        results: what all finders saw; the others' stay as they are.
        found: what was found.
        more: as for `find_patterns`.
    """
    rng, held = ground.rng("dates"), Counter[str]()
    for _ in range(DATE_DRAWS):
        drawn = TagMatrix(redraw_dates(ground.tables, rng), ground.draws)
        again = _collect_findings(drawn, finders, _run_finders(drawn, finders, more, results))
        held.update(one.id for one in again if one.is_clear)
    names = {finder.NAME for finder in finders}
    return tuple(
        _apply_date_check(one, held[one.id] / DATE_DRAWS) if one.is_clear and one.finder in names else one
        for one in found
    )


def _apply_date_check(finding: Finding, share: float) -> Finding:
    if share >= HOLDS_FROM:
        return finding.model_copy(update={"dates_hold": share})
    return finding.model_copy(update={"dates_hold": share, "is_clear": False, "caveat": "vague dates"})


def get_finder(name: str, finders: Sequence[Finder] = FINDERS) -> Finder:
    """The finder of this name.

    Raises:
        KeyError: there is none.
    """
    return {finder.NAME: finder for finder in finders}[name]
