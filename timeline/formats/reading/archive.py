"""A zip archive, looked into as it lies there, member by member: never unpacked, counted while it is read."""

import io
import zipfile
from collections.abc import Callable, Iterator

from models.errors import TimelineError
from timeline.formats.reading.input_file import InputFile
from timeline.messages import formats as words
from timeline.system.files import MAX_BYTES

_BEGINNINGS = (b"PK\x03\x04", b"PK\x05\x06")
_MAX_MEMBERS = 10_000
_ENCRYPTED = 1
"""The bit in a member's flags."""
_PEEK_BYTES = 4096
_READ_BYTES = 1 << 20
_BROKEN = (zipfile.BadZipFile, OSError, ValueError, RuntimeError, NotImplementedError, EOFError)
"""What the library raises for archives that are cut short, damaged or packed in a way it does not know."""


def is_archive(given: InputFile) -> bool:
    """Whether this begins like a zip archive."""
    return given.content.startswith(_BEGINNINGS)


def has_json_member(given: InputFile, is_wanted: Callable[[InputFile], bool]) -> bool:
    """Whether a JSON file in the archive begins as one that is wanted; False where none can be read."""
    try:
        return any(True for _ in _list_members(given, is_wanted))
    except _BROKEN:
        return False


def read_json_members(given: InputFile, is_wanted: Callable[[InputFile], bool]) -> dict[bytes, list[str]]:
    """What the JSON files that are wanted hold, each content once, with the names of those that hold it.

    Raises:
        TimelineError: the archive is damaged, or a file in it is larger than any history is.
    """
    found: dict[bytes, list[str]] = {}
    try:
        for info in _list_members(given, is_wanted):
            found.setdefault(_read_member(given, info), []).append(info.filename)
    except _BROKEN:
        raise TimelineError(words.BROKEN_ZIP) from None
    return found


def _list_members(given: InputFile, is_wanted: Callable[[InputFile], bool]) -> Iterator[zipfile.ZipInfo]:
    with zipfile.ZipFile(io.BytesIO(given.content)) as archive:
        for info in archive.infolist()[:_MAX_MEMBERS]:
            if info.is_dir() or info.flag_bits & _ENCRYPTED or not info.filename.lower().endswith(".json"):
                continue
            with archive.open(info) as member:
                first = InputFile(info.filename, member.read(_PEEK_BYTES))
            if is_wanted(first):
                yield info


def _read_member(given: InputFile, info: zipfile.ZipInfo) -> bytes:
    """What a member holds, whatever the archive says of its length."""
    blocks: list[bytes] = []
    with zipfile.ZipFile(io.BytesIO(given.content)) as archive, archive.open(info) as member:
        while block := member.read(_READ_BYTES):
            blocks.append(block)
            if len(blocks) * _READ_BYTES > MAX_BYTES:
                raise TimelineError(words.TOO_LARGE_ZIP)
    return b"".join(blocks)
