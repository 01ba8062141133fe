"""Which tags belong to one kind of bond?

Counted: the relationships of one kind (family, friendship, romantic, mentor, other) that hold a tag. Held
against histories in which every relationship keeps its number of tags and every tag its number of
relationships (`null_models.draw_fixed_margins`). Asked both ways, more often or less often than that: a tag
that is missing in friendships is as much a pattern as one that fills them. A kind needs two relationships,
and a tag two as well.

Shown with it: the share inside the kind less the share elsewhere, with Newcombe's interval on Jeffreys'
ends (the `effect`); and, where a tag is more frequent there, the relationships of that kind without it.

Source, as far as we read: Westfall and Young 1993 on correcting for all tags and kinds.
"""

import numpy as np

from models.finding_facts import ComparedFacts, Share
from models.findings import Finding, pattern_id
from timeline.null_models import count_held
from timeline.null_models.finder_result import FinderResult, TestFamily
from timeline.null_models.intervals import share_difference
from timeline.null_models.tag_matrix import Mask, TagMatrix

NAME = "kinds"
QUESTION = "Which tags belong to one kind of bond?"
MIN_RELATIONSHIPS = 12

MIN_PER_KIND_AND_TAG = 2


def find(ground: TagMatrix) -> FinderResult:
    """Every tag in every kind of bond."""
    movable = np.flatnonzero((ground.counts >= MIN_PER_KIND_AND_TAG) & (ground.counts < ground.n))
    kinds = [
        kind
        for kind in dict.fromkeys(ground.kinds.tolist())
        if MIN_PER_KIND_AND_TAG <= sum(ground.kinds == kind) < ground.n
    ]
    if not kinds or not movable.size:
        return FinderResult()
    inside = [np.asarray(ground.kinds == kind, bool) for kind in sorted(kinds)]
    counts = np.concatenate([count_held(ground.fixed_margin_draws, rows)[movable] for rows in inside])
    sizes = np.repeat([rows.sum() for rows in inside], len(movable))
    k = np.tile(ground.counts[movable], len(inside))

    def finding(row: int) -> Finding:
        which, column = divmod(row, len(movable))
        return _in_kind(ground, int(movable[column]), sorted(kinds)[which], inside[which])

    most, least = np.minimum(k, sizes), np.maximum(0, k - (ground.n - sizes))
    return FinderResult(test_families=(TestFamily.from_counts(counts, finding, most, least, side="either"),))


def _in_kind(ground: TagMatrix, column: int, kind: str, rows: Mask) -> Finding:
    has = ground.holds[:, column]
    inside = Share(int((has & rows).sum()), int(rows.sum()))
    outside = Share(int((has & ~rows).sum()), int((~rows).sum()))
    effect, interval = share_difference(inside, outside)
    # Where it is rarer in the kind, it rests on the moments outside.
    here = rows if effect >= 0 else ~rows
    return Finding(
        id=pattern_id(NAME, [*ground.column_keys([column]), kind]),
        finder=NAME,
        **ground.build_tag_fields([column]),
        kinds=(kind,),
        facts=ComparedFacts(here=inside, elsewhere=outside),
        k=inside.k,
        of=inside.of,
        effect=effect,
        interval=interval,
        breaks=ground.build_counter_examples(here & ~has, [column]),
        **ground.build_evidence_fields(ground.mask_entries([column], has & here)),
    )
