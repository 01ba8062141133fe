"""Do these two come in the same relationships?

Counted: the relationships that hold both tags, of those that hold the first. Held against histories in which
every relationship keeps its number of tags and every tag its number of relationships
(`null_models.draw_fixed_margins`), more often than that.
"""

import numpy as np

from models.finding_facts import PairQuestionFacts
from models.sharing import PatternQuestion
from timeline.null_models import count_together
from timeline.null_models.intervals import share_difference
from timeline.null_models.tag_matrix import TagMatrix
from timeline.patterns.ask.question_result import (
    QuestionResult,
    answer_missing_tag,
    build_finding,
    find_column,
)


def answer(ground: TagMatrix, asked: PatternQuestion) -> QuestionResult:
    """Two tags in one relationship."""
    columns = [column for tag in asked.tags if (column := find_column(ground, tag)) is not None]
    if len(columns) < 2:
        return answer_missing_tag(
            ground, asked, [tag for tag in asked.tags if find_column(ground, tag) is None]
        )
    counts = count_together(ground.fixed_margin_draws, np.array([columns]))[0]
    has, other = ground.holds[:, columns[0]], ground.holds[:, columns[1]]
    k, of = int((has & other).sum()), int(has.sum())
    effect, interval = share_difference((k, of), (int((other & ~has).sum()), ground.n - of))
    finding = build_finding(
        ground,
        asked,
        PairQuestionFacts(one=asked.tags[0], other=asked.tags[1]),
        k,
        of,
        **ground.build_tag_fields(columns),
        effect=effect,
        interval=interval,
        breaks=ground.build_counter_examples(has & ~other, columns),
        **ground.build_evidence_fields(ground.mask_entries(columns, has & other)),
    )
    return QuestionResult(finding, counts, min(of, int(other.sum())))
