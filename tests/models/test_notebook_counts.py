"""What changed since last time: every kind is counted, and only what differs is told."""

from hypothesis import given, settings

from models.history import COLLECTIONS, History
from models.notebook_counts import COUNTED_COLLECTIONS, compare_counts, count_notebook
from tests.building import build_episode, build_relationship
from tests.histories import histories


def test_a_known_answer() -> None:
    bond = build_relationship("r", "other")
    moments = (
        build_episode("a", "r", None, "a", "neglect", "care", now=3),
        build_episode("b", "r", None, "b", "neglect", now=2),
        build_episode("c", "r", None, "c", now=5),
    )
    now = count_notebook(History(relationships=(bond,), episodes=moments))
    assert now["relationships"] == 1
    assert now["moments tagged painful"] == 2
    assert now["moments tagged caring"] == 1
    assert now["moments that still hurt (3 to 5)"] == 1
    assert compare_counts(count_notebook(History()), now) == [
        ("relationships", 0, 1),
        ("moments tagged painful", 0, 2),
        ("moments tagged caring", 0, 1),
        ("moments that still hurt (3 to 5)", 0, 1),
    ]


def test_what_is_counted_is_there() -> None:
    assert set(COUNTED_COLLECTIONS) <= set(COLLECTIONS)


@settings(deadline=None, max_examples=25)
@given(histories())
def test_nothing_changed_against_itself(history: History) -> None:
    now = count_notebook(history)
    assert compare_counts(now, now) == []
    assert list(now) == list(count_notebook(History()))
