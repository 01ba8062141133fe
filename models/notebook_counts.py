"""What there is in a notebook, in counts: held against an earlier count, they say what changed since."""

from collections.abc import Mapping

from models.history import History

COUNTED_COLLECTIONS = {
    "landmarks": "landmarks",
    "check_ins": "check-ins",
    "kind_notes": "kind notes",
    "next_moves": "next moves",
    "reasons": "moments with reasons",
    "intentions": "lines on connection",
    "activities": "activities",
    "strengths": "strengths",
}
"""The collections that are counted beside relationships and moments, and what they are called."""
STILL_HURTS_FROM = 3
"""From here on a moment counts as one that still hurts, of 5."""


def count_notebook(history: History) -> dict[str, int]:
    """How many there are of each, by what they are called; always the same names in the same order.

    >>> counted(History())["relationships"]
    0
    """
    sides = [(episode, history.vocabulary.sides_of(episode.tags)) for episode in history.episodes]
    return {
        "relationships": len(history.relationships),
        "moments tagged painful": sum("painful" in side for _, side in sides),
        "moments tagged caring": sum("caring" in side for _, side in sides),
        "moments that still hurt (3 to 5)": sum(
            "painful" in side and (episode.now or 0) >= STILL_HURTS_FROM for episode, side in sides
        ),
    } | {name: len(getattr(history, kind)) for kind, name in COUNTED_COLLECTIONS.items()}


def compare_counts(then: Mapping[str, int], now: Mapping[str, int]) -> list[tuple[str, int, int]]:
    """What differs between two counts, as (name, then, now), in the order of the later one.

    >>> changed({"strengths": 1}, {"strengths": 3, "activities": 0})
    [('strengths', 1, 3)]
    """
    return [(name, then.get(name, 0), n) for name, n in now.items() if then.get(name, 0) != n]
