"""Killed at any moment of writing, a notebook opens again with every acknowledged step, whole, and none torn.

The second opinion is the same steps in memory: what is found is as after the last acknowledged one, or as
after the one that was under way.
"""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from itertools import pairwise
from pathlib import Path

import pytest

from models.entries import Person
from models.history import build_change
from tests.storage.crash.writer import START, perform_steps
from timeline.storage.desk import Desk
from timeline.storage.vault import NOT_LOCKED, Vault
from timeline.system.paths import ROOT

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="not run: Windows parts no processes")


@pytest.fixture
def writer() -> Iterator[subprocess.Popen[bytes]]:
    program = [sys.executable, "-m", "tests.storage.crash.writer"]
    with subprocess.Popen(program, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as started:
        yield started
        assert started.stdin
        started.stdin.close()
        assert started.wait(timeout=120) == 0


def kill_writer(writer: subprocess.Popen[bytes], path: Path, seed: int, after: float) -> int:
    """How many steps were acknowledged by a writer killed so many seconds after its first."""
    assert writer.stdin
    assert writer.stdout
    writer.stdin.write(f"{path} {seed}\n".encode())
    writer.stdin.flush()
    number = int(writer.stdout.readline())
    first = writer.stdout.read(1)
    time.sleep(after)
    os.kill(number, signal.SIGKILL)
    said = first + writer.stdout.readline().strip()
    assert set(said) == {ord(".")}
    return len(said)


def read_desk_state(desk: Desk) -> tuple[object, ...]:
    """Everything a desk tells of its notebook."""
    return desk.history, desk.undo_name, desk.redo_name, desk.draft("episode")


def expected_states(seed: int, done: int) -> Iterator[tuple[object, ...]]:
    """What a desk tells after so many steps, and after one more."""
    with closing(Desk.of_sample(START)) as desk:
        step = perform_steps(desk, seed)
        for _ in range(done):
            next(step)
        yield read_desk_state(desk)
        next(step)
        yield read_desk_state(desk)


@pytest.mark.parametrize("rounds", [20, pytest.param(1_000, marks=pytest.mark.torture)])
def test_killed_while_writing_it_loses_nothing(
    writer: subprocess.Popen[bytes], tmp_path: Path, rounds: int
) -> None:
    chance = random.Random(rounds)
    amid = acknowledged = 0
    for seed in range(rounds):
        path = tmp_path / f"{seed}.vault"
        Vault.create(path, NOT_LOCKED, START.documents()).close()
        done = kill_writer(writer, path, seed, chance.uniform(0, 0.06))
        amid += path.with_name(path.name + "-journal").exists()
        acknowledged += done
        with closing(Desk.open(Vault.open(path))) as desk:
            assert read_desk_state(desk) in list(expected_states(seed, done))
            # And it can be gone on with.
            change = build_change("person", desk.history.person, Person(name="after"))
            assert change
            desk.record("Went on", [change])
        assert [file.name for file in tmp_path.iterdir()] == [path.name]
        path.unlink()
    assert acknowledged > rounds
    if rounds >= 1_000:
        assert amid > rounds / 20  # or this would have tried little


def test_a_lost_step_would_be_seen() -> None:
    """The near miss: hardly a step leaves everything as it was."""
    with closing(Desk.of_sample(START)) as desk:
        after = [read_desk_state(desk) for _ in zip(range(100), perform_steps(desk, 7), strict=False)]
    same = sum(one == other for one, other in pairwise(after))
    assert same < 10
