"""`report FILE -o OUT.pdf`: the paper for a therapist, made of a file and, if there is one, a plan."""

import argparse
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from models.sharing import SharePlan

NAME = "report"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Tell `parser` what the verb takes."""
    parser.add_argument("file", metavar="FILE", type=Path)
    parser.add_argument("-o", "--output", metavar="OUT", type=Path, required=True)
    parser.add_argument("--plan", metavar="PLAN", type=Path)
    parser.add_argument("--paper", choices=("a4", "letter"), default="a4")
    parser.add_argument("--password-stdin", action="store_true")
    parser.add_argument("--force", action="store_true")


def run(options: argparse.Namespace) -> int:
    """0 if all of the file was taken; 1 if lines were left out (they are printed) or nothing could be taken.

    Raises:
        TimelineError: a file cannot be read or written, the plan is none, nothing is chosen in it, or the
            password is too short.
    """
    from timeline import files, formats, render, share
    from timeline.report import report
    from timeline.theme import measure
    from timeline.words.report import unprintable

    today = date.today()
    password = _typed() if options.password_stdin else None
    if password is not None:
        render.check_password(password)
    reading = formats.read(options.file.name, files.content(options.file), today)
    for problem in reading.problems:
        print(problem)
    history = reading.history
    if history is None:
        print(f"{options.file.name}: nothing could be taken from it: nothing was written.", file=sys.stderr)
        return 1
    plan = _plan(options.plan) if options.plan else share.everything_but_stories(history)
    made = report(history, plan, today, measure=measure(), paper=options.paper)
    signs = render.unprintable(made)
    if signs:
        print(unprintable("".join(signs)), file=sys.stderr)
    files.store(options.output, render.pdf(made, password), replace=options.force)
    return 1 if reading.problems else 0


def _typed() -> str:
    """The password on standard input: its first line."""
    return sys.stdin.readline().rstrip("\r\n")


def _plan(path: Path) -> "SharePlan":
    """The plan in a file."""
    from pydantic import ValidationError

    from models.errors import TimelineError
    from models.sharing import SharePlan
    from timeline import files

    try:
        return SharePlan.model_validate_json(files.content(path))
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False)[0]
        where = ".".join(str(part) for part in first["loc"]) or "the whole file"
        raise TimelineError(f"“{path}” is not a plan: {where}: {first['msg']}.") from None
