"""Facts about the drawn picture: what stands where, and what a selected thread changes."""

from datetime import date
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.history import History
from models.tags import THREAD_SIDES
from tests.histories import histories
from tests.picture.lifeline.lives import MEASURE, TAGS, TODAY, life, make_relationship, moment, sheet, study
from timeline.picture.lifeline import (
    Picture,
    Selection,
    Sheet,
    build_lifeline,
    find_life_spans,
)
from timeline.study import unplaced_entries as unplaced
from timeline.study.evidence import gather_evidence
from timeline.study.study import Study

LIVES = tuple(TAGS)
WIDTHS = (360, 640, 1280)


def select_thread(key: str) -> Selection:
    return Selection.from_tags(study(key).tables.vocabulary, TAGS[key]) or pytest.fail("no such tag")


def find_texts(picture: Picture, what: str) -> list[str]:
    return [text.words for text in picture.text_lines if text.subject == what]


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("key", LIVES)
def test_a_selected_thread_moves_nothing(key: str, width: float) -> None:
    plain, chosen = (build_lifeline(study(key), sheet(width), s) for s in (None, select_thread(key)))
    assert plain.height == chosen.height
    assert plain.lane_rows == chosen.lane_rows
    where = [
        {(bead.moment, bead.x, bead.y) for bead in picture.beads if bead.moment and not bead.number}
        for picture in (plain, chosen)
    ]
    assert where[0] == where[1]
    names = [{(t.relationship, t.y) for t in p.text_lines if t.subject == "name"} for p in (plain, chosen)]
    assert names[0] == names[1]


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("key", LIVES)
def test_care_stands_above_the_line_and_hurt_below(key: str, width: float) -> None:
    picture = build_lifeline(study(key), sheet(width))
    for area in (a for a in picture.areas if a.subject in ("total", "fringe")):
        assert (
            max(area.y) <= picture.line_y + 0.06
            if area.role == "care"
            else min(area.y) >= picture.line_y - 0.06
        )


@pytest.mark.parametrize("key", LIVES)
def test_every_mark_lies_on_the_sheet(key: str) -> None:
    picture = build_lifeline(study(key), sheet(390), select_thread(key))
    across = [x for mark in (*picture.strokes, *picture.areas) for x in mark.x] + [
        bead.x for bead in picture.beads
    ]
    down = [y for mark in (*picture.strokes, *picture.areas) for y in mark.y] + [
        bead.y for bead in picture.beads
    ]
    assert 0 <= min(across) <= max(across) <= picture.width
    assert 0 <= min(down) <= max(down) <= picture.height


@pytest.mark.parametrize("key", LIVES)
def test_every_placed_moment_has_a_bead_on_each_of_its_sides(key: str) -> None:
    tables = study(key).tables
    picture = build_lifeline(study(key), sheet())
    for _, row in tables.moments.dropna(subset=["t"]).iterrows():
        roles = {bead.role for bead in picture.beads if bead.moment == row["id"]}
        assert roles == {s for s, on in (("hurt", row["painful"]), ("care", row["caring"])) if on}
    assert picture.moment_ids == tuple(tables.moments.dropna(subset=["t"])["id"])
    assert picture.unplaced_count == tables.moments["t"].isna().sum()


@settings(max_examples=60, deadline=None)
@given(histories())
def test_everyone_is_in_the_picture_or_named_below_it(history: History) -> None:
    read = Study(history, TODAY)
    picture = build_lifeline(read, sheet())
    drawn = {id_ for _, lines in picture.lane_rows for line in lines for id_ in line}
    below = unplaced.find_unplaced_people(read)
    assert drawn.isdisjoint(below)
    assert drawn | {*below} == history.by_id.keys()
    ids = read.tables.moments["id"][unplaced.mask_unplaced_moments(read)]
    assert {*picture.moment_ids}.isdisjoint(ids)
    assert {*picture.moment_ids} | {*ids} == {one.id for one in history.episodes}


@pytest.mark.parametrize("key", LIVES)
def test_the_numbers_are_those_of_the_list_below(key: str) -> None:
    tables = study(key).tables
    picture = build_lifeline(study(key), sheet(), select_thread(key))
    rests_on = gather_evidence(study(key), [TAGS[key]])
    ids = tables.relationships["id"]
    assert [one.relationship for one in picture.numbered_episodes] == [
        ids[one.relationship] for one in rests_on.relationships_with
    ]
    assert [one.number for one in picture.numbered_episodes] == list(
        range(1, len(picture.numbered_episodes) + 1)
    )
    assert picture.untouched_relationships == tuple(
        ids[one.relationship] for one in rests_on.relationships_without
    )
    drawn = {bead.relationship: bead.number for bead in picture.beads if bead.number}
    assert drawn == {one.relationship: one.number for one in picture.numbered_episodes}
    times = [one.t for one in picture.numbered_episodes]
    assert times == sorted(times)


@pytest.mark.parametrize("key", LIVES)
def test_the_dashed_thread_joins_the_numbers_in_order(key: str) -> None:
    picture = build_lifeline(study(key), sheet(), select_thread(key))
    beads = sorted((bead for bead in picture.beads if bead.number), key=lambda bead: bead.number)
    joins = [line for line in picture.strokes if line.subject == "joined"]
    assert len(joins) == len(beads) - 1
    for line, (one, two) in zip(joins, pairwise(beads), strict=True):
        assert (line.x[0], line.y[0]) == pytest.approx((one.x, one.y), abs=0.2)
        assert (line.x[-1], line.y[-1]) == pytest.approx((two.x, two.y), abs=0.2)


def test_andersens_thread_of_unreciprocated_goes_from_riborg_on() -> None:
    picture = build_lifeline(study("andersen"), sheet(), select_thread("andersen"))
    names = {r.id: r.name for r in study("andersen").history.relationships}
    assert [names[one.relationship] for one in picture.numbered_episodes] == [
        "Riborg Voigt", "Edvard Collin", "Louise Collin", "Jenny Lind", "Harald Scharff",
    ]  # fmt: skip
    assert len(picture.untouched_relationships) == 9


@pytest.mark.parametrize("key", LIVES)
def test_peaks_are_the_highest_for_years_around_by_the_formula(key: str) -> None:
    one, picture = study(key), build_lifeline(study(key), sheet())
    at = np.linspace(one.tables.begin, one.tables.end, 6000)
    assert any(peak.has_label for peak in picture.peaks)
    for peak in picture.peaks:
        exact = one.thread_levels[peak.side].level_at(at)
        around = exact[np.abs(at - peak.t) < 2.5].max()
        assert peak.height >= around - 0.15
        assert peak.height >= 0.3 * dict(picture.max_levels)[peak.side] - 1e-9
        assert 1 <= len(peak.names) <= 2
    for side in THREAD_SIDES:
        times = sorted(peak.t for peak in picture.peaks if peak.side == side)
        assert len(times) <= 3
        assert all(b - a >= 5 for a, b in pairwise(times))


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("key", ["andersen", "bronte", "vangogh"])
def test_every_gap_is_dotted_and_said(key: str, width: float) -> None:
    picture = build_lifeline(study(key), sheet(width))
    assert len([line for line in picture.strokes if line.subject == "gap"]) == len(picture.gaps)
    words = " ".join(find_texts(picture, "gap"))
    tables = study(key).tables
    for a, b in picture.gaps:
        assert f"{tables.age(a + 1e-6)}–{tables.age(b + 1e-6)}" in words


def test_the_carried_level_is_pale_in_a_gap_without_a_hard_edge() -> None:
    picture = build_lifeline(study("andersen"), sheet())
    (hurt,) = (area for area in picture.areas if area.subject == "total" and area.role == "hurt")
    a, b = picture.gaps[1]
    middle = (picture.year_to_x(a) + picture.year_to_x(b)) / 2
    strength = np.interp([picture.year_to_x(a) - 30, middle], *zip(*hurt.stops, strict=True))
    assert strength[1] < 0.5 * strength[0]
    assert all(x1 - x0 >= 1 for (x0, s0), (x1, s1) in pairwise(hurt.stops) if s0 != s1)


def test_ends_are_a_cap_where_exact_dotted_where_not_a_triangle_where_it_goes_on() -> None:
    told = Study(
        life(
            [
                make_relationship("exact", start="1990-01-01", end="2000-01-01"),
                make_relationship("unsure", start="about 1990", end="about 2000"),
                make_relationship("going", start="1990-01-01"),
            ],
            [moment(f"m-{who}", who, "1995-01-01", "care", 3) for who in ("exact", "unsure", "going")],
        ),
        TODAY,
    )
    picture = build_lifeline(told, sheet())

    def count(who: str, what: str) -> int:
        return len([line for line in picture.strokes if line.relationship == who and line.subject == what])

    assert (count("exact", "cap"), count("exact", "unsure")) == (2, 0)
    assert (count("unsure", "cap"), count("unsure", "unsure")) == (0, 2)
    assert (count("going", "cap"), count("going", "unsure")) == (1, 0)
    assert [bead.relationship for bead in picture.beads if bead.shape == "triangle"] == ["going"]


def test_two_spells_are_two_bars_in_one_row_joined_by_fine_dots() -> None:
    picture = build_lifeline(study("living"), sheet())
    mine = [line for line in picture.strokes if line.relationship == "farida"]
    assert len({line.y for line in mine if line.subject == "bar"}) == 1
    assert len([line for line in mine if line.subject == "bar"]) == 2
    assert len([line for line in mine if line.subject == "after"]) == 1


def test_a_moment_after_the_end_hangs_on_fine_dots() -> None:
    told = Study(
        life([make_relationship("jo", end="2000-01-01")], [moment("a", "jo", "2010", "loss", 3)]), TODAY
    )
    picture = build_lifeline(told, sheet())
    (dots,) = (line for line in picture.strokes if line.subject == "after")
    (bead,) = (bead for bead in picture.beads if bead.moment)
    assert dots.x[1] == pytest.approx(bead.x, abs=0.1)


def test_given_is_a_square_that_is_drawn_and_not_added() -> None:
    moments = [moment("a", "jo", "2010-06-01", "criticism", 5, direction="given")]
    for counted in (False, True):
        told = life([make_relationship("jo")], moments, settings={"count_given": counted})
        picture = build_lifeline(Study(told, TODAY), sheet())
        assert [(bead.shape, bead.filled) for bead in picture.beads if bead.moment] == [("square", False)]
        assert dict(picture.max_levels)["hurt"] == pytest.approx(5.0 if counted else 0.0, abs=0.01)


def test_a_wide_span_gets_a_whisker_and_a_day_none() -> None:
    told = life(
        [make_relationship("jo")],
        [moment("a", "jo", "about 1999", "loss"), moment("b", "jo", "2010-06-01", "loss")],
    )
    picture = build_lifeline(Study(told, TODAY), sheet())
    assert len([line for line in picture.strokes if line.subject == "whisker"]) == 1


def test_beads_that_would_hide_each_other_stack_outward() -> None:
    told = life([make_relationship("jo")], [moment(f"m{n}", "jo", "2010-06-01", "loss", 3) for n in range(4)])
    beads = [b for b in build_lifeline(Study(told, TODAY), sheet()).beads if b.moment]
    heights = sorted(bead.y for bead in beads)
    assert all(b - a >= 0.9 * beads[0].size for a, b in pairwise(heights))


def test_a_bead_grows_with_its_intensity() -> None:
    told = life(
        [make_relationship("jo")],
        [moment(f"m{n}", "jo", f"{2000 + n * 4}-06-01", "loss", n) for n in range(1, 6)],
    )
    sizes = [b.size for b in build_lifeline(Study(told, TODAY), sheet()).beads if b.moment]
    assert sizes == pytest.approx([5.6 * n**0.5 + 0.4 for n in range(1, 6)], abs=0.06)


def test_lanes_stand_in_their_order_and_hold_everyone_once() -> None:
    picture = build_lifeline(study("living"), sheet())
    assert [title for title, _ in picture.lane_rows] == [
        "FAMILY",
        "FRIENDS",
        "ROMANTIC",
        "MENTORS AND OTHERS",
    ]
    held = [id_ for _, lane in picture.lane_rows for row in lane for id_ in row]
    assert sorted(held) == sorted(r.id for r in study("living").history.relationships)


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("key", LIVES)
def test_strands_of_one_row_keep_apart(key: str, width: float) -> None:
    picture = build_lifeline(study(key), sheet(width))
    for _, lane in picture.lane_rows:
        for row in lane:
            reach = []
            for id_ in row:
                xs = [x for line in picture.strokes if line.relationship == id_ for x in line.x]
                xs += [bead.x for bead in picture.beads if bead.relationship == id_]
                reach.append((min(xs), max(xs)))
            assert all(a[1] + 10 < b[0] for a, b in pairwise(sorted(reach)))


def test_a_short_love_ends_in_a_tail_that_fades() -> None:
    picture = build_lifeline(study("andersen"), sheet())
    louise = [area for area in picture.areas if area.relationship == "louise"] or [
        area for area in picture.areas if area.subject == "tail"
    ]
    assert all(area.stops[-1][1] == 0 for area in louise)
    assert max(max(area.x) for area in louise) - min(min(area.x) for area in louise) > 30


def test_a_life_that_goes_on_has_a_hope_past_today_and_one_that_is_over_has_not() -> None:
    living, over = (build_lifeline(study(key), sheet()) for key in ("living", "andersen"))
    assert find_texts(living, "future")[0] == "a hope"
    assert "now, 42" in find_texts(living, "tick")
    assert find_texts(over, "future") == []
    assert "died, 70" in find_texts(over, "tick")
    assert [line.subject for line in over.strokes if line.subject == "end"] == ["end"]


def test_without_a_birth_date_the_axis_is_of_calendar_years() -> None:
    told = life([make_relationship("jo", start="1990")], [moment("a", "jo", "2001", "loss", 4)], person={})
    picture = build_lifeline(Study(told, TODAY), sheet())
    assert "2000" in find_texts(picture, "tick")
    assert not any(
        words.startswith("age") for words in find_texts(picture, "tick") + find_texts(picture, "peak")
    )
    assert "painful, by year" in " ".join(find_texts(picture, "subtitle"))


def test_landmarks_are_bands_with_their_words() -> None:
    picture = build_lifeline(study("living"), sheet())
    assert len([band for band in picture.bands if band.subject == "landmark"]) == 3
    assert sorted(find_texts(picture, "landmark")) == ["Berlin", "The flat in Elm Street", "Two homes"]


def test_spans_are_the_whole_the_entered_and_the_periods_lived() -> None:
    keys = [span.key for span in find_life_spans(study("andersen"))]
    assert keys == ["whole", "entered", "child", "teens", "20s", "30s", "40s", "50s", "60s"]
    assert [span.key for span in find_life_spans(Study(History(), TODAY))] == ["whole"]


@pytest.mark.parametrize("key", LIVES)
def test_a_span_is_a_picture_of_its_own(key: str) -> None:
    for span in find_life_spans(study(key)):
        picture = build_lifeline(study(key), sheet(900, span.years), select_thread(key))
        a, b = span.years
        t = study(key).tables.moments["t"]
        assert len(picture.moment_ids) == ((t >= a - 1e-6) & (t <= b + 1e-6)).sum()
        assert all(a - 1e-6 <= peak.t <= b + 1e-6 for peak in picture.peaks)


def test_above_two_thousand_beads_they_stand_for_half_years_and_single_in_a_span() -> None:
    people = [make_relationship(f"p{n}", start="1985") for n in range(4)]
    moments = [
        moment(
            f"m{n}", f"p{n % 4}", f"{1986 + n % 40}-{1 + n % 12:02}-{1 + n % 28:02}", "loss care", 1 + n % 5
        )
        for n in range(1100)
    ]
    told = Study(life(people, moments), TODAY)
    whole, part = build_lifeline(told, sheet()), build_lifeline(told, sheet(span=(2000.0, 2010.0)))
    assert whole.is_binned
    assert sum(bead.count for bead in whole.beads if bead.role == "hurt") == 1100
    assert len(whole.beads) < 4 * 2 * 2 * 42
    assert not part.is_binned
    assert {bead.count for bead in part.beads} == {1}


def test_nothing_entered_is_an_empty_picture() -> None:
    picture = build_lifeline(Study(History(), TODAY), sheet())
    assert not picture.areas
    assert not picture.beads
    assert picture.height > 100


@pytest.mark.parametrize("half_life", [1.0, 10.0, None])
def test_any_half_life_can_be_drawn(half_life: float | None) -> None:
    told = study("andersen").history
    other = told.model_copy(update={"settings": told.settings.model_copy(update={"half_life": half_life})})
    picture = build_lifeline(Study(other, TODAY), sheet(), select_thread("andersen"))
    assert len(picture.numbered_episodes) == 5


@settings(deadline=None, max_examples=15)
@given(histories(), st.sampled_from([320.0, 390.0, 640.0, 1280.0]), st.sampled_from(["loss", "care", None]))
def test_any_history_can_be_drawn(history: History, width: float, tag: str | None) -> None:
    told = Study(history, date(2026, 1, 1))
    chosen = Selection.from_tags(told.tables.vocabulary, tag) if tag else None
    for span in (None, *(one.years for one in find_life_spans(told)[:3])):
        picture = build_lifeline(told, Sheet(width=width, measure=MEASURE, span=span), chosen)
        numbers = [v for m in (*picture.strokes, *picture.areas) for v in (*m.x, *m.y)]
        numbers += [v for bead in picture.beads for v in (bead.x, bead.y, bead.size)]
        assert np.isfinite([*numbers, picture.height]).all()


@settings(deadline=None, max_examples=10)
@given(histories(everything=False), st.randoms(use_true_random=False))
def test_the_order_of_entry_changes_no_thread(history: History, random: object) -> None:
    shuffled = list(history.episodes)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    other = history.model_copy(update={"episodes": tuple(shuffled)})
    one, two = (build_lifeline(Study(h, TODAY), sheet(900)) for h in (history, other))
    assert one.height == pytest.approx(two.height, abs=30)
    for a, b in zip(
        (m for m in one.areas if m.subject == "total"),
        (m for m in two.areas if m.subject == "total"),
        strict=True,
    ):
        assert a.y == pytest.approx(b.y, abs=0.11)
