"""The charts: each file one reading of a study as a picture, a spoken sentence and a table.

    figure = charts.draw(charts.lifeline, study, sheet, theme, choice)   # a plotly figure as a plain dict

Adding one is the new file and its line here.
"""

from typing import Protocol

from timeline.picture.charts import compare, lifeline, reciprocity, relationship, tags
from timeline.picture.charts.plotly_figure import Figure, build_figure, escape_plotly
from timeline.picture.lifeline import EMPTY_CHOICE, ChartTable, Choice, Picture, Sheet
from timeline.picture.theme import Theme
from timeline.study.study import Study

__all__ = [
    "CHARTS",
    "Chart",
    "Figure",
    "build_figure",
    "compare",
    "draw_chart",
    "escape_plotly",
    "lifeline",
    "reciprocity",
    "relationship",
    "tags",
]  # fmt: skip


class Chart(Protocol):
    """What a file of this folder holds."""

    KEY: str
    """One lower-case word, for links and ids."""

    def title(self) -> str:
        """What it is called."""

    def subtitle(self) -> str:
        """What it literally shows."""

    def build_picture(self, study: Study, sheet: Sheet, choice: Choice) -> Picture:
        """The picture, in px; the paper draws the same one."""

    def describe_in_words(self, study: Study, choice: Choice) -> str:
        """What it shows, in one spoken sentence."""

    def build_table(self, study: Study, choice: Choice) -> ChartTable:
        """All it shows, as rows."""


CHARTS: tuple[Chart, ...] = (lifeline, tags, relationship, compare, reciprocity)
"""In display order."""


def draw_chart(
    chart: Chart, study: Study, sheet: Sheet, theme: Theme, choice: Choice = EMPTY_CHOICE
) -> Figure:
    """A chart as a plotly figure, a plain dict; `customdata` of a bead is the id of its moment."""
    return build_figure(chart.build_picture(study, sheet, choice), theme)
