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
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np

from models.findings import Finding, Level
from models.sharing import Asked
from timeline.null_models import DRAWS, MORE_DRAWS, could_pass, error, holm, near, p_value, passes
from timeline.null_models.dates import TIMES, redrawn
from timeline.null_models.ground import Ground
from timeline.null_models.tested import SIDES
from timeline.patterns.ask.forms import DATED, LEVEL, Answer, answer_to
from timeline.patterns.ask.library import LIBRARY, Named, from_library, read
from timeline.tables import Tables

__all__ = ["LIBRARY", "Named", "answered", "dates_hold", "from_library", "read"]


def answered(
    tables: Tables, asked: Sequence[Asked], *, draws: int = DRAWS, more: int = MORE_DRAWS
) -> tuple[Finding, ...]:
    """What each question came to, in the order asked.

    Args:
        tables: the history, framed.
        asked: every question asked of it; the more there are, the more each must show.
        draws: how many shuffled histories each looks at.
        more: how many where the first answer lay near a line; no more than `draws` for never.
    """
    ground = Ground(tables, draws)
    answers = [answer_to(ground, one) for one in asked]
    if more > draws:
        wider, lines = replace(ground, draws=more), _lines(answers)
        answers = [
            answer_to(wider, one) if any(near(*_p(answer), line) for line in own) else answer
            for one, answer, own in zip(asked, answers, lines, strict=True)
        ]
    return tuple(_levelled(answer, own) for answer, own in zip(answers, _lines(answers), strict=True))


def dates_hold(
    tables: Tables,
    asked: Sequence[Asked],
    answers: Sequence[Finding],
    *,
    times: int = TIMES,
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
    rng = Ground(tables).rng("dates of questions")
    moved = [
        number for number, one in enumerate(asked) if one.form in DATED and answers[number].p is not None
    ]
    stands = {answer.id: times for answer in answers} | {answers[number].id: 0 for number in moved}
    for _ in range(times if moved else 0):
        again = answered(redrawn(tables, rng), asked, draws=draws)
        for number in moved:
            stands[answers[number].id] += again[number].level == answers[number].level
    return {name: count / times for name, count in stands.items()}


def _tested(answer: Answer) -> bool:
    return answer.exact is not None or answer.counts is not None


def _p(answer: Answer) -> tuple[float, float]:
    """The p-value of one question alone, and its error; 1 where nothing is tested."""
    if answer.counts is None:
        return (1.0 if answer.exact is None else answer.exact[0]), 0.0
    p = float(p_value(answer.counts[None, :], answer.side)[0])
    return p, float(error(p, answer.draws, answer.side))


def _lines(answers: Sequence[Answer]) -> list[tuple[float, float]]:
    """For each question the p-value it takes to be *possible*, and the one to be *clear* among all asked."""
    tested = [number for number, answer in enumerate(answers) if _tested(answer)]
    alone = [_p(answers[number])[0] for number in tested]
    factors = dict(zip(tested, holm(alone) / np.array(alone), strict=True))
    return [(LEVEL, LEVEL / float(factors.get(number, 1.0))) for number in range(len(answers))]


def _levelled(answer: Answer, lines: tuple[float, float]) -> Finding:
    """The finding of a question with what chance says.

    Args:
        answer: what it came to.
        lines: the p-values it takes to be possible and clear.
    """
    (p, by_luck), could = _p(answer), answer.finding.could_be_seen
    told: dict[str, Any] = {}
    if _tested(answer):
        told = {"p": p, "p_family": p, "p_report": p * LEVEL / lines[1], "side_tested": SIDES[answer.side]}
        could = answer.exact is not None and answer.exact[1]
    if answer.counts is not None:
        counts = answer.counts[None, :]
        could = bool(could_pass(counts, answer.most, answer.most, side=answer.side, level=LEVEL)[0])
        told |= {"draws": answer.draws}
        if int(counts[0, 0]) == answer.finding.k:
            told["expected"] = round(float(counts[0, 1:].mean()), 2)
    possible, clear = (bool(passes(p, by_luck, line)) for line in lines)
    level: Level = "clear" if clear else "possible" if possible else "counted" if could else "too few to tell"
    return answer.finding.model_copy(update=told | {"could_be_seen": could or possible, "level": level})
