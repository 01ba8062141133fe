"""P-values, their correction inside and across finders, intervals, signs, seeds: against plain counting."""

import math
from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.exhaustive_outcomes import is_beyond_luck
from timeline.null_models import (
    can_pass,
    compute_balance,
    correct_family,
    correct_holm,
    jeffreys,
    p_value,
    seed_from,
)
from timeline.null_models.families import normal_score
from timeline.null_models.intervals import beta_below, beta_quantile, share_difference

laws = settings(deadline=None, max_examples=30)
columns = st.lists(st.integers(0, 6), min_size=2, max_size=30)


@laws
@given(columns)
def test_a_p_value_is_the_share_at_least_as_far_out(row: list[int]) -> None:
    more = sum(value >= row[0] for value in row) / len(row)
    less = sum(value <= row[0] for value in row) / len(row)
    counts = np.array([row])
    assert p_value(counts)[0] == more
    assert p_value(counts, "less")[0] == less
    assert p_value(counts, "either")[0] == min(1.0, 2 * min(more, less))
    assert p_value(counts + 1e-12 * np.arange(len(row)))[0] == more


def test_a_history_of_chance_is_seldom_far_out_in_any_of_its_counts() -> None:
    """Under the null the smallest corrected p is at most 1 in 20 in 1 of 20 families, and not far fewer."""
    rng = np.random.default_rng(3)
    alarms = plain = 0
    for _ in range(400):
        shared = rng.poisson(1.0, 200)
        counts = np.stack([rng.poisson(rate, 200) + shared for rate in (0.3, 2, 5, 5, 9, 20)])
        found = correct_family(counts)
        alarms += found.p_family.min() <= 0.05
        plain += found.p.min() <= 0.05
        assert (found.p_family >= found.p).all()
    assert not is_beyond_luck(alarms / 400, 0.045, 400)
    assert is_beyond_luck(plain / 400, 0.045, 400)  # what it would be, uncorrected


def test_what_is_far_out_among_many_is_seen() -> None:
    rng = np.random.default_rng(4)
    counts = rng.poisson(4.0, (60, 1000))
    counts[7, 0] = 19
    found = correct_family(counts)
    assert found.p_family.argmin() == 7
    assert found.p_family[7] < 0.01
    assert found.score[7] > 4
    assert found.mean_of_draws[7] == pytest.approx(counts[7, 1:].mean())


@pytest.mark.parametrize("side", ["more", "less", "either"])
def test_few_values_are_scored_like_many(side: str) -> None:
    """Scores looked up by value are those worked out one by one."""
    rng = np.random.default_rng(5)
    counts = rng.poisson(3.0, (5, 2000))
    whole, loose = correct_family(counts, side), correct_family(counts[:, :900], side)  # type: ignore[arg-type]
    assert whole.score.shape == loose.score.shape
    one_by_one = [correct_family(counts[row : row + 1], side).score[0] for row in range(5)]  # type: ignore[arg-type]
    assert whole.score == pytest.approx(one_by_one)


def test_counts_that_do_not_move_say_nothing() -> None:
    still = np.full((3, 50), 4)
    found = correct_family(still)
    assert (found.p_family == 1).all()
    assert (found.score == -9).all()
    assert not can_pass(still, 4).any()
    empty = correct_family(np.zeros((0, 50), int))
    assert empty.p.shape == (0,)


def test_what_could_not_have_passed_is_known() -> None:
    rng = np.random.default_rng(6)
    counts = np.stack([rng.binomial(3, 0.5, 400), rng.binomial(12, 0.5, 400)])
    assert can_pass(counts, [3, 12]).tolist() == [False, True]
    assert can_pass(counts, [3, 6]).tolist() == [False, False]
    assert can_pass(counts, [3, 6], [0, 0], side="either").tolist() == [False, True]
    assert can_pass(counts, [3, 6], [0, 0], side="less").tolist() == [False, True]
    # Asked of some rows, it is still the whole family that counts.
    whole = correct_family(counts)
    assert can_pass(counts[1:], [12], furthest=whole.furthest).tolist() == [True]
    many = np.concatenate([counts, rng.binomial(12, 0.5, (300, 400))])
    assert can_pass(many[1:2], [11], furthest=correct_family(many[1:2]).furthest)[0]
    assert not can_pass(many[1:2], [10], furthest=correct_family(many).furthest)[0]


@laws
@given(st.lists(st.floats(0.001, 1), max_size=8))
def test_holm_agrees_with_stepping_down_by_hand(ps: list[float]) -> None:
    wanted, highest = dict.fromkeys(range(len(ps)), 0.0), 0.0
    for rank, place in enumerate(sorted(range(len(ps)), key=lambda place: ps[place])):
        highest = max(highest, ps[place] * (len(ps) - rank))
        wanted[place] = min(1.0, highest)
    assert correct_holm(ps).tolist() == pytest.approx([*wanted.values()])


def test_the_normal_score_of_a_symmetric_law_is_its_value() -> None:
    assert normal_score(np.array([1.5, -2.0]), np.array([0.0, 0.0])) == pytest.approx([1.5, -2.0], abs=0.01)
    # A gamma law of shape 4: what 1 in 20 exceed scores as 1.645.
    draws = np.sort((np.random.default_rng(7).gamma(4, size=200_000) - 4) / 2)
    assert normal_score(draws[190_000], np.array(1.0)) == pytest.approx(1.645, abs=0.02)


# ---- intervals ----


def slow_below(x: float, a: float, b: float) -> float:
    """The beta law by adding up thin strips, ends left out by a change of variable."""
    angles = (np.arange(200_000) + 0.5) / 200_000 * math.pi / 2
    density = 2 * np.sin(angles) ** (2 * a - 1) * np.cos(angles) ** (2 * b - 1)
    return float(density[np.sin(angles) ** 2 <= x].sum() / density.sum())


@pytest.mark.parametrize(("a", "b"), [(0.5, 10.5), (3.5, 4.5), (8.5, 0.5), (30.5, 70.5)])
@pytest.mark.parametrize("x", [0.001, 0.2, 0.5, 0.93])
def test_the_beta_law_agrees_with_thin_strips(x: float, a: float, b: float) -> None:
    assert beta_below(x, a, b) == pytest.approx(slow_below(x, a, b), abs=2e-4)


@laws
@given(st.integers(0, 60), st.integers(0, 60), st.floats(0.001, 0.999))
def test_a_quantile_leaves_its_share_below(k: int, rest: int, share: float) -> None:
    x = beta_quantile(share, k + 0.5, rest + 0.5)
    assert beta_below(x, k + 0.5, rest + 0.5) == pytest.approx(share, abs=1e-9)


def test_jeffreys_known_values() -> None:
    assert jeffreys(0, 0) == (0.0, 1.0)
    assert jeffreys(0, 10) == pytest.approx((0, 0.21719), abs=1e-4)
    assert jeffreys(10, 10) == pytest.approx((0.78281, 1), abs=1e-4)
    low, high = jeffreys(5, 8)
    assert 0.29 < low < 0.31
    assert 0.87 < high < 0.89
    with pytest.raises(ValueError, match="k must lie"):
        jeffreys(3, 2)


@laws
@given(st.integers(0, 20), st.integers(0, 20), st.integers(0, 20), st.integers(0, 20))
def test_a_difference_lies_in_its_interval_and_turns_with_its_sign(a: int, b: int, c: int, d: int) -> None:
    one, other = (a, a + b), (c, c + d)
    effect, (low, high) = share_difference(one, other)
    assert -1 <= low <= effect <= high <= 1
    back, (lower, higher) = share_difference(other, one)
    assert (back, lower, higher) == pytest.approx((-effect, -high, -low))


# ---- signs and seeds ----


@laws
@given(st.lists(st.integers(-4, 4), max_size=8))
def test_signs_agree_with_every_toss(differences: list[int]) -> None:
    found = compute_balance(np.array(differences, int))
    sums = [
        sum(s * abs(d) for s, d in zip(toss, differences, strict=True))
        for toss in product((-1, 1), repeat=len(differences))
    ]
    total = sum(differences)
    assert found.total == total
    assert found.p_more == pytest.approx(np.mean([s >= total for s in sums]))
    assert found.p_less == pytest.approx(np.mean([s <= total for s in sums]))
    assert found.p == pytest.approx(np.mean([abs(s) >= abs(total) for s in sums]))
    assert found.smallest_p == pytest.approx(0.5 ** sum(d != 0 for d in differences))


def test_a_seed_changes_with_every_byte() -> None:
    assert seed_from(b"a history") == seed_from(b"a history")
    assert len({seed_from(bytes([byte])) for byte in range(256)}) == 256
    assert 0 <= seed_from(b"") < 1 << 128
