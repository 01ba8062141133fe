"""Invented lives of a given size, the same each time: what the benchmarks measure on."""

import random
from datetime import date

from models.dates import When
from models.history import KINDS, Episode, History, Person, Relationship, RelationshipTag, Spell
from models.tags import TAGS

TODAY = date(2026, 11, 25)


def life(relationships: int, episodes: int, seed: int = 1) -> History:
    """A 42-year-old's history: uneven lengths, vague dates, both sides, some of it unrated."""
    draw = random.Random(seed)
    tags = [tag.key for tag in TAGS]
    weights = [1 / (n + 2) for n in range(len(tags))]
    people = tuple(_relationship(n, draw) for n in range(relationships))
    often = [draw.paretovariate(1.2) for _ in people]
    moments = []
    for n, person in enumerate(draw.choices(people, often, k=episodes)):
        year = draw.randint(1986, 2026)
        month = f"{year}-{draw.randint(1, 12):02}"
        when = draw.choice((f"{year}", month, f"about {year}", f"age {year - 1984}"))
        moments.append(
            Episode(
                id=f"e{n}",
                relationship=person.id,
                when=When(when),
                headline=f"Moment {n} of this invented life",
                tags=tuple(dict.fromkeys(draw.choices(tags, weights, k=draw.choice((1, 1, 1, 2, 3))))),
                direction=draw.choices(("received", "mutual", "given"), (8, 1, 1))[0],
                intensity=draw.choice((None, 1, 2, 3, 4, 5)),
                now=draw.choice((None, None, 0, 1, 2)),
            )
        )
    return History(person=Person(birth=When("1984-04-20")), relationships=people, episodes=tuple(moments))


def _relationship(n: int, draw: random.Random) -> Relationship:
    start = draw.randint(1984, 2022)
    end = When(str(min(2026, start + draw.randint(1, 25)))) if draw.random() < 0.6 else None
    wide = (
        (RelationshipTag(tag=draw.choice(TAGS).key, intensity=draw.randint(1, 5)),)
        if draw.random() < 0.2
        else ()
    )
    spell = Spell(start=When(f"about {start}" if draw.random() < 0.4 else str(start)), end=end)
    return Relationship(id=f"r{n}", name=f"Person {n}", kind=draw.choice(KINDS), spells=(spell,), tags=wide)
