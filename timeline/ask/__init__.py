"""Ask one thing: a question written before looking, and tested alone.

Searching through everything costs power: a pair of tags that is found in 73 of 100 histories of 12
relationships when it was asked about is found in 32 when all pairs are searched. So a question put in words
first is held against chance by itself, one way, and corrected (Holm) for the questions asked and for
nothing else. The nulls are those of the patterns.

| form | asks | null |
|---|---|---|
| sequence | the first A, then the first B (then C), of the relationships with dated moments of all | order
of moments | | sequence with a response | the tag and the way you responded in one relationship | fixed sums
| | in_kind | the tag in this kind of bond | fixed sums | | early_back | the tag of the earliest bonds in
later ones (of a kind) | fixed sums, with a kind the early rows kept | | recurs | in how many relationships
| none: a count | | i_give_more | rated giving less rated coming back | tossed signs | | after_loss_soon |
the time to the next beginning after a loss, beside other endings | losses dealt anew |
"""

from collections.abc import Sequence

from models.findings import Finding, Level
from models.sharing import Asked
from timeline.ask.forms import LEVEL, Answer, answer_to
from timeline.ask.library import LIBRARY, Named, from_library, read
from timeline.chance import DRAWS, could_pass, holm, p_value
from timeline.chance.ground import Ground
from timeline.frame import Tables

__all__ = ["LIBRARY", "Named", "answered", "from_library", "read"]


def answered(tables: Tables, asked: Sequence[Asked], *, draws: int = DRAWS) -> tuple[Finding, ...]:
    """What each question came to, in the order asked.

    Args:
        tables: the history, framed.
        asked: every question asked of it; the more there are, the more each must show.
        draws: how many shuffled histories each looks at.
    """
    ground = Ground(tables, draws)
    answers = [answer_to(ground, one) for one in asked]
    alone = [_alone(answer) for answer in answers]
    tested = [number for number, (p, _, _) in enumerate(alone) if p is not None]
    corrected = dict(zip(tested, holm([alone[number][0] or 1.0 for number in tested]).tolist(), strict=True))
    found = []
    for number, (answer, (p, expected, could)) in enumerate(zip(answers, alone, strict=True)):
        report = corrected.get(number)
        found.append(
            answer.finding.model_copy(
                update={
                    "p": p,
                    "p_family": p,
                    "p_report": report,
                    "expected": expected,
                    "could_be_seen": could,
                    "level": _level(p, report, could),
                }
            )
        )
    return tuple(found)


def _alone(answer: Answer) -> tuple[float | None, float | None, bool]:
    """p, what was expected, and whether the answer could have been yes."""
    if answer.exact is not None:
        return answer.exact[0], None, answer.exact[1]
    if answer.counts is None:
        return None, None, answer.finding.could_be_seen
    counts = answer.counts[None, :]
    could = could_pass(counts, answer.most, answer.most, side=answer.side, level=LEVEL)
    p = float(p_value(counts, answer.side)[0])
    same_unit = int(counts[0, 0]) == answer.finding.k
    expected = round(float(counts[0, 1:].mean()), 2) if same_unit else None
    return p, expected, bool(could[0]) or p <= LEVEL


def _level(p: float | None, report: float | None, could: bool) -> Level:
    if p is not None and report is not None and report <= LEVEL:
        return "clear"
    if p is not None and p <= LEVEL:
        return "possible"
    return "counted" if could else "too few to tell"
