"""What is chosen leaves, and nothing else."""

from datetime import date
from typing import Any

import pytest

from models.dates import When
from models.history import Episode
from models.sharing import Cover, SharePlan, Verdict
from tests.histories import TODAY
from tests.redaction.lives import ALL_SECTIONS, FULL_PLAN, LIFE, plan, rebuild_history, text_of
from timeline import redaction as share
from timeline.messages.report import COUNTED_NOTE, NOT_YET


def test_a_new_plan_lets_nothing_out() -> None:
    smaller = share.redact(LIFE, SharePlan(id="new", name="new"), TODAY)
    assert not smaller.relationships
    assert not smaller.episodes
    assert smaller.cover == Cover()


def test_nothing_of_who_was_left_out_is_there() -> None:
    smaller = share.redact(LIFE, FULL_PLAN, TODAY)
    for gone in ("Nora", "Quinn", "secret", "She laughed", "walked-out-like-nora", "never-used", "Dr. H"):
        assert gone not in text_of(smaller)
    assert smaller.cover.summary == "R. and T. Ó. B., and someone whom I leave out. M. K. wrote this."
    assert [moment.headline for moment in smaller.episodes] == [
        "Later, she said",
        "He drove four hours",
        "T. Ó. B. left for someone",
    ]


def test_what_never_leaves() -> None:
    smaller = share.redact(LIFE, FULL_PLAN, TODAY)
    for never in ("kind_notes", "contacts", "mappings", "sources", "check_ins", "reflections"):
        assert getattr(smaller, never) == ()
    for gone in ("private note", "a book", "You were small", '"own_share":"me"', "for Dr. H."):
        assert gone not in text_of(smaller)
    assert not any(bond.on_my_mind or bond.note or bond.alias for bond in smaller.relationships)
    assert not any(moment.for_therapist for moment in smaller.episodes)
    assert smaller.reasons[0].about_me_before is None


def test_ids_are_given_anew() -> None:
    smaller = share.redact(LIFE, FULL_PLAN, TODAY)
    assert [bond.id for bond in smaller.relationships] == ["r1", "r2"]
    assert [moment.id for moment in smaller.episodes] == ["m1", "m2", "m3"]
    assert [own.id for own in smaller.own_tags] == ["own-1"]
    assert smaller.episodes[2].tags == ("abandonment", "own-1")
    assert smaller.settings.earliest_bonds == ("r1",)
    assert [verdict.pattern for verdict in smaller.verdicts] == ["recurrence:own-1"]


def test_words_leave_in_three_steps() -> None:
    def first_episode(**fields: Any) -> Episode:
        return share.redact(LIFE, plan(**fields), TODAY).episodes[0]

    assert first_episode(headlines=()).headline == COUNTED_NOTE
    assert first_episode(headlines=()).story == ""
    assert first_episode(stories=()).headline == "Later, she said"
    assert first_episode(stories=()).story == ""
    assert first_episode().story == "R. said later."
    assert first_episode().hoped_for == ("be seen by R.",)
    assert first_episode(sections=("cover", "threads")).headline == COUNTED_NOTE
    assert first_episode(sections=("patterns",)).story == ""


def test_not_yet_is_counted_and_has_no_words() -> None:
    for one in ("e1", "mother"):
        smaller = share.redact(LIFE, plan(not_yet=(one,)), TODAY)
        assert len(smaller.episodes) == 3
        assert smaller.episodes[0].headline == NOT_YET
        assert smaller.episodes[0].story == ""


def test_a_pattern_not_yet_to_be_talked_about_silences_its_moments() -> None:
    smaller = share.redact(LIFE, plan(not_yet=("recurrence:neglect",)), TODAY)
    assert smaller.episodes[0].headline == NOT_YET
    assert smaller.episodes[0].hoped_for == ()
    assert smaller.episodes[1].headline != NOT_YET
    assert smaller.share_plans[0].not_yet == ("recurrence:neglect",)


def test_kinds_and_years_are_chosen() -> None:
    kinds = share.redact(LIFE, plan(kinds=("family",)), TODAY)
    assert [bond.name for bond in kinds.relationships] == ["R."]
    years = share.redact(LIFE, plan(years=(2005, 2006), dates="year"), TODAY)
    assert [moment.headline for moment in years.episodes] == ["He drove four hours"]
    assert {spell.start.as_written for bond in years.relationships for spell in bond.spells} == {"2005"}
    assert {spell.end.as_written for bond in years.relationships for spell in bond.spells if spell.end} == {
        "2006"
    }
    assert not years.landmarks
    long_ago = share.redact(LIFE, plan(years=(1850, 1860)), TODAY)
    assert not long_ago.relationships


@pytest.mark.parametrize(
    ("section", "gone"),
    [
        ("cover", "What T. Ó. B. said"),
        ("landmarks", "Moved in"),
        ("explanations", "was ill"),
        ("explanations", "asked him to"),
        ("questions", "And R.?"),
        ("patterns", "again"),
        ("people", "met through someone"),
    ],
)
def test_each_part_is_ticked_for_itself(section: str, gone: str) -> None:
    assert gone in text_of(share.redact(LIFE, FULL_PLAN, TODAY))
    fewer = plan(sections=tuple(part for part in ALL_SECTIONS if part != section))
    assert gone not in text_of(share.redact(LIFE, fewer, TODAY))


def test_the_two_beginnings() -> None:
    one = share.redact(LIFE, share.one_page(LIFE), TODAY)
    assert {moment.headline for moment in one.episodes} == {COUNTED_NOTE}
    everything = share.redact(LIFE, share.everything_but_stories(LIFE), TODAY)
    assert [moment.headline for moment in everything.episodes].count("She laughed") == 1
    assert not any(moment.story for moment in everything.episodes)


def test_a_pdf_plan_is_dated_by_whoever_reads_it() -> None:
    later = date(2030, 1, 1)
    assert share.redact(LIFE, FULL_PLAN, later).person.birth == When("1989-01-01")


def test_no_pattern_leaves_of_a_tag_that_stays_whether_received_or_given() -> None:
    patterns = ("recurrence:never-used", "fading:given never-used", "fading:given walked-out-like-nora")
    verdicts = tuple(Verdict(id=one, pattern=one, word="fits") for one in patterns)
    told = plan(**FULL_PLAN.model_dump() | {"patterns": patterns, "not_yet": ()})
    smaller = share.redact(rebuild_history(LIFE, verdicts=verdicts), told, TODAY)
    assert [verdict.pattern for verdict in smaller.verdicts] == ["fading:given own-1"]
    assert smaller.share_plans[0].patterns == ("fading:given own-1",)
