"""What changes together: nothing dangles afterwards, nothing else is touched, and one undo brings it back."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.base import STORY_MAX
from models.changes import UndoStep
from models.entries import Episode, OwnTag, Relationship, RelationshipTag
from models.findings import pattern_id, replace_tags_in_pattern_id, tags_in_pattern_id
from models.history import COLLECTIONS, History
from models.joint_changes import build_deletion, build_tag_merge
from models.settings import Settings
from models.sharing import ColumnMap, PatternQuestion, SharePlan, TagGroup, Verdict, WordMap
from models.steps import NO_PATTERN, Contact, Intention, KindNote, NextMove, Reasons
from tests.histories import histories

laws = settings(deadline=None, max_examples=20)


@st.composite
def history_and_entry(draw: st.DrawFn) -> tuple[History, str, str]:
    history = draw(
        histories().filter(lambda some: any(kind in COLLECTIONS for kind, _, _ in some.documents()))
    )
    kind, id_, _ = draw(st.sampled_from([d for d in history.documents() if d[0] in COLLECTIONS]))
    return history, kind, id_


@laws
@given(history_and_entry())
def test_after_a_deletion_nothing_names_what_is_gone(given_: tuple[History, str, str]) -> None:
    history, kind, id_ = given_
    changes = build_deletion(history, kind, id_)
    after = history.with_changes(changes)
    assert History.from_documents(after.documents()) == after
    gone = {
        of: {entry.id for entry in getattr(history, of)} - {entry.id for entry in getattr(after, of)}
        for of in COLLECTIONS
    }
    assert id_ in gone[kind]
    assert not {episode.relationship for episode in after.episodes} & gone["relationships"]
    assert not {reasons.episode for reasons in after.reasons} & gone["episodes"]
    assert not {note.episode for note in after.kind_notes} & gone["episodes"]
    assert not {intention.relationship for intention in after.intentions} & gone["relationships"]
    for plan in after.share_plans:
        pairs = (*plan.names_of, *plan.also_called)
        assert not {*plan.relationships, *plan.not_yet, *(one for one, _ in pairs)} & gone["relationships"]
        assert not {*plan.episodes, *plan.headlines, *plan.stories, *plan.not_yet} & gone["episodes"]
        assert not {*plan.threads} & gone["own_tags"]
        assert not any(tags_in_pattern_id(pattern, gone["own_tags"]) for pattern in plan.patterns)
    for told in (*after.verdicts, *after.next_moves):
        assert not tags_in_pattern_id(told.pattern, gone["own_tags"])
    assert not {*after.settings.earliest_bonds} & gone["relationships"]
    for word in (word for mapping in after.mappings for word in mapping.words):
        assert word.relationship not in gone["relationships"]
        assert not {*word.tags} & gone["own_tags"]
    # Whatever stays is as it was, but for the mentions.
    edited = {"intentions", "share_plans", "own_tags", "relationships", "episodes", "next_moves", "mappings"}
    for of in COLLECTIONS:
        if of not in edited:
            assert getattr(after, of) == tuple(e for e in getattr(history, of) if e.id not in gone[of])


@laws
@given(history_and_entry())
def test_it_can_be_taken_back(given_: tuple[History, str, str]) -> None:
    history, kind, id_ = given_
    step = UndoStep("Deleted", build_deletion(history, kind, id_))
    assert all(change.before != change.after for change in step.changes)
    assert len({change[:2] for change in step.changes}) == len(step.changes)
    places = [(of, entry.id) for of in COLLECTIONS for entry in getattr(history, of)]
    assert history.with_changes(step.changes).with_changes(step.inverse().changes, places) == history


OWN_TAG, OTHER_TAG = (
    OwnTag(id="t1", label="Waiting", side="painful"),
    OwnTag(id="t2", label="x", side="neither"),
)
HISTORY_WITH_BOTH = History(
    own_tags=(OWN_TAG, OTHER_TAG.model_copy(update={"answered_by": ("t1", "care")})),
    relationships=(
        Relationship(
            id="r",
            name="Mother",
            kind="family",
            tags=(RelationshipTag(tag="t1", intensity=4), RelationshipTag(tag="neglect", intensity=2)),
        ),
        Relationship(id="e", name="Another one with the id of a moment", kind="other"),
    ),
    episodes=(
        Episode(id="e", relationship="r", headline="one", tags=("t1", "fear", "neglect")),
        Episode(id="f", relationship="e", headline="two", tags=("fear",)),
    ),
    kind_notes=(KindNote(id="k", text="x", episode="e"), KindNote(id="l", text="x", age=7)),
    reasons=(Reasons(id="q", episode="f", others=("their past",)),),
    intentions=(Intention(id="i", on="2026-01-01", text="write", relationship="r"),),
    share_plans=(
        SharePlan(
            id="p",
            name="x",
            relationships=("r", "e"),
            names_of=(("r", "real"), ("e", "alias")),
            also_called=(("e", "M."), ("r", "Mum")),
            episodes=("e", "f"),
            headlines=("e", "f"),
            stories=("e",),
            threads=("t1", "fear"),
            not_yet=("r", "a pattern"),
        ),
    ),
    settings=Settings(earliest_bonds=("r",)),
)


def test_with_a_relationship_go_its_moments() -> None:
    after = HISTORY_WITH_BOTH.with_changes(build_deletion(HISTORY_WITH_BOTH, "relationships", "r"))
    assert [one.id for one in after.relationships] == ["e"]
    assert [one.id for one in after.episodes] == ["f"]
    assert [one.id for one in after.kind_notes] == ["l"]
    assert after.reasons == HISTORY_WITH_BOTH.reasons
    assert after.intentions[0].relationship is None
    (plan,) = after.share_plans
    assert (plan.relationships, plan.names_of, plan.also_called) == (
        ("e",),
        (("e", "alias"),),
        (("e", "M."),),
    )
    assert (plan.episodes, plan.headlines, plan.stories) == (("f",), ("f",), ())
    assert plan.not_yet == ("a pattern",)
    assert after.settings == Settings()


def test_with_a_moment_go_its_reasons_and_kind_notes() -> None:
    after = HISTORY_WITH_BOTH.with_changes(build_deletion(HISTORY_WITH_BOTH, "episodes", "e"))
    assert after.relationships == HISTORY_WITH_BOTH.relationships  # even the one of the same id
    assert [one.id for one in after.episodes] == ["f"]
    assert [one.id for one in after.kind_notes] == ["l"]
    assert after.share_plans[0].relationships == ("r", "e")


def test_a_deleted_tag_leaves_every_entry() -> None:
    after = HISTORY_WITH_BOTH.with_changes(build_deletion(HISTORY_WITH_BOTH, "own_tags", "t1"))
    assert after.episodes[0].tags == ("fear", "neglect")
    assert after.relationships[0].tags == (RelationshipTag(tag="neglect", intensity=2),)
    assert [(tag.id, tag.answered_by) for tag in after.own_tags] == [("t2", ("care",))]
    assert after.share_plans[0].threads == ("fear",)


@pytest.mark.parametrize(
    ("into", "moment", "whole"),
    [
        ("neglect", ("neglect", "fear"), (RelationshipTag(tag="neglect", intensity=4),)),
        (
            "loss",
            ("loss", "fear", "neglect"),
            (RelationshipTag(tag="loss", intensity=4), RelationshipTag(tag="neglect", intensity=2)),
        ),
        (
            "t2",
            ("t2", "fear", "neglect"),
            (RelationshipTag(tag="t2", intensity=4), RelationshipTag(tag="neglect", intensity=2)),
        ),
    ],
)
def test_a_merged_tag_is_another_one_everywhere(
    into: str, moment: tuple[str, ...], whole: tuple[RelationshipTag, ...]
) -> None:
    after = HISTORY_WITH_BOTH.with_changes(build_tag_merge(HISTORY_WITH_BOTH, "t1", into))
    assert after.episodes[0].tags == moment
    assert after.episodes[1] == HISTORY_WITH_BOTH.episodes[1]
    assert after.relationships[0].tags == whole
    assert [tag.id for tag in after.own_tags] == ["t2"]


def verdict(pattern: str, word: str, note: str = "") -> Verdict:
    return Verdict.model_validate({"id": pattern, "pattern": pattern, "word": word, "note": note})


NAMED_HISTORY = History(
    own_tags=(OWN_TAG, OTHER_TAG),
    relationships=(Relationship(id="t1", name="T", kind="other"),),
    asked=(
        PatternQuestion(id="a", on=date(2026, 1, 1), form="sequence", tags=("t1", "fear"), words="Then?"),
        PatternQuestion(
            id="b", on=date(2026, 1, 1), form="sequence", tags=("t1", "neglect"), words="And then?"
        ),
        PatternQuestion(id="c", on=date(2026, 1, 1), form="recurs", tags=("t2",)),
    ),
    verdicts=(
        verdict("recurrence:t1", "fits", "my note"),
        verdict("recurrence:neglect", "unsure", "a note"),
        verdict("sequence:given t1:fear", "does not fit"),
        verdict("recurrence:t10", "fits"),
    ),
    next_moves=(
        NextMove(id="m", pattern="recurrence:t1", move="ask", on=date(2026, 1, 1)),
        NextMove(id="n", pattern=NO_PATTERN, move="wait", on=date(2026, 1, 1)),
    ),
    share_plans=(
        SharePlan(
            id="p",
            name="x",
            patterns=("recurrence:t1", "recurrence:neglect"),
            not_yet=("t1", "together:fear:t1"),
        ),
    ),
)


def test_a_merged_tag_is_another_one_wherever_it_is_named() -> None:
    changes = build_tag_merge(NAMED_HISTORY, "t1", "neglect")
    after = NAMED_HISTORY.with_changes(changes)
    # Asked about both, the question would be about one tag twice: it stays, with its words.
    assert [one.tags for one in after.asked] == [("neglect", "fear"), ("t1", "neglect"), ("t2",)]
    assert {one.id: (one.pattern, one.word, one.note) for one in after.verdicts} == {
        "recurrence:neglect": ("recurrence:neglect", "unsure", "a note\n\nmy note"),
        "sequence:given neglect:fear": ("sequence:given neglect:fear", "does not fit", ""),
        "recurrence:t10": ("recurrence:t10", "fits", ""),
    }
    assert [one.pattern for one in after.next_moves] == ["recurrence:neglect", NO_PATTERN]
    (plan,) = after.share_plans
    assert plan.patterns == ("recurrence:neglect",)
    assert plan.not_yet == ("t1", "together:fear:neglect")  # the first is a person
    assert after.with_changes(UndoStep("", changes).inverse().changes, NAMED_PLACES) == NAMED_HISTORY


def test_a_deleted_tag_is_named_by_nothing_but_the_question() -> None:
    changes = build_deletion(NAMED_HISTORY, "own_tags", "t1")
    after = NAMED_HISTORY.with_changes(changes)
    assert after.asked == NAMED_HISTORY.asked
    assert [one.id for one in after.verdicts] == ["recurrence:neglect", "recurrence:t10"]
    assert [(one.pattern, one.move) for one in after.next_moves] == [
        (NO_PATTERN, "ask"),
        (NO_PATTERN, "wait"),
    ]
    (plan,) = after.share_plans
    assert (plan.patterns, plan.not_yet) == (("recurrence:neglect",), ("t1",))
    assert after.with_changes(UndoStep("", changes).inverse().changes, NAMED_PLACES) == NAMED_HISTORY


def test_two_notes_too_long_for_one_stay_two() -> None:
    long = "a" * (STORY_MAX - 1)
    verdicts = (verdict("recurrence:t1", "fits", long), verdict("recurrence:neglect", "unsure", "note"))
    history = NAMED_HISTORY.model_copy(update={"verdicts": verdicts})
    after = history.with_changes(build_tag_merge(history, "t1", "neglect"))
    assert {(one.pattern, one.note) for one in after.verdicts} == {
        ("recurrence:neglect", long),
        ("recurrence:neglect", "note"),
    }


def test_an_id_stays_one_under_a_long_key() -> None:
    assert replace_tags_in_pattern_id("sequence:a:b:given a", {"a": "b", "b": "a"}) == "sequence:b:a:given b"
    assert tags_in_pattern_id("recurrence:given a", ("b", "a", "given")) == ("a",)
    assert tags_in_pattern_id("recurrence:ab", ("a", "b", "recurrence")) == ()
    long = replace_tags_in_pattern_id("recurrence:a", {"a": "x" * 200})
    assert len(long) <= 200
    assert long == pattern_id("recurrence", ["x" * 200])


NAMED_PLACES = [(kind, id_) for kind, id_, _ in NAMED_HISTORY.documents() if kind in COLLECTIONS]


MAPPED_HISTORY = History(
    own_tags=(OWN_TAG, OTHER_TAG),
    relationships=tuple(Relationship(id=id_, name=id_, kind="other") for id_ in "rs"),
    contacts=(Contact(id="c", name="Ana"), Contact(id="d", name="Ben")),
    asked=(
        PatternQuestion(
            id="a", on=date(2026, 1, 1), form="order_of_groups",
            first=TagGroup(tags=("t1", "care")), then=TagGroup(side="painful"),
        ),
    ),
    mappings=(
        ColumnMap(
            id="m",
            name="Daylio",
            words=(
                WordMap(word="rain", tags=("t1", "loss"), relationship="r"),
                WordMap(word="tea", relationship="s"),
            ),
        ),
    ),
    share_plans=(SharePlan(id="p", name="x", contacts=("c", "d")),),
)  # fmt: skip


def test_a_merged_tag_is_another_one_in_groups_and_in_what_words_stand_for() -> None:
    after = MAPPED_HISTORY.with_changes(build_tag_merge(MAPPED_HISTORY, "t1", "care"))
    assert after.asked[0].first == TagGroup(tags=("care",))
    assert [word.tags for word in after.mappings[0].words] == [("care", "loss"), ()]


def test_a_deleted_tag_stands_for_nothing_and_the_question_stays_as_it_was_asked() -> None:
    after = MAPPED_HISTORY.with_changes(build_deletion(MAPPED_HISTORY, "own_tags", "t1"))
    assert after.asked == MAPPED_HISTORY.asked
    assert [word.tags for word in after.mappings[0].words] == [("loss",), ()]


def test_no_word_stands_for_someone_who_is_deleted() -> None:
    after = MAPPED_HISTORY.with_changes(build_deletion(MAPPED_HISTORY, "relationships", "r"))
    assert [word.relationship for word in after.mappings[0].words] == [None, "s"]
    assert after.mappings[0].words[0].tags == ("t1", "loss")


def test_a_contact_that_is_deleted_is_ticked_in_no_plan() -> None:
    after = MAPPED_HISTORY.with_changes(build_deletion(MAPPED_HISTORY, "contacts", "c"))
    assert after.share_plans[0].contacts == ("d",)


@laws
@given(histories().filter(lambda some: some.own_tags), st.data())
def test_after_a_merge_nothing_names_what_is_gone(history: History, data: st.DataObject) -> None:
    tag = data.draw(st.sampled_from([own.id for own in history.own_tags]))
    into = data.draw(st.sampled_from([key for key in history.vocabulary if key != tag]))
    changes = build_tag_merge(history, tag, into)
    after = history.with_changes(changes)
    assert History.from_documents(after.documents()) == after
    for told in (*after.verdicts, *after.next_moves):
        assert not tags_in_pattern_id(told.pattern, [tag])
    for one in after.asked:
        assert tag not in one.tags or into in one.tags
    notes = "\n".join(one.note for one in after.verdicts)
    assert all(one.note.strip() in notes for one in history.verdicts)
    places = [(kind, id_) for kind, id_, _ in history.documents() if kind in COLLECTIONS]
    assert after.with_changes(UndoStep("", changes).inverse().changes, places) == history


@pytest.mark.parametrize(
    ("kind", "id_"), [("episodes", "x"), ("moments", "e"), ("person", ""), ("own_tags", "care")]
)
def test_what_is_not_there_cannot_be_deleted(kind: str, id_: str) -> None:
    with pytest.raises(KeyError):
        build_deletion(HISTORY_WITH_BOTH, kind, id_)


@pytest.mark.parametrize(("own", "into"), [("t1", "t1"), ("t1", "x"), ("x", "care"), ("neglect", "care")])
def test_only_ones_own_can_be_merged(own: str, into: str) -> None:
    with pytest.raises(KeyError):
        build_tag_merge(HISTORY_WITH_BOTH, own, into)
