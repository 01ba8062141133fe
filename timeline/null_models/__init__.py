"""What shuffled histories look like: the null models shared by the pattern finders.

Three ways to shuffle, each keeping what its question takes for granted:

- `draw_fixed_margins`: which relationship holds which tag, every sum kept. Read with `count_held`,
  `count_together`, `count_repeats`, `sum_ranks`.
- `count_sequences`, `count_named_order`, `sum_moment_trends`: the order of moments inside each relationship.
- `draw_trends`: the order of the relationships.

Each returns [.., 1 + B] with the history itself in column 0, which is what `p_value`,
`correct_family` and `can_pass` read; `correct_holm` corrects across finders. `compute_balance` is exact and
draws nothing. Whatever is
random takes a `numpy.random.Generator`: `numpy.random.default_rng(seed_from(content))`.
"""

from timeline.null_models.draws import DRAWS, MORE_DRAWS, Draws, single_draw
from timeline.null_models.families import (
    CorrectedFamily,
    Tail,
    can_pass,
    correct_family,
    correct_holm,
    estimate_p_error,
    is_below_line,
    is_near_line,
    p_value,
)
from timeline.null_models.fixed_margins import draw_fixed_margins
from timeline.null_models.intervals import jeffreys
from timeline.null_models.moment_order import (
    NamedOrderCounts,
    SequenceCounts,
    count_named_order,
    count_sequences,
    sum_moment_trends,
)
from timeline.null_models.relationship_order import TrendDraws, draw_trends, theil_sen, turning_point
from timeline.null_models.seeds import seed_from
from timeline.null_models.sign_flips import Balance, compute_balance
from timeline.null_models.tag_counts import count_held, count_repeats, count_together, sum_ranks

__all__ = [
    "DRAWS",
    "MORE_DRAWS",
    "Balance",
    "CorrectedFamily",
    "Draws",
    "NamedOrderCounts",
    "SequenceCounts",
    "Tail",
    "TrendDraws",
    "can_pass",
    "compute_balance",
    "correct_family",
    "correct_holm",
    "count_held",
    "count_named_order",
    "count_repeats",
    "count_sequences",
    "count_together",
    "draw_fixed_margins",
    "draw_trends",
    "estimate_p_error",
    "is_below_line",
    "is_near_line",
    "jeffreys",
    "p_value",
    "seed_from",
    "single_draw",
    "sum_moment_trends",
    "sum_ranks",
    "theil_sen",
    "turning_point",
]
