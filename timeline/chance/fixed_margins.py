"""Histories in which every relationship keeps its number of tags and every tag its number of relationships.

What this holds fixed is what says nothing about tags belonging together: some people are written about at
length and "have everything", some tags come easily to the writer. All tables with the same row and column
sums are equally likely.

A *swap* takes two relationships and two tags where each relationship holds the one the other lacks, and
exchanges them; it keeps every sum, and swaps lead from any such table to any other (Ryser 1957). A *sweep*
pairs the relationships at random, pairs the tags at random, and tosses a coin for each square in which a
swap is possible. The coins of 64 draws are the bits of one word, so 64 chains step at once.

All draws start from a *hub*: the history walked through the sweeps backwards (Besag and Clifford 1989,
"Generalized Monte Carlo significance tests"). From the hub, the history itself is one more walk through
the same sweeps. Were it a chance table, it could not be told from the draws, however few the sweeps: p is
exact. The sweeps only decide how far the draws come, and with that how much a test can see.
"""

from collections.abc import Sequence

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from timeline.chance.draws import DRAWS, WORD, Draws, Has, Words, column_words, turned

SWEEPS = 64
_CELLS_AT_ONCE = 1 << 16  # words of state walked together: 512 kB, and as much again to copy into
_ALL = np.uint64(0xFFFF_FFFF_FFFF_FFFF)

Order = tuple[NDArray[np.intp], NDArray[np.intp]]


def fixed_margins(
    has: Has,
    rng: Generator,
    *,
    draws: int = DRAWS,
    sweeps: int = SWEEPS,
    frozen: NDArray[np.bool_] | None = None,
) -> Draws:
    """The history (draw 0) and `draws` shuffled ones with the same row and column sums.

    Args:
        has: bool [n, T], relationship i holds tag a; relationships in the order they started. Leave out
            those without a tag: they can hold nothing in any draw either.
        rng: where the coins come from.
        draws: B.
        sweeps: steps of every chain. 64 come far enough for 500 relationships, 16 do not for 30.
        frozen: bool [n]; these relationships stay as they are in every draw, the sums are kept among
            the others. For an echo by kind of bond, the earliest bonds.

    Returns:
        A `Draws` with `bits` [words, T, 1 + B].
    """
    has = np.asarray(has, bool)
    free = np.ones(has.shape[0], bool) if frozen is None else ~np.asarray(frozen, bool)
    bits = np.repeat(column_words(has)[:, :, None], 1 + draws, axis=2)
    rows, columns = _movable(has, free)
    if rows.size < 2 or columns.size < 2:
        return Draws(relationships=has.shape[0], bits=bits)
    orders = [(rng.permutation(rows.size), rng.permutation(columns.size)) for _ in range(sweeps)]
    start = np.where(has[np.ix_(rows, columns)], _ALL, np.uint64(0))[:, :, None]
    hub = np.where(_walk(start, orders[::-1], rng) & np.uint64(1), _ALL, np.uint64(0))
    everyone = np.where(has[:, columns], _ALL, np.uint64(0))[:, :, None]
    at_once = max(1, _CELLS_AT_ONCE // hub.size)
    for first in range(0, draws, at_once * WORD):
        some = min(draws - first, at_once * WORD)
        words = -(-some // WORD)
        cells = np.repeat(everyone, words, axis=2)
        cells[rows] = _walk(np.repeat(hub, words, axis=2), orders, rng)
        bits[:, columns, 1 + first : 1 + first + some] = turned(cells)[:, :, :some]
    return Draws(relationships=has.shape[0], bits=bits)


def _movable(has: Has, free: NDArray[np.bool_]) -> Order:
    """The relationships and the tags that any swap could touch; a tag all or none hold can not move."""
    held = has[free].sum(axis=0)
    columns = np.flatnonzero((held > 0) & (held < free.sum()))
    holds = has[:, columns].sum(axis=1)
    rows = np.flatnonzero(free & (holds > 0) & (holds < columns.size))
    return rows, columns


def _walk(cells: Words, orders: Sequence[Order], rng: Generator) -> Words:
    """The cells after one sweep per order.

    The cells are laid out anew for every sweep, so that the partners lie in four plain blocks: the first
    half of the rows against the second, the first half of the columns against the second.

    Args:
        cells: uint64 [n, T, W], one chain per bit; left as it is.
        orders: for each sweep the rows and the columns in the order in which they are paired.
        rng: the coins.
    """
    n, tags, across = cells.shape
    half, part = n // 2, tags // 2
    here, spare = cells.copy(), np.empty_like(cells)
    row_at, column_at = np.arange(n), np.arange(tags)  # at which place each row and column lies now
    for rows, columns in orders:
        places = (row_at[rows][:, None] * tags + column_at[columns]).ravel()
        flat = here.reshape(n * tags, across)
        # "clip" since the places are all valid, and the check would cost a second copy.
        np.take(flat, places, axis=0, out=spare.reshape(n * tags, across), mode="clip")
        here, spare = spare, here
        row_at[rows], column_at[columns] = np.arange(n), np.arange(tags)
        upper, lower = here[:half], here[half : 2 * half]
        blocks = (upper[:, :part], upper[:, part : 2 * part], lower[:, :part], lower[:, part : 2 * part])
        _swap(blocks, rng.integers(0, _ALL, size=blocks[0].shape, dtype=np.uint64, endpoint=True))
    return here.reshape(n, tags, across)[np.ix_(row_at, column_at)]


def _swap(blocks: tuple[Words, Words, Words, Words], coins: Words) -> None:
    """Swap, in place, where the four corners alternate and the coin says so; `coins` is used up."""
    one, two, three, four = blocks
    coins &= one ^ two
    coins &= one ^ three
    coins &= two ^ four
    for block in blocks:
        block ^= coins
