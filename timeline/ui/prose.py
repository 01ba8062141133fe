"""Longer texts drawn: paragraphs and lists, with *stressed* words."""

import re
from collections.abc import Iterable

from dash import html
from dash.development.base_component import Component

from timeline.messages.help_texts import TextBlock, TextPart


def draw_prose(blocks: Iterable[TextBlock]) -> list[Component]:
    """These blocks as paragraphs and lists."""
    return [
        html.Ul([html.Li(_emphasise_words(line)) for line in block.lines])
        if block.block_type == "ul"
        else html.P(_emphasise_words(block.lines[0]))
        for block in blocks
    ]


def draw_sections(parts: Iterable[TextPart]) -> list[Component]:
    """These parts with their headings."""
    return [
        html.Section([html.H2(part.title), *draw_prose(part.blocks)], className="prose") for part in parts
    ]


def _emphasise_words(line: str) -> list[Component | str]:
    pieces = re.split(r"\*([^*]+)\*", line)
    return [html.Em(piece) if n % 2 else piece for n, piece in enumerate(pieces) if piece]
