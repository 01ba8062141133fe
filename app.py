"""The command `attachment-timeline`: read the arguments and run the verb; without one, open the notebook."""

import argparse
import sys
from collections.abc import Sequence
from typing import NoReturn

from models.errors import TimelineError
from timeline.messages import command as say
from timeline.messages.language import use_language
from timeline.system import log
from timeline.verbs import VERBS

PROGRAM = "attachment-timeline"
EXIT_FAILED, EXIT_BUG, EXIT_INTERRUPTED = 2, 3, 130


def main(arguments: Sequence[str] | None = None) -> int:
    """The exit code of the command.

    Args:
        arguments: those typed after the command's name; None for this process's own.
    """
    options = _options(sys.argv[1:] if arguments is None else arguments)
    log.keep_private()
    with use_language(None):  # until a verb knows the notebook's own
        return _run(options)


def _run(options: argparse.Namespace) -> int:
    """Runs the verb, and says what went wrong in the language it had come to."""
    try:
        code: int = options.run(options)
    except TimelineError as error:
        from timeline.messages.problem_sentences import explain_error

        return _say(explain_error(error), EXIT_FAILED)
    except KeyboardInterrupt:
        return EXIT_INTERRUPTED
    except BrokenPipeError:  # the reader of our output has seen enough, as in `| head`
        sys.stderr.close()
        return EXIT_FAILED
    except Exception as error:  # noqa: BLE001  the last place that can keep a traceback from the screen
        return _say(say.should_not_happen(log.describe_error(error)), EXIT_BUG)
    return code


class _OneSentence(argparse.ArgumentParser):
    """A parser that says in one sentence what it could not understand."""

    def error(self, message: str) -> NoReturn:
        sys.exit(_say(say.see_help(f"{message[:1].upper()}{message[1:]}"), EXIT_FAILED))


def _options(arguments: Sequence[str]) -> argparse.Namespace:
    """The arguments, read: their values, and `run`, the verb's own."""
    named = {verb.NAME: verb for verb in VERBS}
    typed = arguments[0] if arguments and arguments[0] in named else ""
    if not typed and arguments and not arguments[0].startswith("-"):
        known = ", ".join(name for name in named if name)
        sys.exit(_say(say.no_such_verb(arguments[0], known), EXIT_FAILED))
    parser = _OneSentence(prog=PROGRAM, add_help=False, allow_abbrev=False)
    parser.add_argument("-h", "--help", action=_Help, nargs=0)
    parser.add_argument("--version", action=_Version, nargs=0)
    parser.set_defaults(run=named[typed].run)
    named[typed].add_arguments(parser)
    return parser.parse_args(arguments[1:] if typed else arguments)


class _Help(argparse.Action):
    """Prints the help and ends."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> NoReturn:
        print(say.HELP, end="")
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
