"""Each finder: a pattern that was put in is found, and a near miss is not."""

from collections.abc import Callable

import numpy as np
import pytest

from models.dates import When
from models.entries import Kind, Person, Spell
from models.findings import Finding
from models.history import History
from models.settings import Settings
from models.steps import Reasons
from tests.building import build_episode, build_relationship
from tests.patterns import planted_histories as worlds
from tests.patterns.planted_histories import TODAY, noise
from timeline.messages.pattern_sentences import describe_finding
from timeline.patterns import find_patterns
from timeline.patterns.grading import LISTED
from timeline.tables import build_tables

FILLER = ("joy", "support", "loss", "criticism", "care", "fear", "welcome", "burden")


def find_pattern(history: History, id_: str) -> Finding | None:
    return {f.id: f for f in find_patterns(build_tables(history, TODAY), draws=512, more=0)}.get(id_)


def is_rare(history: History, id_: str) -> bool:
    """Whether chance seldom shows as much among all that its finder looked at."""
    finding = find_pattern(history, id_)
    return finding is not None and finding.p_family is not None and finding.p_family <= LISTED


def life(tags: list[str], kinds: list[Kind] | None = None, settings: Settings | None = None) -> History:
    """One relationship per string of tags; "a,b c" is a moment with a and b, then one with c."""
    kinds = kinds or ["friendship"] * len(tags)
    relationships = tuple(
        build_relationship(f"r{i}", kind, str(1970 + i), name=f"R{i}") for i, kind in enumerate(kinds)
    )
    episodes = tuple(
        build_episode(
            f"e{i}-{m}",
            f"r{i}",
            f"{1970 + i}-{m + 1:02}",
            "x",
            *tuple(tag for tag in moment.split(",") if tag),
        )
        for i, told in enumerate(tags)
        for m, moment in enumerate(told.split())
    )
    return History(
        person=Person(birth=When("1960")),
        settings=settings or Settings(),
        relationships=relationships,
        episodes=episodes,
    )


def draw_filler_tags(rng: np.random.Generator, count: int = 3) -> str:
    return " ".join(rng.choice(FILLER, count, replace=False).tolist())


def planted_pair(apart: bool) -> History:
    rng = np.random.default_rng(5)
    rows = [f"{draw_filler_tags(rng)} {'neglect exclusion' if i % 2 else ''}" for i in range(24)]
    if apart:  # as frequent, but each by itself
        rows = [f"{draw_filler_tags(rng)} {('neglect', 'exclusion')[i % 2]}" for i in range(24)]
    return life(rows)


def planted_kind(apart: bool) -> History:
    rng = np.random.default_rng(6)
    kinds: list[Kind] = ["romantic" if i % 2 else "friendship" for i in range(16)]
    where = (lambda i: i < 8) if apart else (lambda i: i % 2)
    return life([f"{draw_filler_tags(rng)} {'rejection' if where(i) else ''}" for i in range(16)], kinds)


def planted_echo(apart: bool) -> History:
    """Romances hold the tags of the first bond, a parent, and friendships others; or both hold some."""
    rng = np.random.default_rng(7)
    theirs = ("neglect", "exclusion", "control", "dismissal", "betrayal")
    rows, kinds = [" ".join(theirs)], ["family", *("romantic" if i % 2 else "friendship" for i in range(15))]
    for i in range(15):
        usual, rare = (theirs, FILLER) if (i // 2 if apart else i) % 2 else (FILLER[:5], theirs)
        rows.append(" ".join([*rng.choice(usual, 3, replace=False), str(rng.choice(rare))]))
    return life(rows, kinds)  # type: ignore[arg-type]  # words of a kind


def planted_carry(apart: bool) -> History:
    rng = np.random.default_rng(8)
    where = (lambda i: i % 2 == 0) if apart else (lambda i: 3 <= i < 10 or 18 <= i < 26)
    return life([f"{draw_filler_tags(rng)} {'neglect' if where(i) else ''}" for i in range(30)])


def planted_fading(apart: bool) -> History:
    rng = np.random.default_rng(9)
    where = (lambda i: i % 2 == 0) if apart else (lambda i: i < 11)
    return life([f"{draw_filler_tags(rng)} {'neglect' if where(i) else ''}" for i in range(22)])


def planted_sequence(apart: bool) -> History:
    rng = np.random.default_rng(10)
    orders = ("welcome rejection", "rejection welcome" if apart else "welcome rejection")
    return life([f"{draw_filler_tags(rng, 1)} {orders[i % 2]} {draw_filler_tags(rng, 1)}" for i in range(14)])


def planted_easing(apart: bool) -> History:
    def rate(i: int) -> int:
        return (5, 1)[i % 2] if apart else 5 - i // 3

    return build_rated_life(lambda i: [("neglect", rate(i))], 14)


def planted_turning(apart: bool) -> History:
    warm, hard = [("care", 4), ("joy", 3)], [("neglect", 3), ("rejection", 5)]
    return build_rated_life(lambda i: [*hard[::-1], *warm[::-1]] if apart and i % 2 else [*warm, *hard], 10)


def build_rated_life(moments: Callable[[int], list[tuple[str, int]]], n: int) -> History:
    history = life([" ".join(tag for tag, _ in moments(i)) for i in range(n)])
    rates = [rate for i in range(n) for _, rate in moments(i)]
    episodes = tuple(
        e.model_copy(update={"intensity": rate}) for e, rate in zip(history.episodes, rates, strict=True)
    )
    return history.model_copy(update={"episodes": episodes})


def planted_giving(apart: bool) -> History:
    history = life(["joy"] * 8)
    relationships = tuple(
        r.model_copy(update={"gave": 5, "came_back": 2 if not apart or i % 2 else 5})
        if not apart or i % 2
        else r.model_copy(update={"gave": 2, "came_back": 5})
        for i, r in enumerate(history.relationships)
    )
    return history.model_copy(update={"relationships": relationships})


def planted_wish(apart: bool) -> History:
    rng = np.random.default_rng(11)
    history = life(["joy"] * 24)
    episodes = []
    for i, e in enumerate(history.episodes):
        whole = i % 2 == 0
        hoped = "be loved" if (whole or apart) and (not apart or i % 4 < 2) else "be seen"
        they = "left" if (whole if not apart else i % 4 in (1, 2)) else "stayed"
        mine = "went quiet" if (whole if not apart else rng.random() < 0.5) else "felt calm"
        episodes.append(
            e.model_copy(update={"hoped_for": (hoped,), "they_responded": (they,), "i_responded": (mine,)})
        )
    return history.model_copy(update={"episodes": tuple(episodes)})


@pytest.mark.parametrize(
    ("plant", "id_"),
    [
        (planted_pair, "together:neglect:exclusion"),
        (planted_kind, "kinds:rejection:romantic"),
        (planted_echo, "echo:romantic"),
        (planted_carry, "carry:neglect"),
        (planted_fading, "fading:neglect"),
        (planted_sequence, "sequence:welcome:rejection"),
        (planted_easing, "easing:painful:drift"),
        (planted_turning, "turning"),
        (planted_giving, "reciprocity"),
        (planted_wish, "wish:be loved:left:went quiet"),
    ],
    ids=lambda part: part if isinstance(part, str) else "",
)
def test_what_was_put_in_is_found_and_its_near_miss_is_not(
    plant: Callable[[bool], History], id_: str
) -> None:
    assert is_rare(plant(False), id_)
    assert not is_rare(plant(True), id_)


def test_three_come_together_where_each_two_are_clear() -> None:
    rng = np.random.default_rng(12)
    rows = [f"{draw_filler_tags(rng, 2)} {'neglect exclusion control' if i % 2 else ''}" for i in range(30)]
    found_ = {f.id: f for f in find_patterns(build_tables(life(rows), TODAY))}
    three = found_["together:neglect:exclusion:control"]
    assert (three.k, three.p, three.is_clear) == (15, None, False)
    two = [f"{draw_filler_tags(rng, 2)} {'neglect exclusion' if i % 2 else 'control'}" for i in range(30)]
    ids = [f.id for f in find_patterns(build_tables(life(two), TODAY)) if f.finder == "together"]
    assert not any(len(id_.split(":")) > 3 for id_ in ids)


def test_a_tag_recurs_over_kinds_or_periods_and_not_by_number_alone() -> None:
    friends: list[Kind] = ["friendship"] * 3
    mixed: list[Kind] = ["friendship", "romantic", "friendship"]
    assert not (find_pattern(life(["neglect"] * 3, friends), "recurrence:neglect") or Finding).recurs
    one = find_pattern(life(["neglect"] * 3, mixed), "recurrence:neglect")
    assert one is not None
    assert one.recurs
    assert not (find_pattern(life(["neglect", "neglect", "joy"], mixed), "recurrence:neglect") or one).recurs
    # Three friendships, at ten, fifteen and twenty-five.
    apart = life(["neglect"] * 3, friends)
    years = ("1970", "1975", "1985")
    episodes = tuple(
        e.model_copy(update={"when": When(year)}) for e, year in zip(apart.episodes, years, strict=True)
    )
    assert (find_pattern(apart.model_copy(update={"episodes": episodes}), "recurrence:neglect") or one).recurs
    assert describe_finding(one, apart) == (
        "neglect: in all 3 relationships you tagged, first with R0, when you were 9 or 10."
    )


def test_what_was_given_is_counted_apart() -> None:
    history = life(["neglect", "neglect", "neglect"])
    given = tuple(
        e.model_copy(update={"direction": "given" if i else "mutual"}) for i, e in enumerate(history.episodes)
    )
    findings = {
        f.id: f for f in find_patterns(build_tables(history.model_copy(update={"episodes": given}), TODAY))
    }
    received, gave = findings["recurrence:neglect"], findings["recurrence:given neglect"]
    assert (received.k, received.of, received.given) == (1, 3, ())
    assert (gave.k, gave.of, gave.given) == (2, 3, (True,))
    assert "(given by you)" in describe_finding(gave, history)


def test_the_answer_is_named_and_where_it_was_lacking() -> None:
    history = life(["neglect", "neglect care", "care", "joy"])
    answer = find_pattern(history, "answers:neglect")
    assert answer is not None
    assert (answer.relationships, answer.k, answer.of) == (("r1", "r2"), 2, 4)
    assert [gap.relationship for gap in answer.breaks] == ["r0"]
    assert describe_finding(answer, history).endswith("from R1 and R2.")
    lonely = life(["neglect", "joy"])
    alone = find_pattern(lonely, "answers:neglect")
    assert alone is not None
    assert (alone.k, alone.relationships) == (0, ())
    assert describe_finding(alone, lonely).endswith("Was there anyone who gave it?")


def test_a_reason_recurs_in_two_relationships_not_in_one() -> None:
    history = life(["neglect", "neglect", "joy"])
    why = (
        Reasons(id="1", episode="e0-0", others=("Their past", "stress")),
        Reasons(id="2", episode="e1-0", others=("their  past",)),
        Reasons(id="3", episode="e0-0", others=("stress",)),
    )
    findings = find_patterns(build_tables(history.model_copy(update={"reasons": why}), TODAY))
    (one,) = [f for f in findings if f.finder == "reasons"]
    assert (one.k, one.of, one.relationships) == (2, 2, ("r0", "r1"))
    assert describe_finding(one, history).startswith("“Their past”")


def test_overlap_and_the_years_between() -> None:
    spans = [("1980", "1985"), ("1984", "1986"), ("1990", "1992")]
    history = life(["joy"] * 3, ["romantic"] * 3)
    relationships = tuple(
        r.model_copy(update={"spells": (Spell(start=When(a), end=When(b)),)})
        for r, (a, b) in zip(history.relationships, spans, strict=True)
    )
    one = find_pattern(history.model_copy(update={"relationships": relationships}), "overlap:romantic")
    assert one is not None
    assert (one.k, one.of, one.relationships) == (2, 3, ("r0", "r1"))
    assert one.effect == pytest.approx(4.0, abs=0.01)
    assert one.interval is not None
    assert 3 < one.interval[0] < 4 < one.interval[1] < 5


def test_the_person_may_say_who_the_earliest_bonds_are() -> None:
    rows = ["joy care", *["neglect exclusion control dismissal betrayal"] * 2, *["joy loss"] * 6]
    theirs = life(rows, settings=Settings(earliest_bonds=("r1", "r2")))
    echo = find_pattern(theirs, "echo")
    assert echo is not None
    assert describe_finding(echo, theirs).startswith("Of the 5 tags of your earliest bonds (R1 and R2)")


def test_what_comes_back_is_counted_in_relationships_and_never_tested() -> None:
    rows = ["neglect fear", "neglect joy", "neglect fear", "joy", "neglect", "joy loss"]
    told = life(rows, ["family", *["friendship"] * 5])
    echo = find_pattern(told, "echo")
    assert echo is not None
    assert (echo.k, echo.of, echo.p, echo.draws, echo.side_tested) == (3, 5, None, 0, None)
    assert (echo.is_clear, echo.expected) == (False, None)
    assert echo.interval is not None
    assert echo.interval[0] < 0.25  # 3 of 5 relationships, not 4 of 10 places
    assert describe_finding(echo, told) == (
        "Of the 2 tags of your earliest bonds (R0), 2 come back, in 3 of 5 later relationships: "
        "neglect in 3 and fear in 1. No shuffle can tell what comes back from what is common, so this is a "
        "count."
    )
    other = life(["neglect", *["joy"] * 5], ["family", *["friendship"] * 5])
    nothing = find_pattern(other, "echo")
    assert nothing is not None
    assert describe_finding(nothing, other).endswith("none is there again in 5 later relationships.")


def test_with_few_early_tags_it_says_that_no_echo_could_be_told() -> None:
    """What could be seen rests on the early tags; that others are frequent does not help."""
    rows = ["burden", *["neglect fear loss", "joy support care"] * 5, "burden joy"]
    kinds: list[Kind] = ["family", *["romantic", "friendship"] * 5, "romantic"]  # type: ignore[list-item]
    echo = find_pattern(life(rows, kinds), "echo:romantic")
    assert echo is not None
    assert (echo.is_clear, echo.could_be_seen) == (False, False)


@pytest.mark.parametrize("finder", ["kinds", "together", "carry", "sequence"])
def test_too_few_is_said_with_the_number_it_takes(finder: str) -> None:
    history = life(["joy neglect"] * 8)
    findings = [f for f in find_patterns(build_tables(history, TODAY)) if f.finder == finder]
    assert [f.could_be_seen for f in findings] == [False]
    assert "8 relationships you tagged so far, and it takes 12" in describe_finding(findings[0], history)


def test_below_five_there_are_counts_and_lists_alone() -> None:
    findings = find_patterns(build_tables(noise(4, np.random.default_rng(0)), TODAY))
    assert {f.finder for f in findings} <= {"recurrence", "answers", "overlap", "reasons"}


def test_noise_is_seldom_clear() -> None:
    """The quick form of `benchmarks/false_alarms.py`: fewer than 1 in 20; of 40, six or more come 1 in 70."""
    clear = 0
    for seed in range(40):
        tables = build_tables(noise(12, np.random.default_rng(seed), moments=5.0), TODAY)
        clear += any(f.is_clear for f in find_patterns(tables, draws=512, more=0))
    assert clear <= 5


@pytest.mark.torture
@pytest.mark.parametrize("n", [5, 8, 12, 20, 40])
def test_noise_is_clear_in_fewer_than_one_report_in_twenty(n: int) -> None:
    clear = 0
    for seed in range(400):
        tables = build_tables(worlds.noise(n, np.random.default_rng([n, seed])), TODAY)
        clear += any(f.is_clear for f in find_patterns(tables))
    assert clear <= 20 + 3 * 19**0.5


def build_bereaved_life(ended: str | None, tag: str = "loss") -> History:
    """Eight people who were good to one for years, and a last hard moment in the year it ended."""
    people, moments = [], []
    for i in range(8):
        spell = Spell(start=When(str(1970 + i)), end=When(str(1990 + i)), ended=ended)  # type: ignore[arg-type]
        people.append(
            build_relationship(f"r{i}", "family", None, name=f"R{i}").model_copy(update={"spells": (spell,)})
        )
        for n, (year, word, rating) in enumerate(
            [(1975 + i, "care", 4), (1980 + i, "joy", 3), (1990 + i, tag, 5)]
        ):
            made = build_episode(f"e{i}-{n}", f"r{i}", str(year), "x", word)
            moments.append(made.model_copy(update={"intensity": rating}))
    return History(person=Person(birth=When("1960")), relationships=tuple(people), episodes=tuple(moments))


@pytest.mark.parametrize(
    ("ended", "tag", "asked"),
    [("death", "fear", False), ("death", "loss", False), (None, "loss", False), ("they left", "fear", True)],
)
def test_who_died_did_not_turn_cold(ended: str | None, tag: str, asked: bool) -> None:
    turning = find_pattern(build_bereaved_life(ended, tag), "turning")
    assert turning is not None
    assert (turning.p is not None) == asked
    if asked:
        assert (turning.k, turning.of) == (8, 8)
    else:
        assert "0 relationships with rated and dated moments of care and of hurt" in describe_finding(
            turning, build_bereaved_life(ended, tag)
        )


def test_one_side_alone_never_begins_warm() -> None:
    only_care = build_bereaved_life("they left", "support")
    turning = find_pattern(only_care, "turning")
    assert turning is not None
    assert turning.p is None


def test_what_goes_with_a_late_kind_does_not_grow() -> None:
    """Neglect with every romance, and all romances late: it belongs to the kind."""
    kinds: list[Kind] = ["friendship"] * 15 + ["romantic"] * 15
    late = [f"{FILLER[i % 4]} {'neglect' if i >= 15 else 'joy'}" for i in range(30)]
    mixed: list[Kind] = [("friendship", "romantic")[i % 2] for i in range(30)]  # type: ignore[misc]
    trap, true = (find_pattern(life(late, some), "fading:neglect") for some in (kinds, mixed))
    assert trap is not None
    assert (trap.is_clear, trap.can_lead, trap.caveat) == (False, False, "goes with kind")
    assert true is not None
    assert (true.can_lead, true.caveat) == (True, None)


def test_what_began_on_one_day_is_one_step() -> None:
    """Two a year: the tag is in every other step, held by either of the two."""
    rows = ["joy neglect" if (i // 2) % 2 == 0 and i % 2 == 0 else "joy care" for i in range(16)]
    history = life(rows)
    together_ = tuple(
        r.model_copy(update={"spells": (Spell(start=When(str(1970 + i // 2))),)})
        for i, r in enumerate(history.relationships)
    )
    carry = find_pattern(history.model_copy(update={"relationships": together_}), "carry:neglect")
    assert carry is not None
    assert (carry.k, carry.of) == (0, 4)
    assert not carry.can_lead
