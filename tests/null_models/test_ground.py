"""What every finder stands on: rows in order, columns apart by direction, evidence, redrawn dates."""

from datetime import date
from typing import Any

import numpy as np
import pytest

from models.dates import When
from models.entries import Episode, Kind, Person, Relationship, Spell, WideTag
from models.history import History
from models.settings import Settings
from timeline.null_models.dates import redrawn
from timeline.null_models.ground import Column, Ground
from timeline.tables import floats, frame

TODAY = date(2026, 1, 1)


def bond(id_: str, kind: Kind = "friendship", start: str = "unknown", **more: Any) -> Relationship:
    return Relationship(id=id_, name=id_.upper(), kind=kind, spells=(Spell(start=When(start)),), **more)


def moment(id_: str, of: str, when: str, *tags: str, **more: Any) -> Episode:
    return Episode(id=id_, relationship=of, when=When(when), headline="x", tags=tags, **more)


HISTORY = History(
    person=Person(birth=When("1960")),
    relationships=(
        bond("late", start="1990"),
        bond("nowhere"),
        bond("by_moment"),
        bond("early", "family", "1965"),
        bond("untagged", start="1970"),
        bond("wide", start="1980", tags=(WideTag(tag="fear", intensity=5),)),
    ),
    episodes=(
        moment("1", "late", "1991-05", "neglect", "joy", intensity=3),
        moment("2", "late", "1990-02", "neglect", direction="given", intensity=4),
        moment("3", "nowhere", "unknown", "joy"),
        moment("4", "by_moment", "1985", "joy", direction="mutual", intensity=3),
        moment("5", "early", "age 7", "neglect", intensity=3),
        moment("6", "late", "1990-01", "neglect", intensity=2),
        moment("7", "untagged", "1971"),
    ),
)


def ground(history: History = HISTORY, **settings: Any) -> Ground:
    return Ground(frame(history.model_copy(update={"settings": Settings(**settings)}), TODAY), draws=20)


def test_rows_are_the_tagged_relationships_in_the_order_of_starting() -> None:
    told = ground()
    assert told.ids == ("early", "wide", "by_moment", "late", "nowhere")
    assert (told.n, told.dated) == (5, 4)
    assert told.columns == (Column("neglect"), Column("fear"), Column("joy"), Column("neglect", given=True))
    assert told.has.astype(int).tolist() == [
        [1, 0, 0, 0],
        [0, 1, 0, 0],
        [0, 0, 1, 0],
        [1, 0, 1, 1],
        [0, 0, 1, 0],
    ]
    assert told.k.tolist() == [2, 1, 3, 1]
    assert told.in_time.relationships == 4
    assert told.margins.relationships == 5


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
    told = ground(HISTORY.model_copy(update={"relationships": relationships}), **settings)
    assert [told.ids[row] for row in np.flatnonzero(told.early)] == early


def test_without_family_before_twelve_the_first_three_are_the_earliest() -> None:
    grown = tuple(
        r.model_copy(update={"kind": "other"}) if r.id == "early" else r for r in HISTORY.relationships
    )
    told = ground(HISTORY.model_copy(update={"relationships": grown}))
    assert [told.ids[row] for row in np.flatnonzero(told.early)] == ["early", "wide", "by_moment"]


def test_evidence_points_at_first_strongest_latest_and_what_brought_it_about() -> None:
    told = ground()
    found = told.evidence(told.where([0], told.has[:, 0]))
    assert found["relationships"] == ("early", "late")
    assert found["episodes"] == ("5", "6", "1")
    assert found["first"].words == "EARLY, when you were 7"
    assert found["latest"].episode == "1"
    assert [one.episode for one in found["strongest"]] == ["5", "1"]
    assert found["since"] == "5"  # "late" was there from entry 1 on; "early" came with entry 5
    wide = told.evidence(told.where([1], told.has[:, 1]))
    assert (wide["episodes"], wide["since"]) == ((), "wide")
    assert wide["first"].episode is None
    assert wide["first"].words == "WIDE, when you were 20"
    undated = told.evidence(told.where([2], np.array([0, 0, 0, 0, 1], bool)))
    assert (undated["first"], undated["episodes"]) == (None, ("3",))
    assert told.evidence(told.where([], told.has[:, 0])) == {}


def test_a_break_names_the_care_that_was_there() -> None:
    told = ground()
    gaps = told.breaks(~told.has[:, 0], [0])
    assert [(gap.relationship, gap.instead) for gap in gaps] == [
        ("wide", ()),
        ("by_moment", ("joy",)),
        ("nowhere", ("joy",)),
    ]
    assert told.breaks(told.has[:, 3], [2])[0].instead == ()


def test_the_coins_are_the_history_s_own_and_the_finder_s_own() -> None:
    one, same = ground().rng("echo").random(3), ground().rng("echo").random(3)
    assert (one == same).all()
    assert (one != ground().rng("carry").random(3)).any()
    more = HISTORY.model_copy(update={"episodes": HISTORY.episodes[1:]})
    assert (one != ground(more).rng("echo").random(3)).any()


def test_redrawn_dates_lie_in_their_spans_and_carry_age_and_period_along() -> None:
    tables = frame(HISTORY, TODAY)
    again = redrawn(tables, np.random.default_rng(0))
    for name in ("relationships", "moments"):
        before, after = getattr(tables, name), getattr(again, name)
        assert (before["id"] == after["id"]).all()
        first, last, t = floats(before, "first"), floats(before, "last"), floats(after, "t")
        known = ~np.isnan(first)
        assert ((first <= t) & (t <= last))[known].all()
        assert np.isnan(t[~known]).all()
        assert (t != floats(before, "t"))[known].any()
    seven = again.moments[again.moments["id"] == "5"].iloc[0]
    assert (seven["period"], seven["age"]) == ("0-12", max(0, np.floor(seven["t"] - tables.birth)))
    assert Ground(again).ids[0] == "early"


def test_an_end_is_redrawn_as_well() -> None:
    over = Relationship(id="r", name="R", kind="other", spells=(Spell(start=When("1980"), end=When("1995")),))
    tables = frame(History(relationships=(over,)), TODAY)
    ends = {floats(redrawn(tables, np.random.default_rng(s)).relationships, "end_first")[0] for s in range(9)}
    assert len(ends) == 9
    assert all(1995 <= end <= 1996 for end in ends)
