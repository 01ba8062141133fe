"""Settings in a real browser: everything can be taken away as a file, and nothing is missing from it."""

from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import expect

from models.history import History
from models.steps import KindNote, Strength
from tests.browser.conftest import OpenNotebook, find_violations
from tests.building import build_episode, build_relationship
from timeline import formats

pytestmark = pytest.mark.browser

LIFE = History(
    relationships=(build_relationship("m", "family", name="Mother"),),
    episodes=(build_episode("e", "m", None, "She forgot me; “again”.", story="A\nlong one."),),
    kind_notes=(KindNote(id="k", text="You did what you could.", age=7),),
    strengths=(Strength(id="s", text="Soup"),),
)


@pytest.mark.parametrize(("press", "name"), [("All of it (JSON)", "notes.json"), ("As a table", "notes.csv")])
def test_everything_can_be_taken_away(
    open_notebook: OpenNotebook, tmp_path: Path, press: str, name: str
) -> None:
    page = open_notebook(LIFE).open_page()
    page.get_by_role("navigation").get_by_role("button", name="Settings").click()
    page.get_by_text("The file is not locked and hides nothing").wait_for()
    assert find_violations(page, "#main") == []
    with page.expect_download() as download:
        page.get_by_role("button", name=press).click()
    assert download.value.suggested_filename == name
    download.value.save_as(tmp_path / name)
    expect(page.locator("#toast-words")).to_contain_text(f"named {name}")
    reading = formats.read(name, (tmp_path / name).read_bytes(), date.today())
    assert (reading.problems, reading.history and reading.history.episodes) == ((), LIFE.episodes)
    if name.endswith(".json"):
        assert reading.history == LIFE
    else:
        expect(page.locator("#toast-words")).to_contain_text("does not hold")
