"""Writes into a notebook until it is killed, saying a word after each step that was acknowledged.

Run as a module, it reads paths, one a line; for each it parts a process of its own, which tells its number
first and then a dot per step, so that the imports are paid for once.
"""

import os
import random
import sys
from collections.abc import Iterator
from pathlib import Path

from models.history import History, build_change
from models.joint_changes import build_deletion
from tests.building import build_episode, build_relationship
from timeline.storage.desk import Desk
from timeline.storage.vault import Vault

PEOPLE = tuple(build_relationship(f"r{n}", "other", name=f"R{n}") for n in range(3))
START = History(
    relationships=PEOPLE,
    episodes=tuple(
        build_episode(f"e{n}", f"r{n % 3}", None, f"moment {n}", story="word " * 90 * n) for n in range(12)
    ),
)


def perform_steps(desk: Desk, seed: int) -> Iterator[None]:
    """Steps of every kind and size, each done once it is asked for; the same for the same seed."""
    chance = random.Random(seed)
    nth = 0
    while True:
        nth += 1
        history = desk.history
        does = chance.choice(("add", "add", "add", "edit", "drop", "person", "undo", "redo", "draft"))
        possible = {
            "edit": bool(history.episodes),
            "drop": bool(history.episodes),
            "person": len(history.relationships) > 1,
            "undo": desk.undo_name is not None,
            "redo": desk.redo_name is not None,
        }
        if not possible.get(does, True):
            does = "add"
        story = f"{nth} " * int(10 ** chance.uniform(0, 4.4))  # up to a hundred pages of the file
        if does == "undo":
            desk.undo()
        elif does == "redo":
            desk.redo()
        elif does == "draft":
            desk.save_draft("episode", story)
        elif does == "add":
            moment = build_episode(f"n{nth}", chance.choice(history.relationships).id, None, "x", story=story)
            desk.record(f"step {nth}", filter(None, [build_change("episodes", None, moment)]))
        elif does == "edit":
            moment = chance.choice(history.episodes)
            change = build_change("episodes", moment, moment.model_copy(update={"story": story}))
            desk.record(f"step {nth}", filter(None, [change]))
        elif does == "drop":
            desk.record(
                f"step {nth}", build_deletion(history, "episodes", chance.choice(history.episodes).id)
            )
        else:  # with all moments
            gone = chance.choice(history.relationships)
            desk.record(f"step {nth}", build_deletion(history, "relationships", gone.id))
        yield


def main() -> None:
    """Part a writer for each line read, and wait for its end."""
    for line in sys.stdin:
        path, seed = line.rsplit(maxsplit=1)
        parted = os.fork()
        if not parted:
            os.write(1, f"{os.getpid()}\n".encode())
            for _ in perform_steps(Desk.open(Vault.open(Path(path))), int(seed)):
                os.write(1, b".")
        os.waitpid(parted, 0)
        os.write(1, b"\n")


if __name__ == "__main__":
    main()
