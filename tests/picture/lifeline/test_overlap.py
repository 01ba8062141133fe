"""No words lie over others or are cut off, in the browser, at any width, plain or with a thread selected."""

from collections.abc import Iterator
from copy import deepcopy

import pytest
from playwright.sync_api import Page

from tests.picture.lifeline.figure_page import draw_figure, find_collisions, open_figure_page
from tests.picture.lifeline.lives import MEASURE, TAGS, sheet, study
from timeline.picture import charts
from timeline.picture.lifeline import Choice, Selection, build_lifeline, find_life_spans
from timeline.picture.theme import LIGHT

pytestmark = pytest.mark.browser
WIDTHS = (360, 390, 768, 1024, 1280, 1600)


@pytest.fixture(scope="module")
def page(chromium: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    with open_figure_page(chromium, tmp_path_factory.mktemp("figure")) as page:
        yield page


def select_thread(key: str) -> Selection | None:
    return Selection.from_tags(study(key).tables.vocabulary, TAGS[key])


@pytest.mark.parametrize("key", [*TAGS])
def test_no_words_overlap_or_are_cut_off(page: Page, key: str) -> None:
    for width in WIDTHS:
        for selection in (None, select_thread(key)):
            picture = build_lifeline(study(key), sheet(width), selection)
            figure = charts.build_figure(picture, LIGHT)
            # Where words stand does not hang on what else is drawn: all of it once, then the words alone.
            boxes = draw_figure(page, figure if width == 1280 else figure | {"data": figure["data"][-1:]})
            assert len(boxes) == len(picture.text_lines) > 30
            assert find_collisions(boxes, width, picture.height) == [], width


@pytest.mark.torture
@pytest.mark.parametrize("key", [*TAGS])
def test_no_words_overlap_in_any_span_with_any_tag(page: Page, key: str) -> None:
    tags = dict.fromkeys(study(key).tables.tag_entries["tag"])
    for width in (320, *WIDTHS):
        for span in find_life_spans(study(key)):
            for tag in tags:
                selection = Selection.from_tags(study(key).tables.vocabulary, tag)
                picture = build_lifeline(study(key), sheet(width, span.years), selection)
                figure = charts.build_figure(picture, LIGHT)
                boxes = draw_figure(page, figure | {"data": figure["data"][-1:]})
                assert find_collisions(boxes, width, picture.height) == [], (width, span.key, tag)


def test_a_planted_overlap_is_caught(page: Page) -> None:
    picture = build_lifeline(study("andersen"), sheet(1280))
    figure = charts.build_figure(picture, LIGHT)
    planted = deepcopy(figure)
    words = planted["data"][-1]
    words["x"][5], words["y"][5] = words["x"][6], words["y"][6]
    assert len(find_collisions(draw_figure(page, planted), 1280, picture.height)) == 1
    words["x"][7] = 1
    assert len(find_collisions(draw_figure(page, planted), 1280, picture.height)) == 2


@pytest.mark.parametrize("width", [360, 768, 1280])
def test_no_words_overlap_in_the_other_charts(page: Page, width: float) -> None:
    for chart in charts.CHARTS[1:]:
        for key, relationship in (("living", "farida"), ("vangogh", "theo")):
            figure = charts.draw_chart(
                chart, study(key), sheet(width), LIGHT, Choice(relationship=relationship)
            )
            boxes = draw_figure(page, figure)
            assert find_collisions(boxes, width, figure["layout"]["height"]) == [], (chart.KEY, key)


def test_words_are_as_wide_as_they_were_measured(page: Page) -> None:
    picture = build_lifeline(study("bronte"), sheet(1280))
    boxes = draw_figure(page, charts.build_figure(picture, LIGHT))
    for box, text in zip(boxes, picture.text_lines, strict=True):
        told = MEASURE(text.words, text.size, bold=text.bold, serif=text.serif, italic=text.italic)
        assert box.right - box.left == pytest.approx(told, rel=0.04, abs=2.5), text.words


def test_the_walk_goes_past_what_the_steps_keep_too(page: Page) -> None:
    picture = build_lifeline(study("living"), sheet(1280))
    draw_figure(page, charts.build_figure(picture, LIGHT))
    page.evaluate("window.told = null; window.dom = {tell: () => { window.told = 'opened'; }}")
    page.locator("#picture-box").focus()
    page.keyboard.press("End")
    said = page.get_by_role("status").text_content() or ""
    assert "Check-in, 24 November 2026. hurt 5 of 5 on coming, 3 of 5 on leaving; longing" in said
    page.keyboard.press("Enter")
    assert page.evaluate("window.told") is None
    heard = set()
    for _ in range(60):
        page.keyboard.press("ArrowLeft")
        heard.add((page.get_by_role("status").text_content() or "").split(": ", 1)[-1])
    assert "A kind note to me at 9. You were small, and you did what you could." in heard
    assert (
        len(heard) == len(picture.moment_ids) + 3 + 2 + 1 - 1
    )  # moments, notes, check-ins, Jo; less the last
    page.keyboard.press("Escape")


def test_the_walk_goes_through_the_moments_in_time_order(page: Page) -> None:
    picture = build_lifeline(study("andersen"), sheet(1280))
    draw_figure(page, charts.build_figure(picture, LIGHT))
    page.evaluate("window.dom = {tell: (id, what) => { window.told = [id, what]; }}")
    page.locator("#picture-box").focus()
    status = page.get_by_role("status")
    page.keyboard.press("ArrowRight")
    assert (status.text_content() or "").startswith("1 of 40: Hans Andersen, about age 6.")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowLeft")
    assert (status.text_content() or "").startswith("1 of 40")
    page.keyboard.press("End")
    assert (status.text_content() or "").startswith("40 of 40: Dorothea and Moritz Melchior, about age 70.")
    page.keyboard.press("Enter")
    told = page.evaluate("window.told")
    assert told[0] == "life"
    assert told[1]["clickData"]["points"][0]["customdata"] == picture.moment_ids[-1]
    assert page.locator(".walk-ring").count() == 1
    page.keyboard.press("Escape")
    assert (page.locator(".walk-ring").count(), status.text_content()) == (0, "")
