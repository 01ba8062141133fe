"""Views in a real browser: each chart can be walked through by keyboard, like the picture."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import PHONE, OpenNotebook, find_violations
from tests.picture.lifeline.lives import build_ongoing_life

pytestmark = pytest.mark.browser


def open_view(page: Page, title: str) -> None:
    """Go from the view that is open to another, until that is drawn."""
    says = page.locator("#view-says")
    expect(says).to_contain_text(".")
    before = says.inner_text()
    page.get_by_role("button", name=title, exact=True).click()
    expect(says).not_to_have_text(before)
    expect(says).to_contain_text(".")
    expect(page.locator("#view .js-plotly-plot .scatterlayer")).to_have_count(1)


def test_a_chart_is_walked_through_and_opens_a_moment(open_notebook: OpenNotebook) -> None:
    page = open_notebook(build_ongoing_life()).open_page()
    page.get_by_role("button", name="Views", exact=True).click()
    box, status = page.locator("#picture-box"), page.locator("#view-walked")
    expect(page.locator("#view .js-plotly-plot .scatterlayer")).to_have_count(1)
    box.focus()
    page.keyboard.press("ArrowRight")
    expect(status).to_contain_text("1 of ")
    expect(page.locator(".walk-ring")).to_have_count(1)
    page.keyboard.press("End")
    page.keyboard.press("Escape")
    expect(status).to_have_text("")
    expect(page.locator("#panel > *")).to_have_count(0)
    page.keyboard.press("Home")
    page.keyboard.press("Enter")
    expect(page.locator("#panel input, #panel textarea").first).to_be_visible()


def test_given_and_returned_is_said_on_a_phone_without_opening_anything(open_notebook: OpenNotebook) -> None:
    page = open_notebook(build_ongoing_life()).open_page(width=PHONE)
    page.get_by_role("button", name="Views", exact=True).click()
    open_view(page, "Given and returned")
    page.locator("#picture-box").focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator("#view-walked")).to_contain_text("1 of 8: ")
    assert find_violations(page) == []
