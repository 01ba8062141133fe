"""What a question came to, before chance is asked; and what every form of question needs."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from numpy.typing import NDArray

from models.finding_facts import Facts, NotTaggedFacts
from models.findings import Finding, pattern_id
from models.sharing import PatternQuestion
from timeline.null_models import Tail
from timeline.null_models.tag_matrix import TagColumn, TagMatrix

NAME = "asked"


class QuestionResult(NamedTuple):
    """What a question came to.

    Attributes:
        finding: without what chance says.
        counts: [1 + B] or None where nothing is tested.
        extreme_count: the most extreme count possible.
        tail: which way.
        exact_test: p and whether it could have passed, where nothing is drawn.
        unit: what a relationship adds to `counts`; 0 where they are of another kind than `finding.k`.
        is_known: whether known orders carry it as well; without that it is not clear.
    """

    finding: Finding
    counts: NDArray[Any] | None = None
    extreme_count: float = 0
    tail: Tail = "more"
    exact_test: tuple[float, bool] | None = None
    unit: int = 1
    is_known: bool = True

    @property
    def draws(self) -> int:
        """How many shuffled histories it is held against."""
        return 0 if self.counts is None else len(self.counts) - 1


def find_column(ground: TagMatrix, tag: str, *, is_given: bool = False) -> int | None:
    """The column of a tag as received, or as given; None where it does not occur."""
    wanted = TagColumn(tag, is_given)
    return next((place for place, one in enumerate(ground.columns) if one == wanted), None)


def build_finding(
    ground: TagMatrix, asked: PatternQuestion, facts: Facts, k: int, of: int, **more: Any
) -> Finding:
    """The finding of a question, without what chance says of it.

    Args:
        ground: the history.
        asked: the question.
        facts: what its sentence needs.
        k: the count.
        of: of how many.
        more: other fields.
    """
    return Finding(
        id=pattern_id(NAME, [asked.id]),
        finder=NAME,
        **({"tags": tuple(tag for tag in asked.tags if tag in ground.tables.vocabulary)} | more),
        kinds=(asked.kind,) if asked.kind else (),
        facts=facts,
        k=k,
        of=of,
    )


def answer_missing_tag(ground: TagMatrix, asked: PatternQuestion, missing: Sequence[str]) -> QuestionResult:
    """A question about a tag that occurs nowhere."""
    facts = NotTaggedFacts(missing=tuple(missing))
    return QuestionResult(build_finding(ground, asked, facts, 0, ground.n, could_be_seen=False))
