"""`copies list`, `copies test [ID]`, `copies restore ID`: which there are, are they whole, go back to one."""

import argparse
import contextlib
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from models.errors import TimelineError

if TYPE_CHECKING:
    from timeline.storage.copies import Copy, CopyFolder
    from timeline.storage.vault import Key

NAME = "copies"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Tell `parser` what the verb takes."""
    parser.add_argument("does", metavar="list|test|restore", choices=("list", "test", "restore"))
    parser.add_argument("id", metavar="ID", nargs="?")
    parser.add_argument("--to", metavar="PATH", type=Path)
    parser.add_argument("--vault", metavar="PATH", type=Path)
    parser.add_argument("--data-dir", metavar="FOLDER", type=Path)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--phrase-stdin", action="store_true")


def run(options: argparse.Namespace) -> int:
    """0 if it was done; 1 if `list` found copies that are not whole.

    Raises:
        TimelineError: there is no such notebook or copy, the copy is damaged, or the notebook is open.
    """
    from timeline.messages import copies as say
    from timeline.storage.copies import CopyFolder
    from timeline.storage.notebooks import choose_notebook
    from timeline.storage.vault import NOT_LOCKED, Key

    path = choose_notebook(options.vault, options.data_dir)
    if path is None:
        raise TimelineError(say.NO_NOTEBOOK)
    phrase = sys.stdin.readline().rstrip("\r\n") if options.phrase_stdin else None
    key = NOT_LOCKED if phrase is None else Key.from_passphrase(phrase)
    folder = CopyFolder(path)
    if options.does == "list":
        return _list_copies(folder, key, as_json=options.json)
    if options.does == "test":
        return _test_copy(folder, key, options.id)
    return _restore_copy(folder, key, options.id, options.to)


def _list_copies(folder: "CopyFolder", key: "Key", *, as_json: bool) -> int:
    """Prints every copy, the newest first; 1 if one of them cannot be read."""
    from timeline.messages import copies as say

    rows = [_describe_copy(copy, key) for copy in folder.list_copies()]
    if as_json:
        print(json.dumps(rows, ensure_ascii=False))
    else:
        for row in rows:
            print(say.describe_copy(row["id"], row["when"], row["people"], row["moments"], row["checked"]))
        print(say.count_copies(len(rows)), file=sys.stderr)
    return 1 if any(row["people"] is None for row in rows) else 0


def _describe_copy(copy: "Copy", key: "Key") -> dict[str, Any]:
    """One copy; people and moments are null where it cannot be read."""
    from timeline.storage.vault import Vault

    checked = copy.check_time
    people: int | None = None
    moments: int | None = None
    with contextlib.suppress(TimelineError):
        people, moments, _ = Vault.inspect(copy.path, key)
    return {
        "id": copy.id,
        "when": copy.made.isoformat(),
        "people": people,
        "moments": moments,
        "checked": checked.isoformat(),
    }


def _test_copy(folder: "CopyFolder", key: "Key", id_: str | None) -> int:
    """Reads every page of a copy, of the newest without a number."""
    from timeline.messages import copies as say
    from timeline.storage.copies import check_copy, choose_copy

    copy = choose_copy(folder, id_)
    contents = check_copy(copy, key)
    print(say.copy_is_whole(copy.id, contents.people, contents.moments))
    return 0


def _restore_copy(folder: "CopyFolder", key: "Key", id_: str | None, to: Path | None) -> int:
    """Puts a copy in the place of the notebook, which is kept aside, or writes it to another place."""
    from timeline.messages import copies as say
    from timeline.storage.copies import choose_copy, restore_copy, save_copy_as

    if id_ is None:
        raise TimelineError(say.NO_ID)
    copy = choose_copy(folder, id_)
    if to is not None:
        print(say.copy_saved(copy.id, str(save_copy_as(copy, to, key))))
        return 0
    aside = restore_copy(folder, copy, key)
    print(say.copy_restored(copy.id, str(folder.notebook), None if aside is None else str(aside)))
    return 0
