"""How a second start finds the program that has a notebook open: by a small file beside the notebook."""

import contextlib
import json
import os
from pathlib import Path
from typing import NamedTuple

from models.errors import TimelineError
from timeline.storage.vault.held_file import is_regular
from timeline.system import files

_LONGEST = 10_000  # bytes


class RunningProgram(NamedTuple):
    """What the program that has a notebook open says of itself. It may have died since.

    Attributes:
        pid: its process.
        port: where it listens on 127.0.0.1.
        secret: what it and whoever asks it prove to each other.
    """

    pid: int
    port: int
    secret: str


def read_running_program(vault: Path) -> RunningProgram | None:
    """Who says to have `vault` open, None if nobody."""
    with contextlib.suppress(OSError, ValueError, RecursionError, KeyError, TypeError):
        file = _running_file(vault)
        if is_regular(file) and file.stat().st_size < _LONGEST:
            told = json.loads(file.read_bytes())
            pid, port, secret = told["pid"], told["port"], told["secret"]
            if type(pid) is int and type(port) is int and 1 <= port <= 65535 and isinstance(secret, str):
                return RunningProgram(pid, port, secret)
    return None


class RunningAnnouncement:
    """Lets a second start of this program find this one, at the notebook that is open here.

    Args:
        port: where this process listens.
        secret: what to prove itself by.
    """

    def __init__(self, port: int, secret: str) -> None:
        self._own = RunningProgram(os.getpid(), port, secret)
        self._at: Path | None = None

    def announce_at(self, vault: Path) -> None:
        """Be found at `vault` from now on, and no longer at the one before."""
        self.close()
        self._at = vault
        # Where it cannot be written, a second start says that the notebook is open, and no more.
        with contextlib.suppress(TimelineError):
            files.store(_running_file(vault), json.dumps(self._own._asdict()).encode(), replace=True)

    def close(self) -> None:
        """Be found no more."""
        if self._at and read_running_program(self._at) == self._own:
            with contextlib.suppress(OSError):
                _running_file(self._at).unlink()
        self._at = None


def _running_file(vault: Path) -> Path:
    return vault.with_name(vault.name + ".running")
