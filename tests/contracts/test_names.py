"""Every function and class has a name that says what it does: no bare participle, preposition or pronoun."""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from timeline.system.paths import ROOT

BARE_WORDS = frozenset(
    re.findall(
        r"\w+",
        """
    told said found of beside after before against again able fair far anew upon over under within without
    who whom what which where when how why one each other some any all both none same such so here there
    then now still yet once only alone apart together away off on in at by for from with to as own left
    quiet silent upper lower near wide lit laid kept drawn shown begun known unknown written taken given
    seen gone done made held felt met sent put heard lost
        """,
    )
)
BARE_FORM = re.compile(r"[a-z]{3,}(ed|ing)")
NOUNS = frozenset(
    re.findall(r"\w+", "finding reading setting string need seed heading spacing padding spelling encoding")
)
"""Nouns that only look like participles."""

ALLOWED = frozenset({"models/dates.py: When"})
"""Names that are bare all the same: `When` is the model's word for a date.

This list may only shrink."""

ROOMS = ("app.py", "models", "timeline", "tests", "benchmarks", "docs")


def is_bare(name: str) -> bool:
    """Whether a name is one word that says neither what is done nor what it is."""
    if re.search(r"[a-z][A-Z]", name):  # two words: PersonReading
        return False
    word = name.strip("_").lower()
    return "_" not in word and word not in NOUNS and (word in BARE_WORDS or bool(BARE_FORM.fullmatch(word)))


def definitions(text: str) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef]:
    """Every function and class of a source text, but for those Python itself names."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) and node.name[:2] != "__":
            yield node


def source_files(*rooms: str) -> Iterator[Path]:
    for room in rooms:
        place = ROOT / room
        yield from [place] if place.is_file() else sorted(place.rglob("*.py"))


@pytest.mark.parametrize("room", ROOMS)
def test_no_name_is_bare(room: str) -> None:
    bare = {
        f"{file.relative_to(ROOT).as_posix()}: {node.name}"
        for file in source_files(room)
        for node in definitions(file.read_text(encoding="utf-8"))
        if is_bare(node.name)
    }
    assert sorted(bare - ALLOWED) == []
    assert {name for name in ALLOWED if name.startswith(room)} <= bare  # what was mended leaves the list


def test_no_two_classes_share_a_name() -> None:
    classes = Counter(
        node.name
        for file in source_files("models", "timeline")
        for node in definitions(file.read_text(encoding="utf-8"))
        if isinstance(node, ast.ClassDef)
    )
    assert [name for name, count in classes.items() if count > 1] == []


@pytest.mark.parametrize(
    ("name", "bare"),
    [("told", True), ("_kept", True), ("Found", True), ("seeing", True), ("parse_form", False),
     ("finding", False), ("is_kept", False), ("DateReading", False), ("history", False)],
)  # fmt: skip
def test_the_rule_tells_bare_names_from_others(name: str, bare: bool) -> None:
    assert is_bare(name) == bare
