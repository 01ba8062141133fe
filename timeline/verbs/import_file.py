"""`import FILE`: bring a file into a notebook: said first, then done as one step that one undo takes back."""

import argparse
import json
import sys
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from models.reading import Reading
    from timeline.storage.import_plan import ImportPlan
    from timeline.storage.vault import Key

NAME = "import"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Tell `parser` what the verb takes."""
    from timeline.system.file_answers import add_answer_arguments

    parser.add_argument("file", metavar="FILE", type=Path)
    parser.add_argument("--vault", metavar="PATH", type=Path)
    parser.add_argument("--data-dir", metavar="FOLDER", type=Path)
    parser.add_argument("--take", metavar="ID,…|all|none")
    parser.add_argument("--dry-run", action="store_true")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--phrase-stdin", action="store_true")
    add_answer_arguments(parser)


def run(options: argparse.Namespace) -> int:
    """0 if it was done or nothing was new, 1 if an answer is missing, 2 if the file is unreadable.

    Nothing is written with 1 and 2, nor in a dry run.

    Raises:
        TimelineError: the file or the notebook cannot be opened, or the notebook could not be saved.
    """
    from models.errors import UnknownFormat
    from models.history import History
    from models.reading import Problem, Reading
    from timeline import formats
    from timeline.storage.import_plan import build_import_plan
    from timeline.storage.notebooks import choose_notebook, open_desk
    from timeline.storage.vault import NOT_LOCKED, Key
    from timeline.system import files
    from timeline.system.file_answers import collect_answers

    file: Path = options.file
    content = files.read_whole_file(file)
    answers = collect_answers(options)
    try:
        reading = formats.read(file.name, content, date.today(), answers)
    except UnknownFormat as unknown:
        reading = Reading(None, (Problem(file.name, "", "", str(unknown), stops=True),))
    format_name = formats.name_format(file.name, content, answers)
    phrase = sys.stdin.readline().rstrip("\r\n") if options.phrase_stdin else None
    key = NOT_LOCKED if phrase is None else Key.from_passphrase(phrase)
    path = choose_notebook(options.vault, options.data_dir)
    take = None if options.take is None else tuple(options.take.split(","))
    incoming = reading.history or History()
    if path is None or (options.dry_run and not path.exists()):
        plan = build_import_plan(History(), incoming, take)
        if _may_write(reading, plan, options):
            path = _begin_notebook(incoming, options, key)
        return _report(reading, plan, options, format_name, path)
    with closing(open_desk(path, key)) as desk:
        plan = build_import_plan(desk.history, incoming, take)
        if _may_write(reading, plan, options) and plan.changes:
            _record(desk, plan, file.name)
    return _report(reading, plan, options, format_name)


def _may_write(reading: "Reading", plan: "ImportPlan", options: argparse.Namespace) -> bool:
    """Whether all that is needed is known."""
    return bool(reading.history and not options.dry_run and not _list_asks(reading, plan))


def _record(desk: Any, plan: "ImportPlan", name: str) -> None:
    """The step, with a copy of what was there before."""
    from timeline.messages import import_command as say
    from timeline.storage.copies import make_copy

    make_copy(desk.open_vault)
    desk.record(say.import_undo_name(name), plan.changes, dated=False)


def _begin_notebook(history: Any, options: argparse.Namespace, key: "Key") -> Path:
    """A new notebook with what is in the file, opened from now on."""
    from timeline.storage.vault import Vault, notebook_folder

    path = options.vault or notebook_folder.new_file(notebook_folder.find_notebook_folder(options.data_dir))
    Vault.create(path, key, history.documents()).close()
    notebook_folder.remember_last_used(path.absolute())
    return Path(path)


def _list_asks(reading: "Reading", plan: "ImportPlan") -> list[dict[str, Any]]:
    """What has to be answered first."""
    from timeline.messages import import_command as say

    asks = [
        {"what": one.question.what, "choices": [*one.question.choices]}
        for one in reading.problems
        if one.question and one.stops
    ]
    for one in plan.conflicts:
        what = say.differing_entry(one.kind, one.id, one.name)
        asks.append({"what": what, "choices": [f"--take {one.id}", "--take none"]})
    return asks


def _report(
    reading: "Reading",
    plan: "ImportPlan",
    options: argparse.Namespace,
    format_name: str,
    made: Path | None = None,
) -> int:
    """Prints what came, and returns the exit code."""
    from timeline.messages import import_command as say

    asks = _list_asks(reading, plan)
    result: dict[str, Any] = {"format": format_name} | _build_counts(reading, plan, asks)
    if options.json:
        print(json.dumps(result, ensure_ascii=False))
    else:
        for problem in reading.problems:
            print(problem)
        for ask in asks:
            print(say.describe_ask(ask["what"], ask["choices"]))
        if reading.history:
            print(
                say.describe_counts(
                    result["people"], result["episodes"], is_dry=options.dry_run or bool(asks)
                )
            )
    if made:
        print(say.made_notebook(str(made)), file=sys.stderr)
    if asks:
        return 1
    return 0 if reading.history else 2


def _build_counts(reading: "Reading", plan: "ImportPlan", asks: list[dict[str, Any]]) -> dict[str, Any]:
    """What came, for another program to read."""
    kinds = [*dict.fromkeys((*plan.new, *plan.same))]
    counts = {kind: {"new": plan.new.get(kind, 0), "same": plan.same.get(kind, 0)} for kind in kinds}
    nothing = {"new": 0, "same": 0}
    return {
        "people": counts.pop("relationships", nothing) | {"offered": 0},
        "episodes": counts.pop("episodes", nothing) | {"to_place": counts.pop("to_place", nothing)["new"]},
        "other": counts,
        "asks": asks,
        "problems": [{"row": one.row, "column": one.column, "says": one.says} for one in reading.problems],
    }
