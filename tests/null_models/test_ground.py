"""What every finder stands on: rows in order, columns apart by direction, evidence, redrawn dates."""

from datetime import date
from typing import Any

import numpy as np
import pytest

from models.dates import When
from models.entries import Person, RelationshipTag
from models.history import History
from models.settings import Settings
from tests.building import build_episode, build_relationship
from timeline.null_models.date_draws import redraw_dates
from timeline.null_models.tag_matrix import TagColumn, TagMatrix
from timeline.tables import build_tables, float_column

TODAY = date(2026, 1, 1)


HISTORY = History(
    person=Person(birth=When("1960")),
    relationships=(
        build_relationship("late", "friendship", "1990"),
        build_relationship("nowhere", "friendship"),
        build_relationship("by_moment", "friendship"),
        build_relationship("early", "family", "1965"),
        build_relationship("untagged", "friendship", "1970"),
        build_relationship("wide", "friendship", "1980", tags=(RelationshipTag(tag="fear", intensity=5),)),
    ),
    episodes=(
        build_episode("1", "late", "1991-05", "x", "neglect", "joy", intensity=3),
        build_episode("2", "late", "1990-02", "x", "neglect", direction="given", intensity=4),
        build_episode("3", "nowhere", "unknown", "x", "joy"),
        build_episode("4", "by_moment", "1985", "x", "joy", direction="mutual", intensity=3),
        build_episode("5", "early", "age 7", "x", "neglect", intensity=3),
        build_episode("6", "late", "1990-01", "x", "neglect", intensity=2),
        build_episode("7", "untagged", "1971", "x"),
    ),
)


def make_tag_matrix(history: History = HISTORY, **settings: Any) -> TagMatrix:
    return TagMatrix(
        build_tables(history.model_copy(update={"settings": Settings(**settings)}), TODAY), draws=20
    )


def test_rows_are_the_tagged_relationships_in_the_order_of_starting() -> None:
    told = make_tag_matrix()
    assert told.ids == ("early", "wide", "by_moment", "late", "nowhere")
    assert (told.n, told.dated_count) == (5, 4)
    assert told.columns == (
        TagColumn("neglect"),
        TagColumn("fear"),
        TagColumn("joy"),
        TagColumn("neglect", is_given=True),
    )
    assert told.holds.astype(int).tolist() == [
        [1, 0, 0, 0],
        [0, 1, 0, 0],
        [0, 0, 1, 0],
        [1, 0, 1, 1],
        [0, 0, 1, 0],
    ]
    assert told.counts.tolist() == [2, 1, 3, 1]
    assert told.dated_margin_draws.relationships == 4
    assert told.fixed_margin_draws.relationships == 5


@pytest.mark.parametrize(
    ("settings", "caregivers", "early"),
    [
        ({}, (), ["early"]),
        ({}, ("late",), ["late"]),
        ({"earliest_bonds": ("wide", "gone")}, ("late",), ["wide"]),
        ({"earliest_bonds": ("gone",)}, (), ["early"]),
    ],
)
def test_the_earliest_bonds(settings: dict[str, Any], caregivers: tuple[str, ...], early: list[str]) -> None:
    relationships = tuple(
        r.model_copy(update={"caregiver": r.id in caregivers}) for r in HISTORY.relationships
    )
    told = make_tag_matrix(HISTORY.model_copy(update={"relationships": relationships}), **settings)
    assert [told.ids[row] for row in np.flatnonzero(told.early_mask)] == early


def test_without_family_before_twelve_the_first_three_are_the_earliest() -> None:
    grown = tuple(
        r.model_copy(update={"kind": "other"}) if r.id == "early" else r for r in HISTORY.relationships
    )
    told = make_tag_matrix(HISTORY.model_copy(update={"relationships": grown}))
    assert [told.ids[row] for row in np.flatnonzero(told.early_mask)] == ["early", "wide", "by_moment"]


def test_evidence_points_at_first_strongest_latest_and_what_brought_it_about() -> None:
    told = make_tag_matrix()
    found = told.build_evidence_fields(told.mask_entries([0], told.holds[:, 0]))
    assert found["relationships"] == ("early", "late")
    assert found["episodes"] == ("5", "6", "1")
    assert (found["first"].relationship, found["first"].age.youngest, found["first"].age.oldest) == (
        "early",
        7,
        7,
    )
    assert found["latest"].episode == "1"
    assert [one.episode for one in found["strongest"]] == ["5", "1"]
    assert found["since"] == "5"  # "late" was there from entry 1 on; "early" came with entry 5
    wide = told.build_evidence_fields(told.mask_entries([1], told.holds[:, 1]))
    assert (wide["episodes"], wide["since"]) == ((), "wide")
    assert wide["first"].episode is None
    assert (wide["first"].relationship, wide["first"].age.youngest, wide["first"].age.oldest) == (
        "wide",
        20,
        20,
    )
    undated = told.build_evidence_fields(told.mask_entries([2], np.array([0, 0, 0, 0, 1], bool)))
    assert (undated["first"], undated["episodes"]) == (None, ("3",))
    assert told.build_evidence_fields(told.mask_entries([], told.holds[:, 0])) == {}


def test_a_break_names_the_care_that_was_there() -> None:
    told = make_tag_matrix()
    gaps = told.build_counter_examples(~told.holds[:, 0], [0])
    assert [(gap.relationship, gap.instead) for gap in gaps] == [
        ("wide", ()),
        ("by_moment", ("joy",)),
        ("nowhere", ("joy",)),
    ]
    assert told.build_counter_examples(told.holds[:, 3], [2])[0].instead == ()


def test_the_coins_are_the_history_s_own_and_the_finder_s_own() -> None:
    one, same = make_tag_matrix().rng("echo").random(3), make_tag_matrix().rng("echo").random(3)
    assert (one == same).all()
    assert (one != make_tag_matrix().rng("carry").random(3)).any()
    more = HISTORY.model_copy(update={"episodes": HISTORY.episodes[1:]})
    assert (one != make_tag_matrix(more).rng("echo").random(3)).any()


def test_redrawn_dates_lie_in_their_spans_and_carry_age_and_period_along() -> None:
    tables = build_tables(HISTORY, TODAY)
    again = redraw_dates(tables, np.random.default_rng(0))
    for name in ("relationships", "moments"):
        before, after = getattr(tables, name), getattr(again, name)
        assert (before["id"] == after["id"]).all()
        first, last, t = float_column(before, "first"), float_column(before, "last"), float_column(after, "t")
        known = ~np.isnan(first)
        assert ((first <= t) & (t <= last))[known].all()
        assert np.isnan(t[~known]).all()
        assert (t != float_column(before, "t"))[known].any()
    seven = again.moments[again.moments["id"] == "5"].iloc[0]
    assert (seven["period"], seven["age"]) == ("0-12", max(0, np.floor(seven["t"] - tables.birth)))
    assert TagMatrix(again).ids[0] == "early"


def test_an_end_is_redrawn_as_well() -> None:
    over = build_relationship("r", "other", "1980", "1995")
    tables = build_tables(History(relationships=(over,)), TODAY)
    ends = {
        float_column(redraw_dates(tables, np.random.default_rng(s)).relationships, "end_first")[0]
        for s in range(9)
    }
    assert len(ends) == 9
    assert all(1995 <= end <= 1996 for end in ends)
