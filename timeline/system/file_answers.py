"""What is said of a file beside its name: the letters it is written in, and whether its days come first."""

import argparse
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from models.reading import FileAnswers


def add_answer_arguments(parser: argparse.ArgumentParser) -> None:
    """Tell `parser` what can be said of a file."""
    parser.add_argument("--encoding", metavar="NAME", default="")
    order = parser.add_mutually_exclusive_group()
    order.add_argument("--day-first", dest="day_first", action="store_true", default=None)
    order.add_argument("--month-first", dest="day_first", action="store_false")


def collect_answers(options: argparse.Namespace) -> "FileAnswers":
    """What was said."""
    from models.reading import FileAnswers

    return FileAnswers(options.encoding, options.day_first)
