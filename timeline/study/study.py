"""A history read once, on one day: its tables and what follows from them, worked out when first asked."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from models.findings import Finding
from models.history import History
from models.settings import Settings
from models.tags import THREAD_SIDES, ThreadSide, Vocabulary
from timeline.levels import find_gaps
from timeline.null_models.tag_matrix import TagMatrix
from timeline.patterns import ask, find_patterns, rank_findings
from timeline.study.columns import (
    CheckInColumns,
    EntryColumns,
    KindNoteColumns,
    LandmarkColumns,
    MomentColumns,
    RelationshipColumns,
    SpellColumns,
    read_entry_columns,
)
from timeline.study.thread_levels import ThreadLevel, build_thread_level
from timeline.tables import Tables, build_tables


@dataclass(frozen=True)
class TrueOrder:
    """What was worked out on the dates as entered, of a history whose dates were blurred since.

    Its moments and relationships stand in their true order.

    Attributes:
        care_after: each painful moment and each caring one within a year after it, by id.
    """

    care_after: frozenset[tuple[str, str]] = frozenset()


@dataclass(frozen=True)
class Study:
    """A history and the day it is read on; equal to another of the same.

    Attributes:
        history: what was written down.
        today: the day it is read on.
        is_part: whether something was left out of it, so that of what is not there nothing can be said.
        true_order: set where its dates were blurred.
    """

    history: History
    today: date
    is_part: bool = False
    true_order: TrueOrder | None = None

    @cached_property
    def tables(self) -> Tables:
        """The history as tables, for what is worked out in this room."""
        return build_tables(self.history, self.today, is_in_order=self.true_order is not None)

    @cached_property
    def _columns(self) -> EntryColumns:
        return read_entry_columns(self.tables)

    @property
    def relationships(self) -> RelationshipColumns:
        """A row each, by beginning."""
        return self._columns.relationships

    @property
    def spells(self) -> SpellColumns:
        """A row each, in the order of `relationships`."""
        return self._columns.spells

    @property
    def moments(self) -> MomentColumns:
        """A row each, in time order."""
        return self._columns.moments

    @property
    def landmarks(self) -> LandmarkColumns:
        """A row each that has a place in time."""
        return self._columns.landmarks

    @property
    def check_ins(self) -> CheckInColumns:
        """A row for each feeling named."""
        return self._columns.check_ins

    @property
    def kind_notes(self) -> KindNoteColumns:
        """A row each that has a place in time."""
        return self._columns.kind_notes

    @property
    def vocabulary(self) -> Vocabulary:
        """Every tag an entry may carry, in display order."""
        return self.history.vocabulary

    @property
    def settings(self) -> Settings:
        """How the person wants it read."""
        return self.history.settings

    @property
    def birth(self) -> float:
        """The middle of the days the writer may have been born on, a decimal year; NaN if unknown."""
        return self.tables.birth

    @property
    def begin(self) -> float:
        """Where the axis begins, a decimal year."""
        return self.tables.begin

    @property
    def end(self) -> float:
        """Where it ends."""
        return self.tables.end

    @property
    def is_life_over(self) -> bool:
        """Whether the life is over."""
        return self.tables.is_life_over

    def age(self, t: float) -> int | None:
        """Whole years of life at `t`; None without a birth date, or for a NaN."""
        return self.tables.age(t)

    @cached_property
    def tag_matrix(self) -> TagMatrix:
        """The tagged entries as the finders see them: by date, undated last, then in the order of entry."""
        return TagMatrix(self.tables)

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """Every pattern, finder by finder."""
        return find_patterns(self.tables)

    @cached_property
    def findings_standing_out(self) -> tuple[Finding, ...]:
        """What may stand among what stands out most, the rarest first."""
        return rank_findings(self.findings)

    @cached_property
    def thread_levels(self) -> dict[ThreadSide, ThreadLevel]:
        """The level of each thread."""
        return {side: build_thread_level(self.tables, side) for side in THREAD_SIDES}

    def build_tag_level(self, side: ThreadSide, tags: Collection[str]) -> ThreadLevel:
        """What these tags alone make of the level of their side."""
        return build_thread_level(self.tables, side, tags)

    @cached_property
    def gaps(self) -> tuple[tuple[float, float], ...]:
        """The stretches of the axis, [begin, end] in years, in which nothing was entered."""
        return tuple(find_gaps(self.tables))

    @cached_property
    def question_findings(self) -> tuple[Finding, ...]:
        """What each question asked came to, in the order asked."""
        return ask.answer_questions(self.tables, self.history.asked)
