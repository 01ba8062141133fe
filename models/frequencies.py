"""How often chance does as much, as people say it: 1 in so many lives."""

from math import floor, log10
from typing import NamedTuple

_ROUND_FROM = 20
"""From here on two digits are said, rounded down: 1 in 130, not 1 in 137."""


class Frequency(NamedTuple):
    """How often chance does as much.

    Attributes:
        one_in: in 1 of so many lives; 1 in more than half of them.
        is_fewer: whether no shuffled history did as much, so that it is in fewer.
    """

    one_in: int
    is_fewer: bool = False


def one_in(p: float, draws: int) -> Frequency:
    """A p-value as a frequency.

    Args:
        p: above 0.
        draws: from how many shuffled histories it is; 0 where all outcomes were counted.
    """
    if draws and p * (draws + 1) <= 1 + 1e-9:
        return Frequency(_round_down(draws, 1), is_fewer=True)
    if p >= 0.5:
        return Frequency(1)
    whole = floor(1 / p + 1e-9)
    return Frequency(whole if whole < _ROUND_FROM else _round_down(whole, 2))


def _round_down(number: int, digits: int) -> int:
    """With so many digits that are not 0, never more than it is."""
    unit = 10 ** max(0, floor(log10(number)) + 1 - digits)
    return int(number // unit * unit)
