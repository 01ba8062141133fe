"""The server on 127.0.0.1: it listens at once, and answers as soon as there is something to answer with."""

import contextlib
import socket
import threading
from collections.abc import Iterable
from types import TracebackType
from typing import TYPE_CHECKING, Self

import waitress.server
from waitress.channel import HTTPChannel
from waitress.task import ErrorTask
from waitress.wasyncore import close_all, loop

from models.errors import TimelineError
from timeline.messages import refusals
from timeline.messages.command import port_in_use
from timeline.web.access import Guard
from timeline.web.access.headers import add_security_headers, bare_policy
from timeline.web.access.rules import MAX_BODY

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

_CONNECTIONS = 500  # slow ones wait beside each other without holding up the rest
_MEMORY_ONLY = 256 * 1024 * 1024  # bytes; below this waitress keeps what passes out of temporary files


def bind_socket(port: int = 0) -> socket.socket:
    """A socket bound on 127.0.0.1.

    Args:
        port: 1 to 65535, or 0 for a free one.

    Raises:
        TimelineError: another program has that port.
    """
    bound = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        if hasattr(socket, "SO_EXCLUSIVEADDRUSE"):  # Windows, where SO_REUSEADDR would share the port
            bound.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        else:
            bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        bound.bind(("127.0.0.1", port))
        bound.listen(
            1024
        )  # connections that may wait: a page opens a dozen at once, and never meets a closed door
    except OSError:
        bound.close()
        raise TimelineError(port_in_use(port)) from None
    return bound


class HttpServer:
    """A running server: it takes requests from the start and holds them until `serve_app` says by whom.

    Use it as a context manager; leaving closes every connection.

    Args:
        guard: who may talk to it. Launch links work at once, before there is an app.
        bound: a socket from `listen`.
    """

    def __init__(self, guard: Guard, bound: socket.socket) -> None:
        self._guard = guard
        self._ready = threading.Event()
        self._app: WSGIApplication = guard.wrap(_answer_closed)
        _allow_open_files(2 * _CONNECTIONS)
        self._server = waitress.server.create_server(
            self._answer,
            sockets=[bound],
            threads=6,  # a page asks for about as much at once; more would only wait for the same lock
            ident=None,  # no header says what serves here
            max_request_body_size=MAX_BODY + 1,  # waitress refuses from this size on, not above it
            max_request_header_size=64 * 1024,  # bytes: cookies of other programs on this machine come along
            inbuf_overflow=_MEMORY_ONLY,
            outbuf_overflow=_MEMORY_ONLY,
            connection_limit=_CONNECTIONS,
            channel_timeout=30,  # seconds in which nothing came
            asyncore_use_poll=True,  # `select` fails from the 1,024th open file on
            clear_untrusted_proxy_headers=True,
            expose_tracebacks=False,
            log_socket_errors=False,
        )
        self._server.channel_class = _Channel
        self._closing = False
        self._thread = threading.Thread(target=self._run, name="server", daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._closing = True
        self._ready.set()
        self._server.pull_trigger()
        self._thread.join()

    def serve_app(self, app: "WSGIApplication", *, debug: bool) -> None:
        """Answer every request by `app`, also those already waiting.

        Args:
            app: a guarded WSGI application.
            debug: its debug switch, which must be off.

        Raises:
            RuntimeError: `debug` is on, so that tracebacks and a console could be reached.
        """
        if debug:
            raise RuntimeError("a server in debug mode is never started")
        self._app = app
        self._ready.set()

    def _run(self) -> None:
        """Pass what arrives to the threads that answer it; once closing, let them finish and close all."""
        while not self._closing:
            loop(timeout=1, use_poll=True, map=self._server._map, count=1)
        self._server.task_dispatcher.shutdown()
        close_all(self._server._map, ignore_all=True)

    def _answer(self, environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
        if not self._guard.handles_itself(environ):
            self._ready.wait()
        return self._app(environ, start_response)


def _answer_closed(_: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
    """What those who waited are told when the server closes before it was ready."""
    start_response("503 Service Unavailable", [("Content-Type", "text/plain; charset=utf-8")])
    return [refusals.CLOSED.encode()]


class _PlainError(ErrorTask):  # type: ignore[misc]
    """What waitress itself refuses, too large or not HTTP, answered with our headers and one sentence."""

    def execute(self) -> None:
        error = self.request.error
        body = refusals.nothing_saved(error.reason).encode()
        self.status = f"{error.code} {error.reason}"
        given = [("Content-Type", "text/plain; charset=utf-8"), ("Content-Length", str(len(body)))]
        self.response_headers.extend(add_security_headers(given, bare_policy()))
        self.set_close_on_finish()
        self.content_length = len(body)
        self.write(body)


class _Channel(HTTPChannel):  # type: ignore[misc]
    """A connection whose errors are told plainly."""

    error_task_class = _PlainError


def _allow_open_files(count: int) -> None:
    """Raise this process's own limit of open files to `count`, where the system has one and lets it."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
        if soft != resource.RLIM_INFINITY and soft < count:
            wanted = count if hard == resource.RLIM_INFINITY else min(count, hard)
            resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
