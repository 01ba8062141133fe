"""The cookie and the token that a page of this server proves itself with, for as long as one epoch lasts."""

import hmac
import re
import secrets
from collections.abc import Callable

from timeline.web.access.second_start import is_equal_in_constant_time

# Dash's own mechanism: its page script copies this cookie into this header.
TOKEN_COOKIE = "_csrf_token"
TOKEN_HEADER = "HTTP_X_CSRFTOKEN"
_TOKENS_KEPT = (
    8  # so many notebooks may be open in one browser; a cookie has 4 kB, of which these take an eighth
)
_TOKEN = re.compile(r"[0-9a-f]{64}")


class AccessTokens:
    """What a request must show: derived from one secret and the epoch, so a new epoch voids what went before.

    Args:
        port: the port listened on; browsers share cookies between ports, so it stands in the cookie's name.
        epoch: tells the current epoch, which rises whenever the notebook is locked.
    """

    def __init__(self, port: int, epoch: Callable[[], int]) -> None:
        self._secret = secrets.token_bytes(32)
        self._epoch = epoch
        self.cookie_name = f"notes-{port}"

    def cookie(self) -> str:
        """The `Set-Cookie` value that lets a browser in: out of reach of scripts and of other sites."""
        return f"{self.cookie_name}={self._derive_token('cookie')}; Path=/; HttpOnly; SameSite=Strict"

    def token(self) -> str:
        """The second token, 64 hex digits, which the page's script copies from a cookie to a header."""
        return self._derive_token("token")

    def token_cookie(self, cookies: str) -> str | None:
        """The `Set-Cookie` value that hands the page its token, or None if the browser has it.

        Dash's cookie has a fixed name, and notebooks on two ports share it: each adds its own token, newest
        first, and keeps the others'.

        Args:
            cookies: the request's `Cookie` header.
        """
        given = [token for value in _values(cookies, TOKEN_COOKIE) for token in value.split(".")]
        held = [token for token in given if _TOKEN.fullmatch(token)]
        if self.token() in held:
            return None
        value = ".".join([self.token(), *held][:_TOKENS_KEPT])
        return f"{TOKEN_COOKIE}={value}; Path=/; SameSite=Strict"

    def has_cookie(self, cookies: str) -> bool:
        """Whether a `Cookie` header holds this epoch's cookie."""
        return any(
            is_equal_in_constant_time(value, self._derive_token("cookie"))
            for value in _values(cookies, self.cookie_name)
        )

    def has_token(self, header: str) -> bool:
        """Whether the token header holds this epoch's token, alone or beside those of other notebooks."""
        # Every one is compared, so that the time taken tells nothing about which matched.
        return (
            sum(
                [is_equal_in_constant_time(token, self.token()) for token in header.split(".")[:_TOKENS_KEPT]]
            )
            > 0
        )

    def _derive_token(self, purpose: str) -> str:
        return hmac.new(self._secret, f"{purpose} {self._epoch()}".encode(), "sha256").hexdigest()


def _values(cookies: str, name: str) -> list[str]:
    """Every value a `Cookie` header gives for `name`; one set by another port must do no harm."""
    found = []
    for part in cookies.split(";"):
        key, _, value = part.strip().partition("=")
        if key == name:
            found.append(value.strip('"'))
    return found
