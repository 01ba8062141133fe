"""Killed while it saves, copies and goes back: one notebook is always there, and every copy is whole.

The second opinion counts by hand what the killed one said: a notebook holds all that was saved since it was
last put back, and what it held in that copy.
"""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.storage.crash.writer import START
from timeline.storage.copies import CopyFolder, check_copy, make_copy
from timeline.storage.desk import Desk
from timeline.storage.vault import NOT_LOCKED, Vault
from timeline.system.paths import ROOT

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="not run: Windows parts no processes")


@pytest.fixture
def copier() -> Iterator[subprocess.Popen[bytes]]:
    program = [sys.executable, "-m", "tests.storage.crash.copier"]
    with subprocess.Popen(program, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as started:
        yield started
        assert started.stdin
        started.stdin.close()
        assert started.wait(timeout=30) == 0


def kill_copier(copier: subprocess.Popen[bytes], path: Path, seed: int, after: float) -> str:
    """What was said by a worker killed so many seconds after its first word."""
    assert copier.stdin
    assert copier.stdout
    copier.stdin.write(f"{path} {seed}\n".encode())
    copier.stdin.flush()
    number = int(copier.stdout.readline())
    first = copier.stdout.read(1)
    time.sleep(after)
    os.kill(number, signal.SIGKILL)
    return (first + copier.stdout.readline().strip()).decode()


def count_expected_moments(said: str) -> set[int]:
    """How many moments beside the first there may be in the notebook, by what was acknowledged."""
    now = copied = 0
    going_back = False
    for step in said:
        if step == "s":
            now += 1
        elif step == "c":
            copied = now
        elif step == "r":
            going_back = True
        else:  # what stood there became the newest copy, and what was the newest stands there
            now, copied, going_back = copied, now, False
    return {now, copied} if going_back else {now, now + 1}


@pytest.mark.parametrize("rounds", [20, pytest.param(1_000, marks=pytest.mark.torture)])
def test_killed_while_copying_and_going_back_it_loses_nothing(
    copier: subprocess.Popen[bytes], tmp_path: Path, rounds: int
) -> None:
    chance = random.Random(rounds)
    said_in_all = ""
    for seed in range(rounds):
        path = tmp_path / f"{seed}.vault"
        Vault.create(path, NOT_LOCKED, START.documents()).close()
        said = kill_copier(copier, path, seed, chance.uniform(0, 0.4))
        said_in_all += said
        with closing(Desk.open(Vault.open(path))) as desk:
            found = len(desk.history.episodes) - len(START.episodes)
            assert found in count_expected_moments(said), said
            assert desk.open_vault
            make_copy(desk.open_vault)  # it can be gone on with, and halves of copies are cleared
        folder = CopyFolder(path)
        copies = folder.list_copies()
        for copy in copies:
            check_copy(copy)
        assert {file.name for file in folder.path.iterdir()} == {copy.path.name for copy in copies}
    for step in "scR":
        assert step in said_in_all
