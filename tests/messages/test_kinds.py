"""A kind of bond has one name, wherever it stands; no other table names them."""

import ast
from typing import get_args

import pytest

from models.entries import KINDS, Kind
from timeline.messages import kinds
from timeline.system.paths import ROOT


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_every_form(kind: Kind) -> None:
    assert kinds.kind_labels()[kind] == kinds.kind_label(kind) != ""
    assert kinds.kind_lane(kind).isupper()
    assert kinds.count_kind(kind, 5) == f"5 {kinds.many_of_kind(kind)}"
    alone = kinds.count_kind(kind, 1).removeprefix("1 ")
    assert kinds.one_of_kind(kind) in (f"a {alone}", f"an{alone}")


def test_how_they_read() -> None:
    assert list(kinds.kind_labels().values()) == ["Family", "Friendship", "Romantic", "Mentor", "Other"]
    assert [kinds.kind_group(kind) for kind in KINDS] == [
        "Family",
        "Friends",
        "Romantic",
        "Mentors",
        "Others",
    ]
    assert kinds.count_kind("romantic", 1) == "1 romantic relationship"
    assert kinds.count_kind("mentor", 2) == "2 bonds with mentors"
    assert kinds.one_of_kind("friendship") == "a friendship"


def test_no_other_table_names_the_kinds() -> None:
    """No dictionary anywhere else has the kinds as its keys and texts as its values."""
    named = set(get_args(Kind))
    wrong = [
        f"{file.relative_to(ROOT).as_posix()}:{node.lineno}"
        for file in sorted((ROOT / "timeline").rglob("*.py"))
        if file.name != "kinds.py" or file.parent.name != "messages"
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Dict)
        and named <= {key.value for key in node.keys if isinstance(key, ast.Constant)}
    ]
    assert wrong == []
