"""`add`: a line is said back, saved when it is whole, and asked about when it is not."""

import io
import json
from contextlib import closing
from pathlib import Path

import pytest

import app
from models.entries import Relationship
from models.history import History
from timeline.storage.desk import Desk
from timeline.storage.vault import Vault
from timeline.system.paths import SAMPLES

ANDERSEN = str(SAMPLES / "hc_andersen.json")


@pytest.fixture(autouse=True)
def keep_the_log(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("timeline.system.log.keep_private", lambda: None)


@pytest.fixture
def notebook(tmp_path: Path) -> Path:
    path = tmp_path / "notebook.vault"
    history = History(relationships=(Relationship(id="mum", name="Mum", kind="family"),))
    Vault.create(path, documents=history.documents()).close()
    return path


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = app.main(["add", *arguments])
    out, err = capsys.readouterr()
    return code, out, err


def saved_headlines(path: Path) -> list[str]:
    with closing(Desk.open(Vault.open(path))) as desk:
        return [episode.headline for episode in desk.history.episodes]


def test_a_whole_line_is_saved_as_one_step(capsys: pytest.CaptureFixture[str], notebook: Path) -> None:
    code, out, _ = run(capsys, "1994 Mum forgot my birthday #neglect 4", "--vault", str(notebook))
    assert (code, out.partition(":")[0]) == (0, "Added")
    assert saved_headlines(notebook) == ["Mum forgot my birthday"]
    with closing(Desk.open(Vault.open(notebook))) as desk:
        assert desk.undo() == "Added “Mum forgot my birthday”"
        assert desk.history.episodes == ()


def test_of_several_lines_the_whole_ones_are_saved_and_the_others_asked_about(
    capsys: pytest.CaptureFixture[str], notebook: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("1994 Mum forgot #neglect\n05/04/1997 Mum left #loss\n"))
    code, out, _ = run(capsys, "--vault", str(notebook), "--json")
    first, second = (json.loads(line) for line in out.splitlines())
    assert code == 1
    assert (first["saved"], first["open"]) == (True, [])
    assert (second["saved"], [one["part"] for one in second["open"]]) == (False, ["when"])
    assert saved_headlines(notebook) == ["Mum forgot"]


def test_a_dry_run_saves_nothing_and_says_what_it_would(
    capsys: pytest.CaptureFixture[str], notebook: Path
) -> None:
    code, out, _ = run(capsys, "1994 Mum forgot #neglect", "--vault", str(notebook), "--dry-run")
    assert (code, out.partition(":")[0]) == (0, "Would be added")
    assert saved_headlines(notebook) == []


def test_the_keys_of_the_json(capsys: pytest.CaptureFixture[str]) -> None:
    line = "age 7 Riborg Voigt wrote back #reciprocity 4 now 2"
    code, out, _ = run(capsys, line, "--history", ANDERSEN, "--json", "--today", "2026-11-30")
    told = json.loads(out)
    assert code == 0
    assert [*told] == [
        "when", "who", "headline", "story", "tags", "own_tags", "new_tags", "unread", "intensity", "now",
        "direction", "headline_only", "saved", "open",
    ]  # fmt: skip
    assert told["when"] == {"written": "age 7", "first": "1812-04-02", "last": "1813-04-01"}
    assert told["who"]["name"] == "Riborg Voigt"
    assert (told["tags"], told["intensity"], told["now"]) == (["reciprocity"], 4, 2)


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("x", "--history", ANDERSEN, "--vault", "somewhere"), "not both"),
        (("   ", "--history", ANDERSEN), "Give a line"),
        (("x", "--data-dir", "DATA"), "no notebook yet"),
    ],
)
def test_what_cannot_be_done_is_one_sentence(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, arguments: tuple[str, ...], says: str
) -> None:
    code, out, err = run(capsys, *(str(tmp_path) if one == "DATA" else one for one in arguments))
    assert (code, out) == (2, "")
    assert says in err
