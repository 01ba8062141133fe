"""How often the questions about groups, moments, giving, leaving and balance are clear: noise, and planted.

python benchmarks/questions.py --lives 200

Each is the only question asked. What is planted is said in its row.
"""

import argparse
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from models.entries import Spell
from models.history import Episode, History
from models.sharing import PatternQuestion, TagGroup
from tests.patterns import planted_histories as worlds
from tests.patterns.planted_histories import TODAY
from timeline.patterns.ask import answer_questions
from timeline.tables import build_tables

SIZES = (8, 12, 20)
Rng = np.random.Generator
CARING, PAINFUL = ("care", "joy", "support"), ("rejection", "criticism", "neglect")


def make_noise(n: int, rng: Rng) -> History:
    """Noise with given moments and endings, so that every question has something to count."""
    history = worlds.noise(n, rng)
    given = tuple(
        one.model_copy(update={"direction": "given"}) if rng.random() < 0.25 else one
        for one in history.episodes
    )
    return end_bonds(history, given, rng, {"romantic": 0.4}, 0.4)


def end_bonds(
    history: History, episodes: tuple[Episode, ...], rng: Rng, by_kind: dict[str, float], elsewhere: float
) -> History:
    """The same with who left: the writer in these shares."""
    people = tuple(
        one.model_copy(
            update={
                "spells": (
                    Spell(
                        start=one.spells[0].start,
                        end=one.spells[0].end,
                        ended="I left" if rng.random() < by_kind.get(one.kind, elsewhere) else "they left",
                    ),
                )
            }
        )
        for one in history.relationships
    )
    return History(person=history.person, relationships=people, episodes=episodes)


def plant_leaving(n: int, rng: Rng) -> History:
    history = worlds.noise(n, rng)
    return end_bonds(history, history.episodes, rng, {"romantic": 0.9}, 0.2)


def plant_given_care(n: int, rng: Rng) -> History:
    history = make_noise(n, rng)
    romantic = {one.id for one in history.relationships if one.kind == "romantic" and rng.random() < 0.8}
    bare = [one for one in history.episodes if not (one.direction == "given" and "care" in one.tags)]
    added = [
        Episode(
            id=f"g{id_}",
            relationship=id_,
            when="unknown",
            headline="planted",
            tags=("care",),
            direction="given",
        )
        for id_ in sorted(romantic)
    ]
    return history.model_copy(update={"episodes": (*bare, *added)})


def plant_one_moment(n: int, rng: Rng) -> History:
    def plant(i: int, own: list[Episode], rng: Rng) -> list[Episode]:
        bare = [e.model_copy(update={"tags": tuple(t for t in e.tags if t not in pair)}) for e in own]
        bare = [e for e in bare if e.tags]
        told = (pair,) if rng.random() < 0.6 else ((pair[0],), (pair[1],))
        return [
            *bare,
            *(
                Episode(id=f"m{i}-{k}", relationship=f"r{i}", when="unknown", headline="planted", tags=tags)
                for k, tags in enumerate(told)
            ),
        ]

    pair = ("care", "control")
    return worlds.noise(n, rng, plant=plant)


def plant_balance(n: int, rng: Rng) -> History:
    history = worlds.noise(n, rng)
    place = {one.id: number / max(1, n - 1) for number, one in enumerate(history.relationships)}
    episodes = []
    for one in history.episodes:
        side = CARING if rng.random() < 0.1 + 0.8 * place[one.relationship] else PAINFUL
        episodes.append(one.model_copy(update={"tags": (str(rng.choice(side)),)}))
    return history.model_copy(update={"episodes": tuple(episodes)})


class AskedQuestion(NamedTuple):
    """A question and the world in which its answer is yes."""

    planted: str
    what: dict[str, Any]
    make: Callable[[int, Rng], History]


QUESTIONS = (
    AskedQuestion(
        "order_of_groups: care, then hurt, in 0.6 of relationships",
        {"form": "order_of_groups", "first": TagGroup(side="caring"), "then": TagGroup(side="painful")},
        lambda n, rng: worlds.noise_with_turning(n, rng, 0.6),
    ),
    AskedQuestion(
        "same_moment: both held, on one moment in 0.6",
        {"form": "same_moment", "tags": ("care", "control")},
        plant_one_moment,
    ),
    AskedQuestion(
        "same_relationship: both in 0.35, each alone nowhere",
        {"form": "same_relationship", "tags": ("neglect", "criticism")},
        lambda n, rng: worlds.noise(n, rng, plant=worlds.plant_pair(("neglect", "criticism"), 0.35)),
    ),
    AskedQuestion(
        "gave: in 0.8 of romances, elsewhere nowhere",
        {"form": "gave", "tags": ("care",), "kind": "romantic"},
        plant_given_care,
    ),
    AskedQuestion(
        "left: 0.9 of romances, 0.2 elsewhere", {"form": "left", "kind": "romantic"}, plant_leaving
    ),
    AskedQuestion(
        "balance: care in 0.1 of moments at first, 0.9 at last", {"form": "balance"}, plant_balance
    ),
)


def measure_clear(asked: AskedQuestion, make: Callable[[int, Rng], History], size: int, lives: int) -> float:
    """The share of lives in which the answer is clear."""
    question = PatternQuestion.model_validate({"id": "q", "on": TODAY} | asked.what)
    tables = (build_tables(make(size, np.random.default_rng([size, life])), TODAY) for life in range(lives))
    return sum(answer_questions(one, [question])[0].is_clear for one in tables) / lives


def main() -> None:
    told = argparse.ArgumentParser(description="How often the newer questions are clear.")
    told.add_argument("--lives", type=int, default=10)
    lives, began = told.parse_args().lives, time.perf_counter()
    print(f"| planted, {lives} lives a cell | noise at {SIZES}, % | planted, % |\n|---|---|---|")
    for asked in QUESTIONS:
        noise, planted = (
            " / ".join(f"{100 * measure_clear(asked, make, size, lives):.0f}" for size in SIZES)
            for make in (make_noise, asked.make)
        )
        print(f"| {asked.planted} | {noise} | {planted} |", flush=True)
    print(f"\n{time.perf_counter() - began:.0f} s")


if __name__ == "__main__":
    main()
