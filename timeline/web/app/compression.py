"""Answers made smaller on the way out; code and assets once per app, pages each time."""

import gzip
import threading
from hashlib import sha256

from flask import Flask, Response, request

_WORTH_IT = 1000  # bytes; below that the headers outweigh the gain
_SAME_FOR_EVERYONE = ("/_dash-component-suites/", "/assets/")
_TEXT = ("text/", "application/json", "application/javascript", "image/svg+xml", "image/x-icon")


def compress_answers(server: Flask) -> None:
    """Make `server` gzip its answers for those who take it.

    Code and assets are squeezed once and kept in memory, at most one version of each file. Nothing is
    written to disk, and nothing of the person's is kept.
    """
    kept: dict[str, tuple[bytes, bytes]] = {}
    keeping = threading.Lock()

    def compress_once(path: str, plain: bytes) -> bytes:
        digest = sha256(plain).digest()
        with keeping:
            known = kept.get(path)
        if known and known[0] == digest:
            return known[1]
        small = gzip.compress(plain, 6)
        with keeping:
            kept[path] = digest, small
        return small

    def compress_response(response: Response) -> Response:
        if not _can_compress(response):
            return response
        response.direct_passthrough = False
        plain = response.get_data()
        if len(plain) < _WORTH_IT:
            return response
        shared = request.path.startswith(_SAME_FOR_EVERYONE)
        response.set_data(compress_once(request.path, plain) if shared else gzip.compress(plain, 3))
        response.headers["Content-Encoding"] = "gzip"
        response.headers.add("Vary", "Accept-Encoding")
        return response

    server.after_request(compress_response)


def _can_compress(response: Response) -> bool:
    return (
        response.status_code == 200
        and request.method in ("GET", "POST")
        and "Content-Encoding" not in response.headers
        and (response.content_type or "").startswith(_TEXT)
        and request.accept_encodings["gzip"] > 0
    )
