"""A person's file, read and written: all of it or nothing, and one sentence when it cannot be."""

import os
import stat
import sys
from pathlib import Path

import pytest

from models.errors import TimelineError
from timeline.system.files import read_whole_file, store


def test_what_is_stored_is_what_is_read(tmp_path: Path) -> None:
    file = tmp_path / "a b é.json"
    store(file, b"\x00\xff")
    assert read_whole_file(file) == b"\x00\xff"
    assert list(tmp_path.iterdir()) == [file]


@pytest.mark.skipif(sys.platform == "win32", reason="not run: Windows has no such modes")
def test_it_is_for_its_user_alone(tmp_path: Path) -> None:
    store(tmp_path / "a", b"")
    assert stat.S_IMODE((tmp_path / "a").stat().st_mode) == 0o600


def test_what_is_there_stays_unless_asked_for(tmp_path: Path) -> None:
    file = tmp_path / "a"
    store(file, b"old")
    with pytest.raises(TimelineError, match="there already"):
        store(file, b"new")
    assert read_whole_file(file) == b"old"
    store(file, b"new", replace=True)
    assert read_whole_file(file) == b"new"


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("missing", "There is no file"),
        ("", "is a folder"),
        ("a\0b", "cannot be read"),
        ("x" * 300, "cannot be read"),
    ],
)
def test_what_cannot_be_read_is_said(tmp_path: Path, name: str, sentence: str) -> None:
    with pytest.raises(TimelineError, match=sentence):
        read_whole_file(tmp_path / name)


@pytest.mark.parametrize("name", ["no/such/folder", "x" * 300])
def test_what_cannot_be_written_leaves_nothing(tmp_path: Path, name: str) -> None:
    with pytest.raises(TimelineError, match="cannot be written"):
        store(tmp_path / name, b"")
    assert list(tmp_path.iterdir()) == []


def test_a_write_that_fails_half_way_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "a"
    store(file, b"old")

    def raise_disk_full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", raise_disk_full)
    with pytest.raises(TimelineError, match="no space left on device"):
        store(file, b"new", replace=True)
    assert read_whole_file(file) == b"old"
    assert list(tmp_path.iterdir()) == [file]


def test_a_pipe_or_a_device_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path / "pipe", Path("/dev/zero")):
        with pytest.raises(TimelineError, match="not a file that can be read whole"):
            read_whole_file(path)
