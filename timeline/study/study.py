"""A history read once, on one day: its tables and what follows from them, worked out when first asked."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from models.findings import Finding
from models.history import History
from timeline.levels import Pulses, Side, pulses
from timeline.patterns import ask, dates_hold, find
from timeline.tables import Tables, frame


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
        return frame(self.history, self.today)

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """Every pattern, finder by finder."""
        return find(self.tables)

    @cached_property
    def dates_hold(self) -> dict[str, float]:
        """For each finding and each answer, by id, the share of draws of the dates in which it stands.

        It takes twenty times as long as the findings: asked for once they are shown.
        """
        answers = ask.dates_hold(self.tables, self.history.asked, self.asked)
        return dates_hold(self.tables, self.findings) | answers

    @cached_property
    def threads(self) -> dict[Side, Pulses]:
        """What adds to the thread of each side."""
        return {"care": pulses(self.tables, "care"), "hurt": pulses(self.tables, "hurt")}

    @cached_property
    def asked(self) -> tuple[Finding, ...]:
        """What each question asked came to, in the order asked."""
        return ask.answered(self.tables, self.history.asked)
