"""`--vault` of something else: what it is and the line that brings it in; it is left as it is."""

import json
from pathlib import Path

import pytest

from app import main
from models.errors import VaultError
from tests.storage.vault.notebooks import create_notebook
from timeline.storage.vault import Key, Vault
from timeline.storage.vault.foreign_files import explain_foreign_file

FILES = [
    ("mine.json", json.dumps({"schema": "attachment-timeline/1", "person": {}}).encode(), "as JSON", True),
    ("newer.json", json.dumps({"schema": "attachment-timeline/9"}).encode(), "as JSON", True),
    ("other.json", b'[{"entry": "x"}]', "is JSON", True),
    ("mine.csv", b"type,id,name\nrelationship,m,Mum\n", "a table", True),
    ("excel.csv", "type;id;name\r\nrelationship;m;Mamá\r\n".encode("utf-8-sig"), "a table", True),
    ("sixteen.csv", b"\xff\xfe" + "type\tid\tname\n".encode("utf-16-le"), "a table", True),
    ("diary.txt", "Dienstag: er schrieb nicht zurück.\n".encode() * 300, "a text", True),
    ("latin.txt", "Sie ging fort. Müde.\n".encode("cp1252") * 2, "a text", True),
    ("copy.zip", b"PK\x03\x04rest", "a zip archive", True),
    ("paper.pdf", b"%PDF-1.7\n%\xe2\xe3", "a PDF", False),
]


@pytest.mark.parametrize(("name", "content", "kind", "comes"), FILES, ids=[one[0] for one in FILES])
def test_the_command_says_what_it_is_and_changes_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, content: bytes, kind: str, comes: bool
) -> None:
    file = tmp_path / name
    file.write_bytes(content)
    assert main(["--vault", str(file), "--no-browser"]) == 2
    said = capsys.readouterr().err
    assert kind in said
    assert "damaged" not in said
    assert "passphrase" not in said
    assert (f"attachment-timeline import {file}" in said) == comes
    assert file.read_bytes() == content
    assert [one.name for one in tmp_path.iterdir()] == [name]


@pytest.mark.parametrize("locked", [False, True])
def test_no_notebook_is_taken_for_something_else(tmp_path: Path, locked: bool) -> None:
    """Of many, since each page of a notebook reads like chance."""
    for number in range(30):
        path = tmp_path / f"{number}.vault"
        key = {"key": Key(f"x'{number:064x}'")} if locked else {}
        if number:
            Vault.create(path, **key).close()
        else:
            create_notebook(path, **key)
        assert explain_foreign_file(path, path.read_bytes()[:4096]) is None


def test_a_name_with_a_space_can_be_typed_as_it_is_shown(tmp_path: Path) -> None:
    file = tmp_path / "my life.json"
    file.write_bytes(b'{"schema": "attachment-timeline/2"}')
    with pytest.raises(VaultError, match=r"import '.*my life\.json'"):
        Vault.open(file)
