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
    from timeline import redaction as share
    from timeline.formats.own_language import read_in_own_language
    from timeline.messages import command
    from timeline.messages.report import unprintable
    from timeline.picture.theme import load_measure
    from timeline.report import render
    from timeline.report.report import build_report
    from timeline.system import files

    today = date.today()
    password = _read_password() if options.password_stdin else None
    if password is not None:
        render.check_password(password)
    reading = read_in_own_language(options.file.name, files.read_whole_file(options.file), today)
    for problem in reading.problems:
        print(problem)
    history = reading.history
    if history is None:
        print(command.nothing_reported(options.file.name), file=sys.stderr)
        return 1
    plan = _plan(options.plan, history) if options.plan else share.everything_but_stories(history)
    made = build_report(history, plan, today, measure=load_measure(), paper=options.paper)
    signs = render.find_unprintable_signs(made)
    if signs:
        print(unprintable("".join(signs)), file=sys.stderr)
    for line in _list_notices(history, plan, today):
        print(line, file=sys.stderr)
    files.store(options.output, render.render_pdf(made, password), replace=options.force)
    return 1 if reading.mistakes else 0


def _read_password() -> str:
    """The password on standard input: its first line."""
    return sys.stdin.readline().rstrip("\r\n")


def _list_notices(history: "History", plan: "SharePlan", today: date) -> "Iterable[str]":
    """What the person may not expect in the paper, in a few lines."""
    from timeline import redaction as share
    from timeline.messages import report_command as leaving
    from timeline.messages import share_page

    leaves = share.summarise_share(history, plan, today)
    yield from leaves.notices[:MOST_NOTICES]
    if len(leaves.notices) > MOST_NOTICES:
        yield leaving.more_lines_note(len(leaves.notices) - MOST_NOTICES)
    for heading, words in (
        (share_page.LEFTOVERS, leaves.possible_names),
        (share_page.DATES_IN_WORDS, leaves.dates),
    ):
        if words:
            yield leaving.format_counted_list(heading, words)


def _plan(path: Path, history: "History") -> "SharePlan":
    """The plan in a file, which names nothing that is not in `history`."""
    from pydantic import ValidationError

    from models.errors import TimelineError
    from models.sharing import SharePlan
    from timeline.messages import command
    from timeline.messages import report_command as leaving
    from timeline.redaction.unknown_references import find_unknown_references
    from timeline.system import files

    try:
        plan = SharePlan.model_validate_json(files.read_whole_file(path))
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False)[0]
        where = ".".join(str(part) for part in first["loc"])
        raise TimelineError(command.not_a_plan(str(path), where, first["msg"])) from None
    if named := find_unknown_references(history, plan):
        raise TimelineError(leaving.unknown_references_error(str(path), named))
    return plan
