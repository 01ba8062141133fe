"""Undo and redo: taken back is as before, done again is as after, whatever came between.

The second opinion is a list of pictures of all documents, one per step, and a finger on one of them.
"""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.changes import Change, UndoStep
from models.errors import ChangedElsewhere, VaultError
from tests.storage.vault.notebooks import make_addition, make_edit
from timeline.storage.vault import Vault

Documents = list[tuple[str, str, str]]

IDS = st.sampled_from(["", "a", "b", "c"])
KINDS = st.sampled_from(["episodes", "relationships"])
BODIES = st.one_of(st.none(), st.text(st.characters(codec="utf-8"), max_size=8))
STEPS = st.lists(st.tuples(KINDS, IDS, BODIES), min_size=1, max_size=4)
MOVES = st.lists(st.one_of(STEPS, st.sampled_from(["undo", "redo", "reopen"])), max_size=25)


def apply_texts(
    picture: Documents, wanted: list[tuple[str, str, str | None]]
) -> tuple[Documents, list[Change]]:
    """The picture after putting each wanted text in its place, and the changes that lead to it."""
    new, changes = list(picture), []
    for kind, id_, body in wanted:
        at = next((n for n, document in enumerate(new) if document[:2] == (kind, id_)), None)
        before = None if at is None else new[at][2]
        if before == body:
            continue
        changes.append(Change(kind, id_, before, body))
        if at is None:
            assert body is not None
            new.append((kind, id_, body))
        elif body is None:
            del new[at]
        else:
            new[at] = (kind, id_, body)
    return new, changes


@given(MOVES)
@settings(deadline=None, max_examples=40)
def test_undo_and_redo_walk_along_what_was(moves: list[str | list[tuple[str, str, str | None]]]) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "a.vault"
        vault = Vault.create(path)
        pictures: list[Documents] = [[]]
        names: list[str] = []
        finger = 0
        for nth, move in enumerate(moves):
            if move == "undo":
                undone = vault.undo()
                assert (undone.label if undone else None) == (names[finger - 1] if finger else None)
                finger = max(0, finger - 1)
            elif move == "redo":
                redone = vault.redo()
                assert (redone.label if redone else None) == (names[finger] if finger < len(names) else None)
                finger = min(len(names), finger + 1)
            elif move == "reopen":
                vault.close()
                vault = Vault.open(path)
            else:
                assert not isinstance(move, str)
                new, changes = apply_texts(pictures[finger], move)
                if not changes:
                    continue
                vault.record(UndoStep(f"step {nth}", tuple(changes)))
                pictures[finger + 1 :], names[finger:] = [new], [f"step {nth}"]
                finger += 1
            assert vault.documents() == pictures[finger]
            assert vault.next_undo == (names[finger - 1] if finger else None)
            assert vault.next_redo == (names[finger] if finger < len(names) else None)
        vault.close()


def read_journal(vault: Vault) -> list[tuple[object, ...]]:
    """Every row of the journal, in order."""
    asked = "SELECT number, does, of, state, kind, id, before, after FROM steps JOIN changes ON step = number"
    return list(vault._connection.execute(asked + " ORDER BY number, nth"))  # type: ignore[union-attr]


def test_every_change_is_a_row_and_none_is_lost() -> None:
    vault = Vault.in_memory()
    vault.record(make_addition("a", "1"))
    vault.record(make_edit("a", "1", "2"))
    vault.undo()
    vault.redo()
    vault.undo()
    vault.record(make_edit("a", "1", "3"))
    assert read_journal(vault) == [
        (1, "do", None, "done", "episodes", "a", None, "1"),
        (2, "do", None, "abandoned", "episodes", "a", "1", "2"),
        (3, "undo", 2, None, "episodes", "a", "2", "1"),
        (4, "redo", 2, None, "episodes", "a", "1", "2"),
        (5, "undo", 2, None, "episodes", "a", "2", "1"),
        (6, "do", None, "done", "episodes", "a", "1", "3"),
    ]
    assert vault.next_redo is None
    assert vault.redo() is None
    vault.close()


def test_what_was_deleted_goes_back_to_its_place() -> None:
    vault = Vault.in_memory()
    for id_ in "abc":
        vault.record(make_addition(id_))
    vault.record(make_edit("b", "{}", None))
    vault.record(make_addition("d"))
    assert [id_ for _, id_, _ in vault.documents()] == ["a", "c", "d"]
    vault.undo()
    assert vault.undo() == UndoStep("Changed b", (Change("episodes", "b", None, "{}"),))
    assert [id_ for _, id_, _ in vault.documents()] == ["a", "b", "c"]
    vault.close()


def test_a_place_is_never_given_out_twice() -> None:
    """The last entry deleted, another added, and the deletion undone by way of both."""
    vault = Vault.in_memory()
    vault.record(make_addition("a"))
    vault.record(UndoStep("swap", (Change("episodes", "a", "{}", None), Change("episodes", "b", None, "{}"))))
    vault.undo()
    vault.redo()
    vault.undo()
    assert vault.documents() == [("episodes", "a", "{}")]
    vault.close()


@pytest.mark.parametrize(
    ("step", "mine", "theirs"),
    [
        (make_edit("a", "older", "mine"), "mine", "theirs"),
        (make_edit("a", "older", None), None, "theirs"),
        (make_addition("a", "mine"), "mine", "theirs"),
        (make_edit("gone", "older", "mine"), "mine", None),
        (make_edit("a", "theirs ", "mine"), "mine", "theirs"),
        (make_edit("a", "theirs", "mine", kind="relationships"), "mine", None),
    ],
)
def test_an_edit_of_an_older_text_loses_neither(step: UndoStep, mine: str | None, theirs: str | None) -> None:
    vault = Vault.in_memory([("episodes", "a", "theirs")])
    vault.record(make_addition("b"))
    vault.undo()
    with pytest.raises(ChangedElsewhere, match="both texts are kept") as told:
        vault.record(UndoStep("two", (Change("episodes", "new", None, "{}"), *step.changes)))
    assert (told.value.mine, told.value.theirs) == (mine, theirs)
    assert vault.documents() == [("episodes", "a", "theirs")]
    assert (vault.next_undo, vault.next_redo) == (None, "Added b")  # not even what could be redone is lost
    vault.record(make_edit("a", "theirs", "mine"))
    assert vault.documents() == [("episodes", "a", "mine")]
    vault.close()


@pytest.mark.parametrize("changes", [(), (Change("episodes", "a", None, None),)])
def test_a_step_that_does_nothing_is_none(changes: tuple[Change, ...]) -> None:
    vault = Vault.in_memory()
    with pytest.raises(ValueError, match="is none"):
        vault.record(UndoStep("nothing", changes))
    assert vault.next_undo is None
    vault.close()


def test_all_or_nothing_is_all_or_nothing() -> None:
    vault = Vault.in_memory()

    def half_done() -> None:
        with vault.transaction():
            vault.record(make_addition("a"))
            raise KeyError

    with pytest.raises(KeyError):
        half_done()
    assert vault.documents() == []
    with vault.transaction():
        vault.record(make_addition("a"))
        with pytest.raises(ChangedElsewhere):
            vault.record(make_addition("a"))
        vault.record(make_addition("b"))
    assert [id_ for _, id_, _ in vault.documents()] == ["a", "b"]
    vault.close()


def test_drafts_are_one_row_each_and_no_steps(tmp_path: Path) -> None:
    path = tmp_path / "a.vault"
    vault = Vault.create(path)
    assert vault.draft("episode") is None
    for text in ("I", "I was", 'I was "seven" \0 \U0001f33b'):
        vault.save_draft("episode", text)
    vault.save_draft("relationship", "my")
    vault.drop_draft("relationship")
    vault.drop_draft("never there")
    vault.close()
    vault = Vault.open(path)
    assert vault.draft("episode") == 'I was "seven" \0 \U0001f33b'
    assert vault.draft("relationship") is None
    assert (vault.next_undo, vault.last_change) == (None, None)
    vault.close()


def test_half_a_character_is_refused_in_a_sentence() -> None:
    vault = Vault.in_memory()
    vault.save_draft("episode", "before")
    with pytest.raises(VaultError, match="half of a character"):
        vault.save_draft("episode", "\ud83d")
    with pytest.raises(VaultError, match="half of a character"):
        vault.record(make_addition("a", "\ud83d"))
    assert (vault.draft("episode"), vault.documents()) == ("before", [])
    vault.close()


def test_the_last_change_is_told_in_utc() -> None:
    vault = Vault.in_memory([("episodes", "a", "{}")])
    assert vault.last_change is None
    vault.record(make_addition("b"))
    last = vault.last_change
    assert last is not None
    assert last.utcoffset() is not None
    assert not last.utcoffset()
    vault.close()


def test_what_is_closed_says_so() -> None:
    vault = Vault.in_memory()
    vault.close()
    vault.close()
    for asks in (vault.documents, vault.undo, vault.redo, lambda: vault.record(make_addition("a"))):
        with pytest.raises(VaultError, match="is closed"):
            asks()
