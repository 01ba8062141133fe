"""The Patterns page: every history gets sensible sentences, under 300 components, and no odd numbers."""

import re
from collections.abc import Callable, Iterable
from datetime import date
from functools import partial

import pytest
from dash.development.base_component import Component
from hypothesis import HealthCheck, given, settings

from models.changes import Change
from models.dates import UNKNOWN_DATE, When
from models.history import History, OwnTag, Person, build_change
from models.sharing import PatternQuestion, Verdict
from models.tags import TAGS
from tests.building import build_episode, build_relationship, open_session, read_sample
from tests.histories import TODAY, histories
from timeline.messages import chance_sentences as chance
from timeline.messages import pattern_page as page_words
from timeline.messages import pattern_sentences as counts
from timeline.storage import samples
from timeline.study.filters import Filter
from timeline.study.study import Study
from timeline.ui import filter_bar
from timeline.ui.filter_bar import drop_tag_filter, parse_filter
from timeline.ui.pages import patterns
from timeline.ui.pages.patterns import asked_questions as asking
from timeline.ui.pages.patterns import comparison as comparing
from timeline.ui.pages.patterns.cards import find_finding, pattern_card
from timeline.ui.pages.patterns.overview import overview
from timeline.ui.pages.patterns.pattern_detail import draw_missing_pattern, draw_pattern
from timeline.ui.part_pickers import list_comparable_parts

MOST_COMPONENTS = 300
ODD_TEXT = re.compile(r"\b(nan|NaN|None|inf)\b|\[\]|\(\)")


def read_components(shown: Component | Iterable[Component]) -> tuple[int, str]:
    """How many components there are, and every word in them."""
    count, said = 0, []
    waiting = [shown]
    while waiting:
        one = waiting.pop()
        if isinstance(one, Component):
            count += 1
            waiting.append(getattr(one, "children", None))
        elif isinstance(one, list | tuple):
            waiting.extend(one)
        elif one is not None:
            said.append(str(one))
    return count, "\n".join(said)


def build_crowded_history(people: int, tags: int) -> History:
    """A history in which every relationship carries many tags."""
    keys = [tag.key for tag in TAGS][:tags]
    return History(
        person=Person(birth="1970"),
        relationships=tuple(
            build_relationship(f"r{n}", ("family", "romantic", "other")[n % 3], name=f"Person {n}")
            for n in range(people)
        ),
        episodes=tuple(
            build_episode(
                f"e{n}-{m}",
                f"r{n}",
                f"{1975 + (n + m) % 45}",
                f"Moment {m}",
                *tuple(keys[(n * m + k) % len(keys)] for k in range(4)),
                intensity=1 + (n + m) % 5,
            )
            for n in range(people)
            for m in range(6)
        ),
    )


SAMPLE_KEYS = tuple(sample.key for sample in samples.ALL_SAMPLES)
ONE_MOMENT = History(
    relationships=(build_relationship("a", "other"),),
    episodes=(build_episode("e", "a", None, "Once", "rejection", direction="given"),),
)


def set_every_date(history: History, when: str) -> History:
    dated = tuple(one.model_copy(update={"when": When(when)}) for one in history.episodes)
    return history.model_copy(update={"episodes": dated})


ALL_HISTORIES: dict[str, Callable[[], History]] = {
    "one day": lambda: set_every_date(build_crowded_history(6, 3), "2001-02-03"),
    "no dates": lambda: set_every_date(build_crowded_history(6, 3), UNKNOWN_DATE),
    **{key: partial(read_sample, key, TODAY) for key in SAMPLE_KEYS},
    "nobody": History,
    "one": lambda: ONE_MOMENT,
    "forty": lambda: build_crowded_history(40, 28),
    "same": lambda: build_crowded_history(12, 1),
}


@pytest.mark.parametrize("life", ALL_HISTORIES)
def test_a_page_is_small_and_says_nothing_odd(life: str) -> None:
    here = open_session(ALL_HISTORIES[life]())
    study = here.get_study()
    whole, said = read_components([patterns.layout(here, {"page": patterns.KEY}), *overview(study)])
    assert whole < MOST_COMPONENTS
    assert not ODD_TEXT.search(said)
    for finding in study.findings:
        page = patterns.layout(here, {"page": patterns.KEY, "focus": finding.id})
        count, said = read_components([page, *draw_pattern(study, finding)])
        assert count < MOST_COMPONENTS
        assert not ODD_TEXT.search(said)


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(histories())
def test_any_history_can_be_looked_at(history: History) -> None:
    here = open_session(history)
    study = here.get_study()
    overview(study, here.find_notices())
    for finding in (*study.findings, *study.question_findings):
        draw_pattern(study, finding)
    filter_bar.draw_filter_bar(history)
    keys = [*list_comparable_parts(study)]
    for one in keys[:3]:
        comparing.draw_comparison(here, one, keys[-1])


def test_the_number_of_the_page_stands_first_and_the_lines_own_never_without_it() -> None:
    study = Study(read_sample("andersen", TODAY), TODAY)
    led = study.findings_standing_out[0]
    said = str(overview(study))
    page, own = chance.page_sentence(led), chance.line_sentence(led)
    assert 0 < said.index(page) < said.index(own)
    for word in ("possible", "too few to tell", "recurs"):
        assert word not in said.casefold()


def test_part_of_a_life_has_numbers_and_never_the_word() -> None:
    study = Study(read_sample("andersen", TODAY), TODAY)
    line = study.findings_standing_out[0].model_copy(update={"is_clear": True})
    for whole in (True, False):
        for shown in ([pattern_card(study, line, whole=whole)], draw_pattern(study, line, whole=whole)):
            said = str(shown)
            assert chance.page_sentence(line) in said
            assert ("level clear" in said) == whole


def test_hurt_and_care_have_the_same_room() -> None:
    _, said = read_components(overview(Study(read_sample("andersen", TODAY), TODAY)))
    assert "Tags you set for what hurt." in said
    assert "Tags you set for what did you good." in said


def test_where_nothing_is_tagged_it_says_so() -> None:
    _, said = read_components(overview(Study(History(), TODAY)))
    assert "Patterns come with the moments you enter and tag" in said


def test_every_number_stands_under_how() -> None:
    study = Study(read_sample("andersen", TODAY), TODAY)
    tested = next(one for one in study.findings if one.p is not None and one.finder == "kinds")
    _, said = read_components(draw_pattern(study, tested))
    for label in ("Counted (k)", "Out of (of)", "(p)", "somewhere on the page"):
        assert label in said


@pytest.mark.parametrize(
    ("side", "draws", "label", "drawn"),
    [
        ("more", 2048, "with as much or more (p)", "2,048"),
        ("fewer", 10048, "with as much or less (p)", "10,048"),
        ("either", 10048, "either side would do (p)", "10,048"),
        ("either", 0, "either side would do (p)", "every possible one is counted"),
    ],
)
def test_a_number_is_called_what_it_is(side: str, draws: int, label: str, drawn: str) -> None:
    study = Study(read_sample("andersen", TODAY), TODAY)
    tested = next(one for one in study.findings if one.p is not None and one.finder == "kinds")
    said = read_components(
        draw_pattern(study, tested.model_copy(update={"side_tested": side, "draws": draws}))
    )[1]
    assert label in said
    assert drawn in said
    labels = {"more": "or more (p)", "fewer": "or less (p)", "either": "either side would do (p)"}
    assert [words for words in labels.values() if words in said] == [labels[side]]


def test_what_is_not_tested_has_no_share_and_no_draws() -> None:
    study = Study(read_sample("andersen", TODAY), TODAY)
    count = next(one for one in study.findings if one.finder == "recurrence")
    said = read_components(draw_pattern(study, count))[1]
    assert "not tested: this question only counts" in said
    assert "Shuffled histories drawn" not in said


def test_what_went_away_says_how_to_have_it_again() -> None:
    assert "Undo" in read_components(draw_missing_pattern())[1]


def test_ones_own_word_stands_on_the_card() -> None:
    verdict = Verdict(id="recurrence:loss", pattern="recurrence:loss", word="does not fit")
    told_life = read_sample("andersen", TODAY).model_copy(update={"verdicts": (verdict,)})
    assert "you said: it does not fit" in read_components(overview(Study(told_life, TODAY)))[1]


# -- what is open here -----------------------------------------------------------------------------------


def test_a_reading_is_kept_until_something_changes() -> None:
    here = open_session(read_sample("andersen", TODAY))
    narrow = parse_filter({"kinds": ["romantic"]})
    assert here.get_study() is here.get_study()
    assert here.get_study(narrow) is here.get_study(narrow)
    assert len(here.get_study(narrow).history.relationships) == 4
    before = here.get_study()
    here.desk.record("A name", [_make_note_change(here.history)])
    assert here.get_study() is not before
    assert here.get_study().history.relationships[0].note == "Something new."


def _make_note_change(history: History) -> Change:
    bond = history.relationships[0]
    change = build_change("relationships", bond, bond.model_copy(update={"note": "Something new."}))
    assert change is not None
    return change


def test_a_notice_names_the_entry_that_did_it() -> None:
    here = open_session(read_sample("andersen", TODAY))
    assert here.find_notices() == ()
    here.get_study()
    moment = build_episode("new", "ingemann", None, "He was curt", "control")
    bond = next(one.id for one in here.history.relationships if "Ingemann" in one.name)
    other = next(one.id for one in here.history.relationships if "Dickens" in one.name)
    first = moment.model_copy(update={"relationship": bond})
    second = moment.model_copy(update={"id": "newer", "relationship": other, "headline": "He was cold"})
    for one in (first, second):
        change = build_change("episodes", None, one)
        assert change is not None
        here.desk.record("A moment", [change])
        notices = here.find_notices()
    control = next(notice for notice in notices if notice.finding.id == "recurrence:control")
    assert control.entry == "newer"
    assert "He was cold" in counts.notice_sentence(control, here.history)
    page, said = read_components(overview(here.get_study(), notices))
    assert "He was cold" in said
    assert page < MOST_COMPONENTS
    here.desk.record("My word", [build_change("verdicts", None, Verdict(id="x", pattern="x", word="fits"))])  # type: ignore[list-item]
    assert here.find_notices() == notices


def test_no_entry_is_blamed_where_several_changed() -> None:
    here = open_session(read_sample("andersen", TODAY))
    here.find_notices()
    before = here.history.episodes
    worded = before[0].model_copy(update={"headline": "Other words"})
    without = [one for one in before[1:] if "criticism" in one.tags]
    changes = [build_change("episodes", before[0], worded)]
    changes += [build_change("episodes", one, one.model_copy(update={"tags": ()})) for one in without]
    for change in changes:
        assert change is not None
        here.desk.record("A moment", [change])
        here.get_study()  # the picture is drawn anew after each
    gone_now = next(notice for notice in here.find_notices() if notice.finding.id == "recurrence:criticism")
    assert gone_now.entry is None
    says = counts.notice_sentence(gone_now, here.history)
    assert f"since you last looked here ({len(changes)} entries changed)" in says
    assert "Other words" not in says


def test_a_birth_date_counts_as_a_change_of_its_own() -> None:
    years = ("1990", "1991", "1993")
    life = History(
        person=Person(birth="1970"),
        relationships=tuple(build_relationship(f"r{n}", "family", name=f"Person {n}") for n in range(3)),
        episodes=tuple(
            build_episode(f"e{n}", f"r{n}", year, f"Moment {n}", "joy") for n, year in enumerate(years)
        ),
    )
    here = open_session(life)
    assert here.find_notices() == ()
    born = build_change("person", here.history.person, Person(birth="1972"))
    moment = here.history.episodes[0]
    rated = build_change("episodes", moment, moment.model_copy(update={"intensity": 2}))
    for change in (born, rated):
        assert change is not None
        here.desk.record("A change", [change])
    (recurs,) = here.find_notices()
    assert (recurs.finding.id, recurs.entry) == ("recurrence:joy", None)


# -- the filter --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "data",
    [
        None,
        [],
        "x",
        {},
        {"people": "a", "kinds": 3, "tags": [1, None], "years": "1990"},
        {"years": [True, False]},
    ],
)
def test_a_filter_that_is_none_leaves_nothing_out(data: object) -> None:
    assert parse_filter(data).is_empty


def test_a_filter_is_read_as_it_is_set() -> None:
    chosen = parse_filter({"people": ["a"], "kinds": ["family"], "tags": ["loss"], "years": [1990, None]})
    assert chosen.people == {"a"}
    assert chosen.years == (1990, 9999)
    assert parse_filter({"years": [None, 1980]}).years == (1000, 1980)


REJECTION = Filter(tags=frozenset({"rejection"}))


def test_a_tag_of_the_filter_chooses_what_is_listed_and_changes_no_count() -> None:
    study = Study(read_sample("andersen", TODAY), TODAY)
    rejection = next(one for one in study.findings if one.id == "recurrence:rejection")
    assert 0 < rejection.k < rejection.of
    _, said = read_components(overview(study, (), REJECTION))
    assert page_words.sentence_without_title(rejection, study.history) in said
    assert "recurrence:criticism" not in said
    assert "in all" not in said
    assert "No caring tag entered" not in said


def test_nobody_is_missed_because_of_a_filter() -> None:
    whole = Study(read_sample("andersen", TODAY), TODAY)
    answered = [one for one in whole.findings if one.finder == "answers" and one.k]
    for bond in whole.history.relationships:
        chosen = Filter(people=frozenset({bond.id}))
        part = open_session(read_sample("andersen", TODAY)).get_study(chosen)
        _, said = read_components(overview(part, (), chosen))
        assert "Was there anyone who gave it?" not in said
        assert "belongs here too" not in said
        for one in answered:
            if alone := find_finding(part, f"recurrence:{one.tags[0]}"):
                _, said = read_components(draw_pattern(part, alone, whole=False))
                assert "Nobody entered yet" not in said


def test_an_invitation_stays_where_no_filter_hides_the_answer() -> None:
    life = ONE_MOMENT.model_copy(update={"episodes": (build_episode("e", "a", None, "Once", "neglect"),)})
    study = Study(life, TODAY)
    assert "Was there anyone who gave it?" in read_components(overview(study))[1]
    about = Filter(tags=frozenset({"neglect"}))
    assert "Was there anyone who gave it?" in read_components(overview(study, (), about))[1]
    assert "No caring tag entered" not in read_components(overview(study, (), about))[1]


def test_a_filter_that_lists_nothing_says_so() -> None:
    nothing = Filter(tags=frozenset({"no such tag"}))
    _, said = read_components(overview(Study(read_sample("andersen", TODAY), TODAY), (), nothing))
    assert "Nothing is listed under this filter" in said
    assert "Nothing to count yet" not in said


def test_the_filter_says_what_its_tags_do_on_the_page() -> None:
    here = open_session(read_sample("andersen", TODAY))
    both = Filter(kinds=frozenset({"romantic"}), tags=frozenset({"rejection"}))
    assert "5 of 14 relationships" in filter_bar.describe_filter(here, REJECTION)
    assert filter_bar.describe_filter(here, REJECTION, "choose") == (
        "Listed: what is about rejection. It is counted over everything you entered."
    )
    assert filter_bar.describe_filter(here, REJECTION, "nothing") == ""
    assert "Shown: 4 of 14" in filter_bar.describe_filter(here, both, "choose")
    assert filter_bar.describe_filter(here, both, "choose").endswith("Listed: what is about rejection.")
    assert filter_bar.describe_filter(here, both, "nothing") == filter_bar.describe_filter(
        here, drop_tag_filter(both)
    )


# -- asking and comparing -------------------------------------------------------------------------------


def test_what_was_asked_stands_with_its_day_and_the_count() -> None:
    first = PatternQuestion(
        id="1", on=date(2025, 5, 1), form="sequence", tags=("care", "loss"), words="Care, then loss?"
    )
    second = PatternQuestion(id="2", on=date(2025, 6, 1), form="recurs", tags=("joy",), words="Joy?")
    life = read_sample("andersen", TODAY).model_copy(update={"asked": (first, second)})
    count, said = read_components(asking.draw_answers(Study(life, TODAY)))
    assert "asked on 2025-05-01\n" in said
    assert "before" not in said.replace("Care, then loss?", "")
    assert "You asked 2 questions so far. One was held against chance, by itself." in said
    assert "counting every question asked" in said
    assert "This question alone: 1 in" in said
    assert count < MOST_COMPONENTS


@pytest.mark.parametrize(
    ("asked", "tested", "says"),
    [
        (1, 0, "You asked 1 question so far. None of them was held against chance."),
        (4, 1, "You asked 4 questions so far. One was held against chance, by itself."),
        (
            4,
            2,
            "You asked 4 questions so far. 2 were held against chance, and each is corrected for these 2.",
        ),
    ],
)
def test_how_many_questions_count_is_said(asked: int, tested: int, says: str) -> None:
    assert counts.asked_count_sentence(asked, tested) == says


def test_a_question_is_answered_from_everything_and_says_so() -> None:
    question = PatternQuestion(id="1", on=date(2025, 5, 1), form="sequence", tags=("care", "loss"))
    here = open_session(read_sample("andersen", TODAY).model_copy(update={"asked": (question,)}))
    assert "Answered from everything" in read_components(asking.draw_answers(here.get_study()))[1]
    for focus in (asking.FOCUS, "asked:1"):
        page = str(patterns.layout(here, {"page": patterns.KEY, "focus": focus}))
        assert "filter-told" not in page
    assert "Answered from everything" in page


@pytest.mark.parametrize(
    "own",
    [
        ("sequence", "care", "", "", "", "", ""),
        ("sequence", "care", "care", "", "", "", ""),
        ("sequence", "nothing like it", "care", "", "", "", ""),
        ("in_kind", "", "", "", "care", "", ""),
        ("early_back", "", "", "", "no tag", "", ""),
        (None,) * 7,
        ("no form", "", "", "", "care", "family", ""),
    ],
)
def test_a_question_that_is_not_whole_is_not_kept(own: tuple[object, ...]) -> None:
    with pytest.raises(ValueError, match=r".+"):
        asking.build_own_question(open_session(read_sample("andersen", TODAY)), *own)


def test_a_question_of_ones_own_is_put_into_words() -> None:
    here = open_session(read_sample("andersen", TODAY))
    assert asking.build_own_question(here, "sequence", "care", "loss", "", "", "", "").words == (
        "Does care, then loss come in this order?"
    )
    assert (
        asking.build_own_question(here, "in_kind", "", "", "", "care", "family", " Mine? ").words == "Mine?"
    )
    assert asking.build_own_question(here, "early_back", "", "", "", "care", "", "").kind is None


def test_two_are_compared_on_one_scale_with_their_n() -> None:
    here = open_session(read_sample("andersen", TODAY))
    count, said = read_components(comparing.draw_comparison(here, "kind:family", "kind:romantic"))
    assert "Family: 2 tagged relationships" in said
    assert "Romantic: 4 tagged relationships" in said
    assert "4 of 4" in said
    assert count < MOST_COMPONENTS
    assert (
        "Choose two that differ"
        in read_components(comparing.draw_comparison(here, "kind:family", "kind:family"))[1]
    )
    assert "Choose two that differ" in read_components(comparing.draw_comparison(here, None, 3))[1]


def test_a_long_comparison_says_what_it_leaves_out() -> None:
    here = open_session(build_crowded_history(40, 28))
    count, said = read_components(comparing.draw_comparison(here, "kind:family", "kind:romantic"))
    assert count < MOST_COMPONENTS
    assert "Not listed: 4 more for pain and 2 more for care, those in the fewest relationships" in said


def test_a_comparison_has_as_many_rows_for_care_as_for_pain() -> None:
    life = build_crowded_history(40, 28)
    (table, *_) = comparing.draw_comparison(open_session(life), "kind:family", "kind:romantic")
    side_of = {tag.label: tag.side for tag in life.vocabulary.values()}
    sides = [side_of[row.children[0].children] for row in table.children[1].children]
    assert (sides.count("painful"), sides.count("caring")) == (11, 11)


def test_tags_of_the_filter_choose_the_rows_of_a_comparison_and_change_no_count() -> None:
    here = open_session(read_sample("andersen", TODAY))
    whole = read_components(comparing.draw_comparison(here, "kind:family", "kind:romantic"))[1]
    _, said = read_components(comparing.draw_comparison(here, "kind:family", "kind:romantic", REJECTION))
    assert "Romantic: 4 tagged relationships" in said
    assert "care" not in said.split()
    assert {*said.split()} <= {*whole.split()}
    nothing = comparing.draw_comparison(
        here, "kind:family", "kind:mentor", Filter(tags=frozenset({"no tag"}))
    )
    assert "Nothing is listed under this filter" in read_components(nothing)[1]


def test_two_parts_are_parts_of_what_is_looked_at() -> None:
    here = open_session(read_sample("bronte", TODAY))
    family = parse_filter({"kinds": ["family"]})
    _, said = read_components(comparing.draw_comparison(here, "kind:family", "kind:romantic", family))
    assert "Family: 6 tagged relationships" in said
    assert "Romantic: 0 tagged relationships" in said


def test_an_own_tag_with_a_strange_name_is_shown_as_it_is() -> None:
    name = "<b>%{y}</b> $x$: a, b"
    life = History(
        relationships=ONE_MOMENT.relationships,
        own_tags=(OwnTag(id="__proto__", label=name, side="painful"),),
        episodes=(build_episode("e", "a", None, "Once", "__proto__"),),
    )
    study = Study(life, TODAY)
    assert name.split(": ")[0] in read_components(overview(study))[1]
