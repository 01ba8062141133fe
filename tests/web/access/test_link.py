"""The launch link: it lets one browser in, once, and is handed over where no other user can read it."""

import re
import stat
import webbrowser
from pathlib import Path

import pytest

from tests.web.access.conftest import GuardedServer
from timeline.web.access import Handover, request_fresh_link
from timeline.web.access.headers import hash_of
from timeline.web.access.link import SCRIPT, Links
from timeline.web.access.second_start import SECOND_START_PATH, proof


def test_a_link_answers_with_a_page_that_starts_afresh(guarded_server: GuardedServer) -> None:
    reply = guarded_server.use_launch_link()
    assert reply.status == 200
    assert f"<script>{SCRIPT}</script>" in reply.body.decode()
    policy = reply.header("Content-Security-Policy") or ""
    assert f"script-src {hash_of(SCRIPT)}" in policy
    assert "unsafe" not in policy


def test_its_cookie_is_out_of_reach_of_scripts_other_sites_and_other_ports(
    guarded_server: GuardedServer,
) -> None:
    cookie = guarded_server.use_launch_link().header("Set-Cookie") or ""
    assert re.fullmatch(
        rf"notes-{guarded_server.port}=[0-9a-f]{{64}}; Path=/; HttpOnly; SameSite=Strict", cookie
    )


def test_a_used_link_opens_nothing(guarded_server: GuardedServer) -> None:
    path = guarded_server.guard.new_link().removeprefix(f"http://127.0.0.1:{guarded_server.port}")
    assert guarded_server.send_request("GET", path).status == 200
    again = guarded_server.send_request("GET", path)
    assert (again.status, again.cookies) == (401, {})


@pytest.mark.parametrize("path", ["/open/", "/open/x", "/open/" + "A" * 43, "/open/..%2f"])
def test_a_guessed_link_opens_nothing(guarded_server: GuardedServer, path: str) -> None:
    guarded_server.guard.new_link()
    assert guarded_server.send_request("GET", path).status == 401


@pytest.mark.parametrize(
    ("method", "headers"),
    [("HEAD", {}), ("GET", {"Sec-Purpose": "prefetch"}), ("GET", {"Purpose": "prefetch"})],
)
def test_looking_ahead_does_not_use_a_link_up(
    guarded_server: GuardedServer, method: str, headers: dict[str, str]
) -> None:
    path = guarded_server.guard.new_link().removeprefix(f"http://127.0.0.1:{guarded_server.port}")
    assert guarded_server.send_request(method, path, headers).cookies == {}
    assert guarded_server.send_request("GET", path).status == 200


def test_a_link_may_come_from_a_file_but_not_to_another_host(guarded_server: GuardedServer) -> None:
    path = guarded_server.guard.new_link().removeprefix(f"http://127.0.0.1:{guarded_server.port}")
    assert (
        guarded_server.send_request("GET", path, {"Host": f"evil.example:{guarded_server.port}"}).status
        == 421
    )
    assert (
        guarded_server.send_request(
            "GET", path, {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate"}
        ).status
        == 200
    )


def test_only_a_few_links_stay_open_at_once() -> None:
    links = Links()
    made = [links.new() for _ in range(6)]
    assert [links.use(path) for path in made] == [False, False, True, True, True, True]


def test_using_a_link_is_told_once() -> None:
    links, told = Links(), []
    path = links.new(lambda: told.append("used"))
    assert links.use(path)
    assert not links.use(path)
    assert told == ["used"]


def test_forgotten_links_open_nothing() -> None:
    links = Links()
    path = links.new()
    links.forget()
    assert not links.use(path)


def test_the_handover_is_for_this_user_alone_and_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[str] = []
    monkeypatch.setattr(webbrowser, "open", lambda address: shown.append(address) or True)
    handover = Handover('http://127.0.0.1:1/open/a"b', tmp_path)
    assert stat.S_IMODE(handover.file.stat().st_mode) == 0o600
    assert stat.S_IMODE(handover.file.parent.stat().st_mode) == 0o700
    assert 'url=http://127.0.0.1:1/open/a&quot;b"' in handover.file.read_text()
    assert handover.open()
    assert shown == [handover.file.as_uri()]
    assert "open/a" not in shown[0]
    handover.remove()
    handover.remove()
    assert list(tmp_path.iterdir()) == []


def test_without_a_browser_the_handover_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def raise_no_browser(_: str) -> bool:
        raise webbrowser.Error("could not locate runnable browser")

    monkeypatch.setattr(webbrowser, "open", raise_no_browser)
    assert not Handover("http://127.0.0.1:1/open/x", tmp_path).open()


def test_a_second_start_gets_a_fresh_link_for_the_secret(guarded_server: GuardedServer) -> None:
    link = request_fresh_link(guarded_server.port, guarded_server.guard.secret)
    assert link
    assert (
        guarded_server.send_request(
            "GET", link.removeprefix(f"http://127.0.0.1:{guarded_server.port}")
        ).status
        == 200
    )


@pytest.mark.parametrize("secret", ["", "x", "\u00e9"])
def test_nobody_else_gets_one(guarded_server: GuardedServer, secret: str) -> None:
    assert request_fresh_link(guarded_server.port, secret) is None


NONCE = "n" * 22


@pytest.mark.parametrize(
    ("method", "changed"),
    [
        ("POST", {"X-Notes-Proof": ""}),
        ("POST", {"X-Notes-Proof": "\u00e9"}),
        ("POST", {"X-Notes-Nonce": "m" * 22}),
        ("POST", {"X-Notes-Nonce": ""}),
        ("POST", {"Origin": "http://127.0.0.1:{port}"}),
        ("POST", {"Sec-Fetch-Site": "same-origin"}),
        ("GET", {}),
    ],
)
def test_a_link_is_asked_for_in_one_way_only(
    guarded_server: GuardedServer, method: str, changed: dict[str, str]
) -> None:
    right = {"X-Notes-Nonce": NONCE, "X-Notes-Proof": proof(guarded_server.guard.secret, "ask", NONCE)}
    assert guarded_server.send_request("POST", SECOND_START_PATH, right, b"").status == 200
    sent = right | {key: value.format(port=guarded_server.port) for key, value in changed.items()}
    reply = guarded_server.send_request(method, SECOND_START_PATH, sent, b"" if method == "POST" else None)
    assert reply.status == 404
    assert b"open/" not in reply.body


def test_an_answer_is_no_question(guarded_server: GuardedServer) -> None:
    # What a program on our old port was told must not serve it as a proof of its own.
    sent = {"X-Notes-Nonce": NONCE, "X-Notes-Proof": proof(guarded_server.guard.secret, "answer", NONCE)}
    assert guarded_server.send_request("POST", SECOND_START_PATH, sent, b"").status == 404
