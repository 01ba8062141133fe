"""The level against plain loops over the entries themselves, and the laws it keeps."""

from datetime import date
from math import isnan

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.dates import When
from models.history import Episode, History
from models.tags import THREAD_SIDES, ThreadSide
from tests.histories import histories
from tests.picture.lifeline.lives import life, make_relationship, moment, study
from timeline.levels import (
    build_pulses,
    compute_fringe,
    compute_level,
    find_gaps,
    weigh_pulses,
)
from timeline.tables import Tables, build_tables, decimal_year, int_column

TODAY = date(2026, 1, 1)
TAG_SIDES: dict[ThreadSide, str] = {"hurt": "painful", "care": "caring"}


def slow_level(tables: Tables, history: History, side: ThreadSide, t: float, h: float | None) -> float:
    """The formula of the page in plain loops; an uncertain date is tried at 4,000 places of its span."""

    def part(at: float, then: float, still: float) -> float:
        if t < at:
            return 0.0
        return then if h is None else still + (then - still) * 2 ** (-(t - at) / h)

    def spread(first: float, last: float, then: float, still: float) -> float:
        if last - first < 0.05:
            return part((first + last) / 2, then, still)
        places = [first + (n + 0.5) / 4000 * (last - first) for n in range(4000)]
        return sum(part(place, then, still) for place in places) / 4000

    vocabulary, total = history.vocabulary, 0.0
    by_id = {row["id"]: row for _, row in tables.moments.iterrows()}
    for episode in history.episodes:
        row = by_id[episode.id]
        if isnan(row["t"]) or not any(vocabulary[tag].side == TAG_SIDES[side] for tag in episode.tags):
            continue
        if episode.direction == "given" and not history.settings.count_given:
            continue
        then, still = episode.intensity or 2, episode.now or 0
        total += spread(row["first"], row["last"], then, still)
    people = {relationship.id: relationship for relationship in history.relationships}
    for _, spell in tables.spells.iterrows():
        person = people[tables.relationships.iloc[spell["rel"]]["id"]]
        if isnan(spell["start_first"]):
            continue
        for wide in person.tags:
            if vocabulary[wide.tag].side != TAG_SIDES[side]:
                continue
            weight = wide.intensity or 2
            # It comes at the start and stays; from the end on it fades, as its opposite grows.
            total += spread(spell["start_first"], spell["start_last"], weight, weight)
            if not spell["still_going"] and not isnan(spell["end_first"]):
                first = max(spell["end_first"], spell["start_first"])
                last = max(spell["end_last"], spell["start_last"], first)
                total += spread(first, last, 0, -weight)
    return max(0.0, total)


MIXED_LIFE = life(
    [
        make_relationship("mum", start="age 0", tags=[{"tag": "fear", "intensity": 4}, {"tag": "safety"}]),
        make_relationship("jo", "romantic", "2010-02", "2014~", tags=[{"tag": "neglect", "intensity": 3}])
        | {"spells": [{"start": "2010-02", "end": "2012-05"}, {"start": "2013", "end": "2014~"}]},
    ],
    [
        moment("a", "mum", "age 7", "fear neglect criticism", 5, now=2),
        moment("b", "mum", "1999-06-12", "care", 3),
        moment("c", "jo", "2011", "rejection"),
        moment("d", "jo", "2012-01~", "rejection welcome", 4, now=5),
        moment("e", "jo", "2012-03-01", "criticism", 3, direction="given"),
        moment("f", "jo", "2013-02", "repair", 2, direction="mutual"),
        moment("g", "mum", "I don't know when", "loss", 5),
        moment("h", "mum", "2015-01-01", "loss", 1, now=0),
    ],
)


def change_settings(history: History, **said: object) -> History:
    return history.model_copy(update={"settings": history.settings.model_copy(update=said)})


@pytest.mark.parametrize("half_life", [1.0, 3.0, 10.0, None])
@pytest.mark.parametrize("count_given", [False, True])
@pytest.mark.parametrize("side", THREAD_SIDES)
def test_level_is_what_plain_loops_find(side: ThreadSide, count_given: bool, half_life: float | None) -> None:
    history = change_settings(MIXED_LIFE, count_given=count_given)
    tables = build_tables(history, TODAY)
    at = np.array(
        [1984.5, 1990.9, 1991.4, 1992.0, 1999.5, 2010.1, 2011.3, 2012.2, 2013.4, 2014.2, 2015.1, 2026.0]
    )
    got = compute_level(build_pulses(tables, side), at, half_life)
    want = [slow_level(tables, history, side, t, half_life) for t in at.tolist()]
    assert got == pytest.approx(want, abs=0.01)


@settings(deadline=None, max_examples=15)
@given(histories(everything=False), st.sampled_from([1.0, 3.0, None]), st.floats(1905, 2026))
def test_level_is_what_plain_loops_find_in_any_history(
    history: History, half_life: float | None, t: float
) -> None:
    tables = build_tables(history, TODAY)
    for side in THREAD_SIDES:
        got = compute_level(build_pulses(tables, side), np.array([t]), half_life)[0]
        assert got == pytest.approx(slow_level(tables, history, side, t, half_life), abs=0.02)


@settings(deadline=None, max_examples=15)
@given(histories(everything=False), st.sampled_from([2.0, None]), st.floats(1905, 2026))
def test_what_each_pulse_weighs_sums_to_the_level(
    history: History, half_life: float | None, t: float
) -> None:
    for side in THREAD_SIDES:
        mine = build_pulses(build_tables(history, TODAY), side)
        total = max(0.0, float(weigh_pulses(mine, t, half_life).sum()))
        assert compute_level(mine, np.array([t]), half_life)[0] == pytest.approx(total, abs=1e-6)


def test_a_bead_is_in_the_level_from_its_date_on() -> None:
    tables = build_tables(
        life([make_relationship("jo")], [moment("a", "jo", "2010-06-12", "loss", 4)]), TODAY
    )
    t = float(tables.moments["t"].iloc[0])
    before, at, later = compute_level(build_pulses(tables, "hurt"), np.array([t - 0.01, t, t + 3]), 3.0)
    assert (before, at, later) == (0.0, pytest.approx(4.0), pytest.approx(2.0))


def test_what_still_hurts_does_not_fade() -> None:
    tables = build_tables(
        life([make_relationship("jo")], [moment("a", "jo", "1990-06-12", "loss", 5, now=4)]), TODAY
    )
    assert compute_level(build_pulses(tables, "hurt"), np.array([2026.0]), 1.0)[0] == pytest.approx(
        4.0, abs=1e-6
    )


def test_five_tags_of_a_side_count_once() -> None:
    one, five = (
        build_tables(life([make_relationship("jo")], [moment("a", "jo", "2010-06", tags, 3)]), TODAY)
        for tags in ("loss", "loss neglect fear criticism abandonment")
    )
    at = np.linspace(2009, 2020, 50)
    assert np.array_equal(*(compute_level(build_pulses(tables, "hurt"), at, 3.0) for tables in (one, five)))


def test_a_moment_of_both_signs_counts_on_both_sides_and_nothing_is_netted() -> None:
    tables = build_tables(
        life([make_relationship("jo")], [moment("a", "jo", "2010-06-12", "loss care", 3)]), TODAY
    )
    at = np.array([2010.6])
    care, hurt = (compute_level(build_pulses(tables, side), at, 3.0)[0] for side in THREAD_SIDES)
    assert care == hurt > 2.5


def test_the_level_stays_with_its_moments_when_all_dates_move() -> None:
    def shift_life(years: int) -> History:
        def shift_date(when: str) -> str:
            return str(int(when[:4]) + years) + when[4:]

        people = [
            make_relationship(
                "jo", start=shift_date("1990"), end=shift_date("2001-03"), tags=[{"tag": "fear"}]
            )
        ]
        told = [("1991-06", "loss"), ("1995", "care fear"), ("2003-02-01", "loss")]
        moments = [moment(f"m{n}", "jo", shift_date(when), tags, 3) for n, (when, tags) in enumerate(told)]
        return life(people, moments, person={"birth": shift_date("1984-04-20")})

    at = np.linspace(1985, 2015, 40)
    for side in THREAD_SIDES:
        # Twenty-eight years are a whole number of leap cycles.
        here, there = (
            compute_level(
                build_pulses(build_tables(shift_life(years), date(2050, 1, 1)), side), at + years, 3.0
            )
            for years in (0, 28)
        )
        assert here == pytest.approx(there, abs=1e-6)


@settings(deadline=None, max_examples=12)
@given(histories(everything=False), st.randoms(use_true_random=False))
def test_the_order_of_entry_changes_no_level(history: History, random: object) -> None:
    shuffled = list(history.episodes)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    other = history.model_copy(update={"episodes": tuple(shuffled)})
    at = np.linspace(1900, 2026, 60)
    for side in THREAD_SIDES:
        one, two = (
            compute_level(build_pulses(build_tables(h, TODAY), side), at, 3.0) for h in (history, other)
        )
        assert one == pytest.approx(two, abs=1e-9)


@settings(deadline=None, max_examples=12)
@given(histories(everything=False))
def test_more_pain_never_lowers_the_level(history: History) -> None:
    if not history.relationships:
        return
    new = Episode(
        id="new",
        relationship=history.relationships[0].id,
        when=When("1970-05"),
        headline="x",
        tags=("loss",),
        intensity=4,
    )
    more = history.model_copy(update={"episodes": (*history.episodes, new)})
    at = np.linspace(1900, 2026, 60)
    before, after = (
        compute_level(build_pulses(build_tables(h, TODAY), "hurt"), at, 3.0) for h in (history, more)
    )
    assert (after >= before - 1e-9).all()


def test_only_the_pulses_of_chosen_tags() -> None:
    tables = build_tables(MIXED_LIFE, TODAY)
    own = build_pulses(tables, "hurt", ["neglect"])
    ids = [tables.moments["id"].iloc[row] for row in own.moment if row >= 0]
    assert ids == ["a"]
    assert sorted(own.intensity_then[own.moment < 0].tolist()) == [0.0, 0.0, 3.0, 3.0]


@pytest.mark.parametrize("side", THREAD_SIDES)
def test_the_fringe_holds_the_level_nearly_always(side: ThreadSide) -> None:
    tables = study("andersen").tables
    mine = build_pulses(tables, side)
    at = np.linspace(tables.begin, tables.end, 400)
    low, high = compute_fringe(mine, at, 3.0, seed=5)
    exact = compute_level(mine, at, 3.0)
    assert (low <= high + 1e-9).all()
    assert np.mean((low <= exact + 0.4) & (exact <= high + 0.4)) > 0.97


def test_the_fringe_remembers_what_came_before_the_years_asked_for() -> None:
    tables = study("andersen").tables
    mine = build_pulses(tables, "hurt")
    at = np.linspace(1835, 1850, 200)
    low, high = compute_fringe(mine, at, 3.0, seed=5)
    exact = compute_level(mine, at, 3.0)
    assert low[0] <= exact[0] * 1.05
    assert high[0] >= exact[0] * 0.95


def test_no_uncertain_date_no_fringe() -> None:
    tables = build_tables(
        life([make_relationship("jo")], [moment("a", "jo", "2010-06-12", "loss", 4)]), TODAY
    )
    low, high = compute_fringe(build_pulses(tables, "hurt"), np.linspace(2009, 2012, 30), 3.0, seed=1)
    assert np.array_equal(low, high)


def test_gaps_are_where_nothing_was_entered_for_years() -> None:
    tables = build_tables(
        life(
            [make_relationship("jo")],
            [moment("a", "jo", "1990-01-01", "loss"), moment("b", "jo", "2015-01-01", "loss")],
        ),
        TODAY,
    )
    (one, two, three) = find_gaps(tables)
    assert one == (tables.begin, pytest.approx(1990, abs=0.01))
    assert two == (pytest.approx(1990, abs=0.01), pytest.approx(2015, abs=0.01))
    assert three[1] == tables.end == pytest.approx(decimal_year(date(2026, 1, 2)), abs=1e-6)


def test_nothing_entered_is_a_level_of_nought() -> None:
    tables = build_tables(History(), TODAY)
    assert not len(int_column(tables.moments, "rel"))
    assert compute_level(build_pulses(tables, "hurt"), np.array([2000.0, 2020.0]), 3.0).tolist() == [0, 0]
