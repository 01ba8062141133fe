"""What came out of reading a person's file: a history if there is one, and every problem with its place."""

from typing import NamedTuple

from models.history import History

QUOTED_VALUE_MAX = 80


class Problem(NamedTuple):
    """One thing in a file that could not be taken as it stands.

    Attributes:
        source: the file's name as the person gave it.
        row: the row as a spreadsheet shows it (1 is the header), or a JSON path; "" for the whole file.
        column: the column or field; "" where the row as a whole is meant.
        says: what is wrong, what was expected, the value cut to 80 characters.
        stops: whether nothing can be taken from the file because of it (else only that value or that entry).
    """

    source: str
    row: str
    column: str
    says: str
    stops: bool = False

    def __str__(self) -> str:
        place = ", ".join(part for part in (self.row, self.column) if part)
        return f"{self.source}: {place}: {self.says}" if place else f"{self.source}: {self.says}"


class Reading(NamedTuple):
    """A file, read.

    Attributes:
        history: what could be taken, or None if nothing could.
        problems: in the order of the file.
    """

    history: History | None
    problems: tuple[Problem, ...] = ()


def quote_value(value: object) -> str:
    """`value` as it is quoted back in a problem: at most 80 characters."""
    text = str(value)
    return f"“{text}”" if len(text) <= QUOTED_VALUE_MAX else f"“{text[: QUOTED_VALUE_MAX - 1]}…”"
