"""Making a copy, checking one, and putting one back: a copy is there whole or not at all."""

import contextlib
import hashlib
import os
import secrets
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from models.errors import VaultError
from timeline.messages import copies as say
from timeline.storage.copies.copy_folder import Copy, CopyFolder
from timeline.storage.vault import NOT_LOCKED, Key, Vault
from timeline.storage.vault.held_file import HeldFile


class CopyContents(NamedTuple):
    """What is in a copy.

    Attributes:
        people: how many relationships.
        moments: how many episodes.
        last_change: when it was last changed; None if never.
    """

    people: int
    moments: int
    last_change: datetime | None


def make_copy(vault: Vault) -> Copy:
    """A new copy of an open notebook, checked whole. Old copies are removed after it, never before.

    A save waits only while the bytes are read; the check works on the copy.

    Raises:
        VaultError: none could be made, or what was written is not what was read; nothing was left behind.
    """
    if vault.path is None:
        raise VaultError(say.SAMPLE_IN_MEMORY)
    folder = CopyFolder(vault.path)
    folder.make_folder()
    folder.clear_halves()
    half = folder.path / f"{secrets.token_hex(4)}.part"
    try:
        digest = _write_whole(half, [*vault.read_file()])  # read at once, so that a save waits for no disk
        _refuse_other_bytes(half, digest)
        Vault.inspect(half, vault.key)
        path = folder.name_next(datetime.now(UTC))
        half.rename(path)
        _sync_folder(folder.path)
    except OSError as error:
        raise VaultError(say.not_copied(_reason(error))) from None
    finally:
        with contextlib.suppress(OSError):
            half.unlink()
    folder.remove_old_copies()
    return next(copy for copy in folder.list_copies() if copy.path == path)


def check_copy(copy: Copy, key: Key = NOT_LOCKED) -> CopyContents:
    """What is in a copy, every page of it read; from now on it counts as checked.

    Raises:
        WrongKey: this key does not open it.
        VaultError: it is damaged.
    """
    contents = CopyContents(*Vault.inspect(copy.path, key))
    with contextlib.suppress(OSError):
        os.utime(copy.path)
    return contents


def choose_copy(folder: CopyFolder, id_: str | None) -> Copy:
    """The copy of that number, the newest without one.

    Raises:
        VaultError: there is none.
    """
    copies = folder.list_copies()
    if not copies:
        raise VaultError(say.no_copy_yet(str(folder.notebook)))
    found = next((copy for copy in copies if id_ in (None, copy.id)), None)
    if found is None:
        there = ", ".join(copy.id for copy in copies)
        raise VaultError(say.no_such_copy(str(id_)[:80], there))
    return found


def find_sound_copy(folder: CopyFolder, key: Key = NOT_LOCKED) -> Copy | None:
    """The newest copy that this key opens and that is whole; None if there is none."""
    for copy in folder.list_copies():
        with contextlib.suppress(VaultError):
            check_copy(copy, key)
            return copy
    return None


def save_copy_as(copy: Copy, to: Path, key: Key = NOT_LOCKED) -> Path:
    """A new notebook with what is in the copy.

    Raises:
        VaultError: the copy is damaged, or there is something at that place already.
    """
    Vault.inspect(copy.path, key)
    file = HeldFile.create(to)
    try:
        digest = _write_whole(file.path, _read_whole(copy.path))
        _refuse_other_bytes(file.path, digest)
        _sync_folder(file.path.parent)
    except BaseException as error:
        file.remove()
        if isinstance(error, OSError):
            raise VaultError(say.not_written(str(to), _reason(error))) from None
        raise
    finally:
        file.close()
    return file.path


def restore_copy(folder: CopyFolder, copy: Copy, key: Key = NOT_LOCKED) -> Path | None:
    """Where the notebook as it stood is kept, now that the copy has taken its place; None if there was none.

    The notebook must not be open anywhere. It is there under its name at every moment: as it was, or as it
    was in the copy.

    Raises:
        VaultError: the copy is damaged, the notebook is open, or it could not be written. All is as it was.
    """
    Vault.inspect(copy.path, key)
    held = HeldFile.open(folder.notebook) if os.path.lexists(folder.notebook) else None
    half = folder.path / f"{secrets.token_hex(4)}.part"
    try:
        aside = _keep_aside(folder, held, key) if held else None
        digest = _write_whole(half, _read_whole(copy.path))
        _refuse_other_bytes(half, digest)
        half.replace(folder.notebook)
        _sync_folder(folder.notebook.parent)
    except OSError as error:
        raise VaultError(say.not_written(str(folder.notebook), _reason(error))) from None
    finally:
        with contextlib.suppress(OSError):
            half.unlink()
        if held:
            held.close()
    return aside


def _keep_aside(folder: CopyFolder, held: HeldFile, key: Key) -> Path:
    """Where the notebook as it stands is kept: as a copy if it is whole, else beside the copies, for good.

    A save that was interrupted in it is kept with it, and taken back there.
    """
    half = folder.path / f"{secrets.token_hex(4)}.part"
    half_saved, its_half = (path.with_name(path.name + "-journal") for path in (held.path, half))
    if half_saved.exists():
        _write_whole(its_half, _read_whole(half_saved))
    _write_whole(half, held.read_blocks())
    try:
        Vault.inspect(half, key)
        aside = folder.name_next(datetime.now(UTC))
    except VaultError:
        aside = folder.name_damaged(datetime.now(UTC))
        if its_half.exists():
            its_half.rename(aside.with_name(aside.name + "-journal"))
    half.rename(aside)
    _sync_folder(folder.path)
    with contextlib.suppress(OSError):
        half_saved.unlink()  # it belongs to what is kept aside, and would spoil what takes its place
    return aside


def _write_whole(path: Path, blocks: Iterable[bytes]) -> bytes:
    """The digest of what was written to `path`, once it is on the disk."""
    digest = hashlib.sha256()
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0), 0o600)
    with os.fdopen(descriptor, "wb") as file:
        for block in blocks:
            digest.update(block)
            file.write(block)
        file.flush()
        os.fsync(file.fileno())
    return digest.digest()


def _read_whole(path: Path) -> Iterable[bytes]:
    with path.open("rb") as file:
        while block := file.read(1 << 20):
            yield block


def _refuse_other_bytes(path: Path, digest: bytes) -> None:
    found = hashlib.sha256()
    for block in _read_whole(path):
        found.update(block)
    if found.digest() != digest:
        raise VaultError(say.OTHER_BYTES)


def _sync_folder(folder: Path) -> None:
    """Have the names in `folder` on the disk, where a system can."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _reason(error: OSError) -> str:
    return (error.strerror or "the disk reports an error").lower()
