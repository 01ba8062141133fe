"""What a notebook is opened with: a passphrase, or the published constant of one that is not locked."""

import hashlib
import re
import unicodedata
from dataclasses import dataclass, field

from models.errors import VaultError

MAX_PASSPHRASE_LENGTH = 1024  # characters; longer ones are pasted by mistake, and make nothing safer

# SQLCipher takes a passphrase of this look for the key itself, and would not stretch it.
_RAW = re.compile(r"x'.*'", re.IGNORECASE | re.DOTALL)
_PUBLISHED_SECRET = hashlib.sha256(b"attachment-timeline: this notebook is not locked").hexdigest()


@dataclass(frozen=True)
class Key:
    """What SQLCipher is given.

    Attributes:
        secret: the passphrase as it is used, or a raw key; never shown.
        is_locked: whether it keeps anyone out.
    """

    secret: str = field(repr=False)
    is_locked: bool = True

    @classmethod
    def from_passphrase(cls, passphrase: str) -> "Key":
        """The key of a passphrase, the same however its accents were typed.

        Args:
            passphrase: 1 to 1,024 characters; spaces count.

        Raises:
            VaultError: it cannot be used as a passphrase; the sentence says why.
        """
        secret = unicodedata.normalize("NFC", passphrase)
        if not secret.strip():
            raise VaultError("A passphrase needs at least one letter. Type the passphrase.")
        if len(secret) > MAX_PASSPHRASE_LENGTH:
            raise VaultError(
                f"A passphrase has at most {MAX_PASSPHRASE_LENGTH:,} characters. Type a shorter one."
            )
        if "\0" in secret:
            raise VaultError("This passphrase holds an invisible NUL character. Type it without pasting it.")
        if any("\ud800" <= letter <= "\udfff" for letter in secret):
            raise VaultError("This passphrase holds half of a character. Type that character again.")
        if _RAW.fullmatch(secret):
            raise VaultError("A passphrase cannot have the form x'…'. Choose another one.")
        return cls(secret)


NOT_LOCKED = Key(f"x'{_PUBLISHED_SECRET}'", is_locked=False)
"""Anyone can open a notebook with this: the file has the same form, and nothing in it is secret."""
