"""The paper for the therapist as plain data: what leaves, read once, and its parts in order."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, Literal

from models.errors import TimelineError
from models.history import History
from models.sharing import SharePlan
from timeline.messages import report as say
from timeline.picture.lifeline import Measure
from timeline.redaction import find_true_order, redact
from timeline.report.sections import (
    Block,
    ReportContext,
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
from timeline.study.study import Study

Paper = Literal["a4", "letter"]
TEXT_WIDTH_MM: dict[Paper, float] = {"a4": 166.0, "letter": 171.9}
"""mm between the margins."""
TEXT_HEIGHT_MM: dict[Paper, float] = {"a4": 255.0, "letter": 237.4}
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
_FIXED_BLOCK_KINDS: Final = ("opening", "closing", "limits", "methods")
"""Kinds of blocks that say what this paper is; of `closing`, the lines are the person's."""
_ALL_COUNTING_KINDS: Final = frozenset(("threads", "lifeline", "people", "patterns"))
"""Kinds of blocks in which everyone and every moment that leaves is drawn or counted."""


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


def build_report(
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
    study = Study(smaller, today, is_part=True, true_order=find_true_order(history, plan, today))
    printed = ReportContext(study, measure, TEXT_WIDTH_MM[paper], TEXT_HEIGHT_MM[paper])
    parts = (section for section in SECTIONS if not section.KEY or printed.has_part(section.KEY))
    blocks = [block for part in parts for block in part.build_blocks(printed)]
    title = smaller.cover.title.strip()
    if not title and not any(_is_about_life(block) for block in blocks):
        raise TimelineError(say.NOTHING_CHOSEN)
    people, moments = _count_shown(printed, blocks)
    return Report(
        title=say.drop_double_stop(title) or say.NO_TITLE,
        author=smaller.person.name,
        day=today,
        paper=paper,
        gutter=printed.gutter,
        people=people,
        moments=moments,
        blocks=tuple(map_texts(block, say.drop_double_stop) for block in blocks),
    )


def _is_about_life(block: Block) -> bool:
    """Whether it is about this life; what stands on every paper is not."""
    return block["kind"] not in _FIXED_BLOCK_KINDS or bool(block.get("lines"))


def _count_shown(printed: ReportContext, blocks: Iterable[Block]) -> tuple[int, int]:
    """How many people and moments the blocks show or count."""
    by_kind = {block["kind"]: block for block in blocks}
    if by_kind.keys() & _ALL_COUNTING_KINDS:
        return len(printed.history.relationships), len(printed.history.episodes)
    told = by_kind.get("moments", {"moments": ()})["moments"]
    return len({moment["who"] for moment in told}), len(told)


def map_texts(block: Any, change: Callable[[str], str]) -> Any:
    """A block with every text in it changed; keys, numbers and the shape stay."""
    if isinstance(block, str):
        return change(block)
    if isinstance(block, dict):
        return {key: value if key == "kind" else map_texts(value, change) for key, value in block.items()}
    if isinstance(block, (list, tuple)):
        return [map_texts(value, change) for value in block]
    return block
