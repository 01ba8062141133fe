"""What stands in the finished file and what does not: every stream and string of it is looked through."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.errors import TimelineError
from models.sharing import SharePlan
from tests.histories import histories
from tests.redaction.counterfactual_history import build_counterfactual
from tests.redaction.lives import (
    ALL_SECTIONS,
    FULL_PLAN,
    LIFE,
    LIFE_WITH_STEPS,
    PLAN_WITH_LINES,
    STEP_LINES,
    plans,
)
from tests.report.papers import (
    HOSTILE_TEXTS,
    SCRIPTS,
    TODAY,
    build_hostile_history,
    full_plan,
    paper,
    read_pdf,
    sample,
)
from timeline import redaction as share
from timeline.redaction.name_forms import name_forms
from timeline.report import render
from timeline.report.render.printable_text import make_printable


def test_nothing_left_out_is_in_the_file() -> None:
    found = read_pdf(render.render_pdf(paper(LIFE, FULL_PLAN)))
    for gone in ("Nora", "Quinn", "laughed", "Kessler", "Miriam", "Ruth", "Tomás", "private note", "secret"):
        assert not found.contains_word(gone), gone
    for there in ("T. Ó. B.", "He drove four hours", "To be heard.", "someone whom I leave out", "neglect"):
        assert found.contains_text(there), there


def test_the_lines_of_the_steps_that_are_ticked_are_in_the_file_and_no_other() -> None:
    chosen = PLAN_WITH_LINES.model_copy(update={"steps": STEP_LINES[:3]})
    found = read_pdf(render.render_pdf(paper(LIFE_WITH_STEPS, chosen)))
    assert [line.kind for line in share.collect_step_lines(LIFE_WITH_STEPS)[:3]] == [
        "check_ins",
        "check_ins",
        "kind_notes",
    ]
    for there in ("What I wrote in the steps", "missing someone 4 of 5", "throat", "You were small, me."):
        assert found.contains_text(there), there
    for gone in (
        "You could not know",
        "Ask T.",
        "Breathe",
        "Soup",
        "A garden",
        "Step 7",
        "tired",
        "2026-03-09",
    ):
        assert not found.contains_text(gone), gone
    assert not read_pdf(render.render_pdf(paper(LIFE_WITH_STEPS, FULL_PLAN))).contains_text(
        "What I wrote in the steps"
    )


def test_lines_of_the_steps_alone_can_be_printed() -> None:
    alone = SharePlan(id="p", name="p", sections=("steps",), steps=STEP_LINES)
    found = read_pdf(render.render_pdf(paper(LIFE_WITH_STEPS, alone)))
    assert found.contains_text("Breathe.")
    assert not found.contains_text("Write to")


def test_no_name_of_anyone_shown_by_initials_is_anywhere() -> None:
    history = sample()
    found = read_pdf(render.render_pdf(paper(history)))
    for bond in history.relationships:
        for one in name_forms(bond.name):
            assert not found.contains_word(one.text), one.text


def test_as_ages_no_year_is_anywhere() -> None:
    text = read_pdf(render.render_pdf(paper(LIFE, FULL_PLAN))).text
    years = set(re.findall(r"(?<![\d.])(?:19|20)\d\d(?![\d.])", text))
    # The day it is made, and its own: the fake calendar of ages begins where no-one was born.
    assert not years & {*map(str, range(1980, 2026))}


@settings(deadline=None, max_examples=5)
@given(st.data())
def test_the_file_is_the_one_of_a_life_without_whom_was_left_out(data: st.DataObject) -> None:
    history = data.draw(histories())
    plan = data.draw(plans(history))
    never, fewer = build_counterfactual(history, plan)
    try:
        made = render.render_pdf(paper(history, plan))
    except TimelineError as nothing:
        with pytest.raises(TimelineError, match=re.escape(str(nothing))):
            paper(never, fewer)
        return
    assert render.render_pdf(paper(never, fewer)) == made


def test_leaving_someone_out_of_a_real_life_leaves_no_trace() -> None:
    history = sample()
    staying = tuple(bond.id for bond in history.relationships if bond.id not in ("jenny_lind", "father"))
    plan = share.everything_but_stories(history).model_copy(update={"relationships": staying})
    assert len(staying) == len(history.relationships) - 2
    never, fewer = build_counterfactual(history, plan)
    assert len(never.relationships) == len(staying)
    assert render.render_pdf(paper(never, fewer)) == render.render_pdf(paper(history, plan))


def test_the_same_history_and_day_give_the_same_bytes() -> None:
    assert render.render_pdf(paper(sample())) == render.render_pdf(paper(sample()))


def test_what_the_person_wrote_is_there_in_every_script() -> None:
    found = read_pdf(render.render_pdf(paper(SCRIPTS, full_plan(SCRIPTS))))
    for text in (
        "佐藤さくら",
        "大阪に引っ越した",
        "日本語のテキスト",
        "Łukasz",
        "🌻",
        "☃",
        "Ольга",
        "Она ждала меня",
    ):
        assert found.contains_text(text), text
    for text in ("بابا", "سليمان", "غادر", "נועה", "לוי", "צחקה", "عברית"[1:]):
        # In drawing order a word from the right may come out either way round.
        assert found.contains_text(text) or found.contains_text(text[::-1]), text
    assert not render.find_unprintable_signs(paper(SCRIPTS, full_plan(SCRIPTS)))


def test_hostile_text_is_only_text() -> None:
    made = paper(build_hostile_history(), full_plan(build_hostile_history()))
    found = read_pdf(render.render_pdf(made))
    for text in (HOSTILE_TEXTS[0], HOSTILE_TEXTS[1], HOSTILE_TEXTS[2], "= Heading", "{{7*7}}"):
        assert found.contains_text(make_printable(text).replace("\u200b", "")), text
    assert not found.contains_text("root:")
    assert {"𓀀", "\ufdd0"} & set(render.find_unprintable_signs(made)) == {"𓀀"}
    assert found.contains_text("□")


def test_nothing_chosen_is_a_sentence_and_no_file() -> None:
    with pytest.raises(TimelineError, match="Nothing is chosen yet"):
        paper(LIFE, SharePlan(id="new", name="new"))


def test_what_this_is_stands_there_always() -> None:
    for sections in (("cover",), ("threads",), ALL_SECTIONS, ("lifeline",)):
        found = read_pdf(render.render_pdf(paper(LIFE, FULL_PLAN.model_copy(update={"sections": sections}))))
        assert found.contains_text("It is not a diagnosis, a test result or a full record.")


def test_one_page_is_one_page() -> None:
    for name in ("andersen", "bronte", "vangogh"):
        history = sample(name)
        assert len(render.render_pages(paper(history, share.one_page(history)), 20)) == 1


def test_the_day_is_the_one_it_is_read_on() -> None:
    assert read_pdf(render.render_pdf(paper(LIFE, FULL_PLAN))).contains_text(f"{TODAY.day} November 2026")
