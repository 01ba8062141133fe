"""Inputs that came out wrong once, with the right value: the file here, its kind held by a law elsewhere."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from models.history import History
from tests.picture.lifeline.lives import MEASURE
from timeline import formats
from timeline.redaction import everything_but_stories
from timeline.report.report import build_report
from timeline.study.help_offers import find_people_to_offer
from timeline.study.life_counts import list_moments_before_birth
from timeline.study.resemblance import Hurt, find_helpers, find_similar_moments
from timeline.study.study import Study
from timeline.verbs import check

HERE = Path(__file__).parent
TODAY = date(2026, 11, 30)


def read_case(name: str) -> History:
    history = formats.read(name, (HERE / name).read_bytes(), TODAY).history
    assert history is not None
    return history


def print_case(name: str) -> dict[str, dict[str, Any]]:
    """The blocks of its paper, dates as ages, by kind."""
    history = read_case(name)
    plan = everything_but_stories(history)
    return {b["kind"]: b for b in build_report(history, plan, TODAY, measure=MEASURE).blocks}


def test_who_died_and_who_harmed_are_never_offered_as_help() -> None:
    study = Study(read_case("20_21_one_who_died_one_who_harmed.json"), TODAY)
    assert [one.name for one in find_people_to_offer(study)] == ["Lou"]
    for tag in ("fear", "loss", "neglect"):
        found = [one.moment for one in find_similar_moments(study, Hurt((tag,)))]
        assert not {"Kim", "Grandad"} & {one.relationship.name for one in find_helpers(study, found)}


def test_what_the_writer_did_has_its_own_column() -> None:
    people = print_case("given.json")["people"]
    assert people["given"]
    assert {row["hurt"] for row in people["people"]} == {"none"}
    assert [row["given"] for row in people["people"]] == ["1"] * 5


@pytest.mark.parametrize(
    ("name", "answered"),
    [("care_before_hurt.json", "after 0 of 1"), ("order_lost.json", "after 1 of 1")],
)
def test_care_and_order_are_worked_out_before_dates_are_blurred(name: str, answered: str) -> None:
    [thread] = print_case(name)["threads"]["threads"]
    assert thread["cells"][3][0].endswith(answered)


def test_the_moments_of_one_age_stand_in_their_true_order() -> None:
    told = [moment["headline"] for moment in print_case("order_lost.json")["moments"]["moments"]]
    assert [line[:12] for line in told] == ["He said he w", "He left whil", "She sat with"]


def test_a_moment_before_the_birth_has_no_age_and_a_notice(capsys: pytest.CaptureFixture[str]) -> None:
    name = "12_moment_before_birth.csv"
    study = Study(read_case(name), TODAY)
    assert [one.when.as_written for one in list_moments_before_birth(study)] == ["1950"]
    assert not (study.moments.age >= 0).any()
    assert not len(study.thread_levels["hurt"].first)
    assert "when you were 0" not in " ".join(str(finding) for finding in study.findings)

    class Options:
        file = HERE / name
        encoding, day_first = "", None

    assert check.run(Options) == 0  # type: ignore[arg-type]
    assert "lies before the birth date" in capsys.readouterr().out


def test_an_age_that_can_be_one_of_two_is_written_so() -> None:
    people = print_case("modern.json")["threads"]["threads"]
    assert any("–" in name for thread in people for _, names in thread["cells"] for name in names)


def test_dates_that_overlap_are_no_order() -> None:
    found = [
        one for one in Study(read_case("16_year_and_summer.json"), TODAY).findings if one.finder == "sequence"
    ]
    assert found
    for one in found:
        assert one.order is not None
        assert (one.order.first, one.order.open) == (0, 14)
        assert not one.is_clear
