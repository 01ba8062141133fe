"""What today’s hurt resembles, and who was there then: known answers, near misses, a slow second opinion."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from models.history import History
from tests.building import build_episode, build_relationship
from tests.histories import TODAY, histories
from timeline.study.resemblance import Hurt, find_helpers, find_similar_moments
from timeline.study.study import Study

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

STUDY = Study(HISTORY, TODAY)


def test_what_shares_most_comes_first_and_among_equals_the_earliest() -> None:
    found = find_similar_moments(STUDY, Hurt(("rejection",)))
    assert [one.moment.id for one in found] == ["early", "late"]
    found = find_similar_moments(STUDY, Hurt(("rejection",), kind="romantic", response="went quiet"))
    assert [(one.moment.id, one.shared_count) for one in found] == [("late", 3), ("early", 1)]
    assert found[0].same_kind
    assert found[0].same_response


def test_what_happened_today_is_no_earlier_moment() -> None:
    days = {"before": "2025-12-31", "now": TODAY.isoformat(), "year": str(TODAY.year), "undated": "?"}
    history = History(
        relationships=(build_relationship("jo"),),
        episodes=tuple(build_episode(id_, "jo", when, id_, "rejection") for id_, when in days.items()),
    )
    found = find_similar_moments(Study(history, TODAY), Hurt(("rejection",)))
    assert [one.moment.id for one in found] == ["before", "undated"]


def test_all_of_them_are_listed() -> None:
    history = History(
        relationships=(build_relationship("jo"),),
        episodes=tuple(build_episode(f"m{n}", "jo", str(1990 + n), f"m{n}", "rejection") for n in range(12)),
    )
    assert len(find_similar_moments(Study(history, TODAY), Hurt(("rejection",)))) == 12


def test_nothing_is_alike_without_a_shared_tag() -> None:
    assert find_similar_moments(STUDY, Hurt((), kind="romantic", response="went quiet")) == ()
    assert find_similar_moments(STUDY, Hurt(("betrayal",), kind="romantic")) == ()


def test_who_was_there_are_those_with_caring_moments_within_a_year() -> None:
    late = next(one for one in HISTORY.episodes if one.id == "late")
    there = find_helpers(STUDY, [late])
    assert [(one.relationship.id, [m.id for m in one.moments]) for one in there] == [("nina", ["held"])]
    assert find_helpers(STUDY, []) == ()


@settings(deadline=None, max_examples=40)
@given(histories(everything=False), st.data())
def test_it_agrees_with_plain_loops(history: History, data: st.DataObject) -> None:
    painful = history.vocabulary.keys_on_side("painful")
    tags = tuple(data.draw(st.lists(st.sampled_from(painful), unique=True, max_size=3)))
    study = Study(history, TODAY)
    found = find_similar_moments(study, Hurt(tags, "family"))
    slow = {
        episode.id
        for episode in history.episodes
        for tag in episode.tags
        if tag in tags and ((span := history.span(episode.when, TODAY)) is None or span.first < TODAY)
    }
    assert {one.moment.id for one in found} == slow
    assert [one.shared_count for one in found] == sorted((one.shared_count for one in found), reverse=True)
    year = timedelta(days=366)
    looked = [one.moment for one in found]
    for helper in find_helpers(study, looked):
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
