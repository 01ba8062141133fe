"""An open connection to the encrypted database: every setting asked for, read back, and refused if not so.

A plain SQLite takes `PRAGMA key` without a word and writes everything in the clear, and a setting that did
not take is not reported either. So nothing is believed that was not read back.
"""

from typing import Any

import sqlcipher3

from models.errors import VaultError, WrongKey
from timeline.storage.vault.database_errors import is_wrong_key_error, translate_database_errors
from timeline.storage.vault.key import Key

MEMORY = ":memory:"

# The form of the file, fixed by the fourth version of SQLCipher; (name, what is read back). Read, not chosen:
# a file written otherwise could not be opened by any other program that knows SQLCipher.
_CIPHER = (
    ("cipher_status", "1"),  # pages are encrypted at all
    ("cipher_page_size", "4096"),  # bytes
    ("cipher_use_hmac", "1"),  # a flipped bit is noticed when its page is read
    ("cipher_hmac_algorithm", "HMAC_SHA512"),
    ("cipher_kdf_algorithm", "PBKDF2_HMAC_SHA512"),
    ("kdf_iter", "256000"),  # rounds: each guess at a passphrase costs about a tenth of a second
    ("cipher_plaintext_header_size", "0"),  # nothing of the file says that it is a database
)
# (name, what is asked for, what is read back)
_SETTINGS = (
    ("cipher_log_level", "NONE", "NONE"),  # it would write to standard error
    ("synchronous", "EXTRA", "3"),  # a commit that returned is on the disk
    ("fullfsync", "ON", "1"),  # on macOS as well
    ("secure_delete", "ON", "1"),  # what was deleted is overwritten, not only unlisted
    ("temp_store", "MEMORY", "2"),  # sorting would spill into readable files
    ("foreign_keys", "ON", "1"),  # the file itself refuses a change without its step
    ("trusted_schema", "OFF", "0"),  # nothing a stranger wrote into a file is run on opening it
    ("cell_size_check", "ON", "1"),  # a damaged page is noticed before it leads anywhere
    ("busy_timeout", "5000", "5000"),  # milliseconds
)


def connect(place: str, key: Key | None) -> Any:
    """A connection to the database at `place`, keyed and set, in autocommit mode, for any thread.

    Nothing has been written yet, whatever the file turns out to be.

    Args:
        place: an absolute path, or `MEMORY`.
        key: what opens it; None for `MEMORY`, which no other can read.

    Raises:
        VaultError: this is no SQLCipher, or a setting did not take.
        WrongKey: the key does not open it.
    """
    with translate_database_errors(place):
        connection = sqlcipher3.connect(place, isolation_level=None, check_same_thread=False, timeout=5)
        try:
            connection.execute("PRAGMA cipher_log_level=NONE").fetchall()
            if key:
                connection.set_key(key.secret)
            connection.execute("PRAGMA cipher_compatibility=4").fetchall()
            if not _read_setting(connection, "cipher_version"):
                raise VaultError(
                    "The database of this installation cannot encrypt. Install the program again."
                )
            for name, expected in _CIPHER if key else ():
                _must_be(connection, name, expected)
            for name, asked, expected in _SETTINGS:
                connection.execute(f"PRAGMA {name}={asked}").fetchall()
                _must_be(connection, name, expected)
            connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        except sqlcipher3.Error as error:
            connection.close()
            if is_wrong_key_error(error):
                raise _wrong_key_error(place, key) from None
            raise
        except BaseException:
            connection.close()
            raise
    return connection


def keep_one_file(connection: Any, *, in_memory: bool) -> None:
    """Let a save leave nothing beside the file: a copy of the file alone is then the whole notebook.

    This writes to a file that was set otherwise, so it comes after the file is known to be ours.

    Raises:
        VaultError: the setting did not take.
    """
    connection.execute("PRAGMA journal_mode=DELETE").fetchall()
    _must_be(connection, "journal_mode", "memory" if in_memory else "delete")


def settings(connection: Any) -> dict[str, str]:
    """Every setting asked for, as it reads now."""
    names = [name for name, *_ in (*_CIPHER, *_SETTINGS)]
    return {name: _read_setting(connection, name) for name in ("cipher_version", "journal_mode", *names)}


def _wrong_key_error(place: str, key: Key | None) -> WrongKey:
    """What to say when the first page read makes no sense with this key."""
    if key and key.is_locked:
        return WrongKey(
            f"“{place}” does not open with this passphrase. Type it again. A damaged file looks the same; "
            "it was left as it is."
        )
    return WrongKey(
        f"“{place}” needs its passphrase. If it never had one, it is damaged, or no notebook of this "
        "program. It was left as it is."
    )


def _must_be(connection: Any, name: str, expected: str) -> None:
    found = _read_setting(connection, name)
    if found != expected:
        raise VaultError(
            f"The database of this installation keeps {name} at {found or 'nothing'} instead of {expected}. "
            "Nothing was opened. Install the program again."
        )


def _read_setting(connection: Any, name: str) -> str:
    row = connection.execute(f"PRAGMA {name}").fetchone()
    return "" if row is None or row[0] is None else str(row[0])
