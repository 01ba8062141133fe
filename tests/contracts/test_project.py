"""The project as a stranger gets it: no machine's paths in it, and every stage in the import rule."""

import re
import subprocess
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

from timeline.system.paths import ROOT

# Spelled in two halves, so that this file does not hold what it looks for.
NOT_OURS = re.compile(r"/wor" r"k/|\.\./sha" r"red\b|/hom" r"e/[a-z]|/Use" r"rs/[A-Za-z]|/roo" r"t/")
BINARY = {".png", ".ico", ".woff2", ".ttf", ".zip", ".pdf", ".ged"}


def list_tracked_files() -> list[Path]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False)
    return [ROOT / name for name in listed.stdout.decode().split("\0") if name]


def test_no_file_names_the_place_it_was_written_in(report_not_run: Callable[[str], NoReturn]) -> None:
    files = [
        f for f in list_tracked_files() if f.is_file() and f.suffix not in BINARY and f.name != "uv.lock"
    ]
    if not files:
        report_not_run("this is not a git checkout, and the test is about what is kept in one")
    found = [
        f"{file.relative_to(ROOT)}: {line.strip()[:80]}"
        for file in files
        for line in file.read_text(encoding="utf-8", errors="replace").splitlines()
        if NOT_OURS.search(line)
    ]
    assert found == []


def test_every_import_contract_is_about_something() -> None:
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"][
        "contracts"
    ]
    assert len({contract["name"] for contract in contracts}) == len(contracts)
    layers = next(contract for contract in contracts if contract["type"] == "layers")
    assert layers["exhaustive"]
    assert len(layers["layers"]) > 10


def test_make_help_lists_every_command_and_no_more_than_a_dozen() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    phony = re.search(r"^\.PHONY: (.*)$", makefile, re.MULTILINE)
    assert phony
    commands = phony[1].split()
    assert len(commands) <= 12
    assert sorted(commands) == sorted(re.findall(r"^([a-z]+):.*## ", makefile, re.MULTILINE))
