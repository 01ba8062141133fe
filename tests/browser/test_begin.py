"""The beginning of a history, and the picture it leads to, in a real browser."""

from datetime import date

import pytest
from playwright.sync_api import expect

from models.history import History
from tests.browser.conftest import OpenNotebook, find_violations
from tests.browser.forms import TWO_PERSON_HISTORY, form, open_form, save_form, wait_until

pytestmark = pytest.mark.browser


def test_what_is_typed_at_the_beginning_is_there_on_coming_back(open_notebook: OpenNotebook) -> None:
    notebook = open_notebook(TWO_PERSON_HISTORY)
    page = notebook.open_page()
    page.evaluate("dash_clientside.set_props('place', { data: { page: 'begin', focus: 'stop' } })")
    page.get_by_label("What do I do then?").fill("Go outside.")
    page.get_by_role("navigation", name="Pages").get_by_role("button", name="Steps").click()
    page.locator(".path").wait_for()
    page.evaluate("dash_clientside.set_props('place', { data: { page: 'begin', focus: 'stop' } })")
    expect(page.get_by_label("What do I do then?")).to_have_value("Go outside.")
    page.get_by_text("This is what you typed and did not save yet.").wait_for()
    page.get_by_role("button", name="Save and go on").click()
    page.get_by_role("heading", name="One person who was good to you").wait_for()
    assert notebook.desk.history.stop_plan.do == ("Go outside.",)
    assert notebook.desk.draft("walk/stop/") is None
    page.locator('.begin [id*=\'"do":"back"\']').click()
    expect(page.get_by_label("What do I do then?")).to_have_value("Go outside.")
    expect(page.get_by_text("This is what you typed and did not save yet.")).to_have_count(0)


def test_who_has_no_date_yet_is_named_under_the_picture(open_notebook: OpenNotebook) -> None:
    notebook = open_notebook(TWO_PERSON_HISTORY)
    page = notebook.open_page()
    page.locator("#life-not-placed").get_by_role("button", name="Ana").click()
    form(page).get_by_label("When did it begin?").fill("1990")
    save_form(page)
    expect(page.locator("#life-not-placed")).to_have_text("")
    open_form(page, "episode", relationship="a").get_by_label("What happened").fill("Before me")
    form(page).get_by_label("When was it?").fill("1950")
    form(page).get_by_text("1950: before your birth.").wait_for()
    save_form(page)
    expect(page.locator("#life-not-placed")).to_contain_text(
        "One moment has no date, or one from before your birth"
    )


def test_the_picture_follows_its_width_after_another_page(open_notebook: OpenNotebook) -> None:
    page = open_notebook(TWO_PERSON_HISTORY).open_page()
    page.get_by_role("button", name="Entries").click()
    page.get_by_role("button", name="Timeline").click()
    page.locator("#life .main-svg").first.wait_for()
    open_form(page, "episode")
    wait_until(
        page,
        """(() => {
        const svg = document.querySelector("#life .main-svg"), box = document.querySelector("#picture-box");
        return svg && Math.abs(svg.getBoundingClientRect().width - box.clientWidth) < 2;
    })()""",
    )


def test_hiding_one_tab_hides_them_all(open_notebook: OpenNotebook) -> None:
    notebook = open_notebook(TWO_PERSON_HISTORY)
    one = notebook.open_page()
    other = one.context.new_page()
    other.goto(f"http://127.0.0.1:{notebook.guard.port}/")
    other.locator("#main > *").first.wait_for()
    one.locator("#hide").click()
    for page in (one, other):
        page.wait_for_url("**/assets/blank.html")


def test_a_new_history_begins_with_who_is_on_my_mind(open_notebook: OpenNotebook) -> None:
    notebook = open_notebook(TWO_PERSON_HISTORY, sample=True)
    page = notebook.open_page()
    page.get_by_role("button", name="Start my own").first.click()
    page.get_by_text("Not locked: whoever can use this computer").wait_for()
    assert notebook.desk.is_sample
    page.get_by_role("button", name="Start my notebook").click()
    page.get_by_text("Is someone on your mind now?").wait_for()
    assert notebook.desk.history == History()
    page.get_by_label("Name, or a name you choose").fill("Riborg")
    page.keyboard.press("Control+Enter")
    page.get_by_text("Choose one of these.").wait_for()
    page.locator("#main").get_by_text("Romantic", exact=True).click()
    page.get_by_label("I gave or felt much more").check()
    page.keyboard.press("Control+Enter")
    page.get_by_role("heading", name="If it gets too much").wait_for()
    [riborg] = notebook.desk.history.relationships
    assert (riborg.on_my_mind, [wide.tag for wide in riborg.tags]) == (True, ["unreciprocated"])
    page.get_by_label("What do I do then?").fill("Go outside.\nCall Ana.")
    page.keyboard.press("Control+Enter")
    page.get_by_role("heading", name="One person who was good to you").wait_for()
    assert notebook.desk.history.stop_plan.do == ("Go outside.", "Call Ana.")
    for title in (
        "A few landmarks",
        "Who looked after you as a child?",
        "Forward in time",
        "And today",
        "One hope",
    ):
        page.locator('.begin [id*=\'"do":"skip"\']').click()
        page.get_by_role("heading", name=title).wait_for()
        assert find_violations(page, "#main") == []
    page.get_by_label("What do you hope for?").fill("A house by the sea")
    page.keyboard.press("Control+Enter")
    page.locator(".page-picture").wait_for()
    [hope] = notebook.desk.history.reflections
    assert (hope.hope, hope.on) == ("A house by the sea", date.today())
