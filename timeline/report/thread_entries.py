"""A thread told by its moments: the first with each person numbered, all of them, and who answered."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import isnan

import numpy as np

from models.findings import Finding
from timeline.levels import ThreadSide
from timeline.messages import report as say
from timeline.messages.grammar import join_with_and
from timeline.study.evidence import gather_evidence
from timeline.study.study import Study
from timeline.tables import Tables, bool_column, float_column, int_column, str_column


@dataclass(frozen=True)
class ThreadEntry:
    """One moment on paper.

    Attributes:
        row: of `moments`; -1 where the whole relationship is tagged.
        relationship: row of its relationship.
        name: whose it is, as shown.
        age_or_year: age, or year where no age is known; "" without a place in time.
        t: decimal year, or NaN.
        rating: 1-5, or None.
        number: its place among the first moments, 0 for a later one.
        side: whose colour it has.
    """

    row: int
    relationship: int
    name: str
    age_or_year: str
    t: float
    rating: int | None
    number: int = 0
    side: ThreadSide = "hurt"

    @property
    def short_label(self) -> str:
        """Someone and when: Father, 11."""
        return say.name_with_date(self.name, self.age_or_year)


@dataclass(frozen=True)
class TagThread:
    """A thread, told by its moments.

    Attributes:
        tags: their keys.
        label: of its tags.
        side: whose thread it is.
        first_entries: the first moment in each relationship, in time order, numbered.
        all_entries: every moment, in time order; a tag on a whole relationship is among them where nothing
            else is.
        untouched_rows: rows of the relationships with tagged entries and none of these.
        care_after: care entered within a year after one of them, in time order; none for a caring thread.
        answered_count: after how many of the moments.
    """

    tags: tuple[str, ...]
    label: str
    side: ThreadSide
    first_entries: tuple[ThreadEntry, ...]
    all_entries: tuple[ThreadEntry, ...]
    untouched_rows: tuple[int, ...]
    care_after: tuple[ThreadEntry, ...]
    answered_count: int

    @property
    def moment_count(self) -> int:
        """How many moments it has; a tag on a whole relationship is none."""
        return sum(entry.row >= 0 for entry in self.all_entries)


def build_tag_thread(study: Study, tags: Sequence[str]) -> TagThread:
    """The thread of `tags`."""
    found = gather_evidence(study, tags)
    return _build_thread(
        study.tables,
        tags,
        "care" if found.side == "caring" else "hurt",
        [(one.relationship, one.moments) for one in found.relationships_with],
        [one.relationship for one in found.relationships_without],
    )


def build_finding_thread(study: Study, finding: Finding) -> TagThread:
    """The thread a pattern rests on."""
    tables = study.tables
    row = {id_: n for n, id_ in enumerate(str_column(tables.relationships, "id").tolist())}
    moment = {id_: n for n, id_ in enumerate(str_column(tables.moments, "id").tolist())}
    with_whom: dict[int, list[int]] = {row[id_]: [] for id_ in finding.relationships}
    for id_ in finding.episodes:
        at = moment[id_]
        with_whom.setdefault(int(int_column(tables.moments, "rel")[at]), []).append(at)
    return _build_thread(
        tables,
        finding.tags,
        {"caring": "care", "both": None}.get(finding.side, "hurt"),
        [(bond, tuple(moments)) for bond, moments in with_whom.items()],
        [row[one.relationship] for one in finding.breaks],
    )


def format_age_or_year(tables: Tables, t: float) -> str:
    """The age at `t`, or the year where no age is known; "" for NaN."""
    if isnan(t):
        return ""
    age = tables.age(t)
    return str(int(t) if age is None else age)


def _build_thread(
    tables: Tables,
    tags: Sequence[str],
    side: ThreadSide | None,
    happened: Sequence[tuple[int, tuple[int, ...]]],
    did_not: Sequence[int],
) -> TagThread:
    firsts, rest = [], []
    for number, (bond, moments) in enumerate(happened, 1):
        first, *later = moments or (-1,)
        firsts.append(_build_entry(tables, first, bond, number, side))
        rest += [_build_entry(tables, at, bond, 0, side) for at in later]
    every = sorted((*firsts, *rest), key=lambda e: (isnan(e.t), e.t if e.age_or_year else 0.0, e.row))
    dated = [entry for entry in every if entry.row >= 0 and side == "hurt"]
    cares, answered = _find_care_after(tables, dated)
    labels = list(dict.fromkeys(tables.vocabulary[tag].label for tag in tags))
    return TagThread(
        tuple(tags),
        join_with_and(labels),
        side or "hurt",
        tuple(firsts),
        tuple(every),
        tuple(did_not),
        cares,
        answered,
    )


def _build_entry(
    tables: Tables, row: int, relationship: int, number: int = 0, side: ThreadSide | None = None
) -> ThreadEntry:
    """An entry; without a side to follow it has its own moment's."""
    table = tables.moments if row >= 0 else tables.relationships
    t = float(float_column(table, "t")[row if row >= 0 else relationship])
    rated = float(float_column(tables.moments, "intensity")[row]) if row >= 0 else float("nan")
    rating = None if isnan(rated) else int(rated)
    if side is None:
        side = "hurt" if row < 0 or bool_column(tables.moments, "painful")[row] else "care"
    return ThreadEntry(
        row,
        relationship,
        str(str_column(tables.relationships, "name")[relationship]),
        format_age_or_year(tables, t),
        t,
        rating,
        number,
        side,
    )


def _find_care_after(tables: Tables, moments: Sequence[ThreadEntry]) -> tuple[tuple[ThreadEntry, ...], int]:
    """The care entered within a year after any of `moments`, and after how many of them."""
    table = tables.moments
    t, given = float_column(table, "t"), str_column(table, "direction") == "given"
    cares = np.flatnonzero(bool_column(table, "caring") & ~given)
    found: set[int] = set()
    answered = 0
    for moment in moments:
        after = t[cares] - moment.t
        near = [int(row) for row in cares[(after >= 0) & (after <= 1)] if row != moment.row]
        answered += bool(near)
        found.update(near)
    rel = int_column(table, "rel")
    return tuple(_build_entry(tables, row, int(rel[row])) for row in sorted(found)), answered
