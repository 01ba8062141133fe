"""What changed since last time: every kind is counted, and only what differs is told."""

from hypothesis import given, settings

from models.counts import WRITTEN, changed, counted
from models.history import COLLECTIONS, Episode, History, Relationship
from tests.histories import histories


def test_a_known_answer() -> None:
    bond = Relationship(id="r", name="R", kind="other")
    moments = (
        Episode(id="a", relationship="r", headline="a", tags=("neglect", "care"), now=3),
        Episode(id="b", relationship="r", headline="b", tags=("neglect",), now=2),
        Episode(id="c", relationship="r", headline="c", tags=(), now=5),
    )
    now = counted(History(relationships=(bond,), episodes=moments))
    assert now["relationships"] == 1
    assert now["moments tagged painful"] == 2
    assert now["moments tagged caring"] == 1
    assert now["moments that still hurt (3 to 5)"] == 1
    assert changed(counted(History()), now) == [
        ("relationships", 0, 1),
        ("moments tagged painful", 0, 2),
        ("moments tagged caring", 0, 1),
        ("moments that still hurt (3 to 5)", 0, 1),
    ]


def test_what_is_counted_is_there() -> None:
    assert set(WRITTEN) <= set(COLLECTIONS)


@settings(deadline=None, max_examples=25)
@given(histories())
def test_nothing_changed_against_itself(history: History) -> None:
    now = counted(history)
    assert changed(now, now) == []
    assert list(now) == list(counted(History()))
