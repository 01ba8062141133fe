"""Small notebooks to try things on, and what lies on the disk of them."""

from pathlib import Path

from models.changes import Change, UndoStep
from timeline.storage.vault import NOT_LOCKED, Key, Vault


def make_addition(id_: str, body: str = "{}", kind: str = "episodes") -> UndoStep:
    return UndoStep(f"Added {id_}", (Change(kind, id_, None, body),))


def make_edit(id_: str, before: str, after: str | None, kind: str = "episodes") -> UndoStep:
    return UndoStep(f"Changed {id_}", (Change(kind, id_, before, after),))


def create_notebook(path: Path, key: Key = NOT_LOCKED, entries: int = 40) -> list[tuple[str, str, str]]:
    """The documents of a notebook made at `path`, closed again, of a dozen pages or more."""
    with_journal = Vault.create(path, key)
    for number in range(entries):
        with_journal.record(make_addition(f"e{number}", f'{{"headline":"{"word " * 60}{number}"}}'))
    with_journal.undo()
    with_journal.save_draft("episode", "half a sentence")
    documents = with_journal.documents()
    with_journal.close()
    return documents


def read_files(folder: Path) -> dict[str, bytes]:
    """Every file in `folder` with its bytes."""
    return {file.name: file.read_bytes() for file in sorted(folder.iterdir()) if file.is_file()}
