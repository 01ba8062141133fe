"""Inside a relationship, does one tag come before another?

Counted, for each two tags and both directions: the relationships in which the first dated moment of A
surely lies before the first dated moment of B (`k`), of those with dated moments of both (`of`, three or
more). Dates whose spans overlap are neither before nor after: of those it is said that the dates leave it
open. Tags set on a whole relationship have no place in the order.

Tested: for each relationship the share of 20 drawings of its dates in which A comes first, added up. Held
against histories in which the moments of each relationship come in another order: the spans stay, with their
drawings, the moments stay whole, and are dealt anew (`null_models.moment_order`). Asked one way per
direction. Needs 12 relationships.

A before B does not say that A brought B about. `effect` is the share, with Jeffreys' interval; the entries
shown are the first A and the first B of each relationship.

Sources, as far as we read: the order of events is analysed so in sequence research (Abbott 1995; Ritschard
and Studer 2018); the permutation inside each unit is Fisher's (1935); the correction Westfall and Young's
(1993).
"""

from models.findings import Finding, pattern_id
from timeline.null_models import count_sequences
from timeline.null_models.finder_result import FinderResult, TestFamily
from timeline.null_models.intervals import jeffreys
from timeline.null_models.known_orders import mark_steps, read_order
from timeline.null_models.tag_matrix import TagMatrix

NAME = "sequence"
QUESTION = "Inside a relationship, does one tag come before another?"
MIN_RELATIONSHIPS = 12


def find(ground: TagMatrix) -> FinderResult:
    """All pairs held by three relationships or more, both ways."""
    moments = ground.moments
    drawn = count_sequences(moments.row, moments.spans, moments.holds, ground.rng(NAME), draws=ground.draws)
    if not len(drawn.pairs):
        return FinderResult()

    def finding(row: int) -> Finding:
        one, other = drawn.pairs[row].tolist()
        return _sequence_finding(ground, one, other)

    most = drawn.holding_both * drawn.drawings
    family = TestFamily.from_counts(drawn.counts, finding, most, unit=drawn.drawings)
    return FinderResult(test_families=(family,))


def _sequence_finding(ground: TagMatrix, one: int, other: int) -> Finding:
    reading = read_order(ground.moments, ground.n, mark_steps(ground.moments, [[one], [other]]))
    k, of, _ = reading.counts
    return Finding(
        id=pattern_id(NAME, ground.column_keys([one, other])),
        finder=NAME,
        **ground.build_tag_fields([one, other]),
        k=k,
        of=of,
        effect=k / of,
        interval=jeffreys(k, of),
        breaks=ground.build_counter_examples(reading.against, [one, other]),
        **ground.build_evidence_fields(
            ground.mask_entries([one, other], reading.in_order) & ground.first_moment_mask
        ),
    )
