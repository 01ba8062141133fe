"""What changed since last time: every kind is counted, and only what differs is told."""

from hypothesis import given, settings

from models.history import COLLECTIONS, Episode, History, Relationship
from models.notebook_counts import COUNTED_COLLECTIONS, compare_counts, count_notebook
from tests.histories import histories


def test_a_known_answer() -> None:
    bond = Relationship(id="r", name="R", kind="other")
    moments = (
        Episode(id="a", relationship="r", headline="a", tags=("neglect", "care"), now=3),
        Episode(id="b", relationship="r", headline="b", tags=("neglect",), now=2),
        Episode(id="c", relationship="r", headline="c", tags=(), now=5),
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
