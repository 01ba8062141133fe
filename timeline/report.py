"""The paper for the therapist as plain data: what leaves, read once, and its parts in order."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from models.errors import TimelineError
from models.history import History
from models.sharing import SharePlan
from timeline.lifeline import Measure
from timeline.sections import (
    Block,
    Printed,
    Section,
    closing,
    cover,
    lifeline,
    limits,
    methods,
    moments,
    patterns,
    people,
    questions,
    steps,
    threads,
)
from timeline.share import lines_leaving, redact
from timeline.study import Study
from timeline.words import report as say

Paper = Literal["a4", "letter"]
WIDTH: dict[Paper, float] = {"a4": 166.0, "letter": 171.9}
"""mm between the margins."""
HEIGHT: dict[Paper, float] = {"a4": 255.0, "letter": 237.4}
"""mm between the margins, down the page."""

SECTIONS: tuple[Section, ...] = (
    cover,
    threads,
    closing,
    lifeline,
    people,
    patterns,
    questions,
    limits,
    moments,
    steps,
    methods,
)
"""In the order of the pages."""


@dataclass(frozen=True)
class Report:
    """Everything that is printed, and nothing else.

    Attributes:
        title: of the document.
        author: who tells it, as the plan names them.
        day: it is read and dated on.
        paper: what it is laid out for.
        gutter: mm left of the main column.
        people: how many are shown.
        moments: how many are shown.
        blocks: the pages, in order.
    """

    title: str
    author: str
    day: date
    paper: Paper
    gutter: float
    people: int
    moments: int
    blocks: tuple[Block, ...]


def report(
    history: History, plan: SharePlan, today: date, *, measure: Measure, paper: Paper = "a4"
) -> Report:
    """The paper that `plan` makes of `history`; what the plan leaves out goes no further than here.

    Args:
        history: everything that was written down.
        plan: what the person ticked.
        today: the day it is read and dated on.
        measure: how wide words come out, for the picture.
        paper: what it is laid out for.

    Raises:
        TimelineError: nothing is chosen; the sentence says so.
    """
    smaller = redact(history, plan, today)
    own = smaller.cover
    words = (own.title, own.summary, own.hope, own.helped, own.not_yet, *own.questions)
    asked = (question.text for question in smaller.questions)
    written = any(text.strip() for text in (*words, *asked)) or lines_leaving(smaller)
    if not smaller.relationships and not written:
        raise TimelineError(say.NOTHING_CHOSEN)
    printed = Printed(Study(smaller, today), measure, WIDTH[paper], HEIGHT[paper])
    parts = (section for section in SECTIONS if not section.KEY or printed.has(section.KEY))
    return Report(
        title=own.title.strip() or say.NO_TITLE,
        author=smaller.person.name,
        day=today,
        paper=paper,
        gutter=printed.gutter,
        people=len(smaller.relationships),
        moments=len(smaller.episodes),
        blocks=tuple(block for part in parts for block in part.blocks(printed)),
    )


def texts(block: object, change: Callable[[str], str]) -> object:
    """A block with every text in it changed; keys, numbers and the shape stay."""
    if isinstance(block, str):
        return change(block)
    if isinstance(block, dict):
        return {key: value if key == "kind" else texts(value, change) for key, value in block.items()}
    if isinstance(block, (list, tuple)):
        return [texts(value, change) for value in block]
    return block
