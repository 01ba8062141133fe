"""What people read lives in messages, and is read where it is shown: never while a module is imported."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from timeline.system.paths import ROOT

TIMELINE = ROOT / "timeline"
MESSAGES = TIMELINE / "messages"
SHOWN_PROPERTIES = {
    "label",
    "placeholder",
    "description",
    "title",
    "alt",
    "aria-label",
    "error",
    "hint",
    "note",
}
"""Arguments of components that a person reads."""
WITHOUT_SENTENCES = (
    "timeline.messages.english_words",
    "timeline.messages.help_texts",
    "timeline.messages.language",
)
KEYED_ROOMS = ("system", "patterns")
"""Rooms that make no sentence: their errors carry a key and values, which are extracted where they stand."""
READ_WHERE_IT_STANDS = ("QUESTION",)
"""Constants that `docs/write_catalogue.py` reads where they stand."""
OUR_COMPONENTS = ("button", "card", "fold", "page_button")
SAID_ELSEWHERE = frozenset(
    {
        "timeline/storage/desk.py",
        "timeline/storage/vault/connection.py",
        "timeline/storage/vault/database_errors.py",
        "timeline/storage/vault/held_file.py",
        "timeline/storage/vault/journal.py",
        "timeline/storage/vault/key.py",
        "timeline/storage/vault/notebook_folder.py",
        "timeline/storage/vault/schema.py",
        "timeline/storage/vault/vault.py",
    }
)
"""Files whose sentences have not moved into messages yet; this list only shrinks."""


def list_modules() -> list[Path]:
    return [
        ROOT / "app.py",
        *(file for file in sorted(TIMELINE.rglob("*.py")) if MESSAGES not in file.parents),
    ]


def find_imported_message_modules(tree: ast.Module) -> tuple[set[str], list[str]]:
    """The names message modules go by, and the constants that are imported out of one by name."""
    modules, constants = set(), []
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("timeline.messages"):
            for one in node.names:
                if node.module == "timeline.messages":
                    modules.add(one.asname or one.name)
                elif one.name.isupper() and node.module not in WITHOUT_SENTENCES:
                    constants.append(one.name)
    return modules, constants


def walk_what_runs_at_import(node: ast.AST, *, inside: bool = False) -> Iterator[ast.AST]:
    """Everything evaluated when a module is imported or a function defined: defaults and decorators too."""
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
        defaults = [*node.args.defaults, *(one for one in node.args.kw_defaults if one)]
        for default in (*defaults, *getattr(node, "decorator_list", [])):
            yield from walk_what_runs_at_import(default)
        body = node.body if isinstance(node.body, list) else [node.body]
        for child in body:
            yield from walk_what_runs_at_import(child, inside=True)
        return
    if not inside:
        yield node
    for child in ast.iter_child_nodes(node):
        yield from walk_what_runs_at_import(child, inside=inside)


@pytest.mark.parametrize("file", list_modules(), ids=lambda file: file.relative_to(ROOT).as_posix())
def test_no_sentence_is_bound_while_a_module_is_imported(file: Path) -> None:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    modules, constants = find_imported_message_modules(tree)
    bound = [
        f"line {node.lineno}: {node.value.id}.{node.attr}"
        for node in walk_what_runs_at_import(tree)
        if isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name)
        and node.value.id in modules
        and node.attr.isupper()
    ]
    assert constants + bound == []


def is_sentence(node: ast.AST) -> bool:
    """Whether a literal reads as words of ours: text with a letter and a space in it."""
    parts = node.values if isinstance(node, ast.JoinedStr) else [node]
    text = "".join(
        part.value for part in parts if isinstance(part, ast.Constant) and isinstance(part.value, str)
    )
    return " " in text.strip() and any(letter.isalpha() for letter in text)


def is_keyed(error: ast.Call) -> bool:
    """Whether an error carries its sentence as a key, to be said by messages where it is shown."""
    return all(isinstance(one, ast.Constant) for one in error.args)


def find_constant_sentences(tree: ast.Module) -> Iterator[str]:
    """Whole sentences kept as constants of a module: ending as one does, and no docstring or word list."""
    for statement in tree.body:
        if not isinstance(statement, ast.Assign | ast.AnnAssign) or statement.value is None:
            continue
        if "re.compile" in ast.unparse(statement.value):
            continue
        names = statement.targets if isinstance(statement, ast.Assign) else [statement.target]
        if any(isinstance(name, ast.Name) and name.id in READ_WHERE_IT_STANDS for name in names):
            continue
        yield from (
            f"line {node.lineno}"
            for node in ast.walk(statement.value)
            if isinstance(node, ast.Constant | ast.JoinedStr) and is_sentence(node) and ends_sentence(node)
        )


def ends_sentence(node: ast.Constant | ast.JoinedStr) -> bool:
    """Whether a literal ends with a word and a full stop or question mark, as no pattern of letters does."""
    last = node.values[-1] if isinstance(node, ast.JoinedStr) else node
    end = str(last.value).rstrip()[-2:] if isinstance(last, ast.Constant) else ""
    return end[-1:] in (".", "?") and end[:1].isalnum()


def find_literal_sentences(tree: ast.Module, *, is_below_messages: bool) -> Iterator[str]:
    """Sentences written where they are raised, printed or shown."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call):
            if is_below_messages and is_keyed(node.exc):
                continue
            name = ast.unparse(node.exc.func)
            if name.endswith(("Error", "Key", "Elsewhere", "Format", "Tag")) and name not in (
                "RuntimeError",
                "ValueError",
                "KeyError",
            ):
                yield from (f"line {node.lineno}" for one in node.exc.args if is_sentence(one))
        if not isinstance(node, ast.Call):
            continue
        called = ast.unparse(node.func)
        if called == "print":
            yield from (f"line {node.lineno}" for one in node.args if is_sentence(one))
        if called.startswith(("html.", "dmc.", "dcc.")) or called in (
            "button",
            "card",
            "fold",
            "page_button",
        ):
            shown = [*node.args[:1], *(key.value for key in node.keywords if key.arg in SHOWN_PROPERTIES)]
            yield from (f"line {node.lineno}" for one in shown if is_sentence(one))


@pytest.mark.parametrize("file", list_modules(), ids=lambda file: file.relative_to(ROOT).as_posix())
def test_no_sentence_is_written_outside_messages(file: Path) -> None:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    is_below_messages = any(TIMELINE / room in file.parents for room in KEYED_ROOMS)
    found = [
        *find_literal_sentences(tree, is_below_messages=is_below_messages),
        *find_constant_sentences(tree),
    ]
    if file.relative_to(ROOT).as_posix() in SAID_ELSEWHERE:
        assert found, f"{file.name} has moved its sentences: take it from the list"
    else:
        assert found == []
