"""Is it I who leaves, in this kind of bond?

Counted: the relationships that ended because I left, of all of this kind of which an end is said. Held
against all that ended, of any kind: which of them I left is dealt anew, and the law is exact
(hypergeometric), nothing is drawn. A relationship with several spells counts by the end of the latest.

Source, as far as we read: Fisher 1935, his exact test.
"""

from math import comb

import numpy as np

from models.finding_facts import LeftQuestionFacts, Share
from models.findings import CounterExample
from models.sharing import PatternQuestion
from timeline.null_models.independent_chances import p_at_least
from timeline.null_models.intervals import share_difference
from timeline.null_models.tag_matrix import TagMatrix
from timeline.patterns.ask.question_result import QuestionResult, build_finding
from timeline.tables import str_column

I_LEFT = "I left"
SIGNIFICANCE = 0.05


def answer(ground: TagMatrix, asked: PatternQuestion) -> QuestionResult:
    """Bonds of a kind that I left."""
    table = ground.tables.relationships
    ended, ids = str_column(table, "ended"), str_column(table, "id")
    over = np.asarray(ended != "", bool)
    inside = over & np.asarray(str_column(table, "kind") == asked.kind, bool)
    mine = over & np.asarray(ended == I_LEFT, bool)
    here = Share(int((mine & inside).sum()), int(inside.sum()))
    elsewhere = Share(int((mine & ~inside).sum()), int((over & ~inside).sum()))
    law = compute_law(int(over.sum()), int(mine.sum()), here.of)
    effect, interval = share_difference(here, elsewhere)
    finding = build_finding(
        ground,
        asked,
        LeftQuestionFacts(here=here, elsewhere=elsewhere),
        here.k,
        here.of,
        side="neither",
        expected=here.of * int(mine.sum()) / int(over.sum()) if here.of else None,
        effect=effect,
        interval=interval,
        relationships=tuple(ids[inside & mine].tolist()),
        breaks=tuple(CounterExample(relationship=one) for one in ids[inside & ~mine].tolist()),
    )
    most = min(here.of, int(mine.sum()))
    return QuestionResult(
        finding, exact_test=(p_at_least(law, here.k), p_at_least(law, most) <= SIGNIFICANCE)
    )


def compute_law(every: int, marked: int, picked: int) -> "np.typing.NDArray[np.float64]":
    """The chance of each number of marked ones among those picked, from 0 on.

    Args:
        every: how many there are.
        marked: how many of them are marked.
        picked: how many are picked.
    """
    ways = comb(every, picked)
    return np.array([comb(marked, k) * comb(every - marked, picked - k) / ways for k in range(picked + 1)])
