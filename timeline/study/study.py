"""A history read once, on one day: its tables and what follows from them, worked out when first asked."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from models.findings import Finding
from models.history import History
from timeline.levels import Pulses, ThreadSide, build_pulses
from timeline.patterns import ask, find_patterns, measure_date_stability
from timeline.tables import Tables, build_tables


@dataclass(frozen=True)
class Study:
    """A history and the day it is read on; equal to another of the same two.

    Attributes:
        history: what was written down.
        today: the day it is read on.
    """

    history: History
    today: date

    @cached_property
    def tables(self) -> Tables:
        """The history as tables."""
        return build_tables(self.history, self.today)

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """Every pattern, finder by finder."""
        return find_patterns(self.tables)

    @cached_property
    def date_stability(self) -> dict[str, float]:
        """For each finding and each answer, by id, the share of draws of the dates in which it stands.

        It takes twenty times as long as the findings: asked for once they are shown.
        """
        answers = ask.measure_answer_stability(self.tables, self.history.asked, self.question_findings)
        return measure_date_stability(self.tables, self.findings) | answers

    @cached_property
    def thread_pulses(self) -> dict[ThreadSide, Pulses]:
        """What adds to the thread of each side."""
        return {"care": build_pulses(self.tables, "care"), "hurt": build_pulses(self.tables, "hurt")}

    @cached_property
    def question_findings(self) -> tuple[Finding, ...]:
        """What each question asked came to, in the order asked."""
        return ask.answer_questions(self.tables, self.history.asked)
