"""Inside a relationship, does one tag come before another?

Counted, for each two tags and both directions: the relationships in which the first dated moment of A
surely lies before the first dated moment of B (`k`), of those with dated moments of both (`of`, three or
more). Dates whose spans overlap are neither before nor after: of those it is said that the dates leave it
open. Tags set on a whole relationship have no place in the order. Loss counts as no hurt here: moments
tagged *loss*, and what is dated at an end by death, are left out of the painful tags, since a death is not
care that turned.

Tested: for each relationship the share of 20 drawings of its dates in which A comes first, added up. Held
against histories in which the moments of each relationship come in another order: the spans stay, with their
drawings, the moments stay whole, and are dealt anew (`null_models.moment_order`). Asked one way per
direction. Needs 12 relationships.

A share of drawings alone can be lopsided by the shape of the dates. So a line is clear, or led with, only if
known orders carry it as well: where the order is sure, A comes first in three relationships or more, and
chance does as much in at most 1 in 20 (`null_models.known_orders`).

A before B does not say that A brought B about. `effect` is the share, with Jeffreys' interval; the entries
shown are the first A and the first B of each relationship.

Sources, as far as we read: the order of events is analysed so in sequence research (Abbott 1995; Ritschard
and Studer 2018); the permutation inside each unit is Fisher's (1935); the correction Westfall and Young's
(1993).
"""

from dataclasses import replace

from models.findings import Caveat, Finding, OrderCounts, pattern_id
from timeline.null_models import count_sequences
from timeline.null_models.finder_result import FinderResult, TestFamily
from timeline.null_models.intervals import jeffreys
from timeline.null_models.known_orders import OrderReading, mark_steps, measure_known_order, read_order
from timeline.null_models.tag_matrix import Mask, TagMatrix

NAME = "sequence"
QUESTION = "Inside a relationship, does one tag come before another?"
MIN_RELATIONSHIPS = 12


def find(ground: TagMatrix) -> FinderResult:
    """All pairs held by three relationships or more, both ways."""
    moments = ground.moments_without_loss
    drawn = count_sequences(moments.row, moments.spans, moments.holds, ground.rng(NAME), draws=ground.draws)
    if not len(drawn.pairs):
        return FinderResult()

    def read(row: int) -> tuple[Mask, OrderReading]:
        marked = mark_steps(moments, [[column] for column in drawn.pairs[row].tolist()])
        return marked, read_order(moments, ground.n, marked)

    def find_caveat(row: int) -> Caveat | None:
        marked, reading = read(row)
        keys = ground.column_keys(drawn.pairs[row].tolist())
        rng = ground.rng(f"{NAME} {keys} known")
        known = measure_known_order(moments, reading, marked, rng, draws=ground.draws)
        return None if known.holds else "open order"

    def finding(row: int) -> Finding:
        one, other = drawn.pairs[row].tolist()
        return _sequence_finding(ground, one, other, read(row)[1])

    most = drawn.holding_both * drawn.drawings
    family = TestFamily.from_counts(drawn.counts, finding, most, unit=drawn.drawings)
    return FinderResult(test_families=(replace(family, find_caveat=find_caveat),))


def _sequence_finding(ground: TagMatrix, one: int, other: int, reading: OrderReading) -> Finding:
    order = OrderCounts(*reading.counts)
    first = ground.mask_first_moments(ground.moments_without_loss)
    return Finding(
        id=pattern_id(NAME, ground.column_keys([one, other])),
        finder=NAME,
        **ground.build_tag_fields([one, other]),
        k=order.first,
        of=order.of,
        order=order,
        effect=order.first / order.of,
        interval=jeffreys(order.first, order.of),
        breaks=ground.build_counter_examples(reading.against, [one, other]),
        **ground.build_evidence_fields(ground.mask_entries([one, other], reading.in_order) & first),
    )
