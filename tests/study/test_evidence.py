"""What a thread rests on, against known answers and plain loops over the entries themselves."""

from datetime import date

import pytest
from hypothesis import given, settings

from models.dates import When
from models.history import History, Person
from tests.building import build_episode, build_relationship
from tests.histories import histories
from timeline.study.evidence import Evidence, count_tags, gather_evidence
from timeline.study.study import Study
from timeline.tables import str_column

TODAY = date(2026, 11, 25)


LIFE = Study(
    History(
        person=Person(birth=When("1984")),
        relationships=(
            build_relationship("father", "family", "1990", tags=("neglect",)),
            build_relationship("friend", "family", "1999"),
            build_relationship("mother", "family", "1990"),
            build_relationship("partner", "family", "2010"),
            build_relationship("silent", "family", "2015"),
        ),
        episodes=(
            build_episode("late", "partner", "2012", "late", "rejection"),
            build_episode("early", "mother", "1991", "early", "rejection", "criticism"),
            build_episode("again", "mother", "2001", "again", "rejection"),
            build_episode("kind", "friend", "2000", "kind", "welcome", "joy"),
            build_episode("kinder", "friend", "2001", "kinder", "joy"),
            build_episode("mine", "friend", "2002", "mine", "rejection", direction="given"),
            build_episode("someday", "father", "I don't know when", "someday", "rejection"),
        ),
    ),
    TODAY,
)


def relationship_ids(found: Evidence) -> list[str]:
    return [str_column(LIFE.tables.relationships, "id")[one.relationship] for one in found.relationships_with]


def test_who_comes_in_the_order_of_the_first_time_and_what_has_no_date_comes_last() -> None:
    assert relationship_ids(gather_evidence(LIFE, ["rejection"])) == ["mother", "partner", "father"]


def test_moments_of_one_person_stand_in_time_order() -> None:
    mother = gather_evidence(LIFE, ["rejection"]).relationships_with[0]
    assert [str_column(LIFE.tables.moments, "id")[row] for row in mother.moments] == ["early", "again"]


def test_where_it_did_not_happen_leaves_out_whom_nothing_was_entered_about() -> None:
    found = gather_evidence(LIFE, ["rejection"])
    there = [
        str_column(LIFE.tables.relationships, "id")[one.relationship] for one in found.relationships_without
    ]
    assert there == ["friend"]
    assert found.relationships_without[0].instead_labels == ("joy", "welcome")


def test_what_the_person_did_is_counted_apart() -> None:
    found = gather_evidence(LIFE, ["rejection"])
    assert [str_column(LIFE.tables.moments, "id")[row] for row in found.given_moments] == ["mine"]


def test_who_answered_is_known_by_the_tags_that_answer() -> None:
    found = gather_evidence(LIFE, ["rejection"])
    assert found.answering_labels == ("welcome",)
    assert [
        str_column(LIFE.tables.relationships, "id")[one.relationship] for one in found.opposite_givers
    ] == ["friend"]


def test_a_tag_on_the_whole_relationship_counts_as_having_happened() -> None:
    (father,) = gather_evidence(LIFE, ["neglect"]).relationships_with
    assert father.is_whole_relationship
    assert father.moments == ()


@pytest.mark.parametrize(
    ("tag", "relationships", "moments", "given"),
    [("rejection", 3, 4, 1), ("joy", 1, 2, 0), ("neglect", 1, 0, 0), ("criticism", 1, 1, 0)],
)
def test_counts(tag: str, relationships: int, moments: int, given: int) -> None:
    found = {one.tag: one for one in count_tags(LIFE)}[tag]
    assert (found.relationships, found.moments, found.given_moments, found.tagged_relationships) == (
        relationships,
        moments,
        given,
        4,
    )


@settings(max_examples=60, deadline=None)
@given(histories())
def test_it_agrees_with_plain_loops(history: History) -> None:
    study = Study(history, TODAY)
    ids = str_column(study.tables.relationships, "id")
    for one in count_tags(study):
        found = gather_evidence(study, [one.tag])
        got = {e.relationship for e in history.episodes if one.tag in e.tags and e.direction != "given"}
        got |= {r.id for r in history.relationships if one.tag in [wide.tag for wide in r.tags]}
        any_ = {e.relationship for e in history.episodes if e.tags}
        any_ |= {r.id for r in history.relationships if r.tags}
        assert {ids[w.relationship] for w in found.relationships_with} == got
        assert {ids[w.relationship] for w in found.relationships_without} == any_ - got
        assert (one.relationships, one.tagged_relationships) == (len(got), len(any_))
        carried = [e for e in history.episodes if one.tag in e.tags]
        assert one.moments == sum(e.direction != "given" for e in carried)
        assert one.given_moments == sum(e.direction == "given" for e in carried)


def test_an_empty_history_has_no_threads() -> None:
    assert count_tags(Study(History(), TODAY)) == ()
