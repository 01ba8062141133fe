"""Where reasons are looked for, and where a share of one’s own is asked for: a table, and near misses."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.entries import Episode, Relationship, WideTag
from models.shares import HARM, may_look_for_reasons, may_offer_own_share
from models.tags import TAGS

OTHERS = sorted({tag.key for tag in TAGS if tag.side == "painful"} - HARM)


def moment(*tags: str) -> Episode:
    return Episode(id="e", relationship="r", headline="A moment", tags=tags)


def bond(*, caregiver: bool = False, tags: tuple[str, ...] = ()) -> Relationship:
    wide = tuple(WideTag(tag=tag) for tag in tags)
    return Relationship(id="r", name="R", kind="romantic", caregiver=caregiver, tags=wide)


@pytest.mark.parametrize("tag", sorted(HARM))
@pytest.mark.parametrize("age", [None, (40, 40)])
def test_never_where_harm_is_tagged(tag: str, age: tuple[int, int] | None) -> None:
    assert not may_look_for_reasons(moment("rejection", tag), bond())
    assert may_offer_own_share(moment("rejection", tag), bond(), age) is False
    assert not may_look_for_reasons(moment("rejection"), bond(tags=(tag,)))
    assert may_offer_own_share(moment("rejection"), bond(tags=(tag,)), age) is False


@pytest.mark.parametrize(
    ("age", "offered"),
    [
        ((17, 17), False),
        ((18, 18), True),
        ((17, 18), False),
        ((18, 30), True),
        ((0, 60), False),
        (None, None),
    ],
)
def test_never_at_an_age_that_may_be_below_18(age: tuple[int, int] | None, offered: bool | None) -> None:
    assert may_offer_own_share(moment("rejection"), bond(), age) is offered


def test_with_a_caregiver_other_reasons_but_no_own_share() -> None:
    assert may_look_for_reasons(moment("neglect"), bond(caregiver=True))
    assert may_offer_own_share(moment("neglect"), bond(caregiver=True), (40, 40)) is False
    assert may_offer_own_share(moment("neglect"), bond(caregiver=True), None) is False


@given(st.lists(st.sampled_from([tag.key for tag in TAGS]), max_size=4), st.booleans(), st.integers(0, 90))
def test_it_is_offered_exactly_where_all_allows_it(tags: list[str], caregiver: bool, age: int) -> None:
    slow = (
        age >= 18 and not caregiver and all(tag not in ("abuse", "trauma", "fear", "control") for tag in tags)
    )
    assert may_offer_own_share(moment(*tags), bond(caregiver=caregiver), (age, age)) is slow
