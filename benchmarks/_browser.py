"""A started notebook and a real browser in front of it: what the benchmarks of pages share."""

import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PICTURE_SELECTOR = "#life .main-svg"


class NotebookProcess:
    """A running notebook.

    Attributes:
        link: lets one browser in.
        pid: of the server.
        start_time: when it was started, by the monotonic clock.
    """

    def __init__(self, *arguments: str) -> None:
        self.start_time = time.monotonic()
        program = Path(sys.executable).with_name("attachment-timeline")
        command = [program, "--no-browser", *arguments]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        assert self.process.stdout
        self.link = self.process.stdout.readline().strip()
        self.pid = self.process.pid

    def memory_mb(self) -> float:
        """What it holds in memory now, MB."""
        pages = int(Path(f"/proc/{self.pid}/statm").read_text().split()[1])
        return pages * resource.getpagesize() / 1e6

    def close(self) -> None:
        self.process.terminate()
        self.process.wait(timeout=30)


@contextmanager
def browser() -> Iterator[Browser]:
    """A Chromium, started."""
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(
            executable_path=os.environ.get("CHROMIUM") or "/usr/bin/chromium", args=FLAGS
        )
        yield started
        started.close()


@contextmanager
def run_notebook(*arguments: str) -> Iterator[NotebookProcess]:
    """A running notebook in a folder of its own, closed at the end."""
    with tempfile.TemporaryDirectory() as folder:
        running = NotebookProcess("--data-dir", folder, *arguments)
        try:
            yield running
        finally:
            running.close()


def open_picture(page: Page, link: str) -> None:
    """Go to the notebook and wait until the picture is there."""
    page.goto(link)
    page.wait_for_selector(PICTURE_SELECTOR, state="attached", timeout=60_000)
