"""A page with nothing but a figure on it, in the real fonts, and where its words stand."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from playwright.sync_api import Page, sync_playwright

from timeline.system.paths import ASSETS

ARGUMENTS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip
FACES = ('400 13px "Source Sans 3"', '600 13px "Source Sans 3"', 'italic 400 13px "Source Sans 3"',
         '600 18px "Source Serif 4"', 'italic 400 13px "Source Serif 4"')  # fmt: skip
_PAGE = """<!doctype html><html lang="en"><meta charset="utf-8"><title>A figure</title>
<link rel="stylesheet" href="{assets}/css/00-tokens.css">
<link rel="stylesheet" href="{assets}/css/01-fonts.css">
<style>body {{ margin: 0 }}</style><script src="{assets}/js/plotly-basic.min.js"></script>
<script src="{assets}/js/lifeline.js"></script>
<div id="picture-box" tabindex="0"><div id="life" class="dash-graph"><div id="figure"></div></div>
<p role="status" style="position:absolute;top:-99px"></p></div></html>"""
_BOXES = """() => [...document.querySelectorAll("#figure .textpoint text")].map((text) => {
  const box = text.getBoundingClientRect();
  return [text.textContent, box.left, box.top, box.right, box.bottom];
})"""


class Box(NamedTuple):
    """Words and the rectangle they fill on the screen, px."""

    words: str
    left: float
    top: float
    right: float
    bottom: float


@contextmanager
def open_figure_page(chromium: str, folder: Path) -> Iterator[Page]:
    """A page that is ready to draw."""
    at = folder / "figure.html"
    at.write_text(_PAGE.format(assets=ASSETS.as_uri()), encoding="utf-8")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        page = browser.new_page()
        page.goto(at.as_uri())
        page.evaluate("(faces) => Promise.all(faces.map((face) => document.fonts.load(face)))", list(FACES))
        yield page
        browser.close()


def draw_figure(page: Page, figure: dict[str, Any]) -> list[Box]:
    """Draw a figure in place of the last one; where its words stand."""
    layout = figure["layout"]
    page.set_viewport_size({"width": round(layout["width"]), "height": round(layout["height"] + 0.5)})
    page.evaluate("(f) => Plotly.react('figure', f.data, f.layout, {displayModeBar: false})", figure)
    return [Box(*box) for box in page.evaluate(_BOXES)]


def find_collisions(boxes: list[Box], width: float, height: float) -> list[str]:
    """Every pair of words that lie over each other, and all that are cut off at an edge."""
    found = []
    for n, one in enumerate(boxes):
        if one.left < 0 or one.right > width or one.top < 0 or one.bottom > height:
            found.append(f"{one.words!r} is cut off")
        for two in boxes[n + 1 :]:
            across = min(one.right, two.right) - max(one.left, two.left)
            down = min(one.bottom, two.bottom) - max(one.top, two.top)
            if across > 1 and down > 3:
                found.append(f"{one.words!r} and {two.words!r} overlap by {across:.0f} x {down:.0f}")
    return found
