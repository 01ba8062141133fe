"""What a balance looks like when who gave more is a coin toss in each relationship: exact, nothing is drawn.

Each relationship's difference (what I gave less what came back) keeps its size, and its sign is tossed anew
(Fisher 1935, the paired test of Darwin's plants). Every one of the 2^n outcomes is counted, by adding one
relationship after the other to the table of sums and how likely each is.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True)
class Balance:
    """A sum of differences, and how likely chance reaches it.

    Attributes:
        total: the sum of the differences.
        p_more: chance of a sum at least this high.
        p_less: chance of a sum at least this low.
        p: chance of a sum at least this far from 0, either way.
        smallest_p: of `p_more` or `p_less`, the smallest that these sizes allow: all signs alike.
    """

    total: int
    p_more: float
    p_less: float
    p: float
    smallest_p: float


def compute_balance(differences: NDArray[np.intp]) -> Balance:
    """The balance of some relationships against tossed signs, exactly.

    Args:
        differences: whole numbers [n], one per relationship rated both ways; 0 tells nothing either way.
    """
    sizes = np.abs(np.asarray(differences, np.int64))
    sizes = sizes[sizes > 0]
    total, reach = int(np.sum(differences)), int(sizes.sum())
    chance = np.zeros(2 * reach + 1)  # of the sum `place - reach`
    chance[reach] = 1.0
    for size in sizes:
        # The sum so far never lies nearer to an end than what is still to come: nothing is rolled over.
        chance = (np.roll(chance, size) + np.roll(chance, -size)) / 2
    return Balance(
        total=total,
        p_more=min(1.0, float(chance[reach + total :].sum())),
        p_less=min(1.0, float(chance[: reach + total + 1].sum())),
        p=min(1.0, 2 * float(chance[reach + abs(total) :].sum())),
        smallest_p=0.5 ** len(sizes),
    )
