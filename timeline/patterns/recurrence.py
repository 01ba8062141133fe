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
from timeline.messages import patterns as say
from timeline.null_models.ground import Ground
from timeline.null_models.intervals import jeffreys
from timeline.null_models.tested import Look
from timeline.tables import period_of_life

NAME = "recurrence"
QUESTION = "Which tags run through my relationships?"
FROM = 0

THREAD = 3
WIDTH = 2


def look(ground: Ground) -> Look:
    """Every tag that occurs, the most frequent first; equally frequent ones as the vocabulary lists them."""
    order = np.argsort(-ground.k, kind="stable").tolist()
    return Look(counted=tuple(_recurrence(ground, column) for column in order))


def _recurrence(ground: Ground, column: int) -> Finding:
    k, of = int(ground.k[column]), ground.n
    chosen = ground.where([column], ground.has[:, column])
    evidence = ground.evidence(chosen)
    kinds = tuple(dict.fromkeys(ground.kind[ground.has[:, column]].tolist()))
    times = ground.entries.t[chosen] - ground.tables.birth
    periods = {period_of_life(age) for age in times[times >= 0].tolist()} - {""}
    recurs = k >= THREAD and (len(kinds) >= WIDTH or len(periods) >= WIDTH)
    first = evidence["first"].words if evidence["first"] else ""
    return Finding(
        id=pattern_id(NAME, ground.keys([column])),
        finder=NAME,
        **ground.directions([column]),
        kinds=kinds,
        says=say.recurs(ground.label(column), k, of, first),
        k=k,
        of=of,
        recurs=recurs,
        breaks=ground.breaks(~ground.has[:, column], [column]),
        effect=k / of,
        interval=jeffreys(k, of),
        **evidence,
    )
