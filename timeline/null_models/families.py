"""How far chance reaches when many things were looked at.

A p-value is (1 + draws at least as far out) / (B + 1): the history counts as one of the draws, so it is
never 0 and, were the history a chance one, at most 5 % in one case of twenty.

Within a finder (a *family* of H tests on the same draws) Westfall and Young's single-step max-T: a count is
as unlikely as the share of draws in which *any* of the H counts lies as far out on a common scale. The
scale is the normal score of a Pearson III law with the mean, the spread and the skewness of each count over
history and draws together (Wilson and Hilferty's cube root). History and draws are treated alike, so the
share of false alarms holds whatever the law fits; only what can be seen depends on it. (Ranking by p-value
instead can not get below H / (B + 1): counts of rare tags tie there, and hide what is clear.)

Across finders: Holm's step-down, which asks nothing about how they hang together.

A p-value p from draws has an error of its own, sqrt(p (1 - p) / B); corrected for a family it has another one
besides, since the law of each count is known from so many draws only: the scores of two counts that are
nearly equal trade places. Near a line more histories are drawn, and a line is passed only where p and twice
its error lie below it: what is said must not be the luck of the coins.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

Tail = Literal["more", "less", "either"]
"""Which way from chance is asked about. "either" doubles the smaller of the two p-values."""

Floats = NDArray[np.float64]
Counts = NDArray[Any]
"""[H, 1 + B], whole numbers or floats; column 0 the history."""

ERRORS_FROM_LINE = 2.0
"""A p-value passes a line where it lies below it by so many of its errors; within them more are drawn.

Two: another set of coins would then say otherwise in about one case of forty."""

_COUNTS_AT_ONCE = 1 << 15  # floats of so many counts stay in the cache
_NO_SPREAD = 1e-9  # the same numbers added up in another order differ by less
_LOWEST = -9.0  # the score of a count that no draw moves: never further out than anything


@dataclass(frozen=True, eq=False)
class CorrectedFamily:
    """What some counts of one finder look like beside chance; every field is [H].

    Attributes:
        mean_of_draws: what the draws show on average.
        p: of each count alone.
        score: how far out the history lies, as a normal score (2 is far, 4 is very far); -9 where the
            draws do not move.
        p_family: corrected for the H counts looked at; never below `p`.
        p_family_error: of `p_family`, that comes of drawing only so many.
        furthest: [1 + B], how far out the furthest count of each column lies.
    """

    mean_of_draws: Floats
    p: Floats
    score: Floats
    p_family: Floats
    p_family_error: Floats
    furthest: Floats


def p_value(counts: ArrayLike, side: Tail = "more") -> Floats:
    """The p-value of each row on its own, [...].

    Args:
        counts: [..., 1 + B], column 0 the history. Floats that agree to 1e-9 are equal.
        side: which way.
    """
    counts = np.asarray(counts)
    own = counts[..., :1]
    slack = 1e-9 * np.maximum(1, np.abs(own)) if counts.dtype.kind == "f" else 0
    if side == "either":
        return np.asarray(np.minimum(1.0, 2 * np.minimum(p_value(counts), p_value(counts, "less"))))
    as_far = counts >= own - slack if side == "more" else counts <= own + slack
    return np.asarray(np.count_nonzero(as_far, axis=-1) / counts.shape[-1])


def correct_family(counts: Counts, side: Tail = "more") -> CorrectedFamily:
    """The counts of one finder, each beside chance and corrected for all of them.

    Args:
        counts: [H, 1 + B]; all rows from the same draws. H = 0 gives empty fields.
        side: which way; to ask both ways about some and one way about others, make two families.
    """
    tests, columns = counts.shape
    expected, p, score = np.zeros(tests), np.ones(tests), np.full(tests, _LOWEST)
    furthest = np.full(columns, _LOWEST)
    for rows in _batches(counts):
        some = counts[rows]
        law = _fit_law(some)
        scores = _score_values(law, some, side)
        own = some[:, 0]
        expected[rows] = (law.total[:, 0] - own) / (columns - 1) if columns > 1 else own
        p[rows] = p_value(some, side)
        score[rows] = scores[:, 0]
        np.maximum(furthest, scores.max(axis=0), out=furthest)
    p_family, errors = _correct_p_values(p, score, np.sort(furthest), side, alone=tests == 1)
    return CorrectedFamily(
        mean_of_draws=expected, p=p, score=score, p_family=p_family, p_family_error=errors, furthest=furthest
    )


def can_pass(
    counts: Counts,
    most: ArrayLike,
    least: ArrayLike = 0,
    *,
    side: Tail = "more",
    level: float = 0.05,
    furthest: Floats | None = None,
) -> NDArray[np.bool_]:
    """Whether the most extreme count that is possible would pass `level` in its family, [H].

    Where it would not, there are too few relationships to tell: the answer could not have been yes.

    Args:
        counts: [H, 1 + B] as for `family`.
        most: [H] or one number, the highest count possible: for two tags together the smaller of their
            counts, for "A before B" the relationships that hold both.
        least: [H] or one number, the lowest count possible.
        side: as for `family`.
        level: what `p_family` must lie below by twice its error.
        furthest: of the whole family, where `counts` are some rows of it.
    """
    tests, columns = counts.shape
    ends = [np.broadcast_to(np.asarray(end), (tests,)) for end in (most, least)]
    if side != "either":
        ends = ends[:1] if side == "more" else ends[1:]
    whole = furthest is not None
    furthest = np.full(columns, _LOWEST) if furthest is None else furthest.copy()
    scores = [np.full(tests, _LOWEST) for _ in ends]
    alone = np.zeros((len(ends), tests))
    for rows in _batches(counts):
        some = counts[rows]
        law = _fit_law(some)
        if not whole:
            np.maximum(furthest, _score_values(law, some, side).max(axis=0), out=furthest)
        for number, end in enumerate(ends):
            extreme = end[rows, None].astype(some.dtype)
            scores[number][rows] = _score_values(law, extreme, side)[:, 0]
            alone[number, rows] = p_value(np.concatenate([extreme, some[:, 1:]], axis=1), side)
    # The history's own column makes room for the imagined one, which reaches its own score.
    furthest[0] = np.inf
    furthest.sort()
    passed = [
        is_below_line(*_correct_p_values(p, score, furthest, side, alone=tests == 1 and not whole), level)
        for p, score in zip(alone, scores, strict=True)
    ]
    either_end: NDArray[np.bool_] = np.logical_or.reduce(passed)
    return either_end


def estimate_p_error(p: ArrayLike, draws: int, side: Tail = "more") -> Floats:
    """The standard error of a p-value that comes of drawing only so many histories, of any shape.

    Args:
        p: as `p_value` gives it.
        draws: from how many draws; 0 where all outcomes were counted.
        side: which way; "either" is twice a share.
    """
    times = 2 if side == "either" else 1
    share = np.minimum(1.0, np.asarray(p, float) / times)
    return times * np.sqrt(share * (1 - share) / draws) if draws else np.zeros_like(share)


def is_below_line(p: ArrayLike, errors: ArrayLike, line: float) -> NDArray[np.bool_]:
    """Which p-values lie below a line by twice their error or more, any shape."""
    return np.asarray(np.asarray(p, float) + ERRORS_FROM_LINE * np.asarray(errors) <= line)


def is_near_line(p: ArrayLike, errors: ArrayLike, line: float) -> NDArray[np.bool_]:
    """Which p-values lie so near to a line that more draws could move them across it, any shape."""
    return np.asarray(np.abs(np.asarray(p, float) - line) < ERRORS_FROM_LINE * np.asarray(errors))


def correct_holm(p: ArrayLike) -> Floats:
    """P-values corrected for having asked all of them, in the order given.

    Args:
        p: [F], one per finder (its smallest `p_family`) or per question asked.
    """
    p = np.asarray(p, float)
    order = np.argsort(p, kind="stable")
    corrected = np.empty_like(p)
    corrected[order] = np.minimum(1.0, np.maximum.accumulate(p[order] * np.arange(p.size, 0, -1)))
    return corrected


def normal_score(standard: Floats, skewness: Floats) -> Floats:
    """The normal score of a standardised value of a Pearson III law (Wilson and Hilferty's cube root).

    Args:
        standard: (value - mean) / spread.
        skewness: of the law; it is a shifted gamma law with shape 4 / skewness^2.
    """
    # The shape goes with 1 / skewness^2: nearer to symmetric, floats would lose the digits that matter.
    skewness = np.where(np.abs(skewness) < 1e-3, 1e-3, skewness)
    sign, root = np.sign(skewness), 2 / np.abs(skewness)
    # Beyond the end of the law there is nothing: such a value is as far out as can be.
    ratio = np.maximum(1 + sign * standard / root, 1e-9)
    return np.asarray(sign * 3 * root * (np.cbrt(ratio) - 1 + 1 / (9 * root * root)))


def _batches(counts: Counts) -> Iterator[slice]:
    """Some rows at a time, so that floats of them stay small."""
    step = max(1, _COUNTS_AT_ONCE // counts.shape[1])
    yield from (slice(first, first + step) for first in range(0, len(counts), step))


def _correct_p_values(
    p: Floats, score: Floats, furthest: Floats, side: Tail, *, alone: bool
) -> tuple[Floats, Floats]:
    """P-values corrected for a family, and their errors, [H].

    Args:
        p: of each count alone.
        score: how far out each lies.
        furthest: in order, how far out the furthest count of each column lies.
        side: which way.
        alone: whether there is one count and nothing to correct for.
    """
    corrected = np.maximum(p, _share_beyond(furthest, score))
    draws = max(1, furthest.size - 1)
    if alone:
        return corrected, estimate_p_error(corrected, draws, side)
    # The error of a score, and of another beside it: each has its mean and spread from so many draws.
    wide = np.sqrt((2 + score**2) / draws)
    trading = (_share_beyond(furthest, score - ERRORS_FROM_LINE * wide) - corrected) / ERRORS_FROM_LINE
    return corrected, np.hypot(estimate_p_error(corrected, draws), np.maximum(0.0, trading))


def _share_beyond(furthest: Floats, scores: Floats) -> Floats:
    """The share of columns whose furthest score (in order) reaches each of the scores, [H]."""
    reached = np.searchsorted(furthest, scores - 1e-9, side="left")
    return 1 - reached / furthest.size


class _Law(NamedTuple):
    """What history and draws of each count have in common; every field is [H, 1].

    Attributes:
        total: their sum.
        mean: of them all.
        scale: their spread, 1 where there is none.
        flat: whether there is none.
        skewness: of them all.
    """

    total: Floats
    mean: Floats
    scale: Floats
    flat: NDArray[np.bool_]
    skewness: Floats


def _fit_law(pool: Counts) -> _Law:
    """The law of each row, [H, 1 + B]."""
    columns = pool.shape[1]
    away = pool.astype(float)
    total = away.sum(axis=1, keepdims=True)
    mean = total / columns
    away -= mean
    square = away * away
    spread = np.sqrt(square.mean(axis=1, keepdims=True))
    flat = spread < _NO_SPREAD
    scale = np.where(flat, 1.0, spread)
    skewness = np.einsum("hc,hc->h", square, away)[:, None] / columns / scale**3
    return _Law(total, mean, scale, flat, skewness)


def _score_values(law: _Law, values: Counts, side: Tail) -> Floats:
    """How far out some values lie beside history and draws, as normal scores, [H, C].

    Args:
        law: of history and draws.
        values: [H, C], what is scored.
        side: which way is far.
    """
    _, mean, scale, flat, skewness = law
    whole = values.dtype.kind in "iu"
    step = 0.5 if whole else 0.0  # a whole number stands for the half below and above it

    def score_side(x: Counts) -> Floats:
        more = normal_score((x - mean - step) / scale, skewness)
        if side == "more":
            return np.where(flat, _LOWEST, more)
        less = normal_score((mean - x - step) / scale, -skewness)
        return np.where(flat, _LOWEST, less if side == "less" else np.maximum(more, less))

    if not whole or values.size < 1024:  # so few are scored faster than looked up
        return score_side(values)
    # Counts take few different values: score each once and look it up.
    low, high = int(values.min()), int(values.max())
    if high - low >= values.shape[1]:
        return score_side(values)
    table = score_side(np.arange(low, high + 1)[None, :])
    at = values.astype(np.intp)
    at += np.arange(len(table))[:, None] * table.shape[1] - low
    return np.asarray(table.take(at))
