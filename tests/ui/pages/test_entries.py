"""Everything entered: what is found leads to where it was written, whatever kind of entry it is."""

from typing import get_args

import pytest

from models.history import COLLECTIONS, SINGLES, History
from models.sharing import StepKind, Verdict
from models.steps import (
    Activity,
    CheckIn,
    Contact,
    FeelingStrength,
    Intention,
    KindNote,
    NextMove,
    Reasons,
    Reflection,
    Strength,
)
from tests.building import build_relationship
from tests.histories import TODAY
from timeline.messages import entries_page as say
from timeline.ui.pages import entries, steps

LIFE = History(
    relationships=(build_relationship("r", "other", name="heron R"),),
    check_ins=(CheckIn(id="c", on=TODAY, feelings=(FeelingStrength(word="heron c", strength=1),)),),
    kind_notes=(KindNote(id="k", text="heron k", age=7),),
    next_moves=(NextMove(id="n", pattern="none", move="heron n", on=TODAY),),
    reasons=(Reasons(id="x", episode="e", others=("heron x",)),),
    intentions=(
        Intention(id="i1", on=TODAY, text="heron i1"),
        Intention(id="i2", on=TODAY, text="heron i2", about="offered"),
        Intention(id="i3", on=TODAY, text="heron i3", about="good"),
    ),
    activities=(Activity(id="a", on=TODAY, text="heron a"),),
    strengths=(Strength(id="s", text="heron s"),),
    reflections=(Reflection(id="f", on=TODAY, hope="heron f"),),
    contacts=(Contact(id="p", name="heron p"),),
    verdicts=(Verdict(id="v", pattern="recurrence:loss", word="fits", note="heron v"),),
)


@pytest.mark.parametrize(
    ("word", "page", "focus"),
    [
        ("c", "steps", "allow/check-in/c"),
        ("k", "steps", "heal/kind-note/k"),
        ("n", "steps", "heal/next-move/n"),
        ("x", "steps", "fair/reasons/x"),
        ("i1", "steps", "connect/reach/i1"),
        ("i2", "steps", "connect/offered/i2"),
        ("i3", "steps", "connect/offered/i3"),
        ("a", "steps", "able/activity/a"),
        ("s", "steps", "able/strength/s"),
        ("f", "steps", "trust/trust/f"),
        ("p", "help", ""),
        ("v", "patterns", "recurrence:loss"),
    ],
)
def test_what_is_found_opens_where_it_was_written(word: str, page: str, focus: str) -> None:
    [place] = [
        row["place"]
        for row in entries.build_search_results(LIFE, "heron")["rows"]
        if row["excerpt"][2].strip() == word
    ]
    assert place == {"page": page, "focus": focus}


def test_every_walk_named_is_there_and_edits_that_kind() -> None:
    walks = {f"{step.key}/{walk.key}/": walk for step in steps.STEPS for walk in step.walks}
    listed = {
        (of.collection, f"{step.key}/{of.edit_walk}/")
        for step in steps.STEPS
        for of in step.list_entry_lists()
        if of.edit_walk
    }
    for kind, (page, focus) in entries._STEP_PLACES.items():
        assert page == steps.KEY
        assert focus in walks
        assert (kind, focus) in listed
    assert {*entries._STEP_PLACES, "intentions"} == {*get_args(StepKind)}


def test_someone_found_is_edited_in_the_panel() -> None:
    row = entries.build_search_results(LIFE, "heron R")["rows"][0]
    assert row["form"] == {"kind": "relationship", "id": "r"}
    assert row["place"] is None


def test_every_kind_that_can_be_found_has_a_name_and_all_but_three_a_way() -> None:
    assert {*say.KINDS} == {*COLLECTIONS, *SINGLES}
    led = {
        *entries._FORM_OF_COLLECTION,
        *entries._STEP_PLACES,
        *entries._PAGE_PLACES,
        "intentions",
        "verdicts",
    }
    assert {*say.KINDS} - led == {"sources", "mappings", "to_place"}
