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

from timeline.null_models.draws import DRAWS, WORD, BitWords, Draws, HoldsTable, column_words, transpose_bits

SWEEPS = 64
_CELLS_AT_ONCE = 1 << 16  # words of state walked together: 512 kB, and as much again to copy into
_ALL = np.uint64(0xFFFF_FFFF_FFFF_FFFF)

SweepOrder = tuple[NDArray[np.intp], NDArray[np.intp]]


def draw_fixed_margins(
    has: HoldsTable,
    rng: Generator,
    *,
    draws: int = DRAWS,
    sweeps: int = SWEEPS,
    frozen: NDArray[np.bool_] | None = None,
    order: NDArray[np.intp] | None = None,
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
        order: whole numbers [n], the order in which the coins are dealt to the relationships, so that the
            draws do not hang on the order of the rows. By default by their tags; give one where something
            else tells relationships with the same tags apart.

    Returns:
        A `Draws` with `bits` [words, T, 1 + B].
    """
    has = np.asarray(has, bool)
    free = np.ones(has.shape[0], bool) if frozen is None else ~np.asarray(frozen, bool)
    bits = np.repeat(column_words(has)[:, :, None], 1 + draws, axis=2)
    rows, columns = _find_movable(has, free)
    if rows.size < 2 or columns.size < 2:
        return Draws(relationships=has.shape[0], bits=bits)
    rows = rows[np.lexsort(has[rows].T)] if order is None else order[np.isin(order, rows)]
    table = has[np.ix_(rows, columns)]
    squares = (rows.size // 2) * (columns.size // 2)
    orders = [(rng.permutation(rows.size), rng.permutation(columns.size)) for _ in range(sweeps)]
    back = _walk(_to_bit_words(table), _routes(table.shape, orders[::-1]), squares, rng)
    hub, routes = _to_bit_words(back & np.uint64(1) > 0), _routes(table.shape, orders)
    at_once = max(1, _CELLS_AT_ONCE // table.size)
    for first in range(0, draws, at_once * WORD):
        some = min(draws - first, at_once * WORD)
        words = -(-some // WORD)
        cells = np.repeat(_to_bit_words(has[:, columns])[..., None], words, axis=2)
        cells[rows] = _walk(np.repeat(hub, words, axis=1), routes, squares, rng).reshape(*table.shape, words)
        bits[:, columns, 1 + first : 1 + first + some] = transpose_bits(cells)[:, :, :some]
    return Draws(relationships=has.shape[0], bits=bits)


def _find_movable(has: HoldsTable, free: NDArray[np.bool_]) -> SweepOrder:
    """The relationships and the tags that any swap could touch; a tag all or none hold can not move."""
    held = has[free].sum(axis=0)
    columns = np.flatnonzero((held > 0) & (held < free.sum()))
    holds = has[:, columns].sum(axis=1)
    rows = np.flatnonzero(free & (holds > 0) & (holds < columns.size))
    return rows, columns


def _to_bit_words(table: NDArray[np.bool_]) -> BitWords:
    """Each cell as a word in which all 64 chains agree; same shape."""
    return np.where(table, _ALL, np.uint64(0))


def _routes(shape: tuple[int, ...], orders: Sequence[SweepOrder]) -> list[NDArray[np.intp]]:
    """For every sweep, where its cells come from, [n T] each; one more route leads back to the table.

    A sweep pairs row `rows[i]` with `rows[half + i]`, and columns likewise. The cells are laid out anew for
    it: all first corners of the squares, all second, third and fourth ones, then the cells left without a
    partner. So one plain operation on four plain stretches of memory does all swaps of a sweep.

    Args:
        shape: n and T.
        orders: for each sweep the rows and the columns, in the order in which they are paired.
    """
    n, tags = shape
    half, part = n // 2, tags // 2
    table = np.arange(n * tags).reshape(n, tags)
    upper, lower = table[:half], table[half : 2 * half]
    blocks = (upper[:, :part], upper[:, part : 2 * part], lower[:, :part], lower[:, part : 2 * part])
    alone = (table[:, 2 * part :], table[2 * half :, : 2 * part])
    row_of, column_of = np.divmod(np.concatenate([block.ravel() for block in (*blocks, *alone)]), tags)
    at = np.arange(n * tags)  # where each cell of the table lies now
    routes = []
    for rows, columns in orders:
        cells = rows[row_of] * tags + columns[column_of]
        routes.append(at[cells])
        at[cells] = np.arange(n * tags)
    return [*routes, at]


def _walk(cells: BitWords, routes: Sequence[NDArray[np.intp]], squares: int, rng: Generator) -> BitWords:
    """The cells [n T, W] after one sweep per route; one chain per bit.

    Args:
        cells: uint64 [n, T] or [n T, W], row after row; left as it is.
        routes: as `_routes` gives them.
        squares: how many squares a sweep has, (n // 2) (T // 2).
        rng: the coins, one per square and chain.
    """
    here = cells.reshape(routes[-1].size, -1).copy()
    spare = np.empty_like(here)
    for route in routes[:-1]:
        # "clip" since every place is valid, and the check would cost a second copy.
        np.take(here, route, axis=0, out=spare, mode="clip")
        here, spare = spare, here
        _swap(here[: squares * 4].reshape(4, squares, -1), rng)
    return here[routes[-1]]


def _swap(corners: BitWords, rng: Generator) -> None:
    """Swap, in place, each square whose corners alternate and whose coin says so.

    Args:
        corners: uint64 [4, squares, W]: above left, above right, below left, below right.
        rng: the coins.
    """
    one, two, three, four = corners
    swap = rng.integers(0, _ALL, size=one.shape, dtype=np.uint64, endpoint=True)
    swap &= one ^ two
    swap &= one ^ three
    swap &= two ^ four
    corners ^= swap
