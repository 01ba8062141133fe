"""What imports alone cannot show: no reading looks at the clock, and nothing is kept in a module."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from timeline.paths import ROOT

# Those who may ask what day it is: they stand where the person or the machine comes in.
MAY_ASK_THE_DAY = (
    "verbs",
    "pages",
    "parts",
    "server",
    "guard",
    "vault",
    "desk",
    "render",
    "bundle",
    "opening",
)
# From tables to readings: none of these may know how a history is kept, written, found or coloured.
READINGS = (
    "frame", "thread", "chance", "ask", "patterns", "study", "evidence", "lifeline",
    "compare", "resemble", "search", "share",
)  # fmt: skip
NOT_FOR_READINGS = ("vault", "formats", "theme", "paths", "files")
CLOCKS = {("date", "today"), ("datetime", "now"), ("datetime", "today"), ("datetime", "utcnow")}


def sources() -> Iterator[Path]:
    yield from sorted((ROOT / "models").rglob("*.py"))
    yield from sorted((ROOT / "timeline").rglob("*.py"))


def stage(file: Path) -> str:
    """The file's or folder's name directly below timeline/; "" for the vocabulary."""
    parts = file.relative_to(ROOT).parts
    return parts[1].removesuffix(".py") if parts[0] == "timeline" else ""


def clocks_read(tree: ast.AST) -> list[int]:
    """The lines at which the day or the time is asked for."""
    calls = (node for node in ast.walk(tree) if isinstance(node, ast.Call))
    asked = (call.func for call in calls if isinstance(call.func, ast.Attribute))
    return [
        name.lineno
        for name in asked
        if isinstance(name.value, ast.Name) and (name.value.id, name.attr) in CLOCKS
    ]


def kept_in_module(tree: ast.Module) -> list[int]:
    """The lines at which a module would change something of its own after it was loaded."""
    return [node.lineno for node in ast.walk(tree) if isinstance(node, ast.Global)]


@pytest.mark.parametrize(
    "file", [f for f in sources() if stage(f) not in MAY_ASK_THE_DAY], ids=lambda f: f.stem
)
def test_today_is_passed_in(file: Path) -> None:
    assert clocks_read(ast.parse(file.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize("file", list(sources()), ids=lambda f: f.stem)
def test_no_module_keeps_anything(file: Path) -> None:
    assert kept_in_module(ast.parse(file.read_text(encoding="utf-8"))) == []


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
    assert (clocks_read(tree), kept_in_module(tree)) == (clocks, kept)
