"""A notebook of every version ever written opens, with nothing lost; a newer one is left as it is."""

import shutil
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from models.errors import VaultError
from tests.storage.crash.journey import build_full_history
from timeline.storage.desk import Desk
from timeline.storage.vault import Vault, schema

STORED = Path(__file__).with_name("stored")
VERSIONS = tuple(range(1, schema.VERSION + 1))


@pytest.fixture(params=VERSIONS)
def stored_notebook(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A copy of the notebook as that version wrote it.

    Each holds a whole life, one change, one addition, and a deletion that was taken back.
    """
    return Path(shutil.copy(STORED / f"notebook-{request.param}.vault", tmp_path / "a.vault"))


def test_a_stored_notebook_opens_with_all_that_was_in_it(stored_notebook: Path) -> None:
    with closing(Desk.open(Vault.open(stored_notebook))) as desk:
        moments = {moment.id: moment.headline for moment in desk.history.episodes}
        assert moments == {"Robin": "The door stayed shut", "second": "She came back"}
        assert desk.undo_name == "Added a moment"
        assert desk.redo_name == "Deleted Robin"
        assert desk.draft("episode") == "half a sentence"
        assert desk.tested_shown_on is None
        assert desk.undo() == "Added a moment"
        assert desk.undo() == "Changed a moment"
        assert desk.undo() is None
        assert desk.history.episodes[0].headline == "Robin"
    assert [file.name for file in stored_notebook.parent.iterdir()] == ["a.vault"]


def test_brought_up_to_date_it_opens_again_as_one_of_this_version(stored_notebook: Path) -> None:
    with closing(Vault.open(stored_notebook)) as vault:
        documents = vault.documents()
        vault.remember("day", "2026-11-30")
    with closing(Vault.open(stored_notebook)) as vault:
        assert vault.documents() == documents
        assert vault.recall("day") == "2026-11-30"
        version = vault._connection.execute("PRAGMA user_version").fetchone()  # type: ignore[union-attr]
        assert version == (schema.VERSION,)


def test_every_table_is_as_in_a_new_notebook(stored_notebook: Path, tmp_path: Path) -> None:
    asked = "SELECT name, sql FROM sqlite_schema ORDER BY name"
    with closing(Vault.open(stored_notebook)) as old, closing(Vault.create(tmp_path / "new.vault")) as new:
        tables = [vault._connection.execute(asked).fetchall() for vault in (old, new)]  # type: ignore[union-attr]
    assert tables[0] == tables[1]


def test_a_newer_notebook_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "a.vault"
    with closing(Vault.create(path, documents=build_full_history("Robin").documents())) as vault:
        vault._connection.execute(f"PRAGMA user_version={schema.VERSION + 1}")  # type: ignore[union-attr]
    was = path.read_bytes()
    with pytest.raises(VaultError, match=r"newer version of this program\. It was left as it is"):
        Vault.open(path)
    assert path.read_bytes() == was


def test_what_is_remembered_is_no_step_and_no_part_of_the_history(tmp_path: Path) -> None:
    life = build_full_history("Robin")
    with closing(Desk.open(Vault.create(tmp_path / "a.vault", documents=life.documents()))) as desk:
        desk.today = lambda: date(2026, 11, 30)
        assert desk.history_seen is None
        desk.remember_tested_shown()
        desk.today = lambda: date(2026, 12, 1)
        desk.remember_tested_shown()
        desk.remember_history_seen()
        assert desk.tested_shown_on == date(2026, 11, 30)
        assert (desk.undo_name, desk.version) == (None, 0)
        assert desk.history == life
