"""Facts about the drawn picture: what stands where, and what a selected thread changes."""

from datetime import date
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.history import History
from tests.histories import histories
from tests.picture.lifeline.lives import MEASURE, TAGS, TODAY, life, moment, sheet, someone, study
from timeline.levels import SIDES, level
from timeline.picture.lifeline import Picture, Selection, Sheet, lifeline, spans, unplaced
from timeline.study.evidence import evidence
from timeline.study.study import Study

LIVES = tuple(TAGS)
WIDTHS = (360, 640, 1280)


def followed(key: str) -> Selection:
    return Selection.of(study(key).tables.vocabulary, TAGS[key]) or pytest.fail("no such tag")


def said(picture: Picture, what: str) -> list[str]:
    return [text.words for text in picture.texts if text.what == what]


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("key", LIVES)
def test_a_selected_thread_moves_nothing(key: str, width: float) -> None:
    plain, chosen = (lifeline(study(key), sheet(width), s) for s in (None, followed(key)))
    assert plain.height == chosen.height
    assert plain.rows == chosen.rows
    where = [
        {(bead.moment, bead.x, bead.y) for bead in picture.beads if bead.moment and not bead.number}
        for picture in (plain, chosen)
    ]
    assert where[0] == where[1]
    names = [{(t.relationship, t.y) for t in p.texts if t.what == "name"} for p in (plain, chosen)]
    assert names[0] == names[1]


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("key", LIVES)
def test_care_stands_above_the_line_and_hurt_below(key: str, width: float) -> None:
    picture = lifeline(study(key), sheet(width))
    for area in (a for a in picture.areas if a.what in ("total", "fringe")):
        assert (
            max(area.y) <= picture.line + 0.06 if area.role == "care" else min(area.y) >= picture.line - 0.06
        )


@pytest.mark.parametrize("key", LIVES)
def test_every_mark_lies_on_the_sheet(key: str) -> None:
    picture = lifeline(study(key), sheet(390), followed(key))
    across = [x for mark in (*picture.lines, *picture.areas) for x in mark.x] + [
        bead.x for bead in picture.beads
    ]
    down = [y for mark in (*picture.lines, *picture.areas) for y in mark.y] + [
        bead.y for bead in picture.beads
    ]
    assert 0 <= min(across) <= max(across) <= picture.width
    assert 0 <= min(down) <= max(down) <= picture.height


@pytest.mark.parametrize("key", LIVES)
def test_every_placed_moment_has_a_bead_on_each_of_its_sides(key: str) -> None:
    tables = study(key).tables
    picture = lifeline(study(key), sheet())
    for _, row in tables.moments.dropna(subset=["t"]).iterrows():
        roles = {bead.role for bead in picture.beads if bead.moment == row["id"]}
        assert roles == {s for s, on in (("hurt", row["painful"]), ("care", row["caring"])) if on}
    assert picture.walk == tuple(tables.moments.dropna(subset=["t"])["id"])
    assert picture.not_placed == tables.moments["t"].isna().sum()


@settings(max_examples=60, deadline=None)
@given(histories())
def test_everyone_is_in_the_picture_or_named_below_it(history: History) -> None:
    read = Study(history, TODAY)
    picture = lifeline(read, sheet())
    drawn = {id_ for _, lines in picture.rows for line in lines for id_ in line}
    below = unplaced.people_without(read.tables)
    assert drawn.isdisjoint(below)
    assert drawn | {*below} == history.by_id.keys()
    ids = read.tables.moments["id"][unplaced.moments_without(read.tables)]
    assert {*picture.walk}.isdisjoint(ids)
    assert {*picture.walk} | {*ids} == {one.id for one in history.episodes}


@pytest.mark.parametrize("key", LIVES)
def test_the_numbers_are_those_of_the_list_below(key: str) -> None:
    tables = study(key).tables
    picture = lifeline(study(key), sheet(), followed(key))
    rests_on = evidence(study(key), [TAGS[key]])
    ids = tables.relationships["id"]
    assert [one.relationship for one in picture.numbered] == [
        ids[one.relationship] for one in rests_on.happened
    ]
    assert [one.number for one in picture.numbered] == list(range(1, len(picture.numbered) + 1))
    assert picture.did_not_happen == tuple(ids[one.relationship] for one in rests_on.did_not)
    drawn = {bead.relationship: bead.number for bead in picture.beads if bead.number}
    assert drawn == {one.relationship: one.number for one in picture.numbered}
    times = [one.t for one in picture.numbered]
    assert times == sorted(times)


@pytest.mark.parametrize("key", LIVES)
def test_the_dashed_thread_joins_the_numbers_in_order(key: str) -> None:
    picture = lifeline(study(key), sheet(), followed(key))
    beads = sorted((bead for bead in picture.beads if bead.number), key=lambda bead: bead.number)
    joins = [line for line in picture.lines if line.what == "joined"]
    assert len(joins) == len(beads) - 1
    for line, (one, two) in zip(joins, pairwise(beads), strict=True):
        assert (line.x[0], line.y[0]) == pytest.approx((one.x, one.y), abs=0.2)
        assert (line.x[-1], line.y[-1]) == pytest.approx((two.x, two.y), abs=0.2)


def test_andersens_thread_of_unreciprocated_goes_from_riborg_on() -> None:
    picture = lifeline(study("andersen"), sheet(), followed("andersen"))
    names = {r.id: r.name for r in study("andersen").history.relationships}
    assert [names[one.relationship] for one in picture.numbered] == [
        "Riborg Voigt", "Edvard Collin", "Louise Collin", "Jenny Lind", "Harald Scharff",
    ]  # fmt: skip
    assert len(picture.did_not_happen) == 9


@pytest.mark.parametrize("key", LIVES)
def test_peaks_are_the_highest_for_years_around_by_the_formula(key: str) -> None:
    one, picture = study(key), lifeline(study(key), sheet())
    at = np.linspace(one.tables.begin, one.tables.end, 6000)
    assert any(peak.shown for peak in picture.peaks)
    for peak in picture.peaks:
        exact = level(one.threads[peak.side], at, 3.0)
        around = exact[np.abs(at - peak.t) < 2.5].max()
        assert peak.height >= around - 0.15
        assert peak.height >= 0.3 * dict(picture.top)[peak.side] - 1e-9
        assert 1 <= len(peak.names) <= 2
    for side in SIDES:
        times = sorted(peak.t for peak in picture.peaks if peak.side == side)
        assert len(times) <= 3
        assert all(b - a >= 5 for a, b in pairwise(times))


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("key", ["andersen", "bronte", "vangogh"])
def test_every_gap_is_dotted_and_said(key: str, width: float) -> None:
    picture = lifeline(study(key), sheet(width))
    assert len([line for line in picture.lines if line.what == "gap"]) == len(picture.gaps)
    words = " ".join(said(picture, "gap"))
    tables = study(key).tables
    for a, b in picture.gaps:
        assert f"{tables.age(a + 1e-6)}–{tables.age(b + 1e-6)}" in words


def test_the_carried_level_is_pale_in_a_gap_without_a_hard_edge() -> None:
    picture = lifeline(study("andersen"), sheet())
    (hurt,) = (area for area in picture.areas if area.what == "total" and area.role == "hurt")
    a, b = picture.gaps[1]
    middle = (picture.x(a) + picture.x(b)) / 2
    strength = np.interp([picture.x(a) - 30, middle], *zip(*hurt.stops, strict=True))
    assert strength[1] < 0.5 * strength[0]
    assert all(x1 - x0 >= 1 for (x0, s0), (x1, s1) in pairwise(hurt.stops) if s0 != s1)


def test_ends_are_a_cap_where_exact_dotted_where_not_a_triangle_where_it_goes_on() -> None:
    told = Study(
        life(
            [
                someone("exact", start="1990-01-01", end="2000-01-01"),
                someone("unsure", start="about 1990", end="about 2000"),
                someone("going", start="1990-01-01"),
            ],
            [moment(f"m-{who}", who, "1995-01-01", "care", 3) for who in ("exact", "unsure", "going")],
        ),
        TODAY,
    )
    picture = lifeline(told, sheet())

    def count(who: str, what: str) -> int:
        return len([line for line in picture.lines if line.relationship == who and line.what == what])

    assert (count("exact", "cap"), count("exact", "unsure")) == (2, 0)
    assert (count("unsure", "cap"), count("unsure", "unsure")) == (0, 2)
    assert (count("going", "cap"), count("going", "unsure")) == (1, 0)
    assert [bead.relationship for bead in picture.beads if bead.shape == "triangle"] == ["going"]


def test_two_spells_are_two_bars_in_one_row_joined_by_fine_dots() -> None:
    picture = lifeline(study("living"), sheet())
    mine = [line for line in picture.lines if line.relationship == "farida"]
    assert len({line.y for line in mine if line.what == "bar"}) == 1
    assert len([line for line in mine if line.what == "bar"]) == 2
    assert len([line for line in mine if line.what == "after"]) == 1


def test_a_moment_after_the_end_hangs_on_fine_dots() -> None:
    told = Study(life([someone("jo", end="2000-01-01")], [moment("a", "jo", "2010", "loss", 3)]), TODAY)
    picture = lifeline(told, sheet())
    (dots,) = (line for line in picture.lines if line.what == "after")
    (bead,) = (bead for bead in picture.beads if bead.moment)
    assert dots.x[1] == pytest.approx(bead.x, abs=0.1)


def test_given_is_a_square_that_is_drawn_and_not_added() -> None:
    moments = [moment("a", "jo", "2010-06-01", "criticism", 5, direction="given")]
    for counted in (False, True):
        told = life([someone("jo")], moments, settings={"count_given": counted})
        picture = lifeline(Study(told, TODAY), sheet())
        assert [(bead.shape, bead.filled) for bead in picture.beads if bead.moment] == [("square", False)]
        assert dict(picture.top)["hurt"] == pytest.approx(5.0 if counted else 0.0, abs=0.01)


def test_a_wide_span_gets_a_whisker_and_a_day_none() -> None:
    told = life(
        [someone("jo")], [moment("a", "jo", "about 1999", "loss"), moment("b", "jo", "2010-06-01", "loss")]
    )
    picture = lifeline(Study(told, TODAY), sheet())
    assert len([line for line in picture.lines if line.what == "whisker"]) == 1


def test_beads_that_would_hide_each_other_stack_outward() -> None:
    told = life([someone("jo")], [moment(f"m{n}", "jo", "2010-06-01", "loss", 3) for n in range(4)])
    beads = [b for b in lifeline(Study(told, TODAY), sheet()).beads if b.moment]
    heights = sorted(bead.y for bead in beads)
    assert all(b - a >= 0.9 * beads[0].size for a, b in pairwise(heights))


def test_a_bead_grows_with_its_intensity() -> None:
    told = life(
        [someone("jo")], [moment(f"m{n}", "jo", f"{2000 + n * 4}-06-01", "loss", n) for n in range(1, 6)]
    )
    sizes = [b.size for b in lifeline(Study(told, TODAY), sheet()).beads if b.moment]
    assert sizes == pytest.approx([5.6 * n**0.5 + 0.4 for n in range(1, 6)], abs=0.06)


def test_lanes_stand_in_their_order_and_hold_everyone_once() -> None:
    picture = lifeline(study("living"), sheet())
    assert [title for title, _ in picture.rows] == ["FAMILY", "FRIENDS", "ROMANTIC", "MENTORS AND OTHERS"]
    held = [id_ for _, lane in picture.rows for row in lane for id_ in row]
    assert sorted(held) == sorted(r.id for r in study("living").history.relationships)


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("key", LIVES)
def test_strands_of_one_row_keep_apart(key: str, width: float) -> None:
    picture = lifeline(study(key), sheet(width))
    for _, lane in picture.rows:
        for row in lane:
            reach = []
            for id_ in row:
                xs = [x for line in picture.lines if line.relationship == id_ for x in line.x]
                xs += [bead.x for bead in picture.beads if bead.relationship == id_]
                reach.append((min(xs), max(xs)))
            assert all(a[1] + 10 < b[0] for a, b in pairwise(sorted(reach)))


def test_a_short_love_ends_in_a_tail_that_fades() -> None:
    picture = lifeline(study("andersen"), sheet())
    louise = [area for area in picture.areas if area.relationship == "louise"] or [
        area for area in picture.areas if area.what == "tail"
    ]
    assert all(area.stops[-1][1] == 0 for area in louise)
    assert max(max(area.x) for area in louise) - min(min(area.x) for area in louise) > 30


def test_a_life_that_goes_on_has_a_hope_past_today_and_one_that_is_over_has_not() -> None:
    living, over = (lifeline(study(key), sheet()) for key in ("living", "andersen"))
    assert said(living, "future")[0] == "a hope"
    assert "now, 42" in said(living, "tick")
    assert said(over, "future") == []
    assert "died, 70" in said(over, "tick")
    assert [line.what for line in over.lines if line.what == "end"] == ["end"]


def test_without_a_birth_date_the_axis_is_of_calendar_years() -> None:
    told = life([someone("jo", start="1990")], [moment("a", "jo", "2001", "loss", 4)], person={})
    picture = lifeline(Study(told, TODAY), sheet())
    assert "2000" in said(picture, "tick")
    assert not any(words.startswith("age") for words in said(picture, "tick") + said(picture, "peak"))
    assert "painful, by year" in " ".join(said(picture, "subtitle"))


def test_landmarks_are_bands_with_their_words() -> None:
    picture = lifeline(study("living"), sheet())
    assert len([band for band in picture.bands if band.what == "landmark"]) == 3
    assert sorted(said(picture, "landmark")) == ["Berlin", "The flat in Elm Street", "Two homes"]


def test_spans_are_the_whole_the_entered_and_the_periods_lived() -> None:
    keys = [span.key for span in spans(study("andersen"))]
    assert keys == ["whole", "entered", "child", "teens", "20s", "30s", "40s", "50s", "60s"]
    assert [span.key for span in spans(Study(History(), TODAY))] == ["whole"]


@pytest.mark.parametrize("key", LIVES)
def test_a_span_is_a_picture_of_its_own(key: str) -> None:
    for span in spans(study(key)):
        picture = lifeline(study(key), sheet(900, span.years), followed(key))
        a, b = span.years
        t = study(key).tables.moments["t"]
        assert len(picture.walk) == ((t >= a - 1e-6) & (t <= b + 1e-6)).sum()
        assert all(a - 1e-6 <= peak.t <= b + 1e-6 for peak in picture.peaks)


def test_above_two_thousand_beads_they_stand_for_half_years_and_single_in_a_span() -> None:
    people = [someone(f"p{n}", start="1985") for n in range(4)]
    moments = [
        moment(
            f"m{n}", f"p{n % 4}", f"{1986 + n % 40}-{1 + n % 12:02}-{1 + n % 28:02}", "loss care", 1 + n % 5
        )
        for n in range(1100)
    ]
    told = Study(life(people, moments), TODAY)
    whole, part = lifeline(told, sheet()), lifeline(told, sheet(span=(2000.0, 2010.0)))
    assert whole.binned
    assert sum(bead.count for bead in whole.beads if bead.role == "hurt") == 1100
    assert len(whole.beads) < 4 * 2 * 2 * 42
    assert not part.binned
    assert {bead.count for bead in part.beads} == {1}


def test_nothing_entered_is_an_empty_picture() -> None:
    picture = lifeline(Study(History(), TODAY), sheet())
    assert not picture.areas
    assert not picture.beads
    assert picture.height > 100


@pytest.mark.parametrize("half_life", [1.0, 10.0, None])
def test_any_half_life_can_be_drawn(half_life: float | None) -> None:
    told = study("andersen").history
    other = told.model_copy(update={"settings": told.settings.model_copy(update={"half_life": half_life})})
    picture = lifeline(Study(other, TODAY), sheet(), followed("andersen"))
    assert len(picture.numbered) == 5


@settings(deadline=None, max_examples=15)
@given(histories(), st.sampled_from([320.0, 390.0, 640.0, 1280.0]), st.sampled_from(["loss", "care", None]))
def test_any_history_can_be_drawn(history: History, width: float, tag: str | None) -> None:
    told = Study(history, date(2026, 1, 1))
    chosen = Selection.of(told.tables.vocabulary, tag) if tag else None
    for span in (None, *(one.years for one in spans(told)[:3])):
        picture = lifeline(told, Sheet(width=width, measure=MEASURE, span=span), chosen)
        numbers = [v for m in (*picture.lines, *picture.areas) for v in (*m.x, *m.y)]
        numbers += [v for bead in picture.beads for v in (bead.x, bead.y, bead.size)]
        assert np.isfinite([*numbers, picture.height]).all()


@settings(deadline=None, max_examples=10)
@given(histories(everything=False), st.randoms(use_true_random=False))
def test_the_order_of_entry_changes_no_thread(history: History, random: object) -> None:
    shuffled = list(history.episodes)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    other = history.model_copy(update={"episodes": tuple(shuffled)})
    one, two = (lifeline(Study(h, TODAY), sheet(900)) for h in (history, other))
    assert one.height == pytest.approx(two.height, abs=30)
    for a, b in zip(
        (m for m in one.areas if m.what == "total"), (m for m in two.areas if m.what == "total"), strict=True
    ):
        assert a.y == pytest.approx(b.y, abs=0.11)
