"""The server before and after it has an app: early visitors wait, late ones are told, it ends in order."""

import http.client
import threading
from collections.abc import Iterable
from typing import Any

import pytest

from models.errors import TimelineError
from timeline.web.access import Guard
from timeline.web.http_server import HttpServer, bind_socket


def hello(_: Any, start_response: Any) -> Iterable[bytes]:
    start_response("200 OK", [("Content-Type", "text/plain")])
    return [b"hello"]


def fail(_: Any, __: Any) -> Iterable[bytes]:
    raise KeyError("canary-7f3a")


def get(port: int, path: str, cookie: str = "") -> tuple[int, bytes, str]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request("GET", path, headers={"Cookie": cookie})
    reply = connection.getresponse()
    body = reply.read()
    connection.close()
    return reply.status, body, (reply.headers["Set-Cookie"] or "").partition(";")[0]


def test_a_link_works_and_a_page_waits_before_there_is_an_app() -> None:
    bound = bind_socket()
    guard = Guard(port := bound.getsockname()[1])
    with HttpServer(guard, bound) as listening:
        path = guard.new_link().partition(str(port))[2]
        status, _, cookie = get(port, path)
        assert status == 200
        answers: list[tuple[int, bytes, str]] = []
        early = threading.Thread(target=lambda: answers.append(get(port, "/", cookie)))
        early.start()
        early.join(0.2)
        assert answers == []
        listening.serve_app(guard.wrap(hello), debug=False)
        early.join(10)
    assert [answer[:2] for answer in answers] == [(200, b"hello")]


def test_whoever_waits_while_it_closes_is_told() -> None:
    bound = bind_socket()
    guard = Guard(port := bound.getsockname()[1])
    with HttpServer(guard, bound):
        cookie = get(port, guard.new_link().partition(str(port))[2])[2]
        answers: list[tuple[int, bytes, str]] = []

        def visit() -> None:
            answers.append(get(port, "/", cookie))

        early = threading.Thread(target=visit)
        early.start()
        early.join(0.2)
    early.join(10)
    assert [answer[:2] for answer in answers] == [(503, b"The notebook is closed.")]


def test_an_app_that_fails_is_answered_for_in_one_sentence(capfd: pytest.CaptureFixture[str]) -> None:
    bound = bind_socket()
    guard = Guard(port := bound.getsockname()[1])
    with HttpServer(guard, bound) as listening:
        listening.serve_app(guard.wrap(fail), debug=False)
        cookie = get(port, guard.new_link().partition(str(port))[2])[2]
        status, body, _ = get(port, "/", cookie)
    assert (status, body[:20]) == (500, b"Something went wrong")
    assert "canary" not in body.decode() + "".join(capfd.readouterr())


def test_it_never_serves_in_debug_mode() -> None:
    bound = bind_socket()
    guard = Guard(bound.getsockname()[1])
    with HttpServer(guard, bound) as listening, pytest.raises(RuntimeError, match="debug"):
        listening.serve_app(hello, debug=True)


def test_a_port_is_listened_on_once_and_free_afterwards() -> None:
    bound = bind_socket()
    port = bound.getsockname()[1]
    assert bound.getsockname()[0] == "127.0.0.1"
    with pytest.raises(TimelineError, match=f"Port {port} is in use"):
        bind_socket(port)
    bound.close()
    bind_socket(port).close()
