"""A word written into every field is nowhere to be read afterwards: in no file, no log, no temporary file."""

import base64
import os
import signal
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from tests.command_process import CommandProcess
from tests.storage.crash.journey import build_full_history
from timeline.storage.desk import Desk
from timeline.storage.vault import NOT_LOCKED, Vault
from timeline.storage.vault import notebook_folder as place
from timeline.system.paths import ROOT

CANARY = "Quetzalcanary"


def spellings(word: str) -> tuple[bytes, ...]:
    """The word as any program may write it down."""
    plain = word.encode()
    shifted = (base64.b64encode(b" " * shift + plain)[4:-4] for shift in range(3))
    return (
        plain,
        plain.lower(),
        plain.upper(),
        word.encode("utf-16-le"),
        word.encode("utf-16-be"),
        plain.hex().encode(),
        plain[::-1],
        *shifted,
    )


def find_leaks(folder: Path, said: bytes = b"") -> list[str]:
    """The files below `folder` that show the word, by name or content, and whether what was said does."""
    hits = [str(file) for file in folder.rglob("*") if contains_canary(file.name.encode())]
    hits += [str(file) for file in folder.rglob("*") if file.is_file() and contains_canary(file.read_bytes())]
    return hits + ["what was said"] * contains_canary(said)


def contains_canary(content: bytes) -> bool:
    return any(spelling in content for spelling in spellings(CANARY))


def isolate_environment(folder: Path) -> dict[str, str]:
    """A home and a temporary folder inside `folder`, and nothing that says where others are."""
    for name in ("home", "temporary"):
        (folder / name).mkdir(exist_ok=True)
    places = dict.fromkeys(("TMPDIR", "TEMP", "TMP", "SQLITE_TMPDIR"), str(folder / "temporary"))
    return (
        os.environ
        | places
        | {"HOME": str(folder / "home"), "XDG_DATA_HOME": "", "PYTHONDONTWRITEBYTECODE": "1"}
    )


@pytest.fixture
def journey_remains(tmp_path: Path) -> tuple[Path, bytes]:
    """What lies about after the journey ended in the middle of a save, and what it said."""
    home = tmp_path / "notebooks"
    done = subprocess.run(
        [sys.executable, "-m", "tests.storage.crash.journey", home, CANARY],
        cwd=ROOT,
        env=isolate_environment(tmp_path),
        capture_output=True,
        check=False,
        timeout=120,
    )
    assert done.stdout == b"half way\n", done.stderr
    assert done.returncode == -signal.SIGKILL
    return tmp_path, done.stdout + done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="not run: Windows kills otherwise")
def test_nothing_written_can_be_read_beside_the_notebook(journey_remains: tuple[Path, bytes]) -> None:
    folder, said = journey_remains
    home = folder / "notebooks"
    (vault,) = place.list_notebooks(home)
    half = vault.with_name(vault.name + "-journal")
    assert half.stat().st_size > 4096  # it did end in the middle
    assert said.count(b"error: ") == 4  # and what went wrong was told
    assert find_leaks(folder, said) == []
    with closing(Desk.open(Vault.open(vault))) as again:
        assert CANARY in again.history.model_dump_json()
        assert again.draft(CANARY) == CANARY * 50
        assert find_leaks(folder) == []
    assert find_leaks(folder) == []


def test_nothing_served_can_be_read_beside_the_notebook(tmp_path: Path) -> None:
    """The same notebook through the command: its page is asked for, and so is much that there is not."""
    home = tmp_path / "notebooks"
    Vault.create(place.new_file(home), NOT_LOCKED, build_full_history(CANARY).documents()).close()
    with CommandProcess("--data-dir", home, **isolate_environment(tmp_path)) as started:
        cookie, _ = started.fetch_page()
        for path in (
            "/_dash-layout",
            f"/{CANARY}",
            f"/open/{CANARY}",
            f"/assets/{CANARY}.css?{CANARY}",
            f"/_dash-component-suites/dash/{CANARY}.js",
        ):
            for headers in ({"Cookie": cookie}, {"Cookie": CANARY}, {"Cookie": cookie, "Referer": CANARY}):
                started.get(path, **headers)
        assert find_leaks(tmp_path) == []
    assert started.exit_code == 0
    assert find_leaks(tmp_path, started.stderr_text.encode()) == []


def test_the_word_stands_in_every_text_there_is() -> None:
    """Or its absence would say little."""
    life = build_full_history(CANARY)
    for kind, _, text in life.documents():
        texts = [value for value in text.split('"') if value == CANARY]
        assert texts, kind
    assert {kind for kind, _, _ in life.documents()} == set(type(life).model_fields) - {"schema_"}


@pytest.mark.parametrize("spelling", spellings(CANARY))
def test_it_would_be_seen(tmp_path: Path, spelling: bytes) -> None:
    (tmp_path / "a").write_bytes(b"\0\0\0" + spelling + b"\n")
    assert find_leaks(tmp_path) == [str(tmp_path / "a")]


def test_it_would_be_seen_in_a_plain_database(tmp_path: Path) -> None:
    import sqlite3

    with closing(sqlite3.connect(tmp_path / "a.vault")) as plain:
        plain.execute("CREATE TABLE documents (body TEXT)")
        plain.execute("INSERT INTO documents VALUES (?)", (f"my {CANARY}",))
        plain.commit()
    assert find_leaks(tmp_path) == [str(tmp_path / "a.vault")]
