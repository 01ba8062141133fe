"""Collecting tests builds no world: what is large or read from a file is made when a test asks for it."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from timeline.system.paths import ROOT

WORLDS = frozenset(("read_sample", "read", "build_long_history", "build_crowded_history", "open_session"))
"""What reads a file, opens a notebook, or makes hundreds of entries."""


def calls_while_loading(tree: ast.AST) -> Iterator[ast.Call]:
    """Every call that happens when a module is loaded: outside of its functions, and in their decorators."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.Call):
            yield node
        if isinstance(node, ast.FunctionDef):
            for decorator in node.decorator_list:
                yield from calls_while_loading(ast.Expr(decorator))
        elif not isinstance(node, ast.Lambda):
            yield from calls_while_loading(node)


def find_worlds(text: str) -> list[str]:
    called = (call.func for call in calls_while_loading(ast.parse(text)))
    names = [each.attr if isinstance(each, ast.Attribute) else getattr(each, "id", "") for each in called]
    return [name for name in names if name in WORLDS]


@pytest.mark.parametrize("file", sorted((ROOT / "tests").rglob("*.py")), ids=lambda file: file.stem)
def test_no_world_is_built_while_tests_are_collected(file: Path) -> None:
    assert find_worlds(file.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("LIFE = samples.read(1)", ["read"]),
        ("@given(read_sample())\ndef test(): ...", ["read_sample"]),
        ("LIVES = {1: lambda: read_sample()}", []),
        ("def test():\n    read_sample()", []),
    ],
)
def test_the_reader_sees_what_it_should(text: str, found: list[str]) -> None:
    assert find_worlds(text) == found
