"""Figures in a text that say where they come from: a constant of the code, or a table of measurements.

A figure is tied by what stands behind it in brackets:

    after 600 ms without a key (`assets/js/dom.js::PAUSE`)
    fourteen finders (`timeline/patterns/__init__.py::FINDERS`)     the length, for what is a list
    in 0.12 s ([measured](benchmarks.md))                           stands in that table
"""

import ast
import operator
import re
from pathlib import Path
from typing import Any, NamedTuple

from tests.contracts.quoted_names import find_files
from timeline.system.paths import ROOT

NUMBER_WORDS = re.findall(
    r"\w+",
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen",
)
_NUMBER = rf"(?P<number>\d[\d,]*(?:\.\d+)?|(?:{'|'.join(NUMBER_WORDS)})\b)"
_BESIDE = r"(?P<unit>(?:\s+[^\s\d()`]+){0,5})\s+"
TIED_TO_CONSTANT = re.compile(
    rf"\b{_NUMBER}{_BESIDE}\(`(?P<file>[^`:\s]+)::(?P<name>(?-i:_?[A-Z][A-Z0-9_]*))`\)", re.IGNORECASE
)
TIED_TO_TABLE = re.compile(rf"\b{_NUMBER}{_BESIDE}\(\[[^\]]*\]\((?P<file>[^)]*benchmarks[^)]*\.md)\)\)")
WITH_UNIT = re.compile(r"\b\d[\d,]*(?:\.\d+)?\s(?:ms|px|mm|draws|seconds|minutes|hours|components|MB|kB)\b")

_OPERATIONS: dict[type, Any] = {
    ast.Mult: operator.mul, ast.Add: operator.add, ast.Sub: operator.sub,
    ast.LShift: operator.lshift, ast.Pow: operator.pow, ast.Div: operator.truediv,
}  # fmt: skip


class TiedFigure(NamedTuple):
    """A figure and what it is tied to.

    Attributes:
        said: the figure as a number.
        file: the file it is to stand in.
        name: the constant; "" for a table of measurements.
        as_written: the figure as it stands in the text.
    """

    said: float
    file: str
    name: str
    as_written: str


def read_tied_figures(text: str) -> list[TiedFigure]:
    """The figures of a text that say where they come from; line breaks count as spaces."""
    text = " ".join(text.split())
    return [
        TiedFigure(
            _parse_number(found["number"]),
            found["file"],
            found.groupdict().get("name") or "",
            found["number"],
        )
        for pattern in (TIED_TO_CONSTANT, TIED_TO_TABLE)
        for found in pattern.finditer(text)
    ]


def find_untied_figures(text: str) -> list[str]:
    """Figures with a unit in a text that do not say where they come from."""
    text = " ".join(text.split())
    rest = TIED_TO_TABLE.sub("", TIED_TO_CONSTANT.sub("", text))
    return WITH_UNIT.findall(rest)


def explain_wrong_figure(figure: TiedFigure, place: str) -> str:
    """Why a tied figure does not hold; "" where it does."""
    files = find_files(figure.file, place)
    if not files:
        return f"{figure.file}: no such file"
    if not figure.name:
        known = files[0].read_text(encoding="utf-8")
        return (
            ""
            if re.search(rf"(?<![\d.,]){re.escape(figure.as_written)}(?![\d.,]*\d)", known)
            else (f"{figure.as_written} does not stand in {figure.file}")
        )
    value = read_constant(files[0], figure.name)
    if value is None:
        return f"{figure.file} has no number or list {figure.name}"
    return "" if value == figure.said else f"{figure.as_written} is {value:g} in {figure.file}::{figure.name}"


def read_constant(file: Path, name: str) -> float | None:
    """The number a constant of a Python or JavaScript file stands for; of a list its length."""
    text = file.read_text(encoding="utf-8")
    if file.suffix != ".py":
        found = re.search(rf"\bconst {name} = ([\d_.]+)", text)
        return float(found[1].replace("_", "")) if found else None
    for node in ast.walk(ast.parse(text)):
        target = node.targets[0] if isinstance(node, ast.Assign) else getattr(node, "target", None)
        value = getattr(node, "value", None)
        if isinstance(target, ast.Name) and target.id == name and isinstance(value, ast.expr):
            return _compute(value)
    return None


def _compute(value: ast.expr) -> float | None:
    if isinstance(value, ast.Constant) and isinstance(value.value, int | float):
        return float(value.value)
    if isinstance(value, ast.Tuple | ast.List | ast.Set):
        return float(len(value.elts))
    if isinstance(value, ast.Dict):
        return float(len(value.keys))
    if isinstance(value, ast.Call) and isinstance(value.func, ast.Name) and value.func.id == "timedelta":
        return _compute(value.keywords[0].value)
    if isinstance(value, ast.BinOp) and type(value.op) in _OPERATIONS:
        left, right = (_compute(side) for side in (value.left, value.right))
        if left is not None and right is not None:
            return float(
                _OPERATIONS[type(value.op)](
                    int(left) if left.is_integer() else left, int(right) if right.is_integer() else right
                )
            )
    return None


def _parse_number(text: str) -> float:
    word = text.lower()
    return float(NUMBER_WORDS.index(word)) if word in NUMBER_WORDS else float(text.replace(",", ""))


def adr_files() -> list[Path]:
    """Every decision, by number."""
    return sorted((ROOT / "docs" / "adr").glob("*.md"))
