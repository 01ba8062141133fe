"""What every chart keeps to, whatever the history; and the pen that turns a picture into a figure."""

import json
from itertools import pairwise
from math import isnan
from typing import Any

import plotly.graph_objects as go
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.history import History
from tests.histories import histories
from tests.picture.lifeline.lives import MEASURE, TAGS, TODAY, life, make_relationship, moment, sheet, study
from timeline.picture import charts
from timeline.picture.charts import CHARTS, Chart, escape_plotly
from timeline.picture.lifeline import Choice, Panel, Selection, Sheet, build_lifeline
from timeline.picture.theme import DARK, LIGHT
from timeline.study.filters import Filter, apply_filter
from timeline.study.study import Study

HOSTILE_LABELS = (
    "<b>bold</b>",
    "%{y}",
    "$x$",
    "&lt;i&gt;",
    "<a href='javascript:alert(1)'>x</a>",
    "ab\nc<br>d",
    "‮left",
)


def make_panel(told: Study, label: str, chosen: Filter, years: tuple[float, float] | None = None) -> Panel:
    return Panel(label, Study(apply_filter(told.history, chosen, told.today), told.today), years)


def make_kind_panel(told: Study, label: str, kind: str) -> Panel:
    return make_panel(told, label, Filter(kinds=frozenset({kind})))


def choices(told: Study) -> list[Choice]:
    """Nothing, and the first of everything."""
    people = told.history.relationships
    tag = next(iter(told.tables.tag_entries["tag"]), "loss")
    return [
        Choice(),
        Choice(
            selection=Selection.from_tags(told.tables.vocabulary, tag),
            relationship=people[0].id if people else "nobody",
            panels=(make_kind_panel(told, "One", "family"), make_kind_panel(told, "Two", "romantic")),
        ),
    ]


def has_finite_coordinates(figure: dict[str, Any]) -> bool:
    numbers = [v for trace in figure["data"] for axis in ("x", "y") for v in trace[axis] if v is not None]
    return not any(isnan(v) for v in numbers)


@pytest.mark.parametrize("chart", CHARTS, ids=lambda chart: chart.KEY)
@settings(deadline=None, max_examples=12)
@given(histories(), st.sampled_from([320.0, 900.0]))
def test_any_history_has_a_picture_words_and_a_table(chart: Chart, history: History, width: float) -> None:
    told = Study(history, TODAY)
    for choice in choices(told):
        figure = charts.draw_chart(chart, told, Sheet(width=width, measure=MEASURE), DARK, choice)
        assert has_finite_coordinates(figure)
        json.dumps(figure, allow_nan=False)
        assert chart.describe_in_words(told, choice).endswith(".")
        listing = chart.build_table(told, choice)
        assert len(listing.ids) == len(listing.rows)
        assert all(len(row) == len(listing.columns) for row in listing.rows)
        assert all(isinstance(cell, str) for row in listing.rows for cell in row)


@pytest.mark.parametrize("chart", CHARTS, ids=lambda chart: chart.KEY)
@pytest.mark.parametrize("key", [*TAGS])
def test_plotly_knows_every_property(chart: Chart, key: str) -> None:
    choice = choices(study(key))[1]
    go.Figure(charts.draw_chart(chart, study(key), sheet(), LIGHT, choice))


@pytest.mark.parametrize("chart", CHARTS, ids=lambda chart: chart.KEY)
def test_a_chart_says_what_it_is(chart: Chart) -> None:
    assert chart.title()
    assert chart.subtitle().endswith(".")


def test_keys_are_unique() -> None:
    assert len({chart.KEY for chart in CHARTS}) == len(CHARTS)


def test_one_unit_of_a_figure_is_one_px() -> None:
    picture = build_lifeline(study("andersen"), sheet(1280))
    layout = charts.build_figure(picture, LIGHT)["layout"]
    assert layout["margin"] == {"l": 0, "r": 0, "t": 0, "b": 0, "pad": 0}
    assert layout["xaxis"]["range"] == [0, layout["width"]]
    assert layout["yaxis"]["range"] == [layout["height"], 0]


def test_a_bead_carries_the_id_of_its_moment() -> None:
    figure = charts.build_figure(build_lifeline(study("andersen"), sheet()), LIGHT)
    ids = {id_ for trace in figure["data"] for id_ in trace.get("customdata", ())}
    assert ids == {episode.id for episode in study("andersen").history.episodes}


def test_nothing_but_beads_answers_the_pointer_and_the_template_is_constant() -> None:
    for trace in charts.build_figure(build_lifeline(study("living"), sheet()), LIGHT)["data"]:
        if "customdata" in trace:
            assert trace["hovertemplate"] == "%{text}<extra></extra>"
        else:
            assert trace["hoverinfo"] == "skip"


def test_the_figure_stays_small() -> None:
    people = [make_relationship(f"p{n}", start=str(1985 + n)) for n in range(30)]
    moments = [
        moment(f"m{n}", f"p{n % 30}", f"{1986 + n % 40}", "loss care" if n % 3 else "fear", 1 + n % 5)
        for n in range(300)
    ]
    figure = charts.draw_chart(charts.lifeline, Study(life(people, moments), TODAY), sheet(), LIGHT)
    assert len(json.dumps(figure, separators=(",", ":"))) <= 200_000
    assert len(figure["data"]) < 150


@pytest.mark.parametrize("words", HOSTILE_LABELS)
def test_the_persons_words_are_not_read_as_markup(words: str) -> None:
    shown = escape_plotly(words)
    assert "<" not in shown
    assert ">" not in shown
    assert "%{" not in shown


@pytest.mark.parametrize("chart", CHARTS, ids=lambda chart: chart.KEY)
def test_hostile_names_and_headlines_stand_escaped_in_every_chart(chart: Chart) -> None:
    people = [
        make_relationship(f"p{n}", gave=3, came_back=2) | {"name": words}
        for n, words in enumerate(HOSTILE_LABELS)
    ]
    moments = [
        moment(f"m{n}", f"p{n}", str(2000 + n), "loss care") | {"headline": w}
        for n, w in enumerate(HOSTILE_LABELS)
    ]
    told = Study(life(people, moments, landmarks=[{"id": "l", "label": "<u>x", "when": "2004"}]), TODAY)
    figure = charts.draw_chart(chart, told, sheet(), LIGHT, Choice(relationship="p4"))
    texts = [words for trace in figure["data"] for words in trace.get("text", ())]
    assert texts
    assert not any("<" in words.replace("<br>", "") or "%{" in words for words in texts)


def test_the_lifeline_is_said_in_counts() -> None:
    said = charts.lifeline.describe_in_words(study("andersen"), Choice())
    assert said.startswith(
        "14 relationships, 15 moments you tagged as caring, 27 moments you tagged as painful"
    )
    assert "nothing is entered at 0–6" in said


def test_a_followed_thread_is_said_in_order() -> None:
    chosen = Selection.from_tags(study("andersen").tables.vocabulary, "unreciprocated")
    said = charts.lifeline.describe_in_words(study("andersen"), Choice(chosen))
    assert said.startswith(
        "“unreciprocated”: in 5 of your 14 relationships; first with Riborg Voigt, then Edvard"
    )


def test_the_table_of_the_lifeline_has_every_moment_also_those_without_a_place() -> None:
    listing = charts.lifeline.build_table(study("living"), Choice())
    assert len(listing.rows) == len(study("living").history.episodes)
    assert listing.ids[-1] == "nowhere"


def test_given_and_returned_starts_with_the_widest_difference() -> None:
    listing = charts.reciprocity.build_table(study("living"), Choice())
    assert listing.rows == (("Carsten", "5", "2"), ("Mum", "4", "2"), ("Jo", "4", "3"), ("Farida", "4", "5"))
    assert "more came back than you gave with Farida" in charts.reciprocity.describe_in_words(
        study("living"), Choice()
    )


@pytest.mark.parametrize("width", [280.0, 330.0, 390.0, 1280.0])
def test_the_scale_of_given_and_returned_has_room_between_its_words(width: float) -> None:
    picture = charts.reciprocity.build_picture(study("living"), sheet(width), Choice())
    ticks = [text for text in picture.text_lines if text.subject == "tick"]
    rows: dict[float, list[tuple[float, float]]] = {}
    for text in ticks:
        half = MEASURE(text.words, text.size) / 2
        rows.setdefault(text.y, []).append((text.x - half, text.x + half))
    for places in rows.values():
        in_order = sorted(places)
        assert in_order[0][0] > 0
        assert in_order[-1][1] < width
        assert all(one[1] + 8 < two[0] for one, two in pairwise(in_order))


def test_tags_with_whom_counts_each_pair_once() -> None:
    rows = {row[:2]: row[2:] for row in charts.tags.build_table(study("living"), Choice()).rows}
    assert rows["Mum", "dismissal"] == ("4", "5", "5")
    assert rows["Gran", "safety"][0] == "1"
    assert rows["Mum", "inconsistency"][0] == "1"
    assert ("Carsten", "criticism") not in rows  # that was given


def compare_two_times(told: Study) -> Choice:
    grown = 2004.0
    childhood = make_panel(told, "Child", Filter(years=(1984, 2003)), (told.tables.begin, grown))
    return Choice(
        panels=(childhood, make_panel(told, "Since", Filter(years=(2004, 2026)), (grown, told.tables.end)))
    )


def test_two_parts_share_one_scale() -> None:
    told = study("living")
    picture = charts.compare.build_picture(told, sheet(), compare_two_times(told))
    first, second = (line for line in picture.strokes if line.subject == "axis")
    lengths = [line.x[1] - line.x[0] for line in (first, second)]
    years = [2004.0 - told.tables.begin, told.tables.end - 2004.0]
    assert lengths[0] / lengths[1] == pytest.approx(years[0] / years[1], abs=0.01)


def test_the_words_of_two_parts_say_what_was_received_and_what_was_given() -> None:
    told = study("living")
    romantic = make_kind_panel(told, "Romantic", "romantic")
    said = charts.compare.describe_in_words(
        told, Choice(panels=(make_kind_panel(told, "Family", "family"), romantic))
    )
    assert said.startswith(
        "Family: 4 tagged relationships. From all 4: 5 caring moments, 9 painful, "
        "2 tags on a whole relationship. Romantic: 3 tagged relationships. From all 3:"
    )
    assert "From you, to 1 of 3: 0 caring moments, 1 painful." in said
    assert said.endswith("What was given by you is counted, not in the threads.")
    wished = told.history.model_copy(
        update={"settings": told.history.settings.model_copy(update={"count_given": True})}
    )
    added = charts.compare.describe_in_words(Study(wished, TODAY), Choice(panels=(romantic, romantic)))
    assert added.endswith("What was given by you is in the threads too.")


def test_a_moment_that_is_counted_and_has_no_place_is_said() -> None:
    told = study("living")
    friends = make_kind_panel(told, "Friends", "friendship")
    said = charts.compare.describe_in_words(
        told, Choice(panels=(friends, make_kind_panel(told, "Family", "family")))
    )
    assert said.endswith("1 moment not placed in time yet: counted, not drawn.")


@pytest.mark.parametrize("width", [280.0, 390.0, 1280.0])
def test_the_words_over_a_part_have_room(width: float) -> None:
    told = study("living")
    panels = (make_kind_panel(told, "Romantic " * 12, "romantic"), make_kind_panel(told, "Family", "family"))
    on = sheet(width)
    picture = charts.compare.build_picture(told, on, Choice(panels=panels))
    said = [text for text in picture.text_lines if text.subject == "subtitle"]
    assert not any("…" in text.words for text in said)
    assert len({text.y for text in said}) == len(said)
    for text in picture.text_lines:
        if text.subject in ("subtitle", "title"):
            wide = MEASURE(text.words, text.size, bold=text.bold, serif=text.serif)
            assert text.x + wide <= width


def test_one_relationship_has_its_own_moments_and_what_was_hoped() -> None:
    told = life(
        [make_relationship("jo"), make_relationship("al")],
        [
            moment(
                "a",
                "jo",
                "2001",
                "loss",
                4,
                hoped_for=["be safe"],
                they_responded=["left"],
                i_responded=["went quiet"],
            ),
            moment("b", "al", "2002", "care"),
        ],
    )
    listing = charts.relationship.build_table(Study(told, TODAY), Choice(relationship="jo"))
    row = ("2001", "16–17", "what a was", "loss", "be safe", "left", "went quiet", "4", "")
    assert listing.rows == (row,)
    picture = charts.relationship.build_picture(Study(told, TODAY), sheet(), Choice(relationship="jo"))
    assert [text.words for text in picture.text_lines if text.subject == "note"] == ["what a was"]
    assert {bead.relationship for bead in picture.beads} == {"jo"}
