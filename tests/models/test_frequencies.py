"""How often chance does as much, as 1 in so many lives."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.frequencies import Frequency, one_in


@pytest.mark.parametrize(
    ("p", "draws", "told"),
    [
        (1.0, 2048, Frequency(1)),
        (0.5, 2048, Frequency(1)),
        (0.49, 2048, Frequency(2)),
        (1 / 3, 2048, Frequency(3)),
        (1 / 19.5, 2048, Frequency(19)),
        (1 / 20, 2048, Frequency(20)),
        (1 / 137.9, 2048, Frequency(130)),
        (1 / 1999, 10_048, Frequency(1900)),
        (1 / 2049, 2048, Frequency(2000, is_fewer=True)),
        (1 / 10_049, 10_048, Frequency(10_000, is_fewer=True)),
        (1 / 256, 0, Frequency(250)),
    ],
)
def test_a_p_value_is_said_as_one_in_so_many(p: float, draws: int, told: Frequency) -> None:
    assert one_in(p, draws) == told


@given(st.floats(1e-4, 1.0))
def test_it_is_never_said_to_be_rarer_than_it_is(p: float) -> None:
    told = one_in(p, 0).one_in
    assert told * p <= 1 + 1e-6
    assert told * p > 0.49 or told == 1
