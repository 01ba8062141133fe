"""What a whole life holds, counted: moments of each side, where each thread is highest, and who gave care."""

from math import inf, nan
from typing import NamedTuple

import numpy as np

from models.history import Episode
from models.tags import THREAD_SIDES, ThreadSide
from timeline.study.study import Study
from timeline.tables import period_of_life


class StepNoteCounts(NamedTuple):
    """What the steps left that has a place in the picture."""

    kind_notes: int
    check_ins: int


class RelationshipCounts(NamedTuple):
    """The moments with one person; what came to the writer and what came from them are never added up.

    Attributes:
        moments: all of them.
        caring: received or shared, tagged as caring.
        painful: received or shared, tagged as painful.
        given: those that went from the writer to them, whatever their tags.
    """

    moments: int
    caring: int
    painful: int
    given: int


class PeriodCounts(NamedTuple):
    """The moments of one period of life.

    Attributes:
        period: "0-12", "13-19", "20s" …; "" for those whose age cannot be told.
        caring: those tagged as caring.
        painful: those tagged as painful.
    """

    period: str
    caring: int
    painful: int


def count_moments_by_relationship(study: Study) -> list[RelationshipCounts]:
    """The moments with each person, by row of `relationships`."""
    moments, n = study.moments, len(study.relationships)
    given = moments.direction == "given"
    caring, painful = moments.caring, moments.painful
    counted = (None, caring & ~given, painful & ~given, given)
    counts = (np.bincount(moments.rel, which, minlength=n).astype(np.int64).tolist() for which in counted)
    return [RelationshipCounts(*row) for row in zip(*counts, strict=True)]


def count_moments_by_period(study: Study) -> list[PeriodCounts]:
    """The moments of each period of life in which there are any, in order; those without an age last."""
    history, counts = study.history, dict[str, list[int]]()
    for episode in history.episodes:
        age = history.age(episode.when, study.today)
        years = nan if age is None or age.is_before_birth else (age.youngest + age.oldest) / 2
        row = counts.setdefault(period_of_life(years), [0, 0])
        sides = history.vocabulary.sides_of(episode.tags)
        row[0] += "caring" in sides
        row[1] += "painful" in sides

    def begins(period: str) -> float:
        return int(period.split("-")[0].rstrip("s")) if period else inf

    return [PeriodCounts(period, *counts[period]) for period in sorted(counts, key=begins)]


def list_undated_moments(study: Study) -> list[str]:
    """The ids of the moments without a place in time."""
    return [str(id_) for id_ in study.moments.id[np.isnan(study.moments.t)]]


def list_moments_before_birth(study: Study) -> list[Episode]:
    """The moments that lie wholly before every day the writer may have been born on, in the order entered."""
    history = study.history
    born = history.birth
    spans = ((one, history.span(one.when, study.today)) for one in history.episodes)
    return [one for one, span in spans if born and span and span.last < born.first]


def count_moments_by_side(study: Study) -> dict[ThreadSide, int]:
    """How many moments are tagged on each side, whoever they came from."""
    return {"care": int(study.moments.caring.sum()), "hurt": int(study.moments.painful.sum())}


def count_step_notes(study: Study) -> StepNoteCounts:
    """How many kind notes and check-ins have a place; one on coming and one on leaving are one."""
    check_ins = 0 if study.is_life_over else len(set(study.check_ins.id.tolist()))
    return StepNoteCounts(len(study.kind_notes.t), check_ins)


def find_highest_times(study: Study) -> dict[ThreadSide, float]:
    """When each thread is highest, in decimal years; without a side of which nothing has a place."""
    found: dict[ThreadSide, float] = {}
    for side in THREAD_SIDES:
        level = study.thread_levels[side]
        at = level.change_times
        at = at[(at >= study.begin) & (at <= study.end)]
        if len(at):
            found[side] = float(at[level.level_at(at).argmax()])
    return found


def rank_care_givers(study: Study) -> list[tuple[int, int]]:
    """Who gave care, as (row of the relationship, how many moments received or shared); most first."""
    mine = study.moments.caring & (study.moments.direction != "given")
    row, often = np.unique(study.moments.rel[mine], return_counts=True)
    return [(rel, -count) for count, rel in sorted(zip((-often).tolist(), row.tolist(), strict=True))]
