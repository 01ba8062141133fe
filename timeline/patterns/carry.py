"""Does a tag carry over into the very next relationship?

Counted, per tag and for all tags together: how often it is there in one relationship and in the next one that
began (`k`), of how often it could have been (`of`: relationships with the tag that had a next one). Held
against histories with the same sums (`null_models.draw_fixed_margins`), more often than that. Relationships
without any date are left out, as nobody knows what came next.

Needs 12 relationships. `effect` is the share, with Jeffreys' interval.

Source, as far as we read: Besag and Clifford 1989 and Ryser 1957 for the shuffles; the question is Wald and
Wolfowitz' (1943) of whether neighbours resemble each other.
"""

import numpy as np

from models.finding_facts import TooFew
from models.findings import Finding, pattern_id
from timeline.null_models import count_repeats
from timeline.null_models.finder_result import FinderResult, TestFamily
from timeline.null_models.intervals import jeffreys
from timeline.null_models.tag_matrix import TagMatrix

NAME = "carry"
QUESTION = "Does a tag carry into the very next relationship?"
MIN_RELATIONSHIPS = 12


def find(ground: TagMatrix) -> FinderResult:
    """Every tag, and all of them together in the last row."""
    if ground.dated_count < MIN_RELATIONSHIPS:
        return FinderResult(
            too_few=TooFew(has=ground.dated_count, needs=MIN_RELATIONSHIPS, unit="dated relationships")
        )
    has = ground.holds[: ground.dated_count]
    k = has.sum(axis=0)
    movable = np.flatnonzero((k >= 2) & (k < len(has)))
    if not movable.size:
        return FinderResult()
    single = count_repeats(ground.dated_margin_draws)[movable]
    counts = np.concatenate([single, single.sum(axis=0, dtype=np.int16)[None, :]])
    most = k[movable] - 1

    def finding(row: int) -> Finding:
        return _carry_finding(ground, movable.tolist() if row == len(movable) else [int(movable[row])])

    return FinderResult(test_families=(TestFamily.from_counts(counts, finding, np.append(most, most.sum())),))


def _carry_finding(ground: TagMatrix, columns: list[int]) -> Finding:
    one = len(columns) == 1
    before, after = (
        ground.holds[: ground.dated_count - 1, columns],
        ground.holds[1 : ground.dated_count, columns],
    )
    k, of = int((before & after).sum()), int(before.sum())
    carried = np.zeros(ground.n, bool)
    again = (before & after).any(axis=1)
    carried[: ground.dated_count - 1] |= again
    carried[1 : ground.dated_count] |= again
    missed = np.zeros(ground.n, bool)
    missed[1 : ground.dated_count] = (before & ~after).any(axis=1)
    return Finding(
        id=pattern_id(NAME, ground.column_keys(columns) if one else []),
        finder=NAME,
        **ground.build_tag_fields(columns if one else []),
        k=k,
        of=of,
        effect=k / of if of else None,
        interval=jeffreys(k, of),
        breaks=ground.build_counter_examples(missed, columns) if one else (),
        **ground.build_evidence_fields(ground.mask_entries(columns, carried)),
    )
