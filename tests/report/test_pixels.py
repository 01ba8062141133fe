"""The pages as they look: compared with stored images, and nothing outside the margins.

A stored image that is deleted is made anew, to be looked at and committed.
"""

import io
from pathlib import Path

import pytest
from PIL import Image, ImageChops

from tests.report.papers import SCRIPTS, build_long_history, full_plan, paper, sample
from timeline.report import render
from timeline.report.report import Report

SNAPSHOTS = Path(__file__).parent / "snapshots"
PPI = 50
MARGIN = int(PPI * 17 / 25.4)


def _pages(made: Report) -> list[Image.Image]:
    return [Image.open(io.BytesIO(png)).convert("L") for png in render.render_pages(made, PPI)]


@pytest.mark.parametrize("name", ["first", "scripts"])
def test_it_looks_as_it_did(name: str) -> None:
    made = paper(sample(), full_plan(sample())) if name == "first" else paper(SCRIPTS, full_plan(SCRIPTS))
    pages = _pages(made)
    # The picture has tests of its own, and its page moves with every one of its improvements.
    for number in (0, 2, 3) if name == "first" else (0,):
        stored = SNAPSHOTS / f"{name}-{number + 1}.png"
        if not stored.exists():
            SNAPSHOTS.mkdir(exist_ok=True)
            pages[number].save(stored)
        difference = ImageChops.difference(pages[number], Image.open(stored))
        changed = sum(difference.histogram()[60:]) / (difference.width * difference.height)
        assert changed < 0.003, (name, number + 1, changed)


@pytest.mark.parametrize("size", ["a4", "letter"])
def test_nothing_stands_outside_the_margins(size: str) -> None:
    for history in (sample(), SCRIPTS, build_long_history(moments=40)):
        for page in _pages(paper(history, full_plan(history), size)):  # type: ignore[arg-type]
            width, height = page.size
            for edge in ((0, 0, MARGIN, height), (width - MARGIN, 0, width, height)):
                assert page.crop(edge).getextrema()[0] > 250
