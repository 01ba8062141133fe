"""What a phrase says of a date: the days, the plain words for them, and how finely it was said."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, NamedTuple

from models.dates import Span
from timeline.formats.reading.dates.spans import describe_run, describe_span, shift_months
from timeline.messages import dates_as_said as say

Unit = Literal["day", "month", "year", "age", "open"]
"""How finely something was said: "about" widens a day by 1 month, a month or season by 3, a year by 12."""

WIDEN_MONTHS: dict[Unit, int] = {"day": 1, "month": 3, "year": 12, "open": 0}


@dataclass(frozen=True)
class Speaker:
    """Who said it, and when.

    Attributes:
        today: the day it was said.
        birth: the days the person may have been born on, None if that is not known.
        day_first: whether 05/04/1997 is 5 April; None if that is not known.
    """

    today: date
    birth: Span | None = None
    day_first: bool | None = None


class SaidDate(NamedTuple):
    """What was said.

    Attributes:
        text: words that `When` reads as exactly these days.
        span: the days, None for an age without a birth date.
        unit: how finely it was said.
        ages: youngest and oldest, where an age was said.
    """

    text: str
    span: Span | None
    unit: Unit
    ages: tuple[int, int] | None = None


class UnclearDate(Exception):  # noqa: N818 - it is no error to be unclear
    """A date that cannot be taken as it was said.

    Attributes:
        reason: one sentence for the person.
        choices: the readings to choose from; none where there is nothing to offer.
        lacks_year: whether a year beside it would make it readable.
        is_settled: whether the words were understood as a date, only one that cannot be kept as it is.
    """

    def __init__(
        self,
        reason: str,
        choices: Sequence[SaidDate] = (),
        *,
        lacks_year: bool = False,
        is_settled: bool = False,
    ) -> None:
        super().__init__(reason)
        self.reason, self.choices = reason, tuple(choices)
        self.lacks_year, self.is_settled = lacks_year, is_settled or bool(choices)


PhraseReader = Callable[[str, Speaker], SaidDate | None]
"""Reads one kind of phrase; None where it is of another kind. Raises `UnclearDate`."""


def say_span(span: Span, unit: Unit) -> SaidDate:
    """These days, in plain words."""
    return SaidDate(describe_span(span), span, unit)


def say_run(span: Span) -> SaidDate:
    """These days, said by their two ends."""
    return SaidDate(describe_run(span), span, "year")


def say_ages(youngest: int, oldest: int, speaker: Speaker) -> SaidDate:
    """All days at these ages, by every day the person may have been born on."""
    text = f"age {youngest}" if youngest == oldest else f"age {youngest}-{oldest}"
    span = None
    if speaker.birth:
        first = shift_months(speaker.birth.first, 12 * youngest)
        span = Span(first, shift_months(speaker.birth.last, 12 * (oldest + 1)) - timedelta(days=1))
    return SaidDate(text, span, "age", (youngest, oldest))


def widen_about(said: SaidDate, speaker: Speaker) -> SaidDate:
    """The same with "about" before it."""
    if said.ages:
        youngest, oldest = said.ages
        return say_ages(max(0, youngest - 1), oldest + 1, speaker)._replace(text=f"about {said.text}")
    if said.unit == "open" or said.span is None:
        return said
    months = WIDEN_MONTHS[said.unit]
    behind = shift_months(said.span.last + timedelta(days=1), months) - timedelta(days=1)
    wide = say_span(Span(shift_months(said.span.first, -months), behind), said.unit)
    return wide if said.text.startswith("between") else wide._replace(text=f"about {said.text}")


def need_span(said: SaidDate, words: str) -> Span:
    """Its days.

    Raises:
        UnclearDate: it is an age, and the birth date is not known.
    """
    if said.span is None:
        raise UnclearDate(say.birth_year_missing(words), is_settled=True)
    return said.span
