"""The moves without a browser: drafts, sittings, what each walk keeps, what comes back when it is edited."""

import json
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from plotly.utils import PlotlyJSONEncoder

from models.history import History, Person
from models.sharing import SharePlan
from models.steps import Activity, CheckIn, Contact, FeelingStrength, Intention, KindNote, Reasons, Reflection
from tests.building import build_episode, build_relationship, open_session
from tests.histories import HOSTILE_TEXTS
from timeline.messages import steps as words
from timeline.ui import checkin
from timeline.ui import steps_session as sitting
from timeline.ui.forms import walk_progress as far
from timeline.ui.forms.walk import Walk
from timeline.ui.forms.walk_driver import WalkDriver
from timeline.ui.pages import close, help, hurting, steps
from timeline.ui.pages.steps import step_1_check_in as allow
from timeline.ui.pages.steps import step_2_life_so_far as sort
from timeline.ui.pages.steps import step_3_kind_notes as heal
from timeline.ui.pages.steps import step_4_reasons as fair
from timeline.ui.pages.steps import step_5_connection as connect
from timeline.ui.pages.steps import step_6_confidence as able
from timeline.ui.pages.steps import step_7_reflection as trust
from timeline.ui.pages.steps import steps_path as path
from timeline.ui.session import Session

TODAY = date(2026, 3, 2)


def make_history(**more: Any) -> History:
    """Turned away at 31 by one person; a child’s moment with another; harm, and a slight, with two others."""
    mum = build_relationship("mum", "family", "1985", caregiver=True)
    jo = build_relationship("jo", "romantic", "2015")
    ex = build_relationship("ex", "romantic", "2016")
    uncle = build_relationship("uncle", "family", "1990")
    moments = (
        build_episode("child", "mum", "1994", "Alone", "neglect"),
        build_episode("grown", "jo", "2016", "No answer", "rejection"),
        build_episode("harm", "ex", "2017", "The lock", "control"),
        build_episode("slight", "ex", "2018", "No call", "rejection"),
        build_episode("abuse", "uncle", "1995", "That day", "abuse"),
    )
    base = {
        "person": Person(name="Ada", birth="1985"),
        "relationships": (mum, jo, ex, uncle),
        "episodes": moments,
    }
    return History(**(base | more))


def open_steps(history: History | None = None) -> Session:
    return open_session(history or make_history(), TODAY)


def finish_walk(
    here: Session, walk: Walk, said: Mapping[str, Any], of: str = "", before: str | None = None
) -> Any:
    """What a walk leaves in the history, the last entry of its kind; None for nothing."""
    result = walk.build(here, said, of, before)
    assert result.field_errors == {}
    if not here.desk.record(result.undo_name, result.changes):
        return None
    kind = result.changes[0].kind
    return getattr(here.history, kind)[-1] if kind not in ("stop_plan",) else here.history.stop_plan


CHECK_IN = {
    "words": ["sad"],
    "own": "unseen",
    "strength-sad": "4",
    "strength-own": "0",
    "body": "chest",
    "kind": "x",
}


def test_a_check_in_on_coming_and_on_leaving() -> None:
    here = open_steps()
    came = finish_walk(here, allow.CHECK_IN, CHECK_IN)
    assert came.feelings == (
        FeelingStrength(word="sad", strength=4),
        FeelingStrength(word="unseen", strength=0),
    )
    assert (came.on, came.body, came.kind_sentence, came.leaving) == (TODAY, "chest", "x", False)
    begins = allow.LEAVING_WALK.initial_answers(here)
    assert begins == {"words": ["sad"], "own": "unseen"}
    left = finish_walk(here, allow.LEAVING_WALK, begins | {"strength-sad": "5", "strength-own": "2"})
    assert left.leaving
    assert checkin.find_leaving_check_in(here.history, came) == left
    assert checkin.pair_strengths(came, left) == [("sad", 4, 5), ("unseen", 0, 2)]


@pytest.mark.parametrize(
    ("then", "now", "offered"),
    [(2, 3, False), (2, 4, True), (0, 1, False), (5, 4, False), (4, 5, True), (0, 2, True)],
)
def test_closing_is_offered_when_it_rose_by_two_or_is_at_the_top(then: int, now: int, offered: bool) -> None:
    came = CheckIn(id="c", on=TODAY, feelings=(FeelingStrength(word="sad", strength=then),))
    here = open_steps(History(check_ins=(came,)))
    assert bool(checkin.draw_offer_if_strong(here, {"words": ["sad"], "strength-sad": str(now)})) is offered


def test_more_than_three_words_and_none_are_told_apart() -> None:
    assert checkin.check_feelings({"words": ["sad", "hurt", "angry"], "own": "x"}) == {
        "words": words.AT_MOST_THREE
    }
    assert checkin.check_feelings({"own": "  "}) == {"words": words.CHOOSE_A_FEELING}
    assert checkin.check_feelings({"words": ["sad", "hurt", "angry"]}) == {}
    assert checkin.check_strengths({"words": ["sad"]}) == {"strength-sad": words.CHOOSE_A_STRENGTH}


def test_step_4_lists_no_harm_and_asks_no_share_of_a_child() -> None:
    here = open_steps()
    assert [one.id for one in fair._list_open_moments(here)] == [
        "grown",
        "child",
    ]  # nothing of whoever did harm
    said = {"moment": "slight", "others-0": ["they had been hurt before"], "share": "mine", "before": "5"}
    entry = finish_walk(here, fair.REASONS, said)
    assert (entry.own_share, entry.about_me_before) == ("", None)
    assert [q.key for q in far.list_asked_questions(here, fair.REASONS, far.Progress(answers=said))] == [
        "moment",
        "others",
    ]
    said = {"moment": "child", "others-0": ["they had been hurt before"], "share": "mine", "before": "5"}
    entry = finish_walk(here, fair.REASONS, said)
    assert (entry.own_share, entry.about_me_before) == ("", None)
    asked = [
        q.key for q in far.list_asked_questions(here, fair.REASONS, far.Progress(answers={"moment": "child"}))
    ]
    assert asked == ["moment", "others"]
    asked = [
        q.key for q in far.list_asked_questions(here, fair.REASONS, far.Progress(answers={"moment": "grown"}))
    ]
    assert asked == ["moment", "before", "others", "share", "after"]


@pytest.mark.parametrize(("answer", "share"), [("yes", "mine"), ("no", ""), ("unsure", ""), (None, "")])
def test_where_the_age_is_not_known_it_is_asked(answer: str | None, share: str) -> None:
    here = open_steps(make_history(person=Person(name="Ada")))
    said = {"moment": "grown", "grown": answer, "others-own": "work\n\nwork\nfar away", "share": "mine"}
    assert "grown" in [
        q.key for q in far.list_asked_questions(here, fair.REASONS, far.Progress(answers=said))
    ]
    entry = finish_walk(here, fair.REASONS, said)
    assert (entry.others, entry.own_share) == (("work", "far away"), share)


def test_step_4_does_not_follow_at_once_on_naming() -> None:
    here = open_steps()
    assert fair.REASONS.closed_reason(here) == ""
    for naming in ("allow", "hurting"):
        sitting.remember_done_step(here.desk, naming)
        assert fair.REASONS.closed_reason(here) == words.WAIT_AFTER_NAMING
        sitting.remember_done_step(here.desk, "heal")
        assert fair.REASONS.closed_reason(here) == ""


def test_a_sitting_is_over_after_an_hour() -> None:
    here = open_steps()
    sitting.remember_done_step(here.desk, "allow")
    told = json.loads(here.desk.draft("sitting") or "")
    told["seen"] = (datetime.now(UTC) - timedelta(minutes=61)).isoformat()
    here.desk.save_draft("sitting", json.dumps(told))
    assert sitting.load_last_done_step(here.desk) == ""
    here.desk.save_draft("sitting", "{not json")
    assert sitting.load_last_done_step(here.desk) == ""
    assert sitting.load_place(here.desk) == ("", "", "", "")


def test_kind_notes_are_offered_for_no_moment_of_abuse_or_trauma() -> None:
    here = open_steps()
    assert [one.id for one in heal._list_early_moments(here)] == ["child"]
    note = finish_walk(here, heal.KIND_NOTE, {"episode": "child", "text": "You may cry."})
    assert (note.episode, note.age, note.text) == ("child", None, "You may cry.")
    assert heal._check_younger_self({"age": "121"})
    assert heal._check_younger_self({"age": "٧"})
    assert heal._check_younger_self({})
    assert not heal._check_younger_self({"age": "0"})


def test_a_next_move_hangs_on_a_pattern_by_the_id_its_finder_gives() -> None:
    moments = tuple(
        build_episode(f"e{n}", who, None, "x", "rejection") for n, who in enumerate(("mum", "jo"))
    )
    here = open_steps(make_history(episodes=moments))
    assert heal._list_recurring_tags(here) == [
        ("recurrence:rejection", "rejection: you tagged it in 2 relationships")
    ]
    assert "recurrence:rejection" in [finding.id for finding in here.get_study().findings]


def test_trust_counts_what_there_was_and_keeps_it_when_edited() -> None:
    here = open_steps()
    entry = finish_walk(here, trust.TRUST, {"hope": "Spring", "know_now": " "})
    assert (entry.hope, entry.know_now) == ("Spring", "")
    assert dict(entry.counted)["relationships"] == 4
    before = here.history.document_text("reflections", entry.id)
    again = finish_walk(here, trust.TRUST, {"hope": "Summer"}, entry.id, before)
    assert (again.hope, again.counted, again.on) == ("Summer", entry.counted, entry.on)
    assert finish_walk(here, trust.TRUST, {"hope": "  "}) is None


def test_good_moments_offers_and_people_to_reach() -> None:
    here = open_steps()
    good = finish_walk(
        here,
        connect.GOOD_MOMENT,
        connect.GOOD_MOMENT.initial_answers(here)
        | {"relationship": "jo", "headline": "She rang", "tags": ["care"], "they_responded": "Nice!"},
    )
    assert (good.when.as_written, good.tags, good.they_responded) == (
        TODAY.isoformat(),
        ("care",),
        ("Nice!",),
    )
    nothing = finish_walk(here, connect.OFFER, {"nothing": ["nothing"]})
    assert (nothing.text, nothing.done, nothing.about) == (words.NOTHING_TODAY, False, "offered")
    reach = finish_walk(here, connect.REACH, {"who": "mum", "text": "Call"})
    assert (reach.relationship, reach.text, reach.about) == ("mum", "Call", "reach out")
    stranger = finish_walk(here, connect.REACH, {"who": "gone", "other": "Nina", "text": "Call"})
    assert (stranger.relationship, stranger.text) == (None, "Nina: Call")
    said = {"relationship": "jo", "headline": "x" * 141, "when": "sometime"}
    wrong = connect.GOOD_MOMENT.find_errors(here, connect.GOOD_MOMENT.questions[1], said, "", None)
    assert wrong.keys() == {"headline", "when", "tags"}


def test_closing_keeps_what_was_said_and_nothing_else() -> None:
    here = open_steps()
    assert finish_walk(here, close.CLOSE, {}) is None
    thing = finish_walk(here, close.CLOSE, {"good": " Tea "})
    assert (thing.text, thing.about, thing.done) == ("Tea", "good", True)


def pass_minutes(here: Session, walk: Walk, minutes: int) -> None:
    """Let so many minutes go by since something was said in a walk."""
    row = f"walk/{walk.key}/"
    told = json.loads(here.desk.draft(row) or "")
    told["seen"] = (datetime.now(UTC) - timedelta(minutes=minutes)).isoformat()
    here.desk.save_draft(row, json.dumps(told))


def collect_text(parts: Any) -> str:
    """All that is drawn, as text."""
    return json.dumps(parts, cls=PlotlyJSONEncoder, ensure_ascii=False)


HURT = {"words": ["hurt"], "strength-hurt": "5"}


def test_what_was_said_of_an_ache_a_while_ago_is_asked_about_and_never_let_go_unasked() -> None:
    here = open_steps()
    page, place = hurting._WALK_DRIVER, hurting._STEP
    far.save_progress(here.desk, hurting.HURTING, "", far.Progress("kind", HURT))
    pass_minutes(here, hurting.HURTING, 9)
    assert "One kind sentence" in collect_text(hurting.layout(here, {}))
    pass_minutes(here, hurting.HURTING, 11)
    asked = collect_text(hurting.layout(here, {}))
    assert words.BEGUN_EARLIER in asked
    assert words.BEGIN_ANEW in asked
    assert "One kind sentence" not in asked
    press = {"do": "go-on", "walk": "hurting", "of": "", "at": "kind"}
    assert "One kind sentence" in collect_text(page._make_move(here, press, {"step": place.key})["asking"])
    pass_minutes(here, hurting.HURTING, 11)
    anew = collect_text(
        page._make_move(here, press | {"do": "anew", "at": ""}, {"step": place.key})["asking"]
    )
    assert "What do you feel right now?" in anew
    assert far.resume_or_begin(here, hurting.HURTING, "").answers == {}


def test_a_press_on_a_question_that_was_left_shows_where_one_is_now() -> None:
    """The page hears the last answer alone: one that changed nothing would swallow the press before it."""
    here = open_session()
    page = steps._WALK_DRIVER
    far.save_progress(here.desk, able.ACTIVITY, "", far.Progress("what", {"text": "Soup"}))
    press = {"do": "next", "walk": "activity", "of": "", "at": "what"}
    first, second = (page._make_move(here, press, {"step": able.STEP.key}) for _ in range(2))
    assert collect_text(first["asking"]) == collect_text(second["asking"])
    progress = far.load_progress(here.desk, able.ACTIVITY, "")
    assert progress
    assert progress.question_key == "how"
    kept = {"do": "next", "walk": "activity", "of": "", "at": "how"}
    page._make_move(here, kept, {"step": able.STEP.key})
    again = page._make_move(here, kept, {"step": able.STEP.key})
    assert [one.text for one in here.history.activities] == ["Soup"]
    assert again["seen"] == here.desk.version
    assert "Soup" in collect_text(again["lists"])


def test_where_nothing_was_said_an_old_ache_begins_anew_and_a_walk_that_lasts_goes_on() -> None:
    here = open_steps()
    far.save_progress(here.desk, hurting.HURTING, "", far.Progress("kind", {"words": [], "own": ""}))
    pass_minutes(here, hurting.HURTING, 11)
    assert far.resume_or_begin(here, hurting.HURTING, "").question_key == ""
    far.save_progress(here.desk, trust.TRUST, "", far.Progress("hope", {"hope": "Spring"}))
    pass_minutes(here, trust.TRUST, 3 * 24 * 60)
    begun = far.resume_or_begin(here, trust.TRUST, "")
    assert (begun.question_key, begun.answers) == ("hope", {"hope": "Spring"})
    assert not far.is_left_behind(trust.TRUST, begun)


def test_closing_opened_before_the_check_in_still_asks_before_and_after() -> None:
    here = open_steps()
    close.layout(here, {})
    finish_walk(here, allow.CHECK_IN, CHECK_IN)
    close.layout(here, {})
    progress = far.load_progress(here.desk, close.CLOSE, "")
    assert progress
    assert "now" in [question.key for question in far.list_asked_questions(here, close.CLOSE, progress)]
    assert checkin.read_feeling_words(progress.answers) == {"strength-sad": "sad", "strength-own": "unseen"}


def test_what_the_person_changed_of_what_a_walk_began_with_stays() -> None:
    here = open_steps()
    finish_walk(here, allow.CHECK_IN, CHECK_IN)
    begun = far.resume_or_begin(here, allow.LEAVING_WALK, "")
    far.save_progress(here.desk, allow.LEAVING_WALK, "", far.merge_answers(begun, [("own", "calm")]))
    assert far.resume_or_begin(here, allow.LEAVING_WALK, "").answers == {"words": ["sad"], "own": "calm"}


@pytest.mark.parametrize("said", [{}, {"words": ["hurt"]}, {"kind": "This hurts, and that is human."}])
def test_an_ache_of_which_nothing_is_kept_does_not_say_it_is(said: dict[str, Any]) -> None:
    here = open_steps()
    far.save_progress(here.desk, hurting.HURTING, "", far.Progress("ground", said))
    press = {"do": "next", "walk": "hurting", "of": "", "at": "ground"}
    done = collect_text(hurting._WALK_DRIVER._make_move(here, press, {"step": "hurting"})["asking"])
    assert here.history.check_ins == ()
    assert "Nothing was kept this time." in done
    assert "it is kept" not in done


def test_closing_says_what_is_kept_only_where_something_is() -> None:
    for good, says in (("", "Nothing was written here."), ("Tea", "It is kept.")):
        here = open_steps()
        far.save_progress(here.desk, close.CLOSE, "", far.Progress("good", {"good": good}))
        press = {"do": "next", "walk": "close", "of": "", "at": "good"}
        done = collect_text(close._WALK_DRIVER._make_move(here, press, {"step": "close"})["asking"])
        assert [one for one in ("Nothing was written here.", "It is kept.") if one in done] == [says]


def test_the_path_says_not_begun_or_begun_but_never_both() -> None:
    here = open_steps()
    row = path._draw_step_row(here, trust.STEP)
    assert words.NOT_YET in collect_text(row)
    far.save_progress(here.desk, trust.TRUST, "", far.Progress("know", {}))
    row = path._draw_step_row(here, trust.STEP)
    assert words.WALK_WAITING in collect_text(row)
    assert words.NOT_YET not in collect_text(row)


def test_the_weeks_are_there_once_an_activity_is_set_down() -> None:
    here = open_steps()
    finish_walk(here, able.ACTIVITY, {"text": "Soup", "enjoyment": "3"})
    assert words.WEEKS_TITLE in collect_text(able.ACTIVITY.draw_after(here, {}))


def test_the_kind_sentence_is_shown_when_done_and_in_its_row() -> None:
    here = open_steps()
    entry = finish_walk(here, allow.CHECK_IN, CHECK_IN | {"kind": "This hurts."})
    assert allow._describe_check_in(here, entry)[1].endswith(" · “This hurts.”")
    assert "This hurts." in collect_text(allow.CHECK_IN.draw_after(here, CHECK_IN | {"kind": "This hurts."}))
    assert "This hurts." in collect_text(hurting.HURTING.draw_after(here, HURT | {"kind": "This hurts."}))


def test_people_and_plan_are_one_press_from_every_question_of_an_ache() -> None:
    for question in hurting.HURTING.questions:
        here = open_steps()
        far.save_progress(here.desk, hurting.HURTING, "", far.Progress(question.key, HURT))
        page = collect_text(hurting.layout(here, {}))
        assert words.PLAN_AND_HELP in page
        assert "You are not alone in feeling like this." in page


def test_what_is_exchanged_counts_no_clicks() -> None:
    here = open_steps()
    for page, places in ((steps._WALK_DRIVER, steps.STEPS), (hurting._WALK_DRIVER, (hurting._STEP,)),
                         (close._WALK_DRIVER, (close._STEP,)), (help._WALK_DRIVER,
                             (help._PEOPLE,))):  # fmt: skip
        for place in places:
            for walk in (None, *place.walks):
                shown = page.draw_step(here, place, walk.key if walk else "")
                inner = next(one for one in shown.children if getattr(one, "id", None) == page._asking_id)
                assert inner.disable_n_clicks
                for card in inner.children:
                    assert "closed" in (card.className or "") or (card.id and card.disable_n_clicks)


EDITED_ENTRIES: list[tuple[Walk, str, Any]] = [
    (allow.CHECK_IN, "check_ins", CheckIn(id="x", on=TODAY, feelings=(FeelingStrength(word="sad",
        strength=1),))),
    (heal.KIND_NOTE, "kind_notes", KindNote(id="x", text="t", age=9)),
    (fair.REASONS, "reasons", Reasons(id="x", episode="grown", others=("the time was wrong", "own words"),
                                      own_share="s", about_me_before=4, about_me_after=1)),
    (connect.REACH, "intentions", Intention(id="x", on=TODAY, text="t", relationship="jo", done=True)),
    (able.ACTIVITY, "activities", Activity(id="x", on=TODAY, text="t", enjoyment=0, sense_of_done=5)),
    (trust.TRUST, "reflections", Reflection(id="x", on=TODAY, know_now="k", from_later="l")),
    (help.CONTACT, "contacts", Contact(id="x", name="n", how="h", role="friend", first=True)),
]  # fmt: skip


@pytest.mark.parametrize(("walk", "kind", "entry"), EDITED_ENTRIES, ids=lambda one: getattr(one, "key", None))
def test_an_edit_that_changes_nothing_saves_nothing(walk: Walk, kind: str, entry: Any) -> None:
    here = open_steps(make_history(**{kind: (entry,)}))
    begun = far.resume_or_begin(here, walk, "x", kind)
    assert begun.entry_before == here.history.document_text(kind, "x")
    result = walk.build_result(here, begun.answers, "x", begun.entry_before)
    assert here.desk.record(result.undo_name, result.changes) is False


@pytest.mark.parametrize("text", [one for one in HOSTILE_TEXTS if one.strip()])
def test_any_text_is_kept_as_typed(text: str) -> None:
    here = open_steps()
    assert finish_walk(here, heal.KIND_NOTE, {"age": "9", "text": text}).text == text.strip()
    here_too = open_steps()
    progress = far.merge_answers(
        far.Progress(), [("text", text), (3, "x"), ("odd", {"a": 1}), ("many", ["a", 2])]
    )
    far.save_progress(here_too.desk, heal.KIND_NOTE, "", progress)
    found = far.load_progress(here_too.desk, heal.KIND_NOTE, "")
    assert found
    assert found.answers == {"text": text, "odd": None, "many": ["a"]}


def test_a_spoilt_draft_begins_anew() -> None:
    here = open_steps()
    for spoilt in ("", "[]", "{", '{"at": 1}'):
        here.desk.save_draft("walk/kind-note/", spoilt)
        assert far.load_progress(here.desk, heal.KIND_NOTE, "") is None


def test_every_place_draws_for_any_history() -> None:
    here = open_steps()
    for place in (allow.STEP, sort.STEP, heal.STEP, fair.STEP, connect.STEP, able.STEP, trust.STEP):
        for walk in place.walks:
            for question in walk.questions:
                assert isinstance(question.draw(walk.ask(here, "steps", question, "", {}, {})), list)
    assert hurting.layout(here, {})
    assert close.layout(here, {})
    assert help.layout(here, {})


def test_what_is_deleted_in_a_list_is_named_nowhere() -> None:
    """A share plan forgets the line; with a moment go the reasons found for it."""
    note = KindNote(id="k", text="You were small.", age=8)
    good = build_episode("good", "jo", "2018", "Soup", "care")
    plan = SharePlan(id="p", name="For her", episodes=("good",), steps=(("kind_notes", "k"),))
    history = make_history(
        kind_notes=(note,),
        reasons=(Reasons(id="r", episode="good", others=("a cold",)),),
        share_plans=(plan,),
        episodes=(*make_history().episodes, good),
    )
    here = open_steps(history)
    for step, kind, of in ((heal.STEP, "kind_notes", "k"), (connect.STEP, "episodes", "good")):
        page = WalkDriver("page", (step,))
        pressed = {"do": "delete", "walk": kind, "of": of, "at": ""}
        assert page._make_move(here, pressed, {"step": step.key})["toast"]["undo"]
        assert page._make_move(here, pressed, {"step": step.key}).keys() == {"lists"}  # it is gone
    assert here.history.share_plans[0].steps == ()
    assert here.history.share_plans[0].episodes == ()
    assert here.history.reasons == ()
    here.desk.undo()
    here.desk.undo()
    assert here.history == history
