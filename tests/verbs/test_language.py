"""The command says what it prints in the language of the file it is given, by a real catalogue."""

from pathlib import Path

import pytest

from app import main
from models.history import History
from models.settings import Settings
from tests.messages.pseudo_language import LANGUAGE, change_text, install_pseudo_language
from timeline import formats
from timeline.messages import pattern_sentences
from timeline.messages.command import nothing_converted, summarise_check
from timeline.system import paths


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A history that is set to the made-up language, which is installed."""
    monkeypatch.setattr(paths, "CATALOGUES", install_pseudo_language(tmp_path / "catalogues"))
    written = tmp_path / "mine.json"
    written.write_bytes(formats.write(History(settings=Settings(language=LANGUAGE)), "json"))
    return written


def test_a_verb_speaks_the_language_of_the_file(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(file)]) == 0
    assert change_text("no problems.") in capsys.readouterr().err
    assert main(["patterns", str(file)]) == 0
    assert change_text(pattern_sentences.NOTHING_YET) in capsys.readouterr().out


def test_an_error_is_said_in_the_language_of_the_file(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["convert", str(file), "-o", str(file)]) == 2
    key = "“{path}” is there already, and stays. Choose another name, or add --force."
    assert change_text(key).format(path=file) in capsys.readouterr().err


def test_the_language_ends_with_the_command(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", str(file)])
    capsys.readouterr()
    assert summarise_check(0, None, 0) == "no problems."
    assert nothing_converted("a.csv") == "a.csv: nothing could be taken from it, so nothing was written."
