"""Hoped for, what they did, what I did: which three recur together?

A moment may carry what you hoped for, how they responded and how you responded, each in words of your own
or picked. Counted: the relationships that hold all three of such a set (`k`), of those where you wrote such
answers (`of`). Held against histories in which every relationship keeps its number of answers and every
answer its number of relationships (`null_models.fixed_margins`), more often than that. Words that
differ in case alone are the same; an answer counts from two relationships on. As for pairs of tags, 12
relationships are needed where there are ten such answers or fewer, and 20 where there are more.

Beside it, counted and not tested: how many different ways of responding each period of life shows. Breadth
is what the CCRT literature reads as room to move.

Sources, as far as we read: Luborsky 1977 and Luborsky and Crits-Christoph 1998 (the CCRT: wish, response of
other, response of self); Book 1998 on its use in brief work.
"""

from itertools import product
from typing import NamedTuple

import numpy as np

from models.finding_facts import BreadthFacts, TooFew, WishFacts
from models.findings import Finding, pattern_id
from timeline.null_models import count_together, draw_fixed_margins
from timeline.null_models.finder_result import FinderResult, TestFamily
from timeline.null_models.tag_matrix import Mask, Rows, TagMatrix
from timeline.tables import int_column, str_column

NAME = "wish"
QUESTION = "What do I hope for, what do they do, what do I do?"
MIN_RELATIONSHIPS = 5

MIN_WITH_FEW_ANSWERS, MIN_WITH_MANY_ANSWERS = 12, 20
FEW_ANSWERS = 10
MIN_PER_ANSWER = 2
ANSWER_KINDS = ("hoped", "they", "I")


class _AnswerTable(NamedTuple):
    """What was written, as a table.

    Attributes:
        rel: [n] rows of `tables.relationships` where answers were written, in the order of starting.
        picks: (asked, words) of each column.
        has: bool [n, P].
    """

    rel: Rows
    picks: tuple[tuple[str, str], ...]
    has: Mask


def find(ground: TagMatrix) -> FinderResult:
    """The sets of three, and how broad the responses are."""
    table = _build_answer_table(ground)
    counted = _breadth(ground)
    often = _frequent_answers(table)
    needs = MIN_WITH_FEW_ANSWERS if len(often) <= FEW_ANSWERS else MIN_WITH_MANY_ANSWERS
    if len(table.rel) < needs:
        few = TooFew(has=len(table.rel), needs=needs, unit="relationships with answers")
        return FinderResult(too_few=few, counted_findings=counted)
    by_asked = [[place for place in often if table.picks[place][0] == asked] for asked in ANSWER_KINDS]
    sets = np.array([*product(*by_asked)], np.intp).reshape(-1, 3)
    if not len(sets):
        return FinderResult(counted_findings=counted)
    draws = draw_fixed_margins(table.has, ground.rng(NAME), draws=ground.draws)
    most = table.has.sum(axis=0)[sets].min(axis=1)

    def finding(row: int) -> Finding:
        return _wish_finding(ground, table, sets[row])

    return FinderResult(
        test_families=(TestFamily.from_counts(count_together(draws, sets), finding, most),),
        counted_findings=counted,
    )


def _build_answer_table(ground: TagMatrix) -> _AnswerTable:
    told = ground.tables.answers
    rel = int_column(told, "rel")
    said = [" ".join(text.casefold().split()) for text in str_column(told, "words").tolist()]
    pairs = [*zip(str_column(told, "asked").tolist(), said, strict=True)]
    picks = tuple(sorted({pair for pair in pairs if pair[1]}))
    number = {pick: place for place, pick in enumerate(picks)}
    kept = [place for place, pair in enumerate(pairs) if pair in number]
    who = np.unique(rel[kept])
    who = who[np.argsort(ground.relationship_starts[who], kind="stable")]
    at = np.full(len(ground.tables.relationships), -1)
    at[who] = np.arange(len(who))
    has = np.zeros((len(who), len(picks)), bool)
    has[at[rel[kept]], [number[pairs[place]] for place in kept]] = True
    return _AnswerTable(who.astype(np.intp), picks, has)


def _frequent_answers(table: _AnswerTable) -> list[int]:
    """The answers in two relationships or more, the most frequent ten of each question."""
    k = table.has.sum(axis=0)
    ranked = [place for place in np.argsort(-k, kind="stable").tolist() if k[place] >= MIN_PER_ANSWER]
    return [
        place
        for asked in ANSWER_KINDS
        for place in [one for one in ranked if table.picks[one][0] == asked][:FEW_ANSWERS]
    ]


def _wish_finding(ground: TagMatrix, table: _AnswerTable, three: Rows) -> Finding:
    among = table.has[:, three].all(axis=1)
    hoped, they, mine = (table.picks[place][1] for place in three.tolist())
    told, moments = ground.tables.answers, ground.tables.moments
    wanted = {table.picks[place] for place in three.tolist()}
    said = [" ".join(text.casefold().split()) for text in str_column(told, "words").tolist()]
    meant = np.array(
        [pair in wanted for pair in zip(str_column(told, "asked").tolist(), said, strict=True)], bool
    )
    meant &= np.isin(int_column(told, "rel"), table.rel[among])
    return Finding(
        id=pattern_id(NAME, [hoped, they, mine]),
        finder=NAME,
        tags=(),
        direction="both",
        side="both",
        facts=WishFacts(hoped=hoped, they=they, mine=mine),
        k=int(among.sum()),
        of=len(table.rel),
        effect=int(among.sum()) / len(table.rel),
        relationships=tuple(str_column(ground.tables.relationships, "id")[table.rel[among]].tolist()),
        episodes=tuple(str_column(moments, "id")[np.unique(int_column(told, "moment")[meant])].tolist()),
    )


def _breadth(ground: TagMatrix) -> tuple[Finding, ...]:
    """How many different responses each period of life shows, if two periods or more show any."""
    told = ground.tables.answers
    if told.empty:
        return ()
    mine = told[told["asked"] == "I"]
    period = ground.tables.moments["period"].to_numpy()[mine["moment"].to_numpy()]
    said = mine["words"].str.casefold().str.split().str.join(" ")
    by_period = said[period != ""].groupby(period[period != ""]).nunique()
    order = sorted(by_period.index, key=lambda name: int(name.split("-")[0].removesuffix("s")))
    if len(order) < MIN_PER_ANSWER:
        return ()
    return (
        Finding(
            id=pattern_id(NAME, ["breadth"]),
            finder=NAME,
            tags=(),
            direction="both",
            facts=BreadthFacts(by_period=tuple((name, int(by_period[name])) for name in order)),
            k=int(mine["rel"].nunique()),
            of=int(told["rel"].nunique()),
        ),
    )
