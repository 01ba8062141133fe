"""What the command can do: one file per verb.

Each is imported to know its name and arguments, and imports what it works with only when it runs, so that
`--help` costs nothing.
"""

import argparse
from typing import Protocol

from timeline.verbs import add, check, convert, copies, import_file, patterns, report, serve


class Verb(Protocol):
    """A file of this folder.

    Attributes:
        NAME: what is typed; "" for the verb that needs none.
    """

    NAME: str

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Tell `parser` what the verb takes."""

    def run(self, options: argparse.Namespace) -> int:
        """Do it, and return the exit code: 0 done, 1 done and there was something to report."""


VERBS: tuple[Verb, ...] = (serve, add, check, convert, patterns, report, import_file, copies)
