"""Longer texts drawn: paragraphs and lists, with *stressed* words."""

import re
from collections.abc import Iterable

from dash import html
from dash.development.base_component import Component

from timeline.messages.texts import Block, Part


def prose(blocks: Iterable[Block]) -> list[Component]:
    """These blocks as paragraphs and lists."""
    return [
        html.Ul([html.Li(_words(line)) for line in block.lines])
        if block.form == "ul"
        else html.P(_words(block.lines[0]))
        for block in blocks
    ]


def sections(parts: Iterable[Part]) -> list[Component]:
    """These parts with their headings."""
    return [html.Section([html.H2(part.title), *prose(part.blocks)], className="prose") for part in parts]


def _words(line: str) -> list[Component | str]:
    pieces = re.split(r"\*([^*]+)\*", line)
    return [html.Em(piece) if n % 2 else piece for n, piece in enumerate(pieces) if piece]
