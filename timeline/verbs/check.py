"""`check FILE`: every problem in a file, with the row and column a spreadsheet would show."""

import argparse
import sys
from datetime import date
from pathlib import Path

NAME = "check"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Tell `parser` what the verb takes."""
    parser.add_argument("file", metavar="FILE", type=Path)


def run(options: argparse.Namespace) -> int:
    """1 if the file has any problem, else 0; the problems are printed in the order of the file.

    Raises:
        TimelineError: there is no such file, or no format recognises it.
    """
    from timeline import formats
    from timeline.messages.grammar import count_with_noun
    from timeline.system import files

    file: Path = options.file
    reading = formats.read(file.name, files.read_whole_file(file), date.today())
    for problem in reading.problems:
        print(problem)
    found, history = len(reading.problems), reading.history
    said = f"{count_with_noun(found, 'problem')} found." if found else "no problems."
    if history:
        said += f" Relationships: {len(history.relationships)}. Moments: {len(history.episodes)}."
    print(f"{file.name}: {said}", file=sys.stderr)
    return 1 if found else 0
