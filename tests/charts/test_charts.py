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
from tests.lifeline.lives import MEASURE, TAGS, TODAY, life, moment, sheet, someone, study
from timeline import charts
from timeline.charts import CHARTS, Chart, esc
from timeline.lifeline import Choice, Part, Selection, Sheet, lifeline
from timeline.study import Study
from timeline.theme import DARK, LIGHT

HOSTILE = (
    "<b>bold</b>",
    "%{y}",
    "$x$",
    "&lt;i&gt;",
    "<a href='javascript:alert(1)'>x</a>",
    "ab\nc<br>d",
    "‮left",
)


def choices(told: Study) -> list[Choice]:
    """Nothing, and the first of everything."""
    people = told.history.relationships
    tag = next(iter(told.tables.tagged["tag"]), "loss")
    return [
        Choice(),
        Choice(
            selection=Selection.of(told.tables.vocabulary, tag),
            relationship=people[0].id if people else "nobody",
            parts=(Part("One", kind="family"), Part("Two", kind="romantic")),
        ),
    ]


def finite(figure: dict[str, Any]) -> bool:
    numbers = [v for trace in figure["data"] for axis in ("x", "y") for v in trace[axis] if v is not None]
    return not any(isnan(v) for v in numbers)


@pytest.mark.parametrize("chart", CHARTS, ids=lambda chart: chart.KEY)
@settings(deadline=None, max_examples=12)
@given(histories(), st.sampled_from([320.0, 900.0]))
def test_any_history_has_a_picture_words_and_a_table(chart: Chart, history: History, width: float) -> None:
    told = Study(history, TODAY)
    for choice in choices(told):
        figure = charts.draw(chart, told, Sheet(width=width, measure=MEASURE), DARK, choice)
        assert finite(figure)
        json.dumps(figure, allow_nan=False)
        assert chart.words(told, choice).endswith(".")
        listing = chart.table(told, choice)
        assert len(listing.ids) == len(listing.rows)
        assert all(len(row) == len(listing.columns) for row in listing.rows)
        assert all(isinstance(cell, str) for row in listing.rows for cell in row)


@pytest.mark.parametrize("chart", CHARTS, ids=lambda chart: chart.KEY)
@pytest.mark.parametrize("key", [*TAGS])
def test_plotly_knows_every_property(chart: Chart, key: str) -> None:
    choice = choices(study(key))[1]
    go.Figure(charts.draw(chart, study(key), sheet(), LIGHT, choice))


@pytest.mark.parametrize("chart", CHARTS, ids=lambda chart: chart.KEY)
def test_a_chart_says_what_it_is(chart: Chart) -> None:
    assert charts.named(chart.KEY) is chart
    assert chart.TITLE
    assert chart.SUBTITLE.endswith(".")


def test_keys_are_unique() -> None:
    assert len({chart.KEY for chart in CHARTS}) == len(CHARTS)
    assert charts.named("nothing of the kind") is None


def test_one_unit_of_a_figure_is_one_px() -> None:
    picture = lifeline(study("andersen"), sheet(1280))
    layout = charts.figure(picture, LIGHT)["layout"]
    assert layout["margin"] == {"l": 0, "r": 0, "t": 0, "b": 0, "pad": 0}
    assert layout["xaxis"]["range"] == [0, layout["width"]]
    assert layout["yaxis"]["range"] == [layout["height"], 0]


def test_a_bead_carries_the_id_of_its_moment() -> None:
    figure = charts.figure(lifeline(study("andersen"), sheet()), LIGHT)
    ids = {id_ for trace in figure["data"] for id_ in trace.get("customdata", ())}
    assert ids == {episode.id for episode in study("andersen").history.episodes}


def test_nothing_but_beads_answers_the_pointer_and_the_template_is_constant() -> None:
    for trace in charts.figure(lifeline(study("living"), sheet()), LIGHT)["data"]:
        if "customdata" in trace:
            assert trace["hovertemplate"] == "%{text}<extra></extra>"
        else:
            assert trace["hoverinfo"] == "skip"


def test_the_figure_stays_small() -> None:
    people = [someone(f"p{n}", start=str(1985 + n)) for n in range(30)]
    moments = [
        moment(f"m{n}", f"p{n % 30}", f"{1986 + n % 40}", "loss care" if n % 3 else "fear", 1 + n % 5)
        for n in range(300)
    ]
    figure = charts.draw(charts.lifeline, Study(life(people, moments), TODAY), sheet(), LIGHT)
    assert len(json.dumps(figure, separators=(",", ":"))) <= 200_000
    assert len(figure["data"]) < 150


@pytest.mark.parametrize("words", HOSTILE)
def test_the_persons_words_are_not_read_as_markup(words: str) -> None:
    shown = esc(words)
    assert "<" not in shown
    assert ">" not in shown
    assert "%{" not in shown


@pytest.mark.parametrize("chart", CHARTS, ids=lambda chart: chart.KEY)
def test_hostile_names_and_headlines_stand_escaped_in_every_chart(chart: Chart) -> None:
    people = [someone(f"p{n}", gave=3, came_back=2) | {"name": words} for n, words in enumerate(HOSTILE)]
    moments = [
        moment(f"m{n}", f"p{n}", str(2000 + n), "loss care") | {"headline": w} for n, w in enumerate(HOSTILE)
    ]
    told = Study(life(people, moments, landmarks=[{"id": "l", "label": "<u>x", "when": "2004"}]), TODAY)
    figure = charts.draw(chart, told, sheet(), LIGHT, Choice(relationship="p4"))
    texts = [words for trace in figure["data"] for words in trace.get("text", ())]
    assert texts
    assert not any("<" in words.replace("<br>", "") or "%{" in words for words in texts)


def test_the_lifeline_is_said_in_counts() -> None:
    said = charts.lifeline.words(study("andersen"), Choice())
    assert said.startswith(
        "14 relationships, 15 moments you tagged as caring, 27 moments you tagged as painful"
    )
    assert "nothing is entered at 0–6" in said


def test_a_followed_thread_is_said_in_order() -> None:
    chosen = Selection.of(study("andersen").tables.vocabulary, "unreciprocated")
    said = charts.lifeline.words(study("andersen"), Choice(chosen))
    assert said.startswith(
        "“unreciprocated”: in 5 of your 14 relationships; first with Riborg Voigt, then Edvard"
    )


def test_the_table_of_the_lifeline_has_every_moment_also_those_without_a_place() -> None:
    listing = charts.lifeline.table(study("living"), Choice())
    assert len(listing.rows) == len(study("living").history.episodes)
    assert listing.ids[-1] == "nowhere"


def test_given_and_returned_starts_with_the_widest_difference() -> None:
    listing = charts.reciprocity.table(study("living"), Choice())
    assert listing.rows == (("Carsten", "5", "2"), ("Mum", "4", "2"), ("Jo", "4", "3"), ("Farida", "4", "5"))
    assert "more came back than you gave with Farida" in charts.reciprocity.words(study("living"), Choice())


@pytest.mark.parametrize("width", [280.0, 330.0, 390.0, 1280.0])
def test_the_scale_of_given_and_returned_has_room_between_its_words(width: float) -> None:
    picture = charts.reciprocity.picture(study("living"), sheet(width), Choice())
    ticks = [text for text in picture.texts if text.what == "tick"]
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
    rows = {row[:2]: row[2:] for row in charts.tags.table(study("living"), Choice()).rows}
    assert rows["Mum", "dismissal"] == ("4", "5", "5")
    assert rows["Gran", "safety"][0] == "1"
    assert rows["Mum", "inconsistency"][0] == "1"
    assert ("Carsten", "criticism") not in rows  # that was given


def test_two_parts_share_one_scale() -> None:
    picture = charts.compare.picture(study("living"), sheet(), Choice())
    said = charts.compare.words(study("living"), Choice())
    assert said.startswith(
        "Up to 17: in 5 relationships you tagged 4 moments as caring and 8 as painful; From 18 on"
    )
    grids = sorted({line.x[0] for line in picture.lines if line.what == "grid"})
    assert grids == sorted(grids)
    table = charts.compare.table(study("living"), Choice())
    together = sum(int(row[2]) for row in table.rows)
    assert together == len([e for e in study("living").history.episodes if e.direction != "given"]) - 1


def test_parts_can_be_people_or_kinds() -> None:
    parts = (Part("Mum", relationship="mum"), Part("Romantic", kind="romantic"))
    table = charts.compare.table(study("living"), Choice(parts=parts))
    assert [row[:3] for row in table.rows] == [("Mum", "1", "5"), ("Romantic", "3", "12")]


def test_one_relationship_has_its_own_moments_and_what_was_hoped() -> None:
    told = life(
        [someone("jo"), someone("al")],
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
    listing = charts.relationship.table(Study(told, TODAY), Choice(relationship="jo"))
    assert listing.rows == (("2001", "17", "what a was", "loss", "be safe", "left", "went quiet", "4", ""),)
    picture = charts.relationship.picture(Study(told, TODAY), sheet(), Choice(relationship="jo"))
    assert [text.words for text in picture.texts if text.what == "note"] == ["what a was"]
    assert {bead.relationship for bead in picture.beads} == {"jo"}
