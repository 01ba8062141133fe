"""Files that are no text, or text in another encoding: told in one sentence, never guessed, never echoed."""

import gzip
import io
import zipfile

import pytest

from models.errors import UnknownFormat
from models.reading import FileAnswers
from tests.formats.tables import headlines, read, read_with_problems, row, table
from tests.histories import TODAY
from timeline import formats


def make_zip(*names: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        for name in names:
            packed.writestr(name, "<x/>")
    return out.getvalue()


REFUSED_FILES = [
    (b"", "is empty"),
    (b" \n\r\n", "is empty"),
    (b"MZ\x90\x00\x03", "neither text nor a table"),
    (b"hello", "no format that can be read here"),
    (make_zip("xl/workbook.xml"), "is an Excel workbook"),
    (make_zip("events.json"), "is a zip archive"),
    (make_zip(), "is a zip archive"),
    (gzip.compress(b"{}"), "is compressed"),
    (b"%PDF-1.7\n", "is a PDF"),
    (b"SQLite format 3\x00" + bytes(4080), "is a database"),
    (bytes(196_608), "neither text nor a table"),
    (bytes((i * 73 + 41) % 256 for i in range(8192)), "neither text nor a table"),
    (table(row()).encode("utf-16-le"), "UTF-16 without a mark"),
    (table(row()).encode("utf-16-be"), "UTF-16 without a mark"),
    (b"\xff\xfe" + table(row()).encode("utf-16-le")[:-1], "neither text nor a table"),
    (b"\xef\xbb\xbf", "no format that can be read here"),
]


@pytest.mark.parametrize(("content", "sentence"), REFUSED_FILES, ids=range(len(REFUSED_FILES)))
def test_what_is_no_text_is_told(content: bytes, sentence: str) -> None:
    with pytest.raises(UnknownFormat, match=sentence) as refused:
        formats.read("mine.csv", content, TODAY)
    assert str(refused.value).startswith("“mine.csv” ")
    assert len(str(refused.value)) < 300
    assert str(refused.value).isprintable()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_text_is_read_in_every_encoding_that_names_itself(encoding: str) -> None:
    history, problems = read_with_problems(table(row(headline="Café 👩🏽\u200d👧")).encode(encoding))
    assert (headlines(history), problems) == (["Café 👩🏽\u200d👧"], ())


def test_big_endian_utf_16() -> None:
    assert read_with_problems(b"\xfe\xff" + table(row()).encode("utf-16-be"))[1] == ()


@pytest.mark.parametrize("headline", ["Café", "it’s"])
def test_letters_that_do_not_name_themselves_are_asked_about(headline: str) -> None:
    content = table(row(headline=headline)).encode("cp1252")
    reading = read(content)
    (problem,) = reading.problems
    assert (reading.history, problem.stops) == (None, True)
    assert "not in UTF-8: line 3" in problem.says
    assert f"“{headline}”" in problem.says
    assert problem.question is not None
    assert problem.question.what == "encoding"
    answered = formats.read("mine.csv", content, TODAY, FileAnswers(encoding="cp1252"))
    assert answered.history is not None
    assert (headlines(answered.history), answered.problems) == ([headline], ())


@pytest.mark.parametrize("encoding", ["no-such-letters", "utf-8", "rot13", "undefined", "\0", "idna"])
def test_an_answer_that_cannot_be_is_told(encoding: str) -> None:
    content = table(row(headline="Café")).encode("cp1252")
    with pytest.raises(UnknownFormat, match="Try utf-8 or cp1252"):
        formats.read("mine.csv", content, TODAY, FileAnswers(encoding=encoding))


def test_names_are_as_long_as_they_are() -> None:
    assert read(table(row()), "a" * 300).problems == ()
