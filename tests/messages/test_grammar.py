"""Counts with their nouns, lists, parts of a whole: one home for each, in every number and length."""

import ast
from typing import get_args

import pytest

from timeline.messages import grammar
from timeline.messages.grammar import (
    Noun,
    count_moments,
    count_of_total,
    count_with_noun,
    join_in_order,
    join_with_and,
    join_with_or,
    name_noun,
    quote_text,
)
from timeline.system.paths import ROOT

IRREGULAR = {"person": "2 people", "person to reach out to": "2 people to reach out to"}


@pytest.mark.parametrize("noun", get_args(Noun))
def test_every_noun_has_its_forms(noun: Noun) -> None:
    if noun == "one of my people":
        assert count_with_noun(1, noun) == "1 of my people"
        return
    assert count_with_noun(1, noun) == f"1 {noun}"
    assert count_with_noun(0, noun) == count_with_noun(2, noun).replace("2", "0", 1)
    assert count_with_noun(2, noun) == IRREGULAR.get(noun, count_with_noun(2, noun)) != f"2 {noun}"
    assert name_noun(noun) == noun


def test_the_nouns_in_the_table_are_those_that_can_be_counted() -> None:
    assert tuple(grammar._COUNTS) == get_args(Noun)


def test_counts_read_aloud() -> None:
    assert count_with_noun(1, "activity") == "1 activity"
    assert count_with_noun(3, "activity") == "3 activities"
    assert count_with_noun(12_000, "moment") == "12,000 moments"
    assert [count_moments(n) for n in (0, 1, 2)] == ["no moments yet", "1 moment", "2 moments"]
    assert count_of_total(4, 6) == "4 of 6"


@pytest.mark.parametrize(
    ("words", "with_and", "with_or"),
    [
        ([], "", ""),
        (["a"], "a", "a"),
        (["a", "b"], "a and b", "a or b"),
        (["a", "b", "c"], "a, b and c", "a or b or c"),
        (["{a}", "{n}"], "{a} and {n}", "{a} or {n}"),
    ],
)
def test_lists(words: list[str], with_and: str, with_or: str) -> None:
    assert join_with_and(words) == with_and
    assert join_with_or(words) == with_or
    assert join_in_order(words) == ", then ".join(words)


def test_a_long_list_names_the_first_and_never_leaves_one_over_alone() -> None:
    assert join_with_and(list("abcd"), 2) == "a, b and 2 more"
    assert join_with_and(list("abc"), 2) == "a, b and c"
    assert join_with_or(list("abcd"), 2) == "a or b or 2 more"
    assert join_with_or(list("abc"), 2) == "a or b or c"


def test_words_of_the_person_stand_apart() -> None:
    assert quote_text("a {home}") == "“a {home}”"


def test_nobody_adds_an_s_or_joins_with_a_word_elsewhere() -> None:
    """Only this module makes plurals and lists with a word between."""
    wrong = []
    for file in sorted((ROOT / "timeline").rglob("*.py")):
        if file.name == "grammar.py":
            continue
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            adds_s = isinstance(node, ast.BinOp) and any(
                isinstance(side, ast.Constant) and side.value == "s" for side in (node.left, node.right)
            )
            joins = (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Attribute)
                and node.func.attr == "join"
                and isinstance(node.func.value, ast.Constant)
                and node.func.value.value in (" and ", " or ")
            )
            if adds_s or joins:
                wrong.append(f"{file.relative_to(ROOT).as_posix()}:{node.lineno}")
    assert wrong == []
