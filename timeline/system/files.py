"""A person's own file, taken in and written out whole; one sentence when that cannot be done."""

import contextlib
import os
import tempfile
from pathlib import Path

from models.errors import TimelineError

MAX_BYTES = 512 * 1024 * 1024  # more is no history; each format has its own, smaller limit
NO_FILE_NAME = "the name is not one a file can have"


def read_whole_file(path: Path) -> bytes:
    """What the file at `path` holds.

    Raises:
        TimelineError: there is no file there, or it cannot be read.
    """
    try:
        if path.is_dir():
            raise TimelineError("“{path}” is a folder, not a file. Give the file to read.", path=path)
        if path.exists() and not path.is_file():  # a device or a pipe, which may have no end
            raise TimelineError(
                "“{path}” is not a file that can be read whole. Give the file to read.", path=path
            )
        if path.stat().st_size > MAX_BYTES:
            raise TimelineError(
                "“{path}” is larger than 512 MB, which no history is. Nothing was read.", path=path
            )
        return path.read_bytes()
    except FileNotFoundError:
        raise TimelineError("There is no file “{path}”. Check the name and the folder.", path=path) from None
    except (OSError, ValueError) as error:
        raise TimelineError("“{path}” cannot be read: {what}.", path=path, what=_reason(error)) from None


def store(path: Path, what: bytes, *, replace: bool = False) -> None:
    """Write `what` to `path`, readable by this user alone: all of it, or nothing.

    Args:
        path: where to.
        what: the whole content.
        replace: whether a file that is there already may be replaced.

    Raises:
        TimelineError: there is a file already, or it cannot be written. Whatever was there is untouched.
    """
    part = None
    try:
        if path.exists() and not replace:
            raise TimelineError(
                "“{path}” is there already, and stays. Choose another name, or add --force.", path=path
            )
        handle, part = tempfile.mkstemp(prefix=".", suffix=".part", dir=path.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(what)
            file.flush()
            os.fsync(file.fileno())
        Path(part).replace(path)
    except (OSError, ValueError) as error:
        if part:
            with contextlib.suppress(OSError):
                Path(part).unlink()
        raise TimelineError("“{path}” cannot be written: {what}.", path=path, what=_reason(error)) from None


def _reason(error: Exception) -> str:
    """Why the system would not, in its own words."""
    return (getattr(error, "strerror", None) or NO_FILE_NAME).lower()
