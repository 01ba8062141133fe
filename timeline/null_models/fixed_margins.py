"""Histories in which every relationship keeps its number of tags and every tag its number of relationships.

What this holds fixed is what says nothing about tags belonging together: some people are written about at
length and "have everything", some tags come easily to the writer. All tables with the same row and column
sums are equally likely.

A *swap* takes two relationships and two tags where each relationship holds the one the other lacks, and
exchanges them; it keeps every sum, and swaps lead from any such table to any other (Ryser 1957). A *sweep*
pairs the relationships at random, pairs the tags at random, and tosses a coin for each square in which a
swap is possible. The coins of 64 draws are the bits of one word, so 64 chains step at once.

Where relationships are sorted into *strata* (by kind of bond, by half of life), a sweep pairs only those of
one stratum: each tag keeps its number of relationships in every one of them.

All draws start from a *hub*: the history walked through the sweeps backwards (Besag and Clifford 1989,
"Generalized Monte Carlo significance tests"). From the hub, the history itself is one more walk through
the same sweeps. Were it a chance table, it could not be told from the draws, however few the sweeps: p is
exact. The sweeps only decide how far the draws come apart: with 64 the p-values of two sets of coins differed
by twice what so many draws would leave, with 128 by no more than that (`benchmarks/p_spread.py`).
"""

import numpy as np
from numpy.random import SFC64, Generator
from numpy.typing import NDArray

from timeline.null_models.draws import DRAWS, WORD, BitWords, Draws, HoldsTable, column_words, transpose_bits

SWEEPS = 128
_CELLS_AT_ONCE = 1 << 16  # words of state walked together: 512 kB, and as much again to copy into
_ALL = np.uint64(0xFFFF_FFFF_FFFF_FFFF)

Places = NDArray[np.intp]


def draw_fixed_margins(
    has: HoldsTable,
    rng: Generator,
    *,
    draws: int = DRAWS,
    sweeps: int = SWEEPS,
    frozen: NDArray[np.bool_] | None = None,
    strata: Places | None = None,
    order: Places | None = None,
) -> Draws:
    """The history (draw 0) and `draws` shuffled ones with the same row and column sums.

    Args:
        has: bool [n, T], relationship i holds tag a; relationships in the order they started. Leave out
            those without a tag: they can hold nothing in any draw either.
        rng: where the coins come from.
        draws: B.
        sweeps: steps of every chain.
        frozen: bool [n]; these relationships stay as they are in every draw, the sums are kept among
            the others. For an echo by kind of bond, the earliest bonds.
        strata: whole numbers >= 0 [n]; only relationships of one number exchange tags, so that the sums are
            kept among them. All do, when None.
        order: whole numbers [n], the order in which the coins are dealt to the relationships, so that the
            draws do not hang on the order of the rows. By default by their tags; give one where something
            else tells relationships with the same tags apart.

    Returns:
        A `Draws` with `bits` [words, T, 1 + B].
    """
    has = np.asarray(has, bool)
    free = np.ones(has.shape[0], bool) if frozen is None else ~np.asarray(frozen, bool)
    stratum = np.zeros(has.shape[0], np.intp) if strata is None else np.asarray(strata, np.intp)
    bits = np.repeat(column_words(has)[:, :, None], 1 + draws, axis=2)
    rows, columns = _find_movable(has, free, stratum)
    if rows.size < 2 or columns.size < 2:
        return Draws(relationships=has.shape[0], bits=bits)
    rows = rows[np.lexsort(has[rows].T)] if order is None else order[np.isin(order, rows)]
    table = has[np.ix_(rows, columns)]
    pairs, row_orders = _pair_rows(stratum[rows], sweeps, rng)
    column_orders = _permutations(columns.size, sweeps, rng)
    squares = pairs * (columns.size // 2)
    coins = SFC64(rng.integers(0, _ALL, 4, np.uint64, endpoint=True))
    routes = _lay_routes(row_orders[::-1], column_orders[::-1], pairs)
    hub = _to_bit_words(_walk(_to_bit_words(table), routes, squares, coins) & np.uint64(1) > 0)
    routes = _lay_routes(row_orders, column_orders, pairs)
    at_once = max(1, _CELLS_AT_ONCE // table.size)
    for first in range(0, draws, at_once * WORD):
        some = min(draws - first, at_once * WORD)
        words = -(-some // WORD)
        cells = np.repeat(_to_bit_words(has[:, columns])[..., None], words, axis=2)
        walked = _walk(np.repeat(hub, words, axis=1), routes, squares, coins)
        cells[rows] = walked.reshape(*table.shape, words)
        bits[:, columns, 1 + first : 1 + first + some] = transpose_bits(cells)[:, :, :some]
    return Draws(relationships=has.shape[0], bits=bits)


def _find_movable(has: HoldsTable, free: NDArray[np.bool_], stratum: Places) -> tuple[Places, Places]:
    """The relationships and the tags that a swap could touch: a tag all or none hold can not move."""
    can_move = np.zeros(has.shape, bool)
    for number in np.unique(stratum[free]):
        inside = np.flatnonzero(free & (stratum == number))
        held = has[inside].sum(axis=0)
        columns = np.flatnonzero((held > 0) & (held < inside.size))
        holds = has[np.ix_(inside, columns)].sum(axis=1)
        rows = inside[(holds > 0) & (holds < columns.size)]
        if rows.size > 1:
            can_move[np.ix_(rows, columns)] = True
    return np.flatnonzero(can_move.any(axis=1)), np.flatnonzero(can_move.any(axis=0))


def _to_bit_words(table: NDArray[np.bool_]) -> BitWords:
    """Each cell as a word in which all 64 chains agree; same shape."""
    return np.where(table, _ALL, np.uint64(0))


def _permutations(size: int, sweeps: int, rng: Generator) -> Places:
    """A random order for every sweep, [S, size]."""
    return rng.permuted(np.tile(np.arange(size), (sweeps, 1)), axis=1)


def _pair_rows(stratum: Places, sweeps: int, rng: Generator) -> tuple[int, Places]:
    """How many pairs of rows a sweep has, and the rows in the order in which each pairs them, [S, n].

    All upper partners come first, then all lower ones in the same order, then those left without one; the
    two of a pair are of one stratum.
    """
    upper, lower, alone = [], [], []
    for number in np.unique(stratum):
        own = np.flatnonzero(stratum == number)
        shuffled, half = own[_permutations(own.size, sweeps, rng)], own.size // 2
        upper.append(shuffled[:, :half])
        lower.append(shuffled[:, half : 2 * half])
        alone.append(shuffled[:, 2 * half :])
    return sum(part.shape[1] for part in upper), np.concatenate([*upper, *lower, *alone], axis=1)


def _lay_routes(row_orders: Places, column_orders: Places, pairs: int) -> Places:
    """For every sweep where its cells come from, [S, n T]; one more route leads back to the table.

    The cells are laid out anew for each sweep: all first corners of the squares, all second, third and fourth
    ones, then the cells left without a partner. So one plain operation on four plain stretches of memory does
    all swaps of a sweep.

    Args:
        row_orders: [S, n], as `_pair_rows` gives them.
        column_orders: [S, T], of which the one half is paired with the other.
        pairs: how many pairs of rows there are.
    """
    (sweeps, n), tags = row_orders.shape, column_orders.shape[1]
    part = tags // 2
    table = np.arange(n * tags).reshape(n, tags)
    upper, lower = table[:pairs], table[pairs : 2 * pairs]
    blocks = (upper[:, :part], upper[:, part : 2 * part], lower[:, :part], lower[:, part : 2 * part])
    alone = (table[: 2 * pairs, 2 * part :], table[2 * pairs :])
    layout = np.concatenate([block.ravel() for block in (*blocks, *alone)])
    row_of, column_of = np.divmod(layout, tags)
    lies_at = layout.argsort()
    # From the second sweep on, the rows and columns are named by where the sweep before has put them.
    rows, columns = (
        np.take_along_axis(orders[:-1].argsort(axis=1), orders[1:], axis=1)
        for orders in (row_orders, column_orders)
    )
    routes = np.empty((sweeps + 1, n * tags), np.intp)
    routes[0] = row_orders[0, row_of] * tags + column_orders[0, column_of]
    for sweep in range(1, sweeps):
        cells = rows[sweep - 1].take(row_of)
        cells *= tags
        cells += columns[sweep - 1].take(column_of)
        lies_at.take(cells, out=routes[sweep], mode="clip")
    routes[sweeps] = (row_orders[-1, row_of] * tags + column_orders[-1, column_of]).argsort()
    return routes


def _walk(cells: BitWords, routes: Places, squares: int, coins: SFC64) -> BitWords:
    """The cells [n T, W] after a sweep on every route; one chain per bit.

    Args:
        cells: uint64 [n, T] or [n T, W], row after row; left as it is.
        routes: as `_lay_routes` gives them.
        squares: how many squares a sweep has.
        coins: one is tossed per square, sweep and chain.
    """
    here = cells.reshape(routes.shape[1], -1).copy()
    spare = np.empty_like(here)
    for route in routes[:-1]:
        # "clip" since every place is valid, and the check would cost a second copy.
        np.take(here, route, axis=0, out=spare, mode="clip")
        here, spare = spare, here
        _swap(here[: squares * 4].reshape(4, squares, -1), coins)
    walked: BitWords = here[routes[-1]]
    return walked


def _swap(corners: BitWords, coins: SFC64) -> None:
    """Swap, in place, each square whose corners alternate and whose coin says so.

    Args:
        corners: uint64 [4, squares, W]: above left, above right, below left, below right.
        coins: the coins.
    """
    one, two, three, four = corners
    swap: BitWords = np.array(coins.random_raw(one.size), np.uint64, copy=False).reshape(one.shape)
    swap &= one ^ two
    swap &= one ^ three
    swap &= two ^ four
    corners ^= swap
