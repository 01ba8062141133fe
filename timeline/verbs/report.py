"""`report FILE -o OUT.pdf`: the paper for a therapist, made of a file and, if there is one, a plan."""

import argparse
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from models.history import History
    from models.sharing import SharePlan

NAME = "report"
MOST_NOTICES = 12
"""Sentences said beside the lists of words and dates."""


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
        TimelineError: a file cannot be read or written, the plan is none, names what is not in the file or
            chooses nothing, or the password is too short.
    """
    from timeline import formats
    from timeline import redaction as share
    from timeline.messages.report import unprintable
    from timeline.picture.theme import measure
    from timeline.report import render
    from timeline.report.report import report
    from timeline.system import files

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
    plan = _plan(options.plan, history) if options.plan else share.everything_but_stories(history)
    made = report(history, plan, today, measure=measure(), paper=options.paper)
    signs = render.unprintable(made)
    if signs:
        print(unprintable("".join(signs)), file=sys.stderr)
    for line in _to_look_at(history, plan, today):
        print(line, file=sys.stderr)
    files.store(options.output, render.pdf(made, password), replace=options.force)
    return 1 if reading.problems else 0


def _typed() -> str:
    """The password on standard input: its first line."""
    return sys.stdin.readline().rstrip("\r\n")


def _to_look_at(history: "History", plan: "SharePlan", today: date) -> "Iterable[str]":
    """What the person may not expect in the paper, in a few lines."""
    from timeline import redaction as share
    from timeline.messages import leaving, share_page

    leaves = share.leaves(history, plan, today)
    yield from leaves.notices[:MOST_NOTICES]
    if len(leaves.notices) > MOST_NOTICES:
        yield leaving.more(len(leaves.notices) - MOST_NOTICES)
    for heading, words in ((share_page.LEFTOVERS, leaves.leftovers), (share_page.DATES, leaves.dates)):
        if words:
            yield leaving.counted(heading, words)


def _plan(path: Path, history: "History") -> "SharePlan":
    """The plan in a file, which names nothing that is not in `history`."""
    from pydantic import ValidationError

    from models.errors import TimelineError
    from models.sharing import SharePlan
    from timeline.messages import leaving
    from timeline.redaction.unknown import unknown
    from timeline.system import files

    try:
        plan = SharePlan.model_validate_json(files.content(path))
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False)[0]
        where = ".".join(str(part) for part in first["loc"]) or "the whole file"
        raise TimelineError(f"“{path}” is not a plan: {where}: {first['msg']}.") from None
    if named := unknown(history, plan):
        raise TimelineError(leaving.not_there(str(path), named))
    return plan
