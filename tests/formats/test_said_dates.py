"""Dates as people say them: what is kept is what was said, and nothing is guessed."""

import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.dates import Span, When
from timeline.formats.reading.dates.reader import DateReading, read_said_date
from timeline.formats.reading.dates.said import Speaker
from timeline.formats.reading.dates.spans import describe_span, easter_sunday

_LINES = (Path(__file__).parent / "corpora/dates_as_said.jsonl").read_text(encoding="utf-8").splitlines()
CORPUS = [json.loads(line) for line in _LINES]
BORN = date(1984, 5, 12)
SPEAKER = Speaker(date(2026, 11, 30), Span(BORN, BORN))


def read(item: dict[str, Any]) -> tuple[DateReading, Speaker]:
    today = date.fromisoformat(item["today"])
    birth = When(item["birth"]).days(None, today) if item["birth"] else None
    day_first = None if not item["locale"] else not item["locale"].endswith("US")
    speaker = Speaker(today, birth, day_first)
    return read_said_date(item["phrase"], speaker), speaker


def outcome(reading: DateReading) -> str:
    if reading.when is None:
        return "ask" if reading.choices else "refuse"
    if reading.span is None:
        return "unknown" if reading.when.form == "unknown" else "ask"
    return "span"


@pytest.mark.parametrize("item", CORPUS, ids=lambda item: item["phrase"])
def test_a_phrase_is_read_as_it_was_meant(item: dict[str, Any]) -> None:
    reading, speaker = read(item)
    assert outcome(reading) in {item["expect"], *item.get("also_ok", ())}
    if reading.span is not None:
        spans = [(item["first"], item["last"]), *map(tuple, item.get("also", ()))]
        cut = [(first, min(last, item["today"])) for first, last in spans]
        assert (reading.span.first.isoformat(), min(reading.span.last, speaker.today).isoformat()) in cut


@pytest.mark.parametrize(
    ("phrase", "kept"),
    [
        ("two or three years ago", "between 2023 and 2024 (two or three years ago)"),
        ("last night", "between 2026-11-29 and 2026-11-30 (last night)"),
        ("an hour ago", "between 2026-11-29 and 2026-11-30 (an hour ago)"),
        ("last Tuesday", "2026-11-24 (last Tuesday)"),
        ("when I was seven or eight", "age 7-8 (when I was seven or eight)"),
        ("as a 9-year-old", "age 9 (as a 9-year-old)"),
        ("in my late teens", "age 17-19 (in my late teens)"),
        ("my twenty-first birthday", "2005-05-12 (my twenty-first birthday)"),
        ("the noughties", "2000s (the noughties)"),
        ("winter 2010/2011", "winter 2010/2011"),
        ("mid-June 2003", "between 2003-06-11 and 2003-06-20 (mid-June 2003)"),
        ("Thursday 12 June 2003", "2003-06-12 (Thursday 12 June 2003)"),
        ("12.06.2003", "2003-06-12 (12.06.2003)"),
        ("1994-96", "between 1994 and 1996 (1994-96)"),
        ("June 12-14, 2003", "between 2003-06-12 and 2003-06-14 (June 12-14, 2003)"),
        ("1998ish", "about 1998 (1998ish)"),
        ("1998 (I think)", "about 1998 (1998 [I think])"),
        ("since I was 9", "after 1993-05-11 (since I was 9)"),
        ("about 1994", "about 1994"),
        ("summer 1998", "summer 1998"),
        ("I don't remember", "I don't know when"),
    ],
)
def test_the_words_are_kept_behind_the_date_they_mean(phrase: str, kept: str) -> None:
    reading = read_said_date(phrase, SPEAKER)
    assert reading.when is not None
    assert reading.when.as_written == kept
    assert reading.when.days(SPEAKER.birth, SPEAKER.today) == reading.span


@pytest.mark.parametrize(
    ("phrase", "choices"),
    [
        ("12/06/2003", 2),
        ("summer 1998/1999", 2),
        ("June 1994/1995", 2),
        ("mid twenties", 2),
        ("98", 2),
        ("the 40s", 1),
        ("'83", 1),
        ("as a teenager", 1),
        ("7", 1),
    ],
)
def test_what_can_be_two_dates_is_asked(phrase: str, choices: int) -> None:
    reading = read_said_date(phrase, SPEAKER)
    assert reading.is_open
    assert len(reading.choices) == choices
    assert reading.reason


@pytest.mark.parametrize(
    ("phrase", "says"),
    [
        ("Friday 12 June 2003", "different day of the week"),
        ("31 June 2001", "June 2001 has 30 days"),
        ("2003-13-01", "no month 13"),
        ("1996-1994", "ends before it begins"),
        ("tomorrow", "has not come yet"),
        ("this winter", "has not come yet"),
        ("after 2030", "has not come yet"),
        ("3000", "The year 3000"),
        ("June 12", "which year"),
        ("ages ago", "almost any time"),
        ("2nd grade", "Only you know"),
        ("before the wedding", "Only you know"),
        ("2006 Marc", "not a date"),
        ("à 9 ans", "not a date"),
        ("994", "not a date"),
        ("", "not a date"),
    ],
)
def test_what_cannot_be_a_date_is_refused_with_the_reason(phrase: str, says: str) -> None:
    reading = read_said_date(phrase, SPEAKER)
    assert (reading.when, reading.choices) == (None, ())
    assert says in reading.reason


def test_an_age_without_a_birth_date_waits_with_its_words() -> None:
    reading = read_said_date("when I was 8", Speaker(SPEAKER.today))
    assert reading.when is not None
    assert (reading.when.as_written, reading.span) == ("age 8 (when I was 8)", None)
    assert "year of birth" in reading.reason


@settings(deadline=None, max_examples=200)
@given(st.dates(date(1000, 1, 1), date(2199, 12, 31)), st.integers(0, 4000))
def test_a_span_in_plain_words_is_read_back_as_just_these_days(first: date, days: int) -> None:
    span = Span(first, min(first + timedelta(days=days), date(2199, 12, 31)))
    assert When(describe_span(span)).days(None, date(2199, 12, 31)) == span


@settings(deadline=None, max_examples=300)
@given(st.text(max_size=40))
def test_any_text_is_read_or_refused_in_a_sentence(text: str) -> None:
    text = text.encode("utf-8", "ignore").decode().replace("\x00", "")
    reading = read_said_date(text, SPEAKER)
    assert reading.when is not None or reading.reason


@pytest.mark.parametrize(
    ("year", "day"), [(1998, "1998-04-12"), (2000, "2000-04-23"), (2024, "2024-03-31"), (1818, "1818-03-22")]
)
def test_easter_is_where_the_almanacs_have_it(year: int, day: str) -> None:
    assert easter_sunday(year).isoformat() == day
