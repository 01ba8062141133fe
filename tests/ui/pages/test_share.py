"""The plan as it stands on the page, read back: nothing is ticked that was not, and nothing is lost."""

from datetime import date
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from models.dates import EARLIEST_YEAR, When
from models.history import History, Person
from models.sharing import DateStyle, NameStyle, SharePlan
from models.steps import Reflection, Strength
from tests.building import build_episode, build_relationship, open_session
from tests.histories import histories
from timeline import redaction as share
from timeline.messages import report as report_words
from timeline.messages import share_page as say
from timeline.messages import share_steps
from timeline.study.filters import Filter
from timeline.ui.pages.share.plan_editor import begin_plan
from timeline.ui.pages.share.ticks import apply_ticks, build_tree

EMPTY_PLAN = SharePlan(id="p", name="for Dr. H.")
LIFE = History(
    person=Person(birth=When("1984")),
    relationships=tuple(build_relationship(n, "family", name=n.title()) for n in ("mother", "father")),
    episodes=tuple(
        build_episode(f"{whose}-{n}", whose, None, f"{whose} {n}", story="long" if n else "")
        for whose in ("mother", "father")
        for n in range(2)
    ),
    strengths=(Strength(id="soup", text="Making soup"),),
    reflections=(Reflection(id="f", on=date(2026, 5, 3), know_now="It was long ago.", hope="A garden"),),
)


def read_ticks(history: History, plan: SharePlan) -> dict[str, Any]:
    """What the browser tells of the tree as it was laid out, with nothing touched."""
    laid = build_tree(history, plan)
    moments = [moment for person in laid["people"] for moment in person["moments"]]
    return {
        "plan": plan.id,
        "relationships": [person["id"] for person in laid["people"] if person["on"]],
        "episodes": [moment[0] for moment in moments if moment[3]],
        "headlines": [moment[0] for moment in moments if moment[4]],
        "stories": [moment[0] for moment in moments if moment[5]],
        "steps": [line[:2] for step in laid["steps"] for line in step["lines"] if line[4]],
        "styles": {person["id"]: person["style"] for person in laid["people"]},
        "also": {person["id"]: person["also"] for person in laid["people"]},
    }


def test_a_new_plan_ticks_nobody_and_no_moment() -> None:
    laid = build_tree(LIFE, EMPTY_PLAN)
    assert not any(person["on"] for person in laid["people"])
    assert not any(any(moment[3:]) for person in laid["people"] for moment in person["moments"])
    assert not any(line[4] for step in laid["steps"] for line in step["lines"])


@settings(max_examples=40, deadline=None)
@given(histories(), st.sampled_from([share.one_page, share.everything_but_stories]))
def test_laid_out_and_read_back_a_plan_is_the_same(history: History, begin: Any) -> None:
    lines = tuple((line.kind, line.id) for line in share.collect_step_lines(history))
    plan = begin(history, "p").model_copy(update={"steps": lines[::2]})
    assert apply_ticks(history, plan, {}, read_ticks(history, plan)) == plan


def test_what_is_not_in_the_history_cannot_be_ticked() -> None:
    told = read_ticks(LIFE, EMPTY_PLAN) | {
        "relationships": ["mother", "stranger", 7],
        "episodes": ["mother-0", "none"],
        "steps": [["strengths", "soup"], ["strengths", "none"], ["activities", "soup"], 7, "strengths"],
    }
    plan = apply_ticks(LIFE, EMPTY_PLAN, {}, told)
    assert plan.relationships == ("mother",)
    assert plan.episodes == ("mother-0",)
    assert plan.steps == (("strengths", "soup"),)


def test_a_line_is_shown_in_full_under_its_step() -> None:
    able, trust = build_tree(LIFE, EMPTY_PLAN)["steps"]
    assert (able["title"], able["count"]) == ("Step 6: Confidence building", "1 line")
    assert able["lines"] == [["strengths", "soup", "What I am good at", "Making soup", False]]
    assert trust["lines"][0][2:4] == [
        "Lines on trust, 3 May 2026",
        "What I know now: It was long ago.\nOne hope: A garden",
    ]


def test_what_is_ticked_and_has_no_page_is_said() -> None:
    plan = apply_ticks(LIFE, EMPTY_PLAN, {}, {"steps": [["strengths", "soup"]]})
    today = date(2026, 6, 1)
    assert share_steps.NOT_PRINTED in share.summarise_share(LIFE, plan, today).notices
    printed = apply_ticks(LIFE, plan, {"sections": ["steps"]}, None)
    found = share.summarise_share(LIFE, printed, today)
    assert found.notices == ()
    assert found.notes == ((share_steps.STRENGTHS, "Making soup"),)


def test_how_someone_is_named_and_what_else_they_are_called() -> None:
    told = read_ticks(LIFE, EMPTY_PLAN) | {
        "styles": {"mother": "real", "father": ""},
        "also": {"mother": "Mum, Mummy ,"},
    }
    plan = apply_ticks(LIFE, EMPTY_PLAN, {}, told)
    assert plan.names_of == (("mother", "real"),)
    assert plan.also_called == (("mother", "Mum"), ("mother", "Mummy"))
    assert build_tree(LIFE, plan)["people"][0]["also"] == "Mum, Mummy"


@pytest.mark.parametrize(
    ("told", "field", "is_now"),
    [
        ({"name": "  for Dr. K. "}, "name", "for Dr. K."),
        ({"name": "   "}, "name", "for Dr. H."),
        ({"sections": ["methods", "cover"]}, "sections", ("cover", "methods")),
        ({"kinds": ["family", "romantic", "friendship", "mentor", "other"]}, "kinds", None),
        ({"kinds": ["romantic", "family"]}, "kinds", ("family", "romantic")),
        ({"from": 1990, "to": ""}, "years", (1990, 2199)),
        ({"from": "", "to": None}, "years", None),
        ({"threads": ["loss"]}, "threads", ("loss",)),
        ({"not_yet": ["father"]}, "not_yet", ("father",)),
        ({"dates": "year"}, "dates", "year"),
    ],
)
def test_each_control(told: dict[str, Any], field: str, is_now: object) -> None:
    assert getattr(apply_ticks(LIFE, EMPTY_PLAN, told, None), field) == is_now


def test_a_value_that_does_not_fit_is_refused() -> None:
    with pytest.raises(ValidationError):
        apply_ticks(LIFE, EMPTY_PLAN, {"names": "nicknames"}, None)


def test_every_style_and_page_can_be_chosen() -> None:
    assert {key for key, _ in say.NAME_STYLES} == {*get_args(NameStyle)}
    assert {key for key, _ in say.DATE_STYLES} == {*get_args(DateStyle)}
    assert {*share.everything_but_stories(LIFE).sections} == {*report_words.PARTS}


@pytest.mark.parametrize(
    ("password", "says"), [("", ""), ("short", 0), ("eight888", 1), ("a" * 14, 2), ("a" * 20, 3)]
)
def test_strength_goes_by_length(password: str, says: int | str) -> None:
    assert say.password_strength_note(password) == (say.STRENGTHS[says] if isinstance(says, int) else says)


PREVIEWED_HISTORY = History(
    person=Person(birth=When("1984")),
    relationships=(
        build_relationship("mother", "family", "1984"),
        build_relationship("father", "family", "1984"),
        build_relationship("jo", "romantic", "2010"),
    ),
    episodes=(
        build_episode("early", "mother", "1990", "Early", "loss"),
        build_episode("late", "mother", "2012", "Late", "care"),
        build_episode("his", "father", "1991", "His", "care"),
        build_episode("theirs", "jo", "2011", "Theirs", "loss"),
    ),
)


@pytest.mark.parametrize(
    ("chosen", "people", "moments"),
    [
        (Filter(), ("mother", "father", "jo"), ("early", "late", "his", "theirs")),
        (Filter(people=frozenset({"jo"})), ("jo",), ("theirs",)),
        (Filter(kinds=frozenset({"family"})), ("mother", "father"), ("early", "late", "his")),
        (Filter(tags=frozenset({"loss"})), ("mother", "jo"), ("early", "theirs")),
        (Filter(kinds=frozenset({"family"}), years=(1000, 1990)), ("mother", "father"), ("early",)),
    ],
)
@pytest.mark.parametrize("key", ["one", "all"])
def test_a_beginning_ticks_what_is_looked_at(
    key: str, chosen: Filter, people: tuple[str, ...], moments: tuple[str, ...]
) -> None:
    plan = begin_plan(open_session(PREVIEWED_HISTORY, date(2026, 6, 1)), key, chosen)
    assert (plan.relationships, plan.episodes) == (people, moments)
    assert plan.headlines == (moments if key == "all" else ())
    assert plan.kinds == (("family",) if chosen.kinds else None)
    assert plan.years == ((EARLIEST_YEAR, 1990) if chosen.years else None)
    assert SharePlan.model_validate(plan.model_dump()) == plan
    assert apply_ticks(PREVIEWED_HISTORY, plan, {}, read_ticks(PREVIEWED_HISTORY, plan)) == plan
    smaller = share.redact(PREVIEWED_HISTORY, plan, date(2026, 6, 1))
    assert (len(smaller.relationships), len(smaller.episodes)) == (len(people), len(moments))


def test_an_empty_plan_ticks_nothing_whatever_is_looked_at() -> None:
    plan = begin_plan(
        open_session(PREVIEWED_HISTORY, date(2026, 6, 1)),
        "empty",
        Filter(years=(1990, 1991)),
    )
    assert plan == SharePlan(id=plan.id, name=say.UNNAMED_PLAN)
