"""What a thread rests on, against known answers and plain loops over the entries themselves."""

from datetime import date

import pytest
from hypothesis import given, settings

from models.dates import When
from models.history import Episode, History, Person, Relationship, Spell, WideTag
from tests.histories import histories
from timeline.study.evidence import Evidence, counted, evidence
from timeline.study.study import Study
from timeline.tables import words

TODAY = date(2026, 11, 25)


def person(id_: str, start: str = "1990", **more: object) -> Relationship:
    return Relationship(id=id_, name=id_.title(), kind="family", spells=(Spell(start=When(start)),), **more)


def moment(id_: str, whose: str, when: str, *tags: str, direction: str = "received") -> Episode:
    return Episode(id=id_, relationship=whose, when=When(when), headline=id_, tags=tags, direction=direction)


LIFE = Study(
    History(
        person=Person(birth=When("1984")),
        relationships=(
            person("father", tags=(WideTag(tag="neglect"),)),
            person("friend", "1999"),
            person("mother"),
            person("partner", "2010"),
            person("silent", "2015"),
        ),
        episodes=(
            moment("late", "partner", "2012", "rejection"),
            moment("early", "mother", "1991", "rejection", "criticism"),
            moment("again", "mother", "2001", "rejection"),
            moment("kind", "friend", "2000", "welcome", "joy"),
            moment("kinder", "friend", "2001", "joy"),
            moment("mine", "friend", "2002", "rejection", direction="given"),
            moment("someday", "father", "I don't know when", "rejection"),
        ),
    ),
    TODAY,
)


def names(found: Evidence) -> list[str]:
    return [words(LIFE.tables.relationships, "id")[one.relationship] for one in found.happened]


def test_who_comes_in_the_order_of_the_first_time_and_what_has_no_date_comes_last() -> None:
    assert names(evidence(LIFE, ["rejection"])) == ["mother", "partner", "father"]


def test_moments_of_one_person_stand_in_time_order() -> None:
    mother = evidence(LIFE, ["rejection"]).happened[0]
    assert [words(LIFE.tables.moments, "id")[row] for row in mother.moments] == ["early", "again"]


def test_where_it_did_not_happen_leaves_out_whom_nothing_was_entered_about() -> None:
    found = evidence(LIFE, ["rejection"])
    there = [words(LIFE.tables.relationships, "id")[one.relationship] for one in found.did_not]
    assert there == ["friend"]
    assert found.did_not[0].instead == ("joy", "welcome")


def test_what_the_person_did_is_counted_apart() -> None:
    found = evidence(LIFE, ["rejection"])
    assert [words(LIFE.tables.moments, "id")[row] for row in found.given_only] == ["mine"]


def test_who_answered_is_known_by_the_tags_that_answer() -> None:
    found = evidence(LIFE, ["rejection"])
    assert found.invited == ("welcome",)
    assert [words(LIFE.tables.relationships, "id")[one.relationship] for one in found.answered] == ["friend"]


def test_a_tag_on_the_whole_relationship_counts_as_having_happened() -> None:
    (father,) = evidence(LIFE, ["neglect"]).happened
    assert father.wide
    assert father.moments == ()


@pytest.mark.parametrize(
    ("tag", "relationships", "moments", "given"),
    [("rejection", 3, 4, 1), ("joy", 1, 2, 0), ("neglect", 1, 0, 0), ("criticism", 1, 1, 0)],
)
def test_counts(tag: str, relationships: int, moments: int, given: int) -> None:
    found = {one.tag: one for one in counted(LIFE)}[tag]
    assert (found.relationships, found.moments, found.given, found.of) == (relationships, moments, given, 4)


@settings(max_examples=60, deadline=None)
@given(histories())
def test_it_agrees_with_plain_loops(history: History) -> None:
    study = Study(history, TODAY)
    ids = words(study.tables.relationships, "id")
    for one in counted(study):
        found = evidence(study, [one.tag])
        got = {e.relationship for e in history.episodes if one.tag in e.tags and e.direction != "given"}
        got |= {r.id for r in history.relationships if one.tag in [wide.tag for wide in r.tags]}
        any_ = {e.relationship for e in history.episodes if e.tags}
        any_ |= {r.id for r in history.relationships if r.tags}
        assert {ids[w.relationship] for w in found.happened} == got
        assert {ids[w.relationship] for w in found.did_not} == any_ - got
        assert (one.relationships, one.of) == (len(got), len(any_))
        carried = [e for e in history.episodes if one.tag in e.tags]
        assert one.moments == sum(e.direction != "given" for e in carried)
        assert one.given == sum(e.direction == "given" for e in carried)


def test_an_empty_history_has_no_threads() -> None:
    assert counted(Study(History(), TODAY)) == ()
