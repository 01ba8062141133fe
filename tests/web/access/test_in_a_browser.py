"""The door with a real browser at it: ours gets in from its file, a page of another port gets nothing."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.web.access.conftest import SECRET, GuardedServer
from timeline.web.access import Handover

pytestmark = pytest.mark.browser

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
]


@pytest.fixture
def browser(chromium: str) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium, args=[*ARGUMENTS, "--disable-sync"])
        yield started
        started.close()


def open_from_handover(house: GuardedServer, page: Page, folder: Path) -> list[str]:
    """Open the notebook as the command does; returns a list that every console message and request joins."""
    noticed: list[str] = []
    page.on("console", lambda message: noticed.append(f"{message.type}: {message.text}"))
    page.on("pageerror", lambda error: noticed.append(f"error: {error.message}"))
    page.on("request", lambda request: noticed.append(f"request: {request.url}"))
    handover = Handover(house.guard.new_link(), folder)
    page.goto(handover.file.as_uri(), wait_until="commit")
    page.get_by_text(SECRET).wait_for()
    return noticed


def test_from_the_handover_file_to_a_page_that_saves(
    guarded_server: GuardedServer, browser: Browser, tmp_path: Path
) -> None:
    page = browser.new_page()
    noticed = open_from_handover(guarded_server, page, tmp_path)
    assert page.url == f"http://127.0.0.1:{guarded_server.port}/"
    assert page.title() == "Notes"
    page.fill("#text", "<b>typed</b>")
    page.click("#save")
    page.get_by_text("saved 1").wait_for()
    assert guarded_server.written_texts == ["<b>typed</b>"]
    page.reload()
    page.get_by_text(SECRET).wait_for()
    # Chromium's remark on every page whose policy has these two; the sandbox still bars pop-ups and leaving.
    remark = "warning: An iframe which has both allow-scripts and allow-same-origin"
    own = (
        remark,
        f"request: http://127.0.0.1:{guarded_server.port}/",
        f"request: {tmp_path.as_uri()}",
        "request: data:",
    )
    strange = "\n".join(notice for notice in noticed if not notice.startswith(own))
    assert strange == ""


def test_callbacks_over_patterns_get_through(
    guarded_server: GuardedServer, browser: Browser, tmp_path: Path
) -> None:
    page = browser.new_page()
    open_from_handover(guarded_server, page, tmp_path)
    page.get_by_text("bead 1").click()
    page.get_by_text("all 1").wait_for()
    page.get_by_text("this one 1").wait_for()
    assert page.get_by_text("this one 0").count() == 1


def test_back_does_not_return_to_the_link(
    guarded_server: GuardedServer, browser: Browser, tmp_path: Path
) -> None:
    page = browser.new_page()
    open_from_handover(guarded_server, page, tmp_path)
    assert "open/" not in page.evaluate("document.referrer")
    assert page.evaluate("navigation.entries().map(entry => entry.url)") == [
        f"http://127.0.0.1:{guarded_server.port}/"
    ]


def test_scripts_see_only_the_second_token(
    guarded_server: GuardedServer, browser: Browser, tmp_path: Path
) -> None:
    page = browser.new_page()
    open_from_handover(guarded_server, page, tmp_path)
    seen = page.evaluate("document.cookie")
    assert seen.startswith("_csrf_token=")
    assert "notes-" not in seen


HOSTILE_PAGE = """<!doctype html><title>other</title><script>
const target = "http://127.0.0.1:%d", got = [];
const body = JSON.stringify({output: "saved.children", outputs: {id: "saved", property: "children"},
  inputs: [{id: "save", property: "n_clicks", value: 1}], changedPropIds: ["save.n_clicks"],
  state: [{id: "text", property: "value", value: "forged"}]});
const asJson = {"Content-Type": "application/json", "X-CSRFToken": "x"};
async function attempt(name, act) {
  try { const text = await act(); if (text) got.push(name + ": " + text); } catch {}
}
const read = (path, options) => async () => (await fetch(target + path, options)).text();
const loaded = (tag, path) => () => new Promise(done => {
  const element = document.createElement(tag);
  element.onload = () => done(tag === "iframe" ? (element.contentDocument ? "read" : "") : "loaded");
  element.onerror = () => done("");
  element.src = target + path; document.body.append(element); setTimeout(done, 800);
});
(async () => {
  document.body ?? await new Promise(done => addEventListener("DOMContentLoaded", done));
  for (const path of ["/", "/_dash-layout", "/_dash-dependencies"]) for (const mode of ["cors", "no-cors"])
    await attempt(mode + path, read(path, {mode, credentials: "include"}));
  for (const path of ["/_dash-layout", "/", "/assets/favicon.ico"])
    await attempt("script" + path, loaded("script", path));
  await attempt("img", loaded("img", "/assets/favicon.ico"));
  await attempt("frame", loaded("iframe", "/"));
  const post = {method: "POST", credentials: "include", body}, write = target + "/_dash-update-component";
  await attempt("post", read("/_dash-update-component", {...post, headers: asJson}));
  await attempt("blind post", read("/_dash-update-component", {...post, mode: "no-cors"}));
  const json = new Blob([body], {type: "application/json"});
  await attempt("beacon", () => { navigator.sendBeacon(write, json); });
  await attempt("beacon text", () => { navigator.sendBeacon(write, body); });
  const form = document.createElement("form");
  form.method = "POST"; form.enctype = "text/plain"; form.action = write; form.target = "away";
  const field = document.createElement("input"); field.name = body; form.append(field);
  const frame = document.createElement("iframe"); frame.name = "away";
  document.body.append(frame, form); form.submit();
  setTimeout(() => { document.title = "done " + JSON.stringify(got); }, 500);
})();
</script><body></body>"""


@pytest.fixture
def hostile_url(guarded_server: GuardedServer) -> Iterator[str]:
    """A page on another port of this machine, that tries all it can think of."""

    class HostileHandler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write((HOSTILE_PAGE % guarded_server.port).encode())

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), HostileHandler)
    thread = threading.Thread(target=server.serve_forever, args=(0.05,))
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    thread.join()
    server.server_close()


def test_a_page_of_another_port_gets_nothing_and_saves_nothing(
    guarded_server: GuardedServer, browser: Browser, hostile_url: str, tmp_path: Path
) -> None:
    # The same browser, so it holds our cookie; the same site, so the cookie is even sent.
    context = browser.new_context()
    open_from_handover(guarded_server, context.new_page(), tmp_path)
    hostile = context.new_page()
    hostile.goto(hostile_url)
    hostile.wait_for_function("document.title.startsWith('done')", timeout=60_000)
    assert hostile.title() == "done []"
    assert guarded_server.written_texts == []


def test_leading_our_browser_here_from_another_page_shows_nothing(
    guarded_server: GuardedServer, browser: Browser, hostile_url: str, tmp_path: Path
) -> None:
    context = browser.new_context()
    open_from_handover(guarded_server, context.new_page(), tmp_path)
    hostile = context.new_page()
    hostile.goto(hostile_url)
    hostile.evaluate(f"location.href = 'http://127.0.0.1:{guarded_server.port}/'")
    hostile.get_by_text("came from another page").wait_for()
    assert SECRET not in hostile.content()
