"""How far a share, or the difference of two, could be from what was counted.

For k of n it takes the middle 95 % of a Beta(k + 1/2, n - k + 1/2) law, with the ends 0 at k = 0 and 1 at
k = n (Jeffreys; Brown, Cai and DasGupta 2001, "Interval estimation for a binomial proportion"). The
difference of two shares takes its ends from theirs (Newcombe 1998, "Interval estimation for the difference
between independent proportions", his method 10 with Jeffreys' ends in place of Wilson's).
"""

import math
from functools import lru_cache


@lru_cache(maxsize=4096)
def jeffreys(k: int, n: int, level: float = 0.95) -> tuple[float, float]:
    """The lower and upper end of Jeffreys' interval for a share of k in n, each in 0..1.

    Args:
        k: how often it happened, 0 <= k <= n.
        n: how often it could have; with 0 nothing is known, and the interval is (0, 1).
        level: how much of the law lies inside.

    Raises:
        ValueError: k is not in 0..n.
    """
    if not 0 <= k <= n:
        raise ValueError("k must lie in 0..n")
    outside = (1 - level) / 2
    low = 0.0 if k == 0 else beta_quantile(outside, k + 0.5, n - k + 0.5)
    high = 1.0 if k == n else beta_quantile(1 - outside, k + 0.5, n - k + 0.5)
    return low, high


def share_difference(one: tuple[int, int], other: tuple[int, int]) -> tuple[float, tuple[float, float]]:
    """One share less another, and how far it could be from that; each in -1..1.

    Args:
        one: (k, n) of the first share; with n = 0 nothing is known of it, and it stands at 1/2.
        other: (k, n) of the one taken away.
    """
    (first, low, high), (second, lower, higher) = (
        (k / n if n else 0.5, *jeffreys(k, n)) for k, n in (one, other)
    )
    away = first - second
    below = math.hypot(first - low, higher - second)
    above = math.hypot(high - first, second - lower)
    return away, (max(-1.0, away - below), min(1.0, away + above))


def beta_quantile(share: float, a: float, b: float) -> float:
    """The x below which `share` of a Beta(a, b) law lies, by Newton's steps kept between two ends."""
    low, high, x = 0.0, 1.0, a / (a + b)
    log_whole = math.lgamma(a) + math.lgamma(b) - math.lgamma(a + b)
    while high - low > 1e-13:  # far below what is ever shown
        away = beta_below(x, a, b) - share
        low, high = (low, x) if away > 0 else (x, high)
        density = math.exp((a - 1) * math.log(x) + (b - 1) * math.log1p(-x) - log_whole)
        step = away / density if density else math.inf
        if abs(step) < 1e-14 * x:
            break
        x = x - step if low < x - step < high else (low + high) / 2
    return x


def beta_below(x: float, a: float, b: float) -> float:
    """How much of a Beta(a, b) law lies below x: the regularised incomplete beta function.

    By its continued fraction (Abramowitz and Stegun 26.5.8), from the side on which it closes fast.
    """
    if x <= 0 or x >= 1:
        return float(x >= 1)
    if x > (a + 1) / (a + b + 2):
        return 1 - beta_below(1 - x, b, a)
    log_front = a * math.log(x) + b * math.log1p(-x) + math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b)
    # Evaluated from the inside out; 30 terms plus some for large counts leave less than 1e-14.
    fraction = 1.0
    for step in range(30 + int(4 * math.sqrt(a + b)), 0, -1):
        half, odd = divmod(step, 2)
        if odd:
            term = -(a + half) * (a + b + half) * x / ((a + 2 * half) * (a + 2 * half + 1))
        else:
            term = half * (b - half) * x / ((a + 2 * half - 1) * (a + 2 * half))
        fraction = 1 + term / fraction
    return math.exp(log_front) / (a * fraction)
