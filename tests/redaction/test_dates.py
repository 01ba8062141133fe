"""Dates leave as coarse as chosen; those in the texts are listed."""

from typing import Any

import pytest

from models.dates import UNKNOWN_DATE, When
from models.history import Person
from models.sharing import Cover
from tests.histories import TODAY
from tests.redaction.lives import LIFE, plan, rebuild_history
from timeline import redaction as share
from timeline.redaction.date_coarsening import coarsen_date
from timeline.redaction.dates_in_text import find_finer_dates


@pytest.mark.parametrize(
    ("written", "style", "leaves"),
    [
        ("1994-06-12", "day", "1994-06-12"),
        ("1994-06-12", "month", "1994-06"),
        ("1994-06-12", "year", "1994"),
        ("1994-06-12", "age", "age 6"),
        ("about 1994-06", "year", "about 1994"),
        ("1994~", "year", "about 1994"),
        ("1994", "month", "1994"),
        ("summer 1998", "month", "summer 1998"),
        ("summer 1998", "year", "1998"),
        ("winter 1998", "year", "between 1998 and 1999"),
        ("1990s", "year", "1990s"),
        ("before 1994-06-12", "year", "before 1995"),
        ("before 1994", "year", "before 1994"),
        ("after 1994-06-12", "year", "after 1993"),
        ("after 1994", "month", "after 1994-12"),
        ("between 1990-03-04 and 1994-02-01", "year", "between 1990 and 1994"),
        ("between 1990-03-04 and 1990-06-01", "year", "1990"),
        ("age 7-9", "year", "age 7-9"),
        ("age 7", "age", "age 7"),
        ("1990s", "age", "age 1-11"),
        (UNKNOWN_DATE, "age", UNKNOWN_DATE),
        ("after 1000", "year", "after 1000"),
        ("about 1000", "year", "about 1000"),
    ],
)
def test_a_date_is_made_as_coarse_as_chosen(written: str, style: Any, leaves: str) -> None:
    assert coarsen_date(When(written), LIFE, style, TODAY).as_written == leaves


def test_as_ages_no_year_and_no_birthday_can_be_read_off() -> None:
    smaller = share.redact(LIFE, plan(dates="age"), TODAY)
    assert smaller.person.birth == When("1989-01-01")  # 37 on the day of reading, born on no day of hers
    assert all(moment.when.form == "age" for moment in smaller.episodes)
    assert all(spell.start.form == "age" for bond in smaller.relationships for spell in bond.spells)
    finished = rebuild_history(LIFE, person=Person(birth=When("1805-04-02"), until=When("1875-08-04")))
    moved = share.redact(finished, plan(dates="age"), TODAY)
    assert moved.person == Person(birth=When("1900-01-01"), until=When("1970-12-31"))


def test_without_a_birth_date_ages_mean_no_dates() -> None:
    unborn = rebuild_history(LIFE, person=Person())
    smaller = share.redact(unborn, plan(dates="age"), TODAY)
    assert {moment.when.as_written for moment in smaller.episodes if moment.when.form != "age"} == {
        UNKNOWN_DATE
    }
    assert share.summarise_share(unborn, plan(dates="age"), TODAY).notices
    assert share.everything_but_stories(unborn).dates == "year"


TEXT = (
    "Died on 28 May 1849, in June 1850, on 15 June; 1851, the ’90s, May 3rd, 3/4/1852, 1853-02-01, may be 4."
)


@pytest.mark.parametrize(
    ("style", "found"),
    [
        ("day", ()),
        ("month", ("28 May 1849", "15 June", "May 3rd", "3/4/1852", "1853-02-01")),
        ("year", ("28 May 1849", "June 1850", "15 June", "May 3rd", "3/4/1852", "1853-02-01")),
        (
            "age",
            (
                "28 May 1849", "June 1850", "15 June", "1851", "’90s", "May 3rd", "3/4/1852", "1853-02-01",
            ),
        ),
    ],
)  # fmt: skip
def test_dates_in_the_texts_that_are_finer_are_listed(style: Any, found: tuple[str, ...]) -> None:
    history = rebuild_history(LIFE, cover=Cover(summary=TEXT))
    assert share.summarise_share(history, plan(dates=style), TODAY).dates == found


def test_a_number_is_no_date() -> None:
    assert find_finer_dates(["50 francs in 12 rooms, 1.5 of 3, 12:30, room 1850a"], "year") == ()
