"""From a pattern to its moments, to the picture and back; one's own word on it, kept and undone."""

from datetime import date

import pytest
from playwright.sync_api import Page, expect

from models.history import History, OwnTag, Person
from tests.browser.conftest import DESK, PHONE, OpenNotebook, find_violations, is_keeping
from tests.building import build_episode, build_relationship, read_sample
from timeline.messages import filter_bar as filter_words
from timeline.messages import picture as picture_words

pytestmark = pytest.mark.browser

TODAY = date(2026, 1, 1)
PATTERN = "recurrence:rejection"


def make_history() -> History:
    """Six people, turned away by four of them, held by the other two."""
    kinds = ("family", "family", "friendship", "romantic", "romantic", "mentor")
    bonds = tuple(
        build_relationship(f"r{n}", kind, f"{1990 + 5 * n}", name=name)
        for n, (name, kind) in enumerate(
            zip(("Mum", "Gran", "Nina", "David", "Jo", "Lindsay"), kinds, strict=True)
        )
    )
    tags = (
        ("rejection",),
        ("care",),
        ("rejection",),
        ("rejection", "care"),
        ("care", "welcome"),
        ("rejection",),
    )
    moments = tuple(
        build_episode(f"e{n}", f"r{n}", f"{1992 + 5 * n}", f"A moment {n}", *some)
        for n, some in enumerate(tags)
    )
    return History(person=Person(name="Ada", birth="1985"), relationships=bonds, episodes=moments)


def go_to_patterns(page: Page) -> None:
    page.get_by_role("navigation").get_by_role("button", name="Patterns").click()
    page.locator(".pattern").first.wait_for()


def test_from_the_card_to_the_picture_and_back(open_notebook: OpenNotebook) -> None:
    page = open_notebook(make_history()).open_page()
    go_to_patterns(page)
    page.locator(f"[data-pattern='{PATTERN}']").click()
    expect(page.get_by_role("heading", name="Rejection", exact=True)).to_be_visible()
    expect(page.get_by_text("In 4 of the 6 relationships you tagged")).to_be_visible()
    expect(page.locator(".evidence > li")).to_have_count(4)
    page.get_by_role("button", name="See it in the picture").click()
    expect(page.get_by_role("heading", name="Rejection, in the order you met it")).to_be_visible()
    page.get_by_role("button", name="Back to the pattern").click()
    expect(page.get_by_role("heading", name="What it rests on")).to_be_visible()
    page.get_by_role("button", name="All patterns").click()
    expect(page.get_by_role("heading", name="Tags that run through")).to_be_visible()


def test_ones_own_word_is_kept_and_taken_back(open_notebook: OpenNotebook) -> None:
    notebook = open_notebook(make_history())
    page = notebook.open_page()
    go_to_patterns(page)
    page.locator(f"[data-pattern='{PATTERN}']").click()
    page.get_by_role("button", name="Keep it").click()
    expect(page.get_by_text("Choose one of the three first.")).to_be_visible()
    page.get_by_label("It fits").check()
    with page.expect_response(is_keeping("More since I moved.")):
        page.get_by_label("A note, if you like").fill("More since I moved.")
    page.close()  # typed, and the tab is closed before it is saved
    page = notebook.open_page()
    go_to_patterns(page)
    page.locator(f"[data-pattern='{PATTERN}']").click()
    expect(page.get_by_text("This note was typed and is not kept yet.")).to_be_visible()
    page.get_by_label("It fits").check()
    page.get_by_role("button", name="Keep it").click()
    expect(page.locator("#toast-words")).to_contain_text("is kept")
    assert notebook.desk.draft(f"verdict:{PATTERN}") is None
    page = notebook.reopen().open_page()
    go_to_patterns(page)
    expect(page.locator(f"[data-pattern='{PATTERN}']")).to_contain_text("you said: it fits")
    page.locator(f"[data-pattern='{PATTERN}']").click()
    expect(page.get_by_label("A note, if you like")).to_have_value("More since I moved.")
    page.get_by_role("button", name="Undo", exact=True).first.click()
    expect(page.get_by_label("It fits")).not_to_be_checked()
    expect(page.get_by_label("A note, if you like")).to_have_value("")


@pytest.mark.parametrize("width", [DESK, PHONE])
@pytest.mark.parametrize("dark", [False, True])
def test_nothing_bars_the_way(open_notebook: OpenNotebook, width: int, dark: bool) -> None:
    page = open_notebook(read_sample()).open_page(width=width, dark=dark)
    go_to_patterns(page)
    assert find_violations(page, "#main") == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.locator(".pattern").first.click()
    page.get_by_role("heading", name="What it rests on").wait_for()
    assert find_violations(page, "#main") == []


def test_one_question_is_asked_before_looking(open_notebook: OpenNotebook) -> None:
    notebook = open_notebook(make_history())
    page = notebook.open_page()
    go_to_patterns(page)
    page.get_by_role("button", name="Ask one thing").click()
    page.get_by_role("button", name="Ask my own").click()
    expect(page.get_by_text("Choose what the question is about first.")).to_be_visible()
    page.get_by_label("Is support something I find with friends?").check()
    page.get_by_role("button", name="Ask this").click()
    expect(page.get_by_text("You asked 1 question so far")).to_be_visible()
    expect(page.locator(".asked")).to_contain_text("asked on ")
    expect(page.get_by_text("whatever the filter on the other pages leaves out")).to_be_visible()
    assert len(notebook.desk.history.asked) == 1
    page.get_by_role("button", name="Undo", exact=True).first.click()
    expect(page.get_by_text("Nothing asked yet.")).to_be_visible()


def test_two_are_compared(open_notebook: OpenNotebook) -> None:
    page = open_notebook(make_history()).open_page()
    go_to_patterns(page)
    page.get_by_role("button", name="Compare two").click()
    table = page.locator(".two-parts")
    expect(table).to_contain_text("Family: 2 tagged relationships")
    expect(table).to_contain_text("1 of 2")
    assert find_violations(page, "#main") == []
    heads = table.locator("thead").inner_text()
    page.get_by_role("navigation").get_by_role("button", name="Views").click()
    page.get_by_role("button", name="Side by side").click()
    says = page.locator("#view-says")
    expect(says).to_contain_text("Family: 2 tagged relationships.")
    page.get_by_text("The same as a table").click()
    expect(page.locator("#view-table th").nth(1)).to_have_text("Family: 2 tagged relationships")
    assert page.locator("#view-table th").nth(2).inner_text() in heads


def test_the_filter_narrows_the_patterns_and_the_picture_until_it_is_lifted(
    open_notebook: OpenNotebook,
) -> None:
    page = open_notebook(make_history()).open_page()
    go_to_patterns(page)
    page.get_by_text(filter_words.SUMMARY, exact=True).click()
    assert find_violations(page, "#main") == []
    page.get_by_label("Romantic").check()
    page.get_by_role("button", name="Show only this").click()
    says = page.locator("#filter-says")
    expect(says).to_contain_text("Narrowed to Romantic. Shown: 2 of 6 relationships and 2 of 6 moments.")
    expect(page.locator(f"[data-pattern='{PATTERN}']")).to_contain_text("In 1 of the 2 relationships")
    page.get_by_role("navigation").get_by_role("button", name="Timeline").click()
    expect(says).to_contain_text("Narrowed to Romantic")
    expect(page.locator(".thread").first).to_contain_text("of 2 people")
    page.get_by_role("button", name="Show everything again").click()
    expect(page.locator("#filter-told")).to_be_hidden()
    expect(page.locator(".thread").first).to_contain_text("of 6 people")


def test_a_tag_chooses_the_patterns_that_are_listed(open_notebook: OpenNotebook) -> None:
    page = open_notebook(make_history()).open_page()
    go_to_patterns(page)
    page.get_by_text(filter_words.SUMMARY, exact=True).click()
    page.get_by_label("Tags to look at").first.click()
    page.get_by_role("option", name="rejection", exact=True).click()
    page.get_by_role("button", name="Show only this").click()
    says = page.locator("#filter-says")
    expect(says).to_have_text("Listed: what is about rejection. It is counted over everything you entered.")
    expect(page.locator("[data-pattern='recurrence:care']")).to_have_count(0)
    expect(page.locator(".side").last).to_contain_text("None in what the filter shows.")
    assert find_violations(page, "#main") == []
    card = page.locator(f"[data-pattern='{PATTERN}']")
    expect(card).to_contain_text("In 4 of the 6 relationships")
    card.click()
    expect(page.get_by_role("heading", name=picture_words.WHO_ANSWERED)).to_be_visible()
    expect(page.locator("#filter-told")).to_be_hidden()
    page.get_by_role("navigation").get_by_role("button", name="Timeline").click()
    expect(says).to_contain_text("Shown: 4 of 6 relationships and 4 of 6 moments.")


@pytest.mark.parametrize("width", [DESK, PHONE])
def test_each_view_is_drawn_said_and_listed(open_notebook: OpenNotebook, width: int) -> None:
    page = open_notebook(read_sample()).open_page(width=width)
    page.get_by_role("navigation").get_by_role("button", name="Views").click()
    for name in ("Tags and people", "One relationship", "Side by side", "Given and returned"):
        page.get_by_role("button", name=name).click()
        expect(page.get_by_role("heading", name=name)).to_be_visible()
        page.locator("#view .main-svg").first.wait_for()
        expect(page.locator("#view-says")).not_to_be_empty()
        if not page.evaluate("document.getElementById('view-table').open"):
            page.get_by_text("The same as a table").click()
        expect(page.locator("#view-table table")).to_be_visible()
    page.get_by_role("button", name="One relationship").click()
    page.locator("#view-table td button").first.click()
    expect(page.locator("#panel")).to_contain_text("With whom?")
    page.locator("#panel").get_by_role("button", name="Close").click()
    assert find_violations(page, "#main") == []


def test_settings_are_saved_followed_by_undo_and_tags_merged(open_notebook: OpenNotebook) -> None:
    own = OwnTag(id="own-1", label="walked off", side="painful")
    plain = make_history()
    moments = tuple(
        one.model_copy(update={"tags": (*one.tags, "own-1")}) if one.id == "e0" else one
        for one in plain.episodes
    )
    told = History(person=plain.person, own_tags=(own,), relationships=plain.relationships, episodes=moments)
    notebook = open_notebook(told)
    page = notebook.open_page()
    page.get_by_role("navigation").get_by_role("button", name="Settings").click()
    expect(page.get_by_text("It is not locked: whoever can use this computer can read it.")).to_be_visible()
    page.get_by_label("The year").check()
    expect(page.locator("#toast-words")).to_contain_text("Changed what stands below the picture")
    assert notebook.desk.history.settings.axis == "year"
    page.locator("#toast-undo").click()
    expect(page.get_by_label("Your age")).to_be_checked()
    expect(page.get_by_text("walked off (painful): 1 moment")).to_be_visible()
    page.get_by_role("button", name="Merge").click()
    expect(page.get_by_text("Choose both tags first.")).to_be_visible()
    for field, words in (("This tag", "walked off"), ("into this one", "rejection")):
        page.get_by_label(field, exact=True).first.click()
        page.get_by_role("option", name=words, exact=True).click()
    page.get_by_role("button", name="Merge").click()
    expect(page.get_by_text("None yet. You can add your own")).to_be_visible()
    assert notebook.desk.history.episodes[0].tags == ("rejection",)
    page.locator("#toast-undo").click()
    expect(page.get_by_text("walked off (painful): 1 moment")).to_be_visible()
    assert find_violations(page, "#main") == []


def test_back_to_the_list_is_back_to_the_card(open_notebook: OpenNotebook) -> None:
    page = open_notebook(read_sample()).open_page(height=600)
    go_to_patterns(page)
    page.locator("[data-pattern='recurrence:criticism']").click()
    page.get_by_role("button", name="All patterns").click()
    card = page.locator("[data-pattern='recurrence:criticism']")
    expect(card).to_be_focused()
    expect(card).to_be_in_viewport()


def test_an_edit_that_changes_a_pattern_is_named(open_notebook: OpenNotebook) -> None:
    notebook = open_notebook(make_history())
    page = notebook.open_page()
    go_to_patterns(page)
    page.locator("[data-pattern='recurrence:care']").click()
    page.locator(".evidence .quoted").last.click()
    page.locator("#panel").get_by_role("button", name="Delete").click()
    page.get_by_role("button", name="All patterns").click()
    expect(page.get_by_role("heading", name="What changed here")).to_be_visible()
    expect(page.locator(".changed")).to_contain_text("No longer a pattern since you changed")
