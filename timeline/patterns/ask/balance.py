"""Does hurt give way to care, over my life?

For each relationship with a beginning: its painful moments less its caring ones, of both together (received
or shared; moments of a death, and with tags of both sides, left out). Asked: does that fall from one
relationship to the next (Kendall's S, one way), or, where care giving way to hurt was asked about, does it
rise? Held against the same numbers in other orders, shuffled inside each kind of bond: romances that are
merely late and hurtful are no rise, nor friendships that come late a fall. `k` is in how many of the last
half care outweighs hurt (or hurt care), of those in the last half.

Shuffled over all kinds it would see more, and would call a rise in 22 of 40 lives whose romances are merely
late and hurtful; inside kinds in 2.

Source, as far as we read: Mann 1945 and Kendall 1938 for S; strata as in Hirsch, Slack and Smith 1982.
"""

import numpy as np
from numpy.typing import NDArray

from models.finding_facts import BalanceQuestionFacts, Share
from models.findings import CounterExample
from models.sharing import PatternQuestion
from timeline.null_models.deaths import find_death_moments
from timeline.null_models.kendall import kendall_s
from timeline.null_models.shuffles import rank_values, shuffles
from timeline.null_models.tag_matrix import Floats, Rows, TagMatrix
from timeline.patterns.ask.question_result import QuestionResult, build_finding
from timeline.tables import bool_column, int_column, str_column


def answer(ground: TagMatrix, asked: PatternQuestion) -> QuestionResult:
    """Hurt gives way to care."""
    row, balance = _measure_balance(ground)
    table, half = ground.tables.relationships, len(row) // 2
    times, values = rank_values(ground.relationship_starts[row]), rank_values(balance)
    counts = _sum_trends(
        times, values, str_column(table, "kind")[row], ground.rng("asked balance"), ground.draws
    )
    meant = balance < 0 if asked.falls else balance > 0
    before, after = meant[:half], meant[len(row) - half :]
    earlier, later = (Share(int(part.sum()), half) for part in (before, after))
    ids = str_column(table, "id")[row][len(row) - half :]
    finding = build_finding(
        ground,
        asked,
        BalanceQuestionFacts(here=later, elsewhere=earlier, falls=asked.falls),
        later.k,
        later.of,
        side="both",
        relationships=tuple(ids[after].tolist()),
        breaks=tuple(CounterExample(relationship=one) for one in ids[~after].tolist()),
    )
    pairs = int(min((times[:, None] != times).sum(), (values[:, None] != values).sum())) // 2
    if asked.falls:
        return QuestionResult(finding, counts, -pairs, tail="less", unit=0)
    return QuestionResult(finding, counts, pairs, unit=0)


def _measure_balance(ground: TagMatrix) -> tuple[Rows, Floats]:
    """The relationships in the order they began, those that began together by balance; and the balance."""
    tables, begin = ground.tables, ground.relationship_starts
    moments = tables.moments
    painful, caring = bool_column(moments, "painful"), bool_column(moments, "caring")
    usable = (painful != caring) & (str_column(moments, "direction") != "given")
    usable &= ~find_death_moments(tables)
    rel = int_column(moments, "rel")[usable]
    hurt = np.bincount(rel, painful[usable], len(begin))
    care = np.bincount(rel, caring[usable], len(begin))
    row = np.flatnonzero((hurt + care > 0) & ~np.isnan(begin))
    balance = (hurt[row] - care[row]) / (hurt[row] + care[row])
    order = np.lexsort((balance, begin[row]))
    return row[order], balance[order]


def _sum_trends(
    times: NDArray[np.intp],
    values: NDArray[np.intp],
    kinds: NDArray[np.object_],
    rng: np.random.Generator,
    draws: int,
) -> NDArray[np.int64]:
    """Kendall's S of the values, and of them shuffled inside kinds, [1 + B]."""
    dealt = np.zeros((len(values), 1 + draws), np.uint32)
    for kind in sorted(set(kinds.tolist())):
        own = np.flatnonzero(kinds == kind)
        dealt[own] = shuffles(values[own], rng, range(1 + draws))
    return kendall_s(times, dealt)
