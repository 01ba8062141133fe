"""Which tags run through my relationships?

Counted: in how many relationships a tag was set at all, on a moment or on the relationship as a whole, of
those with any tagged entry. Fifty moments with one person count once. What you received or shared and what
you gave are counted apart.

A tag *recurs* if it is in three or more relationships, over two or more kinds of bond or two or more
periods of life (0-12, 13-19, then decades). That is a way of reading, not a test: nothing here is held
against chance, and no p-value is given, since no shuffle says how often a tag "should" be used.

Shown with it: Jeffreys' 95 % interval of the share, which says how far a share from so few relationships
can be trusted (Brown, Cai and DasGupta 2001, as far as we read); where it was first, strongest and latest;
and the relationships without it, with what was there instead. "Not entered" is never read as "did not
happen".

The idea of one theme met in one relationship after another is the core of the CCRT method (Luborsky 1977;
Luborsky and Crits-Christoph 1998, as far as we read), which counts themes over told episodes, as this does.
"""

import numpy as np

from models.findings import Finding, pattern_id
from timeline.null_models.finder_result import FinderResult
from timeline.null_models.intervals import jeffreys
from timeline.null_models.tag_matrix import TagMatrix
from timeline.tables import period_of_life

NAME = "recurrence"
QUESTION = "Which tags run through my relationships?"
MIN_RELATIONSHIPS = 0

RECURS_FROM_RELATIONSHIPS = 3
RECURS_FROM_KINDS_OR_PERIODS = 2


def find(ground: TagMatrix) -> FinderResult:
    """Every tag that occurs, the most frequent first; equally frequent ones as the vocabulary lists them."""
    order = np.argsort(-ground.counts, kind="stable").tolist()
    return FinderResult(counted_findings=tuple(_recurrence(ground, column) for column in order))


def _recurrence(ground: TagMatrix, column: int) -> Finding:
    k, of = int(ground.counts[column]), ground.n
    chosen = ground.mask_entries([column], ground.holds[:, column])
    evidence = ground.build_evidence_fields(chosen)
    kinds = tuple(dict.fromkeys(ground.kinds[ground.holds[:, column]].tolist()))
    times = ground.entries.t[chosen] - ground.tables.birth
    periods = {period_of_life(age) for age in times[times >= 0].tolist()} - {""}
    recurs = k >= RECURS_FROM_RELATIONSHIPS and (
        len(kinds) >= RECURS_FROM_KINDS_OR_PERIODS or len(periods) >= RECURS_FROM_KINDS_OR_PERIODS
    )
    return Finding(
        id=pattern_id(NAME, ground.column_keys([column])),
        finder=NAME,
        **ground.build_tag_fields([column]),
        kinds=kinds,
        k=k,
        of=of,
        recurs=recurs,
        breaks=ground.build_counter_examples(~ground.holds[:, column], [column]),
        effect=k / of,
        interval=jeffreys(k, of),
        **evidence,
    )
