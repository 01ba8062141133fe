"""Entry in a real browser: set down, opened again tomorrow, wrong, undone, drafted, by keys alone."""

import re

import pytest
from playwright.sync_api import Page

from models.dates import When
from models.history import History
from tests.browser.conftest import DESK, PHONE, OpenNotebook, find_violations
from tests.browser.forms import TWO_PERSON_HISTORY, form, open_form, save_form, wait_until
from tests.building import build_episode, build_relationship
from tests.histories import HOSTILE_TEXTS

pytestmark = pytest.mark.browser


# A letter, the press that saves, and a stall: all in one turn of the browser.
STALL_AFTER_SAVE_SCRIPT = """([field, words, press]) => {
    const setter = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), "value").set;
    setter.call(field, words);
    field.dispatchEvent(new Event("input", { bubbles: true }));
    const saves = { key: "Enter", ctrlKey: true, bubbles: true };
    if (press === "keys") field.dispatchEvent(new KeyboardEvent("keydown", saves));
    else document.querySelector('#panel [data-key="save"]').click();
    for (const end = Date.now() + 200; Date.now() < end;);
}"""


def read_field_errors(page: Page) -> dict[str, str]:
    """What stands at which field, once saving has failed."""
    wait_until(page, "document.querySelector('#entry-wrong').textContent !== ''")
    fields = page.locator("#panel .field.wrong")
    fields.first.wait_for()
    return {
        field.locator("label, legend").first.inner_text().rstrip(" *"): field.locator(
            ".says-wrong"
        ).inner_text()
        for field in fields.all()
    }


def tick_tags(page: Page, *words: str) -> None:
    for word in words:
        page.locator("#panel .tags label", has_text=re.compile(f"^{word}(:|$)")).click()


def choose_person(page: Page, whom: str) -> None:
    page.get_by_role("textbox", name="With whom?").click()
    page.get_by_role("option", name=whom).click()


def enter_person(page: Page, name: str, kind: str) -> str:
    open_form(page, "relationship").get_by_label("Name, or a name you choose").fill(name)
    form(page).get_by_text(kind, exact=True).click()
    return save_form(page)


def enter_moment(page: Page, whom: str, headline: str, when: str, *tags: str) -> str:
    open_form(page, "episode").get_by_label("What happened").fill(headline)
    choose_person(page, whom)
    form(page).get_by_label("When was it?").fill(when)
    tick_tags(page, *tags)
    return save_form(page)


def test_three_people_and_six_moments_are_there_again_tomorrow(open_notebook: OpenNotebook) -> None:
    notebook = open_notebook()
    page = notebook.open_page()
    assert enter_person(page, "Mother", "Family") == "Added “Mother”."
    enter_person(page, "Ana", "Friendship")
    enter_person(page, "Jonas", "Romantic")
    open_form(page, "episode").get_by_label("What happened").fill("She forgot me at school.")
    choose_person(page, "Mother")
    form(page).get_by_label("When was it?").fill("age 7")
    form(page).get_by_text("placed once your year of birth").wait_for()
    form(page).get_by_label("In which year were you born?").fill("1984")
    tick_tags(page, "neglect", "fear")
    assert save_form(page) == "Added “She forgot me at school.”."
    enter_moment(page, "Mother", "She sang.", "about 1994", "care")
    open_form(page, "episode").get_by_label("What happened").fill("The raft.")
    choose_person(page, "Ana")
    form(page).get_by_role("button", name="I don’t know when").click()
    tick_tags(page, "joy")
    save_form(page)
    enter_moment(page, "Ana", "She moved away.", "summer 1998", "loss")
    enter_moment(page, "Jonas", "No answer came.", "2014-06", "unreciprocated")
    enter_moment(page, "Jonas", "He came to the station.", "between 2013 and 2015", "welcome")
    told = notebook.desk.history
    again = notebook.reopen()
    assert again.desk.history == told
    assert [one.when.as_written for one in told.episodes] == [
        "age 7", "about 1994", "I don't know when", "summer 1998", "2014-06", "between 2013 and 2015",
    ]  # fmt: skip
    assert told.person.birth == When("1984")
    page = again.open_page()
    page.get_by_role("button", name="Entries").click()
    page.locator("summary", has_text="Mother").click()
    page.get_by_text("She forgot me at school.").wait_for()
    again.close()


def test_every_field_says_what_is_wrong_and_keeps_what_was_typed(open_notebook: OpenNotebook) -> None:
    notebook = open_notebook(TWO_PERSON_HISTORY)
    page = notebook.open_page()
    panel = open_form(page, "relationship")
    panel.get_by_label("When did it begin?").fill("soon")
    page.keyboard.press("Control+Enter")
    said = read_field_errors(page)
    assert said.keys() == {"Name, or a name you choose", "What kind of bond?", "When did it begin?"}
    assert said["Name, or a name you choose"].startswith("Write something here")
    assert "summer 1998" in said["When did it begin?"]
    first = panel.get_by_label("Name, or a name you choose")
    assert first.evaluate("field => document.activeElement === field")
    assert first.get_attribute("aria-invalid") == "true"
    described = first.evaluate(
        "field => document.getElementById(field.getAttribute('aria-describedby')).textContent"
    )
    assert described == said["Name, or a name you choose"]
    assert panel.get_by_label("When did it begin?").input_value() == "soon"
    page.keyboard.press("Escape")
    form(page).wait_for(state="detached")

    panel = open_form(page, "episode", "e1")
    panel.get_by_label("What happened").fill("x" * 141)
    panel.get_by_label("When was it?").fill("31/02/1994")
    panel.locator("summary", has_text="What I hoped for").click()
    panel.get_by_label("How they responded").fill("y" * 141)
    panel.locator("summary", has_text="What I hoped for").click()
    page.keyboard.press("Control+Enter")
    said = read_field_errors(page)
    assert said.keys() == {"What happened, in one line", "When was it?", "How they responded"}
    assert panel.get_by_label("How they responded").is_visible()  # its fold was opened
    assert panel.locator(".counter").inner_text() == "141 of 140"
    assert notebook.desk.history == TWO_PERSON_HISTORY
    panel.get_by_label("What happened").fill("Fine now.")
    panel.get_by_label("When was it?").fill("1994")
    panel.get_by_label("How they responded").fill("They laughed.")
    assert save_form(page) == "Changed “Fine now.”."


def test_undo_and_redo_of_each(open_notebook: OpenNotebook) -> None:
    notebook = open_notebook(TWO_PERSON_HISTORY)
    page = notebook.open_page()
    states = [notebook.desk.history]
    steps = []
    enter_person(page, "Jonas", "Romantic")
    for act in (
        lambda: None,
        lambda: enter_moment(page, "Ana", "The raft.", "1998", "joy"),
        lambda: (open_form(page, "landmark").get_by_label("What was it?").fill("The move"),
                 form(page).get_by_label("When was it?").fill("1990"), save_form(page)),
        lambda: (open_form(page, "own_tag").get_by_label("The word").fill("compared"),
                 form(page).get_by_text("Painful", exact=True).click(), save_form(page)),
        lambda: (open_form(page, "person").get_by_label("call you").fill("Kaja"), save_form(page)),
        lambda: (open_form(page, "relationship", "m"),
                 form(page).get_by_role("button", name="Delete Mother and 1 moment").click(),
                 form(page).wait_for(state="detached")),
    ):  # fmt: skip
        act()
        states.append(notebook.desk.history)
        steps.append(notebook.desk.undo_name)
    assert steps[-1] == "Deleted “Mother” and 1 moment"
    for step, before in zip(reversed(steps), reversed(states[:-1]), strict=True):
        page.locator("#undo").click()
        page.get_by_text(f"Taken back: {step}.").wait_for()
        assert notebook.desk.history == before
    for step, after in zip(steps, states[1:], strict=True):
        page.locator("#redo").click()
        page.get_by_text(f"Done again: {step}.").wait_for()
        assert notebook.desk.history == after


@pytest.mark.parametrize("press", ["keys", "button"])
def test_the_last_words_are_saved_when_the_browser_stalls(open_notebook: OpenNotebook, press: str) -> None:
    notebook = open_notebook(TWO_PERSON_HISTORY)
    page = notebook.open_page()
    panel = open_form(page, "episode", "e1")
    field = panel.get_by_label("What happened").element_handle()
    page.evaluate(STALL_AFTER_SAVE_SCRIPT, [field, "She forgot me at the station.", press])
    panel.wait_for(state="detached")
    assert notebook.desk.history.episodes[0].headline == "She forgot me at the station."


def test_what_is_deleted_comes_back_from_the_toast(open_notebook: OpenNotebook) -> None:
    notebook = open_notebook(TWO_PERSON_HISTORY)
    page = notebook.open_page()
    page.get_by_role("button", name="Entries").click()
    page.locator("summary", has_text="Mother").click()
    page.get_by_role("button", name="Delete Mother and 1 moment").click()
    page.locator("summary", has_text="Mother").wait_for(state="detached")
    assert [one.name for one in notebook.desk.history.relationships] == ["Ana"]
    page.locator("#toast-undo").click()
    page.locator("summary", has_text="Mother").wait_for()
    assert notebook.desk.history == TWO_PERSON_HISTORY


def test_a_draft_survives_a_reload(open_notebook: OpenNotebook) -> None:
    notebook = open_notebook(TWO_PERSON_HISTORY)
    page = notebook.open_page()
    panel = open_form(page, "episode", relationship="a")
    panel.get_by_label("What happened").fill("Half a sen")
    tick_tags(page, "joy")
    panel.get_by_text("Draft saved").wait_for()
    page.reload()
    page.locator("#main > *").first.wait_for()
    panel = open_form(page, "episode")
    panel.get_by_text("did not save yet").wait_for()
    assert panel.get_by_label("What happened").input_value() == "Half a sen"
    assert panel.get_by_label("joy").is_checked()
    panel.get_by_role("button", name="Discard").click()
    wait_until(page, "document.querySelector('.entry-form .counted input').value === ''")
    assert notebook.desk.draft("entry/episode/new") is None
    assert notebook.desk.history == TWO_PERSON_HISTORY


def test_closing_within_the_pause_keeps_what_was_typed(open_notebook: OpenNotebook) -> None:
    notebook = open_notebook(TWO_PERSON_HISTORY)
    page = notebook.open_page()
    open_form(page, "episode", "e1").get_by_label("What happened").fill("Another way to put it")
    page.keyboard.press("Escape")
    form(page).wait_for(state="detached")
    panel = open_form(page, "episode", "e1")
    assert panel.get_by_label("What happened").input_value() == "Another way to put it"
    assert notebook.desk.history == TWO_PERSON_HISTORY


def test_two_tabs_lose_neither_text(open_notebook: OpenNotebook) -> None:
    notebook = open_notebook(TWO_PERSON_HISTORY)
    one, other = notebook.open_page(), notebook.open_page()
    open_form(one, "episode", "e1").get_by_label("What happened").fill("Mine")
    open_form(other, "episode", "e1").get_by_label("What happened").fill("Theirs")
    save_form(other)
    one.keyboard.press("Control+Enter")
    both = one.locator(".both")
    both.wait_for()
    assert "Theirs" in both.inner_text()
    assert "Mine" in both.inner_text()
    assert find_violations(one, "#panel") == []
    one.get_by_role("button", name="Keep mine").click()
    form(one).wait_for(state="detached")
    assert notebook.desk.history.episodes[0].headline == "Mine"
    notebook.desk.undo()
    assert notebook.desk.history.episodes[0].headline == "Theirs"


def test_by_keys_alone(open_notebook: OpenNotebook) -> None:
    notebook = open_notebook(TWO_PERSON_HISTORY)
    page = notebook.open_page()
    page.get_by_role("button", name="Entries").focus()
    page.keyboard.press("Enter")
    page.get_by_text("Everything entered").wait_for()
    page.locator("#entries-new-relationship").focus()
    page.keyboard.press("Enter")
    form(page).wait_for()
    wait_until(page, "document.activeElement.closest('.entry-form')")
    page.keyboard.type("Jonas")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")  # the first kind; the arrows walk along them
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Control+Enter")
    form(page).wait_for(state="detached")
    assert notebook.desk.history.relationships[-1].kind == "friendship"
    wait_until(page, "document.activeElement.id === 'entries-new-relationship'")
    page.keyboard.press("n")
    form(page).wait_for()
    wait_until(page, "document.activeElement.closest('.entry-form')")
    page.keyboard.type("Jon")
    page.get_by_role("option", name="Jonas").wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.get_by_role("option", name="Jonas").wait_for(state="hidden")
    for _ in range(2):
        page.keyboard.press("Tab")
    page.keyboard.type("Typed, and n opened nothing")
    page.keyboard.press("Control+Enter")
    form(page).wait_for(state="detached")
    assert notebook.desk.history.episodes[-1].headline == "Typed, and n opened nothing"
    page.get_by_role("button", name="Patterns").click()
    page.locator("#entries-search").wait_for(state="detached")
    page.keyboard.press("/")  # from any page
    wait_until(page, "document.activeElement.id === 'entries-search'")
    page.keyboard.type("nothing")
    page.locator("mark", has_text="nothing").wait_for()


def test_of_abuse_and_trauma_no_details_are_asked(open_notebook: OpenNotebook) -> None:
    page = open_notebook(TWO_PERSON_HISTORY).open_page()
    panel = open_form(page, "episode")
    assert panel.locator("summary", has_text="The story").is_visible()
    tick_tags(page, "trauma")
    panel.get_by_text("A headline is enough here.").wait_for()
    for fold in ("The story", "What I hoped for", "How I remember it"):
        assert not panel.locator("summary", has_text=fold).is_visible()
    assert panel.get_by_label("Keep this for my therapist").is_visible()
    tick_tags(page, "trauma")
    panel.locator("summary", has_text="The story").click()
    panel.get_by_label("As you would tell it").fill("told")
    tick_tags(page, "abuse")
    assert panel.get_by_label("As you would tell it").is_visible()  # what is told stays in sight


def test_a_good_moment_is_asked_for_before_the_third_painful_one(open_notebook: OpenNotebook) -> None:
    page = open_notebook(TWO_PERSON_HISTORY).open_page()
    enter_moment(page, "Mother", "One.", "1990", "neglect")
    enter_moment(page, "Mother", "Two.", "1991", "criticism")
    panel = open_form(page, "episode")
    panel.get_by_text("was there someone").wait_for()
    assert find_violations(page, "#panel") == []
    panel.get_by_role("button", name="A good moment first").click()
    page.locator(".side-name.painful").wait_for(state="detached")
    choose_person(page, "Ana")
    panel.get_by_label("What happened").fill("She stood by me.")
    tick_tags(page, "support")
    save_form(page)
    assert open_form(page, "episode").get_by_text("was there someone").count() == 0


def test_another_time_together_and_how_it_ended(open_notebook: OpenNotebook) -> None:
    notebook = open_notebook(TWO_PERSON_HISTORY)
    page = notebook.open_page()
    panel = open_form(page, "relationship", "a")
    assert not panel.get_by_label("When did it end?").is_visible()
    panel.get_by_label("When did it begin?").fill("1996")
    panel.get_by_text("It ended", exact=True).click()
    panel.get_by_label("When did it end?").fill("1999")
    panel.get_by_text("it faded", exact=True).click()
    panel.get_by_role("button", name="We had another time together").click()
    second = panel.locator(".spell").nth(1)
    second.get_by_label("When did it begin?").fill("2010")
    panel.locator("summary", has_text="as a whole").click()
    tick_tags(page, "joy")
    strength = panel.locator("#entry-strengths")
    strength.get_by_text("strong", exact=True).click()
    save_form(page)
    ana = notebook.desk.history.by_id["a"]
    assert [
        (spell.start.as_written, spell.end and spell.end.as_written, spell.ended) for spell in ana.spells
    ] == [("1996", "1999", "faded"), ("2010", None, None)]
    assert [(wide.tag, wide.intensity) for wide in ana.tags] == [("joy", 4)]
    panel = open_form(page, "relationship", "a")
    panel.get_by_role("button", name="Take this time out").click()
    second.wait_for(state="hidden")
    save_form(page)
    assert len(notebook.desk.history.by_id["a"].spells) == 1


def test_someone_new_on_the_way_to_a_moment(open_notebook: OpenNotebook) -> None:
    notebook = open_notebook(TWO_PERSON_HISTORY)
    page = notebook.open_page()
    open_form(page, "episode").get_by_label("What happened").fill("We met.")
    form(page).get_by_role("button", name="Someone who is not here yet").click()
    page.get_by_label("Name, or a name you choose").fill("Jonas")
    form(page).get_by_text("Romantic", exact=True).click()
    page.keyboard.press("Control+Enter")
    page.locator(".of-episode").wait_for()
    assert page.get_by_label("What happened").input_value() == "We met."
    assert page.get_by_role("textbox", name="With whom?").input_value() == "Jonas"
    save_form(page)
    assert notebook.desk.history.episodes[-1].relationship == notebook.desk.history.relationships[-1].id


def test_hostile_texts_are_shown_as_they_are(open_notebook: OpenNotebook) -> None:
    texts = [*(text for text in HOSTILE_TEXTS if text.isprintable()), "𝕏" * 140]
    bonds = tuple(build_relationship(f"r{n}", "other", name=text) for n, text in enumerate(texts))
    moments = tuple(build_episode(f"e{n}", f"r{n}", None, text, story=text) for n, text in enumerate(texts))
    notebook = open_notebook(History(relationships=bonds, episodes=moments))
    page = notebook.open_page()
    page.get_by_role("button", name="Entries").click()
    page.locator(".someone").nth(len(texts) - 1).wait_for()
    assert page.locator(".someone strong").all_text_contents() == texts
    for number, text in enumerate(texts[:6]):
        panel = open_form(page, "episode", f"e{number}")
        panel.locator("h2", has_text=text.strip()[:20]).wait_for()
        assert panel.locator("h2").text_content() == text
        assert panel.get_by_label("What happened").input_value() == text
    assert notebook.desk.history.episodes == moments


@pytest.mark.parametrize(
    ("width", "dark"),
    [
        (DESK, False),
        (PHONE, True),
        pytest.param(DESK, True, marks=pytest.mark.torture),
        pytest.param(PHONE, False, marks=pytest.mark.torture),
    ],
)
def test_axe_finds_nothing(open_notebook: OpenNotebook, width: int, dark: bool) -> None:
    page = open_notebook(TWO_PERSON_HISTORY).open_page(width=width, dark=dark)
    there = {"episode": "e1", "relationship": "m"}
    for kind in ("episode", "relationship", "landmark", "person", "own_tag"):
        panel = open_form(page, kind, there.get(kind, ""))
        panel.evaluate("form => form.querySelectorAll('details').forEach(fold => { fold.open = true; })")
        assert find_violations(page, "#panel") == []
    page.keyboard.press("Escape")
    form(page).wait_for(state="detached")
    page.get_by_role("button", name="Entries").click()
    page.locator("summary", has_text="Mother").click()
    assert find_violations(page, "#main") == []
