"""A notebook served to a real browser, and pages on which nothing strange may happen.

    def test_something(open_notebook: OpenNotebook) -> None:
        notebook = open_notebook(a_history)       # in a folder of its own; without a history: an empty one
        page = notebook.open_page(dark=True, width=390)
        ...
        assert find_violations(page) == []
        notebook = notebook.reopen()

A test waits for what it expects, never for some time: `expect`, `notebook.wait_until_settled`, or the answer
that keeps what was typed (`is_keeping`). So it passes on a busy machine as on an idle one.

When the test ends, each page must have had no error in its console, nothing its policy forbids, no answer
that empties a place with None, and no request to anywhere but this machine. What a test means to provoke
goes into `notebook.allowed_problems`.
"""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

import pytest
from axe_playwright_python.sync_playwright import Axe
from flask import Response as FlaskResponse
from playwright.sync_api import Browser, Page, Request, Response, expect, sync_playwright

from models.history import History
from timeline.storage.desk import Desk
from timeline.storage.vault import Vault
from timeline.system.paths import CATALOGUES
from timeline.web.access import Guard
from timeline.web.app import create_app
from timeline.web.http_server import HttpServer, bind_socket

ARGUMENTS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
# Chromium's remark on every page whose policy has these two; the sandbox still bars pop-ups and leaving.
_REMARK = "An iframe which has both allow-scripts and allow-same-origin"
DESK, PHONE = 1280, 390
PATIENCE_MS = 30_000
"""ms until something counts as not coming: long, since it is waited for only where it does not come."""
expect.set_options(timeout=PATIENCE_MS)


@dataclass
class Notebook:
    """A desk, served.

    Attributes:
        desk: what lies open.
        browser: what pages are opened in.
        noticed_problems: everything strange that happened on any page.
        allowed_problems: beginnings of what a test means to provoke.
    """

    desk: Desk
    browser: Browser
    path: Path | None = None
    noticed_problems: list[str] = field(default_factory=list)
    allowed_problems: list[str] = field(default_factory=list)
    guard: Guard = field(init=False)
    _open: ExitStack = field(default_factory=ExitStack)
    _unanswered: set[Request] = field(default_factory=set)

    @classmethod
    def serve_desk(
        cls, desk: Desk, browser: Browser, path: Path | None = None, catalogues: Path = CATALOGUES
    ) -> Self:
        """`desk`, answering on a free port."""
        notebook = cls(desk, browser, path)
        bound = notebook._open.enter_context(bind_socket())
        notebook.guard = Guard(bound.getsockname()[1], lambda: desk.epoch)
        listening = notebook._open.enter_context(HttpServer(notebook.guard, bound))
        app = create_app(desk, notebook.guard, catalogues)
        app.server.after_request(notebook._notice_answer)
        listening.serve_app(app.server, debug=app.server.debug)
        return notebook

    def open_page(
        self, *, dark: bool = False, width: int = DESK, height: int = 900, still: bool = True
    ) -> Page:
        """A page of this notebook, as it is when its first page is drawn.

        Args:
            dark: whether the system asks for dark colours.
            width: of the window, px.
            height: of the window, px.
            still: whether nothing moves (as the system can ask for).
        """
        context = self.browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme="dark" if dark else "light",
            reduced_motion="reduce" if still else "no-preference",
        )
        self._open.callback(context.close)
        page = context.new_page()
        page.set_default_timeout(PATIENCE_MS)
        page.on("console", lambda said: self._notice(said.type, said.text))
        page.on("pageerror", lambda error: self._notice("error", str(error)))
        page.on("request", self._notice_request)
        for ending in ("requestfinished", "requestfailed"):
            page.on(ending, lambda request: self._unanswered.discard(request))
        page.goto(self.guard.new_link())
        page.locator("#main > *").first.wait_for()
        return page

    def wait_until_settled(self, page: Page) -> None:
        """Wait until every answer has come, and the page has drawn what it asked for afterwards."""
        quiet = 0
        while quiet < 3:
            page.evaluate("() => new Promise(drawn => requestAnimationFrame(() => setTimeout(drawn)))")
            quiet = 0 if self._unanswered else quiet + 1

    def close(self) -> None:
        """Close every page, the server and the notebook."""
        self._open.close()
        self.desk.close()

    def reopen(self) -> "Notebook":
        """The same notebook after the program ended and was started again."""
        assert self.path, "a sample is gone when it is closed"
        self.close()
        again = Notebook.serve_desk(Desk.open(Vault.open(self.path)), self.browser, self.path)
        again.noticed_problems, again.allowed_problems = self.noticed_problems, self.allowed_problems
        return again

    @property
    def unexpected_problems(self) -> list[str]:
        """What was noticed and not allowed."""
        return [one for one in self.noticed_problems if not one.startswith(tuple(self.allowed_problems))]

    def _notice(self, kind: str, text: str) -> None:
        if kind in ("error", "warning") and not text.startswith(_REMARK):
            self.noticed_problems.append(f"{kind}: {text}")

    def _notice_answer(self, answer: FlaskResponse) -> FlaskResponse:
        """An answer that takes components away with None leaves their ids behind in the page's renderer."""
        if answer.is_json and answer.json and "response" in answer.json:
            for id_, given in answer.json["response"].items():
                if given.get("children", "") is None:
                    self.noticed_problems.append(
                        f"answer: None for the children of {id_}, where [] is needed"
                    )
        return answer

    def _notice_request(self, request: Request) -> None:
        self._unanswered.add(request)
        url = request.url
        if not url.startswith((f"http://127.0.0.1:{self.guard.port}/", "data:", "blob:")):
            self.noticed_problems.append(f"request: {url}")


OpenNotebook = Callable[..., Notebook]


@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[Browser]:
    """One Chromium for all tests of a file."""
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        yield started
        started.close()


@pytest.fixture
def open_notebook(browser: Browser, tmp_path: Path) -> Iterator[OpenNotebook]:
    """Called with a history, or none: it, in a notebook of its own, served. `sample=True`: in memory."""
    notebooks: list[Notebook] = []

    def open_(
        history: History | None = None, *, sample: bool = False, catalogues: Path = CATALOGUES
    ) -> Notebook:
        told = history or History()
        if sample:
            notebook = Notebook.serve_desk(Desk.of_sample(told, tmp_path), browser, catalogues=catalogues)
        else:
            path = tmp_path / "own.vault"
            Vault.create(path, documents=told.documents()).close()
            notebook = Notebook.serve_desk(Desk.open(Vault.open(path)), browser, path, catalogues)
        notebooks.append(notebook)
        return notebook

    yield open_
    for notebook in notebooks:
        notebook.close()
    assert [strange for notebook in notebooks for strange in notebook.unexpected_problems] == []


def is_keeping(text: str) -> Callable[[Response], bool]:
    """Whether an answer is that to a request which hands over `text`: by then it is kept."""
    return lambda answer: text in (answer.request.post_data or "")


def find_violations(page: Page, within: str | None = None) -> list[str]:
    """What axe finds on the page as it stands, each with the place it is at; [] is wanted.

    Args:
        page: as it stands.
        within: a selector, to look at that part alone.
    """
    # The page's policy forbids a script written into it; axe is brought in the way a debugger would.
    found = Axe().run(page, context=within).response["violations"]
    return [
        f"{rule['id']} ({rule['impact']}): {node['target']} {node['failureSummary']}"
        for rule in found
        for node in rule["nodes"]
    ]
