"""What the picture costs: tables, threads and geometry, plain and with a thread selected, and the figure."""

import json
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from random import Random
from time import process_time

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from models.entries import Episode, Person, Relationship, Spell
from models.history import History
from models.tags import TAGS
from timeline.picture import charts
from timeline.picture.lifeline import Selection, Sheet, build_lifeline
from timeline.picture.theme import LIGHT, load_measure
from timeline.study.study import Study
from timeline.tables import build_tables

TODAY = date(2026, 1, 1)
KINDS = ("family", "friendship", "romantic", "mentor", "other")
SIZES = ((30, 300), (100, 3_000), (100, 20_000), (100, 30_000))


def history(relationships: int, episodes: int) -> History:
    """A made-up life of 60 years, the same every time."""
    who = tuple(
        Relationship(
            id=f"r{n}",
            name=f"Person {n}",
            kind=KINDS[n % 5],
            spells=(Spell(start=f"{1966 + n * 7 % 50}", end=f"{1976 + n * 7 % 50}" if n % 3 else None),),
        )
        for n in range(relationships)
    )
    made_up = Random(5)
    moments = tuple(
        Episode(
            id=f"e{n}",
            relationship=f"r{made_up.randrange(relationships)}",
            when=f"{made_up.randrange(1966, 2026)}" + ("" if n % 4 else f"-{1 + n % 12:02}-{1 + n % 28:02}"),
            headline=f"Moment {n}",
            tags=tuple({tag.key for tag in made_up.sample(TAGS, 1 + n % 2)}),
            intensity=made_up.randint(1, 5),
        )
        for n in range(episodes)
    )
    return History(person=Person(birth="1966-02"), relationships=who, episodes=moments)


def median_ms(call: Callable[[], object], times: int) -> float:
    call()
    taken = []
    for _ in range(times):
        started = process_time()
        call()
        taken.append((process_time() - started) * 1000)
    return sorted(taken)[times // 2]


def main() -> None:
    selection = Selection(("rejection",), "hurt")
    sheet = Sheet(width=1280, measure=load_measure())
    heads = ("people", "moments", "tables", "picture", "both", "selected", "figure", "kB")
    print(" ".join(f"{head:>9}" for head in heads))
    for relationships, episodes in SIZES:
        made = history(relationships, episodes)
        times = 15 if episodes < 1000 else 3
        study = Study(made, TODAY)
        tables = median_ms(lambda made=made: build_tables(made, TODAY), times)
        warm = median_ms(lambda study=study: build_lifeline(study, sheet), times)
        both = median_ms(lambda made=made: build_lifeline(Study(made, TODAY), sheet), times)
        chosen = median_ms(lambda study=study: build_lifeline(study, sheet, selection), times)
        picture = build_lifeline(study, sheet)
        figure = median_ms(lambda picture=picture: charts.build_figure(picture, LIGHT), times)
        size = len(json.dumps(charts.build_figure(picture, LIGHT), separators=(",", ":"))) / 1000
        cells = (relationships, episodes, tables, warm, both, chosen, figure, size)
        print(" ".join(f"{c:9}" if isinstance(c, int) else f"{c:9.1f}" for c in cells))
    print("ms of one processor, median; both: what a change costs, from history to geometry.")


if __name__ == "__main__":
    main()
