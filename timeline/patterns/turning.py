"""Do relationships begin warm and turn?

Inside each relationship its dated and rated moments are laid on one scale: caring ones at their rating,
painful ones at minus theirs (moments with tags of both sides, or of neither, are left out). Counted: pairs
of moments that rise with time less pairs that fall (Kendall's S), added over relationships; a low sum means
the warm moments came first. Held against histories in which the moments of each relationship come in
another order (`null_models.sum_moment_trends`), both ways. `k` is how many relationships fall, `of` how many
have two such moments or more; five are needed.

The `effect` is the sum over all pairs: -1 would be warm first everywhere, 1 the other way round. What is
recent may be rated by how it feels now.

Sources, as far as we read: Kendall 1938 for S, added over units as in Hirsch, Slack and Smith 1982.
"""

import numpy as np
from numpy.typing import NDArray

from models.finding_facts import BothWaysFacts, TooFew
from models.findings import Finding, pattern_id
from timeline.null_models import sum_moment_trends
from timeline.null_models.finder_result import FinderResult, TestFamily
from timeline.null_models.tag_matrix import Floats, Rows, TagMatrix
from timeline.tables import WHOLE_RELATIONSHIP

NAME = "turning"
QUESTION = "Do my relationships begin warm and turn?"
MIN_RELATIONSHIPS = 5


def find(ground: TagMatrix) -> FinderResult:
    """One sum over all relationships."""
    row, when, warmth = _collect_warmth(ground)
    s, pairs = _trend_by_relationship(ground.n, row, when, warmth)
    several = np.flatnonzero(pairs)
    if len(several) < MIN_RELATIONSHIPS:
        return FinderResult(
            too_few=TooFew(
                has=len(several), needs=MIN_RELATIONSHIPS, unit="relationships with several rated moments"
            )
        )
    counts = sum_moment_trends(row, when, warmth, ground.rng(NAME), draws=ground.draws)[None, :]
    reach = int(pairs.sum())

    def finding(_: int) -> Finding:
        falls = s < 0
        entries = ground.entries
        among = np.zeros(ground.n, bool)
        among[several] = True
        chosen = (
            (entries.moment != WHOLE_RELATIONSHIP)
            & falls[entries.row]
            & ~np.isnan(entries.t + entries.intensity)
        )
        return Finding(
            id=pattern_id(NAME),
            finder=NAME,
            tags=(),
            side="both",
            facts=BothWaysFacts(one_way=int(falls.sum()), other_way=int((s > 0).sum())),
            k=int(falls.sum()),
            of=len(several),
            effect=int(s.sum()) / reach,
            breaks=ground.build_counter_examples(among & ~falls),
            **ground.build_evidence_fields(chosen),
        )

    return FinderResult(
        test_families=(TestFamily.from_counts(counts, finding, reach, -reach, side="either"),)
    )


def _collect_warmth(ground: TagMatrix) -> tuple[Rows, Floats, Floats]:
    """Whose each moment is, when it was and how warm; only those that have a date and one side."""
    entries = ground.entries
    sign = np.array([{"painful": -1, "caring": 1}.get(ground.side(c), 0) for c in range(len(ground.columns))])
    received = np.array([not column.is_given for column in ground.columns], bool)
    usable = (entries.moment != WHOLE_RELATIONSHIP) & ~np.isnan(entries.t) & ~np.isnan(entries.intensity)
    if not usable.any():
        return np.zeros(0, np.intp), np.zeros(0), np.zeros(0)
    usable &= received[entries.column]
    moment, place, back = np.unique(entries.moment[usable], return_index=True, return_inverse=True)
    signs = sign[entries.column[usable]]
    warm, hard = (np.bincount(back, signs == one, len(moment)) > 0 for one in (1, -1))
    one_side = warm != hard
    at = np.flatnonzero(usable)[place[one_side]]
    value = np.where(warm[one_side], 1.0, -1.0) * entries.intensity[at]
    order = np.lexsort((value, entries.t[at], entries.row[at]))
    return entries.row[at][order], entries.t[at][order], value[order]


def _trend_by_relationship(n: int, row: Rows, when: Floats, value: Floats) -> tuple[NDArray[np.int64], Rows]:
    """Kendall's S of each relationship, and how many of its pairs differ in date and in value, [n] each."""
    s, pairs = np.zeros(n, np.int64), np.zeros(n, np.intp)
    for begin, end in zip(*_runs(row), strict=True):
        later = np.sign(when[begin:end, None] - when[None, begin:end])
        warmer = np.sign(value[begin:end, None] - value[None, begin:end])
        s[row[begin]] = int((later * warmer).sum()) // 2
        pairs[row[begin]] = min(np.count_nonzero(later), np.count_nonzero(warmer)) // 2
    return s, pairs


def _runs(row: Rows) -> tuple[list[int], list[int]]:
    """Where each relationship begins and ends, in rows that lie together."""
    begins = np.flatnonzero(np.diff(row, prepend=-1)).tolist()
    return begins, [*begins[1:], len(row)][: len(begins)]
