"""Ask one thing: a question written before looking, and tested alone.

Searching through everything costs power. In histories of 12 relationships, where all hold two tags and in
80 % the one came before the other, in the rest after it, the order is *clear* in 56 of 100 when it was asked
about, and in 8 when all orders are searched. So a question put in words first is held against chance by
itself, one way, and corrected (Holm) for the questions asked and for nothing else. The nulls are those of
the patterns.

| form | asks | null |
|---|---|---|
| sequence | first A, then first B (then C), of those with dated moments of all | order of moments |
| sequence with a response | the tag and the way you responded in one relationship | fixed sums |
| in_kind | the tag in this kind of bond | fixed sums |
| early_back | the tag of the earliest bonds in later ones | none: a count |
| early_back in a kind | the same, more with this kind than with other later bonds | fixed sums of the later |
| recurs | in how many relationships | none: a count |
| i_give_more | rated giving less rated coming back | tossed signs |
| after_loss_soon | how soon the next began after a loss, beside other endings | losses dealt anew |
| order_of_groups | any of some tags, then any of others | order of moments |
| same_moment | two tags on one moment, of relationships that hold both | exact: tags dealt to the moments |
| same_relationship | two tags in one relationship | fixed sums |
| gave | what I gave in this kind of bond | fixed sums |
| left | left by me, of bonds of this kind that ended | exact: all that ended |
| balance | hurt gives way to care over my life | order of relationships inside kinds |
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np

from models.findings import Finding
from models.sharing import PatternQuestion
from timeline.null_models import (
    DRAWS,
    MORE_DRAWS,
    can_pass,
    correct_holm,
    estimate_p_error,
    is_below_line,
    is_near_line,
    p_value,
)
from timeline.null_models.date_draws import DATE_DRAWS, redraw_dates
from timeline.null_models.finder_result import TESTED_TAILS
from timeline.null_models.tag_matrix import TagMatrix
from timeline.patterns.ask.question_forms import DATE_FORMS, SIGNIFICANCE, answer_question
from timeline.patterns.ask.question_library import (
    LIBRARY,
    LibraryQuestion,
    parse_question,
    pick_library_question,
)
from timeline.patterns.ask.question_result import QuestionResult
from timeline.tables import Tables

__all__ = [
    "LIBRARY",
    "LibraryQuestion",
    "answer_questions",
    "measure_answer_stability",
    "parse_question",
    "pick_library_question",
]


def answer_questions(
    tables: Tables, asked: Sequence[PatternQuestion], *, draws: int = DRAWS, more: int = MORE_DRAWS
) -> tuple[Finding, ...]:
    """What each question came to, in the order asked.

    Args:
        tables: the history, framed.
        asked: every question asked of it; the more there are, the more each must show.
        draws: how many shuffled histories each looks at.
        more: how many where the first answer lay near a line; no more than `draws` for never.
    """
    ground = TagMatrix(tables, draws)
    answers = [answer_question(ground, one) for one in asked]
    if more > draws:
        wider, lines = replace(ground, draws=more), _lines(answers)
        answers = [
            answer_question(wider, one) if any(is_near_line(*_p(answer), line) for line in own) else answer
            for one, answer, own in zip(asked, answers, lines, strict=True)
        ]
    return tuple(_grade_answer(answer, own) for answer, own in zip(answers, _lines(answers), strict=True))


def measure_answer_stability(
    tables: Tables,
    asked: Sequence[PatternQuestion],
    answers: Sequence[Finding],
    *,
    times: int = DATE_DRAWS,
    draws: int = DRAWS,
) -> dict[str, float]:
    """For each answer, by id, the share of draws of the uncertain dates in which its level stands.

    Where a question uses no dates there is nothing to check: 1.

    Args:
        tables: the history, framed.
        asked: every question asked of it.
        answers: what `answered` said to them.
        times: how often the dates are drawn.
        draws: how many shuffled histories each question looks at.
    """
    rng = TagMatrix(tables).rng("dates of questions")
    moved = [
        number for number, one in enumerate(asked) if one.form in DATE_FORMS and answers[number].p is not None
    ]
    stands = {answer.id: times for answer in answers} | {answers[number].id: 0 for number in moved}
    for _ in range(times if moved else 0):
        again = answer_questions(redraw_dates(tables, rng), asked, draws=draws)
        for number in moved:
            stands[answers[number].id] += again[number].is_clear == answers[number].is_clear
    return {name: count / times for name, count in stands.items()}


def _is_tested(answer: QuestionResult) -> bool:
    return answer.exact_test is not None or answer.counts is not None


def _p(answer: QuestionResult) -> tuple[float, float]:
    """The p-value of one question alone, and its error; 1 where nothing is tested."""
    if answer.counts is None:
        return (1.0 if answer.exact_test is None else answer.exact_test[0]), 0.0
    p = float(p_value(answer.counts[None, :], answer.tail)[0])
    return p, float(estimate_p_error(p, answer.draws, answer.tail))


def _lines(answers: Sequence[QuestionResult]) -> list[tuple[float, float]]:
    """For each question the p-value it takes to be *possible*, and the one to be *clear* among all asked."""
    tested = [number for number, answer in enumerate(answers) if _is_tested(answer)]
    alone = [_p(answers[number])[0] for number in tested]
    factors = dict(zip(tested, correct_holm(alone) / np.array(alone), strict=True))
    return [(SIGNIFICANCE, SIGNIFICANCE / float(factors.get(number, 1.0))) for number in range(len(answers))]


def _grade_answer(answer: QuestionResult, lines: tuple[float, float]) -> Finding:
    """The finding of a question with what chance says.

    Args:
        answer: what it came to.
        lines: the p-values it takes to be possible and clear.
    """
    (p, by_luck), could = _p(answer), answer.finding.could_be_seen
    told: dict[str, Any] = {}
    if _is_tested(answer):
        told = {
            "p": p,
            "p_family": p,
            "p_page": min(1.0, p * SIGNIFICANCE / lines[1]),
            "side_tested": TESTED_TAILS[answer.tail],
        }
        could = answer.exact_test is not None and answer.exact_test[1]
    if answer.counts is not None:
        counts = answer.counts[None, :]
        could = bool(
            can_pass(
                counts, answer.extreme_count, answer.extreme_count, side=answer.tail, level=SIGNIFICANCE
            )[0]
        )
        told |= {"draws": answer.draws}
        if answer.unit:
            told["expected"] = float(counts[0, 1:].mean()) / answer.unit
    could = could or bool(is_below_line(p, by_luck, SIGNIFICANCE))
    clear = _is_tested(answer) and answer.is_known and bool(is_below_line(p, by_luck, lines[1]))
    caveat = None if answer.is_known or p > SIGNIFICANCE else "open order"
    return answer.finding.model_copy(
        update=told | {"could_be_seen": could, "is_clear": clear, "caveat": caveat}
    )
