"""Archives: counted while they are read, never extracted; what is unsound in one is told in one sentence."""

import io
import tracemalloc
import warnings
import zipfile
from collections.abc import Iterable, Mapping

import pytest

from models.errors import UnknownFormat
from tests.histories import TODAY
from timeline import formats

DIARY = "2001-03-04\nShe left.\n"


def pack(
    files: Mapping[str, str | bytes] | Iterable[tuple[str, str | bytes]], how: int = zipfile.ZIP_DEFLATED
) -> bytes:
    """An archive of these files."""
    out = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(out, "w", how) as archive:
        warnings.simplefilter("ignore")  # two files of one name
        for name, content in files.items() if isinstance(files, Mapping) else files:
            archive.writestr(name, content)
    return out.getvalue()


def build_bomb(megabytes: int) -> bytes:
    return pack({"diary.md": b"0" * (megabytes << 20)})


def build_nested_zips(depth: int) -> bytes:
    inner = pack({"diary.md": DIARY})
    for _ in range(depth):
        inner = pack({f"a{number}.zip": inner for number in range(8)})
    return inner


def flip_a_bit() -> bytes:
    content = bytearray(pack({"diary.md": DIARY * 50}))
    content[45] ^= 255
    return bytes(content)


def set_password_flag() -> bytes:
    content = pack({"diary.md": DIARY})
    for head in (b"PK\x03\x04\x14\x00", b"PK\x01\x02\x14\x03\x14\x00"):
        content = content.replace(head + b"\x00\x00", head + b"\x01\x00")
    return content


def lie_about_the_size() -> bytes:
    return pack({"diary.md": b"1" * 5_000_000}).replace(
        (5_000_000).to_bytes(4, "little"), (10).to_bytes(4, "little")
    )


def build_symlink() -> bytes:
    link = zipfile.ZipInfo("diary.md")
    link.create_system, link.external_attr = 3, 0o120777 << 16
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(link, "/etc/passwd")
    return out.getvalue()


UNSOUND = [
    ("zip-002: empty", lambda: pack({}), "is a zip archive"),
    ("zip-004: a bit flipped", flip_a_bit, "damaged"),
    ("zip-005: bomb", lambda: build_bomb(60), "more in it than is read"),
    ("zip-006: nested", lambda: build_nested_zips(3), "never opened"),
    ("nested under another name", lambda: pack({"diary.md": pack({"diary.md": DIARY})}), "never opened"),
    ("zip-007: lying size", lie_about_the_size, "damaged"),
    ("zip-010: symlink", build_symlink, "points outside"),
    ("zip-011: two of one name", lambda: pack([("d.md", DIARY), ("d.md", DIARY)]), "two files of one name"),
    ("zip-013: password", set_password_flag, "password"),
    ("zip-017: LZMA", lambda: pack({"d.md": DIARY}, zipfile.ZIP_LZMA), "packed in a way"),
    ("slip", lambda: pack({"../../d.md": DIARY}), "points outside"),
    ("slip with a drive", lambda: pack({"C:\\d.md": DIARY}), "points outside"),
    ("absolute", lambda: pack({"/etc/d.md": DIARY}), "points outside"),
    ("cut off", lambda: pack({"d.md": DIARY})[:-30], "damaged"),
]


@pytest.mark.parametrize(("build", "sentence"), [row[1:] for row in UNSOUND], ids=[row[0] for row in UNSOUND])
def test_an_unsound_archive_is_told_in_one_sentence(build, sentence: str) -> None:  # type: ignore[no-untyped-def]
    content = build()
    tracemalloc.start()
    try:
        with pytest.raises(UnknownFormat, match=sentence) as refused:
            formats.read("mine.zip", content, TODAY)
        assert tracemalloc.get_traced_memory()[1] < 200 << 20
    finally:
        tracemalloc.stop()
    assert len(str(refused.value)) < 300


def test_what_systems_leave_in_archives_is_passed_over_in_silence() -> None:
    content = pack({"__MACOSX/._d.md": "x", ".DS_Store": "x", "d.md": DIARY})
    reading = formats.read("mine.zip", content, TODAY)
    assert reading.history is not None
    assert len(reading.history.to_place) == 1
    assert reading.problems == ()


def test_photos_are_counted_and_never_read() -> None:
    reading = formats.read("mine.zip", pack({"d.md": DIARY, "p.jpg": b"\xff\xd8xl/\xff"}), TODAY)
    assert "1 other file" in reading.problems[0].says


def test_a_packed_history_of_our_own_is_read_and_two_are_not() -> None:
    own = '{"schema": "attachment-timeline/2", "person": {"name": "Milo"}}'
    reading = formats.read("mine.zip", pack({"history.json": own, "README.txt": "2001-03-04\nMade."}), TODAY)
    assert reading.history is not None
    assert (reading.history.person.name, reading.history.to_place) == ("Milo", ())
    with pytest.raises(UnknownFormat, match="2 histories"):
        formats.read("mine.zip", pack({"a.json": own, "b.json": own}), TODAY)
