"""What is counted in the draws, against plain loops."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from timeline.null_models import (
    Draws,
    count_held,
    count_repeats,
    count_together,
    draw_fixed_margins,
    single_draw,
    sum_ranks,
)

Table = NDArray[np.bool_]


def make_draws(n: int, tags: int, seed: int) -> Draws:
    rng = np.random.default_rng(seed)
    return draw_fixed_margins(rng.random((n, tags)) < 0.4, rng, draws=20, sweeps=4)


sizes = st.sampled_from([0, 1, 2, 5, 63, 64, 65, 130])
cases = st.builds(make_draws, sizes, st.integers(0, 6), st.integers(0, 999))
laws = settings(deadline=None, max_examples=25)


def pick_rows(drawn: Draws, seed: int = 1) -> Table:
    return np.random.default_rng(seed).random(drawn.relationships) < 0.5


def slow_together(has: Table, tags: list[int], rows: Table) -> int:
    count = 0
    for i in range(len(has)):
        if rows[i] and all(has[i, a] for a in tags):
            count += 1
    return count


def slow_repeats(has: Table, a: int, steps: list[int] | None = None) -> int:
    steps = [*range(len(has))] if steps is None else steps
    held = [any(has[i, a] for i in range(len(has)) if steps[i] == step) for step in sorted(set(steps))]
    return sum(1 for one, following in pairwise(held) if one and following)


def slow_ranks(has: Table, a: int, ranks: list[int]) -> int:
    return sum(rank for i, rank in enumerate(ranks) if has[i, a])


@laws
@given(cases)
def test_counts_agree_with_plain_loops(drawn: Draws) -> None:
    n, tags = drawn.relationships, drawn.tags
    rows = pick_rows(drawn)
    everyone = np.ones(n, bool)
    ranks = np.random.default_rng(3).integers(0, 9, n)
    steps = np.sort(np.random.default_rng(n).integers(0, max(1, n // 2), n))
    pairs = np.array([(a, b) for a in range(tags) for b in range(a)], int).reshape(-1, 2)
    triples = np.array([(0, 1, 2)] if tags > 2 else [], int).reshape(-1, 3)
    for draw in (0, 1, 20):
        has = drawn.to_table(draw)
        every_tag = range(tags)
        assert count_held(drawn, rows)[:, draw].tolist() == [slow_together(has, [a], rows) for a in every_tag]
        assert count_repeats(drawn)[:, draw].tolist() == [slow_repeats(has, a) for a in every_tag]
        assert count_repeats(drawn, steps)[:, draw].tolist() == [
            slow_repeats(has, a, steps.tolist()) for a in every_tag
        ]
        assert sum_ranks(drawn)[:, draw].tolist() == [slow_ranks(has, a, [*range(n)]) for a in every_tag]
        assert sum_ranks(drawn, ranks)[:, draw].tolist() == [
            slow_ranks(has, a, ranks.tolist()) for a in every_tag
        ]
        for sets, among in ((pairs, None), (pairs, rows), (triples, None)):
            counted = count_together(drawn, sets, among)[:, draw].tolist()
            asked = everyone if among is None else among
            assert counted == [slow_together(has, list(held_set), asked) for held_set in sets]


@laws
@given(cases)
def test_the_history_alone_counts_as_draw_0(drawn: Draws) -> None:
    by_itself = single_draw(drawn.to_table())
    assert (count_held(by_itself)[:, 0] == count_held(drawn)[:, 0]).all()
    assert (count_repeats(by_itself)[:, 0] == count_repeats(drawn)[:, 0]).all()


def test_the_next_relationship_is_found_across_the_edge_of_a_word() -> None:
    has = np.zeros((130, 1), bool)
    has[[63, 64, 127, 128, 129], 0] = True
    assert count_repeats(single_draw(has)).item() == 3
    has[64] = False
    assert count_repeats(single_draw(has)).item() == 2


def test_what_began_together_is_one_step_in_whatever_order_it_stands() -> None:
    has, steps = np.array([[1, 0], [0, 1], [0, 0], [1, 0], [0, 1]], bool), np.array([0, 1, 1, 1, 2])
    for order in ([0, 1, 2, 3, 4], [0, 3, 1, 2, 4], [0, 2, 3, 1, 4]):
        assert count_repeats(single_draw(has[order]), steps)[:, 0].tolist() == [1, 1]
    assert count_repeats(single_draw(has))[:, 0].tolist() == [0, 0]
    together = np.ones((200, 1), bool)
    assert count_repeats(single_draw(together), np.zeros(200, int)).item() == 0
    assert count_repeats(single_draw(together), np.arange(200) // 100).item() == 1


@pytest.mark.parametrize("n", [300, 40_000])
def test_counts_do_not_overflow(n: int) -> None:
    has = np.ones((n, 2), bool)
    if n > np.iinfo(np.int16).max:
        with pytest.raises(ValueError, match="32,767"):
            single_draw(has)
        return
    assert count_held(single_draw(has)).tolist() == [[n], [n]]
    assert sum_ranks(single_draw(has))[0, 0] == n * (n - 1) // 2
