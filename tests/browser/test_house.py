"""The house around every page, in a real browser: hiding, keys, undo, colours, and a server that is gone."""

import pytest
from playwright.sync_api import Page, expect

from models.changes import Change
from models.dates import When
from models.history import History, Person, entry_text
from tests.browser.conftest import DESK, PHONE, Notebook, OpenNotebook, find_violations
from tests.building import build_episode, build_relationship

pytestmark = pytest.mark.browser

MOTHER = build_relationship("mother", "family", "1984")
MOMENT = build_episode("door", "mother", "age 7", "The door stayed shut", "neglect", intensity=3)
LIFE = History(person=Person(name="Ada", birth=When("1984")), relationships=(MOTHER,), episodes=(MOMENT,))


def wait_for_blank_page(page: Page) -> bool:
    page.wait_for_url("**/assets/blank.html")
    return "Mother" not in page.content() and page.title() == "Notes"


def tap_shift(page: Page, times: int) -> None:
    for _ in range(times):
        page.keyboard.press("Shift")


def open_page_with_undo(notebook: Notebook) -> Page:
    """A page on which one thing can be taken back."""
    friend = MOTHER.model_copy(update={"id": "friend", "name": "Friend", "kind": "friendship"})
    notebook.desk.record("Added “Friend”", [Change("relationships", "friend", None, entry_text(friend))])
    return notebook.open_page()


def test_the_hide_button_comes_first_and_leaves_nothing(open_notebook: OpenNotebook) -> None:
    page = open_notebook(LIFE).open_page()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "hide"
    page.keyboard.press("Enter")
    assert wait_for_blank_page(page)
    page.go_back()
    assert "Mother" not in page.content()


def test_three_taps_of_shift_hide(open_notebook: OpenNotebook) -> None:
    page = open_notebook(LIFE).open_page()
    tap_shift(page, 3)
    assert wait_for_blank_page(page)


@pytest.mark.parametrize("between", ["a", "Escape", "click"])
def test_two_taps_and_something_else_do_not_hide(open_notebook: OpenNotebook, between: str) -> None:
    page = open_notebook(LIFE).open_page()
    tap_shift(page, 2)
    if between == "click":
        page.mouse.click(2, 2)
    else:
        page.keyboard.press(between)
    tap_shift(page, 2)
    assert page.url.endswith("/")  # hiding empties the page at the key, before anything else happens
    assert page.locator("#top").is_visible()


def test_a_capital_letter_is_no_tap(open_notebook: OpenNotebook) -> None:
    page = open_notebook(LIFE).open_page()
    for letter in "ABCD":
        page.keyboard.press(f"Shift+{letter}")
    assert page.locator("#top").is_visible()


def test_keys_are_listed_on_a_question_mark_and_closed_by_escape(open_notebook: OpenNotebook) -> None:
    page = open_notebook(LIFE).open_page()
    page.keyboard.press("?")
    expect(page.locator("#keys")).to_be_visible()
    assert find_violations(page, "#keys") == []
    page.keyboard.press("Escape")
    expect(page.locator("#keys")).to_be_hidden()


def test_undo_and_redo_say_what_they_take_back(open_notebook: OpenNotebook) -> None:
    notebook = open_notebook(LIFE)
    page = open_page_with_undo(notebook)
    expect(page.locator("#undo")).to_have_attribute("title", "Undo: Added “Friend”")
    page.keyboard.press("Control+z")
    expect(page.locator("#toast-words")).to_have_text("Taken back: Added “Friend”.")
    assert [r.id for r in notebook.desk.history.relationships] == ["mother"]
    expect(page.locator("#redo")).to_be_enabled()
    page.keyboard.press("Control+Shift+z")
    expect(page.locator("#toast-words")).to_have_text("Done again: Added “Friend”.")
    assert [r.id for r in notebook.desk.history.relationships] == ["mother", "friend"]


def test_nothing_stays_in_the_browser(open_notebook: OpenNotebook) -> None:
    page = open_page_with_undo(open_notebook(LIFE))
    page.locator("#colours").click()
    expect(page.locator("html")).to_have_attribute("data-mantine-color-scheme", "dark")
    assert page.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]
    assert page.evaluate("indexedDB.databases().then(all => all.length)") == 0


def test_a_server_that_is_gone_is_said(open_notebook: OpenNotebook) -> None:
    notebook = open_notebook(LIFE)
    page = open_page_with_undo(notebook)
    expect(page.locator("#undo")).to_be_enabled()
    notebook.allowed_problems += [
        "error: Failed to load resource",
        "error: Error: Callback failed",
        "error: TypeError",
    ]
    page.route("**/_dash-update-component", lambda route: route.abort())
    page.locator("#undo").click()
    expect(page.locator("#trouble")).to_contain_text("Not saved. The program is no longer running.")


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [DESK, PHONE])
def test_the_picture_page_is_open_to_everyone(open_notebook: OpenNotebook, dark: bool, width: int) -> None:
    notebook = open_notebook(LIFE)
    page = notebook.open_page(dark=dark, width=width)
    page.locator("#life .main-svg").first.wait_for()
    page.locator("button.thread").first.click()
    expect(page.locator("#evidence")).to_be_visible()
    notebook.wait_until_settled(page)
    assert find_violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
