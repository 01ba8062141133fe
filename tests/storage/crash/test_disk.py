"""A disk that is full or may not be written: nothing is saved, it is said so, and nothing there is lost."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import NoReturn

import pytest

from models.entries import Episode
from models.errors import TimelineError, VaultError
from models.history import History, edited
from tests.storage.crash.writer import START
from timeline.storage.desk import Desk
from timeline.storage.vault import NOT_LOCKED, Vault, place
from timeline.system import files

KILOBYTES = 512
NOBODY = 65534


@pytest.fixture
def small(tmp_path: Path, not_run: Callable[[str], NoReturn]) -> Iterator[Path]:
    """A disk of half a megabyte."""
    if sys.platform != "linux" or os.geteuid() != 0:
        not_run("only root on Linux makes a disk of half a megabyte")
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={KILOBYTES}k,mode=700", "tmpfs", str(disk)]
    made = subprocess.run(mount, capture_output=True, text=True, check=False)
    if made.returncode:
        not_run(f"no small disk can be mounted here: {made.stderr.strip()}")
    try:
        yield disk
    finally:
        subprocess.run(["umount", "--lazy", str(disk)], check=True)


def add(desk: Desk, nth: int, words: int = 2_000) -> None:
    moment = Episode(id=f"n{nth}", relationship="r0", headline="x", story="word " * words)
    desk.record(f"step {nth}", filter(None, [edited("episodes", None, moment)]))


def fill(disk: Path) -> Path:
    """Whatever room is left, taken."""
    ballast = disk / "ballast"
    with ballast.open("wb", buffering=0) as file:
        try:
            while file.write(bytes(1024)):
                pass
        except OSError:
            return ballast
    return ballast


def saved(path: Path) -> History:
    with closing(Desk.open(Vault.open(path))) as again:
        return again.history


def test_on_a_full_disk_what_was_saved_stays(small: Path) -> None:
    path = small / "a.vault"
    with closing(Desk.open(Vault.create(path, NOT_LOCKED, START.documents()))) as desk:
        nth = 0
        full = ""
        while not full:
            shown = desk.seen
            try:
                add(desk, nth := nth + 1)
            except VaultError as told:
                full = str(told)
        assert "the disk is full. Nothing was saved" in full
        assert nth > 3
        for tries in (lambda: add(desk, nth), lambda: desk.save_draft("x", "word " * 20_000)):
            with pytest.raises(VaultError, match="the disk is full"):
                tries()
        assert desk.seen == shown
        assert desk.undo_name == f"step {nth - 1}"
        # Room is made, and it goes on where it was.
        subprocess.run(["mount", "-o", f"remount,size={2 * KILOBYTES}k", str(small)], check=True)
        desk.undo()
        add(desk, nth)
        shown = desk.seen
    assert saved(path) == shown[1]
    assert [file.name for file in small.iterdir()] == ["a.vault"]


def test_a_disk_filled_by_others_is_said_so_until_there_is_room(small: Path) -> None:
    path = small / "a.vault"
    with closing(Desk.open(Vault.create(path, NOT_LOCKED, START.documents()))) as desk:
        ballast = fill(small)
        for _ in range(3):
            with pytest.raises(VaultError, match="the disk is full"):
                add(desk, 1)
        assert desk.history == START
        ballast.unlink()
        add(desk, 1)
        shown = desk.history
    ballast = fill(small)
    assert saved(path) == shown  # it opens on a full disk
    ballast.unlink()


def test_on_a_full_disk_no_notebook_is_begun(small: Path) -> None:
    fill(small)
    with closing(Desk.of_sample(START, small)) as desk:
        with pytest.raises(TimelineError, match=r"full|no space"):
            desk.start_own(START.person)
        assert desk.is_sample
    assert [file.name for file in small.iterdir()] == ["ballast"]


def test_on_a_full_disk_no_file_is_half_written(small: Path) -> None:
    file = small / "settings.json"
    files.store(file, b"{}")
    fill(small)
    with pytest.raises(TimelineError, match="cannot be written"):
        files.store(file, b"x" * 9_000, replace=True)
    assert file.read_bytes() == b"{}"
    assert sorted(entry.name for entry in small.iterdir()) == ["ballast", "settings.json"]


def test_a_disk_that_may_only_be_read_is_said_so(small: Path) -> None:
    path = place.new_file(small)
    with closing(Desk.open(Vault.create(path, NOT_LOCKED, START.documents()))) as desk:
        desk.close()
    subprocess.run(["mount", "-o", "remount,ro", str(small)], check=True)
    was = path.read_bytes()
    with pytest.raises(TimelineError, match="read-only"):
        Vault.open(path)
    with closing(Desk.of_sample(START, small)) as desk:
        with pytest.raises(TimelineError, match=r"cannot be|read-only"):
            desk.start_own(START.person)
        assert desk.is_sample
    assert path.read_bytes() == was
    subprocess.run(["mount", "-o", "remount,rw", str(small)], check=True)
    assert saved(path) == START


@pytest.fixture
def ordinary(not_run: Callable[[str], NoReturn]) -> Iterator[Path]:
    """A folder of a user without rights; where this is root, root is that user meanwhile."""
    if sys.platform == "win32":
        not_run("Windows keeps no folder from being written by its mode")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if os.geteuid() == 0:
            os.chown(folder, NOBODY, -1)
            os.seteuid(NOBODY)
        try:
            yield folder
        finally:
            folder.chmod(0o700)
            os.seteuid(os.getuid())


def test_a_folder_that_may_only_be_read_is_said_so(ordinary: Path) -> None:
    path = ordinary / "a.vault"
    Vault.create(path, NOT_LOCKED, START.documents()).close()
    ordinary.chmod(0o500)
    with closing(Desk.open(Vault.open(path))) as desk:
        for tries in (lambda: add(desk, 1), lambda: desk.save_draft("x", "y")):
            with pytest.raises(VaultError, match=r"may not be written\. Nothing was saved"):
                tries()
        assert desk.seen == (0, START)
        place.remember(path)  # a convenience, and no more
        ordinary.chmod(0o700)
        add(desk, 1)
        shown = desk.history
    assert saved(path) == shown
    assert [file.name for file in ordinary.iterdir()] == ["a.vault"]


def test_a_folder_that_may_only_be_read_gets_no_notebook(ordinary: Path) -> None:
    home = ordinary / "home"
    ordinary.chmod(0o500)
    with closing(Desk.of_sample(START, home)) as desk:
        with pytest.raises(TimelineError, match="cannot be used: permission denied"):
            desk.start_own(START.person)
        assert desk.is_sample


def test_a_file_that_may_not_be_written_is_said_so(ordinary: Path) -> None:
    path = ordinary / "a.vault"
    Vault.create(path, NOT_LOCKED, START.documents()).close()
    path.chmod(0o400)
    was = path.read_bytes()
    with pytest.raises(VaultError, match=r"cannot be opened: permission denied\. It was left as it is"):
        Vault.open(path)
    assert path.read_bytes() == was
