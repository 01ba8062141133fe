"""`check FILE`: every problem in a file, with the row and column a spreadsheet would show."""

import argparse
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from models.history import History

from timeline.system.file_answers import add_answer_arguments, collect_answers

NAME = "check"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Tell `parser` what the verb takes."""
    parser.add_argument("file", metavar="FILE", type=Path)
    add_answer_arguments(parser)


def run(options: argparse.Namespace) -> int:
    """1 if the file has any problem, else 0; the problems are printed in the order of the file.

    Raises:
        TimelineError: there is no such file, or no format recognises it.
    """
    from timeline.formats.own_language import read_in_own_language
    from timeline.messages import formats as words
    from timeline.messages.command import summarise_check
    from timeline.system import files

    file: Path = options.file
    today = date.today()
    reading = read_in_own_language(file.name, files.read_whole_file(file), today, collect_answers(options))
    for problem in reading.problems:
        print(problem)
    for notice in _list_notices(reading.history, today) if reading.history else ():
        print(notice)
    found, history = len(reading.mistakes), reading.history
    people = len(history.relationships) if history else None
    said = summarise_check(found, people, len(history.episodes) if history else 0)
    if history and history.to_place:
        said += f" {words.count_to_place(len(history.to_place))}"
    print(f"{file.name}: {said}", file=sys.stderr)
    return 1 if found else 0


def _list_notices(history: "History", today: date) -> "Iterable[str]":
    """What can be read and is likely a slip, one sentence each; none of it is a problem."""
    from timeline.messages.problem_sentences import before_birth_notice
    from timeline.study.life_counts import list_moments_before_birth
    from timeline.study.study import Study

    for moment in list_moments_before_birth(Study(history, today)):
        yield before_birth_notice(moment.headline, moment.when.as_written)
