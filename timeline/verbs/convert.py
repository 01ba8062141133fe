"""`convert IN -o OUT`: the same history in another format."""

import argparse
import sys
from datetime import date
from pathlib import Path

from timeline.system.file_answers import add_answer_arguments, collect_answers

NAME = "convert"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Tell `parser` what the verb takes."""
    parser.add_argument("source", metavar="IN", type=Path)
    parser.add_argument("-o", "--output", metavar="OUT", type=Path, required=True)
    parser.add_argument("--force", action="store_true")
    add_answer_arguments(parser)


def run(options: argparse.Namespace) -> int:
    """0 if all of it was rewritten; 1 if lines were left out (they are printed) or nothing could be taken.

    Raises:
        TimelineError: there is no such file, no format recognises it, or OUT cannot be written.
    """
    from timeline import formats
    from timeline.formats.own_language import read_in_own_language
    from timeline.messages.command import nothing_converted
    from timeline.system import files

    source, output = options.source, options.output
    content = files.read_whole_file(source)
    reading = read_in_own_language(source.name, content, date.today(), collect_answers(options))
    for problem in reading.problems:
        print(problem)
    if reading.history is None:
        print(nothing_converted(source.name), file=sys.stderr)
        return 1
    ending = output.suffix.lower().removeprefix(".")
    files.store(output, formats.write(reading.history, ending), replace=options.force)
    if left_out := formats.describe_left_out(reading.history, ending):
        print(left_out, file=sys.stderr)
    return 1 if reading.mistakes else 0
