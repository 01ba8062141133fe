"""The headers every answer carries: nothing is cached, framed, sniffed, embedded or sent anywhere else."""

import base64
import hashlib
from collections.abc import Iterable

Header = tuple[str, str]

_NOT_USED = """
    accelerometer autoplay camera clipboard-read display-capture encrypted-media fullscreen gamepad
    geolocation gyroscope hid identity-credentials-get idle-detection local-fonts magnetometer microphone midi
    payment picture-in-picture publickey-credentials-create publickey-credentials-get screen-wake-lock serial
    storage-access usb window-management xr-spatial-tracking
"""

SECURITY_HEADERS: tuple[Header, ...] = (
    ("Cross-Origin-Opener-Policy", "same-origin"),  # a page that opened this one holds no handle on it
    ("Cross-Origin-Resource-Policy", "same-origin"),  # no other page shows or measures what is served here
    ("Permissions-Policy", ", ".join(f"{feature}=()" for feature in _NOT_USED.split())),
    ("Referrer-Policy", "no-referrer"),  # whatever is opened from here is not told from where
    ("X-Content-Type-Options", "nosniff"),  # a text a person typed is never taken for a script
    ("X-Frame-Options", "DENY"),  # for browsers that do not know `frame-ancestors`
)
NO_STORE: Header = ("Cache-Control", "no-store")  # nothing of the notebook stays on the disk of the browser

# Ours alone to set, whatever an inner layer said.
_HEADERS_WE_SET = {name.lower() for name, _ in SECURITY_HEADERS} | {"content-security-policy", "server"}


def page_policy(script_hashes: Iterable[str]) -> str:
    """The Content-Security-Policy of the notebook's page.

    Args:
        script_hashes: the hashes of its inline scripts as a policy quotes them, `'sha256-…'`.

    Returns:
        One line: nothing may load from, or be sent to, anywhere but this server.
    """
    return "; ".join(
        (
            "default-src 'none'",  # what is not named below loads from nowhere
            " ".join(("script-src 'self'", *script_hashes)),
            # Dash and its form controls write style attributes; a style cannot run or send anything here.
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "connect-src 'self'",
            "worker-src 'self' blob:",
            "frame-ancestors 'none'",
            "base-uri 'none'",
            "form-action 'none'",
            # No pop-ups, no leaving: a script slipped in cannot carry anything away in an address.
            "sandbox allow-scripts allow-same-origin allow-forms allow-downloads allow-modals",
        )
    )


def bare_policy(script: str | None = None) -> str:
    """The Content-Security-Policy of an answer that needs nothing, or only this one inline `script`."""
    allowed = f"script-src {hash_of(script)}; " if script else ""
    nowhere = "frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
    return f"default-src 'none'; {allowed}img-src data:; {nowhere}"


def hash_of(script: str) -> str:
    """The hash of an inline script, as a policy quotes it."""
    digest = hashlib.sha256(script.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


def add_security_headers(headers: Iterable[Header], policy: str, *, cacheable: bool = False) -> list[Header]:
    """The headers an answer leaves with.

    Args:
        headers: those the answer came with.
        policy: its Content-Security-Policy.
        cacheable: keep its own Cache-Control (only for code that is the same for everyone).

    Returns:
        Its own headers, without any that are ours to say, then ours.
    """
    dropped = (
        _HEADERS_WE_SET
        if cacheable
        else _HEADERS_WE_SET | {"cache-control", "expires", "etag", "last-modified"}
    )
    kept = [(name, value) for name, value in headers if name.lower() not in dropped]
    return [
        *kept,
        *(() if cacheable else (NO_STORE,)),
        ("Content-Security-Policy", policy),
        *SECURITY_HEADERS,
    ]
