"""Copies: byte for byte, checked whole, thinned with age; put back with what stood there kept."""

import json
import random
import stat
import sys
import threading
import time
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from models.entries import Episode
from models.errors import LostNotebook, VaultError, WrongKey
from models.history import build_change
from models.joint_changes import build_deletion
from tests.storage.crash.writer import START
from timeline.storage.copies import (
    Copy,
    CopyFolder,
    CopyKeeper,
    check_copy,
    choose_copy,
    find_sound_copy,
    make_copy,
    restore_copy,
    save_copy_as,
)
from timeline.storage.copies.copy_folder import choose_old_copies
from timeline.storage.desk import Desk
from timeline.storage.notebooks import open_notebook
from timeline.storage.vault import NOT_LOCKED, Key, Vault

KEY = Key("x'" + "5e" * 32 + "'")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "a.vault"


def create_desk(path: Path, key: Key = NOT_LOCKED) -> Desk:
    return Desk.open(Vault.create(path, key, START.documents()))


def add_moment(desk: Desk, id_: str, story: str = "") -> None:
    moment = Episode(id=id_, relationship="r0", headline=id_, story=story)
    desk.record(f"Added {id_}", filter(None, [build_change("episodes", None, moment)]))


def read_moments(path: Path, key: Key = NOT_LOCKED) -> set[str]:
    with closing(Desk.open(Vault.open(path, key))) as desk:
        return {moment.id for moment in desk.history.episodes}


# ---- making one ----


@pytest.mark.parametrize("key", [NOT_LOCKED, KEY], ids=["not locked", "locked"])
def test_a_copy_is_the_notebook_byte_for_byte(path: Path, key: Key) -> None:
    with closing(create_desk(path, key)) as desk:
        add_moment(desk, "one")
        desk.save_draft("episode", "half a sentence")
        copy = make_copy(desk._vault)
        assert copy.path.read_bytes() == path.read_bytes()
        assert (copy.id, copy.path.parent) == ("1", path.with_name("a.vault.copies"))
        add_moment(desk, "two")
        assert make_copy(desk._vault).id == "2"
    contents = check_copy(copy, key)
    assert (contents.people, contents.moments) == (3, len(START.episodes) + 1)
    assert contents.last_change
    if sys.platform != "win32":
        assert stat.S_IMODE(copy.path.parent.stat().st_mode) == 0o700
        assert stat.S_IMODE(copy.path.stat().st_mode) == 0o600


def test_a_copy_needs_the_key_of_its_notebook(path: Path) -> None:
    with closing(create_desk(path, KEY)) as desk:
        copy = make_copy(desk._vault)
    with pytest.raises(WrongKey):
        check_copy(copy)
    with pytest.raises(WrongKey):
        restore_copy(CopyFolder(path), copy)
    assert find_sound_copy(CopyFolder(path)) is None
    assert find_sound_copy(CopyFolder(path), KEY) == copy


def test_a_sample_is_not_copied() -> None:
    with closing(Desk.of_sample(START)) as desk, pytest.raises(VaultError, match="nothing to copy"):
        make_copy(desk._vault)


def test_what_else_lies_in_the_folder_is_passed_over_and_halves_are_cleared(path: Path) -> None:
    with closing(create_desk(path)) as desk:
        folder = CopyFolder(path)
        folder.make_folder()
        for name in ("holiday.jpg", "000001-not-a-time.vault", "000009-20260101T000000Z.vault.bak"):
            (folder.path / name).write_bytes(b"x")
        (folder.path / "000003-20260101T000000Z.vault").mkdir()
        (folder.path / "ab12.part").write_bytes(b"half")
        assert make_copy(desk._vault).id == "1"
        assert not (folder.path / "ab12.part").exists()
        assert (folder.path / "holiday.jpg").exists()


# ---- which are kept ----


def list_invented_copies(days: list[datetime]) -> list[Copy]:
    """Copies made at these times, the newest first."""
    made = [Copy(number, day, Path(f"{number}")) for number, day in enumerate(days, 1)]
    return made[::-1]


def test_a_year_of_daily_copies_leaves_days_weeks_and_months() -> None:
    first = datetime(2026, 1, 1, 12, tzinfo=UTC)
    copies = list_invented_copies([first + timedelta(days=n) for n in range(365)])
    old = set(choose_old_copies(copies))
    kept = [copy for copy in copies if copy not in old]
    assert copies[0] in kept
    ages = [(copies[0].made - copy.made).days for copy in kept]
    assert ages[:7] == list(range(7))
    assert {copy.made.month for copy in kept} == set(range(1, 13))
    assert 15 <= len(kept) <= 7 + 4 + 12


def test_many_of_one_day_leave_the_newest() -> None:
    now = datetime(2026, 1, 1, 12, tzinfo=UTC)
    copies = list_invented_copies([now + timedelta(minutes=n) for n in range(20)])
    assert choose_old_copies(copies) == copies[5:]


def test_a_clock_set_back_never_costs_the_newest() -> None:
    days = [datetime(2026, 1, 1, tzinfo=UTC) + timedelta(days=n) for n in range(30)]
    days += [datetime(2016, 1, 1, tzinfo=UTC)]
    copies = list_invented_copies(days)
    assert copies[0] not in choose_old_copies(copies)


def test_thinning_again_and_again_is_as_thinning_once() -> None:
    """A near miss would be a rule by which each new copy pushes out one that is still needed."""
    first = datetime(2026, 1, 1, 12, tzinfo=UTC)
    kept: list[Copy] = []
    for number in range(1, 400):
        kept = [Copy(number, first + timedelta(days=number), Path(str(number))), *kept]
        old = choose_old_copies(kept)
        kept = [copy for copy in kept if copy not in old]
    assert len({(copy.made.year, copy.made.month) for copy in kept}) == 12


# ---- putting one back ----


def test_what_stood_there_is_kept_and_can_be_gone_back_to(path: Path) -> None:
    folder = CopyFolder(path)
    with closing(create_desk(path)) as desk:
        make_copy(desk._vault)
        add_moment(desk, "later")
    was = path.read_bytes()
    aside = restore_copy(folder, choose_copy(folder, "1"))
    assert "later" not in read_moments(path)
    assert aside is not None
    assert aside.read_bytes() == was
    restore_copy(folder, choose_copy(folder, "2"))
    assert "later" in read_moments(path)


@pytest.mark.parametrize("damage", ["zeros", "cut", "flipped", "gone", "empty"])
def test_a_damaged_notebook_says_which_copy_is_whole_and_that_copy_opens(path: Path, damage: str) -> None:
    with closing(create_desk(path)) as desk:
        add_moment(desk, "one")
        make_copy(desk._vault)
    content = bytearray(path.read_bytes())
    if damage == "flipped":
        content[random.Random(1).randrange(len(content))] ^= 16
    broken = {"zeros": bytes(len(content)), "cut": bytes(content[:5000]), "empty": b""}.get(
        damage, bytes(content)
    )
    path.write_bytes(broken)
    if damage == "gone":
        path.unlink()
    with pytest.raises(LostNotebook, match=r"copies restore 1 --vault") as told:
        open_notebook(path)
    assert "passphrase" not in str(told.value)
    aside = restore_copy(CopyFolder(path), choose_copy(CopyFolder(path), None))
    assert "one" in read_moments(path)
    if aside:
        assert aside.read_bytes() == broken
        assert [copy.id for copy in CopyFolder(path).list_copies()] == ["1"]  # it is no copy to go back to


def test_a_damaged_copy_is_refused_and_the_next_one_is_offered(path: Path) -> None:
    with closing(create_desk(path)) as desk:
        first, second = make_copy(desk._vault), make_copy(desk._vault)
    content = bytearray(second.path.read_bytes())
    content[9000] ^= 1
    second.path.write_bytes(content)
    was = path.read_bytes()
    with pytest.raises(VaultError, match="damaged"):
        restore_copy(CopyFolder(path), second)
    assert path.read_bytes() == was
    assert find_sound_copy(CopyFolder(path)) == first


def test_a_notebook_that_is_open_is_not_replaced(path: Path) -> None:
    with closing(create_desk(path)) as desk:
        copy = make_copy(desk._vault)
        with pytest.raises(VaultError, match="is open already"):
            restore_copy(CopyFolder(path), copy)
        add_moment(desk, "one")


def test_a_copy_is_saved_elsewhere_as_a_notebook_of_its_own(path: Path, tmp_path: Path) -> None:
    with closing(create_desk(path)) as desk:
        copy = make_copy(desk._vault)
        add_moment(desk, "later")
    saved = save_copy_as(copy, tmp_path / "elsewhere" / "b.vault")
    assert read_moments(saved) == {moment.id for moment in START.episodes}
    with pytest.raises(VaultError, match="and it stays"):
        save_copy_as(copy, path)
    assert "later" in read_moments(path)


def test_a_copy_that_is_not_there_is_said(path: Path) -> None:
    with pytest.raises(VaultError, match="There is no copy of"):
        choose_copy(CopyFolder(path), None)
    with closing(create_desk(path)) as desk:
        make_copy(desk._vault)
    with pytest.raises(VaultError, match=r"There is no copy 7\. There are: 1\."):
        choose_copy(CopyFolder(path), "7")


# ---- by themselves ----


def wait_for_copies(path: Path, count: int) -> list[Copy]:
    """The copies, once there are so many."""
    for _ in range(400):
        copies = CopyFolder(path).list_copies()
        if len(copies) >= count:
            return copies
        time.sleep(0.05)
    raise AssertionError(f"only {len(copies)} copies")


def test_the_first_save_of_a_day_is_copied_and_no_other(path: Path) -> None:
    with closing(create_desk(path)) as desk, closing(CopyKeeper(desk)):
        assert CopyFolder(path).list_copies() == []
        add_moment(desk, "one")
        wait_for_copies(path, 1)
        add_moment(desk, "two")
    assert len(CopyFolder(path).list_copies()) == 1


def test_a_big_deletion_is_preceded_by_a_copy(path: Path) -> None:
    with closing(create_desk(path)) as desk, closing(CopyKeeper(desk)):
        add_moment(desk, "one")
        wait_for_copies(path, 1)
        for number in range(12):
            add_moment(desk, f"m{number}")
        desk.record("Deleted", build_deletion(desk.history, "relationships", "r0"))
        newest = wait_for_copies(path, 2)[0]
    assert "m11" in read_moments(newest.path)
    assert "m11" not in read_moments(path)


def test_one_of_an_older_version_is_copied_before_it_is_brought_up_to_date(tmp_path: Path) -> None:
    stored = Path(__file__).parents[1] / "vault" / "stored" / "notebook-1.vault"
    path = tmp_path / "a.vault"
    path.write_bytes(stored.read_bytes())
    open_notebook(path).close()
    [copy] = CopyFolder(path).list_copies()
    assert copy.path.read_bytes() == stored.read_bytes()
    open_notebook(path).close()
    assert len(CopyFolder(path).list_copies()) == 1


def test_saves_go_on_while_a_copy_is_made(path: Path) -> None:
    """Counted, not timed: between the beginning and the end of copies there are saves."""
    with closing(create_desk(path)) as desk:
        for number in range(30):
            add_moment(desk, f"long {number}", story="word " * 20_000)
        ends = threading.Event()

        def copy_on() -> None:
            for _ in range(3):
                make_copy(desk._vault)
            ends.set()

        thread = threading.Thread(target=copy_on)
        thread.start()
        saved = 0
        while not ends.is_set():
            add_moment(desk, f"meanwhile {saved}")
            saved += 1
        thread.join()
    assert saved > 3
    for copy in CopyFolder(path).list_copies():
        check_copy(copy)


# ---- seen before the next save ----


def test_a_file_overwritten_in_place_is_seen_before_the_next_save(path: Path, tmp_path: Path) -> None:
    with closing(create_desk(path)) as desk:
        copy = make_copy(desk._vault)
        add_moment(desk, "acknowledged")
        path.write_bytes(copy.path.read_bytes())  # as a program does that keeps files in step
        for tries in (lambda: add_moment(desk, "next"), lambda: desk.save_draft("x", "y"), desk.undo):
            with pytest.raises(VaultError, match="overwritten by another program"):
                tries()
        with pytest.raises(VaultError, match="overwritten"):
            make_copy(desk._vault)
        assert "acknowledged" in {moment.id for moment in desk.history.episodes}
        desk.save_as_new(tmp_path / "b.vault")
        add_moment(desk, "next")
    assert {"acknowledged", "next"} <= read_moments(tmp_path / "b.vault")
    assert "acknowledged" not in read_moments(path)


def test_a_file_damaged_while_open_is_seen_and_all_of_it_can_be_saved(path: Path, tmp_path: Path) -> None:
    with closing(create_desk(path)) as desk:
        add_moment(desk, "acknowledged")
        path.write_bytes(bytes(path.stat().st_size))
        with pytest.raises(VaultError):
            add_moment(desk, "next")
        desk.save_as_new(tmp_path / "b.vault")
    assert "acknowledged" in read_moments(tmp_path / "b.vault")


def test_as_json_it_can_be_read_by_another_program(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from app import main

    with closing(create_desk(path)) as desk:
        make_copy(desk._vault)
        add_moment(desk, "one")
        make_copy(desk._vault)
    assert main(["copies", "list", "--json", "--vault", str(path)]) == 0
    rows = json.loads(capsys.readouterr().out)
    assert [(row["id"], row["people"], row["moments"]) for row in rows] == [("2", 3, 13), ("1", 3, 12)]
    assert all(datetime.fromisoformat(row[when]) for row in rows for when in ("when", "checked"))
    assert main(["copies", "test", "--vault", str(path)]) == 0
    assert main(["copies", "restore", "1", "--vault", str(path)]) == 0
    assert "one" not in read_moments(path)
    said = capsys.readouterr().out
    assert "Copy 2 is whole: 3 people, 13 moments." in said
    assert "What was there is kept" in said
    assert main(["copies", "restore", "--vault", str(path)]) == 2
    assert main(["copies", "restore", "9", "--vault", str(path)]) == 2
