"""The order nulls (moments in a relationship, relationships in a life) against all orders there are."""

import math
from collections import Counter
from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from tests.exhaustive_outcomes import chi_square, chi_square_bound, enumerate_orders, is_beyond_luck
from timeline.null_models import (
    count_named_order,
    count_sequences,
    draw_trends,
    p_value,
    sum_moment_trends,
    theil_sen,
    turning_point,
)
from timeline.null_models.kendall import kendall_s
from timeline.null_models.moment_order import NamedOrderCounts, _moments_of
from timeline.null_models.relationship_order import cusums
from timeline.null_models.shuffles import rank_values, shuffles
from timeline.null_models.span_ranks import rank_spans

NAN = float("nan")
Floats = NDArray[np.float64]
laws = settings(deadline=None, max_examples=25)


def exact_spans(when: Floats) -> Floats:
    """Dates that are known to the instant."""
    return np.stack([when, when], axis=1)


class MomentRows:
    """Some moments of some relationships, and plain-loop answers about them."""

    def __init__(self, rows: list[tuple[int, float, str]]) -> None:
        """One (relationship, when, tags as letters) per moment."""
        self.relationship = np.array([row[0] for row in rows], int)
        self.when = np.array([row[1] for row in rows], float)
        self.holds = np.array([[letter in row[2] for letter in "abc"] for row in rows], bool).reshape(-1, 3)

    def first_time(self, relationship: int, tag: int, when: Floats | None = None) -> float:
        """When a tag was first, or infinity."""
        earliest = math.inf
        for moment, of in enumerate(self.relationship):
            date = (self.when if when is None else when)[moment]
            if of == relationship and self.holds[moment, tag] and not math.isnan(date):
                earliest = min(earliest, date)
        return earliest

    def count_in_order(self, steps: tuple[int, ...], when: Floats | None = None) -> tuple[int, int]:
        """Relationships where the tags first came in this order, and those that hold all of them."""
        count = of = 0
        for relationship in set(self.relationship.tolist()):
            firsts = [self.first_time(relationship, tag, when) for tag in steps]
            if max(firsts) < math.inf:
                of += 1
                count += all(one < other for one, other in pairwise(firsts))
        return count, of

    def list_dealings(self) -> list[Floats]:
        """All ways to deal the dates of each relationship to its moments."""
        own = [np.flatnonzero(self.relationship == r) for r in sorted(set(self.relationship.tolist()))]
        own = [moments[~np.isnan(self.when[moments])] for moments in own]
        dealt = []
        for choice in product(*(enumerate_orders(self.when[moments]) for moments in own)):
            when = self.when.copy()
            for moments, dates in zip(own, choice, strict=True):
                when[moments] = dates
            dealt.append(when)
        return dealt


LIVES = MomentRows(
    [
        *[(0, 1, "a"), (0, 2, "b"), (0, 3, "ac"), (0, 4, "")],
        *[(1, 5, "a"), (1, 5, "b"), (1, 7, "bc")],  # two moments of one date
        *[(2, 2, "ab"), (2, 9, "b"), (2, 4, "c")],  # two tags of one moment
        *[(3, NAN, "a"), (3, 1, "b")],  # the only "a" has no date: it is not held
    ]
)
PARTS = (LIVES.relationship, exact_spans(LIVES.when), LIVES.holds)


def test_every_dealing_comes_as_often_as_it_should() -> None:
    drawn = count_sequences(*PARTS, np.random.default_rng(4), draws=8000, least=1)
    dealings = LIVES.list_dealings()
    expected: Counter[object] = Counter()
    for when in dealings:
        expected[tuple(LIVES.count_in_order(tuple(pair), when)[0] for pair in drawn.pairs.tolist())] += 1
    seen: Counter[object] = Counter(map(tuple, (drawn.counts[:, 1:] // drawn.drawings).T.tolist()))
    should = {key: count * 8000 / len(dealings) for key, count in expected.items()}
    assert len(should) > 20
    assert chi_square(seen, should) < chi_square_bound(len(should))
    # The near miss: were tied dates told apart, it would be seen.
    apart = LIVES.when.copy()
    apart[5] += 0.5
    told_apart = count_sequences(
        PARTS[0], exact_spans(apart), PARTS[2], np.random.default_rng(4), draws=8000, least=1
    )
    seen = Counter(map(tuple, (told_apart.counts[:, 1:] // told_apart.drawings).T.tolist()))
    assert chi_square(seen, should) > chi_square_bound(len(should))


def test_sequences_of_the_history_and_what_is_left_out() -> None:
    found = count_sequences(*PARTS, np.random.default_rng(0), draws=10, least=3)
    rows = {
        tuple(pair): (int(both), int(count))
        for pair, both, count in zip(
            found.pairs.tolist(), found.holding_both, found.counts[:, 0] // found.drawings, strict=True
        )
    }
    # a before b: in 0; 1 has them on one date, 2 in one moment; 3 has no dated a.
    assert rows[(0, 1)] == (3, 1)
    assert rows[(1, 0)] == (3, 0)
    # a before c: in 0, 1 and 2; 3 has no c.
    assert rows[(0, 2)] == (3, 3)
    assert rows == {pair: LIVES.count_in_order(pair)[::-1] for pair in rows}
    assert count_sequences(*PARTS, np.random.default_rng(0), draws=10, least=4).counts.shape == (0, 11)


def test_an_arc_is_as_likely_as_in_all_dealings() -> None:
    dealings = LIVES.list_dealings()
    for steps in ((0, 1), (0, 1, 2), (2, 1, 0)):
        found = count_named_order(*PARTS[:2], PARTS[2][:, steps], np.random.default_rng(7), draws=6000)
        counts = found.counts // found.drawings
        assert (int(counts[0]), found.holding_all) == LIVES.count_in_order(steps)
        for least in (1, 2):
            exact = float(np.mean([LIVES.count_in_order(steps, when)[0] >= least for when in dealings]))
            assert not is_beyond_luck(float((counts[1:] >= least).mean()), exact, 6000)


@pytest.mark.parametrize("steps", [(), (0,)])
def test_an_order_needs_two_steps(steps: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match="two or more steps"):
        count_named_order(*PARTS[:2], PARTS[2][:, list(steps)], np.random.default_rng(0))


moments = st.lists(
    st.tuples(
        st.integers(0, 4),
        st.sampled_from([1.0, 2.0, 2.5, 3.0, 8.0, NAN]),
        st.text("abc", max_size=3),
    ),
    max_size=25,
)


@laws
@given(moments, st.randoms(use_true_random=False))
def test_sequences_and_arcs_agree_with_plain_loops(rows: list[tuple[int, float, str]], luck: object) -> None:
    told = MomentRows(rows)
    parts = (told.relationship, exact_spans(told.when), told.holds)
    found = count_sequences(*parts, np.random.default_rng(1), draws=9, least=1)
    for pair, both, count in zip(found.pairs.tolist(), found.holding_both, found.counts[:, 0], strict=True):
        in_order, of = told.count_in_order(tuple(pair))
        assert (in_order * found.drawings, of) == (count, both)
    held = [
        pair for pair in product(range(3), range(3)) if len(set(pair)) == 2 and told.count_in_order(pair)[1]
    ]
    assert sorted(map(tuple, found.pairs.tolist())) == held
    # Never more than hold both, in either direction together.
    half = len(found.pairs) // 2
    both_ways = found.counts[:half] + found.counts[half:]
    assert (both_ways <= found.drawings * found.holding_both[:half, None]).all()
    whole = count_named_order(*parts, np.random.default_rng(1), draws=9)
    assert (int(whole.counts[0]) // whole.drawings, whole.holding_all) == told.count_in_order((0, 1, 2))
    # The order in which moments are entered makes no difference.
    mixed = rows.copy()
    luck.shuffle(mixed)  # type: ignore[attr-defined]
    other = MomentRows(mixed)
    again = count_sequences(
        other.relationship, exact_spans(other.when), other.holds, np.random.default_rng(1), draws=9, least=1
    )
    assert (again.counts == found.counts).all()


def test_parts_done_one_after_the_other_give_the_same_law(monkeypatch: pytest.MonkeyPatch) -> None:
    from timeline.null_models import moment_order as order

    monkeypatch.setattr(order, "_RANKS_AT_ONCE", 40_000)
    monkeypatch.setattr(order, "_KEYS_AT_ONCE", 100)
    found = count_sequences(*PARTS, np.random.default_rng(4), draws=3000, least=3)
    whole = count_sequences(*PARTS, np.random.default_rng(4), draws=10, least=3)
    assert (found.counts[:, 0] == whole.counts[:, 0]).all()
    dealings = LIVES.list_dealings()
    for pair, counts in zip(found.pairs.tolist(), found.counts, strict=True):
        exact = float(np.mean([LIVES.count_in_order(tuple(pair), when)[0] >= 1 for when in dealings]))
        assert not is_beyond_luck(float((counts[1:] >= found.drawings).mean()), exact, 3000)


# ---- dates that are not sure ----


def make_spans(*written: tuple[float, float]) -> Floats:
    return np.array(written, float)


def test_of_two_moments_of_one_span_each_comes_first_in_exactly_half_of_the_drawings() -> None:
    relationship, holds = np.repeat(np.arange(14), 2), np.tile(np.eye(2, dtype=bool), (14, 1))
    spans = make_spans((1994, 1995), (1994, 1995)).repeat(14, axis=0).reshape(2, 14, 2).swapaxes(0, 1)
    found = count_named_order(relationship, spans.reshape(-1, 2), holds, np.random.default_rng(1), draws=50)
    assert (found.counts == 14 * found.drawings // 2).all()
    assert p_value(found.counts) == 1


def test_a_span_inside_another_is_a_little_more_likely_first_and_never_sure() -> None:
    # Summer 1994 begins at 1994.41 and ends at 1994.66; it lies before a day of 1994 in 0.46 of the cases.
    spans = np.tile(make_spans((1994.41, 1994.66), (1994, 1995)), (200, 1))
    relationship, holds = np.repeat(np.arange(200), 2), np.tile(np.eye(2, dtype=bool), (200, 1))
    found = count_named_order(relationship, spans, holds, np.random.default_rng(1), draws=50)
    share = found.counts[0] / (200 * found.drawings)
    assert share == pytest.approx(1 - (1994.535 - 1994), abs=0.02)


def slow_shares(
    relationship: list[int], spans: list[tuple[float, float]], holds: list[tuple[bool, ...]], ranks: Floats
) -> int:
    """In how many drawings, over all relationships, the first of the one lies before that of the other."""
    total = 0
    for of in set(relationship):
        own = [i for i, r in enumerate(relationship) if r == of]
        for drawing in range(ranks.shape[1]):
            firsts = [min((ranks[i, drawing] for i in own if holds[i][k]), default=None) for k in (0, 1)]
            if None not in firsts:
                total += firsts[0] < firsts[1]
    return total


@laws
@given(
    st.lists(
        st.tuples(st.integers(0, 3), st.integers(0, 4), st.integers(0, 3), st.booleans(), st.booleans()),
        max_size=16,
    )
)
def test_shares_agree_with_plain_loops_and_entry_order_changes_no_draw(rows: list[tuple[int, ...]]) -> None:
    relationship = [row[0] for row in rows]
    spans = [(float(row[1]), float(row[1] + row[2])) for row in rows]
    holds = [(bool(row[3]), bool(row[4])) for row in rows]
    found = _count_order(relationship, spans, holds)
    # The same drawings by plain loops: the moments in the order in which they are drawn.
    order = np.concatenate(
        [
            np.zeros(0, int),
            *_moments_of(
                np.array(relationship, int),
                np.array(spans, float).reshape(-1, 2).mean(axis=1),
                np.array([(*h, *s) for h, s in zip(holds, spans, strict=True)], float).reshape(-1, 4),
            ),
        ]
    ).tolist()
    owner = np.array([relationship[i] for i in order], int)
    starts = {of: number for number, of in enumerate(dict.fromkeys(owner.tolist()))}
    ranks = rank_spans(
        np.array([starts[of] for of in owner.tolist()], int),
        np.array([spans[i] for i in order], float).reshape(-1, 2),
        found.drawings,
    )
    slow = slow_shares(owner.tolist(), spans, [holds[i] for i in order], ranks)
    assert found.counts[0] == slow
    mixed = np.random.default_rng(len(rows)).permutation(len(rows)).tolist()
    names = np.random.default_rng(len(rows)).permutation(4).tolist()
    again = _count_order(
        [names[relationship[i]] for i in mixed], [spans[i] for i in mixed], [holds[i] for i in mixed]
    )
    assert (again.counts == found.counts).all()


def _count_order(
    relationship: list[int], spans: list[tuple[float, float]], holds: list[tuple[bool, bool]]
) -> NamedOrderCounts:
    return count_named_order(
        np.array(relationship, int),
        np.array(spans, float).reshape(-1, 2),
        np.array(holds, bool).reshape(-1, 2),
        np.random.default_rng(5),
        draws=7,
    )


def test_spans_are_dealt_with_their_drawings() -> None:
    """Three moments, one with a wide span: over all dealings a comes before b as often as it should."""
    spans = make_spans((1, 1), (0, 2), (3, 3))
    holds = np.array([[1, 0], [0, 1], [0, 0]], bool)
    found = count_named_order(np.zeros(3, int), spans, holds, np.random.default_rng(2), draws=6000)
    shares = found.counts[1:] / found.drawings
    # a and b have of (point, wide, late) any two: (point, wide) half, (wide, point) half, else sure.
    assert not is_beyond_luck(float((shares == 1).mean()), 2 / 6, 6000)
    assert not is_beyond_luck(float((shares == 0).mean()), 2 / 6, 6000)
    assert found.counts[0] / found.drawings == 0.5


# ---- the order of values: Kendall's S ----


def slow_kendall_s(times: list[float], values: list[float]) -> int:
    """Rising pairs less falling ones."""
    total = 0
    for i in range(len(times)):
        for j in range(len(times)):
            if times[i] < times[j]:
                total += (values[i] < values[j]) - (values[i] > values[j])
    return total


numbers = st.lists(st.tuples(st.integers(0, 6), st.integers(-3, 3)), max_size=12)


@laws
@given(numbers)
def test_kendalls_s_agrees_with_plain_loops(rows: list[tuple[int, int]]) -> None:
    rows = sorted(rows, key=lambda row: row[0])
    times, values = [row[0] for row in rows], [row[1] for row in rows]
    orders = shuffles(rank_values(values), np.random.default_rng(0), range(6))
    found = kendall_s(rank_values(times), orders)
    assert found.tolist() == [slow_kendall_s(times, order.tolist()) for order in orders.T]
    assert found[0] == slow_kendall_s(times, values)


def test_shuffles_are_all_orders_equally_often() -> None:
    drawn = shuffles(np.array([0, 1, 1, 2]), np.random.default_rng(3), range(1, 6001))
    seen: Counter[object] = Counter(map(tuple, drawn.T.tolist()))
    expected = dict.fromkeys(set(enumerate_orders([0, 1, 1, 2])), 6000 * 2 / 24)
    assert chi_square(seen, dict(expected)) < chi_square_bound(len(expected))
    # The near miss: sorting by a key of few values leaves the order given too often.
    coarse = np.argsort(np.random.default_rng(3).integers(0, 6, (6000, 4)), axis=1, kind="stable")
    seen = Counter(map(tuple, np.array([0, 1, 1, 2])[coarse].tolist()))
    assert chi_square(seen, dict(expected)) > chi_square_bound(len(expected))


@pytest.mark.parametrize("count", [300, 70_000])
def test_many_ranks_survive_a_shuffle(count: int) -> None:
    drawn = shuffles(np.arange(count), np.random.default_rng(0), range(2))
    assert (drawn[:, 0] == np.arange(count)).all()
    assert (np.sort(drawn[:, 1]) == np.arange(count)).all()


def test_turning_is_as_likely_as_in_all_orders() -> None:
    relationship = np.array([0, 0, 0, 1, 1, 1, 1, 2])
    when = np.array([3.0, 1, 2, 5, 5, 6, NAN, 1])
    strength = np.array([-2.0, 3, 1, 2, 2, -1, 5, 4])
    drawn = sum_moment_trends(relationship, when, strength, np.random.default_rng(6), draws=6000)
    every = [
        slow_kendall_s([1, 2, 3], list(one)) + slow_kendall_s([5, 5, 6], list(two))
        for one, two in product(enumerate_orders([3, 1, -2]), enumerate_orders([2, 2, -1]))
    ]
    assert drawn[0] == -3 - 2
    seen: Counter[object] = Counter(drawn[1:].tolist())
    expected: dict[object, float] = {s: every.count(s) * 6000 / len(every) for s in set(every)}
    assert chi_square(seen, dict(expected)) < chi_square_bound(len(expected))


# ---- the order of relationships ----


def slow_cusum(times: list[float], values: list[float]) -> tuple[float, int]:
    """The largest standardised CUSUM and how many values lie before it; none parts values of one time."""
    m, best, place = len(values), 0.0, 0
    for k in range(2, m - 1):
        if times[k - 1] == times[k]:
            continue
        away = abs(sum(values[:k]) - k * sum(values) / m) * math.sqrt(m / (k * (m - k)))
        if away > best + 1e-9:
            best, place = away, k
    return best, place


def slow_slope(times: list[float], values: list[float]) -> float | None:
    slopes = sorted(
        (values[i] - values[j]) / (times[i] - times[j])
        for i in range(len(times))
        for j in range(i)
        if times[i] != times[j]
    )
    middle = len(slopes) // 2
    if not slopes:
        return None
    return slopes[middle] if len(slopes) % 2 else (slopes[middle - 1] + slopes[middle]) / 2


@laws
@given(numbers)
def test_rise_turn_and_slope_agree_with_plain_loops(rows: list[tuple[int, int]]) -> None:
    times, values = [float(row[0]) for row in rows], [row[1] / 3 for row in rows]
    found = draw_trends(np.array(times), np.array(values), np.random.default_rng(0), draws=5)
    in_time = [values[i] for i in sorted(range(len(times)), key=lambda i: times[i])]
    most, place = slow_cusum(sorted(times), in_time)
    assert found.rises[0] == slow_kendall_s(times, values)
    assert found.turns[0] == pytest.approx(most, abs=1e-9)
    assert found.turn == place
    assert found.slope == (
        None if slow_slope(times, values) is None else pytest.approx(slow_slope(times, values))
    )
    assert found.rises.shape == found.turns.shape == (6,)


def test_rise_and_turn_are_as_likely_as_in_all_orders() -> None:
    times, values = np.array([1.0, 2, 2, 4, 5, 7]), np.array([0.1, 0.2, 0.2, 0.4, 0.9, 0.7])
    found = draw_trends(times, values, np.random.default_rng(9), draws=6000)
    every = enumerate_orders(values.tolist())
    rise = np.mean([slow_kendall_s(times.tolist(), list(order)) >= found.rises[0] for order in every])
    turn = np.mean([slow_cusum(times.tolist(), list(order))[0] >= found.turns[0] - 1e-9 for order in every])
    assert not is_beyond_luck(float(p_value(found.rises)), float(rise), 6000)
    assert not is_beyond_luck(float(p_value(found.turns)), float(turn), 6000)


def test_a_turn_lies_where_it_was_planted() -> None:
    values = np.array([1.0, 1.2, 0.9, 1.1, 1.0, 3.0, 3.1, 2.9])
    assert turning_point(values) == 5
    assert p_value(draw_trends(np.arange(8.0), values, np.random.default_rng(0)).turns) < 0.05
    # The near miss: the same values, up and down in turn.
    mixed = values[[0, 5, 1, 6, 2, 7, 3, 4]]
    assert p_value(draw_trends(np.arange(8.0), mixed, np.random.default_rng(0)).turns) > 0.3


def test_what_began_on_one_day_is_one_place_in_whatever_order_it_was_entered() -> None:
    times, values = np.array([1.0, 2, 3, 3, 3, 4, 5, 6]), np.array([1.0, 1, 1, 5, 1, 5, 5, 5])
    found = []
    for order in ([0, 1, 2, 3, 4, 5, 6, 7], [0, 1, 3, 4, 2, 5, 6, 7], [7, 6, 5, 4, 2, 3, 1, 0]):
        drawn = draw_trends(times[order], values[order], np.random.default_rng(0), draws=5)
        found.append((drawn.turns[0], drawn.turn))
    assert found[0] == found[1] == found[2]
    assert found[0][1] == 5
    # The near miss: were they three places, their order would move the turn.
    assert turning_point(values) == 3
    assert turning_point(values[[0, 1, 2, 4, 3, 5, 6, 7]]) == 4


def test_the_slope_holds_against_one_outlier() -> None:
    times = np.arange(7.0)
    assert theil_sen(times, 2 * times) == pytest.approx(2)
    bent = 2 * times
    bent[3] = 100
    assert theil_sen(times, bent) == pytest.approx(2)


@pytest.mark.parametrize("m", [0, 1, 2, 3])
def test_few_or_equal_relationships_say_nothing(m: int) -> None:
    found = draw_trends(np.arange(float(m)), np.ones(m), np.random.default_rng(0), draws=20)
    assert (found.rises == 0).all()
    assert (found.turns == 0).all()
    assert found.turn == 0
    assert cusums(np.ones((m, 2))).shape == (0, 2)
    assert p_value(found.rises) == p_value(found.turns) == 1


def test_all_on_one_day_or_without_a_date_is_quiet() -> None:
    relationship, holds = np.repeat(np.arange(5), 4), np.tile(np.eye(4, 3, dtype=bool), (5, 1))
    strength = np.tile([1.0, -2, 3, NAN], 5)
    for when in (np.full(20, 7.0), np.full(20, NAN)):
        found = count_sequences(relationship, exact_spans(when), holds, np.random.default_rng(0), draws=30)
        assert (found.counts == 0).all()
        assert (
            count_named_order(
                relationship, exact_spans(when), holds, np.random.default_rng(0), draws=30
            ).counts
            == 0
        ).all()
        assert (
            sum_moment_trends(relationship, when, strength, np.random.default_rng(0), draws=30) == 0
        ).all()
    same = draw_trends(np.full(9, 3.0), np.arange(9.0), np.random.default_rng(0), draws=30)
    assert (same.rises == 0).all()
    assert same.slope is None
    nothing = np.zeros(0)
    empty = count_sequences(
        nothing.astype(int), exact_spans(nothing), np.zeros((0, 3), bool), np.random.default_rng(0), draws=30
    )
    assert empty.counts.shape == (0, 31)
    assert (
        sum_moment_trends(nothing.astype(int), nothing, nothing, np.random.default_rng(0), draws=3) == 0
    ).all()
