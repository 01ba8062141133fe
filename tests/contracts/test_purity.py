"""What imports alone cannot show: no reading looks at the clock, and nothing is kept in a module."""

import ast
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from timeline.system.paths import ROOT

# Those who may ask what day it is: they stand where the person or the machine comes in.
MAY_ASK_THE_DAY = ("verbs", "ui", "web", "storage", "report/render")
# From tables to readings: none of these may know how a history is kept, written, found or coloured.
READINGS = (
    "tables", "levels", "null_models", "patterns", "study", "redaction",
    "picture/lifeline", "report/sections", "report/report",
)  # fmt: skip
NOT_FOR_READINGS = ("timeline.storage", "timeline.formats", "timeline.picture.theme", "timeline.system")
CLOCKS = {("date", "today"), ("datetime", "now"), ("datetime", "today"), ("datetime", "utcnow")}


def sources() -> Iterator[Path]:
    yield from sorted((ROOT / "models").rglob("*.py"))
    yield from sorted((ROOT / "timeline").rglob("*.py"))


def is_below(file: Path, places: Sequence[str]) -> bool:
    """Whether the file is one of these places below timeline/, or stands in one."""
    return any(
        file.is_relative_to(ROOT / "timeline" / place.removesuffix(".py"))
        or file == ROOT / "timeline" / f"{place}.py"
        for place in places
    )


def imported_modules(tree: ast.AST) -> set[str]:
    """Every module an import names, with each name taken from it."""
    names = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    return names


def find_clock_reads(tree: ast.AST) -> list[int]:
    """The lines at which the day or the time is asked for."""
    calls = (node for node in ast.walk(tree) if isinstance(node, ast.Call))
    asked = (call.func for call in calls if isinstance(call.func, ast.Attribute))
    return [
        name.lineno
        for name in asked
        if isinstance(name.value, ast.Name) and (name.value.id, name.attr) in CLOCKS
    ]


def find_module_state(tree: ast.Module) -> list[int]:
    """The lines at which a module would change something of its own after it was loaded."""
    return [node.lineno for node in ast.walk(tree) if isinstance(node, ast.Global)]


@pytest.mark.parametrize(
    "file", [f for f in sources() if not is_below(f, MAY_ASK_THE_DAY)], ids=lambda f: f.stem
)
def test_today_is_passed_in(file: Path) -> None:
    assert find_clock_reads(ast.parse(file.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize("file", [f for f in sources() if is_below(f, READINGS)], ids=lambda f: f.stem)
def test_a_reading_knows_no_file_format_or_colour(file: Path) -> None:
    imports = imported_modules(ast.parse(file.read_text(encoding="utf-8")))
    assert [name for name in imports if name.startswith(NOT_FOR_READINGS)] == []


@pytest.mark.parametrize("file", list(sources()), ids=lambda f: f.stem)
def test_no_module_keeps_anything(file: Path) -> None:
    assert find_module_state(ast.parse(file.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize(
    ("text", "clocks", "kept"),
    [
        ("date.today()", [1], []),
        ("datetime.now(tz)", [1], []),
        ("today = date(2020, 1, 1)", [], []),
        ("def f():\n    global n\n    n = 1", [], [2]),
    ],
)
def test_the_two_readers_see_what_they_should(text: str, clocks: list[int], kept: list[int]) -> None:
    tree = ast.parse(text)
    assert (find_clock_reads(tree), find_module_state(tree)) == (clocks, kept)


# A finding carries facts; its sentence is made above, in the language of the person.
WITHOUT_SENTENCES = ("tables", "levels", "null_models", "patterns")


@pytest.mark.parametrize("file", [file for file in sources() if is_below(file, WITHOUT_SENTENCES)], ids=str)
def test_no_statistic_makes_a_sentence(file: Path) -> None:
    names = imported_modules(ast.parse(file.read_text(encoding="utf-8")))
    assert not any(name.startswith("timeline.messages") for name in names)
