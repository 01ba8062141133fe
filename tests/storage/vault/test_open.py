"""What is opened and what is refused: everything refused is left byte for byte as it was."""

import os
import random
import socket
import sqlite3
import stat
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import sqlcipher3

from models.errors import VaultError, WrongKey
from tests.storage.vault.notebooks import create_notebook, make_addition, read_files
from timeline.storage.vault import NOT_LOCKED, Key, Vault, connection, schema
from timeline.storage.vault.connection import settings

KEY = Key.from_passphrase("five words make a phrase")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "a.vault"


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.mark.parametrize("key", [NOT_LOCKED, KEY], ids=["not locked", "locked"])
def test_what_was_kept_is_there_again(path: Path, key: Key) -> None:
    documents = create_notebook(path, key)
    vault = Vault.open(path, key)
    assert vault.documents() == documents
    assert vault.is_locked == key.is_locked
    assert vault.draft("episode") == "half a sentence"
    assert (vault.next_undo, vault.next_redo) == ("Added e38", "Added e39")
    vault.close()
    assert list(read_files(path.parent)) == ["a.vault"]


def test_every_setting_is_read_back(path: Path) -> None:
    vault = Vault.create(path)
    found = settings(vault._connection)
    assert found.pop("cipher_version").startswith("4.")
    assert found == {
        "journal_mode": "delete",
        "cipher_status": "1",
        "cipher_page_size": "4096",
        "cipher_use_hmac": "1",
        "cipher_hmac_algorithm": "HMAC_SHA512",
        "cipher_kdf_algorithm": "PBKDF2_HMAC_SHA512",
        "kdf_iter": "256000",
        "cipher_plaintext_header_size": "0",
        "cipher_log_level": "NONE",
        "synchronous": "3",
        "fullfsync": "1",
        "secure_delete": "1",
        "temp_store": "2",
        "foreign_keys": "1",
        "trusted_schema": "0",
        "cell_size_check": "1",
        "busy_timeout": "5000",
    }
    vault.close()


@pytest.mark.parametrize(
    "instead",
    [
        "synchronous=NORMAL",
        "fullfsync=OFF",
        "secure_delete=OFF",
        "temp_store=FILE",
        "foreign_keys=OFF",
        "trusted_schema=ON",
        "cell_size_check=OFF",
        "busy_timeout=0",
    ],
)
def test_a_setting_that_does_not_take_is_refused(
    path: Path, instead: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    create_notebook(path)
    was = read_files(path.parent)
    name = instead.partition("=")[0]

    class DeafConnection(sqlcipher3.dbapi2.Connection):  # type: ignore[misc]
        def execute(self, sql: str, *given: Any) -> Any:
            asked = f"PRAGMA {instead}" if sql.startswith(f"PRAGMA {name}=") else sql
            return super().execute(asked, *given)

    connect = sqlcipher3.connect
    monkeypatch.setattr(
        sqlcipher3, "connect", lambda *given, **named: connect(*given, **named, factory=DeafConnection)
    )
    with pytest.raises(VaultError, match=f"keeps {name} at"):
        Vault.open(path)
    assert read_files(path.parent) == was


def test_a_database_that_cannot_encrypt_writes_nothing(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Stock SQLite takes a key without a word."""

    class StockConnection(sqlite3.Connection):
        def set_key(self, secret: str) -> None:
            self.execute(f"PRAGMA key='{secret}'")

    def connect(place: str, **named: Any) -> StockConnection:
        return sqlite3.connect(place, **named, factory=StockConnection)

    monkeypatch.setattr(connection.sqlcipher3, "connect", connect)
    with pytest.raises(VaultError, match="cannot encrypt"):
        Vault.create(path, KEY)
    assert read_files(path.parent) == {}


@pytest.mark.skipif(sys.platform == "win32", reason="not run: Windows has no such modes")
def test_it_is_for_its_user_alone_whatever_the_umask(tmp_path: Path) -> None:
    path = tmp_path / "new" / "a.vault"
    before = os.umask(0)
    try:
        vault = Vault.create(path)
        with vault.transaction():
            vault.record(make_addition("e1"))
            assert [mode(file) for file in sorted(path.parent.iterdir())] == [0o600, 0o600]  # and its journal
        vault.close()
        assert mode(path.parent) == 0o700
        path.chmod(0o644)
        Vault.open(path).close()
        assert mode(path) == 0o600
    finally:
        os.umask(before)


def test_what_is_there_is_never_written_over(path: Path) -> None:
    path.write_text("mine")
    with pytest.raises(VaultError, match="already, and it stays"):
        Vault.create(path)
    assert read_files(path.parent) == {"a.vault": b"mine"}


def test_one_that_could_not_be_made_leaves_nothing(path: Path) -> None:
    with pytest.raises(VaultError):
        Vault.create(path, NOT_LOCKED, [("episodes", "e1", "{}"), ("episodes", "e1", "{}")])
    assert read_files(path.parent) == {}
    Vault.create(path, NOT_LOCKED, [("episodes", "e1", "{}"), ("episodes", "e2", "{}")]).close()


def make_odd_path(kind: str, folder: Path) -> Path:
    """Something of the named kind at a path in `folder`."""
    path = folder / "odd"
    if kind == "folder":
        path.mkdir()
    elif kind == "pipe":
        os.mkfifo(path)
    elif kind == "loop":
        path.symlink_to(path)
    elif kind == "link":
        create_notebook(folder / "real")
        path.symlink_to(folder / "real")
    elif kind == "socket":
        with socket.socket(socket.AF_UNIX) as bound:
            here = Path.cwd()
            os.chdir(folder)  # the name of a socket must be short
            try:
                bound.bind("odd")
            finally:
                os.chdir(here)
    elif kind == "below a file":
        path.write_text("x")
        path = path / "a.vault"
    elif kind.startswith("/dev"):
        path = Path(kind)
    else:
        path = folder / kind
    return path


@pytest.mark.skipif(sys.platform == "win32", reason="not run: Windows has no such files")
@pytest.mark.parametrize(
    ("kind", "sentence"),
    [
        ("folder", "is a folder"),
        ("pipe", "is a pipe"),
        ("loop", "is a link"),
        ("link", "is a link"),
        ("socket", "is a device"),
        ("/dev/zero", "is a device"),
        ("/dev/null", "is a device"),
        ("missing", "There is no notebook"),
        ("below a file", "There is no notebook"),
        ("a\0b", "the name is not one a file can have"),
        ("x" * 300, "cannot be opened"),
    ],
)
def test_what_is_not_a_regular_file_is_refused(tmp_path: Path, kind: str, sentence: str) -> None:
    with pytest.raises(VaultError, match=sentence) as told:
        Vault.open(make_odd_path(kind, tmp_path))
    assert "\n" not in str(told.value)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "is empty"),
        (bytes(4096), "begins with zeros"),
        (bytes(100_000), "begins with zeros"),
        (b"hello", "is a text, not a notebook"),
        (b"x" * 4096, "is a text, not a notebook"),
        (b"x" * 4097, "is a text, not a notebook"),
        (random.Random(2).randbytes(4097), "its end is missing"),
        (random.Random(1).randbytes(40_960), "needs its passphrase"),
    ],
    ids=[
        "empty",
        "zeros",
        "many zeros",
        "text",
        "page",
        "more than a page",
        "more than a page of noise",
        "noise",
    ],
)
def test_what_is_no_notebook_is_left_as_it_is(path: Path, content: bytes, sentence: str) -> None:
    path.write_bytes(content)
    with pytest.raises(VaultError, match=sentence):
        Vault.open(path)
    assert read_files(path.parent) == {"a.vault": content}


def test_a_plain_database_is_left_as_it_is(path: Path) -> None:
    plain = sqlite3.connect(path)
    plain.execute("PRAGMA journal_mode=WAL")
    plain.execute("CREATE TABLE t (x)")
    plain.commit()
    plain.close()
    was = read_files(path.parent)
    for key in (NOT_LOCKED, KEY):
        with pytest.raises(VaultError, match="a database of another program"):
            Vault.open(path, key)
    assert read_files(path.parent) == was


@pytest.mark.parametrize(
    ("pragma", "sentence"),
    [
        ("application_id=1", "belongs to another program"),
        ("user_version=3", "newer version"),
        ("user_version=0", "unknown version 0"),
        ("user_version=-1", "unknown version -1"),
    ],
)
@pytest.mark.parametrize("journal", ["DELETE", "WAL"])
def test_one_of_another_program_or_version_is_left_as_it_is(
    path: Path, pragma: str, sentence: str, journal: str
) -> None:
    create_notebook(path)
    other = sqlcipher3.connect(str(path), isolation_level=None)
    other.set_key(NOT_LOCKED.secret)
    other.execute(f"PRAGMA journal_mode={journal}").fetchall()
    other.execute(f"PRAGMA {pragma}")
    other.close()
    was = read_files(path.parent)
    with pytest.raises(VaultError, match=sentence):
        Vault.open(path)
    assert read_files(path.parent) == was


@pytest.mark.parametrize(
    "change",
    [
        "CREATE TRIGGER t AFTER INSERT ON steps BEGIN DELETE FROM documents; END",
        "DROP TABLE drafts",
        "ALTER TABLE drafts ADD COLUMN more TEXT",
        "INSERT INTO changes VALUES (999, 0, 'k', 'i', 1, NULL, '{}')",
    ],
)
def test_tables_that_are_not_as_they_were_made_are_refused(path: Path, change: str) -> None:
    create_notebook(path)
    other = sqlcipher3.connect(str(path), isolation_level=None)
    other.set_key(NOT_LOCKED.secret)
    other.execute(change)
    other.close()
    was = read_files(path.parent)
    with pytest.raises(VaultError, match="is damaged"):
        Vault.open(path)
    assert read_files(path.parent) == was


@pytest.mark.parametrize(
    "given", [NOT_LOCKED, Key.from_passphrase("five words make a Phrase")], ids=["none", "wrong"]
)
def test_another_key_does_not_open_it(path: Path, given: Key) -> None:
    documents = create_notebook(path, KEY, entries=2)
    was = read_files(path.parent)
    with pytest.raises(WrongKey, match="passphrase"):
        Vault.open(path, given)
    assert read_files(path.parent) == was
    vault = Vault.open(path, KEY)
    assert vault.documents() == documents
    vault.close()


def test_an_unlocked_one_does_not_take_a_passphrase_for_granted(path: Path) -> None:
    create_notebook(path)
    with pytest.raises(WrongKey, match="does not open with this passphrase"):
        Vault.open(path, KEY)


def test_the_file_is_one_that_sqlcipher_opens(path: Path) -> None:
    """By its own statement for a key, with nothing else set: the notebook outlives this program."""
    documents = create_notebook(path, Key.from_passphrase("it's a phrase"), entries=2)
    other = sqlcipher3.connect(str(path))
    other.execute("PRAGMA key='it''s a phrase'")
    assert other.execute("SELECT kind, id, body FROM documents ORDER BY seq").fetchall() == documents
    assert other.execute("PRAGMA application_id").fetchone()[0] == schema.APPLICATION
    other.close()


HOLD_SCRIPT = "import sys; from timeline.storage.vault import *; "
HOLD_SCRIPT += "v = Vault.open(__import__('pathlib').Path(sys.argv[1])); "


def test_one_program_has_it_at_a_time(path: Path) -> None:
    documents = create_notebook(path)
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLD_SCRIPT + "print('held', flush=True); input()", str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    with holder:
        assert holder.stdout
        assert holder.stdout.readline().strip() == b"held"
        with pytest.raises(VaultError, match="is open already"):
            Vault.open(path)
        holder.kill()
    vault = Vault.open(path)
    assert vault.documents() == documents
    with pytest.raises(VaultError, match="is open already"):  # nor twice in one program
        Vault.open(path)
    vault.close()
    Vault.open(path).close()


@pytest.mark.skipif(sys.platform == "win32", reason="not run: Windows keeps no file under two names")
def test_one_program_has_it_even_under_another_name(path: Path) -> None:
    create_notebook(path)
    vault = Vault.open(path)
    other = path.with_name("b.vault")
    other.hardlink_to(path)
    with pytest.raises(VaultError, match="is open already"):
        Vault.open(other)
    vault.close()
