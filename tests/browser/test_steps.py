"""The seven steps as a person walks them on a phone: skipped, stopped, gone on with, kept, taken back."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

import pytest
from playwright.sync_api import Locator, Page, Request, Route, expect

from models.history import History, Person
from models.steps import CheckIn, Contact, FeelingStrength
from tests.browser.conftest import DESK, PHONE, OpenNotebook, find_violations, is_keeping
from tests.building import build_episode, build_relationship
from timeline.messages import begin, picture
from timeline.messages import entry_forms as form_words
from timeline.messages import shell as house
from timeline.messages import steps as words

pytestmark = pytest.mark.browser


class Walker:
    """Presses, types and looks, as a person does."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.asking = page.locator(".asking")

    def go_to(self, place: str) -> None:
        """Go to a page of the way about."""
        self.page.get_by_role("navigation", name="Pages").get_by_role("button", name=place).click()

    def open_step(self, title: str, walk: str = "") -> None:
        """Go to a step, and begin one of its walks."""
        self.go_to("Steps")
        self.page.locator(".path").get_by_role("button", name=title).click()
        self.page.locator(".step-head h1", has_text=title).wait_for()
        if walk:
            self.press(walk)

    def press(self, *names: str) -> None:
        """Press these buttons, each once what it stands on has changed after the one before."""
        for n, name in enumerate(names):
            here = self.page.locator("[data-ask]")
            before = here.get_attribute("data-ask") if n < len(names) - 1 else ""
            self.asking.get_by_role("button", name=name, exact=True).click()
            if before:
                expect(self.page.locator(f"[data-ask='{before}']")).to_have_count(0)

    def wait_for_question(self, heading: str) -> None:
        """Wait for a question, and for the focus on it."""
        expect(self.page.locator("[data-ask]", has_text=heading)).to_be_focused()

    def field(self, label: str) -> Locator:
        return self.asking.get_by_label(label, exact=True).first

    def choose(self, *names: str) -> None:
        for name in names:
            self.asking.get_by_text(name, exact=True).click()

    def choose_number(self, n: int, scale: int = 0) -> None:
        self.asking.get_by_role("radio", name=str(n), exact=True).nth(scale).check()

    @contextmanager
    def panel(self) -> Iterator[Locator]:
        """The form beside the page; saved when left."""
        panel = self.page.locator("#panel")
        panel.get_by_role("button", name="Save", exact=True).wait_for()
        yield panel
        panel.get_by_role("button", name="Save", exact=True).click()
        expect(panel.get_by_role("button", name="Save", exact=True)).to_have_count(0)


def make_history() -> History:
    """A caregiver, someone loved when grown up, and someone by whom there was harm, once, and a slight."""
    mum = build_relationship("mum", "family", "1985", caregiver=True)
    jo = build_relationship("jo", "romantic", "2015")
    sam = build_relationship("sam", "romantic", "2017")
    moments = (
        build_episode("e1", "mum", "1994", "Alone after school", "neglect"),
        build_episode("e2", "jo", "2016", "No answer for weeks", "rejection"),
        build_episode("e3", "sam", "2017", "The locked door", "control"),
        build_episode("e5", "sam", "2018", "Never rang", "rejection"),
        build_episode("e4", "mum", "1994-08", "Cake at the lake", "care"),
    )
    return History(person=Person(name="Ada", birth="1985"), relationships=(mum, jo, sam), episodes=moments)


def test_all_seven_on_a_phone_with_stops_and_skips(open_notebook: OpenNotebook) -> None:
    notebook = open_notebook()
    page = notebook.open_page(width=PHONE)
    walker = Walker(page)

    walker.open_step("Allow your feelings", "Check in")  # step 1, left in the middle and gone on with
    walker.wait_for_question("What do you feel now?")
    walker.press("Next")
    expect(page.get_by_text(words.CHOOSE_A_FEELING)).to_be_visible()
    walker.choose("lonely")
    walker.field(words.OWN_WORD).fill("unseen")
    walker.press("Next")
    walker.wait_for_question("How strong is it?")
    walker.press("Back")
    walker.wait_for_question("What do you feel now?")
    expect(walker.field(words.OWN_WORD)).to_have_value("unseen")
    walker.press("Next", "Stop here")
    walker.go_to("Steps")
    page.get_by_role("button", name="Go on: Allow your feelings, Check in").click()
    walker.wait_for_question("How strong is it?")
    walker.choose_number(4)
    walker.choose_number(2, 1)
    walker.press("Next")
    walker.wait_for_question("Where in your body")
    walker.press("Skip this question")
    walker.wait_for_question("What would a kind friend say")
    walker.asking.get_by_role("radio", name="This hurts, and that is human.").check()
    walker.press("Keep this")
    walker.wait_for_question("You named it")
    check_in = notebook.desk.history.check_ins[0]
    assert check_in.feelings == (
        FeelingStrength(word="lonely", strength=4),
        FeelingStrength(word="unseen", strength=2),
    )

    walker.open_step("Don’t take it personally", "Other reasons, for one moment")  # not right after naming
    expect(page.get_by_text(words.WAIT_AFTER_NAMING)).to_be_visible()

    walker.open_step(
        "Sort through your feelings", "Walk through my history"
    )  # step 2: one early bond, one moment
    walker.wait_for_question("Who was good to you?")
    walker.press("Next")
    walker.wait_for_question("What were the landmarks?")
    walker.press(words.ADD_LANDMARK)
    walker.asking.get_by_label(form_words.LANDMARK).fill("First school")
    walker.asking.get_by_label(form_words.WHEN_QUESTION).fill("someday")
    walker.press("Keep this")
    expect(walker.asking.get_by_text("is not a date")).to_be_visible()
    walker.asking.get_by_label(form_words.WHEN_QUESTION).fill("1991")
    walker.press("Keep this")
    walker.wait_for_question("The landmark is in your timeline")
    page.get_by_role("button", name="Go on: Walk through my history").click()
    walker.wait_for_question("What were the landmarks?")
    walker.press("Next")
    walker.wait_for_question("Who looked after you")
    walker.press(words.ADD_CAREGIVER)
    with walker.panel() as form:
        form.get_by_label("Name, or a name you choose").fill("Gran")
        form.get_by_text("Family", exact=True).click()
        form.get_by_text("They looked after me when I was a child", exact=True).click()
    expect(walker.asking.get_by_text("Gran", exact=True)).to_be_visible()
    walker.press("Next")
    walker.wait_for_question("What do you remember with them?")
    walker.asking.get_by_role("button", name="A moment that hurt: Gran").click()
    with walker.panel() as form:
        form.get_by_label("What happened, in one line").fill("The closed door")
        form.get_by_label("When was it?").fill("1992")
        form.locator("label", has_text="dismissal").first.click()
    expect(walker.asking.get_by_text("Gran (1)")).to_be_visible()
    walker.press("Next", "Next", "Next", "Done")
    walker.wait_for_question("You went through it once")

    walker.open_step("Heal the root", "A kind note to a younger me")  # step 3
    walker.wait_for_question("Who is it for?")
    walker.field(words.AGE_LABEL).fill("seven")
    walker.press("Next")
    expect(page.get_by_text(words.AGE_WRONG)).to_be_visible()
    walker.field(words.AGE_LABEL).fill("7")
    walker.press("Next")
    walker.wait_for_question("What would you say")
    walker.field(words.KIND_OWN).fill("You may cry.")
    walker.press("Keep this")
    walker.wait_for_question("The note is pinned")
    assert notebook.desk.history.kind_notes[0].age == 7

    walker.open_step("Don’t take it personally", "Other reasons, for one moment")  # step 4: with a caregiver
    walker.wait_for_question("Which moment?")
    walker.field(words.EPISODE_LABEL).click()
    page.get_by_role("option", name="The closed door").click()
    walker.press("Next")
    walker.wait_for_question("What else could it have been?")
    walker.choose("they had no strength left")
    walker.press("Keep this")
    walker.wait_for_question("The reasons are set down")
    reasons = notebook.desk.history.reasons[0]
    assert (reasons.others, reasons.own_share, reasons.about_me_before) == (
        ("they had no strength left",), "", None,
    )  # fmt: skip

    walker.open_step("Focus on positive connection", "Set down a good moment")  # step 5
    walker.wait_for_question("Who was it with?")
    walker.asking.get_by_label(form_words.WITH_WHOM).first.click()
    page.get_by_role("option", name="Gran").click()
    walker.press("Next")
    walker.wait_for_question("What happened?")
    walker.asking.get_by_label(form_words.HEADLINE).fill("She rang")
    walker.asking.locator("label", has_text="care").first.click()
    walker.press("Next")
    walker.wait_for_question("Did you tell someone")
    walker.press("Keep this")
    walker.wait_for_question("The good moment is in your timeline")
    assert notebook.desk.history.episodes[-1].tags == ("care",)

    walker.open_step("Confidence building", "Set down something I did")  # step 6
    walker.wait_for_question("What did you do?")
    walker.field(words.ACTIVITY_LABEL).fill("Soup")
    walker.press("Next")
    walker.choose_number(3)
    walker.choose_number(5, 1)
    walker.press("Keep this")
    walker.wait_for_question("It is set down")
    assert notebook.desk.history.activities[0].sense_of_done == 5

    walker.open_step("Trust", "Three lines and a hope")  # step 7, with the program ended in between
    walker.wait_for_question("What do you know now?")
    walker.field(words.KNOW_NOW).fill("It was not all me.")
    walker.press("Next")
    with page.expect_response(is_keeping("I would ask")):
        walker.field(words.DIFFERENTLY).fill("I would ask")
    notebook = notebook.reopen()
    page = notebook.open_page(width=PHONE)
    walker = Walker(page)
    walker.open_step("Trust")
    walker.wait_for_question("What would you do differently?")
    expect(walker.field(words.DIFFERENTLY)).to_have_value("I would ask")
    walker.press("Next")
    walker.field(words.HOPE).fill("A quiet spring")
    walker.press("Next", "Keep this")
    walker.wait_for_question("Your lines are set down")
    written = notebook.desk.history.reflections[0]
    assert (written.know_now, written.hope) == ("It was not all me.", "A quiet spring")
    assert ("relationships", 1) in written.counted

    walker.go_to("Steps")
    expect(page.locator(".path .done")).to_have_count(7)
    counts = page.locator(".path .done").all_inner_texts()
    assert all(words.NOT_YET not in count for count in counts)
    notebook.close()


def test_what_was_written_is_changed_deleted_and_taken_back(open_notebook: OpenNotebook) -> None:
    notebook = open_notebook(
        History(
            check_ins=(
                CheckIn(id="c", on=date(2026, 1, 2), feelings=(FeelingStrength(word="sad", strength=3),)),
            )
        )
    )
    page = notebook.open_page()
    walker = Walker(page)
    walker.open_step("Allow your feelings")
    page.get_by_role("button", name="Edit: sad 3 of 5").click()
    walker.wait_for_question("What do you feel now?")
    page.keyboard.press("Control+Enter")
    walker.wait_for_question("How strong is it?")
    walker.choose_number(1)
    walker.press("Next", "Next", "Keep this")
    expect(page.locator(".entries .says")).to_have_text("sad 1 of 5")
    assert notebook.desk.history.check_ins[0].on == date(2026, 1, 2)
    page.get_by_role("button", name="Delete: sad 1 of 5").click()
    expect(page.locator(".entries .says")).to_have_count(0)
    undo = page.locator("#toast-undo")
    expect(undo).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".entries .says")).to_have_text("sad 1 of 5")
    expect(page.locator(".written summary")).to_be_focused()


def test_an_own_share_is_asked_for_last_and_only_where_it_may_be(open_notebook: OpenNotebook) -> None:
    notebook = open_notebook(make_history())
    page = notebook.open_page(width=PHONE)
    walker = Walker(page)
    walker.open_step("Don’t take it personally", "Other reasons, for one moment")
    walker.wait_for_question("Which moment?")
    walker.field(words.EPISODE_LABEL).click()
    page.get_by_role("option").first.wait_for()
    offered = page.get_by_role("option").all_text_contents()
    assert [one.partition(" (")[0] for one in offered] == ["No answer for weeks", "Alone after school"]
    page.get_by_role("option", name="No answer").click()
    walker.press("Next")
    walker.wait_for_question("How far was this about you?")
    walker.choose_number(5)
    walker.press("Next")
    walker.wait_for_question("What else could it have been?")
    walker.choose("the time was wrong")
    walker.press("Next")
    walker.wait_for_question("Was there a part that was yours?")
    walker.press("Skip this question")
    walker.wait_for_question("And now: how far was this about you?")
    walker.choose_number(2)
    walker.press("Keep this")
    walker.wait_for_question("The reasons are set down")
    kept = notebook.desk.history.reasons[0]
    assert (kept.own_share, kept.about_me_before, kept.about_me_after) == ("", 5, 2)


def test_hurting_now_from_any_page_to_who_was_there(open_notebook: OpenNotebook) -> None:
    history = make_history()
    ann = build_relationship("ann", "friendship", "1992")
    soup = build_episode("e6", "ann", "1994-09", "Soup when I was ill", "care")
    both = {"relationships": (*history.relationships, ann), "episodes": (*history.episodes, soup)}
    notebook = open_notebook(history.model_copy(update=both))
    page = notebook.open_page(width=PHONE)
    walker = Walker(page)
    page.get_by_role("button", name=house.HURTING_BUTTON).click()
    walker.wait_for_question("What do you feel right now?")
    expect(page.get_by_text("You can stop after any question.")).to_be_visible()
    page.locator("#main").get_by_role("button", name=words.PLAN_AND_HELP).click()
    expect(page.locator("h1")).to_have_text("Help")
    page.get_by_role("button", name=house.HURTING_BUTTON).click()
    walker.choose("hurt")
    walker.press("Next")
    walker.choose_number(5)
    walker.press("Next")
    walker.wait_for_question("One kind sentence")
    walker.press("Next")
    walker.wait_for_question("Find the ground under your feet")
    walker.press(words.BREATH_START)
    expect(page.locator(".breath-says")).to_have_text(words.BREATH_IN)
    assert page.locator(".breath-circle").evaluate("one => getComputedStyle(one).transform") == "none"
    walker.press(words.BREATH_STOP)
    assert find_violations(page) == []
    walker.press("Keep this")
    walker.wait_for_question("You named it, and it is kept")
    expect(page.get_by_text(words.TOP_OFFER)).to_be_visible()
    walker.press("When have I felt this before?")
    walker.wait_for_question("Which words fit")
    walker.choose("neglect")
    walker.press("Next", "Skip this question", "Skip this question")
    walker.wait_for_question("These share something with it")
    expect(page.locator(".alike").first).to_contain_text("Alone after school (Mum, at 8 or 9)")
    # Mum is in a moment that was found, and is not offered as help, whatever she gave besides.
    expect(page.locator(".alike.care").first).to_contain_text("Soup when I was ill")
    expect(page.locator(".alike.care").first).not_to_contain_text("Cake at the lake")
    assert find_violations(page) == []


@pytest.mark.parametrize(
    ("before", "step", "walk", "chip"),
    [
        ("begin", "Allow your feelings", "Check in", "hurt"),
        ("Patterns", "Sort through your feelings", "When have I felt this before?", "neglect"),
        ("Views", "Allow your feelings", "Check in", "hurt"),
    ],
)
def test_a_walk_stays_after_any_page(
    open_notebook: OpenNotebook, before: str, step: str, walk: str, chip: str
) -> None:
    history = make_history()
    page = open_notebook(history.model_copy(update={"episodes": history.episodes[:1]})).open_page(width=PHONE)
    walker = Walker(page)
    if before == "begin":
        page.locator("#main").get_by_role("button", name=picture.STARTING_QUESTIONS, exact=True).click()
        page.get_by_role("button", name="Today", exact=True).click()
        page.get_by_role("heading", name="And today").wait_for()
        page.get_by_role("button", name=begin.CHECK_IN).click()
    else:
        walker.go_to(before)
        page.locator(f".page-{before.lower()} > *").wait_for()
        walker.open_step(step)
    walker.press(walk)
    page.locator("[data-ask]").wait_for()
    walker.choose(chip)
    expect(walker.asking.get_by_role("checkbox", name=chip, exact=True)).to_be_checked()
    walker.press("Back")  # the words, and the way on and back, are still there
    page.locator(".ways").wait_for()


def test_close_for_today_blanks_the_page_and_keeps_the_good_thing(open_notebook: OpenNotebook) -> None:
    came = CheckIn(id="c", on=date.today(), feelings=(FeelingStrength(word="sad", strength=2),))
    notebook = open_notebook(History(check_ins=(came,)))
    page = notebook.open_page(width=PHONE)
    walker = Walker(page)
    page.locator("#top").get_by_role("button", name=house.CLOSE).click()
    walker.wait_for_question("Where are you now?")
    expect(page.locator(".today")).to_contain_text(str(date.today().year))
    assert find_violations(page) == []
    walker.press("Next")
    walker.field(words.GOOD_THING).fill("The tea")
    walker.press("Next")
    walker.choose_number(4)
    walker.press("Keep this")
    walker.wait_for_question("You can close now")
    expect(page.locator(".pairs")).to_contain_text("sad: 2 on coming, 4 on leaving")
    assert [(one.text, one.about) for one in notebook.desk.history.intentions] == [("The tea", "good")]
    page.get_by_role("button", name=words.CLOSE_NOW).click()
    page.wait_for_url("**/assets/blank.html")
    assert "sad" not in page.content()


def test_help_shows_my_people_first_and_where_each_number_is_from(open_notebook: OpenNotebook) -> None:
    people = (Contact(id="a", name="Doctor", role="professional"), Contact(id="b", name="Nina", first=True))
    page = open_notebook(History(contacts=people)).open_page(width=PHONE)
    walker = Walker(page)
    walker.go_to("Help")
    expect(page.locator(".entries .says")).to_have_text(["Nina", "Doctor"])
    rows = page.locator(".help-lines tbody tr")
    assert rows.count() >= 5
    for row in rows.all():
        expect(row).to_contain_text("https://")
        expect(row).to_contain_text("checked on 20")
    assert find_violations(page) == []
    for topic in (
        "Where this comes from",
        "Evidence for each exercise",
        "Books and topics",
        "How to find",
        "What hiding",
    ):
        page.get_by_role("button", name=topic).click()
        expect(page.locator("article h1")).to_contain_text(topic)
        assert find_violations(page) == []
        page.get_by_role("button", name="Back to Help").click()


@pytest.mark.parametrize(
    ("width", "dark"), [(PHONE, True), pytest.param(DESK, False, marks=pytest.mark.torture)]
)
def test_every_step_by_axe_and_by_its_width(open_notebook: OpenNotebook, width: int, dark: bool) -> None:
    notebook = open_notebook(make_history())
    page = notebook.open_page(width=width, dark=dark)
    walker = Walker(page)
    walks = {
        "Allow your feelings": "Check in",
        "Sort through your feelings": "Walk through my history",
        "Heal the root": "A kind note to a younger me",
        "Don’t take it personally": "Other reasons, for one moment",
        "Focus on positive connection": "Set down a good moment",
        "Confidence building": "Set down something I did",
        "Trust": "Three lines and a hope",
    }
    walker.go_to("Steps")
    assert find_violations(page) == []
    for title, walk in walks.items():
        walker.open_step(title)
        page.locator(".ways").wait_for()
        assert find_violations(page) == [], title
        walker.press(walk)
        page.locator("[data-ask]").wait_for()
        assert find_violations(page) == [], walk
        if title != "Sort through your feelings":
            walker.press("Next")  # with nothing said: an error, or the next question
            notebook.wait_until_settled(page)
            assert find_violations(page) == [], f"{walk}, pressed on"
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), title


def test_a_button_pressed_twice_in_haste_skips_nothing(open_notebook: OpenNotebook) -> None:
    page = open_notebook(make_history()).open_page()
    walker = Walker(page)
    walker.open_step("Sort through your feelings", "Walk through my history")
    walker.wait_for_question("Who was good to you?")
    walker.asking.get_by_role("button", name="Next", exact=True).dblclick()
    walker.wait_for_question("What were the landmarks?")
    page.wait_for_timeout(400)
    walker.wait_for_question("What were the landmarks?")


def test_a_press_that_is_answered_late_is_not_lost_to_the_next(open_notebook: OpenNotebook) -> None:
    """The page hears the last answer alone: so a question is pressed once."""
    notebook = open_notebook(make_history())
    page = notebook.open_page()
    walker = Walker(page)
    walker.open_step("Confidence building", "Something I am good at")
    walker.wait_for_question("What are you good at?")
    walker.field(words.STRENGTH_LABEL).fill("Listening")

    held: list[Route] = []

    def is_move(request: Request) -> bool:
        return '"do":"next"' in (request.post_data or "")

    page.route(
        "**/_dash-update-component",
        lambda route: held.append(route) if is_move(route.request) else route.continue_(),
    )
    keep = walker.asking.get_by_role("button", name="Keep this", exact=True)
    with page.expect_request(is_move):
        keep.click()
    keep.click()
    for route in held:
        route.continue_()
    walker.wait_for_question("It is set down")
    page.locator("#toast.undoable").wait_for()
    assert [one.text for one in notebook.desk.history.strengths] == ["Listening"]


def test_a_pause_is_offered_once_after_25_minutes(open_notebook: OpenNotebook) -> None:
    page = open_notebook().open_page()
    page.clock.install()
    page.reload()
    page.locator("#main > *").first.wait_for()
    page.wait_for_function("window.steps")
    page.clock.fast_forward("23:30")  # the clock also runs on while the page loads
    expect(page.locator("#pause")).to_have_count(0)
    page.clock.fast_forward("01:31")
    expect(page.locator("#pause")).to_contain_text(words.PAUSE)
    assert find_violations(page) == []
    page.locator("#pause").get_by_role("button", name=words.PAUSE_ON).click()
    expect(page.locator("#pause")).to_have_count(0)
    page.clock.fast_forward("59:00")
    expect(page.locator("#pause")).to_have_count(0)
