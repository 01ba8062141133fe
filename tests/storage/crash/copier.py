"""Saves, copies and goes back to copies until it is killed, saying each step once it is done.

Run as a module, it reads paths and seeds, one a line, and parts a process of its own for each.
"""

import os
import random
import sys
from pathlib import Path

from models.entries import Episode
from models.errors import TimelineError
from models.history import build_change
from timeline.storage.copies import CopyFolder, choose_copy, make_copy, restore_copy
from timeline.storage.desk import Desk
from timeline.storage.vault import Vault


def work_on(path: Path, seed: int) -> None:
    """Say "s" after each save, "c" after each copy, "r" before and "R" after going back to the newest."""
    chance = random.Random(seed)
    number = 0
    desk = Desk.open(Vault.open(path))
    while True:
        does = chance.choice("sssscr")
        if does == "s":
            number += 1
            story = f"{number} " * int(10 ** chance.uniform(0, 4))
            moment = Episode(id=f"n{seed}-{number}", relationship="r0", headline="x", story=story)
            desk.record(f"step {number}", filter(None, [build_change("episodes", None, moment)]))
            os.write(1, b"s")
        elif does == "c":
            vault = desk.open_vault
            assert vault
            make_copy(vault)
            os.write(1, b"c")
        else:
            try:
                copy = choose_copy(CopyFolder(path), None)
            except TimelineError:
                continue
            desk.close()
            os.write(1, b"r")
            restore_copy(CopyFolder(path), copy)
            os.write(1, b"R")
            desk = Desk.open(Vault.open(path))


def main() -> None:
    """Part a worker for each line read, and wait for its end."""
    for line in sys.stdin:
        path, seed = line.rsplit(maxsplit=1)
        parted = os.fork()
        if not parted:
            os.write(1, f"{os.getpid()}\n".encode())
            work_on(Path(path), int(seed))
        os.waitpid(parted, 0)
        os.write(1, b"\n")


if __name__ == "__main__":
    main()
