"""The tables: their types whatever they hold, their order, and dates cut to the life."""

from datetime import date
from math import inf, isnan, nan

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings

from models.dates import When
from models.history import EndingKind, History, Person, Spell
from models.steps import pair_check_ins
from tests.building import build_relationship
from tests.histories import histories
from tests.picture.lifeline.lives import build_ongoing_life, check_in, life, make_relationship, moment, study
from timeline import tables as module
from timeline.tables import WHOLE_RELATIONSHIP, Tables, build_tables, decimal_year, period_of_life
from timeline.ui import checkin

TODAY = date(2026, 1, 1)
TABLES = (
    "relationships",
    "spells",
    "moments",
    "tag_entries",
    "answers",
    "landmarks",
    "check_ins",
    "kind_notes",
)


def dtypes(tables: Tables, name: str) -> dict[str, str]:
    return {column: str(dtype) for column, dtype in getattr(tables, name).dtypes.items()}


@pytest.mark.parametrize("name", TABLES)
@pytest.mark.parametrize("history", [History(), build_ongoing_life()], ids=["nothing", "much"])
def test_a_table_has_its_columns_and_types_whatever_it_holds(name: str, history: History) -> None:
    assert dtypes(build_tables(history, TODAY), name) == getattr(module, name.upper())


@settings(deadline=None, max_examples=20)
@given(histories(everything=False))
def test_every_entry_is_in_its_table_once(history: History) -> None:
    tables = build_tables(history, TODAY)
    assert sorted(tables.moments["id"]) == sorted(e.id for e in history.episodes)
    assert sorted(tables.relationships["id"]) == sorted(r.id for r in history.relationships)
    assert len(tables.spells) == sum(len(r.spells) for r in history.relationships)
    assert len(tables.tag_entries) == sum(len(set(e.tags)) for e in history.episodes) + sum(
        len(r.tags) for r in history.relationships
    )
    by_row = dict(enumerate(tables.relationships["id"]))
    whose = {e.id: e.relationship for e in history.episodes}
    assert all(
        by_row[rel] == whose[id_]
        for id_, rel in zip(tables.moments["id"], tables.moments["rel"], strict=True)
    )


@settings(deadline=None, max_examples=20)
@given(histories(everything=False))
def test_rows_stand_in_time_order_and_what_has_no_place_last(history: History) -> None:
    tables = build_tables(history, TODAY)
    for table in (tables.moments, tables.relationships):
        keys = [
            (inf if isnan(t) else t, inf if isnan(f) else f, n)
            for t, f, n in zip(table["t"], table["first"], table["entered"], strict=True)
        ]
        assert keys == sorted(keys)


@settings(deadline=None, max_examples=20)
@given(histories(everything=False))
def test_a_middle_lies_between_its_ends(history: History) -> None:
    moments = build_tables(history, TODAY).moments.dropna(subset=["t"])
    assert (moments["first"] < moments["last"]).all()
    assert np.allclose(moments["t"], (moments["first"] + moments["last"]) / 2)


def test_a_date_reaches_neither_before_birth_nor_past_today() -> None:
    tables = build_tables(
        life(
            [make_relationship("jo", start="1984~")],
            [moment("a", "jo", "1984", "care"), moment("b", "jo", "2025~", "loss")],
        ),
        TODAY,
    )
    first, second = tables.moments.itertuples()
    assert first.first == pytest.approx(decimal_year(date(1984, 4, 20)))
    assert second.last == tables.end == pytest.approx(decimal_year(date(2026, 1, 2)))


def test_a_corrected_birth_date_moves_every_age() -> None:
    def moment_time(birth: str) -> float:
        told = life([make_relationship("jo")], [moment("a", "jo", "age 7", "loss")], person={"birth": birth})
        return float(build_tables(told, TODAY).moments["t"].iloc[0])

    assert moment_time("1986-04-20") - moment_time("1984-04-20") == pytest.approx(2, abs=0.01)


def test_an_age_without_a_birth_date_waits() -> None:
    told = life([make_relationship("jo", start="age 3")], [moment("a", "jo", "age 7", "loss")], person={})
    tables = build_tables(told, TODAY)
    assert tables.moments[["t", "first", "last", "age"]].isna().all(axis=None)
    assert tables.relationships["t"].isna().all()
    assert tables.begin == tables.end - 1


def test_a_check_in_on_leaving_belongs_to_the_last_of_its_day() -> None:
    told = life(
        [],
        [],
        check_ins=[
            check_in("a", "2026-11-01", hurt=4, calm=1),
            check_in("b", "2026-11-01", leaving=True, hurt=3),
            check_in("c", "2026-11-01", leaving=True, hurt=2, glad=1),
            check_in("d", "2026-11-01", sad=5),
            check_in("e", "2026-11-02", leaving=True, sad=1),
        ],
    )
    table = build_tables(told, TODAY).check_ins
    listed = table.drop(columns="t").itertuples(index=False)
    rows = [tuple(None if cell != cell else cell for cell in row) for row in listed]
    assert rows == [
        ("a", "2026-11-01", "hurt", 4, 2),
        ("a", "2026-11-01", "calm", 1, None),
        ("a", "2026-11-01", "glad", None, 1),
        ("d", "2026-11-01", "sad", 5, None),
        ("e", "2026-11-02", "sad", None, 1),
    ]
    assert table["t"].iloc[0] == pytest.approx(decimal_year(date(2026, 11, 1)) + 0.5 / 365)
    for came, left in pair_check_ins(told.check_ins):
        if not came.leaving:
            assert checkin.find_leaving_check_in(told, came) is left


def test_a_kind_note_stands_at_its_age_or_its_moment() -> None:
    notes = build_tables(build_ongoing_life(), TODAY).kind_notes
    assert notes["id"].tolist() == ["k0", "k1", "k3", "k2"]
    moments = build_tables(build_ongoing_life(), TODAY).moments
    assert moments["id"].iloc[notes["moment"].iloc[2]] == "m8"
    assert notes["t"].iloc[2] == moments["t"].iloc[notes["moment"].iloc[2]]
    assert build_tables(build_ongoing_life(), TODAY).age(notes["t"].iloc[0]) == 9


def test_a_life_that_is_over_ends_there() -> None:
    tables = study("andersen").tables
    assert tables.is_life_over
    assert tables.end == pytest.approx(decimal_year(date(1875, 8, 5)))
    assert not tables.relationships["still_going"].any()
    assert tables.age(tables.end) == 70


def test_a_tag_on_the_whole_relationship_begins_with_it() -> None:
    tables = build_tables(build_ongoing_life(), TODAY)
    wide = tables.tag_entries[tables.tag_entries["moment"] == WHOLE_RELATIONSHIP]
    assert wide["tag"].tolist() == ["inconsistency", "safety"] or wide["tag"].tolist() == [
        "safety",
        "inconsistency",
    ]
    assert np.allclose(wide["t"], tables.relationships["t"].iloc[wide["rel"]])
    assert (wide["direction"] == "received").all()


def test_two_spells_are_two_rows_and_one_relationship() -> None:
    tables = build_tables(build_ongoing_life(), TODAY)
    farida = tables.relationships.index[tables.relationships["id"] == "farida"][0]
    spells = tables.spells[tables.spells["rel"] == farida]
    assert spells["still_going"].tolist() == [False, True]
    assert tables.relationships["still_going"].iloc[farida]
    assert tables.relationships["end_last"].iloc[farida] == tables.end


@pytest.mark.parametrize(
    ("age", "period"),
    [
        (0, "0-12"),
        (12, "0-12"),
        (13, "13-19"),
        (19, "13-19"),
        (20, "20s"),
        (39, "30s"),
        (101, "100s"),
        (nan, ""),
    ],
)
def test_periods_of_life(age: float, period: str) -> None:
    assert period_of_life(age) == period


@pytest.mark.parametrize("day", [date(1984, 1, 1), date(2000, 12, 31), date(1900, 3, 1), date(2026, 7, 2)])
def test_a_decimal_year_is_its_share_of_days(day: date) -> None:
    whole = (date(day.year + 1, 1, 1) - date(day.year, 1, 1)).days
    assert decimal_year(day) == pytest.approx(day.year + (day - date(day.year, 1, 1)).days / whole)


def test_answers_keep_who_was_asked() -> None:
    told = life(
        [make_relationship("jo")],
        [
            moment(
                "a",
                "jo",
                "2010",
                "loss",
                hoped_for=["be safe"],
                they_responded=["left"],
                i_responded=["went quiet"],
            )
        ],
    )
    answers = build_tables(told, TODAY).answers
    assert answers[["asked", "words"]].to_numpy().tolist() == [
        ["hoped", "be safe"], ["they", "left"], ["I", "went quiet"],
    ]  # fmt: skip
    assert isinstance(answers, pd.DataFrame)


@pytest.mark.parametrize(
    ("spells", "ended"),
    [
        ((("1990", "1995", "faded"), ("1980", "1985", "mutual")), "faded"),
        ((("1980", "1985", "mutual"), ("1990", "1995", "faded")), "faded"),
        ((("1980", "early 1990s", "faded"), ("1980", "1990", "mutual")), "faded"),
        ((("1980", "after 1990", "faded"), ("1980", "before 1995", "mutual")), "faded"),
        ((("1980", "between 1990 and 1992", "mutual"), ("1980", "1992", "faded")), "faded"),
        ((("1990", "I don't know when", "faded"), ("1980", "1985", "mutual")), "faded"),
        ((("1980", "I don't know when", "mutual"), ("1980", "1985", "faded")), "faded"),
        ((("1990", "1995", "mutual"), ("1991", "1995", "faded")), "faded"),
        ((("1980", None, None), ("1990", "1995", "faded")), ""),
    ],
)
@pytest.mark.parametrize("over", [False, True])
def test_the_spell_that_ends_latest_tells_how_it_ended(
    spells: tuple[tuple[str, str | None, EndingKind | None], ...], ended: str, over: bool
) -> None:
    """Entered in any order, with whatever dates; one that has no end is the latest."""
    stretches = tuple(
        Spell(start=When(start), end=When(end) if end else None, ended=how) for start, end, how in spells
    )
    bond = build_relationship("a", "other", spells=stretches)
    until = When("2020") if over else None
    tables = build_tables(
        History(person=Person(birth=When("1960"), until=until), relationships=(bond,)), TODAY
    )
    (row,) = tables.relationships.to_dict("records")
    assert row["ended"] == ended
    assert row["still_going"] == (not over and spells[0][1] is None)
    mine = tables.spells[tables.spells["ended"] == ended].iloc[0]
    assert np.array_equal(
        [row["end_first"], row["end_last"]], [mine["end_first"], mine["end_last"]], equal_nan=True
    )
