"""Which notebook is meant, and opening it with everything a person needs to hear where it does not open."""

import shlex
from pathlib import Path

from models.errors import LostNotebook, VaultError, WrongKey
from timeline.messages import copies as say
from timeline.storage.copies import CopyFolder, find_sound_copy, make_copy
from timeline.storage.desk import Desk
from timeline.storage.vault import NOT_LOCKED, Key, Vault
from timeline.storage.vault import notebook_folder as place

RESTORE_LINE = "attachment-timeline copies restore"


def choose_notebook(vault: Path | None, data_dir: Path | None = None) -> Path | None:
    """The file that was named, else the notebook used last, None if there is none.

    Args:
        vault: as it was given.
        data_dir: where notebooks are kept, None for this user's usual place.
    """
    return vault or place.last_used(place.find_notebook_folder(data_dir))


def open_notebook(path: Path, key: Key = NOT_LOCKED) -> Vault:
    """The notebook at `path`, open. One of an older version is copied before it is brought up to date.

    Raises:
        WrongKey: it takes a passphrase, or another one.
        VaultError: it does not open; where there is a sound copy of it, the sentence offers that.
    """
    try:
        return Vault.open(path, key, before_update=make_copy)
    except (LostNotebook, WrongKey) as error:
        raise _offer_copy(path, key, error) from None


def open_desk(path: Path, key: Key = NOT_LOCKED) -> Desk:
    """A desk with the notebook at `path` on it.

    Raises:
        VaultError: as `open_notebook`, or an entry in it is not one this version can read.
    """
    return Desk.open(open_notebook(path, key))


def _offer_copy(path: Path, key: Key, error: VaultError) -> VaultError:
    """The error with the newest sound copy in it, if there is one that this key opens."""
    copy = find_sound_copy(CopyFolder(path), key)
    if copy is None:
        return error
    # A copy that opens with this key shows that it was the right one, and the notebook is damaged.
    says = say.damage_sentence(str(path)) if isinstance(error, WrongKey) else str(error)
    line = f"{RESTORE_LINE} {copy.id} --vault {shlex.quote(str(path))}"
    return LostNotebook(say.offer_copy(says, f"{copy.made:%Y-%m-%d %H:%M}", line))
