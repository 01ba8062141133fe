"""The picture on paper: as high as there is room for, cut between rows, every kind of mark known by name."""

import pytest

from tests.picture.lifeline.lives import (
    MEASURE,
    TODAY,
    build_ongoing_life,
    life,
    make_relationship,
    moment,
    study,
)
from timeline.picture.lifeline import Bead, Picture, Selection, Sheet, build_lifeline
from timeline.report.legend import MARK_KINDS, find_mark_kinds
from timeline.report.page_pieces import cut_into_pieces, mark_extent
from timeline.study.study import Study


def draw_on_paper(told: Study, *rooms: float) -> Picture:
    return build_lifeline(told, Sheet.for_paper(MEASURE, rooms=rooms))


def build_crowded_study(people: int = 40) -> Study:
    """As many people at once as have no room on one page, each with a row and a moment of their own."""
    bonds = [make_relationship(f"p{n}", start="1990", end="2020") for n in range(people)]
    return Study(life(bonds, [moment(f"m{n}", f"p{n}", "2001", "loss", 3) for n in range(people)]), TODAY)


@pytest.mark.parametrize("key", ["andersen", "bronte", "vangogh", "living"])
def test_rows_stand_apart_as_far_as_the_first_room_that_holds_them(key: str) -> None:
    least = draw_on_paper(study(key)).height
    assert draw_on_paper(study(key), least - 20, least + 60).height == pytest.approx(least + 60, abs=1)
    assert draw_on_paper(study(key), least + 30, least + 60).height == pytest.approx(least + 30, abs=1)
    assert draw_on_paper(study(key), least - 20).height == least
    assert draw_on_paper(study(key), 10 * least).height < 1.6 * least


def test_room_for_a_number_is_kept_where_one_stands() -> None:
    chosen = Selection.from_tags(study("andersen").tables.vocabulary, "loss")
    sheet = Sheet.for_paper(MEASURE)
    without, with_numbers = (
        build_lifeline(study("andersen"), sheet),
        build_lifeline(study("andersen"), sheet, chosen),
    )
    assert without.height < with_numbers.height
    assert {bead.number for bead in with_numbers.beads} >= set(range(1, 10))


def test_what_fits_is_one_piece_from_its_first_mark_to_its_rows_end() -> None:
    picture = draw_on_paper(study("andersen"))
    [(top, bottom)] = cut_into_pieces(picture, picture.marks, picture.height, picture.height)
    assert top == pytest.approx(min(mark_extent(mark)[0] for mark in picture.marks) - 2)
    assert bottom == picture.rows_bottom


@pytest.mark.parametrize("room", [500.0, 700.0, 900.0])
def test_every_piece_has_rows_and_room_for_the_axis_and_cuts_nothing(room: float) -> None:
    picture = draw_on_paper(build_crowded_study())
    foot = picture.height - picture.rows_bottom
    runs = cut_into_pieces(picture, picture.marks, room, room)
    assert len(runs) > 1
    assert [end for _, end in runs[:-1]] == [begin for begin, _ in runs[1:]]
    for top, bottom in runs:
        assert bottom - top + foot <= room + 1
        beads = [mark_extent(bead) for bead in picture.beads]
        assert any(top <= low and high <= bottom for low, high in beads)
        assert not any(low < bottom < high for low, high in beads)


def test_a_landmark_is_cut_where_there_is_no_room_beside_it_and_then_told() -> None:
    texts = [text.words for text in draw_on_paper(study("andersen")).text_lines if text.subject == "landmark"]
    assert "Travels to Paris and Rome" in texts
    assert not any("…" in words for words in texts)
    long = "The year in which everything stood still and nobody wrote a word"
    close = [
        {"id": f"l{n}", "label": f"{long} {n}", "when": f"2010-0{n}", "until": f"2010-0{n}"}
        for n in range(1, 9)
    ]
    picture = draw_on_paper(Study(life([make_relationship("jo")], [], landmarks=close), TODAY))
    whole = {text.words for text in picture.text_lines}
    told = [label for label, _ in picture.shortened_landmarks]
    assert told == [mark["label"] for mark in close if mark["label"] not in whole]
    assert told


def test_words_of_a_gap_stand_at_it_also_where_there_is_no_room_beside_the_thread() -> None:
    told = study("andersen").history
    kept = {bond.id for bond in told.relationships if bond.kind == "romantic" or bond.id == "edvard"}
    five = told.model_copy(
        update={
            "relationships": tuple(bond for bond in told.relationships if bond.id in kept),
            "episodes": tuple(one for one in told.episodes if one.relationship in kept),
        }
    )
    picture = draw_on_paper(Study(five, TODAY))
    low, high = picture.gaps[-2]
    ages = f"{int(low - 1805.25)}–{int(high - 1805.25)}"
    [said] = [text for text in picture.text_lines if text.subject == "gap" and text.words.endswith(ages)]
    assert abs(said.x - (picture.year_to_x(low) + picture.year_to_x(high)) / 2) < 30


def test_every_mark_of_the_steps_has_a_kind() -> None:
    picture = draw_on_paper(Study(build_ongoing_life(), TODAY))
    there = find_mark_kinds(picture.marks)
    assert {"pin", "ring", "check-in", "mind", "going"} <= set(there)
    assert list(there) == [kind for kind in MARK_KINDS if kind in there]
    for mark in picture.marks:
        if isinstance(mark, Bead):
            assert any(is_one(mark) for is_one in MARK_KINDS.values())
    assert not {"pin", "check-in", "mind"} & set(find_mark_kinds(draw_on_paper(study("andersen")).marks))
