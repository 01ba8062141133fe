"""docs/formats.md is true: it names every column and every kind of entry, and its example can be read."""

import re

from models.history import COLLECTIONS, SINGLES
from tests.formats.tables import read_with_problems
from timeline.formats.kinds.csv import _SPELL, COLUMNS, ROW_TYPES
from timeline.system.paths import ROOT

DOCS = (ROOT / "docs" / "formats.md").read_text(encoding="utf-8")


def rows_of(header: str) -> dict[str, set[str]]:
    """A table of the page: the first word of each row, and every word in code in the rest of it."""
    after = DOCS.partition(header)[2].partition("\n\n")[0]
    lines = [line.split("|") for line in after.splitlines() if line.startswith("| `")]
    return {cells[1].strip(" `"): set(re.findall("`([a-z_]+)`", cells[-2])) for cells in lines}


def test_every_type_of_row_is_explained_with_its_columns() -> None:
    explained = rows_of("| type |")
    assert explained == {
        type_: {*columns, *(_SPELL if type_ in ("relationship", "spell") else ())}
        for type_, (_, columns) in ROW_TYPES.items()
    }


def test_every_column_is_explained() -> None:
    assert {*rows_of("| column |")} == {*COLUMNS}


def test_every_column_is_used_by_a_type_of_row() -> None:
    used = {column for _, columns in ROW_TYPES.values() for column in (*columns, *_SPELL)}
    assert used == {*COLUMNS} - {"type"}


def test_the_example_can_be_read() -> None:
    history, problems = read_with_problems(DOCS.partition("```json\n")[2].partition("```")[0])
    assert problems == ()
    assert len(history.episodes) == 1


def test_every_kind_of_entry_is_named() -> None:
    named = set(
        re.findall("`([a-z_]+)`", DOCS.partition("## attachment-timeline/2")[2].partition("\n## ")[0])
    )
    assert {*COLLECTIONS, *SINGLES} <= named
