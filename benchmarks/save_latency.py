"""From pressing Save on a moment to the new picture, in a real browser; and how it bears many moments.

Bounds, 95th percentile: 350 ms at 200 moments, 700 ms at 2,000. At 20,000: the picture within 1 s, another
span within 0.3 s.
"""

import statistics
import tempfile
from pathlib import Path

from _browser import browser, open_picture, run_notebook
from _lives import life
from playwright.sync_api import Page

from timeline.storage.vault import Vault

SIZES = ((20, 200, 350), (60, 2_000, 700), (200, 20_000, None))
ROUNDS = 20

# Resolves with the milliseconds from `press` until plotly has drawn the figure that answers it.
_TIMED_SAVE_SCRIPT = """
press => new Promise(done => {
  const graph = document.querySelector("#life .js-plotly-plot");
  const before = graph.data;
  const began = performance.now();
  const look = () => graph.data !== before
    ? requestAnimationFrame(() => done(performance.now() - began))
    : setTimeout(look, 4);
  document.querySelector(press).click();
  look();
})
"""


def main() -> None:
    """Print the table."""
    heads = ("moments", "save, median ms", "95 %", "bound", "whole, ms", "span, ms")
    print(" ".join(f"{head:>15}" for head in heads))
    with browser() as chromium, tempfile.TemporaryDirectory() as folder:
        for relationships, moments, bound in SIZES:
            path = Path(folder) / f"{moments}.vault"
            Vault.create(path, documents=life(relationships, moments).documents()).close()
            with run_notebook("--vault", str(path)) as running:
                page = chromium.new_context(viewport={"width": 1280, "height": 900}).new_page()
                open_picture(page, running.link)
                page.wait_for_timeout(500)
                saves = sorted(_save(page, n) for n in range(ROUNDS))
                whole, span = _time_spans(page)
                page.context.close()
            late = saves[int(0.95 * len(saves))]
            row = (
                moments,
                round(statistics.median(saves)),
                round(late),
                bound or "",
                round(whole),
                round(span),
            )
            print(" ".join(f"{value:>15}" for value in row))


def _save(page: Page, n: int) -> float:
    """Enter a moment and save it: how long until it is in the picture."""
    page.locator('[data-key="n"]').click()
    page.get_by_role("textbox", name="With whom?").click()
    page.get_by_role("option").first.click()
    page.get_by_label("What happened, in one line").fill(f"A new moment {n}")
    page.get_by_label("When was it?").fill(str(1990 + n))
    page.wait_for_timeout(900)  # the draft is kept and the date read, as for anyone who stops to think
    took = float(page.evaluate(_TIMED_SAVE_SCRIPT, '#panel [data-key="save"]'))
    page.locator("#panel > *").wait_for(state="detached")
    return took


def _time_spans(page: Page) -> tuple[float, float]:
    """How long the picture of the whole takes, and that of one span."""
    whole, span = [], []
    for _ in range(3):
        span.append(float(page.evaluate(_TIMED_SAVE_SCRIPT, '#life-spans button[id*="30s"]')))
        page.wait_for_timeout(300)
        whole.append(float(page.evaluate(_TIMED_SAVE_SCRIPT, '#life-spans button[id*="whole"]')))
        page.wait_for_timeout(300)
    return statistics.median(whole), statistics.median(span)


if __name__ == "__main__":
    main()
