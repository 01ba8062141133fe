"""Which tags belong to one kind of bond?

Counted: the relationships of one kind (family, friendship, romantic, mentor, other) that hold a tag. Held
against histories in which every relationship keeps its number of tags and every tag its number of
relationships (`null_models.fixed_margins`). Asked both ways, more often or less often than that: a tag
that is missing in friendships is as much a pattern as one that fills them. A kind needs two relationships,
and a tag two as well.

Shown with it: the share inside the kind less the share elsewhere, with Newcombe's interval on Jeffreys'
ends (the `effect`); and, where a tag is more frequent there, the relationships of that kind without it.

Source, as far as we read: Westfall and Young 1993 on correcting for all tags and kinds.
"""

import numpy as np

from models.findings import Finding, pattern_id
from timeline.messages import patterns as say
from timeline.null_models import held
from timeline.null_models.ground import Ground, Yes
from timeline.null_models.intervals import difference
from timeline.null_models.tested import Look, Tested

NAME = "kinds"
QUESTION = "Which tags belong to one kind of bond?"
FROM = 12

FEWEST = 2


def look(ground: Ground) -> Look:
    """Every tag in every kind of bond."""
    movable = np.flatnonzero((ground.k >= FEWEST) & (ground.k < ground.n))
    kinds = [
        kind for kind in dict.fromkeys(ground.kind.tolist()) if FEWEST <= sum(ground.kind == kind) < ground.n
    ]
    if not kinds or not movable.size:
        return Look()
    inside = [np.asarray(ground.kind == kind, bool) for kind in sorted(kinds)]
    counts = np.concatenate([held(ground.margins, rows)[movable] for rows in inside])
    sizes = np.repeat([rows.sum() for rows in inside], len(movable))
    k = np.tile(ground.k[movable], len(inside))

    def finding(row: int, expected: float) -> Finding:
        which, column = divmod(row, len(movable))
        return _in_kind(ground, int(movable[column]), sorted(kinds)[which], inside[which], expected)

    most, least = np.minimum(k, sizes), np.maximum(0, k - (ground.n - sizes))
    return Look(tested=(Tested.against(counts, finding, most, least, side="either"),))


def _in_kind(ground: Ground, column: int, kind: str, rows: Yes, expected: float) -> Finding:
    has = ground.has[:, column]
    inside = (int((has & rows).sum()), int(rows.sum()))
    outside = (int((has & ~rows).sum()), int((~rows).sum()))
    effect, interval = difference(inside, outside)
    # Where it is rarer in the kind, it rests on the moments outside.
    here = rows if effect >= 0 else ~rows
    return Finding(
        id=pattern_id(NAME, [*ground.keys([column]), kind]),
        finder=NAME,
        **ground.directions([column]),
        kinds=(kind,),
        says=say.in_kind(ground.label(column), kind, inside, outside, expected),
        k=inside[0],
        of=inside[1],
        effect=effect,
        interval=interval,
        breaks=ground.breaks(here & ~has, [column]),
        **ground.evidence(ground.where([column], has & here)),
    )
