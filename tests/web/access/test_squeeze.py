"""Answers made smaller: the same words for those who take gzip, and nothing kept of the person's."""

import gzip
import re

import pytest
from flask import Flask, Response

from tests.web.access.conftest import SECRET, GuardedServer
from timeline.web.app.compression import compress_answers


def test_code_is_squeezed_for_those_who_take_it(guarded_server: GuardedServer) -> None:
    own = guarded_server.fetch_page_headers()
    page = guarded_server.send_request("GET", "/", own).body.decode()
    code = next(path for path in re.findall(r'src="([^"]+)"', page) if "react-dom" in path)
    plain = guarded_server.send_request("GET", code, own)
    for _ in range(2):  # the second one comes from memory
        small = guarded_server.send_request("GET", code, own | {"Accept-Encoding": "gzip, br"})
        assert small.header("Content-Encoding") == "gzip"
        assert small.header("Vary") == "Accept-Encoding"
        assert gzip.decompress(small.body) == plain.body
        assert len(small.body) < len(plain.body) / 2
    assert plain.header("Content-Encoding") is None


def test_the_first_load_is_small(guarded_server: GuardedServer) -> None:
    # All that the page loads before it asks for anything of the person's, the picture's library included.
    own = guarded_server.fetch_page_headers() | {"Accept-Encoding": "gzip"}
    page = gzip.decompress(guarded_server.send_request("GET", "/", own).body).decode()
    paths = re.findall(r'(?:src|href)="([^"]+)"', page)
    assert sum(len(guarded_server.send_request("GET", path, own).body) for path in paths) < 1_150_000


@pytest.mark.parametrize("accepts", ["", "identity", "br", "gzip;q=0"])
def test_others_get_it_plain(guarded_server: GuardedServer, accepts: str) -> None:
    reply = guarded_server.send_request(
        "GET", "/", guarded_server.fetch_page_headers() | {"Accept-Encoding": accepts}
    )
    assert reply.header("Content-Encoding") is None
    assert b"<title>Notes</title>" in reply.body


def test_what_differs_at_one_address_is_never_mixed_up() -> None:
    server = Flask("small")
    answers = {"/assets/a": "a" * 2000, "/page": SECRET * 500, "/short": "a" * 10, "/picture": "a" * 2000}

    def answer(name: str) -> Response:
        kind = "image/png" if name == "picture" else "text/plain"
        return Response(answers[f"/{name}"], content_type=kind)

    server.add_url_rule("/<path:name>", view_func=answer)
    compress_answers(server)
    client = server.test_client()

    def get(path: str) -> tuple[str | None, bytes]:
        reply = client.get(path, headers={"Accept-Encoding": "gzip"})
        encoding = reply.headers.get("Content-Encoding")
        return encoding, gzip.decompress(reply.data) if encoding else reply.data

    assert get("/assets/a") == ("gzip", b"a" * 2000)
    answers["/assets/a"] = "b" * 2000
    assert get("/assets/a") == ("gzip", b"b" * 2000)
    assert get("/page") == ("gzip", (SECRET * 500).encode())
    assert get("/short") == (None, b"a" * 10)
    assert get("/picture") == (None, b"a" * 2000)
