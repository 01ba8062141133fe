"""A history with two people, and forms opened, waited for and saved as a person does."""

from playwright.sync_api import Locator, Page

from models.dates import When
from models.history import History, Person
from tests.browser.conftest import PATIENCE_MS
from tests.building import build_episode, build_relationship

TWO_PERSON_HISTORY = History(
    person=Person(name="K.", birth=When("1984")),
    relationships=(
        build_relationship("m", "family", "1984", name="Mother"),
        build_relationship("a", "friendship", name="Ana"),
    ),
    episodes=(build_episode("e1", "m", "age 7", "She forgot me.", "neglect"),),
)


def form(page: Page) -> Locator:
    return page.locator("#panel .entry-form")


def wait_until(page: Page, holds: str) -> None:
    """Wait for something to hold; the page's policy bars Playwright's own way of waiting for a script."""
    for _ in range(PATIENCE_MS // 50):
        if page.evaluate(holds):
            return
        page.wait_for_timeout(50)
    raise AssertionError(f"never: {holds}")


def open_form(page: Page, kind: str, id_: str = "", **more: str) -> Locator:
    """The form, as any page opens it: by what it writes into the form store."""
    told = {"kind": kind, "id": id_} | more
    page.evaluate("told => dash_clientside.set_props('form', { data: told })", told)
    form(page).locator(".presses").wait_for()
    wait_until(page, "document.querySelector('#panel').contains(document.activeElement)")
    return form(page)


def save_form(page: Page) -> str:
    """Save with the keys; what the toast says once the form has closed."""
    page.keyboard.press("Control+Enter")
    form(page).wait_for(state="detached")
    page.locator("#toast.shown").wait_for()
    return page.locator("#toast-words").inner_text()
