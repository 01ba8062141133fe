"""Do relationships begin warm and turn?

Inside each relationship its dated and rated moments are laid on one scale: caring ones at their rating,
painful ones at minus theirs. Only relationships with such moments of *both* sides are looked at: one with
care alone, or with hurt alone, can not turn. Moments with tags of both sides, or of neither, are left out;
and so is loss, since a death is not a turning cold: moments tagged *loss*, and what is dated at an end by
death.

Tested: pairs of moments that rise with time less pairs that fall (Kendall's S, by the middle of each date),
added over relationships; a low sum means the warm moments came first. Held against histories in which the
moments of each relationship come in another order (`null_models.sum_moment_trends`), both ways. Counted: the
relationships that surely fall (`k`), of those looked at (`of`); two dates that overlap are neither before nor
after. Five relationships are needed.

The `effect` is the sum over all pairs: -1 would be warm first everywhere, 1 the other way round. What is
recent may be rated by how it feels now.

Sources, as far as we read: Kendall 1938 for S, added over units as in Hirsch, Slack and Smith 1982.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from models.finding_facts import TooFew, TurningFacts
from models.findings import Finding, pattern_id
from timeline.null_models import sum_moment_trends
from timeline.null_models.finder_result import FinderResult, TestFamily
from timeline.null_models.tag_matrix import Floats, Mask, Rows, TagMatrix
from timeline.tables import WHOLE_RELATIONSHIP, float_column

NAME = "turning"
QUESTION = "Do my relationships begin warm and turn?"
MIN_RELATIONSHIPS = 5


class _Warmth(NamedTuple):
    """The dated moments of one side each, relationship by relationship, in the order of time; each is [m].

    Attributes:
        row: whose.
        moment: row of the tables.
        when: the middle of the date.
        spans: [m, 2], from when to when it can mean.
        value: the rating; below 0 for hurt.
    """

    row: Rows
    moment: Rows
    when: Floats
    spans: Floats
    value: Floats

    def select(self, chosen: Mask | Rows) -> "_Warmth":
        return _Warmth(
            self.row[chosen], self.moment[chosen], self.when[chosen], self.spans[chosen], self.value[chosen]
        )


def find(ground: TagMatrix) -> FinderResult:
    """One sum over all relationships."""
    every = _collect_warmth(ground)
    is_loss = ground.loss_moments[every.moment]
    told = _keep_both_sides(ground.n, every.select(~is_loss))
    s, pairs = _trend_by_relationship(ground.n, told)
    several = np.flatnonzero(pairs)
    if len(several) < MIN_RELATIONSHIPS:
        return FinderResult(
            too_few=TooFew(
                has=len(several), needs=MIN_RELATIONSHIPS, unit="relationships with both sides rated"
            )
        )
    counts = sum_moment_trends(told.row, told.when, told.value, ground.rng(NAME), draws=ground.draws)[None, :]
    reach = int(pairs.sum())

    def finding(_: int) -> Finding:
        sure = _sure_trend_by_relationship(ground.n, told)
        falls, rises = sure < 0, sure > 0
        among = np.zeros(ground.n, bool)
        among[several] = True
        chosen = np.isin(ground.entries.moment, told.moment) & falls[ground.entries.row]
        return Finding(
            id=pattern_id(NAME),
            finder=NAME,
            tags=(),
            side="both",
            facts=TurningFacts(
                one_way=int(falls.sum()), other_way=int(rises.sum()), losses=int(is_loss.sum())
            ),
            k=int(falls.sum()),
            of=len(several),
            effect=int(s.sum()) / reach,
            breaks=ground.build_counter_examples(among & ~falls),
            **ground.build_evidence_fields(chosen),
        )

    return FinderResult(
        test_families=(TestFamily.from_counts(counts, finding, reach, -reach, side="either"),)
    )


def _collect_warmth(ground: TagMatrix) -> _Warmth:
    """The received or mutual moments that have a date, a rating and one side."""
    entries, moments = ground.entries, ground.tables.moments
    sign = np.array([{"painful": -1, "caring": 1}.get(ground.side(c), 0) for c in range(len(ground.columns))])
    received = np.array([not column.is_given for column in ground.columns], bool)
    usable = (entries.moment != WHOLE_RELATIONSHIP) & ~np.isnan(entries.t) & ~np.isnan(entries.intensity)
    usable &= received[entries.column] if usable.size else usable
    moment, place, back = np.unique(entries.moment[usable], return_index=True, return_inverse=True)
    signs = sign[entries.column[usable]]
    warm, hard = (np.bincount(back, signs == one, len(moment)) > 0 for one in (1, -1))
    one_side = warm != hard
    at = np.flatnonzero(usable)[place[one_side]]
    value = np.where(warm[one_side], 1.0, -1.0) * entries.intensity[at]
    spans = np.stack([float_column(moments, end)[entries.moment[at]] for end in ("first", "last")], axis=1)
    order = np.lexsort((value, entries.t[at], entries.row[at]))
    return _Warmth(entries.row[at], entries.moment[at], entries.t[at], spans, value).select(order)


def _keep_both_sides(n: int, told: _Warmth) -> _Warmth:
    """Those of relationships that have both warm and hard moments."""
    warm, hard = (np.bincount(told.row, told.value * sign > 0, n) > 0 for sign in (1, -1))
    return told.select((warm & hard)[told.row])


def _trend_by_relationship(n: int, told: _Warmth) -> tuple[NDArray[np.int64], Rows]:
    """Kendall's S of each relationship, and how many of its pairs differ in date and in value, [n] each."""
    s, pairs = np.zeros(n, np.int64), np.zeros(n, np.intp)
    for begin, end in zip(*_runs(told.row), strict=True):
        later = np.sign(told.when[begin:end, None] - told.when[None, begin:end])
        warmer = np.sign(told.value[begin:end, None] - told.value[None, begin:end])
        s[told.row[begin]] = int((later * warmer).sum()) // 2
        pairs[told.row[begin]] = min(np.count_nonzero(later), np.count_nonzero(warmer)) // 2
    return s, pairs


def _sure_trend_by_relationship(n: int, told: _Warmth) -> NDArray[np.int64]:
    """The same from the pairs whose dates do not overlap, [n]."""
    s = np.zeros(n, np.int64)
    for begin, end in zip(*_runs(told.row), strict=True):
        first, last = told.spans[begin:end].T
        later = (first[:, None] >= last[None, :]).astype(int) - (last[:, None] <= first[None, :]).astype(int)
        warmer = np.sign(told.value[begin:end, None] - told.value[None, begin:end])
        s[told.row[begin]] = int((later * warmer).sum()) // 2
    return s


def _runs(row: Rows) -> tuple[list[int], list[int]]:
    """Where each relationship begins and ends, in rows that lie together."""
    begins = np.flatnonzero(np.diff(row, prepend=-1)).tolist()
    return begins, [*begins[1:], len(row)][: len(begins)]
