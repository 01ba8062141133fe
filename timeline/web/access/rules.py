"""What a request must look like before anyone asks who sent it: pure rules over its headers."""

from collections.abc import Mapping
from typing import NamedTuple

MAX_BODY = 2 * 1024 * 1024  # bytes: the longest story four times over, and the form around it
METHODS = ("GET", "HEAD", "POST")  # without OPTIONS, what another page must ask for first is refused


class Refusal(NamedTuple):
    """Why a request is not let in.

    Attributes:
        status: the status line, as HTTP writes it.
        reason: the key of its sentence in `timeline.messages.refusals.REFUSALS`.
    """

    status: str
    reason: str


WRONG_HOST = Refusal("421 Misdirected Request", "wrong host")
WRONG_METHOD = Refusal("405 Method Not Allowed", "wrong method")
CROSS_SITE = Refusal("403 Forbidden", "cross site")
NOT_FOUND = Refusal("404 Not Found", "not found")
NO_COOKIE = Refusal("401 Unauthorized", "no cookie")
USED_LINK = Refusal("401 Unauthorized", "used link")
NO_TOKEN = Refusal("403 Forbidden", "no token")
NOT_JSON = Refusal("415 Unsupported Media Type", "not json")
TOO_LARGE = Refusal("413 Content Too Large", "too large")
UNREADABLE = Refusal("400 Bad Request", "unreadable")
FAILURE = Refusal("500 Internal Server Error", "failure")


def hosts(port: int) -> tuple[str, ...]:
    """The only `Host` values that are this machine's own name for itself at `port`."""
    return (f"127.0.0.1:{port}", f"localhost:{port}", f"[::1]:{port}")


def reject_malformed(environ: Mapping[str, object], port: int) -> Refusal | None:
    """The refusal a request earns for where it is addressed to and how, or None.

    Args:
        environ: the WSGI environment; forwarded-for headers in it are never looked at.
        port: the port this server listens on.
    """
    if environ.get("HTTP_HOST") not in hosts(port):
        return WRONG_HOST
    if environ.get("REQUEST_METHOD") not in METHODS:
        return WRONG_METHOD
    return None


def reject_cross_site(environ: Mapping[str, object]) -> Refusal | None:
    """The refusal a request earns for the page that sent it, or None.

    A page of another local port is "same-site", yet not ours: only "same-origin" is, and for reading also
    "none" (typed, or opened from outside the browser). A request without these headers comes from no browser.
    """
    origin = environ.get("HTTP_ORIGIN")
    if origin is not None and origin != f"http://{environ.get('HTTP_HOST')}":
        return CROSS_SITE
    allowed = ("same-origin",) if environ.get("REQUEST_METHOD") == "POST" else ("same-origin", "none")
    site = environ.get("HTTP_SEC_FETCH_SITE")
    return CROSS_SITE if site is not None and site not in allowed else None


def is_from_no_browser(environ: Mapping[str, object]) -> bool:
    """Whether a request bears none of the marks that every browser puts on its requests."""
    return not any(key == "HTTP_ORIGIN" or key.startswith("HTTP_SEC_") for key in environ)


def is_prefetch(environ: Mapping[str, object]) -> bool:
    """Whether a browser is only looking ahead, so that a link that works once must not be used up."""
    purposes = (environ.get("HTTP_SEC_PURPOSE"), environ.get("HTTP_PURPOSE"), environ.get("HTTP_X_MOZ"))
    return any("pre" in str(purpose or "").lower() for purpose in purposes)


def reject_body(environ: Mapping[str, object]) -> Refusal | None:
    """The refusal a body earns before a byte of it is read, or None: JSON, and at most `MAX_BODY` bytes."""
    media_type = str(environ.get("CONTENT_TYPE") or "").partition(";")[0].strip().lower()
    if media_type != "application/json":
        return NOT_JSON
    length = str(environ.get("CONTENT_LENGTH") or "")
    if not (length.isascii() and length.isdigit()):
        return UNREADABLE
    return TOO_LARGE if int(length) > MAX_BODY else None
