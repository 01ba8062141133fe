"""What stands in the finished file and what does not: every stream and string of it is looked through."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.errors import TimelineError
from models.sharing import SharePlan
from tests.histories import histories
from tests.redaction.lives import ALL, ALL_LINES, LIFE, LINES, STEPPED, TOLD, plans
from tests.redaction.never import never_there
from tests.report.papers import (
    HOSTILE_TEXTS,
    SCRIPTS,
    TODAY,
    hostile,
    in_full,
    inside,
    paper,
    sample,
)
from timeline import redaction as share
from timeline.redaction.called import called
from timeline.report import render
from timeline.report.render.hygiene import fit


def test_nothing_left_out_is_in_the_file() -> None:
    found = inside(render.pdf(paper(LIFE, TOLD)))
    for gone in ("Nora", "Quinn", "laughed", "Kessler", "Miriam", "Ruth", "Tomás", "private note", "secret"):
        assert not found.names(gone), gone
    for there in ("T. Ó. B.", "He drove four hours", "To be heard.", "someone whom I leave out", "neglect"):
        assert found.holds(there), there


def test_the_lines_of_the_steps_that_are_ticked_are_in_the_file_and_no_other() -> None:
    chosen = ALL_LINES.model_copy(update={"steps": LINES[:3]})
    found = inside(render.pdf(paper(STEPPED, chosen)))
    assert [line.kind for line in share.lines(STEPPED)[:3]] == ["check_ins", "check_ins", "kind_notes"]
    for there in ("What I wrote in the steps", "missing someone 4 of 5", "throat", "You were small, me."):
        assert found.holds(there), there
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
        assert not found.holds(gone), gone
    assert not inside(render.pdf(paper(STEPPED, TOLD))).holds("What I wrote in the steps")


def test_lines_of_the_steps_alone_can_be_printed() -> None:
    alone = SharePlan(id="p", name="p", sections=("steps",), steps=LINES)
    found = inside(render.pdf(paper(STEPPED, alone)))
    assert found.holds("Breathe.")
    assert not found.holds("Write to")


def test_no_name_of_anyone_shown_by_initials_is_anywhere() -> None:
    history = sample()
    found = inside(render.pdf(paper(history)))
    for bond in history.relationships:
        for one in called(bond.name):
            assert not found.names(one.text), one.text


def test_as_ages_no_year_is_anywhere() -> None:
    text = inside(render.pdf(paper(LIFE, TOLD))).text
    years = set(re.findall(r"(?<![\d.])(?:19|20)\d\d(?![\d.])", text))
    # The day it is made, and its own: the fake calendar of ages begins where no-one was born.
    assert not years & {*map(str, range(1980, 2026))}


@settings(deadline=None, max_examples=5)
@given(st.data())
def test_the_file_is_the_one_of_a_life_without_whom_was_left_out(data: st.DataObject) -> None:
    history = data.draw(histories())
    plan = data.draw(plans(history))
    never, fewer = never_there(history, plan)
    try:
        made = render.pdf(paper(history, plan))
    except TimelineError as nothing:
        with pytest.raises(TimelineError, match=re.escape(str(nothing))):
            paper(never, fewer)
        return
    assert render.pdf(paper(never, fewer)) == made


def test_leaving_someone_out_of_a_real_life_leaves_no_trace() -> None:
    history = sample()
    staying = tuple(bond.id for bond in history.relationships if bond.id not in ("jenny_lind", "father"))
    plan = share.everything_but_stories(history).model_copy(update={"relationships": staying})
    assert len(staying) == len(history.relationships) - 2
    never, fewer = never_there(history, plan)
    assert len(never.relationships) == len(staying)
    assert render.pdf(paper(never, fewer)) == render.pdf(paper(history, plan))


def test_the_same_history_and_day_give_the_same_bytes() -> None:
    assert render.pdf(paper(sample())) == render.pdf(paper(sample()))


def test_what_the_person_wrote_is_there_in_every_script() -> None:
    found = inside(render.pdf(paper(SCRIPTS, in_full(SCRIPTS))))
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
        assert found.holds(text), text
    for text in ("بابا", "سليمان", "غادر", "נועה", "לוי", "צחקה", "عברית"[1:]):
        # In drawing order a word from the right may come out either way round.
        assert found.holds(text) or found.holds(text[::-1]), text
    assert not render.unprintable(paper(SCRIPTS, in_full(SCRIPTS)))


def test_hostile_text_is_only_text() -> None:
    made = paper(hostile(), in_full(hostile()))
    found = inside(render.pdf(made))
    for text in (HOSTILE_TEXTS[0], HOSTILE_TEXTS[1], HOSTILE_TEXTS[2], "= Heading", "{{7*7}}"):
        assert found.holds(fit(text).replace("\u200b", "")), text
    assert not found.holds("root:")
    assert {"𓀀", "\ufdd0"} & set(render.unprintable(made)) == {"𓀀"}
    assert found.holds("□")


def test_nothing_chosen_is_a_sentence_and_no_file() -> None:
    with pytest.raises(TimelineError, match="Nothing is chosen yet"):
        paper(LIFE, SharePlan(id="new", name="new"))


def test_what_this_is_stands_there_always() -> None:
    for sections in (("cover",), ("threads",), ALL, ("lifeline",)):
        found = inside(render.pdf(paper(LIFE, TOLD.model_copy(update={"sections": sections}))))
        assert found.holds("It is not a diagnosis, a test result or a full record.")


def test_one_page_is_one_page() -> None:
    for name in ("andersen", "bronte", "vangogh"):
        history = sample(name)
        assert len(render.pages(paper(history, share.one_page(history)), 20)) == 1


def test_the_day_is_the_one_it_is_read_on() -> None:
    assert inside(render.pdf(paper(LIFE, TOLD))).holds(f"{TODAY.day} November 2026")
