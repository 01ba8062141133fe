"""What the command says of a paper beside making it: what to look at, and what a plan names in vain."""

from collections.abc import Sequence

MAX_WORDS = 40
MAX_UNKNOWN_REFERENCES = 8


def format_counted_list(heading: str, words: Sequence[str]) -> str:
    """A list with its count; what is over goes on as a number."""
    return f"{heading} ({len(words)}): {_join_first_words(words, MAX_WORDS)}"


def more_lines_note(lines: int) -> str:
    """Lines there is no room for."""
    return f"and {lines} more"


def unknown_references_error(plan: str, named: Sequence[tuple[str, str]]) -> str:
    """A plan names sections, people or moments that are not in the file."""
    pairs = _join_first_words([f"“{what}” in {field}" for field, what in named], MAX_UNKNOWN_REFERENCES)
    return f"“{plan}” names what is not in this file: {pairs}. Nothing was written."


def _join_first_words(words: Sequence[str], most: int) -> str:
    left = len(words) - most
    return ", ".join([*words[:most], *([more_lines_note(left)] if left > 0 else [])])
