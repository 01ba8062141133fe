"""Do these two come at one moment?

Counted: the relationships in which both tags are on one moment, of those whose moments hold both. Held
against the tags of each relationship dealt anew to its moments: of m moments, x with the one and y with the
other, at least one has both with the chance 1 - C(m - x, y) / C(m, y). The sum over the relationships has an
exact law; nothing is drawn. Moments you gave, and tags on a whole relationship, are left out.

Source, as far as we read: Fisher 1935 for the hypergeometric chance; the sum is the Poisson binomial law.
"""

from math import comb

import numpy as np

from models.finding_facts import PairQuestionFacts
from models.sharing import PatternQuestion
from timeline.null_models import jeffreys
from timeline.null_models.independent_chances import p_at_least, sum_of_chances
from timeline.null_models.tag_matrix import TagMatrix
from timeline.patterns.ask.question_result import (
    QuestionResult,
    answer_missing_tag,
    build_finding,
    find_column,
)

SIGNIFICANCE = 0.05


def answer(ground: TagMatrix, asked: PatternQuestion) -> QuestionResult:
    """Two tags on one moment."""
    columns = [column for tag in asked.tags if (column := find_column(ground, tag)) is not None]
    if len(columns) < 2:
        return answer_missing_tag(
            ground, asked, [tag for tag in asked.tags if find_column(ground, tag) is None]
        )
    moments = ground.moments
    received = [place for place, column in enumerate(ground.columns) if not column.is_given]
    usable = moments.holds[:, received].any(axis=1)
    holds, row = moments.holds[usable][:, columns], moments.row[usable]
    every, x, y, shared = (
        np.bincount(row, weights, ground.n).astype(int)
        for weights in (np.ones(len(row)), holds[:, 0], holds[:, 1], holds.all(axis=1))
    )
    both = np.flatnonzero((x > 0) & (y > 0))
    chances = [
        1 - comb(m - a, b) / comb(m, b)
        for m, a, b in zip(every[both].tolist(), x[both].tolist(), y[both].tolist(), strict=True)
    ]
    law = sum_of_chances(chances)
    at_once = shared > 0
    k, of = int(at_once.sum()), len(both)
    held = np.zeros(ground.n, bool)
    held[both] = True
    entries = ground.entries
    on_both = np.isin(entries.moment, moments.moment[usable][holds.all(axis=1)])
    finding = build_finding(
        ground,
        asked,
        PairQuestionFacts(one=asked.tags[0], other=asked.tags[1], at_once=True),
        k,
        of,
        **ground.build_tag_fields(columns),
        expected=sum(chances) if of else None,
        effect=k / of if of else None,
        interval=jeffreys(k, of),
        breaks=ground.build_counter_examples(held & ~at_once, columns),
        **ground.build_evidence_fields(ground.mask_entries(columns, at_once) & on_both),
    )
    return QuestionResult(finding, exact_test=(p_at_least(law, k), p_at_least(law, of) <= SIGNIFICANCE))
