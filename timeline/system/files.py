"""A person's own file, taken in and written out whole; one sentence when that cannot be done."""

import contextlib
import os
import tempfile
from pathlib import Path

from models.errors import TimelineError

MAX_BYTES = 512 * 1024 * 1024  # more is no history; each format has its own, smaller limit


def read_whole_file(path: Path) -> bytes:
    """What the file at `path` holds.

    Raises:
        TimelineError: there is no file there, or it cannot be read.
    """
    try:
        if path.is_dir():
            raise TimelineError(f"“{path}” is a folder, not a file. Give the file to read.")
        if path.exists() and not path.is_file():  # a device or a pipe, which may have no end
            raise TimelineError(f"“{path}” is not a file that can be read whole. Give the file to read.")
        if path.stat().st_size > MAX_BYTES:
            raise TimelineError(f"“{path}” is larger than 512 MB, which no history is. Nothing was read.")
        return path.read_bytes()
    except FileNotFoundError:
        raise TimelineError(f"There is no file “{path}”. Check the name and the folder.") from None
    except (OSError, ValueError) as error:
        raise TimelineError(f"“{path}” cannot be read: {_reason(error)}.") from None


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
            raise TimelineError(f"“{path}” is there already, and stays. Choose another name, or add --force.")
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
        raise TimelineError(f"“{path}” cannot be written: {_reason(error)}.") from None


def _reason(error: Exception) -> str:
    """Why the system would not, in its own words."""
    return (getattr(error, "strerror", None) or "the name is not one a file can have").lower()
