"""`patterns FILE`: what recurs in a history, as the Patterns page says it; or as JSON."""

import argparse
import json
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from models.findings import Finding

NAME = "patterns"
SCHEMA = "attachment-timeline-patterns/1"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Tell `parser` what the verb takes."""
    parser.add_argument("file", metavar="FILE", type=Path)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--ask", metavar="QUESTION", action="append", default=[])


def run(options: argparse.Namespace) -> int:
    """0 if all of the file was read; 1 if lines were left out (they are printed to the error output).

    Raises:
        TimelineError: there is no such file, no format recognises it, or a question names an unknown tag.
    """
    from models.history import History
    from timeline import formats
    from timeline.patterns.ask import parse_question
    from timeline.study.study import Study
    from timeline.system import files

    file, today = options.file, date.today()
    reading = formats.read(file.name, files.read_whole_file(file), today)
    for problem in reading.problems:
        print(problem, file=sys.stderr)
    history = reading.history or History()
    asked = tuple(parse_question(question, history.vocabulary, today) for question in options.ask)
    study = Study(history.model_copy(update={"asked": (*history.asked, *asked)}), today)
    if options.json:
        print(_json(study.findings, study.question_findings))
    else:
        print(_format_text(study.findings, study.question_findings))
    return 1 if reading.problems else 0


def _json(findings: "Sequence[Finding]", asked: "Sequence[Finding]") -> str:
    """As `docs/patterns-json.md` describes it."""
    told = {
        "schema": SCHEMA,
        "asked": [one.model_dump(mode="json") for one in asked],
        "findings": [one.model_dump(mode="json") for one in findings],
    }
    return json.dumps(told, ensure_ascii=False, indent=1, allow_nan=False)


def _format_text(findings: "Sequence[Finding]", asked: "Sequence[Finding]") -> str:
    """For reading: question by question."""
    from timeline.messages import pattern_sentences as say
    from timeline.patterns import FINDERS

    blocks: list[tuple[str, Sequence[Finding]]] = []
    if asked:
        tested = sum(one.p is not None for one in asked)
        blocks.append((say.asked_count_sentence(len(asked), tested), asked))
    for finder in FINDERS:
        theirs = [finding for finding in findings if finding.finder == finder.NAME]
        if theirs:
            blocks.append((finder.QUESTION, theirs))
    if not blocks:
        return say.NOTHING_YET
    lines = []
    for heading, own in blocks:
        lines += [heading, *(_line(one, heading) for one in own), ""]
    return "\n".join([*lines, say.SHUFFLED_NOTE, say.CAUTION_NOTE])


def _line(finding: "Finding", heading: str) -> str:
    level = "recurs" if finding.recurs else finding.level
    return f"  [{level}] {finding.says.removeprefix(heading).strip()}"
