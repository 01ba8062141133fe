"""Where notebooks live, which opens next, and how a running one is found: junk beside them never matters."""

import json
import os
import stat
import sys
from pathlib import Path

import pytest

from models.errors import TimelineError
from timeline.storage.vault import Vault
from timeline.storage.vault import notebook_folder as place


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "notebooks"


def make_notebook(home: Path, changed: float) -> Path:
    """A notebook that was changed so many seconds after the beginning of time."""
    path = place.new_file(home)
    Vault.create(path).close()
    os.utime(path, (changed, changed))
    return path


def test_the_usual_place_is_this_users_own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("platformdirs.user_data_dir", lambda name, **_: str(tmp_path / name))
    assert place.find_notebook_folder() == tmp_path / "attachment-timeline"
    assert place.find_notebook_folder(tmp_path / "x") == tmp_path / "x"
    monkeypatch.chdir(tmp_path)
    assert place.find_notebook_folder(Path("x")) == tmp_path / "x"
    assert not (tmp_path / "attachment-timeline").exists()


def test_a_new_name_tells_nothing(home: Path) -> None:
    names = {place.new_file(home).name for _ in range(50)}
    assert len(names) == 50
    assert all(len(name) == 22 and set(name[:16]) <= set("0123456789abcdef") for name in names)
    assert list(home.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="not run: Windows has no such modes")
def test_a_folder_of_ours_is_for_its_user_alone(home: Path) -> None:
    home.mkdir(mode=0o755)
    make_notebook(home, 1)
    assert stat.S_IMODE(home.stat().st_mode) == 0o700


@pytest.mark.skipif(sys.platform == "win32", reason="not run: Windows has no such modes")
def test_a_folder_with_other_things_in_it_keeps_its_mode(home: Path) -> None:
    home.mkdir()
    home.chmod(0o755)
    (home / "letters.txt").write_text("mine")
    path = make_notebook(home, 1)
    place.remember_last_used(path)
    assert stat.S_IMODE(home.stat().st_mode) == 0o755
    assert sorted(file.name for file in home.iterdir()) == sorted([path.name, "letters.txt"])


def test_where_there_is_none_there_is_none(home: Path) -> None:
    assert place.last_used(home) is None
    assert place.list_notebooks(home) == ()
    home.mkdir()
    (home / "empty.vault").touch()  # a crash before the first save
    (home / "folder.vault").mkdir()
    (home / "other.txt").write_text("x")
    assert place.last_used(home) is None


def test_a_folder_that_cannot_be_is_said_so(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(TimelineError, match="cannot be used"):
        place.new_file(tmp_path / "file")


def test_the_one_opened_last_opens_next_else_the_one_changed_last(home: Path) -> None:
    old, new = make_notebook(home, 1_000), make_notebook(home, 2_000)
    assert place.list_notebooks(home) == (new, old)
    assert place.last_used(home) == new
    place.remember_last_used(old)
    place.remember_last_used(old)
    assert place.last_used(home) == old
    place.remember_last_used(new)
    assert place.last_used(home) == new
    assert place.find_missing_notebook(home) is None
    new.unlink()
    assert place.last_used(home) == old
    assert place.find_missing_notebook(home) == new
    place.remember_last_used(old)
    assert place.find_missing_notebook(home) is None


SETTINGS = [
    b"",
    b"{",
    b"null",
    b"[]",
    b'{"last": 3}',
    b'{"last": "../../etc/passwd"}',
    b'{"last": "/etc/passwd"}',
    b"\xff\xfe",
    b"[" * 9_000,
    b'{"last": "' + b"x" * 20_000 + b'"}',
]


@pytest.mark.parametrize("content", SETTINGS)
def test_settings_that_cannot_be_read_do_not_matter(home: Path, content: bytes) -> None:
    old, new = make_notebook(home, 1_000), make_notebook(home, 2_000)
    (home / "settings.json").write_bytes(content)
    assert place.last_used(home) == new
    assert place.find_missing_notebook(home) is None
    place.remember_last_used(old)
    assert place.last_used(home) == old
    assert json.loads((home / "settings.json").read_bytes()) == {"last": old.name}


def test_settings_that_are_no_file_do_not_matter(home: Path) -> None:
    path = make_notebook(home, 1)
    (home / "settings.json").mkdir()
    place.remember_last_used(path)
    assert place.last_used(home) == path


def test_one_that_is_gone_is_not_remembered(home: Path) -> None:
    place.remember_last_used(home / "never.vault")  # nor does its folder appear
    assert not home.exists()


# ---- who has it open ----


def test_a_running_one_is_found_until_it_ends(home: Path) -> None:
    one, other = make_notebook(home, 1), make_notebook(home, 2)
    found = place.RunningAnnouncement(4711, "secret")
    assert place.read_running_program(one) is None
    found.announce_at(one)
    assert place.read_running_program(one) == place.RunningProgram(os.getpid(), 4711, "secret")
    if sys.platform != "win32":
        assert stat.S_IMODE((home / (one.name + ".running")).stat().st_mode) == 0o600
    found.announce_at(other)
    assert place.read_running_program(one) is None
    assert place.read_running_program(other)
    found.close()
    found.close()
    assert place.read_running_program(other) is None
    assert place.list_notebooks(home) == (other, one)


def test_the_word_of_another_program_stays(home: Path) -> None:
    """A second program took the notebook over; the first one, ending, takes nothing away from it."""
    path = make_notebook(home, 1)
    first, second = place.RunningAnnouncement(1, "first"), place.RunningAnnouncement(2, "second")
    first.announce_at(path)
    second.announce_at(path)
    first.close()
    running = place.read_running_program(path)
    assert running
    assert running.secret == "second"


@pytest.mark.parametrize(
    "content",
    [
        *SETTINGS,
        b'{"pid": 1, "port": 0, "secret": "x"}',
        b'{"pid": 1, "port": 65536, "secret": "x"}',
        b'{"pid": true, "port": 80, "secret": "x"}',
        b'{"pid": 1, "port": "80", "secret": "x"}',
        b'{"pid": 1, "port": 80, "secret": null}',
        b'{"pid": 1, "port": 80}',
    ],
)
def test_what_is_not_ours_says_nothing(home: Path, content: bytes) -> None:
    path = make_notebook(home, 1)
    (home / (path.name + ".running")).write_bytes(content)
    assert place.read_running_program(path) is None


def test_where_it_cannot_be_told_it_is_still_open(home: Path) -> None:
    path = make_notebook(home, 1)
    (home / (path.name + ".running")).mkdir()
    found = place.RunningAnnouncement(4711, "secret")
    found.announce_at(path)
    assert place.read_running_program(path) is None
    found.close()


def test_a_file_is_no_folder_for_notebooks(tmp_path: Path) -> None:
    (tmp_path / "x.txt").touch()
    with pytest.raises(TimelineError, match="not a folder"):
        place.find_notebook_folder(tmp_path / "x.txt")
