"""`patterns FILE`: what recurs in a history, as the Patterns page says it; or as JSON."""

import argparse
import json
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from models.findings import EntryReference, Finding
    from timeline.study.study import Study

NAME = "patterns"
SCHEMA = "attachment-timeline-patterns/2"


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
    from timeline.formats.own_language import read_in_own_language
    from timeline.study.questions import ask_typed_question
    from timeline.study.study import Study
    from timeline.system import files

    file, today = options.file, date.today()
    reading = read_in_own_language(file.name, files.read_whole_file(file), today)
    for problem in reading.problems:
        print(problem, file=sys.stderr)
    history = reading.history or History()
    asked = tuple(ask_typed_question(question, history.vocabulary, today) for question in options.ask)
    study = Study(history.model_copy(update={"asked": (*history.asked, *asked)}), today)
    print(_json(study) if options.json else _format_text(study))
    return 1 if reading.mistakes else 0


def _json(study: "Study") -> str:
    """As `docs/patterns-json.md` describes it."""
    told = {
        "schema": SCHEMA,
        "asked": [_build_json(study, one) for one in study.question_findings],
        "findings": [_build_json(study, one) for one in study.findings],
    }
    return json.dumps(told, ensure_ascii=False, indent=1, allow_nan=False)


def _build_json(study: "Study", finding: "Finding") -> dict[str, Any]:
    """A finding with its sentence, and the entries it points at in words."""
    from timeline.messages.pattern_sentences import describe_finding
    from timeline.messages.pattern_terms import describe_reference

    def describe(reference: "EntryReference | None") -> dict[str, Any] | None:
        if reference is None:
            return None
        words = describe_reference(reference, study.history)
        return {"relationship": reference.relationship, "episode": reference.episode, "words": words}

    return {
        **finding.model_dump(mode="json"),
        "says": describe_finding(finding, study.history),
        "first": describe(finding.first),
        "strongest": [describe(one) for one in finding.strongest],
        "latest": describe(finding.latest),
        "order": finding.order._asdict() if finding.order else None,
        "one_in": _build_frequencies(finding),
    }


def _build_frequencies(finding: "Finding") -> dict[str, int] | None:
    """The three numbers as 1 in so many lives; 1 is more than half. None where nothing was tested."""
    from models.frequencies import one_in

    numbers = {"page": finding.p_page, "family": finding.p_family, "line": finding.p}
    told = {name: one_in(p, finding.draws).one_in for name, p in numbers.items() if p is not None}
    return told or None


def _format_text(study: "Study") -> str:
    """For reading: question by question."""
    from timeline.messages import chance_sentences as chance
    from timeline.messages import pattern_sentences as say
    from timeline.study.questions import list_finder_questions

    blocks: list[tuple[str, Sequence[Finding]]] = []
    asked = study.question_findings
    if asked:
        tested = sum(one.p is not None for one in asked)
        blocks.append((say.asked_count_sentence(len(asked), tested), asked))
    for finder, question in list_finder_questions():
        theirs = [finding for finding in study.findings if finding.finder == finder]
        if theirs:
            blocks.append((say.translate_question(question), theirs))
    if not blocks:
        return say.NOTHING_YET
    lines: list[str] = []
    for heading, own in blocks:
        lines.append(heading)
        for one in own:
            says = say.describe_finding(one, study.history).removeprefix(heading).strip()
            lines += _format_lines(one, says)
        lines.append("")
    return "\n".join([*lines, chance.CLEAR_NOTE, say.CAUTION_NOTE])


def _format_lines(finding: "Finding", says: str) -> list[str]:
    """What a finding says, and under it how often chance does as much."""
    from timeline.messages import chance_sentences as chance

    mark = f"[{chance.CLEAR}] " if finding.is_clear else ""
    under = [f"    {chance.chance_sentences(finding)}"] if finding.p is not None else []
    return [f"  {mark}{says}", *under]
