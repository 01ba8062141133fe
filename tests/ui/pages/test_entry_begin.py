"""The beginning: each step saves what was typed, all in one step back; a mistake is told at its field."""

from collections.abc import Iterator
from typing import Any

import pytest

from models.dates import When
from models.history import History, Person
from tests.building import open_session
from timeline.ui.forms.walk import Walk, WalkResult
from timeline.ui.pages.begin.start_questions import START
from timeline.ui.session import Session

KEPT_WALKS = [walk for walk in START.walks if walk.is_kept]
LONG = "x" * 141


@pytest.fixture
def session() -> Iterator[Session]:
    here = open_session(History())
    yield here
    here.desk.close()


def save_answer(here: Session, key: str, typed: dict[str, Any]) -> WalkResult:
    """What is kept of what was typed under a question, once it is kept."""
    walk = START.find_walk(key)
    assert walk
    result = walk.build(here, dict(walk.initial_answers(here)) | typed, "", None)
    if not result.field_errors:
        here.desk.record(result.undo_name, result.changes)
    return result


@pytest.mark.parametrize("walk", KEPT_WALKS, ids=lambda walk: walk.key)
def test_nothing_typed_is_nothing_saved(walk: Walk, session: Session) -> None:
    result = save_answer(session, walk.key, {})
    assert (result.changes, result.field_errors) == ((), {})
    assert session.desk.undo_name is None


@pytest.mark.parametrize(
    ("key", "typed", "field"),
    [
        ("mind", {"name": "Riborg"}, "kind"),
        ("mind", {"kind": "romantic"}, "name"),
        ("good", {"name": "a\x00", "kind": "other"}, "name"),
        ("stop", {"do": f"fine\n{LONG}"}, "do"),
        ("landmarks", {"1.label": "The move", "1.when": "soon"}, "1.when"),
        ("landmarks", {"2.when": "1990"}, "2.label"),
        ("landmarks", {"born": "age 3"}, "born"),
        ("earliest", {"3.role": "mother"}, "3.name"),
        ("earliest", {"1.name": "Mother", "1.start": "always"}, "1.start"),
        ("hope", {"hope": "x" * 100_001}, "hope"),
    ],
)
def test_a_mistake_is_told_at_its_field(
    key: str, typed: dict[str, Any], field: str, session: Session
) -> None:
    assert field in save_answer(session, key, typed).field_errors
    assert session.history == History()


def test_each_step_is_one_step_back(session: Session) -> None:
    typed: dict[str, dict[str, Any]] = {
        "mind": {"name": "Riborg", "kind": "romantic", "unreciprocated": ["yes"]},
        "stop": {"signs": "cold hands", "do": "go outside\ncall Ana"},
        "good": {"name": "Jonas", "kind": "friendship", "tags": ["support", "joy"]},
        "landmarks": {
            "born": "1984",
            "1.label": "The move",
            "1.when": "age 6",
            "3.label": "School",
            "3.when": "1991",
        },
        "earliest": {
            "1.name": "Mother",
            "1.role": "mother",
            "1.start": "age 0",
            "2.name": "Aunt",
            "2.start": "",
        },
        "hope": {"hope": "A house by the sea"},
    }
    for key, one in typed.items():
        result = save_answer(session, key, one)
        assert result.field_errors == {}
        assert session.desk.undo_name == result.undo_name != ""
    history = session.history
    assert history.person == Person(birth=When("1984"))
    assert [(one.name, one.caregiver, one.on_my_mind) for one in history.relationships] == [
        ("Riborg", False, True), ("Jonas", False, False), ("Mother", True, False), ("Aunt", True, False),
    ]  # fmt: skip
    assert [one.label for one in history.landmarks] == ["The move", "School"]
    for _ in typed:
        session.desk.undo()
    assert session.history == History()
