"""A file as it was given: its bytes, and its text, decoded once and never by guessing."""

from collections.abc import Callable
from functools import cached_property
from typing import NamedTuple

from models.reading import FileAnswers
from timeline.formats.reading.zip_file import ZipContents, read_zip
from timeline.messages import formats as words

WINDOWS_LETTERS = "cp1252"
FOREIGN_MAX = 20 * 1024 * 1024  # bytes of a file that is not in our own format
_UTF16_ZERO_SHARE = 0.4  # where UTF-16 text has a zero byte beside nearly every letter, that is nearly half

_SIGNATURES: tuple[tuple[Callable[[bytes], bool], str], ...] = (
    (
        lambda c: c.startswith(b"PK") and b"xl/workbook" in c,
        "excel",
    ),
    (
        lambda c: c.startswith(b"PK\x03\x04") or c.startswith(b"PK\x05\x06"),
        "zip",
    ),
    (lambda c: c.startswith(b"\x1f\x8b"), "gzip"),
    (lambda c: c.startswith(b"%PDF-"), "pdf"),
    (lambda c: c.startswith(b"SQLite format 3\x00"), "database"),
)
_BYTE_ORDER_MARKS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)


class _DecodedText(NamedTuple):
    text: str = ""
    unreadable_reason: str = ""


class InputFile:
    """A person's file.

    Attributes:
        name: as the person gave it.
        content: its bytes.
        answers: what the person said of it.
    """

    def __init__(self, name: str, content: bytes, answers: FileAnswers | None = None) -> None:
        self.name = name
        self.content = content
        self.answers = answers or FileAnswers()

    @property
    def text(self) -> str:
        """What it says, without a byte order mark; "" where it is no text."""
        return self._decoded_text.text

    @property
    def unreadable_reason(self) -> str:
        """Why it is no text: a sentence without its subject, "" where it is text."""
        return self._decoded_text.unreadable_reason

    @cached_property
    def windows_text(self) -> str:
        """What it says in the letters of Windows, if it is text in letters that do not name themselves."""
        if self.answers.encoding or self.text or not self.content.strip():
            return ""
        if self._is_known_binary or _is_binary(self.content):
            return ""
        return self.content.decode(WINDOWS_LETTERS, "replace")

    @cached_property
    def zip_contents(self) -> ZipContents | None:
        """What is in it, if it is a zip archive and no workbook."""
        is_zip = (
            self.content.startswith((b"PK\x03\x04", b"PK\x05\x06")) and b"xl/workbook" not in self.content
        )
        return read_zip(self.content) if is_zip else None

    @cached_property
    def parts(self) -> tuple["InputFile", ...]:
        """The files to look at: each text of an archive, else this one."""
        if self.zip_contents is None:
            return (self,)
        texts = self.zip_contents.texts
        return tuple(InputFile(one.name, one.content, self.answers) for one in texts)

    @property
    def is_large(self) -> bool:
        """Whether it is larger than a file of another program may be."""
        return len(self.content) > FOREIGN_MAX

    @property
    def _is_known_binary(self) -> bool:
        return any(has_it(self.content) for has_it, _ in _SIGNATURES) or self.content.startswith(
            tuple(mark for mark, _ in _BYTE_ORDER_MARKS)
        )

    @cached_property
    def _decoded_text(self) -> _DecodedText:
        content = self.content
        if not content.strip():
            return _DecodedText(unreadable_reason=words.EMPTY_FILE)
        for has_it, kind in _SIGNATURES:
            if has_it(content):
                return _DecodedText(unreadable_reason=words.OTHER_KINDS[kind])
        if self.answers.encoding:
            return _decode_as_answered(content, self.answers.encoding)
        mark, encoding = next(
            (known for known in _BYTE_ORDER_MARKS if content.startswith(known[0])), (b"", "utf-8")
        )
        try:
            text = content[len(mark) :].decode(encoding)
        except UnicodeDecodeError as error:
            return _DecodedText(unreadable_reason=_explain_decode_error(content, mark, error.start))
        if not mark and (unmarked := _explain_unmarked_utf16(content)):
            return _DecodedText(unreadable_reason=unmarked)
        return (
            _DecodedText(unreadable_reason=words.NO_TEXT)
            if not mark and _is_binary(content)
            else _DecodedText(text)
        )


def _decode_as_answered(content: bytes, encoding: str) -> _DecodedText:
    """The text in the letters the person named."""
    try:
        return _DecodedText(content.decode(encoding).removeprefix("\ufeff"))
    except LookupError:
        return _DecodedText(unreadable_reason=words.unknown_encoding(encoding))
    except ValueError:
        return _DecodedText(unreadable_reason=words.not_in_encoding(encoding))


def _explain_decode_error(content: bytes, mark: bytes, where: int) -> str:
    if not mark and (unmarked := _explain_unmarked_utf16(content)):
        return unmarked
    if mark or _is_binary(content):
        return words.NO_TEXT
    line = content.count(b"\n", 0, where) + 1
    return words.not_in_utf8(line)


def _is_binary(content: bytes) -> bool:
    """Whether it has more control characters than any text."""
    sample = content[:4096]
    return sum(byte < 32 and byte not in b"\t\n\r\f" for byte in sample) > len(sample) // 20


def _explain_unmarked_utf16(content: bytes) -> str:
    """What to say of UTF-16 that does not say so itself; "" if it is not that."""
    sample = content[:4096]
    few, many = sorted((sample[0::2].count(0), sample[1::2].count(0)))
    if len(sample) > 3 and many > _UTF16_ZERO_SHARE * len(sample) and few < many // 4:
        return words.UNMARKED_UTF16
    return ""
