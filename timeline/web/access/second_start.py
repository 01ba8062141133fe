"""A second start of the command asks the program that has the notebook open for a fresh link to it.

Both prove to each other that they know the secret, and neither says it: the first program may have died, and
another one, even another user's, may listen on its port by now.
"""

import hmac
import http.client
import json
import secrets

from timeline.web.access.link import PATH

SECOND_START_PATH = "/again"
NONCE, PROOF = "X-Notes-Nonce", "X-Notes-Proof"
_SECONDS = 3.0  # seconds; what does not answer by then is not ours, and the person waits for a window


def request_fresh_link(port: int, secret: str) -> str | None:
    """A fresh launch link to a running notebook, or None if nothing of ours answers there.

    Args:
        port: where it listens on 127.0.0.1.
        secret: its guard's `secret`, from a file only this user can read.
    """
    nonce = secrets.token_urlsafe(16)
    headers = {NONCE: nonce, PROOF: proof(secret, "ask", nonce), "Content-Length": "0"}
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=_SECONDS)
    try:
        connection.request("POST", SECOND_START_PATH, headers=headers)
        answer = connection.getresponse()
        given = json.loads(answer.read(4096))
        link, shown = str(given["link"]), str(given["proof"])
    except (OSError, http.client.HTTPException, ValueError, KeyError, TypeError):
        return None
    finally:
        connection.close()
    proven = is_equal_in_constant_time(shown, proof(secret, "answer", nonce + link))
    return link if proven and link.startswith(f"http://127.0.0.1:{port}{PATH}") else None


def build_link_answer(secret: str, nonce: str, link: str) -> dict[str, str]:
    """What the running notebook answers: the link, and the proof that it is the one asked."""
    return {"link": link, "proof": proof(secret, "answer", nonce + link)}


def verify_request_proof(secret: str, nonce: str, shown: str) -> bool:
    """Whether whoever asks knows the secret."""
    return len(nonce) >= 16 and is_equal_in_constant_time(shown, proof(secret, "ask", nonce))


def proof(secret: str, purpose: str, what: str) -> str:
    """64 hex digits that only someone with the secret can make for this purpose and text."""
    return hmac.new(secret.encode(), f"{purpose} {what}".encode(errors="replace"), "sha256").hexdigest()


def is_equal_in_constant_time(given: str, expected: str) -> bool:
    """Whether two texts are equal, in a time that does not depend on where they differ."""
    return hmac.compare_digest(given.encode(errors="replace"), expected.encode())
