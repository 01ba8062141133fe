"""One's own tag put into another: alike from its form and from the settings, and taken back in one step."""

from typing import Any

import pytest
from dash import Dash

from models.errors import TimelineError, VaultError
from models.history import History, OwnTag
from models.sharing import Verdict
from tests.building import build_episode, build_relationship, open_session
from tests.histories import TODAY
from timeline.ui.pages import settings
from timeline.ui.session import Session
from timeline.ui.tag_merge import merge_tag


def make_verdict(pattern: str, note: str) -> Verdict:
    return Verdict(id=pattern, pattern=pattern, word="fits", note=note)


HISTORY = History(
    relationships=(build_relationship("m", "family", name="Mother"),),
    episodes=(build_episode("e", "m", None, "One", "own"),),
    own_tags=(OwnTag(id="own", label="compared", side="painful"),),
    verdicts=(
        make_verdict("together:own:loss", "one"),
        make_verdict("recurrence:own", "two"),
        make_verdict("recurrence:fear", "x"),
    ),
)


@pytest.fixture
def session() -> Session:
    return open_session(HISTORY, TODAY)


def test_an_own_word_is_put_together_with_another(session: Session) -> None:
    assert merge_tag(session, "own", "criticism") == "Put “compared” together with “criticism”"
    assert session.history.episodes[0].tags == ("criticism",)
    assert session.history.own_tags == ()
    assert {one.id for one in session.history.verdicts} == {
        "recurrence:fear", "recurrence:criticism", "together:criticism:loss",
    }  # fmt: skip
    session.desk.undo()
    assert session.history == HISTORY


def test_words_on_patterns_that_become_one_are_kept_together() -> None:
    """Two are put to the same one in one step; the notebook takes that, and gives it back."""
    own = (
        make_verdict("sequence:own:fear", "1"),
        make_verdict("sequence:fear:own", "2"),
        make_verdict("carry:own", "3"),
    )
    history = HISTORY.model_copy(update={"verdicts": own})
    here = open_session(history, TODAY)
    merge_tag(here, "own", "fear")
    assert {(one.pattern, one.note) for one in here.history.verdicts} == {
        ("sequence:fear:fear", "1\n\n2"),
        ("carry:fear", "3"),
    }
    here.desk.undo()
    assert here.history == history


@pytest.mark.parametrize(
    ("own", "into", "says"),
    [
        ("own", "", "Choose the word that takes its place."),
        ("own", "own", "Choose the word that takes its place."),
        ("own", "nowhere", "Choose the word that takes its place."),
        ("gone", "loss", "no longer there"),
        ("loss", "fear", "no longer there"),
    ],
)
def test_what_cannot_be_put_together_is_told(session: Session, own: str, into: str, says: str) -> None:
    with pytest.raises(TimelineError, match=says):
        merge_tag(session, own, into)
    assert session.history == HISTORY


def merge_on_settings(here: Session, this: object, into: object) -> Any:
    app = Dash("settings")
    settings.add_to(app, here)
    [callback] = [one for key, one in app.callback_map.items() if "merge-says.children" in key]
    return callback["callback"].__wrapped__.__wrapped__(1, this, into)


def test_the_settings_put_together_in_the_same_way(session: Session) -> None:
    assert merge_on_settings(session, None, "fear")["says"] == "Choose both tags first."
    assert merge_on_settings(session, "own", "own")["says"] == "Choose the word that takes its place."
    merged = merge_on_settings(session, "own", "criticism")
    assert (merged["seen"], merged["toast"]["says"]) == (
        session.desk.version,
        "Put “compared” together with “criticism”.",
    )
    assert session.history.own_tags == ()


def test_the_settings_tell_what_could_not_be_saved(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    def raise_disk_full(*_: object) -> bool:
        raise VaultError("The disk is full.")

    monkeypatch.setattr(session.desk, "record", raise_disk_full)
    assert merge_on_settings(session, "own", "criticism") == {"says": "The disk is full."}
