"""What is counted in a table of relationships and tags, alike in the history and in every shuffled one.

Every function takes `Draws` and gives whole numbers [.., 1 + B]; column 0 is the history itself. A count is
of relationships: fifty entries about one person count once.
"""

import numpy as np
from numpy.typing import NDArray

from timeline.null_models.draws import WORD, BitWords, Draws, row_words
from timeline.null_models.first_occurrences import find_group_starts

Counts = NDArray[np.int16]
"""[H, 1 + B]: one row per tag, pair or set; column 0 the history, then the draws."""

_WORDS_AT_ONCE = 1 << 17  # 1 MB: what is gathered for some sets stays in the cache


def count_held(draws: Draws, rows: NDArray[np.bool_] | None = None) -> Counts:
    """In how many relationships each tag occurs, [T, 1 + B].

    Args:
        draws: the histories.
        rows: bool [n]; count among these relationships only (those of one kind, say). All, when None.
    """
    bits = draws.bits
    return _count_bits(bits if rows is None else bits & row_words(rows)[:, None, None])


def count_together(draws: Draws, sets: NDArray[np.intp], rows: NDArray[np.bool_] | None = None) -> Counts:
    """In how many relationships all tags of a set occur, [H, 1 + B].

    Args:
        draws: the histories.
        sets: whole numbers [H, m]: tag numbers, m = 2 for pairs, 3 for triples.
        rows: bool [n]; count among these relationships only. All, when None.
    """
    sets = np.asarray(sets, np.intp)
    words, _, across = draws.bits.shape
    out = np.zeros((len(sets), across), np.int16)
    masks = np.full(words, ~np.uint64(0)) if rows is None else row_words(rows)
    step = max(1, _WORDS_AT_ONCE // across)
    for word in range(words):
        columns = draws.bits[word] & masks[word]
        for first in range(0, len(sets), step):
            some = sets[first : first + step]
            all_held = columns[some[:, 0]]
            for tag in some.T[1:]:
                all_held &= columns[tag]
            out[first : first + step] += np.bitwise_count(all_held)
    return out


def count_repeats(draws: Draws, steps: NDArray[np.intp] | None = None) -> Counts:
    """How often a tag occurs in one step and in the very next one again, [T, 1 + B].

    Args:
        draws: the histories.
        steps: whole numbers [n], never falling: relationships of one number are one step, which holds a tag
            if one of them does. By default each is a step of its own.
    """
    bits, starts = draws.bits, np.arange(draws.relationships)
    if steps is not None:
        starts = find_group_starts(np.asarray(steps, np.intp))
        bits = _gather_steps(bits, starts, draws.relationships)
    # The next step of most is the next bit, of some it lies further on.
    gaps = np.diff(starts)
    out = np.zeros(bits.shape[1:], np.int16)
    for gap in np.unique(gaps).tolist():
        begins = np.zeros(draws.relationships, bool)
        begins[starts[:-1][gaps == gap]] = True
        out += _count_bits(bits & _later_bits(bits, gap) & row_words(begins)[:, None, None])
    return out


def _gather_steps(bits: BitWords, starts: NDArray[np.intp], n: int) -> BitWords:
    """Bits whose first of each step says whether one of the step is set."""
    sizes = np.diff(starts, append=n)
    gathered = bits.copy()
    for further in range(1, int(sizes.max(initial=1))):
        longer = np.zeros(n, bool)
        longer[starts[sizes > further]] = True
        gathered |= _later_bits(bits, further) & row_words(longer)[:, None, None]
    return gathered


def _later_bits(bits: BitWords, places: int) -> BitWords:
    """Every bit as it stands so many relationships later; 0 past the end."""
    words, within = divmod(places, WORD)
    later = np.zeros_like(bits)
    later[: len(bits) - words] = bits[words:] >> np.uint64(within)
    if within:
        later[: len(bits) - words - 1] |= bits[words + 1 :] << np.uint64(WORD - within)
    return later


def sum_ranks(draws: Draws, ranks: NDArray[np.intp] | None = None) -> NDArray[np.int32]:
    """The sum of the ranks of the relationships in which a tag occurs, [T, 1 + B]: high when it comes late.

    Args:
        draws: the histories.
        ranks: whole numbers >= 0 [n]; equal ones for relationships that started together. By default
            0, 1, ... n - 1.
    """
    ranks = np.arange(draws.relationships) if ranks is None else np.asarray(ranks)
    out = np.zeros(draws.bits.shape[1:], np.int32)
    # Counted binary digit by binary digit of the rank, each with its worth.
    for digit in range(int(ranks.max(initial=0)).bit_length()):
        out += count_held(draws, (ranks >> digit & 1).astype(bool)).astype(np.int32) << digit
    return out


def _count_bits(bits: BitWords) -> Counts:
    """How many bits are set, over all words of a column: [words, T, 1 + B] -> [T, 1 + B]."""
    out = np.zeros(bits.shape[1:], np.int16)
    for word in bits:
        out += np.bitwise_count(word)
    return out
