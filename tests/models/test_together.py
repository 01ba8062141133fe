"""What changes together: nothing dangles afterwards, nothing else is touched, and one undo brings it back."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.changes import Step
from models.entries import Episode, OwnTag, Relationship, WideTag
from models.history import COLLECTIONS, History
from models.settings import Settings
from models.sharing import SharePlan
from models.steps import Intention, KindNote, Reasons
from models.together import deleting, merging
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
    changes = deleting(history, kind, id_)
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
    assert not {*after.settings.earliest_bonds} & gone["relationships"]
    # Whatever stays is as it was, but for the mentions.
    for of in COLLECTIONS:
        if of not in ("intentions", "share_plans", "own_tags", "relationships", "episodes"):
            assert getattr(after, of) == tuple(e for e in getattr(history, of) if e.id not in gone[of])


@laws
@given(history_and_entry())
def test_it_can_be_taken_back(given_: tuple[History, str, str]) -> None:
    history, kind, id_ = given_
    step = Step("Deleted", deleting(history, kind, id_))
    assert all(change.before != change.after for change in step.changes)
    assert len({change[:2] for change in step.changes}) == len(step.changes)
    places = [(of, entry.id) for of in COLLECTIONS for entry in getattr(history, of)]
    assert history.with_changes(step.changes).with_changes(step.inverse().changes, places) == history


MINE, OTHER = OwnTag(id="t1", label="Waiting", side="painful"), OwnTag(id="t2", label="x", side="neither")
BOTH = History(
    own_tags=(MINE, OTHER.model_copy(update={"answered_by": ("t1", "care")})),
    relationships=(
        Relationship(
            id="r",
            name="Mother",
            kind="family",
            tags=(WideTag(tag="t1", intensity=4), WideTag(tag="neglect", intensity=2)),
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
    after = BOTH.with_changes(deleting(BOTH, "relationships", "r"))
    assert [one.id for one in after.relationships] == ["e"]
    assert [one.id for one in after.episodes] == ["f"]
    assert [one.id for one in after.kind_notes] == ["l"]
    assert after.reasons == BOTH.reasons
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
    after = BOTH.with_changes(deleting(BOTH, "episodes", "e"))
    assert after.relationships == BOTH.relationships  # even the one of the same id
    assert [one.id for one in after.episodes] == ["f"]
    assert [one.id for one in after.kind_notes] == ["l"]
    assert after.share_plans[0].relationships == ("r", "e")


def test_a_deleted_tag_leaves_every_entry() -> None:
    after = BOTH.with_changes(deleting(BOTH, "own_tags", "t1"))
    assert after.episodes[0].tags == ("fear", "neglect")
    assert after.relationships[0].tags == (WideTag(tag="neglect", intensity=2),)
    assert [(tag.id, tag.answered_by) for tag in after.own_tags] == [("t2", ("care",))]
    assert after.share_plans[0].threads == ("fear",)


@pytest.mark.parametrize(
    ("into", "moment", "whole"),
    [
        ("neglect", ("neglect", "fear"), (WideTag(tag="neglect", intensity=4),)),
        (
            "loss",
            ("loss", "fear", "neglect"),
            (WideTag(tag="loss", intensity=4), WideTag(tag="neglect", intensity=2)),
        ),
        (
            "t2",
            ("t2", "fear", "neglect"),
            (WideTag(tag="t2", intensity=4), WideTag(tag="neglect", intensity=2)),
        ),
    ],
)
def test_a_merged_tag_is_another_one_everywhere(
    into: str, moment: tuple[str, ...], whole: tuple[WideTag, ...]
) -> None:
    after = BOTH.with_changes(merging(BOTH, "t1", into))
    assert after.episodes[0].tags == moment
    assert after.episodes[1] == BOTH.episodes[1]
    assert after.relationships[0].tags == whole
    assert [tag.id for tag in after.own_tags] == ["t2"]


@pytest.mark.parametrize(
    ("kind", "id_"), [("episodes", "x"), ("moments", "e"), ("person", ""), ("own_tags", "care")]
)
def test_what_is_not_there_cannot_be_deleted(kind: str, id_: str) -> None:
    with pytest.raises(KeyError):
        deleting(BOTH, kind, id_)


@pytest.mark.parametrize(("own", "into"), [("t1", "t1"), ("t1", "x"), ("x", "care"), ("neglect", "care")])
def test_only_ones_own_can_be_merged(own: str, into: str) -> None:
    with pytest.raises(KeyError):
        merging(BOTH, own, into)
