"""For my therapist, as a person uses it: words for the first page, a plan, its pages, and then the file."""

from pathlib import Path

import pikepdf
import pytest
from playwright.sync_api import Page, expect

from models.dates import When
from models.history import History, Person, Relationship
from models.steps import KindNote, Strength
from tests.browser.conftest import DESK, PHONE, Notebook, OpenNotebook, find_violations, is_keeping
from tests.building import build_episode, build_relationship
from timeline.messages import filter_bar as filter_words
from timeline.messages import report as report_words
from timeline.messages import share_page as share_words

pytestmark = pytest.mark.browser


def make_relationship(id_: str, name: str, start: str) -> Relationship:
    return build_relationship(id_, "family", start, name=name)


LIFE = History(
    person=Person(name="Ada Quill", birth=When("1984")),
    relationships=(
        make_relationship("mother", "Wilma Quill", "1984"),
        make_relationship("aunt", "Ottilie Brand", "1990"),
    ),
    episodes=(
        build_episode(
            "door",
            "mother",
            "age 7",
            "Wilma shut the door",
            "neglect",
            intensity=4,
            story="Nobody may read this sentence",
        ),
        build_episode("tea", "aunt", "1995", "Tea with Ottilie", "care"),
    ),
)


def open_share_page(notebook: Notebook, **how: object) -> Page:
    page = notebook.open_page(**how)
    page.get_by_role("button", name="For my therapist").click()
    page.get_by_role("heading", name="For my therapist").wait_for()
    return page


def download_file(page: Page, folder: Path) -> Path:
    with page.expect_download() as download:
        page.get_by_role("button", name=share_words.TAKE).click()
    assert download.value.suggested_filename == "notes.pdf"
    path = folder / "taken.pdf"
    download.value.save_as(path)
    return path


def test_from_a_first_word_to_the_file(open_notebook: OpenNotebook, tmp_path: Path) -> None:
    notebook = open_notebook(LIFE)
    page = open_share_page(notebook)
    expect(page.get_by_role("button", name=share_words.TAKE)).to_be_disabled()
    page.get_by_label("Title").fill("Always the one who waits")
    page.get_by_label("Title").press("Tab")
    expect(page.locator("#toast-words")).to_have_text("Changed the first page.")
    assert notebook.desk.history.cover.title == "Always the one who waits"

    page.get_by_role("button", name=report_words.EVERYTHING_BUT_STORIES).click()
    expect(page.locator("#share-pages img").first).to_be_visible()
    leaves = page.locator("#share-leaves")
    expect(leaves).to_contain_text("W. Q.")
    expect(leaves).to_contain_text("shut the door")
    expect(leaves).not_to_contain_text("Wilma")
    expect(leaves).not_to_contain_text("Nobody may read")

    path = download_file(page, tmp_path)
    with pikepdf.open(path) as pdf:
        assert len(pdf.pages) >= 1
    assert b"Wilma" not in path.read_bytes()


def test_a_plan_begun_while_a_filter_is_set_ticks_what_is_shown(open_notebook: OpenNotebook) -> None:
    notebook = open_notebook(LIFE)
    page = notebook.open_page()
    page.get_by_text(filter_words.SUMMARY, exact=True).click()
    page.get_by_label("From the year").fill("1994")
    page.get_by_label("to the year").fill("1996")
    page.locator("#filter-apply").click()
    expect(page.locator("#filter-says")).to_contain_text("1 of 2 moments")
    page.get_by_role("button", name="For my therapist").click()
    expect(page.locator("#share-plans")).to_contain_text("What you look at is narrowed.")
    page.get_by_role("button", name=report_words.EVERYTHING_BUT_STORIES).click()
    expect(page.locator("#share-leaves")).to_contain_text("one moment is counted")
    (plan,) = notebook.desk.history.share_plans
    assert (plan.episodes, plan.years) == (("tea",), (1994, 1996))
    expect(page.locator("#share-choices").get_by_label("To the year")).to_have_value("1996")
    assert find_violations(page) == []


def test_a_new_plan_ticks_nothing_and_what_is_ticked_is_kept(open_notebook: OpenNotebook) -> None:
    notebook = open_notebook(LIFE)
    page = open_share_page(notebook)
    page.get_by_role("button", name="New plan").click()
    mother = page.locator("#share-tree").get_by_label("Wilma Quill")
    expect(mother).not_to_be_checked()
    mother.check()
    expect(page.locator("#share-leaves")).to_contain_text("one moment is counted")
    (plan,) = notebook.desk.history.share_plans
    assert (plan.relationships, plan.episodes, plan.headlines) == (("mother",), ("door",), ())
    page.locator("#share-tree").get_by_text("1 moment").first.click()
    page.locator("#share-tree").get_by_label("in words").first.check()
    expect(page.locator("#share-leaves")).to_contain_text("so their words stay here")
    page.get_by_label("Moments one by one").check()
    expect(page.locator("#share-leaves")).to_contain_text("shut the door")
    page.locator("#undo").click()
    expect(page.locator("#share-leaves")).not_to_contain_text("shut the door")
    expect(page.get_by_label("Moments one by one")).not_to_be_checked()
    again = open_share_page(notebook.reopen())
    expect(again.locator("#share-tree").get_by_label("Wilma Quill")).to_be_checked()


def test_pages_that_changed_meanwhile_are_looked_at_first(open_notebook: OpenNotebook) -> None:
    notebook = open_notebook(LIFE)
    page = open_share_page(notebook)
    page.get_by_role("button", name="One page").click()
    expect(page.locator("#share-pages img").first).to_be_visible()
    notebook.desk.undo()
    notebook.desk.redo()  # as another tab would: the version is not the one whose pages are shown
    page.get_by_role("button", name=share_words.TAKE).click()
    expect(page.locator("#toast-words")).to_contain_text("Something changed since these pages were set")


def test_lines_of_the_steps_are_ticked_one_by_one(open_notebook: OpenNotebook) -> None:
    lines = {
        "strengths": (Strength(id="soup", text="Soup for Ottilie"), Strength(id="maps", text="<b>Maps</b>")),
        "kind_notes": (KindNote(id="note", text="You did what you could.", age=7),),
    }
    notebook = open_notebook(History(**{"person": LIFE.person, "relationships": LIFE.relationships} | lines))
    page = open_share_page(notebook)
    page.get_by_role("button", name=report_words.EVERYTHING_BUT_STORIES).click()
    leaves, tree = page.locator("#share-leaves"), page.locator("#share-tree")
    expect(leaves).to_contain_text("W. Q.")
    expect(leaves).not_to_contain_text("Soup")
    tree.get_by_text("Step 6: Confidence building, 2 lines").click()
    expect(tree.get_by_text("<b>Maps</b>")).to_be_visible()
    tree.get_by_role("checkbox", name="Soup for Ottilie").check()
    expect(leaves).to_contain_text("Soup for O. B.")
    expect(leaves).not_to_contain_text("Maps")
    assert notebook.desk.history.share_plans[0].steps == (("strengths", "soup"),)
    page.get_by_role("checkbox", name="What I wrote in the steps, line by line as ticked").uncheck()
    expect(leaves).to_contain_text("so they stay here")
    expect(leaves).not_to_contain_text("Soup for O. B.")
    assert find_violations(page) == []


def test_a_password_is_asked_of_the_file(open_notebook: OpenNotebook, tmp_path: Path) -> None:
    page = open_share_page(open_notebook(LIFE))
    page.get_by_role("button", name="One page").click()
    expect(page.locator("#share-pages img").first).to_be_visible()
    page.locator("#share-password").fill("short")
    page.get_by_role("button", name=share_words.TAKE).click()
    expect(page.locator("#toast-words")).to_contain_text("at least 8 characters")
    page.locator("#share-password").fill("four plain words here")
    path = download_file(page, tmp_path)
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(path)
    with pikepdf.open(path, password="four plain words here") as pdf:
        assert pdf.encryption.R == 6


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [DESK, PHONE])
def test_it_is_open_to_everyone(open_notebook: OpenNotebook, dark: bool, width: int) -> None:
    page = open_share_page(open_notebook(LIFE), dark=dark, width=width)
    page.get_by_role("button", name=report_words.EVERYTHING_BUT_STORIES).click()
    expect(page.locator("#share-pages img").first).to_be_visible()
    page.locator("#share-tree details").first.evaluate("fold => { fold.open = true; }")
    assert find_violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_an_empty_notebook_says_that_nothing_is_chosen(open_notebook: OpenNotebook) -> None:
    page = open_share_page(open_notebook())
    page.get_by_role("button", name="New plan").click()
    expect(page.locator("#share-trouble")).to_contain_text("Nothing is chosen yet")


def test_two_tabs_and_undo_lose_no_word_of_the_first_page(open_notebook: OpenNotebook) -> None:
    notebook = open_notebook(LIFE)
    one, other = open_share_page(notebook), open_share_page(notebook)
    one.get_by_label("In my own words").fill("I wait.")
    one.get_by_label("In my own words").press("Tab")
    expect(one.locator("#toast-words")).to_have_text("Changed the first page.")
    other.get_by_label("What I hope for").fill("A house")
    other.get_by_label("What I hope for").press("Tab")
    expect(other.get_by_label("In my own words")).to_have_value("I wait.")
    assert (notebook.desk.history.cover.summary, notebook.desk.history.cover.hope) == ("I wait.", "A house")

    other.get_by_label("In my own words").fill("I waited.")
    other.get_by_label("In my own words").press("Tab")
    expect(other.locator("#toast-words")).to_have_text("Changed the first page.")
    one.get_by_label("In my own words").fill("I still wait.")
    one.get_by_label("In my own words").press("Tab")
    one.get_by_text("It reads there now: “I waited.”").wait_for()
    assert notebook.desk.history.cover.summary == "I waited."
    one.get_by_label("In my own words").focus()
    one.get_by_label("In my own words").press("Tab")
    expect(one.get_by_label("What I hope for")).to_have_value("A house")
    assert notebook.desk.history.cover.summary == "I still wait."
    one.locator("#undo").click()
    expect(one.get_by_label("In my own words")).to_have_value("I waited.")


def test_the_first_page_is_kept_as_it_is_typed(open_notebook: OpenNotebook) -> None:
    notebook = open_notebook(LIFE)
    page = open_share_page(notebook)
    with page.expect_response(is_keeping("Half a sen")):
        page.get_by_label("In my own words").fill("Half a sen")
    page.reload()
    page.locator("#main > *").first.wait_for()
    page.get_by_role("button", name="For my therapist").click()
    expect(page.get_by_label("In my own words")).to_have_value("Half a sen")
    page.get_by_text("This is what you typed last.").wait_for()
    assert not notebook.desk.history.cover.summary
    page.get_by_label("In my own words").press("End")
    page.get_by_label("In my own words").press_sequentially("tence.", delay=5)
    page.get_by_label("What I hope for").focus()
    expect(page.locator("#toast-words")).to_have_text("Changed the first page.")
    assert notebook.desk.history.cover.summary == "Half a sentence."
    assert notebook.desk.draft("cover") is None


def test_a_name_taken_out_on_the_way_to_the_button_is_not_in_the_file(open_notebook: OpenNotebook) -> None:
    notebook = open_notebook(LIFE)
    page = open_share_page(notebook)
    page.get_by_role("button", name=report_words.EVERYTHING_BUT_STORIES).click()
    expect(page.locator("#share-pages img").first).to_be_visible()
    page.locator("#share-tree").get_by_text("1 moment").first.click()
    page.locator("#share-tree input[data-also]").first.fill(
        "the door"
    )  # counts as said once the field is left
    page.get_by_role("button", name=share_words.TAKE).click(delay=150)
    expect(page.locator("#toast-words")).to_contain_text("Something changed since these pages were set")
    (plan,) = notebook.desk.history.share_plans
    assert plan.also_called == (("mother", "the door"),)


def test_every_page_is_shown_and_can_be_seen_larger(open_notebook: OpenNotebook) -> None:
    many = tuple(
        build_episode(f"e{n}", "mother", f"{1990 + n % 20}", f"Moment {n}. " + "long " * 20)
        for n in range(260)
    )
    page = open_share_page(open_notebook(LIFE.model_copy(update={"episodes": many})))
    page.get_by_role("button", name=report_words.EVERYTHING_BUT_STORIES).click()
    rest = page.get_by_role("button", name="pages as well")
    rest.wait_for()
    shown = page.locator("#share-pages img").count()
    more = int(rest.inner_text().split()[3])
    rest.click()
    expect(page.locator("#share-pages img")).to_have_count(shown + more)
    page.locator("#share-pages .sheet").last.click()
    page.locator("dialog.sheet-large img").wait_for()
    assert find_violations(page, "dialog.sheet-large") == []
    page.keyboard.press("Escape")
    expect(page.locator("dialog.sheet-large")).to_have_count(0)
