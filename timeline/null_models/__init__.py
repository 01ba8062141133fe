"""What shuffled histories look like: the null models shared by the pattern finders.

Three ways to shuffle, each keeping what its question takes for granted:

- `fixed_margins`: which relationship holds which tag, every sum kept. Read with `held`, `together`,
  `repeats`, `rank_sums`.
- `sequences`, `arc`, `turning`: the order of moments inside each relationship.
- `reordered`: the order of the relationships.

Each returns [.., 1 + B] with the history itself in column 0, which is what `p_value`, `family` and
`could_pass` read; `holm` corrects across finders. `signs` is exact and draws nothing. Whatever is random
takes a `numpy.random.Generator`: `numpy.random.default_rng(seed_from(content))`.
"""

from timeline.null_models.counts import held, rank_sums, repeats, together
from timeline.null_models.draws import DRAWS, MORE_DRAWS, Draws, alone
from timeline.null_models.families import Family, Side, could_pass, error, family, holm, near, p_value, passes
from timeline.null_models.fixed_margins import fixed_margins
from timeline.null_models.intervals import jeffreys
from timeline.null_models.order import Arc, Sequences, arc, sequences, turning
from timeline.null_models.permuted import Reordered, reordered, theil_sen, turning_point
from timeline.null_models.seeds import seed_from
from timeline.null_models.signs import Balance, signs

__all__ = [
    "DRAWS",
    "MORE_DRAWS",
    "Arc",
    "Balance",
    "Draws",
    "Family",
    "Reordered",
    "Sequences",
    "Side",
    "alone",
    "arc",
    "could_pass",
    "error",
    "family",
    "fixed_margins",
    "held",
    "holm",
    "jeffreys",
    "near",
    "p_value",
    "passes",
    "rank_sums",
    "reordered",
    "repeats",
    "seed_from",
    "sequences",
    "signs",
    "theil_sen",
    "together",
    "turning",
    "turning_point",
]
