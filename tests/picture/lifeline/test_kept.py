"""What the steps keep, in the picture: check-ins, kind notes, and who is on the person's mind."""

from datetime import timedelta

import pytest

from tests.picture.lifeline.lives import MEASURE, TODAY, check_in, life, living, moment, sheet, someone, study
from timeline.picture.lifeline import Bead, Picture, Selection, lifeline, spans
from timeline.picture.lifeline.beads import TOO_MANY
from timeline.study.study import Study


def drawn(picture: Picture, what: str) -> list[Bead]:
    return [bead for bead in picture.beads if bead.what == what]


def of(**more: object) -> Picture:
    return lifeline(Study(life([someone("jo")], [moment("a", "jo", "2001", "loss")], **more), TODAY), sheet())


def without_steps() -> Study:
    return Study(living().model_copy(update={"check_ins": (), "kind_notes": ()}), TODAY)


def test_what_is_not_there_takes_no_room() -> None:
    plain, kept = lifeline(without_steps(), sheet()), lifeline(study("living"), sheet())
    assert not [bead for bead in plain.beads if bead.what in ("note", "check-in")]
    assert not [text for text in plain.texts if "CHECK-INS" in text.words]
    assert 30 < kept.height - plain.height < 60
    above = [(text.words, text.x, text.y) for text in plain.texts if text.what in ("name", "peak", "title")]
    assert above == [(t.words, t.x, t.y) for t in kept.texts if t.what in ("name", "peak", "title")]


def test_before_and_after_stand_beside_each_other() -> None:
    picture = of(
        check_ins=[check_in("c", "2026-11-20", hurt=5), check_in("d", "2026-11-20", leaving=True, hurt=2)]
    )
    came, left = drawn(picture, "check-in")
    assert (came.filled, left.filled) == (False, True)
    assert came.x < left.x
    assert came.y < left.y
    assert (
        came.says == left.says == ("Check-in, 20 November 2026", "hurt 5 of 5 on coming, 2 of 5 on leaving")
    )
    assert not came.moment
    assert [t.words for t in picture.texts if t.what == "check-in"] == ["open on coming, filled on leaving"]


def test_one_alone_is_one_dot() -> None:
    picture = of(check_ins=[check_in("c", "2026-11-20", leaving=True, calm=2)])
    (left,) = drawn(picture, "check-in")
    assert left.filled
    assert left.says[1] == "calm 2 of 5 on leaving"
    assert not [t for t in picture.texts if t.what == "check-in"]


def test_every_day_for_a_year_stays_a_few_quiet_dots() -> None:
    days = [TODAY - timedelta(days=n) for n in range(365)]
    picture = of(check_ins=[check_in(f"c{n}", day.isoformat(), sad=n % 6) for n, day in enumerate(days)])
    dots = drawn(picture, "check-in")
    assert [dot.says[1].split("; and ")[1] for dot in dots] == [
        "354 earlier check-ins close to it", "9 earlier check-ins close to it"
    ]  # fmt: skip
    assert all(dot.x <= picture.right + 14 for dot in dots)


def test_a_life_that_is_over_has_no_check_ins() -> None:
    told = life([someone("jo")], [], check_ins=[check_in("c", "2019-11-20", sad=2)])
    over = told.model_copy(update={"person": told.person.model_copy(update={"until": told.person.birth})})
    assert not drawn(lifeline(Study(over, TODAY), sheet()), "check-in")


def test_a_span_without_today_has_the_notes_of_its_years() -> None:
    child = next(span for span in spans(study("living")) if span.key == "child")
    picture = lifeline(study("living"), sheet(1280, child.years))
    pins = [bead for bead in drawn(picture, "note") if bead.says]
    assert [pin.says[0] for pin in pins] == ["A kind note to me at 9", "A kind note to me at 10"]
    assert not drawn(picture, "check-in")


def test_a_note_stands_at_the_middle_of_its_year_of_life() -> None:
    picture = of(kind_notes=[{"id": "k", "age": 9, "text": "You did what you could."}])
    (pin,) = drawn(picture, "note")
    assert pin.x == pytest.approx(picture.x(study("living").tables.birth + 9.5), abs=0.1)
    assert pin.says == ("A kind note to me at 9", "You did what you could.")
    assert not pin.filled


def test_a_note_to_a_moment_is_a_ring_around_its_bead_and_said_with_it() -> None:
    for chosen in (None, Selection(("loss",), "hurt")):
        told = life([someone("jo")], [moment("a", "jo", "2001", "loss")],
                    kind_notes=[{"id": "k", "episode": "a", "text": "I am here."}])  # fmt: skip
        picture = lifeline(Study(told, TODAY), sheet(), chosen)
        (ring,) = drawn(picture, "note")
        bead = next(bead for bead in picture.beads if bead.moment == "a")
        assert ring.x == bead.x
        assert bead.says[-2:] == ("A kind note to this moment", "I am here.")
        assert picture.beads.index(ring) < picture.beads.index(bead)


def test_a_note_without_a_place_in_time_is_not_drawn() -> None:
    told = life([someone("jo")], [], person={}, kind_notes=[{"id": "k", "age": 9, "text": "x"}])
    assert not drawn(lifeline(Study(told, TODAY), sheet()), "note")


def test_notes_to_moments_stand_over_the_axis_where_beads_are_bins() -> None:
    moments = [moment(f"m{n}", "jo", f"{1990 + n % 36}", "loss") for n in range(TOO_MANY + 1)]
    told = life([someone("jo")], moments, kind_notes=[{"id": "k", "episode": "m7", "text": "I am here."}])
    picture = lifeline(Study(told, TODAY), sheet())
    assert picture.binned
    assert [bead.says for bead in drawn(picture, "note")] == [("A kind note to this moment", "I am here.")]


def test_notes_to_the_same_age_share_a_pin() -> None:
    picture = of(kind_notes=[{"id": f"k{n}", "age": 9, "text": f"Line {n}."} for n in range(3)])
    (pin,) = drawn(picture, "note")
    assert [line for line in pin.says if line.startswith("Line")] == ["Line 0.", "Line 1.", "Line 2."]


@pytest.mark.parametrize("width", [390, 1280])
def test_who_is_on_the_mind_has_a_mark_before_the_name(width: float) -> None:
    picture = lifeline(study("living"), sheet(width))
    (mark,) = drawn(picture, "mind")
    name = next(text for text in picture.texts if text.what == "name" and text.relationship == "jo")
    left = name.x if name.anchor == "start" else name.x - MEASURE(name.words, name.size)
    assert mark.says == ("Jo: on your mind now",)
    assert 2 < left - (mark.x + mark.size / 2) < 8
    assert abs(name.y - mark.y) < 8
