"""`add LINE`: set down moments as lines, `[when] [who] what happened #tag 1-5 [now 0-5]`."""

import argparse
import json
import secrets
import sys
from collections.abc import Sequence
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from models.errors import TimelineError

if TYPE_CHECKING:
    from models.history import History
    from timeline.formats.reading.lines.line_reading import LineReading
    from timeline.storage.desk import Desk

NAME = "add"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Tell `parser` what the verb takes."""
    parser.add_argument("line", metavar="LINE", nargs="?")
    parser.add_argument("--vault", metavar="PATH", type=Path)
    parser.add_argument("--data-dir", metavar="FOLDER", type=Path)
    parser.add_argument("--history", metavar="FILE", type=Path)
    parser.add_argument("--today", metavar="DAY", type=date.fromisoformat)
    parser.add_argument("--dry-run", action="store_true")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--phrase-stdin", action="store_true")


def run(options: argparse.Namespace) -> int:
    """0 if nothing is open, else 1: what is whole is saved, what is open is asked about and is not.

    Raises:
        TimelineError: the notebook or the file cannot be opened, or nothing was given to read.
    """
    from timeline.messages import add_command as say

    if options.history and options.vault:
        raise TimelineError(say.history_or_vault())
    phrase = sys.stdin.readline().rstrip("\r\n") if options.phrase_stdin else None
    text = options.line if options.line is not None else sys.stdin.read()
    if not text.strip():
        raise TimelineError(say.nothing_to_read())
    if options.history:
        return _read_against(_read_history(options.history, options), text, options)
    with closing(_open_desk(options, phrase)) as desk:
        return _read_and_save(desk, text, options)


def _read_against(history: "History", text: str, options: argparse.Namespace) -> int:
    """Reads the lines against a file, and saves nothing."""
    readings = _read(text, history, options)
    return _report(readings, history, set(), as_json=options.json)


def _read_and_save(desk: "Desk", text: str, options: argparse.Namespace) -> int:
    """Reads the lines against a notebook, and saves those that are whole as one step."""
    from timeline.formats.own_language import speak_language_of
    from timeline.formats.reading.lines.entries import build_line_changes
    from timeline.messages import add_command as say

    history = desk.history
    speak_language_of(history)
    readings = _read(text, history, options)
    whole = [reading for reading in readings if not reading.open]
    saved: set[int] = set()
    if whole and not options.dry_run:
        changes = build_line_changes(whole, history, lambda: secrets.token_hex(8))
        desk.record(say.added_moments(len(whole), whole[0].headline), changes)
        saved = {id(reading) for reading in whole}
    return _report(readings, desk.history, saved, as_json=options.json)


def _read(text: str, history: "History", options: argparse.Namespace) -> tuple["LineReading", ...]:
    from timeline.formats.reading.dates.said import Speaker
    from timeline.formats.reading.lines.reader import read_lines

    today = options.today or date.today()
    return read_lines(text, history, Speaker(today, history.birth))


def _read_history(file: Path, options: argparse.Namespace) -> "History":
    from timeline.formats.own_language import read_in_own_language
    from timeline.messages import add_command as say
    from timeline.system import files

    reading = read_in_own_language(file.name, files.read_whole_file(file), options.today or date.today())
    if reading.history is None:
        raise TimelineError(say.no_history(file.name))
    return reading.history


def _open_desk(options: argparse.Namespace, phrase: str | None) -> "Desk":
    """The notebook of `--vault`, else the one used last."""
    from timeline.messages import add_command as say
    from timeline.storage.desk import Desk
    from timeline.storage.vault import NOT_LOCKED, Key, Vault, notebook_folder

    path = options.vault or notebook_folder.last_used(notebook_folder.find_notebook_folder(options.data_dir))
    if path is None:
        raise TimelineError(say.no_notebook())
    return Desk.open(Vault.open(path, NOT_LOCKED if phrase is None else Key.from_passphrase(phrase)))


def _report(readings: Sequence["LineReading"], history: "History", saved: set[int], *, as_json: bool) -> int:
    """Prints what came of each line; 1 if anything is open."""
    from timeline.messages import add_command as say

    names = {one.id: one.name for one in history.relationships}
    for reading in readings:
        if as_json:
            print(json.dumps(_to_json(reading, names, saved=id(reading) in saved), ensure_ascii=False))
        else:
            print(say.describe_reading(reading, names, is_saved=id(reading) in saved))
    return 1 if any(reading.open for reading in readings) else 0


def _to_json(reading: "LineReading", names: dict[str, str], *, saved: bool) -> dict[str, Any]:
    """One line, for another program to read."""
    who = None
    if reading.person or reading.new_person:
        name = reading.new_person or names.get(reading.person, "")
        who = {"id": reading.person or None, "name": name, "new": bool(reading.new_person)}
    first, last = reading.span or (None, None)
    return {
        "when": {
            "written": reading.when_words,
            "first": first and first.isoformat(),
            "last": last and last.isoformat(),
        }
        if reading.when
        else None,
        "who": who,
        "headline": reading.headline or None,
        "story": reading.story,
        "tags": reading.tags,
        "own_tags": reading.own_tags,
        "new_tags": [word for word in reading.unread if word.startswith("#")],
        "unread": reading.unread,
        "intensity": reading.intensity,
        "now": reading.intensity_now,
        "direction": reading.direction,
        "headline_only": reading.is_headline_only,
        "saved": saved,
        "open": [{"part": one.part, "says": one.says, "choices": one.choices} for one in reading.open],
    }
