"""The tables of a notebook, whose file it is, and which version wrote it."""

from typing import Any

from models.errors import LostNotebook, VaultError

APPLICATION = 0x41545456  # "ATTV", in the file's header
VERSION = 2
"""Of the tables; a file of an older version is brought up to it when it is opened."""

# `seq` is the order of entry and is never given out twice, so what is deleted can go back to its place.
# A step that was undone stays "undone" until it is done again, or "abandoned" once another one follows.
TABLES = {  # of the first version
    "documents": """CREATE TABLE documents (
        seq INTEGER PRIMARY KEY AUTOINCREMENT,
        kind TEXT NOT NULL,
        id TEXT NOT NULL,
        body TEXT NOT NULL,
        UNIQUE (kind, id)
    ) STRICT""",
    "steps": """CREATE TABLE steps (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        at TEXT NOT NULL,
        what TEXT NOT NULL,
        does TEXT NOT NULL CHECK (does IN ('do', 'undo', 'redo')),
        of INTEGER REFERENCES steps (number),
        state TEXT CHECK (state IN ('done', 'undone', 'abandoned')),
        CHECK ((does = 'do') = (of IS NULL)),
        CHECK ((does = 'do') = (state IS NOT NULL))
    ) STRICT""",
    "steps_by_state": "CREATE INDEX steps_by_state ON steps (state, number)",
    "changes": """CREATE TABLE changes (
        step INTEGER NOT NULL REFERENCES steps (number),
        nth INTEGER NOT NULL,
        kind TEXT NOT NULL,
        id TEXT NOT NULL,
        seq INTEGER NOT NULL,
        before TEXT,
        after TEXT,
        PRIMARY KEY (step, nth)
    ) STRICT, WITHOUT ROWID""",
    "drafts": """CREATE TABLE drafts (
        key TEXT PRIMARY KEY,
        at TEXT NOT NULL,
        body TEXT NOT NULL
    ) STRICT, WITHOUT ROWID""",
}


_BESIDE = """CREATE TABLE beside (
        key TEXT PRIMARY KEY,
        value TEXT NOT NULL
    ) STRICT, WITHOUT ROWID"""
# What is remembered about a notebook and is no part of it: no step, never exported, never undone.
_ADDED_IN = {2: {"beside": _BESIDE}}
"""The tables that each version has beyond the one before."""


def _list_tables(version: int) -> dict[str, str]:
    """The tables of a version, as each is made."""
    added = (tables for since, tables in _ADDED_IN.items() if since <= version)
    return {name: made for tables in (TABLES, *added) for name, made in tables.items()}


def create_tables(connection: Any) -> None:
    """Make the tables of this version, in the transaction that is open."""
    for made in _list_tables(VERSION).values():
        connection.execute(made)
    connection.execute(f"PRAGMA application_id={APPLICATION}")
    connection.execute(f"PRAGMA user_version={VERSION}")


def bring_up_to_date(connection: Any, version: int) -> None:
    """Make what this version has beyond `version`, in the transaction that is open.

    The documents stay as they are: every field that came later can be left out.
    """
    for since in range(version + 1, VERSION + 1):
        for made in _ADDED_IN[since].values():
            connection.execute(made)
    connection.execute(f"PRAGMA user_version={VERSION}")


def read_version(connection: Any, name: str) -> int:
    """The version of a notebook's tables, if this version of the program can open it. Only reads.

    Raises:
        VaultError: another program's file, or one a newer version of this program wrote.
    """
    application, version = (
        connection.execute(f"PRAGMA {asked}").fetchone()[0] for asked in ("application_id", "user_version")
    )
    if application != APPLICATION:
        raise VaultError(f"“{name}” belongs to another program. It was left as it is.")
    if version > VERSION:
        raise VaultError(
            f"“{name}” was written by a newer version of this program. It was left as it is. "
            "Install the newest version to open it."
        )
    if version < 1:
        raise VaultError(f"“{name}” has the unknown version {version}. It was left as it is.")
    return int(version)


def refuse_damage(connection: Any, name: str, version: int = VERSION) -> None:
    """Nothing, if every page is as it was written and every table as it was made. Only reads.

    Raises:
        VaultError: something in the file is not.
    """
    sound = (
        not connection.execute("PRAGMA cipher_integrity_check").fetchall()
        and connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        and not connection.execute("PRAGMA foreign_key_check").fetchall()
        and dict(
            connection.execute(
                "SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%'"
            )
        )
        == _list_tables(version)
    )
    if not sound:
        raise LostNotebook(f"“{name}” is damaged. It was left as it is; go back to a copy of it.")
