"""One function per form of question: what it counts, and the shuffled counts beside it."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from models.entries import I_RESPONDED
from models.finding_facts import (
    EarlyQuestionFacts,
    GivingQuestionFacts,
    KindQuestionFacts,
    LossQuestionFacts,
    NotRatedFacts,
    OrderQuestionFacts,
    RecursQuestionFacts,
    ResponseQuestionFacts,
    Share,
    TooFewEndingsFacts,
    UnknownTagFacts,
)
from models.findings import CounterExample, OrderCounts
from models.sharing import PatternQuestion
from timeline.null_models import (
    compute_balance,
    count_held,
    count_named_order,
    count_together,
    draw_fixed_margins,
    jeffreys,
)
from timeline.null_models.intervals import share_difference
from timeline.null_models.known_orders import mark_steps, measure_known_order, read_order
from timeline.null_models.tag_matrix import Rows, TagMatrix
from timeline.patterns.ask import balance, gave, left, order_of_groups, same_moment, same_relationship
from timeline.patterns.ask.question_result import (
    QuestionResult,
    answer_missing_tag,
    build_finding,
    find_column,
)
from timeline.tables import bool_column, float_column, int_column, str_column

SIGNIFICANCE = 0.05
LOSS_ENDINGS = ("they left", "death", "separation")
LOSS_TAGS = ("loss", "abandonment")


def answer_question(ground: TagMatrix, asked: PatternQuestion) -> QuestionResult:
    """What a question came to; where it names a tag that is not there, no more than that."""
    named = asked.tags
    if asked.form == "sequence" and named[-1] in {*I_RESPONDED, *_own_responses(ground)[1]}:
        named = named[:-1]
    if any(tag not in ground.tables.vocabulary for tag in named):
        return QuestionResult(
            build_finding(ground, asked, UnknownTagFacts(), 0, ground.n, could_be_seen=False)
        )
    return FORMS[asked.form](ground, asked)


def _own_responses(ground: TagMatrix) -> tuple[Rows, list[str]]:
    """The relationship of each way the person responded, and that way, in small letters."""
    told = ground.tables.answers
    mine = str_column(told, "asked") == "I"
    said = [" ".join(text.casefold().split()) for text in str_column(told, "words")[mine].tolist()]
    return int_column(told, "rel")[mine], said


def _sequence(ground: TagMatrix, asked: PatternQuestion) -> QuestionResult:
    if asked.tags[-1] not in ground.tables.vocabulary:
        return _with_response(ground, asked)
    places = [find_column(ground, tag) for tag in asked.tags]
    columns = [place for place in places if place is not None]
    if len(columns) < 2 or len(set(columns)) < len(places):
        return answer_missing_tag(
            ground, asked, [a for a, place in zip(asked.tags, places, strict=True) if place is None]
        )
    moments, marked = ground.moments, mark_steps(ground.moments, [[column] for column in columns])
    name = f"asked {columns}"
    drawn = count_named_order(moments.row, moments.spans, marked, ground.rng(name), draws=ground.draws)
    reading = read_order(moments, ground.n, marked)
    known = measure_known_order(moments, reading, marked, ground.rng(f"{name} known"), draws=ground.draws)
    k, of, _ = reading.counts
    finding = build_finding(
        ground,
        asked,
        OrderQuestionFacts(tags=asked.tags),
        k,
        of,
        **ground.build_tag_fields(columns),
        order=OrderCounts(*reading.counts),
        effect=k / of if of else None,
        interval=jeffreys(k, of),
        breaks=ground.build_counter_examples(reading.against, columns),
        **ground.build_evidence_fields(
            ground.mask_entries(columns, reading.in_order) & ground.first_moment_mask
        ),
    )
    most = of * drawn.drawings
    return QuestionResult(finding, drawn.counts, most, unit=drawn.drawings, is_known=known.holds)


def _with_response(ground: TagMatrix, asked: PatternQuestion) -> QuestionResult:
    """A tag, and a way the person responded, in one relationship."""
    tag, response = asked.tags[-2], asked.tags[-1]
    column = find_column(ground, tag)
    where, said = _own_responses(ground)
    responded = np.isin(ground.rows, where[np.array([way == response for way in said], bool)])
    if column is None or not responded.any():
        return answer_missing_tag(ground, asked, [tag if column is None else response])
    has = np.column_stack([ground.holds, responded])
    drawn = draw_fixed_margins(has, ground.rng(f"asked {response}"), draws=ground.draws)
    counts = count_together(drawn, np.array([[column, has.shape[1] - 1]]))[0]
    both = ground.holds[:, column] & responded
    effect, interval = share_difference(
        (int(both.sum()), int(ground.counts[column])),
        (int((responded & ~ground.holds[:, column]).sum()), ground.n - int(ground.counts[column])),
    )
    finding = build_finding(
        ground,
        asked,
        ResponseQuestionFacts(tag=tag, response=response),
        int(both.sum()),
        int(ground.counts[column]),
        **ground.build_tag_fields([column]),
        effect=effect,
        interval=interval,
        breaks=ground.build_counter_examples(ground.holds[:, column] & ~responded, [column]),
        **ground.build_evidence_fields(ground.mask_entries([column], both)),
    )
    return QuestionResult(finding, counts, min(int(ground.counts[column]), int(responded.sum())))


def _in_kind(ground: TagMatrix, asked: PatternQuestion) -> QuestionResult:
    column = find_column(ground, asked.tags[0])
    inside = np.asarray(ground.kinds == asked.kind, bool)
    if column is None:
        return answer_missing_tag(ground, asked, asked.tags)
    counts = count_held(ground.fixed_margin_draws, inside)[column]
    has = ground.holds[:, column]
    k, of = int((has & inside).sum()), int(inside.sum())
    outside = Share(int((has & ~inside).sum()), ground.n - of)
    effect, interval = share_difference((k, of), outside)
    finding = build_finding(
        ground,
        asked,
        KindQuestionFacts(here=Share(k, of), elsewhere=outside),
        k,
        of,
        **ground.build_tag_fields([column]),
        effect=effect,
        interval=interval,
        breaks=ground.build_counter_examples(inside & ~has, [column]),
        **ground.build_evidence_fields(ground.mask_entries([column], has & inside)),
    )
    return QuestionResult(finding, counts, min(of, int(ground.counts[column])))


def _early_back(ground: TagMatrix, asked: PatternQuestion) -> QuestionResult:
    column = find_column(ground, asked.tags[0])
    if column is None:
        return answer_missing_tag(ground, asked, asked.tags)
    early, has = ground.early_mask, ground.holds[:, column]
    there = tuple(ground.ids[row] for row in np.flatnonzero(early & has).tolist())
    inside = ~early & (np.asarray(ground.kinds == asked.kind, bool) if asked.kind else True)
    k, of = int((has & inside).sum()), int(inside.sum())
    counts, elsewhere = None, None
    if asked.kind:
        drawn = draw_fixed_margins(
            ground.holds,
            ground.rng("asked early"),
            draws=ground.draws,
            frozen=early,
            order=ground.content_order,
        )
        counts = count_held(drawn, inside)[column]
        others = ~early & ~inside
        elsewhere = Share(int((has & others).sum()), int(others.sum()))
    finding = build_finding(
        ground,
        asked,
        EarlyQuestionFacts(early=there, elsewhere=elsewhere),
        k,
        of,
        **ground.build_tag_fields([column]),
        effect=k / of if of else None,
        interval=jeffreys(k, of),
        breaks=ground.build_counter_examples(np.asarray(inside & ~has, bool), [column]),
        could_be_seen=bool(there),
        **ground.build_evidence_fields(
            ground.mask_entries([column], np.asarray(has & (inside | early), bool))
        ),
    )
    # Without a kind nothing is tested: a tag that comes back cannot be told from one that is common.
    return QuestionResult(finding, counts if there else None, min(of, int((has & ~early).sum())))


def _recurs(ground: TagMatrix, asked: PatternQuestion) -> QuestionResult:
    column = find_column(ground, asked.tags[0])
    if column is None:
        return answer_missing_tag(ground, asked, asked.tags)
    k, chosen = int(ground.counts[column]), ground.mask_entries([column], ground.holds[:, column])
    finding = build_finding(
        ground,
        asked,
        RecursQuestionFacts(),
        k,
        ground.n,
        **ground.build_tag_fields([column]),
        effect=k / ground.n,
        interval=jeffreys(k, ground.n),
        breaks=ground.build_counter_examples(~ground.holds[:, column], [column]),
        **ground.build_evidence_fields(chosen),
    )
    return QuestionResult(finding)


def _i_give_more(ground: TagMatrix, asked: PatternQuestion) -> QuestionResult:
    table = ground.tables.relationships
    away = float_column(table, "gave") - float_column(table, "came_back")
    rated = np.flatnonzero(~np.isnan(away))
    if not rated.size:
        return QuestionResult(
            build_finding(ground, asked, NotRatedFacts(), 0, 0, side="both", could_be_seen=False)
        )
    differences = away[rated].astype(np.intp)
    balance = compute_balance(differences)
    more = differences > 0
    ids = str_column(table, "id")
    finding = build_finding(
        ground,
        asked,
        GivingQuestionFacts(one_way=int(more.sum()), other_way=int((differences < 0).sum())),
        int(more.sum()),
        len(rated),
        side="both",
        direction="both",
        effect=balance.total / len(rated),
        relationships=tuple(ids[rated[more]].tolist()),
        breaks=tuple(CounterExample(relationship=one) for one in ids[rated[~more]].tolist()),
    )
    return QuestionResult(finding, exact_test=(balance.p_more, balance.smallest_p <= SIGNIFICANCE))


def _after_loss_soon(ground: TagMatrix, asked: PatternQuestion) -> QuestionResult:
    ended, gap, lost = _endings(ground, asked.kind)
    k, others = int(lost.sum()), int((~lost).sum())
    ids = str_column(ground.tables.relationships, "id")
    if not k or not others:
        finding = build_finding(
            ground, asked, TooFewEndingsFacts(lost=k, others=others), k, k + others, could_be_seen=False
        )
        return QuestionResult(finding)
    usual = float(np.median(gap[~lost]))
    sooner = lost & (gap < usual)
    finding = build_finding(
        ground,
        asked,
        LossQuestionFacts(after_loss=float(np.median(gap[lost])), usual=usual),
        int(sooner.sum()),
        k,
        side="both",
        direction="both",
        effect=float(np.median(gap[lost])) - usual,
        relationships=tuple(ids[ended[sooner]].tolist()),
        breaks=tuple(CounterExample(relationship=one) for one in ids[ended[lost & ~sooner]].tolist()),
    )
    # Doubled mid-ranks, so that equal gaps stay whole numbers.
    ranks = (gap[:, None] > gap).sum(axis=1) + (gap[:, None] >= gap).sum(axis=1)
    dealt = ground.rng("asked loss").permuted(np.tile(lost, (ground.draws, 1)), axis=1)
    counts = np.concatenate([lost[None, :], dealt]) @ ranks
    return QuestionResult(finding, counts, float(np.sort(ranks)[:k].sum()), tail="less", unit=0)


def _endings(ground: TagMatrix, kind: str | None) -> tuple[Rows, NDArray[np.float64], NDArray[np.bool_]]:
    """Relationships that ended before another began: which, the years between, and whether it was a loss."""
    table = ground.tables.relationships
    begin = ground.relationship_starts
    end = (float_column(table, "end_first") + float_column(table, "end_last")) / 2
    some = np.ones(len(table), bool) if kind is None else np.asarray(str_column(table, "kind") == kind, bool)
    over = some & ~np.isnan(end) & ~bool_column(table, "still_going")
    later = np.where(some[None, :] & (begin[None, :] >= end[:, None]), begin[None, :], np.inf)
    gap = later.min(axis=1, initial=np.inf) - end
    ended = np.flatnonzero(over & np.isfinite(gap))
    tagged = ground.tables.tag_entries
    hurt = int_column(tagged, "rel")[
        np.isin(str_column(tagged, "tag"), LOSS_TAGS) & (str_column(tagged, "direction") != "given")
    ]
    lost = np.isin(str_column(table, "ended"), LOSS_ENDINGS) | np.isin(np.arange(len(table)), hurt)
    return ended, gap[ended], lost[ended]


FORMS: dict[str, Callable[[TagMatrix, PatternQuestion], QuestionResult]] = {
    "sequence": _sequence,
    "in_kind": _in_kind,
    "early_back": _early_back,
    "recurs": _recurs,
    "i_give_more": _i_give_more,
    "after_loss_soon": _after_loss_soon,
    "order_of_groups": order_of_groups.answer,
    "same_moment": same_moment.answer,
    "same_relationship": same_relationship.answer,
    "gave": gave.answer,
    "left": left.answer,
    "balance": balance.answer,
}
DATE_FORMS = ("early_back", "after_loss_soon", "balance")
"""Those that a redrawn date can change; an order has its dates drawn in itself."""
