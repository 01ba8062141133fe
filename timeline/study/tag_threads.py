"""A thread told by its moments: the first with each person numbered, all of them, and who answered."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import isnan

from models.ages import Age
from models.findings import Finding
from models.tags import ThreadSide
from timeline.messages.ages import list_age
from timeline.messages.tags import tag_label
from timeline.study.ages import read_moment_age
from timeline.study.answers import find_care_after
from timeline.study.evidence import gather_evidence
from timeline.study.study import Study


@dataclass(frozen=True)
class ThreadEntry:
    """One moment of a thread.

    Attributes:
        row: of `moments`; -1 where the whole relationship is tagged.
        relationship: row of its relationship.
        name: whose it is, as shown.
        age_or_year: age in words, or year where no age is known; "" without a place in time.
        age: of a moment, where it is known.
        t: decimal year, or NaN.
        rating: 1-5, or None.
        number: its place among the first moments, 0 for a later one.
        side: whose colour it has.
    """

    row: int
    relationship: int
    name: str
    age_or_year: str
    age: Age | None
    t: float
    rating: int | None
    number: int = 0
    side: ThreadSide = "hurt"


@dataclass(frozen=True)
class TagThread:
    """A thread, told by its moments.

    Attributes:
        tags: their keys.
        labels: of its tags, each once.
        side: whose thread it is.
        first_entries: the first moment in each relationship, in time order, numbered.
        all_entries: every moment, in time order; a tag on a whole relationship is among them where nothing
            else is.
        untouched_rows: rows of the relationships with tagged entries and none of these.
        care_after: care entered within a year after one of them, in time order; none for a caring thread.
        answered_count: after how many of the moments.
    """

    tags: tuple[str, ...]
    labels: tuple[str, ...]
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
        study,
        tags,
        "care" if found.side == "caring" else "hurt",
        [(one.relationship, one.moments) for one in found.relationships_with],
        [one.relationship for one in found.relationships_without],
    )


def build_finding_thread(study: Study, finding: Finding) -> TagThread:
    """The thread a pattern rests on."""
    row = {id_: n for n, id_ in enumerate(study.relationships.id.tolist())}
    return _build_thread(
        study,
        finding.tags,
        {"caring": "care", "both": None}.get(finding.side, "hurt"),
        [(row[id_], tuple(moments)) for id_, moments in group_finding_moments(study, finding)],
        [row[one.relationship] for one in finding.breaks],
    )


def group_finding_moments(study: Study, finding: Finding) -> list[tuple[str, list[int]]]:
    """With whom a pattern was found, by id, in its order, and the rows of the moments it rests on."""
    people, moments = study.relationships, study.moments
    row_of = {id_: n for n, id_ in enumerate(moments.id.tolist())}
    found: dict[str, list[int]] = {id_: [] for id_ in finding.relationships}
    for episode in finding.episodes:
        row = row_of[episode]
        found.setdefault(str(people.id[moments.rel[row]]), []).append(row)
    return [*found.items()]


def _format_moment_age(study: Study, row: int) -> str:
    """The age at a moment, or the year where no age is known; "" without a place in time."""
    age = read_moment_age(study, row)
    t = float(study.moments.t[row])
    return "" if isnan(t) else list_age(age) if age else str(int(t))


def format_age_or_year(study: Study, t: float) -> str:
    """The age at `t` as one number, or the year where no age is known; "" for NaN."""
    if isnan(t):
        return ""
    age = study.age(t)
    return str(int(t) if age is None else age)


def _build_thread(
    study: Study,
    tags: Sequence[str],
    side: ThreadSide | None,
    happened: Sequence[tuple[int, tuple[int, ...]]],
    did_not: Sequence[int],
) -> TagThread:
    firsts, rest = [], []
    for number, (bond, moments) in enumerate(happened, 1):
        first, *later = moments or (-1,)
        firsts.append(_build_entry(study, first, bond, number, side))
        rest += [_build_entry(study, at, bond, 0, side) for at in later]
    every = sorted((*firsts, *rest), key=lambda e: (isnan(e.t), e.t if e.age_or_year else 0.0, e.row))
    care = find_care_after(study, [entry.row for entry in every if entry.row >= 0 and side == "hurt"])
    return TagThread(
        tuple(tags),
        tuple(dict.fromkeys(tag_label(study.vocabulary[tag]) for tag in tags)),
        side or "hurt",
        tuple(firsts),
        tuple(every),
        tuple(did_not),
        tuple(_build_entry(study, row, int(study.moments.rel[row])) for row in care.moments),
        care.answered,
    )


def _build_entry(
    study: Study, row: int, relationship: int, number: int = 0, side: ThreadSide | None = None
) -> ThreadEntry:
    """An entry; without a side to follow it has its own moment's."""
    table = study.moments if row >= 0 else study.relationships
    t = float(table.t[row if row >= 0 else relationship])
    rated = float(study.moments.intensity[row]) if row >= 0 else float("nan")
    rating = None if isnan(rated) else int(rated)
    if side is None:
        side = "hurt" if row < 0 or study.moments.painful[row] else "care"
    return ThreadEntry(
        row,
        relationship,
        str(study.relationships.name[relationship]),
        _format_moment_age(study, row) if row >= 0 else format_age_or_year(study, t),
        read_moment_age(study, row) if row >= 0 else None,
        t,
        rating,
        number,
        side,
    )
