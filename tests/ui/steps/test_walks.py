"""The moves without a browser: drafts, sittings, what each walk keeps, what comes back when it is edited."""

import json
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from dash import no_update
from plotly.utils import PlotlyJSONEncoder

from models.history import Episode, History, Person, Relationship, Spell
from models.sharing import SharePlan
from models.steps import Activity, CheckIn, Contact, Feeling, Intention, KindNote, Reasons, Reflection
from tests.histories import HOSTILE
from timeline.messages import steps as words
from timeline.storage.desk import Desk
from timeline.storage.vault import Vault
from timeline.ui import checkin, sitting
from timeline.ui.forms.asking import Ask, Asking, Walk
from timeline.ui.forms.asking import progress as far
from timeline.ui.here import Here
from timeline.ui.pages import close, help, hurting, steps
from timeline.ui.pages.steps import able, allow, connect, fair, heal, path, sort, trust

TODAY = date(2026, 3, 2)


def a_history(**more: Any) -> History:
    """Turned away at 31 by one person; a child’s moment with another; harm, and a slight, with two others."""
    mum = Relationship(id="mum", name="Mum", kind="family", caregiver=True, spells=(Spell(start="1985"),))
    jo = Relationship(id="jo", name="Jo", kind="romantic", spells=(Spell(start="2015"),))
    ex = Relationship(id="ex", name="Ex", kind="romantic", spells=(Spell(start="2016"),))
    uncle = Relationship(id="uncle", name="Uncle", kind="family", spells=(Spell(start="1990"),))
    moments = (
        Episode(id="child", relationship="mum", when="1994", headline="Alone", tags=("neglect",)),
        Episode(id="grown", relationship="jo", when="2016", headline="No answer", tags=("rejection",)),
        Episode(id="harm", relationship="ex", when="2017", headline="The lock", tags=("control",)),
        Episode(id="slight", relationship="ex", when="2018", headline="No call", tags=("rejection",)),
        Episode(id="abuse", relationship="uncle", when="1995", headline="That day", tags=("abuse",)),
    )
    base = {
        "person": Person(name="Ada", birth="1985"),
        "relationships": (mum, jo, ex, uncle),
        "episodes": moments,
    }
    return History(**(base | more))


def at(history: History | None = None) -> Here:
    told = history or a_history()
    return Here(Desk(Vault.in_memory(told.documents()), told, sample=False), lambda: TODAY)


def kept(here: Here, walk: Walk, said: Mapping[str, Any], of: str = "", before: str | None = None) -> Any:
    """What a walk leaves in the history, the last entry of its kind; None for nothing."""
    result = walk.keep(here, said, of, before)
    if not here.desk.record(result.what, result.changes):
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
    here = at()
    came = kept(here, allow.CHECK_IN, CHECK_IN)
    assert came.feelings == (Feeling(word="sad", strength=4), Feeling(word="unseen", strength=0))
    assert (came.on, came.body, came.kind_sentence, came.leaving) == (TODAY, "chest", "x", False)
    begins = allow.LEAVING.begins(here)
    assert begins == {"words": ["sad"], "own": "unseen"}
    left = kept(here, allow.LEAVING, begins | {"strength-sad": "5", "strength-own": "2"})
    assert left.leaving
    assert checkin.leaving_after(here.history, came) == left
    assert checkin.pairs(came, left) == [("sad", 4, 5), ("unseen", 0, 2)]


@pytest.mark.parametrize(
    ("then", "now", "offered"),
    [(2, 3, False), (2, 4, True), (0, 1, False), (5, 4, False), (4, 5, True), (0, 2, True)],
)
def test_closing_is_offered_when_it_rose_by_two_or_is_at_the_top(then: int, now: int, offered: bool) -> None:
    came = CheckIn(id="c", on=TODAY, feelings=(Feeling(word="sad", strength=then),))
    here = at(History(check_ins=(came,)))
    assert bool(checkin.offers(here, {"words": ["sad"], "strength-sad": str(now)})) is offered


def test_more_than_three_words_and_none_are_told_apart() -> None:
    assert checkin.wrong_feelings({"words": ["sad", "hurt", "angry"], "own": "x"}) == {
        "words": words.AT_MOST_THREE
    }
    assert checkin.wrong_feelings({"own": "  "}) == {"words": words.CHOOSE_A_FEELING}
    assert checkin.wrong_feelings({"words": ["sad", "hurt", "angry"]}) == {}
    assert checkin.wrong_strengths({"words": ["sad"]}) == {"strength-sad": words.CHOOSE_A_STRENGTH}


def test_step_4_lists_no_harm_and_asks_no_share_of_a_child() -> None:
    here = at()
    assert [one.id for one in fair._open_to_it(here)] == ["grown", "child"]  # nothing of whoever did harm
    said = {"moment": "slight", "others-0": ["they had been hurt before"], "share": "mine", "before": "5"}
    entry = kept(here, fair.REASONS, said)
    assert (entry.own_share, entry.about_me_before) == ("", None)
    assert [q.key for q in far.asked(here, fair.REASONS, far.Progress(fields=said))] == ["moment", "others"]
    said = {"moment": "child", "others-0": ["they had been hurt before"], "share": "mine", "before": "5"}
    entry = kept(here, fair.REASONS, said)
    assert (entry.own_share, entry.about_me_before) == ("", None)
    asked = [q.key for q in far.asked(here, fair.REASONS, far.Progress(fields={"moment": "child"}))]
    assert asked == ["moment", "others"]
    asked = [q.key for q in far.asked(here, fair.REASONS, far.Progress(fields={"moment": "grown"}))]
    assert asked == ["moment", "before", "others", "share", "after"]


@pytest.mark.parametrize(("answer", "share"), [("yes", "mine"), ("no", ""), ("unsure", ""), (None, "")])
def test_where_the_age_is_not_known_it_is_asked(answer: str | None, share: str) -> None:
    here = at(a_history(person=Person(name="Ada")))
    said = {"moment": "grown", "grown": answer, "others-own": "work\n\nwork\nfar away", "share": "mine"}
    assert "grown" in [q.key for q in far.asked(here, fair.REASONS, far.Progress(fields=said))]
    entry = kept(here, fair.REASONS, said)
    assert (entry.others, entry.own_share) == (("work", "far away"), share)


def test_step_4_does_not_follow_at_once_on_naming() -> None:
    here = at()
    assert fair.REASONS.closed(here) == ""
    for naming in ("allow", "hurting"):
        sitting.has_done(here.desk, naming)
        assert fair.REASONS.closed(here) == words.WAIT_AFTER_NAMING
        sitting.has_done(here.desk, "heal")
        assert fair.REASONS.closed(here) == ""


def test_a_sitting_is_over_after_an_hour() -> None:
    here = at()
    sitting.has_done(here.desk, "allow")
    told = json.loads(here.desk.draft("sitting") or "")
    told["seen"] = (datetime.now(UTC) - timedelta(minutes=61)).isoformat()
    here.desk.save_draft("sitting", json.dumps(told))
    assert sitting.last_done(here.desk) == ""
    here.desk.save_draft("sitting", "{not json")
    assert sitting.last_done(here.desk) == ""
    assert sitting.place(here.desk) == ("", "", "", "")


def test_kind_notes_are_offered_for_no_moment_of_abuse_or_trauma() -> None:
    here = at()
    assert [one.id for one in heal._early(here)] == ["child"]
    note = kept(here, heal.KIND_NOTE, {"episode": "child", "text": "You may cry."})
    assert (note.episode, note.age, note.text) == ("child", None, "You may cry.")
    assert heal._wrong_whom({"age": "121"})
    assert heal._wrong_whom({"age": "٧"})
    assert heal._wrong_whom({})
    assert not heal._wrong_whom({"age": "0"})


def test_a_next_move_hangs_on_a_pattern_by_the_id_its_finder_gives() -> None:
    moments = tuple(
        Episode(id=f"e{n}", relationship=who, headline="x", tags=("rejection",))
        for n, who in enumerate(("mum", "jo"))
    )
    here = at(a_history(episodes=moments))
    assert heal._patterns(here) == [("recurrence:rejection", "rejection: you tagged it in 2 relationships")]
    assert "recurrence:rejection" in [finding.id for finding in here.study().findings]


def test_trust_counts_what_there_was_and_keeps_it_when_edited() -> None:
    here = at()
    entry = kept(here, trust.TRUST, {"hope": "Spring", "know_now": " "})
    assert (entry.hope, entry.know_now) == ("Spring", "")
    assert dict(entry.counted)["relationships"] == 4
    before = here.history.body("reflections", entry.id)
    again = kept(here, trust.TRUST, {"hope": "Summer"}, entry.id, before)
    assert (again.hope, again.counted, again.on) == ("Summer", entry.counted, entry.on)
    assert kept(here, trust.TRUST, {"hope": "  "}) is None


def test_good_moments_offers_and_people_to_reach() -> None:
    here = at()
    good = kept(
        here, connect.GOOD_MOMENT, {"who": "jo", "headline": "She rang", "tags": ["care"], "told": "Nice!"}
    )
    assert (good.when.written, good.tags, good.they_responded) == (TODAY.isoformat(), ("care",), ("Nice!",))
    nothing = kept(here, connect.OFFERED, {"nothing": ["nothing"]})
    assert (nothing.text, nothing.done, nothing.about) == (words.NOTHING_TODAY, False, "offered")
    reach = kept(here, connect.REACH, {"who": "mum", "text": "Call"})
    assert (reach.relationship, reach.text, reach.about) == ("mum", "Call", "reach out")
    stranger = kept(here, connect.REACH, {"who": "gone", "other": "Nina", "text": "Call"})
    assert (stranger.relationship, stranger.text) == (None, "Nina: Call")
    assert connect._wrong_what({"headline": "x" * 141, "tags": ["care"], "when": "sometime"}).keys() == {
        "headline",
        "when",
    }


def test_closing_keeps_what_was_said_and_nothing_else() -> None:
    here = at()
    assert kept(here, close.CLOSE, {}) is None
    thing = kept(here, close.CLOSE, {"good": " Tea "})
    assert (thing.text, thing.about, thing.done) == ("Tea", "good", True)


def rest(here: Here, walk: Walk, minutes: int) -> None:
    """Let so many minutes go by since something was said in a walk."""
    row = f"walk/{walk.key}/"
    told = json.loads(here.desk.draft(row) or "")
    told["seen"] = (datetime.now(UTC) - timedelta(minutes=minutes)).isoformat()
    here.desk.save_draft(row, json.dumps(told))


def drawn(parts: Any) -> str:
    """All that is drawn, as text."""
    return json.dumps(parts, cls=PlotlyJSONEncoder, ensure_ascii=False)


HURT = {"words": ["hurt"], "strength-hurt": "5"}


def test_what_was_said_of_an_ache_a_while_ago_is_asked_about_and_never_let_go_unasked() -> None:
    here = at()
    page, place = hurting._ASKING, hurting._STEP
    far.save(here.desk, hurting.HURTING, "", far.Progress("kind", HURT))
    rest(here, hurting.HURTING, 9)
    assert "One kind sentence" in drawn(hurting.layout(here, {}))
    rest(here, hurting.HURTING, 11)
    asked = drawn(hurting.layout(here, {}))
    assert words.BEGUN_EARLIER in asked
    assert words.ANEW in asked
    assert "One kind sentence" not in asked
    press = {"do": "go-on", "walk": "hurting", "of": "", "at": "kind"}
    assert "One kind sentence" in drawn(page._moved(here, press, {"step": place.key})[0])
    rest(here, hurting.HURTING, 11)
    anew = drawn(page._moved(here, press | {"do": "anew", "at": ""}, {"step": place.key})[0])
    assert "What do you feel right now?" in anew
    assert far.begun(here, hurting.HURTING, "").fields == {}


def test_where_nothing_was_said_an_old_ache_begins_anew_and_a_walk_that_lasts_goes_on() -> None:
    here = at()
    far.save(here.desk, hurting.HURTING, "", far.Progress("kind", {"words": [], "own": ""}))
    rest(here, hurting.HURTING, 11)
    assert far.begun(here, hurting.HURTING, "").at == ""
    far.save(here.desk, trust.TRUST, "", far.Progress("hope", {"hope": "Spring"}))
    rest(here, trust.TRUST, 3 * 24 * 60)
    begun = far.begun(here, trust.TRUST, "")
    assert (begun.at, begun.fields) == ("hope", {"hope": "Spring"})
    assert not far.left_behind(trust.TRUST, begun)


def test_closing_opened_before_the_check_in_still_asks_before_and_after() -> None:
    here = at()
    close.layout(here, {})
    kept(here, allow.CHECK_IN, CHECK_IN)
    close.layout(here, {})
    progress = far.read(here.desk, close.CLOSE, "")
    assert progress
    assert "now" in [question.key for question in far.asked(here, close.CLOSE, progress)]
    assert checkin.named(progress.fields) == {"strength-sad": "sad", "strength-own": "unseen"}


def test_what_the_person_changed_of_what_a_walk_began_with_stays() -> None:
    here = at()
    kept(here, allow.CHECK_IN, CHECK_IN)
    begun = far.begun(here, allow.LEAVING, "")
    far.save(here.desk, allow.LEAVING, "", far.with_said(begun, [("own", "calm")]))
    assert far.begun(here, allow.LEAVING, "").fields == {"words": ["sad"], "own": "calm"}


@pytest.mark.parametrize("said", [{}, {"words": ["hurt"]}, {"kind": "This hurts, and that is human."}])
def test_an_ache_of_which_nothing_is_kept_does_not_say_it_is(said: dict[str, Any]) -> None:
    here = at()
    far.save(here.desk, hurting.HURTING, "", far.Progress("ground", said))
    press = {"do": "next", "walk": "hurting", "of": "", "at": "ground"}
    done = drawn(hurting._ASKING._moved(here, press, {"step": "hurting"})[0])
    assert here.history.check_ins == ()
    assert "Nothing was kept this time." in done
    assert "it is kept" not in done


def test_closing_says_what_is_kept_only_where_something_is() -> None:
    for good, says in (("", "Nothing was written here."), ("Tea", "It is kept.")):
        here = at()
        far.save(here.desk, close.CLOSE, "", far.Progress("good", {"good": good}))
        press = {"do": "next", "walk": "close", "of": "", "at": "good"}
        done = drawn(close._ASKING._moved(here, press, {"step": "close"})[0])
        assert [one for one in ("Nothing was written here.", "It is kept.") if one in done] == [says]


def test_the_path_says_not_begun_or_begun_but_never_both() -> None:
    here = at()
    row = path._row(here, trust.STEP)
    assert words.NOT_YET in drawn(row)
    far.save(here.desk, trust.TRUST, "", far.Progress("know", {}))
    row = path._row(here, trust.STEP)
    assert words.WAITING in drawn(row)
    assert words.NOT_YET not in drawn(row)


def test_the_weeks_are_there_once_an_activity_is_set_down() -> None:
    here = at()
    kept(here, able.ACTIVITY, {"text": "Soup", "enjoyment": "3"})
    assert words.WEEKS_TITLE in drawn(able.ACTIVITY.after(here, {}))


def test_the_kind_sentence_is_shown_when_done_and_in_its_row() -> None:
    here = at()
    entry = kept(here, allow.CHECK_IN, CHECK_IN | {"kind": "This hurts."})
    assert allow._line(here, entry)[1].endswith(" · “This hurts.”")
    assert "This hurts." in drawn(allow.CHECK_IN.after(here, CHECK_IN | {"kind": "This hurts."}))
    assert "This hurts." in drawn(hurting.HURTING.after(here, HURT | {"kind": "This hurts."}))


def test_people_and_plan_are_one_press_from_every_question_of_an_ache() -> None:
    for question in hurting.HURTING.questions:
        here = at()
        far.save(here.desk, hurting.HURTING, "", far.Progress(question.key, HURT))
        page = drawn(hurting.layout(here, {}))
        assert words.PLAN_AND_HELP in page
        assert "You are not alone in feeling like this." in page


def test_what_is_exchanged_counts_no_clicks() -> None:
    here = at()
    for page, places in ((steps._ASKING, steps.STEPS), (hurting._ASKING, (hurting._STEP,)),
                         (close._ASKING, (close._STEP,)), (help._ASKING, (help._PEOPLE,))):  # fmt: skip
        for place in places:
            for walk in (None, *place.walks):
                shown = page.place(here, place, walk.key if walk else "")
                inner = next(one for one in shown.children if getattr(one, "id", None) == page._asking)
                assert inner.disable_n_clicks
                for card in inner.children:
                    assert "closed" in (card.className or "") or (card.id and card.disable_n_clicks)


EDITED: list[tuple[Walk, str, Any]] = [
    (allow.CHECK_IN, "check_ins", CheckIn(id="x", on=TODAY, feelings=(Feeling(word="sad", strength=1),))),
    (heal.KIND_NOTE, "kind_notes", KindNote(id="x", text="t", age=9)),
    (fair.REASONS, "reasons", Reasons(id="x", episode="grown", others=("the time was wrong", "own words"),
                                      own_share="s", about_me_before=4, about_me_after=1)),
    (connect.REACH, "intentions", Intention(id="x", on=TODAY, text="t", relationship="jo", done=True)),
    (able.ACTIVITY, "activities", Activity(id="x", on=TODAY, text="t", enjoyment=0, sense_of_done=5)),
    (trust.TRUST, "reflections", Reflection(id="x", on=TODAY, know_now="k", from_later="l")),
    (help.CONTACT, "contacts", Contact(id="x", name="n", how="h", role="friend", first=True)),
]  # fmt: skip


@pytest.mark.parametrize(("walk", "kind", "entry"), EDITED, ids=lambda one: getattr(one, "key", None))
def test_an_edit_that_changes_nothing_saves_nothing(walk: Walk, kind: str, entry: Any) -> None:
    here = at(a_history(**{kind: (entry,)}))
    begun = far.begun(here, walk, "x", kind)
    assert begun.before == here.history.body(kind, "x")
    result = walk.keep(here, begun.fields, "x", begun.before)
    assert here.desk.record(result.what, result.changes) is False


@pytest.mark.parametrize("text", [one for one in HOSTILE if one.strip()])
def test_any_text_is_kept_as_typed(text: str) -> None:
    here = at()
    assert kept(here, heal.KIND_NOTE, {"age": "9", "text": text}).text == text.strip()
    here_too = at()
    progress = far.with_said(
        far.Progress(), [("text", text), (3, "x"), ("odd", {"a": 1}), ("many", ["a", 2])]
    )
    far.save(here_too.desk, heal.KIND_NOTE, "", progress)
    found = far.read(here_too.desk, heal.KIND_NOTE, "")
    assert found
    assert found.fields == {"text": text, "odd": None, "many": ["a"]}


def test_a_spoilt_draft_begins_anew() -> None:
    here = at()
    for spoilt in ("", "[]", "{", '{"at": 1}'):
        here.desk.save_draft("walk/kind-note/", spoilt)
        assert far.read(here.desk, heal.KIND_NOTE, "") is None


def test_every_place_draws_for_any_history() -> None:
    here = at()
    for place in (allow.STEP, sort.STEP, heal.STEP, fair.STEP, connect.STEP, able.STEP, trust.STEP):
        for walk in place.walks:
            for question in walk.questions:
                assert isinstance(question.draw(Ask(here, "steps", walk.key, "", {}, {})), list)
    assert hurting.layout(here, {})
    assert close.layout(here, {})
    assert help.layout(here, {})


def test_what_is_deleted_in_a_list_is_named_nowhere() -> None:
    """A share plan forgets the line; with a moment go the reasons found for it."""
    note = KindNote(id="k", text="You were small.", age=8)
    good = Episode(id="good", relationship="jo", when="2018", headline="Soup", tags=("care",))
    plan = SharePlan(id="p", name="For her", episodes=("good",), steps=(("kind_notes", "k"),))
    history = a_history(
        kind_notes=(note,),
        reasons=(Reasons(id="r", episode="good", others=("a cold",)),),
        share_plans=(plan,),
        episodes=(*a_history().episodes, good),
    )
    here = at(history)
    for step, kind, of in ((heal.STEP, "kind_notes", "k"), (connect.STEP, "episodes", "good")):
        page = Asking("page", (step,))
        pressed = {"do": "delete", "walk": kind, "of": of, "at": ""}
        assert page._moved(here, pressed, {"step": step.key})[4]["undo"]
        assert page._moved(here, pressed, {"step": step.key})[4] is no_update  # it is gone
    assert here.history.share_plans[0].steps == ()
    assert here.history.share_plans[0].episodes == ()
    assert here.history.reasons == ()
    here.desk.undo()
    here.desk.undo()
    assert here.history == history
