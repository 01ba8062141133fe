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

from models.errors import TimelineError, VaultError
from models.history import History, build_change
from tests.building import build_episode
from tests.storage.crash.writer import START
from timeline.storage.desk import Desk
from timeline.storage.vault import NOT_LOCKED, Vault
from timeline.storage.vault import notebook_folder as place
from timeline.system import files

KILOBYTES = 512
NOBODY = 65534


@pytest.fixture
def small_disk(tmp_path: Path, report_not_run: Callable[[str], NoReturn]) -> Iterator[Path]:
    """A disk of half a megabyte."""
    if sys.platform != "linux" or os.geteuid() != 0:
        report_not_run("only root on Linux makes a disk of half a megabyte")
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={KILOBYTES}k,mode=700", "tmpfs", str(disk)]
    made = subprocess.run(mount, capture_output=True, text=True, check=False)
    if made.returncode:
        report_not_run(f"no small disk can be mounted here: {made.stderr.strip()}")
    try:
        yield disk
    finally:
        subprocess.run(["umount", "--lazy", str(disk)], check=True)


def add_moment(desk: Desk, nth: int, words: int = 2_000) -> None:
    moment = build_episode(f"n{nth}", "r0", None, "x", story="word " * words)
    desk.record(f"step {nth}", filter(None, [build_change("episodes", None, moment)]))


def fill_disk(disk: Path) -> Path:
    """Whatever room is left, taken."""
    ballast = disk / "ballast"
    with ballast.open("wb", buffering=0) as file:
        try:
            while file.write(bytes(1024)):
                pass
        except OSError:
            return ballast
    return ballast


def read_saved_history(path: Path) -> History:
    with closing(Desk.open(Vault.open(path))) as again:
        return again.history


def test_on_a_full_disk_what_was_saved_stays(small_disk: Path) -> None:
    path = small_disk / "a.vault"
    with closing(Desk.open(Vault.create(path, NOT_LOCKED, START.documents()))) as desk:
        nth = 0
        full = ""
        while not full:
            shown = desk.snapshot
            try:
                add_moment(desk, nth := nth + 1)
            except VaultError as told:
                full = str(told)
        assert "the disk is full. Nothing was saved" in full
        assert nth > 3
        for tries in (lambda: add_moment(desk, nth), lambda: desk.save_draft("x", "word " * 20_000)):
            with pytest.raises(VaultError, match="the disk is full"):
                tries()
        assert desk.snapshot == shown
        assert desk.undo_name == f"step {nth - 1}"
        # Room is made, and it goes on where it was.
        subprocess.run(["mount", "-o", f"remount,size={2 * KILOBYTES}k", str(small_disk)], check=True)
        desk.undo()
        add_moment(desk, nth)
        shown = desk.snapshot
    assert read_saved_history(path) == shown[1]
    assert [file.name for file in small_disk.iterdir()] == ["a.vault"]


def test_a_disk_filled_by_others_is_said_so_until_there_is_room(small_disk: Path) -> None:
    path = small_disk / "a.vault"
    with closing(Desk.open(Vault.create(path, NOT_LOCKED, START.documents()))) as desk:
        ballast = fill_disk(small_disk)
        for _ in range(3):
            with pytest.raises(VaultError, match="the disk is full"):
                add_moment(desk, 1)
        assert desk.history == START
        ballast.unlink()
        add_moment(desk, 1)
        shown = desk.history
    ballast = fill_disk(small_disk)
    assert read_saved_history(path) == shown  # it opens on a full disk
    ballast.unlink()


def test_on_a_full_disk_no_notebook_is_begun(small_disk: Path) -> None:
    fill_disk(small_disk)
    with closing(Desk.of_sample(START, small_disk)) as desk:
        with pytest.raises(TimelineError, match=r"full|no space"):
            desk.start_own(START.person)
        assert desk.is_sample
    assert [file.name for file in small_disk.iterdir()] == ["ballast"]


def test_on_a_full_disk_no_file_is_half_written(small_disk: Path) -> None:
    file = small_disk / "settings.json"
    files.store(file, b"{}")
    fill_disk(small_disk)
    with pytest.raises(TimelineError, match="cannot be written"):
        files.store(file, b"x" * 9_000, replace=True)
    assert file.read_bytes() == b"{}"
    assert sorted(entry.name for entry in small_disk.iterdir()) == ["ballast", "settings.json"]


def test_a_disk_that_may_only_be_read_is_said_so(small_disk: Path) -> None:
    path = place.new_file(small_disk)
    with closing(Desk.open(Vault.create(path, NOT_LOCKED, START.documents()))) as desk:
        desk.close()
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    was = path.read_bytes()
    with pytest.raises(TimelineError, match="read-only"):
        Vault.open(path)
    with closing(Desk.of_sample(START, small_disk)) as desk:
        with pytest.raises(TimelineError, match=r"cannot be|read-only"):
            desk.start_own(START.person)
        assert desk.is_sample
    assert path.read_bytes() == was
    subprocess.run(["mount", "-o", "remount,rw", str(small_disk)], check=True)
    assert read_saved_history(path) == START


@pytest.fixture
def unprivileged_folder(report_not_run: Callable[[str], NoReturn]) -> Iterator[Path]:
    """A folder of a user without rights; where this is root, root is that user meanwhile."""
    if sys.platform == "win32":
        report_not_run("Windows keeps no folder from being written by its mode")
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


def test_a_folder_that_may_only_be_read_is_said_so(unprivileged_folder: Path) -> None:
    path = unprivileged_folder / "a.vault"
    Vault.create(path, NOT_LOCKED, START.documents()).close()
    unprivileged_folder.chmod(0o500)
    with closing(Desk.open(Vault.open(path))) as desk:
        for tries in (lambda: add_moment(desk, 1), lambda: desk.save_draft("x", "y")):
            with pytest.raises(VaultError, match=r"may not be written\. Nothing was saved"):
                tries()
        assert desk.snapshot == (0, START)
        place.remember_last_used(path)  # a convenience, and no more
        unprivileged_folder.chmod(0o700)
        add_moment(desk, 1)
        shown = desk.history
    assert read_saved_history(path) == shown
    assert [file.name for file in unprivileged_folder.iterdir()] == ["a.vault"]


def test_a_folder_that_may_only_be_read_gets_no_notebook(unprivileged_folder: Path) -> None:
    home = unprivileged_folder / "home"
    unprivileged_folder.chmod(0o500)
    with closing(Desk.of_sample(START, home)) as desk:
        with pytest.raises(TimelineError, match="cannot be used: permission denied"):
            desk.start_own(START.person)
        assert desk.is_sample


def test_a_file_that_may_not_be_written_is_said_so(unprivileged_folder: Path) -> None:
    path = unprivileged_folder / "a.vault"
    Vault.create(path, NOT_LOCKED, START.documents()).close()
    path.chmod(0o400)
    was = path.read_bytes()
    with pytest.raises(VaultError, match=r"cannot be opened: permission denied\. It was left as it is"):
        Vault.open(path)
    assert path.read_bytes() == was
