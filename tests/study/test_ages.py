"""Ages by one rule: what they are, how they are said, and that page, command and paper say the same."""

import pytest
from hypothesis import given, settings

from models.dates import When
from models.entries import Person
from models.history import History
from tests.building import build_history
from tests.histories import TODAY, histories
from timeline.messages import ages as say
from timeline.messages.pattern_terms import describe_reference
from timeline.picture import charts
from timeline.picture.lifeline import Choice
from timeline.redaction import everything_but_stories, find_true_order, redact
from timeline.redaction.share_selection import ShareSelection
from timeline.study.study import Study
from timeline.study.tag_threads import build_tag_thread


@pytest.mark.parametrize(
    ("written", "birth", "until", "listed", "told", "number"),
    [
        ("2017-06-03", "1992-05-20", None, "25", "at 25", 25),
        ("2011", "1992", None, "18–19", "at 18 or 19", 19),
        ("about age 6", "1992", None, "about 6", "at about 6", 6),
        ("about 1991", "1984-05-20", None, "about 7", "at about 7", 7),
        ("1990s", "1925", None, "64–74", "between 64 and 74", 69),
        ("1950", "1980-03", None, "before birth", "before you were born", -1),
        ("1980", "1980-03", None, "0", "at 0", 0),
        ("2000", "1950-06-01", "2000-03-01", "49", "at 49", 49),
        ("2003", "1950-06-01", "2000-03-01", "49", "at 49", 49),
        ("age 7", None, None, "7", "at 7", 7),
    ],
)
def test_an_age_in_lists_in_sentences_and_as_one_number(
    written: str, birth: str | None, until: str | None, listed: str, told: str, number: int
) -> None:
    person = Person(birth=When(birth) if birth else None, until=When(until) if until else None)
    age = build_history(person=person).age(When(written), TODAY)
    assert age is not None
    assert (say.list_age(age), say.at_age(age), age.middle) == (listed, told, number)


@pytest.mark.parametrize(("written", "birth"), [("2011", None), ("I don't know when", "1992")])
def test_where_it_cannot_be_told_nothing_is_said(written: str, birth: str | None) -> None:
    age = build_history(person=Person(birth=When(birth) if birth else None)).age(When(written), TODAY)
    assert (age, say.list_age(age), say.label_age(age), say.at_age(age)) == (None, "", "", "")


def read_ages_on_the_page(study: Study) -> dict[str, str]:
    """Of each moment, as the table under the picture shows it."""
    table = charts.lifeline.build_table(study, Choice())
    return {id_: row[1] for id_, row in zip(table.ids, table.rows, strict=True)}


def read_ages_in_findings(study: Study) -> dict[str, str]:
    """Of the moments that findings point at, as the command says it."""
    pointed = [one for f in study.findings for one in (f.first, *f.strongest, f.latest) if one]
    return {
        one.episode: describe_reference(one, study.history).rpartition("when you were ")[2]
        for one in pointed
        if one.episode and one.age and not one.age.is_before_birth and one.first is not None
    }


def read_ages_on_paper(history: History) -> dict[str, str]:
    """Of each tagged moment, as the threads of a paper with dates as ages say it."""
    plan = everything_but_stories(history).model_copy(update={"dates": "age"})
    smaller = redact(history, plan, TODAY)
    study = Study(smaller, TODAY, is_part=True, true_order=find_true_order(history, plan, TODAY))
    old = {new: id_ for id_, new in ShareSelection(history, plan, TODAY).new_episode_ids.items()}
    return {
        old[str(study.moments.id[entry.row])]: entry.age_or_year
        for tag in {tag for one in smaller.episodes for tag in one.tags}
        for entry in build_tag_thread(study, [tag]).all_entries
        if entry.row >= 0
    }


def find_differences(history: History) -> list[str]:
    """Every moment whose age two surfaces do not tell alike."""
    study = Study(history, TODAY)
    page = read_ages_on_the_page(study)
    ages = {one.id: history.age(one.when, TODAY) for one in history.episodes}
    wrong = [f"page: {id_}" for id_, said in page.items() if said != say.list_age(ages[id_])]
    wrong += [
        f"command: {id_}"
        for id_, said in read_ages_in_findings(study).items()
        if said != say.tell_age(ages[id_])
    ]
    if history.birth is not None:
        wrong += [
            f"paper: {id_}"
            for id_, said in read_ages_on_paper(history).items()
            if said != say.list_age(ages[id_])
        ]
    return wrong


@settings(max_examples=15, deadline=None)
@given(histories(everything=False))
def test_page_command_and_paper_tell_one_age_of_a_moment(history: History) -> None:
    assert find_differences(history) == []
