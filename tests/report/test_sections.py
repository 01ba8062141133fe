"""What is counted on paper, held against what is there: strips, threads, tables and patterns."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.dates import When
from models.history import EndingKind, History, Person, Spell
from models.sharing import SharePlan
from tests.building import build_episode, build_relationship
from tests.redaction.lives import LIFE_WITH_STEPS, PLAN_WITH_LINES
from tests.report.papers import TODAY, paper, sample
from timeline import redaction as share
from timeline.picture.theme import load_measure
from timeline.redaction import redact
from timeline.report.report import Report
from timeline.report.sections import Block, ReportContext, people
from timeline.report.thread_strip import DISC_MM, spread_places
from timeline.study.study import Study


def find_block(made: Report, kind: str) -> Block:
    return next(one for one in made.blocks if one["kind"] == kind)


def print_sections(history: History, plan: SharePlan | None = None) -> ReportContext:
    chosen = plan or share.everything_but_stories(history)
    return ReportContext(Study(redact(history, chosen, TODAY), TODAY), load_measure(), 166.0)


def make_plan(**fields: object) -> SharePlan:
    return share.everything_but_stories(sample()).model_copy(
        update={"names": "real", "dates": "day"} | fields
    )


@given(st.lists(st.floats(0, 123), max_size=40).map(sorted))
def test_discs_never_touch_and_keep_their_order(places: list[float]) -> None:
    beside = spread_places(places, DISC_MM, DISC_MM / 2, 123 - DISC_MM / 2)
    assert len(beside) == len(places)
    fits = (len(places) - 1) * DISC_MM <= 123 - DISC_MM
    for one, next_ in pairwise(beside):
        assert next_ - one >= (DISC_MM - 1e-6 if fits else 0)
    assert all(-1e-6 <= x <= 123 + 1e-6 for x in beside)


def test_discs_with_room_stay_where_they_are() -> None:
    assert spread_places([10.0, 20.0, 30.0], DISC_MM, 2, 120) == [10.0, 20.0, 30.0]
    assert spread_places([], DISC_MM, 2, 120) == []
    assert spread_places([50.0, 50.0], DISC_MM, 2, 120) == pytest.approx([50 - DISC_MM / 2, 50 + DISC_MM / 2])


def test_the_threads_of_a_known_life() -> None:
    made = paper(sample(), make_plan(threads=("unreciprocated", "loss", "neglect")))
    first, second, third = find_block(made, "threads")["threads"]
    assert first["count"] == "in 5 of the 14 relationships tagged"
    assert first["moments"] == "6 moments"
    assert first["cells"] == [
        ["First", ["Riborg Voigt, about 25"]],
        ["Strongest, rated 5", ["Riborg Voigt, about 25", "Edvard Collin, 26", "Jenny Lind, 40"]],
        ["Latest", ["Harald Scharff, about 58"]],
        ["Care within a year: after 1 of 6", ["Carl Alexander of Saxe-Weimar, about 39"]],
    ]
    assert second["count"] == "in 9 of the 14 relationships tagged"
    assert second["cells"][3][0] == "Care within a year: after 3 of 9"
    assert third["cells"][3] == ["Care within a year: after 0 of 4", ["none entered"]]
    assert [mark["n"] for mark in first["strip"]["marks"]] == [1, 2, 3, 4, 5]


def test_without_a_choice_the_threads_are_those_in_most_relationships() -> None:
    labels = [thread["label"] for thread in find_block(paper(sample()), "threads")["threads"]]
    assert labels[0] == "loss"
    assert len(labels) == 3


def test_a_caring_thread_is_drawn_as_care_and_answered_by_nobody() -> None:
    thread = find_block(paper(sample(), make_plan(threads=("care",))), "threads")["threads"][0]
    assert thread["strip"]["side"] == "care"
    assert len(thread["cells"]) == 3
    assert not thread["strip"]["cares"]


@pytest.mark.parametrize(
    "choose",
    [lambda: (sample(), make_plan()), lambda: (LIFE_WITH_STEPS, PLAN_WITH_LINES)],
    ids=["a life that is over", "with a hope"],
)
def test_an_age_stands_at_the_same_place_on_every_page(
    choose: Callable[[], tuple[History, SharePlan]],
) -> None:
    made = paper(*choose())
    strips = [one["strip"] for one in find_block(made, "threads")["threads"]]
    strips += [one["strip"] for one in find_block(made, "patterns")["patterns"]]
    assert len({str(strip["ticks"]) for strip in strips}) == 1
    marks = find_block(made, "lifeline")["pieces"][0]["parts"][0]["marks"]
    right = made.gutter + strips[0]["axis"]
    assert any(abs(point[0] - right) < 0.02 for m in marks if "p" in m for point in m["p"])
    [thirty] = [m["x"] for m in marks if m["m"] == "text" and m["s"] == "30"]
    at = {tick["says"]: tick["x"] for tick in strips[0]["ticks"]}
    assert thirty == pytest.approx(made.gutter + at["30"], abs=0.02)


def test_everyone_is_in_the_table() -> None:
    rows = find_block(paper(sample(), make_plan(threads=("loss",))), "people")["people"]
    assert [row["name"] for row in rows[:3]] == ["Hans Andersen", "Anne Marie Andersdatter", "Jonas Collin"]
    assert [rows[0][key] for key in ("role", "when", "ended", "care", "hurt")] == [
        "father",
        "born–11",
        "died",
        "1",
        "2",
    ]
    assert sum(row["n"] > 0 for row in rows) == 9


def test_where_it_did_not_happen_adds_up() -> None:
    for pattern in find_block(paper(sample(), make_plan(patterns=("recurrence:loss",))), "patterns")[
        "patterns"
    ]:
        assert pattern["title"] == "Loss"
        without = sum(len(kind["names"]) for kind in pattern["absent"])
        assert without == 14 - 9
        assert pattern["verdict_label"] == "My verdict: fits"
        assert [word for word, ticked in pattern["verdicts"] if ticked] == ["fits"]
        assert pattern["own"] == "It fits, as I see it."


def test_a_tag_on_a_whole_relationship_counts_and_is_no_moment() -> None:
    history = History(
        person=Person(birth=When("1980")),
        relationships=(build_relationship("a", "family", "age 10", tags=("fear",)),),
    )
    thread = print_sections(history).build_thread(["fear"])
    assert [entry.row for entry in thread.first_entries] == [-1]
    assert thread.moment_count == 0
    assert thread.first_entries[0].age_or_year == "10"


def test_what_has_no_date_is_counted_and_not_drawn() -> None:
    history = History(
        person=Person(birth=When("1980")),
        relationships=(build_relationship("a", "family"),),
        episodes=(build_episode("e", "a", None, "Once", "loss"),),
    )
    made = paper(history)
    thread = find_block(made, "threads")["threads"][0]
    assert thread["moments"] == "1 moment"
    assert thread["strip"]["marks"] == []
    assert find_block(made, "people")["people"][0]["when"] == "no date"


def test_more_first_moments_than_there_is_room_for_are_dots() -> None:
    people = tuple(build_relationship(f"p{n}", "friendship", "1990", name=f"P{n}") for n in range(40))
    moments = tuple(build_episode(f"e{n}", f"p{n}", str(1990 + n // 2), "x", "loss") for n in range(40))
    history = History(person=Person(birth=When("1980")), relationships=people, episodes=moments)
    marks = find_block(paper(history), "threads")["threads"][0]["strip"]["marks"]
    assert {mark["n"] for mark in marks} == {0}


def test_what_helped_is_counted_where_nothing_was_written() -> None:
    life = sample()
    fields = {name: getattr(life, name) for name in History.model_fields if name not in ("schema_", "cover")}
    lines = find_block(paper(History(**fields)), "closing")["lines"]
    assert [line["label"] for line in lines] == ["What helped"]
    assert "3 with J. C." in lines[0]["text"]


def test_without_a_birth_date_the_axis_is_in_years() -> None:
    life = sample()
    fields = {name: getattr(life, name) for name in History.model_fields if name not in ("schema_", "person")}
    made = paper(History(**fields))
    assert find_block(made, "people")["columns"][2] == "Years"
    assert find_block(made, "threads")["threads"][0]["strip"]["ticks"][0]["says"].startswith("18")


def test_questions_stand_on_the_first_page_and_the_rest_later() -> None:
    made = paper(sample(), make_plan())
    assert "What did I hear?" in [line["text"] for line in find_block(made, "closing")["lines"]]
    assert find_block(made, "questions")["questions"] == ["What was different at the Melchiors’?"]


@pytest.mark.parametrize("dates", ["age", "year"])
def test_the_axis_has_calendar_years_where_those_may_leave(dates: str) -> None:
    marks = find_block(paper(sample(), make_plan(dates=dates)), "lifeline")["pieces"][0]["parts"][0]["marks"]
    years = [mark["s"] for mark in marks if mark["m"] == "text" and mark["s"].startswith("18")]
    assert bool(years) == (dates == "year")


@pytest.mark.parametrize(
    ("spells", "says"),
    [
        ((("1990", "1995", "faded"), ("1980", "1985", "mutual")), "it faded"),
        ((("1990", "1995", None), ("1980", "1985", "mutual")), "ended"),
        ((("1990", None, None), ("1980", "1985", "mutual")), "not said"),
    ],
)
def test_how_it_ended_is_how_the_latest_spell_did(
    spells: tuple[tuple[str, str | None, EndingKind | None], ...], says: str
) -> None:
    stretches = tuple(
        Spell(start=When(start), end=When(end) if end else None, ended=how) for start, end, how in spells
    )
    bond = build_relationship("a", "other", spells=stretches)
    for until, said in ((None, says), (When("2020"), says if says != "not said" else "lasted")):
        history = History(person=Person(birth=When("1960"), until=until), relationships=(bond,))
        [told] = people.build_blocks(print_sections(history))
        assert [row["ended"] for row in told["people"]] == [said]
