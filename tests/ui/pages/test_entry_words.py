"""What is read back of a date, and how a step is named."""

from datetime import date

import pytest

from models.dates import Span, When
from models.history import History, Person
from timeline.messages import dates
from timeline.messages import entry_forms as say

TODAY = date(2026, 1, 1)
DATED_HISTORY = History(person=Person(birth=When("1984-06-12")))


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("summer 1998", "summer 1998: June to August 1998, age 13–14"),
        ("winter 1998", "winter 1998: December 1998 to February 1999, age 14"),
        ("1994", "1994, age 9–10"),
        ("about 1994", "about 1994: 1993 to 1995, about age 10"),
        ("1994-02", "1994-02: February 1994, age 9"),
        ("1994-06-12", "1994-06-12: 12 June 1994, age 10"),
        ("~1994-06-12", "~1994-06-12: 12 May 1994 to 12 July 1994, about age 10"),
        ("early 1990s", "early 1990s: 1990 to 1993, age 5–9"),
        ("age 7", "age 7: 1991 to 1992"),
        ("I don't know when", say.NOT_PLACED),
    ],
)
def test_a_date_is_read_back(written: str, read: str) -> None:
    when = When(written)
    assert say.explain_date(when, DATED_HISTORY.span(when, TODAY), DATED_HISTORY.age(when, TODAY)) == read


def test_an_age_waits_for_a_year_of_birth() -> None:
    when = When("age 7")
    assert say.explain_date(when, History().span(when, TODAY), None) == say.NEEDS_BIRTH


@pytest.mark.parametrize(
    ("first", "last", "read"),
    [
        (date(2000, 2, 1), date(2000, 2, 29), "February 2000"),
        (date(1999, 2, 1), date(1999, 2, 28), "February 1999"),
        (date(1999, 1, 2), date(1999, 12, 31), "2 January 1999 to 31 December 1999"),
        (date(1999, 4, 1), date(1999, 4, 30), "April 1999"),
        (date(1999, 4, 1), date(1999, 4, 29), "1 April 1999 to 29 April 1999"),
    ],
)
def test_days_are_named_as_coarsely_as_they_allow(first: date, last: date, read: str) -> None:
    assert dates.format_span(Span(first, last)) == read


def test_a_step_names_what_it_did() -> None:
    assert say.addition_undo_name("Riborg") == "Added “Riborg”"
    assert say.deletion_undo_name("Mother", 6) == "Deleted “Mother” and 6 moments"
    assert say.deletion_undo_name("Mother", 1) == "Deleted “Mother” and 1 moment"
    assert say.deletion_undo_name("A day") == "Deleted “A day”"
    assert len(say.change_undo_name("x" * 500)) < 80
