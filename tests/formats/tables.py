"""Small tables to break: one person, one relationship, one moment, in our columns."""

import csv
import io

from models.history import History
from models.reading import Problem, Reading
from tests.histories import TODAY
from timeline import formats

HEADER = "type,id,relationship,name,kind,when,until,ended,headline,tags,direction,intensity,now,note,story\n"
COLUMNS = HEADER.strip().split(",")
RELATIONSHIP = {"type": "relationship", "id": "mum", "name": "Mum", "kind": "family", "when": "1984"}
MOMENT = {
    "type": "episode",
    "id": "e1",
    "relationship": "mum",
    "when": "1994-09-01",
    "headline": "First day at school",
    "tags": "care",
    "intensity": "4",
}


def row(like: dict[str, str] = MOMENT, **cells: str) -> str:
    """A row like that one, with these cells instead."""
    out = io.StringIO()
    csv.DictWriter(out, COLUMNS, lineterminator="\n").writerow(like | cells)
    return out.getvalue()


def table(*rows: str, header: str = HEADER) -> str:
    """A table with the relationship in row 2, and `rows` from row 3 on."""
    return header + row(RELATIONSHIP) + "".join(rows)


def read(content: str | bytes, name: str = "mine.csv") -> Reading:
    return formats.read(name, content.encode() if isinstance(content, str) else content, TODAY)


def read_with_problems(content: str | bytes, name: str = "mine.csv") -> tuple[History, tuple[Problem, ...]]:
    """The history and the problems, where there is a history."""
    reading = read(content, name)
    assert reading.history is not None
    return reading.history, reading.problems


def headlines(history: History) -> list[str]:
    return [moment.headline for moment in history.episodes]
