"""The two commands on machines that lack something: one clear sentence, not a page of errors."""

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

import pytest

from timeline.system.paths import ROOT

TOOLS = ("make", "sh", "touch", "rm", "awk", "dirname", "env")


@pytest.fixture
def machine(tmp_path: Path, report_not_run: Callable[[str], NoReturn]) -> Path:
    """A machine of bare essentials: a folder with the Makefile, and one with a few tools and no Python."""
    (tmp_path / "bin").mkdir()
    for tool in TOOLS:
        found = shutil.which(tool)
        if not found:
            report_not_run(f"there is no {tool} here")
        (tmp_path / "bin" / tool).symlink_to(found)
    for name in ("Makefile", "pyproject.toml", "uv.lock"):
        shutil.copy(ROOT / name, tmp_path)
    return tmp_path


def run_make(machine: Path, command: str) -> subprocess.CompletedProcess[str]:
    surroundings = {"PATH": str(machine / "bin"), "HOME": str(machine)}
    return subprocess.run(
        ["make", command], cwd=machine, env=surroundings, capture_output=True, text=True, check=False
    )


def install_fake_python(machine: Path, does: str) -> None:
    """Put a `python3` on the machine that runs the shell line `does`."""
    python = machine / "bin" / "python3"
    python.write_text(f"#!/bin/sh\n{does}\n")
    python.chmod(0o755)


@pytest.mark.parametrize("command", ["run", "test"])
@pytest.mark.parametrize("python", [None, "exit 1"], ids=["none", "too old"])
def test_without_a_python_that_is_new_enough(machine: Path, command: str, python: str | None) -> None:
    if python:
        install_fake_python(machine, python)
    done = run_make(machine, command)
    assert done.returncode == 2
    assert done.stderr.splitlines()[0].startswith("This needs Python 3.11 or newer, and found none.")
    assert "Traceback" not in done.stderr


def test_without_pythons_venv_part(machine: Path) -> None:
    install_fake_python(machine, 'case "$*" in *ensurepip*) exit 1;; *) exit 0;; esac')
    done = run_make(machine, "run")
    assert done.returncode == 2
    assert "sudo apt install python3-venv" in done.stderr.splitlines()[0]


def test_help_needs_nothing(machine: Path) -> None:
    done = run_make(machine, "help")
    assert (done.returncode, done.stderr) == (0, "")
    assert [line.split()[1] for line in done.stdout.splitlines()][:3] == ["help", "run", "test"]


@pytest.fixture
def run_chromium_search(machine: Path) -> Callable[..., subprocess.CompletedProcess[str]]:
    (machine / ".ci").mkdir()
    script = shutil.copy(ROOT / ".ci" / "chromium", machine / ".ci")

    def look(**surroundings: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [script],
            env={"PATH": str(machine / "bin"), **surroundings},
            capture_output=True,
            text=True,
            check=False,
        )

    return look


def test_a_browser_is_taken_from_where_it_was_said_to_be(
    machine: Path, run_chromium_search: Callable[..., subprocess.CompletedProcess[str]]
) -> None:
    named = machine / "mine"
    named.write_text("")
    assert run_chromium_search(CHROMIUM=str(named)).returncode == 1  # it cannot be run
    named.chmod(0o755)
    assert run_chromium_search(CHROMIUM=str(named)).stdout.strip() == str(named)


def test_a_browser_of_the_system_is_found(
    machine: Path, run_chromium_search: Callable[..., subprocess.CompletedProcess[str]]
) -> None:
    assert run_chromium_search().returncode == 1
    (machine / "bin" / "google-chrome").symlink_to("/bin/true")
    assert run_chromium_search().stdout.strip() == str(machine / "bin" / "google-chrome")
