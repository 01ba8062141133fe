"""What a file is that is no notebook, seen from its first bytes, and the line that brings it in."""

import shlex
from pathlib import Path

_SIGNATURES = (
    (b"PK\x03\x04", "a zip archive or a workbook", True),
    (b"PK\x05\x06", "an empty zip archive", False),
    (b"%PDF-", "a PDF", False),
    (b"\x1f\x8b", "a compressed file (gzip)", False),
    (b"\x89PNG", "a picture", False),
    (b"\xff\xd8\xff", "a picture", False),
)
_BYTE_ORDER_MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_MOST_CONTROL_SIGNS = 0.01
"""Of a text, at most this share is control signs; of a page of an encrypted file, more than a tenth."""


def explain_foreign_file(path: Path, first: bytes) -> str | None:
    """The sentence for a file that is something else than a notebook; None where it may be one.

    Args:
        path: as it was given.
        first: the bytes it begins with, 4 kB of them or all there are.
    """
    named = _name_by_signature(first) or _name_text(first)
    if named is None:
        return None
    kind, can_come_in = named
    says = f"“{path}” is {kind}, not a notebook. It was left as it is."
    if not can_come_in:
        return says
    return f"{says} To bring it into a notebook, type: attachment-timeline import {shlex.quote(str(path))}"


def _name_by_signature(first: bytes) -> tuple[str, bool] | None:
    return next(((kind, comes) for mark, kind, comes in _SIGNATURES if first.startswith(mark)), None)


def _name_text(first: bytes) -> tuple[str, bool] | None:
    """What kind of text it is, None where it is none."""
    mark, encoding = next((one for one in _BYTE_ORDER_MARKS if first.startswith(one[0])), (b"", "utf-8"))
    text = first[len(mark) :].decode(encoding, errors="ignore" if mark else "replace")
    signs = sum(sign < " " and sign not in "\t\r\n\f" for sign in text) + text.count("\ufffd")
    if not text.strip() or signs > len(text) * _MOST_CONTROL_SIGNS + 2:  # one letter cut in two at the end
        return None
    begins = text.lstrip()
    if begins.startswith("{") and '"attachment-timeline/' in begins:
        return "a history of this program as JSON", True
    if begins.startswith(("{", "[")):
        return "JSON", True
    line = begins.splitlines()[0]
    if any(line.count(separator) >= 2 for separator in ",;\t|"):
        return "a table", True
    return "a text", True
