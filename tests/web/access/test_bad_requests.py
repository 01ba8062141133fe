"""Broken, oversized and hostile requests: one sentence, the server stays up, the log stays empty."""

import json
import socket
from pathlib import Path

import pytest

from tests.web.access.conftest import SECRET, GuardedServer, build_save_request
from timeline.web.access.body import MAX_DEPTH, read_json

WRITE = "/_dash-update-component"


@pytest.fixture(autouse=True)
def check_nothing_leaked(
    guarded_server: GuardedServer, capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> object:
    """After each test: still answering, nothing written, no traceback and no secret on either stream."""
    yield
    assert guarded_server.send_request("GET", "/", guarded_server.fetch_page_headers()).status == 200
    assert guarded_server.written_texts == []
    out, err = capfd.readouterr()
    logged = out + err + "".join(record.getMessage() for record in caplog.records)
    assert "Traceback" not in logged
    assert SECRET not in logged


@pytest.mark.parametrize(
    ("host", "status"),
    [("127.0.0.1.evil.example:{port}", 421), ("localhost", 421), ("127.0.0.1:{port}, evil", 421), ("", 421)],
)
def test_an_address_that_is_not_ours(guarded_server: GuardedServer, host: str, status: int) -> None:
    assert (
        guarded_server.send_request(
            "GET", "/", guarded_server.fetch_page_headers() | {"Host": host.format(port=guarded_server.port)}
        ).status
        == status
    )


def test_two_hosts_at_once(guarded_server: GuardedServer) -> None:
    lines = f"GET / HTTP/1.1\r\nHost: 127.0.0.1:{guarded_server.port}\r\nHost: evil.example\r\n\r\n"
    assert send_raw(guarded_server, lines.encode()).startswith((b"HTTP/1.1 421", b"HTTP/1.1 400"))


def test_forwarded_headers_change_nothing(guarded_server: GuardedServer) -> None:
    ours = f"127.0.0.1:{guarded_server.port}"
    forwarded = {
        "Host": "evil.example",
        "X-Forwarded-Host": ours,
        "X-Forwarded-For": "127.0.0.1",
        "Forwarded": ours,
    }
    assert (
        guarded_server.send_request("GET", "/", guarded_server.fetch_page_headers() | forwarded).status == 421
    )


def test_an_origin_that_hides_itself(guarded_server: GuardedServer) -> None:
    assert (
        guarded_server.send_request(
            "POST", WRITE, guarded_server.fetch_page_headers() | {"Origin": "null"}, build_save_request()
        ).status
        == 403
    )


@pytest.mark.parametrize(
    "kind", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", ""]
)
def test_json_sent_as_something_else(guarded_server: GuardedServer, kind: str) -> None:
    reply = guarded_server.send_request(
        "POST", WRITE, guarded_server.fetch_page_headers() | {"Content-Type": kind}, build_save_request()
    )
    assert reply.status == 415


@pytest.mark.parametrize("size", [2 * 1024 * 1024 + 1, 5_000_000])
def test_a_body_that_is_too_large(guarded_server: GuardedServer, size: int) -> None:
    try:
        reply = guarded_server.send_request(
            "POST", WRITE, guarded_server.fetch_page_headers(), b'"' + b"a" * size + b'"'
        )
    except (ConnectionError, BrokenPipeError):
        return  # closed before all of it was sent: as good as 413
    assert reply.status == 413
    assert reply.header("X-Frame-Options") == "DENY"
    assert reply.header("Server") is None


def test_a_body_of_the_largest_size_is_read(guarded_server: GuardedServer) -> None:
    body = b'{"output": "' + b"a" * (2 * 1024 * 1024 - 14) + b'"}'
    assert len(body) == 2 * 1024 * 1024
    assert guarded_server.send_request("POST", WRITE, guarded_server.fetch_page_headers(), body).status == 404


@pytest.mark.parametrize(
    "body",
    [
        b"[" * 100_000,
        b'{"a":' * 100_000,
        b"[" * 100_000 + b"]" * 100_000,
        b"",
        b"{",
        b"\xff\xfe",
        b'{"a": NaN}',
        b'"\\ud800"',
        b"[]",
        b"null",
        b"1",
        b'"text"',
        b"{}",
        b'{"output": 1}',
        b'{"output": ["saved.children"]}',
    ],
    ids=lambda body: body[:12].decode(errors="replace"),
)
def test_a_body_that_is_no_request(guarded_server: GuardedServer, body: bytes) -> None:
    reply = guarded_server.send_request("POST", WRITE, guarded_server.fetch_page_headers(), body)
    assert reply.status == 400
    assert b"Nothing was saved" in reply.body


def test_a_callback_that_does_not_exist(guarded_server: GuardedServer) -> None:
    body = build_save_request().replace(b'"saved.children"', b'"other.children"')
    assert guarded_server.send_request("POST", WRITE, guarded_server.fetch_page_headers(), body).status == 404


@pytest.mark.parametrize(
    ("part", "value"),
    [
        ("inputs", {}),
        ("inputs", None),
        ("inputs", []),
        ("inputs", [1]),
        ("inputs", [{"id": "other", "property": "n_clicks", "value": 1}]),
        ("inputs", [{"id": "save", "property": "children", "value": 1}]),
        ("inputs", [[{"id": "save", "property": "n_clicks", "value": 1}]]),
        ("state", "text"),
        ("state", [{"id": {"a": 1}, "property": "value"}]),
        ("changedPropIds", "save.n_clicks"),
        ("changedPropIds", [{}]),
        ("outputs", "saved"),
    ],
)
def test_a_callback_asked_in_the_wrong_shape(guarded_server: GuardedServer, part: str, value: object) -> None:
    body = json.dumps(json.loads(build_save_request()) | {part: value}).encode()
    assert guarded_server.send_request("POST", WRITE, guarded_server.fetch_page_headers(), body).status == 400


def test_a_list_where_text_belongs_is_named(guarded_server: GuardedServer) -> None:
    reply = guarded_server.send_request(
        "POST", WRITE, guarded_server.fetch_page_headers(), build_save_request(["a", {"b": 1}])
    )
    assert (reply.status, reply.body) == (400, b"text: this must be a text. Nothing was saved.")


@pytest.mark.parametrize("value", [1e308, -1, "x", None, [4]])
def test_a_value_the_vocabulary_refuses_is_named(guarded_server: GuardedServer, value: object) -> None:
    reply = guarded_server.send_request(
        "POST", WRITE, guarded_server.fetch_page_headers(), build_save_request({"intensity": value})
    )
    assert reply.status == 400
    assert reply.body.startswith(b"intensity: ")
    assert reply.body.endswith(b". Nothing was saved.")


@pytest.mark.parametrize("length", ["x", "-1", "1e3", ""])
def test_a_length_that_is_no_number(guarded_server: GuardedServer, length: str) -> None:
    sent = guarded_server.fetch_page_headers() | {"Content-Length": length}
    assert guarded_server.send_request("POST", WRITE, sent, b"").status in (400, 411)


def test_what_goes_wrong_inside_is_not_told(guarded_server: GuardedServer) -> None:
    reply = guarded_server.send_request(
        "POST", WRITE, guarded_server.fetch_page_headers(), build_save_request("break")
    )
    assert reply.status == 500
    assert SECRET.encode() not in reply.body
    assert b"reload the page" in reply.body


@pytest.mark.parametrize(
    "path",
    [
        "/console",
        "/?__debugger__=yes",
        "/?x",
        "/_reload-hash",
        "/_alive_",
        "/assets/..%2f..%2fetc/passwd",
        "/assets/%2e%2e/pyproject.toml",
        "/assets/",
        "/_dash-component-suites/dash/..%2f..%2fsite.py",
        "/_dash-component-suites/os/os.py",
        "/favicon.ico",
    ],
)
def test_there_is_nothing_at_other_addresses(guarded_server: GuardedServer, path: str) -> None:
    reply = guarded_server.send_request("GET", path, guarded_server.fetch_page_headers())
    assert reply.status == 404
    assert b"root:" not in reply.body


@pytest.mark.parametrize(
    "request_line", [b"\x00\x01\x02\r\n\r\n", b"GET\r\n\r\n", b"GET / HTTP/9.9\r\n\r\n", b"\r\n\r\n"]
)
def test_what_is_not_http_gets_no_page(guarded_server: GuardedServer, request_line: bytes) -> None:
    answer = send_raw(guarded_server, request_line)
    assert b" 200 " not in answer.split(b"\r\n")[0]
    assert b"waitress" not in answer


def test_slow_visitors_do_not_hold_up_the_page(guarded_server: GuardedServer) -> None:
    own = guarded_server.fetch_page_headers()
    slow = []
    try:
        for _ in range(200):
            visitor = socket.create_connection(("127.0.0.1", guarded_server.port), timeout=60)
            visitor.sendall(b"POST /_dash-update-component HTTP/1.1\r\nHost: 127")
            slow.append(visitor)
        assert guarded_server.send_request("GET", "/", own).status == 200
    finally:
        for visitor in slow:
            visitor.close()


def test_large_bodies_leave_no_file_behind(
    guarded_server: GuardedServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # A body between waitress's usual limit for memory and ours would pass through a temporary file.
    opened: list[object] = []
    monkeypatch.setattr("tempfile.TemporaryFile", lambda *_, **__: opened.append(1))
    guarded_server.send_request(
        "POST", WRITE, guarded_server.fetch_page_headers(), b'{"output": "' + b"a" * 1_900_000 + b'"}'
    )
    assert opened == []


@pytest.mark.parametrize("depth", [MAX_DEPTH, MAX_DEPTH + 1])
def test_the_depth_that_is_read(depth: int) -> None:
    body = b"[" * depth + b"]" * depth
    if depth <= MAX_DEPTH:
        assert isinstance(read_json(body), list)
    else:
        with pytest.raises(ValueError, match="deeply"):
            read_json(body)


def send_raw(house: GuardedServer, text: bytes) -> bytes:
    """What the server answers to exactly these bytes, up to where it closes or has nothing more to say."""
    with socket.create_connection(("127.0.0.1", house.port), timeout=60) as connection:
        connection.sendall(text)
        connection.shutdown(socket.SHUT_WR)
        answer = b""
        while piece := connection.recv(65536):
            answer += piece
        return answer
