"""One line, one moment: what was said is taken, what was not is asked, and no word is lost."""

import json
import re
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.dates import When
from models.history import History
from timeline.formats.reading.dates.said import Speaker
from timeline.formats.reading.lines.entries import build_line_changes
from timeline.formats.reading.lines.line_reading import LineReading
from timeline.formats.reading.lines.reader import read_lines

CORPORA = Path(__file__).parent / "corpora"
_LINES = (CORPORA / "entry_lines.jsonl").read_text(encoding="utf-8").splitlines()
CORPUS = [json.loads(line) for line in _LINES]


@cache
def known_people() -> tuple[History, Speaker]:
    told = json.loads((CORPORA / "entry_lines.people.json").read_text(encoding="utf-8"))
    people = [{"kind": "other", **person} for person in told["people"]]
    history = History.model_validate({"relationships": people, "own_tags": told["own_tags"]})
    today = date.fromisoformat(told["today"])
    return history, Speaker(today, When(told["birth"]).days(None, today))


def read(text: str) -> tuple[LineReading, ...]:
    return read_lines(text, *known_people())


def facts(reading: LineReading) -> dict[str, Any]:
    return {
        "when": reading.when_words or None,
        "who": {"new": reading.new_person} if reading.new_person else reading.person or None,
        "headline": reading.headline,
        "tags": [*reading.tags],
        "own_tags": [*reading.own_tags],
        "intensity": reading.intensity,
        "now": reading.intensity_now,
        "direction": reading.direction,
        "ask": sorted(part.part for part in reading.open),
    }


@pytest.mark.parametrize("item", CORPUS, ids=lambda item: item["id"])
def test_a_line_is_read_as_it_was_meant(item: dict[str, Any]) -> None:
    expected = item["expect"]
    wanted = [] if expected.get("nothing") else expected.get("many") or [expected]
    readings = read(item["line"])
    assert len(readings) == len(wanted)
    for want, reading in zip(wanted, readings, strict=True):
        got = facts(reading)
        also = {one for one in want.get("also_ok", ()) if one.startswith("ask ")}
        asked_more = {f"ask {part}" for part in got["ask"]} - {f"ask {part}" for part in want["ask"]}
        assert asked_more <= also
        assert {part for part in want["ask"] if f"{part}=null" not in str(want.get("also_ok"))} <= set(
            got["ask"]
        )
        for name in ("when", "who", "tags", "own_tags", "intensity", "now", "direction"):
            assert got[name] == want[name], name
        assert got["headline"] in (want["headline"], *want.get("headline_also", ()))
        if want.get("first_last"):
            assert reading.span is not None
            assert [day.isoformat() for day in reading.span] == want["first_last"]
        assert reading.is_headline_only == want.get("headline_only", False)


@pytest.mark.parametrize(
    ("line", "asked"),
    [
        ("2006 Papa forgot #neglect 3.5", "intensity"),
        ("2006 Papa forgot #neglect 4 5", "intensity"),
        ("2006 Papa forgot #neglect 4 now 9", "now"),
        ("31 April 1999 Papa hit me #abuse", "when"),
        ("2027 Papa left #loss", "when"),
        ("before the divorce Papa hit me #abuse", "when"),
        ("a while ago Papa left #loss", "when"),
        ("in March Papa left #loss", "when"),
        ("12 Papa laughed at me #criticism", "when"),
        ("mid twenties Nils held me #care", "when"),
        ("7. June 2004 Papa forgot #neglect", "when"),
        ("2006 June left #loss", "when"),
        ("2006 Marc left #loss", "who"),
        ("2006 Jose danced #joy", "who"),
        ("Lena and Nils laughed #exclusion", "who"),
        ("Nils' brother hit me #fear", "who"),
        ("I missed Lena #loss 3", "direction"),
        ("2006 Papa", "headline"),
        ("2006 Papa said go #rejection5", "tag"),
    ],
)
def test_what_was_not_said_is_asked(line: str, asked: str) -> None:
    (reading,) = read(line)
    assert asked in {part.part for part in reading.open}


@pytest.mark.parametrize(
    ("line", "person", "when", "headline"),
    [
        ("Papa age 6 walked past me #neglect", "papa", "age 6", "walked past me"),
        ("age 6: Papa: he walked past me #neglect", "papa", "age 6", "he walked past me"),
        ("12 people laughed at Lena #exclusion", "lena", "", "12 people laughed at Lena"),
        ("2 years later Papa came back #repair", "papa", "", "2 years later Papa came back"),
        ("2006 José and I danced #joy", "jose", "2006", "José and I danced"),
        ("once Papa left #loss", "papa", "", "once Papa left"),
        ("2006 Papa #neglect forgot me", "papa", "2006", "Papa forgot me"),
        ("2006 Papa left #loss#fear 3", "papa", "2006", "Papa left"),
    ],
)
def test_the_parts_of_a_line(line: str, person: str, when: str, headline: str) -> None:
    (reading,) = read(line)
    assert (reading.person, reading.when_words, reading.headline, reading.open) == (
        person,
        when,
        headline,
        (),
    )


def test_a_long_line_keeps_every_word_in_the_story() -> None:
    words = "Papa " + "walked " * 40 + "past"
    (reading,) = read(f"2006 {words} #neglect 3")
    assert len(reading.headline) <= 140
    assert reading.headline.endswith("…")
    assert reading.story == words


def test_lines_that_are_whole_become_entries_and_somebody_new_comes_once() -> None:
    history, _ = known_people()
    readings = [one for one in read("2006 Viola: sang #joy 4\nage 7 Viola: left #loss\nPapa") if not one.open]
    ids = iter("abcdef")
    with_them = history.with_changes(build_line_changes(readings, history, lambda: next(ids)))
    assert [one.name for one in with_them.relationships[len(history.relationships) :]] == ["Viola"]
    assert [(one.when.as_written, one.headline, one.tags) for one in with_them.episodes] == [
        ("2006", "sang", ("joy",)),
        ("age 7", "left", ("loss",)),
    ]


@settings(deadline=None, max_examples=200)
@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), max_size=60))
def test_no_word_is_lost(text: str) -> None:
    for reading in read(text):
        kept = " ".join(
            (reading.when_words, reading.headline, reading.story, reading.new_person, *reading.unread,
             *(choice for part in reading.open for choice in (*part.choices, part.says)))
        )  # fmt: skip
        for word in re.findall(r"[^\W\d_]{3,}", reading.line_text.split("#")[0]):
            names = {name for one in known_people()[0].relationships for name in (one.name, one.alias)}
            assert word in kept or any(word in name for name in names) or word.casefold() in {"with", "from"}
