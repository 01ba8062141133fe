"""What the command says of a paper beside making it: what to look at, and what a plan names in vain."""

from collections.abc import Sequence

MOST_WORDS = 40
MOST_NAMED = 8


def counted(heading: str, words: Sequence[str]) -> str:
    """A list with its count; what is over goes on as a number."""
    return f"{heading} ({len(words)}): {_listed(words, MOST_WORDS)}"


def more(lines: int) -> str:
    """Lines there is no room for."""
    return f"and {lines} more"


def not_there(plan: str, named: Sequence[tuple[str, str]]) -> str:
    """A plan names sections, people or moments that are not in the file."""
    pairs = _listed([f"“{what}” in {field}" for field, what in named], MOST_NAMED)
    return f"“{plan}” names what is not in this file: {pairs}. Nothing was written."


def _listed(words: Sequence[str], most: int) -> str:
    left = len(words) - most
    return ", ".join([*words[:most], *([more(left)] if left > 0 else [])])
