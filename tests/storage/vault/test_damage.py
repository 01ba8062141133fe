"""A damaged file is refused and left as it is: never opened with other words in it than were written."""

import random
from pathlib import Path

import pytest
import sqlcipher3

from models.errors import VaultError, WrongKey
from tests.storage.vault.notebooks import create_notebook, read_files
from timeline.storage.vault import NOT_LOCKED, Key, Vault, schema
from timeline.storage.vault import notebook_folder as place

FLIPS = [pytest.param(300, id="300"), pytest.param(5_000, id="5000", marks=pytest.mark.torture)]
KEY = Key("x'" + "5e" * 32 + "'")  # a raw one: this is about thousands of openings


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "a.vault"


@pytest.mark.parametrize("flips", FLIPS)
def test_one_bit_flipped_is_refused(path: Path, flips: int) -> None:
    documents = create_notebook(path)
    sound = path.read_bytes()
    chance = random.Random(20_261_124)
    for bit in chance.sample(range(8 * len(sound)), flips):
        flipped = bytearray(sound)
        flipped[bit // 8] ^= 1 << bit % 8
        path.write_bytes(flipped)
        with pytest.raises(VaultError, match=r"left as it is|left as it was|was left"):
            Vault.open(path)
        assert read_files(path.parent) == {"a.vault": bytes(flipped)}
    path.write_bytes(sound)
    vault = Vault.open(path)
    assert vault.documents() == documents
    vault.close()


def test_one_cut_short_is_refused(path: Path) -> None:
    create_notebook(path)
    sound = path.read_bytes()
    assert len(sound) >= 10 * 4096
    whole = [4096 * page for page in range(len(sound) // 4096)]
    odd = random.Random(3).sample(range(len(sound)), 20)
    for length in (*whole, *odd, len(sound) - 1):
        path.write_bytes(sound[:length])
        with pytest.raises(VaultError):
            Vault.open(path)
        assert read_files(path.parent) == {"a.vault": sound[:length]}


@pytest.mark.parametrize("more", [b"\0", b"x" * 4096, bytes(8192)])
def test_one_with_something_behind_it_is_never_changed_silently(path: Path, more: bytes) -> None:
    documents = create_notebook(path)
    path.write_bytes(path.read_bytes() + more)
    was = read_files(path.parent)
    try:
        vault = Vault.open(path)
    except VaultError:
        assert read_files(path.parent) == was
    else:
        assert vault.documents() == documents
        vault.close()


def test_pages_exchanged_or_overwritten_are_refused(path: Path) -> None:
    create_notebook(path)
    sound = path.read_bytes()
    pages = [sound[at : at + 4096] for at in range(0, len(sound), 4096)]
    for changed in (
        [*pages[:2], pages[3], pages[2], *pages[4:]],
        [*pages[:3], bytes(4096), *pages[4:]],
        [*pages[:3], pages[2], *pages[4:]],
    ):
        path.write_bytes(b"".join(changed))
        with pytest.raises(VaultError):
            Vault.open(path)
        assert path.read_bytes() == b"".join(changed)


@pytest.fixture
def interrupted_save(path: Path, tmp_path: Path) -> tuple[Path, list[tuple[str, str, str]]]:
    """A notebook as it lies on the disk amid a save larger than memory, and what it held before."""
    documents = create_notebook(path, KEY)
    writing = sqlcipher3.connect(str(path), isolation_level=None)
    writing.set_key(KEY.secret)
    writing.execute("PRAGMA cache_size=2")
    writing.execute("BEGIN IMMEDIATE")
    writing.execute("UPDATE documents SET body = 'overwritten ' || body")
    left = tmp_path / "left"
    left.mkdir()
    files = read_files(path.parent)
    assert set(files) == {"a.vault", "a.vault-journal"}
    for name, content in files.items():
        (left / name).write_bytes(content)
    writing.execute("ROLLBACK")
    writing.close()
    assert files["a.vault"] != path.read_bytes()
    return left / "a.vault", documents


def test_an_interrupted_save_is_taken_back(interrupted_save: tuple[Path, list[tuple[str, str, str]]]) -> None:
    path, documents = interrupted_save
    vault = Vault.open(path, KEY)
    assert vault.documents() == documents
    vault.close()
    assert list(read_files(path.parent)) == ["a.vault"]


def test_one_whose_making_was_interrupted_is_none(path: Path, tmp_path: Path) -> None:
    """Nothing was ever acknowledged; the next start is not kept from opening another one."""
    made = sqlcipher3.connect(str(path), isolation_level=None)
    made.set_key(KEY.secret)
    made.execute("PRAGMA cache_size=2")
    made.execute("BEGIN IMMEDIATE")
    schema.create_tables(made)
    made.execute("INSERT INTO drafts VALUES ('x', 'now', ?)", ("word " * 20_000,))
    left = tmp_path / "left"
    left.mkdir()
    for name, content in read_files(path.parent).items():
        (left / name).write_bytes(content)
    made.execute("ROLLBACK")
    made.close()
    half = left / "a.vault"
    assert half.stat().st_size > 0
    with pytest.raises(VaultError, match="is empty, so there is no notebook in it"):
        Vault.open(half, KEY)
    assert place.last_used(left) is None


def test_a_wrong_key_harms_no_interrupted_save(
    interrupted_save: tuple[Path, list[tuple[str, str, str]]],
) -> None:
    path, documents = interrupted_save
    for wrong in (NOT_LOCKED, Key("x'" + "00" * 32 + "'")):
        with pytest.raises(WrongKey):
            Vault.open(path, wrong)
    vault = Vault.open(path, KEY)
    assert vault.documents() == documents
    vault.close()
