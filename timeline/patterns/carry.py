"""Does a tag carry over into the very next relationship?

Relationships that began on one date are one step, and a tag is in a step if one of them holds it. Counted,
per tag and for all tags together: the steps with the tag that are followed by a step with it (`k`), of those
with the tag that have a next one (`of`). Held against histories with the same sums
(`null_models.draw_fixed_margins`), more often than that. Relationships without any date are left out, as
nobody knows what came next.

A tag that belongs to one kind of bond, or to one half of life, is followed by itself for that reason alone.
So a line is clear only if it is rare (1 in 20 by itself) beside histories shuffled inside each kind as well,
and inside each half of life. Where a life changes its course it is still false in a third of cases: it is
never among what stands out most.

Needs 12 relationships. `effect` is the share, with Jeffreys' interval.

Source, as far as we read: Besag and Clifford 1989 and Ryser 1957 for the shuffles; the question is Wald and
Wolfowitz' (1943) of whether neighbours resemble each other.
"""

from dataclasses import replace
from functools import cache

import numpy as np

from models.finding_facts import TooFew
from models.findings import Caveat, Finding, pattern_id
from timeline.null_models import Draws, count_repeats, p_value
from timeline.null_models.finder_result import FinderResult, TestFamily
from timeline.null_models.first_occurrences import find_group_starts
from timeline.null_models.intervals import jeffreys
from timeline.null_models.shuffles import rank_values
from timeline.null_models.tag_counts import Counts
from timeline.null_models.tag_matrix import Mask, Rows, TagMatrix

NAME = "carry"
QUESTION = "Does a tag carry into the very next relationship?"
MIN_RELATIONSHIPS = 12
GUARD_LEVEL = 0.05
"""What the p of a line alone must lie at or below beside histories shuffled inside kinds, and halves."""


def find(ground: TagMatrix) -> FinderResult:
    """Every tag, and all of them together in the last row."""
    if ground.dated_count < MIN_RELATIONSHIPS:
        return FinderResult(
            too_few=TooFew(has=ground.dated_count, needs=MIN_RELATIONSHIPS, unit="dated relationships")
        )
    has = ground.holds[: ground.dated_count]
    k = has.sum(axis=0)
    movable = np.flatnonzero((k >= 2) & (k < len(has)))
    if not movable.size:
        return FinderResult()
    steps = rank_values(ground.row_starts[: ground.dated_count])
    in_step = _gather_steps(has, steps)[:, movable].sum(axis=0)

    def count(draws: Draws) -> Counts:
        single = count_repeats(draws, steps)[movable]
        return np.concatenate([single, single.sum(axis=0, dtype=np.int16)[None, :]])

    guards: tuple[tuple[Caveat, Rows], ...] = (
        ("goes with kind", ground.dated_kind_strata),
        ("goes with half of life", (steps > np.median(steps)).astype(np.intp)),
    )

    @cache
    def guard_p(guard: int) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
        caveat, strata = guards[guard]
        return p_value(count(ground.draw_dated_strata(strata, f"{NAME} {caveat}")))

    def find_caveat(row: int) -> Caveat | None:
        failed = (one for one in range(len(guards)) if guard_p(one)[row] > GUARD_LEVEL)
        return next((guards[one][0] for one in failed), None)

    def finding(row: int) -> Finding:
        return _carry_finding(ground, steps, movable.tolist() if row == len(movable) else [int(movable[row])])

    most = np.maximum(0, in_step - 1)
    family = TestFamily.from_counts(count(ground.dated_margin_draws), finding, np.append(most, most.sum()))
    return FinderResult(test_families=(replace(family, find_caveat=find_caveat, can_lead=False),))


def _gather_steps(has: Mask, steps: Rows) -> Mask:
    """Which step holds which tag, [steps, T]."""
    return np.asarray(np.logical_or.reduceat(has, find_group_starts(steps), axis=0), bool)


def _carry_finding(ground: TagMatrix, steps: Rows, columns: list[int]) -> Finding:
    one = len(columns) == 1
    by_step = _gather_steps(ground.holds[: ground.dated_count, columns], steps)
    before, after = by_step[:-1], by_step[1:]
    k, of = int((before & after).sum()), int(before.sum())
    again, gone = (before & after).any(axis=1), (before & ~after).any(axis=1)
    number = np.unique(steps, return_inverse=True)[1]
    carried, missed = np.zeros(ground.n, bool), np.zeros(ground.n, bool)
    carried[: ground.dated_count] = (np.append(again, False) | np.append(False, again))[number]
    missed[: ground.dated_count] = np.append(False, gone)[number]
    return Finding(
        id=pattern_id(NAME, ground.column_keys(columns) if one else []),
        finder=NAME,
        **ground.build_tag_fields(columns if one else []),
        k=k,
        of=of,
        effect=k / of if of else None,
        interval=jeffreys(k, of),
        breaks=ground.build_counter_examples(missed, columns) if one else (),
        **ground.build_evidence_fields(ground.mask_entries(columns, carried)),
    )
