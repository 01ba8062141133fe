"""A thread told by its moments: the first with each person numbered, all of them, and who answered."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import isnan

import numpy as np

from models.findings import Finding
from timeline.levels import Side
from timeline.messages import report as say
from timeline.study.evidence import evidence
from timeline.study.study import Study
from timeline.tables import Tables, flags, floats, rows, words


@dataclass(frozen=True)
class Entry:
    """One moment on paper.

    Attributes:
        row: of `moments`; -1 where the whole relationship is tagged.
        relationship: row of its relationship.
        who: whose it is, as shown.
        when: age, or year where no age is known; "" without a place in time.
        t: decimal year, or NaN.
        rating: 1-5, or None.
        number: its place among the first moments, 0 for a later one.
        side: whose colour it has.
    """

    row: int
    relationship: int
    who: str
    when: str
    t: float
    rating: int | None
    number: int = 0
    side: Side = "hurt"

    @property
    def says(self) -> str:
        """Someone and when: Father, 11."""
        return say.with_age(self.who, self.when)


@dataclass(frozen=True)
class Followed:
    """A thread, told by its moments.

    Attributes:
        tags: their keys.
        label: of its tags.
        side: whose thread it is.
        firsts: the first moment in each relationship, in time order, numbered.
        all: every moment, in time order; a tag on a whole relationship is among them where nothing else is.
        did_not: rows of the relationships with tagged entries and none of these.
        cares: care entered within a year after one of them, in time order; none for a caring thread.
        answered: after how many of the moments.
    """

    tags: tuple[str, ...]
    label: str
    side: Side
    firsts: tuple[Entry, ...]
    all: tuple[Entry, ...]
    did_not: tuple[int, ...]
    cares: tuple[Entry, ...]
    answered: int

    @property
    def moments(self) -> int:
        """How many moments it has; a tag on a whole relationship is none."""
        return sum(entry.row >= 0 for entry in self.all)


def of_tags(study: Study, tags: Sequence[str]) -> Followed:
    """The thread of `tags`."""
    found = evidence(study, tags)
    return _followed(
        study.tables,
        tags,
        "care" if found.side == "caring" else "hurt",
        [(one.relationship, one.moments) for one in found.happened],
        [one.relationship for one in found.did_not],
    )


def of_finding(study: Study, finding: Finding) -> Followed:
    """The thread a pattern rests on."""
    tables = study.tables
    row = {id_: n for n, id_ in enumerate(words(tables.relationships, "id").tolist())}
    moment = {id_: n for n, id_ in enumerate(words(tables.moments, "id").tolist())}
    with_whom: dict[int, list[int]] = {row[id_]: [] for id_ in finding.relationships}
    for id_ in finding.episodes:
        at = moment[id_]
        with_whom.setdefault(int(rows(tables.moments, "rel")[at]), []).append(at)
    return _followed(
        tables,
        finding.tags,
        {"caring": "care", "both": None}.get(finding.side, "hurt"),
        [(bond, tuple(moments)) for bond, moments in with_whom.items()],
        [row[one.relationship] for one in finding.breaks],
    )


def when(tables: Tables, t: float) -> str:
    """The age at `t`, or the year where no age is known; "" for NaN."""
    if isnan(t):
        return ""
    age = tables.age(t)
    return str(int(t) if age is None else age)


def _followed(
    tables: Tables,
    tags: Sequence[str],
    side: Side | None,
    happened: Sequence[tuple[int, tuple[int, ...]]],
    did_not: Sequence[int],
) -> Followed:
    firsts, rest = [], []
    for number, (bond, moments) in enumerate(happened, 1):
        first, *later = moments or (-1,)
        firsts.append(_entry(tables, first, bond, number, side))
        rest += [_entry(tables, at, bond, 0, side) for at in later]
    every = sorted((*firsts, *rest), key=lambda e: (isnan(e.t), e.t if e.when else 0.0, e.row))
    dated = [entry for entry in every if entry.row >= 0 and side == "hurt"]
    cares, answered = _cares(tables, dated)
    labels = list(dict.fromkeys(tables.vocabulary[tag].label for tag in tags))
    return Followed(
        tuple(tags),
        say.listed(labels),
        side or "hurt",
        tuple(firsts),
        tuple(every),
        tuple(did_not),
        cares,
        answered,
    )


def _entry(tables: Tables, row: int, relationship: int, number: int = 0, side: Side | None = None) -> Entry:
    """An entry; without a side to follow it has its own moment's."""
    table = tables.moments if row >= 0 else tables.relationships
    t = float(floats(table, "t")[row if row >= 0 else relationship])
    rated = float(floats(tables.moments, "intensity")[row]) if row >= 0 else float("nan")
    rating = None if isnan(rated) else int(rated)
    if side is None:
        side = "hurt" if row < 0 or flags(tables.moments, "painful")[row] else "care"
    return Entry(
        row,
        relationship,
        str(words(tables.relationships, "name")[relationship]),
        when(tables, t),
        t,
        rating,
        number,
        side,
    )


def _cares(tables: Tables, moments: Sequence[Entry]) -> tuple[tuple[Entry, ...], int]:
    """The care entered within a year after any of `moments`, and after how many of them."""
    table = tables.moments
    t, given = floats(table, "t"), words(table, "direction") == "given"
    cares = np.flatnonzero(flags(table, "caring") & ~given)
    found: set[int] = set()
    answered = 0
    for moment in moments:
        after = t[cares] - moment.t
        near = [int(row) for row in cares[(after >= 0) & (after <= 1)] if row != moment.row]
        answered += bool(near)
        found.update(near)
    rel = rows(table, "rel")
    return tuple(_entry(tables, row, int(rel[row])) for row in sorted(found)), answered
