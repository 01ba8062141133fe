"""The file of a notebook on disk: regular, for its user alone, and held by one program at a time."""

import contextlib
import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

from models.errors import LostNotebook, VaultError
from timeline.storage.vault.foreign_files import explain_foreign_file

_PAGE = 4096  # bytes; SQLCipher writes whole pages, so another size is a file cut short
_READ_BYTES = 1 << 20
_PLAIN = b"SQLite format 3\0"  # how a database begins that is not encrypted


def is_regular(path: Path) -> bool:
    """Whether `path` is itself an ordinary file: not a folder, link, pipe or device. Opens nothing."""
    try:
        return stat.S_ISREG(path.lstat().st_mode)
    except (OSError, ValueError):
        return False


class HeldFile:
    """A file held open from before the database opens it until after it closed it.

    One descriptor carries the lock and remembers which file it is. It is closed last: closing any descriptor
    of a file would drop the locks the database has on it.

    Args:
        path: absolute.
        descriptor: of an open regular file.
    """

    def __init__(self, path: Path, descriptor: int) -> None:
        self.path = path
        self._descriptor = descriptor
        self._lock: int | None = None
        # Not every kind of disk has modes.
        with contextlib.suppress(OSError, AttributeError):
            os.fchmod(descriptor, 0o600)
        try:
            self._hold()
        except BaseException:
            os.close(descriptor)
            raise

    @classmethod
    def create(cls, path: Path) -> "HeldFile":
        """A new, empty file at `path`, held; its folder is made (0700) if it is missing.

        Raises:
            VaultError: there is something already, or nothing can be written there.
        """
        path = path.absolute()
        try:
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            return cls(path, os.open(path, _flags() | os.O_CREAT | os.O_EXCL, 0o600))
        except FileExistsError:
            raise VaultError(
                f"There is something at “{path}” already, and it stays. Choose another name."
            ) from None
        except (OSError, ValueError) as error:
            raise VaultError(f"No notebook can be made at “{path}”: {_reason(error)}.") from None

    @classmethod
    def open(cls, path: Path) -> "HeldFile":
        """The file at `path`, held.

        Raises:
            VaultError: there is none, it is no regular file, cannot be opened, or is held already.
        """
        path = path.absolute()
        try:
            kind = path.lstat().st_mode
            if not stat.S_ISREG(kind):
                raise VaultError(
                    f"“{path}” is {_describe_file_kind(kind)}, not a notebook. Give the file of the "
                    f"notebook itself."
                )
            descriptor = os.open(path, _flags())
        except (FileNotFoundError, NotADirectoryError):
            raise LostNotebook(f"There is no notebook “{path}”. Check the name and the folder.") from None
        except (OSError, ValueError) as error:
            raise VaultError(f"“{path}” cannot be opened: {_reason(error)}. It was left as it is.") from None
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):  # exchanged since it was looked at
            os.close(descriptor)
            raise VaultError(f"“{path}” is not a notebook. Give the file of the notebook itself.")
        return cls(path, descriptor)

    def refuse_what_is_no_vault(self) -> None:
        """Say what this file is, if that can be seen without a key.

        Raises:
            VaultError: it is empty, cut short, all zeros, or an ordinary database.
        """
        size = os.fstat(self._descriptor).st_size
        left = "It was left as it is; go back to a copy of it."
        if size == 0:
            raise LostNotebook(f"“{self.path}” is empty, so there is no notebook in it. {left}")
        if self._is_half_written():
            return  # a save was interrupted: the database takes it back first, and then looks
        os.lseek(self._descriptor, 0, os.SEEK_SET)
        first = os.read(self._descriptor, _PAGE)
        if first.startswith(_PLAIN):
            raise VaultError(
                f"“{self.path}” is a database of another program, not a notebook. It was left as it is."
            )
        if first.strip(b"\0") and (says := explain_foreign_file(self.path, first)):
            raise VaultError(says)
        if not any(first):
            raise LostNotebook(
                f"“{self.path}” is damaged: it begins with zeros where the notebook was. {left}"
            )
        if size % _PAGE:
            raise LostNotebook(f"“{self.path}” is damaged: its end is missing. {left}")

    def read_blocks(self) -> Iterator[bytes]:
        """The bytes of the file, through the one descriptor it is held by; nothing may be writing it."""
        os.lseek(self._descriptor, 0, os.SEEK_SET)
        while block := os.read(self._descriptor, _READ_BYTES):
            yield block

    def refuse_if_moved(self) -> None:
        """Nothing, if the file at `path` is still the one held.

        Raises:
            VaultError: it was deleted, moved or exchanged, and what is saved now would be lost with it.
        """
        try:
            there = self.path.lstat()
        except OSError:
            there = None
        if there is None or not os.path.samestat(there, os.fstat(self._descriptor)):
            raise VaultError(
                f"“{self.path}” was deleted, moved or exchanged while it was open. Nothing was saved. "
                "Put the file back where it was and save again."
            )

    def remove(self) -> None:
        """Take the file away again: it was made a moment ago, and nothing came into it."""
        for name in (self.path, self.path.with_name(self.path.name + "-journal")):
            with contextlib.suppress(OSError):
                name.unlink()

    def close(self) -> None:
        """Let go of it. Nobody else could open it until now."""
        with contextlib.suppress(OSError):
            os.close(self._descriptor)
        if self._lock is not None:
            with contextlib.suppress(OSError):
                os.close(self._lock)

    def _hold(self) -> None:
        """Be the one program that has this file, under whatever name."""
        try:
            if sys.platform == "win32":
                # There a lock keeps even the database of this program out, so another file carries it: as
                # long as it is open here it cannot be deleted, and as long as it exists it is held.
                beside = self.path.with_name(self.path.name + ".lock")
                beside.unlink(missing_ok=True)
                self._lock = os.open(beside, os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_TEMPORARY, 0o600)
            else:
                import fcntl

                fcntl.flock(self._descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except (BlockingIOError, FileExistsError, PermissionError):
            raise VaultError(
                f"“{self.path}” is open already. Go on where it is open, or close it there first."
            ) from None
        except OSError as error:
            raise VaultError(
                f"“{self.path}” cannot be held for one program alone: {_reason(error)}."
            ) from None

    def _is_half_written(self) -> bool:
        try:
            return self.path.with_name(self.path.name + "-journal").lstat().st_size > 0
        except OSError:
            return False


def _flags() -> int:
    """Read and write; follow no link, wait for no pipe, pass to no child."""
    flags = os.O_RDWR
    for name in ("O_NOFOLLOW", "O_NONBLOCK", "O_CLOEXEC", "O_BINARY", "O_NOCTTY"):
        flags |= getattr(os, name, 0)
    return flags


def _describe_file_kind(kind: int) -> str:
    """What people call a file that is not regular."""
    for asks, name in (
        (stat.S_ISDIR, "a folder"),
        (stat.S_ISLNK, "a link to something else"),
        (stat.S_ISFIFO, "a pipe"),
    ):
        if asks(kind):
            return name
    return "a device"


def _reason(error: Exception) -> str:
    """Why the system would not, in its own words."""
    return (getattr(error, "strerror", None) or "the name is not one a file can have").lower()
