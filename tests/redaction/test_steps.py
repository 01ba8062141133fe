"""What was written in the steps leaves line by line, as ticked."""

import pytest

from models.history import Person
from tests.histories import TODAY
from tests.redaction.lives import (
    ALL_SECTIONS,
    FULL_PLAN,
    LIFE_WITH_STEPS,
    PLAN_WITH_LINES,
    STEP_LINES,
    plan,
    rebuild_history,
    text_of,
)
from timeline import redaction as share
from timeline.messages import share_steps
from timeline.redaction.date_coarsening import NO_DAY


def test_no_line_of_the_steps_leaves_unless_it_is_ticked() -> None:
    smaller = share.redact(LIFE_WITH_STEPS, FULL_PLAN, TODAY)
    assert share.shared_step_lines(smaller) == ()
    for begin in (share.one_page, share.everything_but_stories):
        assert share.shared_step_lines(share.redact(LIFE_WITH_STEPS, begin(LIFE_WITH_STEPS), TODAY)) == ()
    unprinted = plan(steps=STEP_LINES, sections=tuple(part for part in ALL_SECTIONS if part != "steps"))
    assert share.shared_step_lines(share.redact(LIFE_WITH_STEPS, unprinted, TODAY)) == ()
    assert share_steps.NOT_PRINTED in share.summarise_share(LIFE_WITH_STEPS, unprinted, TODAY).notices


def test_lines_of_the_steps_leave_without_names_and_without_what_stays() -> None:
    told = [
        (one.heading, one.subject, one.texts)
        for one in share.shared_step_lines(share.redact(LIFE_WITH_STEPS, PLAN_WITH_LINES, TODAY))
    ]
    what = dict.fromkeys(text for _, _, says in told for _, text in says)
    assert list(what) == [
        "missing someone 4 of 5", "throat", "R. is far away.", "calm 2 of 5",
        "You were small, me.", "You could not know.", "Breathe.", "Ask T. Ó. B. once.",
        "someone asked him to", "I was tired", "the time was wrong",
        "Write to T. Ó. B.", "A seat kept free", "Soup for R.", "Listening to someone",
        "T. Ó. B. was young.", "Ask.", "A garden", "It got lighter.",
    ]  # fmt: skip
    assert [
        about
        for heading, about, _ in told
        if heading in (share_steps.KIND_NOTES, share_steps.PEOPLE_TO_REACH)
    ] == [
        "to me at 5",
        "to me then: Later, she said",
        "T. Ó. B., done",
    ]
    text = text_of(share.redact(LIFE_WITH_STEPS, PLAN_WITH_LINES, TODAY))
    for gone in ("cold laugh", "Leave the room", "drunk", "lake", "99", "Nora", "never-used", "Miriam"):
        assert gone not in text
    assert (
        share_steps.unshared_lines_note(4)
        in share.summarise_share(LIFE_WITH_STEPS, PLAN_WITH_LINES, TODAY).notices
    )
    listed = [text for _, text in share.summarise_share(LIFE_WITH_STEPS, PLAN_WITH_LINES, TODAY).notes]
    assert not [text for text in what if text not in listed]


def test_only_the_line_that_is_ticked_leaves_even_where_two_have_the_same_id() -> None:
    smaller = share.redact(LIFE_WITH_STEPS, plan(steps=(("activities", "c1"),)), TODAY)
    assert [one.text for one in smaller.activities] == ["Soup for R."]
    assert not smaller.check_ins


def test_reasons_leave_as_explanations_or_as_all_that_was_answered() -> None:
    [explained, other] = share.redact(LIFE_WITH_STEPS, FULL_PLAN, TODAY).reasons
    assert (explained.own_share, explained.about_me_before) == ("", None)
    assert other.others == ("the time was wrong",)
    fewer = plan(steps=(("reasons", "x"),), sections=("steps", "patterns"))
    [line] = share.redact(LIFE_WITH_STEPS, fewer, TODAY).reasons
    assert (line.own_share, line.about_me_before, line.about_me_after) == ("I was tired", 5, 2)


@pytest.mark.parametrize(
    ("dates", "day"),
    [("day", "2026-03-09"), ("month", "2026-03-01"), ("year", "2026-01-01"), ("age", "2026-01-01")],
)
def test_the_day_a_line_was_written_on_is_as_coarse_as_the_rest(dates: str, day: str) -> None:
    smaller = share.redact(LIFE_WITH_STEPS, plan(steps=STEP_LINES, dates=dates), TODAY)
    # As ages she was born in 1989, so that 37 begins with the year.
    assert smaller.check_ins[0].on.isoformat() == day
    unborn = share.redact(
        rebuild_history(LIFE_WITH_STEPS, person=Person()), plan(steps=STEP_LINES, dates="age"), TODAY
    )
    assert {one.on for one in unborn.check_ins} == {NO_DAY}


def test_a_line_that_may_not_be_talked_about_yet_stays() -> None:
    def shared_lines(*not_yet: str) -> set[tuple[str, str]]:
        smaller = share.redact(LIFE_WITH_STEPS, plan(steps=STEP_LINES, not_yet=not_yet), TODAY)
        return {(one.kind, one.texts[0][1]) for one in share.shared_step_lines(smaller)}

    assert shared_lines() - shared_lines("e1") == {("kind_notes", "You could not know.")}
    assert {kind for kind, _ in shared_lines() - shared_lines("tomas")} == {"intentions", "reasons"}
    assert {kind for kind, _ in shared_lines() - shared_lines("recurrence:neglect")} == {
        "kind_notes",
        "next_moves",
    }


def test_years_hold_for_lines_too() -> None:
    smaller = share.redact(LIFE_WITH_STEPS, plan(steps=STEP_LINES, years=(1993, 2025), dates="year"), TODAY)
    assert [one.texts[0][1] for one in share.shared_step_lines(smaller)] == [
        "You were small, M. K.",
        "You could not know.",
        "Ask T. Ó. B. once.",
        "Breathe.",
        "someone asked him to",
        "the time was wrong",
        "Listening to someone",
    ]
