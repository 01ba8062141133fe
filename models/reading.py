"""What came out of reading a person's file: a history if there is one, and every problem with its place."""

from typing import NamedTuple

from models.history import History

QUOTED_VALUE_MAX = 80


class FileQuestion(NamedTuple):
    """What only the person can say of a file.

    Attributes:
        what: "encoding", "day_first" or "me".
        choices: the answers there are.
    """

    what: str
    choices: tuple[str, ...]


class FileAnswers(NamedTuple):
    """What the person said of a file.

    Attributes:
        encoding: the letters it is written in, where it does not say so itself.
        day_first: whether 05/04/1997 is 5 April; None where that was not said.
    """

    encoding: str = ""
    day_first: bool | None = None


class Problem(NamedTuple):
    """One thing in a file that could not be taken as it stands.

    Attributes:
        source: the file's name as the person gave it.
        row: the row as a spreadsheet shows it (1 is the header), or a JSON path; "" for the whole file.
        column: the column or field; "" where the row as a whole is meant.
        says: what is wrong, what was expected, the value cut to 80 characters.
        stops: whether nothing can be taken from the file because of it (else only that value or that entry).
        is_notice: whether nothing is wrong: it only says how something was read, or what stayed behind.
        question: what the person could answer so that it can be taken; None where nothing would help.
    """

    source: str
    row: str
    column: str
    says: str
    stops: bool = False
    is_notice: bool = False
    question: FileQuestion | None = None

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

    @property
    def mistakes(self) -> tuple[Problem, ...]:
        """The problems without what is only said."""
        return tuple(problem for problem in self.problems if not problem.is_notice)


def quote_value(value: object) -> str:
    """`value` as it is quoted back in a problem: at most 80 characters."""
    text = str(value)
    return f"“{text}”" if len(text) <= QUOTED_VALUE_MAX else f"“{text[: QUOTED_VALUE_MAX - 1]}…”"
