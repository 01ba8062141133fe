"""Does what hurts, or what cares, ease over a life; and is there a turning point?

For each side, one number per relationship: the mean of the ratings (1-5) of what you received or shared on
that side. Two things are read from their order in time: whether they drift (Kendall's S, rising pairs less
falling ones) and the place where the mean before and the mean after lie furthest apart (the largest
standardised CUSUM). Held against the same numbers in other orders (`null_models.permuted`); the drift
is asked both ways. Relationships without a date or without a rating on that side are left out. `k` is how
many are left, `of` how many you tagged.

Needs 6 such relationships for a drift and 8 for a turning point. The `effect` of a drift is Theil and Sen's
slope in points per ten years, that of a turning point the later mean less the earlier one.

(Finding turning points by a penalty raised a false alarm in 29 to 82 of 100 shuffled histories; it is not
done.)

Sources, as far as we read: Mann 1945 and Kendall 1938 for S; Theil 1950 and Sen 1968 for the slope; Page
1954 for the CUSUM, its law taken from the orders.
"""

from typing import NamedTuple

import numpy as np

from models.findings import Finding, pattern_id
from timeline.messages import patterns as say
from timeline.null_models import Reordered, reordered
from timeline.null_models.ground import Floats, Ground, Rows, Yes
from timeline.null_models.permuted import cusums
from timeline.null_models.tested import Look, Tested
from timeline.tables import WIDE

NAME = "easing"
QUESTION = "Does what hurts, or what cares, ease over my life?"
FROM = 6

TURN_FROM = 8


class _Ratings(NamedTuple):
    """One side over time.

    Attributes:
        side: painful or caring.
        chosen: bool [E], the entries rated.
        row: [m] the relationships, in the order of time.
        mean: [m] their mean ratings.
    """

    side: str
    chosen: Yes
    row: Rows
    mean: Floats


def look(ground: Ground) -> Look:
    """The drift and the turning point of both sides."""
    sides = [_ratings(ground, side) for side in ("painful", "caring")]
    enough = [side for side in sides if len(side.row) >= FROM]
    if not enough:
        most = max(len(side.row) for side in sides)
        return Look(few=say.too_few(most, FROM, "relationships with a date and a rating on one side"))
    parts: list[Tested] = []
    for side in enough:
        drawn = reordered(ground.start[side.row], side.mean, ground.rng(NAME + side.side), draws=ground.draws)
        parts.append(_drift(ground, side, drawn))
        if len(side.row) >= TURN_FROM:
            parts.append(_turn(ground, side, drawn))
    return Look(tested=tuple(parts))


def _ratings(ground: Ground, side: str) -> _Ratings:
    entries = ground.entries
    meant = np.array(
        [ground.side(place) == side and not c.given for place, c in enumerate(ground.columns)], bool
    )
    start = ground.start[entries.row]
    chosen = meant[entries.column] & ~np.isnan(entries.intensity) & ~np.isnan(start)
    here = np.flatnonzero(chosen)
    # A moment with two tags of a side is one moment.
    own = entries.moment[here] != WIDE
    once = here[own][np.unique(entries.moment[here][own], return_index=True)[1]]
    here = np.concatenate([once, here[~own]])
    rated = np.bincount(entries.row[here], minlength=ground.n)
    total = np.bincount(entries.row[here], entries.intensity[here], ground.n)
    row = np.flatnonzero(rated)
    return _Ratings(side, chosen, row, total[row] / rated[row])


def _drift(ground: Ground, side: _Ratings, drawn: Reordered) -> Tested:
    differ = side.mean[:, None] != side.mean[None, :]
    apart = ground.start[side.row][:, None] != ground.start[side.row][None, :]
    most = min(int(differ.sum()), int(apart.sum())) // 2

    def finding(_: int, __: float) -> Finding:
        half = len(side.row) // 2
        decade = None if drawn.slope is None else 10 * drawn.slope
        before, after = float(side.mean[:half].mean()), float(side.mean[-half:].mean())
        return _finding(ground, side, "drift", say.eases(side.side, before, after, decade), decade)

    return Tested.against(drawn.rises[None, :], finding, most, -most, side="either")


def _turn(ground: Ground, side: _Ratings, drawn: Reordered) -> Tested:
    most = float(cusums(np.sort(side.mean)[:, None]).max(initial=0.0))

    def finding(_: int, __: float) -> Finding:
        at = drawn.turn or len(side.row) // 2
        before, after = float(side.mean[:at].mean()), float(side.mean[at:].mean())
        told = say.turns(side.side, ground.names[side.row[at]], before, after)
        return _finding(ground, side, "turn", told, after - before)

    return Tested.against(drawn.turns[None, :], finding, most)


def _finding(ground: Ground, side: _Ratings, what: str, says: str, effect: float | None) -> Finding:
    return Finding(
        id=pattern_id(NAME, [side.side, what]),
        finder=NAME,
        tags=(),
        side="painful" if side.side == "painful" else "caring",
        says=says,
        k=len(side.row),
        of=ground.n,
        effect=effect,
        **ground.evidence(side.chosen),
    ).model_copy(update={"since": None})
