"""What stands on which page: no part torn from what explains it, no page begun for nothing, nothing empty."""

import io
from functools import cache
from itertools import pairwise

import pikepdf
import pytest
from PIL import Image

from models.ages import Age
from models.errors import TimelineError
from models.sharing import SharePlan
from tests.building import read_sample
from tests.picture.lifeline.lives import build_ongoing_life
from tests.report.papers import TODAY, build_long_history, full_plan, paper, read_pdf
from timeline import redaction as share
from timeline.messages import report as say
from timeline.messages import report_picture as drawn
from timeline.messages.ages import list_age
from timeline.report import render
from timeline.report.legend import MARK_KINDS
from timeline.report.report import Paper, Report
from timeline.report.sections import Block

SAMPLES = ("andersen", "bronte", "vangogh")
SIZES: tuple[Paper, ...] = ("a4", "letter")
PPI = 50
TOP = 19
"""mm over the first line of a page."""


@cache
def sample_paper(name: str, size: Paper) -> Report:
    """The paper the command makes of a shipped sample."""
    return paper(read_sample(name, TODAY), size=size)


@cache
def page_texts(name: str, size: Paper) -> list[str]:
    """What stands on each of its pages, without spaces."""
    with pikepdf.open(io.BytesIO(render.render_pdf(sample_paper(name, size)))) as whole:
        found = []
        for page in whole.pages:
            alone = pikepdf.new()
            alone.pages.append(page)
            made = io.BytesIO()
            alone.save(made)
            found.append(read_pdf(made.getvalue()).text_without_spaces)
        return found


def find_block(made: Report, kind: str) -> Block:
    return next(one for one in made.blocks if one["kind"] == kind)


def find_pages(pages: list[str], words: str) -> list[int]:
    """The numbers of the pages these words stand on."""
    return [n for n, page in enumerate(pages, 1) if "".join(words.split()) in page]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", SAMPLES)
def test_the_picture_is_on_one_page_with_its_axis_and_legend(name: str, size: Paper) -> None:
    assert len(find_block(sample_paper(name, size), "lifeline")["pieces"]) == 1
    pages = page_texts(name, size)
    for words in (drawn.A_LIFE_AND_A_THREAD, "Thread of pain", "MENTORS AND OTHERS", drawn.LARGER):
        assert find_pages(pages, words) == [2], words


@pytest.mark.parametrize("name", SAMPLES)
def test_the_table_follows_the_picture_where_it_fits(name: str) -> None:
    assert find_pages(page_texts(name, "a4"), say.PEOPLE) == [2]
    assert find_pages(page_texts(name, "letter"), say.PEOPLE) == [3]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", SAMPLES)
def test_the_limits_stand_with_the_last_pattern_and_no_page_is_begun_for_them(name: str, size: Paper) -> None:
    pages = page_texts(name, size)
    [limits] = find_pages(pages, "What this cannot say")
    assert limits == find_pages(pages, "My verdict: not given yet")[-1]
    assert find_pages(pages, say.MOMENTS)[0] - limits in (0, 1)
    assert len(pages) <= 7


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", SAMPLES)
def test_no_page_begins_with_a_rule(name: str, size: Paper) -> None:
    for png in render.render_pages(sample_paper(name, size), PPI)[2:]:
        page = Image.open(io.BytesIO(png)).convert("L")
        for row in range(round((TOP - 4) * PPI / 25.4), round((TOP + 1) * PPI / 25.4)):
            line = page.crop((0, row, page.width, row + 1))
            assert sum(line.histogram()[:250]) < 0.7 * page.width  # no line of words is as dark


def test_every_piece_of_a_picture_cut_to_pages_has_rows_and_an_axis() -> None:
    history = build_long_history(60, 90)
    made = paper(history, full_plan(history))
    pieces = find_block(made, "lifeline")["pieces"]
    assert len(pieces) > 1
    for piece in pieces:
        rows, foot = piece["parts"]
        assert any(mark["m"] == "bead" for mark in rows["marks"])
        assert {"born", "now, 56"} <= {mark.get("s") for mark in foot["marks"]}
        assert rows["height"] + foot["height"] < 255
    for one, next_ in pairwise(pieces):
        assert one["parts"][0]["top"] + one["parts"][0]["height"] == pytest.approx(
            next_["parts"][0]["top"], abs=0.02
        )


def test_the_legend_names_every_mark_that_is_drawn_and_no_other() -> None:
    history = build_ongoing_life()
    plan = full_plan(history, steps=tuple((line.kind, line.id) for line in share.collect_step_lines(history)))
    for made in (paper(history, plan), paper(history), sample_paper("bronte", "a4")):
        picture = find_block(made, "lifeline")
        named = [kind for entry in picture["legend"] for kind in entry["marks"]]
        marks = [mark for piece in picture["pieces"] for part in piece["parts"] for mark in part["marks"]]
        beads = {(mark["shape"], mark["role"]) for mark in marks if mark["m"] == "bead"}
        kept = any(one["kind"] == "steps" for one in made.blocks)
        assert all((kind in named) == kept for kind in ("pin", "ring", "check-in"))
        assert ("given hurt" in named) == (("square", "hurt") in beads)
        assert ("given care" in named) == (("square", "care") in beads)
        assert ("going" in named) == (("triangle", "ink") in beads)
        assert ("number hurt" in named) == any(mark.get("n") for mark in marks)
        assert "mind" not in named
    assert {kind for keys, _ in drawn.LEGEND for kind in keys} == set(MARK_KINDS) - {"height"}


def test_the_legend_of_the_threads_is_of_what_they_show() -> None:
    history = read_sample("andersen", TODAY)
    caring = share.everything_but_stories(history).model_copy(update={"threads": ("care",)})
    assert find_block(paper(history, caring), "threads")["legend"] == [
        {"marks": ["number care"], "says": drawn.FIRST_WITH_EACH},
        {"marks": ["again care"], "says": drawn.AGAIN_WITH_EACH},
    ]


def test_landmarks_that_were_cut_are_told_in_full() -> None:
    long = "The year in which everything stood still and nobody wrote a single word to me"
    history = build_ongoing_life().model_copy(
        update={
            "landmarks": build_ongoing_life().landmarks[:1]
            + tuple(
                build_ongoing_life().landmarks[0].model_copy(update={"id": f"l{n}", "label": f"{long} {n}"})
                for n in range(4)
            )
        }
    )
    [note] = [one for one in find_block(paper(history), "lifeline")["notes"] if one.startswith("Landmarks")]
    assert f"{long} 3, 6" in note


@pytest.mark.parametrize("sections", [(), ("questions",), ("methods",), ("steps",), ("cover",)])
def test_everyone_ticked_and_nothing_to_print_is_a_sentence_and_no_file(sections: tuple[str, ...]) -> None:
    history = read_sample("andersen", TODAY)
    plan = share.everything_but_stories(history).model_copy(update={"sections": sections})
    with pytest.raises(TimelineError, match="Nothing is chosen yet"):
        paper(history, plan)


def test_the_foot_counts_what_is_printed() -> None:
    history = read_sample("andersen", TODAY)

    def expected_foot(*sections: str, **fields: object) -> str:
        plan = share.everything_but_stories(history).model_copy(update={"sections": sections} | fields)
        made = paper(history, plan)
        return say.page_foot(made.day, "1", made.people, made.moments)

    told = tuple(moment.id for moment in history.episodes if moment.relationship == "father")
    assert expected_foot("people").endswith("14 people and 40 moments shown.")
    assert expected_foot("moments", headlines=told).endswith(f"1 person and {len(told)} moments shown.")
    written = history.model_copy(update={"cover": history.cover.model_copy(update={"title": "Words"})})
    plan = SharePlan(id="p", name="p", sections=("cover",), relationships=("father",))
    made = paper(written, plan)
    assert (
        say.page_foot(made.day, "1", made.people, made.moments) == "22 November 2026, attachment-timeline 1."
    )


@pytest.mark.parametrize(
    ("text", "stops"),
    [
        ("Death of B. S. I..", "Death of B. S. I."),
        ("1 with A. M. A.. He", "1 with A. M. A. He"),
        ("I...", "I..."),
        ("and then..", "and then.."),
        ("Ends. Here.", "Ends. Here."),
    ],
)
def test_a_sentence_that_ends_with_an_initial_has_one_stop(text: str, stops: str) -> None:
    assert say.drop_double_stop(text) == stops


def test_on_paper_no_sentence_ends_twice_and_ages_have_one_dash() -> None:
    for name in SAMPLES:
        for page in page_texts(name, "a4"):
            assert ".." not in page
        dated = [moment["when"] for moment in find_block(sample_paper(name, "a4"), "moments")["moments"]]
        assert dated
        assert not any("-" in when for when in dated)
    assert list_age(Age(youngest=8, oldest=9, middle=8, is_about=False)) == "8–9"
    assert say.format_written_date("1994-06") == "1994-06"
    assert say.format_written_date("age 4 - 7") == "age 4–7"
