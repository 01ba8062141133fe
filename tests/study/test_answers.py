"""Who answered: those who gave the opposite, and care within a year after; and who may be offered as help."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings

from models.history import Episode, History, Spell
from models.tags import TAGS
from tests.building import build_episode, build_relationship
from tests.histories import TODAY, histories
from timeline.patterns import answers as finder
from timeline.study.answers import find_care_after, find_opposite_givers, pair_care_after
from timeline.study.help_offers import find_people_to_offer
from timeline.study.study import Study


def build_moment(id_: str, who: str, when: str, *tags: str, **more: Any) -> Episode:
    return build_episode(id_, who, when, id_, *tags, **more)


DEAD = (Spell.model_validate({"start": "1980", "end": "1996", "ended": "death"}),)
LIFE = Study(
    History(
        relationships=(
            build_relationship("gran", spells=DEAD, tags=("care",)),
            build_relationship("jo"),
            build_relationship("lou"),
        ),
        episodes=(
            build_moment("left", "jo", "2001-03-01", "neglect"),
            build_moment("before", "lou", "2000-06", "care"),
            build_moment("after", "lou", "2001-05", "care"),
            build_moment("mine", "lou", "2001-06", "care", direction="given"),
            build_moment("overlaps", "lou", "2001", "care"),
            build_moment("late", "lou", "2002-09", "care"),
        ),
    ),
    TODAY,
)


def names(study: Study, rows: object) -> list[str]:
    return [str(study.relationships.id[row]) for row in rows]  # type: ignore[attr-defined]


def test_who_gave_the_opposite_leaves_nobody_out_and_says_a_death() -> None:
    found = find_opposite_givers(LIFE, ["neglect"])
    assert [(*names(LIFE, [one.relationship]), one.times, one.has_died) for one in found] == [
        ("gran", 1, True),
        ("lou", 4, False),
    ]
    assert find_opposite_givers(LIFE, ["loss"]) == ()


def test_care_after_is_later_for_sure_and_within_a_year() -> None:
    row = LIFE.moments.id.tolist().index("left")
    found = find_care_after(LIFE, [row])
    assert ([str(LIFE.moments.id[one]) for one in found.moments], found.answered) == (["after"], 1)
    assert pair_care_after(LIFE) == {("left", "after")}


@settings(max_examples=40, deadline=None)
@given(histories())
def test_care_after_agrees_with_plain_loops(history: History) -> None:
    study = Study(history, TODAY)
    table = study.moments
    slow = set()
    for one in range(len(table)):
        for care in range(len(table)):
            if not (table.painful[one] and table.caring[care]) or table.direction[care] == "given":
                continue
            if table.first[care] >= table.last[one] and table.t[care] <= table.t[one] + 1:
                slow.add((str(table.id[one]), str(table.id[care])))
    assert pair_care_after(study) == slow


@settings(max_examples=40, deadline=None)
@given(histories())
def test_the_finder_counts_the_same_people(history: History) -> None:
    study = Study(history, TODAY)
    for finding in study.findings:
        if finding.finder == finder.NAME:
            tag = finding.id.removeprefix(f"{finder.NAME}:")
            if tag in history.vocabulary:
                givers = find_opposite_givers(study, [tag])
                assert sorted(names(study, (one.relationship for one in givers))) == sorted(
                    finding.relationships
                )


HARM = [tag.key for tag in TAGS if tag.is_harm]


def test_the_tags_of_harm() -> None:
    assert sorted(HARM) == ["abuse", "control", "fear", "trauma"]


@pytest.mark.parametrize("tag", HARM)
@pytest.mark.parametrize("direction", ["received", "mutual", "given", "whole"])
def test_whoever_did_harm_is_never_offered(tag: str, direction: str) -> None:
    whole = direction == "whole"
    kim = build_relationship("kim", tags=(tag,) if whole else ())
    kind = build_moment("kind", "kim", "2006", "care")
    hurt = () if whole else (build_moment("hurt", "kim", "2008", tag, direction=direction),)
    study = Study(History(relationships=(kim, build_relationship("lou")), episodes=(kind, *hurt)), TODAY)
    offered = ["kim", "lou"] if direction == "given" else ["lou"]
    assert [one.id for one in find_people_to_offer(study)] == offered


def test_whoever_died_or_is_in_the_moment_is_never_offered() -> None:
    assert [one.id for one in find_people_to_offer(LIFE)] == ["jo", "lou"]
    assert [one.id for one in find_people_to_offer(LIFE, LIFE.history.episodes[:1])] == ["lou"]


@settings(max_examples=60, deadline=None)
@given(histories())
def test_nobody_is_offered_who_may_not_be(history: History) -> None:
    study = Study(history, date(2026, 1, 1))
    ended = dict(zip(study.relationships.id.tolist(), study.relationships.ended.tolist(), strict=True))
    hurts = history.episodes[:2]
    for one in find_people_to_offer(study, hurts):
        with_them = [e for e in history.episodes if e.relationship == one.id]
        assert ended[one.id] != "death"
        assert not one.never_as_help
        assert one.id not in {e.relationship for e in hurts}
        assert not {wide.tag for wide in one.tags} & {*HARM}
        assert not any({*e.tags} & {*HARM} for e in with_them if e.direction != "given")
