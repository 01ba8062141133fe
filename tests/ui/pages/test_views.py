"""Views and Settings: laid out for any history, rows that lead to their entries, parts to compare."""

from datetime import date
from itertools import combinations

import pytest
from hypothesis import HealthCheck, given, settings

from models.history import History, Person
from tests.building import build_episode, build_relationship, open_session, read_sample
from tests.histories import TODAY, histories
from timeline.messages import charts as chart_words
from timeline.picture import charts
from timeline.picture.lifeline import ChartTable, Choice, Panel
from timeline.storage import samples
from timeline.study.filters import Filter
from timeline.study.study import Study
from timeline.ui import part_pickers as two_parts
from timeline.ui.chart_wiring import (
    build_table_data,
    find_clicked_moment,
    read_selection,
    read_sheet_and_theme,
)
from timeline.ui.pages import settings as settings_page
from timeline.ui.pages import views
from timeline.ui.pages.patterns import comparison as comparing
from timeline.ui.part_pickers import build_picked_panels, list_comparable_parts
from timeline.ui.session import Session

SMALL_HISTORY = History(
    person=Person(birth="2010"),
    relationships=(build_relationship("a", "family"),),
    episodes=(build_episode("e", "a", "2015", "Once", "joy"),),
)


@settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))
@given(histories())
def test_both_pages_are_laid_out_for_any_history(history: History) -> None:
    here = open_session(history, TODAY)
    settings_page.layout(here, {"page": settings_page.KEY})
    for chart in views.VIEWS:
        views.layout(here, {"page": views.KEY, "focus": chart.KEY})


@pytest.mark.parametrize("chart", charts.CHARTS, ids=lambda chart: chart.KEY)
def test_each_row_leads_to_its_entry(chart: charts.Chart) -> None:
    study = Study(read_sample(), TODAY)
    told = build_table_data(
        study, chart.build_table(study, Choice(relationship=read_sample().relationships[0].id))
    )
    known = {one.id for one in (*read_sample().episodes, *read_sample().relationships)}
    assert all((form != "") == (id_ in known) for form, id_ in zip(told["forms"], told["ids"], strict=True))
    assert 0 <= told["opens"] < len(told["columns"])


def test_a_row_about_nothing_opens_nothing() -> None:
    told = build_table_data(Study(SMALL_HISTORY, TODAY), ChartTable(("With",), (("A",), ("B",)), ("a", "")))
    assert told["forms"] == ["relationship", ""]
    assert told["opens"] == 0


def test_what_can_be_compared_is_what_there_is() -> None:
    assert [*list_comparable_parts(Study(SMALL_HISTORY, TODAY))] == [
        "kind:family",
        "time:0",
        "time:1",
        "time:2",
        "time:3",
        "person:a",
    ]
    young = SMALL_HISTORY.model_copy(update={"person": Person(birth="2020", until="2024")})
    labels = [part.label for part in list_comparable_parts(Study(young, TODAY)).values()]
    assert "From age 20 on" not in labels
    nobody = [part.label for part in list_comparable_parts(Study(History(), TODAY)).values()]
    assert nobody == ["First half of the years", "Second half of the years"]


def test_no_part_begins_after_the_last_day() -> None:
    ended = SMALL_HISTORY.model_copy(update={"person": Person(birth="2010", until="2029-12-31")})
    late = list_comparable_parts(Study(ended, date(2030, 6, 1)))
    assert "From age 20 on" not in [part.label for part in late.values()]
    assert all(part.part_filter.years[1] < 2030 for part in late.values() if part.part_filter.years)


def read_comparison_table(here: Session, one: str, other: str, within: Filter) -> list[tuple[str, ...]]:
    """What stands in its table: the heads of the two parts, then each tag with its counts."""
    shown = comparing.draw_comparison(here, one, other, within)
    if len(shown) == 1:
        return []
    head, body = shown[0].children
    heads = tuple(cell.children for cell in head.children[0].children[1:])
    rows = [
        [tag, *(cell.children[-1] for cell in counted)]
        for tag, *counted in (r.children for r in body.children)
    ]
    return [heads, *(tuple(cell.children for cell in row) for row in rows)]


def expected_sentence(panel: Panel) -> str:
    """What is to be said of a part, counted from its entries."""
    vocabulary, moments = panel.study.history.vocabulary, panel.study.history.episodes
    said = []
    for name, gave in (("From", False), ("From you, to", True)):
        mine = [m for m in moments if m.tags and (m.direction == "given") == gave]
        sides = [vocabulary.sides_of(m.tags) for m in mine]
        care, hurt = (sum(side in some for some in sides) for side in ("caring", "painful"))
        said.append((name, {m.relationship for m in mine}, care, hurt))
    of = len({m.relationship for m in moments if m.tags})
    words = f"{panel.label}: {of} tagged relationship{'s' * (of != 1)}."
    for name, people, care, hurt in said:
        if people:
            some = f"all {of}" if len(people) == of > 1 else f"{len(people)} of {of}"
            words += f" {name} {some}: {care} caring moment{'s' * (care != 1)}, {hurt} painful."
    return words


@pytest.mark.parametrize("sample", samples.ALL_SAMPLES, ids=lambda sample: sample.key)
def test_both_pages_name_the_same_counts(sample: samples.Sample, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(comparing, "MAX_ROWS", dict.fromkeys(comparing.MAX_ROWS, 100))
    read: dict[tuple[str, int], Panel] = {}
    panel_of = two_parts._build_panel

    def read_once(part: two_parts.ComparablePart, whole: Study, shown: Study) -> Panel:
        """Each part is read once here, not once a pair."""
        key = part.key, len(shown.history.episodes)
        return read[key] if key in read else read.setdefault(key, panel_of(part, whole, shown))

    monkeypatch.setattr(two_parts, "_build_panel", read_once)
    here = open_session(samples.read(sample, TODAY), TODAY)
    pairs = [
        (one, other, Filter()) for one, other in combinations(list_comparable_parts(here.get_study()), 2)
    ]
    within = Filter(years=(1840, 1860), kinds=frozenset({"family", "romantic"}))
    pairs += [
        (one, other, within) for one, other in combinations([*list_comparable_parts(here.get_study())][:9], 2)
    ]
    for one, other, shown in pairs:
        panels = build_picked_panels(here, one, other, shown)
        assert panels
        said = charts.compare.describe_in_words(here.get_study(shown), Choice(panels=panels))
        listing = charts.compare.build_table(here.get_study(shown), Choice(panels=panels))
        assert said.startswith(" ".join(expected_sentence(panel) for panel in panels))
        drawn = [listing.columns[1:], *listing.rows[len(chart_words.COUNTED_ROWS) :]]
        counted = read_comparison_table(here, one, other, shown)
        assert {*counted} == {*drawn} if len(drawn) > 1 else not counted


def test_no_more_than_two_that_differ_are_picked() -> None:
    here = open_session(read_sample(), TODAY)
    assert build_picked_panels(here, "kind:family", "kind:family") is None
    assert build_picked_panels(here, "kind:family", None) is None
    nothing = charts.compare.describe_in_words(here.get_study(), Choice())
    assert [nothing] == [
        one.children for one in comparing.draw_comparison(here, "kind:family", "kind:family")
    ]


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
    assert find_clicked_moment(clicked) == id_


@pytest.mark.parametrize("chosen", [None, {}, {"tags": "loss"}, {"tags": [1, None]}, {"tags": ["nothing"]}])
def test_a_thread_that_is_none_is_not_followed(chosen: object) -> None:
    assert read_selection(Study(read_sample(), TODAY), chosen) is None


@pytest.mark.parametrize(
    ("told", "wide"), [({}, 280), ({"width": "x"}, 280), ({"width": 1e9}, 4000), ({"width": 700}, 700)]
)
def test_a_sheet_has_a_width_that_can_be_drawn_on(told: dict[str, object], wide: float) -> None:
    assert read_sheet_and_theme(told)[0].width == wide
