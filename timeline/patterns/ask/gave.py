"""Do I give this in one kind of bond more than in others?

Counted: the relationships of the kind in which you gave it, of all of that kind. What was received is another
count and never mixed with it. Held against histories with the same sums
(`null_models.draw_fixed_margins`), more often than that.
"""

import numpy as np

from models.finding_facts import GaveQuestionFacts, Share
from models.sharing import PatternQuestion
from timeline.null_models import count_held
from timeline.null_models.intervals import share_difference
from timeline.null_models.tag_matrix import TagMatrix
from timeline.patterns.ask.question_result import (
    QuestionResult,
    answer_missing_tag,
    build_finding,
    find_column,
)


def answer(ground: TagMatrix, asked: PatternQuestion) -> QuestionResult:
    """A tag as given, in a kind of bond."""
    column = find_column(ground, asked.tags[0], is_given=True)
    if column is None:
        return answer_missing_tag(ground, asked, asked.tags)
    inside = np.asarray(ground.kinds == asked.kind, bool)
    counts = count_held(ground.fixed_margin_draws, inside)[column]
    has = ground.holds[:, column]
    here = Share(int((has & inside).sum()), int(inside.sum()))
    elsewhere = Share(int((has & ~inside).sum()), int((~inside).sum()))
    effect, interval = share_difference(here, elsewhere)
    finding = build_finding(
        ground,
        asked,
        GaveQuestionFacts(here=here, elsewhere=elsewhere),
        here.k,
        here.of,
        **ground.build_tag_fields([column]),
        effect=effect,
        interval=interval,
        breaks=ground.build_counter_examples(inside & ~has, [column]),
        **ground.build_evidence_fields(ground.mask_entries([column], has & inside)),
    )
    return QuestionResult(finding, counts, min(here.of, int(has.sum())))
