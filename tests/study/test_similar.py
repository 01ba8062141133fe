"""What today’s hurt resembles, and who was there then: known answers, near misses, a slow second opinion."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from models.history import History
from tests.building import build_episode, build_relationship
from tests.histories import TODAY, histories
from timeline.study.resemblance import Hurt, count_answering_relationships, find_helpers, find_similar_moments

HISTORY = History(
    relationships=(
        build_relationship("mum", "family", name="mum", tags=("care",)),
        build_relationship("jo", "romantic", name="jo"),
        build_relationship("nina", "friendship", name="nina"),
    ),
    episodes=(
        build_episode(
            "late", "jo", "2015", "late", "rejection", "unreciprocated", i_responded=("went quiet",)
        ),
        build_episode("early", "mum", "1994", "early", "rejection"),
        build_episode("other", "nina", "2000", "other", "loss"),
        build_episode("held", "nina", "2015-06", "held", "welcome"),
        build_episode("given", "nina", "2015-07", "given", "care", direction="given"),
        build_episode("mixed", "jo", "2015-08", "mixed", "welcome", "criticism"),
        build_episode("far", "mum", "2017-06", "far", "welcome"),
        build_episode("never", "nina", "I don't know when", "never", "welcome"),
    ),
)


def test_what_shares_most_comes_first_and_among_equals_the_earliest() -> None:
    found = find_similar_moments(HISTORY, TODAY, Hurt(("rejection",)))
    assert [one.moment.id for one in found] == ["early", "late"]
    found = find_similar_moments(HISTORY, TODAY, Hurt(("rejection",), kind="romantic", response="went quiet"))
    assert [(one.moment.id, one.shared_count) for one in found] == [("late", 3), ("early", 1)]
    assert found[0].same_kind
    assert found[0].same_response


def test_nothing_is_alike_without_a_shared_tag() -> None:
    assert find_similar_moments(HISTORY, TODAY, Hurt((), kind="romantic", response="went quiet")) == ()
    assert find_similar_moments(HISTORY, TODAY, Hurt(("betrayal",), kind="romantic")) == ()


def test_who_was_there_are_those_with_caring_moments_within_a_year() -> None:
    late = next(one for one in HISTORY.episodes if one.id == "late")
    there = find_helpers(HISTORY, TODAY, [late])
    assert [(one.relationship.id, [m.id for m in one.moments]) for one in there] == [("nina", ["held"])]
    assert find_helpers(HISTORY, TODAY, []) == ()


def test_who_answers_counts_moments_and_the_whole_bond() -> None:
    assert [(who.id, n) for who, n in count_answering_relationships(HISTORY, "rejection")] == [
        ("nina", 2),
        ("jo", 1),
        ("mum", 1),
    ]
    assert [(who.id, n) for who, n in count_answering_relationships(HISTORY, "neglect")] == [("mum", 1)]
    assert count_answering_relationships(HISTORY, "loss") == ()


@settings(deadline=None, max_examples=40)
@given(histories(everything=False), st.data())
def test_it_agrees_with_plain_loops(history: History, data: st.DataObject) -> None:
    painful = history.vocabulary.keys_on_side("painful")
    tags = tuple(data.draw(st.lists(st.sampled_from(painful), unique=True, max_size=3)))
    found = find_similar_moments(history, TODAY, Hurt(tags, "family"))
    slow = {episode.id for episode in history.episodes for tag in episode.tags if tag in tags}
    assert {one.moment.id for one in found} == slow
    assert [one.shared_count for one in found] == sorted((one.shared_count for one in found), reverse=True)
    year = timedelta(days=366)
    looked = [one.moment for one in found]
    for helper in find_helpers(history, TODAY, looked):
        for one in helper.moments:
            span = history.span(one.when, TODAY)
            assert span
            spans = [other for m in looked if (other := history.span(m.when, TODAY))]
            assert any(
                _subtract(span.first, year) <= other.last and _subtract(other.first, year) <= span.last
                for other in spans
            )


def _subtract(day: date, by: timedelta) -> date:
    return day - by
