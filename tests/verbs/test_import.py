"""`import FILE`: dry run first, all of it as one step, the same file again adds nothing."""

import json
import zipfile
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from app import main
from models.history import History
from tests.storage.crash.journey import build_full_history
from timeline import formats
from timeline.storage.copies import CopyFolder
from timeline.storage.desk import Desk
from timeline.storage.vault import NOT_LOCKED, Key, Vault
from timeline.storage.vault import notebook_folder as place

IMPORTS = Path(__file__).parents[1] / "formats" / "imports"
STORED = Path(__file__).parents[1] / "formats" / "stored"
LIFE = build_full_history("Robin")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "a.vault"
    Vault.create(made).close()
    return made


def bring_in(
    capsys: pytest.CaptureFixture[str], file: Path, *arguments: object
) -> tuple[int, dict[str, Any]]:
    """The exit code, and what was printed for another program."""
    code = main(["import", str(file), *map(str, arguments), "--json"])
    return code, json.loads(capsys.readouterr().out)


def read_history(path: Path, key: Key = NOT_LOCKED) -> History:
    with closing(Desk.open(Vault.open(path, key))) as desk:
        return desk.history


@pytest.mark.parametrize("name", ["own_now.json", "own.zip"])
def test_our_own_comes_in_whole_once_and_goes_by_one_undo(
    capsys: pytest.CaptureFixture[str], path: Path, name: str
) -> None:
    dry = bring_in(capsys, IMPORTS / name, "--vault", path, "--dry-run")
    assert read_history(path) == History()
    done = bring_in(capsys, IMPORTS / name, "--vault", path)
    assert done == dry
    code, told = done
    assert code == 0
    assert told["people"] == {"new": 2, "same": 0, "offered": 0}
    assert told["episodes"] == {"new": 3, "same": 0, "to_place": 0}
    assert told["other"] == {"person": {"new": 1, "same": 0}, "own_tags": {"new": 1, "same": 0}}
    assert (told["asks"], told["problems"]) == ([], [])
    expected = formats.read("x", (IMPORTS / "own_now.json").read_bytes(), date.today()).history
    assert read_history(path) == expected
    code, again = bring_in(capsys, IMPORTS / name, "--vault", path)
    assert code == 0
    assert again["people"] == {"new": 0, "same": 2, "offered": 0}
    assert again["episodes"] == {"new": 0, "same": 3, "to_place": 0}
    with closing(Desk.open(Vault.open(path))) as desk:
        assert desk.undo() == f"Brought in “{name}”"
        assert desk.history == History()
        assert desk.undo() is None
    assert len(CopyFolder(path).list_copies()) == 1  # of what was there before; none where nothing was new


@pytest.mark.parametrize("version", [1, 2])
def test_every_version_comes_in_with_every_field(
    capsys: pytest.CaptureFixture[str], path: Path, version: int
) -> None:
    file = STORED / f"attachment-timeline-{version}.json"
    assert bring_in(capsys, file, "--vault", path)[0] == 0
    assert read_history(path) == formats.read("x", file.read_bytes(), date.today()).history


def test_out_and_in_again_is_the_same_bytes(
    capsys: pytest.CaptureFixture[str], path: Path, tmp_path: Path
) -> None:
    file = tmp_path / "copy.json"
    file.write_bytes(formats.write(LIFE, "json"))
    assert bring_in(capsys, file, "--vault", path)[0] == 0
    assert formats.write(read_history(path), "json") == file.read_bytes()


@pytest.mark.parametrize(
    ("name", "says"),
    [
        (
            "own_newer.json",
            ("newer version", "attachment-timeline/3", "reads up to attachment-timeline/2"),
        ),
        ("own_older.json", ("attachment-timeline/0", "does not know")),
    ],
)
def test_another_version_is_refused_whole(
    capsys: pytest.CaptureFixture[str], path: Path, name: str, says: tuple[str, ...]
) -> None:
    was = path.read_bytes()
    code, told = bring_in(capsys, IMPORTS / name, "--vault", path)
    assert code == 2
    [problem] = told["problems"]
    assert all(part in problem["says"] for part in says)
    assert path.read_bytes() == was


def test_of_two_histories_in_one_archive_none_is_taken(
    capsys: pytest.CaptureFixture[str], path: Path
) -> None:
    was = path.read_bytes()
    code, told = bring_in(capsys, IMPORTS / "own_two.zip", "--vault", path)
    assert code == 2
    [problem] = told["problems"]
    assert "2 histories" in problem["says"]
    assert path.read_bytes() == was


def test_what_reads_otherwise_is_asked_and_either_answer_is_obeyed(
    capsys: pytest.CaptureFixture[str], path: Path, tmp_path: Path
) -> None:
    bring_in(capsys, IMPORTS / "own_now.json", "--vault", path)
    tree = json.loads((IMPORTS / "own_now.json").read_bytes())
    tree["relationships"][0]["name"] = "Mother"
    tree["episodes"].append({"id": "9", "relationship": "m", "headline": "She came back"})
    file = tmp_path / "changed.json"
    file.write_text(json.dumps(tree), encoding="utf-8")
    was = path.read_bytes()
    code, told = bring_in(capsys, file, "--vault", path)
    assert code == 1
    [ask] = told["asks"]
    assert "Mum" in ask["what"]
    assert ask["choices"] == ["--take m", "--take none"]
    assert path.read_bytes() == was
    assert bring_in(capsys, file, "--vault", path, "--take", "none")[0] == 0
    assert [bond.name for bond in read_history(path).relationships] == ["Mum", "Erik"]
    assert len(read_history(path).episodes) == 4
    assert bring_in(capsys, file, "--vault", path, "--take", "m")[0] == 0
    assert [bond.name for bond in read_history(path).relationships] == ["Mother", "Erik"]


def test_without_a_notebook_one_is_made_and_its_place_said(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    home = tmp_path / "home"
    file = IMPORTS / "own_now.json"
    assert main(["import", str(file), "--data-dir", str(home), "--dry-run"]) == 0
    assert not home.exists()
    assert main(["import", str(file), "--data-dir", str(home)]) == 0
    made = place.last_used(home)
    assert made
    assert str(made) in capsys.readouterr().err
    assert len(read_history(made).episodes) == 3
    assert main(["import", str(file), "--data-dir", str(home)]) == 0
    assert "Added 0 people and 0 moments; 5 were there already." in capsys.readouterr().out
    assert len(place.list_notebooks(home)) == 1


@pytest.mark.parametrize(
    "content",
    [b"", b"hello", b"%PDF-1.7", b"PK\x03\x04broken", b'{"schema": "attachment-timeline/2"', b"\0" * 9],
)
def test_what_cannot_be_read_changes_nothing(path: Path, tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "x.json"
    file.write_bytes(content)
    was = path.read_bytes()
    assert main(["import", str(file), "--vault", str(path), "--json"]) == 2
    assert path.read_bytes() == was


def test_a_notebook_that_is_open_is_not_written(path: Path) -> None:
    with closing(Vault.open(path)):
        assert main(["import", str(IMPORTS / "own_now.json"), "--vault", str(path)]) == 2


def test_an_archive_is_never_unpacked(capsys: pytest.CaptureFixture[str], path: Path, tmp_path: Path) -> None:
    bad = tmp_path / "slip.zip"
    with zipfile.ZipFile(bad, "w") as archive:
        archive.writestr("below/history.json", formats.write(LIFE, "json"))
        archive.writestr("picture.jpg", b"\xff\xd8")
    assert bring_in(capsys, bad, "--vault", path)[0] == 0
    assert sorted(file.name for file in tmp_path.iterdir()) == ["a.vault", "a.vault.copies", "slip.zip"]
    assert not (tmp_path / "below").exists()
