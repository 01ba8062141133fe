"""A password for the finished file: AES-256, the document's own description encrypted with it.

The owner's password is random and thrown away. An empty one would let the file open with no password at all.
"""

import io
import secrets
import unicodedata

from models.errors import TimelineError
from timeline.messages import report as say

MIN_LENGTH = 8
MAX_BYTES = 127
"""More than this the format does not look at."""


def check_password(password: str) -> str:
    """`password` as it is used: the same however its letters were typed.

    Raises:
        TimelineError: it is too short or too long; the sentence says so.
    """
    used = unicodedata.normalize("NFKC", password)
    if len(used) < MIN_LENGTH:
        raise TimelineError(say.password_too_short(MIN_LENGTH))
    try:
        length = len(used.encode())
    except UnicodeEncodeError:
        raise TimelineError(say.HALF_A_CHARACTER) from None
    if length > MAX_BYTES or "\0" in used:
        raise TimelineError(say.password_too_long(MAX_BYTES))
    return used


def encrypt_pdf(pdf: bytes, password: str) -> bytes:
    """The same document, which opens with `password` alone; screen readers may read it then.

    Raises:
        TimelineError: the password is too short or too long.
    """
    import pikepdf  # an eighth of a second, spared to everyone without a password

    used = check_password(password)
    may = pikepdf.Permissions(
        accessibility=True,
        extract=True,
        modify_annotation=True,
        modify_assembly=False,
        modify_form=True,
        modify_other=False,
        print_lowres=True,
        print_highres=True,
    )
    made = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as document:
        document.save(
            made,
            encryption=pikepdf.Encryption(
                user=used, owner=secrets.token_urlsafe(32), R=6, aes=True, metadata=True, allow=may
            ),
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
        )
    return made.getvalue()
