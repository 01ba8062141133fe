"""Histories that break careless counting: a sensible sentence, no warning, no NaN."""

import json
from datetime import date

import numpy as np
import pytest

from models.dates import When
from models.entries import Episode, OwnTag, Person, Relationship, Spell
from models.history import History
from tests.patterns.planted_histories import noise
from timeline.messages.pattern_sentences import describe_finding
from timeline.patterns import find_patterns
from timeline.patterns.ask import LIBRARY, answer_questions, pick_library_question
from timeline.tables import build_tables

TODAY = date(2026, 1, 1)
STRANGE_TEXT = "=1+1; <b>✂</b> \u202e:given "


def people(n: int, **fields: object) -> tuple[Relationship, ...]:
    return tuple(
        Relationship.model_validate({"id": f"r{i}", "name": f"R{i}", "kind": "romantic", **fields})
        for i in range(n)
    )


def moments(n: int, each: int, when: str, tags: tuple[str, ...], **fields: object) -> tuple[Episode, ...]:
    return tuple(
        Episode.model_validate(
            {
                "id": f"e{i}-{m}",
                "relationship": f"r{i}",
                "when": when,
                "headline": "x",
                "tags": (tags[(i + m) % len(tags)],) if tags else (),
                "intensity": 1 + (i + m) % 5,
                **fields,
            }
        )
        for i in range(n)
        for m in range(each)
    )


TAGS = ("neglect", "care", "rejection", "joy", "loss", "support", "fear")
CASES = {
    "nothing at all": History(),
    "a name and a birth": History(person=Person(name="A", birth=When("1980"))),
    "relationships without a moment": History(relationships=people(9)),
    "rated relationships without a moment": History(relationships=people(9, gave=5, came_back=1)),
    "one relationship": History(relationships=people(1), episodes=moments(1, 4, "1990", TAGS)),
    "one tag everywhere": History(relationships=people(25), episodes=moments(25, 3, "1990-05", ("neglect",))),
    "no tag": History(relationships=people(25), episodes=moments(25, 3, "1990-05", ())),
    "all dates unknown": History(relationships=people(25), episodes=moments(25, 3, "unknown", TAGS)),
    "all on one day": History(
        relationships=people(25, spells=(Spell(start=When("1990-01-01"), end=When("1990-01-01")),)),
        episodes=moments(25, 4, "1990-01-01", TAGS),
    ),
    "ages without a birth date": History(relationships=people(25), episodes=moments(25, 3, "age 7", TAGS)),
    "given alone": History(
        relationships=people(25), episodes=moments(25, 3, "1990-05", TAGS, direction="given")
    ),
    "an own tag with a strange name": History(
        own_tags=(OwnTag(id=STRANGE_TEXT * 8, label=STRANGE_TEXT, side="neither"),),
        relationships=people(25),
        episodes=moments(25, 3, "1990", (*TAGS, STRANGE_TEXT * 8)),
    ),
    "beyond the end of a life": History(
        person=Person(birth=When("1900"), until=When("1950")),
        relationships=people(14),
        episodes=moments(14, 2, "1990", TAGS),
    ),
}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.replace(" ", "-"))
def test_a_sensible_sentence_no_warning_no_nan(case: str) -> None:
    tables = build_tables(CASES[case], TODAY)
    findings = find_patterns(tables, draws=64, more=0)
    asked = tuple(pick_library_question(one.key, one.key, TODAY) for one in LIBRARY)
    answers = answer_questions(tables, asked, draws=64)
    assert len(answers) == len(asked)
    for finding in (*findings, *answers):
        json.loads(finding.model_dump_json(), parse_constant=pytest.fail)
        says = describe_finding(finding, CASES[case])
        words = says.replace(STRANGE_TEXT, "").replace("(", " ").split()
        assert words
        assert not {"nan", "inf", "None", "0.0"} & {*words}
        assert says[-1] in ".?"


def test_one_tag_everywhere_is_a_count_and_no_pattern() -> None:
    history = CASES["one tag everywhere"]
    findings = find_patterns(build_tables(history, TODAY), draws=64, more=0)
    assert describe_finding(findings[0], history).startswith(
        "neglect: in all 25 relationships you tagged (100 %)"
    )
    assert not any(finding.can_lead for finding in findings)


@pytest.mark.torture
def test_five_hundred_relationships_are_read() -> None:
    history = noise(500, np.random.default_rng(0), moments=40.0)
    findings = find_patterns(build_tables(history, TODAY), more=0)
    assert {f.finder for f in findings} >= {"recurrence", "sequence", "together", "easing", "turning"}
