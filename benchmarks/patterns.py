"""What all finders cost, from tables to findings, with 2,048 draws: median processor time of several rounds.

Bounds: 50 ms at 30 relationships and 300 moments, 1 s at 500 and 20,000, 150 MB over the interpreter; for
drawing the uncertain dates anew, 1.5 s at 40 relationships.
"""

import resource
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.patterns.planted_histories import TODAY, noise
from timeline.null_models.tag_matrix import TagMatrix
from timeline.patterns import FINDERS, find_patterns
from timeline.tables import build_tables

SIZES = ((8, 10.0), (30, 9.8), (40, 9.0), (60, 10.0), (500, 46.0))


def milliseconds(work: Callable[[], object], rounds: int) -> float:
    taken = []
    for _ in range(rounds):
        began = time.thread_time()
        work()
        taken.append(time.thread_time() - began)
    return 1e3 * statistics.median(taken)


def main() -> None:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print("relationships | moments | framed, ms | all finders, ms | of it, the slowest")
    for n, moments in SIZES:
        history = noise(n, np.random.default_rng(n), moments=moments)
        tables = build_tables(history, TODAY)
        rounds = 25 if n < 100 else 3
        framed = milliseconds(lambda h=history: build_tables(h, TODAY), rounds)
        every = milliseconds(lambda t=tables: find_patterns(t, more=0), rounds)
        ground = TagMatrix(tables)
        ground.fixed_margin_draws, ground.dated_margin_draws, ground.moments  # noqa: B018  what they share
        each = {
            f.NAME: milliseconds(lambda f=f, g=ground: f.find(g), 3)
            for f in FINDERS
            if n >= f.MIN_RELATIONSHIPS
        }
        slowest = ", ".join(f"{k} {v:.1f}" for k, v in sorted(each.items(), key=lambda one: -one[1])[:4])
        print(f"{n} | {len(tables.moments)} | {framed:.1f} | {every:.1f} | {slowest}", flush=True)
    after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(f"memory over the interpreter with its libraries: {(after - before) / 1024:.0f} MB")


if __name__ == "__main__":
    main()
