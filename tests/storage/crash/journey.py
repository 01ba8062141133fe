"""A long day at a notebook, with one word in every field, ended without a word of farewell.

Run as a module: it takes the folder for notebooks and the word, and kills itself in the middle of a save.
"""

import os
import signal
import sys
from datetime import date
from pathlib import Path
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from models.base import Frozen
from models.changes import Change
from models.dates import When
from models.errors import ChangedElsewhere
from models.history import COLLECTIONS, SINGLES, History, build_change
from models.joint_changes import build_deletion, build_tag_merge
from models.settings import Settings
from models.sharing import PatternQuestion
from tests.building import build_episode
from timeline.storage.desk import Desk
from timeline.system import log


def build_full_history(word: str) -> History:
    """A history with one entry of every kind, `word` in every text, and every field filled."""
    singles = {kind: fill_entry(model, word) for kind, model in SINGLES.items()}
    many = {kind: (fill_entry(model, word),) for kind, model in COLLECTIONS.items()}
    return History(**singles | many)


def fill_entry(model: type[Frozen], word: str) -> Any:
    """An entry with `word` in every text."""
    if model is Settings:
        return Settings(
            half_life=5.0,
            hidden_tags=("joy",),
            earliest_bonds=(word,),
            outside_address=f"https://{word}.org/",
        )
    fields = {
        name: _make_value(field.rebuild_annotation(), name, word)
        for name, field in model.model_fields.items()
    }
    return model(
        **fields | ({"form": "in_kind"} if model is PatternQuestion else {})
    )  # with one tag and a kind


def _make_value(kind: Any, name: str, word: str) -> Any:
    """Something of this kind, never what it is by default."""
    of, parts = get_origin(kind), get_args(kind)
    if of is Annotated:
        return _make_value(parts[0], name, word)
    if of in (Union, UnionType):
        return _make_value(next(part for part in parts if part is not NoneType), name, word)
    if of is Literal:
        return parts[-1]
    if of is tuple:
        return (
            (_make_value(parts[0], name, word),)
            if parts[-1] is Ellipsis
            else tuple(_make_value(part, name, word) for part in parts)
        )
    if kind is When:
        return When("1984") if name in ("birth", "start") else When("about 2001")
    if isinstance(kind, type) and issubclass(kind, Frozen):
        return fill_entry(kind, word)
    return {str: word, int: 4, bool: True, float: 0.5, date: date(2026, 1, 2)}[kind]


def run_journey(home: Path, word: str) -> None:
    """Everything a person can do at a desk, and everything that can go wrong with it."""
    log.keep_private()
    life = build_full_history(word)
    desk = Desk.of_sample(life, home)
    desk.start_own(life.person)
    for kind, id_, text in life.documents():
        if kind != "person":
            desk.record(f"Added “{word}”", [Change(kind, id_, None, text)])
    assert desk.history == life
    desk.record(f"Merged “{word}”", build_tag_merge(life, word, "loss"))
    desk.record(f"Deleted “{word}”", build_deletion(desk.history, "relationships", word))
    for _ in range(3):
        desk.undo()
    while desk.redo():
        pass
    while desk.redo_name is None:
        desk.undo()
    desk.save_draft(word, word * 50)
    wrong = (
        [Change("episodes", word, None, f'{{"id":"{word}"}}')],
        [Change("episodes", "x", None, f'{{"id":"x","relationship":"no {word}","headline":"{word}"}}')],
        [Change("relationships", word, word, f'{{"id":"{word}","name":"{word}","kind":"other"}}')],
        [Change("sources", word, None, f'{{"id":"{word}","title":"\\u0000{word}"}}')],
    )
    for changes in wrong:
        try:
            desk.record(word, changes)
        except (ValueError, ChangedElsewhere) as error:
            log.log_failure(error)
    _die_in_a_save(desk, word)


def _die_in_a_save(desk: Desk, word: str) -> None:
    """End with more under way than memory holds, so that half of it stands in the file."""
    bond = desk.history.relationships[0].id
    with desk._vault.transaction():
        desk._vault._connection.execute("PRAGMA cache_size=4").fetchall()  # type: ignore[union-attr]
        for nth in range(60):
            moment = build_episode(f"{word}{nth}", bond, None, word, story=f"{word} " * 400)
            desk.record(word, filter(None, [build_change("episodes", None, moment)]))
        sys.stdout.write("half way\n")
        sys.stdout.flush()
        os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    run_journey(Path(sys.argv[1]), sys.argv[2])
