"""Questions about groups, moments, giving, leaving and balance: known answers, near misses, plain loops."""

from datetime import date
from itertools import combinations, permutations, product
from math import comb
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.dates import When
from models.entries import Spell
from models.findings import Finding
from models.history import Episode, History, Person, Relationship
from models.sharing import PatternQuestion, TagGroup
from tests.patterns.planted_histories import TODAY, noise
from timeline.messages.pattern_sentences import describe_finding
from timeline.null_models.independent_chances import sum_of_chances
from timeline.null_models.tag_matrix import TagMatrix
from timeline.patterns.ask import LIBRARY, answer_questions, pick_library_question
from timeline.patterns.ask.left import compute_law
from timeline.tables import build_tables

laws = settings(deadline=None, max_examples=25)
CARE, HURT = TagGroup(side="caring"), TagGroup(side="painful")
CARE_FIRST: dict[str, Any] = {"form": "order_of_groups", "first": CARE, "then": HURT}

Told = tuple[str, str]
"""When, and the tags, with spaces between them; a tag after "gave" is given."""


def ask(history: History, **what: Any) -> Finding:
    question = PatternQuestion.model_validate({"id": "q", "on": TODAY} | what)
    (finding,) = answer_questions(build_tables(history, TODAY), [question], draws=511, more=0)
    return finding


def build_life(people: list[list[Told]], kinds: str = "f", ended: dict[int, str] | None = None) -> History:
    """One list of moments per person, who began in 1990 + their number; kinds as first letters, in turn."""
    named = {"f": "friendship", "r": "romantic", "p": "family"}
    ended = ended or {}
    relationships = tuple(
        Relationship(
            id=f"r{i}",
            name=f"Person {i}",
            kind=named[kinds[i % len(kinds)]],  # type: ignore[arg-type]
            spells=(
                Spell(
                    start=When(str(1970 + i)),
                    end=When("2020-05") if i in ended else None,
                    ended=ended.get(i),  # type: ignore[arg-type]
                ),
            ),
        )
        for i in range(len(people))
    )
    episodes = tuple(
        Episode(
            id=f"e{i}-{m}",
            relationship=f"r{i}",
            when=When(when),
            headline="x",
            tags=tuple(tags.removeprefix("gave ").split()),
            direction="given" if tags.startswith("gave ") else "received",
        )
        for i, own in enumerate(people)
        for m, (when, tags) in enumerate(own)
    )
    return History(person=Person(birth=When("1960")), relationships=relationships, episodes=episodes)


# ---- order of groups ----


def test_any_care_before_any_hurt_is_seen_and_the_other_way_round_is_not() -> None:
    warm = [[("2001", "joy"), ("2003", "neglect"), ("2005", "criticism")] for _ in range(8)]
    found = ask(build_life(warm), **CARE_FIRST)
    assert (found.k, found.of, found.is_clear) == (8, 8, True)
    back = ask(build_life(warm), form="order_of_groups", first=HURT, then=CARE)
    assert (back.k, back.of, len(back.breaks)) == (0, 8, 8)
    assert back.p is not None
    assert back.p > 0.9


def test_what_the_dates_leave_open_is_counted_so_and_is_never_clear() -> None:
    vague = [[("2001", "neglect"), ("summer 2001", "joy"), ("2005", "care")] for _ in range(8)]
    history = build_life(vague)
    found = ask(history, form="order_of_groups", first=HURT, then=CARE)
    assert (found.k, found.of, found.breaks) == (0, 8, ())
    assert not found.is_clear
    assert "in 8 the dates leave it open" in describe_finding(found, history)


def test_a_death_is_no_hurt_after_care_and_being_left_is() -> None:
    def count(tag: str, ended: str) -> tuple[int, int]:
        people = [[("2001", "joy"), ("2020-05", tag), ("1999", "support")] for _ in range(6)]
        found = ask(build_life(people, ended=dict.fromkeys(range(6), ended)), **CARE_FIRST)
        return found.k, 0 if found.p is None else found.of

    assert count("loss", "faded") == (0, 0)
    assert count("abandonment", "death") == (0, 0)
    assert count("abandonment", "they left") == (6, 6)


def test_with_a_kind_only_its_bonds_are_counted() -> None:
    people = [[("2001", "joy"), ("2003", "neglect")] for _ in range(9)]
    found = ask(build_life(people, "frr"), **CARE_FIRST, kind="romantic")
    assert (found.k, found.of) == (6, 6)
    assert {*found.relationships} == {"r1", "r2", "r4", "r5", "r7", "r8"}


def test_a_group_of_tags_and_single_tags_can_be_named() -> None:
    people = [[("2001", "criticism"), ("2003", "repair"), ("2004", "neglect")] for _ in range(3)]
    history = build_life(people)
    found = ask(
        history, form="order_of_groups", first=TagGroup(groups=("harmed",)), then=TagGroup(tags=("repair",))
    )
    assert (found.k, found.of) == (3, 3)
    missing = ask(history, form="order_of_groups", first=TagGroup(tags=("joy",)), then=HURT)
    assert missing.p is None


# ---- one moment, one relationship ----


def test_two_tags_on_one_moment_are_seen_and_side_by_side_are_not() -> None:
    at_once = [[("2001", "care control"), ("2002", "joy"), ("2003", "support"), ("2004", "joy")]] * 6
    beside = [[("2001", "care"), ("2002", "control"), ("2003", "support"), ("2004", "joy")]] * 6
    one, other = (
        ask(build_life(people), form="same_moment", tags=("care", "control")) for people in (at_once, beside)
    )
    assert (one.k, one.of, one.is_clear, one.expected) == (6, 6, True, pytest.approx(6 / 4))
    assert one.p == pytest.approx((1 / 4) ** 6)
    assert (other.k, other.of, other.p) == (0, 6, 1.0)
    assert len(other.breaks) == 6


def test_given_moments_and_those_on_a_single_moment_make_no_coincidence() -> None:
    alone = [[("2001", "care control"), ("2002", "gave joy")]] * 6
    found = ask(build_life(alone), form="same_moment", tags=("care", "control"))
    assert (found.k, found.of, found.p) == (6, 6, 1.0)


def slow_same_moment(history: History, tags: tuple[str, str]) -> tuple[int, int, float]:
    """k, of, and the p-value by listing every way the two tags can lie."""
    chances, k = [], 0
    for r in history.relationships:
        own = [
            {*e.tags}
            for e in history.episodes
            if e.relationship == r.id and e.direction != "given" and e.tags
        ]
        x, y = (sum(tag in held for held in own) for tag in tags)
        if x and y:
            ways = [
                not {*a}.isdisjoint(b)
                for a in combinations(range(len(own)), x)
                for b in combinations(range(len(own)), y)
            ]
            chances.append(sum(ways) / len(ways))
            k += any({*tags} <= held for held in own)
    law = {0: 1.0}
    for chance in chances:
        law = {n: law.get(n, 0) * (1 - chance) + law.get(n - 1, 0) * chance for n in range(len(law) + 1)}
    return k, len(chances), sum(p for n, p in law.items() if n >= k)


people = st.lists(
    st.lists(
        st.tuples(
            st.integers(1995, 2020).map(str),
            st.sampled_from(["care", "control", "care control", "joy", "gave care"]),
        ),
        max_size=5,
    ),
    min_size=1,
    max_size=5,
)


@laws
@given(people)
def test_one_moment_agrees_with_every_way_the_tags_can_lie(told: list[list[Told]]) -> None:
    history = build_life(told)
    k, of, p = slow_same_moment(history, ("care", "control"))
    found = ask(history, form="same_moment", tags=("care", "control"))
    if found.p is not None:
        assert (found.k, found.of, found.p) == (k, of, pytest.approx(p))
    else:
        assert not of


def test_two_tags_in_one_relationship_are_seen_and_apart_they_are_not() -> None:
    def plant(apart: bool) -> History:
        rng = np.random.default_rng(3)
        told = []
        for i in range(16):
            filler = [
                (str(2000 + m), str(rng.choice(["joy", "support", "fear", "acceptance", "welcome"])))
                for m in range(3)
            ]
            pair = ["neglect", "criticism"] if i % 2 else []
            if apart:
                pair = ["neglect"] if i % 2 else ["criticism"]
            told.append([*filler, *((str(2010 + m), tag) for m, tag in enumerate(pair))])
        return build_life(told)

    one, other = (
        ask(plant(apart), form="same_relationship", tags=("neglect", "criticism")) for apart in (False, True)
    )
    assert (one.k, one.of, one.is_clear) == (8, 8, True)
    assert (other.k, other.of) == (0, 8)
    assert other.p == 1.0


# ---- what I gave, whom I left ----


def test_what_is_given_to_one_kind_is_seen_and_what_is_received_is_never_mixed_in() -> None:
    def plant(word: str) -> History:
        told = []
        for i in range(15):
            filler = (
                [("2001", "gave joy"), ("2002", "support")]
                if i % 3
                else [("2001", "joy"), ("2002", "gave support")]
            )
            told.append([*filler, *([("2003", word)] if i % 3 == 2 else [])])
        return build_life(told, "ffr")

    gave = ask(plant("gave care"), form="gave", tags=("care",), kind="romantic")
    assert (gave.k, gave.of, gave.given, gave.is_clear) == (5, 5, (True,), True)
    received = ask(plant("care"), form="gave", tags=("care",), kind="romantic")
    assert (received.k, received.p) == (0, None)


def test_whom_i_left_is_beside_all_that_ended() -> None:
    ended = {i: "I left" if i % 3 == 2 else "they left" for i in range(15)}
    history = build_life([[("2001", "joy")]] * 18, "ffr", ended)
    found = ask(history, form="left", kind="romantic")
    assert (found.k, found.of, len(found.breaks)) == (5, 5, 0)
    assert found.p == pytest.approx(1 / comb(15, 5))
    assert found.is_clear
    # The near miss: the same number, over all kinds.
    mixed = build_life([[("2001", "joy")]] * 18, "frf", ended)
    assert not ask(mixed, form="left", kind="romantic").is_clear
    # Who has not ended, or of whom it is not said how, is not counted.
    assert ask(build_life([[("2001", "joy")]] * 4, "r"), form="left", kind="romantic").of == 0


def test_the_law_of_leaving_is_that_of_all_ways_to_pick() -> None:
    for every, marked, picked in ((6, 2, 3), (5, 5, 2), (7, 0, 3), (4, 3, 4)):
        ways = [sum(one < marked for one in chosen) for chosen in combinations(range(every), picked)]
        exact = [ways.count(k) / len(ways) for k in range(picked + 1)]
        assert compute_law(every, marked, picked).tolist() == pytest.approx(exact)


def test_a_sum_of_chances_is_that_of_all_outcomes() -> None:
    chances = [0.1, 0.5, 1.0]
    exact = [0.0] * 4
    for outcome in range(8):
        happened = [bool(outcome >> i & 1) for i in range(3)]
        exact[sum(happened)] += float(
            np.prod([c if h else 1 - c for c, h in zip(chances, happened, strict=True)])
        )
    assert sum_of_chances(chances).tolist() == pytest.approx(exact)


# ---- hurt gives way to care ----


def test_hurt_that_gives_way_is_seen_and_romances_that_are_late_and_hurtful_are_no_rise() -> None:
    easing = [[("2001", "neglect")] * (12 - i) + [("2002", "joy")] * (i + 1) for i in range(12)]
    found = ask(build_life(easing, "fr"), form="balance")
    assert (found.k, found.of, found.is_clear) == (6, 6, True)
    assert not ask(build_life(easing, "fr"), form="balance", falls=False).is_clear
    rng = np.random.default_rng(1)
    late = [
        [("2001", "joy" if i < 6 else "neglect")] * int(rng.integers(1, 4)) + [("2001", "joy neglect")]
        for i in range(12)
    ]
    history = build_life(late, "ffffffrrrrrr")
    assert ask(history, form="balance", falls=False).p == 1.0


def test_balance_is_as_likely_as_in_all_orders_inside_kinds() -> None:
    told = [
        [("2001", "neglect")] * hurt + [("2002", "joy")] * care
        for hurt, care in ((2, 1), (1, 1), (1, 3), (3, 1), (1, 2), (0, 1))
    ]
    history = build_life(told, "fr")
    values = [
        (hurt - care) / (hurt + care) for hurt, care in ((2, 1), (1, 1), (1, 3), (3, 1), (1, 2), (0, 1))
    ]

    def trend(order: list[float]) -> int:
        return sum((b > a) - (b < a) for i, a in enumerate(order) for b in order[i + 1 :])

    orders = product(permutations(values[::2]), permutations(values[1::2]))
    every = [trend([v for pair in zip(*order, strict=True) for v in pair]) for order in orders]
    exact = float(np.mean([one <= trend(values) for one in every]))
    found = ask(history, form="balance")
    assert found.p == pytest.approx(exact, abs=4 * (exact * (1 - exact) / 511) ** 0.5)


# ---- laws of all of them ----

EVERY: list[dict[str, Any]] = [
    CARE_FIRST,
    {"form": "same_moment", "tags": ("care", "neglect")},
    {"form": "same_relationship", "tags": ("care", "neglect")},
    {"form": "gave", "tags": ("care",), "kind": "romantic"},
    {"form": "left", "kind": "romantic"},
    {"form": "balance"},
]


@pytest.mark.parametrize("what", EVERY, ids=[one["form"] for one in EVERY])
@pytest.mark.parametrize("seed", [0, 1, 2])
def test_no_order_of_entry_changes_an_answer(what: dict[str, Any], seed: int) -> None:
    history = noise(14, np.random.default_rng(seed), moments=5.0, vague=0.5)
    luck = np.random.default_rng(seed)
    mixed = history.model_copy(
        update={
            "relationships": tuple(history.relationships[i] for i in luck.permutation(14)),
            "episodes": tuple(history.episodes[i] for i in luck.permutation(len(history.episodes))),
        }
    )
    one, other = ask(history, **what), ask(mixed, **what)
    assert (one.k, one.of, one.p, one.expected) == (other.k, other.of, other.p, other.expected)


@pytest.mark.parametrize("what", EVERY, ids=[one["form"] for one in EVERY])
def test_an_empty_life_has_an_answer(what: dict[str, Any]) -> None:
    found = ask(History(), **what)
    assert (found.k, found.p is None or found.p == 1.0) == (0, True)
    assert describe_finding(found, History())


def test_every_question_of_the_library_can_be_asked() -> None:
    history = noise(12, np.random.default_rng(5))
    asked = [pick_library_question(one.key, one.key, date(2026, 1, 1)) for one in LIBRARY]
    for found in answer_questions(build_tables(history, TODAY), asked, draws=63, more=0):
        assert describe_finding(found, history)
    assert LIBRARY[0].key == "care-first"
    assert TagMatrix(build_tables(history, TODAY)).n == 12
