"""Histories made up for tests and benchmarks: noise of every size, and noise with a pattern planted."""

from collections.abc import Callable
from datetime import date

import numpy as np

from models.dates import When
from models.entries import Episode, Kind, Person, Relationship, Spell
from models.history import History
from models.tags import TAGS
from tests.building import build_episode

TODAY = date(2026, 1, 1)
SHIPPED_TAGS = tuple(tag.key for tag in TAGS)
_KINDS: tuple[Kind, ...] = ("family", "friendship", "romantic", "other")

Rng = np.random.Generator


def noise(
    n: int,
    rng: Rng,
    *,
    tags: int = 25,
    moments: float = 10.0,
    zipf: float = 0.7,
    undated: float = 0.1,
    vague: float = 0.2,
    plant: Callable[[int, list[Episode], Rng], list[Episode]] | None = None,
) -> History:
    """A history in which nothing hangs together with anything.

    Args:
        n: relationships, beginning over forty years, of unequal length and kind.
        rng: where all of it comes from.
        tags: how many of the shipped tags are used.
        moments: how many a relationship has on average; from one to sixty.
        zipf: how unequal the tags are; 0 for equally frequent ones.
        undated: the share of moments without a date.
        vague: the share with a year alone.
        plant: given a relationship's place and moments, these moments with a pattern in them.
    """
    used = rng.permutation(SHIPPED_TAGS)[:tags]
    weight = rng.permutation(1 / np.arange(1, tags + 1) ** zipf)
    weight /= weight.sum()
    starts = np.sort(rng.uniform(1965, 2005, n))
    relationships, episodes = [], []
    for i, start in enumerate(starts):
        end = start + rng.exponential(3.0) + 0.1
        kind = _KINDS[0] if i == 0 else _KINDS[rng.choice(4, p=[0.25, 0.3, 0.35, 0.1])]
        rated = {"gave": int(rng.integers(1, 6)), "came_back": int(rng.integers(1, 6))}
        relationships.append(
            Relationship(
                id=f"r{i}",
                name=f"Person {i}",
                kind=kind,
                spells=(Spell(start=_day(start), end=_day(end)),),
                **rated,
            )
        )
        own = []
        for m in range(int(np.clip(rng.poisson(rng.gamma(2.0, moments / 2)), 1, 60))):
            when = rng.uniform(start, end)
            luck = rng.random()
            written = When("unknown") if luck < undated else _day(when)
            if undated <= luck < undated + vague:
                written = When(str(int(when)))
            picked = rng.choice(used, 1 + int(rng.random() < 0.5), p=weight)
            own.append(
                build_episode(
                    f"e{i}-{m}",
                    f"r{i}",
                    written,
                    "a moment",
                    *tuple(dict.fromkeys(picked.tolist())),
                    intensity=int(rng.integers(1, 6)),
                )
            )
        episodes += plant(i, own, rng) if plant else own
    return History(
        person=Person(birth=When("1960")), relationships=tuple(relationships), episodes=tuple(episodes)
    )


def plant_order(steps: tuple[str, ...], share: float) -> Callable[[int, list[Episode], Rng], list[Episode]]:
    """These tags, one after the other, in a share of the relationships; elsewhere as it comes.

    Elsewhere seldom means both: of those that hold all the tags nearly all hold them in this order.
    """

    def plant(i: int, own: list[Episode], rng: Rng) -> list[Episode]:
        if rng.random() >= share:
            return own
        bare = [one.model_copy(update={"tags": tuple(t for t in one.tags if t not in steps)}) for one in own]
        kept = [one for one in bare if one.tags]
        years = np.sort(rng.uniform(2006, 2015, len(steps)))
        return [
            *kept,
            *(
                build_episode(f"p{i}-{place}", f"r{i}", _day(year), "planted", tag)
                for place, (tag, year) in enumerate(zip(steps, years, strict=True))
            ),
        ]

    return plant


def plant_opposed_orders(
    steps: tuple[str, ...], share: float
) -> Callable[[int, list[Episode], Rng], list[Episode]]:
    """These tags in every relationship: in this order in a share of them, the other way round elsewhere."""
    ahead, back = plant_order(steps, 1.0), plant_order(steps[::-1], 1.0)

    def plant(i: int, own: list[Episode], rng: Rng) -> list[Episode]:
        return (ahead if rng.random() < share else back)(i, own, rng)

    return plant


def plant_pair(pair: tuple[str, str], share: float) -> Callable[[int, list[Episode], Rng], list[Episode]]:
    """Both tags in a share of the relationships, each alone nowhere."""

    def plant(i: int, own: list[Episode], rng: Rng) -> list[Episode]:
        own = [one.model_copy(update={"tags": tuple(t for t in one.tags if t not in pair)}) for one in own]
        own = [one for one in own if one.tags] or own[:1]
        if rng.random() < share:
            own = [own[0].model_copy(update={"tags": (*own[0].tags, *pair)}), *own[1:]]
        return own

    return plant


def _day(year: float) -> When:
    whole = int(year)
    month, day = divmod(int((year - whole) * 336), 28)
    return When(f"{whole}-{month + 1:02}-{day + 1:02}")


def noise_with_kind(n: int, rng: Rng, tag: str, share: float) -> History:
    """Noise in which a tag is in a share of the romantic relationships, and nowhere else."""
    history = noise(n, rng)
    marked = {one.id for one in history.relationships if one.kind == "romantic" and rng.random() < share}
    return _put_tag(history, tag, marked)


def noise_with_echo(n: int, rng: Rng, share: float) -> History:
    """Noise in which the caregiver has six tags alone, each again in a share of romances, elsewhere nowhere.

    Neglect is one of the six.
    """
    history = noise(n, rng)
    first, *later = history.relationships
    others = [tag for tag in SHIPPED_TAGS if tag != "neglect"]
    six = ["neglect", *rng.choice(others, 5, replace=False).tolist()]
    own = next(one for one in history.episodes if one.relationship == first.id)
    history = History(
        person=history.person,
        relationships=(first.model_copy(update={"caregiver": True}), *later),
        episodes=(
            own.model_copy(update={"tags": tuple(six)}),
            *(one for one in history.episodes if one.relationship != first.id),
        ),
    )
    for tag in six:
        again = {one.id for one in later if one.kind == "romantic" and rng.random() < share}
        history = _put_tag(history, tag, {first.id, *again})
    return history


def noise_with_carry(n: int, rng: Rng, share: float) -> History:
    """Noise in which a tag is in one relationship after the other, a share of all, and nowhere else."""
    history = noise(n, rng)
    long = round(share * n)
    begin = int(rng.integers(0, n - long + 1))
    run = {one.id for one in history.relationships[begin : begin + long]}
    return _put_tag(history, "rejection", run)


def noise_with_fading(n: int, rng: Rng, share: float) -> History:
    """Noise in which a tag is in a share of the first half of the relationships, and not in the second."""
    history = noise(n, rng)
    early = {one.id for one in history.relationships[: n // 2] if rng.random() < share}
    return _put_tag(history, "rejection", early)


def noise_with_wish(n: int, rng: Rng, share: float) -> History:
    """Noise with one or two answered moments in each relationship; in a share of them the same answers."""
    history = noise(n, rng)
    answers = {
        "hoped_for": ("be loved", "be seen", "be safe"),
        "they_responded": ("left", "laughed", "came"),
        "i_responded": ("went quiet", "got angry", "felt calm"),
    }
    marked = {one.id for one in history.relationships if rng.random() < share}
    often: dict[str, int] = {}
    episodes = []
    for one in history.episodes:
        often[one.relationship] = often.get(one.relationship, 0) + 1
        if often[one.relationship] <= 1 + rng.integers(2):
            same = one.relationship in marked and often[one.relationship] == 1
            picks = [0, 0, 0] if same else rng.integers(0, 3, 3).tolist()
            said = {name: (some[pick],) for (name, some), pick in zip(answers.items(), picks, strict=True)}
            one = one.model_copy(update=said)
        episodes.append(one)
    return _replace_episodes(history, episodes)


def noise_with_easing(n: int, rng: Rng, points: float) -> History:
    """Noise in which painful moments are rated so many points lower at the end than at the beginning."""
    history = noise(n, rng)
    place = {one.id: number / max(1, n - 1) for number, one in enumerate(history.relationships)}
    return _replace_episodes(
        history,
        [
            one.model_copy(
                update={
                    "intensity": int(
                        np.clip(
                            round(3 + points / 2 - points * place[one.relationship] + rng.normal(0, 0.8)),
                            1,
                            5,
                        )
                    )
                }
            )
            for one in history.episodes
        ],
    )


def noise_with_turning(n: int, rng: Rng, share: float) -> History:
    """Noise in which a share of the relationships begin with care and end with hurt."""
    history = noise(n, rng)
    marked = {one.id for one in history.relationships if rng.random() < share}
    caring, painful = ("care", "joy", "support"), ("rejection", "criticism", "neglect")
    episodes = []
    for one in history.episodes:
        if one.relationship in marked and one.when.root != "unknown":
            own = [
                e for e in history.episodes if e.relationship == one.relationship and e.when.root != "unknown"
            ]
            late = sorted(own, key=lambda e: e.when.root).index(one) >= len(own) / 2
            one = one.model_copy(update={"tags": (str(rng.choice(painful if late else caring)),)})
        episodes.append(one)
    return _replace_episodes(history, episodes)


def noise_with_giving(n: int, rng: Rng, share: float) -> History:
    """Noise in which giving was rated above what came back in a share of the relationships."""
    history = noise(n, rng)
    rated = []
    for one in history.relationships:
        low, high = sorted(rng.choice(np.arange(1, 6), 2, replace=False).tolist())
        more = rng.random() < share
        rated.append(
            one.model_copy(update={"gave": high if more else low, "came_back": low if more else high})
        )
    return History(person=history.person, relationships=tuple(rated), episodes=history.episodes)


def _put_tag(history: History, tag: str, marked: set[str]) -> History:
    """The history with a tag on one moment of each marked relationship, and nowhere else."""
    seen: set[str] = set()
    episodes = []
    for one in history.episodes:
        tags = tuple(t for t in one.tags if t != tag)
        if one.relationship in marked - seen:
            tags = (*tags, tag)
            seen.add(one.relationship)
        if tags:
            episodes.append(one.model_copy(update={"tags": tags}))
    return _replace_episodes(history, episodes)


def _replace_episodes(history: History, episodes: list[Episode]) -> History:
    return History(person=history.person, relationships=history.relationships, episodes=tuple(episodes))
