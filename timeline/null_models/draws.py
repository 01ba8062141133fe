"""Many histories side by side: which relationship holds which tag, one bit each.

The statistics of `tag_counts.py` read a `Draws`, so the person's own history and the shuffled ones go through
the very same lines: draw 0 is always the history itself.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

HoldsTable = NDArray[np.bool_]
"""[n, T]: relationship i (in the order the relationships started) holds tag a."""
BitWords = NDArray[np.uint64]

WORD = 64
"""Draws whose bits share one machine word, and are counted by one instruction."""
MOST_RELATIONSHIPS = 32_767
"""Counts are kept in signed 16 bits: half the memory of 32, and no life comes near."""
DRAWS = 2_048
"""How many shuffled histories a finder looks at.

At p = .05 so many leave an error of half a hundredth: enough to say for most counts on which side of a line
they lie, in a moment. 32 whole words."""
MORE_DRAWS = 10_048
"""How many, where the first answer lay near the line: less than half the error at five times the work.

157 whole words."""


@dataclass(frozen=True, eq=False)
class Draws:
    """A history and shuffled versions of it, as bits.

    Attributes:
        relationships: n.
        bits: uint64 [words, T, 1 + B], words = ceil(n / 64). Bit i of `bits[w, a, b]` says whether
            relationship 64 w + i holds tag a in draw b; bits past n are 0. Draw 0 is the history itself.
    """

    relationships: int
    bits: BitWords

    def __post_init__(self) -> None:
        """Raise ValueError for more relationships than a count can hold."""
        if self.relationships > MOST_RELATIONSHIPS:
            raise ValueError(f"at most {MOST_RELATIONSHIPS:,} relationships can be counted")

    @property
    def tags(self) -> int:
        """T, how many tags there are."""
        return int(self.bits.shape[1])

    def to_table(self, draw: int = 0) -> HoldsTable:
        """One draw written out, [n, T]."""
        column_bytes = np.ascontiguousarray(self.bits[:, :, draw].T).astype("<u8").view(np.uint8)
        by_tag = column_bytes.reshape(self.tags, 8 * len(self.bits))
        rows = np.unpackbits(by_tag, axis=1, bitorder="little")
        return rows[:, : self.relationships].T.astype(bool)


def single_draw(has: HoldsTable) -> Draws:
    """The history with nothing beside it: B = 0, for counting what is there.

    Args:
        has: bool [n, T].
    """
    has = np.asarray(has, bool)
    return Draws(relationships=has.shape[0], bits=column_words(has)[:, :, None])


def column_words(has: HoldsTable) -> BitWords:
    """The columns of a table as words, [ceil(n / 64), T]; bit i of word w is row 64 w + i."""
    n, tags = has.shape
    words = -(-n // WORD)
    bits = np.zeros((words * WORD, tags), np.uint64)
    bits[:n] = has
    bits <<= np.arange(words * WORD, dtype=np.uint64)[:, None] % np.uint64(WORD)
    columns: BitWords = np.bitwise_or.reduce(bits.reshape(words, WORD, tags), axis=1)
    return columns


def row_words(rows: NDArray[np.bool_]) -> BitWords:
    """Some of the relationships as words, [ceil(n / 64)].

    Args:
        rows: bool [n], True for those that are meant.
    """
    return column_words(np.asarray(rows, bool)[:, None])[:, 0]


def transpose_bits(cells: BitWords) -> BitWords:
    """Words that hold one cell of 64 draws each, turned into words that hold 64 cells of one draw each.

    Args:
        cells: uint64 [n, T, W]; bit c of `cells[i, a, w]` is cell (i, a) of draw 64 w + c.

    Returns:
        uint64 [ceil(n / 64), T, 64 W], as in `Draws.bits`.
    """
    n, tags, across = cells.shape
    words = -(-n // WORD)
    out = np.empty((words, tags, across * WORD), np.uint64)
    for word in range(words):
        square = np.zeros((WORD, tags, across), np.uint64)
        block = cells[word * WORD : (word + 1) * WORD]
        square[: len(block)] = block
        _transpose(square)
        out[word] = square.transpose(1, 2, 0).reshape(tags, across * WORD)
    return out


def _transpose(square: BitWords) -> None:
    """Swap row and bit of the 64 x 64 bits along the first axis, in place."""
    half = WORD // 2  # first the halves trade places, then the quarters, ... the single bits
    while half:
        # `lower` marks the bits whose number has no `half` in it; those of the upper rows trade with
        # the others of the rows `half` further down.
        lower = np.uint64(sum(1 << bit for bit in range(WORD) if not bit & half))
        shift = np.uint64(half)
        pairs = square.reshape(WORD // (2 * half), 2, half, *square.shape[1:])
        above, below = pairs[:, 0], pairs[:, 1]
        differ = ((above >> shift) ^ below) & lower
        below ^= differ
        above ^= differ << shift
        half //= 2
