"""Levels of JSON counted against plain recursion, and far deeper than recursion goes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.system.json_depth import is_nested_deeper

values = st.recursive(
    st.none() | st.integers() | st.text(max_size=3),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=2), inner, max_size=3),
)


def count_levels(value: object) -> int:
    if not isinstance(value, dict | list):
        return 0
    inside = value.values() if isinstance(value, dict) else value
    return 1 + max(map(count_levels, inside), default=0)


@given(values, st.integers(0, 6))
def test_levels_are_those_of_plain_recursion(value: object, levels: int) -> None:
    assert is_nested_deeper(value, levels) == (count_levels(value) > levels)


@pytest.mark.parametrize(("levels", "deeper"), [(99_999, True), (100_000, False)])
def test_what_is_deeper_than_a_stack_is_counted(levels: int, deeper: bool) -> None:
    value: object = []
    for _ in range(99_999):
        value = [value]
    assert is_nested_deeper(value, levels) == deeper
