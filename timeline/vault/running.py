"""How a second start finds the program that has a notebook open: by a small file beside the notebook."""

import contextlib
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from models.errors import TimelineError
from timeline import files
from timeline.vault.file import is_regular

_LONGEST = 10_000  # bytes


class Running(NamedTuple):
    """What the program that has a notebook open says of itself. It may have died since.

    Attributes:
        pid: its process.
        port: where it listens on 127.0.0.1.
        secret: what it and whoever asks it prove to each other.
    """

    pid: int
    port: int
    secret: str


def running(vault: Path) -> Running | None:
    """Who says to have `vault` open, None if nobody."""
    with contextlib.suppress(OSError, ValueError, RecursionError, KeyError, TypeError):
        file = _beside(vault)
        if is_regular(file) and file.stat().st_size < _LONGEST:
            told = json.loads(file.read_bytes())
            pid, port, secret = told["pid"], told["port"], told["secret"]
            if type(pid) is int and type(port) is int and 1 <= port <= 65535 and isinstance(secret, str):
                return Running(pid, port, secret)
    return None


@contextmanager
def findable(vault: Path, port: int, secret: str) -> Iterator[None]:
    """Let a second start of this program find this one, for as long as it lasts.

    Args:
        vault: the notebook, which this process has open.
        port: where this process listens.
        secret: what to prove itself by.
    """
    own = Running(os.getpid(), port, secret)
    # Where it cannot be written, a second start says that the notebook is open, and no more.
    with contextlib.suppress(TimelineError):
        files.store(_beside(vault), json.dumps(own._asdict()).encode(), replace=True)
    try:
        yield
    finally:
        if running(vault) == own:
            with contextlib.suppress(OSError):
                _beside(vault).unlink()


def _beside(vault: Path) -> Path:
    return vault.with_name(vault.name + ".running")
