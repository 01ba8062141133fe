"""What the steps keep, in the picture: check-ins, kind notes, and who is on the person's mind."""

from datetime import timedelta

import pytest

from tests.picture.lifeline.lives import (
    MEASURE,
    TODAY,
    build_ongoing_life,
    check_in,
    life,
    make_relationship,
    moment,
    sheet,
    study,
)
from timeline.picture.lifeline import Bead, Picture, Selection, build_lifeline, find_life_spans
from timeline.picture.lifeline.beads import MAX_BEADS
from timeline.study.study import Study


def find_beads(picture: Picture, what: str) -> list[Bead]:
    return [bead for bead in picture.beads if bead.subject == what]


def draw_with(**more: object) -> Picture:
    return build_lifeline(
        Study(life([make_relationship("jo")], [moment("a", "jo", "2001", "loss")], **more), TODAY), sheet()
    )


def study_without_steps() -> Study:
    return Study(build_ongoing_life().model_copy(update={"check_ins": (), "kind_notes": ()}), TODAY)


def test_what_is_not_there_takes_no_room() -> None:
    plain, kept = build_lifeline(study_without_steps(), sheet()), build_lifeline(study("living"), sheet())
    assert not [bead for bead in plain.beads if bead.subject in ("note", "check-in")]
    assert not [text for text in plain.text_lines if "CHECK-INS" in text.words]
    assert 30 < kept.height - plain.height < 60
    above = [
        (text.words, text.x, text.y) for text in plain.text_lines if text.subject in ("name", "peak", "title")
    ]
    assert above == [(t.words, t.x, t.y) for t in kept.text_lines if t.subject in ("name", "peak", "title")]


def test_before_and_after_stand_beside_each_other() -> None:
    picture = draw_with(
        check_ins=[check_in("c", "2026-11-20", hurt=5), check_in("d", "2026-11-20", leaving=True, hurt=2)]
    )
    came, left = find_beads(picture, "check-in")
    assert (came.filled, left.filled) == (False, True)
    assert came.x < left.x
    assert came.y < left.y
    assert (
        came.hover_lines
        == left.hover_lines
        == ("Check-in, 20 November 2026", "hurt 5 of 5 on coming, 2 of 5 on leaving")
    )
    assert not came.moment
    assert [t.words for t in picture.text_lines if t.subject == "check-in"] == [
        "open on coming, filled on leaving"
    ]


def test_one_alone_is_one_dot() -> None:
    picture = draw_with(check_ins=[check_in("c", "2026-11-20", leaving=True, calm=2)])
    (left,) = find_beads(picture, "check-in")
    assert left.filled
    assert left.hover_lines[1] == "calm 2 of 5 on leaving"
    assert not [t for t in picture.text_lines if t.subject == "check-in"]


def test_every_day_for_a_year_stays_a_few_quiet_dots() -> None:
    days = [TODAY - timedelta(days=n) for n in range(365)]
    picture = draw_with(
        check_ins=[check_in(f"c{n}", day.isoformat(), sad=n % 6) for n, day in enumerate(days)]
    )
    dots = find_beads(picture, "check-in")
    assert [dot.hover_lines[1].split("; and ")[1] for dot in dots] == [
        "354 earlier check-ins close to it", "9 earlier check-ins close to it"
    ]  # fmt: skip
    assert all(dot.x <= picture.right + 14 for dot in dots)


def test_a_life_that_is_over_has_no_check_ins() -> None:
    told = life([make_relationship("jo")], [], check_ins=[check_in("c", "2019-11-20", sad=2)])
    over = told.model_copy(update={"person": told.person.model_copy(update={"until": told.person.birth})})
    assert not find_beads(build_lifeline(Study(over, TODAY), sheet()), "check-in")


def test_a_span_without_today_has_the_notes_of_its_years() -> None:
    child = next(span for span in find_life_spans(study("living")) if span.key == "child")
    picture = build_lifeline(study("living"), sheet(1280, child.years))
    pins = [bead for bead in find_beads(picture, "note") if bead.hover_lines]
    assert [pin.hover_lines[0] for pin in pins] == ["A kind note to me at 9", "A kind note to me at 10"]
    assert not find_beads(picture, "check-in")


def test_a_note_stands_at_the_middle_of_its_year_of_life() -> None:
    picture = draw_with(kind_notes=[{"id": "k", "age": 9, "text": "You did what you could."}])
    (pin,) = find_beads(picture, "note")
    assert pin.x == pytest.approx(picture.year_to_x(study("living").tables.birth + 9.5), abs=0.1)
    assert pin.hover_lines == ("A kind note to me at 9", "You did what you could.")
    assert not pin.filled


def test_a_note_to_a_moment_is_a_ring_around_its_bead_and_said_with_it() -> None:
    for chosen in (None, Selection(("loss",), "hurt")):
        told = life([make_relationship("jo")], [moment("a", "jo", "2001", "loss")],
                    kind_notes=[{"id": "k", "episode": "a", "text": "I am here."}])  # fmt: skip
        picture = build_lifeline(Study(told, TODAY), sheet(), chosen)
        (ring,) = find_beads(picture, "note")
        bead = next(bead for bead in picture.beads if bead.moment == "a")
        assert ring.x == bead.x
        assert bead.hover_lines[-2:] == ("A kind note to this moment", "I am here.")
        assert picture.beads.index(ring) < picture.beads.index(bead)


def test_a_note_without_a_place_in_time_is_not_drawn() -> None:
    told = life([make_relationship("jo")], [], person={}, kind_notes=[{"id": "k", "age": 9, "text": "x"}])
    assert not find_beads(build_lifeline(Study(told, TODAY), sheet()), "note")


def test_notes_to_moments_stand_over_the_axis_where_beads_are_bins() -> None:
    moments = [moment(f"m{n}", "jo", f"{1990 + n % 36}", "loss") for n in range(MAX_BEADS + 1)]
    told = life(
        [make_relationship("jo")], moments, kind_notes=[{"id": "k", "episode": "m7", "text": "I am here."}]
    )
    picture = build_lifeline(Study(told, TODAY), sheet())
    assert picture.is_binned
    assert [bead.hover_lines for bead in find_beads(picture, "note")] == [
        ("A kind note to this moment", "I am here.")
    ]


def test_notes_to_the_same_age_share_a_pin() -> None:
    picture = draw_with(kind_notes=[{"id": f"k{n}", "age": 9, "text": f"Line {n}."} for n in range(3)])
    (pin,) = find_beads(picture, "note")
    assert [line for line in pin.hover_lines if line.startswith("Line")] == ["Line 0.", "Line 1.", "Line 2."]


@pytest.mark.parametrize("width", [390, 1280])
def test_who_is_on_the_mind_has_a_mark_before_the_name(width: float) -> None:
    picture = build_lifeline(study("living"), sheet(width))
    (mark,) = find_beads(picture, "mind")
    name = next(text for text in picture.text_lines if text.subject == "name" and text.relationship == "jo")
    left = name.x if name.anchor == "start" else name.x - MEASURE(name.words, name.size)
    assert mark.hover_lines == ("Jo: on your mind now",)
    assert 2 < left - (mark.x + mark.size / 2) < 8
    assert abs(name.y - mark.y) < 8
