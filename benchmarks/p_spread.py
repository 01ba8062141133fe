"""How far p-values of the same life lie apart when other coins are tossed, beside what so many draws leave.

    python benchmarks/p_spread.py            three lives, 20 sets of coins each
    python benchmarks/p_spread.py --lives 6

For every tested line the standard deviation of p over the sets, divided by its binomial error
sqrt(p (1 - p) / B); for a two-sided one, twice that of p / 2. Bounds: root mean square over all lines at most
1.15, none above 1.7. Lines of p below 20 / B are left out, and two-sided ones above 0.9; the lines of one
life are not independent.

With 20 sets the ratio of a line whose spread is exactly binomial lies within 0.68 and 1.32 in 95 of 100.
"""

import argparse
import sys
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.patterns.planted_histories import TODAY, noise
from timeline.null_models import DRAWS, estimate_p_error
from timeline.null_models.tag_matrix import TagMatrix
from timeline.patterns import FINDERS
from timeline.tables import Tables, build_tables

SETS = 20
SIZES = (14, 22, 30)


class OtherCoins(TagMatrix):
    """The same history under other coins."""

    salt = 0

    def rng(self, name: str) -> np.random.Generator:
        """Coins that hang on the salt as well."""
        return super().rng(f"{name} {type(self).salt}")


def p_values(tables: Tables, salt: int) -> dict[str, tuple[np.ndarray, np.ndarray]]:
    """The p-value of every tested line and whether it is two-sided, by finder."""
    OtherCoins.salt = salt
    ground = OtherCoins(tables)
    looks = {f.NAME: f.find(ground) for f in FINDERS if ground.n >= f.MIN_RELATIONSHIPS}
    drawn = {name: [part for part in look.test_families if part.draws] for name, look in looks.items()}
    return {
        name: (
            np.concatenate([part.p for part in parts]),
            np.concatenate([np.full(len(part.p), part.tail == "either") for part in parts]),
        )
        for name, parts in drawn.items()
        if parts
    }


def main() -> None:
    told = argparse.ArgumentParser(description="How far p-values lie apart under other coins.")
    told.add_argument("--lives", type=int, default=3)
    told.add_argument("--sets", type=int, default=SETS)
    many = told.parse_args()
    found: dict[str, list[np.ndarray]] = {}
    for life in range(many.lives):
        tables = build_tables(noise(SIZES[life % len(SIZES)], np.random.default_rng(life)), TODAY)
        sets = [p_values(tables, salt) for salt in range(many.sets)]
        for name in sets[0]:
            every, two_sided = np.stack([one[name][0] for one in sets]), sets[0][name][1]
            mean = every.mean(axis=0)
            usable = (mean > 20 / DRAWS) & (mean < np.where(two_sided, 0.9, 1 - 20 / DRAWS))
            error = np.where(
                two_sided,
                estimate_p_error(mean, DRAWS, "either"),
                estimate_p_error(mean, DRAWS),
            )
            found.setdefault(name, []).append(every.std(axis=0, ddof=1)[usable] / error[usable])
    print("| finder | lines | root mean square | most |\n|---|---|---|---|")
    for name, ratios in [*found.items(), ("all", [one for some in found.values() for one in some])]:
        ratio = np.concatenate(ratios)
        if ratio.size:
            print(f"| {name} | {ratio.size} | {np.sqrt((ratio**2).mean()):.2f} | {ratio.max():.2f} |")


if __name__ == "__main__":
    main()
