"""What the command says of a paper beside making it: what to look at, and what a plan names in vain."""

from collections.abc import Sequence

from timeline.messages.language import _, translate_constants

MAX_WORDS = 40
MAX_UNKNOWN_REFERENCES = 8


def format_counted_list(heading: str, words: Sequence[str]) -> str:
    """A list with its count; what is over goes on as a number."""
    return _("{heading} ({count}): {words}").format(
        heading=heading, count=len(words), words=_join_first_words(words, MAX_WORDS)
    )


def more_lines_note(lines: int) -> str:
    """Lines there is no room for."""
    return _("and {lines} more").format(lines=lines)


def unknown_references_error(plan: str, named: Sequence[tuple[str, str]]) -> str:
    """A plan names sections, people or moments that are not in the file."""
    said = [_("“{what}” in {field}").format(what=what, field=field) for field, what in named]
    return _("“{plan}” names what is not in this file: {pairs}. Nothing was written.").format(
        plan=plan, pairs=_join_first_words(said, MAX_UNKNOWN_REFERENCES)
    )


def _join_first_words(words: Sequence[str], most: int) -> str:
    left = len(words) - most
    return ", ".join([*words[:most], *([more_lines_note(left)] if left > 0 else [])])


translate_constants(__name__)
