"""Where reasons are looked for, and where a share of one’s own is asked for: a table, and near misses."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.history import History, Person, Relationship, RelationshipTag
from models.own_share import HARM_TAGS, can_offer_own_share, find_harmful_relationships
from models.tags import TAGS
from tests.building import build_episode, build_relationship

TODAY = date(2026, 3, 2)
KEYS = [tag.key for tag in TAGS]


def make_history(
    *tags: str, wide: tuple[str, ...] = (), other: tuple[str, ...] = (), caregiver: bool = False,
    when: str = "2016", born: str = "1985",
) -> History:  # fmt: skip
    """A moment with Ro, tagged `tags`; another with Ro, tagged `other`; and a moment of fear with Al."""
    return History(
        person=Person(birth=born) if born else Person(),
        relationships=(
            Relationship(id="ro", name="Ro", kind="romantic", caregiver=caregiver,
                         tags=tuple(RelationshipTag(tag=tag) for tag in wide)),
            build_relationship("al", "friendship"),
        ),
        episodes=(
            build_episode("one", "ro", when, "A moment", *tags),
            build_episode("two", "ro", "2017", "Another", *other),
            build_episode("not Ro", "al", "2015", "Afraid", "fear"),
        ),
    )  # fmt: skip


def is_share_offered(history: History) -> bool | None:
    return can_offer_own_share(history, history.episodes[0], TODAY)


@pytest.mark.parametrize("tag", sorted(HARM_TAGS))
@pytest.mark.parametrize("born", ["", "1985"])
def test_never_where_harm_is_tagged_anywhere_with_that_person(tag: str, born: str) -> None:
    for harmed in (
        make_history("rejection", tag, born=born),
        make_history("rejection", wide=(tag,), born=born),
        make_history("rejection", other=(tag,), born=born),
    ):
        assert "ro" in find_harmful_relationships(harmed)
        assert is_share_offered(harmed) is False


def test_harm_with_someone_else_takes_nothing_away() -> None:
    assert find_harmful_relationships(make_history("rejection")) == {"al"}
    assert is_share_offered(make_history("rejection")) is True


@pytest.mark.parametrize(
    ("when", "born", "asked"),
    [
        ("age 17", "1985", False),
        ("age 18", "1985", True),
        ("age 17-18", "1985", False),
        ("age 18-30", "1985", True),
        ("before 2020", "1985", False),
        ("2016", "", None),
        ("I don't know when", "1985", None),
    ],
)
def test_never_at_an_age_that_may_be_below_18(when: str, born: str, asked: bool | None) -> None:
    assert is_share_offered(make_history("rejection", when=when, born=born)) is asked


@pytest.mark.parametrize("born", ["", "1985"])
def test_with_a_caregiver_other_reasons_but_no_own_share(born: str) -> None:
    cold = make_history("neglect", caregiver=True, born=born)
    assert "ro" not in find_harmful_relationships(cold)
    assert is_share_offered(cold) is False


@given(
    st.lists(st.sampled_from(KEYS), max_size=4), st.lists(st.sampled_from(KEYS), max_size=4), st.booleans()
)
def test_it_is_offered_exactly_where_all_allows_it(
    tags: list[str], other: list[str], caregiver: bool
) -> None:
    slow = not caregiver and all(tag not in ("abuse", "trauma", "fear", "control") for tag in (*tags, *other))
    assert is_share_offered(make_history(*tags, other=tuple(other), caregiver=caregiver)) is slow
