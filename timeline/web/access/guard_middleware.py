"""The door itself: everything that reaches the server passes here, and every answer leaves through here."""

import io
import secrets
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any

import orjson

from timeline.messages import refusals as say
from timeline.system import log
from timeline.web.access import headers, link, rules
from timeline.web.access import second_start as again
from timeline.web.access.access_tokens import TOKEN_HEADER, AccessTokens
from timeline.web.access.body import read_json

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

_CODE = "/_dash-component-suites/"  # code of the libraries, the same for everyone: may be kept by the browser
_DATA = "/_dash-"


class Guard:
    """Who may talk to one server.

    Args:
        port: the port it listens on, on 127.0.0.1.
        epoch: tells the current epoch; cookies and tokens of an older one are refused.
    """

    def __init__(self, port: int, epoch: Callable[[], int] = lambda: 0) -> None:
        self.port = port
        self.secret = secrets.token_urlsafe(32)
        self._session = AccessTokens(port, epoch)
        self._links = link.Links()

    def new_link(self, when_used: Callable[[], None] = lambda: None) -> str:
        """A whole address that lets one browser in, once. `when_used` is called when it has."""
        return f"http://127.0.0.1:{self.port}{self._links.new(when_used)}"

    def handles_itself(self, environ: "WSGIEnvironment") -> bool:
        """Whether a request needs no app: it is for the guard itself."""
        path: str = environ.get("PATH_INFO", "")
        return path.startswith(link.PATH) or path == again.SECOND_START_PATH

    def wrap(self, app: "WSGIApplication", script_hashes: Sequence[str] = ()) -> "WSGIApplication":
        """`app` behind the door.

        Args:
            app: what answers those who are let in.
            script_hashes: of the page's inline scripts, as a Content-Security-Policy quotes them.
        """
        policy = headers.page_policy(script_hashes)

        def door(environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
            refusal = rules.reject_malformed(environ, self.port)
            if refusal is None:
                if self.handles_itself(environ):
                    asked_again = environ["PATH_INFO"] == again.SECOND_START_PATH
                    return (self._answer_second_start if asked_again else self._launch)(
                        environ, start_response
                    )
                refusal = self._refusal(environ)
            if refusal is not None:
                return _refuse(refusal, start_response)
            return self._let_in(app, policy, environ, start_response)

        return door

    def _refusal(self, environ: "WSGIEnvironment") -> rules.Refusal | None:
        """Why this request is not let in, or None. A body that is let in was read and found to be JSON."""
        if refusal := rules.reject_cross_site(environ):
            return refusal
        if not self._session.has_cookie(environ.get("HTTP_COOKIE", "")):
            return rules.NO_COOKIE
        writes = environ["REQUEST_METHOD"] == "POST"
        if writes and (refusal := rules.reject_body(environ)):
            return refusal
        path = environ.get("PATH_INFO", "")
        needs_token = writes or (path.startswith(_DATA) and not path.startswith(_CODE))
        if needs_token and not self._session.has_token(environ.get(TOKEN_HEADER, "")):
            return rules.NO_TOKEN
        return _read_body(environ) if writes else None

    def _let_in(
        self, app: "WSGIApplication", policy: str, environ: "WSGIEnvironment", start_response: "StartResponse"
    ) -> Iterable[bytes]:
        path = environ.get("PATH_INFO", "")

        def leave(
            status: str, given: list[headers.Header], exc_info: Any = None
        ) -> Callable[[bytes], object]:
            is_code = path.startswith(_CODE) and status.startswith(("200", "304"))
            kept = headers.add_security_headers(given, policy, cacheable=is_code)
            if path == "/" and (cookie := self._session.token_cookie(environ.get("HTTP_COOKIE", ""))):
                kept.append(("Set-Cookie", cookie))
            return start_response(status, kept, exc_info)

        try:
            return app(environ, leave)
        except Exception as error:  # noqa: BLE001  the last place where one can be kept from the log and the page
            log.log_failure(error)
            return _refuse(rules.FAILURE, start_response)

    def _launch(self, environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
        """The page that lets a browser in. It may come from anywhere: the link itself is the proof."""
        if environ["REQUEST_METHOD"] != "GET" or rules.is_prefetch(environ):
            return _refuse(rules.WRONG_METHOD, start_response)
        if not self._links.use(environ["PATH_INFO"]):
            return _refuse(rules.USED_LINK, start_response)
        given = [("Content-Type", "text/html; charset=utf-8"), ("Content-Length", str(len(link.PAGE)))]
        given.append(("Set-Cookie", self._session.cookie()))
        start_response("200 OK", headers.add_security_headers(given, headers.bare_policy(link.SCRIPT)))
        return [link.PAGE]

    def _answer_second_start(
        self, environ: "WSGIEnvironment", start_response: "StartResponse"
    ) -> Iterable[bytes]:
        """A fresh link for a second start of the command, which proves that it knows the secret."""
        nonce, shown = (environ.get(_wsgi_header_name(name), "") for name in (again.NONCE, again.PROOF))
        asked = environ["REQUEST_METHOD"] == "POST" and rules.is_from_no_browser(environ)
        if not asked or not again.verify_request_proof(self.secret, nonce, shown):
            return _refuse(rules.NOT_FOUND, start_response)
        body = orjson.dumps(again.build_link_answer(self.secret, nonce, self.new_link()))
        return _answer("200 OK", body, "application/json", start_response)


def _wsgi_header_name(header: str) -> str:
    """The name WSGI gives a header."""
    return "HTTP_" + header.upper().replace("-", "_")


def _read_body(environ: "WSGIEnvironment") -> rules.Refusal | None:
    """The refusal an unreadable body earns, or None; the body is put back for whoever reads it next."""
    body = environ["wsgi.input"].read(int(environ["CONTENT_LENGTH"]))
    try:
        read_json(body)
    except ValueError:
        return rules.UNREADABLE
    environ["wsgi.input"] = io.BytesIO(body)
    return None


def _refuse(refusal: rules.Refusal, start_response: "StartResponse") -> Iterable[bytes]:
    says = say.REFUSALS[refusal.reason]
    return _answer(refusal.status, says.encode(), "text/plain; charset=utf-8", start_response)


def _answer(status: str, body: bytes, media_type: str, start_response: "StartResponse") -> Iterable[bytes]:
    given = [("Content-Type", media_type), ("Content-Length", str(len(body)))]
    if status == rules.WRONG_METHOD.status:
        given.append(("Allow", ", ".join(rules.METHODS)))
    start_response(status, headers.add_security_headers(given, headers.bare_policy()))
    return [body]
