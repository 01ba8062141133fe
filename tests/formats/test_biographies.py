"""attachment-history/1: every fact comes over, under our names."""

import json
from typing import Any

import pytest

from models.errors import UnknownFormat
from models.history import History
from tests.formats.tables import read, read_with_problems
from timeline import formats

LIFE: dict[str, Any] = {
    "schema": "attachment-history/1",
    "person": {"id": "p", "name": "A. Writer", "birth": "1805-04-02", "death": "1875-08-04"},
    "sources": [{"id": "S1", "title": "Letters", "where": "a library"}],
    "relationships": [
        {
            "id": "mother",
            "name": "M.",
            "kind": "family",
            "role": "mother",
            "start": "1805-04-02",
            "end": "1833-10-07",
            "end_reason": "death_of_other",
            "notes": "Washerwoman.",
            "episodes": [
                {
                    "when": "1816-05~",
                    "tags": ["neglect", "warmth", "unreciprocated_love"],
                    "intensity": 3,
                    "direction": "received",
                    "note": "Left to himself.",
                    "source": "S1 ch.1",
                    "certainty": "disputed",
                    "source_checked": True,
                },
                {
                    "when": "1833-12-16?",
                    "tags": ["loss"],
                    "intensity": 4,
                    "direction": "given",
                    "note": "n" * 100 + " and" * 20,
                    "source": "S1",
                    "after_end": True,
                },
            ],
        },
        {"id": "friend", "name": "F.", "kind": "friendship", "role": "", "start": "1827~", "end": None,
         "end_reason": None, "notes": "", "episodes": []},
    ],
}  # fmt: skip


def dump_life(**changes: Any) -> str:
    """That life, with these fields of its first relationship instead."""
    changed = json.loads(json.dumps(LIFE))
    changed["relationships"][0] |= changes
    return json.dumps(changed)


def test_every_fact_comes_over() -> None:
    history, problems = read_with_problems(dump_life(), "writer.json")
    assert problems == ()
    person, (mother, friend), (first, second) = history.person, history.relationships, history.episodes
    assert (person.name, str(person.birth and person.birth.as_written)) == ("A. Writer", "1805-04-02")
    assert person.until is not None
    assert person.until.as_written == "1875-08-04"
    assert history.sources[0].where == "a library"
    assert (mother.role, mother.note, mother.caregiver) == ("mother", "Washerwoman.", True)
    assert [(s.start.as_written, s.end and s.end.as_written, s.ended) for s in mother.spells] == [
        ("1805-04-02", "1833-10-07", "death")
    ]
    assert (friend.spells[0].end, friend.spells[0].ended, friend.caregiver) == (None, None, False)
    assert first.tags == ("neglect", "care", "unreciprocated")
    assert (first.id, first.relationship, first.headline) == ("mother-1", "mother", "Left to himself.")
    assert (first.when.as_written, first.source, first.certainty) == ("1816-05~", "S1 ch.1", "disputed")
    assert (second.direction, second.story) == ("given", "n" * 100 + " and" * 20)
    assert second.headline.endswith(" and…")
    assert len(second.headline) <= 140


@pytest.mark.parametrize(
    ("reason", "ended"),
    [
        ("death_of_other", "death"),
        ("death_of_person", "death"),
        ("broken_by_other", "they left"),
        ("broken_by_person", "I left"),
        ("mutual", "mutual"),
        ("faded", "faded"),
        ("separation", "separation"),
        ("changed_form", "changed form"),
        (None, None),
    ],
)
def test_how_it_ended(reason: str | None, ended: str | None) -> None:
    history, problems = read_with_problems(dump_life(end_reason=reason))
    assert (history.relationships[0].spells[0].ended, problems) == (ended, ())


@pytest.mark.parametrize(
    ("role", "caregiver"),
    [
        ("father", True), ("Stepmother", True), ("guardian from 1820", True), ("foster mother", True),
        ("mother, a washerwoman", True), ("grandmother", False), ("second father", False),
        ("mother-in-law", False), ("mother's friend", False), ("friend", False),
    ],
)  # fmt: skip
def test_who_raised_the_writer(role: str, caregiver: bool) -> None:
    assert read_with_problems(dump_life(role=role))[0].relationships[0].caregiver is caregiver


@pytest.mark.parametrize(
    ("changes", "row", "column"),
    [
        ({"kind": "parent"}, "relationships[0]", "kind"),
        ({"start": "05/06/1805"}, "relationships[0]", "start"),
        ({"end_reason": "quarrel"}, "relationships[0]", "end_reason"),
        ({"notes": 7}, "relationships[0]", "notes"),
        ({"colour": "red"}, "relationships[0]", "colour"),
        ({"episodes": ["x"]}, "relationships[0].episodes[0]", ""),
        ({"episodes": [{"when": "1820", "note": ""}]}, "relationships[0].episodes[0]", "note"),
        (
            {"episodes": [{"when": "1820", "note": "x", "tags": ["envy"]}]},
            "relationships[0].episodes[0]",
            "tags[0]",
        ),
        ({"episodes": [{"when": "182", "note": "x"}]}, "relationships[0].episodes[0]", "when"),
    ],
)
def test_what_is_wrong_is_told_by_the_names_of_the_file(
    changes: dict[str, Any], row: str, column: str
) -> None:
    history, problems = read_with_problems(dump_life(**changes))
    assert [(problem.row, problem.column) for problem in problems] == [(row, column)]
    assert len(history.relationships) == 2


TOO_MANY_SPACES = "<21 million spaces>"
"""Stands for them until the test runs: they are not held while tests are collected."""


@pytest.mark.parametrize(
    "broken",
    [
        '{"schema": "attachment-history/1", "relationships": {}}',
        '{"schema": "attachment-history/1", "relationships": [',
        '{"schema": "attachment-history/1", "person": NaN}',
        '{"schema": "attachment-history/1"}' + TOO_MANY_SPACES,
    ],
    ids=["no list", "cut off", "NaN", "too large"],
)
def test_what_is_wrong_with_the_whole_stops_it(broken: str) -> None:
    reading = read(broken.replace(TOO_MANY_SPACES, " " * 21_000_000))
    assert reading.history is None
    assert [problem.stops for problem in reading.problems] == [True]


@pytest.mark.parametrize(
    ("odd", "problems"),
    [
        ({}, 0),
        ({"person": []}, 1),
        ({"sources": "x"}, 1),
        ({"relationships": [[]]}, 1),
        ({"relationships": [{"episodes": 7}]}, 4),
    ],
)
def test_odd_shapes_are_told(odd: dict[str, Any], problems: int) -> None:
    reading = read(json.dumps({"schema": "attachment-history/1"} | odd))
    assert reading.history == History()
    assert len(reading.problems) == problems


def test_it_is_read_and_not_written() -> None:
    history = read_with_problems(dump_life())[0]
    assert formats.write(history, "json").startswith(b'{\n "schema": "attachment-timeline/2"')
    with pytest.raises(UnknownFormat):
        formats.write(history, "attachment-history/1")
