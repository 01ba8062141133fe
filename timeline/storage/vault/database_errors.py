"""What the database cannot do, as one sentence for the person."""

from collections.abc import Iterator
from contextlib import contextmanager

import sqlcipher3

from models.errors import LostNotebook, VaultError

# SQLite's primary result codes, which do not change.
_BUSY, _TABLE_LOCKED, _READ_ONLY, _DISK, _CORRUPT, _FULL, _CANNOT_OPEN, _NOT_OURS = (
    5,
    6,
    8,
    10,
    11,
    13,
    14,
    26,
)

_SAYS = {
    _BUSY: "is being used by another program. Nothing was saved. Close that program and save again.",
    _TABLE_LOCKED: "is being used by another program. Nothing was saved. Close that program and save again.",
    _READ_ONLY: "may not be written. Nothing was saved. Allow writing to it and its folder; save again.",
    _CANNOT_OPEN: "may not be written. Nothing was saved. Allow writing to it and its folder; save again.",
    _DISK: "could not be read or written: the disk reports an error. Nothing was saved. Check the disk.",
    _CORRUPT: "is damaged. It was left as it is; go back to a copy of it.",
    _NOT_OURS: "is damaged. It was left as it is; go back to a copy of it.",
    _FULL: "cannot grow: the disk is full. Nothing was saved. Free some room and save again.",
}


@contextmanager
def translate_database_errors(name: str) -> Iterator[None]:
    """Whatever the database refuses in here is raised as a sentence about the notebook `name`.

    Raises:
        VaultError: instead of the database's own error, whose text could hold what the person wrote.
    """
    try:
        yield
    except sqlcipher3.Error as error:
        kind = LostNotebook if result_code(error) in (_CORRUPT, _NOT_OURS) else VaultError
        raise kind(f"“{name}” {_SAYS.get(result_code(error), _describe_other_error(error))}") from None
    except UnicodeEncodeError:
        raise VaultError(
            f"This text holds half of a character, which “{name}” cannot keep. Nothing was saved. "
            "Type that character again."
        ) from None


def result_code(error: sqlcipher3.Error) -> int:
    """SQLite's primary result code, 0 where there is none."""
    return int(getattr(error, "sqlite_errorcode", 0)) & 0xFF


def is_wrong_key_error(error: sqlcipher3.Error) -> bool:
    """Whether this is what SQLCipher says to a key that does not fit."""
    return result_code(error) == _NOT_OURS


def _describe_other_error(error: sqlcipher3.Error) -> str:
    return (
        f"could not be used ({type(error).__name__} {result_code(error)}). Nothing was saved. Open it again."
    )
