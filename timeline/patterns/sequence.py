"""Inside a relationship, does one tag come before another?

Counted, for each two tags and both directions: the relationships in which the first dated moment of A lies
before the first dated moment of B (`k`), of those with dated moments of both (`of`, three or more). Moments
of one date are neither before nor after, and tags set on a whole relationship have no place in the order.

Held against histories in which the moments of each relationship come in another order: the dates stay, the
moments stay whole, and are dealt anew (`timeline.null_models.order`). Asked one way per direction. Needs 12
relationships.

A before B does not say that A brought B about. `effect` is the share, with Jeffreys' interval; the entries
shown are the first A and the first B of each relationship.

Sources, as far as we read: the order of events is analysed so in sequence research (Abbott 1995; Ritschard
and Studer 2018); the permutation inside each unit is Fisher's (1935); the correction Westfall and Young's
(1993).
"""

import numpy as np

from models.findings import Finding, pattern_id
from timeline.messages import patterns as say
from timeline.null_models import sequences
from timeline.null_models.ground import Ground
from timeline.null_models.intervals import jeffreys
from timeline.null_models.tested import Look, Tested

NAME = "sequence"
QUESTION = "Inside a relationship, does one tag come before another?"
FROM = 12


def look(ground: Ground) -> Look:
    """All pairs held by three relationships or more, both ways."""
    moments = ground.moments
    drawn = sequences(moments.row, moments.when, moments.holds, ground.rng(NAME), draws=ground.draws)
    if not len(drawn.pairs):
        return Look()

    def finding(row: int, expected: float) -> Finding:
        one, other = drawn.pairs[row].tolist()
        return _before(ground, one, other, expected)

    return Look(tested=(Tested.against(drawn.counts, finding, drawn.both),))


def _before(ground: Ground, one: int, other: int, expected: float) -> Finding:
    first = ground.first_times
    both = ~np.isnan(first[:, [one, other]]).any(axis=1)
    before = first[:, one] < first[:, other]
    k, of = int(before.sum()), int(both.sum())
    return Finding(
        id=pattern_id(NAME, ground.keys([one, other])),
        finder=NAME,
        **ground.directions([one, other]),
        says=say.one_before_other(ground.label(one), ground.label(other), k, of, expected),
        k=k,
        of=of,
        effect=k / of,
        interval=jeffreys(k, of),
        breaks=ground.breaks(both & ~before, [one, other]),
        **ground.evidence(ground.where([one, other], before) & ground.opening),
    )
