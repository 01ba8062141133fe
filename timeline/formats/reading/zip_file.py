"""A zip archive, read in memory and counted while it is read: nothing of it is ever extracted.

Of a diary's archive the texts are read and all else is only counted. Whatever is unsound in it (a password, a
name that leads outside, a link, two files of one name, more than fits) refuses the whole in one sentence.
"""

import io
import stat
import zipfile
import zlib
from collections.abc import Iterable
from pathlib import PurePosixPath
from typing import NamedTuple

from timeline.messages import diaries as say

TEXT_ENDINGS = (".json", ".md", ".markdown", ".txt", ".csv", ".daylio")
_MOST_BYTES = 50 * 1024 * 1024
_MOST_FILES = 50_000
_PIECE = 1024 * 1024
_READABLE_PACKING = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_ENCRYPTED = 0x1
_DAMAGES = (
    zipfile.BadZipFile, zlib.error, OSError, ValueError, EOFError, NotImplementedError, RuntimeError,
    IndexError, OverflowError,
)  # fmt: skip


class ZipMember(NamedTuple):
    """A text in an archive.

    Attributes:
        name: its path there.
        content: its bytes.
    """

    name: str
    content: bytes


class ZipContents(NamedTuple):
    """What an archive holds.

    Attributes:
        texts: the files that may be texts.
        others: how many other files there are.
        refusal: why nothing of it is taken, a sentence without its subject; "" where it can be.
    """

    texts: tuple[ZipMember, ...] = ()
    others: int = 0
    refusal: str = ""


def read_zip(content: bytes) -> ZipContents:
    """The texts in an archive, or why none is taken."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            members = [one for one in archive.infolist() if not one.is_dir()]
            if refusal := _find_unsound_member(members):
                return ZipContents(refusal=refusal)
            members = [one for one in members if not _is_hidden(one.filename)]
            texts = [one for one in members if one.filename.lower().endswith(TEXT_ENDINGS)]
            if not texts and any(one.filename.lower().endswith(".zip") for one in members):
                return ZipContents(refusal=say.ZIP_INSIDE)
            return _read_texts(archive, texts, others=len(members) - len(texts))
    except _DAMAGES:
        return ZipContents(refusal=say.ZIP_DAMAGED)


def _read_texts(archive: zipfile.ZipFile, members: Iterable[zipfile.ZipInfo], *, others: int) -> ZipContents:
    texts, left = [], _MOST_BYTES
    for member in members:
        if member.compress_type not in _READABLE_PACKING:
            return ZipContents(refusal=say.ZIP_PACKING)
        pieces = []
        with archive.open(member) as packed:
            while piece := packed.read(_PIECE):
                left -= len(piece)
                if left < 0:
                    return ZipContents(refusal=say.ZIP_TOO_LARGE)
                pieces.append(piece)
        content = b"".join(pieces)
        if content.startswith(b"PK\x03\x04"):
            return ZipContents(refusal=say.ZIP_INSIDE)
        texts.append(ZipMember(member.filename, content))
    return ZipContents(tuple(texts), others)


def _find_unsound_member(members: list[zipfile.ZipInfo]) -> str:
    """Why the archive as a whole is refused; "" if it is sound."""
    if len(members) > _MOST_FILES:
        return say.ZIP_TOO_LARGE
    if any(one.flag_bits & _ENCRYPTED for one in members):
        return say.ZIP_LOCKED
    if any(_leads_outside(one.filename) or stat.S_ISLNK(one.external_attr >> 16) for one in members):
        return say.ZIP_OUTSIDE
    if len({one.filename for one in members}) < len(members):
        return say.ZIP_TWICE
    return ""


def _leads_outside(name: str) -> bool:
    path = PurePosixPath(name.replace("\\", "/"))
    return path.is_absolute() or ".." in path.parts or name[1:2] == ":"


def _is_hidden(name: str) -> bool:
    """Whether it is one of the files systems leave in archives: __MACOSX, .DS_Store."""
    path = PurePosixPath(name)
    return path.parts[0] == "__MACOSX" or path.name.startswith(".")
