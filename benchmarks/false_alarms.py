"""How often noise makes a pattern, and how often a planted one is found: the two tables of the method page.

    python benchmarks/false_alarms.py                             a quick look, a minute or two
    python benchmarks/false_alarms.py --noise 1000 --planted 0    so many noise histories a size, none planted
    python benchmarks/false_alarms.py --noise 0 --planted 60      the other way round
    python benchmarks/false_alarms.py --noise 0 --planted 0 --grown 500 --seen 200
                                    noise that grows and is looked at again; questions asked after looking

docs/benchmarks-patterns.md says how many its tables hold.

Noise histories differ in the ways real ones do: flat and unequal tags, few and many moments, bonds of mixed
kinds and lengths, vague and missing dates. A planted pattern is in a share of the relationships; its row says
what is elsewhere.
"""

import argparse
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from models.history import History
from models.sharing import PatternQuestion
from tests.patterns import planted_histories as worlds
from timeline.patterns import find_patterns
from timeline.patterns.ask import answer_questions
from timeline.tables import build_tables

SIZES = (5, 8, 12, 20, 40)
TODAY = date(2026, 1, 1)
NOISE_VARIANTS = (
    {"zipf": 0.7},
    {"zipf": 0.0},
    {"zipf": 1.2, "tags": 12},
    {"zipf": 0.7, "moments": 4.0, "vague": 0.6, "undated": 0.3},
    {"zipf": 0.7, "moments": 20.0},
)


NOISE_SIZES = (6, 10, 16, 30)
GROWN_FROM, GROWN_TO, GROWN_BY = 6, 30, 2
SEEN_SIZES = (12, 20, 30)
SEEN_FINDERS = ("kinds", "sequence", "together")
"""What a question asked after looking is corrected for, where they tested."""
RARE_PAGE = 1 / 18
"""A page number that about 1 in 18 reports of noise should show."""


def make_noise(size: int, number: int) -> History:
    rng = np.random.default_rng([size, number])
    return worlds.noise(size, rng, **NOISE_VARIANTS[number % len(NOISE_VARIANTS)])


def false_alarm_rows(many: int) -> Iterator[str]:
    yield "| relationships | histories | any clear | page 1 in 18 or rarer | which finders were clear |"
    yield "|---|---|---|---|---|"
    for size in NOISE_SIZES:
        clear, possible = 0, 0
        by_finder: Counter[str] = Counter()
        for number in range(many):
            every = find_patterns(build_tables(make_noise(size, number), TODAY))
            found = {f.finder for f in every if f.is_clear}
            clear += bool(found)
            possible += any(f.p_page is not None and f.p_page <= RARE_PAGE for f in every)
            by_finder.update(found)
        told = ", ".join(f"{finder} {count}" for finder, count in by_finder.most_common())
        yield f"| {size} | {many} | {clear / many:.1%} | {possible / many:.1%} | {told or 'none'} |"


def measure_ever_clear(many: int) -> str:
    """How often noise that grows and is looked at every second relationship ever shows the word."""
    ever, by_finder = 0, Counter[str]()
    for number in range(many):
        whole = make_noise(GROWN_TO, 10_000 + number)
        seen: set[str] = set()
        for size in range(GROWN_FROM, GROWN_TO + 1, GROWN_BY):
            found = find_patterns(build_tables(keep_first(whole, size), TODAY))
            seen |= {one.finder for one in found if one.is_clear}
        ever += bool(seen)
        by_finder.update(seen)
    told = ", ".join(f"{finder} {count}" for finder, count in by_finder.most_common())
    return f"ever clear in {ever} of {many} lives ({ever / many:.1%}); {told or 'none'}"


def keep_first(history: History, size: int) -> History:
    """The same life when only so many relationships had been entered, in the order they began."""
    kept = history.relationships[:size]
    names = {one.id for one in kept}
    return History(
        person=history.person,
        relationships=kept,
        episodes=tuple(one for one in history.episodes if one.relationship in names),
    )


def seen_rows(many: int) -> Iterator[str]:
    """Noise of which the best line shown is asked about, corrected for what was looked at and uncorrected."""
    yield "| relationships | histories | asked after looking, clear | the same tested alone |"
    yield "|---|---|---|---|"
    for size in SEEN_SIZES:
        corrected = alone = 0
        for number in range(many):
            every = find_patterns(build_tables(make_noise(size, 20_000 + number), TODAY))
            lines = [one for one in every if one.finder in SEEN_FINDERS and one.p is not None]
            looked = len({one.finder for one in lines})
            corrected += any(looked * (one.p_family or 0) <= 0.05 for one in lines)
            alone += any((one.p or 0) <= 0.05 for one in lines)
        yield f"| {size} | {many} | {corrected / many:.1%} | {alone / many:.1%} |"


class PlantedPattern(NamedTuple):
    """A pattern that is put in, and how it is known to be found.

    Attributes:
        name: in the table.
        strengths: weak, medium, strong.
        make: size, strength, rng -> history.
        ids: any of these findings is it.
        question: the same as a question; None where it is searched alone.
        sizes: where it is looked for.
    """

    name: str
    strengths: tuple[float, float, float]
    make: Callable[[int, float, np.random.Generator], History]
    ids: tuple[str, ...]
    question: PatternQuestion | None
    sizes: tuple[int, ...]


def make_question(form: str, tags: tuple[str, ...], kind: str | None = None) -> PatternQuestion:
    return PatternQuestion.model_validate({"id": "q", "on": TODAY, "form": form, "tags": tags, "kind": kind})


PLANTED_PATTERNS = (
    PlantedPattern(
        "sequence: A before B in a share of relationships, elsewhere hardly both",
        (0.6, 0.8, 0.95),
        lambda n, s, rng: worlds.noise(n, rng, plant=worlds.plant_order(("neglect", "rejection"), s)),
        ("sequence:neglect:rejection",),
        make_question("sequence", ("neglect", "rejection")),
        (8, 12, 20),
    ),
    PlantedPattern(
        "sequence: all hold both, A before B in a share of them, B before A in the others",
        (0.7, 0.8, 0.95),
        lambda n, s, rng: worlds.noise(
            n, rng, plant=worlds.plant_opposed_orders(("neglect", "rejection"), s)
        ),
        ("sequence:neglect:rejection",),
        make_question("sequence", ("neglect", "rejection")),
        (8, 12, 20),
    ),
    PlantedPattern(
        "arc A, B, C asked, in a share of relationships, elsewhere hardly all",
        (0.4, 0.6, 0.8),
        lambda n, s, rng: worlds.noise(
            n, rng, plant=worlds.plant_order(("care", "inconsistency", "rejection"), s)
        ),
        (),
        make_question("sequence", ("care", "inconsistency", "rejection")),
        (5, 8, 12, 20),
    ),
    PlantedPattern(
        "arc: all hold A, B and C, in this order in a share of them, backwards in the others",
        (0.4, 0.6, 0.8),
        lambda n, s, rng: worlds.noise(
            n, rng, plant=worlds.plant_opposed_orders(("care", "inconsistency", "rejection"), s)
        ),
        (),
        make_question("sequence", ("care", "inconsistency", "rejection")),
        (5, 8, 12, 20),
    ),
    PlantedPattern(
        "together: both in a share of relationships",
        (0.25, 0.35, 0.5),
        lambda n, s, rng: worlds.noise(n, rng, plant=worlds.plant_pair(("neglect", "criticism"), s)),
        ("together:neglect:criticism",),
        None,
        (20, 40),
    ),
    PlantedPattern(
        "kinds: in a share of romantic bonds, elsewhere nowhere",
        (0.5, 0.75, 1.0),
        lambda n, s, rng: worlds.noise_with_kind(n, rng, "rejection", s),
        ("kinds:rejection:romantic",),
        make_question("in_kind", ("rejection",), "romantic"),
        (12, 20, 40),
    ),
    PlantedPattern(
        "easing: what hurts falls by so many points over life",
        (1.0, 2.0, 3.0),
        lambda n, s, rng: worlds.noise_with_easing(n, rng, s),
        ("easing:painful:drift", "easing:painful:turn"),
        None,
        (8, 12, 20),
    ),
    PlantedPattern(
        "turning: warm first, in a share of relationships",
        (0.5, 0.75, 1.0),
        lambda n, s, rng: worlds.noise_with_turning(n, rng, s),
        ("turning",),
        None,
        (5, 8, 12, 20),
    ),
    PlantedPattern(
        "reciprocity: gave more, in a share of relationships",
        (0.7, 0.85, 1.0),
        lambda n, s, rng: worlds.noise_with_giving(n, rng, s),
        ("reciprocity",),
        make_question("i_give_more", ()),
        (5, 8, 12, 20),
    ),
    PlantedPattern(
        "echo: six tags of the caregiver, each in a share of romances, in other later bonds nowhere",
        (0.3, 0.5, 0.7),
        lambda n, s, rng: worlds.noise_with_echo(n, rng, s),
        ("echo:romantic",),
        make_question("early_back", ("neglect",), "romantic"),
        (8, 12, 20, 40),
    ),
    PlantedPattern(
        "carry: in one relationship after the other, a share of all, elsewhere nowhere",
        (0.3, 0.4, 0.5),
        lambda n, s, rng: worlds.noise_with_carry(n, rng, s),
        ("carry:rejection",),
        None,
        (12, 20),
    ),
    PlantedPattern(
        "fading: in a share of the first half, not in the second",
        (0.5, 0.75, 1.0),
        lambda n, s, rng: worlds.noise_with_fading(n, rng, s),
        ("fading:rejection",),
        None,
        (20, 40),
    ),
    PlantedPattern(
        "wish: the same three answers in a share of relationships",
        (0.3, 0.5, 0.7),
        lambda n, s, rng: worlds.noise_with_wish(n, rng, s),
        ("wish:be loved:left:went quiet",),
        None,
        (12, 20, 40),
    ),
)


def recall_rows(many: int) -> Iterator[str]:
    yield "| planted | relationships | weak | medium | strong |"
    yield "|---|---|---|---|---|"
    for planted in PLANTED_PATTERNS:
        for size in planted.sizes:
            cells = [measure_recall(planted, size, strength, many) for strength in planted.strengths]
            strengths = ", ".join(map(str, planted.strengths))
            yield f"| {planted.name} ({strengths}) | {size} | {' | '.join(cells)} |"


def measure_recall(planted: PlantedPattern, size: int, strength: float, many: int) -> str:
    """Searched clear (the page 1 in 18 or rarer); asked."""
    clear = possible = by_asking = 0
    for number in range(many):
        rng = np.random.default_rng([size, number, int(100 * strength)])
        tables = build_tables(planted.make(size, strength, rng), TODAY)
        if planted.ids:
            meant = [f for f in find_patterns(tables) if f.id in planted.ids]
            clear += any(f.is_clear for f in meant)
            possible += any(f.p_page is not None and f.p_page <= RARE_PAGE for f in meant)
        if planted.question is not None:
            by_asking += answer_questions(tables, [planted.question])[0].is_clear
    searched = f"{clear / many:.0%} ({possible / many:.0%})" if planted.ids else ""
    told = f"asked {by_asking / many:.0%}" if planted.question is not None else ""
    return ", ".join(part for part in (searched, told) if part)


def main() -> None:
    told = argparse.ArgumentParser(description="How often noise makes a pattern, and how often one is found.")
    told.add_argument("--noise", type=int, default=20, help="noise histories a size")
    told.add_argument("--planted", type=int, default=10, help="planted histories a cell")
    told.add_argument("--grown", type=int, default=2, help="noise lives that grow")
    told.add_argument("--seen", type=int, default=5, help="noise histories a size, asked after looking")
    many = told.parse_args()
    began = time.perf_counter()
    if many.noise:
        print("## Noise\n")
        for line in false_alarm_rows(many.noise):
            print(line, flush=True)
    if many.planted:
        print("\n## Planted: searched clear (clear or possible), asked clear\n")
        for line in recall_rows(many.planted):
            print(line, flush=True)
    if many.grown:
        print("\n## Noise that grows from 6 to 30 and is looked at every second relationship\n")
        print(measure_ever_clear(many.grown), flush=True)
    if many.seen:
        print("\n## Asked after looking\n")
        for line in seen_rows(many.seen):
            print(line, flush=True)
    print(f"\n{time.perf_counter() - began:.0f} s")


if __name__ == "__main__":
    main()
