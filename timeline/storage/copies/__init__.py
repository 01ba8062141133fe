"""Copies of a notebook: made by themselves, each checked whole, thinned with age, put back when asked.

A copy is the file of the notebook, byte for byte, in a folder beside it. It opens with what opens the
notebook, and nothing else is needed. Its name holds a number that only rises and the time it was made; the
time its file was last touched is when it was last found whole. So there is no list that could be lost.
"""

from timeline.storage.copies.copy_folder import Copy, CopyFolder
from timeline.storage.copies.copy_keeper import CopyKeeper
from timeline.storage.copies.copying import (
    CopyContents,
    check_copy,
    choose_copy,
    find_sound_copy,
    make_copy,
    restore_copy,
    save_copy_as,
)

__all__ = [
    "Copy",
    "CopyContents",
    "CopyFolder",
    "CopyKeeper",
    "check_copy",
    "choose_copy",
    "find_sound_copy",
    "make_copy",
    "restore_copy",
    "save_copy_as",
]
