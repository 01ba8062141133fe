"""Inside a relationship, does one tag come before another?

Counted, for each two tags and both directions: the relationships in which the first dated moment of A lies
before the first dated moment of B (`k`), of those with dated moments of both (`of`, three or more). Moments
of one date are neither before nor after, and tags set on a whole relationship have no place in the order.

Held against histories in which the moments of each relationship come in another order: the dates stay, the
moments stay whole, and are dealt anew (`null_models.moment_order`). Asked one way per direction. Needs 12
relationships.

A before B does not say that A brought B about. `effect` is the share, with Jeffreys' interval; the entries
shown are the first A and the first B of each relationship.

Sources, as far as we read: the order of events is analysed so in sequence research (Abbott 1995; Ritschard
and Studer 2018); the permutation inside each unit is Fisher's (1935); the correction Westfall and Young's
(1993).
"""

import numpy as np

from models.findings import Finding, pattern_id
from timeline.null_models import count_sequences
from timeline.null_models.finder_result import FinderResult, TestFamily
from timeline.null_models.intervals import jeffreys
from timeline.null_models.tag_matrix import TagMatrix

NAME = "sequence"
QUESTION = "Inside a relationship, does one tag come before another?"
MIN_RELATIONSHIPS = 12


def find(ground: TagMatrix) -> FinderResult:
    """All pairs held by three relationships or more, both ways."""
    moments = ground.moments
    drawn = count_sequences(moments.row, moments.t, moments.holds, ground.rng(NAME), draws=ground.draws)
    if not len(drawn.pairs):
        return FinderResult()

    def finding(row: int) -> Finding:
        one, other = drawn.pairs[row].tolist()
        return _sequence_finding(ground, one, other)

    return FinderResult(test_families=(TestFamily.from_counts(drawn.counts, finding, drawn.holding_both),))


def _sequence_finding(ground: TagMatrix, one: int, other: int) -> Finding:
    first = ground.first_times
    both = ~np.isnan(first[:, [one, other]]).any(axis=1)
    before = first[:, one] < first[:, other]
    k, of = int(before.sum()), int(both.sum())
    return Finding(
        id=pattern_id(NAME, ground.column_keys([one, other])),
        finder=NAME,
        **ground.build_tag_fields([one, other]),
        k=k,
        of=of,
        effect=k / of,
        interval=jeffreys(k, of),
        breaks=ground.build_counter_examples(both & ~before, [one, other]),
        **ground.build_evidence_fields(ground.mask_entries([one, other], before) & ground.first_moment_mask),
    )
