"""Does what hurts, or what cares, ease over a life; and is there a turning point?

For each side, one number per relationship: the mean of the ratings (1-5) of what you received or shared on
that side. Two things are read from their order in time: whether they drift (Kendall's S, rising pairs less
falling ones) and the place where the mean before and the mean after lie furthest apart (the largest
standardised CUSUM). Relationships that began on one date are one place. Held against the same numbers in
other orders (`null_models.relationship_order`); the drift is asked both ways. Relationships without a date or
without a rating on that side are left out. `k` is how many are left, `of` how many you tagged.

Needs 6 such relationships for a drift and 8 for a turning point. The `effect` of a drift is Theil and Sen's
slope in points per ten years, that of a turning point the later mean less the earlier one.

(Finding turning points by a penalty raised a false alarm in 29 to 82 of 100 shuffled histories; it is not
done.)

Sources, as far as we read: Mann 1945 and Kendall 1938 for S; Theil 1950 and Sen 1968 for the slope; Page
1954 for the CUSUM, its law taken from the orders.
"""

from typing import NamedTuple

import numpy as np

from models.finding_facts import RatingFacts, TooFew
from models.findings import Finding, pattern_id
from timeline.null_models import TrendDraws, draw_trends
from timeline.null_models.finder_result import FinderResult, TestFamily
from timeline.null_models.relationship_order import cusums, find_turn_places
from timeline.null_models.shuffles import rank_values, split_halves
from timeline.null_models.tag_matrix import Floats, Mask, Rows, TagMatrix
from timeline.tables import WHOLE_RELATIONSHIP

NAME = "easing"
QUESTION = "Does what hurts, or what cares, ease over my life?"
MIN_RELATIONSHIPS = 6

MIN_FOR_TURN = 8


class _Ratings(NamedTuple):
    """One side over time.

    Attributes:
        side: painful or caring.
        chosen: bool [E], the entries rated.
        row: [m] the relationships, in the order of time.
        mean: [m] their mean ratings.
    """

    side: str
    chosen: Mask
    row: Rows
    mean: Floats


def find(ground: TagMatrix) -> FinderResult:
    """The drift and the turning point of both sides."""
    sides = [_ratings(ground, side) for side in ("painful", "caring")]
    enough = [side for side in sides if len(side.row) >= MIN_RELATIONSHIPS]
    if not enough:
        most = max(len(side.row) for side in sides)
        return FinderResult(
            too_few=TooFew(has=most, needs=MIN_RELATIONSHIPS, unit="relationships rated on one side")
        )
    parts: list[TestFamily] = []
    for side in enough:
        drawn = draw_trends(
            ground.row_starts[side.row], side.mean, ground.rng(NAME + side.side), draws=ground.draws
        )
        places = find_turn_places(len(side.row), rank_values(ground.row_starts[side.row]))
        if len(np.unique(ground.row_starts[side.row])) > 1:
            parts.append(_drift(ground, side, drawn))
        if len(side.row) >= MIN_FOR_TURN and places.size:
            parts.append(_turn(ground, side, drawn, int(places[0])))
    return FinderResult(test_families=tuple(parts))


def _ratings(ground: TagMatrix, side: str) -> _Ratings:
    entries = ground.entries
    meant = np.array(
        [ground.side(place) == side and not c.is_given for place, c in enumerate(ground.columns)], bool
    )
    start = ground.row_starts[entries.row]
    chosen = meant[entries.column] & ~np.isnan(entries.intensity) & ~np.isnan(start)
    here = np.flatnonzero(chosen)
    # A moment with two tags of a side is one moment.
    own = entries.moment[here] != WHOLE_RELATIONSHIP
    once = here[own][np.unique(entries.moment[here][own], return_index=True)[1]]
    here = np.concatenate([once, here[~own]])
    rated = np.bincount(entries.row[here], minlength=ground.n)
    total = np.bincount(entries.row[here], entries.intensity[here], ground.n)
    row = np.flatnonzero(rated)
    return _Ratings(side, chosen, row, total[row] / rated[row])


def _drift(ground: TagMatrix, side: _Ratings, drawn: TrendDraws) -> TestFamily:
    differ = side.mean[:, None] != side.mean[None, :]
    apart = ground.row_starts[side.row][:, None] != ground.row_starts[side.row][None, :]
    most = min(int(differ.sum()), int(apart.sum())) // 2

    def finding(_: int) -> Finding:
        decade = None if drawn.slope is None else 10 * drawn.slope
        early, late = split_halves(ground.row_starts[side.row])
        before, after = (float(side.mean[half].mean()) for half in (early, late))
        facts = RatingFacts(before=before, after=after, per_decade=decade)
        return _finding(ground, side, "drift", facts, decade)

    return TestFamily.from_counts(drawn.rises[None, :], finding, most, -most, side="either")


def _turn(ground: TagMatrix, side: _Ratings, drawn: TrendDraws, first_place: int) -> TestFamily:
    most = float(cusums(np.sort(side.mean)[:, None]).max(initial=0.0))

    def finding(_: int) -> Finding:
        at = drawn.turn or first_place
        before, after = float(side.mean[:at].mean()), float(side.mean[at:].mean())
        started = ground.row_starts[side.row]
        names = tuple(ground.ids[row] for row in side.row[started == started[at]].tolist())
        facts = RatingFacts(before=before, after=after, turn=names)
        return _finding(ground, side, "turn", facts, after - before)

    return TestFamily.from_counts(drawn.turns[None, :], finding, most)


def _finding(
    ground: TagMatrix, side: _Ratings, what: str, facts: RatingFacts, effect: float | None
) -> Finding:
    return Finding(
        id=pattern_id(NAME, [side.side, what]),
        finder=NAME,
        tags=(),
        side="painful" if side.side == "painful" else "caring",
        facts=facts,
        k=len(side.row),
        of=ground.n,
        effect=effect,
        **ground.build_evidence_fields(side.chosen),
    ).model_copy(update={"since": None})
