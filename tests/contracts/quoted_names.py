"""What a text in docs/ quotes in backticks, and where in the project it stands."""

import ast
import importlib
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from timeline.system.paths import ROOT

CODE_ROOMS = ("app.py", "models", "timeline", "tests", "benchmarks", "docs")
OTHER_CODE = (
    "assets/js/*.js",
    "assets/report/*.typ",
    "assets/css/*.css",
    "Makefile",
    "pyproject.toml",
    ".ci/*",
)
PATH_ENDINGS = ("py", "js", "css", "md", "typ", "csv", "toml", "lock", "html")

_FENCE = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
_QUOTED = re.compile(r"`([^`\n]+)`")
_DOTTED = re.compile(r"[A-Za-z_]\w*(\.[A-Za-z_]\w*)+(\(.*\))?")
_NAME = re.compile(r"[A-Za-z_]\w*(\(.*\))?")


class Quote(NamedTuple):
    """Something in backticks.

    Attributes:
        place: the text it stands in, from the project's folder on.
        line: the line, from 1.
        text: what stands between the backticks.
    """

    place: str
    line: int
    text: str


def read_quotes(file: Path) -> list[Quote]:
    """Everything a text quotes in backticks; what stands in a block of code is left out."""
    text = _FENCE.sub(lambda block: "\n" * block[0].count("\n"), file.read_text(encoding="utf-8"))
    place = file.relative_to(ROOT).as_posix()
    return [
        Quote(place, number, quoted)
        for number, line in enumerate(text.splitlines(), 1)
        for quoted in _QUOTED.findall(line)
    ]


def explain_missing(quote: Quote) -> str:
    """Why what is quoted cannot be found; "" where it can, or where it names nothing of the project."""
    text = quote.text
    if text.startswith("make "):
        known = re.findall(r"^([a-z]+):.*## ", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
        return "" if text.split()[1] in known else "no such command of make"
    first = text.split()[0]
    if "::" in first:
        path, *names = first.split("::")
        files = find_files(path, quote.place)
        missing = [name for name in names if not any(defines_name(file, name) for file in files)]
        return "no such file" if not files else f"{path} has no {missing[0]}" if missing else ""
    if is_path(first):
        return "" if find_files(first, quote.place) else "no such file"
    if " " in text and not _DOTTED.fullmatch(text) and not _NAME.fullmatch(text):
        return ""
    if _DOTTED.fullmatch(text):
        return "" if is_dotted_name_known(text.partition("(")[0]) else "no module or class has such a member"
    if text.startswith("test_") and _NAME.fullmatch(text):
        return "" if text in known_tests() else "no such test"
    if _NAME.fullmatch(text):
        return "" if text.partition("(")[0] in known_names() else "no such name in the code"
    return ""


def is_path(text: str) -> bool:
    """Whether a quoted word names a file or a folder."""
    if not re.fullmatch(r"\.?[\w*][\w*./-]*", text) or text.startswith("*"):
        return False
    ending = text.rpartition(".")[2]
    return (
        text.endswith("/")
        or ("/" in text and any((base / text.split("/")[0]).exists() for base in (ROOT, ROOT / "timeline")))
        or ("." in text and ending in PATH_ENDINGS and not text.startswith("."))
    )


def find_files(path: str, place: str) -> list[Path]:
    """The files a path stands for, seen from the project, its `timeline/`, or the text that names it."""
    for base in (ROOT, ROOT / "timeline", (ROOT / place).parent):
        found = sorted(base.glob(path.rstrip("/"))) if "*" in path else [base / path]
        if found := [file for file in found if file.exists()]:
            return found
    return []


def defines_name(file: Path, name: str) -> bool:
    """Whether a file defines a function, class, constant, `Class.member` or JavaScript name."""
    if file.suffix == ".py":
        owner, _, member = name.partition(".")
        return owner in _defined_in(file) and (not member or member in _class_members(file).get(owner, ()))
    return bool(re.search(rf"\b{re.escape(name)}\b", file.read_text(encoding="utf-8")))


def is_dotted_name_known(text: str) -> bool:
    """Whether `a.b` is a member of a module or class of ours, or stands so in a script or the settings."""
    *owners, member = text.split(".")
    owner = owners[-1]
    for file in python_files():
        stem = file.parent.name if file.name == "__init__.py" else file.stem
        if stem == owner and member in _defined_in(file) | _imported_in(file):
            return True
        if member in _class_members(file).get(owner, ()):
            return True
    return _is_of_a_library(text) or any(text in other for other in other_texts())


def _is_of_a_library(text: str) -> bool:
    """Whether `library.part.name` is there in one of the libraries the tables stand on."""
    library, *members = text.split(".")
    if library not in ("numpy", "pandas"):
        return False
    here: Any = importlib.import_module(library)
    for member in members:
        here = getattr(here, member, None)
    return here is not None


@cache
def python_files() -> tuple[Path, ...]:
    """Every Python file of the project."""
    rooms = [ROOT / room for room in CODE_ROOMS]
    return tuple(
        file for room in rooms for file in ([room] if room.is_file() else sorted(room.rglob("*.py")))
    )


@cache
def other_texts() -> tuple[str, ...]:
    """The scripts, styles, templates and settings."""
    return tuple(
        file.read_text(encoding="utf-8", errors="replace")
        for pattern in OTHER_CODE
        for file in sorted(ROOT.glob(pattern))
        if file.is_file() and "plotly" not in file.name
    )


@cache
def known_names() -> frozenset[str]:
    """Every name that stands in the code: what it defines, calls, takes, or has as a key of its own."""
    of_others = [
        file for file in python_files() if file.parent.name != "contracts"
    ]  # these name what is not there
    return frozenset(name for file in of_others for name in _words_in(file)) | {
        word for text in other_texts() for word in re.findall(r"[A-Za-z_]\w*", text)
    }


@cache
def known_tests() -> frozenset[str]:
    """Every test there is."""
    tests = (file for file in python_files() if file.name.startswith("test_"))
    return frozenset(name for file in tests for name in _defined_in(file))


@cache
def _tree(file: Path) -> ast.Module:
    return ast.parse(file.read_text(encoding="utf-8"))


@cache
def _defined_in(file: Path) -> frozenset[str]:
    return frozenset(_definitions(_tree(file)))


def _definitions(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            yield node.name
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.id
        elif isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store):
            yield node.attr


@cache
def _imported_in(file: Path) -> frozenset[str]:
    imports = (node for node in ast.walk(_tree(file)) if isinstance(node, ast.ImportFrom))
    below = {inner.stem for inner in file.parent.iterdir()} if file.name == "__init__.py" else set()
    return frozenset(alias.asname or alias.name for node in imports for alias in node.names) | below


@cache
def _class_members(file: Path) -> dict[str, frozenset[str]]:
    classes = (node for node in ast.walk(_tree(file)) if isinstance(node, ast.ClassDef))
    return {node.name: frozenset(_definitions(node)) for node in classes}


@cache
def _words_in(file: Path) -> frozenset[str]:
    words = set(_defined_in(file)) | _imported_in(file)
    for node in ast.walk(_tree(file)):
        if isinstance(node, ast.Name):
            words.add(node.id)
        elif isinstance(node, ast.Attribute):
            words.add(node.attr)
        elif isinstance(node, ast.arg | ast.keyword) and node.arg:
            words.add(node.arg)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value.isidentifier():
            words.add(node.value)
    return frozenset(words)
