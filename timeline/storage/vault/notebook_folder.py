"""Where notebooks live, under names that tell nothing, and which was used last."""

import contextlib
import json
import secrets
from pathlib import Path

import platformdirs

from models.errors import TimelineError
from timeline.storage.vault.held_file import is_regular
from timeline.storage.vault.running_program import RunningAnnouncement, RunningProgram, read_running_program
from timeline.system import files

__all__ = [
    "RunningAnnouncement",
    "RunningProgram",
    "find_notebook_folder",
    "last_used",
    "list_notebooks",
    "new_file",
    "read_running_program",
    "remember_last_used",
]

NOTEBOOK_SUFFIX = ".vault"
_SETTINGS = "settings.json"
_LONGEST = 10_000  # bytes of settings.json


def find_notebook_folder(data_dir: Path | None = None) -> Path:
    """The folder for notebooks, which may not be there yet.

    Args:
        data_dir: the one that was asked for, or None for this user's usual place.
    """
    where = (data_dir or Path(platformdirs.user_data_dir("attachment-timeline", appauthor=False))).absolute()
    if where.exists() and not where.is_dir():
        raise TimelineError(f"“{where}” is not a folder. Give one to keep notebooks in.")
    return where


def new_file(where: Path) -> Path:
    """A path in the folder `where` for a new notebook, of 16 random hex digits. Its folder is made.

    Raises:
        TimelineError: the folder cannot be made.
    """
    try:
        where.mkdir(mode=0o700, parents=True, exist_ok=True)
        if all(_is_ours(entry) for entry in where.iterdir()):
            where.chmod(0o700)  # a folder with other things in it keeps its mode
    except OSError as error:
        reason = (error.strerror or "it cannot be made").lower()
        raise TimelineError(f"The folder for notebooks, “{where}”, cannot be used: {reason}.") from None
    return where / (secrets.token_hex(8) + NOTEBOOK_SUFFIX)


def list_notebooks(where: Path) -> tuple[Path, ...]:
    """The notebooks in the folder `where`, the one changed last first."""
    with contextlib.suppress(OSError):
        found = [
            file for file in where.glob("*" + NOTEBOOK_SUFFIX) if is_regular(file) and file.stat().st_size
        ]
        return tuple(sorted(found, key=lambda file: (-file.stat().st_mtime_ns, file.name)))
    return ()


def last_used(where: Path) -> Path | None:
    """The notebook that was opened last, else the one changed last, None if there is none."""
    there = list_notebooks(where)
    name = _read_remembered_name(where)
    return next((file for file in there if file.name == name), there[0] if there else None)


def find_missing_notebook(where: Path) -> Path | None:
    """Where the notebook that was opened last was, if it is not there any more."""
    name = _read_remembered_name(where)
    if not name or name != Path(name).name or not name.endswith(NOTEBOOK_SUFFIX):
        return None
    return None if any(file.name == name for file in list_notebooks(where)) else where / name


def remember_last_used(vault: Path) -> None:
    """Let `vault` be the one that opens next time, if it lives in a folder for notebooks.

    Only its random name is written down, beside it; what lies elsewhere is opened by its path.

    Args:
        vault: a notebook that could be opened.
    """
    if vault.name == _read_remembered_name(vault.parent):
        return
    # It is a convenience: where it cannot be written, the one changed last opens.
    with contextlib.suppress(TimelineError, OSError):
        if all(_is_ours(entry) for entry in vault.parent.iterdir()):
            settings = json.dumps({"last": vault.name}).encode()
            files.store(vault.parent / _SETTINGS, settings, replace=True)


def _read_remembered_name(where: Path) -> str | None:
    """The name settings.json gives, if it is there and can be read."""
    file = where / _SETTINGS
    with contextlib.suppress(OSError, ValueError, RecursionError):
        if is_regular(file) and file.stat().st_size < _LONGEST:
            settings = json.loads(file.read_bytes())
            if isinstance(settings, dict) and isinstance(settings.get("last"), str):
                return str(settings["last"])
    return None


def _is_ours(entry: Path) -> bool:
    """Whether this program made `entry`."""
    return (
        entry.name == _SETTINGS or NOTEBOOK_SUFFIX in entry.name or entry.name.endswith((".running", ".part"))
    )
