"""Does a tag carry over into the very next relationship?

Counted, per tag and for all tags together: how often it is there in one relationship and in the next one that
began (`k`), of how often it could have been (`of`: relationships with the tag that had a next one). Held
against histories with the same sums (`null_models.fixed_margins`), more often than that. Relationships
without any date are left out, as nobody knows what came next.

Needs 12 relationships. `effect` is the share, with Jeffreys' interval.

Source, as far as we read: Besag and Clifford 1989 and Ryser 1957 for the shuffles; the question is Wald and
Wolfowitz' (1943) of whether neighbours resemble each other.
"""

import numpy as np

from models.findings import Finding, pattern_id
from timeline.messages import patterns as say
from timeline.null_models import repeats
from timeline.null_models.ground import Ground
from timeline.null_models.intervals import jeffreys
from timeline.null_models.tested import Look, Tested

NAME = "carry"
QUESTION = "Does a tag carry into the very next relationship?"
FROM = 12


def look(ground: Ground) -> Look:
    """Every tag, and all of them together in the last row."""
    if ground.dated < FROM:
        return Look(few=say.too_few(ground.dated, FROM, "relationships with a date"))
    has = ground.has[: ground.dated]
    k = has.sum(axis=0)
    movable = np.flatnonzero((k >= 2) & (k < len(has)))
    if not movable.size:
        return Look()
    single = repeats(ground.in_time)[movable]
    counts = np.concatenate([single, single.sum(axis=0, dtype=np.int16)[None, :]])
    most = k[movable] - 1

    def finding(row: int, expected: float) -> Finding:
        return _carried(ground, movable.tolist() if row == len(movable) else [int(movable[row])], expected)

    return Look(tested=(Tested.against(counts, finding, np.append(most, most.sum())),))


def _carried(ground: Ground, columns: list[int], expected: float) -> Finding:
    one = len(columns) == 1
    before, after = ground.has[: ground.dated - 1, columns], ground.has[1 : ground.dated, columns]
    k, of = int((before & after).sum()), int(before.sum())
    carried = np.zeros(ground.n, bool)
    again = (before & after).any(axis=1)
    carried[: ground.dated - 1] |= again
    carried[1 : ground.dated] |= again
    missed = np.zeros(ground.n, bool)
    missed[1 : ground.dated] = (before & ~after).any(axis=1)
    return Finding(
        id=pattern_id(NAME, ground.keys(columns) if one else []),
        finder=NAME,
        **ground.directions(columns if one else []),
        says=say.carried(ground.label(columns[0]) if one else say.EVERY_TAG, k, of, expected),
        k=k,
        of=of,
        effect=k / of if of else None,
        interval=jeffreys(k, of),
        breaks=ground.breaks(missed, columns) if one else (),
        **ground.evidence(ground.where(columns, carried)),
    )
