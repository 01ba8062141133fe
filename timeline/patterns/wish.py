"""Hoped for, what they did, what I did: which three recur together?

A moment may carry what you hoped for, how they responded and how you responded, each in words of your own
or picked. Counted: the relationships that hold all three of such a set (`k`), of those where you wrote such
answers (`of`). Held against histories in which every relationship keeps its number of answers and every
answer its number of relationships (`timeline.null_models.fixed_margins`), more often than that. Words that
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

from models.findings import Finding, pattern_id
from timeline.messages import patterns as say
from timeline.null_models import fixed_margins, together
from timeline.null_models.ground import Ground, Rows, Yes
from timeline.null_models.tested import Look, Tested
from timeline.tables import rows, words

NAME = "wish"
QUESTION = "What do I hope for, what do they do, what do I do?"
FROM = 5

FEW, MANY = 12, 20
FEW_ANSWERS = 10
FEWEST = 2
ASKED = ("hoped", "they", "I")


class _Answers(NamedTuple):
    """What was written, as a table.

    Attributes:
        rel: [n] rows of `tables.relationships` where answers were written, in the order of starting.
        picks: (asked, words) of each column.
        has: bool [n, P].
    """

    rel: Rows
    picks: tuple[tuple[str, str], ...]
    has: Yes


def look(ground: Ground) -> Look:
    """The sets of three, and how broad the responses are."""
    table = _answers(ground)
    counted = _breadth(ground)
    often = _often(table)
    needs = FEW if len(often) <= FEW_ANSWERS else MANY
    if len(table.rel) < needs:
        few = say.too_few(
            len(table.rel), needs, "relationships where you wrote what you hoped for and what came"
        )
        return Look(few=few, counted=counted)
    by_asked = [[place for place in often if table.picks[place][0] == asked] for asked in ASKED]
    sets = np.array([*product(*by_asked)], np.intp).reshape(-1, 3)
    if not len(sets):
        return Look(counted=counted)
    draws = fixed_margins(table.has, ground.rng(NAME), draws=ground.draws)
    most = table.has.sum(axis=0)[sets].min(axis=1)

    def finding(row: int, expected: float) -> Finding:
        return _three(ground, table, sets[row], expected)

    return Look(tested=(Tested.against(together(draws, sets), finding, most),), counted=counted)


def _answers(ground: Ground) -> _Answers:
    told = ground.tables.answers
    rel = rows(told, "rel")
    said = [" ".join(text.casefold().split()) for text in words(told, "words").tolist()]
    pairs = [*zip(words(told, "asked").tolist(), said, strict=True)]
    picks = tuple(sorted({pair for pair in pairs if pair[1]}))
    number = {pick: place for place, pick in enumerate(picks)}
    kept = [place for place, pair in enumerate(pairs) if pair in number]
    who = np.unique(rel[kept])
    who = who[np.argsort(ground.starts[who], kind="stable")]
    at = np.full(len(ground.tables.relationships), -1)
    at[who] = np.arange(len(who))
    has = np.zeros((len(who), len(picks)), bool)
    has[at[rel[kept]], [number[pairs[place]] for place in kept]] = True
    return _Answers(who.astype(np.intp), picks, has)


def _often(table: _Answers) -> list[int]:
    """The answers in two relationships or more, the most frequent ten of each question."""
    k = table.has.sum(axis=0)
    ranked = [place for place in np.argsort(-k, kind="stable").tolist() if k[place] >= FEWEST]
    return [
        place
        for asked in ASKED
        for place in [one for one in ranked if table.picks[one][0] == asked][:FEW_ANSWERS]
    ]


def _three(ground: Ground, table: _Answers, three: Rows, expected: float) -> Finding:
    among = table.has[:, three].all(axis=1)
    hoped, they, mine = (table.picks[place][1] for place in three.tolist())
    told, moments = ground.tables.answers, ground.tables.moments
    wanted = {table.picks[place] for place in three.tolist()}
    said = [" ".join(text.casefold().split()) for text in words(told, "words").tolist()]
    meant = np.array([pair in wanted for pair in zip(words(told, "asked").tolist(), said, strict=True)], bool)
    meant &= np.isin(rows(told, "rel"), table.rel[among])
    return Finding(
        id=pattern_id(NAME, [hoped, they, mine]),
        finder=NAME,
        tags=(),
        side="both",
        says=say.wished(hoped, they, mine, int(among.sum()), len(table.rel), expected),
        k=int(among.sum()),
        of=len(table.rel),
        effect=int(among.sum()) / len(table.rel),
        relationships=tuple(words(ground.tables.relationships, "id")[table.rel[among]].tolist()),
        episodes=tuple(words(moments, "id")[np.unique(rows(told, "moment")[meant])].tolist()),
    )


def _breadth(ground: Ground) -> tuple[Finding, ...]:
    """How many different responses each period of life shows, if two periods or more show any."""
    told = ground.tables.answers
    if told.empty:
        return ()
    mine = told[told["asked"] == "I"]
    period = ground.tables.moments["period"].to_numpy()[mine["moment"].to_numpy()]
    said = mine["words"].str.casefold().str.split().str.join(" ")
    by_period = said[period != ""].groupby(period[period != ""]).nunique()
    order = sorted(by_period.index, key=lambda name: int(name.split("-")[0].removesuffix("s")))
    if len(order) < FEWEST:
        return ()
    return (
        Finding(
            id=pattern_id(NAME, ["breadth"]),
            finder=NAME,
            tags=(),
            says=say.breadth([(name, int(by_period[name])) for name in order]),
            k=int(mine["rel"].nunique()),
            of=int(told["rel"].nunique()),
        ),
    )
