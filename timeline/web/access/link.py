"""The launch link: an address that lets one browser in, once."""

import hashlib
import hmac
import secrets
import threading
from collections.abc import Callable

PATH = "/open/"
_LINKS_OPEN = 4  # more than a few unused links at once means something is asking in a loop

SCRIPT = "location.replace('/')"
# Answered with 200, not with a redirect: a redirect that began in a file would arrive at "/" as coming from
# elsewhere and without the cookie it was just given. The page's own script starts afresh, as us.
PAGE = (
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Notes</title>'
    f'<link rel="icon" href="data:,"><script>{SCRIPT}</script></head>'
    '<body><p><a href="/">Open the notebook</a></p></body></html>'
).encode()


class Links:
    """The links given out and not yet used. Only their hashes are kept."""

    def __init__(self) -> None:
        self._open: dict[bytes, Callable[[], None]] = {}
        self._changing = threading.Lock()

    def new(self, when_used: Callable[[], None] = lambda: None) -> str:
        """The path of a fresh link, 256 bits of it random.

        Args:
            when_used: called once, when the link is used.
        """
        code = secrets.token_urlsafe(32)
        with self._changing:
            while len(self._open) >= _LINKS_OPEN:
                self._open.pop(next(iter(self._open)))
            self._open[_digest(code)] = when_used
        return PATH + code

    def use(self, path: str) -> bool:
        """Whether `path` is a link given out and not used yet. From now on it is used."""
        digest = _digest(path.removeprefix(PATH))
        with self._changing:
            found = [known for known in self._open if hmac.compare_digest(known, digest)]
            used = [self._open.pop(known) for known in found]
        for call in used:
            call()
        return bool(used)

    def forget(self) -> None:
        """Make every link given out useless."""
        with self._changing:
            self._open.clear()


def _digest(code: str) -> bytes:
    return hashlib.sha256(code.encode(errors="replace")).digest()
