"""The small forms every page shares: a label with its text, a heading with its count, a name cut short."""

from timeline.messages.language import _

MAX_NAME_LETTERS = 60
"""Letters of a name that fit into a toast of one line."""


def label_text(label: str, text: str) -> str:
    """What something is called, and what it says."""
    return _("{label}: {text}").format(label=label, text=text)


def heading_with_count(heading: str, count: int) -> str:
    """A heading, or a name, and how many there are."""
    return _("{heading} ({count})").format(heading=heading, count=count)


def end_sentence(text: str) -> str:
    """A phrase as a sentence of its own."""
    return _("{text}.").format(text=text)


def shorten_name(name: str, most: int = MAX_NAME_LETTERS) -> str:
    """A name, or its beginning where it is longer than there is room."""
    return name if len(name) <= most else f"{name[: most - 1]}…"
