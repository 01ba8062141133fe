"""The tables of a notebook, whose file it is, and which version wrote it."""

from typing import Any

from models.errors import VaultError

APPLICATION = 0x41545456  # "ATTV", in the file's header
VERSION = 1

# `seq` is the order of entry and is never given out twice, so what is deleted can go back to its place.
# A step that was undone stays "undone" until it is done again, or "abandoned" once another one follows.
TABLES = {
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


def create_tables(connection: Any) -> None:
    """Make the tables of this version, in the transaction that is open."""
    for made in TABLES.values():
        connection.execute(made)
    connection.execute(f"PRAGMA application_id={APPLICATION}")
    connection.execute(f"PRAGMA user_version={VERSION}")


def refuse_other_files(connection: Any, name: str) -> None:
    """Nothing, if the file is a notebook of this version. Only reads.

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
    if version != VERSION:
        raise VaultError(f"“{name}” has the unknown version {version}. It was left as it is.")


def refuse_damage(connection: Any, name: str) -> None:
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
        == TABLES
    )
    if not sound:
        raise VaultError(f"“{name}” is damaged. It was left as it is; go back to a copy of it.")
