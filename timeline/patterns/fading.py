"""Which tags fade or grow over a life?

Counted: the places, in the order of beginning, of the relationships that hold a tag, added up; a low sum is
an early tag, a high one a late tag. Relationships that began together share a place. Held against histories
with the same sums (`null_models.fixed_margins`), both ways. Relationships without any date are left
out.

A tag that grows may be one you came to know the word for, and what is near is remembered better than what
is far: the order of remembering is not the order of living.

Where one kind of bond comes late, what belongs to that kind comes late. So a line is clear, or led with, only
if it is rare (1 in 20 by itself) beside histories shuffled inside each kind as well.

Shown with it: the relationships with the tag in the first half and in the last half (`k` of `of`); those that
began together in the middle are in neither. The `effect` is the last share less the first, with Newcombe's
interval on Jeffreys' ends. Needs 20 relationships.

Source, as far as we read: the rank sum of Wilcoxon 1945, its law taken from shuffles that keep both sums.
"""

from dataclasses import replace
from functools import cache

import numpy as np

from models.finding_facts import ComparedFacts, Share, TooFew
from models.findings import Caveat, Finding, pattern_id
from timeline.null_models import p_value, sum_ranks
from timeline.null_models.finder_result import FinderResult, TestFamily
from timeline.null_models.intervals import share_difference
from timeline.null_models.shuffles import rank_values, split_halves
from timeline.null_models.tag_matrix import TagMatrix

NAME = "fading"
QUESTION = "Which tags fade or grow over my life?"
MIN_RELATIONSHIPS = 20
GUARD_LEVEL = 0.05
"""What the p of a line alone must lie at or below beside histories shuffled inside each kind."""


def find(ground: TagMatrix) -> FinderResult:
    """Every tag."""
    if ground.dated_count < MIN_RELATIONSHIPS:
        return FinderResult(
            too_few=TooFew(has=ground.dated_count, needs=MIN_RELATIONSHIPS, unit="dated relationships")
        )
    has = ground.holds[: ground.dated_count]
    k = has.sum(axis=0)
    movable = np.flatnonzero((k >= 2) & (k < len(has)))
    ranks = rank_values(ground.row_starts[: ground.dated_count])
    if not movable.size or not ranks.any():
        return FinderResult()
    lowest = np.concatenate([[0], np.cumsum(ranks)])
    sums = lowest[-1]
    counts = sum_ranks(ground.dated_margin_draws, ranks)[movable]
    ends = k[movable]

    @cache
    def guard_p() -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
        inside = ground.draw_dated_strata(ground.dated_kind_strata, f"{NAME} in kinds")
        return p_value(sum_ranks(inside, ranks)[movable], "either")

    def find_caveat(row: int) -> Caveat | None:
        return "goes with kind" if guard_p()[row] > GUARD_LEVEL else None

    def finding(row: int) -> Finding:
        return _fades(ground, int(movable[row]))

    highest = sums - lowest[len(has) - ends]
    family = TestFamily.from_counts(counts, finding, highest, lowest[ends], side="either")
    return FinderResult(test_families=(replace(family, find_caveat=find_caveat),))


def _fades(ground: TagMatrix, column: int) -> Finding:
    has = ground.holds[: ground.dated_count, column]
    early, late = split_halves(ground.row_starts[: ground.dated_count])
    first = Share(int(has[early].sum()), int(early.sum()))
    last = Share(int(has[late].sum()), int(late.sum()))
    effect, interval = share_difference(last, first)
    among = np.zeros(ground.n, bool)
    among[: ground.dated_count] = has
    return Finding(
        id=pattern_id(NAME, ground.column_keys([column])),
        finder=NAME,
        **ground.build_tag_fields([column]),
        facts=ComparedFacts(here=first, elsewhere=last),
        k=last.k,
        of=last.of,
        effect=effect,
        interval=interval,
        breaks=ground.build_counter_examples(~ground.holds[:, column], [column]),
        **ground.build_evidence_fields(ground.mask_entries([column], among)),
    )
