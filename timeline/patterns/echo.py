"""Do the tags of the earliest bonds come back later, and with which kinds of bond?

The earliest bonds are those you name; else your caregivers; else family begun before you were twelve; else
the first three. Counted: over all tags of these bonds, in how many later relationships each occurs, added
up (`k`; `of` is how often it could have been, tags times later relationships). Held against histories with
the same sums (`timeline.chance.fixed_margins`), in each of which the early bonds have other tags; more
often than that is asked. For each kind of later bond the early bonds stay as they are, and the later ones
are shuffled among themselves.

A tag the earliest bonds share with later ones need not come *from* there: the same person tags all of them,
and common tags come back by themselves. That is why the count stands beside the shuffled one. (Comparing
early tags with other tags by shuffling labels raises a false alarm in 17 to 52 of 100 histories; it is not
done.)

Needs 8 relationships and 5 tags in the earliest bonds. `effect` is the share of the places that were filled.

Sources, as far as we read: Luborsky and Crits-Christoph 1998 find early themes again in later relationships;
Fraley and Roisman 2015 find the carry-over from childhood modest, which is a reason to expect little here.
"""

import numpy as np

from models.findings import Finding, pattern_id
from timeline.chance import echoes, fixed_margins
from timeline.chance.ground import Ground, Yes
from timeline.chance.intervals import jeffreys
from timeline.chance.tested import Look, Tested
from timeline.words import patterns as say

NAME = "echo"
QUESTION = "Do the tags of my earliest bonds come back later?"
FROM = 8

EARLY_TAGS = 5
LATER = 2


def look(ground: Ground) -> Look:
    """All later relationships together, and each kind of them."""
    early = ground.early
    theirs = ground.has[early].any(axis=0)
    if theirs.sum() < EARLY_TAGS or early.all():
        return Look(few=say.too_few(int(theirs.sum()), EARLY_TAGS, "tags in your earliest bonds"))
    later = ~early
    overall = echoes(ground.margins, early).sum(axis=0)[None, :]
    most = int(np.minimum(ground.k, later.sum()).sum())
    parts = [Tested.against(overall, lambda _, expected: _echo(ground, later, "", expected), most)]
    kinds = sorted(
        {kind for kind in ground.kind[later].tolist() if sum(later & (ground.kind == kind)) >= LATER}
    )
    if len(kinds) > 1:
        frozen = fixed_margins(ground.has, ground.rng(NAME), draws=ground.draws, frozen=early)
        among = [later & np.asarray(ground.kind == kind, bool) for kind in kinds]
        counts = np.stack([echoes(frozen, early, rows).sum(axis=0) for rows in among])
        held_later = ground.has[later].sum(axis=0)
        ends = [int(np.minimum(held_later, rows.sum())[theirs].sum()) for rows in among]
        parts.append(
            Tested.against(
                counts, lambda row, expected: _echo(ground, among[row], kinds[row], expected), np.array(ends)
            )
        )
    return Look(tested=tuple(parts))


def _echo(ground: Ground, later: Yes, kind: str, expected: float) -> Finding:
    early = ground.early
    theirs = np.flatnonzero(ground.has[early].any(axis=0))
    counts = ground.has[later][:, theirs].sum(axis=0)
    back = theirs[np.argsort(-counts, kind="stable")][: np.count_nonzero(counts)].tolist()
    k, of = int(counts.sum()), len(theirs) * int(later.sum())
    names = [ground.names[row] for row in np.flatnonzero(early).tolist()]
    returned = ground.has[:, back].any(axis=1) & later
    return Finding(
        id=pattern_id(NAME, [kind] if kind else []),
        finder=NAME,
        **ground.directions(back),
        kinds=(kind,) if kind else (),
        says=say.echoed(names, len(theirs), len(back), k, expected, kind),
        k=k,
        of=of,
        effect=k / of,
        interval=jeffreys(k, of),
        breaks=ground.breaks(later & ~returned, theirs.tolist()),
        **ground.evidence(ground.where(back, returned | early)),
    )
