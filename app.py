"""The command `attachment-timeline`: read the arguments and run the verb; without one, open the notebook."""

import argparse
import sys
from collections.abc import Sequence
from typing import NoReturn

from models.errors import TimelineError
from timeline.system import log
from timeline.verbs import VERBS

HELP = """\
attachment-timeline: a private notebook for the relationships of a life

Usage:
  attachment-timeline                      open the notebook used last; if there is none, a sample
  attachment-timeline --sample NAME        open a sample: andersen, bronte or vangogh
  attachment-timeline --vault PATH         open the notebook in this file
  attachment-timeline add "LINE"           set down a moment: 1994 Dad left us #abandonment 5
  attachment-timeline import FILE          bring a file into a notebook; one undo takes it back
  attachment-timeline copies list          the copies of a notebook; also copies test [ID], copies restore ID
  attachment-timeline check FILE           read a file and print every problem, with its row and column
  attachment-timeline convert IN -o OUT    rewrite a file in the format OUT ends with: .json or .csv
  attachment-timeline patterns FILE        print what recurs in a file, and what chance would do
  attachment-timeline report FILE -o OUT.pdf   the paper for a therapist; without a plan all but stories

Options for opening:
  --data-dir FOLDER   where notebooks are kept, instead of this user's usual place
  --port NUMBER       listen on this port of 127.0.0.1 (else a free one)
  --no-browser        print the link instead of opening a browser; it works once

Options for add (without a line, lines are read from the standard input):
  --vault PATH        the notebook (else the one used last)
  --history FILE      read against the people and tags of a file; saves nothing
  --today DAY         what "yesterday" counts from, as 2026-11-30
  --dry-run           say what would be added, and add nothing
  --phrase-stdin      the first line of the standard input opens a locked notebook

Options for import (--vault, --dry-run, --json and --phrase-stdin as for add):
  --take ID,…|all|none   what reads otherwise here and in the file: take these from the file

Options for copies (--vault, --json and --phrase-stdin as for add):
  --to PATH           write the copy there, instead of in the place of the notebook

Options for patterns:
  --ask QUESTION      ask one thing first, as in "neglect -> rejection"; may be given several times
  --json              print it for another program to read (add, patterns)

Options for convert and report:
  --force             replace OUT if it is there already

Options for report:
  --plan PLAN         a JSON file that names what leaves, and how names and dates are written
  --paper a4|letter   what it is laid out for (a4)
  --password-stdin    lock the PDF with the first line of the standard input

  -h, --help          this text
  --version           the version

The notebook opens in your browser. It runs on this machine, and nothing leaves it. Ctrl+C here closes it.
Exit codes: 0 done, 1 there is something to mend or to answer (it is printed), 2 it could not be done (one
sentence says why).

Examples:
  attachment-timeline --sample bronte
  attachment-timeline check mine.csv
  attachment-timeline convert mine.csv -o mine.json
"""
PROGRAM = "attachment-timeline"
EXIT_FAILED, EXIT_BUG, EXIT_INTERRUPTED = 2, 3, 130


def main(arguments: Sequence[str] | None = None) -> int:
    """The exit code of the command.

    Args:
        arguments: those typed after the command's name; None for this process's own.
    """
    options = _options(sys.argv[1:] if arguments is None else arguments)
    log.keep_private()
    try:
        code: int = options.run(options)
    except TimelineError as error:
        return _say(str(error), EXIT_FAILED)
    except KeyboardInterrupt:
        return EXIT_INTERRUPTED
    except BrokenPipeError:  # the reader of our output has seen enough, as in `| head`
        sys.stderr.close()
        return EXIT_FAILED
    except Exception as error:  # noqa: BLE001  the last place that can keep a traceback from the screen
        return _say(
            f"This should not happen ({log.describe_error(error)}). What you saved before is safe.", EXIT_BUG
        )
    return code


class _OneSentence(argparse.ArgumentParser):
    """A parser that says in one sentence what it could not understand."""

    def error(self, message: str) -> NoReturn:
        sys.exit(_say(f"{message[:1].upper()}{message[1:]}. See {PROGRAM} --help.", EXIT_FAILED))


def _options(arguments: Sequence[str]) -> argparse.Namespace:
    """The arguments, read: their values, and `run`, the verb's own."""
    named = {verb.NAME: verb for verb in VERBS}
    typed = arguments[0] if arguments and arguments[0] in named else ""
    if not typed and arguments and not arguments[0].startswith("-"):
        known = ", ".join(name for name in named if name)
        sentence = f"There is no verb “{arguments[0][:80]}”. There are: {known}. See {PROGRAM} --help."
        sys.exit(_say(sentence, EXIT_FAILED))
    parser = _OneSentence(prog=PROGRAM, add_help=False, allow_abbrev=False)
    parser.add_argument("-h", "--help", action=_Help, nargs=0)
    parser.add_argument("--version", action=_Version, nargs=0)
    parser.set_defaults(run=named[typed].run)
    named[typed].add_arguments(parser)
    return parser.parse_args(arguments[1:] if typed else arguments)


class _Help(argparse.Action):
    """Prints the help and ends."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> NoReturn:
        print(HELP, end="")
        parser.exit()


class _Version(argparse.Action):
    """Prints the version and ends."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> NoReturn:
        from importlib.metadata import version

        print(f"{PROGRAM} {version(PROGRAM)}")
        parser.exit()


def _say(sentence: str, code: int) -> int:
    print(f"{PROGRAM}: {sentence}", file=sys.stderr)
    return code


if __name__ == "__main__":
    sys.exit(main())
