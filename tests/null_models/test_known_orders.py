"""What the dates leave no doubt about, against plain loops; and the orders that only look known."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.null_models.known_orders import (
    KnownOrder,
    OrderReading,
    mark_steps,
    measure_known_order,
    read_order,
)
from timeline.null_models.moment_order import count_named_order
from timeline.null_models.tag_matrix import TaggedMoments

Row = tuple[int, float, float, str]
laws = settings(deadline=None, max_examples=60)


def build_moments(rows: list[Row]) -> TaggedMoments:
    """One (relationship, first, last, tags as letters) per moment; a last before the first is no date."""
    spans = np.array([(r[1], r[2]) if r[2] >= r[1] else (np.nan, np.nan) for r in rows], float).reshape(-1, 2)
    holds = np.array([[letter in r[3] for letter in "abc"] for r in rows], bool).reshape(-1, 3)
    row, place = np.array([r[0] for r in rows], np.intp), np.arange(len(rows))
    return TaggedMoments(row, spans.mean(axis=1), spans, holds, place)


def read(rows: list[Row], steps: str = "ab", n: int = 4) -> OrderReading:
    moments = build_moments(rows)
    return read_order(moments, n, mark_steps(moments, [["abc".index(step)] for step in steps]))


def slow_reading(rows: list[Row], relationship: int) -> str:
    """What is known of "a before b" in one relationship: "", "in order", "against" or "open"."""
    own = [(number, *row) for number, row in enumerate(rows) if row[0] == relationship and row[2] >= row[1]]
    a, b = ([row for row in own if letter in row[4]] for letter in "ab")
    if not a or not b:
        return ""
    if any(all(one[3] <= other[2] for other in b) for one in a):
        return "in order"
    if any(all(other[3] <= one[2] for one in a) for other in b):
        return "against"
    for both in a:
        rest = [row for row in (*a, *b) if row[0] != both[0]]
        if "b" in both[4] and all(row[2] >= both[3] for row in rest):
            return "against"
    return "open"


rows = st.lists(
    st.tuples(st.integers(0, 3), st.integers(0, 6), st.integers(-1, 8), st.text("abc", max_size=3)),
    max_size=14,
)


@laws
@given(rows)
def test_what_is_known_agrees_with_plain_loops(drawn: list[Row]) -> None:
    told = [(r, first, max(first + 1, last) if last >= 0 else -1, tags) for r, first, last, tags in drawn]
    reading = read(told)
    for relationship in range(4):
        found = [
            name
            for name, mask in (
                ("in order", reading.in_order),
                ("against", reading.against),
                ("open", reading.is_open),
            )
            if mask[relationship]
        ]
        assert "".join(found) == slow_reading(told, relationship)
        assert bool(reading.every[relationship]) == bool(found)


def test_what_ends_where_the_other_begins_is_before_it_and_one_day_further_it_is_open() -> None:
    assert read([(0, 1994, 1995, "a"), (0, 1995, 1996, "b")]).counts == (1, 1, 0)
    assert read([(0, 1994, 1995.01, "a"), (0, 1995, 1996, "b")]).counts == (0, 1, 1)
    # A later a takes nothing away; an earlier b that may be of the same time does.
    assert read([(0, 1, 2, "a"), (0, 3, 4, "b"), (0, 0, 9, "a")]).counts == (1, 1, 0)
    assert read([(0, 1, 2, "a"), (0, 3, 4, "b"), (0, 0, 9, "b")]).counts == (0, 1, 1)


def test_three_steps_are_known_only_where_each_two_are() -> None:
    assert read([(0, 1, 2, "a"), (0, 3, 4, "b"), (0, 5, 6, "c")], "abc").counts == (1, 1, 0)
    assert read([(0, 1, 2, "a"), (0, 3, 6, "b"), (0, 5, 8, "c")], "abc").counts == (0, 1, 1)
    late = read([(0, 4, 6, "a"), (0, 3, 5, "b"), (0, 1, 2, "c")], "abc")
    assert (late.counts, bool(late.against[0])) == ((0, 1, 0), True)


def test_fourteen_summers_before_their_years_are_no_order() -> None:
    """The shape of the dates makes the shares lopsided; known orders have nothing to say."""
    rows = [row for i in range(14) for row in ((i, 1994.0, 1995.0, "a"), (i, 1994.6, 1994.9, "b"))]
    moments = build_moments(rows)
    marked = mark_steps(moments, [[0], [1]])
    reading = read_order(moments, 14, marked)
    drawn = count_named_order(moments.row, moments.spans, marked, np.random.default_rng(0))
    assert drawn.counts[0] > 1.3 * drawn.counts[1:].mean()
    assert (drawn.counts[1:] >= drawn.counts[0]).mean() < 0.01
    assert reading.counts == (0, 14, 14)
    known = measure_known_order(moments, reading, marked, np.random.default_rng(0))
    assert (known, known.holds) == (KnownOrder(0, 1.0), False)


def test_known_orders_hold_from_three_on_where_chance_seldom_does_as_much() -> None:
    def measure(first: int, after: int) -> KnownOrder:
        ahead = [row for i in range(first) for row in ((i, 1, 2, "a"), (i, 3, 4, "b"))]
        back = [row for i in range(first, first + after) for row in ((i, 1, 2, "b"), (i, 3, 4, "a"))]
        vague = [row for i in range(20, 24) for row in ((i, 1, 4, "b"), (i, 2, 3, "a"))]
        moments = build_moments([*ahead, *back, *vague])
        marked = mark_steps(moments, [[0], [1]])
        reading = read_order(moments, 24, marked)
        assert reading.counts == (first, first + after + 4, 4)
        return measure_known_order(moments, reading, marked, np.random.default_rng(0))

    assert measure(5, 0).holds
    assert abs(measure(5, 0).p - 1 / 32) < 0.01
    assert not measure(4, 0).holds
    assert not measure(5, 1).holds
    assert measure(8, 1).holds
