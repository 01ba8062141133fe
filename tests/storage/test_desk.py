"""The desk: what is shown is what is saved, whatever fails, and every step can be walked back and forth.

The second opinion is a list of snapshots, one per step, and a finger on one of them.
"""

import stat
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.changes import Change, UndoStep
from models.dates import When
from models.entries import OwnTag, Person
from models.errors import ChangedElsewhere, TimelineError, VaultError
from models.history import History, build_change, entry_text, normalise_entry_text
from models.joint_changes import build_deletion, build_tag_merge
from tests.building import build_episode, build_relationship
from timeline.storage.desk import Desk
from timeline.storage.vault import NOT_LOCKED, Key, Vault
from timeline.storage.vault import notebook_folder as place

MOTHER = build_relationship("m", "family", name="Mother", caregiver=True)
FRIEND = build_relationship("f", "friendship", name="Edvard")
MOMENTS = tuple(build_episode(f"e{n}", "mf"[n % 2], None, f"moment {n}", "care") for n in range(6))
LIFE = History(person=Person(name="H"), relationships=(MOTHER, FRIEND), episodes=MOMENTS)
KEY = Key("x'" + "5e" * 32 + "'")  # a raw one: nothing here is about passphrases


def make_addition(entry: Any, kind: str = "episodes") -> list[Change]:
    return [Change(kind, entry.id, None, entry_text(entry))]


def change_headline(desk: Desk, id_: str, headline: str) -> list[Change]:
    (before,) = (episode for episode in desk.history.episodes if episode.id == id_)
    change = build_change("episodes", before, before.model_copy(update={"headline": headline}))
    return [change] if change else []


DAY = date(2026, 1, 1)
FELLOW = build_relationship("n", "other", name="Jonas")
NEW_MOMENT = build_episode("new", "m", "age 7", "new", day_entered=DAY)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "a.vault"


@pytest.fixture
def desk(path: Path) -> Iterator[Desk]:
    with closing(Desk.open(Vault.create(path, NOT_LOCKED, LIFE.documents()))) as opened:
        yield opened


@pytest.fixture
def sample() -> Iterator[Desk]:
    with closing(Desk.of_sample(LIFE)) as opened:
        yield opened


def read_saved_history(path: Path, key: Key = NOT_LOCKED) -> History:
    """The history as another start finds it."""
    with closing(Desk.open(Vault.open(path, key))) as again:
        return again.history


# ---- recording, and taking back ----


def test_what_is_recorded_is_shown_saved_and_named(desk: Desk, path: Path) -> None:
    assert (desk.undo_name, desk.redo_name, desk.last_change, desk.version) == (None, None, None, 0)
    assert desk.record('Added "new"', make_addition(NEW_MOMENT))
    assert desk.history.episodes == (*MOMENTS, NEW_MOMENT)
    assert (desk.undo_name, desk.redo_name, desk.version) == ('Added "new"', None, 1)
    assert desk.last_change
    assert desk.undo() == 'Added "new"'
    assert (desk.history, desk.undo_name, desk.redo_name) == (LIFE, None, 'Added "new"')
    assert desk.redo() == 'Added "new"'
    assert (desk.undo(), desk.undo(), desk.redo(), desk.redo()) == ('Added "new"', None, 'Added "new"', None)
    shown = desk.history
    assert desk.snapshot == (desk.version, shown)
    assert (desk.version, desk.epoch) == (5, 0)
    desk.close()
    assert read_saved_history(path) == shown


def test_what_is_new_carries_the_day_it_was_entered(desk: Desk) -> None:
    desk.today = lambda: date(2026, 11, 30)
    desk.record("Added someone", make_addition(FELLOW, "relationships"))
    desk.record("Added a moment", make_addition(NEW_MOMENT.model_copy(update={"day_entered": None})))
    assert desk.history.relationships[-1].day_entered == date(2026, 11, 30)
    assert desk.history.episodes[-1].day_entered == date(2026, 11, 30)
    desk.today = lambda: date(2026, 12, 24)
    desk.record("Changed", change_headline(desk, "new", "newer"))
    desk.record("Changed", change_headline(desk, "e0", "older"))
    assert [moment.day_entered for moment in desk.history.episodes] == [None] * 6 + [date(2026, 11, 30)]
    while desk.undo():
        pass
    while desk.redo():
        pass
    assert desk.history.episodes[-1].day_entered == date(2026, 11, 30)


def test_a_day_that_is_known_stays_and_what_was_entered_elsewhere_gets_none(desk: Desk) -> None:
    desk.record("Added", make_addition(NEW_MOMENT))
    assert desk.history.episodes[-1].day_entered == DAY
    desk.record("Imported", make_addition(FELLOW, "relationships"), dated=False)
    assert desk.history.relationships[-1].day_entered is None


def test_the_history_last_seen_is_the_one_before_what_was_done_since(desk: Desk) -> None:
    assert desk.history_seen is None
    desk.record("Added", make_addition(NEW_MOMENT))
    desk.remember_history_seen()
    seen = desk.history
    assert desk.history_seen == seen
    desk.record("Deleted", build_deletion(desk.history, "relationships", "m"))
    desk.undo()
    desk.undo()
    desk.record("Changed", change_headline(desk, "e1", "otherwise"))
    assert desk.history != seen
    then = desk.history_seen
    assert then is not None
    assert set(then.documents()) == set(seen.documents())


@pytest.mark.parametrize(
    "changes", [[], [Change("episodes", "e0", "x", "x")], [Change("person", "", None, None)]]
)
def test_a_change_that_changes_nothing_is_no_step(desk: Desk, changes: list[Change]) -> None:
    assert not desk.record("Nothing", changes)
    assert (desk.undo_name, desk.version, desk.history) == (None, 0, LIFE)


def watch_state(desk: Desk) -> Callable[[], bool]:
    """Whether, when asked later, everything is as it was now."""
    was = (desk.history, desk.version, desk.epoch, desk.undo_name, desk.redo_name, desk._vault.documents())
    return lambda: (
        was
        == (desk.history, desk.version, desk.epoch, desk.undo_name, desk.redo_name, desk._vault.documents())
    )


E0 = entry_text(MOMENTS[0])


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        (make_addition(NEW_MOMENT.model_copy(update={"relationship": "x"})), "relationship “x”"),
        (make_addition(NEW_MOMENT.model_copy(update={"tags": ("warmth",)})), "the tag “warmth”"),
        ([Change("relationships", "m", entry_text(MOTHER), None)], "relationship “m”"),
        ([Change("episodes", "e0", E0, '{"id":"e0"}')], "Field required"),
        ([Change("episodes", "e0", E0, "{")], "Invalid JSON"),
        ([Change("episodes", "e0", E0, E0.replace('"m"', '"m","now":6'))], "less than or equal to 5"),
        ([Change("episodes", "e0", E0, E0.replace('"e0"', '"e1"'))], "an id that is not its own"),
        ([Change("episodes", "e0", E0, E0 + " ")], "not in the form"),
        ([Change("episodes", "e0", E0, E0.replace("{", '{"direction":"received",'))], "not in the form"),
        ([Change("settings", "", None, "{}")], "not in the form"),
    ],
)
def test_what_does_not_hold_together_changes_nothing(
    desk: Desk, changes: list[Change], sentence: str
) -> None:
    desk.record("One", make_addition(NEW_MOMENT))
    desk.undo()
    as_it_was = watch_state(desk)
    with pytest.raises(ValueError, match=sentence):
        desk.record("Wrong", [*make_addition(FELLOW, "relationships"), *changes])
    assert as_it_was()


def test_an_edit_from_another_tab_loses_neither_text(desk: Desk) -> None:
    mine, theirs = change_headline(desk, "e0", "mine"), change_headline(desk, "e0", "theirs")
    desk.record("Changed", theirs)
    as_it_was = watch_state(desk)
    with pytest.raises(ChangedElsewhere) as told:
        desk.record("Changed", mine)
    assert (told.value.mine, told.value.theirs) == (mine[0].after, theirs[0].after)
    assert as_it_was()
    with pytest.raises(ChangedElsewhere) as told:
        desk.record("Deleted", [Change("episodes", "e0", E0, None)])
    assert told.value.mine is None
    assert desk.record("Changed", [mine[0]._replace(before=theirs[0].after)])
    assert desk.history.episodes[0].headline == "mine"


def test_what_was_deleted_goes_back_to_its_place(desk: Desk) -> None:
    desk.record("Deleted", build_deletion(desk.history, "episodes", "e2"))
    desk.record("Added", make_addition(NEW_MOMENT))
    desk.undo()
    desk.undo()
    assert desk.history == LIFE
    desk.redo()
    assert [episode.id for episode in desk.history.episodes] == ["e0", "e1", "e3", "e4", "e5"]


def test_a_person_and_their_moments_go_and_come_back_in_one_step(desk: Desk, path: Path) -> None:
    before = list(desk.history.documents())
    desk.record('Deleted "Mother"', build_deletion(desk.history, "relationships", "m"))
    assert {episode.relationship for episode in desk.history.episodes} == {"f"}
    assert desk.history.relationships == (FRIEND,)
    desk.close()
    with closing(Desk.open(Vault.open(path))) as again:
        assert again.undo() == 'Deleted "Mother"'
        assert again.history == LIFE
        assert list(again.history.documents()) == before
        assert again.redo_name == 'Deleted "Mother"'
    assert read_saved_history(path) == LIFE


def test_a_merged_tag_is_parted_again(desk: Desk) -> None:
    own = OwnTag(id="t", label="Waiting", side="painful")
    moment = NEW_MOMENT.model_copy(update={"tags": ("t",)})
    desk.record("Added", make_addition(own, "own_tags") + make_addition(moment))
    apart = desk.history
    desk.record("Merged", build_tag_merge(apart, "t", "loss"))
    assert desk.history.episodes[-1].tags == ("loss",)
    desk.undo()
    assert desk.history == apart


def test_one_of_a_kind_is_changed_and_taken_back(desk: Desk) -> None:
    change = build_change("person", desk.history.person, Person(name="A", birth=When("1984")))
    assert change
    desk.record("Changed", [change])
    assert desk.history.person.birth == When("1984")
    change = build_change("person", desk.history.person, Person())
    assert change
    desk.record("Emptied", [change])
    assert desk.history.person == Person()
    desk.undo()
    desk.undo()
    assert desk.history == LIFE


# ---- opening, turning, leaving ----


def test_a_sample_is_in_memory_only(sample: Desk, tmp_path: Path) -> None:
    assert sample.is_sample
    assert sample.locked_label == "Sample, kept in memory only"
    assert sample.history == LIFE
    assert (sample.undo_name, sample.last_change) == (None, None)
    sample.record("Tried", make_addition(NEW_MOMENT))
    sample.undo()
    assert sample.history == LIFE
    assert list(tmp_path.iterdir()) == []


def test_what_is_left_is_gone(desk: Desk) -> None:
    desk.close()
    desk.close()
    assert not desk.is_open
    assert (desk.version, desk.epoch) == (1, 1)
    for asks in (
        lambda: desk.history,
        lambda: desk.snapshot,
        lambda: desk.record("One", make_addition(NEW_MOMENT)),
        desk.undo,
        desk.redo,
        lambda: desk.draft("x"),
        lambda: desk.undo_name,
    ):
        with pytest.raises(VaultError, match="is closed"):
            asks()


def test_another_notebook_is_laid_here(desk: Desk, sample: Desk, path: Path, tmp_path: Path) -> None:
    sample.record("Tried", make_addition(NEW_MOMENT))
    desk.close()
    sample.switch_to(Vault.open(path))
    assert (sample.is_sample, sample.locked_label) == (False, "Not locked")
    assert sample.history == LIFE
    assert (sample.version, sample.epoch, sample.undo_name) == (2, 0, None)
    sample.switch_to(Vault.create(tmp_path / "b.vault", KEY))
    assert (sample.history, sample.locked_label) == (History(), "Locked with a passphrase")
    Vault.open(path).close()  # the one before was let go of


def make_unreadable_vault(path: Path) -> Vault:
    return Vault.create(path, NOT_LOCKED, [("episodes", "e", '{"id":"e","headline":"canary","mood":3}')])


def test_what_this_version_cannot_read_is_refused_and_left(sample: Desk, path: Path) -> None:
    make_unreadable_vault(path).close()
    was = path.read_bytes()
    as_it_was = watch_state(sample)
    for opens in (Desk.open, sample.switch_to):
        with pytest.raises(VaultError, match=r"cannot read\. It was left as it is") as told:
            opens(Vault.open(path))
        assert "canary" not in f"{told.value!r}"
        assert told.value.__cause__ is None
    assert as_it_was()
    assert path.read_bytes() == was
    Vault.open(path).close()  # it was let go of


@pytest.mark.parametrize("kind", ["moods", "schema_", "by_id"])
def test_an_unknown_kind_of_entry_is_refused(path: Path, kind: str) -> None:
    with pytest.raises(VaultError, match="cannot read"):
        Desk.open(Vault.create(path, NOT_LOCKED, [(kind, "e", '{"id":"e"}')]))


def test_a_step_back_to_what_cannot_be_read_is_refused(path: Path) -> None:
    vault = Vault.create(path)
    text = '{"id":"e","relationship":"gone","headline":"x"}'
    vault.record(UndoStep("Wrote", (Change("episodes", "e", None, text),)))
    vault.record(UndoStep("Deleted", (Change("episodes", "e", text, None),)))
    with closing(Desk.open(vault)) as desk:
        as_it_was = watch_state(desk)
        with pytest.raises(VaultError, match="cannot read"):
            desk.undo()
        assert as_it_was()
        assert desk.undo_name == "Deleted"


@pytest.mark.parametrize("instead", [None, b"", b"another file"], ids=["gone", "emptied", "exchanged"])
def test_what_cannot_be_saved_is_not_shown(desk: Desk, path: Path, instead: bytes | None) -> None:
    """Saving into a file that was moved away would succeed, and be lost with it."""
    desk.record("One", make_addition(NEW_MOMENT))
    as_it_was = watch_state(desk)
    aside = path.with_name("aside")
    path.rename(aside)
    if instead is not None:
        path.write_bytes(instead)
    for tries in (
        lambda: desk.record("Two", change_headline(desk, "e0", "x")),
        desk.undo,
        lambda: desk.save_draft("x", "y"),
    ):
        with pytest.raises(VaultError, match="Nothing was saved"):
            tries()
    assert instead is None or path.read_bytes() == instead
    aside.replace(path)
    assert as_it_was()
    desk.undo()
    assert desk.history == LIFE


# ---- one's own ----


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home" / "notebooks"


@pytest.fixture
def sample_with_home(home: Path) -> Iterator[Desk]:
    """A sample, and a folder where one's own would go."""
    with closing(Desk.of_sample(LIFE, home)) as opened:
        yield opened


PERSON = Person(name="canary", birth=When("1984"))


@pytest.mark.parametrize("key", [NOT_LOCKED, KEY], ids=["not locked", "locked"])
def test_ones_own_takes_the_place_of_the_sample(sample_with_home: Desk, home: Path, key: Key) -> None:
    sample_with_home.record("Tried", make_addition(NEW_MOMENT))
    assert not home.exists()
    sample_with_home.missing = Path("gone.vault")
    sample_with_home.start_own(PERSON, key)
    assert sample_with_home.missing is None  # a notebook lies here: nothing more to tell
    assert not sample_with_home.is_sample
    assert sample_with_home.history == History(person=PERSON)
    assert (sample_with_home.version, sample_with_home.epoch, sample_with_home.undo_name) == (2, 0, None)
    assert sample_with_home.locked_label == ("Locked with a passphrase" if key.is_locked else "Not locked")
    mother = MOTHER.model_copy(update={"day_entered": DAY})
    sample_with_home.record("Added", make_addition(mother, "relationships"))
    sample_with_home.close()
    vault = place.last_used(home)
    assert vault
    assert [file.name for file in sorted(home.iterdir())] == sorted([vault.name, "settings.json"])
    assert "canary" not in "".join(file.name for file in home.iterdir())
    assert b"canary" not in b"".join(file.read_bytes() for file in home.iterdir())
    assert read_saved_history(vault, key) == History(person=PERSON, relationships=(mother,))
    if sys.platform != "win32":
        assert stat.S_IMODE(home.stat().st_mode) == 0o700
        assert {stat.S_IMODE(file.stat().st_mode) for file in home.iterdir()} == {0o600}


def test_ones_own_is_the_one_used_last(sample_with_home: Desk, home: Path) -> None:
    older = place.new_file(home)
    Vault.create(older).close()
    sample_with_home.start_own(Person())
    own = place.last_used(home)
    assert own != older
    sample_with_home.close()
    older.touch()
    assert place.last_used(home) == own


def test_ones_own_is_found_by_a_second_start(sample_with_home: Desk, home: Path) -> None:
    found = place.RunningAnnouncement(4711, "secret")
    sample_with_home.on_notebook_change(found.announce_at)
    assert not home.exists()
    sample_with_home.start_own(Person())
    own = place.last_used(home)
    assert own
    running = place.read_running_program(own)
    assert running
    assert (running.port, running.secret) == (4711, "secret")
    sample_with_home.switch_to(Vault.create(place.new_file(home)))
    assert place.read_running_program(own) is None
    sample_with_home.close()
    other = next(file for file in place.list_notebooks(home) if file != own)
    assert place.read_running_program(other)  # a locked notebook is unlocked where it is running
    found.close()
    assert place.read_running_program(other) is None


def test_a_notebook_that_lies_here_already_is_found_at_once(desk: Desk, path: Path) -> None:
    told: list[Path] = []
    desk.on_notebook_change(told.append)
    assert told == [path]


def test_ones_own_is_started_once(sample_with_home: Desk, home: Path) -> None:
    sample_with_home.start_own(PERSON)
    as_it_was = watch_state(sample_with_home)
    with pytest.raises(TimelineError, match="is open already"):
        sample_with_home.start_own(Person())
    assert as_it_was()
    assert len(place.list_notebooks(home)) == 1


def test_where_ones_own_cannot_be_made_the_sample_stays(
    sample_with_home: Desk, sample: Desk, home: Path
) -> None:
    home.parent.write_text("a file")
    for looked_at, sentence in ((sample_with_home, "cannot be used"), (sample, "for looking at")):
        as_it_was = watch_state(looked_at)
        with pytest.raises(TimelineError, match=sentence) as told:
            looked_at.start_own(PERSON)
        assert "canary" not in str(told.value)
        assert as_it_was()
        assert looked_at.is_sample
    home.parent.unlink()
    sample_with_home.start_own(PERSON)
    assert sample_with_home.history.person == PERSON


# ---- drafts ----


def test_a_draft_is_kept_beside_the_journal(desk: Desk, path: Path) -> None:
    as_it_was = watch_state(desk)
    desk.save_draft("episode", "I was")
    desk.save_draft("episode", "I was seven")
    desk.save_draft("other", "x")
    desk.drop_draft("other")
    assert as_it_was()
    desk.record("One", make_addition(NEW_MOMENT))
    desk.undo()
    desk.close()
    with closing(Desk.open(Vault.open(path))) as again:
        assert again.draft("episode") == "I was seven"
        assert again.draft("other") is None


# ---- any order of steps ----

IDS = ("a", "b", "c")
PUT_MOVES = st.builds(
    lambda id_, word: ("put", id_, word), st.sampled_from(IDS), st.sampled_from(["", "x", "y", "שלום\n"])
)
MOVES = st.lists(
    PUT_MOVES
    | st.builds(lambda id_: ("drop", id_, ""), st.sampled_from([*IDS, "m"]))
    | st.sampled_from([("undo", "", ""), ("redo", "", ""), ("reopen", "", ""), ("wrong", "", "")]),
    max_size=25,
)


@pytest.mark.parametrize(
    "examples", [pytest.param(100, id="100"), pytest.param(2_000, id="2000", marks=pytest.mark.torture)]
)
def test_the_desk_shows_what_a_list_of_snapshots_says(
    tmp_path_factory: pytest.TempPathFactory, examples: int
) -> None:
    @settings(deadline=None, max_examples=examples)
    @given(MOVES)
    def walk(moves: list[tuple[str, str, str]]) -> None:
        path = tmp_path_factory.mktemp("desk") / "a.vault"
        desk = Desk.open(Vault.create(path))
        snapshots, names, finger, version = [History()], list[str](), 0, 0
        for nth, (move, id_, word) in enumerate(moves):
            shown = snapshots[finger]
            if move == "undo":
                assert desk.undo() == (names[finger - 1] if finger else None)
                version += finger > 0
                finger = max(0, finger - 1)
            elif move == "redo":
                assert desk.redo() == (names[finger] if finger < len(names) else None)
                version += finger < len(names)
                finger = min(len(names), finger + 1)
            elif move == "reopen":
                desk.close()
                desk, version = Desk.open(Vault.open(path)), 0
            elif move == "wrong":
                with pytest.raises(ValueError, match="relationship “nobody”"):
                    desk.record(
                        "Wrong", make_addition(NEW_MOMENT.model_copy(update={"relationship": "nobody"}))
                    )
            else:
                after = put_moment(shown, id_, word) if move == "put" else drop_entry(shown, id_)
                changes = diff_histories(shown, after)
                assert desk.record(f"step {nth}", changes) == bool(changes)
                if changes:
                    snapshots[finger + 1 :], names[finger:] = [after], [f"step {nth}"]
                    finger, version = finger + 1, version + 1
            assert desk.snapshot == (version, snapshots[finger])
            assert desk.undo_name == (names[finger - 1] if finger else None)
            assert desk.redo_name == (names[finger] if finger < len(names) else None)
        desk.close()
        assert read_saved_history(path) == snapshots[finger]

    walk()


def put_moment(history: History, id_: str, word: str) -> History:
    """`history` with a moment of this id, and someone it happened with."""
    people = history.relationships or (MOTHER.model_copy(update={"day_entered": DAY}),)
    moment = build_episode(id_, "m", None, "x", story=word, day_entered=DAY)
    there = any(episode.id == id_ for episode in history.episodes)
    moments = tuple(moment if episode.id == id_ else episode for episode in history.episodes)
    return History(relationships=people, episodes=moments if there else (*moments, moment))


def drop_entry(history: History, id_: str) -> History:
    if id_ == "m":
        return History()
    return History(
        relationships=history.relationships,
        episodes=tuple(episode for episode in history.episodes if episode.id != id_),
    )


def diff_histories(one: History, other: History) -> list[Change]:
    """The changes from the one to the other."""
    was, will_be = ({document[:2]: document[2] for document in h.documents()} for h in (one, other))
    gone = [Change(*key, text, None) for key, text in was.items() if key not in will_be]
    put_ = [Change(*key, was.get(key), text) for key, text in will_be.items() if was.get(key) != text]
    return [*gone, *put_]


# ---- several at once ----


@pytest.mark.parametrize("times", [25, pytest.param(1_000, marks=pytest.mark.torture)])
def test_two_at_once_lose_nothing(desk: Desk, path: Path, times: int) -> None:
    """Each adds moments of its own, undoing now and then; a third reads all the while."""
    seen: list[tuple[int, History]] = []
    done = threading.Event()
    failed: list[BaseException] = []

    def write(who: str) -> None:
        try:
            for n in range(times):
                desk.record(f"{who}{n}", make_addition(NEW_MOMENT.model_copy(update={"id": f"{who}{n}"})))
        except BaseException as error:  # noqa: BLE001  told in the end
            failed.append(error)

    def read() -> None:
        while not done.is_set():
            seen.append(desk.snapshot)

    reader = threading.Thread(target=read)
    writers = [threading.Thread(target=write, args=(who,)) for who in "ab"]
    for thread in (reader, *writers):
        thread.start()
    for thread in writers:
        thread.join()
    done.set()
    reader.join()
    assert not failed
    assert desk.version == 2 * times
    versions = [version for version, _ in seen]
    assert versions == sorted(versions)
    assert all(len(history.episodes) == len(MOMENTS) + version for version, history in seen)
    ids = [episode.id for episode in desk.history.episodes[len(MOMENTS) :]]
    assert [id_ for id_ in ids if id_[0] == "a"] == [f"a{n}" for n in range(times)]
    assert [id_ for id_ in ids if id_[0] == "b"] == [f"b{n}" for n in range(times)]
    shown = desk.history
    desk.close()
    assert read_saved_history(path) == shown


def test_two_edits_of_one_text_at_once_are_told_apart(desk: Desk) -> None:
    """Whoever comes second is told, however close they are."""
    told: list[str] = []

    def edit(word: str) -> None:
        try:
            desk.record(
                "Changed",
                [
                    Change(
                        "episodes",
                        "e0",
                        E0,
                        normalise_entry_text("episodes", "e0", E0.replace("moment 0", word)),
                    )
                ],
            )
        except ChangedElsewhere:
            told.append(word)

    threads = [threading.Thread(target=edit, args=(word,)) for word in ("one", "two", "three", "four")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(told) == 3
    assert {desk.history.episodes[0].headline, *told} == {"one", "two", "three", "four"}
    assert desk.version == 1
