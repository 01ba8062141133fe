"""The fixed-margin null against all tables there are."""

from collections import Counter
from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays
from numpy.typing import NDArray

from tests.exhaustive_outcomes import chi_square, chi_square_bound, enumerate_tables, is_beyond_luck
from timeline.null_models import count_held, count_together, draw_fixed_margins, draws, single_draw
from timeline.null_models import p_value as p_value_of
from timeline.null_models.fixed_margins import draw_fixed_margins as sample

Table = NDArray[np.bool_]
SAMPLER_MODULE = __import__("sys").modules[sample.__module__]

EVEN_TABLE = np.array([[1, 1, 0, 0], [1, 1, 0, 0], [0, 0, 1, 1], [0, 0, 1, 1]], bool)  # 90 tables
UNEVEN_TABLE = np.array([[1, 1, 1, 0], [1, 1, 0, 0], [0, 1, 0, 1], [1, 0, 0, 0]], bool)


def count_tables(has: Table, seeds: range, **how: object) -> Counter[object]:
    """How often each table came, over several calls (each starts from a hub of its own)."""
    counted: Counter[object] = Counter()
    for seed in seeds:
        drawn = draw_fixed_margins(has, np.random.default_rng(seed), **how)  # type: ignore[arg-type]
        counted.update(drawn.to_table(draw).tobytes() for draw in range(1, drawn.bits.shape[2]))
    return counted


def is_uneven(has: Table, counted: Counter[object]) -> bool:
    """Whether some tables came more often than others, beyond luck."""
    every = enumerate_tables(has)
    expected = {table.tobytes(): counted.total() / len(every) for table in every}
    return chi_square(counted, expected) > chi_square_bound(len(every))


@pytest.mark.parametrize("has", [EVEN_TABLE, UNEVEN_TABLE], ids=["even", "uneven"])
def test_all_tables_with_these_sums_come_equally_often(has: Table) -> None:
    assert not is_uneven(has, count_tables(has, range(3), draws=3000))


def test_one_sweep_is_too_few_and_is_found_out() -> None:
    assert is_uneven(EVEN_TABLE, count_tables(EVEN_TABLE, range(3), draws=3000, sweeps=1))


def test_a_coin_that_favours_one_corner_is_found_out(monkeypatch: pytest.MonkeyPatch) -> None:
    def swap_with_bias(corners: NDArray[np.uint64], coins: np.random.SFC64) -> None:
        one, two, three, four = corners
        tossed = coins.random_raw(2 * one.size).reshape(2, *one.shape)
        swap = tossed[0] & (one ^ two) & (one ^ three) & (two ^ four)
        corners ^= swap & (one | tossed[1])  # away from the main diagonal twice as often as back

    monkeypatch.setattr(SAMPLER_MODULE, "_swap", swap_with_bias)
    assert is_uneven(EVEN_TABLE, count_tables(EVEN_TABLE, range(3), draws=3000))


def test_frozen_relationships_stay_and_the_others_are_even() -> None:
    has = np.vstack([EVEN_TABLE[:2], [[0, 1, 1, 0]], EVEN_TABLE[2:]]).astype(bool)
    frozen = np.array([1, 0, 0, 0, 0], bool)
    drawn = draw_fixed_margins(has, np.random.default_rng(5), draws=3000, frozen=frozen)
    assert all((drawn.to_table(draw)[0] == has[0]).all() for draw in range(0, 3001, 50))
    rest = Counter(drawn.to_table(draw)[1:].tobytes() for draw in range(1, 3001))
    assert not is_uneven(has[1:], rest)


STRATA = np.array([0, 1, 0, 1, 0, 1])
STRATIFIED_TABLE = np.array([[1, 1, 0], [1, 0, 0], [0, 1, 1], [0, 1, 1], [0, 0, 1], [0, 1, 0]], bool)


def test_inside_strata_all_tables_with_the_sums_of_each_stratum_come_equally_often() -> None:
    parts = [enumerate_tables(STRATIFIED_TABLE[number == STRATA]) for number in (0, 1)]
    assert [len(part) for part in parts] == [5, 5]
    counted = count_tables(STRATIFIED_TABLE, range(3), draws=3000, strata=STRATA)
    expected = {}
    for one in parts[0]:
        for other in parts[1]:
            table = np.zeros((6, 3), bool)
            table[STRATA == 0], table[STRATA == 1] = one, other
            expected[table.tobytes()] = counted.total() / 25
    assert set(counted) == set(expected)
    assert chi_square(counted, expected) <= chi_square_bound(25)


def test_strata_that_are_not_kept_are_found_out() -> None:
    plain = count_tables(STRATIFIED_TABLE, range(1), draws=3000)
    inside = count_tables(STRATIFIED_TABLE, range(1), draws=3000, strata=STRATA)
    assert len(plain) == len(enumerate_tables(STRATIFIED_TABLE)) > len(inside) == 25


def test_one_stratum_is_no_strata_and_one_relationship_each_leaves_all_as_it_is() -> None:
    def draw(strata: NDArray[np.intp] | None) -> NDArray[np.uint64]:
        return draw_fixed_margins(EVEN_TABLE, np.random.default_rng(3), draws=64, strata=strata).bits

    assert (draw(None) == draw(np.full(4, 7))).all()
    assert (draw(np.arange(4)) == draw(None)[:, :, :1]).all()


def false_alarm_rate(sampler: Callable[[Table, np.random.Generator], Table], level: float) -> float:
    """How often p is at most `level`, when the history itself is a chance table; ties settled by a coin."""
    every, rng = enumerate_tables(EVEN_TABLE), np.random.default_rng(8)
    alarms = 0
    for _ in range(1500):
        numbers = sampler(every[rng.integers(len(every))], rng) @ (1 << np.arange(16))  # all tables differ
        above, alike = (numbers > numbers[0]).sum(), (numbers == numbers[0]).sum()
        alarms += (above + rng.random() * alike) / len(numbers) <= level
    return alarms / 1500


def draw_from_hub(has: Table, rng: np.random.Generator) -> Table:
    drawn = draw_fixed_margins(has, rng, draws=63, sweeps=1)
    return np.array([drawn.to_table(draw).ravel() for draw in range(64)])


def draw_from_one_start(has: Table, rng: np.random.Generator) -> Table:
    routes = SAMPLER_MODULE._lay_routes(rng.permutation(4)[None, :], rng.permutation(4)[None, :], 2)
    coins = np.random.SFC64(int(rng.integers(2**63)))
    cells = SAMPLER_MODULE._walk(SAMPLER_MODULE._to_bit_words(EVEN_TABLE), routes, 4, coins)
    drawn = draws.transpose_bits(cells.reshape(4, 4, 1))
    bits = np.concatenate([single_draw(has).bits, drawn[:, :, :63]], axis=2)
    every = draws.Draws(relationships=4, bits=bits)
    return np.array([every.to_table(draw).ravel() for draw in range(64)])


@pytest.mark.parametrize("level", [0.05, 0.25])
def test_p_is_exact_from_a_hub_however_few_the_sweeps_and_not_from_one_start_for_all(level: float) -> None:
    assert not is_beyond_luck(false_alarm_rate(draw_from_hub, level), level, 1500)
    assert is_beyond_luck(false_alarm_rate(draw_from_one_start, level), level, 1500)


tables = arrays.arrays(
    bool, st.tuples(st.integers(0, 70), st.integers(0, 9)), elements=st.booleans(), fill=st.booleans()
)


@settings(deadline=None, max_examples=25)
@given(tables, st.integers(0, 130), st.integers(0, 2**32), st.integers(1, 4))
def test_every_draw_keeps_the_sums_of_every_stratum(has: Table, count: int, seed: int, many: int) -> None:
    strata = np.random.default_rng(seed).integers(0, many, len(has))
    drawn = draw_fixed_margins(has, np.random.default_rng(seed), draws=count, sweeps=4, strata=strata)
    for number in range(many):
        inside = has[strata == number]
        for draw in {0, count // 2, count}:
            table = drawn.to_table(draw)[strata == number]
            assert (table.sum(axis=0) == inside.sum(axis=0)).all()
            assert (table.sum(axis=1) == inside.sum(axis=1)).all()


@settings(deadline=None, max_examples=25)
@given(tables, st.integers(0, 130), st.integers(0, 2**32))
def test_every_draw_keeps_every_sum(has: Table, count: int, seed: int) -> None:
    drawn = draw_fixed_margins(has, np.random.default_rng(seed), draws=count, sweeps=4)
    assert drawn.bits.shape == (-(-len(has) // 64), has.shape[1], 1 + count)
    for draw in {0, count // 2, count}:
        table = drawn.to_table(draw)
        assert (table.sum(axis=0) == has.sum(axis=0)).all()
        assert (table.sum(axis=1) == has.sum(axis=1)).all()
    assert (drawn.to_table() == has).all()
    assert (count_held(drawn) == has.sum(axis=0)[:, None]).all()


def test_draws_done_in_parts_are_as_even_as_in_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(SAMPLER_MODULE, "_CELLS_AT_ONCE", 40)  # two words of the 16 cells
    assert not is_uneven(EVEN_TABLE, count_tables(EVEN_TABLE, range(2), draws=3000))


def test_a_pair_is_as_surprising_as_in_all_tables() -> None:
    every = enumerate_tables(EVEN_TABLE)
    counts = count_together(
        draw_fixed_margins(EVEN_TABLE, np.random.default_rng(2), draws=6000), np.array([[0, 1], [1, 2]])
    )
    for row, (one, other) in enumerate([(0, 1), (1, 2)]):
        exact = np.mean([(t[:, one] & t[:, other]).sum() >= counts[row, 0] for t in every])
        assert not is_beyond_luck(p_value_of(counts)[row], float(exact), 6000)
    assert p_value_of(counts)[0] < 0.1 < p_value_of(counts)[1]


def test_same_seed_same_draws_other_seed_others() -> None:
    one, same, other = (
        draw_fixed_margins(EVEN_TABLE, np.random.default_rng(s), draws=64).bits for s in (1, 1, 2)
    )
    assert (one == same).all()
    assert (one != other).any()


@pytest.mark.parametrize(
    "has",
    [
        np.zeros((0, 0), bool),
        np.zeros((0, 5), bool),
        np.zeros((5, 0), bool),
        np.ones((1, 3), bool),
        np.ones((6, 1), bool),
        np.eye(7, 1, dtype=bool),
        np.ones((9, 9), bool),
        np.tri(6, dtype=bool),
    ],
    ids=["nothing", "no relationship", "no tag", "one", "one tag everywhere", "one tag", "full", "stairs"],
)
def test_where_nothing_can_move_every_draw_is_the_history(has: Table) -> None:
    drawn = draw_fixed_margins(has, np.random.default_rng(0), draws=70)
    assert (drawn.bits == drawn.bits[:, :, :1]).all()
    assert drawn.bits.shape[2] == 71
