"""Everything entered, as a person uses it: a line of the steps is found, opened, changed and taken back."""

import pytest
from playwright.sync_api import expect

from models.history import History
from models.steps import KindNote, Strength
from tests.browser.conftest import OpenNotebook, find_violations

pytestmark = pytest.mark.browser
LIFE = History(
    kind_notes=(KindNote(id="note", text="You were brave at the lake", age=7),),
    strengths=(Strength(id="soup", text="Soup for everyone"),),
)


def test_what_is_found_opens_where_it_was_written(open_notebook: OpenNotebook) -> None:
    notebook = open_notebook(LIFE)
    page = notebook.open_page()
    page.get_by_role("button", name="Entries").click()
    page.get_by_label("Search in everything you wrote").fill("lake")
    page.get_by_role("button", name="Open: You were brave at the lake").click()
    expect(page.get_by_role("textbox", name="Age")).to_have_value("7")
    page.get_by_role("button", name="Next").click()
    page.get_by_label("Or in your own words").fill("You were very brave at the lake")
    page.get_by_role("button", name="Keep this").click()
    expect(page.locator("#toast-words")).to_contain_text("Changed: kind note")
    assert notebook.desk.history.kind_notes[0].text == "You were very brave at the lake"
    assert find_violations(page) == []
