"""A history narrowed to some of it, two parts side by side, and what an edit did to the patterns."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.changes import Change
from models.entries import KINDS, Person, RelationshipTag
from models.findings import Finding
from models.history import History
from models.steps import Intention, KindNote, Reasons
from tests.building import build_episode, build_relationship
from tests.histories import TODAY, histories
from tests.patterns.test_known import life
from timeline.messages.pattern_sentences import notice_sentence
from timeline.patterns import find_patterns
from timeline.study.filters import (
    DirectionCounts,
    Filter,
    PartCounts,
    apply_filter,
    build_notices,
    compare_tags,
    count_part,
)
from timeline.study.study import Study
from timeline.tables import build_tables

LIFE = life(
    ["neglect care", "rejection joy", "neglect,care", "loss"], ["family", "friendship", "romantic", "other"]
)


def entry_ids(history: History) -> tuple[list[str], list[str]]:
    return [r.id for r in history.relationships], [e.id for e in history.episodes]


@pytest.mark.parametrize(
    ("chosen", "people", "moments"),
    [
        (Filter(), ["r0", "r1", "r2", "r3"], ["e0-0", "e0-1", "e1-0", "e1-1", "e2-0", "e3-0"]),
        (Filter(people=frozenset({"r1"})), ["r1"], ["e1-0", "e1-1"]),
        (Filter(kinds=frozenset({"family", "other"})), ["r0", "r3"], ["e0-0", "e0-1", "e3-0"]),
        (Filter(tags=frozenset({"neglect"})), ["r0", "r2"], ["e0-0", "e2-0"]),
        # Still going: their time reaches into the years, their moments do not.
        (Filter(years=(1971, 1972)), ["r0", "r1", "r2"], ["e1-0", "e1-1", "e2-0"]),
        (Filter(years=(1960, 1969)), [], []),
        (Filter(tags=frozenset({"care"}), years=(1972, 1980)), ["r2"], ["e2-0"]),
    ],
)
def test_a_filter_keeps_what_is_meant(chosen: Filter, people: list[str], moments: list[str]) -> None:
    assert entry_ids(apply_filter(LIFE, chosen, TODAY)) == (people, moments)


def test_what_belongs_to_something_left_out_goes_with_it() -> None:
    written = LIFE.model_copy(
        update={
            "kind_notes": (
                KindNote(id="1", text="x", episode="e0-0"),
                KindNote(id="2", text="x", episode="e1-0"),
                KindNote(id="3", text="x", age=7),
            ),
            "reasons": (Reasons(id="1", episode="e1-0"), Reasons(id="2", episode="e0-0")),
            "intentions": (
                Intention(id="1", on=TODAY, text="x", relationship="r1"),
                Intention(id="2", on=TODAY, text="x", relationship="r0"),
            ),
        }
    )
    part = apply_filter(written, Filter(people=frozenset({"r1"})), TODAY)
    assert [n.id for n in part.kind_notes] == ["2", "3"]
    assert [r.id for r in part.reasons] == ["1"]
    assert [i.id for i in part.intentions] == ["1"]


def test_a_tag_on_the_whole_keeps_its_relationship_and_other_ones_go() -> None:
    wide = build_relationship("w", "other", "1990", "1991", tags=("fear", "joy"))
    history = History(relationships=(wide,))
    (kept,) = apply_filter(history, Filter(tags=frozenset({"fear"})), TODAY).relationships
    assert [one.tag for one in kept.tags] == ["fear"]
    assert not apply_filter(history, Filter(tags=frozenset({"loss"})), TODAY).relationships
    assert apply_filter(history, Filter(years=(1991, 1991)), TODAY).relationships
    assert not apply_filter(history, Filter(years=(1992, 1999)), TODAY).relationships


tag_subsets = st.frozensets(st.sampled_from(["neglect", "care", "joy"]), max_size=2)


@settings(deadline=None, max_examples=20)
@given(
    histories(max_entries=6),
    st.builds(
        Filter,
        kinds=st.frozensets(st.sampled_from(KINDS), max_size=2),
        tags=tag_subsets,
        years=st.none() | st.tuples(st.integers(1900, 1960), st.integers(1960, 2024)),
    ),
)
def test_a_part_is_a_history_and_a_part_of_it_again_the_same(history: History, chosen: Filter) -> None:
    part = apply_filter(history, chosen, TODAY)
    fields: dict[str, Any] = {name: getattr(part, name) for name in History.model_fields if name != "schema_"}
    assert entry_ids(History(**fields)) == entry_ids(part)  # it holds together, told anew
    assert apply_filter(part, chosen, TODAY) == part
    assert {*entry_ids(part)[1]} <= {*entry_ids(history)[1]}
    assert all(f.k <= f.of for f in Study(part, TODAY).findings)


def test_two_parts_side_by_side_each_with_its_number() -> None:
    early = Study(apply_filter(LIFE, Filter(people=frozenset({"r0", "r1"})), TODAY), TODAY)
    late = Study(apply_filter(LIFE, Filter(people=frozenset({"r2", "r3"})), TODAY), TODAY)
    rows = {row.tag: (row.holding_counts, row.tagged_counts) for row in compare_tags(early, late)}
    assert rows == {
        "neglect": ((1, 1), (2, 2)),
        "rejection": ((1, 0), (2, 2)),
        "loss": ((0, 1), (2, 2)),
        "care": ((1, 1), (2, 2)),
        "joy": ((1, 0), (2, 2)),
    }
    nothing = Study(History(), TODAY)
    assert compare_tags(nothing, nothing) == ()
    (only,) = (row for row in compare_tags(Study(LIFE, TODAY), nothing) if row.tag == "joy")
    assert only.interval[1] == (0.0, 1.0)  # nothing is known of a part with nothing in it


def test_what_was_given_is_counted_apart_and_what_went_both_ways_is_received() -> None:
    people = tuple(build_relationship(n, "other", name=n, tags=tags) for n, tags in (
        ("a", ()), ("b", (RelationshipTag(tag="fear"),)), ("c", ()),
    ))  # fmt: skip
    moments = tuple(
        build_episode(f"e{n}", whose, None, "x", *tags, direction=direction)
        for n, (whose, tags, direction) in enumerate([
            ("a", ("care", "loss"), "mutual"), ("a", ("care",), "given"), ("a", (), "given"),
            ("b", ("loss",), "given"), ("c", (), "received"),
        ])
    )  # fmt: skip
    part = Study(History(relationships=people, episodes=moments), TODAY)
    received = DirectionCounts(relationships=2, caring=1, painful=1, whole_relationship_tags=1)
    given = DirectionCounts(relationships=2, caring=1, painful=1, whole_relationship_tags=0)
    assert count_part(part) == PartCounts(2, received, given)


def finding(id_: str, is_clear: bool = False, recurs: bool = False) -> Finding:
    return Finding(id=id_, finder="recurrence", tags=("joy",), k=3, of=5, is_clear=is_clear, recurs=recurs)


SAYS = "joy: in 3 of the 5 relationships you tagged."
EDIT = Change("episodes", "e7", None, '{"id":"e7","headline":"The letter"}')


@pytest.mark.parametrize(
    ("before", "after", "says"),
    [
        (
            [finding("a", is_clear=True)],
            [],
            f"No longer a pattern since you changed “The letter”: {SAYS}",
        ),
        (
            [],
            [finding("a", recurs=True)],
            f"A new pattern since you changed “The letter”: {SAYS}",
        ),
        (
            [finding("a", recurs=True)],
            [finding("a")],
            f"No longer a pattern since you changed “The letter”: {SAYS}",
        ),
    ],
)
def test_an_edit_that_changes_a_pattern_is_named(
    before: list[Finding], after: list[Finding], says: str
) -> None:
    (notice,) = build_notices(before, after, EDIT)
    assert (notice.finding.id, notice_sentence(notice, LIFE), notice.entry) == ("a", says, "e7")


def test_an_edit_that_changes_no_pattern_is_not_spoken_of() -> None:
    assert build_notices([finding("a")], [finding("b")], EDIT) == ()
    (one,) = build_notices([finding("a", is_clear=True)], [], [Change("settings", "", None, "{}")])
    since = "since you last looked here (1 entry changed)"
    assert (one.entry, notice_sentence(one, LIFE)) == (
        None,
        f"No longer a pattern {since}: {SAYS}",
    )


def test_an_entry_is_named_where_it_alone_can_have_done_it() -> None:
    before, after = [finding("a", is_clear=True)], [finding("a")]
    was = '{"id":"e7","headline":"The letter","tags":["joy"]}'
    words = Change("episodes", "e7", was, '{"id":"e7","headline":"The note","tags":["joy"]}')
    tags = Change("episodes", "e7", was, '{"id":"e7","headline":"The letter","tags":[]}')
    entries = [
        [one.entry for one in build_notices(before, after, some)] for some in (tags, words, [words, tags])
    ]
    assert entries == [["e7"], [None], [None]]
    (both,) = build_notices(before, after, [EDIT, tags])
    assert (
        notice_sentence(both, LIFE)
        == f"No longer a pattern since you last looked here (2 entries changed): {SAYS}"
    )


def test_the_third_relationship_makes_it_recur() -> None:
    two = life(["neglect", "neglect", "joy"], ["family", "romantic", "other"])
    three = life(["neglect", "neglect", "neglect"], ["family", "romantic", "other"])
    before, after = (find_patterns(build_tables(history, TODAY)) for history in (two, three))
    told = build_notices(before, after, Change("episodes", "e2-0", None, '{"headline": "again"}'))
    assert [(notice.finding.id, notice.entry) for notice in told] == [("recurrence:neglect", "e2-0")]
    (thread,) = (f for f in after if f.id == "recurrence:neglect")
    assert thread.since == "e2-0"


def test_an_open_filter_is_the_history_itself() -> None:
    assert apply_filter(LIFE, Filter(), TODAY) is LIFE
    assert Person() == History().person
