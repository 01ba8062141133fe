"""Draws docs/images/ from the samples, as a browser shows them: `python docs/draw_pictures.py`.

The picture of each life of docs/case-studies.md with one tag followed, and the top of the first page for the
README. It needs a Chromium: the one in CHROMIUM, or /usr/bin/chromium.
"""

import os
import sys
from datetime import date
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.browser.conftest import ARGUMENTS, DESK, Notebook
from timeline.storage import samples
from timeline.storage.desk import Desk

IMAGES = Path(__file__).resolve().parent / "images"
FOLLOWED_TAGS = (("andersen", "unreciprocated"), ("vangogh", "rejection"), ("bronte", "loss"))
PAGE_HEIGHT = 1600
MARGIN = 3
COLOURS = 128


def main() -> None:
    """Draw them all."""
    IMAGES.mkdir(exist_ok=True)
    chromium = os.environ.get("CHROMIUM") or "/usr/bin/chromium"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        for name, tag in FOLLOWED_TAGS:
            with TemporaryDirectory() as home:
                _draw(browser, Path(home), name, tag)
        browser.close()


def _draw(browser: Browser, home: Path, name: str, tag: str) -> None:
    sample = samples.find_sample(name)
    notebook = Notebook.serve_desk(Desk.of_sample(samples.read(sample, date.today()), home), browser)
    page = notebook.open_page(height=PAGE_HEIGHT)
    page.locator("#life .main-svg").first.wait_for()
    page.locator(".thread").filter(has=page.get_by_text(tag, exact=True)).click()
    page.locator("#life-whole").wait_for()
    _settle(page)
    page.mouse.move(1, 1)
    page.evaluate("document.activeElement.blur()")
    page.evaluate("window.scrollTo(0, 0)")
    box = page.locator("#picture-box").bounding_box()
    told = page.locator(".card.life > p.note").last.bounding_box()
    assert box
    assert told
    bottom = told["y"] + told["height"] + MARGIN
    around = {"x": box["x"], "y": box["y"], "width": box["width"], "height": bottom - box["y"]}
    _write_picture(page.screenshot(clip=around, full_page=True), f"{name}-{tag}.png")
    if (name, tag) == FOLLOWED_TAGS[0]:
        whole = {"x": 0, "y": 0, "width": DESK, "height": bottom}
        _write_picture(page.screenshot(clip=whole, full_page=True), "picture.png")
    notebook.close()


def _write_picture(png: bytes, name: str) -> None:
    """Write a picture in few colours, a third of the bytes: half of them its most frequent ones, exactly."""
    whole = Image.open(BytesIO(png)).convert("RGB")
    often = sorted(whole.getcolors(whole.width * whole.height) or (), reverse=True)[:COLOURS]
    between = whole.quantize(COLOURS).getpalette() or []
    palette = Image.new("P", (1, 1))
    palette.putpalette([*(part for _, colour in often for part in colour), *between[: 3 * COLOURS]])
    whole.quantize(palette=palette, dither=Image.Dither.NONE).save(IMAGES / name, optimize=True)


def _settle(page: Page) -> None:
    """Wait until the picture is what was asked for, and stays it."""
    page.locator("#evidence:not([hidden])").wait_for()
    page.wait_for_timeout(1500)


if __name__ == "__main__":
    main()
