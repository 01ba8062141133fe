"""Views and Settings: laid out for any history, rows that lead to their entries, parts to compare."""

import pytest
from hypothesis import HealthCheck, given, settings

from models.history import Episode, History, Person, Relationship
from tests.histories import TODAY, histories
from timeline import charts, samples
from timeline.desk import Desk
from timeline.lifeline import Choice, Listing
from timeline.pages import settings as settings_page
from timeline.pages import views
from timeline.parts.drawn import as_rows, pointed_at, selection, sheet_and_theme
from timeline.parts.here import Here
from timeline.parts.two_parts import parts
from timeline.study import Study

ANDERSEN = samples.read(samples.FIRST, TODAY)
SMALL = History(
    person=Person(birth="2010"),
    relationships=(Relationship(id="a", name="A", kind="family"),),
    episodes=(Episode(id="e", relationship="a", headline="Once", tags=("joy",), when="2015"),),
)


@settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))
@given(histories())
def test_both_pages_are_laid_out_for_any_history(history: History) -> None:
    here = Here(Desk.of_sample(history), lambda: TODAY)
    settings_page.layout(here, {"page": settings_page.KEY})
    for chart in views.VIEWS:
        views.layout(here, {"page": views.KEY, "focus": chart.KEY})


@pytest.mark.parametrize("chart", charts.CHARTS, ids=lambda chart: chart.KEY)
def test_each_row_leads_to_its_entry(chart: charts.Chart) -> None:
    study = Study(ANDERSEN, TODAY)
    told = as_rows(study, chart.table(study, Choice(relationship=ANDERSEN.relationships[0].id)))
    known = {one.id for one in (*ANDERSEN.episodes, *ANDERSEN.relationships)}
    assert all((form != "") == (id_ in known) for form, id_ in zip(told["forms"], told["ids"], strict=True))
    assert 0 <= told["opens"] < len(told["columns"])


def test_a_row_about_nothing_opens_nothing() -> None:
    told = as_rows(Study(SMALL, TODAY), Listing(("With",), (("A",), ("B",)), ("a", "")))
    assert told["forms"] == ["relationship", ""]
    assert told["opens"] == 0


def test_what_can_be_compared_is_what_there_is() -> None:
    assert [*parts(Study(SMALL, TODAY))] == [
        "kind:family",
        "time:0",
        "time:1",
        "time:2",
        "time:3",
        "person:a",
    ]
    young = SMALL.model_copy(update={"person": Person(birth="2020", until="2024")})
    labels = [part.label for part in parts(Study(young, TODAY)).values()]
    assert "From age 20 on" not in labels
    nobody = [part.label for part in parts(Study(History(), TODAY)).values()]
    assert nobody == ["First half of the years", "Second half of the years"]


@pytest.mark.parametrize(
    ("clicked", "id_"),
    [
        (None, ""),
        ({"points": []}, ""),
        ({"points": [{"customdata": "e"}]}, "e"),
        ({"points": [{"customdata": ["e", 1]}]}, "e"),
        ({"points": [{"customdata": 3}]}, ""),
        ({"points": "e"}, ""),
    ],
)
def test_what_was_clicked_is_a_moment_or_nothing(clicked: object, id_: str) -> None:
    assert pointed_at(clicked) == id_


@pytest.mark.parametrize("chosen", [None, {}, {"tags": "loss"}, {"tags": [1, None]}, {"tags": ["nothing"]}])
def test_a_thread_that_is_none_is_not_followed(chosen: object) -> None:
    assert selection(Study(ANDERSEN, TODAY), chosen) is None


@pytest.mark.parametrize(
    ("told", "wide"), [({}, 280), ({"width": "x"}, 280), ({"width": 1e9}, 4000), ({"width": 700}, 700)]
)
def test_a_sheet_has_a_width_that_can_be_drawn_on(told: dict[str, object], wide: float) -> None:
    assert sheet_and_theme(told)[0].width == wide
