"""The headers on every kind of answer: nothing kept by the browser, framed, sniffed, or sent elsewhere."""

import re

import pytest

from tests.web.access.conftest import GuardedServer, build_save_request
from timeline.web.access.headers import add_security_headers

ALWAYS = {
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
KINDS = (
    ("GET", "/", 200),
    ("HEAD", "/", 200),
    ("GET", "/_dash-layout", 200),
    ("GET", "/_dash-dependencies", 200),
    ("GET", "{code}", 200),
    ("GET", "/_favicon.ico", 200),
    ("GET", "/assets/nothing.css", 404),
    ("GET", "/somewhere", 404),
    ("POST", "/_dash-update-component", 200),
    ("POST", "/", 405),
    ("PUT", "/", 405),
    ("TRACE", "/", 405),
)


def code_paths(house: GuardedServer, own: dict[str, str]) -> list[str]:
    page = house.send_request("GET", "/", own).body.decode()
    return [
        path for path in re.findall(r'src="([^"]+)"', page) if path.startswith("/_dash-component-suites/")
    ]


@pytest.mark.parametrize(("method", "path", "status"), KINDS)
def test_on_every_kind_of_answer(guarded_server: GuardedServer, method: str, path: str, status: int) -> None:
    own = guarded_server.fetch_page_headers()
    address = path.format(code=code_paths(guarded_server, own)[0])
    reply = guarded_server.send_request(
        method, address, own, build_save_request() if method == "POST" else None
    )
    assert reply.status == status
    assert {name: reply.header(name) for name in ALWAYS} == ALWAYS
    assert reply.header("Server") is None
    assert "camera=()" in (reply.header("Permissions-Policy") or "")
    assert (reply.header("Content-Security-Policy") or "").startswith("default-src 'none'")
    kept = reply.header("Cache-Control")
    assert kept == "no-store" if "{code}" not in path else "max-age" in (kept or "")


@pytest.mark.parametrize("path", ["/", "/open/x", "/again", "/assets/x"])
def test_on_every_refusal(guarded_server: GuardedServer, path: str) -> None:
    reply = guarded_server.send_request("GET", path)
    assert reply.status in (401, 404)
    assert {name: reply.header(name) for name in ALWAYS} == ALWAYS
    assert reply.header("Cache-Control") == "no-store"
    assert reply.header("Server") is None


def test_the_page_may_run_only_its_own_scripts(guarded_server: GuardedServer) -> None:
    reply = guarded_server.send_request("GET", "/", guarded_server.fetch_page_headers())
    policy = dict(
        part.strip().partition(" ")[::2]
        for part in (reply.header("Content-Security-Policy") or "").split(";")
    )
    assert policy["script-src"].startswith("'self' 'sha256-")
    assert "unsafe" not in policy["script-src"]
    assert policy["connect-src"] == "'self'"
    assert policy["sandbox"] == "allow-scripts allow-same-origin allow-forms allow-downloads allow-modals"
    others = ("default-src", "frame-ancestors", "base-uri", "form-action")
    assert {policy[name] for name in others} == {"'none'"}


def test_the_page_names_no_other_machine(guarded_server: GuardedServer) -> None:
    page = guarded_server.send_request("GET", "/", guarded_server.fetch_page_headers()).body.decode()
    loaded = re.findall(r'(?:src|href)="([^"]+)"', page)
    assert loaded
    assert [path for path in loaded if not path.startswith("/") or path.startswith("//")] == []


def test_every_file_of_the_page_is_there(guarded_server: GuardedServer) -> None:
    own = guarded_server.fetch_page_headers()
    page = guarded_server.send_request("GET", "/", own).body.decode()
    missing = [
        p
        for p in re.findall(r'(?:src|href)="([^"]+)"', page)
        if guarded_server.send_request("GET", p, own).status != 200
    ]
    assert missing == []


def test_an_inner_layer_cannot_loosen_them() -> None:
    given = [("Server", "x"), ("X-Frame-Options", "ALLOWALL"), ("Cache-Control", "public"), ("ETag", "a")]
    headers = add_security_headers(given, "p")
    assert [value for name, value in headers if name == "X-Frame-Options"] == ["DENY"]
    assert [value for name, value in headers if name == "Cache-Control"] == ["no-store"]
    assert {"Server", "ETag"}.isdisjoint(name for name, _ in headers)


def test_two_notebooks_in_one_browser_keep_both_tokens(guarded_server: GuardedServer) -> None:
    session = guarded_server.use_launch_link().cookies
    cookie = "; ".join(f"{name}={value}" for name, value in session.items())
    other = "ab" * 32
    page = guarded_server.send_request("GET", "/", {"Cookie": f"{cookie}; _csrf_token={other}"})
    mine, theirs = page.cookies["_csrf_token"].split(".")
    assert theirs == other
    assert (
        guarded_server.send_request(
            "GET", "/_dash-layout", {"Cookie": cookie, "X-CSRFToken": f"{theirs}.{mine}"}
        ).status
        == 200
    )
    assert (
        guarded_server.send_request("GET", "/_dash-layout", {"Cookie": cookie, "X-CSRFToken": theirs}).status
        == 403
    )
    settled = guarded_server.send_request("GET", "/", {"Cookie": f"{cookie}; _csrf_token={theirs}.{mine}"})
    assert settled.cookies == {}


@pytest.mark.parametrize("value", ["", "x", "<script>", "a" * 5000, '";'])
def test_a_strange_token_cookie_is_replaced(guarded_server: GuardedServer, value: str) -> None:
    session = guarded_server.use_launch_link().cookies
    cookie = "; ".join(f"{name}={held}" for name, held in session.items())
    page = guarded_server.send_request("GET", "/", {"Cookie": f"{cookie}; _csrf_token={value}"})
    assert re.fullmatch("[0-9a-f]{64}", page.cookies["_csrf_token"])


def test_a_second_cookie_of_our_name_locks_nobody_out(guarded_server: GuardedServer) -> None:
    name, value = next(iter(guarded_server.use_launch_link().cookies.items()))
    assert (
        guarded_server.send_request("GET", "/", {"Cookie": f"{name}=planted; {name}={value}"}).status == 200
    )
    assert guarded_server.send_request("GET", "/", {"Cookie": f"{name}=planted"}).status == 401
