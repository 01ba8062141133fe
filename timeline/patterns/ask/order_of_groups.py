"""Do these come before those: any of some tags, then any of others?

Each of the two is some tags, groups of tags, or a side (any care, any hurt). Counted: the relationships in
which the first moment of any of the one surely lies before the first of any of the other, of those with dated
moments of both, and in how many the dates leave it open. With a kind of bond, those of it alone. A tag that
belongs to both counts for the first.

Losing someone to death is not their turning cold: where the second is hurt, moments tagged loss, and moments
at an end by death, are left out.

Held against histories in which the moments of each relationship come in another order, by share of drawings
of the dates, as in `sequence`; it can be *clear* only if known orders carry it.
"""

import numpy as np

from models.finding_facts import GroupOrderQuestionFacts
from models.sharing import PatternQuestion, TagGroup
from timeline.null_models import count_named_order, jeffreys
from timeline.null_models.deaths import LOSS, find_death_moments
from timeline.null_models.known_orders import mark_steps, measure_known_order, read_order
from timeline.null_models.tag_matrix import TagMatrix
from timeline.patterns.ask.question_result import QuestionResult, answer_missing_tag, build_finding


def answer(ground: TagMatrix, asked: PatternQuestion) -> QuestionResult:
    """What came first, of two groups of tags."""
    assert asked.first is not None
    assert asked.then is not None
    first, then = (_find_columns(ground, group) for group in (asked.first, asked.then))
    then = [column for column in then if column not in first]
    if not first or not then:
        return answer_missing_tag(ground, asked, asked.then.tags if first else asked.first.tags)
    inside = np.asarray(ground.kinds == asked.kind, bool) if asked.kind else np.ones(ground.n, bool)
    moments = ground.moments.select(inside[ground.moments.row])
    marked = mark_steps(moments, [first, then])
    if any(ground.side(column) == "painful" for column in then):
        marked[find_death_moments(ground.tables)[moments.moment], 1] = False
    name = f"asked {asked.first} {asked.then} {asked.kind}"
    drawn = count_named_order(moments.row, moments.spans, marked, ground.rng(name), draws=ground.draws)
    reading = read_order(moments, ground.n, marked)
    known = measure_known_order(moments, reading, marked, ground.rng(f"{name} known"), draws=ground.draws)
    k, of, is_open = reading.counts
    entries = ground.mask_entries([*first, *then], reading.in_order) & ground.first_moment_mask
    entries &= np.isin(ground.entries.moment, moments.moment[marked.any(axis=1)])
    finding = build_finding(
        ground,
        asked,
        GroupOrderQuestionFacts(first=asked.first, then=asked.then, is_open=is_open),
        k,
        of,
        side="both",
        effect=k / of if of else None,
        interval=jeffreys(k, of),
        breaks=ground.build_counter_examples(reading.against),
        **ground.build_evidence_fields(entries),
    )
    most = of * drawn.drawings
    return QuestionResult(finding, drawn.counts, most, unit=drawn.drawings, is_known=known.holds)


def _find_columns(ground: TagMatrix, group: TagGroup) -> list[int]:
    """The columns of the tags, groups and side named, as received; a loss counts only where it is named."""
    vocabulary = ground.tables.vocabulary

    def belongs(tag: str) -> bool:
        known = vocabulary[tag]
        return tag in group.tags or (
            tag != LOSS and (known.group in group.groups or known.side == group.side)
        )

    return [
        place for place, column in enumerate(ground.columns) if not column.is_given and belongs(column.tag)
    ]
