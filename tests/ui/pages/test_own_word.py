"""The word on a pattern: what was typed is forgotten once it is saved, and not before."""

from typing import Any

import pytest
from dash import Dash

from models.errors import VaultError
from models.history import History
from models.sharing import Verdict
from tests.building import open_session
from tests.histories import TODAY
from timeline.storage.desk import Desk
from timeline.ui.forms import drafts
from timeline.ui.pages.patterns import verdict_form as own_word
from timeline.ui.session import Session

PATTERN = "recurrence:loss"
DRAFT = f"verdict:{PATTERN}"


def press_button(here: Session, button: str, *values: object) -> Any:
    app = Dash("own word")
    own_word.add_to(app, here)
    [press] = [
        one["callback"].__wrapped__.__wrapped__
        for one in app.callback_map.values()
        if [given["id"] for given in one["inputs"]] == [button]
    ]
    return press(1, {"pattern": PATTERN}, *values)


def test_a_note_that_could_not_be_saved_is_still_there(monkeypatch: pytest.MonkeyPatch) -> None:
    verdict = Verdict(id=PATTERN, pattern=PATTERN, word="unsure")
    here = open_session(History(verdicts=(verdict,)), TODAY)
    drafts.save_draft(here.desk, DRAFT, note="typed for long")

    def raise_disk_full(*_: object) -> bool:
        raise VaultError("The disk is full.")

    with monkeypatch.context() as patched:
        patched.setattr(here.desk, "record", raise_disk_full)
        told = {"says": "The disk is full."}
        assert press_button(here, "verdict-keep", "fits", "typed for long") == told
        assert press_button(here, "verdict-away") == told
    assert drafts.load_draft(here.desk, DRAFT) == {"note": "typed for long"}
    press_button(here, "verdict-keep", "fits", "typed for long")
    assert here.desk.draft(DRAFT) is None
    assert here.history.verdicts[0].note == "typed for long"


def test_a_word_that_a_file_gave_another_id_keeps_it() -> None:
    here = Session(
        Desk.of_sample(History(verdicts=(Verdict(id="v", pattern=PATTERN, word="unsure"),))), lambda: TODAY
    )
    press_button(here, "verdict-keep", "fits", "")
    assert [(one.id, one.pattern, one.word) for one in here.history.verdicts] == [("v", PATTERN, "fits")]
