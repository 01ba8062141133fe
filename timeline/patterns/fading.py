"""Which tags fade or grow over a life?

Counted: the places, in the order of beginning, of the relationships that hold a tag, added up; a low sum is
an early tag, a high one a late tag. Relationships that began together share a place. Held against histories
with the same sums (`timeline.null_models.fixed_margins`), both ways. Relationships without any date are left
out.

A tag that grows may be one you came to know the word for, and what is near is remembered better than what
is far: the order of remembering is not the order of living.

Shown with it: the relationships with the tag in the first half (`k` of `of` is the last half) and in the
last half; the `effect` is the last share less the first, with Newcombe's interval on Jeffreys' ends. Needs
20 relationships.

Source, as far as we read: the rank sum of Wilcoxon 1945, its law taken from shuffles that keep both sums.
"""

import numpy as np

from models.findings import Finding, pattern_id
from timeline.messages import patterns as say
from timeline.null_models import rank_sums
from timeline.null_models.ground import Ground
from timeline.null_models.intervals import difference
from timeline.null_models.shuffles import ranked
from timeline.null_models.tested import Look, Tested

NAME = "fading"
QUESTION = "Which tags fade or grow over my life?"
FROM = 20


def look(ground: Ground) -> Look:
    """Every tag."""
    if ground.dated < FROM:
        return Look(few=say.too_few(ground.dated, FROM, "relationships with a date"))
    has = ground.has[: ground.dated]
    k = has.sum(axis=0)
    movable = np.flatnonzero((k >= 2) & (k < len(has)))
    if not movable.size:
        return Look()
    ranks = ranked(ground.start[: ground.dated])
    lowest = np.concatenate([[0], np.cumsum(ranks)])
    sums = lowest[-1]
    counts = rank_sums(ground.in_time, ranks)[movable]
    ends = k[movable]

    def finding(row: int, _: float) -> Finding:
        return _fades(ground, int(movable[row]))

    return Look(
        tested=(Tested.against(counts, finding, sums - lowest[len(has) - ends], lowest[ends], side="either"),)
    )


def _fades(ground: Ground, column: int) -> Finding:
    has, half = ground.has[: ground.dated, column], ground.dated // 2
    first = (int(has[:half].sum()), half)
    last = (int(has[ground.dated - half :].sum()), half)
    effect, interval = difference(last, first)
    among = np.zeros(ground.n, bool)
    among[: ground.dated] = has
    return Finding(
        id=pattern_id(NAME, ground.keys([column])),
        finder=NAME,
        **ground.directions([column]),
        says=say.fades(ground.label(column), first, last),
        k=last[0],
        of=last[1],
        effect=effect,
        interval=interval,
        breaks=ground.breaks(~ground.has[:, column], [column]),
        **ground.evidence(ground.where([column], among)),
    )
