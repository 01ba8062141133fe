"""Who stayed, a tag by kind, and the moments of each year of age, against plain loops and by hand."""

from hypothesis import given, settings

from models.history import History, Person
from tests.building import build_episode, build_relationship
from tests.histories import TODAY, histories
from timeline.study.entered_ages import count_entered_ages
from timeline.study.tag_by_kind import KindCount, count_tag_by_kind
from timeline.study.who_stayed import StayedPerson, list_who_stayed
from timeline.tables import build_tables

laws = settings(deadline=None, max_examples=30)

LIFE = History(
    person=Person(birth="1990-01-01"),
    relationships=(
        build_relationship("nan", "family", "1990", "2012-05", ended="death"),
        build_relationship("ann", "friendship", "2000"),
        build_relationship("leo", "romantic", "2010"),
    ),
    episodes=(
        build_episode("e1", "nan", "1995-06-15", "x", "care"),
        build_episode("e2", "nan", "2005-06-15", "x", "joy"),
        build_episode("e3", "nan", "unknown", "x", "criticism"),
        build_episode("e4", "ann", "2001-01-10", "x", "support"),
        build_episode("e5", "ann", "2002-12-10", "x", "support"),
        build_episode("e6", "leo", "2011-03-10", "x", "neglect"),
        build_episode("e7", "leo", "2015-03-10", "x", "care", direction="given"),
        build_episode("e8", "nan", "1985", "x", "care"),
    ),
)


def test_who_stayed_is_counted_by_caring_moments_received() -> None:
    """Ann's two lie under two years apart, and what was given to Leo is no staying of his."""
    (nan,) = list_who_stayed(build_tables(LIFE, TODAY))
    assert nan._replace(years=round(nan.years, 1)) == StayedPerson("nan", 20.0, 3, 1, True)


def test_a_tag_by_kind_is_beside_the_same_count_of_all_others() -> None:
    tables = build_tables(LIFE, TODAY)
    assert count_tag_by_kind(tables, "care", "family") == KindCount(1, 1, 0, 2)
    assert count_tag_by_kind(tables, "care", "romantic") == KindCount(0, 1, 1, 2)
    assert count_tag_by_kind(tables, "care", "romantic", given=True) == KindCount(1, 1, 0, 2)


def test_moments_of_each_year_of_age_leave_nothing_out() -> None:
    found = count_entered_ages(build_tables(LIFE, TODAY))
    assert {age: count for age, count in found.by_age if count} == {5: 1, 11: 1, 12: 1, 15: 1, 21: 1, 25: 1}
    assert (found.before_birth, found.undated, len(found.by_age)) == (1, 1, 37)


@laws
@given(histories())
def test_the_parts_are_the_whole(history: History) -> None:
    tables = build_tables(history, TODAY)
    ages = count_entered_ages(tables)
    assert sum(n for _, n in ages.by_age) + ages.before_birth + ages.undated == len(history.episodes)
    for kind in ("family", "romantic"):
        for tag in history.vocabulary:
            counts = count_tag_by_kind(tables, tag, kind)
            holding = {
                *(e.relationship for e in history.episodes if tag in e.tags and e.direction != "given"),
                *(r.id for r in history.relationships if any(wide.tag == tag for wide in r.tags)),
            }
            of_kind = {r.id for r in history.relationships if r.kind == kind}
            assert (counts.here, counts.elsewhere) == (len(holding & of_kind), len(holding - of_kind))
    for one in list_who_stayed(tables):
        own = [
            e
            for e in history.episodes
            if e.relationship == one.relationship
            and e.direction != "given"
            and "caring" in history.vocabulary.sides_of(e.tags)
        ]
        assert 2 <= one.caring <= len(own)
        assert one.years >= 2
